-- What an active account may act as on a day, in no order. One row = one penugasan.
SELECT p.id_penugasan, p.kode_pd, p.peran, p.kode_unit, p.jenis, p.mulai, p.selesai
FROM penugasan AS p
WHERE p.id_akun = $id_akun AND p.dicabut_pada IS NULL AND p.mulai <= $hari AND (p.selesai IS NULL OR p.selesai >= $hari)
    AND EXISTS (SELECT 1 FROM akun WHERE id_akun = $id_akun AND aktif)
