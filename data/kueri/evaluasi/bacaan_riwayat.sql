-- What came with the plan: kondisi awal, kondisi akhir and realisasi of earlier years, from the newest import that gives
-- each of them, of an office or of the indicator asked for. One row = one indicator, kind and year.
SELECT kode_indikator, jenis, tahun, nilai, peringkat, sumber
FROM riwayat
WHERE kode_pd = $kode_pd AND ($kode_indikator IS NULL OR kode_indikator = $kode_indikator)
QUALIFY row_number() OVER (PARTITION BY kode_indikator, jenis, tahun ORDER BY id_rencana DESC) = 1
ORDER BY kode_indikator, jenis, tahun
