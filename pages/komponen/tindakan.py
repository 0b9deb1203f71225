"""The moves of the SOP on a page: a form for every row of the table that who is in may apply to a document now.

A form belongs to the versi and the sidik that were shown with it. When either has changed the form is gone, so a
press on it does nothing, and the page says that something changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.alur.dilihat import Kepastian
from analytics.alur.lampiran import JENIS, BerkasLampiran, periksa_lampiran
from analytics.alur.perintah import HasilPerintah, Kertas, Perintah, terapkan, terapkan_semua
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import sebut_peran
from analytics.sop.langkah import ARTI_KELENGKAPAN, Langkah, cari_langkah, langkah_dari
from analytics.sop.objek import Kedudukan, Objek
from pages.komponen import sandi, sesi, tanya
from pages.komponen.teks import aman

_HASIL: Final = "hasil_tindakan"
_HASIL_TERAKHIR: Final = "hasil_baru_saja"
JUDUL_PUTUSAN: Final = "Keputusan Anda"
_LETAK_PUTUSAN: Final = "keputusan"


@dataclass(frozen=True)
class Bekal:
    """What a page brings along: the sidik of what it shows, and what it asks inside the form of a move by itself.

    `kepastian` draws what somebody gives his word for, with keys that begin as it is told.
    """

    sidik_dilihat: str = ""
    kepastian: Mapping[str, Callable[[str], Kepastian]] = field(default_factory=dict)


def tampilkan_hasil() -> None:
    """What became of the last command, said once."""
    hasil: HasilPerintah | None = st.session_state.pop(_HASIL, None)
    st.session_state.pop(_HASIL_TERAKHIR, None)
    if hasil is not None:
        st.session_state[_HASIL_TERAKHIR] = True
        rupa = st.success if hasil.berhasil else st.warning if hasil.status == "bentrok" else st.error
        rupa(aman(hasil.pesan))


def baru_bertindak() -> bool:
    """Whether this run says what became of a command of who is in."""
    return _HASIL_TERAKHIR in st.session_state


def boleh(gudang: Gudang, objek: Objek) -> tuple[Langkah, ...]:
    """The rows that who is in may apply to this document now, as far as peran and keadaan say."""
    siapa = sesi.pengguna()
    if siapa is None:
        return ()
    kini = tanya.kedudukan(gudang, objek)
    return tuple(langkah for langkah in langkah_dari(objek.dokumen, kini.keadaan) if siapa.boleh(langkah.aksi, objek))


def tindakan(gudang: Gudang, objek: Objek, bekal: Bekal | None = None, *, hanya: Collection[str] | None = None) -> None:
    """A form for every move that can be made; what becomes of it is said on the next run by `tampilkan_hasil`.

    `hanya` names the moves that are drawn here, where the page has others elsewhere.
    """
    kini, dibawa = tanya.kedudukan(gudang, objek), bekal or Bekal()
    _ingatkan(kini, dibawa)
    for langkah in boleh(gudang, objek):
        if hanya is None or langkah.aksi in hanya:
            formulir(gudang, kini, langkah, dibawa)


def menuju_putusan(gudang: Gudang, objek: Objek, aksi: Collection[str]) -> None:
    """The way down to `judul_putusan`, for who has one of these moves to make: a page is read on a phone too."""
    if _ada(gudang, objek, aksi):
        st.html(f"<a class='tombol' href='#{_LETAK_PUTUSAN}' target='_self'>{JUDUL_PUTUSAN} ↓</a>")


def judul_putusan(gudang: Gudang, objek: Objek, aksi: Collection[str]) -> None:
    """The heading of the forms of these moves; none where none can be made."""
    if _ada(gudang, objek, aksi):
        st.subheader(JUDUL_PUTUSAN, anchor=_LETAK_PUTUSAN)


def _ada(gudang: Gudang, objek: Objek, aksi: Collection[str]) -> bool:
    return any(langkah.aksi in aksi for langkah in boleh(gudang, objek))


def _ingatkan(kini: Kedudukan, bekal: Bekal) -> None:
    """Say that what somebody looks at is not what he saw a moment ago: a form of then is gone, whatever was pressed."""
    dilihat, lama = (kini.versi, bekal.sidik_dilihat), f"dilihat_{kini.objek.id}"
    if st.session_state.setdefault(lama, dilihat) != dilihat:
        st.session_state[lama] = dilihat
        if not baru_bertindak():
            st.warning(f"{aman(kini.objek.sebutan)} berubah sejak Anda membukanya. Periksa lagi sebelum memutuskan.")


def tindakan_banyak(gudang: Gudang, objek: Sequence[Objek], aksi: str, label: str | None = None) -> None:
    """One button that makes the same move with every document that stands where it can be made."""
    langkah = cari_langkah(aksi)
    siap = [dokumen for dokumen in objek if langkah in boleh(gudang, dokumen)]
    if siap and st.button(label or f"{langkah.nama} ({len(siap)})", key=f"banyak_{aksi}", type="primary"):
        perintah = [Perintah(aksi, dokumen, tanya.kedudukan(gudang, dokumen).versi) for dokumen in siap]
        simpan_hasil(terapkan_semua(gudang, sesi.pelaku(), perintah, waktu_kini()))


def simpan_hasil(hasil: HasilPerintah) -> None:
    """Keep what became of a command for the next run, and run again."""
    st.session_state[_HASIL] = hasil
    st.rerun()


def giliran_siapa(langkah: Langkah) -> str:
    """`Sekretaris Kecamatan`, whose turn it is."""
    return sebut_peran(langkah.aksi, " atau ")


def formulir(gudang: Gudang, kini: Kedudukan, langkah: Langkah, bekal: Bekal) -> None:
    """The form of one row: what it asks for, and the button that applies it."""
    kunci = f"{langkah.aksi}_{kini.objek.id}_{kini.versi}_{bekal.sidik_dilihat[:12]}"
    utama = not langkah.tidak and not langkah.kertas
    wadah = st.container(border=True) if utama else st.expander(langkah.nama)
    with wadah, st.form(f"form_{kunci}", border=False):
        if langkah.dasar:
            st.caption(langkah.dasar)
        catatan = _tanya_catatan(langkah, kunci)
        pernyataan = "pernyataan_validasi" in langkah.kelengkapan and st.checkbox(
            "Data ini sudah saya validasi.", key=f"nyata_{kunci}"
        )
        kepastian = bekal.kepastian[langkah.aksi](f"nyata_{kunci}") if langkah.aksi in bekal.kepastian else Kepastian()
        kertas = _tanya_kertas(kunci) if langkah.kertas else None
        berkas = _tanya_berkas(kunci) if "berkas" in langkah.kelengkapan else ()
        diketik = _tanya_sandi(kunci) if "sandi" in langkah.kelengkapan else ""
        ditekan = st.form_submit_button(langkah.nama, type="primary" if utama else "secondary")
    if not ditekan:
        return
    salah = [lampiran for lampiran in (kertas, *berkas) if isinstance(lampiran, str)]
    for kalimat in salah:
        st.error(aman(kalimat))
    if not salah:
        perintah = Perintah(
            langkah.aksi,
            kini.objek,
            kini.versi,
            catatan=catatan,
            pernyataan=pernyataan,
            sandi=diketik,
            sidik_dilihat=bekal.sidik_dilihat,
            kertas=kertas if isinstance(kertas, Kertas) else None,
            berkas=tuple(lampiran for lampiran in berkas if isinstance(lampiran, BerkasLampiran)),
            kepastian=kepastian,
        )
        simpan_hasil(terapkan(gudang, sesi.pelaku(), perintah, waktu_kini()))


def _tanya_catatan(langkah: Langkah, kunci: str) -> str:
    label = "Alasan (wajib)" if langkah.wajib_catatan else "Catatan"
    if "sebut_yang_belum" in langkah.kelengkapan:
        label = f"Catatan (wajib {ARTI_KELENGKAPAN['sebut_yang_belum'].removeprefix('catatan ')})"
    return st.text_area(label, key=f"catatan_{kunci}", max_chars=1000, height=80)


def _tanya_sandi(kunci: str) -> str:
    siapa = sesi.pengguna()
    if siapa is not None and siapa.contoh:
        st.caption("Akun contoh tidak bersandi; akun sungguhan mengetik kata sandinya sekali lagi di sini.")
        return ""
    diketik = st.text_input("Kata sandi Anda, sekali lagi", type="password", key=f"sandi_{kunci}")
    if siapa is not None:
        sandi.riwayat(siapa)
    return diketik


def _tanya_kertas(kunci: str) -> Kertas | str | None:
    """The sheet that was signed; a sentence when its scan cannot be taken, None while something is missing."""
    nomor = st.text_input("Nomor lembar bertanda tangan", key=f"nomor_{kunci}", max_chars=100)
    tanggal = st.date_input("Tanggal tanda tangan", None, key=f"tanggal_{kunci}", format="DD/MM/YYYY")
    pindaian = st.file_uploader(_ajakan("Pindaian lembar"), type=list(JENIS), key=f"pindaian_{kunci}")
    if not nomor.strip() or not isinstance(tanggal, date) or pindaian is None:
        return None
    berkas = _periksa(pindaian)
    return berkas if isinstance(berkas, str) else Kertas(nomor.strip(), tanggal, berkas)


def _tanya_berkas(kunci: str) -> tuple[BerkasLampiran | str, ...]:
    diunggah = st.file_uploader(
        _ajakan("Berkas dokumen"), type=list(JENIS), accept_multiple_files=True, key=f"berkas_{kunci}"
    )
    return tuple(map(_periksa, diunggah))


def _periksa(berkas: UploadedFile) -> BerkasLampiran | str:
    return periksa_lampiran(berkas.name, berkas.getvalue())


def _ajakan(apa: str) -> str:
    return f"{apa} ({', '.join(sebutan for _, sebutan in JENIS.values())})"
