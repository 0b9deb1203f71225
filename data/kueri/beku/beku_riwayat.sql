-- What a snapshot keeps of riwayat: every row of the office.
SELECT * FROM riwayat WHERE kode_pd = $kode_pd ORDER BY ALL
