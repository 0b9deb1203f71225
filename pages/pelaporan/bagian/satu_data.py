"""The checklist of step 9 on a page, and what was recorded of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.alur.lampiran import JENIS, BerkasLampiran, periksa_lampiran
from analytics.alur.perintah import Perintah, terapkan
from analytics.alur.persetujuan import riwayat_dokumen
from analytics.aturan.periode import tulis_waktu
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.langkah import cari_langkah
from analytics.sop.objek import Objek
from analytics.sop.satu_data import BUTIR, ButirPeriksa
from pages.komponen import sesi, tabel, tanya, tindakan
from pages.komponen.ingatan import PenanyaIngat
from pages.komponen.teks import aman


def formulir(gudang: Gudang, objek: Objek) -> None:
    """The checklist, for who may record the input now."""
    langkah = cari_langkah("input_satu_data")
    if langkah not in tindakan.boleh(gudang, objek):
        return
    kini = tanya.kedudukan(gudang, objek)
    with st.container(border=True), st.form(f"satu_data_{objek.id}", border=False):
        st.subheader("Daftar periksa", anchor=False)
        isian = {butir.kunci: _tanya(butir) for butir in BUTIR}
        catatan = st.text_area("Catatan", key="satu_data_catatan", max_chars=1000, height=80)
        diterima = ", ".join(sebutan for _, sebutan in JENIS.values())
        bukti = st.file_uploader(
            f"Bukti pengisian, bila ada ({diterima})",
            type=list(JENIS),
            accept_multiple_files=True,
            key="satu_data_bukti",
        )
        ditekan = st.form_submit_button(langkah.nama, type="primary", key="satu_data_catat")
    berkas = _periksa(bukti) if ditekan else None
    if berkas is not None:
        perintah = Perintah(langkah.aksi, objek, kini.versi, catatan, berkas=berkas, daftar_periksa=isian)
        tindakan.simpan_hasil(terapkan(gudang, sesi.pelaku(), perintah, waktu_kini()))


def catatan(gudang: Gudang, objek: Objek) -> None:
    """What was recorded: every answer of the checklist, by whom and when, for every revisi."""
    for perpindahan in riwayat_dokumen(PenanyaIngat(gudang, objek.kode_pd), objek):
        if perpindahan.aksi != "input_satu_data":
            continue
        terjawab: dict[str, Any] = json.loads(perpindahan.rincian).get("daftar_periksa", {})
        st.subheader(
            aman(f"Tercatat {tulis_waktu(perpindahan.waktu)} oleh {perpindahan.siapa}, revisi {perpindahan.revisi}"),
            anchor=False,
        )
        baris = tuple(BarisTabel((nama, str(jawaban))) for nama, jawaban in terjawab.items())
        tabel.tampilkan(
            Tabel("Daftar periksa", (Kolom("Butir", lebar=44), Kolom("Isi", lebar=40)), baris), rupa="ringkas"
        )
        if perpindahan.catatan:
            st.caption(aman(perpindahan.catatan))


def _tanya(butir: ButirPeriksa) -> bool | str | date | None:
    kunci = f"satu_data_{butir.kunci}"
    if butir.jenis == "centang":
        return st.checkbox(butir.label, key=kunci)
    if butir.jenis == "tanggal":
        hari = st.date_input(butir.label, None, key=kunci, format="DD/MM/YYYY")
        return hari if isinstance(hari, date) else None
    return st.text_input(butir.label, key=kunci, max_chars=500, placeholder="https://…")


def _periksa(bukti: list[UploadedFile]) -> tuple[BerkasLampiran, ...] | None:
    """The proofs, or None after the sentence why one of them cannot be taken."""
    hasil = [periksa_lampiran(berkas.name, berkas.getvalue()) for berkas in bukti]
    salah = [lampiran for lampiran in hasil if isinstance(lampiran, str)]
    for kalimat in salah:
        st.error(aman(kalimat))
    return None if salah else tuple(lampiran for lampiran in hasil if isinstance(lampiran, BerkasLampiran))
