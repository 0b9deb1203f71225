"""The first minute of a fresh clone: the page answers while the sample office is made, over a real server."""

from __future__ import annotations

import re
import signal
import time
from pathlib import Path

import pytest

from analytics.contoh.semai import LETAK, RENCANA
from tests.alat.peladen import Peladen, jalankan, salin_program
from tests.gerbang.alat_serangan import Jawaban, ditolak, isian, minta, soket
from tests.gerbang.alat_serangan import jalankan as buka

HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
SEDANG = re.compile(r"<strong>Langkah (\d+) dari (\d+)</strong> ([^<]+)</p>")


@pytest.fixture(scope="module")
def klona(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as a fresh clone has it, with a plan workbook that is damaged."""
    folder = salin_program(tmp_path_factory.mktemp("pertama") / "klona")
    (folder / "data" / "contoh" / RENCANA).write_bytes(b"rusak")
    return folder


def _tunggu(peladen: Peladen, selain: int, detik: float = 300) -> Jawaban:
    """The login page as soon as it is something else than a page of this step."""
    batas = time.monotonic() + detik
    while time.monotonic() < batas:
        jawab = minta(peladen.alamat, "GET", "/masuk", **HTML)
        ada = SEDANG.search(jawab.isi)
        if ada is None or int(ada[1]) > selain:
            return jawab
        time.sleep(0.1)
    pytest.fail("the page did not go on")


def _lokal(klona: Path) -> list[str]:
    return sorted(berkas.name for berkas in (klona / "data" / "lokal").iterdir())


def _persingkat(klona: Path) -> None:
    """Let the story of the office begin with the triwulan that is in work; it is as long as it is told elsewhere."""
    cerita = klona / "data" / "contoh" / "kantor" / "cerita.toml"
    panjang = cerita.read_text(encoding="utf-8")
    pendek = re.sub(r"^pertama = .*$", "pertama = { tahun = 2026, triwulan = 3 }", panjang, flags=re.MULTILINE)
    assert pendek != panjang
    cerita.write_text(pendek, encoding="utf-8")


def test_the_sample_office_is_made_before_the_eyes_of_who_waits_whatever_happens(klona: Path, tmp_path: Path) -> None:
    with jalankan(None, tmp_path / "satu.log", klona, siap=False) as peladen:
        gagal = _tunggu(peladen, 2)
        assert gagal.status == 503
        assert "Kantor contoh tidak dapat disiapkan" in gagal.isi
        assert "Pasang ulang Capaian" in gagal.isi
        assert "http-equiv" not in gagal.isi, "what failed does not begin again by itself"
        (klona / "data" / "contoh" / RENCANA).write_bytes((LETAK / RENCANA).read_bytes())
        assert isian(peladen.alamat, "/masuk/siapkan", "", Origin="https://jahat.example").status == 403
        assert isian(peladen.alamat, "/masuk/siapkan", "").kepala["location"] == "/masuk"
        assert SEDANG.search(_tunggu(peladen, 3).isi)
        _periksa_sedang(peladen)
        assert minta(peladen.alamat, "GET", "/_stcore/health").isi == "ok"
        peladen.proses.send_signal(signal.SIGKILL)
        peladen.proses.wait(30)
    sisa = _lokal(klona)
    assert sisa
    assert "contoh.duckdb" not in sisa
    _persingkat(klona)
    with jalankan(None, tmp_path / "dua.log", klona, siap=False) as peladen:
        siap = _tunggu(peladen, 71)
        assert siap.status == 200
        assert 'value="camat"' in siap.isi
        with soket(peladen.alamat, peladen.kuki()) as sambungan:
            _, badan = buka(sambungan)
        assert "unit belum mengirim data Triwulan III 2026" in badan.decode(errors="replace"), (
            "it opens on what it made"
        )
        assert [nama for nama in _lokal(klona) if not nama.startswith("contoh")] == [], "what was killed is cleared"


def _periksa_sedang(peladen: Peladen) -> None:
    """While it is made everybody is told how far that is, and nobody comes in early."""
    sedang = minta(peladen.alamat, "GET", "/masuk?lanjut=/rencana", **HTML)
    ada = SEDANG.search(sedang.isi)
    assert ada is not None
    assert (sedang.status, sedang.kepala["retry-after"]) == (503, "1")
    assert int(ada[1]) <= int(ada[2]) == 71
    assert '<meta http-equiv="refresh" content="1; url=/masuk?lanjut=%2Frencana">' in sedang.isi
    assert "<script" not in sedang.isi
    assert "contoh, bukan data resmi" in sedang.isi
    lain = minta(peladen.alamat, "GET", "/rencana", **HTML)
    assert (lain.status, lain.kepala["location"]) == (303, "/masuk?lanjut=%2Frencana")
    assert minta(peladen.alamat, "GET", "/_stcore/metrics").status == 401
    assert ditolak(peladen.alamat, "x")
    assert isian(peladen.alamat, "/masuk/contoh", "akun=camat").status == 503, "nobody comes in early"
