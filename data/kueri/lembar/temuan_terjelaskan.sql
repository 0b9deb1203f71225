-- The answers to findings that came with the accepted uploads of one unit in one year. One row = one finding.
SELECT t.kode, t.kode_indikator, t.alasan, u.triwulan
FROM temuan AS t
JOIN unggahan AS u ON u.kode_pd = t.kode_pd AND u.id_unggahan = t.id_objek
WHERE t.kode_pd = $kode_pd AND t.objek = 'unggahan' AND t.kode_indikator IS NOT NULL AND t.alasan IS NOT NULL
    AND u.kode_unit = $kode_unit AND u.tahun = $tahun AND u.keadaan = 'diterima'
ORDER BY u.triwulan, u.nomor, t.nomor
