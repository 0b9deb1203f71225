-- One paper of an office with its bytes.
SELECT l.nama_berkas, l.jenis, b.isi
FROM lampiran AS l
JOIN berkas AS b ON b.sha256 = l.sha256
WHERE l.kode_pd = $kode_pd AND l.id_lampiran = $id_lampiran
