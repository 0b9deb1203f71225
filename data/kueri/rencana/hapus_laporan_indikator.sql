-- Take an indicator out of one report.
DELETE FROM laporan_indikator
WHERE kode_pd = $kode_pd AND kode_indikator = $kode_indikator AND laporan = $laporan
