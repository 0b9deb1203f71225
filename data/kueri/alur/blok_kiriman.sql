-- For some units and years the newest kiriman of every periode: what kiriman_terakhir answers for one. One row = one unit and
-- periode.
SELECT kode_unit, tahun, triwulan, id_kiriman, versi, sha256
FROM kiriman
WHERE kode_pd = $kode_pd AND list_contains($unit, kode_unit) AND list_contains($tahun, tahun)
QUALIFY row_number() OVER (PARTITION BY kode_unit, tahun, triwulan ORDER BY versi DESC) = 1
