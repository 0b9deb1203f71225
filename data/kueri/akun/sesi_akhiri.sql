-- End every open session of one account.
UPDATE sesi SET berakhir_pada = $waktu, sebab = $sebab WHERE id_akun = $id_akun AND berakhir_pada IS NULL
