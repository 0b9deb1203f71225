-- The SOP: who is in, what moves, what was corrected, approved, frozen and archived.
-- The hash chain over peristiwa is filled for older rows by data/gudang.py when this step is applied.

-- sidik = SHA-256 over the row and the sidik before it (data/rantai.py). akun, sebagai: who, in which office or deputyship.
-- mengubah: whether figures may look different afterwards (logins and refusals do not change any).
ALTER TABLE peristiwa ADD COLUMN akun VARCHAR;
ALTER TABLE peristiwa ADD COLUMN sebagai VARCHAR;
ALTER TABLE peristiwa ADD COLUMN mengubah BOOLEAN DEFAULT TRUE;
ALTER TABLE peristiwa ADD COLUMN sidik VARCHAR;

-- Which account uploaded it: a file that could not be identified is shown to nobody else of a unit.
ALTER TABLE unggahan ADD COLUMN akun VARCHAR;

-- An account. sandi = argon2id; NULL: cannot log in with a password. contoh: made by the seeder of the sample office.
CREATE TABLE akun (
    id_akun VARCHAR PRIMARY KEY,
    nama_akun VARCHAR NOT NULL UNIQUE CHECK (nama_akun <> ''),
    nama VARCHAR NOT NULL CHECK (nama <> ''),
    sandi VARCHAR,
    aktif BOOLEAN NOT NULL,
    contoh BOOLEAN NOT NULL,
    dibuat_pada TIMESTAMP NOT NULL,
    versi INTEGER NOT NULL
);

-- One row = one peran of one account, for an office ('*' = every office of this store) and, for a kepala_seksi, a unit.
-- jenis plt or plh: a deputy from mulai to selesai, both days included. Withdrawn, never deleted.
CREATE TABLE penugasan (
    id_penugasan VARCHAR NOT NULL,
    id_akun VARCHAR NOT NULL,
    kode_pd VARCHAR NOT NULL,
    peran VARCHAR NOT NULL,
    kode_unit VARCHAR,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('definitif', 'plt', 'plh')),
    mulai DATE NOT NULL,
    selesai DATE,
    alasan VARCHAR,
    dibuat_pada TIMESTAMP NOT NULL,
    dicabut_pada TIMESTAMP,
    PRIMARY KEY (id_penugasan),
    CHECK ((peran = 'kepala_seksi') = (kode_unit IS NOT NULL)),
    CHECK (jenis = 'definitif' OR selesai IS NOT NULL),
    CHECK (selesai IS NULL OR selesai >= mulai)
);

-- A login. The cookie holds the token, the store only its SHA-256. sebab: keluar, sandi, peran, nonaktif, kedaluwarsa.
CREATE TABLE sesi (
    token_sha256 VARCHAR NOT NULL,
    id_akun VARCHAR NOT NULL,
    dibuat_pada TIMESTAMP NOT NULL,
    terakhir_pada TIMESTAMP NOT NULL,
    alamat VARCHAR NOT NULL,
    berakhir_pada TIMESTAMP,
    sebab VARCHAR
);

-- Failed logins by account name and by address: subjek 'akun:<nama>' or 'alamat:<ip>'.
CREATE TABLE percobaan_masuk (
    subjek VARCHAR NOT NULL,
    gagal INTEGER NOT NULL,
    terakhir_pada TIMESTAMP NOT NULL,
    terkunci_sampai TIMESTAMP
);

-- Where each document of the SOP stands. dokumen pengumpulan: per unit and triwulan; kompilasi: per triwulan; laporan:
-- per year and jenis (triwulan 0). No row = the first keadaan. versi grows with every move and with everything below it.
CREATE TABLE alur (
    kode_pd VARCHAR NOT NULL,
    dokumen VARCHAR NOT NULL CHECK (dokumen IN ('pengumpulan', 'kompilasi', 'laporan')),
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 0 AND 4),
    kode_unit VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL,
    keadaan VARCHAR NOT NULL,
    revisi INTEGER NOT NULL CHECK (revisi >= 1),
    versi INTEGER NOT NULL CHECK (versi >= 1),
    sejak TIMESTAMP NOT NULL,
    PRIMARY KEY (kode_pd, dokumen, tahun, triwulan, kode_unit, jenis)
);

