-- The status of one periode, if it has been given one.
SELECT status, tenggat
FROM periode
WHERE kode_pd = $kode_pd AND tahun = $tahun AND triwulan = $triwulan
