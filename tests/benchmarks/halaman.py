"""A page drawn again with everything remembered, against its own Streamlit calls made with constants."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, local_script_runner

from analytics.akun.masuk import masuk_contoh
from analytics.contoh.akun import KASUBBAG
from analytics.contoh.semai import semai
from analytics.sistem import buka_gudang, waktu_kini
from pages import cari
from pages.komponen import sesi
from tests.alat.halaman import tutup_layar
from tests.benchmarks.rekaman import Panggilan, Perekam, putar
from tests.benchmarks.ukur import BatasUkur, HasilUkur, bandingkan_cpu, dipasang

AKAR = Path(__file__).parents[2]
BATAS: Final = BatasUkur(1.5, 2.5)
_HALAMAN: Final = ("beranda", "evaluasi-iku", "evaluasi-renja", "indikator")
_LANTAI: Final = "from tests.benchmarks import halaman\n\nhalaman.ulangi()\n"
_REKAMAN: list[Panggilan] = []


def ukur() -> Iterator[HasilUkur]:
    """Through `_utama.py`, as a browser's rerun goes: who is in comes in by the token of a session."""
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    # A test harness compiles every script anew at every run, which no server does.
    skrip = ScriptCache()
    with TemporaryDirectory() as folder, dipasang(local_script_runner, ScriptCache=lambda: skrip):
        os.environ["CAPAIAN_DATA"] = str(_kantor_contoh(Path(folder)))
        token = masuk_contoh(sesi.gudang(), KASUBBAG.id_akun, "127.0.0.1", waktu_kini())
        with dipasang(sesi, token=lambda: token):
            for url in _HALAMAN:
                yield _ukur_halaman(url, Path(folder))
        tutup_layar()


def ulangi() -> None:
    """The floor: the recorded calls and nothing else."""
    putar(_REKAMAN)


def _kantor_contoh(folder: Path) -> Path:
    jalur = folder / "contoh.duckdb"
    gudang = buka_gudang(jalur)
    semai(gudang)
    gudang.tutup()
    return jalur


def _ukur_halaman(url: str, folder: Path) -> HasilUkur:
    kami = AppTest.from_file(str(AKAR / "pages/_utama.py"), default_timeout=60).run()
    kami.switch_page(cari(url).berkas).run()
    assert kami.title[0].value
    _REKAMAN[:] = _rekam(kami)
    lantai = AppTest.from_file(str(_skrip_lantai(folder)), default_timeout=60)
    lantai.query_params.update(kami.query_params)
    lantai.run().switch_page(cari(url).berkas).run()
    assert _terlihat(lantai) == _terlihat(kami)
    return bandingkan_cpu(
        f"halaman {url} digambar lagi / panggilan Streamlit-nya saja", kami.run, lantai.run, 25, BATAS
    )


def _rekam(halaman: AppTest) -> Sequence[Panggilan]:
    perekam = Perekam()
    with perekam.rekam():
        halaman.run()
    return perekam.panggilan


def _skrip_lantai(folder: Path) -> Path:
    """A script beside which the pages stand, so that links to them lead somewhere."""
    for ruang in (AKAR / "pages").iterdir():
        if ruang.is_dir() and not (folder / ruang.name).exists():
            (folder / ruang.name).symlink_to(ruang)
    skrip = folder / "lantai.py"
    skrip.write_text(_LANTAI, encoding="utf-8")
    return skrip


def _terlihat(halaman: AppTest) -> list[tuple[str, str]]:
    assert not halaman.exception, halaman.exception
    return [
        (isi.type, str(isi.value)) for isi in (*halaman.title, *halaman.markdown, *halaman.caption, *halaman.metric)
    ]
