-- The penugasan that were not withdrawn and have not ended before a day, of one account or ('') of all. One row = one.
SELECT id_penugasan, id_akun, kode_pd, peran, kode_unit, jenis, mulai, selesai
FROM penugasan
WHERE dicabut_pada IS NULL AND (selesai IS NULL OR selesai >= $hari) AND $id_akun IN ('', id_akun)
ORDER BY id_akun, mulai, peran, kode_pd, kode_unit, id_penugasan
