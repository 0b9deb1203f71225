-- What an office approved and froze, newest first. One row = one snapshot.
SELECT nomor, tahun, triwulan, revisi, sidik, dibuat_pada, oleh
FROM snapshot
WHERE kode_pd = $kode_pd
ORDER BY tahun DESC, triwulan DESC, revisi DESC
