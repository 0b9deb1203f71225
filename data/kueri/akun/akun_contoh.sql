-- The sample accounts that log in without a password. One row = one account; none unless the store has an office and
-- every office and every account in it is a sample.
SELECT a.id_akun, a.nama_akun, a.nama, a.sandi
FROM akun AS a
WHERE a.contoh AND a.sandi IS NULL AND a.aktif
    AND EXISTS (SELECT 1 FROM perangkat_daerah)
    AND NOT EXISTS (SELECT 1 FROM perangkat_daerah WHERE NOT contoh)
    AND NOT EXISTS (SELECT 1 FROM akun WHERE NOT contoh)
ORDER BY a.dibuat_pada, a.id_akun
