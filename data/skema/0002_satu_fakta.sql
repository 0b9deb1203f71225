-- One fact in force per indicator or leaf and triwulan. An indicator that moved to another unit, or money that another
-- unit now fills, can be reported for the same triwulan by both; the kiriman that came in last is in force.
CREATE OR REPLACE VIEW realisasi_berlaku AS
SELECT * EXCLUDE (urut)
FROM (
    SELECT
        r.*, k.kode_unit, k.versi, k.diterima_pada, k.nama_berkas,
        row_number() OVER (
            PARTITION BY r.kode_pd, r.kode_indikator, r.tahun, r.triwulan
            ORDER BY k.diterima_pada DESC, k.id_kiriman DESC
        ) AS urut
    FROM realisasi AS r
    JOIN kiriman_berlaku AS k USING (kode_pd, id_kiriman, tahun, triwulan)
) AS semua
WHERE urut = 1;

CREATE OR REPLACE VIEW anggaran_berlaku AS
SELECT * EXCLUDE (urut)
FROM (
    SELECT
        r.*, k.kode_unit, k.versi, k.diterima_pada, k.nama_berkas,
        row_number() OVER (
            PARTITION BY r.kode_pd, r.kode_simpul, r.tahun, r.triwulan
            ORDER BY k.diterima_pada DESC, k.id_kiriman DESC
        ) AS urut
    FROM realisasi_anggaran AS r
    JOIN kiriman_berlaku AS k USING (kode_pd, id_kiriman, tahun, triwulan)
) AS semua
WHERE urut = 1;

CREATE OR REPLACE VIEW narasi_berlaku AS
SELECT * EXCLUDE (urut)
FROM (
    SELECT
        n.*, k.kode_unit, k.tahun, k.triwulan, k.versi,
        row_number() OVER (
            PARTITION BY n.kode_pd, n.kode_indikator, n.jenis, k.tahun, k.triwulan
            ORDER BY k.diterima_pada DESC, k.id_kiriman DESC
        ) AS urut
    FROM narasi AS n
    JOIN kiriman_berlaku AS k USING (kode_pd, id_kiriman)
) AS semua
WHERE urut = 1;
