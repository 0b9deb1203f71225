-- The settings in force on a day. One row = one setting.
SELECT p.kunci, p.nilai, p.mulai, p.keterangan, p.sumber
FROM pengaturan AS p
JOIN (
    SELECT kunci, max(mulai) AS mulai FROM pengaturan WHERE mulai <= $hari GROUP BY kunci
) AS terakhir USING (kunci, mulai)
ORDER BY p.kunci
