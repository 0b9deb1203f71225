-- What a snapshot keeps of tautan_rpjmd: every row of the office.
SELECT * FROM tautan_rpjmd WHERE kode_pd = $kode_pd ORDER BY ALL
