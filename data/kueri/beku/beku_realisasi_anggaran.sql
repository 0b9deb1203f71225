-- What a snapshot keeps of realisasi_anggaran: every row up to its periode.
SELECT * FROM realisasi_anggaran
WHERE kode_pd = $kode_pd AND (tahun < $tahun OR (tahun = $tahun AND triwulan <= $triwulan))
ORDER BY ALL
