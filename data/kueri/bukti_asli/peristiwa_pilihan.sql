-- Who did what at least once, for the filters of the log. One row = one person and aksi.
SELECT DISTINCT oleh, aksi
FROM peristiwa
WHERE kode_pd = $kode_pd OR kode_pd NOT IN (SELECT kode_pd FROM perangkat_daerah)
ORDER BY oleh, aksi
