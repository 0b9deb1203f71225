-- The settings in force on a day. One row = one setting: the last revisi of the last mulai.
SELECT kunci, nilai, mulai, revisi, keterangan, sumber, alasan, oleh, dicatat_pada
FROM (
    SELECT *, row_number() OVER (PARTITION BY kunci ORDER BY mulai DESC, revisi DESC) AS urut
    FROM pengaturan
    WHERE mulai <= $hari
) AS semua
WHERE urut = 1
ORDER BY kunci
