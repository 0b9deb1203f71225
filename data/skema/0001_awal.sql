-- The first schema. Forward-only: a later change is a new numbered file, this one never changes.
-- Conventions: every table carries kode_pd, the code of the perangkat daerah that owns the row, so that stores can be
-- joined; a code is text; a measured value is DECIMAL(30,12), an amount of money DECIMAL(20,2); an absent value is an
-- absent row or NULL with its state beside it, never 0. Large fact tables have no primary key on purpose (size).

CREATE TABLE perangkat_daerah (
    kode_pd VARCHAR PRIMARY KEY CHECK (kode_pd <> ''),
    nama VARCHAR NOT NULL,
    kabupaten VARCHAR NOT NULL,
    kode_wilayah VARCHAR,
    kode_bps VARCHAR,
    contoh BOOLEAN NOT NULL
);

CREATE TABLE unit (
    kode_pd VARCHAR NOT NULL,
    kode_unit VARCHAR NOT NULL CHECK (kode_unit <> ''),
    nama VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('seksi', 'subbag')),
    anggaran_semua BOOLEAN NOT NULL,
    urutan INTEGER NOT NULL,
    PRIMARY KEY (kode_pd, kode_unit)
);

-- One row = one revision of one plan document. ke = 0 is murni, ke = n is perubahan ke-n; revisi counts corrected
-- imports of the same document. Nothing is overwritten: the version in force is the highest (ke, revisi) by date.
CREATE TABLE rencana (
    kode_pd VARCHAR NOT NULL,
    id_rencana INTEGER NOT NULL,
    kode_dokumen VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('renstra', 'renja')),
    tahun_awal INTEGER NOT NULL CHECK (tahun_awal BETWEEN 2000 AND 2100),
    tahun_akhir INTEGER NOT NULL CHECK (tahun_akhir BETWEEN 2000 AND 2100),
    ke INTEGER NOT NULL CHECK (ke >= 0),
    revisi INTEGER NOT NULL CHECK (revisi >= 0),
    tanggal DATE NOT NULL,
    dokumen VARCHAR NOT NULL,
    alasan VARCHAR,
    PRIMARY KEY (kode_pd, id_rencana),
    UNIQUE (kode_pd, jenis, tahun_awal, ke, revisi),
    CHECK (tahun_akhir >= tahun_awal),
    CHECK (jenis = 'renstra' OR tahun_awal = tahun_akhir)
);

CREATE TABLE simpul (
    kode_pd VARCHAR NOT NULL,
    kode_simpul VARCHAR NOT NULL CHECK (kode_simpul <> ''),
    tingkat VARCHAR NOT NULL CHECK (tingkat IN ('tujuan', 'sasaran', 'program', 'kegiatan', 'sub_kegiatan')),
    kode_induk VARCHAR,
    nama VARCHAR NOT NULL,
    kode_unit VARCHAR,
    urutan INTEGER NOT NULL,
    PRIMARY KEY (kode_pd, kode_simpul),
    CHECK ((tingkat = 'tujuan') = (kode_induk IS NULL))
);

CREATE TABLE indikator (
    kode_pd VARCHAR NOT NULL,
    kode_indikator VARCHAR NOT NULL CHECK (kode_indikator <> ''),
    kode_simpul VARCHAR NOT NULL,
    nama VARCHAR NOT NULL,
    satuan VARCHAR NOT NULL,
    kode_unit VARCHAR NOT NULL,
    definisi VARCHAR,
    sumber_data VARCHAR,
    urutan INTEGER NOT NULL,
    PRIMARY KEY (kode_pd, kode_indikator)
);

