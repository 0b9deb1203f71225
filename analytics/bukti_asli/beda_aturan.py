"""What today's rules make of approved rows, beside what was approved: every figure that differs, with its reason.

Pages of an approved periode compute by today's rules; what was approved stands in the frozen cells of the document.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from analytics.aturan.angka import tulis_angka
from analytics.beku.snapshot import Snapshot
from analytics.bukti_asli.baris_dokumen import pasangkan
from analytics.bukti_asli.sel_dokumen import menurut_baris, pokok, rapikan, sebut_baris
from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.dokumen.kompilasi import tulis_kompilasi
from analytics.dokumen.sel import STRIP

_KEPALA: Final = "No"
"""The first title of every form."""
_BANTU: Final = "Kolom bantu"
"""How the titles begin of columns that are not printed."""
_KETERANGAN: Final = "keterangan"
_TAK_DIKENAL: Final = "Susunan lembar yang disetujui tidak dikenali lagi."
_TANPA_SEBAB: Final = "Mengikuti baris-baris di atasnya."
_RELATIF: Final = 1e-9
"""How far two results of the same figure may be from each other."""


@dataclass(frozen=True)
class BedaAturan:
    """One figure: on which form, of which row, in which column; as approved, by today's rules, and why."""

    formulir: str
    baris: str
    kolom: str
    disetujui: str
    kini: str
    sebab: str


@dataclass(frozen=True)
class _TabelLembar:
    """A sheet below its titles: the cells of each row, and the letters of each printed column by its title."""

    baris: Mapping[int, Mapping[str, Any]]
    kolom: Mapping[str, str]

    def pada(self, nomor: int | None, judul: str) -> Any:
        """What stands in a row under a title; None where nothing does."""
        if nomor is None:
            return None
        return self.baris[nomor].get(self.kolom[judul], (None, None))[0]

    def berangka(self, judul: str) -> bool:
        """Whether a number stands anywhere under a title."""
        return any(isinstance(self.pada(nomor, judul), int | float) for nomor in self.baris)

    def tanda(self) -> dict[int, frozenset[tuple[str, str]]]:
        """Each row by what stands in it."""
        judul = {huruf: nama for nama, huruf in self.kolom.items()}
        return {
            nomor: frozenset(
                (judul[huruf], pokok(sel[0])) for huruf, sel in isi.items() if huruf in judul and sel[0] is not None
            )
            for nomor, isi in self.baris.items()
        }


def bandingkan_aturan(snapshot: Snapshot, kompilasi: Kompilasi) -> tuple[BedaAturan, ...]:
    """Every approved figure that today's rules see otherwise; `kompilasi` is what they make of the frozen rows.

    Rows and columns are known by their words, wherever they stand. What a later layout has besides was not approved and
    is not here; a predikat follows from its figure.
    """
    kini = tulis_kompilasi(kompilasi).sel
    predikat = frozenset(jenjang.predikat for jenjang in kompilasi.pengaturan.skala.jenjang)
    return tuple(
        beda
        for terisi in kompilasi.formulir
        for beda in _beda_lembar(
            terisi.lembar.nama, snapshot.isi["dokumen"][terisi.lembar.nama], kini[terisi.lembar.nama]
        )
        if predikat.isdisjoint((beda.disetujui, beda.kini))
    )


def _beda_lembar(nama: str, disetujui: Mapping[str, Any], kini: Mapping[str, Any]) -> Iterator[BedaAturan]:
    dahulu, sekarang = _baca_tabel(disetujui), _baca_tabel(kini)
    if not dahulu.kolom:
        yield BedaAturan(nama, "", "seluruh lembar", "ada di dokumennya", "tidak dapat dibandingkan", _TAK_DIKENAL)
    angka = [
        judul
        for judul in dahulu.kolom
        if judul in sekarang.kolom and judul != _KEPALA and (dahulu.berangka(judul) or sekarang.berangka(judul))
    ]
    keterangan = [judul for judul in sekarang.kolom if judul.casefold().endswith(_KETERANGAN)]
    for pasangan in pasangkan(dahulu.tanda(), sekarang.tanda()):
        if pasangan.harap is None:
            continue
        sebab = next((str(sekarang.pada(pasangan.ada, judul) or "") for judul in keterangan), "")
        for judul in angka:
            lama, baru = dahulu.pada(pasangan.harap, judul), sekarang.pada(pasangan.ada, judul)
            if not _sama(lama, baru):
                label = sebut_baris(dahulu.baris[pasangan.harap])
                yield BedaAturan(nama, label, judul, _tulis(lama), _tulis(baru), sebab or _TANPA_SEBAB)


def _tulis(nilai: Any) -> str:
    """A figure to two decimals, or what stands in its place."""
    if isinstance(nilai, int | float):
        return tulis_angka(Decimal(repr(nilai)), 2)
    return "tidak ada nilai" if nilai in (None, STRIP) else str(nilai)


def _sama(lama: Any, baru: Any) -> bool:
    """Whether two figures, or what stands in their place, are the same; a text of several lines is none."""
    if isinstance(lama, int | float) and isinstance(baru, int | float):
        return math.isclose(lama, baru, rel_tol=_RELATIF, abs_tol=_RELATIF)
    return rapikan(str(lama)) == rapikan(str(baru)) or "\n" in f"{lama}{baru}"


def _baca_tabel(sel: Mapping[str, Any]) -> _TabelLembar:
    """The table of a sheet; empty when it has no titles."""
    semua = menurut_baris(sel)
    berlabel = [nomor for nomor, isi in semua.items() if "A" in isi]
    awal = next((nomor for nomor in berlabel if semua[nomor]["A"][0] == _KEPALA), None)
    if awal is None:
        return _TabelLembar({}, {})
    akhir = next((nomor for nomor in berlabel if nomor > awal), awal + 1)
    kepala = [semua[nomor] for nomor in semua if awal <= nomor < akhir]
    kolom: dict[str, str] = {}
    for huruf, judul in _judul(kepala):
        if not judul.startswith(_BANTU):
            kolom.setdefault(judul, huruf)
    return _TabelLembar({nomor: isi for nomor, isi in semua.items() if nomor >= akhir and not _bernomor(isi)}, kolom)


def _bernomor(isi: Mapping[str, Any]) -> bool:
    """Whether a row holds the printed numbers of the columns, which are texts."""
    return str(isi.get("A", ("",))[0]) == "1" and isinstance(isi["A"][0], str)


def _judul(kepala: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The letters and the whole title of each column: a title above several of them stands in the first."""
    berjalan: list[str] = [""] * len(kepala)
    for huruf in sorted({huruf for baris in kepala for huruf in baris}, key=lambda huruf: (len(huruf), huruf)):
        for tingkat, baris in enumerate(kepala):
            if huruf in baris:
                berjalan[tingkat:] = [str(baris[huruf][0]), *[""] * (len(kepala) - tingkat - 1)]
        yield huruf, " · ".join(filter(None, berjalan))
