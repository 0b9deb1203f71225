-- When the latest failed login was; NULL when there is none.
SELECT max(terakhir_pada) AS waktu
FROM percobaan_masuk
