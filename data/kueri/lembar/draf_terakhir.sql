-- The newest draft of a unit and triwulan. No row: nothing was saved on screen.
SELECT versi, isian, oleh, disimpan_pada
FROM draf_isian
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit AND tahun = $tahun AND triwulan = $triwulan
ORDER BY versi DESC
LIMIT 1
