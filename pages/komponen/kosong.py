"""Empty states: what is missing, and what to do next."""

from __future__ import annotations

import streamlit as st

from pages import Halaman, cari
from pages.komponen import sesi
from pages.komponen.kepala import Wadah

_LANGKAH_AWAL = (
    "Buka halaman **Rencana** dan unduh templat rencana.",
    "Isi kantor, unit, pohon kinerja, indikator, target, dan pagu; satu buku kerja memuat semuanya.",
    "Unggah buku kerja itu di halaman **Rencana**; setiap kekeliruan ditunjukkan selnya.",
    "Unduh format isian tiap unit di halaman **Format data**, lalu terima kembali di halaman **Unggah**.",
)


def panduan_awal(wadah: Wadah) -> None:
    """The guide of an empty store."""
    wadah.judul.title("Mulai dengan mengimpor rencana kantor Anda", anchor=False)
    with st.container(border=True):
        st.markdown("Belum ada data di penyimpanan ini. Empat langkah sampai evaluasi pertama:")
        st.markdown("\n".join(f"{nomor}. {langkah}" for nomor, langkah in enumerate(_LANGKAH_AWAL, start=1)))
        tautan("rencana", "Buka halaman Rencana")
    st.caption("Ingin melihat contoh dahulu? Jalankan Capaian tanpa CAPAIAN_DATA: kantor contoh dibuat sendiri.")


def tanpa_renja(wadah: Wadah) -> None:
    """An office whose plan has no Renja yet."""
    wadah.judul.title("Belum ada Renja, sehingga belum ada yang dapat dievaluasi", anchor=False)
    st.markdown("Renstra saja belum menyebut target tahunan. Tambahkan Renja pada buku kerja rencana, lalu impor lagi.")
    tautan("rencana", "Buka halaman Rencana")


def pesan(kalimat: str, url: str, label: str, alamat: dict[str, str] | None = None) -> None:
    """One sentence about what is missing, with the page where it can be supplied."""
    with st.container(border=True):
        st.markdown(kalimat)
        tautan(url, label, alamat)


def tautan(url: str, label: str, alamat: dict[str, str] | None = None) -> None:
    """A link to a page of the list, with the filters that it should open with; none for who may not see that page."""
    halaman: Halaman = cari(url)
    if sesi.boleh(halaman.lihat):
        st.page_link(halaman.berkas, label=label, icon=halaman.ikon, query_params=alamat)
