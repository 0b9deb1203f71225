-- Every snapshot of an office, newest periode and revisi first, without its content. dokumen is the SHA-256 of its workbook,
-- NULL where an earlier program kept none.
SELECT s.nomor, s.tahun, s.triwulan, s.revisi, s.sidik, s.dibuat_pada, s.oleh, d.sha256 AS dokumen
FROM snapshot AS s
LEFT JOIN dokumen_snapshot AS d USING (kode_pd, nomor)
WHERE s.kode_pd = $kode_pd
ORDER BY s.tahun DESC, s.triwulan DESC, s.revisi DESC
