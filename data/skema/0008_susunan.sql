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
