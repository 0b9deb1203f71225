-- The workbook of every approval that has one, and whether its bytes are there.
SELECT d.kode_pd, d.nomor, d.sha256, b.sha256 IS NOT NULL AS ada
FROM dokumen_snapshot AS d
LEFT JOIN berkas AS b USING (sha256)
ORDER BY d.kode_pd, d.nomor
