"""Questions to `analytics`, answered once per version of the data; results are frozen, so sessions share them."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import TypeVar

import streamlit as st
from plotly.graph_objects import Figure

from analytics.alur.verifikasi import LembarVerifikasi, susun_verifikasi
from analytics.evaluasi.hasil import EvaluasiIku, EvaluasiRenja, EvaluasiRenstra, Kelengkapan, RincianIndikator
from analytics.evaluasi.iku import evaluasi_iku
from analytics.evaluasi.indikator import rincian_indikator
from analytics.evaluasi.renja import evaluasi_renja
from analytics.evaluasi.renstra import evaluasi_renstra
from analytics.evaluasi.ringkasan import kelengkapan
from analytics.sistem import Gudang
from pages.komponen.saring import Saringan

Hasil = TypeVar("Hasil")


def ingat(gudang: Gudang, kunci: tuple[str | int | None, ...], kerja: Callable[[], Hasil]) -> Hasil:
    """The answer to a question named by `kunci`, made again only after a write to the store."""
    return _ingat((str(gudang.jalur), gudang.versi_data(), *kunci), kerja)


@st.cache_resource(max_entries=200, show_spinner=False)
def _ingat(kunci: tuple[str | int | None, ...], _kerja: Callable[[], Hasil]) -> Hasil:  # noqa: ARG001 - the cache reads it
    return _kerja()


def kunci_saringan(saring: Saringan) -> tuple[str | int | None, ...]:
    """What a result depends on."""
    return saring.kode_pd, saring.periode.tahun, saring.periode.triwulan, saring.kode_unit


def gambar(saring: Saringan, nama: str, isi: Sized, kerja: Callable[[], Figure]) -> Figure | None:
    """A figure of a page, built once per question and version of the data; None when `isi` is empty."""
    if not isi:
        return None
    return ingat(saring.gudang, ("gambar", nama, *kunci_saringan(saring)), kerja)


def iku(saring: Saringan) -> EvaluasiIku:
    """Evaluasi IKU of the choice."""
    return _tanya(saring, "iku", lambda: evaluasi_iku(saring.gudang, saring.kode_pd, saring.periode, saring.kode_unit))


def renja(saring: Saringan) -> EvaluasiRenja:
    """Evaluasi Renja of the choice."""
    return _tanya(
        saring, "renja", lambda: evaluasi_renja(saring.gudang, saring.kode_pd, saring.periode, saring.kode_unit)
    )


def renstra(saring: Saringan) -> EvaluasiRenstra:
    """Evaluasi Renstra of the choice."""
    return _tanya(
        saring, "renstra", lambda: evaluasi_renstra(saring.gudang, saring.kode_pd, saring.periode, saring.kode_unit)
    )


def lengkap(saring: Saringan) -> Kelengkapan:
    """What the units still owe for the periode."""
    return _tanya(saring, "kelengkapan", lambda: kelengkapan(saring.gudang, saring.kode_pd, saring.periode))


def rincian(saring: Saringan, kode: str) -> RincianIndikator:
    """One indicator. Raises IndikatorTidakAda."""
    return _tanya(
        saring,
        f"indikator {kode}",
        lambda: rincian_indikator(saring.gudang, saring.kode_pd, kode, saring.periode),
    )


def verifikasi(saring: Saringan, kode_unit: str) -> LembarVerifikasi:
    """The kiriman of one unit with what it is judged by. Raises LookupError for an unknown unit."""
    return _tanya(
        saring,
        f"verifikasi {kode_unit}",
        lambda: susun_verifikasi(saring.gudang, saring.kode_pd, saring.periode, kode_unit),
    )


def daftar_indikator(saring: Saringan) -> dict[str, str]:
    """Name by code of every indicator of the year: IKU first, then those of the Renja."""
    kantor = saring.sekantor
    utama = (satu.baris.indikator for satu in iku(kantor).baris)
    lain = (satu.baris.indikator for baris in renja(kantor).baris for satu in baris.kinerja)
    return {satu.kode: satu.nama for satu in (*utama, *lain)}


def _tanya(saring: Saringan, nama: str, kerja: Callable[[], Hasil]) -> Hasil:
    return ingat(saring.gudang, (nama, *kunci_saringan(saring)), kerja)
