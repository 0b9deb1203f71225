-- What is in force is kept as rows, so that no question works it out again. The rule stands once, in the views that end in
-- _terhitung; the tables of the released names hold their rows, which data/berlaku.py makes follow every write in the
-- transaction of that write, and which the check of the log holds against the views. No keys: a row that changes is taken
-- away and put in again in one transaction.

DROP VIEW realisasi_berlaku;
DROP VIEW anggaran_berlaku;
DROP VIEW narasi_berlaku;

-- As in step 0003; between two rows of one kiriman their cells decide.
CREATE VIEW realisasi_terhitung AS
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
            ORDER BY k.diterima_pada DESC, k.versi DESC, k.id_kiriman DESC, r.lembar DESC, r.sel DESC
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

-- As in step 0003, with the same last word.
CREATE VIEW anggaran_terhitung AS
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
            ORDER BY k.diterima_pada DESC, k.id_kiriman DESC, r.lembar DESC, r.sel DESC
        ) AS urut
    FROM realisasi_anggaran AS r
    JOIN kiriman_berlaku AS k USING (kode_pd, id_kiriman, tahun, triwulan)
) AS s
LEFT JOIN koreksi_berlaku AS k
    ON k.kode_pd = s.kode_pd AND k.id_kiriman = s.id_kiriman AND k.jenis = 'anggaran' AND k.kode = s.kode_simpul
WHERE s.urut = 1;

-- As in step 0001, with the same last word.
CREATE VIEW narasi_terhitung AS
SELECT * EXCLUDE (urut)
FROM (
    SELECT
        n.*, k.kode_unit, k.tahun, k.triwulan, k.versi,
        row_number() OVER (
            PARTITION BY n.kode_pd, n.kode_indikator, n.jenis, k.tahun, k.triwulan
            ORDER BY k.diterima_pada DESC, k.id_kiriman DESC, n.lembar DESC, n.sel DESC
        ) AS urut
    FROM narasi AS n
    JOIN kiriman_berlaku AS k USING (kode_pd, id_kiriman)
) AS semua
WHERE urut = 1;

CREATE TABLE realisasi_berlaku AS SELECT * FROM realisasi_terhitung;
CREATE TABLE anggaran_berlaku AS SELECT * FROM anggaran_terhitung;
CREATE TABLE narasi_berlaku AS SELECT * FROM narasi_terhitung;
