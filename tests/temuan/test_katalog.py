"""The catalogue of findings is data: what it may say, and what is made of it."""

from __future__ import annotations

import pytest

from analytics.temuan.butir import buat
from analytics.temuan.katalog import (
    DITANYA_RENCANA,
    KATALOG_FORMAT,
    KATALOG_RENCANA,
    SALAH_KETIK,
    SEKALI_SETAHUN,
    AturanTemuan,
    KatalogRusak,
    urai_katalog,
)
from tests.susun_dokumen import KODE, susun_kode

SUMBER = {"e81": "Formulir E.81"}
BAIK = """
[Sel.angka_ganjil]
tingkat = "galat"
aturan = "Angka tidak ganjil."
sebab = "Contoh."
sumber = "e81"
"""


def test_a_rule_is_read_with_its_source_in_words() -> None:
    aturan = AturanTemuan("angka_ganjil", "galat", "Angka tidak ganjil.", "Contoh.", "Formulir E.81")
    assert urai_katalog(BAIK, SUMBER) == {"Sel": (aturan,)}


@pytest.mark.parametrize(
    ("rusak", "sebab"),
    [
        (f'{BAIK}contoh = "85,5"\n', "contoh"),
        (BAIK.replace('sebab = "Contoh."\n', ""), "sebab"),
        (BAIK.replace('"Contoh."', "85"), "sebab"),
        (f'{BAIK}salah_ketik = "ya"\n', "salah_ketik"),
        (BAIK.replace('"galat"', '"fatal"'), "tingkat fatal"),
        (BAIK.replace('"e81"', '"e82"'), "sumber e82"),
        (f"{BAIK}\n[Makna.angka_ganjil]\n", "kode ganda"),
        (f'{BAIK}saran = "Ketik {{pilihan."\n', "saran"),
        (f'{BAIK}saran = "Ketik {{0}}."\n', "saran"),
        ('Sel = "galat"\n', "bukan kelompok"),
        ('[Sel]\nangka_ganjil = "galat"\n', "bukan aturan"),
    ],
    ids=["unknown key", "missing key", "other type", "no truth value", "tingkat", "source", "code twice", "template",
         "name without a word", "no group", "no rule"],
)  # fmt: skip
def test_a_catalogue_that_says_what_it_may_not_say_is_refused(rusak: str, sebab: str) -> None:
    with pytest.raises(KatalogRusak, match=sebab):
        urai_katalog(rusak, SUMBER)


@pytest.mark.parametrize("katalog", [KATALOG_FORMAT, KATALOG_RENCANA], ids=["format", "rencana"])
def test_every_rule_is_a_sentence_with_its_reason(katalog: dict[str, AturanTemuan]) -> None:
    assert [kode for kode, aturan in katalog.items() if not aturan.aturan.endswith(".")] == []
    assert [kode for kode, aturan in katalog.items() if not aturan.sebab.endswith(".")] == []


def test_every_question_about_a_plan_is_asked_in_a_sentence_of_its_own() -> None:
    ditanya = [aturan for aturan in KATALOG_RENCANA.values() if aturan.tingkat == "peringatan"]
    assert [aturan.kode for aturan in ditanya if not aturan.tanya.endswith("?")] == []


def test_what_an_import_of_the_plan_asks_too_is_a_question_of_both_catalogues() -> None:
    assert set(DITANYA_RENCANA) <= set(KATALOG_RENCANA)
    assert set(DITANYA_RENCANA.values()) <= SEKALI_SETAHUN


def test_what_is_asked_once_a_year_or_may_be_a_slip_is_a_question() -> None:
    assert {KATALOG_FORMAT[kode].tingkat for kode in SEKALI_SETAHUN | SALAH_KETIK} == {"peringatan"}


def test_the_codes_as_types_are_those_of_the_catalogue() -> None:
    assert KODE.read_text(encoding="utf-8") == susun_kode(), "run: python -m tests.susun_dokumen"


def test_a_finding_of_no_rule_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        buat("angka_ganjil", "Angka 3 ganjil.")  # type: ignore[arg-type]
