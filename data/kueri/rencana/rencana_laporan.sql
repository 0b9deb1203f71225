-- The reports to which the indicators of one office belong. One row = one indicator and report.
SELECT kode_indikator, laporan
FROM laporan_indikator
WHERE kode_pd = $kode_pd
ORDER BY kode_indikator, laporan
