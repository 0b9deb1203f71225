-- What a snapshot keeps of pagu: every row of the office.
SELECT * FROM pagu WHERE kode_pd = $kode_pd ORDER BY ALL
