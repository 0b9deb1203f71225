-- What a snapshot keeps of narasi: every row of a kiriman up to its periode.
SELECT n.*
FROM narasi AS n
JOIN kiriman AS k USING (kode_pd, id_kiriman)
WHERE n.kode_pd = $kode_pd AND (k.tahun < $tahun OR (k.tahun = $tahun AND k.triwulan <= $triwulan))
ORDER BY ALL
