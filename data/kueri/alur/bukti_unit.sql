-- The evidence of one unit for one periode that was not withdrawn, oldest first. One row = one file of one indicator.
SELECT id_bukti, kode_unit, kode_indikator, tahun, triwulan, sha256, nama_berkas, jenis, ukuran, oleh, diunggah_pada,
    ditarik_pada
FROM bukti
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit AND tahun = $tahun AND triwulan = $triwulan
    AND ditarik_pada IS NULL
ORDER BY kode_indikator, diunggah_pada, id_bukti
