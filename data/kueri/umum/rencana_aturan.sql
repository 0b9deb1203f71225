-- The rules in force of every indicator of one office. One row = one indicator and year.
SELECT
    kode_indikator, tahun, revisi, polaritas, rumus, frekuensi, agregasi, cara_isi,
    pembilang, penyebut, faktor, skala_ordinal, alasan, jatuh_tempo, agregasi_tahun, boleh_tanpa_kejadian, sama_dengan,
    bagian_dari, agregasi_unit
FROM aturan_berlaku
WHERE kode_pd = $kode_pd
ORDER BY kode_indikator, tahun
