-- Every indicator that has a rule in this year, in the order of the plan, with the name of its unit on a day; `senama`:
-- another one has the same name. One row = one indicator.
SELECT
    i.kode_indikator, i.nama, i.satuan, i.kode_unit, u.nama AS nama_unit, i.definisi, i.sumber_data, i.bukti_wajib,
    i.kode_simpul, s.tingkat, s.nama AS nama_simpul, i.urutan,
    a.polaritas, a.rumus, a.frekuensi, a.jatuh_tempo, a.agregasi, a.cara_isi, a.pembilang, a.penyebut, a.faktor,
    a.skala_ordinal, a.alasan, a.boleh_tanpa_kejadian,
    count(*) OVER (PARTITION BY i.nama) > 1 AS senama
FROM indikator AS i
JOIN aturan_berlaku AS a ON a.kode_pd = i.kode_pd AND a.kode_indikator = i.kode_indikator AND a.tahun = $tahun
JOIN simpul AS s ON s.kode_pd = i.kode_pd AND s.kode_simpul = i.kode_simpul
JOIN unit_pada($hari) AS u ON u.kode_pd = i.kode_pd AND u.kode_unit = i.kode_unit
WHERE i.kode_pd = $kode_pd
ORDER BY s.urutan, i.urutan, i.kode_indikator
