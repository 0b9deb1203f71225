-- Every indicator that its unit reports in this year, in the order of the plan, with the name of its unit on a day;
-- `senama`: another one has the same name; `serentak`: those that follow its report. One row = one indicator.
WITH
serentak AS (
    SELECT sama_dengan AS kode_indikator, list(kode_indikator ORDER BY kode_indikator) AS serentak
    FROM aturan_berlaku
    WHERE kode_pd = $kode_pd AND tahun = $tahun AND sama_dengan IS NOT NULL
    GROUP BY sama_dengan
)
SELECT
    i.kode_indikator, i.nama, i.satuan, i.kode_unit, u.nama AS nama_unit, i.definisi, i.sumber_data, i.bukti_wajib,
    i.kode_simpul, s.tingkat, s.nama AS nama_simpul, i.urutan,
    a.polaritas, a.rumus, a.frekuensi, a.jatuh_tempo, a.agregasi, a.cara_isi, a.pembilang, a.penyebut, a.faktor,
    a.skala_ordinal, a.alasan, a.boleh_tanpa_kejadian, a.bagian_dari, e.serentak,
    count(*) OVER (PARTITION BY i.nama) > 1 AS senama
FROM indikator AS i
JOIN aturan_berlaku AS a ON a.kode_pd = i.kode_pd AND a.kode_indikator = i.kode_indikator AND a.tahun = $tahun
JOIN simpul AS s ON s.kode_pd = i.kode_pd AND s.kode_simpul = i.kode_simpul
JOIN unit_pada($hari) AS u ON u.kode_pd = i.kode_pd AND u.kode_unit = i.kode_unit
LEFT JOIN serentak AS e ON e.kode_indikator = i.kode_indikator
WHERE i.kode_pd = $kode_pd AND a.sama_dengan IS NULL AND a.agregasi_unit IS NULL
ORDER BY s.urutan, i.urutan, i.kode_indikator
