"""Evaluasi Renja as a table of a screen: a node carries its Rp, the indicators below it their K."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from analytics.aturan.angka import bulatkan_persen, tulis_angka
from analytics.dokumen.renja.kolom_renja import susunan_renja
from analytics.dokumen.tabel import BarisTabel, IsiTabel, Kolom, Tabel
from analytics.dokumen.tabel_evaluasi import (
    baris_lain,
    judul_simpul,
    tabel_rujukan,
    tulis_asal,
    tulis_keadaan,
    tulis_predikat,
    tulis_rumus,
    tulis_satu_asal,
)
from analytics.evaluasi.hasil import Uang
from analytics.evaluasi.hasil.renja import AKHIR_TAHUN, BarisRenja, EvaluasiRenja, KinerjaRenja

_KOLOM_RENJA = (
    Kolom("Sasaran, program, kegiatan, sub kegiatan, indikator", lebar=52),
    Kolom("Satuan", lebar=10),
    Kolom("Target tahun (K)", "angka", lebar=12),
    Kolom("Target s/d triwulan (K)", "angka", lebar=12),
    Kolom("Realisasi s/d triwulan (K)", "angka", lebar=14),
    Kolom("Capaian (%)", "persen", lebar=11),
    Kolom("Predikat", lebar=18),
    Kolom("Pagu (Rp)", "rupiah", lebar=16),
    Kolom("Realisasi (Rp)", "rupiah", lebar=16),
    Kolom("Serapan (%)", "persen", lebar=11),
    Kolom("Capaian terhadap akhir Renstra (%)", "persen", lebar=14),
    Kolom("Rumus dan cara hitung", lebar=48),
    Kolom("Penanggung jawab", lebar=24),
    Kolom("Sumber", lebar=56),
)


_CAPAIAN_TAHUN = Kolom("Tingkat capaian tahun berjalan (%)", "persen", lebar=14)
_PENARIKAN = (
    Kolom("Rencana penarikan s/d triwulan (Rp)", "rupiah", lebar=16),
    Kolom("Realisasi terhadap rencana penarikan (%)", "persen", lebar=14),
)


def tabel_renja(hasil: EvaluasiRenja) -> Tabel:
    """The tree: a node carries its Rp, the indicators below it their K; the columns follow the layout of the form.

    Where the plan says what is to be drawn by the triwulan, that stands beside the serapan.
    """
    setahun = susunan_renja(hasil).ada("capaian_tahun_k")
    sisipan = ((_CAPAIAN_TAHUN,) if setahun else ()) + (_PENARIKAN if _ada_kas(hasil) else ())
    letak = 1 + next(nomor for nomor, kolom in enumerate(_KOLOM_RENJA) if kolom.judul == "Serapan (%)")
    return Tabel(
        f"Evaluasi Renja s/d {hasil.keterangan.periode.nama}",
        (*_KOLOM_RENJA[:letak], *sisipan, *_KOLOM_RENJA[letak:]),
        tuple(
            _sisipi(baris_tabel, letak, {kolom: isi.get(kolom, "") for kolom in sisipan})
            for baris in hasil.baris
            for baris_tabel, isi in _baris_renja(baris)
        ),
        "Belum ada Renja untuk tahun ini.",
    )


def _ada_kas(hasil: EvaluasiRenja) -> bool:
    return any(_berencana(simpul.uang.kini) for simpul in hasil.baris)


def _sisipi(baris: BarisTabel, letak: int, isi: Mapping[Kolom, IsiTabel]) -> BarisTabel:
    return replace(baris, isi=(*baris.isi[:letak], *isi.values(), *baris.isi[letak:])) if isi else baris


def _baris_renja(baris: BarisRenja) -> Iterator[tuple[BarisTabel, Mapping[Kolom, IsiTabel]]]:
    """Every row, with what stands in the columns that only some tables have."""
    uang = baris.uang.kini
    kosong = ("",) * 6
    if baris.tempat.rujukan:
        yield tabel_rujukan(baris, len(_KOLOM_RENJA)), {}
        return
    yield (
        BarisTabel(
            (
                judul_simpul(baris.kode_simpul, baris.tingkat, baris.nama),
                *kosong,
                uang.sebutan if uang.di_lain else uang.pagu,
                uang.sebutan if uang.realisasi is None and uang.pagu else uang.realisasi,
                uang.serapan,
                "",
                "; ".join(kata for kata in (tulis_serapan(uang), _tulis_penarikan(uang)) if kata),
                baris.nama_unit or "",
                _sumber_uang(uang),
            ),
            baris.tingkat,
        ),
        {_CAPAIAN_TAHUN: uang.serapan, **_isi_penarikan(uang)},
    )
    for kinerja in baris.kinerja:
        yield _baris_kinerja_renja(kinerja), {_CAPAIAN_TAHUN: kinerja.kini.capaian_tahun}
    for lain in baris.kinerja_lain:
        tabel_lain = baris_lain(_baris_kinerja_renja(lain), lain.baris.indikator)
        yield tabel_lain, {_CAPAIAN_TAHUN: lain.kini.capaian_tahun}


def _isi_penarikan(uang: Uang) -> dict[Kolom, IsiTabel]:
    """What all rows of a node with a pagu were to draw by now, and how much of it those that reported did."""
    if not _berencana(uang):
        return {}
    rasio = uang.penarikan.rasio if uang.penarikan else None
    return dict(zip(_PENARIKAN, (uang.kas[uang.triwulan_kini - 1], rasio), strict=True))


def _tulis_penarikan(uang: Uang) -> str:
    """The working of the same, `terhadap rencana penarikan 4 / 5 × 100 = 80,00`; mostly empty."""
    penarikan = uang.penarikan
    if not _berencana(uang) or penarikan is None or penarikan.rasio is None:
        return ""
    hasil = tulis_angka(bulatkan_persen(penarikan.rasio, 2), 2)
    cara = f"{tulis_angka(penarikan.realisasi)} / {tulis_angka(penarikan.rencana)} × 100 = {hasil}"
    return f"terhadap rencana penarikan {cara}"


def _berencana(uang: Uang) -> bool:
    """Whether a node says how much is to be drawn by a triwulan before the end of the year."""
    return len(uang.kas) >= uang.triwulan_kini != AKHIR_TAHUN


def _baris_kinerja_renja(kinerja: KinerjaRenja) -> BarisTabel:
    indikator, kini = kinerja.baris.indikator, kinerja.kini
    return BarisTabel(
        (
            indikator.nama,
            indikator.satuan,
            kini.target_tahun,
            kini.target,
            tulis_keadaan(kini) or kini.realisasi,
            kini.capaian,
            tulis_predikat(kini.capaian),
            "",
            "",
            "",
            kinerja.capaian_renstra,
            tulis_rumus(kini),
            indikator.nama_unit,
            tulis_asal(kinerja.baris, kini.triwulan),
        ),
        "masuk1",
        indikator.kode,
    )


def tulis_serapan(uang: Uang) -> str:
    """The working of a serapan, `50 / 80 × 100 = 62,50`, and whether a part of it is still missing."""
    terhitung = uang.terhitung
    if uang.serapan is None:
        return uang.catatan
    hasil = tulis_angka(bulatkan_persen(uang.serapan, 2), 2)
    cara = f"{tulis_angka(terhitung.realisasi)} / {tulis_angka(terhitung.pagu)} × 100 = {hasil}"
    return f"{cara}. {uang.catatan}" if uang.catatan else cara


def _sumber_uang(uang: Uang) -> str:
    if uang.laporan:
        return tulis_satu_asal(uang.laporan[-1].asal)
    return "jumlah baris di bawahnya" if uang.realisasi is not None else ""
