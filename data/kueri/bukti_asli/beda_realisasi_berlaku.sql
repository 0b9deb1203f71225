-- Every figure in force that is not what its rule says (tertulis), and what the rule says instead. One row = one row too many
-- on either side.
SELECT TRUE AS tertulis, *
FROM (SELECT * FROM realisasi_berlaku EXCEPT ALL SELECT * FROM realisasi_terhitung)
UNION ALL
SELECT FALSE, *
FROM (SELECT * FROM realisasi_terhitung EXCEPT ALL SELECT * FROM realisasi_berlaku)
ORDER BY kode_pd, kode_indikator, tahun, triwulan, tertulis
