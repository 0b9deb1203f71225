-- The findings of one upload with their life. One row = one finding; nomor_perbaikan and versi_perbaikan name the upload
-- that mended it and, once it was accepted, its versi.
SELECT
    t.nomor, t.kode, t.tingkat, t.lembar, t.sel, t.kode_indikator, t.kode_baris, t.kolom, t.pokok, t.diketik, t.dipahami,
    t.pesan, t.saran, t.pengganti, t.pembanding, t.keadaan, t.alasan, t.dijelaskan_oleh, t.diperbaiki_di,
    u.nomor AS nomor_perbaikan, k.versi AS versi_perbaikan, t.diterima_oleh, t.diterima_pada
FROM temuan AS t
LEFT JOIN unggahan AS u ON u.kode_pd = t.kode_pd AND u.id_unggahan = t.diperbaiki_di
LEFT JOIN kiriman AS k ON k.kode_pd = u.kode_pd AND k.id_kiriman = u.id_kiriman
WHERE t.kode_pd = $kode_pd AND t.objek = 'unggahan' AND t.id_objek = $id_unggahan
ORDER BY t.nomor
