-- For some units and years the answers to findings that came with their accepted uploads: what temuan_terjelaskan answers
-- for one unit and year. One row = one finding.
SELECT u.kode_unit, u.tahun, t.kode, t.kode_indikator, t.alasan, u.triwulan
FROM temuan AS t
JOIN unggahan AS u ON u.kode_pd = t.kode_pd AND u.id_unggahan = t.id_objek
WHERE t.kode_pd = $kode_pd AND t.objek = 'unggahan' AND t.kode_indikator IS NOT NULL AND t.alasan IS NOT NULL
    AND list_contains($unit, u.kode_unit) AND list_contains($tahun, u.tahun) AND u.keadaan = 'diterima'
ORDER BY u.triwulan, u.nomor, t.nomor
