-- The offices in this store by code, as they were described on a day. One row = one office.
SELECT kode_pd, nama, kabupaten, kode_wilayah, kode_bps, contoh
FROM kantor_pada($hari)
ORDER BY kode_pd
