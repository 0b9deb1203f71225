-- Every move of every document of an office in one year, oldest first.
SELECT * FROM perpindahan WHERE kode_pd = $kode_pd AND tahun = $tahun ORDER BY nomor
