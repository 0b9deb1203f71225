-- The plan tree of one office in its own order. One row = one node; daun = money is kept here.
SELECT
    s.kode_simpul, s.tingkat, s.kode_induk, s.nama, s.kode_unit, s.urutan,
    s.tingkat IN ('kegiatan', 'sub_kegiatan')
    AND NOT EXISTS (SELECT 1 FROM simpul AS a WHERE a.kode_pd = s.kode_pd AND a.kode_induk = s.kode_simpul) AS daun
FROM simpul AS s
WHERE s.kode_pd = $kode_pd
ORDER BY s.urutan, s.kode_simpul
