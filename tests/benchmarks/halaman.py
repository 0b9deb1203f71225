"""A page drawn again with cached figures, against the same page drawn with nothing cached."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from streamlit.testing.v1 import AppTest

from analytics.akun.pengguna import baca_pengguna
from analytics.contoh.akun import KASUBBAG
from analytics.contoh.semai import semai
from analytics.sistem import buka_gudang, waktu_kini
from pages import DAFTAR
from pages.komponen import sesi, tanya
from tests.alat.halaman import tutup_gudang
from tests.benchmarks.ukur import Perbandingan, bandingkan

AKAR = Path(__file__).parents[2]
_HALAMAN = ("evaluasi-iku", "evaluasi-renja")


def ukur() -> Iterator[Perbandingan]:
    """Through `_utama.py`, as a browser's rerun goes."""
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    with TemporaryDirectory() as folder:
        os.environ["CAPAIAN_DATA"] = str(_kantor_contoh(Path(folder)))
        sesi.pengguna = lambda: baca_pengguna(sesi.gudang(), KASUBBAG.id_akun, waktu_kini().date())
        for url in _HALAMAN:
            yield _ukur_halaman(url)
        tutup_gudang()


def _kantor_contoh(folder: Path) -> Path:
    jalur = folder / "contoh.duckdb"
    gudang = buka_gudang(jalur)
    semai(gudang)
    gudang.tutup()
    return jalur


def _ukur_halaman(url: str) -> Perbandingan:
    berkas = next(halaman.berkas for halaman in DAFTAR if halaman.url == url)
    uji = AppTest.from_file(str(AKAR / "pages/_utama.py"), default_timeout=60).run().switch_page(berkas).run()
    assert uji.title[0].value

    def tanpa_ingatan() -> None:
        _lupakan()
        uji.run()

    return bandingkan(f"halaman {url} dengan ingatan / tanpa ingatan", uji.run, tanpa_ingatan, ulangan=9)


def _lupakan() -> None:
    """Forget results and figures but keep the store open."""
    tanya._ingat.clear()
