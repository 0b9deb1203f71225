-- Every file whose bytes or size are not those of its name.
SELECT sha256
FROM berkas
WHERE sha256(isi) <> sha256 OR octet_length(isi) <> ukuran
ORDER BY sha256
