-- Every indicator of an office (or the one asked for) in every year from the first of the Renstra in force to the last, as
-- seen at the end of a periode. One row = one indicator, year and triwulan. Triwulan 1 to 4 is the state s/d that triwulan,
-- in the years from $rinci on and at the end of the year before the periode; triwulan 0 is the year itself against the
-- Renstra, also of years that have no rule or have not begun.
-- A value is exact: `desimal` / `pembagi`, or pembilang / penyebut × faktor of the one report that it is or of the sums of
-- several, or with `pecahan` the pembilang and penyebut of several. A value that a due triwulan is needed for (`kurang`) is not there (`bernilai`
-- is false); what stands in its columns was reported last, for `triwulan_akhir`. `tempo` is the first triwulan that is due
-- where a value came before it, `bertahan` the triwulan whose value stands where a later due one is blank (if the office lets it
-- stand), `berikutnya` whether the value is due in the year after, `bagian` has a bit for every triwulan that the value is made of. A
-- NULL capaian (`mentah`, `nilai`) has its reason in `alasan`, for the target of the whole year in the columns that end in
-- _tahun.
-- What later steps read more than once is MATERIALIZED: planning the same steps again costs more than the rows do.
WITH
renstra AS (
    SELECT id_rencana, tahun_awal, tahun_akhir
    FROM rencana
    WHERE kode_pd = $kode_pd AND jenis = 'renstra' AND $tahun BETWEEN tahun_awal AND tahun_akhir AND tanggal <= $hari
    ORDER BY tahun_awal DESC, ke DESC, revisi DESC
    LIMIT 1
),
batas AS (
    SELECT
        coalesce(least(min(tahun_awal), $tahun - 1), $tahun - 1) AS awal,
        coalesce(greatest(max(tahun_akhir), $tahun), $tahun) AS akhir
    FROM renstra
),
semua_tahun AS (SELECT CAST(unnest(range(awal, akhir + 1)) AS INTEGER) AS tahun FROM batas),
tw AS (SELECT CAST(range AS INTEGER) AS triwulan FROM range(1, 5)),
saat AS (
    SELECT t.tahun, tw.triwulan AS saat
    FROM semua_tahun AS t, tw
    WHERE t.tahun <= $tahun AND (t.tahun >= $rinci OR tw.triwulan = 4)
),
aturan AS MATERIALIZED (
    SELECT
        kode_indikator, tahun, polaritas, rumus, frekuensi, jatuh_tempo, agregasi, faktor, skala_ordinal,
        cara_gabung(cara_isi, agregasi) AS cara_gabung
    FROM aturan_berlaku
    WHERE kode_pd = $kode_pd AND tahun <= $tahun AND ($kode_indikator IS NULL OR kode_indikator = $kode_indikator)
),
versi AS (
    -- The Renja in force at the end of each triwulan.
    SELECT s.tahun, s.saat, r.id_rencana, r.dokumen
    FROM saat AS s
    JOIN rencana AS r
        ON r.kode_pd = $kode_pd AND r.jenis = 'renja' AND r.tahun_awal = s.tahun
        AND r.tanggal <= akhir_triwulan(s.tahun, s.saat)
    QUALIFY row_number() OVER (PARTITION BY s.tahun, s.saat ORDER BY r.ke DESC, r.revisi DESC) = 1
),
versi_renstra AS (
    -- The Renstra in force then.
    SELECT s.tahun, s.saat, r.id_rencana, r.dokumen
    FROM saat AS s
    JOIN rencana AS r
        ON r.kode_pd = $kode_pd AND r.jenis = 'renstra' AND s.tahun BETWEEN r.tahun_awal AND r.tahun_akhir
        AND r.tanggal <= akhir_triwulan(s.tahun, s.saat)
    QUALIFY row_number() OVER (
        PARTITION BY s.tahun, s.saat ORDER BY r.tahun_awal DESC, r.ke DESC, r.revisi DESC
    ) = 1
),
puncak AS (
    -- The indicators of tujuan and sasaran.
    SELECT i.kode_indikator
    FROM indikator AS i
    JOIN simpul AS s ON s.kode_pd = $kode_pd AND s.kode_simpul = i.kode_simpul
    WHERE i.kode_pd = $kode_pd AND s.tingkat IN ('tujuan', 'sasaran')
),
ditargetkan AS (
    -- The targets of the Renja; of a tujuan or sasaran that it does not carry, that of the Renstra for the year.
    SELECT v.tahun, v.saat, v.dokumen, t.kode_indikator, t.triwulan, t.nilai, t.bawah, t.atas, t.peringkat, t.desimal
    FROM versi AS v
    JOIN target AS t ON t.kode_pd = $kode_pd AND t.id_rencana = v.id_rencana AND t.tahun = v.tahun
    UNION ALL
    SELECT v.tahun, v.saat, v.dokumen, t.kode_indikator, t.triwulan, t.nilai, t.bawah, t.atas, t.peringkat, t.desimal
    FROM versi_renstra AS v
    JOIN target AS t
        ON t.kode_pd = $kode_pd AND t.id_rencana = v.id_rencana AND t.tahun = v.tahun AND t.triwulan = 0
    JOIN puncak AS p ON p.kode_indikator = t.kode_indikator
    LEFT JOIN versi AS w ON w.tahun = v.tahun AND w.saat = v.saat
    WHERE NOT EXISTS (
        SELECT 1
        FROM target AS r
        WHERE r.kode_pd = $kode_pd AND r.id_rencana = w.id_rencana AND r.tahun = v.tahun
            AND r.kode_indikator = t.kode_indikator
    )
),
sasaran AS MATERIALIZED (
    -- They by the rule of the year; a grade counts as the number that its scale gives it.
    SELECT
        t.tahun, t.saat, t.dokumen, t.kode_indikator, t.triwulan, coalesce(t.nilai, o.nilai) AS nilai, t.bawah, t.atas,
        t.peringkat, t.desimal, o.urutan
    FROM ditargetkan AS t
    JOIN aturan AS a ON a.kode_indikator = t.kode_indikator AND a.tahun = t.tahun
    LEFT JOIN skala_ordinal AS o ON o.skala = a.skala_ordinal AND o.peringkat = t.peringkat
),
setahun AS (SELECT * FROM sasaran WHERE triwulan = 0),
rencana_tahun AS (
    -- What is planned at all, and the first triwulan due by its schedule that has a target of its own.
    SELECT
        s.tahun, s.saat, s.kode_indikator, max(s.dokumen) AS dokumen,
        min(s.triwulan) FILTER (WHERE s.triwulan > 0 AND jadwal_lapor(a.frekuensi, a.jatuh_tempo, s.triwulan)) AS pertama
    FROM sasaran AS s
    JOIN aturan AS a ON a.kode_indikator = s.kode_indikator AND a.tahun = s.tahun
    GROUP BY s.tahun, s.saat, s.kode_indikator
),
menyusul AS MATERIALIZED (
    -- What is due in the year after: a report is the value of the year before.
    SELECT a.kode_indikator, a.tahun
    FROM aturan AS a
    JOIN aturan AS b ON b.kode_indikator = a.kode_indikator AND b.tahun = a.tahun - 1
    WHERE a.jatuh_tempo = '5' AND b.jatuh_tempo = '5'
),
dilaporkan AS (
    -- Every report under the year and triwulan that it tells of.
    SELECT kode_indikator, keadaan, tahun, triwulan, nilai, pembilang, penyebut, peringkat
    FROM realisasi_berlaku
    WHERE kode_pd = $kode_pd AND kode_indikator NOT IN (SELECT kode_indikator FROM menyusul)
    UNION ALL
    SELECT
        r.kode_indikator, r.keadaan, CASE WHEN m.tahun IS NULL THEN r.tahun ELSE r.tahun - 1 END AS tahun_nilai,
        CASE WHEN m.tahun IS NULL THEN r.triwulan ELSE 4 END AS triwulan_nilai, r.nilai, r.pembilang, r.penyebut, r.peringkat
    FROM realisasi_berlaku AS r
    LEFT JOIN menyusul AS m ON m.kode_indikator = r.kode_indikator AND m.tahun = r.tahun
    WHERE r.kode_pd = $kode_pd AND r.kode_indikator IN (SELECT kode_indikator FROM menyusul)
        AND r.keadaan <> 'belum_ada_data' AND (m.tahun IS NULL OR r.tahun < $tahun OR r.triwulan <= $triwulan)
    QUALIFY row_number() OVER (
        PARTITION BY r.kode_indikator, tahun_nilai, triwulan_nilai ORDER BY r.tahun DESC, r.triwulan DESC
    ) = 1
),
lapor AS (
    SELECT
        r.kode_indikator, r.tahun, r.triwulan, r.pembilang, r.penyebut,
        CASE WHEN r.pembilang IS NULL THEN coalesce(r.nilai, o.nilai) END AS desimal,
        struct_pack(
            triwulan := r.triwulan, desimal := desimal, pembilang := r.pembilang, penyebut := r.penyebut,
            peringkat := r.peringkat, urutan := o.urutan
        ) AS laporan,
        CASE
            WHEN r.pembilang IS NOT NULL THEN nilai_pecahan(r.pembilang, r.penyebut, a.faktor)
            ELSE CAST(coalesce(r.nilai, o.nilai) AS DOUBLE)
        END AS nilai
    FROM dilaporkan AS r
    JOIN aturan AS a ON a.kode_indikator = r.kode_indikator AND a.tahun = r.tahun
    LEFT JOIN skala_ordinal AS o ON o.skala = a.skala_ordinal AND o.peringkat = r.peringkat
    WHERE r.keadaan = 'terisi' AND (a.cara_gabung <> 'rasio' OR r.pembilang IS NOT NULL)
),
kejadian AS (
    -- Where there was nothing to measure.
    SELECT kode_indikator, tahun, triwulan
    FROM dilaporkan
    WHERE keadaan = 'tidak_ada_kejadian'
),
jadwal AS MATERIALIZED (
    -- Which triwulan must be reported, and which were, seen at the end of triwulan `saat`. One without anything to measure
    -- (`nihil`) is left out on both sides.
    SELECT
        a.kode_indikator, a.tahun, s.saat, q.triwulan, a.cara_gabung, p.kode_indikator IS NOT NULL AS direncanakan,
        p.pertama,
        CASE
            WHEN a.jatuh_tempo = '5' THEN q.triwulan = 4 AND a.tahun < $tahun
            ELSE jadwal_lapor(a.frekuensi, a.jatuh_tempo, q.triwulan)
        END AND (t.kode_indikator IS NOT NULL OR p.pertama IS NULL) AS tempo,
        tempo AND k.kode_indikator IS NULL AS wajib, tempo AND k.kode_indikator IS NOT NULL AS nihil,
        l.kode_indikator IS NOT NULL AS terlapor,
        l.nilai, l.desimal, l.pembilang, l.penyebut, l.laporan,
        t.nilai AS target, t.bawah, t.atas, t.peringkat AS target_peringkat, t.urutan AS target_urutan,
        t.desimal AS target_desimal
    FROM aturan AS a
    JOIN saat AS s ON s.tahun = a.tahun
    JOIN tw AS q ON q.triwulan <= s.saat
    LEFT JOIN rencana_tahun AS p ON p.kode_indikator = a.kode_indikator AND p.tahun = a.tahun AND p.saat = s.saat
    LEFT JOIN lapor AS l ON l.kode_indikator = a.kode_indikator AND l.tahun = a.tahun AND l.triwulan = q.triwulan
    LEFT JOIN kejadian AS k ON k.kode_indikator = a.kode_indikator AND k.tahun = a.tahun AND k.triwulan = q.triwulan
    LEFT JOIN sasaran AS t
        ON t.kode_indikator = a.kode_indikator AND t.tahun = a.tahun AND t.saat = s.saat AND t.triwulan = q.triwulan
),
terpilih AS (
    -- What enters the value, and what its target: a mean takes the due triwulan on both sides.
    SELECT
        *, terlapor AND (wajib OR cara_gabung <> 'rata_rata') AS masuk, wajib OR (terlapor AND cara_gabung <> 'rata_rata') AS
        dibanding
    FROM jadwal
),
gabungan AS MATERIALIZED (
    SELECT
        kode_indikator, tahun, saat, cara_gabung, direncanakan, pertama,
        max(triwulan) FILTER (WHERE dibanding OR nihil) AS posisi,
        bool_or(nihil) AS ada_nihil,
        max(triwulan) FILTER (WHERE wajib) AS wajib_akhir,
        max(triwulan) FILTER (WHERE masuk) AS masuk_akhir,
        min(triwulan) FILTER (WHERE wajib AND NOT terlapor) AS lubang,
        coalesce(sum(1 << triwulan) FILTER (WHERE masuk), 0) AS bagian,
        count(*) FILTER (WHERE masuk) AS banyak,
        agregat(cara_gabung, CASE WHEN masuk THEN nilai END, triwulan) AS realisasi,
        agregat_desimal(cara_gabung, CASE WHEN dibanding THEN target END, triwulan) AS target,
        agregat_desimal(cara_gabung, CASE WHEN dibanding THEN bawah END, triwulan) AS bawah,
        agregat_desimal(cara_gabung, CASE WHEN dibanding THEN atas END, triwulan) AS atas,
        max(triwulan) FILTER (WHERE dibanding AND target IS NOT NULL) AS letak_angka,
        max(triwulan) FILTER (WHERE dibanding AND bawah IS NOT NULL) AS letak_rentang,
        arg_max(target_peringkat, triwulan) FILTER (WHERE dibanding) AS target_peringkat,
        arg_max(target_urutan, triwulan) FILTER (WHERE dibanding) AS target_urutan,
        max(target_desimal) FILTER (WHERE dibanding) AS target_desimal,
        count(*) FILTER (WHERE masuk AND nilai IS NULL) AS tanpa_angka,
        sum(desimal) FILTER (WHERE masuk) AS jumlah,
        sum(pembilang) FILTER (WHERE masuk AND cara_gabung = 'rasio') AS semua_pembilang,
        sum(penyebut) FILTER (WHERE masuk AND cara_gabung = 'rasio') AS semua_penyebut,
        max(desimal) FILTER (WHERE masuk) AS maksimum,
        list([pembilang, penyebut]) FILTER (WHERE masuk AND pembilang IS NOT NULL AND cara_gabung <> 'nilai_akhir') AS
        pecahan, arg_max(laporan, triwulan) FILTER (WHERE masuk) AS ini,
        arg_max(laporan, triwulan) FILTER (WHERE terlapor) AS terakhir
    FROM terpilih
    GROUP BY kode_indikator, tahun, saat, cara_gabung, direncanakan, pertama
),
terukur AS (
    -- At the last due triwulan, and for an indicator that is due once a year, the target s/d triwulan is that of the year.
    -- The total of what shall fall is not compared with one whose time is not over. Of quarters that have numbers and ranges the
    -- last one counts (`angka_terakhir`), and where they are taken together there is no target.
    SELECT
        g.* EXCLUDE (target, bawah, atas, target_peringkat, target_urutan, target_desimal),
        a.rumus, a.polaritas, a.faktor, t.kode_indikator IS NOT NULL AS bertarget_tahun,
        coalesce(t.kode_indikator IS NOT NULL AND (
                g.posisi >= jadwal_akhir(a.frekuensi, a.jatuh_tempo) OR a.frekuensi = 'tahunan'
            ) AND NOT (
                g.ada_nihil AND coalesce(g.letak_angka, g.letak_rentang) IS NOT NULL OR
                g.ada_nihil AND g.target_peringkat IS NOT NULL
            ), FALSE) AS penuh,
        jadwal_awal(a.frekuensi, a.jatuh_tempo) AS tempo_awal, coalesce(a.jatuh_tempo = '5', FALSE) AS berikutnya,
        a.polaritas = 'turun' AND a.agregasi = 'jumlah' AND g.saat < 4 AS berjalan,
        CASE
            WHEN NOT g.direncanakan THEN NULL
            WHEN perlu_semua(g.cara_gabung) THEN g.lubang
            WHEN g.masuk_akhir IS NULL OR (g.masuk_akhir < g.wajib_akhir AND NOT $bertahan) THEN g.wajib_akhir
        END AS kurang,
        CASE WHEN g.direncanakan AND NOT perlu_semua(g.cara_gabung) AND kurang IS NULL AND g.masuk_akhir < g.wajib_akhir
            THEN g.masuk_akhir END AS bertahan,
        letak_angka IS NOT NULL AND letak_rentang IS NOT NULL AS campur,
        g.cara_gabung = 'nilai_akhir' AND letak_angka > letak_rentang AS angka_terakhir,
        g.cara_gabung = 'nilai_akhir' AND letak_rentang > letak_angka AS rentang_terakhir,
        CASE WHEN penuh THEN t.nilai WHEN NOT campur OR angka_terakhir THEN g.target END AS target,
        CASE WHEN penuh THEN t.bawah WHEN NOT campur OR rentang_terakhir THEN g.bawah END AS bawah,
        CASE WHEN penuh THEN t.atas WHEN NOT campur OR rentang_terakhir THEN g.atas END AS atas,
        CASE WHEN penuh THEN t.peringkat ELSE g.target_peringkat END AS target_peringkat,
        CASE WHEN penuh THEN t.urutan ELSE g.target_urutan END AS target_urutan,
        CASE WHEN penuh THEN t.desimal ELSE g.target_desimal END AS target_desimal,
        t.nilai AS target_tahun, t.bawah AS bawah_tahun, t.atas AS atas_tahun, t.peringkat AS target_peringkat_tahun
    FROM gabungan AS g
    JOIN aturan AS a ON a.kode_indikator = g.kode_indikator AND a.tahun = g.tahun
    LEFT JOIN setahun AS t ON t.kode_indikator = g.kode_indikator AND t.tahun = g.tahun AND t.saat = g.saat
),
tetap AS MATERIALIZED (
    SELECT
        *,
        direncanakan AND kurang IS NULL AND masuk_akhir IS NOT NULL AS bernilai,
        CASE
            WHEN NOT direncanakan THEN 'tidak_direncanakan'
            WHEN posisi IS NULL THEN 'belum_waktunya'
            WHEN kurang IS NULL AND masuk_akhir IS NULL THEN 'tidak_ada_kejadian'
            WHEN kurang IS NULL THEN 'terisi'
            ELSE 'belum_ada_data'
        END AS keadaan,
        coalesce(banyak = 1 OR cara_gabung = 'nilai_akhir' OR tanpa_angka > 0, TRUE) AS tunggal,
        CASE WHEN bernilai THEN ini ELSE terakhir END AS satu,
        CASE
            WHEN bernilai AND cara_gabung = 'rasio' THEN nilai_pecahan(semua_pembilang, semua_penyebut, faktor)
            WHEN bernilai THEN realisasi
        END AS dinilai
    FROM terukur
),
berujung AS (
    -- What has to be reached, and whether the value was computed of pembilang and penyebut.
    SELECT
        *,
        CASE WHEN tunggal THEN satu.pembilang IS NOT NULL ELSE pecahan IS NOT NULL END AS terhitung,
        CASE WHEN polaritas = 'naik' THEN coalesce(bawah, target) ELSE coalesce(atas, target) END AS ujung,
        berjalan AND penuh AS tertunda,
        NOT bernilai AND (masuk_akhir IS NULL OR masuk_akhir < posisi) AS tanpa_laporan
    FROM tetap
    WHERE tahun >= $rinci OR tahun = $tahun - 1
),
triwulanan AS MATERIALIZED (
    SELECT
        *, tercapai(polaritas, dinilai, ujung) AS sampai,
        terhitung AND tercapai_dibulatkan(polaritas, dinilai, ujung, target_desimal) AS sampai_dibulatkan
    FROM berujung
),
aturan_kini AS MATERIALIZED (
    -- The rule of the year of the periode, or of the newest year that has one; from program down the Renja decides what is
    -- planned.
    SELECT a.*, p.kode_indikator IS NULL AS menurut_renja
    FROM aturan AS a
    LEFT JOIN puncak AS p ON p.kode_indikator = a.kode_indikator
    WHERE a.tahun >= (SELECT awal FROM batas)
    QUALIFY row_number() OVER (PARTITION BY a.kode_indikator ORDER BY a.tahun DESC) = 1
),
riwayat_kini AS (
    SELECT r.kode_indikator, r.tahun, coalesce(r.nilai, o.nilai) AS nilai, r.peringkat, r.sumber
    FROM riwayat AS r
    JOIN aturan_kini AS a ON a.kode_indikator = r.kode_indikator
    LEFT JOIN skala_ordinal AS o ON o.skala = a.skala_ordinal AND o.peringkat = r.peringkat
    WHERE r.kode_pd = $kode_pd AND r.jenis = 'realisasi' AND r.tahun < $tahun
    QUALIFY row_number() OVER (PARTITION BY r.kode_indikator, r.tahun ORDER BY r.id_rencana DESC) = 1
),
target_renstra AS (
    SELECT t.kode_indikator, t.tahun, coalesce(t.nilai, o.nilai) AS nilai, t.bawah, t.atas, t.peringkat, t.desimal
    FROM renstra AS r
    JOIN target AS t ON t.kode_pd = $kode_pd AND t.id_rencana = r.id_rencana AND t.triwulan = 0
    JOIN aturan_kini AS a ON a.kode_indikator = t.kode_indikator
    LEFT JOIN skala_ordinal AS o ON o.skala = a.skala_ordinal AND o.peringkat = t.peringkat
),
tahunan AS MATERIALIZED (
    -- The years of the Renstra: what a year gave, from reports or else from the history of the plan, by the rule of that
    -- year.
    SELECT
        k.kode_indikator, y.tahun, coalesce(a.rumus, k.rumus) AS rumus,
        coalesce(a.polaritas, k.polaritas) AS arah,
        arah = 'turun' AND coalesce(a.agregasi, k.agregasi) = 'jumlah'
            AND y.tahun = $tahun AND $triwulan < 4 AS berjalan,
        coalesce(CASE WHEN a.kode_indikator IS NULL THEN k.jatuh_tempo ELSE a.jatuh_tempo END = '5', FALSE) AS berikutnya,
        coalesce(h.bernilai, FALSE) AS dilaporkan,
        NOT coalesce(h.bernilai, FALSE) AND w.kode_indikator IS NOT NULL AS dari_riwayat,
        k.menurut_renja AND y.tahun IN (SELECT tahun FROM versi) AS renja_memutuskan,
        h.keadaan AS keadaan_laporan, h.kurang, h.posisi, h.bagian, h.bertahan, h.tunggal, h.satu, h.cara_gabung,
        h.jumlah, h.maksimum, h.banyak, h.pecahan, h.semua_pembilang, h.semua_penyebut, h.faktor,
        w.nilai AS nilai_riwayat, w.peringkat AS peringkat_riwayat, w.sumber,
        CASE WHEN dilaporkan THEN h.dinilai ELSE CAST(w.nilai AS DOUBLE) END AS dinilai,
        t.nilai AS target, t.bawah, t.atas, t.peringkat AS target_peringkat, t.desimal AS target_desimal,
        t.kode_indikator IS NOT NULL AS bertarget,
        CASE WHEN arah = 'naik' THEN coalesce(t.bawah, t.nilai) ELSE coalesce(t.atas, t.nilai) END AS ujung
    FROM aturan_kini AS k
    CROSS JOIN semua_tahun AS y
    LEFT JOIN aturan AS a ON a.kode_indikator = k.kode_indikator AND a.tahun = y.tahun
    LEFT JOIN tetap AS h
        ON h.kode_indikator = k.kode_indikator AND h.tahun = y.tahun
        AND h.saat = CASE WHEN y.tahun = $tahun THEN CAST($triwulan AS INTEGER) ELSE 4 END
    LEFT JOIN riwayat_kini AS w ON w.kode_indikator = k.kode_indikator AND w.tahun = y.tahun
    LEFT JOIN target_renstra AS t ON t.kode_indikator = k.kode_indikator AND t.tahun = y.tahun
),
renstra_tahunan AS MATERIALIZED (
    SELECT
        *,
        CASE
            WHEN tahun > $tahun THEN 'belum_waktunya'
            WHEN dilaporkan OR dari_riwayat THEN 'terisi'
            WHEN keadaan_laporan = 'tidak_ada_kejadian' THEN keadaan_laporan
            WHEN tahun = $tahun AND keadaan_laporan IS NOT NULL THEN keadaan_laporan
            WHEN keadaan_laporan = 'tidak_direncanakan' AND (renja_memutuskan OR NOT bertarget) THEN 'tidak_direncanakan'
            WHEN keadaan_laporan IS NULL AND NOT bertarget THEN 'tidak_direncanakan'
            ELSE 'belum_ada_data'
        END AS keadaan
    FROM tahunan
),
perbandingan AS MATERIALIZED (
    -- What is compared: s/d a triwulan with the target until then (`dasar` 0) and with the one of the year (1), a year of the
    -- Renstra with its target (2). `tertunda`: not yet; `sebab` is why there is no capaian, as far as it does not follow from the
    -- numbers.
    SELECT
        kode_indikator, tahun, saat AS triwulan, 0 AS dasar, keadaan, rumus, tertunda, dinilai, target, bawah, atas,
        CASE
            WHEN NOT direncanakan THEN 'tanpa_target'
            WHEN keadaan = 'tidak_ada_kejadian' THEN keadaan
            WHEN tanpa_laporan THEN 'tanpa_realisasi'
            WHEN NOT bernilai THEN 'belum_lengkap'
            WHEN satu.peringkat IS NOT NULL AND target_peringkat IS NOT NULL THEN 'skala_tanpa_angka'
            WHEN tertunda THEN 'total_berjalan'
            WHEN bertarget_tahun AND target_peringkat IS NULL AND coalesce(target, bawah) IS NULL AND NOT campur
                THEN 'tanpa_target_triwulan'
        END AS sebab
    FROM triwulanan
    UNION ALL
    SELECT
        kode_indikator, tahun, saat, 1, keadaan, rumus, berjalan, dinilai, target_tahun, bawah_tahun, atas_tahun,
        CASE
            WHEN NOT bertarget_tahun THEN 'tanpa_target'
            WHEN keadaan = 'tidak_ada_kejadian' THEN keadaan
            WHEN tanpa_laporan THEN 'tanpa_realisasi'
            WHEN NOT bernilai THEN 'belum_lengkap'
            WHEN satu.peringkat IS NOT NULL AND target_peringkat_tahun IS NOT NULL THEN 'skala_tanpa_angka'
            WHEN berjalan THEN 'total_berjalan'
        END
    FROM triwulanan
    UNION ALL
    SELECT
        kode_indikator, tahun, 0, 2, keadaan, rumus, berjalan, dinilai, target, bawah, atas,
        CASE
            WHEN target_peringkat IS NOT NULL AND target IS NULL THEN 'skala_tanpa_angka'
            WHEN target IS NULL AND bawah IS NULL THEN 'tanpa_target'
            WHEN keadaan = 'tidak_ada_kejadian' THEN keadaan
            WHEN dinilai IS NULL THEN 'tanpa_realisasi'
            WHEN berjalan THEN 'total_berjalan'
        END
    FROM renstra_tahunan
),
dihitung AS (
    SELECT
        *,
        CASE WHEN keadaan = 'tidak_ada_kejadian' AND $nihil_seratus THEN 100 WHEN NOT tertunda
            THEN capaian_mentah(rumus, dinilai, target, bawah, atas, $nol_seratus, $nol_meleset) END AS hitungan
    FROM perbandingan
),
terbilang AS (SELECT *, CASE WHEN terjangkau(hitungan) THEN hitungan END AS mentah FROM dihitung),
capaian AS MATERIALIZED (
    SELECT
        kode_indikator, tahun, triwulan, dasar, mentah, nilai_capaian(mentah, $lantai, $batas, $desimal) AS nilai,
        CASE
            WHEN mentah IS NOT NULL THEN NULL
            WHEN sebab IS NOT NULL THEN sebab
            WHEN hitungan IS NOT NULL THEN 'di_luar_jangkauan'
            ELSE capaian_alasan(rumus, dinilai, target, bawah, atas, $nol_seratus, $nol_meleset)
        END AS alasan
    FROM terbilang
)
SELECT
    h.kode_indikator, h.tahun, h.saat AS triwulan, coalesce(p.dokumen, v.dokumen) AS dokumen, h.keadaan, h.kurang, h.posisi, h.bagian, h.bernilai,
    h.satu.triwulan AS triwulan_akhir,
    CASE
        WHEN h.tunggal OR NOT h.bernilai THEN h.satu.desimal
        WHEN h.cara_gabung = 'maksimum' THEN h.maksimum
        ELSE h.jumlah
    END AS desimal,
    CASE WHEN h.cara_gabung = 'rata_rata' AND h.bernilai AND NOT h.tunggal THEN h.banyak ELSE 1 END AS pembagi,
    CASE WHEN h.tunggal OR NOT h.bernilai THEN h.satu.pembilang ELSE h.semua_pembilang END AS pembilang,
    CASE WHEN h.tunggal OR NOT h.bernilai THEN h.satu.penyebut ELSE h.semua_penyebut END AS penyebut,
    CASE WHEN h.bernilai AND NOT h.tunggal THEN h.pecahan END AS pecahan,
    h.faktor, h.cara_gabung,
    CASE WHEN h.tunggal OR NOT h.bernilai THEN h.satu.peringkat END AS peringkat,
    h.rumus, NULL AS sumber, h.bertahan, h.berikutnya,
    CASE WHEN h.bernilai AND h.wajib_akhir IS NULL AND NOT h.ada_nihil THEN coalesce(h.pertama, h.tempo_awal) END AS tempo,
    CASE
        WHEN NOT h.bernilai OR h.tertunda THEN NULL
        WHEN h.satu.peringkat IS NOT NULL THEN h.satu.urutan <= h.target_urutan
        ELSE h.sampai OR h.sampai_dibulatkan
    END AS tercapai,
    coalesce(h.satu.peringkat IS NULL AND NOT h.tertunda AND NOT h.sampai AND h.sampai_dibulatkan, FALSE) AS dibulatkan,
    h.target, h.bawah, h.atas, h.target_peringkat, h.target_desimal,
    c.mentah, c.nilai, c.alasan,
    h.target_tahun, h.bawah_tahun, h.atas_tahun, h.target_peringkat_tahun,
    y.mentah AS mentah_tahun, y.nilai AS nilai_tahun, y.alasan AS alasan_tahun
