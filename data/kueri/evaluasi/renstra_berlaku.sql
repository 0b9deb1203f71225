-- The Renstra in force on a day for a year, if there is one.
SELECT id_rencana, kode_dokumen, tahun_awal, tahun_akhir, ke, revisi, tanggal, dokumen
FROM rencana
WHERE kode_pd = $kode_pd AND jenis = 'renstra' AND $tahun BETWEEN tahun_awal AND tahun_akhir AND tanggal <= $hari
ORDER BY tahun_awal DESC, ke DESC, revisi DESC
LIMIT 1
