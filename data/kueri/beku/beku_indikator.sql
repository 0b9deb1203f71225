-- What a snapshot keeps of indikator: every row of the office.
SELECT * FROM indikator WHERE kode_pd = $kode_pd ORDER BY ALL
