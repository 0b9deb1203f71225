"""The forms of the accounts page: a new account, what one may act as, its name, password and whether it is active."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import streamlit as st

from analytics.akun.kelola import Akun, AkunBaru, buat_akun, setel_aktif, setel_sandi, ubah_nama
from analytics.akun.penugasan import TugasBaru, beri_tugas, cabut_tugas, sebut_tugas
from analytics.akun.putusan import Putusan
from analytics.aturan.periode import tulis_tanggal, tulis_waktu
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.evaluasi.lingkup import daftar_kantor, daftar_unit
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.peran import NAMA_PERAN, SEMUA_KANTOR, JenisTugas, Tugas, menurut_unit
from pages.komponen import sesi
from pages.komponen.teks import aman

_KUNCI: Final = "putusan_akun"
_JENIS: Final[Mapping[JenisTugas, str]] = {"definitif": "Definitif", "plt": "Plt.", "plh": "Plh."}
_TANGGAL: Final = "DD/MM/YYYY"


def sampaikan() -> None:
    """Say what became of the last command."""
    putusan = st.session_state.pop(_KUNCI, None)
    if isinstance(putusan, Putusan):
        (st.success if putusan.berhasil else st.error)(aman(putusan.pesan))


def tabel_akun(semua: Sequence[Akun], hari: date) -> Tabel:
    """Every account with what it may act as and when it was last used."""
    kolom = (Kolom("Nama", lebar=30), Kolom("Nama akun"), Kolom("Bertugas sebagai", lebar=40), Kolom("Terakhir masuk"))
    baris = tuple(
        BarisTabel(
            (
                akun.nama,
                akun.nama_akun + ("" if akun.aktif else " (nonaktif)"),
                "; ".join(_sebut(tugas, hari) for tugas in akun.tugas) or "belum ditugaskan",
                tulis_waktu(akun.terakhir_masuk) or "belum pernah",
            )
        )
        for akun in semua
    )
    return Tabel("Akun", kolom, baris)


def akun_baru(gudang: Gudang) -> None:
    """The form of a new account with its first peran."""
    peran, kantor, unit = _pilih_peran(gudang, "baru")
    with st.form("akun_baru", width=560):
        nama = st.text_input("Nama orang", autocomplete="off")
        nama_akun = st.text_input("Nama akun", autocomplete="off", help="Huruf kecil, angka, titik, tanda hubung.")
        sandi = st.text_input("Kata sandi awal", type="password", autocomplete="new-password")
        if st.form_submit_button("Buat akun", type="primary"):
            tugas = TugasBaru(peran, kantor, waktu_kini().date(), unit)
            baru = AkunBaru(nama, nama_akun, sandi, tugas)
            _selesai(buat_akun(gudang, sesi.pelaku(), baru, waktu_kini()))


def penugasan(gudang: Gudang, akun: Akun) -> None:
    """What an account may act as: withdraw it, or give more, for good or as a deputy."""
    st.subheader("Penugasan", anchor=False)
    hari = waktu_kini().date()
    for tugas in akun.tugas:
        with st.popover(f"Cabut {_sebut(tugas, hari)}", icon=":material/person_remove:"):
            alasan = st.text_input("Alasan", key=f"alasan_{tugas.id_penugasan}")
            if st.button("Cabut penugasan", key=f"cabut_{tugas.id_penugasan}"):
                _selesai(cabut_tugas(gudang, sesi.pelaku(), tugas.id_penugasan, alasan, waktu_kini()))
    with st.expander("Beri penugasan, juga Plt. atau Plh.", icon=":material/person_add:"):
        _beri(gudang, akun)


def _beri(gudang: Gudang, akun: Akun) -> None:
    peran, kantor, unit = _pilih_peran(gudang, "beri")
    jenis: JenisTugas = (
        st.segmented_control("Jenis", list(_JENIS), default="definitif", format_func=_JENIS.__getitem__) or "definitif"
    )
    with st.form("beri_tugas", border=False, width=560):
        hari = waktu_kini().date()
        mulai = st.date_input("Mulai", hari, format=_TANGGAL)
        selesai = None if jenis == "definitif" else st.date_input("Sampai dengan", hari, format=_TANGGAL)
        alasan = st.text_input("Dasar atau alasan", help="Misalnya nomor surat perintah.")
        if st.form_submit_button("Beri penugasan", type="primary"):
            baru = TugasBaru(peran, kantor, mulai, unit, jenis, selesai, alasan)
            _selesai(beri_tugas(gudang, sesi.pelaku(), akun.id_akun, baru, waktu_kini()))


def perubahan(gudang: Gudang, akun: Akun) -> None:
    """Name, password, and whether the account is active."""
    st.subheader("Akun", anchor=False)
    with st.form("ubah_nama", width=560):
        nama = st.text_input("Nama orang", akun.nama, key=f"nama_{akun.id_akun}")
        if st.form_submit_button("Simpan nama"):
            _selesai(ubah_nama(gudang, sesi.pelaku(), akun, nama, waktu_kini()))
    with st.form("setel_sandi", width=560):
        sandi = st.text_input("Kata sandi baru", type="password", autocomplete="new-password")
        st.caption("Sampaikan kepada pemiliknya, lalu mintalah ia menggantinya di halaman Kata sandi.")
        if st.form_submit_button("Setel kata sandi"):
            _selesai(setel_sandi(gudang, sesi.pelaku(), akun, sandi, waktu_kini()))
    label = "Nonaktifkan akun" if akun.aktif else "Aktifkan lagi"
    if st.button(label, icon=":material/block:" if akun.aktif else ":material/check:"):
        _selesai(setel_aktif(gudang, sesi.pelaku(), akun, waktu_kini(), aktif=not akun.aktif))


def _pilih_peran(gudang: Gudang, kunci: str) -> tuple[str, str, str | None]:
    """Peran, office and, for a kepala_seksi, the unit; outside the form, because each decides what comes next."""
    hari = waktu_kini().date()
    kantor = {kantor_ini.kode_pd: kantor_ini.nama for kantor_ini in daftar_kantor(gudang, hari)} | {
        SEMUA_KANTOR: "Semua kantor"
    }
    with st.container(horizontal=True):
        peran = _daftar("Peran", NAMA_PERAN, f"peran_{kunci}")
        kode = next(iter(kantor))
        if len(kantor) > 1:
            kode = _daftar("Kantor", kantor, f"kantor_{kunci}")
        if not menurut_unit(peran):
            return peran, kode, None
        return peran, kode, _daftar("Unit", dict(daftar_unit(gudang, kode, hari)), f"unit_{kunci}") or None


def _daftar(label: str, nama: Mapping[str, str], kunci: str) -> str:
    return st.selectbox(label, list(nama), format_func=nama.__getitem__, key=kunci, width=320) or ""


def _sebut(tugas: Tugas, hari: date) -> str:
    mulai = f" mulai {tulis_tanggal(tugas.mulai)}" if tugas.mulai > hari else ""
    return f"{sebut_tugas(tugas)}{mulai}"


def _selesai(putusan: Putusan) -> None:
    st.session_state[_KUNCI] = putusan
    st.rerun()
