-- Every length of every step of the SOP that was ever in force. One row = the last revisi of one langkah and mulai.
SELECT langkah, mulai, paling_cepat, paling_lama, keterangan, sumber
FROM (
    SELECT *, row_number() OVER (PARTITION BY langkah, mulai ORDER BY revisi DESC) AS urut
    FROM waktu_baku
) AS semua
WHERE urut = 1
ORDER BY langkah, mulai
