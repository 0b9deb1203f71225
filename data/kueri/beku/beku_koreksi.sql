-- What a snapshot keeps of koreksi: every row up to its periode.
SELECT * FROM koreksi
WHERE kode_pd = $kode_pd AND (tahun < $tahun OR (tahun = $tahun AND triwulan <= $triwulan))
ORDER BY ALL
