-- How many pejabat were ever put on record for an office.
SELECT count(*) AS banyak FROM pejabat WHERE kode_pd = $kode_pd
