-- The units of one office in their own order; what they are called depends on the day (unit_pada). One row = one unit.
SELECT kode_unit, jenis, anggaran_semua
FROM unit
WHERE kode_pd = $kode_pd
ORDER BY urutan, kode_unit
