-- What a snapshot keeps of unit: every row of the office.
SELECT * FROM unit WHERE kode_pd = $kode_pd ORDER BY ALL
