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
