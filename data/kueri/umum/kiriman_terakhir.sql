-- The newest kiriman of one unit and triwulan, if there is one.
SELECT id_kiriman, versi, sha256
FROM kiriman
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit AND tahun = $tahun AND triwulan = $triwulan
ORDER BY versi DESC
LIMIT 1
