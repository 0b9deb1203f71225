-- The latest time that the log names since it was last noted that the clock went back; NULL when nothing came since.
SELECT max(waktu) AS waktu
FROM peristiwa
WHERE nomor > coalesce((SELECT max(nomor) FROM peristiwa WHERE aksi = 'jam_mundur'), 0)
