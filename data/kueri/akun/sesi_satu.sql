-- The session behind a token, and its account as `akun_satu` has it: not ended, of an active account, not stamped later than
-- $paling_akhir. One row when there is one; whether it counts, its times and the settings say.
SELECT
    s.dibuat_pada AS sejak, s.terakhir_pada, a.id_akun, a.nama_akun, a.nama, a.sandi IS NOT NULL AS bersandi, a.aktif,
    a.contoh, a.dibuat_pada, a.versi
FROM sesi AS s
JOIN akun AS a USING (id_akun)
WHERE s.token_sha256 = $token_sha256 AND s.berakhir_pada IS NULL AND a.aktif
    AND s.dibuat_pada <= $paling_akhir AND s.terakhir_pada <= $paling_akhir
