-- What went wrong lately for a name and an address. One row = one of the two.
SELECT subjek, gagal, terakhir_pada, terkunci_sampai
FROM percobaan_masuk
WHERE subjek IN ($akun, $alamat) AND terakhir_pada >= $sejak
