"""One tab of a real browser in front of a real server."""

from __future__ import annotations

import time
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Page

from analytics.contoh.akun import KASUBBAG
from pages.gerbang.asal import KUKI
from tests.alat.peladen import kuki_akun

_BERGAYA: Final = (
    "document.fonts.status === 'loaded' && "
    "getComputedStyle(document.documentElement).getPropertyValue('--sorot') !== ''"
)
"""The style of the program and its letters are there: before that nothing may be measured."""
_TERGAMBAR: Final = (
    "!document.querySelector('[data-testid=stMain] [data-testid=stSkeleton]') && "
    "[...document.querySelectorAll('[data-testid=stPlotlyChart]')]"
    ".every(bingkai => bingkai.querySelector('svg.main-svg'))"
)


@dataclass
class Layar:
    """One tab, with every address outside this computer that it asked for, and every error in its console."""

    halaman: Page
    siapa: str | None = KASUBBAG.id_akun
    keluar: list[str] = field(default_factory=list)
    galat: list[str] = field(default_factory=list)

    def buka(self, alamat: str) -> str:
        """Go to an address, as who is named, and wait until the script has run; the title of the page."""
        asal = "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(alamat))
        if self.siapa is not None and not self.halaman.context.cookies(asal):
            self.masuk(asal, self.siapa)
        self.halaman.goto(alamat)
        return self.tunggu()

    def masuk(self, alamat: str, akun: str) -> None:
        """Log this browser in at a server, as an account of the sample office or as the first one of a new store."""
        self.pakai(alamat, kuki_akun(alamat, akun))

    def pakai(self, alamat: str, sesi: str) -> None:
        """Go on in this session at a server, whoever was in before."""
        self.halaman.context.add_cookies([{"name": KUKI, "value": sesi, "url": alamat}])

    def tunggu(self) -> str:
        """Wait until the script has come to rest."""
        self.halaman.locator("[data-testid=stMain] h1").first.wait_for(timeout=60_000)
        self.halaman.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
        self.sampai(lambda: self.halaman.evaluate(_BERGAYA))
        return self.halaman.locator("[data-testid=stMain] h1").first.inner_text()

    def tunggu_gambar(self) -> None:
        """Wait until every picture of the page is drawn and nothing stands in for what is still fetched."""
        self.sampai(lambda: self.halaman.evaluate(_TERGAMBAR))

    def ukuran(self, lebar: int, tinggi: int) -> None:
        """Make the window this large, as who turns a telephone or pulls at a corner; the page stays."""
        self.halaman.set_viewport_size({"width": lebar, "height": tinggi})

    def sampai(self, benar: Callable[[], bool], detik: float = 60, apa: str = "it") -> None:
        """Wait until something holds, however busy the machine is; `apa` says what did not."""
        batas = time.monotonic() + detik
        while not benar():
            assert time.monotonic() < batas, f"{apa} did not come to hold in time"
            self.halaman.wait_for_timeout(50)

    def samping(self) -> str:
        """Everything that can be read in the sidebar, which only the main script draws, once it says who is in."""
        samping = self.halaman.locator("[data-testid=stSidebar]")
        samping.get_by_text("Masuk sebagai").first.wait_for(timeout=60_000)
        return samping.inner_text()

    def lebar_isi(self) -> int:
        """Pixels that the page wants to be wide."""
        ukur = (
            "Math.max(...[...document.querySelectorAll('html, [data-testid=stMain]')].map(unsur => unsur.scrollWidth))"
        )
        return int(self.halaman.evaluate(ukur))

    def gambar_kosong(self) -> int:
        """Pictures whose frame is there but not drawn."""
        gambar = self.halaman.locator(".js-plotly-plot")
        return sum(not gambar.nth(nomor).locator("svg.main-svg").count() for nomor in range(gambar.count()))

    def isi(self) -> str:
        """Everything that can be read in the main area."""
        return self.halaman.locator("[data-testid=stMain]").inner_text()
