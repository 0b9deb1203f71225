-- When it was last noted that the clock went back, and what was noted. One row, none when it never did.
SELECT waktu, rincian
FROM peristiwa
WHERE aksi = 'jam_mundur'
ORDER BY nomor DESC
LIMIT 1
