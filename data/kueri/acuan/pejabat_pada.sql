-- Who holds which office on a day: a deputy before the definitif one, then who came last. One row = one jabatan.
SELECT id_pejabat, jabatan, nama, nip, pangkat, jenis, mulai, selesai
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY jabatan ORDER BY jenis = 'definitif', mulai DESC, dicatat_pada DESC, id_pejabat DESC
        ) AS urut
    FROM pejabat
    WHERE kode_pd = $kode_pd AND dicabut_pada IS NULL AND mulai <= $hari AND (selesai IS NULL OR selesai >= $hari)
) AS semua
WHERE urut = 1
ORDER BY jabatan
