from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from analytics.pembaca.proses import KEPALA, AnakMati, ProsesAnak, layani

ANAK = "tests.pembaca.alat_anak"
LAPANG = 1024 * 1024 * 1024


@pytest.fixture
def anak() -> Iterator[ProsesAnak]:
    with ProsesAnak(ANAK, 30.0, LAPANG) as proses:
        yield proses


@pytest.mark.parametrize(
    "pesan", [b"", b"halo", bytes(range(256)) * 40_000], ids=["nothing", "a word", "ten megabytes"]
)
def test_what_is_sent_is_answered_whole(anak: ProsesAnak, pesan: bytes) -> None:
    assert anak.tukar(b"balik " + pesan) == pesan[::-1]


def test_one_child_answers_many_frames(anak: ProsesAnak) -> None:
    assert anak.nomor is None
    anak.tukar(b"balik a")
    nomor = anak.nomor
    assert [anak.tukar(b"balik ab") for _ in range(5)] == [b"ba"] * 5
    assert anak.nomor == nomor


def test_threads_take_turns_and_get_their_own_answers(anak: ProsesAnak) -> None:
    kata = [f"kata {nomor}".encode() for nomor in range(40)]
    with ThreadPoolExecutor(8) as kolam:
        assert list(kolam.map(lambda sepatah: anak.tukar(b"balik " + sepatah), kata)) == [
            sepatah[::-1] for sepatah in kata
        ]


@pytest.mark.parametrize("perintah", [b"keluar 3", b"tidak-dikenal"], ids=["ends itself", "raises"])
def test_a_child_that_dies_is_told_and_the_next_exchange_starts_another(anak: ProsesAnak, perintah: bytes) -> None:
    anak.tukar(b"balik a")
    lama = anak.nomor
    with pytest.raises(AnakMati):
        anak.tukar(perintah)
    assert anak.tukar(b"balik ab") == b"ba"
    assert anak.nomor != lama


def test_a_child_that_takes_too_long_is_killed() -> None:
    with ProsesAnak(ANAK, 1.0, LAPANG) as anak:
        with pytest.raises(AnakMati):
            anak.tukar(b"tidur 600")
        assert anak.nomor is None


def test_a_child_that_does_not_read_cannot_hold_up_who_writes_to_it() -> None:
    with ProsesAnak("tests.pembaca.alat_anak_tuli", 1.0, LAPANG) as anak, pytest.raises(AnakMati):
        anak.tukar(bytes(8 * 1024 * 1024))


def test_the_watchdog_kills_a_child_that_holds_too_much_memory() -> None:
    with ProsesAnak(ANAK, 60.0, 150 * 1024 * 1024, awasi=True) as anak:
        assert anak.tukar(b"balik ab") == b"ba"
        with pytest.raises(AnakMati):
            anak.tukar(b"makan %d" % (400 * 1024 * 1024))
        assert anak.tukar(b"balik ab") == b"ba"


def test_without_the_watchdog_the_parent_does_not_measure() -> None:
    with ProsesAnak(ANAK, 30.0, 1, awasi=False) as anak:
        assert anak.tukar(b"balik ab") == b"ba"


@pytest.mark.skipif(not psutil.LINUX, reason="Only Linux holds RLIMIT_AS; the watchdog has a test of its own.")
def test_a_child_bounds_its_own_memory_where_the_platform_can(anak: ProsesAnak) -> None:
    assert anak.tukar(b"muat 1000") == b"True 1000"
    with pytest.raises(AnakMati):
        anak.tukar(b"muat %d" % (400 * 1024 * 1024))


@pytest.mark.parametrize("cetakan", [b"Warning: sesuatu", KEPALA.pack(100) + b"pendek"], ids=["words", "a short frame"])
def test_what_a_child_prints_beside_its_answers_is_not_taken_for_one(cetakan: bytes) -> None:
    with ProsesAnak(ANAK, 1.0, LAPANG) as anak, pytest.raises(AnakMati):
        anak.tukar(b"cetak " + cetakan)


def test_a_child_sees_no_installed_library() -> None:
    with ProsesAnak(ANAK, 30.0, LAPANG) as anak:
        modul = anak.tukar(b"modul").decode().split()
    assert {"site", "psutil"}.isdisjoint(modul)


def test_a_closed_child_is_gone_and_nothing_is_left_of_it() -> None:
    anak = ProsesAnak(ANAK, 30.0, LAPANG)
    anak.tukar(b"balik a")
    nomor = anak.nomor
    assert nomor is not None
    anak.tutup()
    anak.tutup()
    assert not psutil.pid_exists(nomor)


def test_closing_ends_an_exchange_that_is_under_way() -> None:
    with ProsesAnak(ANAK, 600.0, LAPANG) as anak, ThreadPoolExecutor(1) as kolam:
        anak.tukar(b"balik a")
        hasil = kolam.submit(anak.tukar, b"tidur 600")
        while not anak._giliran.locked():
            threading.Event().wait(0.01)
        anak.tutup()
        with pytest.raises(AnakMati):
            hasil.result(timeout=30)


def test_the_childs_side_answers_until_its_input_ends() -> None:
    masuk = io.BytesIO(KEPALA.pack(2) + b"ab" + KEPALA.pack(0) + b"\x00\x00")
    keluar = io.BytesIO()
    layani(masuk, keluar, lambda pesan: pesan + b"!")
    assert keluar.getvalue() == KEPALA.pack(3) + b"ab!" + KEPALA.pack(1) + b"!"
