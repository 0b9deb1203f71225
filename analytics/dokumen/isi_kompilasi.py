"""What a compiled workbook is made of: the sheets of its forms, and what each of them gives to the shared sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

from xlsxwriter.worksheet import Worksheet

from analytics.aturan.capaian import Pengaturan
from analytics.dokumen.buku import Buku
from analytics.dokumen.penutup import TandaTangan
from analytics.dokumen.sel import Isi, Sel
from analytics.dokumen.tata_letak import Susunan
from analytics.evaluasi.hasil import BarisIndikator, Keterangan, LaporanUang

JenisRencana = Literal["renja", "renstra"]
"""A kind of plan document."""


class HasilFormulir(Protocol):
    """What every evaluation says about itself."""

    @property
    def keterangan(self) -> Keterangan:
        """Whose, which periode, which status."""

    @property
    def pengaturan(self) -> Pengaturan:
        """The settings that it was computed and is printed by."""


Hasil = TypeVar("Hasil", bound=HasilFormulir)


@dataclass(frozen=True)
class UangSimpul:
    """A plan node and what it reported itself: Rp s/d each triwulan, with its cells."""

    kode_simpul: str
    nama: str
    nama_unit: str | None
    laporan: tuple[LaporanUang, ...]


@dataclass(frozen=True)
class SumberFormulir:
    """What a form rests on: its indicators through the year, and the nodes that reported money."""

    indikator: tuple[BarisIndikator, ...] = ()
    uang: tuple[UangSimpul, ...] = ()


@dataclass(frozen=True)
class TabelRingkasan:
    """A table of the summary: title, headings by column key, rows; `gabung` are the columns that its text takes."""

    judul: str
    kepala: dict[str, str]
    baris: Sequence[Isi]
    gabung: tuple[str, str] | None = None


@dataclass(frozen=True)
class RingkasanFormulir:
    """What a form gives to the summary; its cells refer to the sheet of the form.

    `kesimpulan` is the sentence on top (that of the first form which has one), `pokok` its figures, `keadaan` how many
    of its rows are in which empty state, `tabel` what else it tells.
    """

    kesimpulan: Sel | None = None
    pokok: tuple[Isi, ...] = ()
    keadaan: tuple[Isi, ...] = ()
    tabel: tuple[TabelRingkasan, ...] = ()


@dataclass(frozen=True)
class LembarFormulir(Generic[Hasil]):
    """A form on paper.

    `kode` names it in settings, addresses and on the command line, `sebutan` in sentences (`IKU`). `rencana` is the
    plan document that it stands on, `isi` what its sheet holds (names in braces are settings), `nomor` the number that
    its regulation gives it. `susunan` are its columns in the layout that the office has chosen; `tulis` writes the
    sheet in them and tells what the summary says of it; `sumber` is what it rests on; `tanda_tangan` who signs it.
    """

    kode: str
    sebutan: str
    rencana: JenisRencana
    isi: str
    susunan: Callable[[Hasil], Susunan]
    tulis: Callable[[Buku, Worksheet, Hasil, Susunan], RingkasanFormulir]
    sumber: Callable[[Hasil], SumberFormulir]
    tanda_tangan: tuple[TandaTangan, ...]
    nomor: str = ""

    @property
    def nama(self) -> str:
        """The name of the sheet, and of the form everywhere: `Evaluasi IKU`."""
        return f"Evaluasi {self.sebutan}"

    @property
    def uraian(self) -> str:
        """`Evaluasi Renja (kolom E.81)`."""
        return f"{self.nama} (kolom {self.nomor})" if self.nomor else self.nama


@dataclass(frozen=True)
class FormulirTerisi(Generic[Hasil]):
    """A form with the result that fills it."""

    lembar: LembarFormulir[Hasil]
    hasil: Hasil

    @property
    def susunan(self) -> Susunan:
        """The columns of its sheet."""
        return self.lembar.susunan(self.hasil)

    def tulis(self, buku: Buku, lembar: Worksheet) -> RingkasanFormulir:
        """Write its sheet; what the summary says of it."""
        return self.lembar.tulis(buku, lembar, self.hasil, self.susunan)

    @property
    def sumber(self) -> SumberFormulir:
        """What it rests on."""
        return self.lembar.sumber(self.hasil)


@dataclass(frozen=True)
class Kompilasi:
    """A compiled workbook before it is written: the forms of one office and periode, in order; at least one."""

    formulir: tuple[FormulirTerisi[Any], ...]

    @property
    def keterangan(self) -> Keterangan:
        """The heading of the whole: that of the first form."""
        keterangan: Keterangan = self.formulir[0].hasil.keterangan
        return keterangan

    @property
    def pengaturan(self) -> Pengaturan:
        """The settings of the whole."""
        pengaturan: Pengaturan = self.formulir[0].hasil.pengaturan
        return pengaturan

    @property
    def indikator(self) -> tuple[tuple[str, BarisIndikator], ...]:
        """Every indicator once, with the sebutan of the first form that it stands in."""
        hasil: dict[str, tuple[str, BarisIndikator]] = {}
        for terisi in self.formulir:
            for baris in terisi.sumber.indikator:
                hasil.setdefault(baris.indikator.kode, (terisi.lembar.sebutan, baris))
        return tuple(hasil.values())

    @property
    def uang(self) -> tuple[UangSimpul, ...]:
        """Every node that reported money, once."""
        hasil: dict[str, UangSimpul] = {}
        for terisi in self.formulir:
            for simpul in terisi.sumber.uang:
                hasil.setdefault(simpul.kode_simpul, simpul)
        return tuple(hasil.values())
