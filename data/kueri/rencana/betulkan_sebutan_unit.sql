-- Correct the newest name of a unit, if it has one from a day on: another revisi of the same first day.
INSERT INTO sebutan_unit (kode_pd, kode_unit, mulai, revisi, nama)
SELECT kode_pd, kode_unit, mulai, revisi + 1, $nama
FROM sebutan_unit
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit
ORDER BY mulai DESC, revisi DESC
LIMIT 1
