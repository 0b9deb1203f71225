"""The evaluations of one office with six years: three of them against hand-written SQL, every form against the reading.

The floor of the three is one statement for each, written for the plan of this office and nothing else: figures, reason,
state and source of every row, with the formulas of the store, fetched as plain tuples. `periksa` holds its figures
against ours. What a form costs beside the reading that it is cut from is told of every form of the registry.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import log
from typing import Any, Final

from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.evaluasi.hasil.renja import EvaluasiRenja
from analytics.evaluasi.hasil.renstra import EvaluasiRenstra
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.indikator import rincian_indikator
from analytics.evaluasi.renja import susun_renja
from analytics.evaluasi.renstra import susun_renstra
from analytics.formulir import FORMULIR
from analytics.formulir.entri import Formulir
from analytics.sistem import buka_gudang
from data.gudang import Gudang
from tests.alat.gudang import tanya
from tests.benchmarks.kantor_tahun import KODE_PD, PERIODE, KantorTahun
from tests.benchmarks.ukur import HasilUkur, Pertumbuhan, bandingkan_cpu

BANYAK: Final = (60, 300, 1000, 3000)
_ULANGAN: Final = {60: 15, 300: 9, 1000: 7, 3000: 5}
_SEDANG: Final = 300
"""The size at which the forms are told one by one."""
Tiga = tuple[EvaluasiIku, EvaluasiRenja, EvaluasiRenstra]
Baris = list[tuple[Any, ...]]

_ASAL: Final = """
lapor AS (
    SELECT
        r.kode_indikator, r.tahun, r.triwulan, r.nama_berkas, r.lembar, r.sel, r.versi, r.id_kiriman, r.diterima_pada,
        r.alasan, r.pembilang, r.penyebut, r.koreksi_alasan,
        CASE
            WHEN r.keadaan <> 'terisi' THEN NULL
            WHEN r.pembilang IS NOT NULL THEN r.pembilang::DOUBLE / r.penyebut::DOUBLE * a.faktor::DOUBLE
            ELSE r.nilai::DOUBLE
        END AS nilai
    FROM realisasi_berlaku AS r
    JOIN aturan_berlaku AS a USING (kode_pd, kode_indikator, tahun)
    WHERE r.kode_pd = $kode_pd
),
versi AS (
    SELECT tahun_awal AS tahun, id_rencana, dokumen
    FROM rencana
    WHERE kode_pd = $kode_pd AND jenis = 'renja' AND tanggal <= $hari
    QUALIFY row_number() OVER (PARTITION BY tahun_awal ORDER BY ke DESC, revisi DESC) = 1
),
rencana_k AS (
    SELECT
        t.kode_indikator, t.tahun, any_value(v.dokumen) AS dokumen, max(t.nilai) FILTER (t.triwulan = 0) AS setahun,
        max(t.nilai) FILTER (t.triwulan = 1) AS t1, max(t.nilai) FILTER (t.triwulan = 2) AS t2,
        max(t.nilai) FILTER (t.triwulan = 3) AS t3, max(t.nilai) FILTER (t.triwulan = 4) AS t4
    FROM target AS t
    JOIN versi AS v USING (id_rencana, tahun)
    WHERE t.kode_pd = $kode_pd
    GROUP BY t.kode_indikator, t.tahun
),
hasil_k AS (
    SELECT
        kode_indikator, tahun, max(nilai) FILTER (triwulan = 1) AS r1, max(nilai) FILTER (triwulan = 2) AS r2,
        max(nilai) FILTER (triwulan = 3) AS r3, max(nilai) FILTER (triwulan = 4) AS r4
    FROM lapor
    GROUP BY kode_indikator, tahun
),
lebar AS (
    SELECT
        a.kode_indikator, a.tahun, a.rumus, a.polaritas, a.agregasi, a.frekuensi, s.range AS saat, p.dokumen, p.setahun,
        [p.t1, p.t2, p.t3, p.t4][1:s.range] AS ts, [h.r1, h.r2, h.r3, h.r4][1:s.range] AS rs
    FROM aturan_berlaku AS a
    JOIN range(1, 5) AS s ON a.tahun = $tahun OR s.range = 4
    LEFT JOIN rencana_k AS p USING (kode_indikator, tahun)
    LEFT JOIN hasil_k AS h USING (kode_indikator, tahun)
    WHERE a.kode_pd = $kode_pd AND a.tahun <= $tahun
),
nilai_k AS (
    SELECT
        *,
        CASE
            WHEN frekuensi = 'tahunan' THEN CASE WHEN saat = 4 THEN rs[4] END
            WHEN agregasi = 'nilai_akhir' THEN rs[saat]
            WHEN list_count(rs) < saat THEN NULL
            WHEN agregasi = 'jumlah' THEN list_sum(rs)
            WHEN agregasi = 'rata_rata' THEN list_avg(rs)
            ELSE list_max(rs)
        END AS realisasi,
        CASE
            WHEN saat = 4 OR frekuensi = 'tahunan' THEN setahun
            WHEN agregasi = 'nilai_akhir' THEN ts[saat]
            WHEN agregasi = 'jumlah' THEN list_sum(ts)
            WHEN agregasi = 'rata_rata' THEN list_avg(ts)
            ELSE list_max(ts)
        END AS target
    FROM lebar
),
capaian_k AS (
    SELECT
        *,
        CASE
            WHEN setahun IS NULL THEN 'tidak_direncanakan' WHEN realisasi IS NOT NULL THEN 'terisi'
            WHEN frekuensi = 'tahunan' AND saat < 4 THEN 'belum_waktunya' ELSE 'belum_ada_data'
        END AS keadaan,
        capaian_mentah(rumus, realisasi, target, NULL, NULL, TRUE) AS mentah,
        capaian_mentah(rumus, realisasi, setahun, NULL, NULL, TRUE) AS mentah_tahun,
        capaian_alasan(rumus, realisasi, target, NULL, NULL, TRUE) AS alasan
    FROM nilai_k
),
renstra AS (
    SELECT id_rencana, tahun_awal, tahun_akhir FROM rencana
    WHERE kode_pd = $kode_pd AND jenis = 'renstra' AND $tahun BETWEEN tahun_awal AND tahun_akhir AND tanggal <= $hari
),
tahunan AS (
    SELECT
        c.kode_indikator, c.tahun, c.rumus, c.agregasi, c.keadaan, c.realisasi, t.nilai AS target,
        capaian_mentah(c.rumus, c.realisasi, t.nilai, NULL, NULL, TRUE) AS mentah,
        capaian_alasan(c.rumus, c.realisasi, t.nilai, NULL, NULL, TRUE) AS alasan
    FROM capaian_k AS c
    CROSS JOIN renstra AS r
    JOIN target AS t
        ON t.kode_pd = $kode_pd AND t.id_rencana = r.id_rencana AND t.kode_indikator = c.kode_indikator AND t.tahun =
        c.tahun AND t.triwulan = 0
    WHERE c.saat = CASE WHEN c.tahun = $tahun THEN $triwulan ELSE 4 END
),
akhir AS (
    SELECT
        kode_indikator, any_value(rumus) AS rumus,
        CASE WHEN any_value(agregasi) = 'jumlah' THEN sum(target) ELSE arg_max(target, tahun) END AS target,
        CASE
            WHEN any_value(agregasi) <> 'jumlah' THEN arg_max(realisasi, tahun) FILTER (tahun < $tahun)
            WHEN count(realisasi) FILTER (tahun < $tahun) = count(*) FILTER (tahun < $tahun)
                THEN sum(realisasi) FILTER (tahun < $tahun)
        END AS lalu,
        CASE
            WHEN max(realisasi) FILTER (tahun = $tahun) IS NULL THEN NULL
            WHEN any_value(agregasi) <> 'jumlah' THEN arg_max(realisasi, tahun)
            WHEN count(realisasi) = count(*) THEN sum(realisasi)
        END AS sampai
    FROM tahunan
    GROUP BY kode_indikator
),
"""
_IKU: Final = (
    "WITH "
    + _ASAL
    + """
