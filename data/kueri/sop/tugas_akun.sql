-- What an active account may act as on a day. One row = one penugasan.
SELECT p.id_penugasan, p.kode_pd, p.peran, p.kode_unit, p.jenis, p.mulai, p.selesai
FROM penugasan AS p
JOIN akun AS a USING (id_akun)
WHERE p.id_akun = $id_akun AND a.aktif AND p.dicabut_pada IS NULL
    AND p.mulai <= $hari AND (p.selesai IS NULL OR p.selesai >= $hari)
ORDER BY p.peran, p.kode_pd, p.kode_unit, p.mulai, p.id_penugasan
