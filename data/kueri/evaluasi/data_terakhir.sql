-- When the newest kiriman of a year up to a triwulan came in; NULL when there is none.
SELECT max(diterima_pada) AS diterima_pada
FROM kiriman
WHERE kode_pd = $kode_pd AND tahun = $tahun AND triwulan <= $triwulan
