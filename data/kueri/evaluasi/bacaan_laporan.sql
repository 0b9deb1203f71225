-- What the units reported from a year on up to a periode, under the year and triwulan that it tells of (what is due in the year after
-- tells of the year before), with the cell it stands in. One row = one indicator and triwulan.
WITH
menyusul AS MATERIALIZED (
    SELECT a.kode_indikator, a.tahun
    FROM aturan_berlaku AS a
    JOIN aturan_berlaku AS b
        ON b.kode_pd = a.kode_pd AND b.kode_indikator = a.kode_indikator AND b.tahun = a.tahun - 1
    WHERE a.kode_pd = $kode_pd AND a.jatuh_tempo = '5' AND b.jatuh_tempo = '5'
)
SELECT
    r.kode_indikator, r.tahun - CAST(m.tahun IS NOT NULL AS INTEGER) AS tahun,
    CASE WHEN m.tahun IS NULL THEN r.triwulan ELSE 4 END AS triwulan,
    r.keadaan, r.nilai, r.pembilang, r.penyebut, r.peringkat, r.alasan, r.diketik,
    r.id_kiriman, r.versi, r.nama_berkas, r.diterima_pada, r.lembar, r.sel,
    r.koreksi_lama, r.koreksi_baru, r.koreksi_alasan, r.koreksi_oleh, r.koreksi_pada, r.dari
FROM realisasi_berlaku AS r
LEFT JOIN menyusul AS m ON m.kode_indikator = r.kode_indikator AND m.tahun = r.tahun
WHERE r.kode_pd = $kode_pd AND r.tahun BETWEEN $rinci AND $tahun
    AND ($kode_indikator IS NULL OR r.kode_indikator = $kode_indikator)
    AND (m.tahun IS NULL OR (r.keadaan <> 'belum_ada_data' AND (r.tahun < $tahun OR r.triwulan <= $triwulan)))
ORDER BY 2, r.kode_indikator, 3, r.tahun, r.triwulan
