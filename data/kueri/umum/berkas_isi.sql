-- The original bytes of one file.
SELECT isi
FROM berkas
WHERE sha256 = $sha256
