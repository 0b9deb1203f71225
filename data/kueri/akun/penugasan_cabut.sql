-- Withdraw one penugasan.
UPDATE penugasan SET dicabut_pada = $waktu WHERE id_penugasan = $id_penugasan AND dicabut_pada IS NULL
