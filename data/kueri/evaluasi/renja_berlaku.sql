-- The Renja in force on a day for a year, if there is one.
SELECT id_rencana, kode_dokumen, ke, revisi, tanggal, dokumen
FROM rencana
WHERE kode_pd = $kode_pd AND jenis = 'renja' AND tahun_awal = $tahun AND tanggal <= $hari
ORDER BY ke DESC, revisi DESC
LIMIT 1
