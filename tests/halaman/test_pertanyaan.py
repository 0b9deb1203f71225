"""How many questions a page asks the store: few when nothing changed, whoever else wrote; some after an own write.

Who is in comes in as in production, by the token of a session that the store looks up; questions are counted where they
reach the engine. A frozen store in memory is none of them.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.akun.masuk import masuk_contoh
from analytics.contoh.akun import KASUBBAG, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.sistem import waktu_kini
from data.gudang import Peristiwa
from pages import DAFTAR, cari
from pages.komponen import sesi
from tests.alat.gudang import hitung_tanya
from tests.alat.halaman import buka, isi_alamat, jalankan, tutup_gudang

PADA = datetime(2026, 11, 16, 10, 0)
TETANGGA = "7.01.0.00.0.00.99.0000"
DARI_KUKI = sesi.pengguna
TERINGAT, SESUDAH_MENULIS = 12, 40
"""Questions that a page may ask with everything remembered, and after a write of its own office."""
DISETUJUI, DRAF = {"tahun": "2026", "triwulan": "2"}, {"tahun": "2026", "triwulan": "3"}
TERVERIFIKASI = {**DRAF, "kiriman": "terverifikasi"}


@pytest.fixture(scope="module")
def toko(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sample office, of which only the log is written."""
    jalur = tmp_path_factory.mktemp("pertanyaan") / "contoh.duckdb"
    shutil.copyfile(berkas_contoh, jalur)
    yield jalur
    tutup_gudang(jalur)


@pytest.fixture(autouse=True)
def lewat_kuki(toko: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Kasubbag, who also looks after the program, sees every page; his session is a real one."""
    monkeypatch.setenv("CAPAIAN_DATA", str(toko))
    monkeypatch.setattr(sesi, "pengguna", DARI_KUKI)
    _masuk(monkeypatch, KASUBBAG.id_akun)


def _masuk(monkeypatch: pytest.MonkeyPatch, id_akun: str) -> None:
    token = masuk_contoh(sesi.gudang(), id_akun, "127.0.0.1", waktu_kini())
    monkeypatch.setattr(sesi, "token", lambda: token)


@pytest.fixture(scope="module")
def sesi_peramban() -> list[AppTest]:
    """Where the one browser session is kept that walks from page to page."""
    return []


@pytest.fixture
def layar(sesi_peramban: list[AppTest], lewat_kuki: None) -> AppTest:  # noqa: ARG001 - who is in
    """That session, wherever it stands."""
    if not sesi_peramban:
        sesi_peramban.append(buka())
    return sesi_peramban[0]


def _ke(uji: AppTest, url: str, alamat: dict[str, str]) -> AppTest:
    uji.switch_page(cari(url).berkas)
    isi_alamat(uji, alamat)
    return jalankan(uji)


def _tulis(kode_pd: str) -> None:
    """A write that figures may rest on, and that changes none."""
    with sesi.gudang().transaksi(Peristiwa(kode_pd, "uji", "uji", "objek", {}, PADA)) as tx:
        tx.jalankan("urutkan_unit", kode_pd=kode_pd, kode_unit="tidak ada", urutan=1)


def _tanya(halaman: AppTest) -> Counter[str]:
    with hitung_tanya(sesi.gudang()) as ditanya:
        jalankan(halaman)
    return ditanya


@pytest.mark.parametrize(
    ("url", "alamat"),
    [
        *((halaman.url, DRAF) for halaman in DAFTAR),
        *(
            (url, DISETUJUI)
            for url in ("beranda", "evaluasi-iku", "indikator", "kompilasi", "supervisi", "persetujuan")
        ),
        *((url, TERVERIFIKASI) for url in ("beranda", "evaluasi-renja", "indikator", "ekspor")),
    ],
)
def test_a_page_asks_at_most_12_questions_and_40_after_a_write_of_its_office(
    layar: AppTest, url: str, alamat: dict[str, str]
) -> None:
    _tulis(KODE_PD)
    with hitung_tanya(sesi.gudang()) as sesudah_menulis:
        halaman = _ke(layar, url, alamat)
    assert halaman.title[0].value not in ("", "Silakan masuk")
    teringat = _tanya(halaman)
    assert 0 < teringat.total() <= TERINGAT, teringat
    assert teringat.total() < sesudah_menulis.total() <= SESUDAH_MENULIS, sesudah_menulis


def test_a_kepala_seksi_asks_no_more_for_the_own_unit_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    _masuk(monkeypatch, kepala("KESOS").id_akun)
    halaman = buka("unggah", **DRAF)
    assert _tanya(halaman).total() <= TERINGAT
    _tulis(KODE_PD)
    assert _tanya(halaman).total() <= SESUDAH_MENULIS


@pytest.mark.parametrize("url", ["beranda", "evaluasi-iku", "evaluasi-renja"])
def test_what_a_neighbour_writes_leaves_the_pages_of_this_office_remembered(layar: AppTest, url: str) -> None:
    halaman = _ke(layar, url, DRAF)
    teringat = _tanya(halaman)
    _tulis(TETANGGA)
    baru = _tanya(halaman) - teringat
    # Which offices there are, for the page and for the session, and nothing else.
    assert 0 < baru.total() <= 2
    assert all("FROM perangkat_daerah" in sql or "FROM kantor_pada" in sql for sql in baru)


def test_what_this_office_writes_is_asked_for_anew(layar: AppTest) -> None:
    halaman = _ke(layar, "evaluasi-iku", DRAF)
    _tulis(KODE_PD)
    assert _tanya(halaman).total() > _tanya(halaman).total()
