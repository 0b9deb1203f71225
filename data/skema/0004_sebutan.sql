-- What offices and units are called from a day on, so that a draft of an earlier periode keeps the name of its time.

-- One row = one description of an office. Before the first one that of perangkat_daerah holds.
CREATE TABLE sebutan_kantor (
    kode_pd VARCHAR NOT NULL,
    mulai DATE NOT NULL,
    revisi INTEGER NOT NULL,
    nama VARCHAR NOT NULL CHECK (nama <> ''),
    kabupaten VARCHAR NOT NULL CHECK (kabupaten <> ''),
    kode_wilayah VARCHAR,
    kode_bps VARCHAR,
    alasan VARCHAR,
    oleh VARCHAR,
    dicatat_pada TIMESTAMP,
    PRIMARY KEY (kode_pd, mulai, revisi)
);

-- One row = one name of a unit. Before the first one that of unit holds.
CREATE TABLE sebutan_unit (
    kode_pd VARCHAR NOT NULL,
    kode_unit VARCHAR NOT NULL,
    mulai DATE NOT NULL,
    revisi INTEGER NOT NULL,
    nama VARCHAR NOT NULL CHECK (nama <> ''),
    alasan VARCHAR,
    oleh VARCHAR,
    dicatat_pada TIMESTAMP,
    PRIMARY KEY (kode_pd, kode_unit, mulai, revisi)
);

-- The last day of a triwulan.
CREATE MACRO akhir_triwulan(tahun, triwulan) AS last_day(make_date(tahun, triwulan * 3, 1));

-- perangkat_daerah as its offices were described on a day: of their rows the last mulai counts, and of that the last
-- revisi.
CREATE MACRO kantor_pada(hari) AS TABLE
SELECT
    p.kode_pd,
    coalesce(s.nama, p.nama) AS nama,
    coalesce(s.kabupaten, p.kabupaten) AS kabupaten,
    CASE WHEN s.kode_pd IS NULL THEN p.kode_wilayah ELSE s.kode_wilayah END AS kode_wilayah,
    CASE WHEN s.kode_pd IS NULL THEN p.kode_bps ELSE s.kode_bps END AS kode_bps,
    p.contoh
FROM perangkat_daerah AS p
LEFT JOIN (
    SELECT kode_pd, nama, kabupaten, kode_wilayah, kode_bps
    FROM sebutan_kantor
    WHERE mulai <= hari
    QUALIFY row_number() OVER (PARTITION BY kode_pd ORDER BY mulai DESC, revisi DESC) = 1
) AS s ON s.kode_pd = p.kode_pd;

-- unit with the names of a day, by the same rule.
CREATE MACRO unit_pada(hari) AS TABLE
SELECT u.kode_pd, u.kode_unit, coalesce(s.nama, u.nama) AS nama, u.jenis, u.anggaran_semua, u.urutan
FROM unit AS u
LEFT JOIN (
    SELECT kode_pd, kode_unit, nama
    FROM sebutan_unit
    WHERE mulai <= hari
    QUALIFY row_number() OVER (PARTITION BY kode_pd, kode_unit ORDER BY mulai DESC, revisi DESC) = 1
) AS s ON s.kode_pd = u.kode_pd AND s.kode_unit = u.kode_unit;
