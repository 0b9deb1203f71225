-- Who may act as one of these peran on a day: active accounts only. One row = one penugasan.
SELECT a.nama, p.id_penugasan, p.kode_pd, p.peran, p.kode_unit, p.jenis, p.mulai, p.selesai
FROM penugasan AS p
JOIN akun AS a USING (id_akun)
WHERE a.aktif AND p.dicabut_pada IS NULL AND p.mulai <= $hari AND (p.selesai IS NULL OR p.selesai >= $hari)
    AND list_contains($peran, p.peran)
ORDER BY p.jenis, p.mulai, a.nama, p.id_penugasan
