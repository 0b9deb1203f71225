"""The list of sub kegiatan of another planning system on the page: which sheet, which column is what, the workbook."""

from __future__ import annotations

from typing import Final

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.aturan.teks import sebaris
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.evaluasi.hasil import Kantor
from analytics.rencana.muat import muat_rencana
from analytics.rencana.pemindahan import HasilEkspor, LembarEkspor, Peran, baca_ekspor, susun_dari_ekspor
from analytics.sistem import Gudang
from analytics.temuan.butir import Temuan
from pages.komponen import tabel, unduh
from pages.komponen.teks import aman

_DIBACA: Final = "daftar_lain"
_HASIL: Final = "hasil_daftar_lain"
_TIDAK_DIPAKAI: Final = "tidak dipakai"
_KOLOM_SEBARIS: Final = 3
_CONTOH: Final = 3
_TERSISA: Final = (Kolom("Baris", lebar=10), Kolom("Isinya", lebar=90))


def tampilkan(gudang: Gudang, kantor: Kantor | None) -> None:
    """Upload, choices, and the workbook to be completed and imported."""
    st.caption(
        "Daftar program, kegiatan, dan sub kegiatan dengan kode, nama, indikator, satuan, target, dan pagu per tahun, "
        "seperti yang diekspor sistem perencanaan, dipindahkan ke buku kerja rencana. Yang tidak ada di dalamnya "
        "(unit, polaritas, rumus, frekuensi, agregasi) tetap kosong, dengan usul pada catatan selnya. Lengkapi, lalu "
        "impor."
    )
    berkas = st.file_uploader("Daftar dari sistem lain (.xlsx)", type="xlsx", max_upload_size=10, key="berkas_daftar")
    if berkas is None:
        st.session_state.pop(_HASIL, None)
        return
    semua = _baca(berkas)
    daftar = [lembar for lembar in semua if isinstance(lembar, LembarEkspor)]
    if not daftar:
        sebab = [f"{butir.pesan} {butir.saran}" for butir in semua if isinstance(butir, Temuan)]
        tanpa_kode = "Tidak ada lembar dengan kode program, kegiatan, atau sub kegiatan (misalnya 7.01.02.2.01.0001)."
        st.error(aman(" ".join(sebab) or tanpa_kode), icon=":material/block:")
        return
    _petakan(gudang, kantor, berkas, daftar)


def _baca(berkas: UploadedFile) -> tuple[LembarEkspor, ...] | tuple[Temuan, ...]:
    """The sheets of a file, read once."""
    dibaca = st.session_state.get(_DIBACA)
    if dibaca is None or dibaca[0] != berkas.file_id:
        with st.spinner("Membaca daftar …"):
            dibaca = (berkas.file_id, baca_ekspor(berkas.getvalue()))
        st.session_state[_DIBACA] = dibaca
        st.session_state.pop(_HASIL, None)
    semua: tuple[LembarEkspor, ...] | tuple[Temuan, ...] = dibaca[1]
    return semua


def _petakan(gudang: Gudang, kantor: Kantor | None, berkas: UploadedFile, daftar: list[LembarEkspor]) -> None:
    nomor = 0
    if len(daftar) > 1:
        nama = [lembar.nama for lembar in daftar]
        nomor = st.selectbox("Lembar", range(len(daftar)), format_func=lambda n: aman(nama[n]), key="lembar_daftar")
    peran = _tanya_kolom(daftar[nomor], f"{berkas.file_id}_{nomor}")
    pilihan = (berkas.file_id, nomor, tuple(peran.items()))
    if st.button("Susun buku kerja rencana", type="primary", icon=":material/table_convert:"):
        try:
            tersimpan = muat_rencana(gudang, kantor.kode_pd) if kantor is not None else None
            st.session_state[_HASIL] = (pilihan, susun_dari_ekspor(daftar[nomor], peran, tersimpan))
        except ValueError as salah:
            st.error(aman(str(salah)), icon=":material/error:")
    susunan = st.session_state.get(_HASIL)
    if susunan is not None and susunan[0] == pilihan:
        _tampilkan_hasil(susunan[1])


def _tanya_kolom(lembar: LembarEkspor, kunci: str) -> dict[str, Peran]:
    """What each column holds, as proposed by its header until somebody says otherwise."""
    pilihan: list[Peran | None] = [None, *lembar.peran]
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
                help=aman(_contoh(lembar, huruf)),
            )
        if peran is not None:
            hasil[huruf] = peran
    return hasil


def _sebut(peran: Peran | None) -> str:
    return peran.sebutan if peran else _TIDAK_DIPAKAI


def _contoh(lembar: LembarEkspor, huruf: str) -> str:
    """What the first rows hold in a column."""
    teks = dict.fromkeys(sebaris(sel[huruf].teks, 40) for _, sel in lembar.baris if huruf in sel)
    return f"Misalnya: {' · '.join(list(teks)[:_CONTOH])}"


def _tampilkan_hasil(hasil: HasilEkspor) -> None:
    pesan = f"{hasil.simpul} simpul pohon dan {hasil.indikator} indikator dipindahkan."
    st.success(f"{pesan} Lengkapi sel kuning di buku kerjanya, lalu impor di atas.", icon=":material/check_circle:")
    unduh.berkas("Unduh buku kerja rencana", "rencana_dari_daftar.xlsx", lambda: hasil.buku.isi, "dari_daftar")
    if hasil.tersisa:
        st.markdown(f"**{len(hasil.tersisa)} baris tidak dipindahkan.** Periksa apakah ada yang masih diperlukan.")
        baris = tuple(BarisTabel((str(nomor), isi)) for nomor, isi in hasil.tersisa)
        tabel.tampilkan(Tabel("Baris yang tidak dipindahkan", _TERSISA, baris))