FROM triwulanan AS h
LEFT JOIN versi AS v ON v.tahun = h.tahun AND v.saat = h.saat
LEFT JOIN rencana_tahun AS p ON p.kode_indikator = h.kode_indikator AND p.tahun = h.tahun AND p.saat = h.saat
JOIN capaian AS c ON c.kode_indikator = h.kode_indikator AND c.tahun = h.tahun AND c.triwulan = h.saat AND c.dasar = 0
JOIN capaian AS y ON y.kode_indikator = h.kode_indikator AND y.tahun = h.tahun AND y.triwulan = h.saat AND y.dasar = 1
UNION ALL
SELECT
    h.kode_indikator, h.tahun, 0, NULL, h.keadaan, h.kurang, h.posisi, h.bagian, h.dilaporkan OR h.dari_riwayat,
    h.satu.triwulan,
    CASE
        WHEN h.dari_riwayat THEN h.nilai_riwayat
        WHEN h.tunggal OR NOT h.dilaporkan THEN h.satu.desimal
        WHEN h.cara_gabung = 'maksimum' THEN h.maksimum
        ELSE h.jumlah
    END,
    CASE WHEN h.cara_gabung = 'rata_rata' AND h.dilaporkan AND NOT h.tunggal THEN h.banyak ELSE 1 END,
    CASE
        WHEN h.dari_riwayat THEN NULL WHEN h.tunggal OR NOT h.dilaporkan THEN h.satu.pembilang ELSE h.semua_pembilang
    END,
    CASE
        WHEN h.dari_riwayat THEN NULL WHEN h.tunggal OR NOT h.dilaporkan THEN h.satu.penyebut ELSE h.semua_penyebut
    END,
    CASE WHEN h.dilaporkan AND NOT h.tunggal THEN h.pecahan END,
    h.faktor, h.cara_gabung,
    CASE WHEN h.dari_riwayat THEN h.peringkat_riwayat WHEN h.tunggal OR NOT h.dilaporkan THEN h.satu.peringkat END,
    h.rumus, CASE WHEN h.dari_riwayat THEN h.sumber END, CASE WHEN h.dilaporkan THEN h.bertahan END, h.berikutnya,
    NULL, NULL,
    coalesce(
        h.dilaporkan AND NOT h.berjalan AND CASE WHEN h.tunggal THEN h.satu.pembilang IS NOT NULL ELSE h.pecahan IS NOT NULL END
            AND NOT tercapai(h.arah, h.dinilai, h.ujung)
            AND tercapai_dibulatkan(h.arah, h.dinilai, h.ujung, h.target_desimal),
        FALSE
    ),
    h.target, h.bawah, h.atas, h.target_peringkat, NULL,
    c.mentah, c.nilai, c.alasan,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM renstra_tahunan AS h
JOIN capaian AS c ON c.kode_indikator = h.kode_indikator AND c.tahun = h.tahun AND c.dasar = 2
