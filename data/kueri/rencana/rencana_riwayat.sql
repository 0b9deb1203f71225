-- Kondisi awal, kondisi akhir and earlier realisasi of one office, all documents and revisi. One row = one value.
SELECT id_rencana, kode_indikator, jenis, tahun, nilai, peringkat, sumber, lembar, sel
FROM riwayat
WHERE kode_pd = $kode_pd
ORDER BY id_rencana, kode_indikator, jenis, tahun
