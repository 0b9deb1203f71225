"""An indicator whose values come from others: what a plan can say about it, and what it is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from analytics.rencana.baris import AturanRencana, IndikatorRencana, NilaiRencana, Rencana, Rujukan
from analytics.rencana.impor import PutusanImpor, impor_rencana
from analytics.rencana.lembar.baca import BacaanRencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.periksa.jawab import JawabanRencana, JawabanSoal
from analytics.rencana.periksa.konteks import susun_konteks
from analytics.rencana.periksa.turunan import periksa_turunan
from analytics.rencana.simpanan.muat import muat_aturan, muat_rencana
from analytics.rencana.soal import Soal
from data.gudang import Gudang
from tests.alat.kosong import gudang_kosong
from tests.rencana.alat_kecil import ATURAN, KEGIATAN, KODE_PD, LAPORAN, RENJA, SKALA, SUB_1, nilai, rencana_kecil

KEG = "I-8"
KEL = ("I-6.A", "I-6.B")
SEUKUR = (f"diukur seperti {LAPORAN}",)
PASANGAN: dict[str, Any] = {"pembilang": "selesai", "penyebut": "semua", "faktor": Decimal(100)}
RATA: dict[str, Any] = {"pembilang": "jumlah nilai unit", "penyebut": "banyak unit", "faktor": Decimal(1)}
BACAAN = JawabanSoal(1)
DASAR = next(aturan for aturan in ATURAN if aturan.kode == LAPORAN)
PADA = datetime(2025, 1, 5, 8, 0)


def dengan(
    rencana: Rencana, kode: str, simpul: str, target: str = "12 3 3 3 3", satuan: str = "Laporan", **aturan: Any
) -> Rencana:
    """The plan with one more indicator, called like the one of the sub kegiatan and planned for 2025."""
    asal = next(indikator for indikator in rencana.indikator if indikator.kode == LAPORAN)
    contoh = next(sasaran for sasaran in rencana.target if sasaran.dokumen == RENJA)
    setahun = [
        replace(contoh, indikator=kode, triwulan=tw, nilai=nilai(kata)) for tw, kata in enumerate(target.split())
    ]
    return replace(
        rencana,
        indikator=(*rencana.indikator, replace(asal, kode=kode, simpul=simpul, satuan=satuan)),
        aturan=(*rencana.aturan, replace(DASAR, kode=kode, **{"mulai": 2025, **aturan})),
        target=(*rencana.target, *(setahun if target else ())),
        rujukan=(*rencana.rujukan, Rujukan("target_renja", RENJA, kode)),
    )


def berulang(**lain: Any) -> Rencana:
    """A kegiatan whose indicator repeats that of its sub kegiatan."""
    return dengan(rencana_kecil(), KEG, KEGIATAN, **lain)


def atur(rencana: Rencana, kode: str, **medan: Any) -> Rencana:
    semua = (replace(aturan, **medan) if aturan.kode == kode else aturan for aturan in rencana.aturan)
    return replace(rencana, aturan=tuple(semua))


def tanya(rencana: Rencana) -> list[Soal]:
    """What is asked of a plan that was read from a workbook."""
    terbaca = replace(
        rencana,
        indikator=tuple(_di_buku(indikator, nomor) for nomor, indikator in enumerate(rencana.indikator, 5)),
    )
    return list(periksa_turunan(susun_konteks(BacaanRencana(terbaca, ()), skala=SKALA)))


def _di_buku(indikator: IndikatorRencana, nomor: int) -> IndikatorRencana:
    return replace(indikator, asal=replace(indikator.asal, lembar="Indikator", sel=f"A{nomor}"))


def kode_soal(semua: list[Soal]) -> list[tuple[str, str | None]]:
    return [(soal.temuan.kode, soal.temuan.kode_indikator) for soal in semua]


def impor(gudang: Gudang, rencana: Rencana, jawaban: JawabanRencana | str | None = None) -> PutusanImpor:
    return impor_rencana(gudang, susun_templat(rencana).isi, "rencana.xlsx", "Kasubbag (uji)", PADA, jawaban)


def test_an_indicator_that_repeats_one_below_it_is_asked_and_what_stands_by_itself_is_not() -> None:
    assert tanya(rencana_kecil()) == []
    (soal,) = tanya(berulang())
    assert (soal.temuan.kode, soal.temuan.kode_indikator) == ("indikator_berulang", KEG)
    assert soal.temuan.pengganti == (f"ya, sama dengan {LAPORAN}",)
    (beda,) = tanya(berulang(satuan="Dokumen"))
    assert "satuannya lain (Dokumen, bukan Laporan)" in beda.temuan.pesan
    assert tanya(dengan(rencana_kecil(), KEG, "7.01.06.2.01.0002")) == []


def test_of_a_row_of_repetitions_each_is_asked_about_the_lowest_and_of_two_below_none() -> None:
    semua = dengan(dengan(berulang(), "I-9", "7.01.06"), "I-10", "S1")
    assert [soal.temuan.pengganti for soal in tanya(semua)] == [(f"ya, sama dengan {LAPORAN}",)] * 3
    assert tanya(dengan(berulang(), "I-9", "7.01.06.2.01.0002")) == []


def test_yes_makes_the_rule_say_so_and_a_reason_leaves_both_to_be_filled() -> None:
    gudang = gudang_kosong()
    assert kode_pertanyaan(impor(gudang, berulang())) == ["indikator_berulang"]
    assert impor(gudang, berulang(), JawabanRencana({"indikator_berulang": BACAAN})).status == "tersimpan"
    assert {aturan.sama_dengan for aturan in _aturan(gudang, KEG)} == {LAPORAN}
    gudang.tutup()
    gudang = gudang_kosong()
    assert impor(gudang, berulang(), "Diukur oleh orang lain").status == "tersimpan"
    assert {aturan.sama_dengan for aturan in _aturan(gudang, KEG)} == {None}
    gudang.tutup()


def kode_pertanyaan(putusan: PutusanImpor) -> list[str]:
    assert putusan.status in {"perlu_alasan", "ditolak"}
    return [soal.kode for soal in putusan.pertanyaan]


def _aturan(gudang: Gudang, kode: str) -> list[AturanRencana]:
    return [aturan for (milik, _), (aturan, _) in muat_aturan(gudang, KODE_PD).items() if milik == kode]


def test_what_the_two_have_each_by_itself_is_asked_and_can_be_made_the_same() -> None:
    beda = berulang(target="4 3 3 3 4", agregasi="maksimum", sama_dengan=LAPORAN, satuan="Dokumen")
    (soal,) = tanya(beda)
    assert soal.temuan.kode == "sama_dengan_beda"
    assert "berbeda: satuan, agregasi, target 2025 (RENJA-25)." in soal.temuan.pesan
    assert tanya(berulang(sama_dengan=LAPORAN)) == []
    gudang = gudang_kosong()
    assert kode_pertanyaan(impor(gudang, beda)) == ["sama_dengan_beda"]
    assert impor(gudang, beda, JawabanRencana({"sama_dengan_beda": BACAAN})).status == "tersimpan"
    assert _target_renja(gudang, KEG) == _target_renja(gudang, LAPORAN) != {}
    assert {aturan.agregasi for aturan in _aturan(gudang, KEG)} == {"jumlah"}
    gudang.tutup()


def _target_renja(gudang: Gudang, kode: str) -> dict[int, NilaiRencana]:
    tersimpan = muat_rencana(gudang, KODE_PD)
    assert tersimpan is not None
    milik = (target for target in tersimpan.target if (target.dokumen, target.indikator) == (RENJA, kode))
    return {target.triwulan: target.nilai for target in milik}


def test_what_a_reading_raises_is_asked_with_its_own_reading() -> None:
    """Yes, the same: and then also the target that differs."""
    beda = berulang(target="10 3 3 3 1")
    gudang = gudang_kosong()
    assert kode_pertanyaan(impor(gudang, beda)) == ["indikator_berulang"]
    ya = {"indikator_berulang": BACAAN}
    assert "sama_dengan_beda" in kode_pertanyaan(impor(gudang, beda, JawabanRencana(ya)))
    assert impor(gudang, beda, JawabanRencana({**ya, "sama_dengan_beda": BACAAN})).status == "tersimpan"
    tersimpan = muat_rencana(gudang, KODE_PD)
    assert tersimpan is not None
    setahun = {
        t.nilai.nilai
        for t in tersimpan.target
        if (t.dokumen, t.triwulan) == (RENJA, 0) and t.indikator in (KEG, LAPORAN)
    }
    assert setahun == {Decimal(12)}
    gudang.tutup()


def test_a_target_that_only_the_other_has_is_asked_without_a_reading() -> None:
    (soal,) = tanya(berulang(target="12 3 3 3", sama_dengan=LAPORAN))
    assert (soal.temuan.kode, soal.temuan.pengganti) == ("sama_dengan_beda", ())


@pytest.mark.parametrize(
    ("medan", "kata", "bacaan"),
    [
        ({"sama_dengan": KEG}, f"berputar: {KEG} → {KEG}", ("diisi sendiri",)),
        ({"sama_dengan": "I-9"}, "yang sendiri sama dengan", (f"sama dengan {LAPORAN}",)),
        ({"sama_dengan": LAPORAN, "cara_isi": "sd_triwulan"}, "lain: s/d triwulan, bukan triwulan ini", SEUKUR),
        ({"sama_dengan": LAPORAN, **PASANGAN}, "pembilang / penyebut × 100", SEUKUR),
        ({"sama_dengan": LAPORAN, "agregasi_unit": "jumlah"}, "lebih dari satu tempat", ()),
        ({"sama_dengan": LAPORAN, "mulai": 2024}, "tidak punya aturan untuk tahun 2024", ()),
        ({"bagian_dari": LAPORAN}, "Agregasi unitnya kosong", ()),
        ({"agregasi_unit": "jumlah"}, "tidak ada indikator yang menjadi bagiannya", ()),
    ],
)  # fmt: skip
def test_a_value_that_has_no_one_source_or_another_measure_is_refused(
    medan: dict[str, Any], kata: str, bacaan: tuple[str, ...]
) -> None:
    rencana = atur(dengan(berulang(**medan), "I-9", "7.01.06", sama_dengan=LAPORAN), LAPORAN, mulai=2025)
    semua = [soal for soal in tanya(rencana) if soal.temuan.kode == "sumber_nilai"]
    assert [soal.temuan.kode_indikator for soal in semua] == [KEG]
    assert kata in semua[0].temuan.pesan
    assert semua[0].temuan.pengganti == bacaan


def test_a_circle_names_its_way_and_is_refused_until_one_of_them_is_filled() -> None:
    lingkar = atur(berulang(sama_dengan=LAPORAN, mulai=2024), LAPORAN, sama_dengan=KEG)
    assert [soal.temuan.pesan for soal in tanya(lingkar)] == [
        f"Sama dengan berputar: {LAPORAN} → {KEG} → {LAPORAN}.",
        f"Sama dengan berputar: {KEG} → {LAPORAN} → {KEG}.",
    ]
    gudang = gudang_kosong()
    assert impor(gudang, lingkar, "Memang begitu").status == "ditolak"
    jawaban = JawabanRencana({f"sumber_nilai/{LAPORAN}": BACAAN})
    assert impor(gudang, lingkar, jawaban).status == "tersimpan"
    assert [aturan.sama_dengan for aturan in _aturan(gudang, LAPORAN)] == [None] * 3
    gudang.tutup()


def antarunit(cara: str, bagian: dict[str, Any] | None = None, **kantor: Any) -> Rencana:
    """The indicator of a sub kegiatan as the office's, made of those of two units."""
    rencana = atur(rencana_kecil(), LAPORAN, agregasi_unit=cara, **kantor)
    for kode in KEL:
        medan = {"bagian_dari": LAPORAN, "mulai": 2024, **(bagian or {})}
        rencana = dengan(rencana, kode, SUB_1, target="6 1 1 2 2", **medan)
    return rencana


