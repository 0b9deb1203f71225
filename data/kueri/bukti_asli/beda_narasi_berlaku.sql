-- Every text in force that does not stand there as often as its rule says: lebih is how many too many are written, below
-- zero how many are missing. One row = one baris as a whole, because the engine compares it faster than its columns, and
-- the rule is worked out once.
SELECT baris, sum(tanda) AS lebih
FROM (
    SELECT tertulis AS baris, 1 AS tanda FROM narasi_berlaku AS tertulis
    UNION ALL
    SELECT terhitung, -1 FROM narasi_terhitung AS terhitung
)
GROUP BY baris
HAVING sum(tanda) <> 0
ORDER BY baris.kode_pd, baris.kode_indikator, baris.jenis, baris.tahun, baris.triwulan
