"""A settings page: its head, the proposal with what it would change, its confirmation, and the history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from analytics.acuan import TidakSah
from analytics.atur.catatan_perubahan import PerubahanTercatat, baca_riwayat
from analytics.atur.perubahan import Perubahan, simpan
from analytics.atur.pratinjau import NAMA_GOLONGAN, CapaianBerubah, Potret, Pratinjau, pratinjau
from analytics.aturan.periode import Periode, tulis_tanggal, tulis_waktu
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.evaluasi.hasil import Kantor
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import Sasaran, TidakBerhak, sebut_peran
from pages.komponen import kepala, kosong, sesi, tabel
from pages.komponen.ingatan import PenanyaIngat, ingat
from pages.komponen.kepala import Wadah
from pages.komponen.saring import pilih_kantor
from pages.komponen.teks import aman

_USUL: Final = "usul_pengaturan"
_HASIL: Final = "hasil_pengaturan"


@dataclass(frozen=True)
class Ruang:
    """The office that the page is about, its head, and whether who is in may change something here."""

    gudang: Gudang
    kantor: Kantor
    wadah: Wadah
    izin: str
    boleh: bool

    @property
    def kode_pd(self) -> str:
        """The code of the office."""
        return self.kantor.kode_pd

    @property
    def penanya(self) -> PenanyaIngat:
        """Who answers what the page asks about the office, once per version of its data."""
        return PenanyaIngat(self.gudang, self.kode_pd)


def buka(izin: str = "atur_acuan") -> Ruang:
    """Reserve the head of the page; stop with a guide in an empty store."""
    gudang, wadah = sesi.gudang(), kepala.siapkan()
    kantor = pilih_kantor(gudang)
    if kantor is None:
        kosong.panduan_awal(wadah)
        st.stop()
    return Ruang(gudang, kantor, wadah, izin, sesi.boleh(izin, Sasaran(kantor.kode_pd)))


def tulis_kepala(ruang: Ruang, judul: str) -> None:
    """The conclusion, what became of the last change, and who may change something here."""
    kepala.isi_umum(ruang.wadah, judul, ruang.kantor)
    hasil = st.session_state.pop(_HASIL, None)
    if hasil is not None:
        st.success(aman(hasil), icon=":material/check_circle:")
    if not ruang.boleh:
        st.caption(f"Halaman ini dapat Anda baca. Yang dapat mengubah: {sebut_peran(ruang.izin)}.")


def usulkan(perubahan: Perubahan) -> None:
    """Remember what was typed as a proposal; `tinjau` shows what it would do."""
    st.session_state[_USUL] = perubahan


def tinjau(ruang: Ruang, jenis: type[Perubahan]) -> None:
    """The proposal of this kind, if there is one: what it would change, and the buttons that save it or drop it."""
    usul = st.session_state.get(_USUL)
    if not ruang.boleh or not isinstance(usul, jenis):
        return
    try:
        akibat = _akibat(ruang, usul)
    except TidakSah as tidak:
        st.error(aman(str(tidak)), icon=":material/block:")
        return
    with st.container(border=True, key="akibat"):
        _tulis_akibat(usul, akibat)
        with st.container(horizontal=True, key="putusan_usul"):
            if st.button("Simpan perubahan ini", type="primary", icon=":material/check:", key="simpan_usul"):
                _simpan(ruang, usul, akibat)
            if st.button("Batal", icon=":material/close:", key="batal_usul"):
                del st.session_state[_USUL]
                st.rerun()
        for golongan, nama in NAMA_GOLONGAN.items():
            berubah = akibat.dari(golongan)
            if berubah:
                with st.expander(f"{nama.capitalize()} yang berubah ({len(berubah)})", expanded=golongan == "capaian"):
                    tabel.tampilkan(tabel_berubah(berubah))


def tampilkan_riwayat(ruang: Ruang, *jenis: str) -> None:
    """The changes of these kinds, the last first."""
    st.subheader("Riwayat perubahan", anchor=False)
    tabel.tampilkan(tabel_riwayat(baca_riwayat(ruang.penanya, ruang.kode_pd, jenis)))


def tabel_riwayat(riwayat: Iterable[PerubahanTercatat]) -> Tabel:
    """Who changed what, when, from what to what, and why."""
    kolom = (
        Kolom("Kapan", lebar=18),
        Kolom("Apa", lebar=22),
        Kolom("Semula", lebar=24),
        Kolom("Menjadi", lebar=24),
        Kolom("Berlaku sejak", lebar=15),
        Kolom("Oleh", lebar=24),
        Kolom("Alasan", lebar=28),
    )
    baris = tuple(
        BarisTabel(
            (
                tulis_waktu(perubahan.waktu),
                perubahan.perihal,
                perubahan.lama,
                perubahan.baru,
                tulis_tanggal(perubahan.sejak) if perubahan.sejak else "saat itu juga",
                f"{perubahan.oleh} ({perubahan.sebagai})",
                perubahan.alasan,
            )
        )
        for perubahan in riwayat
    )
    return Tabel("Riwayat perubahan", kolom, baris, kosong="Belum ada yang diubah di kantor ini.")


def tabel_berubah(berubah: Iterable[CapaianBerubah]) -> Tabel:
    """Every capaian that would change, before and after."""
    kolom = (
        Kolom("Indikator", lebar=40),
        Kolom("Periode", lebar=14),
        Kolom("Terhadap", lebar=20),
        Kolom("Capaian semula (%)", lebar=18),
        Kolom("Menjadi (%)", lebar=18),
        Kolom("Predikat semula", lebar=16),
        Kolom("Predikat menjadi", lebar=16),
    )
    baris = tuple(
        BarisTabel(
            (
                f"{capaian.kode_indikator} · {capaian.nama}" if capaian.kode_indikator else capaian.nama,
                capaian.periode.singkat,
                capaian.dasar,
                _capaian(capaian.sebelum),
                _capaian(capaian.sesudah),
                capaian.sebelum.predikat if capaian.sebelum else "",
                capaian.sesudah.predikat if capaian.sesudah else "",
            ),
            nada="pusat" if capaian.berganti_predikat else "",
        )
        for capaian in berubah
    )
    return Tabel("Capaian yang berubah", kolom, baris)


def _capaian(potret: Potret | None) -> str:
    if potret is None:
        return "tidak ada aturan"
    return f"{potret.capaian} ({potret.keadaan})" if potret.keadaan and not potret.predikat else potret.capaian


def _akibat(ruang: Ruang, usul: Perubahan) -> Pratinjau:
    oleh, waktu = sesi.pelaku().nama, waktu_kini()
    kunci = ("pratinjau", ruang.kode_pd, oleh, repr(usul))
    return ingat(ruang.gudang, ruang.kode_pd, kunci, lambda: pratinjau(ruang.gudang, ruang.kode_pd, usul, oleh, waktu))


def _tulis_akibat(usul: Perubahan, akibat: Pratinjau) -> None:
    st.subheader(akibat.judul if usul.angka else "Tidak ada capaian yang berubah", anchor=False)
    sejak = f", berlaku sejak {tulis_tanggal(usul.sejak)}" if usul.sejak else ""
    beda = f"dari **{aman(akibat.beda.lama)}** menjadi **{aman(akibat.beda.baru)}**"
    st.markdown(f"{aman(usul.sebutan)}: {beda}{aman(sejak)}. Belum tersimpan.")
    for pertanyaan in akibat.tanya:
        st.warning(aman(pertanyaan), icon=":material/help:")
    if akibat.ikutan:
        st.markdown(akibat.ikutan)
    berubah = sorted({capaian.periode for capaian in akibat.berubah})
    if berubah:
        st.caption(f"Masih draf dan ikut berubah: {_sebut(berubah)}.")
    if akibat.tetap:
        st.caption(f"Masih draf, dihitung ulang dan angkanya tetap: {_sebut(akibat.tetap)}.")
    if akibat.beku:
        st.caption(f"Sudah disetujui Camat, angkanya dibekukan dan tidak tersentuh: {_sebut(akibat.beku)}.")


def _sebut(periode: Iterable[Periode]) -> str:
    return ", ".join(triwulan.singkat for triwulan in periode)


def _simpan(ruang: Ruang, usul: Perubahan, akibat: Pratinjau) -> None:
    try:
        hasil = simpan(ruang.gudang, sesi.pelaku(), ruang.kode_pd, usul, waktu_kini(), akibat.versi)
    except (TidakSah, TidakBerhak) as tidak:
        st.error(aman(str(tidak)), icon=":material/block:")
        return
    st.session_state[_HASIL] = hasil
    del st.session_state[_USUL]
    st.rerun()
