-- Every anggaran kas of one office as typed, all documents and revisi. One row = one plan node, year and triwulan.
SELECT id_rencana, kode_simpul, tahun, triwulan, rupiah, lembar, sel
FROM anggaran_kas
WHERE kode_pd = $kode_pd
ORDER BY id_rencana, kode_simpul, tahun, triwulan
