-- History that came with the plan: kondisi awal, kondisi akhir and realisasi of earlier years, from the newest import that
-- gives each of them. One row = one indicator, kind and year.
SELECT r.kode_indikator, r.jenis, r.tahun, r.nilai, r.peringkat, r.sumber, r.lembar, r.sel
FROM riwayat AS r
JOIN (
    SELECT kode_indikator, jenis, tahun, max(id_rencana) AS id_rencana
    FROM riwayat
    WHERE kode_pd = $kode_pd
    GROUP BY kode_indikator, jenis, tahun
) AS terakhir USING (kode_indikator, jenis, tahun, id_rencana)
WHERE r.kode_pd = $kode_pd
ORDER BY r.kode_indikator, r.jenis, r.tahun
