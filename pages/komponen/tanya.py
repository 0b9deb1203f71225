"""Questions to `analytics`, answered once per version of the data; results are frozen, so sessions share them."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import TypeVar

import streamlit as st
from plotly.graph_objects import Figure

from analytics.alur.verifikasi import LembarVerifikasi, susun_verifikasi
from analytics.beku.snapshot import SnapshotRusak
from analytics.beku.sumber import SumberAngka, baca_kedudukan_angka, buka_sumber
from analytics.dokumen.isi_kompilasi import HasilFormulir, Kompilasi
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil import Kelengkapan, RincianIndikator
from analytics.evaluasi.indikator import nama_indikator, rincian_indikator
from analytics.evaluasi.lingkup import kelengkapan, susun_kelengkapan
from analytics.formulir import isi_kompilasi
from analytics.formulir.entri import Formulir
from analytics.sistem import Gudang
from pages.komponen.ingatan import Hasil, ingat, versi
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman

Evaluasi = TypeVar("Evaluasi", bound=HasilFormulir)


def kunci_saringan(saring: Saringan) -> tuple[str | int | None, ...]:
    """What a result depends on."""
    return saring.kode_pd, saring.periode.tahun, saring.periode.triwulan, saring.kode_unit


def gambar(saring: Saringan, nama: str, isi: Sized, kerja: Callable[[], Figure]) -> Figure | None:
    """A figure of a page, built once per question and version of the data; None when `isi` is empty."""
    if not isi:
        return None
    return ingat(saring.gudang, saring.kode_pd, ("gambar", nama, *kunci_saringan(saring)), kerja)


def sumber(saring: Saringan) -> SumberAngka:
    """The store that figures of the choice come from: frozen once they are approved. Stops at a changed snapshot.

    A frozen store is shared by all sessions; it is let go of with the last one that uses it.
    """
    periode = saring.periode
    kini = _tanya(saring, "kedudukan", lambda: baca_kedudukan_angka(saring.gudang, saring.kode_pd, periode))
    if kini.status == "draf":
        return SumberAngka(saring.gudang)
    kunci = (*versi(saring.gudang, saring.kode_pd), periode.tahun, periode.triwulan)
    try:
        return _sumber(
            (kini.sidik,) if kini.status == "disetujui" else kunci,
            lambda: buka_sumber(saring.gudang, saring.kode_pd, periode, kini),
        )
    except SnapshotRusak as rusak:
        st.error(f"{aman(str(rusak))} Angkanya tidak ditampilkan; periksa di halaman Jejak.", icon=":material/gpp_bad:")
        st.stop()


@st.cache_resource(max_entries=12, show_spinner=False)
def _sumber(kunci: tuple[str | int | None, ...], _buka: Callable[[], SumberAngka]) -> SumberAngka:  # noqa: ARG001 - the cache reads it
    return _buka()


def bacaan(saring: Saringan) -> Bacaan:
    """The one reading that every evaluation of the choice is cut from, whatever the unit."""
    return _angka(saring.sekantor, "bacaan", lambda toko: baca(toko, saring.kode_pd, saring.periode))


def evaluasi(saring: Saringan, formulir: Formulir[Evaluasi]) -> Evaluasi:
    """The result of a form for the choice."""
    return _tanya(saring, formulir.kode, lambda: formulir.evaluasi(bacaan(saring), saring.kode_unit))


def kompilasi(saring: Saringan) -> Kompilasi:
    """Every form of the choice, as it is printed together."""
    return isi_kompilasi(lambda formulir: evaluasi(saring, formulir), sumber(saring).lembar)


def lengkap(saring: Saringan) -> Kelengkapan:
    """What the units still owe for the periode."""
    if sumber(saring).gudang is saring.gudang:
        return lengkap_dokumen(saring)
    return _tanya(saring, "kelengkapan", lambda: kelengkapan(saring.gudang, saring.kode_pd, saring.periode))


def lengkap_dokumen(saring: Saringan) -> Kelengkapan:
    """What the units have handed in of what stands in the document of the periode."""
    return _tanya(saring, "dokumen", lambda: susun_kelengkapan(bacaan(saring)))


def rincian(saring: Saringan, kode: str) -> RincianIndikator:
    """One indicator. Raises IndikatorTidakAda."""
    return _angka(
        saring, f"indikator {kode}", lambda toko: rincian_indikator(toko, saring.kode_pd, kode, saring.periode)
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
    return _tanya(saring.sekantor, "daftar_indikator", lambda: nama_indikator(bacaan(saring)))


def _tanya(saring: Saringan, nama: str, kerja: Callable[[], Hasil]) -> Hasil:
    return ingat(saring.gudang, saring.kode_pd, (nama, *kunci_saringan(saring)), kerja)


def _angka(saring: Saringan, nama: str, kerja: Callable[[Gudang], Hasil]) -> Hasil:
    """A question about figures, put to the store that they come from."""
    toko = sumber(saring).gudang
    return _tanya(saring, nama, lambda: kerja(toko))
