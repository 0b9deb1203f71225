-- Withdraw one pejabat; the row stays.
UPDATE pejabat
SET dicabut_pada = $waktu
WHERE kode_pd = $kode_pd AND id_pejabat = $id_pejabat AND dicabut_pada IS NULL
