from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

import streamlit as st

from analytics.atur.aturan import BAGIAN, UbahAturan, daftar_aturan, tulis_aturan
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.rencana.baris import AturanRencana
from analytics.sistem import waktu_kini
from pages.komponen import kosong, tabel
from pages.komponen.saring import pilih_daftar, pilih_ruas
from pages.pengaturan.bagian import pengaturan

KOLOM = (Kolom("Tahun", lebar=10), Kolom("Aturan", lebar=80), Kolom("Alasan perubahan", lebar=40))


def _baris(per_tahun: Mapping[int, AturanRencana]) -> Iterator[BarisTabel]:
    """One row for the years in a row that have the same rule."""
    for (aturan, alasan), sama in groupby(
        per_tahun.items(), lambda setahun: (tulis_aturan(setahun[1]), setahun[1].alasan)
    ):
        tahun = [str(nomor) for nomor, _ in sama]
        yield BarisTabel(("–".join(dict.fromkeys((tahun[0], tahun[-1]))), aturan, alasan))


def _formulir(kode: str, tahun: int, kini: AturanRencana) -> None:
    st.subheader(f"Ubah aturan {tahun}", anchor=False)
    with st.form(f"aturan_{kode}_{tahun}"):
        dipilih = {}
        for kolom, (bagian, (judul, pilihan)) in zip(st.columns(len(BAGIAN)), BAGIAN.items(), strict=True):
            nama = {pilihan_aturan.kode: pilihan_aturan.nama for pilihan_aturan in pilihan}
            letak = list(nama).index(getattr(kini, bagian))
            kunci = f"{bagian}_{kode}_{tahun}"
            dipilih[bagian] = kolom.selectbox(judul, list(nama), letak, format_func=nama.__getitem__, key=kunci)
        st.caption("Pembilang, penyebut, faktor, dan skala peringkat datang bersama impor rencana.")
        alasan = st.text_area("Alasan", max_chars=1000)
        if st.form_submit_button("Lihat akibatnya", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(UbahAturan(alasan, kode, tahun, **dipilih))


ruang = pengaturan.buka()
semua = daftar_aturan(ruang.penanya, ruang.kode_pd)
if not semua:
    pengaturan.tulis_kepala(ruang, "Belum ada indikator, sehingga belum ada aturan")
    kosong.pesan("Indikator masuk bersama buku kerja rencana.", "rencana", "Buka halaman Rencana")
    st.stop()
nama = {kode: f"{kode} · {aturan.nama}" for kode, aturan in semua.items()}
kode = pilih_daftar("Indikator", "indikator", nama, next(iter(nama)))
per_tahun = semua[kode].per_tahun
awal = min(max(waktu_kini().year, min(per_tahun)), max(per_tahun))
tahun = int(pilih_ruas("Tahun", "tahun", [str(nomor) for nomor in per_tahun], str(awal)))
diubah = sum(aturan.alasan is not None for aturan in per_tahun.values())
pengaturan.tulis_kepala(ruang, f"Aturan {kode} berlaku untuk {len(per_tahun)} tahun, {diubah} di antaranya diubah")
tabel.tampilkan(Tabel("Aturan menurut tahun", KOLOM, tuple(_baris(per_tahun))))
if ruang.boleh:
    _formulir(kode, tahun, per_tahun[tahun])
pengaturan.tinjau(ruang, UbahAturan)
pengaturan.tampilkan_riwayat(ruang, "aturan")
