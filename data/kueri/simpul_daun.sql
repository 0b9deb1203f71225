-- The leaves of the plan tree, where money is kept: sub kegiatan, or kegiatan without children. One row = one leaf.
SELECT s.kode_simpul, s.tingkat, s.kode_induk, s.nama, s.kode_unit
FROM simpul AS s
WHERE s.kode_pd = $kode_pd
    AND s.tingkat IN ('kegiatan', 'sub_kegiatan')
    AND NOT EXISTS (SELECT 1 FROM simpul AS a WHERE a.kode_pd = s.kode_pd AND a.kode_induk = s.kode_simpul)
ORDER BY s.urutan, s.kode_simpul
