-- The accounts with their last login. One row = one account.
SELECT
    a.id_akun, a.nama_akun, a.nama, a.sandi IS NOT NULL AS bersandi, a.aktif, a.contoh, a.versi,
    max(s.dibuat_pada) AS terakhir_masuk,
    count(*) FILTER (WHERE s.token_sha256 IS NOT NULL AND s.berakhir_pada IS NULL) AS sesi_terbuka
FROM akun AS a
LEFT JOIN sesi AS s USING (id_akun)
GROUP BY ALL
ORDER BY a.aktif DESC, a.nama, a.id_akun
