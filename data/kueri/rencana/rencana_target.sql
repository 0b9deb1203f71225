-- Every planned value of one office, all documents and revisi. One row = one indicator, year and triwulan (0 = the year).
SELECT id_rencana, kode_indikator, tahun, triwulan, nilai, bawah, atas, peringkat, desimal, lembar, sel
FROM target
WHERE kode_pd = $kode_pd
ORDER BY id_rencana, kode_indikator, tahun, triwulan
