-- What was answered about the plans of one office, the newest import first. One row = one finding.
SELECT t.kode, t.tingkat, t.pesan, t.saran, t.lembar, t.sel, t.kode_indikator, t.diketik, t.dipahami, t.kode_baris,
    t.kolom, t.pengganti, t.pembanding, t.alasan
FROM temuan AS t
JOIN peristiwa AS p ON p.kode_pd = t.kode_pd AND p.objek = t.id_objek AND p.aksi = 'impor_rencana'
WHERE t.kode_pd = $kode_pd AND t.objek = 'rencana' AND t.keadaan = 'dijelaskan'
ORDER BY p.nomor DESC, t.nomor
