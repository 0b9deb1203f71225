"""A program whose rows serve several sasaran stands under each with its own rows; every sum goes by code, once."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.dokumen.renja.tabel_renja import tabel_renja
from analytics.dokumen.renstra.tabel_renstra import tabel_renstra
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil.renja import BarisRenja
from analytics.evaluasi.renja import susun_renja
from analytics.evaluasi.renstra import susun_renstra
from analytics.evaluasi.uang import susun_pohon
from data.gudang import Baris
from tests.alat.toko import KODE_PD, Toko
from tests.evaluasi.alat_renja import KEGIATAN, PROGRAM, SUB_1, SUB_2, TUNGGAL, TW3, isi_toko

NAMA = f"Nama {PROGRAM}"


def _toko(**sasaran: str) -> Toko:
    """The Renja of `alat_renja` with a second sasaran; `sasaran` by the name of a row: which it serves."""
    toko = isi_toko()
    toko.simpul("S1.2", "sasaran", "T1", 8)
    kode = {"program": PROGRAM, "kegiatan": KEGIATAN, "sub_1": SUB_1, "sub_2": SUB_2, "tunggal": TUNGGAL}
    for nama, isi in sasaran.items():
        next(b for b in toko.tabel["simpul"] if b["kode_simpul"] == kode[nama])["sasaran"] = isi
    return toko


def _baca(**sasaran: str) -> Bacaan:
    return baca(_toko(**sasaran).tulis(), KODE_PD, TW3)


def _ringkas(baris: BarisRenja) -> tuple[str, str, Decimal | None]:
    return baris.kode_simpul, baris.nama.removeprefix(f"Nama {baris.kode_simpul}"), baris.uang.kini.pagu


def test_each_sasaran_prints_the_program_with_the_rp_of_its_own_rows() -> None:
    bacaan = _baca(program="S1.1, S1.2", kegiatan="S1.1", sub_2="S1.2", tunggal="S1.1")
    renja = susun_renja(bacaan)
    assert [_ringkas(baris) for baris in renja.baris] == [
        ("S1.1", "", 15_000_000),
        (PROGRAM, " (sebagian, sasaran S1.1)", 15_000_000),
        (KEGIATAN, " (sebagian, sasaran S1.1)", 10_000_000),
        (SUB_1, "", 10_000_000),
        (TUNGGAL, "", 5_000_000),
        ("S1.2", "", 20_000_000),
        (PROGRAM, " (sebagian, sasaran S1.2)", 20_000_000),
        (KEGIATAN, " (sebagian, sasaran S1.2)", 20_000_000),
        (SUB_2, "", 20_000_000),
    ]
    polos = susun_renja(_baca())
    assert renja.penutup == polos.penutup
    renstra = susun_renstra(bacaan)
    assert [baris.pagu_akhir for baris in renstra.baris if baris.kode_simpul == PROGRAM] == [75_000_000, 100_000_000]
    assert renstra.penutup == susun_renstra(_baca()).penutup


def test_a_program_under_two_sasaran_whose_rows_name_neither_stands_under_the_first() -> None:
    renja = susun_renja(_baca(program="S1.1, S1.2"))
    letak = [_ringkas(baris) for baris in renja.baris if baris.kode_simpul in ("S1.1", "S1.2", PROGRAM)]
    assert letak == [
        ("S1.1", "", 35_000_000),
        (PROGRAM, "", 35_000_000),
        ("S1.2", "", None),
        (PROGRAM, ": lihat sasaran S1.1", None),
    ]


def test_a_leaf_with_two_sasaran_stands_once_and_a_line_elsewhere_refers_to_it() -> None:
    renja = susun_renja(_baca(sub_2="S1.2, S1.1", tunggal="S1.2"))
    di_bawah_pertama = [_ringkas(baris)[:2] for baris in renja.baris][:5]
    assert di_bawah_pertama == [
        ("S1.1", ""),
        (PROGRAM, " (sebagian, sasaran S1.1)"),
        (KEGIATAN, " (sebagian, sasaran S1.1)"),
        (SUB_1, ""),
        (SUB_2, ": lihat sasaran S1.2"),
    ]
    assert [baris.uang.kini.pagu for baris in renja.baris if baris.kode_simpul == SUB_2] == [None, 20_000_000]
    assert sum(len(baris.kinerja) for baris in renja.baris if baris.kode_simpul == SUB_2) == 1


def test_indicators_of_a_divided_program_stand_once_and_the_other_place_says_where() -> None:
    toko = _toko(sub_2="S1.2")
    toko.indikator("prog", PROGRAM)
    toko.target("prog", {0: 4, 1: 1, 2: 1, 3: 1, 4: 1})
    renja = susun_renja(baca(toko.tulis(), KODE_PD, TW3))
    program = [baris for baris in renja.baris if baris.kode_simpul == PROGRAM]
    assert [len(baris.kinerja) for baris in program] == [1, 0]
    assert [baris.tempat.kinerja_di for baris in program] == ["", "S1.1"]
    kegiatan = [baris.tempat.kinerja_di for baris in renja.baris if baris.kode_simpul == KEGIATAN]
    assert kegiatan == ["", ""]


def test_money_that_only_the_program_holds_counts_once_and_is_not_split() -> None:
    """The document gives the program more than its rows: the undetailed part is that of all its places."""
    toko = _toko(sub_2="S1.2")
    toko.pagu(PROGRAM, {2026: 40_000_000}, 4)
    renja = susun_renja(baca(toko.tulis(), KODE_PD, TW3))
    program = [baris.uang.kini for baris in renja.baris if baris.kode_simpul == PROGRAM]
    assert [uang.pagu for uang in program] == [15_000_000, 20_000_000]
    assert program[0].catatan_rincian == "Pagu dokumen 40.000.000, tidak dirinci 5.000.000."
    assert program[1].catatan_rincian == ""


def test_every_table_shows_each_row_in_the_same_place() -> None:
    bacaan = _baca(program="S1.1, S1.2", kegiatan="S1.1", sub_2="S1.2", tunggal="S1.1")
    lebar = {
        len({len(baris.isi) for baris in tabel.baris} | {len(tabel.kolom)})
        for tabel in (tabel_renja(susun_renja(bacaan)), tabel_renstra(susun_renstra(bacaan)))
    }
    assert lebar == {1}


@st.composite
def _pohon(draw: st.DrawFn) -> list[Baris]:
    """A tree of three sasaran, with rows that name any of them, and with parts of units."""
    sasaran = ["S1", "S2", "S3"]
    baris = [_simpul(kode, "sasaran", None) for kode in sasaran]
    pilih = st.lists(st.sampled_from(sasaran), max_size=3, unique=True)
    for program in range(draw(st.integers(1, 3))):
        kode = f"P{program}"
        baris.append(_simpul(kode, "program", draw(st.sampled_from(sasaran)), draw(pilih)))
        for kegiatan in range(draw(st.integers(0, 3))):
            baris.append(_simpul(f"{kode}.{kegiatan}", "kegiatan", kode, draw(pilih)))
            for sub in range(draw(st.integers(0, 3))):
                letak = f"{kode}.{kegiatan}.{sub}"
                baris.append(_simpul(letak, "sub_kegiatan", f"{kode}.{kegiatan}", draw(pilih)))
                baris += [_simpul(f"{letak}/{unit}", BAGIAN_UNIT, letak) for unit in range(draw(st.integers(0, 2)))]
    return baris


def _simpul(kode: str, tingkat: str, induk: str | None, sasaran: list[str] | None = None) -> Baris:
    return {
        "kode_simpul": kode,
        "tingkat": tingkat,
        "kode_induk": induk,
        "nama": kode,
        "sasaran": ", ".join(sasaran or ()) or None,
        "daun": False,
    }


@given(simpul=_pohon())
def test_however_rows_name_their_sasaran_each_of_the_lowest_counts_once(simpul: list[Baris]) -> None:
    berinduk = {baris["kode_induk"] for baris in simpul}
    bawah = [baris["kode_simpul"] for baris in simpul if baris["tingkat"] != "sasaran"]
    daun = {kode: Decimal(3**nomor) for nomor, kode in enumerate(bawah) if kode not in berinduk}
    pohon = susun_pohon(simpul)
    jumlah = pohon.jumlah(daun)
    polos = susun_pohon([{**baris, "sasaran": None} for baris in simpul]).jumlah(daun)
    assert {kode: pohon.seluruh(kode, jumlah) for kode in polos if kode not in ("S1", "S2", "S3")} == {
        kode: nilai for kode, nilai in polos.items() if kode not in ("S1", "S2", "S3")
    }
    assert sum(jumlah.get(kode, Decimal(0)) for kode in ("S1", "S2", "S3")) == sum(daun.values())
    banyak = Counter(baris["kode_simpul"] for baris in pohon.simpul.values() if "rujukan" not in baris)
    assert all(banyak[kode] == 1 for kode in daun)
    letak = list(pohon.simpul)
    assert all(
        baris["kode_induk"] in letak[:nomor]
        for nomor, baris in enumerate(pohon.simpul.values())
        if nomor > 2 and baris["kode_induk"]
    )


@pytest.mark.parametrize("asing", ["S9", " , ", ""])
def test_a_sasaran_that_is_not_in_the_tree_changes_nothing(asing: str) -> None:
    simpul = [_simpul("S1", "sasaran", None), _simpul("P", "program", "S1")]
    assert list(susun_pohon([*simpul, {**_simpul("P.1", "kegiatan", "P"), "sasaran": asing}]).simpul) == [
        "S1",
        "P",
        "P.1",
    ]
