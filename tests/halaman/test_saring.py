"""Office, year, triwulan, unit, level and indicator live in the address."""

from __future__ import annotations

import pytest

from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from data.gudang import Gudang
from tests.alat.evaluasi import evaluasi_iku
from tests.alat.halaman import buka, isi_alamat, jalankan, judul, kartu, terlihat

pytestmark = pytest.mark.usefixtures("contoh")


def test_a_page_opens_at_the_newest_triwulan_with_data_and_writes_it_into_the_address() -> None:
    uji = buka("evaluasi-iku")
    assert uji.query_params["tahun"] == "2026"
    assert uji.query_params["triwulan"] == "3"
    assert uji.query_params["unit"] == "semua"


def test_a_link_opens_the_view_that_it_names(jawaban: Gudang) -> None:
    hasil = evaluasi_iku(jawaban, KODE_PD, Periode(2025, 2), "KESOS")
    uji = buka("evaluasi-iku", tahun="2025", triwulan="2", unit="KESOS")
    assert judul(uji).endswith("mencapai target s/d Triwulan II 2025")
    assert uji.selectbox(key="pilih_unit").value == "KESOS"
    assert all(baris.baris.indikator.nama in terlihat(uji) for baris in hasil.baris)
    assert "Jumlah gangguan ketenteraman" not in terlihat(uji)


def test_choosing_on_the_page_changes_the_address_and_the_figures() -> None:
    uji = buka("evaluasi-iku")
    uji.get_by_key("pilih_tahun").set_value("2025")
    jalankan(uji)
    uji.get_by_key("pilih_triwulan").set_value("4")
    jalankan(uji)
    assert (uji.query_params["tahun"], uji.query_params["triwulan"]) == ("2025", "4")
    assert judul(uji).endswith("s/d Triwulan IV 2025")


def test_the_choice_stays_when_another_page_is_opened_without_an_address() -> None:
    uji = buka("evaluasi-iku", tahun="2024", triwulan="4")
    uji.query_params.clear()
    uji.switch_page("evaluasi/renja.py")
    jalankan(uji)
    assert judul(uji).endswith("s/d Triwulan IV 2024")
    assert uji.query_params["tahun"] == "2024"


def test_the_address_wins_over_what_the_session_remembers() -> None:
    uji = buka("evaluasi-iku", tahun="2024", triwulan="4")
    isi_alamat(uji, {"tahun": "2025", "triwulan": "1"})
    assert judul(jalankan(uji)).endswith("s/d Triwulan I 2025")


@pytest.mark.parametrize(
    ("kunci", "nilai"),
    [("tahun", "1999"), ("tahun", "abc"), ("triwulan", "5"), ("triwulan", ""), ("unit", "<b>"), ("tahun", "２０２６")],
)
def test_an_address_that_means_nothing_is_said_and_replaced(kunci: str, nilai: str) -> None:
    uji = buka("evaluasi-iku", **{kunci: nilai})
    assert f"Alamat meminta {kunci} yang tidak ada" in terlihat(uji)
    assert judul(uji).endswith("s/d Triwulan III 2026")
    assert uji.query_params[kunci] == {"tahun": "2026", "triwulan": "3", "unit": "semua"}[kunci]


def test_the_level_of_a_picture_is_part_of_the_address() -> None:
    uji = buka("evaluasi-renja", tingkat="sub_kegiatan")
    assert uji.get_by_key("pilih_tingkat").value == "sub_kegiatan"
    uji.get_by_key("pilih_tingkat").set_value("kegiatan")
    assert jalankan(uji).query_params["tingkat"] == "kegiatan"


def test_the_indicator_is_part_of_the_address() -> None:
    uji = buka("indikator", indikator="IKU-03")
    assert uji.selectbox(key="pilih_indikator").value == "IKU-03"
    uji.selectbox(key="pilih_indikator").select("IKU-02")
    assert jalankan(uji).query_params["indikator"] == "IKU-02"


def test_a_triwulan_before_any_report_is_empty_and_not_an_error() -> None:
    uji = buka("evaluasi-iku", tahun="2026", triwulan="4")
    assert "s/d Triwulan IV 2026" in judul(uji)
    assert kartu(uji)["Belum waktunya"] == "0"


def test_links_between_pages_carry_the_view() -> None:
    uji = buka("evaluasi-iku", tahun="2025", triwulan="4")
    tabel = next(potongan.value for potongan in uji.html if "Rumus dan cara hitung" in potongan.value)
    assert "href='indikator?tahun=2025&amp;triwulan=4&amp;indikator=IKU-03'" in tabel
