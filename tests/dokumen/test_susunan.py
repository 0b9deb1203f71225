from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.dokumen import lembar_sumber
from analytics.dokumen.gaya import Cetak, skala_cetak
from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.dokumen.renja.kolom_renja import PROFIL_RENJA, susun_e81
from analytics.dokumen.renstra.kolom_renstra import PROFIL_RENSTRA, susun_e80
from analytics.dokumen.tata_letak import KolomFormulir, Kotak, Susunan
from analytics.formulir import BUTIR, FORMULIR
from tests.dokumen.alat_lembar import E81

E80 = susun_e80(range(2024, 2029), "2026 s/d TW III 2026")
_PILIHAN = {kunci: butir.pilihan for kunci, butir in BUTIR.items() if kunci.startswith("susunan_")}
LEMBAR = [
    (formulir.kode, profil, rencana)
    for formulir in FORMULIR
    for profil in _PILIHAN.get(f"susunan_{formulir.kode}", ("",))
    for rencana in ("berencana", "tanpa rencana")
]
"""The sheet of every form in every layout that its office can choose, with a plan and without one."""
SUMBER = ("sumber", "", "")
SEMUA = [*LEMBAR, SUMBER]


@pytest.fixture
def susunan(request: pytest.FixtureRequest, kompilasi: Kompilasi, tanpa_rencana: Kompilasi) -> Susunan:
    """The columns of one of `SEMUA`."""
    if request.param == SUMBER:
        return lembar_sumber.SUSUNAN
    kode, profil, rencana = request.param
    isi = {"berencana": kompilasi, "tanpa rencana": tanpa_rencana}[rencana]
    terisi = next(terisi for terisi in isi.formulir if terisi.lembar.kode == kode)
    pengaturan = terisi.hasil.pengaturan
    memilih = replace(pengaturan, teks={**pengaturan.teks, f"susunan_{kode}": profil})
    return replace(terisi, hasil=replace(terisi.hasil, pengaturan=memilih)).susunan


def _kecil() -> Susunan:
    return Susunan(
        (
            KolomFormulir("no", ("No",), lebar=4, nomor="1"),
            KolomFormulir("target_k", ("Target", "K"), lebar=8, nomor="2"),
            KolomFormulir("target_rp", ("Target", "Rp"), lebar=12, nomor="2"),
            KolomFormulir("tw1", ("Triwulan", "I", "K"), lebar=8, nomor="3", bagian=2),
            KolomFormulir("mentah", ("Bantu",), lebar=9, bantu=True),
        ),
        tetap=1,
    )


def test_a_formula_names_columns_by_key_and_gets_letters_last() -> None:
    assert _kecil().selesaikan("[tw1]/[target_k]*100+SUM([target_rp:3]:[target_rp:7])", 12) == "D12/B12*100+SUM(C3:C7)"


def test_another_order_of_columns_gives_other_letters_for_the_same_formula() -> None:
    balik = Susunan(tuple(reversed(_kecil().kolom)), 1)
    assert balik.selesaikan("[tw1]/[target_k]*100", 12) == "B12/D12*100"


def test_a_key_that_the_profile_lacks_is_an_error_and_never_a_wrong_column() -> None:
    with pytest.raises(KeyError):
        _kecil().selesaikan("[tidak_ada]*2", 1)


def test_equal_outer_headers_share_a_cell_and_a_short_path_reaches_down() -> None:
    assert set(_kecil().kotak_judul) == {
        Kotak("No", (0, 2), (0, 0)),
        Kotak("Target", (0, 1), (1, 2)),
        Kotak("K", (2, 2), (1, 1)),
        Kotak("Rp", (2, 2), (2, 2)),
        Kotak("Triwulan", (0, 0), (3, 3)),
        Kotak("I", (1, 1), (3, 3)),
        Kotak("K", (2, 2), (3, 3)),
        Kotak("Bantu", (0, 2), (4, 4)),
    }


@pytest.mark.parametrize("susunan", SEMUA, ids=" ".join, indirect=True)
def test_header_cells_cover_every_header_place_exactly_once(susunan: Susunan) -> None:
    tempat = [
        (baris, kolom)
        for kotak in susunan.kotak_judul
        for baris in range(kotak.baris[0], kotak.baris[1] + 1)
        for kolom in range(kotak.kolom[0], kotak.kolom[1] + 1)
    ]
    assert sorted(tempat) == [(b, k) for b in range(susunan.kedalaman) for k in range(len(susunan.kolom))]


