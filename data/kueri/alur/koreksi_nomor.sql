-- The number of the last correction of an office, 0 before the first. One row.
SELECT coalesce(max(nomor), 0) AS nomor FROM koreksi WHERE kode_pd = $kode_pd