lama AS (SELECT kode_indikator, realisasi, mentah_tahun, alasan FROM capaian_k WHERE tahun = $tahun - 1 AND saat = 4)
SELECT
    i.kode_indikator, i.nama, i.satuan, u.nama, s.nama, c.saat, c.keadaan, c.realisasi, c.target, c.mentah,
    nilai_capaian(c.mentah, NULL, NULL, 2), c.alasan, c.setahun, c.mentah_tahun,
    nilai_capaian(c.mentah_tahun, NULL, NULL, 2), c.dokumen, l.nilai, l.nama_berkas, l.lembar, l.sel,
    l.versi, l.id_kiriman, l.diterima_pada, l.alasan,
    l.koreksi_alasan, p.realisasi, p.mentah_tahun, k.target, k.sampai, capaian_mentah(k.rumus, k.sampai, k.target, NULL,
    NULL, TRUE)
FROM capaian_k AS c
JOIN indikator AS i ON i.kode_pd = $kode_pd AND i.kode_indikator = c.kode_indikator
JOIN laporan_indikator AS j ON j.kode_pd = $kode_pd AND j.kode_indikator = c.kode_indikator AND j.laporan = 'iku'
JOIN simpul AS s ON s.kode_pd = $kode_pd AND s.kode_simpul = i.kode_simpul
JOIN unit AS u ON u.kode_pd = $kode_pd AND u.kode_unit = i.kode_unit
LEFT JOIN lapor AS l ON l.kode_indikator = c.kode_indikator AND l.tahun = c.tahun AND l.triwulan = c.saat
LEFT JOIN lama AS p ON p.kode_indikator = c.kode_indikator
LEFT JOIN akhir AS k ON k.kode_indikator = c.kode_indikator
WHERE c.tahun = $tahun
ORDER BY s.urutan, i.urutan, c.saat
"""
)
_RENJA: Final = (
    "WITH "
    + _ASAL
    + """
