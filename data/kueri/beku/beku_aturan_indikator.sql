-- What a snapshot keeps of aturan_indikator: every row of the office.
SELECT * FROM aturan_indikator WHERE kode_pd = $kode_pd ORDER BY ALL
