-- Something below a kompilasi changed: whoever looked at it before looks again. One row when there is such a document.
UPDATE alur
SET versi = versi + 1
WHERE kode_pd = $kode_pd AND dokumen = 'kompilasi' AND tahun = $tahun AND triwulan = $triwulan
RETURNING versi
