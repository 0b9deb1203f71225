-- One account. One row when it exists.
SELECT id_akun, nama_akun, nama, sandi IS NOT NULL AS bersandi, aktif, contoh, dibuat_pada, versi
FROM akun
WHERE id_akun = $id_akun
