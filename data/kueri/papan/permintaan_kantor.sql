-- The deadline in force of every periode of an office that data were asked for. One row = one periode.
SELECT tahun, triwulan, tenggat
FROM (
    SELECT *, row_number() OVER (PARTITION BY tahun, triwulan ORDER BY revisi DESC) AS urut
    FROM permintaan
    WHERE kode_pd = $kode_pd
) AS semua
WHERE urut = 1
ORDER BY tahun, triwulan
