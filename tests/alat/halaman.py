"""Runs the screens the way Streamlit does: through `pages/_utama.py`, over a store file."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from analytics.contoh.akun import AkunContoh
from pages import cari
from pages.komponen import ingatan
from pages.pengumpulan.bagian import unggahan
from tests.alat.pemegang import jalur_dipegang, tutup_jalur

AKAR = Path(__file__).parents[2]
UTAMA = AKAR / "pages" / "_utama.py"
TANGGAL_MESIN = re.compile(r"\b20\d\d-\d\d-\d\d\b")
"""A date as machines write it, which no reader of a page should meet."""


@dataclass
class Masuk:
    """Who is in: an account of the sample office, or nobody."""

    siapa: AkunContoh | None


def buka(url: str = "beranda", **alamat: str) -> AppTest:
    """One page at its address, drawn; the store is the one that CAPAIAN_DATA names. A page that breaks is no page."""
    return _tanpa_galat(gambar(url, alamat))


def gambar(url: str, alamat: Mapping[str, str]) -> AppTest:
    """As `buka`, whatever the page says: drawn at once, as a browser asks for an address.

    A page that is the first one of its peran has no address of its own: it is reached through the menu.
    """
    uji = _di_alamat(url, alamat)
    if uji._page_hash and uji._finished_page_script_hash != uji._page_hash:
        uji.switch_page(cari(url).berkas)
        isi_alamat(uji, alamat)
        uji.run()
    return uji


def datangi(url: str) -> AppTest:
    """What stands at an address for whoever asks for it: who may not see this page gets the first of the own menu."""
    return _tanpa_galat(_di_alamat(url, {}))


def _di_alamat(url: str, alamat: Mapping[str, str]) -> AppTest:
    uji = AppTest.from_file(str(UTAMA), default_timeout=300)
    uji._bidi_component_manager = _komponen()
    isi_alamat(uji, alamat)
    uji._page_hash = "" if url == "beranda" else calc_hash(url)
    return uji.run()


@cache
def _komponen() -> BidiComponentManager:
    """What the installed libraries bring for the browser: none of ours, and looking for it takes longer than a page."""
    komponen = BidiComponentManager()
    komponen.discover_and_register_components(start_file_watching=False)
    return komponen


def tutup_gudang(jalur: Path) -> None:
    """Close the store that screens have open at `jalur`, and forget what they remember of it; the next one opens it."""
    terbuka = tutup_jalur(jalur)
    if terbuka is None:
        return
    for tersimpan in (ingatan._HASIL, ingatan._BARIS, unggahan._DIPERIKSA):
        for kunci in [kunci for kunci in tersimpan._isi if terbuka in kunci]:
            del tersimpan._isi[kunci]


def tutup_layar() -> None:
    """Close every store, and end the children that read and mark workbooks for whatever store."""
    for jalur in jalur_dipegang():
        tutup_gudang(jalur)
    st.cache_resource.clear()


def isi_alamat(uji: AppTest, alamat: Mapping[str, str]) -> None:
    for kunci, nilai in alamat.items():
        uji.query_params[kunci] = nilai


def jalankan(uji: AppTest) -> AppTest:
    """Run once more; a page that breaks breaks the test."""
    return _tanpa_galat(uji.run())


def _tanpa_galat(uji: AppTest) -> AppTest:
    assert not uji.exception, [galat.value for galat in uji.exception]
    return uji


def judul(uji: AppTest) -> str:
    """The conclusion at the top, as a reader sees it."""
    assert len(uji.title) == 1
    return terbaca(uji.title[0].value)


def status(uji: AppTest) -> str:
    """The badge that says how sure the figures of the page are; empty where none stands."""
    return next(iter(re.findall(r"class='status'>([^<]*)<", "".join(potongan.value for potongan in uji.html))), "")


def terlihat(uji: AppTest) -> str:
    """Every sentence and figure of the page, as a reader sees it."""
    kelompok = (uji.title, uji.subheader, uji.markdown, uji.caption, uji.info, uji.warning, uji.error, uji.success)
    bagian = [unsur.value for jenis in kelompok for unsur in jenis]
    bagian += [teks for angka in uji.metric for teks in (angka.label, angka.value)]
    bagian += [tautan.value for tautan in uji.page_link]
    bagian += [html.unescape(re.sub(r"<[^>]+>", " ", potongan.value)) for potongan in uji.html]
    return "\n".join(terbaca(teks) for teks in bagian)


def terbaca(teks: str) -> str:
    """Markdown escapes and word joiners taken away."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", teks).replace("\u2060", "")


def kartu(uji: AppTest) -> dict[str, str]:
    """The figures at the top by label."""
    return {terbaca(angka.label): terbaca(angka.value) for angka in uji.metric}


def tekan(uji: AppTest, label: str) -> AppTest:
    """Press the first button of this label."""
    next(tombol for tombol in uji.button if tombol.label == label).click()
    return jalankan(uji)


def label(uji: AppTest) -> set[str]:
    """What the buttons say."""
    return {tombol.label for tombol in uji.button}
