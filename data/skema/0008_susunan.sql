-- What a plan can say about who answers for what. What these columns leave open is NULL, as in every row of before.

-- bukti_wajib: whether every reported value of this indicator needs its bukti dukung.
ALTER TABLE indikator ADD COLUMN bukti_wajib BOOLEAN;

-- sasaran: the sasaran that a row of the tree below them serves, `S1.1, S1.2`: a program beside its parent, a kegiatan or sub kegiatan
-- instead of those above it. NULL: none besides, or those above it.
DROP VIEW simpul_berdaun;
ALTER TABLE simpul ADD COLUMN sasaran VARCHAR;

-- As in step 0001.
CREATE VIEW simpul_berdaun AS
SELECT
    s.*,
    s.tingkat IN ('kegiatan', 'sub_kegiatan')
    AND NOT EXISTS (SELECT 1 FROM simpul AS a WHERE a.kode_pd = s.kode_pd AND a.kode_induk = s.kode_simpul) AS daun
FROM simpul AS s;

-- Which rows of a kiriman somebody has looked at before it is verified; kode_baris is a kode_indikator, or `anggaran` for all
-- its money. A look changes nothing that anybody did: it has no peristiwa, the verification says how many were seen.
CREATE TABLE baris_dilihat (
    kode_pd VARCHAR NOT NULL,
    id_kiriman VARCHAR NOT NULL,
    akun VARCHAR NOT NULL,
    kode_baris VARCHAR NOT NULL,
    dilihat_pada TIMESTAMP NOT NULL,
    PRIMARY KEY (kode_pd, id_kiriman, akun, kode_baris)
);

-- Who has a part in what: units that are a sub SKPD, and the part of a sub kegiatan that one unit carries out. Tables whose
-- CHECK learns a new word are made anew with their rows.

DROP MACRO TABLE unit_pada;
ALTER TABLE unit RENAME TO unit_lama;

-- kode_sub_skpd: its code in the budget, the last group with four digits; NULL: no sub SKPD.
CREATE TABLE unit (
    kode_pd VARCHAR NOT NULL,
    kode_unit VARCHAR NOT NULL CHECK (kode_unit <> ''),
    nama VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('seksi', 'subbag', 'kelurahan', 'upt')),
    anggaran_semua BOOLEAN NOT NULL,
    urutan INTEGER NOT NULL,
    kode_sub_skpd VARCHAR,
    PRIMARY KEY (kode_pd, kode_unit)
);
INSERT INTO unit BY NAME SELECT * FROM unit_lama;
DROP TABLE unit_lama;

-- As in step 0004.
CREATE MACRO unit_pada(hari) AS TABLE
SELECT
    u.kode_pd, u.kode_unit, coalesce(s.nama, u.nama) AS nama, u.jenis, u.anggaran_semua, u.urutan, u.kode_sub_skpd
FROM unit AS u
LEFT JOIN (
    SELECT kode_pd, kode_unit, nama
    FROM sebutan_unit
    WHERE mulai <= hari
    QUALIFY row_number() OVER (PARTITION BY kode_pd, kode_unit ORDER BY mulai DESC, revisi DESC) = 1
) AS s ON s.kode_pd = u.kode_pd AND s.kode_unit = u.kode_unit;

DROP VIEW simpul_berdaun;
ALTER TABLE simpul RENAME TO simpul_lama;

-- bagian_unit: what one unit (kode_unit) carries out of the sub kegiatan, or the kegiatan without any, above it. It holds money;
-- indicators stand at the node above.
CREATE TABLE simpul (
    kode_pd VARCHAR NOT NULL,
    kode_simpul VARCHAR NOT NULL CHECK (kode_simpul <> ''),
    tingkat VARCHAR NOT NULL CHECK (
        tingkat IN ('tujuan', 'sasaran', 'program', 'kegiatan', 'sub_kegiatan', 'bagian_unit')
    ),
    kode_induk VARCHAR,
    nama VARCHAR NOT NULL,
    kode_unit VARCHAR,
    urutan INTEGER NOT NULL,
    sasaran VARCHAR,
    PRIMARY KEY (kode_pd, kode_simpul),
    CHECK ((tingkat = 'tujuan') = (kode_induk IS NULL))
);
INSERT INTO simpul BY NAME SELECT * FROM simpul_lama;
DROP TABLE simpul_lama;

-- As in step 0001; parts of units leave a node the lowest of the plan.
CREATE VIEW simpul_berdaun AS
SELECT
    s.*,
    s.tingkat IN ('kegiatan', 'sub_kegiatan') AND NOT EXISTS (
        SELECT 1
        FROM simpul AS a
        WHERE a.kode_pd = s.kode_pd AND a.kode_induk = s.kode_simpul AND a.tingkat <> 'bagian_unit'
    ) AS daun
