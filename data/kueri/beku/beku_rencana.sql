-- What a snapshot keeps of rencana: every row of the office.
SELECT * FROM rencana WHERE kode_pd = $kode_pd ORDER BY ALL
