"""Broken workbooks of the corpus on their way back: the format in force, filled, marked, mended, and sent again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from xml.sax.saxutils import escape

import pytest

from analytics.aturan.teks import bersihkan, sebaris
from analytics.lembar.bentuk.bahan import BahanFormat
from analytics.lembar.bentuk.ketikan import Ketikan
from analytics.lembar.bentuk.susun import tulis_format
from analytics.lembar.kembali.kiriman_kembali import Pengembalian
from analytics.lembar.kembali.paket import tulis_kembali
from analytics.lembar.kembali.pindahan import IsianPindah, LetakIsian, kolom_terbuka, pindahkan
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, Pembaca
from analytics.temuan.butir import Temuan
from data.gudang import Gudang
from tests.alat.kembali import pengembalian
from tests.alat.korpus.kantor import KODE_PD, PADA, buku_baik, isi_gudang
from tests.alat.korpus.kasus import ANGGARAN, REALISASI, Kasus
from tests.alat.korpus.makna import MAKNA
from tests.alat.korpus.sel import SEL
from tests.alat.korpus.susunan import SUSUNAN
from tests.alat.kosong import gudang_berisi

_MAKNA: Final = frozenset(
    {
        *("belum_ada_data", "anggaran_kosong", "realisasi_beda", "jumlah_beda", "pecahan_persen", "penyebut_beda"),
        *("nol_semua", "rupiah_nol", "realisasi_nol", "keterangan_dicatat"),
    }
)
"""Questions about meaning that stand elsewhere than in a cell of one value, or are settled in their own way; all others
go back as these do."""
_PERTAMA: Final = tuple(
    {
        kasus.kode: kasus
        for kasus in (*reversed(SUSUNAN), *reversed(SEL), *(kasus for kasus in MAKNA if kasus.kode in _MAKNA))
    }.values()
)
"""One case of every rule about sheets, rows and cells."""
_NILAI: Final = ("pembilang", "penyebut", "realisasi", "rupiah")


@dataclass
class MejaKembali:
    """One store with the office of the corpus, and what stands in its good workbooks."""

    gudang: Gudang
    pembaca: Pembaca
    _baik: dict[tuple[str, int], bytes] = field(default_factory=dict)
    _hasil_baik: dict[tuple[str, int], HasilPeriksa] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._pemeriksa = PemeriksaBerkas(self.gudang, KODE_PD, self.pembaca)

    def baik(self, kasus: Kasus) -> bytes:
        """The good workbook that a case breaks."""
        kunci = kasus.unit, kasus.triwulan
        if kunci not in self._baik:
            self._baik[kunci] = buku_baik(self.gudang, *kunci)
        return self._baik[kunci]

    def periksa(self, isi: bytes, kasus: Kasus | None = None) -> HasilPeriksa:
        """Check a workbook as the case asks for it."""
        unit, periode = kasus.minta if kasus else (None, None)
        return self._pemeriksa.periksa(isi, "kiriman.xlsx", kode_unit=unit, periode=periode)

    def ketikan_baik(self, kasus: Kasus, bahan: BahanFormat) -> Mapping[LetakIsian, Ketikan]:
        """What stands in the good workbook."""
        kunci = kasus.unit, kasus.triwulan
        if kunci not in self._hasil_baik:
            self._hasil_baik[kunci] = self.periksa(self.baik(kasus))
        buku = self._hasil_baik[kunci].buku
        assert isinstance(buku, BukuTerbaca)
        return pindahkan(buku, bahan).ketikan


@pytest.fixture(scope="module")
def meja(pembaca: Pembaca) -> Iterator[MejaKembali]:
    gudang = gudang_berisi(isi_gudang)
    yield MejaKembali(gudang, pembaca)
    gudang.tutup()


@pytest.fixture
def meja_kasus(kasus: Kasus, meja: MejaKembali) -> Iterator[MejaKembali]:
    """The shared table, or one of its own for a case that changes the plan after the workbook was made."""
    if kasus.rencana is None:
        yield meja
        return
    lain = MejaKembali(gudang_berisi(isi_gudang), meja.pembaca)
    lain.baik(kasus)
    kasus.rencana(lain.gudang)
    yield lain
    lain.gudang.tutup()


@pytest.mark.parametrize("kasus", _PERTAMA, ids=lambda kasus: kasus.nama)
def test_a_broken_workbook_comes_back_readable_marked_and_mendable(kasus: Kasus, meja_kasus: MejaKembali) -> None:
    hasil = meja_kasus.periksa(kasus.rusakkan(meja_kasus.baik(kasus)), kasus)
    kembali = pengembalian(meja_kasus.gudang, hasil)
    assert kembali.bahan is not None
    assert kembali.buku is not None
    isi = tulis_kembali(kembali, kembali.buku, kembali.bahan)
    pindahan = pindahkan(kembali.buku, kembali.bahan)
    lagi = meja_kasus.periksa(isi)
    _bandingkan_bacaan(hasil, lagi, pindahan)
    _periksa_tanda(isi, lagi, kembali)
    if hasil.identitas is None or hasil.identitas.kode_unit != kasus.unit:
        return
    diperbaiki = _perbaiki(kembali, pindahan, meja_kasus.ketikan_baik(kasus, kembali.bahan))
    bersih = meja_kasus.periksa(tulis_format(kembali.bahan, PADA, replace(pindahan, ketikan=diperbaiki).susun_isian()))
    assert bersih.boleh_disimpan, bersih.temuan
    menunggu = {butir.temuan.kunci for butir in kembali.temuan if butir.kelompok == "kasubbag"}
    assert {temuan.kunci for temuan in bersih.perlu_alasan({})} <= menunggu


def _bandingkan_bacaan(lama: HasilPeriksa, baru: HasilPeriksa, pindahan: IsianPindah) -> None:
    """Every cell that went over reads as it did in the sender's file."""
    terbaca = {(letak.kode, letak.kunci) for letak, sel in pindahan.asal.items() if sel.jenis not in {"rumus", "galat"}}
    dulu, kini = _ucapan(lama), _ucapan(baru)
    assert {kunci: dulu[kunci] for kunci in terbaca & dulu.keys()} == {
        kunci: kini[kunci] for kunci in terbaca & dulu.keys()
    }


