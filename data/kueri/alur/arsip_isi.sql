-- The file of one entry of the archive register with its bytes.
SELECT a.nama_berkas, b.isi
FROM arsip AS a
JOIN berkas AS b ON b.sha256 = a.sha256
WHERE a.kode_pd = $kode_pd AND a.id_arsip = $id_arsip
