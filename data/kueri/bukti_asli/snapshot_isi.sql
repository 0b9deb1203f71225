-- Every snapshot of the store with its content, oldest first, as the check of the log reads it.
SELECT kode_pd, nomor, tahun, triwulan, revisi, sidik, isi, dibuat_pada, oleh
FROM snapshot
ORDER BY kode_pd, tahun, triwulan, revisi
