"""What E.81 and E.80 share: the rows of the plan tree, and money that is the sum of the rows below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Generic, Protocol, TypeVar

from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.dokumen.sel import Sel, dengan_rumus, rupiah, strip, teks
from analytics.evaluasi.hasil import TempatSimpul, Terhitung

TERKECIL: Final = "-1E+300"
"""Below every number: in a criterion it leaves out texts and blanks."""
TINGKAT: Final = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan", "bagian_unit")
_NADA: Final = {
    "program": ("tebal",),
    "kegiatan": ("masuk1",),
    "sub_kegiatan": ("masuk2",),
    "bagian_unit": ("masuk2", "redup"),
}


class Simpul(Protocol):
    """A row of the plan tree, of either form."""

    @property
    def kode_simpul(self) -> str:
        """Its code in the plan."""

    @property
    def tingkat(self) -> str:
        """One of `TINGKAT`."""

    @property
    def nama(self) -> str:
        """Its name in the plan."""

    @property
    def tempat(self) -> TempatSimpul:
        """Where it stands."""


S = TypeVar("S", bound=Simpul)


@dataclass(frozen=True)
class Cabang(Generic[S]):
    """One node, the row that holds its money (from 1), and its direct children in the form."""

    simpul: S
    baris: int
    anak: tuple[Cabang[S], ...]


def susun_cabang(daftar: Sequence[S], awal: int, tinggi: Callable[[S], int]) -> tuple[Cabang[S], ...]:
    """Every node in order with its row and children; `tinggi` tells how many rows a node takes, from row `awal` on.

    A node's children are the rows of the nearest deeper level that follow it, up to the next row of its own level.
    """
    baris = [awal]
    for simpul in daftar:
        baris.append(baris[-1] + tinggi(simpul))
    jadi: dict[int, Cabang[S]] = {}
    for nomor in reversed(range(len(daftar))):
        jadi[nomor] = Cabang(daftar[nomor], baris[nomor], tuple(jadi[anak] for anak in _anak(daftar, nomor)))
    return tuple(jadi[nomor] for nomor in range(len(daftar)))


def _anak(daftar: Sequence[S], nomor: int) -> list[int]:
    """The positions of the direct children of a row."""
    sendiri, hasil, batas = _dalam(daftar[nomor]), [], len(TINGKAT)
    for letak in range(nomor + 1, len(daftar)):
        dalam = _dalam(daftar[letak])
        if dalam <= sendiri:
            break
        if dalam <= batas:
            hasil.append(letak)
            batas = dalam
    return hasil


def _dalam(simpul: Simpul) -> int:
    return TINGKAT.index(simpul.tingkat)


def sel_nama(simpul: Simpul, *, berkode: bool = False) -> dict[str, Sel]:
    """The name of a node: a sasaran in its own column, the others with their code, indented by level.

    `berkode`: the form has a column for the code.
    """
    kode = {"kode": teks(simpul.kode_simpul)} if berkode else {}
    if simpul.tingkat in ("tujuan", "sasaran"):
        awalan = "Tujuan: " if simpul.tingkat == "tujuan" else ""
        awalan = f"{simpul.kode_simpul}  " if simpul.tempat.dirujuk and not berkode else awalan
        return {"sasaran": teks(f"{awalan}{simpul.nama}", "tebal"), **kode}
    polos = berkode or simpul.tingkat == BAGIAN_UNIT
    nama = simpul.nama if polos else f"{simpul.kode_simpul}  {simpul.nama}"
    return {"program": teks(nama, *_NADA.get(simpul.tingkat, ())), **kode}


def sel_uang(kunci: str, cabang: Cabang[S], nilai: Callable[[S], Decimal | None], tanpa: Sel | None = None) -> Sel:
    """Money of one node: the live sum of its children's cells where they make it up, else the amount itself."""
    jumlah = nilai(cabang.simpul)
    bagian = [nilai(anak.simpul) for anak in cabang.anak]
    if not cabang.anak or not sama_jumlah(jumlah, bagian):
        return rupiah(jumlah, tanpa)
    sel = ",".join(f"[{kunci}:{anak.baris}]" for anak in cabang.anak)
    return dengan_rumus(rupiah(jumlah), f"SUM({sel})")


def sel_jumlah(jumlah: Decimal | None, bagian: Mapping[str, Decimal | None], tanpa: Sel | None = None) -> Sel:
    """Money that is the live sum of cells in its row, by key, where they make it up, else the amount itself."""
    if not sama_jumlah(jumlah, list(bagian.values())):
        return rupiah(jumlah, tanpa)
    return dengan_rumus(rupiah(jumlah), f"SUM({','.join(f'[{kunci}]' for kunci in bagian)})")


