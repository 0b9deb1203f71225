-- What the units wrote beside their figures up to a periode; what the next triwulan needs only when it was written in this
-- one, or in the last one of an earlier year. One row = one text of one year, the newest of its triwulan.
SELECT kode_indikator, tahun, jenis, isi
FROM narasi_berlaku
WHERE kode_pd = $kode_pd AND tahun <= $tahun AND ($kode_indikator IS NULL OR kode_indikator = $kode_indikator)
    AND (tahun < $tahun OR triwulan <= $triwulan)
    AND (jenis <> 'tindak_lanjut_triwulan' OR triwulan = CASE WHEN tahun = $tahun THEN $triwulan ELSE 4 END)
QUALIFY row_number() OVER (PARTITION BY kode_indikator, tahun, jenis ORDER BY triwulan DESC) = 1
ORDER BY kode_indikator, tahun, jenis
