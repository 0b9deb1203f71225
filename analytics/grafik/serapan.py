"""Capaian beside serapan: for every row of the tree its K bars, then its Rp bar, on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

import plotly.graph_objects as go

from analytics import rupa
from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Pengaturan
from analytics.aturan.predikat import Jenjang
from analytics.evaluasi.hasil.renja import BarisRenja, EvaluasiRenja
from analytics.evaluasi.hasil.renstra import BarisRenstra, EvaluasiRenstra
from analytics.grafik import gaya
from analytics.grafik.peluru import Batang, batang_triwulan
from analytics.grafik.teks import bungkus, gabung

_TEBAL: Final = 12
_LANGKAH: Final = 20
_JARAK: Final = 14
_ATAS: Final = 22
_BATAS_SUMBU: Final = 200
_HURUF_TEPI: Final = 4
"""Letters of a label whose room `K` and `Rp` take at the left."""


@dataclass(frozen=True)
class Pasangan:
    """One row of the tree: its indicators, and its serapan in persen (None: no pagu or nothing reported)."""

    nama: str
    kinerja: tuple[Batang, ...]
    serapan: float | None
    lengkap: bool

    @property
    def banyak(self) -> int:
        """How many bars it takes."""
        return len(self.kinerja) + 1


@dataclass(frozen=True)
class _Bilah:
    """One drawn bar at its height."""

    y: float
    huruf: str
    nilai: float | None
    warna: str
    pola: str
    kanan: str
    rinci: str


def dari_renja(hasil: EvaluasiRenja, tingkat: str) -> tuple[Pasangan, ...]:
    """The rows of this level that have an indicator or money."""
    return tuple(
        _pasangan_renja(baris)
        for baris in hasil.baris
        if baris.tingkat == tingkat and (baris.kinerja or baris.uang.kini.pagu)
    )


def dari_renstra(hasil: EvaluasiRenstra, tingkat: str) -> tuple[Pasangan, ...]:
    """The rows of this level that have an indicator or money: K s/d triwulan, Rp of the running year."""
    tahun = hasil.keterangan.periode.tahun
    semua = (_pasangan_renstra(baris, tahun) for baris in hasil.baris if baris.tingkat == tingkat)
    return tuple(pasangan for pasangan in semua if pasangan.kinerja or pasangan.serapan is not None)


def bacaan(semua: Sequence[Pasangan]) -> str:
    """The picture in one sentence: where money ran ahead of performance."""
    lengkap = [pasangan for pasangan in semua if pasangan.serapan is not None]
    if not lengkap:
        return "Belum ada serapan yang dapat dibandingkan dengan capaian."
    mendahului = [
        pasangan
        for pasangan in lengkap
        if any((k.mentah or 0.0) < (pasangan.serapan or 0.0) for k in _bernilai(pasangan))
    ]
    tanpa = sum(not _bernilai(pasangan) for pasangan in lengkap)
    akhir = f" {tanpa} baris belum mempunyai capaian." if tanpa else ""
    if any(not pasangan.lengkap for pasangan in lengkap):
        akhir += " Tanda * berarti sebagian sub kegiatannya belum melaporkan anggaran."
    awal = f"Dari {len(lengkap)} baris yang mempunyai serapan,"
    if not mendahului:
        return f"{awal} tidak ada yang capaiannya lebih rendah daripada serapannya.{akhir}"
    return (
        f"{awal} {len(mendahului)} capaiannya lebih rendah daripada serapannya, antara lain "
        f"{mendahului[0].nama}.{akhir}"
    )


def gambar(semua: Sequence[Pasangan], pengaturan: Pengaturan) -> go.Figure:
    """Draw the rows from top to bottom: K in the colour of its grade, Rp grey and hatched."""
    label = [bungkus(pasangan.nama, gaya.HURUF_LABEL - _HURUF_TEPI) for pasangan in semua]
    atas, y = [], float(_ATAS)
    bilah: list[_Bilah] = []
    for pasangan, baris in zip(semua, label, strict=True):
        atas.append(y)
        bilah += _bilah(pasangan, y + len(baris) * gaya.TINGGI_TULISAN + _LANGKAH / 2 + 2, pengaturan)
        y += len(baris) * gaya.TINGGI_TULISAN + pasangan.banyak * _LANGKAH + _JARAK
    sumbu = _ujung_sumbu(bilah)
    return go.Figure(
        {
            "data": [
                gaya.kotak([sumbu] * len(bilah), [0] * len(bilah), [b.y for b in bilah], _TEBAL, rupa.LATAR_LEMAH),
                _isi(bilah, sumbu),
                *gaya.tanda_target([100] * len(bilah), [b.y for b in bilah], _TEBAL + 6),
                gaya.tulisan([0] * len(semua), atas, [gabung(baris) for baris in label], "bottom right"),
                gaya.tulisan(
                    [0] * len(bilah),
                    [b.y for b in bilah],
                    [f"{b.huruf}\u00a0\u00a0" for b in bilah],
                    "middle left",
                    size=11,
                ),
                gaya.tulisan_kanan(sumbu, [b.y for b in bilah], [b.kanan for b in bilah]),
                gaya.tulisan([100], [9], ["100 %"], "middle center", size=11, color=rupa.TINTA_LEMAH),
            ],
            "layout": gaya.tata_letak(
                y,
                margin={"l": 22, "r": 112, "t": 0, "b": 0, "pad": 0},
                xaxis=gaya.sumbu_bisu((0, sumbu)),
                yaxis=gaya.sumbu_piksel(y),
            ),
        }
    )


def _bernilai(pasangan: Pasangan) -> list[Batang]:
    return [kinerja for kinerja in pasangan.kinerja if kinerja.mentah is not None]


def _pasangan_renja(baris: BarisRenja) -> Pasangan:
    kinerja = tuple(batang_triwulan(kinerja.baris.indikator, kinerja.kini) for kinerja in baris.kinerja)
    return Pasangan(baris.nama, kinerja, baris.uang.kini.serapan, baris.uang.kini.lengkap)


def _pasangan_renstra(baris: BarisRenstra, tahun: int) -> Pasangan:
    kinerja = tuple(
        batang_triwulan(kinerja.indikator, kinerja.kini) for kinerja in baris.kinerja if kinerja.kini is not None
    )
    uang = next((uang.rasio for uang in baris.uang if uang.tahun == tahun), None)
    return Pasangan(baris.nama, kinerja, uang, lengkap=True)


def _bilah(pasangan: Pasangan, y: float, pengaturan: Pengaturan) -> list[_Bilah]:
    hasil = [_bilah_kinerja(k, y + nomor * _LANGKAH, pengaturan) for nomor, k in enumerate(pasangan.kinerja)]
    bawah = y + len(pasangan.kinerja) * _LANGKAH
    if pasangan.serapan is None:
        return [*hasil, _Bilah(bawah, "Rp", None, rupa.LATAR_LEMAH, "", "<i>belum ada</i>", "Serapan belum ada")]
    angka = tulis_angka(pasangan.serapan, 2)
    bintang = "" if pasangan.lengkap else " *"
    rinci = f"Serapan {angka} %" + ("" if pasangan.lengkap else " (sebagian belum dilaporkan)")
    return [*hasil, _Bilah(bawah, "Rp", pasangan.serapan, rupa.SERAPAN, "/", f"{angka}{bintang}", rinci)]


def _bilah_kinerja(kinerja: Batang, y: float, pengaturan: Pengaturan) -> _Bilah:
    predikat: Jenjang | None = kinerja.capaian.predikat
    if predikat is None:
        kanan = f"<i>{gabung(bungkus(kinerja.catatan, 20))}</i>"
        return _Bilah(y, "K", None, rupa.LATAR_LEMAH, "", kanan, gaya.sorotan([kinerja.nama, kinerja.catatan]))
    return _Bilah(
        y,
        "K",
        kinerja.mentah,
        gaya.warna_jenjang(pengaturan.skala, predikat),
        "",
        f"<b>{kinerja.capaian.tulisan} {predikat.simbol}</b>",
        gaya.sorotan([kinerja.nama, f"Capaian {kinerja.capaian.tulisan} {predikat.simbol} {predikat.predikat}"]),
    )


def _isi(semua: Sequence[_Bilah], sumbu: float) -> dict[str, Any]:
    return gaya.kotak(
        [min(max(bilah.nilai or 0.0, 0.0), sumbu) for bilah in semua],
        [0] * len(semua),
        [bilah.y for bilah in semua],
        _TEBAL,
        {
            "color": [bilah.warna for bilah in semua],
            "line": {"width": 0},
            "pattern": {"shape": [bilah.pola for bilah in semua], "fgcolor": rupa.PUTIH, "size": 6, "solidity": 0.25},
        },
        hoverinfo="text",
        hovertext=[bilah.rinci for bilah in semua],
    )


def _ujung_sumbu(semua: Sequence[_Bilah]) -> float:
    paling = max((bilah.nilai or 0.0 for bilah in semua), default=0.0)
    return float(min(max(120, ceil(paling / 10) * 10), _BATAS_SUMBU))
