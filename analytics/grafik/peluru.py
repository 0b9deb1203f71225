"""Bullet bars: capaian against target, one bar per indicator, its name above it in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Any, Final

import plotly.graph_objects as go

from analytics import rupa
from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Capaian, Pengaturan, Target
from analytics.aturan.periode import NAMA_KEADAAN, TERISI
from analytics.evaluasi.hasil import (
    EvaluasiIku,
    EvaluasiRenja,
    EvaluasiRenstra,
    Indikator,
    Nilai,
    TahunRenstra,
    Triwulan,
)
from analytics.grafik import gaya
from analytics.grafik.teks import aman, bungkus, gabung

_TEBAL: Final = 16
_JARAK: Final = 20
_JARAK_KOSONG: Final = 10
_ATAS: Final = 22
_BAWAH: Final = 8
_KANAN: Final = 112
_BATAS_SUMBU: Final = 200


@dataclass(frozen=True)
class Batang:
    """One bar: an indicator with its capaian, and `catatan`, the words that stand where there is no value."""

    kode: str
    nama: str
    capaian: Capaian
    tercapai: bool | None
    catatan: str
    rinci: str

    @property
    def mentah(self) -> float | None:
        """The capaian before cap and rounding, persen."""
        return self.capaian.mentah


def catatan_triwulan(kini: Triwulan) -> str:
    """Why a triwulan has no value, in two or three words; a grade says whether its target was reached."""
    if kini.keadaan != TERISI:
        return NAMA_KEADAAN[kini.keadaan]
    if kini.tercapai is not None:
        return "tercapai" if kini.tercapai else "tidak tercapai"
    return "tanpa nilai" if kini.lengkap else "belum lengkap"


def batang_triwulan(indikator: Indikator, kini: Triwulan) -> Batang:
    """The bar of one indicator s/d a triwulan."""
    rinci = _rinci(kini.target, kini.realisasi)
    return Batang(indikator.kode, indikator.sebutan, kini.capaian, kini.tercapai, catatan_triwulan(kini), rinci)


def batang_tahun(indikator: Indikator, tahun: TahunRenstra) -> Batang:
    """The bar of one indicator in one year of the Renstra."""
    catatan = NAMA_KEADAAN[tahun.keadaan] if tahun.keadaan != TERISI else "tanpa nilai"
    tercapai = tahun.capaian.mencapai if tahun.capaian.mentah is not None else None
    rinci = _rinci(tahun.target, tahun.realisasi)
    return Batang(indikator.kode, indikator.sebutan, tahun.capaian, tercapai, catatan, rinci)


def dari_iku(hasil: EvaluasiIku) -> tuple[Batang, ...]:
    """One bar per IKU, in the order of the plan."""
    return tuple(batang_triwulan(satu.baris.indikator, satu.kini) for satu in hasil.baris)


def dari_renja(hasil: EvaluasiRenja, tingkat: str) -> tuple[Batang, ...]:
    """One bar per indicator of the rows of this level of the tree."""
    return tuple(
        batang_triwulan(satu.baris.indikator, satu.kini)
        for baris in hasil.baris
        if baris.tingkat == tingkat
        for satu in baris.kinerja
    )


def dari_renstra(hasil: EvaluasiRenstra, tingkat: str) -> tuple[Batang, ...]:
    """One bar per indicator of the rows of this level: the running year of the Renstra."""
    return tuple(
        batang_tahun(satu.indikator, kini)
        for baris in hasil.baris
        if baris.tingkat == tingkat
        for satu in baris.kinerja
        for kini in satu.tahun
        if kini.tahun == hasil.keterangan.periode.tahun
    )


def terburuk(batang: Iterable[Batang], banyak: int) -> tuple[Batang, ...]:
    """The bars furthest below their target, worst first; those that reached it are never among them."""
    kurang = [satu for satu in batang if satu.mentah is not None and not satu.capaian.mencapai]
    return urutkan(kurang)[:banyak]


def urutkan(batang: Iterable[Batang]) -> tuple[Batang, ...]:
    """Worst first; those without a value follow in the order of the plan."""
    return tuple(sorted(batang, key=lambda satu: (satu.mentah is None, satu.mentah or 0.0)))


def bacaan_terburuk(batang: Sequence[Batang]) -> str:
    """The picture of the worst in one sentence."""
    if not batang:
        return "Tidak ada IKU bernilai yang di bawah target."
    satu = batang[0]
    return f"{len(batang)} IKU di bawah target; paling jauh {satu.nama} ({satu.capaian.tulisan} %)."


def bacaan(batang: Sequence[Batang]) -> str:
    """The picture in one sentence."""
    bernilai = sorted((satu for satu in batang if satu.mentah is not None), key=lambda satu: satu.mentah or 0.0)
    if not bernilai:
        return "Belum ada indikator yang mempunyai nilai capaian pada periode ini."
    mencapai = sum(satu.capaian.mencapai for satu in bernilai)
    awal, akhir = bernilai[0], bernilai[-1]
    kalimat = f"{mencapai} dari {len(bernilai)} indikator yang bernilai mencapai target"
    if len(bernilai) == 1:
        return f"{kalimat}: {awal.nama} ({awal.capaian.tulisan} %)."
    return (
        f"{kalimat}; paling rendah {awal.nama} ({awal.capaian.tulisan} %), "
        f"paling tinggi {akhir.nama} ({akhir.capaian.tulisan} %)."
    )


def gambar(batang: Sequence[Batang], pengaturan: Pengaturan) -> go.Figure:
    """Draw the bars from top to bottom; the band limits are those of the scale in force.

    An indicator without a value has no track, so that it cannot be taken for a value of 0.
    """
    label = [bungkus(satu.nama, gaya.HURUF_LABEL) for satu in batang]
    atas, tinggi = _letak(batang, label)
    bawah = [y + len(baris) * gaya.TINGGI_TULISAN for y, baris in zip(atas, label, strict=True)]
    isi = [(satu, y + 4 + _TEBAL / 2) for satu, y in zip(batang, bawah, strict=True) if satu.mentah is not None]
    kosong = [(satu, y) for satu, y in zip(batang, bawah, strict=True) if satu.mentah is None]
    bernilai, tengah = [satu for satu, _ in isi], [y for _, y in isi]
    sumbu = _ujung_sumbu(batang)
    return go.Figure(
        {
            "data": [
                _alas(tengah, sumbu, pengaturan),
                _isi(bernilai, tengah, sumbu, pengaturan),
                *gaya.tanda_target([100] * len(tengah), tengah, _TEBAL + 8),
                _lewat(bernilai, tengah, sumbu),
                gaya.tulisan([0] * len(atas), atas, [gabung(baris) for baris in label], "bottom right"),
                gaya.tulisan_kanan(sumbu, [y + 7 for y in tengah], [_tulis_kanan(satu) for satu in bernilai]),
                _tanpa_nilai(kosong),
                *([_tulis_sumbu()] if tengah else []),
            ],
            "layout": gaya.tata_letak(
                tinggi,
                margin={"l": 2, "r": _KANAN, "t": 0, "b": 0, "pad": 0},
                xaxis=gaya.sumbu_bisu((0, sumbu)),
                yaxis=gaya.sumbu_piksel(tinggi),
            ),
        }
    )


def _tulis_sumbu() -> dict[str, Any]:
    letak, kecil = ["middle right", "middle center"], {"size": 11, "color": rupa.TINTA_LEMAH}
    return gaya.tulisan([0, 100], [_ATAS / 2 - 2] * 2, ["0", "target 100 %"], letak, **kecil)


def _rinci(target: Target, realisasi: Nilai | None) -> str:
    return f"Target {target.tulis() or '–'} · realisasi {realisasi.tulis() if realisasi else '–'}"


def _letak(batang: Sequence[Batang], label: Sequence[Sequence[str]]) -> tuple[list[float], float]:
    """Tops of the labels and the height of the figure; a row without a value needs no bar."""
    letak, y = [], float(_ATAS)
    for satu, baris in zip(batang, label, strict=True):
        letak.append(y)
        bawah = gaya.TINGGI_TULISAN + _JARAK_KOSONG if satu.mentah is None else 4 + _TEBAL + _JARAK
        y += len(baris) * gaya.TINGGI_TULISAN + bawah
    return letak, y + _BAWAH


def _ujung_sumbu(batang: Sequence[Batang]) -> float:
    """The right end of the axis, persen: past the target, and as far as the values go up to a limit."""
    paling = max((satu.mentah or 0.0 for satu in batang), default=0.0)
    return float(min(max(120, ceil(paling / 10) * 10), _BATAS_SUMBU))


def _alas(tengah: Sequence[float], sumbu: float, pengaturan: Pengaturan) -> dict[str, Any]:
    """The grey track behind every bar, stepped at the limits of the scale."""
    batas = [0.0, *(float(satu.di_atas) for satu in reversed(pengaturan.skala.jenjang) if satu.di_atas is not None)]
    ujung = [*batas[1:], sumbu]
    warna = [rupa.ALAS[min(nomor, len(rupa.ALAS) - 1)] for nomor in range(len(batas))]
    return gaya.kotak(
        [b - a for a, b in zip(batas, ujung, strict=True)] * len(tengah),
        batas * len(tengah),
        [y for y in tengah for _ in batas],
        _TEBAL,
        {"color": warna * len(tengah), "line": {"width": 0}},
    )


def _tanpa_nilai(kosong: Sequence[tuple[Batang, float]]) -> dict[str, Any]:
    """The words below the names of those without a value."""
    return gaya.tulisan(
        [0] * len(kosong),
        [y for _, y in kosong],
        [f"<i>{aman(satu.catatan)}</i>" for satu, _ in kosong],
        "bottom right",
        color=rupa.TINTA_LEMAH,
    )


def _isi(batang: Sequence[Batang], tengah: Sequence[float], sumbu: float, pengaturan: Pengaturan) -> dict[str, Any]:
    warna = [
        gaya.warna_jenjang(pengaturan.skala, satu.capaian.predikat) if satu.capaian.predikat else rupa.LATAR_LEMAH
        for satu in batang
    ]
    return gaya.kotak(
        [min(max(satu.mentah or 0.0, 0.0), sumbu) for satu in batang],
        [0] * len(batang),
        tengah,
        _TEBAL - 6,
        {"color": warna, "line": {"width": 0}},
        hoverinfo="text",
        hovertext=[
            gaya.sorotan([satu.nama, f"Capaian {tulis_capaian(satu.capaian) or satu.catatan}", satu.rinci])
            for satu in batang
        ],
    )


def _lewat(batang: Sequence[Batang], tengah: Sequence[float], sumbu: float) -> dict[str, Any]:
    """Arrow heads where a value lies outside the axis."""
    luar = [
        (sumbu, y, "▶", "middle left") if (satu.mentah or 0.0) > sumbu else (0.0, y, "◀", "middle right")
        for satu, y in zip(batang, tengah, strict=True)
        if satu.mentah is not None and not 0 <= satu.mentah <= sumbu
    ]
    return gaya.tulisan(
        [satu[0] for satu in luar],
        [satu[1] for satu in luar],
        [satu[2] for satu in luar],
        [satu[3] for satu in luar],
        size=11,
        color=rupa.PUTIH if luar and luar[0][2] == "▶" else rupa.TINTA,
    )


def _tulis_kanan(satu: Batang) -> str:
    capaian = satu.capaian
    simbol, kata = (capaian.predikat.simbol, capaian.predikat.predikat) if capaian.predikat else ("", "")
    return f"<b>{aman(f'{capaian.tulisan} {simbol}')}</b><br>{aman(kata)}"


def tulis_capaian(capaian: Capaian) -> str:
    """`96,40 ▲▲ Sangat Tinggi`; a value that the setting capped names the value before it. Empty without a value."""
    if capaian.nilai is None or capaian.predikat is None or capaian.mentah is None:
        return ""
    dibatasi = Decimal(repr(capaian.mentah)) - capaian.nilai > 1
    asli = f" (dibatasi dari {tulis_angka(capaian.mentah, 2)})" if dibatasi else ""
    return f"{capaian.tulisan} {capaian.predikat.simbol} {capaian.predikat.predikat}{asli}"
