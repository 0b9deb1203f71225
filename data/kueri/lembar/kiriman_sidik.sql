-- The kiriman that holds exactly these bytes, if there is one, with the upload that it came from.
SELECT
    k.id_kiriman, k.kode_unit, k.tahun, k.triwulan, k.versi, k.diterima_pada, k.oleh, u.id_unggahan, u.nomor
FROM kiriman AS k
LEFT JOIN unggahan AS u ON u.kode_pd = k.kode_pd AND u.id_kiriman = k.id_kiriman
WHERE k.kode_pd = $kode_pd AND k.sha256 = $sha256
ORDER BY k.versi
