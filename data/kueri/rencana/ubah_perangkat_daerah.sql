-- Describe one office as the plan does; its kode never changes, and a real office never becomes a sample. Where it is
-- described from a day on, betulkan_sebutan_kantor corrects that instead.
UPDATE perangkat_daerah
SET nama = CASE WHEN d.ada THEN perangkat_daerah.nama ELSE $nama END,
    kabupaten = CASE WHEN d.ada THEN perangkat_daerah.kabupaten ELSE $kabupaten END,
    kode_wilayah = CASE WHEN d.ada THEN perangkat_daerah.kode_wilayah ELSE $kode_wilayah END,
    kode_bps = CASE WHEN d.ada THEN perangkat_daerah.kode_bps ELSE $kode_bps END,
    contoh = contoh AND $contoh
FROM (SELECT count(*) > 0 AS ada FROM sebutan_kantor WHERE kode_pd = $kode_pd) AS d
WHERE kode_pd = $kode_pd
