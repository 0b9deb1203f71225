-- Realisasi anggaran of years before this program, from the newest import that gives it. One row = one node and year.
SELECT r.kode_simpul, r.tahun, r.rupiah, r.sumber, r.lembar, r.sel
FROM riwayat_anggaran AS r
JOIN (
    SELECT kode_simpul, tahun, max(id_rencana) AS id_rencana
    FROM riwayat_anggaran
    WHERE kode_pd = $kode_pd
    GROUP BY kode_simpul, tahun
) AS terakhir USING (kode_simpul, tahun, id_rencana)
WHERE r.kode_pd = $kode_pd
ORDER BY r.kode_simpul, r.tahun
