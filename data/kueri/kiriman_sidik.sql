-- The kiriman that holds exactly these bytes, if there is one.
SELECT id_kiriman, kode_unit, tahun, triwulan, versi, diterima_pada, oleh
FROM kiriman
WHERE kode_pd = $kode_pd AND sha256 = $sha256
ORDER BY versi
