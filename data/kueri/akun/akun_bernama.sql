-- The account with this name to log in with. One row when it exists.
SELECT id_akun, nama FROM akun WHERE nama_akun = $nama_akun
