-- Every indicator of an office (or the one asked for) with its rule: of each year from $rinci on, and where it has none by
-- then, of its newest year. Names of units are those of a day; `senama`: another indicator of that year has the same name.
-- One row = one indicator and year, in the order of the plan.
WITH
awal AS (
    SELECT coalesce(least(max(tahun_awal), $tahun - 1), $tahun - 1) AS tahun
    FROM rencana
    WHERE kode_pd = $kode_pd AND jenis = 'renstra' AND $tahun BETWEEN tahun_awal AND tahun_akhir AND tanggal <= $hari
),
laporan AS (
    SELECT kode_indikator, list(laporan) AS laporan
    FROM laporan_indikator
    WHERE kode_pd = $kode_pd
    GROUP BY kode_indikator
),
semua AS (
    SELECT
        i.kode_indikator, i.nama, i.satuan, i.kode_unit, i.definisi, i.sumber_data, i.bukti_wajib, i.kode_simpul, i.urutan,
        a.tahun, a.polaritas, a.rumus, a.frekuensi, a.jatuh_tempo, a.agregasi, a.agregasi_tahun, a.cara_isi, a.pembilang,
        a.penyebut, a.faktor, a.skala_ordinal, a.sama_dengan, a.bagian_dari, a.agregasi_unit, count(*) OVER (PARTITION BY a.tahun, i.nama) > 1 AS senama,
        max(a.tahun) OVER (PARTITION BY i.kode_indikator) AS terbaru
    FROM indikator AS i
    JOIN aturan_berlaku AS a ON a.kode_pd = i.kode_pd AND a.kode_indikator = i.kode_indikator
    WHERE i.kode_pd = $kode_pd AND a.tahun BETWEEN (SELECT tahun FROM awal) AND $tahun
)
SELECT
    m.* EXCLUDE (urutan, terbaru), u.nama AS nama_unit, s.tingkat, s.nama AS nama_simpul, l.laporan
FROM semua AS m
JOIN simpul AS s ON s.kode_pd = $kode_pd AND s.kode_simpul = m.kode_simpul
JOIN unit_pada($hari) AS u ON u.kode_pd = $kode_pd AND u.kode_unit = m.kode_unit
LEFT JOIN laporan AS l ON l.kode_indikator = m.kode_indikator
WHERE (m.tahun >= $rinci OR m.tahun = m.terbaru) AND ($kode_indikator IS NULL OR m.kode_indikator = $kode_indikator)
ORDER BY s.urutan, m.urutan, m.kode_indikator, m.tahun
