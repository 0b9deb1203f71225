-- The peristiwa with this kunci, if it was ever written. At most one row.
SELECT nomor, kode_pd, waktu, oleh, aksi, objek
FROM peristiwa
WHERE kunci = $kunci
