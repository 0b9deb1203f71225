-- The kiriman that was stored under this idempotency key, if there is one, with the upload that it came from.
SELECT k.id_kiriman, k.kode_unit, k.tahun, k.triwulan, k.versi, u.id_unggahan, u.nomor
FROM peristiwa AS p
JOIN kiriman AS k ON k.kode_pd = p.kode_pd AND k.id_kiriman = p.objek
LEFT JOIN unggahan AS u ON u.kode_pd = k.kode_pd AND u.id_kiriman = k.id_kiriman
WHERE p.kode_pd = $kode_pd AND p.kunci = $kunci
