-- The account of a name. One row when there is one.
SELECT id_akun, nama_akun, nama, sandi, aktif, contoh FROM akun WHERE nama_akun = $nama_akun
