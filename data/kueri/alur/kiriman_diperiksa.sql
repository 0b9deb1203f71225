-- The rows of the newest kiriman of a unit for a periode, and when an account first looked at each; `anggaran` is all its
-- money. One row = one indicator in the order of the plan, the money last.
WITH
kini AS (
    SELECT id_kiriman
    FROM kiriman
    WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit AND tahun = $tahun AND triwulan = $triwulan
    ORDER BY versi DESC
    LIMIT 1
),
baris AS (
    SELECT k.id_kiriman, r.kode_indikator AS kode_baris, i.nama, r.keadaan, r.alasan, s.urutan, i.urutan AS urutan_indikator
    FROM kini AS k
    JOIN realisasi AS r ON r.kode_pd = $kode_pd AND r.id_kiriman = k.id_kiriman
    LEFT JOIN indikator AS i ON i.kode_pd = $kode_pd AND i.kode_indikator = r.kode_indikator
    LEFT JOIN simpul AS s ON s.kode_pd = $kode_pd AND s.kode_simpul = i.kode_simpul
    UNION ALL
    SELECT k.id_kiriman, 'anggaran', NULL, 'terisi', NULL, NULL, NULL
    FROM kini AS k
    WHERE EXISTS (SELECT 1 FROM realisasi_anggaran AS a WHERE a.kode_pd = $kode_pd AND a.id_kiriman = k.id_kiriman)
)
SELECT b.id_kiriman, b.kode_baris, b.nama, b.keadaan, b.alasan, d.dilihat_pada
FROM baris AS b
LEFT JOIN baris_dilihat AS d
    ON d.kode_pd = $kode_pd AND d.id_kiriman = b.id_kiriman AND d.akun = $akun AND d.kode_baris = b.kode_baris
ORDER BY b.urutan NULLS LAST, b.urutan_indikator NULLS LAST, b.kode_baris
