"""The SOP board of a periode on a page, and the units with completeness and timeliness apart."""

from __future__ import annotations

import streamlit as st

from analytics.aturan.periode import tulis_tanggal
from analytics.papan.papan import Papan, susun_papan
from analytics.papan.tabel_papan import tabel_papan, tabel_unit
from analytics.papan.tenggat import KetepatanUnit, ringkas_kelengkapan, ringkas_ketepatan, susun_ketepatan
from analytics.sistem import waktu_kini
from analytics.sop.hari_kerja import baca_kalender
from pages.komponen import kartu, sesi, tabel, tanya
from pages.komponen.ingatan import ingat
from pages.komponen.kartu import Kartu
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman


def ambil(saring: Saringan) -> Papan:
    """The board of the choice as it stands today."""
    kini = waktu_kini()
    kunci = ("papan", *tanya.kunci_saringan(saring.hidup))
    return ingat(
        saring.gudang, saring.kode_pd, kunci, lambda: susun_papan(saring.penanya, saring.kode_pd, saring.periode, kini)
    )


def ketepatan(saring: Saringan) -> tuple[KetepatanUnit, ...]:
    """Completeness and timeliness of every unit today."""
    penanya, kini, unit = saring.penanya, waktu_kini(), tanya.lengkap(saring).unit
    return ingat(
        saring.gudang,
        saring.kode_pd,
        ("ketepatan", *tanya.kunci_saringan(saring.hidup)),
        lambda: susun_ketepatan(penanya, saring.kode_pd, saring.periode, unit, kini, baca_kalender(penanya)),
    )


def unit_sendiri(saring: Saringan) -> frozenset[str] | None:
    """The units that who is in is confined to; None: all of them."""
    siapa = sesi.pengguna()
    return siapa.unit_sendiri(saring.kode_pd) if siapa else frozenset()


def tampilkan(saring: Saringan) -> None:
    """The twelve steps: state, whose turn, working days used, loops, paper."""
    papan = ambil(saring)
    st.subheader(f"Papan SOP {saring.periode.nama}", anchor=False)
    st.markdown(aman(papan.kalimat))
    papan_langkah = tanya.olahan(saring.hidup, "papan", lambda: tabel_papan(papan))
    tabel.tampilkan(papan_langkah, rupa="ringkas", tetap=True)
    catatan(papan)


def catatan(papan: Papan) -> None:
    """How days are counted, and what the board does not know."""
    bagian = ["Hari kerja dihitung mulai hari berikutnya, tanpa Sabtu, Minggu, hari libur nasional, dan cuti bersama."]
    if papan.tanpa_alur:
        bagian.append(f"Diterima tanpa alur, sehingga tidak dihitung waktunya: {', '.join(papan.tanpa_alur)}.")
    st.caption(aman(" ".join([*bagian, *([papan.catatan] if papan.catatan else [])])))


def unit(saring: Saringan) -> None:
    """What the units filled in and whether they sent in time, as two figures and a table."""
    semua = ketepatan(saring)
    st.subheader(f"Kelengkapan dan ketepatan unit {saring.periode.nama}", anchor=False)
    tenggat = next((unit_tepat.tenggat for unit_tepat in semua if unit_tepat.tenggat), None)
    batas = f"tenggat {tulis_tanggal(tenggat)}" if tenggat else "tenggat surat belum ditetapkan"
    kartu.tampilkan(
        Kartu("Kelengkapan", ringkas_kelengkapan(semua), "isian wajib sudah terisi"),
        Kartu("Ketepatan", ringkas_ketepatan(semua), f"unit mengirim tepat waktu; {batas}"),
    )
    milik = sorted(unit_sendiri(saring) or ())
    tabel_ketepatan = tanya.olahan(saring.hidup, f"unit {milik}", lambda: tabel_unit(semua, milik))
    tabel.tampilkan(tabel_ketepatan, tetap=True)
