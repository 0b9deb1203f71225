-- Every correction of one periode, oldest first: berlaku (laid over the figure in force), digantikan (corrected once more)
-- or gugur (its kiriman was replaced by a newer one, so that it no longer reaches the figure). One row = one correction.
SELECT
    k.id_koreksi, k.nomor, k.jenis, k.kode, coalesce(i.nama, s.nama, k.kode) AS nama, q.kode_unit, u.nama AS nama_unit,
    q.versi, k.lama, k.baru, k.alasan, k.oleh, k.dikoreksi_pada,
    CASE
        WHEN b.id_koreksi IS NULL THEN 'digantikan'
        WHEN coalesce(r.id_kiriman, a.id_kiriman) = k.id_kiriman THEN 'berlaku'
        ELSE 'gugur'
    END AS keadaan
FROM koreksi AS k
JOIN kiriman AS q ON q.kode_pd = k.kode_pd AND q.id_kiriman = k.id_kiriman
JOIN unit_pada(akhir_triwulan($tahun, $triwulan)) AS u ON u.kode_pd = q.kode_pd AND u.kode_unit = q.kode_unit
LEFT JOIN koreksi_berlaku AS b ON b.kode_pd = k.kode_pd AND b.id_koreksi = k.id_koreksi
LEFT JOIN indikator AS i ON k.jenis = 'indikator' AND i.kode_pd = k.kode_pd AND i.kode_indikator = k.kode
LEFT JOIN simpul AS s ON k.jenis = 'anggaran' AND s.kode_pd = k.kode_pd AND s.kode_simpul = k.kode
LEFT JOIN realisasi_berlaku AS r
    ON k.jenis = 'indikator' AND r.kode_pd = k.kode_pd AND r.kode_indikator = k.kode
    AND r.tahun = k.tahun AND r.triwulan = k.triwulan
LEFT JOIN anggaran_berlaku AS a
    ON k.jenis = 'anggaran' AND a.kode_pd = k.kode_pd AND a.kode_simpul = k.kode
    AND a.tahun = k.tahun AND a.triwulan = k.triwulan
WHERE k.kode_pd = $kode_pd AND k.tahun = $tahun AND k.triwulan = $triwulan
ORDER BY k.nomor
