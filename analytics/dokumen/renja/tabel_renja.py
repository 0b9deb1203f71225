"""Evaluasi Renja as a table of a screen: a node carries its Rp, the indicators below it their K."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analytics.aturan.angka import bulatkan_persen, tulis_angka
from analytics.dokumen.renja.kolom_renja import susunan_renja
from analytics.dokumen.tabel import BarisTabel, IsiTabel, Kolom, Tabel
from analytics.dokumen.tabel_evaluasi import (
    judul_simpul,
    tabel_rujukan,
    tulis_asal,
    tulis_keadaan,
    tulis_predikat,
    tulis_rumus,
    tulis_satu_asal,
)
from analytics.evaluasi.hasil import Uang
from analytics.evaluasi.hasil.renja import BarisRenja, EvaluasiRenja, KinerjaRenja

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


def tabel_renja(hasil: EvaluasiRenja) -> Tabel:
    """The tree: a node carries its Rp, the indicators below it their K; the columns follow the layout of the form."""
    setahun = susunan_renja(hasil).ada("capaian_tahun_k")
    letak = 1 + next(nomor for nomor, kolom in enumerate(_KOLOM_RENJA) if kolom.judul == "Serapan (%)")
    sisipan = (_CAPAIAN_TAHUN,) if setahun else ()
    return Tabel(
        f"Evaluasi Renja s/d {hasil.keterangan.periode.nama}",
        (*_KOLOM_RENJA[:letak], *sisipan, *_KOLOM_RENJA[letak:]),
        tuple(
            replace(baris_tabel, isi=(*baris_tabel.isi[:letak], nilai, *baris_tabel.isi[letak:]))
            if setahun
            else baris_tabel
            for baris in hasil.baris
            for baris_tabel, nilai in _baris_renja(baris)
        ),
        "Belum ada Renja untuk tahun ini.",
    )


def _baris_renja(baris: BarisRenja) -> Iterator[tuple[BarisTabel, IsiTabel]]:
    """Every row, with its tingkat capaian tahun berjalan: the serapan of a node, the capaian of an indicator."""
    uang = baris.uang.kini
    kosong = ("",) * 6
    if baris.tempat.rujukan:
        yield tabel_rujukan(baris, len(_KOLOM_RENJA)), ""
        return
    yield (
        BarisTabel(
            (
                judul_simpul(baris.kode_simpul, baris.tingkat, baris.nama),
                *kosong,
                uang.pagu,
                uang.sebutan if uang.realisasi is None and uang.pagu else uang.realisasi,
                uang.serapan,
                "",
                tulis_serapan(uang),
                baris.nama_unit or "",
                _sumber_uang(uang),
            ),
            baris.tingkat,
        ),
        uang.serapan,
    )
    for kinerja in baris.kinerja:
        yield _baris_kinerja_renja(kinerja), kinerja.kini.capaian_tahun


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
