-- Correct the newest description of an office, if there is one: another revisi of the same first day.
INSERT INTO sebutan_kantor (kode_pd, mulai, revisi, nama, kabupaten, kode_wilayah, kode_bps)
SELECT kode_pd, mulai, revisi + 1, $nama, $kabupaten, $kode_wilayah, $kode_bps
FROM sebutan_kantor
WHERE kode_pd = $kode_pd
ORDER BY mulai DESC, revisi DESC
LIMIT 1
