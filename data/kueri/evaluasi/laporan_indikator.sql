-- The reports that each indicator belongs to. One row = one indicator and report.
SELECT kode_indikator, laporan
FROM laporan_indikator
WHERE kode_pd = $kode_pd
ORDER BY kode_indikator, laporan
