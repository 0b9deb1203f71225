-- The leaves of the plan tree, where money is kept, and the parts of units below them. One row = one leaf or part.
SELECT kode_simpul, tingkat, kode_induk, nama, kode_unit
FROM simpul_berdaun
WHERE kode_pd = $kode_pd AND (daun OR tingkat = 'bagian_unit')
ORDER BY urutan, kode_simpul
