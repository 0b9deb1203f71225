-- Failures of a time that has not come yet count as of now, and a delay from now at most as long as it was given.
UPDATE percobaan_masuk
SET
    terkunci_sampai = CAST($waktu AS TIMESTAMP) + (terkunci_sampai - terakhir_pada),
    terakhir_pada = CAST($waktu AS TIMESTAMP)
WHERE terakhir_pada > CAST($waktu AS TIMESTAMP)