FROM simpul AS s;

-- What a plan can say about an indicator whose values come from others.

-- sama_dengan: the indicator whose report is its own as well. bagian_dari: the indicator of the office that it is one unit's
-- part of. agregasi_unit: how the parts make the value of the office.
DROP VIEW aturan_berlaku;
ALTER TABLE aturan_indikator ADD COLUMN sama_dengan VARCHAR;
ALTER TABLE aturan_indikator ADD COLUMN bagian_dari VARCHAR;
ALTER TABLE aturan_indikator ADD COLUMN agregasi_unit VARCHAR;

-- As in step 0007.
CREATE VIEW aturan_berlaku AS
SELECT a.*
FROM aturan_indikator AS a
JOIN (
    SELECT kode_pd, kode_indikator, tahun, max(revisi) AS revisi
    FROM aturan_indikator
    GROUP BY kode_pd, kode_indikator, tahun
) AS terakhir USING (kode_pd, kode_indikator, tahun, revisi);

-- Where the report of an indicator goes besides itself: to what is the same (cara `sama`), to the office that it is a part
-- of, and to what is the same as that. `semua` are all parts of the office, each with its unit; a part without a target in a
-- Renja that has one for others is not planned, and nobody is asked for it. One row = one indicator, triwulan and indicator
-- that takes from it.
CREATE VIEW aliran_nilai AS
WITH
sama AS (
    SELECT kode_pd, tahun, sama_dengan AS kode_asal, kode_indikator AS kode_tujuan
    FROM aturan_berlaku
    WHERE sama_dengan IS NOT NULL
),
tw AS (SELECT CAST(range AS INTEGER) AS triwulan FROM range(1, 5)),
bertarget AS (
    -- By the Renja in force at the end of each triwulan.
    SELECT DISTINCT v.kode_pd, v.tahun, v.triwulan, t.kode_indikator
    FROM (
        SELECT r.kode_pd, r.tahun_awal AS tahun, tw.triwulan, r.id_rencana
        FROM rencana AS r
        JOIN tw ON r.tanggal <= akhir_triwulan(r.tahun_awal, tw.triwulan)
        WHERE r.jenis = 'renja'
        QUALIFY row_number() OVER (
            PARTITION BY r.kode_pd, r.tahun_awal, tw.triwulan ORDER BY r.ke DESC, r.revisi DESC
        ) = 1
    ) AS v
    JOIN target AS t ON t.kode_pd = v.kode_pd AND t.id_rencana = v.id_rencana AND t.tahun = v.tahun
),
bagian AS (
    SELECT
        p.kode_pd, p.tahun, tw.triwulan, p.kode_indikator AS kode_asal, p.bagian_dari AS kode_tujuan,
        k.agregasi_unit AS cara, u.nama AS nama_unit, u.urutan
    FROM aturan_berlaku AS p
    CROSS JOIN tw
    JOIN aturan_berlaku AS k ON k.kode_pd = p.kode_pd AND k.tahun = p.tahun AND k.kode_indikator = p.bagian_dari
    JOIN indikator AS i ON i.kode_pd = p.kode_pd AND i.kode_indikator = p.kode_indikator
    JOIN unit AS u ON u.kode_pd = i.kode_pd AND u.kode_unit = i.kode_unit
    LEFT JOIN bertarget AS b
        ON b.kode_pd = p.kode_pd AND b.tahun = p.tahun AND b.triwulan = tw.triwulan AND b.kode_indikator = p.kode_indikator
    WHERE p.bagian_dari IS NOT NULL AND k.agregasi_unit IS NOT NULL
    QUALIFY b.kode_indikator IS NOT NULL OR
        count(b.kode_indikator) OVER (PARTITION BY p.kode_pd, p.tahun, tw.triwulan, p.bagian_dari) = 0
),
terbagi AS (
    SELECT
        kode_pd, tahun, triwulan, kode_asal, kode_tujuan, cara,
        list(struct_pack(kode := kode_asal, nama_unit := nama_unit) ORDER BY urutan, kode_asal)
            OVER (PARTITION BY kode_pd, tahun, triwulan, kode_tujuan) AS semua
    FROM bagian
)
SELECT s.kode_pd, s.tahun, tw.triwulan, s.kode_asal, s.kode_tujuan, 'sama' AS cara, NULL AS semua
FROM sama AS s
CROSS JOIN tw
UNION ALL
SELECT kode_pd, tahun, triwulan, kode_asal, kode_tujuan, cara, semua FROM terbagi
UNION ALL
SELECT b.kode_pd, b.tahun, b.triwulan, b.kode_asal, s.kode_tujuan, b.cara, b.semua
FROM terbagi AS b
JOIN sama AS s ON s.kode_pd = b.kode_pd AND s.tahun = b.tahun AND s.kode_asal = b.kode_tujuan;

