-- Every workbook that is uploaded is kept with its findings, accepted or not, and a finding has a life from upload to
-- upload.

-- One row = one upload of one workbook. nomor counts the uploads of its unit and periode; what cannot be identified has
-- neither. keadaan: menunggu (for a decision), ditolak (it has a galat), diterima (it became id_kiriman).
CREATE TABLE unggahan (
    kode_pd VARCHAR NOT NULL,
    id_unggahan VARCHAR NOT NULL,
    kode_unit VARCHAR,
    tahun INTEGER,
    triwulan INTEGER CHECK (triwulan BETWEEN 1 AND 4),
    nomor INTEGER NOT NULL CHECK (nomor >= 1),
    sha256 VARCHAR NOT NULL,
    nama_berkas VARCHAR NOT NULL,
    keadaan VARCHAR NOT NULL CHECK (keadaan IN ('menunggu', 'ditolak', 'diterima')),
    id_kiriman VARCHAR,
    diunggah_pada TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL,
    PRIMARY KEY (kode_pd, id_unggahan),
    CHECK ((keadaan = 'diterima') = (id_kiriman IS NOT NULL)),
    CHECK ((kode_unit IS NULL) = (tahun IS NULL) AND (tahun IS NULL) = (triwulan IS NULL))
);

-- The reading that somebody chose on screen for a cell with several. One row = one choice; the last one counts.
CREATE TABLE pilihan_bacaan (
    kode_pd VARCHAR NOT NULL,
    id_unggahan VARCHAR NOT NULL,
    nomor INTEGER NOT NULL,
    alamat VARCHAR NOT NULL,
    bacaan VARCHAR NOT NULL,
    oleh VARCHAR NOT NULL,
    dipilih_pada TIMESTAMP NOT NULL
);

ALTER TABLE temuan RENAME TO temuan_lama;

-- Findings of an upload or an imported rencana, and of refused rencana files (objek = 'tolakan'). pokok is the same from
-- file to file for the same mistake in the same row and column. Its life: baru, dijelaskan (alasan, by whom), diperbaiki
-- (in which upload), diterima (the explanation, by whom).
CREATE TABLE temuan (
    kode_pd VARCHAR NOT NULL,
    objek VARCHAR NOT NULL CHECK (objek IN ('unggahan', 'rencana', 'tolakan')),
    id_objek VARCHAR NOT NULL,
    nomor INTEGER NOT NULL,
    kode VARCHAR NOT NULL,
    tingkat VARCHAR NOT NULL CHECK (tingkat IN ('galat', 'peringatan', 'info')),
    lembar VARCHAR,
    sel VARCHAR,
    kode_indikator VARCHAR,
    kode_baris VARCHAR,
    kolom VARCHAR,
    pokok VARCHAR NOT NULL,
    diketik VARCHAR,
    dipahami VARCHAR,
    pesan VARCHAR NOT NULL,
    saran VARCHAR NOT NULL,
    pengganti VARCHAR NOT NULL,
    pembanding VARCHAR NOT NULL,
    keadaan VARCHAR NOT NULL CHECK (keadaan IN ('baru', 'dijelaskan', 'diperbaiki', 'diterima')),
    alasan VARCHAR,
    dijelaskan_oleh VARCHAR,
    diperbaiki_di VARCHAR,
    diterima_oleh VARCHAR,
    diterima_pada TIMESTAMP,
    CHECK ((keadaan = 'diperbaiki') = (diperbaiki_di IS NOT NULL)),
    CHECK ((keadaan = 'diterima') = (diterima_oleh IS NOT NULL)),
    CHECK (keadaan <> 'dijelaskan' OR alasan IS NOT NULL)
);

INSERT INTO unggahan
SELECT
    kode_pd, 'U-' || id_kiriman, kode_unit, tahun, triwulan,
    CAST(row_number() OVER (PARTITION BY kode_pd, kode_unit, tahun, triwulan ORDER BY versi) AS INTEGER),
    sha256, nama_berkas, 'diterima', id_kiriman, diterima_pada, oleh
FROM kiriman;

-- A refusal knew its unit but not always its periode; it is kept as a file that was not identified.
INSERT INTO unggahan
SELECT
    kode_pd, 'U-' || objek, NULL, NULL, NULL,
    CAST(row_number() OVER (PARTITION BY kode_pd ORDER BY nomor) AS INTEGER),
    regexp_extract(rincian, '"sha256": "([0-9a-f]{64})"', 1),
    coalesce(nullif(regexp_extract(rincian, '"nama_berkas": "([^"]*)"', 1), ''), 'tanpa nama'),
    'ditolak', NULL, waktu, oleh
FROM peristiwa
WHERE aksi = 'tolak_kiriman';

INSERT INTO temuan
SELECT
    t.kode_pd,
    CASE WHEN t.objek = 'rencana' OR (t.objek = 'tolakan' AND u.id_unggahan IS NULL) THEN t.objek ELSE 'unggahan' END,
    coalesce(u.id_unggahan, t.id_objek), t.nomor, t.kode, t.tingkat, t.lembar, t.sel, t.kode_indikator, NULL, NULL,
    t.kode || '@' || coalesce(t.lembar || coalesce('!' || t.sel, ''), 'berkas'),
    t.diketik, t.dipahami, t.pesan, t.saran, '[]', '[]', t.keadaan, t.alasan, NULL, NULL, NULL, NULL
FROM temuan_lama AS t
LEFT JOIN unggahan AS u ON u.kode_pd = t.kode_pd AND u.id_unggahan = 'U-' || t.id_objek;

DROP TABLE temuan_lama;
