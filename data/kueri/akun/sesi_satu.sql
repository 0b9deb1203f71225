-- The session behind a token while it counts: not ended, of an active account, neither idle nor older than the settings
-- allow, nor stamped later than $paling_akhir; that of a sample account only while every office of the store is a sample. One row when it counts.
WITH batas AS (
    SELECT
        CAST((
            SELECT nilai FROM pengaturan
            WHERE kunci = 'sesi_menganggur_menit' AND mulai <= CAST($waktu AS DATE)
            ORDER BY mulai DESC, revisi DESC LIMIT 1
        ) AS INTEGER) AS menit,
        CAST((
            SELECT nilai FROM pengaturan
            WHERE kunci = 'sesi_paling_lama_jam' AND mulai <= CAST($waktu AS DATE)
            ORDER BY mulai DESC, revisi DESC LIMIT 1
        ) AS INTEGER) AS jam
)
SELECT s.token_sha256, s.id_akun, s.dibuat_pada, s.terakhir_pada
FROM sesi AS s
JOIN akun AS a USING (id_akun)
CROSS JOIN batas AS b
WHERE s.token_sha256 = $token_sha256 AND s.berakhir_pada IS NULL AND a.aktif
    AND CAST($waktu AS TIMESTAMP) < s.terakhir_pada + to_minutes(b.menit)
    AND CAST($waktu AS TIMESTAMP) < s.dibuat_pada + to_hours(b.jam)
    AND s.dibuat_pada <= $paling_akhir AND s.terakhir_pada <= $paling_akhir
    AND (NOT a.contoh OR NOT EXISTS (SELECT 1 FROM perangkat_daerah WHERE NOT contoh))
