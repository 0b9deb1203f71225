-- The uploads of exactly these bytes, newest first. One row = one upload.
SELECT id_unggahan, kode_unit, tahun, triwulan, nomor, sha256, keadaan, id_kiriman, diunggah_pada
FROM unggahan
WHERE kode_pd = $kode_pd AND sha256 = $sha256
ORDER BY diunggah_pada DESC, nomor DESC
