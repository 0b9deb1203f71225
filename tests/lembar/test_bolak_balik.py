"""What is written into a format workbook comes back as the same facts, whatever the values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analytics.aturan.angka import DESIMAL_SIMPAN, bulatkan, tulis_angka
from analytics.aturan.periode import Periode
from analytics.aturan.teks import ada_tak_terlihat
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan
from analytics.lembar.bentuk.format import JENIS_NARASI
from analytics.lembar.bentuk.ketikan import IsianUnit
from analytics.lembar.bentuk.susun import tulis_format
from analytics.lembar.catat.terima import terima
from analytics.lembar.periksa.hasil_periksa import BarisRealisasi, HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from data.gudang import Gudang
from tests.alat.buku import sunting
from tests.alat.korpus.kantor import (
    APBDES,
    DESA_SELESAI,
    IKM,
    KODE_PD,
    LAYANAN,
    OPINI,
    PADA,
    PEM,
    PEMBINAAN,
    PENGADUAN,
    SUB_1,
    SUB_2,
    TAHUN,
    isi_gudang,
)
from tests.alat.kosong import gudang_kosong

_PERINGKAT: Final = ("AA", "A", "BB", "B", "CC", "C", "D")
Isi = Mapping[str, Mapping[str, Any]]
_KOSONG: Final = frozenset({"n/a", "na", "n.a", "n.a.", "rp", "rp-", "rp -", "nihil data", "belum ada data"})


@dataclass(frozen=True)
class Meja:
    """A store with the office, its blank format workbook, and who checks what comes in."""

    gudang: Gudang
    pemeriksa: PemeriksaBerkas
    bahan: BahanFormat = field(repr=False)

    def isi(self, realisasi: Isi | None = None, uang: Isi | None = None) -> bytes:
        """The format with these cells typed."""
        return tulis_format(self.bahan, PADA, IsianUnit(realisasi or {}, uang or {}))

    def periksa(self, isi: bytes) -> HasilPeriksa:
        return self.pemeriksa.periksa(isi, "kiriman.xlsx")


@pytest.fixture(scope="module")
def meja(pembaca: Pembaca) -> Iterator[Meja]:
    gudang = gudang_kosong()
    isi_gudang(gudang)
    pemeriksa = PemeriksaBerkas(gudang, KODE_PD, pembaca)
    yield Meja(gudang, pemeriksa, muat_bahan(gudang, KODE_PD, PEM, Periode(TAHUN, 3)))
    gudang.tutup()


@st.composite
def bilangan(ambil: st.DrawFn) -> Decimal:
    """Every number that a numeric cell can hold exactly: 15 digits, below 10 to the power of 18, 12 decimals."""
    angka = ambil(st.integers(-(10**15) + 1, 10**15 - 1))
    pangkat = ambil(st.integers(-DESIMAL_SIMPAN, 18 - len(str(abs(angka)))))
    return Decimal(angka).scaleb(pangkat)


def _bermakna(teks: str) -> bool:
    terlihat = any(huruf.isalpha() for huruf in teks) and not ada_tak_terlihat(teks)
    return terlihat and " ".join(teks.casefold().split()) not in _KOSONG and "_x" not in teks


rupiah = st.integers(0, 10**15 - 1).map(lambda sen: Decimal(sen).scaleb(-2))
bulat = st.integers(0, 10**9)
# XML knows no control characters, the invisible ones are not stored, and openpyxl writes `_x0041_` as Excel reads `A`:
# these are left to cases of their own in the corpus.
narasi = st.text(
    st.one_of(st.just("\n"), st.characters(exclude_categories=["Cs", "Cn", "Cc", "Cf", "Co", "Zl", "Zp"])),
    min_size=1,
    max_size=300,
).filter(_bermakna)
isian = st.fixed_dictionaries(
    {
        APBDES: st.fixed_dictionaries(
            {"pembilang": bulat, "penyebut": st.integers(1, 10**9)}, optional=dict.fromkeys(JENIS_NARASI, narasi)
        ),
        OPINI: st.fixed_dictionaries({"realisasi": st.sampled_from(_PERINGKAT)}, optional={"alasan": narasi}),
        DESA_SELESAI: st.fixed_dictionaries({"realisasi": bilangan()}, optional={"bukti_dukung": narasi}),
        LAYANAN: st.fixed_dictionaries({"realisasi": bulat}, optional={"alasan": narasi}),
        PENGADUAN: st.fixed_dictionaries({"realisasi": bulat}),
        PEMBINAAN: st.fixed_dictionaries({"realisasi": bilangan()}, optional={"faktor_penghambat": narasi}),
    },
    optional={IKM: st.fixed_dictionaries({"realisasi": bilangan()})},
)
anggaran = st.fixed_dictionaries(
    {SUB_1: st.fixed_dictionaries({"rupiah": rupiah}, optional={"alasan": narasi})},
    optional={SUB_2: st.fixed_dictionaries({"rupiah": rupiah})},
)


def _ucapan(baris: BarisRealisasi) -> dict[str, object]:
    """What a row says, by the keys under which it was typed."""
    kata = {"pembilang": baris.pembilang, "penyebut": baris.penyebut, "alasan": baris.alasan}
    kata["realisasi"] = baris.peringkat or baris.nilai
    kata.update({narasi.jenis: narasi.isi for narasi in baris.narasi})
    return {kunci: nilai for kunci, nilai in kata.items() if nilai is not None}


def _diharapkan(ketikan: Mapping[str, Any]) -> dict[str, object]:
    return {kunci: nilai.strip() if isinstance(nilai, str) else nilai for kunci, nilai in ketikan.items()}


def _periksa_sama(hasil: HasilPeriksa, realisasi: Isi, uang: Isi) -> None:
    assert not [temuan for temuan in hasil.temuan if temuan.tingkat == "galat"]
    terbaca = {baris.kode_indikator: _ucapan(baris) for baris in hasil.realisasi}
    assert {kode: kata for kode, kata in terbaca.items() if kata} == {
        kode: _diharapkan(ketikan) for kode, ketikan in realisasi.items()
    }
    rupiah_terbaca = {
        baris_uang.kode_simpul: baris_uang.rupiah for baris_uang in hasil.anggaran if baris_uang.rupiah is not None
    }
    assert rupiah_terbaca == {kode: ketikan["rupiah"] for kode, ketikan in uang.items()}


RUMUS_DI_NARASI: Final = {"realisasi": Decimal(3), "faktor_penghambat": '=HYPERLINK("http://contoh.id")'}


@given(realisasi=isian, uang=anggaran)
@example(realisasi={PEMBINAAN: RUMUS_DI_NARASI}, uang={})
@example(realisasi={PEMBINAAN: {"realisasi": Decimal("1E-12"), "bukti_dukung": "  <b>&amp;</b>\n\n-"}}, uang={})
@example(realisasi={PEMBINAAN: {"realisasi": Decimal("-999999999999999000")}}, uang={SUB_1: {"rupiah": Decimal(0)}})
@settings(max_examples=25)
def test_what_was_typed_comes_back_also_after_another_application_saved_it(
    meja: Meja, realisasi: Isi, uang: Isi
) -> None:
    isi = meja.isi(realisasi, uang)
    _periksa_sama(meja.periksa(isi), realisasi, uang)
    _periksa_sama(meja.periksa(sunting(lambda _buku: None)(isi)), realisasi, uang)


@given(realisasi=isian, uang=anggaran)
@settings(max_examples=15)
def test_what_was_typed_is_what_is_stored(meja: Meja, realisasi: Isi, uang: Isi) -> None:
    hasil = meja.periksa(meja.isi(realisasi, uang))
    alasan = {temuan.kunci: "Sudah diperiksa ke seksi" for temuan in hasil.perlu_alasan({})}
    putusan = terima(meja.gudang, hasil, alasan, "Penguji (contoh)", PADA, f"bolak-balik {hasil.sha256}")
    assert putusan.status in {"diterima", "sudah_ada"}
    letak = {"kode_pd": KODE_PD, "id_kiriman": putusan.id_kiriman}
    tersimpan = {baris["kode_indikator"]: baris for baris in meja.gudang.kueri("kiriman_realisasi", **letak)}
    assert set(tersimpan) == set(realisasi)
    for kode, ketikan in realisasi.items():
        fakta = tersimpan[kode]
        nilai = fakta["nilai"] if fakta["peringkat"] is None else fakta["peringkat"]
        diketik = (ketikan.get("realisasi"), ketikan.get("pembilang"), ketikan.get("penyebut"))
        assert (nilai, fakta["pembilang"], fakta["penyebut"]) == diketik
    uang_tersimpan = {
        baris_uang["kode_simpul"]: baris_uang["rupiah"] for baris_uang in meja.gudang.kueri("kiriman_anggaran", **letak)
    }
    assert uang_tersimpan == {kode: ketikan["rupiah"] for kode, ketikan in uang.items()}


@given(
    nilai=st.decimals(-(10**18) + 1, 10**18 - 1, places=DESIMAL_SIMPAN),
    desimal=st.integers(0, DESIMAL_SIMPAN),
)
@settings(max_examples=60)
def test_a_number_typed_as_text_keeps_every_digit(meja: Meja, nilai: Decimal, desimal: int) -> None:
    diketik = bulatkan(nilai, desimal)
    teks = tulis_angka(diketik, desimal).replace(".", "")
    hasil = meja.periksa(meja.isi({PEMBINAAN: {"realisasi": teks}}))
    baris = next(barisan for barisan in hasil.realisasi if barisan.kode_indikator == PEMBINAAN)
    assert (baris.nilai, baris.diketik) == (diketik, teks)
    ditanya = {"angka_teks", "angka_tanya", "tidak_utuh", "skala_nilai"}
    assert ditanya & {temuan.kode for temuan in hasil.temuan if temuan.sel == baris.sel}


@given(nilai=st.decimals(0, 10**15, places=2))
@settings(max_examples=30)
def test_an_amount_typed_the_way_it_is_printed_is_that_amount(meja: Meja, nilai: Decimal) -> None:
    teks = f"Rp {tulis_angka(nilai, 2)}"
    hasil = meja.periksa(meja.isi(uang={SUB_1: {"rupiah": teks}}))
    assert [uang.rupiah for uang in hasil.anggaran if uang.kode_simpul == SUB_1] == [nilai]
