"""On paper it is said whose value an indicator has that its unit does not report, and from which cells it came."""

from __future__ import annotations

from analytics.dokumen import lembar_sumber
from analytics.dokumen.iku.kolom_iku import IKU
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.formulir import evaluasi_semua
from tests.alat.kantor_turunan import TW2, antarunit, kantor_sama
from tests.alat.toko import KODE_PD, Toko
from tests.dokumen.alat_lembar import LembarUji


def cetak(toko: Toko) -> tuple[LembarUji, LembarUji]:
    """Sheets IKU and Sumber."""
    isi = susun_kompilasi(evaluasi_semua(toko.tulis(), KODE_PD, TW2))
    return LembarUji.buka(isi, "Evaluasi IKU", IKU), LembarUji.buka(isi, lembar_sumber.NAMA, lembar_sumber.SUSUNAN)


def test_two_indicators_with_one_report_name_the_source_and_its_cell() -> None:
    iku, sumber = cetak(kantor_sama())
    assert str(iku.nilai("keterangan", iku.baris("indikator", "Indikator keg"))).startswith("Sama dengan sub.")
    assert [sumber.nilai("sel", sumber.baris("kode", kode)) for kode in ("keg", "sub")] == ["Realisasi!J10"] * 2


def test_what_is_made_of_units_names_the_cell_of_each_and_who_is_missing() -> None:
    toko = antarunit("jumlah")
    toko.lapor("sub.1", {1: 1, 2: 2})
    toko.lapor("sub.2", {1: 3}, unit="S2")
    iku, sumber = cetak(toko)
    baris = sumber.baris("kode", "sub")
    assert sumber.nilai("nilai", baris) == 4
    satu, dua = "sub.1 1 (S1-2026-1-v1.xlsx, Realisasi!J10)", "sub.2 3 (S2-2026-1-v1.xlsx, Realisasi!J10)"
    assert sumber.nilai("sel", baris) == f"{satu}; {dua}"
    keterangan = str(iku.nilai("keterangan", iku.baris("indikator", "Indikator sub")))
    assert keterangan.startswith("Jumlah dari unit-unit.\nBelum ada data TW II: menunggu Seksi Dua")
