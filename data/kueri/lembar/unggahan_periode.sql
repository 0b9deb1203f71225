-- The uploads of one periode and the files that could not be identified, newest first, with the number of their
-- findings. One row = one upload; terbaru: none of its unit and periode came after it; dipilih: its cells for which
-- somebody chose a reading.
SELECT
    u.id_unggahan, u.kode_unit, n.nama AS nama_unit, u.tahun, u.triwulan, u.nomor, u.nama_berkas, u.keadaan, k.versi,
    u.diunggah_pada, u.oleh, u.akun, u.kode_unit IS NOT NULL AND u.nomor = max(u.nomor) OVER (
        PARTITION BY u.kode_unit, u.tahun, u.triwulan
    ) AS terbaru,
    coalesce(t.galat, 0) AS galat, coalesce(t.peringatan, 0) AS peringatan, coalesce(t.terbuka, 0) AS terbuka,
    coalesce(t.menunggu, 0) AS menunggu, coalesce(p.dipilih, 0) AS dipilih
FROM unggahan AS u
LEFT JOIN unit_pada(akhir_triwulan($tahun, $triwulan)) AS n ON n.kode_pd = u.kode_pd AND n.kode_unit = u.kode_unit
LEFT JOIN kiriman AS k ON k.kode_pd = u.kode_pd AND k.id_kiriman = u.id_kiriman
LEFT JOIN (
    SELECT
        id_objek,
        CAST(sum(CASE WHEN tingkat = 'galat' THEN 1 ELSE 0 END) AS INTEGER) AS galat,
        CAST(sum(CASE WHEN tingkat = 'peringatan' THEN 1 ELSE 0 END) AS INTEGER) AS peringatan,
        CAST(sum(CASE WHEN tingkat = 'peringatan' AND keadaan = 'baru' THEN 1 ELSE 0 END) AS INTEGER) AS terbuka,
        CAST(
            sum(CASE WHEN tingkat = 'peringatan' AND keadaan = 'baru' AND alasan IS NOT NULL THEN 1 ELSE 0 END) AS INTEGER
        ) AS menunggu
    FROM temuan
    WHERE kode_pd = $kode_pd AND objek = 'unggahan'
    GROUP BY id_objek
) AS t ON t.id_objek = u.id_unggahan
LEFT JOIN (
    SELECT id_unggahan, CAST(sum(CASE WHEN bacaan <> '' THEN 1 ELSE 0 END) AS INTEGER) AS dipilih
    FROM (
        SELECT id_unggahan, alamat, arg_max(bacaan, nomor) AS bacaan
        FROM pilihan_bacaan
        WHERE kode_pd = $kode_pd
        GROUP BY id_unggahan, alamat
    ) AS akhir
    GROUP BY id_unggahan
) AS p ON p.id_unggahan = u.id_unggahan
WHERE u.kode_pd = $kode_pd AND (u.tahun IS NULL OR (u.tahun = $tahun AND u.triwulan = $triwulan))
ORDER BY u.diunggah_pada DESC, u.nomor DESC, u.id_unggahan
