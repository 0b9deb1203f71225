-- What every unit reported in one year, in the newest kiriman of each triwulan. One row = one indicator and triwulan.
SELECT
    r.kode_indikator, r.triwulan, r.keadaan, r.nilai, r.pembilang, r.penyebut, r.peringkat, r.alasan, r.diketik,
    r.id_kiriman, r.versi, r.nama_berkas, r.diterima_pada, r.lembar, r.sel,
    r.koreksi_lama, r.koreksi_baru, r.koreksi_alasan, r.koreksi_oleh, r.koreksi_pada
FROM realisasi_berlaku AS r
WHERE r.kode_pd = $kode_pd AND r.tahun = $tahun
ORDER BY r.kode_indikator, r.triwulan
