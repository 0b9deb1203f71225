"""Somebody at the computer of the office, in a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Locator, expect

from tests.alat.layar import Layar

SAAT: Final = "tahun=2026&triwulan=4"
"""The periode that everybody looks at."""


@dataclass
class Orang:
    """Somebody at the computer of the office, with an own session that lasts while others sit there."""

    tab: Layar
    asal: str
    sesi: str

    def buka(self, url: str, lagi: str = "") -> Orang:
        self.tab.pakai(self.asal, self.sesi)
        self.tab.buka(f"{self.asal}/{url}?{SAAT}{lagi}")
        return self

    def tekan(self, nama: str) -> str:
        """Press a button of the page, which is gone when its work is done; what can be read then."""
        tombol = self._isi().get_by_role("button", name=re.compile(f"^{nama}"))
        tombol.first.click()
        return self._baca(tombol)

    def lakukan(self, nama: str, alasan: str = "", berkas: dict[str, object] | None = None) -> str:
        """Fill the form whose button is called so, and press it; what can be read then."""
        lipatan = self._isi().locator("[data-testid=stExpander] summary").filter(has_text=re.compile(f"^.*{nama}$"))
        if lipatan.count():
            lipatan.first.click()
        tombol = self.tab.halaman.get_by_role("button", name=nama)
        formulir = self._isi().locator("[data-testid=stForm]").filter(has=tombol)
        if alasan:
            formulir.locator("textarea").fill(alasan)
        if berkas:
            formulir.locator("input[type=file]").set_input_files(files=[berkas])  # type: ignore[list-item]
            expect(formulir.get_by_text(str(berkas["name"]))).to_be_visible(timeout=30_000)
        formulir.get_by_role("button", name=nama).click()
        return self._baca(formulir)

    def _isi(self) -> Locator:
        return self.tab.halaman.locator("[data-testid=stMain]")

    def _baca(self, hilang: Locator) -> str:
        try:
            expect(hilang).to_have_count(0, timeout=60_000)
        except AssertionError as galat:
            galat.add_note(self.tab.isi())
            raise
        self.tab.tunggu()
        return self.tab.isi()
