-- The questions about the workbooks that a periode rests on: those that were explained and those that still wait for an
-- answer to be accepted. One row = one finding.
SELECT
    q.kode_unit, u.nama AS nama_unit, t.kode, t.kode_indikator, t.lembar, t.sel, t.pesan, t.alasan, t.keadaan,
    coalesce(i.nama, s.nama, 'Seluruh format') AS nama
FROM kiriman_berlaku AS q
JOIN unit_pada(akhir_triwulan($tahun, $triwulan)) AS u ON u.kode_pd = q.kode_pd AND u.kode_unit = q.kode_unit
JOIN unggahan AS g ON g.kode_pd = q.kode_pd AND g.id_kiriman = q.id_kiriman
JOIN temuan AS t ON t.kode_pd = q.kode_pd AND t.objek = 'unggahan' AND t.id_objek = g.id_unggahan
LEFT JOIN indikator AS i ON i.kode_pd = t.kode_pd AND i.kode_indikator = t.kode_indikator
LEFT JOIN simpul AS s ON s.kode_pd = t.kode_pd AND s.kode_simpul = t.kode_baris
WHERE q.kode_pd = $kode_pd AND q.tahun = $tahun AND q.triwulan = $triwulan
    AND t.tingkat = 'peringatan' AND t.keadaan IN ('baru', 'dijelaskan', 'diterima')
ORDER BY u.urutan, g.nomor, t.nomor
