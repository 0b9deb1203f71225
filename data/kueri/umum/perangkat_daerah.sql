-- The offices in this store, by code; what they are called depends on the day (kantor_pada). One row = one office.
SELECT kode_pd, contoh
FROM perangkat_daerah
ORDER BY kode_pd
