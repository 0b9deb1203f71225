"""What is frozen has one form: whatever is changed afterwards has another, and so another sidik."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.beku.kanonik import baca_kanonik, sambung_kanonik, sidik, tulis_kanonik
from tests.alat.gudang import tanya
from tests.alat.kantor_alur import KOMPILASI, Kantor

TEKS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NILAI = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | TEKS
    | st.floats(allow_nan=False)
    | st.decimals(allow_nan=False, allow_infinity=False, places=6)
    | st.dates()
    | st.datetimes(),
    lambda isi: st.lists(isi, max_size=3) | st.dictionaries(st.sampled_from("dftwmx") | TEKS, isi, max_size=3),
    max_leaves=12,
)


@settings(max_examples=200)
@given(NILAI)
def test_whatever_is_frozen_comes_back_as_it_was(isi: Any) -> None:
    kembali = baca_kanonik(tulis_kanonik(isi))
    assert kembali == isi
    assert _jenis(kembali) == _jenis(isi)
    assert tulis_kanonik(kembali) == tulis_kanonik(isi)


def _jenis(isi: Any) -> Any:
    if isinstance(isi, dict):
        return {nama: _jenis(nilai) for nama, nilai in isi.items()}
    return [_jenis(nilai) for nilai in isi] if isinstance(isi, list) else type(isi)


@settings(max_examples=60)
@given(st.dictionaries(TEKS, NILAI, min_size=2, max_size=5))
def test_the_order_of_the_columns_is_no_content(isi: dict[str, Any]) -> None:
    assert tulis_kanonik(dict(reversed(isi.items()))) == tulis_kanonik(isi)


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(["bentuk", "tabel", "triwulan"]), NILAI, min_size=1), NILAI)
def test_a_last_key_that_is_known_later_gives_the_same_bytes(isi: dict[str, Any], nilai: Any) -> None:
    assert sambung_kanonik(tulis_kanonik(isi), "ujung", nilai) == tulis_kanonik({**isi, "ujung": nilai})


def test_the_form_never_changes_because_a_register_holds_digests_of_it() -> None:
    isi = {
        "teks": "Kecamatan “Ujung” – é",
        "angka": [0, -1, Decimal("1234.50"), Decimal("1E+3"), Decimal("0.000000000001"), 0.1, None, True],
        "waktu": [date(2026, 8, 17), datetime(2026, 8, 17, 9, 30)],
        "mirip": {"d": "12"},
    }
    tertulis = (
        '{"angka":[0,-1,{"d":"1234.5"},{"d":"1000"},{"d":"0.000000000001"},{"f":"0.1"},null,true],"mirip":{"m":{"d":"12"}},'
        '"teks":"Kecamatan “Ujung” – é","waktu":[{"t":"2026-08-17"},{"w":"2026-08-17T09:30:00"}]}'
    )
    assert tulis_kanonik(isi).decode() == tertulis
    assert sidik(tulis_kanonik(isi)) == hashlib.sha256(tertulis.encode()).hexdigest()


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        (Decimal("12.50"), Decimal("12.5")),
        (Decimal("1E+3"), Decimal(1000)),
        (Decimal("-0.00"), Decimal(0)),
        ((1, 2), [1, 2]),
    ],
    ids=str,
)
def test_the_same_content_has_one_form(satu: Any, dua: Any) -> None:
    assert tulis_kanonik(satu) == tulis_kanonik(dua)


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        (1, True),
        (0, None),
        ("", None),
        (1, "1"),
        (Decimal(1), 1),
        (1.0, Decimal(1)),
        (date(2026, 8, 17), "2026-08-17"),
        (date(2026, 8, 17), datetime(2026, 8, 17)),
        ({"d": "12.5"}, Decimal("12.5")),
        ({"m": {"d": "12.5"}}, {"d": "12.5"}),
        ([], {}),
        ([[1], 2], [1, [2]]),
    ],
    ids=str,
)
def test_other_content_has_another_form(satu: Any, dua: Any) -> None:
    assert sidik(tulis_kanonik(satu)) != sidik(tulis_kanonik(dua))


@pytest.mark.parametrize("isi", [{"d": "x"}, {"t": "bukan tanggal"}, {"f": ""}, {"w": "?"}, {"m": {"d": "x"}}])
def test_a_mapping_of_somebody_that_looks_like_a_tag_is_not_taken_for_one(isi: Any) -> None:
    assert baca_kanonik(tulis_kanonik(isi)) == isi
    assert baca_kanonik(tulis_kanonik({"nama": isi, "lain": [isi]})) == {"nama": isi, "lain": [isi]}


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"d":"x"}',
        b'{"d":5}',
        b'{"m":5}',
        b'{"t":"2026-13-01"}',
        b'{"w":"kemarin"}',
        b'{"f":"banyak"}',
        b"[" * 200_000,
    ],
)
def test_bytes_that_are_no_frozen_form_are_a_value_error(isi: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reason differs, the kind is what is promised
        baca_kanonik(isi)


@pytest.mark.parametrize("isi", [b"x", {1: "satu"}, {1, 2}, timedelta(1), object()], ids=lambda isi: type(isi).__name__)
def test_what_has_no_form_is_refused(isi: Any) -> None:
    with pytest.raises(TypeError):
        tulis_kanonik({"isi": isi})


def test_the_form_is_json_that_anybody_can_read() -> None:
    isi = {"z": Decimal("1.50"), "a": [None, True, "é", 0.1], "t": date(2026, 8, 17), "w": datetime(2026, 8, 17, 9, 5)}
    teks = '{"a":[null,true,"é",{"f":"0.1"}],"t":{"t":"2026-08-17"},"w":{"w":"2026-08-17T09:05:00"},"z":{"d":"1.5"}}'
    assert tulis_kanonik(isi) == teks.encode()
    assert json.loads(teks)["z"] == {"d": "1.5"}


def test_a_changed_figure_changes_the_sidik(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_camat")
    awal = kantor.sidik(KOMPILASI)
    assert kantor.sidik(KOMPILASI) == awal
    tanya(kantor.gudang, "UPDATE realisasi SET nilai = nilai + 0.000000000001")
    assert kantor.sidik(KOMPILASI) != awal
    tanya(kantor.gudang, "UPDATE realisasi SET nilai = nilai - 0.000000000001")
    assert kantor.sidik(KOMPILASI) == awal
