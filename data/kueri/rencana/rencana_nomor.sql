-- The last number given to a plan document of one office, 0 when there is none.
SELECT coalesce(max(id_rencana), 0) AS nomor
FROM rencana
WHERE kode_pd = $kode_pd
