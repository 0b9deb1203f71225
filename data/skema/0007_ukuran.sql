-- What a plan can say about how an indicator is measured. What these columns leave open is NULL, as in every row of before.
-- A table whose CHECK learns a new word is made anew with its rows.

DROP VIEW aturan_berlaku;
ALTER TABLE aturan_indikator RENAME TO aturan_indikator_lama;

-- jatuh_tempo: the triwulan that are due, `2` or `2,4`; NULL: those of its frekuensi. agregasi_tahun: how years make a
-- Renstra; NULL: it follows from kondisi akhir. boleh_tanpa_kejadian: whether a triwulan may have had nothing to measure; NULL: those
-- with pembilang and penyebut may.
CREATE TABLE aturan_indikator (
    kode_pd VARCHAR NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    revisi INTEGER NOT NULL CHECK (revisi >= 0),
    polaritas VARCHAR NOT NULL CHECK (polaritas IN ('naik', 'turun')),
    rumus VARCHAR NOT NULL,
    frekuensi VARCHAR NOT NULL CHECK (frekuensi IN ('triwulanan', 'semesteran', 'tahunan')),
    agregasi VARCHAR NOT NULL CHECK (agregasi IN ('jumlah', 'nilai_akhir', 'rata_rata', 'maksimum', 'rasio')),
    cara_isi VARCHAR NOT NULL CHECK (cara_isi IN ('triwulan_ini', 'sd_triwulan')),
    pembilang VARCHAR,
    penyebut VARCHAR,
    faktor DECIMAL(30, 12) CHECK (faktor > 0),
    skala_ordinal VARCHAR,
    alasan VARCHAR,
    agregasi_tahun VARCHAR CHECK (agregasi_tahun IN ('jumlah', 'tahun_terakhir')),
    jatuh_tempo VARCHAR CHECK (jatuh_tempo <> ''),
    boleh_tanpa_kejadian BOOLEAN,
    PRIMARY KEY (kode_pd, kode_indikator, tahun, revisi),
    CHECK ((pembilang IS NULL) = (penyebut IS NULL) AND (pembilang IS NULL) = (faktor IS NULL)),
    CHECK ((rumus = 'ordinal') = (skala_ordinal IS NOT NULL)),
    CHECK (agregasi <> 'rasio' OR pembilang IS NOT NULL)
);
INSERT INTO aturan_indikator BY NAME SELECT * FROM aturan_indikator_lama;
DROP TABLE aturan_indikator_lama;

-- As in step 0001.
CREATE VIEW aturan_berlaku AS
SELECT a.*
FROM aturan_indikator AS a
JOIN (
    SELECT kode_pd, kode_indikator, tahun, max(revisi) AS revisi
    FROM aturan_indikator
    GROUP BY kode_pd, kode_indikator, tahun
) AS terakhir USING (kode_pd, kode_indikator, tahun, revisi);

ALTER TABLE realisasi RENAME TO realisasi_lama;

-- tidak_ada_kejadian: the triwulan had nothing to measure. It has no value, what was typed stands in diketik, why in alasan.
CREATE TABLE realisasi (
    kode_pd VARCHAR NOT NULL,
    id_kiriman VARCHAR NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    keadaan VARCHAR NOT NULL CHECK (keadaan IN ('terisi', 'belum_ada_data', 'tidak_ada_kejadian')),
    nilai DECIMAL(30, 12),
    pembilang DECIMAL(30, 12),
    penyebut DECIMAL(30, 12),
    peringkat VARCHAR,
    alasan VARCHAR,
    diketik VARCHAR,
    lembar VARCHAR NOT NULL,
    sel VARCHAR NOT NULL,
    CHECK ((pembilang IS NULL) = (penyebut IS NULL)),
    CHECK ((keadaan = 'terisi') = (nilai IS NOT NULL OR pembilang IS NOT NULL OR peringkat IS NOT NULL))
);
INSERT INTO realisasi BY NAME SELECT * FROM realisasi_lama;
DROP TABLE realisasi_lama;

-- How many decimals a target was typed with; NULL: as many as its number has.
ALTER TABLE target ADD COLUMN desimal INTEGER;

-- What a unit has filled in on screen and not sent yet: one row for every Simpan, none is ever changed. isian is JSON:
-- {"realisasi": {kode_indikator: {column: text}}, "anggaran": {kode_simpul: {column: text}}}, as typed.
CREATE TABLE draf_isian (
    kode_pd VARCHAR NOT NULL,
    kode_unit VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    versi INTEGER NOT NULL CHECK (versi >= 1),
    isian VARCHAR NOT NULL,
    oleh VARCHAR NOT NULL,
    disimpan_pada TIMESTAMP NOT NULL,
    PRIMARY KEY (kode_pd, kode_unit, tahun, triwulan, versi)
);
