-- National standards, from the newest import that gives each. One row = one indicator and year.
SELECT s.kode_indikator, s.tahun, s.nilai, s.sumber
FROM standar_nasional AS s
JOIN (
    SELECT kode_indikator, tahun, max(id_rencana) AS id_rencana
    FROM standar_nasional
    WHERE kode_pd = $kode_pd
    GROUP BY kode_indikator, tahun
) AS terakhir USING (kode_indikator, tahun, id_rencana)
WHERE s.kode_pd = $kode_pd
ORDER BY s.kode_indikator, s.tahun
