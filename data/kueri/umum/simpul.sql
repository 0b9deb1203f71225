-- The plan tree of one office in its own order. One row = one node; daun = money is kept here.
SELECT kode_simpul, tingkat, kode_induk, nama, kode_unit, urutan, sasaran, daun
FROM simpul_berdaun
WHERE kode_pd = $kode_pd
ORDER BY urutan, kode_simpul
