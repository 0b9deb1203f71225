-- Days that the office works or rests otherwise than the national calendar says. One row = one day, its last revisi.
SELECT tanggal, libur, nama, sumber
FROM (
    SELECT *, row_number() OVER (PARTITION BY tanggal ORDER BY revisi DESC) AS urut
    FROM hari_khusus
) AS semua
WHERE urut = 1
ORDER BY tanggal