-- The rule of one indicator, frozen for one year. A change of rule is a new row for a later year, or a new revisi with
-- its alasan; evaluations read the highest revisi.
CREATE TABLE aturan_indikator (
    kode_pd VARCHAR NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    revisi INTEGER NOT NULL CHECK (revisi >= 0),
    polaritas VARCHAR NOT NULL CHECK (polaritas IN ('naik', 'turun')),
    rumus VARCHAR NOT NULL,
    frekuensi VARCHAR NOT NULL CHECK (frekuensi IN ('triwulanan', 'semesteran', 'tahunan')),
    agregasi VARCHAR NOT NULL CHECK (agregasi IN ('jumlah', 'nilai_akhir', 'rata_rata', 'maksimum')),
    cara_isi VARCHAR NOT NULL CHECK (cara_isi IN ('triwulan_ini', 'sd_triwulan')),
    pembilang VARCHAR,
    penyebut VARCHAR,
    faktor DECIMAL(30, 12) CHECK (faktor > 0),
    skala_ordinal VARCHAR,
    alasan VARCHAR,
    PRIMARY KEY (kode_pd, kode_indikator, tahun, revisi),
    CHECK ((pembilang IS NULL) = (penyebut IS NULL) AND (pembilang IS NULL) = (faktor IS NULL)),
    CHECK ((rumus = 'ordinal') = (skala_ordinal IS NOT NULL))
);

CREATE TABLE laporan_indikator (
    kode_pd VARCHAR NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    laporan VARCHAR NOT NULL CHECK (laporan IN ('iku', 'renja', 'renstra', 'rpjmd', 'lppd', 'pk')),
    PRIMARY KEY (kode_pd, kode_indikator, laporan)
);

-- One row = one planned value. triwulan 0 = the whole year. Exactly one form: angka, rentang or peringkat.
-- No row = not planned, which is not zero.
CREATE TABLE target (
    kode_pd VARCHAR NOT NULL,
    id_rencana INTEGER NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 0 AND 4),
    nilai DECIMAL(30, 12),
    bawah DECIMAL(30, 12),
    atas DECIMAL(30, 12),
    peringkat VARCHAR,
    lembar VARCHAR NOT NULL,
    sel VARCHAR NOT NULL,
    PRIMARY KEY (kode_pd, id_rencana, kode_indikator, tahun, triwulan),
    CHECK ((bawah IS NULL) = (atas IS NULL) AND (bawah IS NULL OR bawah <= atas)),
    CHECK ((CASE WHEN nilai IS NULL THEN 0 ELSE 1 END)
         + (CASE WHEN bawah IS NULL THEN 0 ELSE 1 END)
         + (CASE WHEN peringkat IS NULL THEN 0 ELSE 1 END) = 1)
);

CREATE TABLE pagu (
    kode_pd VARCHAR NOT NULL,
    id_rencana INTEGER NOT NULL,
    kode_simpul VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    rupiah DECIMAL(20, 2) NOT NULL CHECK (rupiah >= 0),
    lembar VARCHAR NOT NULL,
    sel VARCHAR NOT NULL,
    PRIMARY KEY (kode_pd, id_rencana, kode_simpul, tahun)
);

-- What was measured or promised outside the quarterly loop: kondisi awal and akhir of a Renstra, and the realisasi of
-- years before Capaian was in use. sumber names the document.
CREATE TABLE riwayat (
    kode_pd VARCHAR NOT NULL,
    id_rencana INTEGER NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('kondisi_awal', 'kondisi_akhir', 'realisasi')),
    tahun INTEGER NOT NULL,
    nilai DECIMAL(30, 12),
    peringkat VARCHAR,
    sumber VARCHAR NOT NULL CHECK (sumber <> ''),
    lembar VARCHAR NOT NULL,
    sel VARCHAR NOT NULL,
    PRIMARY KEY (kode_pd, id_rencana, kode_indikator, jenis, tahun),
    CHECK ((nilai IS NULL) <> (peringkat IS NULL))
);

CREATE TABLE riwayat_anggaran (
    kode_pd VARCHAR NOT NULL,
    id_rencana INTEGER NOT NULL,
    kode_simpul VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    rupiah DECIMAL(20, 2) NOT NULL CHECK (rupiah >= 0),
    sumber VARCHAR NOT NULL CHECK (sumber <> ''),
    lembar VARCHAR NOT NULL,
    sel VARCHAR NOT NULL,
    PRIMARY KEY (kode_pd, id_rencana, kode_simpul, tahun)
);

