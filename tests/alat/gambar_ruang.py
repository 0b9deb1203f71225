"""Draws the rooms of the program and what they use of each other, floor by floor, out of the imports of the code.

A room stands one floor above the highest that it uses. An arrow is drawn where no way over other rooms leads to the
same, and none to the ground: what stands there uses nothing of ours, and everybody may use it.
"""

from __future__ import annotations

import ast
import html
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from statistics import fmean
from typing import Final

from analytics.rupa import GARIS, KEADAAN, LATAR_LEMAH, PUTIH, TINTA, TINTA_LEMAH
from tests.alat.peta import AKAR, BERKAS, KAMI, impor, nama_modul, pohon

PROGRAM: Final = KAMI[:-1]
"""What is drawn: all but the tests."""
_GABUNG: Final[Mapping[str, tuple[str, ...]]] = {
    "acuan, sistem …": ("acuan", "berkas", "jsonkan", "konsol", "penyimpanan", "sistem"),
    "command line": ("__main__", "borongan", "hitung"),
}
"""Modules beside the rooms that are drawn as one, each called by its first."""
_LEBAR, _TINGGI, _SELA, _TINGKAT, _TEPI = 158, 52, 22, 94, 18
"""Pixels: a box, what lies between two, a floor, the margin."""
_PUTARAN: Final = 12
_WARNA: Final = {"app": KEADAAN["selesai"], "pages": KEADAAN["selesai"], "data": KEADAAN["berjalan"]}


@dataclass(frozen=True)
class Titik:
    """Where an arrow begins, ends or only passes: a room, or the way `lewat` a floor to a room below."""

    ruang: str
    lantai: int
    lewat: bool = False


Garis = list[tuple[Titik, Titik]]
Susunan = dict[int, list[Titik]]


def kotak(nama: str) -> str:
    """The box that a module belongs to."""
    bagian = nama.split(".")
    if bagian[0] != "analytics":
        return bagian[0]
    return next((judul for judul, modul in _GABUNG.items() if bagian[1] in modul), bagian[1])


@cache
def panah() -> Mapping[str, frozenset[str]]:
    """What every box uses directly."""
    hasil: dict[str, set[str]] = {}
    for berkas in BERKAS:
        if (nama := nama_modul(berkas)) != "analytics" and nama.split(".")[0] in PROGRAM:
            tujuan = (tujuan for tujuan in impor(berkas) if tujuan.split(".")[0] in PROGRAM)
            hasil.setdefault(kotak(nama), set()).update(map(kotak, tujuan))
    return {ruang: frozenset(tujuan - {ruang}) for ruang, tujuan in hasil.items()}


@cache
def tercapai(ruang: str) -> frozenset[str]:
    """What a box uses, directly or through others."""
    return panah()[ruang].union(*map(tercapai, panah()[ruang]))


@cache
def lantai(ruang: str) -> int:
    """One above the highest that it uses; 0 is the ground."""
    return 1 + max(map(lantai, panah()[ruang]), default=-1)


def panah_pokok(ruang: str) -> list[str]:
    """What a box uses and no other box leads it to, but for the ground."""
    dasar = panah()[ruang]
    return sorted(
        tujuan for tujuan in dasar if lantai(tujuan) and not any(tujuan in tercapai(lain) for lain in dasar - {tujuan})
    )


def _garis() -> Garis:
    """The arrows, cut at every floor; those that lead to one room share their way."""
    hasil: dict[tuple[Titik, Titik], None] = {}
    for ruang in sorted(panah()):
        for tujuan in panah_pokok(ruang):
            dari = Titik(ruang, lantai(ruang))
            for tingkat in range(dari.lantai - 1, lantai(tujuan) - 1, -1):
                ke = Titik(tujuan, tingkat, lewat=tingkat > lantai(tujuan))
                hasil[dari, ke] = None
                dari = ke
    return list(hasil)


