-- The upload that was stored under this idempotency key, if there is one.
SELECT u.id_unggahan, u.kode_unit, u.tahun, u.triwulan, u.nomor, u.keadaan
FROM peristiwa AS p
JOIN unggahan AS u ON u.kode_pd = p.kode_pd AND u.id_unggahan = p.objek
WHERE p.kode_pd = $kode_pd AND p.kunci = $kunci
