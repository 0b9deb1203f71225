from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import pytest

from analytics.lembar.catat.terima import terima
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import KATALOG_FORMAT
from data.gudang import Gudang
from tests.alat.gudang import isi_tabel
from tests.alat.korpus.daftar import KORPUS, PENGECUALIAN, VARIAN
from tests.alat.korpus.kantor import KODE_PD, PADA, PEM, TRANTIB, YAN, buku_baik, isi_gudang
from tests.alat.korpus.kasus import ANGGARAN, REALISASI, Denah, Di, Kasus, Varian, denah
from tests.alat.kosong import gudang_berisi
from tests.alat.libreoffice import perlu_libreoffice
from tests.lembar.alat_isian import FAKTA

_BUKAN_KALIMAT: Final = re.compile(r"“[^”]*”|\S+\.(?:xml|rels|bin)\b")
"""What was typed, and names of parts of a file."""
_BOCORAN: Final = re.compile(
    r"Traceback|Error|Exception|\bNone\b|\bnan\b|\bNaN\b|\bTrue\b|\bFalse\b|Decimal|Fraction|Infinity|[{}]|0x[0-9a-f]+"
)
_INGGRIS: Final = re.compile(
    r"\b(?:the|is|are|was|of|not|must|should|cannot|invalid|missing|failed|found|value|row|column|sheet|workbook|"
    r"expected|unknown|because)\b",
    re.IGNORECASE,
)


