-- What an active account may act as on a day, in no order. One row = one penugasan. The account is one row, found by its
-- key: to ask whether there is one (EXISTS) takes the engine longer to plan.
SELECT p.id_penugasan, p.kode_pd, p.peran, p.kode_unit, p.jenis, p.mulai, p.selesai
FROM penugasan AS p, akun AS a
WHERE p.id_akun = $id_akun AND p.dicabut_pada IS NULL AND p.mulai <= $hari AND coalesce(p.selesai >= $hari, TRUE)
    AND a.id_akun = $id_akun AND a.aktif
