-- Links to the RPJMD, all documents and revisi. One row = one indicator and year.
SELECT id_rencana, kode_indikator, program_prioritas, indikator_rpjmd, tahun, nilai, bawah, atas, peringkat
FROM tautan_rpjmd
WHERE kode_pd = $kode_pd
ORDER BY id_rencana, kode_indikator, tahun
