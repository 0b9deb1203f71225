-- What a snapshot keeps of unit: every unit of the office, with its name on the last day of the periode.
SELECT * FROM unit_pada(akhir_triwulan($tahun, $triwulan)) WHERE kode_pd = $kode_pd ORDER BY ALL
