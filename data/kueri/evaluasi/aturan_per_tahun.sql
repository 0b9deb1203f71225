-- The rule of one indicator in every year that has one. One row = one year.
SELECT tahun, polaritas, rumus, frekuensi, agregasi, cara_isi, alasan
FROM aturan_berlaku
WHERE kode_pd = $kode_pd AND kode_indikator = $kode_indikator
ORDER BY tahun
