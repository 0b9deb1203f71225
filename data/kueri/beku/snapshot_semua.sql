-- Every snapshot of an office, newest periode and revisi first, without its content.
SELECT nomor, tahun, triwulan, revisi, sidik, dibuat_pada, oleh
FROM snapshot
WHERE kode_pd = $kode_pd
ORDER BY tahun DESC, triwulan DESC, revisi DESC
