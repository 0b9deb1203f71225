"""The ground: pinned libraries, and a suite that cannot pass by skipping."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

AKAR = Path(__file__).parents[1]
UJI_YANG_LEWAT = {
    "dalam_uji": "import pytest\ndef test_lewat():\n    pytest.skip('Chromium tidak ada')\n",
    "bertanda": "import pytest\n@pytest.mark.skip(reason='x')\ndef test_lewat():\n    pass\n",
    "semodul": "import pytest\npytest.skip('Chromium tidak ada', allow_module_level=True)\n",
    "boleh_gagal": "import pytest\n@pytest.mark.xfail\ndef test_gagal():\n    raise AssertionError\n",
}


def _pin(berkas: str) -> dict[str, str]:
    isi = (AKAR / berkas).read_text(encoding="utf-8")
    return {canonicalize_name(nama): versi for nama, versi in re.findall(r"^([\w.-]+)==(\S+)$", isi, re.MULTILINE)}


def _terbawa(nama: str, ekstra: frozenset[str] = frozenset(), jejak: frozenset[str] = frozenset()) -> Iterator[str]:
    """Everything that an installed library needs on this machine, itself included."""
    if nama in jejak:
        return
    yield canonicalize_name(nama)
    for teks in metadata.requires(nama) or ():
        perlu = Requirement(teks)
        if perlu.marker is None or any(perlu.marker.evaluate({"extra": pilihan}) for pilihan in ekstra | {""}):
            yield from _terbawa(perlu.name, frozenset(perlu.extras), jejak | {nama})


def test_every_library_that_is_installed_is_pinned_to_the_version_that_is_installed() -> None:
    langsung = _pin("requirements.txt") | _pin("requirements-dev.txt")
    semua = langsung | _pin("constraints.txt")
    terbawa = {pustaka for nama in langsung for pustaka in _terbawa(nama)}
    assert {nama: metadata.version(nama) for nama in terbawa} == {nama: semua.get(nama) for nama in terbawa}


def test_constraints_pin_nothing_that_nobody_needs_and_nothing_twice() -> None:
    langsung = _pin("requirements.txt") | _pin("requirements-dev.txt")
    terbawa = {pustaka for nama in langsung for pustaka in _terbawa(nama)} - set(langsung)
    assert set(_pin("constraints.txt")) - {"colorama", "tzdata"} == terbawa - {"colorama", "tzdata"}


def test_a_skipped_test_passes_at_home_and_fails_in_ci(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text((AKAR / "tests/conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    for cara, uji in UJI_YANG_LEWAT.items():
        (tmp_path / f"test_{cara}.py").write_text(uji, encoding="utf-8")
    di_rumah, di_ci = _jalankan(tmp_path, "false"), _jalankan(tmp_path, "true")
    gagal = re.findall(r"^(?:FAILED|ERROR) test_(\w+)\.py", di_ci.stdout, re.MULTILINE)
    assert (di_rumah.returncode, "3 skipped, 1 xfailed" in di_rumah.stdout) == (0, True)
    assert (di_ci.returncode != 0, sorted(gagal)) == (True, sorted(UJI_YANG_LEWAT))


def _jalankan(folder: Path, ci: str) -> subprocess.CompletedProcess[str]:
    perintah = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--continue-on-collection-errors", "."]
    lingkungan = {**os.environ, "CI": ci, "PYTHONPATH": str(AKAR)}
    return subprocess.run(perintah, cwd=folder, env=lingkungan, capture_output=True, text=True, check=False)


def test_both_platforms_start_and_check_the_same_way() -> None:
    perintah = ("streamlit run app.py", "ruff check .", "ruff format --check .", "mypy", "pytest -n auto")
    for berkas in ("Makefile", "capaian.bat"):
        isi = (AKAR / berkas).read_text(encoding="utf-8")
        assert [program for program in perintah if f"-m {program}" not in isi] == []


def test_the_program_is_bound_to_this_computer() -> None:
    pengaturan = tomllib.loads((AKAR / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert pengaturan["server"]["address"] == "127.0.0.1"
    assert pengaturan["browser"]["gatherUsageStats"] is False
