-- For some units and years, and for files that could not be identified, the newest upload of every periode: what
-- unggahan_terakhir answers for one. One row = one unit and periode.
SELECT
    kode_unit, tahun, triwulan, id_unggahan, nomor, sha256, nama_berkas, keadaan, id_kiriman, diunggah_pada, oleh
FROM unggahan
WHERE kode_pd = $kode_pd AND (kode_unit IS NULL OR (list_contains($unit, kode_unit) AND list_contains($tahun, tahun)))
QUALIFY row_number() OVER (PARTITION BY kode_unit, tahun, triwulan ORDER BY nomor DESC) = 1
