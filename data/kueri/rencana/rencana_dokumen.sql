-- The newest revisi of every plan document of one office. One row = one document.
SELECT r.id_rencana, r.kode_dokumen, r.jenis, r.tahun_awal, r.tahun_akhir, r.ke, r.revisi, r.tanggal, r.dokumen, r.alasan
FROM rencana AS r
JOIN (
    SELECT jenis, tahun_awal, ke, max(revisi) AS revisi
    FROM rencana
    WHERE kode_pd = $kode_pd
    GROUP BY jenis, tahun_awal, ke
) AS terakhir USING (jenis, tahun_awal, ke, revisi)
WHERE r.kode_pd = $kode_pd
ORDER BY CASE r.jenis WHEN 'renstra' THEN 0 ELSE 1 END, r.tahun_awal, r.ke
