-- The findings of earlier uploads of one unit and periode that nobody mended yet. One row = one finding.
SELECT t.id_objek, t.nomor, t.tingkat, t.pokok, t.lembar, t.kode_baris, t.kolom, u.keadaan
FROM temuan AS t
JOIN unggahan AS u ON u.kode_pd = t.kode_pd AND u.id_unggahan = t.id_objek
WHERE t.kode_pd = $kode_pd AND t.objek = 'unggahan' AND t.keadaan IN ('baru', 'dijelaskan')
    AND u.kode_unit = $kode_unit AND u.tahun = $tahun AND u.triwulan = $triwulan
ORDER BY t.id_objek, t.nomor
