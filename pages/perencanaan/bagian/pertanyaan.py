"""What an import asks, kind by kind: answered for all rows of a kind together, or row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import streamlit as st

from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.rencana.periksa.jawab import JawabanSoal, Pertanyaan, sebut_baris
from analytics.temuan.butir import Temuan
from pages.komponen import tabel
from pages.komponen.teks import aman

_BENAR: Final = "Memang demikian, dengan alasan"
_TIAP_BARIS: Final = "Dijawab tiap baris"
_BARIS_TERBUKA: Final = 3
"""Rows of a question that stand open below it."""
_KOLOM: Final = (
    Kolom("Baris", lebar=36),
    Kolom("Yang tertulis", lebar=52),
    Kolom("Sel", lebar=20),
)
_KOLOM_JAWABAN: Final = Kolom("Jawaban", lebar=24)


def tanyakan(semua: Sequence[Pertanyaan]) -> Mapping[str, JawabanSoal]:
    """Draw the questions; the answers that stand in them, by kode or by `kode/baris`."""
    hasil: dict[str, JawabanSoal] = {}
    for nomor, soal in enumerate(semua, 1):
        with st.container(border=True):
            st.markdown(f"**{nomor}. {aman(soal.kalimat)}** {_sebut_banyak(soal)}")
            st.caption(aman(f"{soal.sebab} {soal.saran or ''}"))
            _tampilkan_baris(soal)
            hasil |= _tanya_jenis(soal)
    return hasil


def belum_dijawab(semua: Iterable[Pertanyaan], jawaban: Mapping[str, JawabanSoal]) -> tuple[str, ...]:
    """The questions of which a row would still be without an answer."""
    return tuple(
        soal.kalimat
        for soal in semua
        if soal.kode not in jawaban
        and any(f"{soal.kode}/{sebut_baris(temuan)}" not in jawaban for temuan in soal.belum)
    )


def _sebut_banyak(soal: Pertanyaan) -> str:
    banyak = f"{len(soal.baris)} baris"
    if not soal.terjawab:
        return banyak
    return f"{banyak}, sudah dijawab" if not soal.belum else f"{banyak}, {len(soal.terjawab)} sudah dijawab"


def _tampilkan_baris(soal: Pertanyaan) -> None:
    kolom = (*_KOLOM, _KOLOM_JAWABAN) if soal.terjawab else _KOLOM
    baris = tuple(
        BarisTabel((_sebut_nama(soal, temuan), temuan.pesan, temuan.alamat, _sebut_jawaban(soal, temuan))[: len(kolom)])
        for temuan in soal.temuan
    )
    daftar = Tabel(soal.kalimat, kolom, baris)
    if len(baris) <= _BARIS_TERBUKA:
        tabel.tampilkan(daftar)
        return
    with st.expander(f"Lihat {len(soal.baris)} barisnya"):
        tabel.tampilkan(daftar)


def _sebut_nama(soal: Pertanyaan, temuan: Temuan) -> str:
    baris = sebut_baris(temuan)
    return soal.nama.get(baris, baris)


def _sebut_jawaban(soal: Pertanyaan, temuan: Temuan) -> str:
    terjawab = soal.terjawab.get(temuan.kunci)
    if terjawab is None:
        return "belum"
    return f"{terjawab.kalimat} (impor sebelumnya)" if terjawab.dulu else terjawab.kalimat


def _tanya_jenis(soal: Pertanyaan) -> dict[str, JawabanSoal]:
    pilihan = [*map(_sebut_bacaan, soal.bacaan), *[_BENAR][: soal.beralasan]]
    tiap_baris = [_TIAP_BARIS] if len(soal.baris) > 1 else []
    dipilih = st.radio(
        "Jawaban untuk semua barisnya" if tiap_baris else "Jawaban",
        [*pilihan, *tiap_baris],
        index=None,
        key=f"jawab_{soal.kode}",
        format_func=aman,
    )
    if dipilih == _TIAP_BARIS:
        return _tanya_baris(soal)
    jawaban = _jawaban(dipilih, pilihan, f"alasan_{soal.kode}")
    return {soal.kode: jawaban} if jawaban else {}


def _tanya_baris(soal: Pertanyaan) -> dict[str, JawabanSoal]:
    """One choice for each row, in the words of its own readings."""
    hasil = {}
    pertama = {sebut_baris(temuan): temuan for temuan in reversed(soal.temuan)}
    for baris in soal.baris:
        temuan, kunci = pertama[baris], f"{soal.kode}_{baris}"
        perihal = aman(f"{_sebut_nama(soal, temuan)}: {temuan.pesan}")
        pilihan = [*map(_sebut_bacaan, temuan.pengganti), *[_BENAR][: soal.beralasan]]
        dipilih = st.selectbox(perihal, pilihan, None, aman, f"jawab_{kunci}", placeholder="Pilih jawaban")
        jawaban = _jawaban(dipilih, pilihan, f"alasan_{kunci}")
        if jawaban is not None:
            hasil[f"{soal.kode}/{baris}"] = jawaban
    return hasil


def _jawaban(dipilih: str | None, pilihan: Sequence[str], kunci: str) -> JawabanSoal | None:
    """The answer that a choice is; None while nothing is chosen, or its reason is not written."""
    if dipilih is None:
        return None
    if dipilih == _BENAR:
        return JawabanSoal.beralasan(st.text_input("Alasannya", key=kunci, max_chars=500))
    return JawabanSoal(pilihan.index(dipilih) + 1)


def _sebut_bacaan(bacaan: str) -> str:
    return f"Dibaca: {bacaan}"
