-- How far a periode has come in the SOP: draf until it is compiled, terverifikasi from step 6, disetujui from step 8, with
-- the snapshot that holds what was approved last, the SHA-256 of its document, and whether that was on paper. No row:
-- nothing was compiled yet.
SELECT
    CASE
        WHEN a.keadaan IN ('disetujui', 'terinput') THEN 'disetujui'
        WHEN a.keadaan IN ('di_sekretaris', 'di_camat') THEN 'terverifikasi'
        ELSE 'draf'
    END AS status,
    a.keadaan, a.revisi, s.nomor AS nomor_snapshot, s.sidik, s.dokumen, s.revisi AS revisi_snapshot,
    p.aksi = 'setujui_kertas' AS di_atas_kertas
FROM alur AS a
LEFT JOIN (
    SELECT snapshot.*, sha256 AS dokumen
    FROM snapshot
    LEFT JOIN dokumen_snapshot USING (kode_pd, nomor)
    WHERE kode_pd = $kode_pd AND tahun = $tahun AND triwulan = $triwulan
    ORDER BY revisi DESC LIMIT 1
) AS s ON s.kode_pd = a.kode_pd
LEFT JOIN (
    SELECT kode_pd, aksi FROM perpindahan
    WHERE kode_pd = $kode_pd AND tahun = $tahun AND triwulan = $triwulan AND aksi IN ('setujui', 'setujui_kertas')
    ORDER BY nomor DESC LIMIT 1
) AS p ON p.kode_pd = a.kode_pd
WHERE a.kode_pd = $kode_pd AND a.dokumen = 'kompilasi' AND a.tahun = $tahun AND a.triwulan = $triwulan
