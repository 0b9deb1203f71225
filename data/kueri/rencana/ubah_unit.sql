-- Describe one unit as the plan does. Where it has a name from a day on, betulkan_sebutan_unit corrects that instead.
UPDATE unit
SET nama = CASE WHEN d.ada THEN unit.nama ELSE $nama END, jenis = $jenis, anggaran_semua = $anggaran_semua,
    kode_sub_skpd = $kode_sub_skpd
FROM (SELECT count(*) > 0 AS ada FROM sebutan_unit WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit) AS d
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit
