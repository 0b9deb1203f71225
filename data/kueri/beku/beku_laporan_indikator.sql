-- What a snapshot keeps of laporan_indikator: every row of the office.
SELECT * FROM laporan_indikator WHERE kode_pd = $kode_pd ORDER BY ALL
