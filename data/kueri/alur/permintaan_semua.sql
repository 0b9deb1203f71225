-- Every revisi of the request for data of a periode, oldest first. One row = one revisi; the last one counts.
SELECT revisi, nomor_surat, tanggal_surat, tenggat, oleh, dicatat_pada
FROM permintaan
WHERE kode_pd = $kode_pd AND tahun = $tahun AND triwulan = $triwulan
ORDER BY revisi