def _susun(garis: Garis) -> Susunan:
    """Who stands where on each floor: swept up and down until arrows cross as seldom as they will."""
    ruang = (Titik(nama, lantai(nama)) for nama in sorted(panah()))
    titik = sorted(
        {*ruang, *(ujung for potong in garis for ujung in potong)}, key=lambda titik: (titik.lantai, titik.ruang)
    )
    susunan: Susunan = {}
    for satu in titik:
        susunan.setdefault(satu.lantai, []).append(satu)
    terbaik = susunan
    for putaran in range(_PUTARAN):
        susunan = dict(susunan)
        for tingkat in sorted(susunan, reverse=putaran % 2 == 0):
            susunan[tingkat] = _urutkan(susunan, garis, tingkat, atas=putaran % 2 == 0)
            susunan[tingkat] = _tukar(susunan, garis, tingkat)
        terbaik = min(terbaik, susunan, key=lambda urutan: _silang(urutan, garis))
    return terbaik


def _urutkan(susunan: Susunan, garis: Garis, tingkat: int, *, atas: bool) -> list[Titik]:
    """A floor in the order of what its points are tied to, on the floor above or below."""
    letak = _letak(susunan)

    def tengah(titik: Titik) -> float:
        tetangga = [dari if atas else ke for dari, ke in garis if titik == (ke if atas else dari)]
        return fmean(letak[lain] for lain in tetangga) if tetangga else letak[titik]

    return sorted(susunan[tingkat], key=tengah)


def _letak(susunan: Susunan) -> dict[Titik, float]:
    """How far to the right each point stands, of the width of its floor."""
    return {titik: (nomor + 0.5) / len(baris) for baris in susunan.values() for nomor, titik in enumerate(baris)}


def _tukar(susunan: Susunan, garis: Garis, tingkat: int) -> list[Titik]:
    """A floor after every exchange of neighbours that saves a crossing."""
    dekat = [potong for potong in garis if abs(potong[0].lantai - tingkat) <= 1]
    baris = list(susunan[tingkat])
    for nomor in range(len(baris) - 1):
        tukar = [*baris[:nomor], baris[nomor + 1], baris[nomor], *baris[nomor + 2 :]]
        if _silang({**susunan, tingkat: tukar}, dekat) < _silang({**susunan, tingkat: baris}, dekat):
            baris = tukar
    return baris


def _silang(susunan: Susunan, garis: Garis) -> int:
    """How many pairs of arrows cross."""
    nomor = {titik: letak for baris in susunan.values() for letak, titik in enumerate(baris)}
    return sum(
        dari.lantai == dari_lain.lantai and (nomor[dari] - nomor[dari_lain]) * (nomor[ke] - nomor[ke_lain]) < 0
        for (dari, ke), (dari_lain, ke_lain) in combinations(garis, 2)
    )


def _jarak(kiri: Titik, kanan: Titik) -> float:
    """How far apart the middles of two neighbours are at least."""
    return _SELA + sum(0 if titik.lewat else _LEBAR / 2 for titik in (kiri, kanan))


def _tempatkan(susunan: Susunan, garis: Garis) -> dict[Titik, float]:
    """The middle of every point from the left: as near to what it is tied to as its neighbours leave room for."""
    x = {titik: nomor * (_LEBAR + _SELA) * 1.0 for baris in susunan.values() for nomor, titik in enumerate(baris)}
    for putaran in range(_PUTARAN):
        for tingkat in sorted(susunan, reverse=putaran % 2 == 0):
            baris = susunan[tingkat]
            ingin = [_ingin(titik, garis, x) for titik in baris]
            x |= dict(zip(baris, _longgarkan(baris, ingin), strict=True))
    kiri = min(x.values()) - _LEBAR / 2 - _TEPI
    return {titik: round(letak - kiri) for titik, letak in x.items()}


def _ingin(titik: Titik, garis: Garis, x: Mapping[Titik, float]) -> float:
    tetangga = [ke if dari == titik else dari for dari, ke in garis if titik in (dari, ke)]
    return fmean(x[lain] for lain in tetangga) if tetangga else fmean(x.values())


