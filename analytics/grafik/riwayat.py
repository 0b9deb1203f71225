"""The life of one indicator: realisasi against target, year by year, from kondisi awal to kondisi akhir."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import plotly.graph_objects as go

from analytics import rupa
from analytics.aturan.capaian import Target
from analytics.aturan.periode import ROMAWI
from analytics.evaluasi.hasil import RincianIndikator, TahunIndikator
from analytics.grafik import gaya
from analytics.grafik.teks import aman

_TINGGI: Final = 310


def dapat_digambar(hasil: RincianIndikator) -> bool:
    """Whether any year has a number to draw; grades without a number are told by the table alone."""
    return any(_angka(tahun) is not None or _tengah(tahun.target) is not None for tahun in hasil.riwayat)


def bacaan(hasil: RincianIndikator) -> str:
    """The picture in one sentence: the last year, and for a whole year the way since the first."""
    terisi = [tahun for tahun in hasil.riwayat if tahun.realisasi is not None]
    if not terisi:
        return _tanpa_realisasi(hasil)
    akhir = terisi[-1]
    berjalan = _berjalan(hasil, akhir)
    kalimat = f"{_sebut_tahun(hasil, akhir)}: realisasi {_tulis(akhir)} {hasil.baris.indikator.satuan}"
    kalimat += f", target tahun {akhir.target.tulis() or 'tidak ada'}"
    if akhir.capaian.nilai is not None:
        kalimat += f", capaian {akhir.capaian.tulisan} %"
    return f"{kalimat}." if berjalan or len(terisi) == 1 else f"{kalimat}. {_arah(terisi[0], akhir)}"


def sebut_tanpa_gambar(hasil: RincianIndikator) -> str:
    """What stands in the place of the picture where no year has a number."""
    if hasil.baris.indikator.rumus == "ordinal":
        return "Indikator ini dinilai dengan peringkat; riwayatnya ada pada tabel di bawah."
    return f"{bacaan(hasil)} Tidak ada angka target atau realisasi setahun untuk digambar."


def _tanpa_realisasi(hasil: RincianIndikator) -> str:
    """The state of the last year, with what was reported last, where no year has a value."""
    if not hasil.riwayat or not hasil.riwayat[-1].sebutan:
        return "Belum ada realisasi yang tercatat untuk indikator ini."
    return f"{_sebut_tahun(hasil, hasil.riwayat[-1])}: {hasil.riwayat[-1].sebutan}."


def _berjalan(hasil: RincianIndikator, tahun: TahunIndikator) -> bool:
    periode = hasil.keterangan.periode
    return tahun.tahun == periode.tahun and periode.triwulan < 4


def _sebut_tahun(hasil: RincianIndikator, tahun: TahunIndikator) -> str:
    """`Tahun 2026 s/d triwulan III` while it runs."""
    sampai = f" s/d triwulan {ROMAWI[hasil.keterangan.periode.triwulan]}" if _berjalan(hasil, tahun) else ""
    return f"Tahun {tahun.tahun}{sampai}"


def _arah(awal: TahunIndikator, akhir: TahunIndikator) -> str:
    selisih = (_angka(akhir) or 0.0) - (_angka(awal) or 0.0)
    kata = "naik" if selisih > 0 else "turun" if selisih < 0 else "tetap"
    return f"Sejak {awal.tahun} ({_tulis(awal)}) realisasinya {kata}."


def gambar(hasil: RincianIndikator) -> go.Figure:
    """Draw target as a dashed line with open marks, realisasi as a solid line with filled marks and its values."""
    tahun = [baris.tahun for baris in hasil.riwayat]
    return go.Figure(
        {
            "data": [*_rentang(hasil.riwayat), _garis_target(hasil.riwayat), _garis_realisasi(hasil.riwayat)],
            "layout": gaya.tata_letak(
                _TINGGI,
                margin={"l": 48, "r": 16, "t": 56, "b": 28, "pad": 0},
                showlegend=True,
                legend={
                    "orientation": "h",
                    "x": 0,
                    "y": 1.06,
                    "xanchor": "left",
                    "yanchor": "bottom",
                    "itemclick": False,
                },
                xaxis={
                    "tickvals": tahun,
                    "ticktext": [str(angka) for angka in tahun],
                    "range": [min(tahun) - 0.4, max(tahun) + 0.4] if tahun else [0, 1],
                    "showgrid": False,
                    "fixedrange": True,
                    "tickfont": {"color": rupa.TINTA},
                },
                yaxis={
                    "gridcolor": rupa.LATAR_LEMAH,
                    "zerolinecolor": rupa.GARIS,
                    "fixedrange": True,
                    "tickfont": {"color": rupa.TINTA},
                    "title": {"text": aman(hasil.baris.indikator.satuan), "font": {"color": rupa.TINTA_LEMAH}},
                },
            ),
        }
    )


def _angka(tahun: TahunIndikator) -> float | None:
    return tahun.realisasi.angka if tahun.realisasi is not None else None


def _tulis(tahun: TahunIndikator) -> str:
    return tahun.realisasi.tulis() if tahun.realisasi is not None else ""


def _tengah(target: Target) -> float | None:
    if target.bawah is not None and target.atas is not None:
        return float((target.bawah + target.atas) / 2)
    return None if target.nilai is None else float(target.nilai)


def _letak_angka(tahun: TahunIndikator) -> str:
    """Away from the target, so that the figure can be read."""
    target, angka = _tengah(tahun.target), _angka(tahun)
    return "bottom center" if target is not None and angka is not None and angka < target else "top center"


def _rentang(riwayat: Sequence[TahunIndikator]) -> list[dict[str, Any]]:
    """A range target as an upright band in its year."""
    bertarget = [
        (tahun.tahun, float(tahun.target.bawah), float(tahun.target.atas))
        for tahun in riwayat
        if tahun.target.bawah is not None and tahun.target.atas is not None
    ]
    if not bertarget:
        return []
    return [
        {
            "type": "bar",
            "name": "Rentang target",
            "x": [rentang[0] for rentang in bertarget],
            "y": [rentang[2] - rentang[1] for rentang in bertarget],
            "base": [rentang[1] for rentang in bertarget],
            "width": 0.3,
            "marker": {"color": rupa.RENTANG_TARGET, "line": {"width": 1, "color": rupa.TARGET}},
            "hoverinfo": "skip",
        }
    ]


def _garis_target(riwayat: Sequence[TahunIndikator]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Target",
        "x": [tahun.tahun for tahun in riwayat],
        "y": [_tengah(tahun.target) for tahun in riwayat],
        "line": {"color": rupa.TARGET, "dash": "dash", "width": 2},
        "marker": {"symbol": "line-ew", "size": 16, "line": {"width": 3, "color": rupa.TARGET}},
        "connectgaps": False,
        "hoverinfo": "text",
        "hovertext": [
            gaya.sorotan([f"{tahun.tahun}: target {tahun.target.tulis() or 'tidak ada'}"]) for tahun in riwayat
        ],
    }


def _garis_realisasi(riwayat: Sequence[TahunIndikator]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": "Realisasi",
        "x": [tahun.tahun for tahun in riwayat],
        "y": [_angka(tahun) for tahun in riwayat],
        "text": [aman(_tulis(tahun)) for tahun in riwayat],
        "textposition": [_letak_angka(tahun) for tahun in riwayat],
        "line": {"color": rupa.PITA[0], "width": 2},
        "marker": {"symbol": "circle", "size": 10, "color": rupa.PITA[0]},
        "connectgaps": False,
        "cliponaxis": False,
        "hoverinfo": "text",
        "hovertext": [
            gaya.sorotan([f"{tahun.tahun}: realisasi {_tulis(tahun) or 'belum ada'}", tahun.sumber])
            for tahun in riwayat
        ],
    }
