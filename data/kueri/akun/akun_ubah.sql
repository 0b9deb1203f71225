-- Change one account, only from the versi that was seen. One row when it changed.
UPDATE akun
SET nama = $nama_orang, sandi = $sandi, aktif = $aktif, versi = versi + 1
WHERE id_akun = $id_akun AND versi = $versi
RETURNING versi
