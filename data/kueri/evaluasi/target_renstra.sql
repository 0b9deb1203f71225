-- The targets per year of the Renstra in force on a day for a year. One row = one indicator and year of the Renstra.
WITH berlaku AS (
    SELECT id_rencana, dokumen
    FROM rencana
    WHERE kode_pd = $kode_pd AND jenis = 'renstra' AND $tahun BETWEEN tahun_awal AND tahun_akhir AND tanggal <= $hari
    ORDER BY tahun_awal DESC, ke DESC, revisi DESC
    LIMIT 1
)
SELECT t.kode_indikator, t.tahun, t.nilai, t.bawah, t.atas, t.peringkat, b.id_rencana, b.dokumen
FROM target AS t
JOIN berlaku AS b ON b.id_rencana = t.id_rencana
WHERE t.kode_pd = $kode_pd AND t.triwulan = 0
ORDER BY t.kode_indikator, t.tahun
