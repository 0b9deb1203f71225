-- What a snapshot keeps of simpul: every row of the office.
SELECT * FROM simpul WHERE kode_pd = $kode_pd ORDER BY ALL
