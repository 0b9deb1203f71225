-- How often the password of an account did not fit at a move of the SOP since a time, without one that fit in between.
SELECT count(*) AS banyak
FROM peristiwa
WHERE akun = $akun AND waktu > $sejak AND aksi LIKE 'tolak:%' AND rincian ->> '$.sebab' = 'sandi'
    AND nomor > coalesce((
        SELECT max(nomor) FROM perpindahan
        WHERE akun = $akun AND aksi IN (SELECT unnest(CAST($bersandi AS VARCHAR[])))
    ), 0)