def _ucapan(hasil: HasilPeriksa) -> dict[tuple[str, str], object]:
    """What a checked workbook says in its cells, by code and key."""
    kata: dict[tuple[str, str], object] = {}
    for baris in hasil.realisasi:
        kata |= {(baris.kode_indikator, kunci): getattr(baris, kunci) for kunci in ("pembilang", "penyebut", "alasan")}
        kata[baris.kode_indikator, "realisasi"] = baris.nilai, baris.peringkat
        kata.update({(baris.kode_indikator, narasi.jenis): narasi.isi for narasi in baris.narasi})
    for uang in hasil.anggaran:
        kata |= {(uang.kode_simpul, "rupiah"): uang.rupiah, (uang.kode_simpul, "alasan"): uang.alasan}
    return kata


def _periksa_tanda(isi: bytes, baru: HasilPeriksa, kembali: Pengembalian) -> None:
    """Every finding stands on sheet TEMUAN, and what is asked about a cell is marked and noted there."""
    assert baru.buku is not None
    temuan = {sel.teks for sel in baru.buku.lembar["TEMUAN"].sel.values()}
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        semua = {nama: arsip.read(nama).decode() for nama in arsip.namelist() if nama.endswith(".xml")}
    for butir in kembali.temuan:
        assert bersihkan(butir.temuan.pesan) in temuan
        lembar, kode = butir.temuan.lembar or "", butir.temuan.kode_baris or ""
        if butir.kelompok != "unit" or kembali.bahan is None or lembar not in {REALISASI, ANGGARAN}:
            continue
        if butir.temuan.kolom in kolom_terbuka(lembar, kembali.bahan).get(kode, ()):
            sel = _alamat(baru.buku.lembar[lembar], kode, butir.temuan.kolom or "")
            nomor = 3 if lembar == REALISASI else 4
            assert f'<conditionalFormatting sqref="{sel}">' in semua[f"xl/worksheets/sheet{nomor}.xml"]
            catatan = "".join(bagian for nama, bagian in semua.items() if nama.startswith("xl/comments"))
            assert escape(sebaris(butir.temuan.pesan)) in catatan


def _alamat(lembar: LembarTerbaca, kode: str, kunci: str) -> str:
    """Where the cell of a row stands, read without the program's own search."""
    baris = dict(lembar.baris())
    kepala = next(sel for sel in baris.values() if {"kode", "alasan"} <= {isian.teks for isian in sel.values()})
    huruf = {sel.teks: kolom for kolom, sel in kepala.items()}
    nomor = next(nomor for nomor, sel in baris.items() if huruf["kode"] in sel and sel[huruf["kode"]].teks == kode)
    return f"{huruf[kunci]}{nomor}"


def _perbaiki(
    kembali: Pengembalian, pindahan: IsianPindah, baik: Mapping[LetakIsian, Ketikan]
) -> dict[LetakIsian, Ketikan]:
    """What the unit types where something is asked: what the good workbook has there, and a reason beside it."""
    ketikan = dict(pindahan.ketikan)
    for butir in kembali.temuan:
        for letak in _diminta(butir.temuan, pindahan, baik) if butir.kelompok == "unit" else ():
            ketikan[letak] = baik.get(letak)
            if butir.temuan.tingkat == "peringatan":
                ketikan[LetakIsian(letak.lembar, letak.kode, "alasan")] = "sudah diperiksa ke seksi"
    return ketikan


def _diminta(temuan: Temuan, pindahan: IsianPindah, baik: Mapping[LetakIsian, Ketikan]) -> list[LetakIsian]:
    """The cells of a row about which something is asked, or, about the whole file, all that the good workbook has."""
    lembar = pindahan.nama_lembar.get(temuan.lembar or "", temuan.lembar or "")
    asal = [letak for letak, sel in pindahan.asal.items() if (sel.lembar, sel.alamat) == (temuan.lembar, temuan.sel)]
    kode = asal[0].kode if asal else temuan.kode_baris
    if kode is None:
        return list(baik)
    nilai = {LetakIsian(lembar, kode, kunci) for kunci in _NILAI}
    semua = {letak for letak in {*baik, *pindahan.ketikan, *nilai} if (letak.lembar, letak.kode) == (lembar, kode)}
    return [letak for letak in semua if letak in baik or letak in pindahan.ketikan]
