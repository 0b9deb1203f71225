-- What was reported about the indicators of one unit s/d a year, in the newest kiriman of each triwulan, with how
-- it was measured in that year. One row = one indicator, year and triwulan.
SELECT r.kode_indikator, r.tahun, r.triwulan, r.nilai, r.pembilang, r.penyebut, r.peringkat, a.faktor, a.cara_isi
FROM realisasi_berlaku AS r
JOIN indikator AS i ON i.kode_pd = r.kode_pd AND i.kode_indikator = r.kode_indikator
LEFT JOIN aturan_berlaku AS a
    ON a.kode_pd = r.kode_pd AND a.kode_indikator = r.kode_indikator AND a.tahun = r.tahun
WHERE r.kode_pd = $kode_pd AND i.kode_unit = $kode_unit AND r.tahun <= $tahun AND r.keadaan = 'terisi'
ORDER BY r.kode_indikator, r.tahun, r.triwulan
