-- Of the values in force of a periode that need evidence and that a unit reported itself, how many there are and how many have
-- some that was not withdrawn. One row = one unit that has any.
WITH berbukti AS (
    SELECT DISTINCT kode_unit, kode_indikator
    FROM bukti
    WHERE kode_pd = $kode_pd AND tahun = $tahun AND triwulan = $triwulan AND ditarik_pada IS NULL
)
SELECT i.kode_unit, count(*) AS wajib, count(b.kode_indikator) AS ada
FROM realisasi_berlaku AS r
JOIN indikator AS i ON i.kode_pd = r.kode_pd AND i.kode_indikator = r.kode_indikator AND i.bukti_wajib
LEFT JOIN berbukti AS b ON b.kode_unit = i.kode_unit AND b.kode_indikator = i.kode_indikator
WHERE r.kode_pd = $kode_pd AND r.tahun = $tahun AND r.triwulan = $triwulan AND r.keadaan = 'terisi'
    AND r.dari IS NULL
GROUP BY i.kode_unit
ORDER BY i.kode_unit
