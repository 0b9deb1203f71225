-- The leaves of the plan tree, where money is kept. One row = one leaf.
SELECT kode_simpul, tingkat, kode_induk, nama, kode_unit
FROM simpul_berdaun
WHERE kode_pd = $kode_pd AND daun
ORDER BY urutan, kode_simpul
