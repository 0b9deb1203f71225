-- The number of the last peristiwa, 0 when nothing has been written.
SELECT coalesce(max(nomor), 0) AS nomor FROM peristiwa