@pytest.mark.parametrize(
    ("rencana", "kata"),
    [
        (antarunit("jumlah"), None),
        (antarunit("rasio", PASANGAN, **PASANGAN), None),
        (antarunit("rata_rata", None, **RATA), None),
        (antarunit("rata_rata"), "jumlah nilai unit / banyak unit × 1"),
        (antarunit("rasio", PASANGAN), "tidak punya pembilang dan penyebut"),
        (antarunit("jumlah", PASANGAN), "digabung antarunit dengan rasio"),
        (antarunit("rasio", {**PASANGAN, "faktor": Decimal(1)}, **PASANGAN), "faktornya lain"),
        (antarunit("jumlah", {"frekuensi": "tahunan"}), "frekuensi"),
    ],
)
def test_parts_of_units_are_measured_so_that_they_have_a_sum(rencana: Rencana, kata: str | None) -> None:
    semua = [soal.temuan for soal in tanya(rencana)]
    assert {temuan.kode for temuan in semua} == ({"sumber_nilai"} if kata else set())
    assert kata is None or [temuan for temuan in semua if kata in temuan.pesan]


def test_a_part_without_a_target_where_the_office_has_one_is_asked() -> None:
    rencana = antarunit("jumlah")
    tanpa = replace(rencana, target=tuple(target for target in rencana.target if target.indikator != KEL[1]))
    (soal,) = tanya(tanpa)
    assert (soal.temuan.kode, soal.temuan.kode_baris) == ("bagian_tanpa_target", LAPORAN)
    assert soal.temuan.pesan.endswith(f"bagiannya tidak: {KEL[1]}.")


def test_what_is_said_in_a_workbook_is_stored_and_written_into_the_next_one() -> None:
    gudang = gudang_kosong()
    rencana = dengan(antarunit("jumlah"), KEG, KEGIATAN, sama_dengan=LAPORAN)
    assert impor(gudang, rencana, "Benar").status == "tersimpan"
    tersimpan = muat_rencana(gudang, KODE_PD)
    assert tersimpan is not None
    ditulis = {
        aturan.kode: (aturan.sama_dengan, aturan.bagian_dari, aturan.agregasi_unit) for aturan in tersimpan.aturan
    }
    assert ditulis[KEG] == (LAPORAN, None, None)
    assert ditulis[LAPORAN] == (None, None, "jumlah")
    assert ditulis[KEL[0]] == (None, LAPORAN, None)
    assert impor(gudang, tersimpan).status == "sudah_diimpor"
    gudang.tutup()
