-- What one kiriman says in words. One row = one text beside one indicator.
SELECT kode_indikator, jenis, isi
FROM narasi
WHERE kode_pd = $kode_pd AND id_kiriman = $id_kiriman
ORDER BY kode_indikator, jenis
