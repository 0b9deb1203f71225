-- The kiriman that was stored under this idempotency key, if there is one.
SELECT k.id_kiriman, k.kode_unit, k.tahun, k.triwulan, k.versi
FROM peristiwa AS p
JOIN kiriman AS k ON k.kode_pd = p.kode_pd AND k.id_kiriman = p.objek
WHERE p.kode_pd = $kode_pd AND p.kunci = $kunci
