-- Every paper that came with a move of an office, newest first, with that move. One row = one paper.
SELECT
    l.id_lampiran, l.objek, l.aksi, l.sha256, l.nama_berkas, l.jenis, l.ukuran, l.oleh, l.diunggah_pada,
    p.revisi, p.sebagai, p.catatan, p.nomor_kertas, p.tanggal_kertas, p.sha256_kertas = l.sha256 AS lembar_kertas,
    p.dokumen, p.tahun, p.triwulan, p.langkah
FROM lampiran AS l
LEFT JOIN perpindahan AS p
    ON p.kode_pd = l.kode_pd AND p.objek = l.objek AND p.kunci = regexp_replace(l.id_lampiran, ':[0-9]+$', '')
WHERE l.kode_pd = $kode_pd
ORDER BY p.nomor DESC, l.id_lampiran
