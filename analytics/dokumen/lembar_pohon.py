"""The sheet of a form over the plan tree: head, rows of every node, page. E.81 and E.80 say what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from xlsxwriter.worksheet import Worksheet

from analytics.dokumen.buku import Buku
from analytics.dokumen.gaya import atur_halaman
from analytics.dokumen.lembar import tulis_baris, tulis_judul, tulis_kepala
from analytics.dokumen.pohon import Cabang, Simpul, bagian_belum, sel_nama, susun_cabang
from analytics.dokumen.sel import Isi, Sel, teks
from analytics.dokumen.tata_letak import Susunan, TempatFormulir
from analytics.evaluasi.hasil import Indikator, Keterangan, Terhitung


class SimpulFormulir(Simpul, Protocol):
    """A node with its indicators."""

    @property
    def kinerja(self) -> Sequence[object]:
        """One for each of its indicators."""

    @property
    def kinerja_lain(self) -> Sequence[object]:
        """One for each of those of others that stand here in a form of one unit."""

    @property
    def terbawah(self) -> bool:
        """Whether it counts for the means."""

    @property
    def nama_unit(self) -> str | None:
        """Who answers for it."""


S = TypeVar("S", bound=SimpulFormulir)


@dataclass(frozen=True)
class IsiPohon(Generic[S]):
    """What one form puts on its sheet: `baris` gives the rows of a node by its number, `tanpa` is said without any."""

    lembar: str
    judul: str
    keterangan: Keterangan
    simpul: Sequence[S]
    baris: Callable[[Cabang[S], int], Sequence[Isi]]
    tanpa: str


def tulis_pohon(
    buku: Buku, lembar: Worksheet, susunan: Susunan, isi: IsiPohon[S]
) -> tuple[TempatFormulir, tuple[int, int]]:
    """Write the sheet down to its last node: where its rows stand, and its first and last header row (from 0)."""
    kepala = tulis_judul(lembar, buku.gaya, isi.judul, isi.keterangan, susunan)
    mulai = tulis_kepala(lembar, buku.padat, susunan, kepala)
    for nomor, cabang in enumerate(susun_cabang(isi.simpul, mulai + 1, _tinggi), 1):
        for urut, sel in enumerate(isi.baris(cabang, nomor)):
            tulis_baris(lembar, buku.padat, susunan, cabang.baris + urut, sel, cabang.simpul.tingkat)
    akhir = mulai + max(sum(_tinggi(simpul) for simpul in isi.simpul), 1)
    if not isi.simpul:
        tulis_baris(lembar, buku.padat, susunan, akhir, {"program": teks(isi.tanpa)})
    lembar.freeze_panes(mulai, susunan.tetap)
    atur_halaman(lembar, buku.kaki)
    return TempatFormulir(isi.lembar, susunan, mulai + 1, akhir, akhir + 1), (kepala, mulai - 1)


def baris_belum(simpul: Sequence[S], awal: int, terhitung: Callable[[S], Terhitung]) -> tuple[int, ...]:
    """The rows (from 1, the first at `awal`) of the parts of units that did not report below rows that count."""
    return tuple(bagian.baris for bagian in bagian_belum(susun_cabang(simpul, awal, _tinggi), terhitung))


def _tinggi(simpul: SimpulFormulir) -> int:
    return max(len(simpul.kinerja) + len(simpul.kinerja_lain), 1)


def sel_indikator_lain(indikator: Indikator) -> dict[str, Sel]:
    """The name of an indicator that a form of another unit shows: paler, and with whose it is."""
    return {"indikator": teks(f"{indikator.nama} ({indikator.satuan})\nMilik {indikator.nama_unit}", "redup")}


def judul_formulir(judul: str, nomor: str, keterangan: Keterangan) -> str:
    """`EVALUASI HASIL RENJA PERANGKAT DAERAH (E.81)`, and of which unit it is if it is of one."""
    unit = f", {keterangan.sub_unit}" if keterangan.sub_unit else ""
    return f"{judul} ({nomor}){unit}"


def baris_simpul(
    cabang: Cabang[S], nomor: int, uang: Isi, kinerja: Sequence[Isi], catatan: str, *, berkode: bool
) -> list[Isi]:
    """The rows of one node: its name and money on the first, one indicator on each; `catatan` where it has none.

    Where all indicators are of others, the unit of the first row is still that of its money.
    A row that only refers to another place of its node has its name alone.
    """
    simpul = cabang.simpul
    pertama: Isi = {
        "no": Sel(float(nomor), rupa="urut"),
        **sel_nama(simpul, berkode=berkode),
        **uang,
        "terbawah": teks("ya" if simpul.terbawah else "tidak"),
        "unit": teks(simpul.nama_unit),
    }
    if simpul.tempat.rujukan:
        return [{kunci: sel for kunci, sel in pertama.items() if kunci not in uang}]
    lain = simpul.tempat.kinerja_di
    tanpa_kinerja = f"(indikator: lihat sasaran {lain})" if lain else "(tanpa indikator)"
    tanpa: Isi = {"indikator": teks(tanpa_kinerja, "redup"), "keterangan": teks(catatan)}
    milik: Isi = {} if simpul.kinerja else {"unit": pertama["unit"]}
    return [{**pertama, **kinerja[0], **milik}, *kinerja[1:]] if kinerja else [{**pertama, **tanpa}]