-- A figure that the Sekretaris corrected: laid over the kiriman that it corrects, which stays as it came. lama and baru
-- as people write them. The last row of an id_kiriman and kode counts.
CREATE TABLE koreksi (
    kode_pd VARCHAR NOT NULL,
    id_koreksi VARCHAR NOT NULL,
    nomor INTEGER NOT NULL,
    id_kiriman VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    jenis VARCHAR NOT NULL CHECK (jenis IN ('indikator', 'anggaran')),
    kode VARCHAR NOT NULL,
    lama VARCHAR NOT NULL,
    baru VARCHAR NOT NULL,
    nilai DECIMAL(30, 12),
    pembilang DECIMAL(30, 12),
    penyebut DECIMAL(30, 12),
    peringkat VARCHAR,
    rupiah DECIMAL(20, 2),
    alasan VARCHAR NOT NULL CHECK (alasan <> ''),
    oleh VARCHAR NOT NULL,
    dikoreksi_pada TIMESTAMP NOT NULL,
    CHECK ((pembilang IS NULL) = (penyebut IS NULL)),
    CHECK ((jenis = 'anggaran') = (rupiah IS NOT NULL)),
    CHECK (jenis = 'anggaran' OR nilai IS NOT NULL OR pembilang IS NOT NULL OR peringkat IS NOT NULL)
);

-- Evidence for an indicator; its bytes stand in berkas. Withdrawn, never deleted.
CREATE TABLE bukti (
    kode_pd VARCHAR NOT NULL,
    id_bukti VARCHAR NOT NULL,
    kode_unit VARCHAR NOT NULL,
    kode_indikator VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    sha256 VARCHAR NOT NULL,
    nama_berkas VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL,
    ukuran INTEGER NOT NULL,
    oleh VARCHAR NOT NULL,
    diunggah_pada TIMESTAMP NOT NULL,
    ditarik_pada TIMESTAMP,
    PRIMARY KEY (kode_pd, id_bukti)
);

-- A paper that came with a move of the SOP: scan of a signed sheet, draft of a report, proof of input. objek as in peristiwa.
CREATE TABLE lampiran (
    kode_pd VARCHAR NOT NULL,
    id_lampiran VARCHAR NOT NULL,
    objek VARCHAR NOT NULL,
    aksi VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    nama_berkas VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL,
    ukuran INTEGER NOT NULL,
    oleh VARCHAR NOT NULL,
    diunggah_pada TIMESTAMP NOT NULL,
    PRIMARY KEY (kode_pd, id_lampiran)
);

-- What the Camat approved, frozen. isi = gzip of the canonical JSON, sidik = SHA-256 over that JSON. Never changed.
CREATE TABLE snapshot (
    kode_pd VARCHAR NOT NULL,
    nomor VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    revisi INTEGER NOT NULL CHECK (revisi >= 1),
    sidik VARCHAR NOT NULL CHECK (length(sidik) = 64),
    isi BLOB NOT NULL,
    dibuat_pada TIMESTAMP NOT NULL,
    oleh VARCHAR NOT NULL,
    PRIMARY KEY (kode_pd, nomor),
    UNIQUE (kode_pd, tahun, triwulan, revisi)
);

-- Only in a frozen copy of a store, one row: the approval that it was made from (nomor NULL: what would be approved now).
-- Empty in every store that is a file.
CREATE TABLE asal_beku (
    kode_pd VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    nomor VARCHAR,
    sidik VARCHAR,
    revisi INTEGER,
    disetujui_pada TIMESTAMP,
    oleh VARCHAR,
    sebagai VARCHAR,
    di_atas_kertas BOOLEAN,
    nomor_ujung BIGINT,
    sidik_ujung VARCHAR,
    tanpa_unit VARCHAR NOT NULL
);

-- The archive register of step 12 and of Pencatatan: hard copy (where it stands), soft copy (its bytes), or the sidik of the
-- snapshot that the store keeps.
CREATE TABLE arsip (
    kode_pd VARCHAR NOT NULL,
    id_arsip VARCHAR NOT NULL,
    objek VARCHAR NOT NULL,
    langkah INTEGER NOT NULL,
    uraian VARCHAR NOT NULL CHECK (uraian <> ''),
    nomor_dokumen VARCHAR,
    tanggal DATE NOT NULL,
    tempat VARCHAR,
    sha256 VARCHAR,
    nama_berkas VARCHAR,
    sidik VARCHAR,
    oleh VARCHAR NOT NULL,
    dicatat_pada TIMESTAMP NOT NULL,
    PRIMARY KEY (kode_pd, id_arsip),
    CHECK (tempat IS NOT NULL OR sha256 IS NOT NULL OR sidik IS NOT NULL)
);

