-- Money spent before Capaian was in use, all documents and revisi. One row = one plan node and year.
SELECT id_rencana, kode_simpul, tahun, rupiah, sumber, lembar, sel
FROM riwayat_anggaran
WHERE kode_pd = $kode_pd
ORDER BY id_rencana, kode_simpul, tahun
