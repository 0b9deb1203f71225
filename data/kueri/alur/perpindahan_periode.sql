-- Every move of a kompilasi and of the units that it is made of, oldest first. One row = one move.
SELECT *
FROM perpindahan
WHERE kode_pd = $kode_pd AND dokumen IN ('pengumpulan', 'kompilasi') AND tahun = $tahun AND triwulan = $triwulan
ORDER BY nomor
