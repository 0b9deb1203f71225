-- One piece of evidence. One row when the office has it.
SELECT id_bukti, kode_unit, kode_indikator, tahun, triwulan, sha256, nama_berkas, jenis, ukuran, oleh, diunggah_pada,
    ditarik_pada
FROM bukti
WHERE kode_pd = $kode_pd AND id_bukti = $id_bukti
