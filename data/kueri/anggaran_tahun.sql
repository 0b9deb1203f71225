-- Realisasi anggaran s/d each triwulan of one year, at the leaves. One row = one leaf and triwulan.
SELECT kode_simpul, triwulan, rupiah, id_kiriman, versi, nama_berkas, diterima_pada, lembar, sel
FROM anggaran_berlaku
WHERE kode_pd = $kode_pd AND tahun = $tahun
ORDER BY kode_simpul, triwulan
