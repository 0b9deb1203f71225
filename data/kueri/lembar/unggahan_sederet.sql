-- Every upload of one unit and periode, in order. One row = one upload.
SELECT id_unggahan, nomor, keadaan
FROM unggahan
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit AND tahun = $tahun AND triwulan = $triwulan
ORDER BY nomor
