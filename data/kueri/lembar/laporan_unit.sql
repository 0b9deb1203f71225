-- What was reported about some indicators s/d a year, in the newest kiriman of each triwulan, with how it was measured in
-- that year. One row = one indicator, year and triwulan. Their codes come as a list, because DuckDB carries that down into
-- the view and a join not: without it every fact of the office would be sorted for the few of one unit.
SELECT
    r.kode_indikator, r.tahun, r.triwulan, r.nilai, r.pembilang, r.penyebut, r.peringkat,
    a.faktor, a.cara_isi, a.frekuensi
FROM realisasi_berlaku AS r
LEFT JOIN aturan_berlaku AS a
    ON a.kode_pd = r.kode_pd AND a.kode_indikator = r.kode_indikator AND a.tahun = r.tahun
WHERE r.kode_pd = $kode_pd AND list_contains($indikator, r.kode_indikator) AND r.tahun <= $tahun
    AND r.keadaan = 'terisi'
ORDER BY r.kode_indikator, r.tahun, r.triwulan
