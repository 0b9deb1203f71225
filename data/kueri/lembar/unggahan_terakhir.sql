-- The newest upload of one unit and periode; without a unit, of the files that could not be identified.
SELECT id_unggahan, nomor, sha256, nama_berkas, keadaan, id_kiriman, diunggah_pada, oleh
FROM unggahan
WHERE kode_pd = $kode_pd
    AND kode_unit IS NOT DISTINCT FROM $kode_unit
    AND tahun IS NOT DISTINCT FROM CAST($tahun AS INTEGER)
    AND triwulan IS NOT DISTINCT FROM CAST($triwulan AS INTEGER)
ORDER BY nomor DESC
LIMIT 1
