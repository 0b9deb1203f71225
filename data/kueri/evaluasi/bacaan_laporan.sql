-- What the units reported from a year on up to $tahun, with the cell it stands in. One row = one indicator and triwulan.
SELECT
    kode_indikator, tahun, triwulan, keadaan, nilai, pembilang, penyebut, peringkat, alasan, diketik,
    id_kiriman, versi, nama_berkas, diterima_pada, lembar, sel,
    koreksi_lama, koreksi_baru, koreksi_alasan, koreksi_oleh, koreksi_pada, dari
FROM realisasi_berlaku
WHERE kode_pd = $kode_pd AND tahun BETWEEN $rinci AND $tahun
    AND ($kode_indikator IS NULL OR kode_indikator = $kode_indikator)
ORDER BY tahun, kode_indikator, triwulan
