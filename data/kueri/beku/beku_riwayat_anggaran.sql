-- What a snapshot keeps of riwayat_anggaran: every row of the office.
SELECT * FROM riwayat_anggaran WHERE kode_pd = $kode_pd ORDER BY ALL
