-- Where one document of the SOP stands; no row while nobody has moved it.
SELECT keadaan, revisi, versi, sejak
FROM alur
WHERE kode_pd = $kode_pd AND dokumen = $dokumen AND tahun = $tahun AND triwulan = $triwulan
    AND kode_unit = $kode_unit AND jenis = $jenis
