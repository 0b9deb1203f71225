-- The Renja pagu of one year in the version in force on a day, as typed in the plan. One row = one plan node.
WITH berlaku AS (
    SELECT id_rencana, dokumen
    FROM rencana
    WHERE kode_pd = $kode_pd AND jenis = 'renja' AND tahun_awal = $tahun AND tanggal <= $hari
    ORDER BY ke DESC, revisi DESC
    LIMIT 1
)
SELECT p.kode_simpul, p.rupiah, b.id_rencana, b.dokumen
FROM pagu AS p
JOIN berlaku AS b ON b.id_rencana = p.id_rencana
WHERE p.kode_pd = $kode_pd AND p.tahun = $tahun
ORDER BY p.kode_simpul