def sel_uang_baris(
    kunci: str,
    cabang: Cabang[S],
    nilai: Callable[[S], Decimal | None],
    bagian: Mapping[str, Decimal | None],
    tanpa: Sel,
) -> Sel:
    """Money that is the live sum of cells in its row where they make it up, else of its children, else the amount."""
    sel = sel_jumlah(nilai(cabang.simpul), bagian, tanpa)
    return sel if sel.rumus is not None else sel_uang(kunci, cabang, nilai, tanpa)


@dataclass(frozen=True)
class KolomRasio:
    """Where a ratio of money finds its parts: the columns of realisasi and pagu, and of what enters the mean."""

    realisasi: str
    pagu: str
    dirata: str


def sel_rasio_pohon(
    cabang: Cabang[S],
    terhitung: Callable[[S], Terhitung],
    tercetak: tuple[Decimal | None, Decimal | None],
    kolom: KolomRasio,
) -> Sel:
    """Realisasi / pagu × 100, live: of the row's own cells, or of those below that reported; a dash without a value.

    Where units share a row its pagu counts without the parts of those that did not report.
    """
    hitungan = terhitung(cabang.simpul)
    if hitungan.rasio is None:
        return strip()
    belum = bagian_belum((cabang, *_turunan(cabang)), terhitung)
    kurang = kurangi(kolom.pagu, [bagian.baris for bagian in belum])
    if tercetak == (hitungan.realisasi, hitungan.pagu + _pagu(belum, terhitung)):
        pembagi = f"([{kolom.pagu}]{kurang})" if kurang else f"[{kolom.pagu}]"
        return Sel(hitungan.rasio, f"[{kolom.realisasi}]/{pembagi}*100", "angka2")
    bawah = [turunan for turunan in _turunan(cabang) if _terbawah(turunan)]
    bagian = [ada for turunan in bawah if (ada := terhitung(turunan.simpul)).rasio is not None]
    jumlah = sum((uang.realisasi for uang in bagian), Decimal(0)), sum((uang.pagu for uang in bagian), Decimal(0))
    if not kolom.dirata or jumlah != (hitungan.realisasi, hitungan.pagu):
        return Sel(hitungan.rasio, rupa="angka2")
    baris = min(turunan.baris for turunan in bawah), max(turunan.baris for turunan in bawah)
    realisasi, pagu, dirata = (
        f"[{kunci}:{baris[0]}]:[{kunci}:{baris[1]}]" for kunci in (kolom.realisasi, kolom.pagu, kolom.dirata)
    )
    ikut = f'{dirata},">={TERKECIL}"'
    return Sel(hitungan.rasio, rumus_rasio_jumlah(realisasi, pagu, ikut, kurang), "angka2")


def rumus_rasio_jumlah(realisasi: str, pagu: str, syarat: str, kurang: str) -> str:
    """Σ / Σ × 100 over the rows of a condition; `kurang` is taken off the pagu."""
    jumlah = f"SUMIFS({pagu},{syarat})"
    return f"SUMIFS({realisasi},{syarat})/{f'({jumlah}{kurang})' if kurang else jumlah}*100"


def kurangi(kunci: str, baris: Sequence[int]) -> str:
    """What takes the cells of one column in these rows off a sum: `-[target_rp:15]`."""
    return "".join(f"-[{kunci}:{nomor}]" for nomor in baris)


def bagian_belum(semua: Iterable[Cabang[S]], terhitung: Callable[[S], Terhitung]) -> list[Cabang[S]]:
    """The parts of units that have a pagu and did not report, below rows that count because another unit did."""
    return [
        anak
        for cabang in semua
        if terhitung(cabang.simpul).n
        for anak in cabang.anak
        if anak.simpul.tingkat == BAGIAN_UNIT and terhitung(anak.simpul).m > terhitung(anak.simpul).n
    ]


def _pagu(bagian: Iterable[Cabang[S]], terhitung: Callable[[S], Terhitung]) -> Decimal:
    return sum((terhitung(cabang.simpul).seluruh for cabang in bagian), Decimal(0))


def _terbawah(cabang: Cabang[S]) -> bool:
    """Whether a row has no other below it than the parts of units."""
    return cabang.simpul.tingkat != BAGIAN_UNIT and all(anak.simpul.tingkat == BAGIAN_UNIT for anak in cabang.anak)


def _turunan(cabang: Cabang[S]) -> Iterator[Cabang[S]]:
    for anak in cabang.anak:
        yield anak
        yield from _turunan(anak)


def sama_jumlah(jumlah: Decimal | None, bagian: Sequence[Decimal | None]) -> bool:
    """Whether the parts that have an amount add up to it exactly."""
    ada = [nilai for nilai in bagian if nilai is not None]
    return jumlah is not None and bool(ada) and sum(ada, Decimal(0)) == jumlah
