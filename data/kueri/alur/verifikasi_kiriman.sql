-- Every kiriman of one unit and periode with the upload that it was, newest first. One row = one versi.
SELECT k.id_kiriman, k.versi, k.nama_berkas, k.diterima_pada, k.oleh, u.id_unggahan
FROM kiriman AS k
LEFT JOIN unggahan AS u ON u.kode_pd = k.kode_pd AND u.id_kiriman = k.id_kiriman
WHERE k.kode_pd = $kode_pd AND k.kode_unit = $kode_unit AND k.tahun = $tahun AND k.triwulan = $triwulan
ORDER BY k.versi DESC
