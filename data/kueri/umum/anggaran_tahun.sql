-- Realisasi anggaran s/d each triwulan of one year, at the leaves. One row = one leaf and triwulan.
SELECT
    kode_simpul, triwulan, rupiah, id_kiriman, versi, nama_berkas, diterima_pada, lembar, sel,
    koreksi_lama, koreksi_baru, koreksi_alasan, koreksi_oleh, koreksi_pada
FROM anggaran_berlaku
WHERE kode_pd = $kode_pd AND tahun = $tahun
ORDER BY kode_simpul, triwulan
