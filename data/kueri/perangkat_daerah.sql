-- The offices in this store, by code. One row = one office.
SELECT kode_pd, nama, kabupaten, kode_wilayah, kode_bps, contoh
FROM perangkat_daerah
ORDER BY kode_pd
