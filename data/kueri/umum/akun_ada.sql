-- One row when the store has any account.
SELECT id_akun FROM akun LIMIT 1
