-- The rule of every indicator in one year. One row = one indicator.
SELECT
    kode_indikator, polaritas, rumus, frekuensi, jatuh_tempo, agregasi, cara_isi, pembilang, penyebut, faktor, alasan, boleh_tanpa_kejadian
FROM aturan_berlaku
WHERE kode_pd = $kode_pd AND tahun = $tahun
