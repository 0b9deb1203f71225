-- The number of the last peristiwa that imported a plan of this office, 0 when there is none.
SELECT coalesce(max(nomor), 0) AS nomor
FROM peristiwa
WHERE kode_pd = $kode_pd AND aksi = 'impor_rencana'
