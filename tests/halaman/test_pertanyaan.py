"""How many questions a page asks the store: few when nothing changed, whoever else wrote."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest

from data import gudang as modul_gudang
from data.gudang import Peristiwa
from pages.komponen import sesi
from tests.alat.halaman import buka, jalankan

pytestmark = pytest.mark.usefixtures("salinan")

PADA = datetime(2026, 11, 16, 10, 0)
TETANGGA = "7.01.0.00.0.00.99.0000"


@contextmanager
def _hitung(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """The questions that reach the engine meanwhile, by name; each is answered as always."""
    ditanya: Counter[str] = Counter()
    tanya = modul_gudang._tanya

    def catat(kursor: object, nama: str, parameter: object) -> list[dict[str, object]]:
        ditanya[nama] += 1
        return tanya(kursor, nama, parameter)  # type: ignore[arg-type]

    with monkeypatch.context() as sementara:
        sementara.setattr(modul_gudang, "_tanya", catat)
        yield ditanya


@pytest.mark.parametrize("url", ["evaluasi-iku", "evaluasi-renja", "evaluasi-renstra", "indikator"])
def test_a_page_that_was_drawn_before_asks_at_most_twelve_questions(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    halaman = buka(url)
    with _hitung(monkeypatch) as ditanya:
        jalankan(halaman)
    assert 0 < ditanya.total() <= 12, ditanya


def test_what_a_neighbour_writes_leaves_the_pages_of_this_office_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    halaman = buka("evaluasi-iku")
    with _hitung(monkeypatch) as tanpa:
        jalankan(halaman)
    with sesi.gudang().transaksi(Peristiwa(TETANGGA, "tetangga", "uji", "objek", {}, PADA)):
        pass
    with _hitung(monkeypatch) as sesudah:
        jalankan(halaman)
    assert sesudah - tanpa == Counter({"kantor_pada": 1})  # which offices there are, and nothing else


def test_what_this_office_writes_is_asked_for_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    halaman = buka("evaluasi-iku")
    kode_pd = str(sesi.gudang().kueri("perangkat_daerah")[0]["kode_pd"])
    with sesi.gudang().transaksi(Peristiwa(kode_pd, "kita", "uji", "objek", {}, PADA)):
        pass
    with _hitung(monkeypatch) as sesudah:
        jalankan(halaman)
    with _hitung(monkeypatch) as lagi:
        jalankan(halaman)
    assert sesudah.total() > lagi.total()