isi AS (SELECT 1)
SELECT
    i.kode_indikator, i.kode_simpul, i.nama, i.satuan, u.nama, c.saat, c.keadaan, c.realisasi, c.target, c.mentah,
    nilai_capaian(c.mentah, NULL, NULL, 2), c.alasan, c.setahun, c.mentah_tahun,
    nilai_capaian(c.mentah_tahun, NULL, NULL, 2), c.dokumen, l.nilai, l.pembilang, l.penyebut, l.nama_berkas,
    l.lembar, l.sel, l.versi, l.id_kiriman, l.diterima_pada,
    l.alasan, l.koreksi_alasan, k.target, k.lalu, k.sampai, capaian_mentah(k.rumus, k.sampai, k.target, NULL, NULL,
    TRUE)
FROM capaian_k AS c
JOIN indikator AS i ON i.kode_pd = $kode_pd AND i.kode_indikator = c.kode_indikator
JOIN laporan_indikator AS j ON j.kode_pd = $kode_pd AND j.kode_indikator = c.kode_indikator AND j.laporan = 'renja'
JOIN simpul AS s ON s.kode_pd = $kode_pd AND s.kode_simpul = i.kode_simpul
JOIN unit AS u ON u.kode_pd = $kode_pd AND u.kode_unit = i.kode_unit
LEFT JOIN lapor AS l ON l.kode_indikator = c.kode_indikator AND l.tahun = c.tahun AND l.triwulan = c.saat
LEFT JOIN akhir AS k ON k.kode_indikator = c.kode_indikator
WHERE c.tahun = $tahun
ORDER BY s.urutan, i.urutan, c.saat
"""
)
_RENSTRA: Final = (
    "WITH "
    + _ASAL
    + """
isi AS (SELECT 1)
SELECT
    i.kode_indikator, i.kode_simpul, i.nama, i.satuan, u.nama, t.tahun, t.keadaan, t.target, t.realisasi, t.mentah,
    nilai_capaian(t.mentah, NULL, NULL, 2), t.alasan, k.target, k.sampai