CREATE TABLE standar_nasional (
    kode_pd VARCHAR NOT NULL,
    id_rencana INTEGER NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    nilai DECIMAL(30, 12) NOT NULL,
    sumber VARCHAR NOT NULL CHECK (sumber <> ''),
    PRIMARY KEY (kode_pd, id_rencana, kode_indikator, tahun)
);

CREATE TABLE tautan_rpjmd (
    kode_pd VARCHAR NOT NULL,
    id_rencana INTEGER NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    program_prioritas VARCHAR NOT NULL,
    indikator_rpjmd VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    nilai DECIMAL(30, 12),
    bawah DECIMAL(30, 12),
    atas DECIMAL(30, 12),
    peringkat VARCHAR,
    PRIMARY KEY (kode_pd, id_rencana, kode_indikator, tahun)
);

CREATE TABLE elemen_ikk (
    kode_pd VARCHAR NOT NULL,
    id_rencana INTEGER NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    kode_ikk VARCHAR NOT NULL,
    nama_ikk VARCHAR NOT NULL,
    rumus_ikk VARCHAR NOT NULL,
    elemen VARCHAR NOT NULL CHECK (elemen IN ('pembilang', 'penyebut', 'capaian')),
    PRIMARY KEY (kode_pd, id_rencana, kode_indikator, kode_ikk, elemen)
);

-- Original bytes of every workbook that came in, by content. Never updated, never deleted.
CREATE TABLE berkas (
    sha256 VARCHAR PRIMARY KEY CHECK (length(sha256) = 64),
    isi BLOB NOT NULL,
    ukuran INTEGER NOT NULL CHECK (ukuran >= 0)
);

CREATE TABLE periode (
    kode_pd VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    status VARCHAR NOT NULL CHECK (status IN ('draf', 'terverifikasi', 'disetujui')),
    tenggat DATE,
    PRIMARY KEY (kode_pd, tahun, triwulan)
);

-- One row = one accepted workbook of one unit for one periode; a corrected workbook is a row with the next versi.
CREATE TABLE kiriman (
    kode_pd VARCHAR NOT NULL,
    id_kiriman VARCHAR NOT NULL,
    kode_unit VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    versi INTEGER NOT NULL CHECK (versi >= 1),
    sha256 VARCHAR NOT NULL,
    nama_berkas VARCHAR NOT NULL,
    versi_format VARCHAR NOT NULL,
    diterima_pada TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL,
    PRIMARY KEY (kode_pd, id_kiriman),
    UNIQUE (kode_pd, kode_unit, tahun, triwulan, versi)
);

