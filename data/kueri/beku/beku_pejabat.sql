-- What a snapshot keeps of pejabat: every row of the office.
SELECT * FROM pejabat WHERE kode_pd = $kode_pd ORDER BY ALL
