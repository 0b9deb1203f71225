"""The log is a chain: whatever is changed afterwards is found, and named."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.gudang import Gudang, Peristiwa
from data.rantai import AWAL, KOLOM, Putus, Ujung, sidik_peristiwa
from tests.alat.gudang import tanya
from tests.alat.kantor_alur import KOMPILASI, Kantor
from tests.alat.kosong import gudang_kosong
from tests.alat.rantai import periksa_rantai

Jejak = list[dict[str, Any]]
TEKS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
BARIS = st.fixed_dictionaries(
    {
        "kode_pd": TEKS,
        "waktu": st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)),
        "oleh": TEKS,
        "aksi": TEKS,
        "objek": TEKS,
        "rincian": TEKS,
        "kunci": st.none() | TEKS,
        "akun": st.none() | TEKS,
        "sebagai": st.none() | TEKS,
        "mengubah": st.booleans(),
    }
)


def _rangkai(isi: Jejak, awal: str = AWAL, nomor: int = 1) -> Jejak:
    hasil = []
    for urut, peristiwa in enumerate(isi, nomor):
        baris = {**peristiwa, "nomor": urut}
        awal = sidik_peristiwa(baris, awal)
        hasil.append({**baris, "sidik": awal})
    return hasil


JEJAK = st.lists(BARIS, min_size=1, max_size=12).map(_rangkai)


def _ujung(jejak: Jejak) -> tuple[Ujung, ...]:
    return tuple(Ujung(peristiwa["nomor"], peristiwa["sidik"]) for peristiwa in jejak)


def _lain(nilai: Any, data: st.DataObject) -> Any:
    """Another value that the column could hold."""
    if isinstance(nilai, bool):
        return not nilai
    if isinstance(nilai, datetime):
        return nilai + timedelta(microseconds=data.draw(st.integers(1, 10**12)))
    if nilai is None:
        return data.draw(TEKS)
    return data.draw(TEKS.filter(lambda teks: teks != nilai) | st.none())


@settings(max_examples=40)
@given(JEJAK)
def test_a_log_as_it_was_written_holds_with_every_tip_that_anybody_remembers(jejak: Jejak) -> None:
    assert periksa_rantai(jejak) is None
    assert periksa_rantai(jejak, _ujung(jejak)) is None


@settings(max_examples=150)
@given(JEJAK, st.data())
def test_a_changed_column_is_found_in_its_row(jejak: Jejak, data: st.DataObject) -> None:
    ke = data.draw(st.integers(0, len(jejak) - 1))
    kolom = data.draw(st.sampled_from([kolom for kolom in (*KOLOM, "sidik") if kolom != "nomor"]))
    jejak[ke] = {**jejak[ke], kolom: _lain(jejak[ke][kolom], data)}
    putus = periksa_rantai(jejak)
    assert putus == Putus(ke + 1, f"Peristiwa nomor {ke + 1} berubah: isinya tidak lagi sesuai dengan sidiknya.")


@settings(max_examples=60)
@given(st.lists(BARIS, min_size=2, max_size=12, unique_by=repr).map(_rangkai), st.data())
def test_a_row_taken_out_of_the_middle_is_missed_by_its_number(jejak: Jejak, data: st.DataObject) -> None:
    ke = data.draw(st.integers(0, len(jejak) - 2))
    putus = periksa_rantai(jejak[:ke] + jejak[ke + 1 :])
    assert putus == Putus(ke + 1, f"Peristiwa nomor {ke + 1} hilang; sesudah {ke} langsung {ke + 2}.")


@settings(max_examples=60)
@given(JEJAK, st.data())
def test_a_row_taken_out_and_the_rest_numbered_anew_is_found_where_it_was(jejak: Jejak, data: st.DataObject) -> None:
    ke = data.draw(st.integers(0, len(jejak) - 1))
    sisa = [{**peristiwa, "nomor": peristiwa["nomor"] - 1} for peristiwa in jejak[ke + 1 :]]
    putus = periksa_rantai(jejak[:ke] + sisa, _ujung(jejak))
    assert putus is not None
    assert putus.nomor == ke + 1


@settings(max_examples=60)
@given(JEJAK, BARIS, st.data())
def test_a_row_put_in_is_found_whether_the_rest_is_numbered_anew_or_not(
    jejak: Jejak, selipan: dict[str, Any], data: st.DataObject
) -> None:
    ke = data.draw(st.integers(0, len(jejak) - 1))
    assume({**selipan, "nomor": ke + 1} != {nama: jejak[ke][nama] for nama in KOLOM})
    sebelum = jejak[ke - 1]["sidik"] if ke else AWAL
    palsu = _rangkai([selipan], sebelum, ke + 1)
    sisa = [{**peristiwa, "nomor": peristiwa["nomor"] + 1} for peristiwa in jejak[ke:]]
    putus = periksa_rantai(jejak[:ke] + palsu + sisa)
    assert putus is not None
    assert putus.nomor == ke + 2
    dua_kali = periksa_rantai(jejak[:ke] + palsu + jejak[ke:])
    assert dua_kali is not None
    assert dua_kali.nomor == ke + 2


@settings(max_examples=60)
@given(st.lists(BARIS, min_size=2, max_size=12, unique_by=repr).map(_rangkai), st.data())
def test_two_rows_that_changed_places_are_found_at_the_first(jejak: Jejak, data: st.DataObject) -> None:
    peristiwa, dua = sorted(data.draw(st.lists(st.integers(0, len(jejak) - 1), min_size=2, max_size=2, unique=True)))
    tukar = list(jejak)
    tukar[peristiwa], tukar[dua] = jejak[dua], jejak[peristiwa]
    putus = periksa_rantai(tukar)
    assert putus is not None
    assert putus.nomor == peristiwa + 1
    for ke in (peristiwa, dua):
        tukar[ke] = {**tukar[ke], "nomor": ke + 1}
    putus = periksa_rantai(tukar)
    assert putus is not None
    assert putus.nomor == peristiwa + 1


@settings(max_examples=60)
@given(JEJAK, st.data())
def test_a_tail_that_was_cut_off_is_missed_by_whoever_remembers_a_tip(jejak: Jejak, data: st.DataObject) -> None:
    sisa = data.draw(st.integers(0, len(jejak) - 1))
    assert periksa_rantai(jejak[:sisa]) is None
    putus = periksa_rantai(jejak[:sisa], _ujung(jejak)[-1:])
    assert putus == Putus(sisa + 1, f"Peristiwa nomor {sisa + 1} sampai {len(jejak)} hilang dari ujung jejak.")


@settings(max_examples=60)
@given(JEJAK, BARIS, st.data())
def test_a_tail_written_anew_by_somebody_who_knows_how_is_found_by_a_remembered_tip(
    jejak: Jejak, baru: dict[str, Any], data: st.DataObject
) -> None:
    ke = data.draw(st.integers(0, len(jejak) - 1))
    assume({**baru, "nomor": ke + 1} != {nama: jejak[ke][nama] for nama in KOLOM})
    isi = [{nama: peristiwa[nama] for nama in KOLOM if nama != "nomor"} for peristiwa in jejak]
    isi[ke] = baru
    palsu = _rangkai(isi)
    assert periksa_rantai(palsu) is None, "without a tip from elsewhere nobody could know"
    putus = periksa_rantai(palsu, _ujung(jejak)[::-1])
    assert putus is not None
    assert putus.nomor == ke + 1
    assert "dicatat di luar jejak" in putus.sebab


def test_the_sidik_is_what_anybody_can_work_out_with_ordinary_tools() -> None:
    baris = {**dict.fromkeys(KOLOM), "nomor": 1, "waktu": datetime(2026, 10, 5, 8, 0), "oleh": "Sri", "mengubah": True}
    teks = f'[1,null,"2026-10-05T08:00:00","Sri",null,null,null,null,null,null,true,"{AWAL}"]'
    assert sidik_peristiwa(baris, AWAL) == hashlib.sha256(teks.encode()).hexdigest()


@cache
def _toko() -> Gudang:
    """One store for all examples; its log goes on."""
    return gudang_kosong()


@settings(max_examples=15)
@given(
    isi=st.lists(
        st.tuples(TEKS, st.dictionaries(TEKS, TEKS | st.integers(-(10**12), 10**12) | st.none(), max_size=3)),
        min_size=1,
        max_size=5,
    )
)
def test_what_the_store_gives_back_holds_whatever_was_written(isi: list[tuple[str, dict[str, Any]]]) -> None:
    gudang = _toko()
    dulu = len(gudang.kueri("peristiwa_semua"))
    for nomor, (teks, rincian) in enumerate(isi, dulu):
        waktu = datetime(2026, 10, 5, 8) + timedelta(seconds=nomor, microseconds=nomor * 7)
        with gudang.transaksi(Peristiwa(teks, teks, teks, teks, rincian, waktu, f"{nomor}{teks}", teks, teks)):
            pass
    jejak = gudang.kueri("peristiwa_semua")
    assert len(jejak) == dulu + len(isi)
    assert periksa_rantai(jejak) is None


UBAHAN: dict[str, str] = {
    "oleh": "'orang lain'",
    "aksi": "'alur:lain'",
    "objek": "objek || '-'",
    "rincian": "replace(rincian, '2026', '2025')",
    "waktu": "waktu + INTERVAL 1 SECOND",
    "kunci": "NULL",
    "akun": "'lain'",
    "sebagai": "'Plt. ' || sebagai",
    "kode_pd": "'7.01.99'",
    "mengubah": "NOT mengubah",
    "sidik": "repeat('0', 64)",
}


@pytest.mark.parametrize("kolom", UBAHAN)
def test_a_log_row_that_was_changed_in_the_store_is_named(kantor: Kantor, kolom: str) -> None:
    kantor.bawa(KOMPILASI, "dikembalikan")
    banyak = len(kantor.jejak())
    assert periksa_rantai(kantor.jejak()) is None
    nomor = banyak - 2
    tanya(kantor.gudang, f"UPDATE peristiwa SET {kolom} = {UBAHAN[kolom]} WHERE nomor = ?", [nomor])
    putus = periksa_rantai(kantor.jejak())
    assert putus is not None
    assert putus.nomor == nomor


def test_a_store_goes_on_after_a_broken_link_and_still_names_the_first(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_sekretaris")
    tanya(kantor.gudang, "UPDATE peristiwa SET oleh = 'orang lain' WHERE nomor IN (3, 5)")
    kantor.lakukan("kembalikan_kompilasi", KOMPILASI)
    putus = periksa_rantai(kantor.jejak())
    assert putus is not None
    assert putus.nomor == 3
