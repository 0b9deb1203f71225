-- What a snapshot keeps of realisasi: every row up to its periode.
SELECT * FROM realisasi
WHERE kode_pd = $kode_pd AND (tahun < $tahun OR (tahun = $tahun AND triwulan <= $triwulan))
ORDER BY ALL
