-- The findings of one upload, to be compared with those of another one. One row = one finding.
SELECT
    nomor, kode, tingkat, lembar, sel, kode_indikator, kode_baris, kolom, pokok, diketik, dipahami, pesan, saran,
    pengganti, pembanding, diperbaiki_di
FROM temuan
WHERE kode_pd = $kode_pd AND objek = 'unggahan' AND id_objek = $id_unggahan
ORDER BY nomor
