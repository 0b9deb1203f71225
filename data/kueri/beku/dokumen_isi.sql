-- The compiled workbook of an approval; isi is NULL when its bytes are gone. No row: an earlier program kept none.
SELECT d.sha256, b.isi
FROM dokumen_snapshot AS d
LEFT JOIN berkas AS b USING (sha256)
WHERE d.kode_pd = $kode_pd AND d.nomor = $nomor
