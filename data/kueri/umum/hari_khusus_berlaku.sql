-- The special days as they count now: the last revisi of each. One row = one day.
SELECT tanggal, revisi, libur, nama, sumber
FROM (
    SELECT *, row_number() OVER (PARTITION BY tanggal ORDER BY revisi DESC) AS urut
    FROM hari_khusus
) AS semua
WHERE urut = 1
ORDER BY tanggal
