-- The indicators of every plan node, in order. One row = one indicator.
SELECT kode_simpul, kode_indikator, nama, satuan, kode_unit
FROM indikator
WHERE kode_pd = $kode_pd
ORDER BY kode_simpul, urutan, kode_indikator
