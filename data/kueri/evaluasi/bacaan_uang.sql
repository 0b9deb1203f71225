-- Money of the plan tree in every year of the Renstra in force, as seen at the end of a periode: its pagu there and in the
-- Renja of that year, and the realisasi s/d the last triwulan that counts: that of the periode,
-- of earlier years the fourth, or else what the history of the plan says; of the year of the periode also what is
-- to be drawn by its Renja in each triwulan, from the first up to one that is not planned. One row = one plan node and year that has any.
WITH
renstra AS (
    SELECT id_rencana, tahun_awal, tahun_akhir
    FROM rencana
    WHERE kode_pd = $kode_pd AND jenis = 'renstra' AND $tahun BETWEEN tahun_awal AND tahun_akhir AND tanggal <= $hari
    ORDER BY tahun_awal DESC, ke DESC, revisi DESC
    LIMIT 1
),
batas AS (
    SELECT coalesce(min(tahun_awal), $tahun) AS awal FROM renstra
),
renja AS (
    SELECT tahun_awal AS tahun, id_rencana
    FROM rencana
    WHERE kode_pd = $kode_pd AND jenis = 'renja' AND tahun_awal BETWEEN (SELECT awal FROM batas) AND $tahun
        AND tanggal <= CASE WHEN tahun_awal = $tahun THEN $hari ELSE make_date(tahun_awal, 12, 31) END
    QUALIFY row_number() OVER (PARTITION BY tahun_awal ORDER BY ke DESC, revisi DESC) = 1
),
pagu_renstra AS (
    SELECT p.kode_simpul, p.tahun, p.rupiah
    FROM renstra AS r
    JOIN pagu AS p ON p.kode_pd = $kode_pd AND p.id_rencana = r.id_rencana
),
pagu_renja AS (
    SELECT p.kode_simpul, p.tahun, p.rupiah
    FROM renja AS r
    JOIN pagu AS p ON p.kode_pd = $kode_pd AND p.id_rencana = r.id_rencana AND p.tahun = r.tahun
),
laporan AS (
    SELECT kode_simpul, tahun, rupiah
    FROM anggaran_berlaku
    WHERE kode_pd = $kode_pd AND tahun BETWEEN (SELECT awal FROM batas) AND $tahun
        AND triwulan = CASE WHEN tahun = $tahun THEN $triwulan ELSE 4 END
),
kas AS (
    SELECT kode_simpul, tahun, list(rupiah ORDER BY triwulan) AS per_triwulan
    FROM (
        SELECT k.kode_simpul, k.tahun, k.triwulan, k.rupiah
        FROM renja AS r
        JOIN anggaran_kas AS k ON k.kode_pd = $kode_pd AND k.id_rencana = r.id_rencana AND k.tahun = r.tahun
        WHERE k.tahun = $tahun
        QUALIFY row_number() OVER (PARTITION BY k.kode_simpul ORDER BY k.triwulan) = k.triwulan
    )
    GROUP BY kode_simpul, tahun
),
riwayat AS (
    SELECT kode_simpul, tahun, rupiah
    FROM riwayat_anggaran
    WHERE kode_pd = $kode_pd AND tahun >= (SELECT awal FROM batas) AND tahun < $tahun
    QUALIFY row_number() OVER (PARTITION BY kode_simpul, tahun ORDER BY id_rencana DESC) = 1
),
semua AS (
    SELECT kode_simpul, tahun FROM pagu_renstra
    UNION SELECT kode_simpul, tahun FROM pagu_renja
    UNION SELECT kode_simpul, tahun FROM laporan
    UNION SELECT kode_simpul, tahun FROM riwayat
)
SELECT
    s.kode_simpul, s.tahun, p.rupiah AS pagu_renstra, j.rupiah AS pagu_renja,
    coalesce(l.rupiah, w.rupiah) AS realisasi, k.per_triwulan AS kas
FROM semua AS s
LEFT JOIN pagu_renstra AS p USING (kode_simpul, tahun)
LEFT JOIN pagu_renja AS j USING (kode_simpul, tahun)
LEFT JOIN laporan AS l USING (kode_simpul, tahun)
LEFT JOIN riwayat AS w USING (kode_simpul, tahun)
LEFT JOIN kas AS k USING (kode_simpul, tahun)
ORDER BY s.kode_simpul, s.tahun
