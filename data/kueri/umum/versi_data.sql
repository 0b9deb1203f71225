-- The number of the last peristiwa that changed data, 0 when there is none.
SELECT coalesce(max(nomor), 0) AS nomor
FROM peristiwa
WHERE mengubah
