-- Note that a session was used; it says nothing about what was done.
UPDATE sesi SET terakhir_pada = $waktu WHERE token_sha256 = $token_sha256 AND berakhir_pada IS NULL
