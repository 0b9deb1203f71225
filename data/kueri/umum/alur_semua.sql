-- Where every document of an office stands that somebody has moved. One row = one document.
SELECT kode_pd, dokumen, tahun, triwulan, kode_unit, jenis, keadaan, revisi, versi, sejak
FROM alur
WHERE kode_pd = $kode_pd
ORDER BY tahun, triwulan, dokumen, kode_unit, jenis
