-- What a unit reported about an indicator that has moved to another unit since stays in force: a corrected workbook of
-- the old unit is no longer asked for it, so it withdraws nothing. The kiriman that came in last still wins.
CREATE OR REPLACE VIEW realisasi_berlaku AS
SELECT * EXCLUDE (urut)
FROM (
    SELECT
        r.*, k.kode_unit, k.versi, k.diterima_pada, k.nama_berkas,
        row_number() OVER (
            PARTITION BY r.kode_pd, r.kode_indikator, r.tahun, r.triwulan
            ORDER BY k.diterima_pada DESC, k.versi DESC, k.id_kiriman DESC
        ) AS urut
    FROM realisasi AS r
    JOIN kiriman AS k USING (kode_pd, id_kiriman, tahun, triwulan)
    LEFT JOIN kiriman_berlaku AS b USING (kode_pd, id_kiriman)
    LEFT JOIN indikator AS i ON i.kode_pd = r.kode_pd AND i.kode_indikator = r.kode_indikator
    WHERE b.id_kiriman IS NOT NULL OR i.kode_unit <> k.kode_unit
) AS semua
WHERE urut = 1;
