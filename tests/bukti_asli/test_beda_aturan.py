"""Today's rules beside what was approved: every figure that differs, known by the words around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell

from analytics.beku.snapshot import Snapshot, buka_beku
from analytics.bukti_asli.beda_aturan import BedaAturan, bandingkan_aturan
from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.formulir import evaluasi_semua
from tests.alat.kantor_beku import disetujui
from tests.alat.kantor_dokumen import PERIODE
from tests.alat.toko import KODE_PD

LembarBeku = dict[str, Any]
IKU = "Evaluasi IKU"


@pytest.fixture(scope="module")
def kini() -> Kompilasi:
    """What the rules make of the frozen rows."""
    gudang = buka_beku(disetujui().snapshot)
    kompilasi = evaluasi_semua(gudang, KODE_PD, PERIODE)
    gudang.tutup()
    return kompilasi


def _dengan(ubah: Callable[[str, LembarBeku], Mapping[str, Any]]) -> Snapshot:
    """The approval of the small office, as if its document had held other cells."""
    asli = disetujui().snapshot
    dokumen = {nama: ubah(nama, dict(sel)) for nama, sel in asli.isi["dokumen"].items()}
    return Snapshot(asli.mentah, {**asli.isi, "dokumen": dokumen}, asli.sidik)


def _geser(baris: int, kolom: int) -> Callable[[str, LembarBeku], LembarBeku]:
    def ubah(_: str, sel: LembarBeku) -> LembarBeku:
        letak = {alamat: xl_cell_to_rowcol(alamat) for alamat in sel}
        return {
            xl_rowcol_to_cell(asal[0] + baris, asal[1] + (kolom if asal[1] > 1 else 0)): sel[alamat]
            for alamat, asal in letak.items()
        }

    return ubah


def _setel(alamat: str, nilai: Any) -> Callable[[str, LembarBeku], LembarBeku]:
    return lambda nama, sel: sel | ({alamat: [nilai, None]} if nama == IKU else {})


def _tanpa(buang: Callable[[str, Any], bool]) -> Callable[[str, LembarBeku], LembarBeku]:
    return lambda _, sel: {alamat: isi for alamat, isi in sel.items() if not buang(alamat, isi)}


def test_a_fresh_approval_differs_in_nothing(kini: Kompilasi) -> None:
    assert bandingkan_aturan(disetujui().snapshot, kini) == ()


@pytest.mark.parametrize(("baris", "kolom"), [(2, 0), (0, 3), (1, 1)])
def test_another_layout_is_no_other_figure(kini: Kompilasi, baris: int, kolom: int) -> None:
    """Rows further down, columns further right."""
    assert bandingkan_aturan(_dengan(_geser(baris, kolom)), kini) == ()


def test_a_column_that_was_not_approved_is_no_difference(kini: Kompilasi) -> None:
    tanpa = _dengan(_tanpa(lambda alamat, _: alamat.rstrip("0123456789") == "G"))
    assert [beda.kolom for beda in bandingkan_aturan(tanpa, kini) if beda.formulir == IKU] == []


def test_a_figure_that_differs_is_said_with_both_and_what_its_row_says_now(kini: Kompilasi) -> None:
    keterangan = disetujui().snapshot.isi["dokumen"][IKU]["Q9"][0]
    assert bandingkan_aturan(_dengan(_setel("F9", 400.25)), kini) == (
        BedaAturan(
            IKU,
            "Indeks Kepuasan Masyarakat (indeks)",
            "S/d triwulan ini · Realisasi",
            "400,25",
            "450,03",
            keterangan,
        ),
    )


@pytest.mark.parametrize(("dahulu", "tertulis"), [("belum ada data", "belum ada data"), ("–", "tidak ada nilai")])
def test_a_figure_where_none_was_approved_is_said(kini: Kompilasi, dahulu: str, tertulis: str) -> None:
    (beda,) = bandingkan_aturan(_dengan(_setel("F9", dahulu)), kini)
    assert (beda.disetujui, beda.kini) == (tertulis, "450,03")


def test_what_differs_by_the_last_bit_is_the_same_figure(kini: Kompilasi) -> None:
    assert bandingkan_aturan(_dengan(_setel("F9", 450.03 * (1 + 1e-12))), kini) == ()


def test_a_sheet_that_is_not_recognised_any_more_is_said_and_not_passed_over(kini: Kompilasi) -> None:
    tanpa = _dengan(_tanpa(lambda _, isi: isi[0] == "No"))
    semua = bandingkan_aturan(tanpa, kini)
    assert {beda.formulir for beda in semua} == {terisi.lembar.nama for terisi in kini.formulir}
    assert {beda.kini for beda in semua} == {"tidak dapat dibandingkan"}