@pytest.mark.parametrize("susunan", SEMUA, ids=" ".join, indirect=True)
def test_keys_are_unique_and_helper_columns_stand_right_of_the_form(susunan: Susunan) -> None:
    assert len({kolom.kunci for kolom in susunan.kolom}) == len(susunan.kolom)
    assert all(kolom.bantu for kolom in susunan.kolom[susunan.tercetak :])


@pytest.mark.parametrize("susunan", SEMUA, ids=" ".join, indirect=True)
def test_every_print_part_fits_a_folio_page_in_type_that_can_be_read(susunan: Susunan) -> None:
    skala = skala_cetak(susunan)
    assert max(susunan.lebar_bagian()) * skala / 100 <= (13 - 0.8) * 96
    assert 9 * skala / 100 >= 6


def test_e81_has_the_printed_numbers_1_to_16_with_k_and_rp_under_5_to_14() -> None:
    nomor = [kolom.nomor for kolom in E81.kolom if kolom.nomor]
    pasangan = [str(nomor_kolom) for nomor_kolom in range(5, 15) for _ in "KR"]
    assert nomor == ["1", "2", "3", "4", *pasangan, "15", "16"]


def test_e80_has_the_printed_numbers_1_to_22_with_five_years_in_each_group() -> None:
    nomor = [kolom.nomor for kolom in E80.kolom if kolom.nomor]
    pasangan = [str(nomor_kolom) for nomor_kolom in range(6, 22) for _ in "KR"]
    assert nomor == ["1", "2", "3", "4", "5", *pasangan, "22"]


@pytest.mark.parametrize(("profil", "akhir"), [("baku", "25"), ("kode", "26")])
def test_a_renstra_of_six_years_has_six_in_each_group_and_is_printed_as_readably(profil: str, akhir: str) -> None:
    susunan = susun_e80(range(2025, 2031), "2026 s/d TW III 2026", profil)
    assert [kolom.nomor for kolom in susunan.kolom if kolom.nomor][-1] == akhir
    for awalan in "trc":
        ada = [
            kolom.kunci for kolom in susunan.kolom if kolom.kunci[1:] in {f"{tahun}_k" for tahun in range(2025, 2031)}
        ]
        assert [kunci for kunci in ada if kunci[0] == awalan] == [f"{awalan}{tahun}_k" for tahun in range(2025, 2031)]
    assert 9 * skala_cetak(susunan) / 100 >= 6


def test_closing_rows_are_printed_with_their_part_and_signatures_once_at_the_end() -> None:
    kotak = Cetak((4, 6), tabel=20, rata=24, bagian_rata=1, penutup=30).kotak(_kecil())
    assert kotak == [(0, 0, 20, 2), (0, 3, 24, 3), (25, 0, 30, 2)]


def test_signatures_may_stand_under_the_table_itself() -> None:
    kotak = Cetak((4, 6), tabel=20, rata=22, penutup=24, menyatu=True).kotak(_kecil())
    assert kotak == [(0, 0, 24, 2), (0, 3, 20, 3)]


def test_the_office_can_choose_every_layout_there_is_and_no_other() -> None:
    assert list(BUTIR["susunan_renja"].pilihan) == list(PROFIL_RENJA)
    assert list(BUTIR["susunan_renstra"].pilihan) == list(PROFIL_RENSTRA)


@pytest.mark.parametrize(
    ("profil", "nomor"),
    [
        ("baku", ("3", "7", "12", None, "13", "14", "16")),
        ("capaian_tahun", ("3", "7", "12", "13", "14", "15", "17")),
        ("kode", ("4", "8", "13", None, "14", "15", "17")),
        ("kode_capaian_tahun", ("4", "8", "13", "14", "15", "16", "18")),
    ],
)
def test_an_inserted_column_renumbers_every_column_after_it(profil: str, nomor: tuple[str | None, ...]) -> None:
    susunan = susun_e81(profil)
    kunci = ("program", "target_k", "tahun_k", "capaian_tahun_k", "sampai_k", "capaian_rp", "keterangan")
    assert tuple(susunan.nomor(nama) if susunan.ada(nama) else None for nama in kunci) == nomor


@pytest.mark.parametrize(("profil", "bagi"), [("capaian_tahun", "12 / 7"), ("kode_capaian_tahun", "13 / 8")])
def test_the_header_of_the_inserted_column_names_the_columns_that_it_divides(profil: str, bagi: str) -> None:
    judul = {kotak.judul for kotak in susun_e81(profil).kotak_judul}
    assert f"Tingkat capaian tahun berjalan (%) = {bagi}" in judul


@pytest.mark.parametrize("susunan", LEMBAR, ids=" ".join, indirect=True)
def test_the_columns_that_name_a_row_repeat_on_every_page(susunan: Susunan) -> None:
    assert susunan.kolom[susunan.tetap - 1].kunci == "indikator"
