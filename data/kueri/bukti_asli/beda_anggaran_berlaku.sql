-- Every amount of money in force that is not what its rule says (tertulis), and what the rule says instead. One row = one row too many
-- on either side.
SELECT TRUE AS tertulis, *
FROM (SELECT * FROM anggaran_berlaku EXCEPT ALL SELECT * FROM anggaran_terhitung)
UNION ALL
SELECT FALSE, *
FROM (SELECT * FROM anggaran_terhitung EXCEPT ALL SELECT * FROM anggaran_berlaku)
ORDER BY kode_pd, kode_simpul, tahun, triwulan, tertulis
