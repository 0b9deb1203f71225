-- One snapshot with its content. At most one row.
SELECT nomor, tahun, triwulan, revisi, sidik, isi, dibuat_pada, oleh
FROM snapshot
WHERE kode_pd = $kode_pd AND nomor = $nomor
