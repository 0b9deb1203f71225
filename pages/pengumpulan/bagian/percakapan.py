"""Questions to a unit about its kiriman and its answers: each side has one form for all of them.

What is typed outlives a move that somebody else makes meanwhile: it is said, and the texts stay to be sent again, or
to be copied where their field is gone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from analytics.alur.dilihat import ANGGARAN
from analytics.alur.perintah import Perintah, terapkan_semua
from analytics.alur.verifikasi import BarisVerifikasi, LembarVerifikasi, Ucapan
from analytics.sistem import waktu_kini
from analytics.sop.langkah import Langkah
from analytics.sop.objek import Kedudukan
from pages.komponen import sesi, tanya, tindakan
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman

LETAK: Final = "tanyakan"
"""The anchor of the form."""
_TERPANJANG: Final = 1000
_SELURUHNYA: Final = "seluruh kiriman"


@dataclass(frozen=True)
class Bidang:
    """One field of a form: the indicator that it is about, None for all of the kiriman, and what stands in it."""

    kode: str | None
    kunci: str
    label: str
    tulisan: str


def boleh_bertanya(saring: Saringan, lembar: LembarVerifikasi) -> Langkah | None:
    """The row of the SOP under which who is in may ask now, None: may not."""
    boleh = tindakan.boleh(saring.gudang, lembar.kedudukan.objek)
    return next((langkah for langkah in boleh if langkah.aksi == "tanyakan"), None)


def tanyakan(saring: Saringan, lembar: LembarVerifikasi) -> None:
    """One form for the questions about any row; what asks for attention is in sight, the others a touch away."""
    langkah = boleh_bertanya(saring, lembar)
    if langkah is None:
        _sisakan("tanyakan", lembar.kedudukan, ())
        return
    st.subheader(langkah.nama, anchor=LETAK)
    perlu = [indikator for indikator in lembar.dilalui if indikator.perhatian]
    lain = [indikator for indikator in lembar.dilalui if not indikator.perhatian]
    kini = lembar.kedudukan
    with (
        st.container(border=True),
        st.form(f"tanyakan_{kini.objek.id}", border=False, enter_to_submit=False),
    ):
        st.caption("Tulis yang perlu saja; semuanya terkirim sekaligus, dan unit menjawab tiap pertanyaan.")
        bidang = [_bidang(kini, indikator) for indikator in perlu]
        if lain:
            with st.expander(f"Tanyakan tentang {len(lain)} baris lain"):
                bidang += [_bidang(kini, indikator) for indikator in lain]
        if lembar.uang:
            bidang.append(_tanya(kini, ANGGARAN, "Anggaran"))
        bidang.append(_tanya(kini, None, f"{_SELURUHNYA.capitalize()}, atau hal lain"))
        ditekan = st.form_submit_button(langkah.nama)
    _sisakan(langkah.aksi, kini, bidang)
    _kirim(saring, kini, langkah, bidang, ditekan=ditekan)


def _bidang(kini: Kedudukan, indikator: BarisVerifikasi) -> Bidang:
    perhatian = "; ".join(perhatian.kalimat for perhatian in indikator.perhatian)
    label = f"{indikator.baris.indikator.sebutan} ({perhatian})" if perhatian else indikator.baris.indikator.sebutan
    return _tanya(kini, indikator.kode, label)


def _tanya(kini: Kedudukan, kode: str | None, label: str) -> Bidang:
    kunci = _kunci("tanyakan", kini, kode or "")
    return Bidang(kode, kunci, label, st.text_input(aman(label), key=kunci, max_chars=_TERPANJANG))


def jawab(saring: Saringan, kini: Kedudukan, percakapan: Sequence[Ucapan]) -> None:
    """One form for the answers to all open questions."""
    boleh = tindakan.boleh(saring.gudang, kini.objek)
    langkah = next((langkah for langkah in boleh if langkah.aksi == "jawab"), None)
    terbuka = [ucapan for ucapan in percakapan if ucapan.terbuka]
    if langkah is None or not terbuka:
        _sisakan("jawab", kini, ())
        return
    nama = tanya.indikator_diisi(saring, kini.objek.kode_unit)
    with st.form(f"jawab_{kini.objek.id}"):
        st.markdown(f"**{len(terbuka)} pertanyaan menunggu jawaban unit.**")
        bidang = [_jawaban(kini, ucapan, nama) for ucapan in terbuka]
        ditekan = st.form_submit_button(langkah.nama, type="primary")
    _sisakan(langkah.aksi, kini, bidang)
    _kirim(saring, kini, langkah, bidang, ditekan=ditekan)


def _jawaban(kini: Kedudukan, ucapan: Ucapan, nama: Mapping[str, str]) -> Bidang:
    kode = ucapan.kode_indikator
    perihal = _SELURUHNYA if kode is None else nama.get(kode, kode)
    kunci = _kunci("jawab", kini, f"{ucapan.waktu:%Y%m%d%H%M%S}_{kode}")
    label = f"Jawaban tentang {perihal}: {ucapan.catatan}"
    return Bidang(kode, kunci, label, st.text_area(aman(label), key=kunci, max_chars=_TERPANJANG, height=68))


def _kunci(aksi: str, kini: Kedudukan, kode: str) -> str:
    """The key of a field; after what was typed is sent, other fields take its place."""
    terkirim = st.session_state.get(f"{aksi}_terkirim_{kini.objek.id}", 0)
    return f"{aksi}_{kini.objek.id}_{terkirim}_{kode}"


def _kirim(saring: Saringan, kini: Kedudukan, langkah: Langkah, bidang: Sequence[Bidang], *, ditekan: bool) -> None:
    """Each text is a move of its own; all of them are made, or none. None where the data moved since the form stood."""
    dilihat = f"{langkah.aksi}_dilihat_{kini.objek.id}"
    berubah = st.session_state.setdefault(dilihat, kini.versi) != kini.versi
    st.session_state[dilihat] = kini.versi
    if not ditekan:
        return
    ditulis = [isian for isian in bidang if isian.tulisan.strip()]
    if berubah:
        st.warning(
            f"{aman(kini.objek.sebutan)} berubah sejak Anda membukanya. Periksa lagi, lalu kirim tulisan di atas."
        )
    elif not ditulis:
        st.error(f"{langkah.nama}: belum ada yang ditulis.")
    else:
        _terapkan(saring, kini, langkah, ditulis)


def _terapkan(saring: Saringan, kini: Kedudukan, langkah: Langkah, ditulis: Sequence[Bidang]) -> None:
    perintah = [
        Perintah(
            langkah.aksi,
            kini.objek,
            kini.versi + nomor,
            catatan=isian.tulisan,
            kerja=lambda _tx, kode=isian.kode: {"kode_indikator": kode} if kode else {},  # type: ignore[misc]
        )
        for nomor, isian in enumerate(ditulis)
    ]
    hasil = terapkan_semua(saring.gudang, sesi.pelaku(), perintah, waktu_kini())
    if hasil.berhasil:
        terkirim = f"{langkah.aksi}_terkirim_{kini.objek.id}"
        st.session_state[terkirim] = st.session_state.get(terkirim, 0) + 1
        st.session_state.pop(_tampil(langkah.aksi, kini), None)
    tindakan.simpan_hasil(hasil)


def _tampil(aksi: str, kini: Kedudukan) -> str:
    """Under which key the labels of the fields are kept that stood on the page last."""
    return f"{aksi}_tampil_{kini.objek.id}"


def _sisakan(aksi: str, kini: Kedudukan, bidang: Sequence[Bidang]) -> None:
    """Show what stood in fields that are gone, because nobody else has it; until who wrote it puts it away."""
    lama: Mapping[str, str] = st.session_state.get(_tampil(aksi, kini), {})
    ada = {isian.kunci: isian.label for isian in bidang}
    st.session_state[_tampil(aksi, kini)] = ada
    sisa = f"{aksi}_sisa_{kini.objek.id}"
    hilang = {kunci: (label, st.session_state.get(kunci) or "") for kunci, label in lama.items() if kunci not in ada}
    semua = st.session_state.get(sisa, {}) | {kunci: isian for kunci, isian in hilang.items() if isian[1].strip()}
    berubah = f"{aman(kini.objek.sebutan)} berubah sejak Anda membukanya, kini {aman(kini.nama)}"
    if semua:
        st.session_state[sisa] = semua
        _salin(semua, sisa, berubah)
    elif lama and not ada and not tindakan.baru_bertindak():
        st.warning(f"{berubah}. Tulisan yang belum dikirim tidak tersimpan.")


def _salin(semua: Mapping[str, tuple[str, str]], sisa: str, berubah: str) -> None:
    with st.container(border=True):
        st.warning(f"{berubah}: tulisan ini tidak terkirim dan isiannya tidak ada lagi. Salin bila masih diperlukan.")
        for label, tulisan in semua.values():
            st.caption(aman(label))
            st.code(tulisan, language=None, wrap_lines=True)
        st.button("Sudah disalin", key=f"{sisa}_disalin", on_click=st.session_state.pop, args=(sisa, None))