FROM tahunan AS t
JOIN indikator AS i ON i.kode_pd = $kode_pd AND i.kode_indikator = t.kode_indikator
JOIN laporan_indikator AS j ON j.kode_pd = $kode_pd AND j.kode_indikator = t.kode_indikator AND j.laporan = 'renstra'
JOIN simpul AS s ON s.kode_pd = $kode_pd AND s.kode_simpul = i.kode_simpul
JOIN unit AS u ON u.kode_pd = $kode_pd AND u.kode_unit = i.kode_unit
LEFT JOIN akhir AS k ON k.kode_indikator = t.kode_indikator
ORDER BY s.urutan, i.urutan, t.tahun
"""
)
_UANG: Final = """
WITH RECURSIVE atas AS (
    SELECT kode_simpul AS daun, kode_simpul, kode_induk FROM simpul_berdaun WHERE kode_pd = $kode_pd AND daun
    UNION ALL
    SELECT a.daun, s.kode_simpul, s.kode_induk
    FROM atas AS a JOIN simpul AS s ON s.kode_pd = $kode_pd AND s.kode_simpul = a.kode_induk
)
SELECT
    a.kode_simpul, p.tahun, sum(p.rupiah) FILTER (r.jenis = 'renstra'), sum(p.rupiah) FILTER (r.jenis = 'renja'),
    sum(g.r1) FILTER (r.jenis = 'renja'), sum(g.r2) FILTER (r.jenis = 'renja'), sum(g.r3) FILTER (r.jenis = 'renja'),
    sum(g.r4) FILTER (r.jenis = 'renja'), count(g.kini) FILTER (r.jenis = 'renja'),
    sum(g.kini) FILTER (r.jenis = 'renja') / sum(p.rupiah) FILTER (r.jenis = 'renja' AND g.kini IS NOT NULL) * 100
