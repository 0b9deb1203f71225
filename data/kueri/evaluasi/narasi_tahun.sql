-- What the units wrote beside their figures in one year. One row = one text.
SELECT kode_indikator, triwulan, jenis, isi, id_kiriman, versi, lembar, sel
FROM narasi_berlaku
WHERE kode_pd = $kode_pd AND tahun = $tahun
ORDER BY kode_indikator, triwulan, jenis
