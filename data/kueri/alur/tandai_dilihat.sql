-- Note which rows of a kiriman an account has looked at; what it has looked at before stays as it is.
INSERT INTO baris_dilihat
SELECT $kode_pd, $id_kiriman, $akun, unnest($kode_baris), $waktu
ON CONFLICT DO NOTHING
