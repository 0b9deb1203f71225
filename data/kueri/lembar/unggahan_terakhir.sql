-- The newest upload of one unit and periode; without a unit, of the files that could not be identified. terisi: how much
-- was filled in it (JSON), as the log says.
SELECT
    u.id_unggahan, u.nomor, u.sha256, u.nama_berkas, u.keadaan, u.id_kiriman, u.diunggah_pada, u.oleh, (
        SELECT arg_min(p.rincian ->> '$.terisi', p.nomor)
        FROM peristiwa AS p
        WHERE p.kode_pd = u.kode_pd AND p.objek = u.id_unggahan AND p.aksi IN ('unggah', 'tolak_kiriman')
    ) AS terisi
FROM unggahan AS u
WHERE u.kode_pd = $kode_pd
    AND u.kode_unit IS NOT DISTINCT FROM $kode_unit
    AND u.tahun IS NOT DISTINCT FROM CAST($tahun AS INTEGER)
    AND u.triwulan IS NOT DISTINCT FROM CAST($triwulan AS INTEGER)
ORDER BY u.nomor DESC
LIMIT 1
