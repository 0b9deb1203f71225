"""What a page looks at: office, periode and unit. They live in the address, so that a view can be sent as a link.

The address wins over what the session remembers, which wins over the newest periode with data. A word in the address
that means nothing is said on the page and replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import streamlit as st

from analytics.aturan.periode import ROMAWI, Periode
from analytics.beku.sumber import baca_kedudukan_angka
from analytics.evaluasi.hasil import Kantor
from analytics.evaluasi.lingkup import daftar_kantor, daftar_periode, daftar_unit, periode_awal
from analytics.sistem import Gudang, waktu_kini
from pages.komponen import kosong
from pages.komponen.ingatan import PenanyaIngat, ingat
from pages.komponen.kepala import Wadah, siapkan

_SEMUA = "semua"
DataDipakai = Literal["semua", "terverifikasi"]
"""Which data figures rest on: all that was sent, or what an approval would freeze now."""
KIRIMAN: Final[Mapping[str, str]] = {"semua": "Semua kiriman", "terverifikasi": "Hanya terverifikasi"}


@dataclass(frozen=True)
class Saringan:
    """The choice, and where the heading of the page goes."""

    gudang: Gudang
    kantor: Kantor
    periode: Periode
    kode_unit: str | None
    wadah: Wadah
    kiriman: DataDipakai | None = None
    """None: as far as the periode has come."""

    @property
    def kode_pd(self) -> str:
        """The code of the office."""
        return self.kantor.kode_pd

    @property
    def penanya(self) -> PenanyaIngat:
        """Who answers what pages ask about the office, once per version of its data."""
        return PenanyaIngat(self.gudang, self.kode_pd)

    @property
    def alamat(self) -> dict[str, str]:
        """The choice as query parameters, for links to other pages."""
        periode = {"tahun": str(self.periode.tahun), "triwulan": str(self.periode.triwulan)}
        unit = {"unit": self.kode_unit} if self.kode_unit else {}
        return periode | unit | ({"kiriman": self.kiriman} if self.kiriman else {})

    @property
    def sekantor(self) -> Saringan:
        """The same choice over all units."""
        return replace(self, kode_unit=None)

    @property
    def hidup(self) -> Saringan:
        """The same over all units, for what no choice of kiriman changes."""
        return replace(self, kode_unit=None, kiriman=None)


def pilih(
    gudang: Gudang, *, unit: bool = False, kiriman: Literal["pilihan", "terverifikasi"] | None = None
) -> Saringan:
    """Draw the heading and the filters; stop with a guide when there is nothing to choose from yet.

    `kiriman` pilihan: which data the figures rest on can be chosen while the periode is not approved.
    """
    kantor, awal, wadah = _mulai(gudang)
    with st.container(horizontal=True, vertical_alignment="bottom", key="saringan"):
        tahun = _pilih_tahun(gudang, kantor, awal)
        nomor = [str(triwulan) for triwulan in ROMAWI]
        triwulan = pilih_ruas("Triwulan", "triwulan", nomor, str(awal.triwulan), _nama_triwulan)
        periode = Periode(tahun, int(triwulan))
        kode_unit = _pilih_unit(gudang, kantor, periode) if unit else None
        dipilih = _pilih_kiriman(gudang, kantor, periode) if kiriman == "pilihan" else kiriman
    return Saringan(gudang, kantor, periode, kode_unit, wadah, dipilih)


def pilih_tahun(gudang: Gudang) -> tuple[Kantor, int, Wadah]:
    """As `pilih`, for a page about a whole year."""
    kantor, awal, wadah = _mulai(gudang)
    return kantor, _pilih_tahun(gudang, kantor, awal), wadah


def _mulai(gudang: Gudang) -> tuple[Kantor, Periode, Wadah]:
    """The head of a page about figures, the office, and the periode that it opens with; else the guide."""
    wadah = siapkan()
    kantor = pilih_kantor(gudang)
    if kantor is None:
        kosong.panduan_awal(wadah)
        st.stop()
    penanya = PenanyaIngat(gudang, kantor.kode_pd)
    awal = ingat(gudang, kantor.kode_pd, ("periode awal",), lambda: periode_awal(penanya, kantor.kode_pd))
    if awal is None:
        kosong.tanpa_renja(wadah)
        st.stop()
    return kantor, awal, wadah


def _pilih_tahun(gudang: Gudang, kantor: Kantor, awal: Periode) -> int:
    penanya = PenanyaIngat(gudang, kantor.kode_pd)
    semua = ingat(gudang, kantor.kode_pd, ("periode",), lambda: daftar_periode(penanya, kantor.kode_pd))
    tahun = sorted({periode.tahun for periode in semua})
    return int(pilih_ruas("Tahun", "tahun", [str(nomor) for nomor in tahun], str(awal.tahun)))


def pilih_kantor(gudang: Gudang) -> Kantor | None:
    """The office in the address, or the first of the store; None in an empty store."""
    hari = waktu_kini().date()
    semua = ingat(gudang, None, ("kantor", hari.isoformat()), lambda: daftar_kantor(gudang, hari))
    if not semua:
        return None
    kode = baca("kantor", [kantor.kode_pd for kantor in semua], semua[0].kode_pd, tulis=len(semua) > 1)
    return next(kantor for kantor in semua if kantor.kode_pd == kode)


def baca(kunci: str, sah: Sequence[str], awal: str, *, tulis: bool = True) -> str:
    """The value of one query parameter: address, else session, else `awal`; written back to the address."""
    ingatan = f"saring_{kunci}"
    di_alamat = st.query_params.get(kunci)
    if di_alamat is not None and di_alamat not in sah:
        st.caption(f"Alamat meminta {kunci} yang tidak ada; yang ditampilkan adalah pilihan terdekat yang tersedia.")
    calon = (di_alamat, st.session_state.get(ingatan))
    nilai = next((tawaran for tawaran in calon if tawaran is not None and tawaran in sah), awal)
    st.session_state[ingatan] = nilai
    if tulis and st.query_params.get(kunci) != nilai:
        st.query_params[kunci] = nilai
    return nilai


def lupakan(kunci: str) -> None:
    """Take a choice out of the address and the memory, so that the page decides again."""
    st.query_params.pop(kunci, None)
    st.session_state.pop(f"saring_{kunci}", None)


def pilih_ruas(label: str, kunci: str, sah: Sequence[str], awal: str, nama: Callable[[str], str] = str) -> str:
    """One of a few choices, all in sight, kept in the address as `kunci`."""
    nilai = baca(kunci, sah, awal)
    _gambar_ruas(label, kunci, sah, nilai, nama)
    return nilai


def _gambar_ruas(
    label: str, kunci: str, sah: Sequence[str], nilai: str, nama: Callable[[str], str], *, berlabel: bool = True
) -> None:
    st.session_state[f"pilih_{kunci}"] = nilai
    st.segmented_control(
        label,
        sah,
        key=f"pilih_{kunci}",
        required=True,
        label_visibility="visible" if berlabel else "collapsed",
        format_func=nama,
        on_change=_tulis_pilihan,
        args=(kunci,),
    )


def pilih_daftar(label: str, kunci: str, nama: Mapping[str, str], awal: str, lebar: int | None = None) -> str:
    """One of many choices, given as label by value, kept in the address as `kunci`; `lebar` in pixels."""
    nilai = baca(kunci, list(nama), awal)
    st.session_state[f"pilih_{kunci}"] = nilai
    st.selectbox(
        label,
        list(nama),
        key=f"pilih_{kunci}",
        format_func=lambda pilihan: nama.get(pilihan, pilihan),
        on_change=_tulis_pilihan,
        args=(kunci,),
        width=lebar or "stretch",
    )
    return nilai


def _tulis_pilihan(kunci: str) -> None:
    """What was chosen on the page goes into the address, where the next run reads it."""
    nilai = st.session_state[f"pilih_{kunci}"]
    if nilai is not None:
        st.query_params[kunci] = nilai


def _nama_triwulan(nomor: str) -> str:
    return ROMAWI[int(nomor)]


def _pilih_kiriman(gudang: Gudang, kantor: Kantor, periode: Periode) -> DataDipakai | None:
    """The choice of data, None until somebody chooses: then it follows how far the periode has come."""
    kini = baca_kedudukan_angka(PenanyaIngat(gudang, kantor.kode_pd), kantor.kode_pd, periode)
    if kini.status == "disetujui":
        st.query_params.pop("kiriman", None)
        return None
    awal: DataDipakai = "semua" if kini.status == "draf" else "terverifikasi"
    dipilih = "kiriman" in st.query_params or "saring_kiriman" in st.session_state
    nilai = baca("kiriman", list(KIRIMAN), awal) if dipilih else awal
    _gambar_ruas("Data", "kiriman", list(KIRIMAN), nilai, lambda kode: KIRIMAN[kode], berlabel=False)
    if not dipilih:
        return None
    return "semua" if nilai == "semua" else "terverifikasi"


def _pilih_unit(gudang: Gudang, kantor: Kantor, periode: Periode) -> str | None:
    hari = periode.hari_terakhir
    penanya = PenanyaIngat(gudang, kantor.kode_pd)
    unit = ingat(gudang, kantor.kode_pd, ("unit", hari.isoformat()), lambda: daftar_unit(penanya, kantor.kode_pd, hari))
    nama = {_SEMUA: "Semua unit", **dict(unit)}
    kode = pilih_daftar("Unit", "unit", nama, _SEMUA, 320)
    return None if kode == _SEMUA else kode
