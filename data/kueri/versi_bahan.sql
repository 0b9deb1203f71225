-- The numbers of the last peristiwa that imported a plan of this office and that accepted a kiriman, 0 when there is none.
SELECT
    coalesce(max(CASE WHEN aksi = 'impor_rencana' THEN nomor END), 0) AS rencana,
    coalesce(max(CASE WHEN aksi = 'terima_kiriman' THEN nomor END), 0) AS kiriman
FROM peristiwa
WHERE kode_pd = $kode_pd AND aksi IN ('impor_rencana', 'terima_kiriman')
