-- Change what describes one unit.
UPDATE unit
SET nama = $nama, jenis = $jenis, anggaran_semua = $anggaran_semua
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit
