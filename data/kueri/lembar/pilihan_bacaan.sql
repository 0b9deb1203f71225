-- The readings that were chosen for the cells of one upload, the last one of each cell; an empty one takes the choice
-- back. One row = one cell.
SELECT alamat, arg_max(bacaan, nomor) AS bacaan, max(nomor) AS nomor
FROM pilihan_bacaan
WHERE kode_pd = $kode_pd AND id_unggahan = $id_unggahan
GROUP BY alamat
ORDER BY alamat
