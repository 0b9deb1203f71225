-- The units of one office in their own order. One row = one seksi or subbag.
SELECT kode_unit, nama, jenis, anggaran_semua
FROM unit
WHERE kode_pd = $kode_pd
ORDER BY urutan, kode_unit