@dataclass
class Meja:
    """One store with the office of the corpus, and its good workbooks."""

    gudang: Gudang
    pembaca: Pembaca
    _baik: dict[tuple[str, int], bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._pemeriksa = PemeriksaBerkas(self.gudang, KODE_PD, self.pembaca)
        self._fakta = self._ambil_fakta()

    def baik(self, unit: str = PEM, triwulan: int = 3) -> bytes:
        if (unit, triwulan) not in self._baik:
            self._baik[unit, triwulan] = buku_baik(self.gudang, unit, triwulan)
        return self._baik[unit, triwulan]

    def denah(self, unit: str = PEM, triwulan: int = 3) -> Mapping[str, Denah]:
        return denah(self.baik(unit, triwulan))

    def periksa(self, isi: bytes, kasus: Kasus | None = None) -> HasilPeriksa:
        unit, periode = kasus.minta if kasus else (None, None)
        return self._pemeriksa.periksa(isi, "kiriman.xlsx", kode_unit=unit, periode=periode)

    def fakta_berubah(self) -> bool:
        """Whether any row of the fact tables changed since this was asked before, or since the beginning."""
        lama, self._fakta = self._fakta, self._ambil_fakta()
        return lama != self._fakta

    def _ambil_fakta(self) -> dict[str, list[tuple[Any, ...]]]:
        return {nama: isi_tabel(self.gudang, nama) for nama in FAKTA}

    @cached_property
    def asal(self) -> HasilPeriksa:
        """The good workbook of PEM, checked."""
        return self.periksa(self.baik())


def _gudang_baru() -> Gudang:
    return gudang_berisi(isi_gudang)


@pytest.fixture(scope="session")
def meja(pembaca: Pembaca) -> Iterator[Meja]:
    """Shared by all broken workbooks: none of them may leave a fact behind."""
    meja_baru = Meja(_gudang_baru(), pembaca)
    yield meja_baru
    meja_baru.gudang.tutup()


@pytest.fixture(scope="session")
def meja_terima(pembaca: Pembaca) -> Iterator[Meja]:
    """Where the harmless variants are accepted one after another."""
    meja_baru = Meja(_gudang_baru(), pembaca)
    yield meja_baru
    meja_baru.gudang.tutup()


@pytest.fixture
def meja_kasus(kasus: Kasus, meja: Meja) -> Iterator[Meja]:
    """The shared table, or one of its own for a case that changes the plan after the workbook was made."""
    if kasus.rencana is None:
        yield meja
        return
    meja_baru = Meja(_gudang_baru(), meja.pembaca)
    meja_baru.baik(kasus.unit, kasus.triwulan)
    kasus.rencana(meja_baru.gudang)
    yield meja_baru
    meja_baru.gudang.tutup()


semua_kasus = pytest.mark.parametrize("kasus", KORPUS, ids=lambda kasus: kasus.nama)
semua_varian = pytest.mark.parametrize(
    "varian",
    [pytest.param(varian, id=varian.nama, marks=perlu_libreoffice if varian.libreoffice else ()) for varian in VARIAN],
)


@semua_kasus
def test_a_broken_workbook_is_named_at_its_cell_and_leaves_no_fact(kasus: Kasus, meja_kasus: Meja) -> None:
    baik, peta = meja_kasus.baik(kasus.unit, kasus.triwulan), meja_kasus.denah(kasus.unit, kasus.triwulan)
    isi = kasus.rusakkan(baik)
    assert isi != baik
    _periksa_letak(kasus, peta)
    hasil = meja_kasus.periksa(isi, kasus)
    _periksa_temuan(kasus, hasil, peta)
    for temuan in hasil.temuan:
        _periksa_kalimat(temuan)
    assert hasil.boleh_disimpan == (kasus.tingkat != "galat")
    if not hasil.boleh_disimpan:
        putusan = terima(meja_kasus.gudang, hasil, {}, "Penguji (contoh)", PADA, f"korpus {kasus.nama}")
        assert putusan.status == "ditolak"
    assert not meja_kasus.fakta_berubah()


def _periksa_letak(kasus: Kasus, peta: Mapping[str, Denah]) -> None:
    """What the case expects is a cell that the good workbook has."""
    sel = kasus.sel_tepat(peta)
    if sel is not None:
        assert re.fullmatch(r"[A-Z]{1,2}[1-9][0-9]{0,2}", sel)
    if isinstance(kasus.sel, Di) and kasus.lembar in (REALISASI, ANGGARAN):
        assert kasus.sel.kode is None or kasus.sel.kode in peta[kasus.lembar].baris
        assert kasus.sel.kunci is None or kasus.sel.kunci in peta[kasus.lembar].kolom


def _periksa_temuan(kasus: Kasus, hasil: HasilPeriksa, peta: Mapping[str, Denah]) -> None:
    tepat = [temuan for temuan in hasil.temuan if kasus.cocok(temuan, peta)]
    daftar = [f"{temuan.kode}@{temuan.alamat}" for temuan in hasil.temuan]
    assert tepat, f"{kasus.kode} was expected at {kasus.lembar}!{kasus.sel_tepat(peta) or kasus.sel}: {daftar}"
    lain = [temuan for temuan in hasil.temuan if temuan.tingkat == "galat" and temuan.kode not in kasus.juga]
    assert all(butir.kode == kasus.kode for butir in lain), daftar
    assert {temuan.tingkat for temuan in tepat} == {kasus.tingkat}
    if kasus.tingkat == "peringatan":
        assert set(tepat) <= set(hasil.perlu_alasan({}))
    assert any(all(kata.casefold() in temuan.pesan.casefold() for kata in kasus.kata) for temuan in tepat), tepat
    if kasus.pengganti is not None:
        assert [temuan.pengganti for temuan in tepat] == [kasus.pengganti]
        assert all(ganti in temuan.saran for temuan in tepat for ganti in kasus.pengganti)


def _periksa_kalimat(temuan: Temuan) -> None:
    """Indonesian sentences for people: nothing of the machine, whatever was typed."""
    assert temuan.pesan.strip()
    assert temuan.saran.strip() or temuan.tingkat == "info"
    for kalimat in (temuan.pesan, temuan.saran):
        bersih = _BUKAN_KALIMAT.sub("", kalimat).replace(temuan.diketik or "\0", "")
        assert not _BOCORAN.search(bersih), kalimat
        assert not _INGGRIS.search(bersih), kalimat
        assert bersih.isprintable(), kalimat
        assert len(kalimat) <= 600, kalimat


@pytest.mark.parametrize(("unit", "triwulan"), [(PEM, 3), (YAN, 3), (YAN, 1), (TRANTIB, 3)])
def test_the_good_workbook_is_good(meja: Meja, unit: str, triwulan: int) -> None:
    assert meja.periksa(meja.baik(unit, triwulan)).temuan == ()


@semua_varian
def test_a_harmless_change_is_accepted_without_losing_a_value(varian: Varian, meja_terima: Meja) -> None:
    asal, isi = meja_terima.asal, varian.ubah(meja_terima.baik())
    assert isi != meja_terima.baik()
    hasil = meja_terima.periksa(isi)
    assert {temuan.kode for temuan in hasil.temuan} <= varian.info, hasil.temuan
    assert all(temuan.tingkat == "info" for temuan in hasil.temuan)
    assert _ucapan(hasil) == {**_ucapan(asal), **varian.berubah}
    putusan = terima(meja_terima.gudang, hasil, {}, "Penguji (contoh)", PADA, f"varian {varian.nama}")
    assert putusan.status == "diterima"
    tersimpan = meja_terima.gudang.kueri("kiriman_realisasi", kode_pd=KODE_PD, id_kiriman=putusan.id_kiriman)
    assert len(tersimpan) == sum(baris.disimpan for baris in asal.realisasi)


def _ucapan(hasil: HasilPeriksa) -> dict[tuple[str, str], object]:
    """Everything that a checked workbook says, by code and key."""
    kata: dict[tuple[str, str], object] = {}
    for baris in hasil.realisasi:
        for kunci in ("keadaan", "nilai", "pembilang", "penyebut", "peringkat", "alasan"):
            kata[baris.kode_indikator, kunci] = getattr(baris, kunci)
        kata.update({(baris.kode_indikator, narasi.jenis): narasi.isi for narasi in baris.narasi})
    for uang in hasil.anggaran:
        kata[uang.kode_simpul, "rupiah"], kata[uang.kode_simpul, "alasan"] = uang.rupiah, uang.alasan
    return kata


def test_every_case_has_a_name_of_its_own_and_a_rule_of_the_catalogue() -> None:
    nama = [*(kasus.nama for kasus in KORPUS), *(varian.nama for varian in VARIAN)]
    assert len(set(nama)) == len(nama)
    assert {kasus.kode for kasus in KORPUS} <= set(KATALOG_FORMAT)
    assert {kode for kasus in KORPUS for kode in kasus.juga} <= set(KATALOG_FORMAT)
    assert len(KORPUS) >= 120
    assert len(VARIAN) >= 15


def test_every_rule_of_the_catalogue_is_broken_by_some_case() -> None:
    assert {kasus.kode for kasus in KORPUS}.isdisjoint(PENGECUALIAN)
    assert {kasus.kode for kasus in KORPUS} | set(PENGECUALIAN) == set(KATALOG_FORMAT)
