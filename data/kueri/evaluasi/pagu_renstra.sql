-- The pagu per year of one Renstra version. One row = one plan node and year.
SELECT kode_simpul, tahun, rupiah
FROM pagu
WHERE kode_pd = $kode_pd AND id_rencana = $id_rencana
ORDER BY kode_simpul, tahun
