-- Every move of every document of an office in these years, oldest first.
SELECT * FROM perpindahan WHERE kode_pd = $kode_pd AND list_contains($tahun, tahun) ORDER BY nomor
