-- Move one document, only from the versi that was seen. One row when it moved, none when somebody else came first.
UPDATE alur
SET keadaan = $keadaan, revisi = $revisi, versi = versi + 1, sejak = $sejak
WHERE kode_pd = $kode_pd AND dokumen = $dokumen AND tahun = $tahun AND triwulan = $triwulan
    AND kode_unit = $kode_unit AND jenis = $jenis AND versi = $versi
RETURNING versi