-- What the unit of each indicator reported: what step 0005 called realisasi_terhitung.
ALTER VIEW realisasi_terhitung RENAME TO realisasi_terlapor;

-- What is in force: what was reported for the indicator itself, and where that is nothing, what flows to it. Parts make a
-- value when all of them are there; those that had nothing to measure are left out. `dari` are the reports that a row
-- which was not reported itself is made of, by their codes.
CREATE VIEW realisasi_terhitung AS
WITH
mengalir AS (
    SELECT s, s.kode_pd, s.tahun, s.triwulan, unnest(
        list_prepend(struct_pack(kode := s.kode_indikator, cara := NULL, semua := NULL), a.tujuan)
    ) AS ke
    FROM realisasi_terlapor AS s
    LEFT JOIN (
        SELECT
            kode_pd, tahun, triwulan, kode_asal,
            list(struct_pack(kode := kode_tujuan, cara := cara, semua := semua)) AS tujuan
        FROM aliran_nilai
        GROUP BY kode_pd, tahun, triwulan, kode_asal
    ) AS a
        ON a.kode_pd = s.kode_pd AND a.tahun = s.tahun AND a.triwulan = s.triwulan AND a.kode_asal = s.kode_indikator
),
terkumpul AS (
    SELECT
        kode_pd, tahun, triwulan, ke.kode AS kode_indikator, any_value(ke.cara) AS cara, any_value(ke.semua) AS semua,
        any_value(s) FILTER (ke.cara IS NULL) AS sendiri,
        any_value(s) FILTER (ke.cara = 'sama') AS kembar,
        list(s ORDER BY s.kode_indikator) FILTER (ke.cara IS NOT NULL) AS lain,
        count(*) FILTER (ke.cara IS NOT NULL AND s.keadaan = 'tidak_ada_kejadian') AS nihil,
        count(*) FILTER (
            ke.cara IS NOT NULL AND s.keadaan = 'terisi'
            AND CASE WHEN ke.cara = 'rasio' THEN s.pembilang ELSE s.nilai END IS NOT NULL
        ) AS ada,
        sum(CASE WHEN ke.cara = 'rasio' THEN s.pembilang ELSE s.nilai END) FILTER (ke.cara IS NOT NULL) AS atas,
        sum(s.penyebut) FILTER (ke.cara IS NOT NULL) AS bawah
    FROM mengalir
    GROUP BY kode_pd, tahun, triwulan, ke.kode
),
terpilih AS (
    SELECT
        *,
        CASE
            WHEN cara IS NULL OR sendiri.keadaan <> 'belum_ada_data' THEN sendiri
            WHEN cara = 'sama' THEN kembar
        END AS utuh,
        CASE WHEN cara IS NULL OR sendiri.keadaan <> 'belum_ada_data' THEN NULL ELSE lain END AS dari,
        CASE
            WHEN ada + nihil < len(semua) OR abs(atas) >= 1000000000000000000 OR abs(bawah) >= 1000000000000000000 THEN 'belum_ada_data'
            WHEN ada = 0 THEN 'tidak_ada_kejadian'
            ELSE 'terisi'
        END AS keadaan_kantor
    FROM terkumpul
)
SELECT
    kode_pd, utuh.id_kiriman AS id_kiriman, kode_indikator, tahun, triwulan,
    CASE WHEN utuh IS NULL THEN keadaan_kantor ELSE utuh.keadaan END AS keadaan,
    CASE
        WHEN utuh IS NOT NULL THEN utuh.nilai WHEN keadaan_kantor = 'terisi' AND cara = 'jumlah' THEN atas
    END::DECIMAL(30, 12) AS nilai,
    CASE
        WHEN utuh IS NOT NULL THEN utuh.pembilang WHEN keadaan_kantor = 'terisi' AND cara <> 'jumlah' THEN atas
    END::DECIMAL(30, 12) AS pembilang,
    CASE
        WHEN utuh IS NOT NULL THEN utuh.penyebut
        WHEN keadaan_kantor = 'terisi' AND cara = 'rasio' THEN bawah
        WHEN keadaan_kantor = 'terisi' AND cara = 'rata_rata' THEN ada
    END::DECIMAL(30, 12) AS penyebut,
    utuh.peringkat AS peringkat,
    CASE
        WHEN utuh IS NOT NULL THEN utuh.alasan
        WHEN keadaan_kantor = 'belum_ada_data' AND ada + nihil < len(semua) THEN 'menunggu ' || array_to_string(list_transform(
            list_filter(semua, lambda bagian: NOT list_contains(list_transform(
                list_filter(lain, lambda laporan: laporan.keadaan <> 'belum_ada_data'), lambda laporan: laporan.kode_indikator
            ), bagian.kode)),
            lambda bagian: bagian.nama_unit
        ), ', ')
        WHEN keadaan_kantor = 'belum_ada_data' THEN 'jumlahnya terlalu besar untuk disimpan'
    END AS alasan,
    utuh.diketik AS diketik, coalesce(utuh.lembar, '') AS lembar, coalesce(utuh.sel, '') AS sel,
    utuh.kode_unit AS kode_unit, utuh.versi AS versi,
    coalesce(utuh.diterima_pada, list_max(list_transform(dari, lambda laporan: laporan.diterima_pada))) AS diterima_pada,
    coalesce(utuh.nama_berkas, '') AS nama_berkas,
    utuh.koreksi_lama AS koreksi_lama, utuh.koreksi_baru AS koreksi_baru, utuh.koreksi_alasan AS koreksi_alasan,
    utuh.koreksi_oleh AS koreksi_oleh, utuh.koreksi_pada AS koreksi_pada,
    list_transform(dari, lambda laporan: struct_pack(
        kode := laporan.kode_indikator, kode_unit := laporan.kode_unit, keadaan := laporan.keadaan,
        nilai := laporan.nilai, pembilang := laporan.pembilang, penyebut := laporan.penyebut,
        nama_berkas := laporan.nama_berkas, versi := laporan.versi, lembar := laporan.lembar, sel := laporan.sel
    )) AS dari
