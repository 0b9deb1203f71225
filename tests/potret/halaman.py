"""Draws every page for every peran over one store, and takes what its download buttons hand out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from streamlit.elements.widgets.button import ButtonMixin

from pages import cari
from tests.alat.halaman import gambar, tutup_layar
from tests.potret import sambungan
from tests.potret.album import Album
from tests.potret.layar import teks_layar
from tests.potret.naskah import teks_berkas

_TANPA_ISI: Final = ("cadangan",)
"""A backup is a copy of the store, whose pages DuckDB fills as it likes: only its name is told."""

Alamat = Mapping[str, str]


@dataclass(frozen=True)
class Sesi:
    """What is taken of one store: by whom, and with which choices in the address of every page.

    `lain` are further addresses of single pages, which only the first account visits.
    """

    nama: str
    alamat: tuple[Alamat, ...]
    akun: tuple[str, ...] = sambungan.AKUN
    lain: tuple[tuple[str, Alamat], ...] = ()


@dataclass
class _Unduhan:
    """The files that buttons offered while pages were drawn: of each name, the page and the data of every button."""

    isi: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    kelompok: str = ""
    halaman: str = ""

    @contextmanager
    def dengarkan(self) -> Iterator[None]:
        asli = ButtonMixin._download_button

        def catat(wadah: Any, label: str, data: Any, file_name: str | None = None, **lain: Any) -> bool:
            assert sambungan.berunduhan(cari(self.halaman)), self.halaman
            self.isi.setdefault(f"{self.kelompok}/{file_name}", []).append((self.halaman, data))
            return asli(wadah, label, data, file_name, **lain)

        ButtonMixin._download_button = catat  # type: ignore[method-assign]
        try:
            yield
        finally:
            ButtonMixin._download_button = asli  # type: ignore[method-assign]


def potret(sesi: Sesi, gudang: Path, album: Album, *, hanya_ekspor: bool) -> None:
    """Draw all pages over one store. The files are made after the first account has seen everything.

    `hanya_ekspor` draws for their downloads only the pages that can have some.
    """
    os.environ["CAPAIAN_DATA"] = str(gudang)
    unduhan = _Unduhan()
    with sambungan.sebagai(sesi.akun[0]):
        with unduhan.dengarkan():
            halaman = list(_akun(sesi, sesi.akun[0], sesi.lain, unduhan, hanya_ekspor=hanya_ekspor))
        _ekspor(sesi, unduhan, album, semua=not hanya_ekspor)
    if not hanya_ekspor:
        for akun in sesi.akun[1:]:
            with sambungan.sebagai(akun):
                halaman += _akun(sesi, akun, (), unduhan)
        for nama, baris in halaman:
            album.tulis(f"halaman/{sesi.nama}/{nama}", baris)
    tutup_layar()


def _akun(
    sesi: Sesi, akun: str, lain: tuple[tuple[str, Alamat], ...], unduhan: _Unduhan, *, hanya_ekspor: bool = False
) -> Iterator[tuple[str, list[str]]]:
    """The name and the lines of every page of an account."""
    semua_milik = sambungan.halaman_milik(akun)
    milik = [halaman.url for halaman in semua_milik if sambungan.berunduhan(halaman) or not hanya_ekspor]
    semua = [(url, alamat) for alamat in sesi.alamat for url in milik]
    for url, alamat in [*semua, *((url, tempat) for url, tempat in lain if url in milik)]:
        unduhan.kelompok, unduhan.halaman = "_".join(alamat.values()), url
        yield f"{akun}/{url}_{unduhan.kelompok}", list(_halaman(url, alamat))


def _halaman(url: str, alamat: Alamat) -> Iterator[str]:
    uji = gambar(url, alamat)
    yield from (f"GALAT {galat.value}" for galat in uji.exception)
    yield f"alamat {sorted((kunci, str(nilai)) for kunci, nilai in uji.query_params.items())}"
    yield from teks_layar(uji)


def catat_arsip(gudang: Path) -> None:
    """The Sekretaris puts a signed letter into the archive register, on the page as he would."""
    os.environ["CAPAIAN_DATA"] = str(gudang)
    with sambungan.sebagai("sekretaris"):
        uji = gambar("arsip", {})
        uji.text_input(key="arsip_uraian").set_value("Surat pengantar (contoh)")
        uji.date_input(key="arsip_tanggal").set_value(sambungan.SAAT.date())
        uji.file_uploader(key="arsip_berkas").upload("surat.pdf", b"%PDF-1.7\nsurat contoh\n%%EOF\n")
        next(tombol for tombol in uji.button if tombol.key == "catat_arsip_lain").click()
        uji.run()
        assert not uji.exception, uji.exception
    tutup_layar()


def _ekspor(sesi: Sesi, unduhan: _Unduhan, album: Album, *, semua: bool) -> None:
    """The file behind the first button of each name; with `semua` also what another page hands out under that name,
    where it is not the same.
    """
    isi: dict[str, bytes] = {}
    ada = [(nama, tombol) for nama, tombol in sorted(unduhan.isi.items()) if not _tanpa_isi(nama)]
    for nama, ((_, data), *_lain) in ada:
        isi[nama] = _isi(data)
        album.tulis(f"ekspor/{sesi.nama}/{nama}", teks_berkas(nama, isi[nama]))
    for nama, (_, *lain) in ada if semua else ():
        for halaman, data in lain:
            if (lagi := _isi(data)) != isi[nama]:
                album.tulis(f"ekspor/{sesi.nama}/{nama} pada {halaman}", teks_berkas(nama, lagi))


def _tanpa_isi(nama: str) -> bool:
    return nama.rsplit("/", 1)[1].startswith(_TANPA_ISI)


def _isi(data: bytes | str | Callable[[], bytes]) -> bytes:
    isi = data() if callable(data) else data
    return isi.encode() if isinstance(isi, str) else isi
