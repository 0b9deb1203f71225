-- What a snapshot keeps of kiriman: every row up to its periode.
SELECT * FROM kiriman
WHERE kode_pd = $kode_pd AND (tahun < $tahun OR (tahun = $tahun AND triwulan <= $triwulan))
ORDER BY ALL
