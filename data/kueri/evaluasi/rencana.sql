-- Every plan document version in this store. One row = one revision of one document.
SELECT id_rencana, kode_dokumen, jenis, tahun_awal, tahun_akhir, ke, revisi, tanggal, dokumen, alasan
FROM rencana
WHERE kode_pd = $kode_pd
ORDER BY jenis DESC, tahun_awal, ke, revisi
