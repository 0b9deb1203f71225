-- Every pagu of one office as typed, all documents and revisi. One row = one plan node and year.
SELECT id_rencana, kode_simpul, tahun, rupiah, lembar, sel
FROM pagu
WHERE kode_pd = $kode_pd
ORDER BY id_rencana, kode_simpul, tahun
