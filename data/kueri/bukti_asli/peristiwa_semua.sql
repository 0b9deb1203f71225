-- The whole log in its order, as the hash chain covers it. One row = one peristiwa.
SELECT nomor, kode_pd, waktu, oleh, aksi, objek, rincian, kunci, akun, sebagai, mengubah, sidik
FROM peristiwa
ORDER BY nomor
