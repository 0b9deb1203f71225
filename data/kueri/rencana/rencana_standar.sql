-- National standards, all documents and revisi. One row = one indicator and year.
SELECT id_rencana, kode_indikator, tahun, nilai, sumber
FROM standar_nasional
WHERE kode_pd = $kode_pd
ORDER BY id_rencana, kode_indikator, tahun
