"""Heat map triwulan (or tahun) × indikator: every cell says its value, or in words why it has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from analytics import rupa
from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.aturan.periode import BELUM_ADA_DATA, NAMA_KEADAAN, ROMAWI, TERISI, Periode
from analytics.evaluasi.hasil import BarisIndikator, TahunRenstra, Triwulan
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.evaluasi.hasil.renja import AKHIR_TAHUN, EvaluasiRenja
from analytics.evaluasi.hasil.renstra import EvaluasiRenstra, KinerjaRenstra
from analytics.grafik import gaya
from analytics.grafik.peluru import kata_triwulan, tulis_capaian
from analytics.grafik.teks import aman, bungkus, gabung

BELUM_TIBA: Final = "belum tiba"
"""The words in a triwulan after the one that is looked at."""
_BERJALAN: Final = "berjalan"
"""The word in a year that is not over, beside how far it has come."""

_SEL: Final = 36
_JARAK: Final = 14
_KEPALA: Final = 24
_ULANG_KEPALA: Final = 12
_LEBAR: Final = 0.97


@dataclass(frozen=True)
class Petak:
    """One cell: `kata` in its middle, its fill, and what a hover tells; `macam` is what cells are counted by."""

    kata: tuple[str, ...]
    warna: str
    pola: str
    rinci: str
    macam: str


@dataclass(frozen=True)
class Lajur:
    """One indicator with its cells, in the order of time."""

    nama: str
    petak: tuple[Petak, ...]


@dataclass(frozen=True)
class Peta:
    """A heat map: the heading of every column, and its rows; `satuan_kolom` is what a column is."""

    satuan_kolom: str
    kepala: tuple[str, ...]
    lajur: tuple[Lajur, ...]


def dari_iku(hasil: EvaluasiIku) -> Peta:
    """Triwulan × IKU, in the order of the plan."""
    return _per_triwulan((iku.baris for iku in hasil.baris), hasil.keterangan.periode, hasil.pengaturan)


def dari_renja(hasil: EvaluasiRenja, tingkat: str) -> Peta:
    """Triwulan × indicators of the rows of this level of the tree."""
    baris = (kinerja.baris for baris in hasil.baris if baris.tingkat == tingkat for kinerja in baris.kinerja)
    return _per_triwulan(baris, hasil.keterangan.periode, hasil.pengaturan)


def dari_renstra(hasil: EvaluasiRenstra, tingkat: str) -> Peta:
    """Tahun × indicators of the rows of this level of the tree.

    A running year has a predikat only where it is judged already: what it came to s/d triwulan is what it is worth.
    """
    lajur = tuple(
        Lajur(kinerja.indikator.sebutan, tuple(_petak_tahun(tahun, kinerja, hasil) for tahun in kinerja.tahun))
        for baris in hasil.baris
        if baris.tingkat == tingkat
        for kinerja in baris.kinerja
    )
    return Peta("tahun", tuple(str(tahun) for tahun in hasil.tahun), lajur)


def bacaan(peta: Peta) -> str:
    """The picture in one sentence: how many cells have a value, and which states the others have."""
    if not peta.lajur:
        return "Belum ada indikator untuk dipetakan."
    hitungan = Counter(petak.macam for lajur in peta.lajur for petak in lajur.petak)
    sebutan = ", ".join(f"{banyak} {kata}" for kata, banyak in hitungan.most_common())
    return f"{len(peta.lajur)} indikator × {len(peta.kepala)} {peta.satuan_kolom}: {sebutan}."


def gambar(peta: Peta) -> go.Figure:
    """Draw the map; the name of an indicator stands above its cells in full."""
    label = [bungkus(lajur.nama, gaya.HURUF_LABEL) for lajur in peta.lajur]
    atas, kepala = _letak(label)
    tengah = [y + len(baris) * gaya.TINGGI_TULISAN + 3 + _SEL / 2 for y, baris in zip(atas, label, strict=True)]
    tinggi = (tengah[-1] + _SEL / 2 if tengah else _KEPALA) + _JARAK
    return go.Figure(
        {
            "data": [
                _sel(peta, tengah),
                _kata(peta, tengah),
                gaya.tulisan([0] * len(label), atas, [gabung(baris) for baris in label], "bottom right"),
                _judul(peta, kepala),
            ],
            "layout": gaya.tata_letak(
                tinggi,
                margin={"l": 2, "r": 2, "t": 0, "b": 0, "pad": 0},
                xaxis=gaya.sumbu_bisu((0, len(peta.kepala))),
                yaxis=gaya.sumbu_piksel(tinggi),
            ),
        }
    )


def _per_triwulan(baris: Iterable[BarisIndikator], periode: Periode, pengaturan: Pengaturan) -> Peta:
    lajur = tuple(
        Lajur(indikator.indikator.sebutan, tuple(_petak(tw, periode, pengaturan) for tw in indikator.triwulan))
        for indikator in baris
    )
    return Peta("triwulan", tuple(f"TW {romawi}" for romawi in ROMAWI.values()), lajur)


def _petak(tw: Triwulan, periode: Periode, pengaturan: Pengaturan) -> Petak:
    judul = f"Triwulan {ROMAWI[tw.triwulan]}"
    if tw.triwulan > periode.triwulan:
        return _tanpa_nilai(judul, BELUM_TIBA)
    if tw.keadaan_sel != TERISI:
        return _tanpa_nilai(judul, NAMA_KEADAAN[tw.keadaan_sel], tw.alasan_kosong, kosong=tw.keadaan_sel)
    return _bernilai(judul, tw.capaian, kata_triwulan(tw), pengaturan)


def _petak_tahun(tahun: TahunRenstra, kinerja: KinerjaRenstra, hasil: EvaluasiRenstra) -> Petak:
    judul = f"{tahun.tahun} ({tahun.catatan})" if tahun.catatan else str(tahun.tahun)
    periode = hasil.keterangan.periode
    if tahun.tahun > periode.tahun:
        return _tanpa_nilai(judul, BELUM_TIBA)
    if tahun.keadaan != TERISI:
        return _tanpa_nilai(judul, NAMA_KEADAAN[tahun.keadaan], kosong=tahun.keadaan)
    if tahun.tahun == periode.tahun and tahun.capaian.mentah is not None and not _terjawab(tahun, kinerja, periode):
        rinci = f"{judul}: {tahun.capaian.tulisan} % dari target {tahun.tahun}; predikatnya mulai TW IV"
        return Petak((f"<b>{tahun.capaian.tulisan}</b>", _BERJALAN), rupa.PUTIH, "", rinci, _BERJALAN)
    return _bernilai(judul, tahun.capaian, "tanpa nilai", hasil.pengaturan)


def _terjawab(tahun: TahunRenstra, kinerja: KinerjaRenstra, periode: Periode) -> bool:
    """Whether the running year can be judged: it is over, or s/d triwulan is already all of it."""
    sampai = None if kinerja.kini is None else kinerja.kini.capaian.mentah
    return periode.triwulan == AKHIR_TAHUN or sampai == tahun.capaian.mentah


def _tanpa_nilai(judul: str, kata: str, rinci: str | None = None, kosong: str = BELUM_TIBA) -> Petak:
    """A cell with the words of why it is empty: a blank that is missing is hatched, one to come is white."""
    warna = rupa.PUTIH if kosong == BELUM_TIBA else rupa.LATAR_LEMAH
    pola = "/" if kosong == BELUM_ADA_DATA else ""
    tertulis = (kata,) if kosong == BELUM_TIBA else _patah(kata)
    return Petak(tertulis, warna, pola, f"{judul}: {rinci or kata}", kata)


def _bernilai(judul: str, capaian: Capaian, catatan: str, pengaturan: Pengaturan) -> Petak:
    """A cell with a value, or with the words why a reported value has no capaian."""
    predikat = capaian.predikat
    if predikat is None:
        return Petak(_patah(catatan), rupa.PUTIH, "", f"{judul}: {capaian.tulisan}", catatan)
    kata = (f"<b>{capaian.tulisan} {predikat.simbol}</b>", *bungkus(predikat.predikat, 40))
    warna = gaya.warna_jenjang(pengaturan.skala, predikat)
    return Petak(kata, warna, "", f"{judul}: {tulis_capaian(capaian)}", "bernilai")


def _patah(kata: str) -> tuple[str, ...]:
    """Two short lines of the words of an empty state."""
    awal, _, akhir = kata.partition(" ")
    return tuple(bungkus(bagian, 40)[0] for bagian in (awal, akhir) if bagian)


def _letak(label: Sequence[Sequence[str]]) -> tuple[list[float], list[float]]:
    """Tops of the labels, and tops of the headings; a long map repeats its heading."""
    atas, kepala, y = [], [], 0.0
    for nomor, baris in enumerate(label):
        if nomor % _ULANG_KEPALA == 0:
            kepala.append(y)
            y += _KEPALA
        atas.append(y)
        y += len(baris) * gaya.TINGGI_TULISAN + 3 + _SEL + _JARAK
    return atas, kepala


def _sel(peta: Peta, tengah: Sequence[float]) -> dict[str, Any]:
    semua = [petak for baris in peta.lajur for petak in baris.petak]
    return gaya.kotak(
        [_LEBAR] * len(semua),
        [nomor + (1 - _LEBAR) / 2 for _ in peta.lajur for nomor in range(len(peta.kepala))],
        [y for y in tengah for _ in peta.kepala],
        _SEL,
        {
            "color": [petak.warna for petak in semua],
            "line": {"width": 1, "color": rupa.GARIS},
            "pattern": {"shape": [petak.pola for petak in semua], "fgcolor": rupa.GARIS, "size": 10, "solidity": 0.12},
        },
        hoverinfo="text",
        hovertext=[gaya.sorotan([baris.nama, petak.rinci]) for baris in peta.lajur for petak in baris.petak],
    )


def _kata(peta: Peta, tengah: Sequence[float]) -> dict[str, Any]:
    semua = [petak for baris in peta.lajur for petak in baris.petak]
    return gaya.tulisan(
        [nomor + 0.5 for _ in peta.lajur for nomor in range(len(peta.kepala))],
        [y for y in tengah for _ in peta.kepala],
        [gabung(list(petak.kata)) for petak in semua],
        "middle center",
        size=11 if len(peta.kepala) <= 4 else 10,
        color=[gaya.tinta_di_atas(petak.warna) if petak.warna in rupa.PITA else rupa.TINTA for petak in semua],
    )


def _judul(peta: Peta, kepala: Sequence[float]) -> dict[str, Any]:
    return gaya.tulisan(
        [nomor + 0.5 for _ in kepala for nomor in range(len(peta.kepala))],
        [y + _KEPALA / 2 for y in kepala for _ in peta.kepala],
        [f"<b>{aman(judul)}</b>" for _ in kepala for judul in peta.kepala],
        "middle center",
        size=12,
        color=rupa.TINTA_LEMAH,
    )
