-- Whether these bytes are kept already.
SELECT sha256, ukuran
FROM berkas
WHERE sha256 = $sha256
