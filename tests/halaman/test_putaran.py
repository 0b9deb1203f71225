"""What a run of a page asks first: which store is open, and who is in; each once, never taken over from another run."""

from __future__ import annotations

import pytest

from analytics.akun.pengguna import Pengguna
from analytics.contoh.akun import KASUBBAG
from analytics.contoh.semai import LangkahContoh
from analytics.sistem import Gudang, waktu_kini
from pages.gerbang import toko
from pages.komponen import sesi
from tests.alat.halaman import buka, jalankan, judul, terlihat
from tests.alat.pengguna import baca_pengguna

_PENGGUNA = sesi.pengguna


class _Pintu:
    """Answers who is in, and counts how often it is asked."""

    def __init__(self) -> None:
        self.ditanya = 0
        self.terbuka = True

    def __call__(self) -> Pengguna | None:
        self.ditanya += 1
        return baca_pengguna(sesi.gudang(), KASUBBAG.id_akun, waktu_kini().date()) if self.terbuka else None


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("url", ["beranda", "verifikasi"])
def test_a_run_asks_once_and_who_was_shut_out_is_out_at_the_next_run(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    pintu = _Pintu()
    monkeypatch.setattr(sesi, "pengguna", _PENGGUNA)
    monkeypatch.setattr(sesi, "_tanya_pengguna", pintu)
    uji = buka(url)
    sebelum = pintu.ditanya
    jalankan(uji)
    assert pintu.ditanya == sebelum + 1
    pintu.terbuka = False
    jalankan(uji)
    assert pintu.ditanya == sebelum + 2
    assert judul(uji) == "Silakan masuk"


def test_outside_of_a_run_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    jawaban = iter([None, None, None])
    monkeypatch.setattr(sesi, "_tanya_pengguna", lambda: next(jawaban))
    with sesi.satu_putaran():
        assert _PENGGUNA() is None
        assert _PENGGUNA() is None
    assert _PENGGUNA() is None
    assert _PENGGUNA() is None
    assert list(jawaban) == []


@pytest.mark.parametrize(
    ("galat", "dikatakan"),
    [
        (toko.BelumSiap(LangkahContoh(3, 71, "Menerima buku kerja")), "Langkah 3 dari 71: Menerima buku kerja."),
        (toko.GagalDisiapkan("Penyimpanan penuh."), "Penyimpanan penuh."),
    ],
)
def test_a_page_without_its_store_says_why_and_shows_nothing_else(
    monkeypatch: pytest.MonkeyPatch, galat: Exception, dikatakan: str
) -> None:
    def tertutup() -> Gudang:
        raise galat

    monkeypatch.setattr(toko, "buka", tertutup)
    uji = buka()
    assert judul(uji).startswith("Kantor contoh")
    assert dikatakan in terlihat(uji)
    assert not uji.metric
