-- What a password is held against. One row when the account exists.
SELECT sandi, aktif, contoh FROM akun WHERE id_akun = $id_akun
