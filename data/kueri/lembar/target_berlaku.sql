-- The Renja targets of one year in the version in force on a day. One row = one indicator and triwulan (0 = the year).
WITH berlaku AS (
    SELECT id_rencana, dokumen
    FROM rencana
    WHERE kode_pd = $kode_pd AND jenis = 'renja' AND tahun_awal = $tahun AND tanggal <= $hari
    ORDER BY ke DESC, revisi DESC
    LIMIT 1
)
SELECT t.kode_indikator, t.triwulan, t.nilai, t.bawah, t.atas, t.peringkat, b.id_rencana, b.dokumen
FROM target AS t
JOIN berlaku AS b ON b.id_rencana = t.id_rencana
WHERE t.kode_pd = $kode_pd AND t.tahun = $tahun
ORDER BY t.kode_indikator, t.triwulan
