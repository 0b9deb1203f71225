"""Corrections on a page: the list that the units see too, and the form of the Sekretaris."""

from __future__ import annotations

from typing import Final

import streamlit as st

from analytics.alur.koreksi import (
    NAMA_KEADAAN_KOREKSI,
    FaktaDikoreksi,
    KoreksiTercatat,
    Usul,
    baca_baru,
    daftar_fakta,
    daftar_pengulang,
    koreksi,
)
from analytics.alur.koreksi import daftar_koreksi as baca_daftar
from analytics.aturan.periode import Periode, tulis_waktu
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.langkah import cari_langkah
from analytics.sop.objek import Objek
from pages.komponen import sesi, tabel, tanya, tindakan
from pages.komponen.ingatan import PenanyaIngat
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman

_KOLOM: Final = (
    Kolom("Yang dikoreksi", lebar=40),
    Kolom("Unit", lebar=24),
    Kolom("Semula", lebar=16),
    Kolom("Menjadi", lebar=16),
    Kolom("Alasan", lebar=40),
    Kolom("Oleh", lebar=28),
    Kolom("Keadaan", lebar=24),
)


def daftar_koreksi(gudang: Gudang, kode_pd: str, periode: Periode, kode_unit: str | None = None) -> None:
    """What the Sekretaris corrected of the figures of a periode, of one unit or of all; nothing when there is none."""
    semua = baca_daftar(PenanyaIngat(gudang, kode_pd), kode_pd, periode, kode_unit)
    if not semua:
        return
    st.subheader(aman(f"Koreksi Sekretaris atas {periode.nama}"), anchor=False)
    gugur = sum(tercatat.keadaan == "gugur" for tercatat in semua)
    if gugur:
        st.warning(
            f"{gugur} koreksi gugur: unit mengirim versi yang lebih baru sesudah koreksi itu. Angka yang berlaku "
            "adalah kiriman terbaru. Bila angkanya masih keliru, koreksi lagi.",
            icon=":material/history:",
        )
    tabel.tampilkan(Tabel("Koreksi", _KOLOM, tuple(map(_baris, semua))))
    st.caption("Kiriman unit tidak diubah; koreksi diletakkan di atasnya dan tercatat dengan alasannya.")


def milik_saya(saring: Saringan, *, hanya_unit: bool = False) -> None:
    """The corrections that concern who is in: those of the own units, of all for others (`hanya_unit`: none)."""
    siapa = sesi.pengguna()
    unit = None if siapa is None else siapa.unit_sendiri(saring.kode_pd)
    semua = () if hanya_unit else (None,)
    for kode_unit in semua if unit is None else sorted(unit):
        daftar_koreksi(saring.gudang, saring.kode_pd, saring.periode, kode_unit)


def formulir(gudang: Gudang, objek: Objek) -> None:
    """The form that corrects one figure, for who may do that now; what is typed is read aloud before it is sent."""
    if cari_langkah("koreksi") not in tindakan.boleh(gudang, objek):
        return
    kini = tanya.kedudukan(gudang, objek)
    semua = daftar_fakta(PenanyaIngat(gudang, objek.kode_pd), objek.kode_pd, Periode(objek.tahun, objek.triwulan))
    fakta = {f"{angka.jenis}:{angka.kode}": angka for angka in semua if angka.terverifikasi}
    with st.expander("Koreksi sebuah angka", icon=":material/edit:"):
        kode = st.selectbox(
            "Angka",
            list(fakta),
            None,
            format_func=lambda pilihan: _sebut(fakta[pilihan]),
            placeholder="pilih angka …",
            key="koreksi_angka",
        )
        if kode is None:
            return
        dipilih = fakta[kode]
        kunci = f"{dipilih.kode}_{kini.versi}"
        ikut = f" (berlaku juga untuk {', '.join(dipilih.serentak)})" if dipilih.serentak else ""
        st.markdown(aman(f"Sekarang: {dipilih.tulisan}{ikut}"))
        baru = st.text_input(aman(f"Nilai baru: {dipilih.cara_tulis}"), key=f"baru_{kunci}", max_chars=80)
        alasan = st.text_area("Alasan (wajib)", key=f"alasan_{kunci}", max_chars=1000, height=80)
        if baru:
            _bacakan(dipilih, baru)
            for pengulang in daftar_pengulang(PenanyaIngat(gudang, objek.kode_pd), objek, dipilih):
                st.info(aman(pengulang.kalimat))
        if st.button("Koreksi angka ini", type="primary", key=f"koreksi_{kunci}"):
            usul = Usul(dipilih.jenis, dipilih.kode, dipilih.tulisan, baru, alasan)
            tindakan.simpan_hasil(koreksi(gudang, sesi.pelaku(), objek, kini.versi, usul, waktu_kini()))


def _bacakan(fakta: FaktaDikoreksi, teks: str) -> None:
    bacaan = baca_baru(fakta, teks)
    if isinstance(bacaan, str):
        st.error(aman(bacaan))
        return
    st.info(aman(f"Dibaca {bacaan.pada(fakta).tulisan}, menggantikan {fakta.tulisan}."))
    for pertanyaan in bacaan.tanya:
        st.warning(aman(f"{pertanyaan} Jelaskan pada alasan."))


def _sebut(fakta: FaktaDikoreksi) -> str:
    apa = "realisasi anggaran " if fakta.jenis == "anggaran" else ""
    return f"{fakta.kode} · {apa}{fakta.nama} · {fakta.nama_unit} · {fakta.tulisan}"


def _baris(tercatat: KoreksiTercatat) -> BarisTabel:
    oleh = f"{tercatat.oleh}, {tulis_waktu(tercatat.dikoreksi_pada)}"
    keadaan = NAMA_KEADAAN_KOREKSI[tercatat.keadaan]
    sel = (
        f"{tercatat.nama} ({tercatat.kode})",
        tercatat.nama_unit,
        tercatat.lama,
        tercatat.baru,
        tercatat.alasan,
        oleh,
        keadaan,
    )
    return BarisTabel(sel, "peringatan" if tercatat.keadaan == "gugur" else "")
