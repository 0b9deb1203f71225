-- The archive register of an office, newest first. One row = one entry.
SELECT
    id_arsip, objek, langkah, uraian, nomor_dokumen, tanggal, tempat, sha256, nama_berkas, sidik, oleh, dicatat_pada
FROM arsip
WHERE kode_pd = $kode_pd
ORDER BY dicatat_pada DESC, id_arsip DESC