FROM terpilih;

ALTER TABLE realisasi_berlaku ADD COLUMN dari STRUCT(
    kode VARCHAR, kode_unit VARCHAR, keadaan VARCHAR, nilai DECIMAL(30, 12), pembilang DECIMAL(30, 12),
    penyebut DECIMAL(30, 12), nama_berkas VARCHAR, versi INTEGER, lembar VARCHAR, sel VARCHAR
)[];

-- What units wrote beside the indicators that they report: what step 0005 called narasi_terhitung.
ALTER VIEW narasi_terhitung RENAME TO narasi_terlapor;

-- The words flow where the values flow; those of parts stand together, each behind the name of its unit.
CREATE VIEW narasi_terhitung AS
SELECT *
FROM narasi_terlapor
UNION ALL BY NAME
SELECT
    n.kode_pd, arg_min(n.id_kiriman, n.kode_indikator) AS id_kiriman, a.kode_tujuan AS kode_indikator, n.jenis,
    CASE
        WHEN any_value(a.cara) = 'sama' THEN any_value(n.isi)
        ELSE string_agg(u.nama || ': ' || n.isi, '; ' ORDER BY u.urutan, n.kode_indikator)
    END AS isi,
    arg_min(n.lembar, n.kode_indikator) AS lembar, arg_min(n.sel, n.kode_indikator) AS sel,
    arg_min(n.kode_unit, n.kode_indikator) AS kode_unit, n.tahun, n.triwulan, arg_min(n.versi, n.kode_indikator) AS versi
FROM narasi_terlapor AS n
JOIN aliran_nilai AS a
    ON a.kode_pd = n.kode_pd AND a.tahun = n.tahun AND a.triwulan = n.triwulan AND a.kode_asal = n.kode_indikator
JOIN unit AS u ON u.kode_pd = n.kode_pd AND u.kode_unit = n.kode_unit
WHERE NOT EXISTS (
    SELECT 1
    FROM narasi_terlapor AS lama
    WHERE lama.kode_pd = n.kode_pd AND lama.kode_indikator = a.kode_tujuan AND lama.jenis = n.jenis
        AND lama.tahun = n.tahun AND lama.triwulan = n.triwulan
)
GROUP BY n.kode_pd, a.kode_tujuan, n.jenis, n.tahun, n.triwulan;

-- When the money of a Renja is to be drawn: the anggaran kas of one node that holds money for each triwulan itself, not s/d
-- it, in rupiah. A node without rows has no such plan.
CREATE TABLE anggaran_kas (
    kode_pd VARCHAR NOT NULL,
    id_rencana INTEGER NOT NULL,
    kode_simpul VARCHAR NOT NULL,
    tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL CHECK (triwulan BETWEEN 1 AND 4),
    rupiah DECIMAL(20, 2) NOT NULL CHECK (rupiah >= 0),
    lembar VARCHAR NOT NULL,
    sel VARCHAR NOT NULL,
    PRIMARY KEY (kode_pd, id_rencana, kode_simpul, tahun, triwulan)
);
