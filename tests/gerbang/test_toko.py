"""The one open store of the process: opened once, made in the meantime, and never shown half made."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from analytics.contoh.semai import ContohTidakSesuai, Kabar, LangkahContoh
from analytics.sistem import Gudang, GudangTidakDikenal, buka_gudang
from pages.gerbang.toko import BelumSiap, GagalDisiapkan, PemegangGudang
from tests.alat.pemegang import tutup_pemegang

TUNGGU = 30


class Pembuat:
    """Makes an empty store in two steps, the second one when it is told to."""

    def __init__(self) -> None:
        self.dipanggil = 0
        self.lanjut = threading.Event()
        self.di_tengah = threading.Event()
        self.galat: Exception | None = None

    def __call__(self, jalur: Path, kabar: Kabar) -> None:
        self.dipanggil += 1
        kabar(LangkahContoh(1, 2, "mengimpor rencana"))
        self.di_tengah.set()
        assert self.lanjut.wait(TUNGGU)
        if self.galat is not None:
            raise self.galat
        kabar(LangkahContoh(2, 2, "menerima buku kerja"))
        buka_gudang(jalur).tutup()


@pytest.fixture
def pembuat() -> Iterator[Pembuat]:
    pembuat = Pembuat()
    yield pembuat
    pembuat.lanjut.set()


@pytest.fixture
def toko(jalur_gudang: Path, pembuat: Pembuat) -> Iterator[PemegangGudang]:
    terbuka = PemegangGudang(jalur_gudang, pembuat)
    yield terbuka
    pembuat.lanjut.set()
    tutup_pemegang(terbuka)


def _selesai(toko: PemegangGudang) -> Gudang | str:
    """The store or the reason why there is none, when the making has ended."""
    for _ in range(TUNGGU * 100):
        try:
            return toko.buka()
        except GagalDisiapkan as gagal:
            return str(gagal)
        except BelumSiap:
            threading.Event().wait(0.01)
    pytest.fail("the making did not end")


def test_who_asks_while_it_is_being_made_is_told_how_far_it_is_and_gets_nothing(
    toko: PemegangGudang, pembuat: Pembuat
) -> None:
    with pytest.raises(BelumSiap):
        toko.buka()
    assert pembuat.di_tengah.wait(TUNGGU)
    with pytest.raises(BelumSiap) as belum:
        toko.buka()
    assert belum.value.langkah == LangkahContoh(1, 2, "mengimpor rencana")
    pembuat.lanjut.set()
    assert isinstance(_selesai(toko), Gudang)
    assert pembuat.dipanggil == 1


def test_many_who_ask_at_once_get_the_same_store(jalur_gudang: Path) -> None:
    terbuka = PemegangGudang(jalur_gudang)
    with ThreadPoolExecutor(8) as kolam:
        semua = set(kolam.map(lambda _: id(terbuka.buka()), range(32)))
    tutup_pemegang(terbuka)
    assert len(semua) == 1


def test_an_own_store_that_does_not_exist_is_begun_at_once(jalur_gudang: Path) -> None:
    terbuka = PemegangGudang(jalur_gudang)
    assert terbuka.buka().kueri("perangkat_daerah") == []
    tutup_pemegang(terbuka)


@pytest.mark.parametrize(
    ("galat", "dikatakan"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Penyimpanan penuh"),
        (ContohTidakSesuai("rencana.xlsx: rahasia"), "Pasang ulang Capaian"),
        (FileNotFoundError("rencana.xlsx"), "Pasang ulang Capaian"),
        (ZeroDivisionError("rahasia"), "kesalahan yang tidak terduga"),
    ],
)
def test_a_failure_is_said_with_its_cause_and_it_is_made_again_when_somebody_asks_for_it(
    toko: PemegangGudang, pembuat: Pembuat, galat: Exception, dikatakan: str
) -> None:
    pembuat.galat = galat
    pembuat.lanjut.set()
    sebab = _selesai(toko)
    assert isinstance(sebab, str)
    assert dikatakan in sebab
    assert "rahasia" not in sebab
    assert _selesai(toko) == sebab, "asking does not begin it again"
    assert pembuat.dipanggil == 1
    pembuat.galat = None
    toko.ulangi()
    assert isinstance(_selesai(toko), Gudang)
    assert pembuat.dipanggil == 2


def test_a_process_that_ends_gives_up_the_making_at_its_next_step(
    toko: PemegangGudang, pembuat: Pembuat, jalur_gudang: Path
) -> None:
    with pytest.raises(BelumSiap):
        toko.buka()
    assert pembuat.di_tengah.wait(TUNGGU)
    berhenti = threading.Thread(target=toko.hentikan)
    berhenti.start()
    while not toko._berhenti.is_set():
        pass
    pembuat.lanjut.set()
    berhenti.join(TUNGGU)
    assert not berhenti.is_alive()
    assert not jalur_gudang.exists()


def test_a_store_that_could_not_be_opened_is_opened_when_it_can_be(jalur_gudang: Path) -> None:
    jalur_gudang.write_bytes(b"bukan gudang")
    terbuka = PemegangGudang(jalur_gudang)
    for _ in range(2):
        with pytest.raises(GudangTidakDikenal):
            terbuka.buka()
    jalur_gudang.unlink()
    assert terbuka.buka().versi_data() == 0
    tutup_pemegang(terbuka)
