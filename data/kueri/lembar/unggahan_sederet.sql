-- Every upload of one unit and periode, in order. One row = one upload; terisi: how much was filled in it (JSON), as the
-- log says.
SELECT
    u.id_unggahan, u.nomor, u.keadaan, (
        SELECT arg_min(p.rincian ->> '$.terisi', p.nomor)
        FROM peristiwa AS p
        WHERE p.kode_pd = u.kode_pd AND p.objek = u.id_unggahan AND p.aksi IN ('unggah', 'tolak_kiriman')
    ) AS terisi
FROM unggahan AS u
WHERE u.kode_pd = $kode_pd AND u.kode_unit = $kode_unit AND u.tahun = $tahun AND u.triwulan = $triwulan
ORDER BY u.nomor
