-- The targets of one year in the versions in force on a day: those of the Renja, and of a tujuan or sasaran that it does not
-- carry, that of the Renstra for the year. One row = one indicator and triwulan (0 = the year).
WITH berlaku AS (
    SELECT id_rencana, jenis, dokumen
    FROM rencana
    WHERE kode_pd = $kode_pd AND $tahun BETWEEN tahun_awal AND tahun_akhir AND tanggal <= $hari
    QUALIFY row_number() OVER (PARTITION BY jenis ORDER BY tahun_awal DESC, ke DESC, revisi DESC) = 1
),
ditargetkan AS (
    SELECT t.kode_indikator, t.triwulan, t.nilai, t.bawah, t.atas, t.peringkat, t.desimal,
        b.id_rencana, b.jenis, b.dokumen
    FROM target AS t
    JOIN berlaku AS b ON b.id_rencana = t.id_rencana
    WHERE t.kode_pd = $kode_pd AND t.tahun = $tahun
)
SELECT t.*
FROM ditargetkan AS t
JOIN indikator AS i ON i.kode_pd = $kode_pd AND i.kode_indikator = t.kode_indikator
JOIN simpul AS s ON s.kode_pd = $kode_pd AND s.kode_simpul = i.kode_simpul
WHERE t.jenis = 'renja' OR (
    s.tingkat IN ('tujuan', 'sasaran') AND t.triwulan = 0 AND NOT EXISTS (
        SELECT 1 FROM ditargetkan AS r WHERE r.jenis = 'renja' AND r.kode_indikator = t.kode_indikator
    )
)
ORDER BY t.kode_indikator, t.triwulan
