-- The request of a periode as it stands now: its letter and the day until which the units shall send. At most one row.
SELECT revisi, nomor_surat, tanggal_surat, tenggat, oleh, dicatat_pada
FROM permintaan
WHERE kode_pd = $kode_pd AND tahun = $tahun AND triwulan = $triwulan
ORDER BY revisi DESC
LIMIT 1