def _longgarkan(baris: Sequence[Titik], ingin: Sequence[float]) -> list[float]:
    """Places in this order with room between them, halfway between pushed right and pushed left."""
    kanan, kiri = list(ingin), list(ingin)
    for nomor in range(1, len(baris)):
        kanan[nomor] = max(kanan[nomor], kanan[nomor - 1] + _jarak(baris[nomor - 1], baris[nomor]))
    for nomor in range(len(baris) - 1, 0, -1):
        kiri[nomor - 1] = min(kiri[nomor - 1], kiri[nomor] - _jarak(baris[nomor - 1], baris[nomor]))
    return [(satu + lain) / 2 for satu, lain in zip(kanan, kiri, strict=True)]


def susun_gambar_ruang() -> str:
    """The picture as SVG."""
    garis = _garis()
    x = _tempatkan(_susun(garis), garis)
    tinggi = 2 * _TEPI + _TINGKAT * max(map(lantai, panah())) + _TINGGI
    lebar = round(max(x.values()) + _LEBAR / 2 + _TEPI)
    bagian = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}" width="{lebar}" height="{tinggi}" '
        'role="img" aria-label="The rooms of Capaian" font-family="Source Sans, Arial, sans-serif" font-size="11">',
        '<defs><marker id="panah" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 L8 4 L0 8 z" fill="{TINTA_LEMAH}"/></marker></defs>',
        f'<rect width="{lebar}" height="{tinggi}" fill="{PUTIH}"/>',
        f'<rect y="{_atas(0) - _TEPI}" width="{lebar}" height="{_TINGGI + 2 * _TEPI}" fill="{LATAR_LEMAH}"/>',
        *(_tulis_garis(dari, ke, x) for dari, ke in garis),
        *(f'<path d="M{x[titik]:g} {_atas(titik.lantai)} v{_TINGGI}" {_PENA}/>' for titik in x if titik.lewat),
        *(tulisan for titik in x if not titik.lewat for tulisan in _tulis_kotak(titik, x[titik])),
        "</svg>",
    ]
    return "\n".join(bagian)


_PENA: Final = f'fill="none" stroke="{TINTA_LEMAH}" stroke-width="1.3"'


def _atas(tingkat: int) -> int:
    return _TEPI + _TINGKAT * (max(map(lantai, panah())) - tingkat)


def _tulis_garis(dari: Titik, ke: Titik, x: Mapping[Titik, float]) -> str:
    awal, akhir = _atas(dari.lantai) + _TINGGI, _atas(ke.lantai)
    tengah, ujung = (awal + akhir) // 2, "" if ke.lewat else ' marker-end="url(#panah)"'
    jalan = f"M{x[dari]:g} {awal} C{x[dari]:g} {tengah} {x[ke]:g} {tengah} {x[ke]:g} {akhir}"
    return f'<path d="{jalan}" {_PENA}{ujung}/>'


def _tulis_kotak(titik: Titik, x: float) -> Iterator[str]:
    atas = _atas(titik.lantai)
    latar, tepi = _WARNA.get(titik.ruang, (PUTIH, GARIS))
    yield (
        f'<rect x="{x - _LEBAR / 2:g}" y="{atas}" width="{_LEBAR}" height="{_TINGGI}" rx="4" '
        f'fill="{latar}" stroke="{tepi}"/>'
    )
    tengah = f'x="{x:g}" text-anchor="middle"'
    yield f'<text {tengah} y="{atas + 18}" font-size="13" font-weight="600" fill="{TINTA}">{titik.ruang}</text>'
    for nomor, tulisan in enumerate(textwrap.wrap(pertanyaan(titik.ruang), 27)):
        yield f'<text {tengah} y="{atas + 34 + 13 * nomor}" fill="{TINTA_LEMAH}">{html.escape(tulisan)}</text>'


def pertanyaan(ruang: str) -> str:
    """The question that a room answers: how its docstring begins."""
    utama = _GABUNG.get(ruang, (ruang,))[0]
    letak = AKAR if ruang in PROGRAM else AKAR / "analytics"
    berkas = next(satu for satu in (letak / f"{utama}/__init__.py", letak / f"{utama}.py") if satu.exists())
    kata, tanda, _ = (ast.get_docstring(pohon(berkas)) or "").partition("?")
    return kata + tanda if tanda else ""
