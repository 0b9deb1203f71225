-- When every unit first sent its data of a periode, in the program or as somebody else recorded it. One row = one unit.
SELECT kode_unit, min(waktu) AS waktu
FROM (
    SELECT kode_unit, diterima_pada AS waktu
    FROM kiriman
    WHERE kode_pd = $kode_pd AND tahun = $tahun AND triwulan = $triwulan
    UNION ALL
    SELECT kode_unit, waktu
    FROM perpindahan
    WHERE kode_pd = $kode_pd AND tahun = $tahun AND triwulan = $triwulan AND aksi IN ('kirim', 'kirim_titipan')
) AS semua
GROUP BY kode_unit
ORDER BY kode_unit
