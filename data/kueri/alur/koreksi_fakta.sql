-- Every figure of one periode as it is in force, with the kiriman that reported it: an indicator, or the money of a leaf.
-- terverifikasi: whether the data of that unit are, so that the kompilasi holds them; serentak: the indicators that follow
-- a figure and are corrected with it. One row = one figure.
WITH
serentak AS (
    SELECT sama_dengan AS kode_indikator, list(kode_indikator ORDER BY kode_indikator) AS serentak
    FROM aturan_berlaku
    WHERE kode_pd = $kode_pd AND tahun = $tahun AND sama_dengan IS NOT NULL
    GROUP BY sama_dengan
)
SELECT
    'indikator' AS jenis, r.kode_indikator AS kode, i.nama, i.satuan, r.kode_unit, u.nama AS nama_unit, r.id_kiriman,
    r.versi, r.keadaan, r.nilai, r.pembilang, r.penyebut, r.peringkat, NULL AS rupiah, NULL AS pagu,
    a.pembilang AS nama_pembilang, a.penyebut AS nama_penyebut, a.faktor, a.skala_ordinal,
    coalesce(l.keadaan = 'terverifikasi', FALSE) AS terverifikasi, s.urutan AS urut, i.urutan AS urut_lagi,
    e.serentak, r.diketik
FROM realisasi_berlaku AS r
JOIN indikator AS i ON i.kode_pd = r.kode_pd AND i.kode_indikator = r.kode_indikator
JOIN simpul AS s ON s.kode_pd = i.kode_pd AND s.kode_simpul = i.kode_simpul
JOIN unit_pada($hari) AS u ON u.kode_pd = r.kode_pd AND u.kode_unit = r.kode_unit
JOIN aturan_berlaku AS a ON a.kode_pd = r.kode_pd AND a.kode_indikator = r.kode_indikator AND a.tahun = r.tahun
LEFT JOIN alur AS l
    ON l.kode_pd = r.kode_pd AND l.dokumen = 'pengumpulan' AND l.kode_unit = r.kode_unit
    AND l.tahun = r.tahun AND l.triwulan = r.triwulan
LEFT JOIN serentak AS e ON e.kode_indikator = r.kode_indikator
WHERE r.kode_pd = $kode_pd AND r.tahun = $tahun AND r.triwulan = $triwulan AND r.dari IS NULL
UNION ALL
SELECT
    'anggaran', b.kode_simpul, s.nama, 'Rp', b.kode_unit, u.nama, b.id_kiriman,
    b.versi, 'terisi', NULL, NULL, NULL, NULL, b.rupiah, p.rupiah,
    NULL, NULL, NULL, NULL,
    coalesce(l.keadaan = 'terverifikasi', FALSE), s.urutan, 1000000, NULL, NULL
FROM anggaran_berlaku AS b
JOIN simpul AS s ON s.kode_pd = b.kode_pd AND s.kode_simpul = b.kode_simpul
JOIN unit_pada($hari) AS u ON u.kode_pd = b.kode_pd AND u.kode_unit = b.kode_unit
LEFT JOIN alur AS l
    ON l.kode_pd = b.kode_pd AND l.dokumen = 'pengumpulan' AND l.kode_unit = b.kode_unit
    AND l.tahun = b.tahun AND l.triwulan = b.triwulan
LEFT JOIN (
    SELECT g.kode_pd, g.kode_simpul, g.rupiah
    FROM pagu AS g
    JOIN (
        SELECT id_rencana FROM rencana
        WHERE kode_pd = $kode_pd AND jenis = 'renja' AND tahun_awal = $tahun
            AND tanggal <= $hari
        ORDER BY ke DESC, revisi DESC
        LIMIT 1
    ) AS berlaku ON berlaku.id_rencana = g.id_rencana
    WHERE g.kode_pd = $kode_pd AND g.tahun = $tahun
) AS p ON p.kode_pd = b.kode_pd AND p.kode_simpul = b.kode_simpul
WHERE b.kode_pd = $kode_pd AND b.tahun = $tahun AND b.triwulan = $triwulan
ORDER BY jenis DESC, urut, urut_lagi, kode
