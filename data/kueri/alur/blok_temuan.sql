-- For some units and years the findings of earlier uploads that nobody mended yet: what temuan_terbuka answers for one unit
-- and periode. One row = one finding.
SELECT
    u.kode_unit, u.tahun, u.triwulan, t.id_objek, t.nomor, t.tingkat, t.pokok, t.lembar, t.kode_baris, t.kolom, u.keadaan
FROM temuan AS t
JOIN unggahan AS u ON u.kode_pd = t.kode_pd AND u.id_unggahan = t.id_objek
WHERE t.kode_pd = $kode_pd AND t.objek = 'unggahan' AND t.keadaan IN ('baru', 'dijelaskan')
    AND list_contains($unit, u.kode_unit) AND list_contains($tahun, u.tahun)
ORDER BY t.id_objek, t.nomor
