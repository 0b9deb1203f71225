"""What one evaluation form is: its evaluation tied to its sheet, its table on screen, its sentence, its figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic

from analytics.acuan import Butir
from analytics.aturan.capaian import Capaian
from analytics.aturan.periode import KeadaanRealisasi
from analytics.dokumen.isi_kompilasi import FormulirTerisi, Hasil, LembarFormulir
from analytics.dokumen.tabel import Tabel
from analytics.evaluasi.bacaan import Bacaan
from analytics.evaluasi.hasil import RataRata


@dataclass(frozen=True)
class CapaianKini:
    """An indicator in the periode: its name, the state of its realisasi, its capaian."""

    nama: str
    keadaan: KeadaanRealisasi
    capaian: Capaian


@dataclass(frozen=True)
class RasioFormulir:
    """A capaian beside that of the periode; `dasar` says against what (`target akhir Renstra`)."""

    kode_indikator: str
    dasar: str
    capaian: Capaian


@dataclass(frozen=True)
class SerapanFormulir:
    """A mean serapan in persen, None where nothing has one, and its predikat."""

    dasar: str
    persen: float | None
    predikat: str | None


@dataclass(frozen=True)
class AngkaFormulir:
    """The figures of a form one by one: what the command line prints, and what a change of a setting may move.

    `rata` are its means with what they are taken over (`IKU s/d triwulan`).
    """

    kini: tuple[CapaianKini, ...]
    rasio: tuple[RasioFormulir, ...]
    rata: tuple[tuple[str, RataRata], ...]
    serapan: tuple[SerapanFormulir, ...] = ()


@dataclass(frozen=True)
class Formulir(Generic[Hasil]):
    """One evaluation form.

    `evaluasi` cuts its result from the reading of an office and periode, whole or of one unit;
    `lembar` is its sheet, `tabel` its table on screen, `kalimat` its conclusion, `angka` its figures, `pengaturan`
    what the office can set about it. `bantuan` says in the menu what its page shows, `ikon` is the Material symbol
    beside it.
    """

    lembar: LembarFormulir[Hasil]
    evaluasi: Callable[[Bacaan, str | None], Hasil]
    tabel: Callable[[Hasil], Tabel]
    kalimat: Callable[[Hasil], str]
    angka: Callable[[Hasil], AngkaFormulir]
    pengaturan: tuple[Butir, ...]
    bantuan: str
    ikon: str

    @property
    def kode(self) -> str:
        """Its name on the command line, in addresses, in settings."""
        return self.lembar.kode

    @property
    def nama(self) -> str:
        """`Evaluasi IKU`."""
        return self.lembar.nama

    @property
    def berkas(self) -> str:
        """How the names of its files begin: `evaluasi_iku`."""
        return f"evaluasi_{self.kode}"

    def isi(self, hasil: Hasil) -> FormulirTerisi[Hasil]:
        """The form filled with a result."""
        return FormulirTerisi(self.lembar, hasil)
