-- What a snapshot keeps of perangkat_daerah: the office as it was described on the last day of the periode.
SELECT * FROM kantor_pada(akhir_triwulan($tahun, $triwulan)) WHERE kode_pd = $kode_pd ORDER BY ALL
