-- Everybody who holds, held or will hold an office and was not withdrawn. One row = one pejabat.
SELECT id_pejabat, jabatan, nama, nip, pangkat, jenis, mulai, selesai
FROM pejabat
WHERE kode_pd = $kode_pd AND dicabut_pada IS NULL
ORDER BY jabatan, mulai DESC, dicatat_pada DESC
