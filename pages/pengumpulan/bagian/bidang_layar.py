"""The fields of *Isi di layar*: the rows of the unit's format, what stands in them, and what the check says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from analytics.aturan.angka import tulis_rupiah
from analytics.aturan.capaian import Target
from analytics.aturan.istilah import BUKTI_WAJIB
from analytics.aturan.pecahan import tulis_laporan
from analytics.aturan.periode import NAMA_KEADAAN, ROMAWI
from analytics.lembar.bentuk.bahan import IndikatorFormat, SimpulFormat
from analytics.lembar.bentuk.format import JENIS_NARASI, kolom_realisasi, tulis_cara_isi
from analytics.lembar.layar.buku_layar import gema
from analytics.lembar.layar.draf import IsianLayar
from analytics.temuan.butir import Temuan
from pages.komponen.teks import aman
from pages.pengumpulan.bagian.meja_layar import Meja

_PANJANG_ANGKA: Final = 60
_PANJANG_TEKS: Final = 2000
_SEBUTAN: Final = {"galat": "**✖ Galat.**", "peringatan": "**⚠ Pertanyaan.**", "info": "ℹ"}
IsianBaris = dict[str, dict[str, str]]


def bidang(meja: Meja) -> IsianLayar:
    """Draw the fields; what stands in them now."""
    diminta = [indikator for indikator in meja.bahan.indikator if indikator.wajib]
    lain = [indikator for indikator in meja.bahan.indikator if not indikator.wajib]
    realisasi: IsianBaris = {}
    for indikator in diminta:
        realisasi[indikator.kode] = _indikator(meja, indikator)
    if lain:
        with st.expander(f"{len(lain)} indikator yang tidak diminta triwulan ini"):
            for indikator in lain:
                realisasi[indikator.kode] = _indikator(meja, indikator)
    anggaran = {simpul.kode: _simpul(meja, simpul) for simpul in _berjudul(meja.bahan.simpul)}
    _tanpa_baris(meja)
    return IsianLayar(realisasi, anggaran).rapi


def _berjudul(simpul: Sequence[SimpulFormat]) -> Sequence[SimpulFormat]:
    if simpul:
        st.subheader("Anggaran", anchor=False)
    return simpul


def _indikator(meja: Meja, indikator: IndikatorFormat) -> dict[str, str]:
    awal = meja.isian_awal.realisasi.get(indikator.kode, {})
    hasil: dict[str, str] = {}
    with st.container(border=True):
        st.markdown(f"**{aman(indikator.nama)}** ({aman(indikator.satuan)})")
        st.caption(aman(_keterangan(meja, indikator)))
        # Capaian is computed; where a workbook brought one, it stays to be seen, and to be put right.
        angka = (*indikator.kolom_nilai, *(("capaian",) if awal.get("capaian") else ()))
        tempat = st.columns([*(1 for _ in angka), 2])
        for kunci, kolom in zip(angka, tempat, strict=False):
            with kolom:
                hasil[kunci] = _angka(meja, indikator, kunci, awal)
        with tempat[-1]:
            hasil["alasan"] = _teks(meja, indikator.kode, "alasan", _judul(meja)["alasan"], awal)
        _temuan(meja, indikator.kode)
        terisi = sum(bool(awal.get(jenis)) for jenis in JENIS_NARASI)
        with st.expander(f"Faktor, tindak lanjut, dan bukti ({terisi} dari {len(JENIS_NARASI)} terisi)"):
            for jenis in JENIS_NARASI:
                hasil[jenis] = _teks(meja, indikator.kode, jenis, _judul(meja)[jenis], awal, panjang=True)
    return hasil


def _judul(meja: Meja) -> Mapping[str, str]:
    """The headings of the columns in the workbook, by key."""
    periode = meja.unit.periode
    return {kolom.kunci: kolom.tulis_judul(periode) for kolom in kolom_realisasi(periode.triwulan)}


def _keterangan(meja: Meja, indikator: IndikatorFormat) -> str:
    """Its code, how it is filled in, its targets with their kinds, and what was reported before."""
    periode = meja.unit.periode
    target = [
        f"target TW {ROMAWI[periode.triwulan]}: {_target(indikator.target_triwulan)}",
        f"target tahun {periode.tahun}: {_target(indikator.target_tahun)}",
    ]
    lalu = [f"TW {ROMAWI[triwulan]}: {_laporan(indikator, triwulan)}" for triwulan in sorted(indikator.lalu)]
    cara = tulis_cara_isi(indikator).replace("\n", "; ")
    tidak = [] if indikator.wajib else [NAMA_KEADAAN[indikator.bila_kosong]]
    bukti = [BUKTI_WAJIB] if indikator.bukti_wajib else []
    kata = " atau ".join(f"“{sebutan}”" for sebutan in indikator.kata_nilai)
    boleh = [f"boleh juga {kata}"] if kata else []
    return " · ".join([indikator.kode, *tidak, *bukti, cara, *target, *lalu, *boleh])


def _target(target: Target) -> str:
    return "tidak ada" if target.kosong else target.tulis()


def _laporan(indikator: IndikatorFormat, triwulan: int) -> str:
    laporan = indikator.lalu[triwulan]
    return tulis_laporan(laporan.nilai, laporan.pembilang, laporan.penyebut, laporan.peringkat) or "–"


def _angka(meja: Meja, indikator: IndikatorFormat, kunci: str, awal: Mapping[str, str]) -> str:
    """The field of a value, with how it is understood below it."""
    nama = {"pembilang": indikator.pembilang, "penyebut": indikator.penyebut}.get(kunci)
    label = f"{kunci.capitalize()}: {nama}" if nama else _judul(meja)[kunci]
    if indikator.pilihan and kunci == "realisasi":
        return _peringkat(meja, indikator, label, awal.get(kunci, ""))
    kata = indikator.kata_nilai if kunci in indikator.kolom_nilai else ()
    return _ketikan(label, awal.get(kunci, ""), meja.kunci(indikator.kode, kunci), kata)


def _ketikan(label: str, awal: str, kunci: str, kata: Sequence[str] = (), *, rupiah: bool = False) -> str:
    """A field for a number, with how it is understood below it."""
    tulisan = st.text_input(aman(label), awal, key=kunci, max_chars=max(_PANJANG_ANGKA, len(awal)))
    if dibaca := gema(tulisan, kata, rupiah=rupiah):
        st.caption(aman(dibaca))
    return tulisan


def _peringkat(meja: Meja, indikator: IndikatorFormat, label: str, awal: str) -> str:
    dikenal = ("", *indikator.pilihan, *indikator.kata_nilai)
    pilihan = dikenal if awal in dikenal else (*dikenal, awal)
    dipilih: str = st.selectbox(
        aman(label),
        pilihan,
        index=pilihan.index(awal),
        key=meja.kunci(indikator.kode, "realisasi"),
        format_func=lambda peringkat: peringkat or "belum diisi",
    )
    return dipilih


def _teks(meja: Meja, kode: str, kunci: str, label: str, awal: Mapping[str, str], *, panjang: bool = False) -> str:
    gambar = st.text_area if panjang else st.text_input
    tulisan = awal.get(kunci, "")
    batas = max(_PANJANG_TEKS, len(tulisan))
    return str(gambar(label, tulisan, key=meja.kunci(kode, kunci), max_chars=batas) or "")


def _simpul(meja: Meja, simpul: SimpulFormat) -> dict[str, str]:
    awal = meja.isian_awal.anggaran.get(simpul.kode, {})
    hasil: dict[str, str] = {}
    with st.container(border=True):
        st.markdown(f"**{aman(simpul.nama)}** ({aman(simpul.kode)})")
        pagu = "tidak ada" if simpul.pagu is None else tulis_rupiah(simpul.pagu)
        lalu = "belum ada" if simpul.lalu is None else tulis_rupiah(simpul.lalu)
        st.caption(aman(f"pagu {meja.unit.periode.tahun}: {pagu} · realisasi s/d triwulan sebelumnya: {lalu}"))
        kiri, kanan = st.columns([1, 2])
        with kiri:
            label = f"Realisasi s/d {meja.unit.periode.singkat} (Rp)"
            hasil["rupiah"] = _ketikan(label, awal.get("rupiah", ""), meja.kunci(simpul.kode, "rupiah"), rupiah=True)
        with kanan:
            hasil["alasan"] = _teks(meja, simpul.kode, "alasan", _judul(meja)["alasan"], awal)
        _temuan(meja, simpul.kode)
    return hasil


def _temuan(meja: Meja, kode: str) -> None:
    """What the last check said of this row, each finding with its advice."""
    for temuan in meja.lembaran.temuan:
        if temuan.kode_baris == kode:
            st.markdown(_kalimat(temuan))


def _tanpa_baris(meja: Meja) -> None:
    for temuan in meja.lembaran.temuan:
        if temuan.kode_baris is None:
            st.markdown(_kalimat(temuan))


def _kalimat(temuan: Temuan) -> str:
    return f"{_SEBUTAN[temuan.tingkat]} {aman(f'{temuan.pesan} {temuan.saran}'.strip())}"
