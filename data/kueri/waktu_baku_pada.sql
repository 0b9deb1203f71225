-- The waktu baku in force on a day. One row = one step: the last revisi of the last mulai.
SELECT langkah, paling_cepat, paling_lama, mulai, keterangan, sumber
FROM (
    SELECT *, row_number() OVER (PARTITION BY langkah ORDER BY mulai DESC, revisi DESC) AS urut
    FROM waktu_baku
    WHERE mulai <= $hari
) AS semua
WHERE urut = 1
ORDER BY langkah
