-- What a snapshot keeps of standar_nasional: every row of the office.
SELECT * FROM standar_nasional WHERE kode_pd = $kode_pd ORDER BY ALL
