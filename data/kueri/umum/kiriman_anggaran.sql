-- What one kiriman said about money. One row = one leaf of the plan tree.
SELECT kode_simpul, rupiah, lembar, sel
FROM realisasi_anggaran
WHERE kode_pd = $kode_pd AND id_kiriman = $id_kiriman
ORDER BY kode_simpul
