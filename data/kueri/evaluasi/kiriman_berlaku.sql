-- The newest kiriman of every unit and triwulan of one year. One row = one kiriman.
SELECT kode_unit, triwulan, id_kiriman, versi, nama_berkas, sha256, diterima_pada, oleh
FROM kiriman_berlaku
WHERE kode_pd = $kode_pd AND tahun = $tahun
ORDER BY kode_unit, triwulan
