-- When every unit first sent its data of every periode, in the program or as somebody else recorded it. One row = one
-- unit in one periode.
SELECT tahun, triwulan, kode_unit, min(waktu) AS waktu
FROM (
    SELECT tahun, triwulan, kode_unit, diterima_pada AS waktu
    FROM kiriman
    WHERE kode_pd = $kode_pd
    UNION ALL
    SELECT tahun, triwulan, kode_unit, waktu
    FROM perpindahan
    WHERE kode_pd = $kode_pd AND aksi IN ('kirim', 'kirim_titipan')
) AS semua
GROUP BY tahun, triwulan, kode_unit
ORDER BY tahun, triwulan, kode_unit
