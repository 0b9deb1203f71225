-- The tip of the hash chain: the last peristiwa, none in an empty store.
SELECT nomor, sidik
FROM peristiwa
ORDER BY nomor DESC
LIMIT 1
