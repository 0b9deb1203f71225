-- The national standard of each indicator for a year, or for the newest year before it that has one, from the newest import
-- that gives it; of an office or of the indicator asked for. One row = one indicator.
SELECT kode_indikator, nilai, sumber
FROM standar_nasional
WHERE kode_pd = $kode_pd AND tahun <= $tahun AND ($kode_indikator IS NULL OR kode_indikator = $kode_indikator)
QUALIFY row_number() OVER (PARTITION BY kode_indikator ORDER BY tahun DESC, id_rencana DESC) = 1
ORDER BY kode_indikator
