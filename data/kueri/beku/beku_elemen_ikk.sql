-- What a snapshot keeps of elemen_ikk: every row of the office.
SELECT * FROM elemen_ikk WHERE kode_pd = $kode_pd ORDER BY ALL
