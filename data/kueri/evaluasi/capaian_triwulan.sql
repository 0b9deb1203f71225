-- Target, realisasi and capaian of every indicator for every triwulan of one year, as seen at the end of that triwulan.
-- One row = one indicator, triwulan and dasar: 'sd' compares with the target s/d the triwulan `posisi`, the last one that
-- was due or reported, 'tahun' with the target of the whole year. A NULL capaian (`mentah`, `nilai`) has its reason in
-- `alasan`. `tercapai` is judged on the values themselves, so it stands also where the rumus has no value.
WITH
tw AS (SELECT CAST(range AS INTEGER) AS triwulan FROM range(1, 5)),
versi AS (
    -- The plan version in force at the end of each triwulan.
    SELECT
        tw.triwulan, r.id_rencana, r.dokumen,
        row_number() OVER (PARTITION BY tw.triwulan ORDER BY r.ke DESC, r.revisi DESC) AS urut
    FROM tw
    JOIN rencana AS r
        ON r.kode_pd = $kode_pd AND r.jenis = 'renja' AND r.tahun_awal = $tahun
        AND r.tanggal <= last_day(make_date($tahun, tw.triwulan * 3, 1))
),
aturan AS (
    SELECT
        kode_indikator, polaritas, rumus, frekuensi, faktor, skala_ordinal,
        cara_gabung(cara_isi, agregasi) AS cara_gabung
    FROM aturan_berlaku
    WHERE kode_pd = $kode_pd AND tahun = $tahun
),
sasaran AS (
    -- Targets per triwulan of view; a grade counts as the number that its scale gives it.
    SELECT
        v.triwulan AS saat, v.dokumen, t.kode_indikator, t.triwulan,
        coalesce(t.nilai, o.nilai) AS nilai, t.bawah, t.atas, t.peringkat, o.urutan
    FROM versi AS v
    JOIN target AS t ON t.kode_pd = $kode_pd AND t.id_rencana = v.id_rencana AND t.tahun = $tahun
    JOIN aturan AS a ON a.kode_indikator = t.kode_indikator
    LEFT JOIN skala_ordinal AS o ON o.skala = a.skala_ordinal AND o.peringkat = t.peringkat
    WHERE v.urut = 1
),
lapor AS (
    SELECT
        r.kode_indikator, r.triwulan, r.keadaan, r.peringkat, o.urutan,
        CASE
            WHEN r.pembilang IS NOT NULL THEN CAST(r.pembilang AS DOUBLE) / CAST(r.penyebut AS DOUBLE) * CAST(a.faktor AS DOUBLE)
            ELSE CAST(coalesce(r.nilai, o.nilai) AS DOUBLE)
        END AS nilai
    FROM realisasi_berlaku AS r
    JOIN aturan AS a ON a.kode_indikator = r.kode_indikator
    LEFT JOIN skala_ordinal AS o ON o.skala = a.skala_ordinal AND o.peringkat = r.peringkat
    WHERE r.kode_pd = $kode_pd AND r.tahun = $tahun AND r.keadaan = 'terisi'
),
jadwal AS (
    -- Which triwulan must be reported, and which were, seen at the end of triwulan `saat`.
    SELECT
        a.kode_indikator, s.triwulan AS saat, q.triwulan, a.cara_gabung,
        jadwal_lapor(a.frekuensi, q.triwulan) AND (
            t.kode_indikator IS NOT NULL
            OR NOT EXISTS (
                SELECT 1 FROM sasaran AS x
                WHERE x.saat = s.triwulan AND x.kode_indikator = a.kode_indikator
                    AND x.triwulan > 0 AND jadwal_lapor(a.frekuensi, x.triwulan)
            )
        ) AS wajib,
        l.kode_indikator IS NOT NULL AS terlapor,
        l.nilai, l.peringkat, l.urutan,
        t.nilai AS target_nilai, t.bawah, t.atas, t.peringkat AS target_peringkat, t.urutan AS target_urutan
    FROM aturan AS a
    CROSS JOIN tw AS s
    JOIN tw AS q ON q.triwulan <= s.triwulan
    LEFT JOIN lapor AS l ON l.kode_indikator = a.kode_indikator AND l.triwulan = q.triwulan
    LEFT JOIN sasaran AS t ON t.saat = s.triwulan AND t.kode_indikator = a.kode_indikator AND t.triwulan = q.triwulan
),
posisi AS (
    SELECT kode_indikator, saat, max(triwulan) AS posisi
    FROM jadwal
    WHERE wajib OR terlapor
    GROUP BY kode_indikator, saat
),
gabungan AS (
    SELECT
        j.kode_indikator, j.saat, p.posisi,
        agregat(j.cara_gabung, j.nilai, j.triwulan) AS realisasi,
        arg_max(j.peringkat, j.triwulan) AS peringkat,
        arg_max(j.urutan, j.triwulan) AS urutan,
        max(CASE WHEN j.triwulan = p.posisi AND j.terlapor THEN 1 ELSE 0 END) = 1 AS terlapor,
        sum(CASE WHEN j.wajib AND NOT j.terlapor THEN 1 ELSE 0 END) = 0 AS lengkap,
        agregat(j.cara_gabung, CASE WHEN j.wajib OR j.terlapor THEN j.target_nilai END, j.triwulan) AS target_nilai,
        agregat(j.cara_gabung, CASE WHEN j.wajib OR j.terlapor THEN j.bawah END, j.triwulan) AS bawah,
        agregat(j.cara_gabung, CASE WHEN j.wajib OR j.terlapor THEN j.atas END, j.triwulan) AS atas,
        arg_max(CASE WHEN j.wajib OR j.terlapor THEN j.target_peringkat END, j.triwulan) AS target_peringkat,
        arg_max(CASE WHEN j.wajib OR j.terlapor THEN j.target_urutan END, j.triwulan) AS target_urutan
    FROM jadwal AS j
    LEFT JOIN posisi AS p USING (kode_indikator, saat)
    GROUP BY j.kode_indikator, j.saat, p.posisi, j.cara_gabung
),
pembanding AS (
    -- At triwulan IV, and for an indicator that is due once a year, the target s/d triwulan is the target of the year.
    SELECT
        g.kode_indikator, g.saat, 'sd' AS dasar,
        CASE WHEN t.kode_indikator IS NULL THEN g.target_nilai ELSE t.nilai END AS target,
        CASE WHEN t.kode_indikator IS NULL THEN g.bawah ELSE t.bawah END AS bawah,
        CASE WHEN t.kode_indikator IS NULL THEN g.atas ELSE t.atas END AS atas,
        CASE WHEN t.kode_indikator IS NULL THEN g.target_peringkat ELSE t.peringkat END AS peringkat,
        CASE WHEN t.kode_indikator IS NULL THEN g.target_urutan ELSE t.urutan END AS urutan
    FROM gabungan AS g
    JOIN aturan AS a ON a.kode_indikator = g.kode_indikator
    LEFT JOIN sasaran AS t
        ON t.saat = g.saat AND t.kode_indikator = g.kode_indikator AND t.triwulan = 0
        AND (g.posisi = 4 OR a.frekuensi = 'tahunan')
    UNION ALL
    SELECT s.kode_indikator, s.saat, 'tahun', s.nilai, s.bawah, s.atas, s.peringkat, s.urutan
    FROM sasaran AS s
    WHERE s.triwulan = 0
),
terukur AS (
    SELECT
        g.kode_indikator, g.saat, b.dasar, g.posisi, g.terlapor, g.lengkap, g.realisasi, g.peringkat, a.rumus, a.polaritas,
        a.cara_gabung,
        b.target, b.bawah, b.atas, b.peringkat AS target_peringkat, g.urutan <= b.urutan AS peringkat_tercapai,
        CASE WHEN g.terlapor AND (g.lengkap OR NOT perlu_semua(a.cara_gabung)) THEN g.realisasi END AS dinilai
    FROM gabungan AS g
    JOIN aturan AS a ON a.kode_indikator = g.kode_indikator
    JOIN pembanding AS b ON b.kode_indikator = g.kode_indikator AND b.saat = g.saat
),
dihitung AS (
    SELECT
        *,
        EXISTS (
            SELECT 1 FROM sasaran AS x WHERE x.saat = terukur.saat AND x.kode_indikator = terukur.kode_indikator
        ) AS direncanakan,
        capaian_mentah(rumus, dinilai, target, bawah, atas, CAST($nol_seratus AS BOOLEAN)) AS hitungan,
        capaian_alasan(rumus, dinilai, target, bawah, atas, CAST($nol_seratus AS BOOLEAN)) AS alasan_rumus
    FROM terukur
),
hasil AS (
    SELECT *, CASE WHEN terjangkau(hitungan) THEN hitungan END AS mentah
    FROM dihitung
)
SELECT
    h.kode_indikator, h.saat AS triwulan, h.dasar, h.posisi, h.terlapor, h.lengkap, v.dokumen, h.realisasi, h.peringkat,
    h.direncanakan,
    CASE
        WHEN h.peringkat IS NOT NULL THEN CASE WHEN h.terlapor THEN h.peringkat_tercapai END
        WHEN h.polaritas = 'naik' THEN bulat(h.dinilai, 10) >= bulat(coalesce(h.bawah, h.target), 10)
        ELSE bulat(h.dinilai, 10) <= bulat(coalesce(h.atas, h.target), 10)
    END AS tercapai,
    CAST(h.target AS DECIMAL(30, 12)) AS target, CAST(h.bawah AS DECIMAL(30, 12)) AS bawah,
    CAST(h.atas AS DECIMAL(30, 12)) AS atas, h.target_peringkat,
    h.mentah,
    CASE
        WHEN h.mentah IS NOT NULL
            THEN bulat(least(h.mentah, coalesce(CAST($batas AS DOUBLE), h.mentah)), CAST($desimal AS INTEGER))
    END AS nilai,
    CASE
        WHEN h.mentah IS NOT NULL THEN NULL
        WHEN NOT h.direncanakan THEN 'tanpa_target'
        WHEN NOT h.terlapor THEN 'tanpa_realisasi'
        WHEN NOT h.lengkap AND perlu_semua(h.cara_gabung) THEN 'belum_lengkap'
        WHEN h.peringkat IS NOT NULL AND h.target_peringkat IS NOT NULL THEN 'skala_tanpa_angka'
        WHEN h.hitungan IS NOT NULL THEN 'di_luar_jangkauan'
        ELSE h.alasan_rumus
    END AS alasan
FROM hasil AS h
LEFT JOIN versi AS v ON v.triwulan = h.saat AND v.urut = 1
ORDER BY h.kode_indikator, h.saat, h.dasar
