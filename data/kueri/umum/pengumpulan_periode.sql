-- Every unit of a periode and where its collection stands; keadaan NULL while nobody has moved it. One row = one unit.
SELECT u.kode_unit, u.nama, a.keadaan
FROM unit_pada(akhir_triwulan($tahun, $triwulan)) AS u
LEFT JOIN alur AS a
    ON a.kode_pd = u.kode_pd AND a.kode_unit = u.kode_unit AND a.dokumen = 'pengumpulan'
    AND a.tahun = $tahun AND a.triwulan = $triwulan
WHERE u.kode_pd = $kode_pd
ORDER BY u.urutan, u.kode_unit
