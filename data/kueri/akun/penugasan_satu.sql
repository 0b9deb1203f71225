-- One penugasan that was not withdrawn. One row when it exists.
SELECT id_penugasan, id_akun, kode_pd, peran, kode_unit, jenis, mulai, selesai
FROM penugasan
WHERE id_penugasan = $id_penugasan AND dicabut_pada IS NULL
