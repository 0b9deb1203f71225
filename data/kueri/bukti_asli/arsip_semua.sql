-- The archive registers of all offices, as they were written.
SELECT kode_pd, id_arsip, uraian, nomor_dokumen, tempat, sha256, sidik, objek, oleh, dicatat_pada
FROM arsip
ORDER BY kode_pd, id_arsip
