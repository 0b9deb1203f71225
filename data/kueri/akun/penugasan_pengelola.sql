-- Who else looks after the accounts of an office for good: active, able to log in, definitif and without an end. One
-- row = one penugasan; neither that penugasan nor that account counts.
SELECT p.id_penugasan
FROM penugasan AS p
JOIN akun AS a USING (id_akun)
WHERE p.peran = 'pengelola' AND p.kode_pd IN ('*', $kode_pd) AND p.jenis = 'definitif' AND p.selesai IS NULL
    AND p.mulai <= $hari AND p.dicabut_pada IS NULL AND a.aktif AND (a.sandi IS NOT NULL OR a.contoh)
    AND p.id_penugasan <> $id_penugasan AND a.id_akun <> $id_akun
