"""Bullet bars: capaian against target, one bar per indicator, its name above it in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Any, Final

import plotly.graph_objects as go

from analytics import rupa
from analytics.aturan.angka import tulis_angka, tulis_minus
from analytics.aturan.capaian import Capaian, Pengaturan, Target
from analytics.aturan.periode import NAMA_KEADAAN, TERISI
from analytics.evaluasi.hasil import Indikator, Nilai, Triwulan
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.evaluasi.hasil.renja import EvaluasiRenja
from analytics.evaluasi.hasil.renstra import EvaluasiRenstra
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


def kata_triwulan(kini: Triwulan) -> str:
    """Why a triwulan has no value, in two or three words; a grade says whether its target was reached."""
    if kini.keadaan != TERISI:
        return NAMA_KEADAAN[kini.keadaan]
    if kini.tercapai is not None:
        return "tercapai" if kini.tercapai else "tidak tercapai"
    return "tanpa nilai"


def batang_triwulan(indikator: Indikator, kini: Triwulan) -> Batang:
    """The bar of one indicator s/d a triwulan."""
    rinci = " · ".join(kata for kata in (_rinci(kini.target, kini.realisasi), kini.sebutan_dibulatkan()) if kata)
    return Batang(indikator.kode, indikator.sebutan, kini.capaian, kini.tercapai, kata_triwulan(kini), rinci)


def dari_iku(hasil: EvaluasiIku) -> tuple[Batang, ...]:
    """One bar per IKU, in the order of the plan."""
    return tuple(batang_triwulan(iku.baris.indikator, iku.kini) for iku in hasil.baris)


def dari_renja(hasil: EvaluasiRenja, tingkat: str) -> tuple[Batang, ...]:
    """One bar per indicator of the rows of this level of the tree."""
    return tuple(
        batang_triwulan(kinerja.baris.indikator, kinerja.kini)
        for baris in hasil.baris
        if baris.tingkat == tingkat
        for kinerja in baris.kinerja
    )


def dari_renstra(hasil: EvaluasiRenstra, tingkat: str) -> tuple[Batang, ...]:
    """One bar per indicator of the rows of this level: s/d triwulan against the target s/d triwulan."""
    return tuple(
        batang_triwulan(kinerja.indikator, kinerja.kini)
        for baris in hasil.baris
        if baris.tingkat == tingkat
        for kinerja in baris.kinerja
        if kinerja.kini is not None
    )


def terburuk(semua: Iterable[Batang]) -> tuple[Batang, ...]:
    """The bars below their target, worst first; those that reached it are never among them."""
    return urutkan(batang for batang in semua if batang.tercapai is False)


def urutkan(semua: Iterable[Batang]) -> tuple[Batang, ...]:
    """Worst first; those without a value follow in the order of the plan."""
    return tuple(sorted(semua, key=lambda batang: batang.capaian.urutan(tercapai=batang.tercapai)))


def bacaan_terburuk(semua: Sequence[Batang], digambar: int) -> str:
    """All that are below their target in one sentence, of which the first `digambar` are drawn."""
    if not semua:
        return "Tidak ada IKU bernilai yang di bawah target."
    batang = semua[0]
    seberapa = f"{batang.capaian.tulisan} %" if batang.mentah is not None else f"{batang.catatan}, tanpa persen"
    sebagian = f", {digambar} yang terjauh digambar" if digambar < len(semua) else ""
    return f"{len(semua)} IKU di bawah target{sebagian}; paling jauh {batang.nama} ({seberapa})."


def bacaan(semua: Sequence[Batang]) -> str:
    """The picture in one sentence; what is judged without a percent is counted apart, so that all counts agree."""
    bernilai = sorted(
        (batang for batang in semua if batang.mentah is not None), key=lambda batang: batang.mentah or 0.0
    )
    if not bernilai:
        return "Belum ada indikator yang mempunyai nilai capaian pada periode ini."
    mencapai = sum(batang.tercapai is True for batang in bernilai)
    awal, akhir = bernilai[0], bernilai[-1]
    kalimat = f"{mencapai} dari {len(bernilai)} indikator yang bernilai mencapai target{_tanpa_persen(semua)}"
    if len(bernilai) == 1:
        return f"{kalimat}: {awal.nama} ({awal.capaian.tulisan} %)."
    return (
        f"{kalimat}; paling rendah {awal.nama} ({awal.capaian.tulisan} %), "
        f"paling tinggi {akhir.nama} ({akhir.capaian.tulisan} %)."
    )


def _tanpa_persen(semua: Sequence[Batang]) -> str:
    """`, juga 1 dari 2 yang dinilai tanpa persen`: grades, and a target of 0 that was missed."""
    putusan = [batang.tercapai for batang in semua if batang.mentah is None and batang.tercapai is not None]
    return f", juga {sum(putusan)} dari {len(putusan)} yang dinilai tanpa persen" if putusan else ""


def gambar(semua: Sequence[Batang], pengaturan: Pengaturan) -> go.Figure:
    """Draw the bars from top to bottom; the band limits are those of the scale in force.

    An indicator without a value has no track, so that it cannot be taken for a value of 0.
    """
    label = [bungkus(batang.nama, gaya.HURUF_LABEL) for batang in semua]
    atas, tinggi = _letak(semua, label)
    bawah = [y + len(baris) * gaya.TINGGI_TULISAN for y, baris in zip(atas, label, strict=True)]
    terisi = [(batang, y + 4 + _TEBAL / 2) for batang, y in zip(semua, bawah, strict=True) if batang.mentah is not None]
    kosong = [(batang, y) for batang, y in zip(semua, bawah, strict=True) if batang.mentah is None]
    bernilai, tengah = [batang for batang, _ in terisi], [y for _, y in terisi]
    sumbu = _ujung_sumbu(semua)
    return go.Figure(
        {
            "data": [
                _alas(tengah, sumbu, pengaturan),
                _isi(bernilai, tengah, sumbu, pengaturan),
                *gaya.tanda_target([100] * len(tengah), tengah, _TEBAL + 8),
                _lewat(bernilai, tengah, sumbu),
                gaya.tulisan([0] * len(atas), atas, [gabung(baris) for baris in label], "bottom right"),
                gaya.tulisan_kanan(sumbu, [y + 7 for y in tengah], [_tulis_kanan(batang) for batang in bernilai]),
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


def _letak(semua: Sequence[Batang], label: Sequence[Sequence[str]]) -> tuple[list[float], float]:
    """Tops of the labels and the height of the figure; a row without a value needs no bar."""
    letak, y = [], float(_ATAS)
    for batang, baris in zip(semua, label, strict=True):
        letak.append(y)
        bawah = gaya.TINGGI_TULISAN + _JARAK_KOSONG if batang.mentah is None else 4 + _TEBAL + _JARAK
        y += len(baris) * gaya.TINGGI_TULISAN + bawah
    return letak, y + _BAWAH


def _ujung_sumbu(semua: Sequence[Batang]) -> float:
    """The right end of the axis, persen: past the target, and as far as the values go up to a limit."""
    paling = max((batang.mentah or 0.0 for batang in semua), default=0.0)
    return float(min(max(120, ceil(paling / 10) * 10), _BATAS_SUMBU))


def _alas(tengah: Sequence[float], sumbu: float, pengaturan: Pengaturan) -> dict[str, Any]:
    """The grey track behind every bar, stepped at the limits of the scale."""
    batas = [
        0.0,
        *(float(jenjang.di_atas) for jenjang in reversed(pengaturan.skala.jenjang) if jenjang.di_atas is not None),
    ]
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
        [f"<i>{aman(batang.catatan)}</i>" for batang, _ in kosong],
        "bottom right",
        color=rupa.TINTA_LEMAH,
    )


def _isi(semua: Sequence[Batang], tengah: Sequence[float], sumbu: float, pengaturan: Pengaturan) -> dict[str, Any]:
    warna = [
        gaya.warna_jenjang(pengaturan.skala, batang.capaian.predikat) if batang.capaian.predikat else rupa.LATAR_LEMAH
        for batang in semua
    ]
    return gaya.kotak(
        [min(max(batang.mentah or 0.0, 0.0), sumbu) for batang in semua],
        [0] * len(semua),
        tengah,
        _TEBAL - 6,
        {"color": warna, "line": {"width": 0}},
        hoverinfo="text",
        hovertext=[
            gaya.sorotan([batang.nama, f"Capaian {tulis_capaian(batang.capaian) or batang.catatan}", batang.rinci])
            for batang in semua
        ],
    )


def _lewat(semua: Sequence[Batang], tengah: Sequence[float], sumbu: float) -> dict[str, Any]:
    """Arrow heads where a value lies outside the axis."""
    luar = [
        (sumbu, y, "▶", "middle left") if (batang.mentah or 0.0) > sumbu else (0.0, y, "◀", "middle right")
        for batang, y in zip(semua, tengah, strict=True)
        if batang.mentah is not None and not 0 <= batang.mentah <= sumbu
    ]
    return gaya.tulisan(
        [tanda[0] for tanda in luar],
        [tanda[1] for tanda in luar],
        [tanda[2] for tanda in luar],
        [tanda[3] for tanda in luar],
        size=11,
        color=rupa.PUTIH if luar and luar[0][2] == "▶" else rupa.TINTA,
    )


def _tulis_kanan(batang: Batang) -> str:
    capaian = batang.capaian
    simbol, kata = (capaian.predikat.simbol, capaian.predikat.predikat) if capaian.predikat else ("", "")
    return f"<b>{aman(f'{capaian.tulisan} {simbol}')}</b><br>{aman(kata)}"


def tulis_capaian(capaian: Capaian) -> str:
    """`96,40 ▲▲ Sangat Tinggi`; a value that the setting capped names the value before it. Empty without a value."""
    if capaian.nilai is None or capaian.predikat is None or capaian.mentah is None:
        return ""
    dibatasi = abs(Decimal(repr(capaian.mentah)) - capaian.nilai) > 1
    asli = f" (dibatasi dari {tulis_minus(tulis_angka(capaian.mentah, 2))})" if dibatasi else ""
    return f"{capaian.tulisan} {capaian.predikat.simbol} {capaian.predikat.predikat}{asli}"
