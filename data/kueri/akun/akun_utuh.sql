-- One account with its password hash, to be changed. One row when it exists.
SELECT id_akun, nama_akun, nama, sandi, aktif, contoh, versi FROM akun WHERE id_akun = $id_akun
