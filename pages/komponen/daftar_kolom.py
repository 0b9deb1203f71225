"""A list from another system on a page: which of its sheets is meant, and what each of its columns holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol, TypeVar

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.sel.daftar import LembarDaftar
from analytics.temuan.butir import Temuan
from pages.komponen.teks import aman

_TIDAK_DIPAKAI: Final = "tidak dipakai"
_KOLOM_SEBARIS: Final = 3
_TANPA_KODE: Final = "Tidak ada lembar dengan kode program, kegiatan, atau sub kegiatan (misalnya 7.01.02.2.01.0001)."


class IsiKolom(Protocol):
    """What a column can hold."""

    @property
    def sebutan(self) -> str:
        """In words."""


Isi = TypeVar("Isi", bound=IsiKolom)
Isi_co = TypeVar("Isi_co", bound=IsiKolom, covariant=True)
Lembar = TypeVar("Lembar", bound=LembarDaftar)


class LembarBerkolom(Protocol[Isi_co]):
    """A sheet that says what its columns hold by their headers (by letters), and all that they can hold."""

    @property
    def judul(self) -> Mapping[str, str]:
        """The headers."""

    @property
    def usul(self) -> Mapping[str, Isi_co]:
        """What is proposed."""

    @property
    def peran(self) -> Sequence[Isi_co]:
        """What there is to choose from."""

    def contoh(self, huruf: str) -> str:
        """What the first rows hold."""


def baca(
    berkas: UploadedFile, kunci: str, kerja: Callable[[], tuple[Lembar, ...] | tuple[Temuan, ...]]
) -> tuple[Lembar, ...]:
    """The sheets of a file, read once (by `kerja`, which may raise ValueError in words for the user).

    None, said on the page, where it is no such list.
    """
    dibaca = st.session_state.get(kunci)
    if dibaca is None or dibaca[0] != berkas.file_id:
        with st.spinner("Membaca daftar …"):
            dibaca = (berkas.file_id, *_coba(kerja))
        st.session_state[kunci] = dibaca
    lembar: tuple[Lembar, ...] = dibaca[1]
    if not lembar:
        st.error(aman(dibaca[2]), icon=":material/block:")
    return lembar


def _coba(kerja: Callable[[], tuple[Lembar, ...] | tuple[Temuan, ...]]) -> tuple[tuple[Lembar, ...], str]:
    try:
        semua = kerja()
    except ValueError as salah:
        return (), str(salah)
    lembar = tuple(butir for butir in semua if not isinstance(butir, Temuan))
    sebab = [f"{butir.pesan} {butir.saran}" for butir in semua if isinstance(butir, Temuan)]
    return lembar, " ".join(sebab) or _TANPA_KODE


def pilih_lembar(semua: Sequence[Lembar], kunci: str) -> int:
    """Which sheet is meant, by its number."""
    if len(semua) == 1:
        return 0
    nama = [lembar.nama for lembar in semua]
    return int(st.selectbox("Lembar", range(len(nama)), format_func=lambda nomor: aman(nama[nomor]), key=kunci))


def pilih_isi(lembar: LembarBerkolom[Isi], kunci: str) -> dict[str, Isi]:
    """What each column holds, as proposed by its header until somebody says otherwise."""
    pilihan: list[Isi | None] = [None, *lembar.peran]
    st.markdown("**Apa isi setiap kolom?**")
    wadah = st.columns(_KOLOM_SEBARIS)
    hasil = {}
    for nomor, (huruf, judul) in enumerate(lembar.judul.items()):
        usul = lembar.usul.get(huruf)
        with wadah[nomor % _KOLOM_SEBARIS]:
            peran = st.selectbox(
                aman(f"{huruf} · {judul or 'tanpa judul'}"),
                pilihan,
                pilihan.index(usul) if usul in pilihan else 0,
                _sebut,
                f"kolom_{kunci}_{huruf}",
                help=aman(f"Misalnya: {lembar.contoh(huruf)}"),
            )
        if peran is not None:
            hasil[huruf] = peran
    return hasil


def _sebut(peran: IsiKolom | None) -> str:
    return peran.sebutan if peran else _TIDAK_DIPAKAI
