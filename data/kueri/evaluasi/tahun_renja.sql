-- The years that have a Renja, and the newest triwulan of each that has a kiriman. One row = one year.
SELECT r.tahun_awal AS tahun, max(k.triwulan) AS triwulan_terakhir
FROM rencana AS r
LEFT JOIN kiriman AS k ON k.kode_pd = r.kode_pd AND k.tahun = r.tahun_awal
WHERE r.kode_pd = $kode_pd AND r.jenis = 'renja'
GROUP BY r.tahun_awal
ORDER BY r.tahun_awal
