-- The findings of some uploads, to be compared with those of others: what temuan_unggahan answers for one. One row = one
-- finding.
SELECT
    id_objek, nomor, kode, tingkat, lembar, sel, kode_indikator, kode_baris, kolom, pokok, diketik, dipahami, pesan, saran,
    pengganti, pembanding, diperbaiki_di
FROM temuan
WHERE kode_pd = $kode_pd AND objek = 'unggahan' AND list_contains($unggahan, id_objek)
ORDER BY id_objek, nomor
