-- One upload.
SELECT
    u.id_unggahan, u.kode_unit, u.tahun, u.triwulan, u.nomor, u.sha256, u.nama_berkas, u.keadaan,
    u.id_kiriman, k.versi, u.diunggah_pada, u.oleh, u.akun
FROM unggahan AS u
LEFT JOIN kiriman AS k ON k.kode_pd = u.kode_pd AND k.id_kiriman = u.id_kiriman
WHERE u.kode_pd = $kode_pd AND u.id_unggahan = $id_unggahan
