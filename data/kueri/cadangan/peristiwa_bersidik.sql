-- Whether this entry of the log has this sidik. At most one row.
SELECT nomor
FROM peristiwa
WHERE nomor = $nomor AND sidik = $sidik