-- The request of steps 1-3 for a periode: letter and the day until which the units shall send. The last revisi counts.
CREATE TABLE permintaan (
    kode_pd VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    revisi INTEGER NOT NULL CHECK (revisi >= 1),
    nomor_surat VARCHAR,
    tanggal_surat DATE,
    tenggat DATE NOT NULL,
    oleh VARCHAR NOT NULL,
    dicatat_pada TIMESTAMP NOT NULL,
    PRIMARY KEY (kode_pd, tahun, triwulan, revisi)
);
-- Replaced by alur and permintaan; no command ever wrote a row into it.
DROP TABLE periode;

-- Who holds an office, for signatures and letters; a deputy has jenis plt or plh and an end.
CREATE TABLE pejabat (
    kode_pd VARCHAR NOT NULL,
    id_pejabat VARCHAR NOT NULL,
    jabatan VARCHAR NOT NULL CHECK (jabatan <> ''),
    nama VARCHAR NOT NULL CHECK (nama <> ''),
    nip VARCHAR,
    pangkat VARCHAR,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('definitif', 'plt', 'plh')),
    mulai DATE NOT NULL,
    selesai DATE,
    dicatat_pada TIMESTAMP NOT NULL,
    dicabut_pada TIMESTAMP,
    PRIMARY KEY (kode_pd, id_pejabat),
    CHECK (selesai IS NULL OR selesai >= mulai)
);

-- Working days (hari kerja) that a step of the SOP takes. Dated; the highest revisi of the last mulai counts.
CREATE TABLE waktu_baku (
    langkah INTEGER NOT NULL CHECK (langkah BETWEEN 1 AND 12),
    mulai DATE NOT NULL,
    revisi INTEGER NOT NULL,
    paling_cepat INTEGER NOT NULL CHECK (paling_cepat >= 0),
    paling_lama INTEGER NOT NULL,
    keterangan VARCHAR NOT NULL,
    sumber VARCHAR NOT NULL,
    alasan VARCHAR,
    oleh VARCHAR,
    dicatat_pada TIMESTAMP,
    PRIMARY KEY (langkah, mulai, revisi),
    CHECK (paling_lama >= paling_cepat)
);

-- Days that differ from the calendar of national holidays: a local holiday, or a holiday that is worked. Last revisi counts.
CREATE TABLE hari_khusus (
    tanggal DATE NOT NULL,
    revisi INTEGER NOT NULL,
    libur BOOLEAN NOT NULL,
    nama VARCHAR NOT NULL,
    sumber VARCHAR NOT NULL,
    oleh VARCHAR,
    dicatat_pada TIMESTAMP,
    PRIMARY KEY (tanggal, revisi)
);

-- Settings can be changed in the program: a new dated row with its reason; several on one day by revisi.
ALTER TABLE pengaturan RENAME TO pengaturan_lama;
CREATE TABLE pengaturan (
    kunci VARCHAR NOT NULL,
    mulai DATE NOT NULL,
    revisi INTEGER NOT NULL,
    nilai VARCHAR NOT NULL,
    keterangan VARCHAR NOT NULL,
    sumber VARCHAR NOT NULL,
    alasan VARCHAR,
    oleh VARCHAR,
    dicatat_pada TIMESTAMP,
    PRIMARY KEY (kunci, mulai, revisi)
);
INSERT INTO pengaturan
SELECT kunci, mulai, 1, nilai, keterangan, sumber, NULL, NULL, NULL
FROM pengaturan_lama;
DROP TABLE pengaturan_lama;

