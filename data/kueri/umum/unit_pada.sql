-- The units of one office in their own order, with their names on a day. One row = one unit.
SELECT kode_unit, nama, jenis, anggaran_semua, kode_sub_skpd
FROM unit_pada($hari)
WHERE kode_pd = $kode_pd
ORDER BY urutan, kode_unit
