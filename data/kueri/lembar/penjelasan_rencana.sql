-- The reasons that were given for questions about the plans of one office, the newest import first. One row = one finding.
SELECT t.kode, t.kode_indikator, t.alasan
FROM temuan AS t
JOIN peristiwa AS p ON p.kode_pd = t.kode_pd AND p.objek = t.id_objek AND p.aksi = 'impor_rencana'
WHERE t.kode_pd = $kode_pd AND t.objek = 'rencana' AND t.keadaan = 'dijelaskan' AND t.kode_indikator IS NOT NULL
ORDER BY p.nomor DESC, t.nomor
