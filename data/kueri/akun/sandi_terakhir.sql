-- How an account came to its password, newest first: one row = one time that it was set. Nothing without a password.
SELECT p.aksi, p.oleh, p.waktu
FROM peristiwa AS p
JOIN akun AS a
    ON (p.objek = 'akun:' || a.id_akun AND p.aksi IN ('setel_sandi', 'ganti_sandi', 'akun_pertama'))
    OR (p.objek = 'akun:' || a.nama_akun AND p.aksi = 'buat_akun')
WHERE a.id_akun = $id_akun AND a.sandi IS NOT NULL
ORDER BY p.nomor DESC