FROM atas AS a
JOIN pagu AS p ON p.kode_pd = $kode_pd AND p.kode_simpul = a.daun
JOIN rencana AS r ON r.kode_pd = $kode_pd AND r.id_rencana = p.id_rencana
LEFT JOIN (
    SELECT
        kode_simpul, tahun, max(rupiah) FILTER (triwulan = 1) AS r1, max(rupiah) FILTER (triwulan = 2) AS r2,
        max(rupiah) FILTER (triwulan = 3) AS r3, max(rupiah) FILTER (triwulan = 4) AS r4,
        max(rupiah) FILTER (triwulan = CASE WHEN tahun = $tahun THEN $triwulan ELSE 4 END) AS kini
    FROM anggaran_berlaku WHERE kode_pd = $kode_pd GROUP BY kode_simpul, tahun
) AS g ON g.kode_simpul = a.daun AND g.tahun = p.tahun
GROUP BY a.kode_simpul, p.tahun
"""
_SATU: Final = "WITH " + _ASAL + "isi AS (SELECT 1) SELECT * FROM capaian_k WHERE kode_indikator = 'I00010'"


def ukur() -> Iterator[HasilUkur | Pertumbuhan]:
    """Three evaluations together, and one indicator alone, for every size of the office; every form for one size."""
    semua: dict[int, HasilUkur] = {}
    for banyak in BANYAK:
        gudang = buka_gudang(None)
        KantorTahun(banyak).isi(gudang)
        periksa(gudang)
        nama = f"tiga evaluasi, {banyak} indikator × 6 tahun / SQL tangan"
        semua[banyak] = bandingkan_cpu(nama, partial(tiga, gudang), partial(lantai, gudang), _ULANGAN[banyak])
        yield semua[banyak]
        nama = f"satu indikator dari {banyak} / SQL tangan"
        yield bandingkan_cpu(nama, partial(_satu, gudang), partial(_jalankan, gudang, _SATU), _ULANGAN[banyak])
        if banyak == _SEDANG:
            yield from _per_formulir(gudang)
        gudang.tutup()
    for kecil, besar in ((300, 3000), (1000, 3000)):
        pangkat = log(semua[besar].kerja / semua[kecil].kerja) / log(besar / kecil)
        yield Pertumbuhan(f"pangkat pertumbuhan, {kecil} ke {besar} indikator", pangkat)


def _per_formulir(gudang: Gudang) -> Iterator[HasilUkur]:
    """Every form of the registry with its reading, against the reading alone."""
    for formulir in FORMULIR:
        nama = f"bacaan dan {formulir.nama}, {_SEDANG} indikator / bacaan saja"
        yield bandingkan_cpu(nama, partial(_evaluasi, gudang, formulir), partial(_baca, gudang), _ULANGAN[_SEDANG])


def _evaluasi(gudang: Gudang, formulir: Formulir[Any]) -> object:
    return formulir.evaluasi(_baca(gudang), None)


def _baca(gudang: Gudang) -> Bacaan:
    return baca(gudang, KODE_PD, PERIODE)


def tiga(gudang: Gudang) -> Tiga:
    """Our work: one reading, three results."""
    bacaan = _baca(gudang)
    return susun_iku(bacaan), susun_renja(bacaan), susun_renstra(bacaan)


def lantai(gudang: Gudang) -> tuple[Baris, Baris, Baris, Baris]:
    """The floor: one statement a form, and the money of both trees."""
    return _jalankan(gudang, _IKU), _jalankan(gudang, _RENJA), _jalankan(gudang, _RENSTRA), _jalankan(gudang, _UANG)


def periksa(gudang: Gudang) -> None:
    """The floor computes the same figures; raises AssertionError when it does not."""
    iku, renja, renstra = tiga(gudang)
    dasar = lantai(gudang)
    kami = [
        (iku_kini.baris.indikator.kode, triwulan.capaian.nilai)
        for iku_kini in iku.baris
        for triwulan in iku_kini.baris.triwulan
    ]
    assert kami == [(baris[0], baris[10]) for baris in dasar[0]]
    kinerja = {kinerja.baris.indikator.kode: kinerja for simpul in renja.baris for kinerja in simpul.kinerja}
    assert len(kinerja) * 4 == len(dasar[1])
    for baris in dasar[1]:
        isi = kinerja[baris[0]]
        triwulan = isi.baris.pada(baris[5])
        assert (triwulan.keadaan, triwulan.capaian.nilai, triwulan.capaian_tahun.nilai) == (
            baris[6],
            baris[10],
            baris[14],
        )
        assert _dekat(isi.capaian_renstra.mentah, baris[30]), (baris, isi)
    tahun = {
        (kinerja.indikator.kode, satu_tahun.tahun): satu_tahun
        for simpul in renstra.baris
        for kinerja in simpul.kinerja
        for satu_tahun in kinerja.tahun
    }
    assert all(tahun[baris[0], baris[5]].capaian.nilai == baris[10] for baris in dasar[2])
    uang = {simpul.kode_simpul: simpul.uang.kini for simpul in renja.baris}
    for baris in dasar[3]:
        if baris[1] == PERIODE.tahun and baris[0] in uang:
            assert (uang[baris[0]].pagu, uang[baris[0]].realisasi) == (baris[3], baris[6])
            assert _dekat(uang[baris[0]].serapan, baris[9])


def _dekat(kami: float | None, dasar: float | None) -> bool:
    return kami is dasar or (kami is not None and dasar is not None and abs(kami - dasar) <= 1e-9 * abs(dasar))


def _satu(gudang: Gudang) -> object:
    return rincian_indikator(gudang, KODE_PD, "I00010", PERIODE)


def _jalankan(gudang: Gudang, sql: str) -> Baris:
    letak = {"kode_pd": KODE_PD, "tahun": PERIODE.tahun, "triwulan": PERIODE.triwulan, "hari": PERIODE.hari_terakhir}
    return tanya(gudang, sql, {nama: nilai for nama, nilai in letak.items() if f"${nama}" in sql})
