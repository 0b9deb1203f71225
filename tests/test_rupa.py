"""The look has one place: colours, paper and the mark of sample data are written in `analytics/rupa.py` alone."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from analytics import rupa

AKAR = Path(__file__).parents[1]
RUMAH = AKAR / "analytics/rupa.py"
WARNA = re.compile(r"#[0-9A-Fa-f]{6}\b")
GAYA = sorted((AKAR / "pages").rglob("*.css"))


def _berkas(*akhiran: str) -> list[Path]:
    semua = (berkas for ruang in ("analytics", "pages") for berkas in sorted((AKAR / ruang).rglob("*")))
    return [berkas for berkas in semua if berkas.suffix in akhiran and berkas != RUMAH]


def test_no_other_module_or_style_sheet_writes_a_colour() -> None:
    assert [berkas for berkas in _berkas(".py", ".css") if WARNA.search(berkas.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("gaya", GAYA, ids=lambda gaya: gaya.parent.name)
def test_a_style_sheet_names_only_colours_that_there_are(gaya: Path) -> None:
    dipakai = set(re.findall(r"var\(--([\w-]+)\)", gaya.read_text(encoding="utf-8")))
    assert dipakai
    assert dipakai <= rupa.WARNA_LAYAR.keys()
    assert all(f"--{nama}: {rupa.WARNA_LAYAR[nama]};" in rupa.css_warna() for nama in dipakai)


def test_the_theme_of_the_screens_has_the_same_colours() -> None:
    tema = tomllib.loads((AKAR / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    assert (tema["primaryColor"], tema["linkColor"], tema["textColor"]) == (rupa.UTAMA, rupa.UTAMA, rupa.TINTA)


def test_the_mark_of_sample_data_is_spelled_once() -> None:
    tertulis = re.compile(rf"[\"'][^\"'\n]*{rupa.TANDA_CONTOH}", re.IGNORECASE)
    assert [berkas for berkas in _berkas(".py") if tertulis.search(_tanpa_uraian(berkas))] == []


def _tanpa_uraian(berkas: Path) -> str:
    """The text of a module without the docstrings, which may tell that something is a sample."""
    return re.sub(r'""".*?"""', "", berkas.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize(("banyak", "pita"), [(5, [0, 1, 2, 3, 4]), (4, [0, 1, 3, 4]), (2, [0, 4]), (1, [0])])
def test_a_scale_of_any_length_is_spread_over_the_five_bands(banyak: int, pita: list[int]) -> None:
    assert [rupa.warna_pita(letak, banyak) for letak in range(banyak)] == [rupa.PITA[nomor] for nomor in pita]
