-- One row when the store has an account that is no sample.
SELECT id_akun FROM akun WHERE NOT contoh LIMIT 1
