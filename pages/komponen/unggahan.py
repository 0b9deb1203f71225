"""One uploaded workbook on the page: its verdict, its findings, and what became of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.aturan.angka import tulis_rupiah
from analytics.aturan.periode import NAMA_KEADAAN
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.lembar.hasil import Pemeriksaan
from analytics.lembar.pemeriksa import periksa_berkas
from analytics.lembar.terima import Putusan, terima
from analytics.sistem import Gudang, waktu_kini
from pages.komponen import kosong, sesi, tabel
from pages.komponen import temuan as komponen_temuan
from pages.komponen.teks import aman

KEADAAN: Final = ("diterima", "sudah pernah diterima", "siap diterima", "perlu alasan", "ditolak")
"""What can be said of an uploaded file."""


@dataclass(frozen=True)
class Unggahan:
    """One upload of this session: the file, what the check says, and the verdict once there is one."""

    kunci: str
    pemeriksaan: Pemeriksaan
    putusan: Putusan | None

    @property
    def siap(self) -> bool:
        """Whether it can be accepted without asking anything."""
        hasil = self.pemeriksaan
        return self.putusan is None and hasil.boleh_disimpan and not hasil.perlu_alasan({})

    @property
    def keadaan(self) -> str:
        """One of KEADAAN."""
        if self.putusan is not None:
            return {"diterima": "diterima", "sudah_ada": "sudah pernah diterima"}.get(self.putusan.status, "ditolak")
        return "siap diterima" if self.siap else "perlu alasan"


def kesimpulan(semua: Sequence[Unggahan]) -> str:
    """`4 berkas: 1 diterima, 1 siap diterima, 1 perlu alasan, 1 ditolak`."""
    hitungan = Counter(satu.keadaan for satu in semua)
    return f"{len(semua)} berkas: " + ", ".join(f"{hitungan[kata]} {kata}" for kata in KEADAAN if hitungan[kata])


def siapkan(gudang: Gudang, kode_pd: str, berkas: UploadedFile) -> Unggahan:
    """Check a file once. A file with galat is refused at once, so that its refusal is on record."""
    isi = berkas.getvalue()
    sidik = hashlib.sha256(isi).hexdigest()
    kunci = f"unggah:{berkas.file_id}:{sidik}"
    hasil = _pemeriksaan(gudang, kode_pd, isi, berkas.name, kunci)
    if not hasil.boleh_disimpan and kunci not in _putusan():
        simpan(gudang, Unggahan(kunci, hasil, None), {})
    return Unggahan(kunci, hasil, _putusan().get(kunci))


def lupakan_selain(semua: Sequence[Unggahan]) -> None:
    """Let go of the bytes of files that were taken off the page."""
    ada = {satu.kunci for satu in semua}
    for kunci in [satu for satu in _tersimpan() if satu not in ada]:
        del _tersimpan()[kunci]


def simpan(gudang: Gudang, unggahan: Unggahan, alasan: dict[str, str]) -> None:
    """Hand the file to the store and keep the verdict for this session; a repeat changes nothing."""
    oleh = sesi.pengguna().nama
    putusan = terima(gudang, unggahan.pemeriksaan, alasan, oleh, waktu_kini(), unggahan.kunci)
    if putusan.status != "perlu_alasan":
        _putusan()[unggahan.kunci] = putusan


def tampilkan(gudang: Gudang, unggahan: Unggahan) -> None:
    """The card of one file."""
    hasil = unggahan.pemeriksaan
    with st.container(border=True):
        st.subheader(aman(hasil.nama_berkas), anchor=False)
        st.caption(aman(_milik(hasil)))
        if unggahan.putusan is None:
            _minta_keputusan(gudang, unggahan)
        else:
            _putusan_jadi(hasil, unggahan.putusan)
        if hasil.temuan:
            komponen_temuan.tampilkan(hasil.temuan, _nama(hasil))
        if hasil.realisasi:
            with st.expander("Yang dibaca dari berkas ini"):
                tabel.tampilkan(_tabel_bacaan(hasil))


def _putusan() -> dict[str, Putusan]:
    isi: dict[str, Putusan] = st.session_state.setdefault("putusan_unggahan", {})
    return isi


def _pemeriksaan(gudang: Gudang, kode_pd: str, isi: bytes, nama: str, kunci: str) -> Pemeriksaan:
    """Checked once, and again when the data changed before there is a verdict."""
    tersimpan = _tersimpan()
    versi = gudang.versi_data()
    lama = tersimpan.get(kunci)
    if lama is not None and (lama[0] == versi or kunci in _putusan()):
        return lama[1]
    tersimpan[kunci] = (versi, periksa_berkas(gudang, kode_pd, isi, nama))
    return tersimpan[kunci][1]


def _tersimpan() -> dict[str, tuple[int, Pemeriksaan]]:
    isi: dict[str, tuple[int, Pemeriksaan]] = st.session_state.setdefault("pemeriksaan_unggahan", {})
    return isi


def _milik(hasil: Pemeriksaan) -> str:
    temuan = komponen_temuan.ringkas(hasil.temuan)
    if hasil.identitas is None:
        return f"Bukan format data yang dikenal · {temuan}"
    return f"{hasil.nama_unit or hasil.identitas.kode_unit} · {hasil.identitas.periode.nama} · {temuan}"


def _minta_keputusan(gudang: Gudang, unggahan: Unggahan) -> None:
    hasil = unggahan.pemeriksaan
    kurang = hasil.perlu_alasan({})
    terisi = sum(satu.keadaan == "terisi" for satu in hasil.realisasi)
    uang = sum(satu.rupiah is not None for satu in hasil.anggaran)
    baca = (
        f"Terisi {terisi} dari {len(hasil.realisasi)} indikator dan {uang} dari {len(hasil.anggaran)} baris anggaran."
    )
    if not kurang:
        st.info(f"{baca} Siap diterima.", icon=":material/task_alt:")
        if st.button("Terima", key=f"terima_{unggahan.kunci}", type="primary", icon=":material/check:"):
            _terima_lalu_ulang(gudang, unggahan, {})
        return
    st.warning(f"{baca} Dapat diterima setelah peringatan diberi alasan.", icon=":material/help:")
    alasan = komponen_temuan.tanya_alasan(kurang, _nama(hasil), unggahan.kunci)
    if alasan is not None and hasil.perlu_alasan(alasan):
        st.error("Masih ada peringatan yang alasannya kosong.", icon=":material/error:")
    elif alasan is not None:
        _terima_lalu_ulang(gudang, unggahan, alasan)


def _terima_lalu_ulang(gudang: Gudang, unggahan: Unggahan, alasan: dict[str, str]) -> None:
    simpan(gudang, unggahan, alasan)
    st.rerun()


def _putusan_jadi(hasil: Pemeriksaan, putusan: Putusan) -> None:
    if putusan.status == "ditolak":
        bersel = any(satu.sel for satu in hasil.temuan)
        lalu = "Perbaiki sel yang disebut, simpan, lalu unggah lagi." if bersel else "Unggah format data dari Capaian."
        st.error(f"{aman(putusan.pesan)} {lalu}", icon=":material/block:")
        return
    if putusan.status == "sudah_ada":
        st.info(aman(putusan.pesan), icon=":material/content_copy:")
    else:
        st.success(aman(putusan.pesan), icon=":material/check_circle:")
    if putusan.perbedaan:
        tabel.tampilkan(_tabel_perbedaan(hasil, putusan))
    if hasil.identitas is not None:
        alamat = {"tahun": str(hasil.identitas.tahun), "triwulan": str(hasil.identitas.triwulan)}
        kosong.tautan("evaluasi-iku", "Lihat evaluasi IKU periode ini", alamat)


def _nama(hasil: Pemeriksaan) -> dict[str, str]:
    return {satu.kode_indikator: satu.nama for satu in hasil.realisasi}


def _tabel_perbedaan(hasil: Pemeriksaan, putusan: Putusan) -> Tabel:
    nama = _nama(hasil) | {satu.kode_simpul: satu.nama for satu in hasil.anggaran}
    baris = tuple(
        BarisTabel((nama.get(satu.kode, satu.kode), satu.jenis, satu.sebelum or "kosong", satu.sesudah or "kosong"))
        for satu in putusan.perbedaan
    )
    kolom = (Kolom("Perubahan terhadap versi sebelumnya"), Kolom("Jenis"), Kolom("Sebelum"), Kolom("Sesudah"))
    return Tabel("Perubahan terhadap versi sebelumnya", kolom, baris)


def _tabel_bacaan(hasil: Pemeriksaan) -> Tabel:
    kolom = (Kolom("Indikator atau sub kegiatan"), Kolom("Sel"), Kolom("Dibaca"), Kolom("Keadaan atau alasan"))
    indikator = tuple(
        BarisTabel((satu.nama, f"{satu.lembar}!{satu.sel}", satu.tulis(), satu.alasan or NAMA_KEADAAN[satu.keadaan]))
        for satu in hasil.realisasi
    )
    uang = tuple(
        BarisTabel(
            (
                satu.nama,
                f"{satu.lembar}!{satu.sel}",
                "" if satu.rupiah is None else tulis_rupiah(satu.rupiah),
                satu.alasan or "",
            )
        )
        for satu in hasil.anggaran
    )
    return Tabel("Yang dibaca", kolom, (*indikator, *uang))
