-- How an account came to its password, newest first: one row = one time that it was set.
SELECT aksi, oleh, waktu
FROM peristiwa
WHERE (objek = 'akun:' || $id_akun AND aksi IN ('setel_sandi', 'ganti_sandi', 'akun_pertama'))
    OR (objek = 'akun:' || $nama_akun AND aksi = 'buat_akun')
ORDER BY nomor DESC
