-- What a snapshot keeps of perangkat_daerah: every row of the office.
SELECT * FROM perangkat_daerah WHERE kode_pd = $kode_pd ORDER BY ALL