-- Every move of the SOP, read from the log: one row = one applied row of the table of steps.
CREATE VIEW perpindahan AS
SELECT
    p.nomor, p.kunci, p.kode_pd, p.waktu, p.oleh, p.akun, p.sebagai, substr(p.aksi, 6) AS aksi, p.objek,
    p.rincian ->> '$.dokumen' AS dokumen,
    CAST(p.rincian ->> '$.tahun' AS INTEGER) AS tahun,
    CAST(p.rincian ->> '$.triwulan' AS INTEGER) AS triwulan,
    p.rincian ->> '$.kode_unit' AS kode_unit,
    p.rincian ->> '$.jenis' AS jenis,
    CAST(p.rincian ->> '$.langkah' AS INTEGER) AS langkah,
    p.rincian ->> '$.dari' AS dari,
    p.rincian ->> '$.ke' AS ke,
    CAST(p.rincian ->> '$.revisi' AS INTEGER) AS revisi,
    p.rincian ->> '$.catatan' AS catatan,
    coalesce(CAST(p.rincian ->> '$.rangkap' AS BOOLEAN), FALSE) AS rangkap,
    p.rincian ->> '$.kertas.nomor' AS nomor_kertas,
    CAST(p.rincian ->> '$.kertas.tanggal' AS DATE) AS tanggal_kertas,
    p.rincian ->> '$.kertas.sha256' AS sha256_kertas,
    p.rincian
FROM peristiwa AS p
WHERE p.aksi LIKE 'alur:%';

CREATE VIEW koreksi_berlaku AS
SELECT * EXCLUDE (urut)
FROM (
    SELECT
        k.*,
        row_number() OVER (PARTITION BY k.kode_pd, k.id_kiriman, k.jenis, k.kode ORDER BY k.nomor DESC) AS urut
    FROM koreksi AS k
) AS semua
WHERE urut = 1;

-- As in step 0001, with what the Sekretaris corrected laid over what the unit sent.
CREATE OR REPLACE VIEW realisasi_berlaku AS
SELECT
    s.kode_pd, s.id_kiriman, s.kode_indikator, s.tahun, s.triwulan,
    CASE WHEN k.id_koreksi IS NULL THEN s.keadaan ELSE 'terisi' END AS keadaan,
    CASE WHEN k.id_koreksi IS NULL THEN s.nilai ELSE k.nilai END AS nilai,
    CASE WHEN k.id_koreksi IS NULL THEN s.pembilang ELSE k.pembilang END AS pembilang,
    CASE WHEN k.id_koreksi IS NULL THEN s.penyebut ELSE k.penyebut END AS penyebut,
    CASE WHEN k.id_koreksi IS NULL THEN s.peringkat ELSE k.peringkat END AS peringkat,
    s.alasan, s.diketik, s.lembar, s.sel, s.kode_unit, s.versi, s.diterima_pada, s.nama_berkas,
    k.lama AS koreksi_lama, k.baru AS koreksi_baru, k.alasan AS koreksi_alasan, k.oleh AS koreksi_oleh,
    k.dikoreksi_pada AS koreksi_pada
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
) AS s
LEFT JOIN koreksi_berlaku AS k
    ON k.kode_pd = s.kode_pd AND k.id_kiriman = s.id_kiriman AND k.jenis = 'indikator' AND k.kode = s.kode_indikator
WHERE s.urut = 1;

CREATE OR REPLACE VIEW anggaran_berlaku AS
SELECT
    s.* EXCLUDE (urut, rupiah),
    coalesce(k.rupiah, s.rupiah) AS rupiah,
    k.lama AS koreksi_lama, k.baru AS koreksi_baru, k.alasan AS koreksi_alasan, k.oleh AS koreksi_oleh,
    k.dikoreksi_pada AS koreksi_pada
FROM (
    SELECT
        r.*, k.kode_unit, k.versi, k.diterima_pada, k.nama_berkas,
        row_number() OVER (
            PARTITION BY r.kode_pd, r.kode_simpul, r.tahun, r.triwulan
            ORDER BY k.diterima_pada DESC, k.id_kiriman DESC
        ) AS urut
    FROM realisasi_anggaran AS r
    JOIN kiriman_berlaku AS k USING (kode_pd, id_kiriman, tahun, triwulan)
) AS s
LEFT JOIN koreksi_berlaku AS k
    ON k.kode_pd = s.kode_pd AND k.id_kiriman = s.id_kiriman AND k.jenis = 'anggaran' AND k.kode = s.kode_simpul
WHERE s.urut = 1;
