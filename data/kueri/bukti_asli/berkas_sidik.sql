-- The name of every file that is kept.
SELECT sha256
FROM berkas