-- One row = one indicator in one kiriman. keadaan 'belum_ada_data' keeps the row and its reason, without a value.
CREATE TABLE realisasi (
    kode_pd VARCHAR NOT NULL,
    id_kiriman VARCHAR NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    keadaan VARCHAR NOT NULL CHECK (keadaan IN ('terisi', 'belum_ada_data')),
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

-- rupiah is cumulative: s/d the triwulan of the kiriman.
CREATE TABLE realisasi_anggaran (
    kode_pd VARCHAR NOT NULL,
    id_kiriman VARCHAR NOT NULL,
    kode_simpul VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    rupiah DECIMAL(20, 2) NOT NULL,
    lembar VARCHAR NOT NULL,
    sel VARCHAR NOT NULL
);

CREATE TABLE narasi (
    kode_pd VARCHAR NOT NULL,
    id_kiriman VARCHAR NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL CHECK (jenis IN (
        'faktor_pendorong', 'faktor_penghambat', 'tindak_lanjut_triwulan', 'tindak_lanjut_renja', 'bukti_dukung')),
    isi VARCHAR NOT NULL CHECK (isi <> ''),
    lembar VARCHAR NOT NULL,
    sel VARCHAR NOT NULL
);

-- Findings of an accepted kiriman or an imported rencana, and of refused files (objek = 'tolakan').
CREATE TABLE temuan (
    kode_pd VARCHAR NOT NULL,
    objek VARCHAR NOT NULL CHECK (objek IN ('kiriman', 'rencana', 'tolakan')),
    id_objek VARCHAR NOT NULL,
    nomor INTEGER NOT NULL,
    kode VARCHAR NOT NULL,
    tingkat VARCHAR NOT NULL CHECK (tingkat IN ('galat', 'peringatan', 'info')),
    lembar VARCHAR,
    sel VARCHAR,
    kode_indikator VARCHAR,
    diketik VARCHAR,
    dipahami VARCHAR,
    pesan VARCHAR NOT NULL,
    saran VARCHAR NOT NULL,
    keadaan VARCHAR NOT NULL CHECK (keadaan IN ('baru', 'dijelaskan', 'diperbaiki', 'diterima')),
    alasan VARCHAR
);

-- The audit log: one row = one thing somebody did. Written in the same transaction as what it tells of.
CREATE TABLE peristiwa (
    nomor BIGINT PRIMARY KEY,
    kode_pd VARCHAR NOT NULL,
    waktu TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL,
    aksi VARCHAR NOT NULL,
    objek VARCHAR NOT NULL,
    rincian VARCHAR NOT NULL,
    kunci VARCHAR
);
CREATE UNIQUE INDEX peristiwa_kunci ON peristiwa (kunci);

-- Reference data, seeded from data/acuan/*.toml. mulai = the first day on which the row holds.
CREATE TABLE pengaturan (
    kunci VARCHAR NOT NULL,
    mulai DATE NOT NULL,
    nilai VARCHAR NOT NULL,
    keterangan VARCHAR NOT NULL,
    sumber VARCHAR NOT NULL,
    PRIMARY KEY (kunci, mulai)
);

CREATE TABLE skala_predikat (
    skala VARCHAR NOT NULL,
    urutan INTEGER NOT NULL,
    predikat VARCHAR NOT NULL,
    di_atas DECIMAL(30, 12),
    simbol VARCHAR NOT NULL,
    tercetak_dari DECIMAL(30, 12),
    tercetak_sampai DECIMAL(30, 12),
    sumber VARCHAR NOT NULL,
    PRIMARY KEY (skala, urutan)
);

CREATE TABLE skala_ordinal (
    skala VARCHAR NOT NULL,
    peringkat VARCHAR NOT NULL,
    urutan INTEGER NOT NULL,
    nilai DECIMAL(30, 12),
    sumber VARCHAR NOT NULL,
    PRIMARY KEY (skala, peringkat)
);

-- The plan tree with its leaves marked: money is kept at a sub kegiatan, or at a kegiatan without children.
CREATE VIEW simpul_berdaun AS
SELECT
    s.*,
    s.tingkat IN ('kegiatan', 'sub_kegiatan')
    AND NOT EXISTS (SELECT 1 FROM simpul AS a WHERE a.kode_pd = s.kode_pd AND a.kode_induk = s.kode_simpul) AS daun
FROM simpul AS s;

-- What is in force: the newest revision of a rule, the newest versi of a kiriman and its facts.
CREATE VIEW aturan_berlaku AS
SELECT a.*
FROM aturan_indikator AS a
JOIN (
    SELECT kode_pd, kode_indikator, tahun, max(revisi) AS revisi
    FROM aturan_indikator
    GROUP BY kode_pd, kode_indikator, tahun
) AS terakhir USING (kode_pd, kode_indikator, tahun, revisi);

CREATE VIEW kiriman_berlaku AS
SELECT k.*
FROM kiriman AS k
JOIN (
    SELECT kode_pd, kode_unit, tahun, triwulan, max(versi) AS versi
    FROM kiriman
    GROUP BY kode_pd, kode_unit, tahun, triwulan
) AS terakhir USING (kode_pd, kode_unit, tahun, triwulan, versi);

-- One fact in force per indicator or leaf and triwulan. An indicator that moved to another unit, or money that another
-- unit now fills, can be reported for the same triwulan by both; the kiriman that came in last is in force. What a unit
-- reported about an indicator that has moved away since stays: its corrected workbook is no longer asked for it.
CREATE VIEW realisasi_berlaku AS
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

CREATE VIEW anggaran_berlaku AS
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

CREATE VIEW narasi_berlaku AS
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
