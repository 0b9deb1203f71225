-- For some units and years, and for files that could not be identified, the newest upload of every periode: what
-- unggahan_terakhir answers for one. One row = one unit and periode.
SELECT
    u.kode_unit, u.tahun, u.triwulan, u.id_unggahan, u.nomor, u.sha256, u.nama_berkas, u.keadaan, u.id_kiriman,
    u.diunggah_pada, u.oleh, (
        SELECT arg_min(p.rincian ->> '$.terisi', p.nomor)
        FROM peristiwa AS p
        WHERE p.kode_pd = u.kode_pd AND p.objek = u.id_unggahan AND p.aksi IN ('unggah', 'tolak_kiriman')
    ) AS terisi
FROM unggahan AS u
WHERE u.kode_pd = $kode_pd
    AND (u.kode_unit IS NULL OR (list_contains($unit, u.kode_unit) AND list_contains($tahun, u.tahun)))
QUALIFY row_number() OVER (PARTITION BY u.kode_unit, u.tahun, u.triwulan ORDER BY u.nomor DESC) = 1
