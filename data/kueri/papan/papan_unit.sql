-- Every unit of these periodes ($periode: tahun * 10 + triwulan) as it was called then. One row = one unit in one periode.
SELECT p.tahun, p.triwulan, u.kode_unit, u.nama
FROM (
    SELECT CAST(kode // 10 AS INTEGER) AS tahun, CAST(kode % 10 AS INTEGER) AS triwulan
    FROM (SELECT unnest($periode) AS kode)
) AS p
CROSS JOIN LATERAL (SELECT * FROM unit_pada(akhir_triwulan(p.tahun, p.triwulan))) AS u
WHERE u.kode_pd = $kode_pd
ORDER BY p.tahun, p.triwulan, u.urutan, u.kode_unit
