"""The Chromium that tests look through, where the machine has one."""

from __future__ import annotations

import shutil
from typing import Final

from playwright.sync_api import Browser, Playwright

_NAMA: Final = ("chromium-headless-shell", "chromium")
"""As Debian calls them: the same Chromium without a window, then with one."""
_BERSAMA: Final = (
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process,SpareRendererForSitePerProcess",
    "--process-per-site",
    "--renderer-process-limit=1",
)
"""Every page comes from this computer: one process keeps what it has compiled, instead of one for each page."""
_SEBENTAR: Final = (
    "--js-flags=--no-maglev --no-opt --no-flush-bytecode --min-semi-space-size=64 --max-semi-space-size=64",
    "--disable-lcd-text",
    "--num-raster-threads=1",
    "--disable-partial-raster",
    "--disable-smooth-scrolling",
)
"""A page is looked at for a second: what pays off later only costs; the next one runs the same program, which is kept.
A page takes two thirds of the processor's time."""


def cari_chromium() -> str | None:
    """Where it stands, or None."""
    return next(filter(None, map(shutil.which, _NAMA)), None)


def buka_chromium(pemain: Playwright, letak: str) -> Browser:
    """Start it."""
    pilihan = ("--no-sandbox", "--disable-gpu", *_BERSAMA, *_SEBENTAR)
    return pemain.chromium.launch(executable_path=letak, args=pilihan)
