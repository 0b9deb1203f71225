-- Who holds an office on a day, a deputy before who is deputised. One row = one pejabat.
SELECT jabatan, nama, nip, pangkat, jenis
FROM pejabat
WHERE kode_pd = $kode_pd AND dicabut_pada IS NULL AND mulai <= $hari AND (selesai IS NULL OR selesai >= $hari)
ORDER BY jenis = 'definitif', mulai DESC, id_pejabat
