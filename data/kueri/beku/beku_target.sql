-- What a snapshot keeps of target: every row of the office.
SELECT * FROM target WHERE kode_pd = $kode_pd ORDER BY ALL
