-- The tip of the hash chain: the last peristiwa, none in an empty store. Its number is a maximum and its row is found by
-- its key: nothing is sorted.
SELECT nomor, sidik
FROM peristiwa
WHERE nomor = (SELECT max(nomor) FROM peristiwa)
