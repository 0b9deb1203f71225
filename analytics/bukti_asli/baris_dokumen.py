"""Which row of a sheet is which row of another: so that one added row is one difference and not a thousand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Tanda = frozenset[tuple[str, str]]
"""A row by what stands in it: (column, value)."""


@dataclass(frozen=True)
class PasanganBaris:
    """A row as approved and the row of the file that it is; None: it has none on that side."""

    harap: int | None
    ada: int | None

    @property
    def bergeser(self) -> bool:
        """Whether the row stands elsewhere than it was approved, so that its formulas name other rows."""
        return self.harap != self.ada


def pasangkan(harap: Mapping[int, Tanda], ada: Mapping[int, Tanda]) -> Iterator[PasanganBaris]:
    """The rows of both sheets in order, each with its partner.

    Where as many rows were approved as the file has, each is its own partner: only where rows were added or taken away
    are they recognised by their content.
    """
    if harap.keys() == ada.keys():
        yield from (PasanganBaris(nomor, nomor) for nomor in harap)
        return
    kiri, kanan = list(harap), list(ada)
    cocok = SequenceMatcher(None, [harap[nomor] for nomor in kiri], [ada[nomor] for nomor in kanan], autojunk=False)
    for jenis, awal, akhir, mulai, sampai in cocok.get_opcodes():
        if jenis == "equal":
            yield from map(PasanganBaris, kiri[awal:akhir], kanan[mulai:sampai])
        else:
            yield from _sebagian(kiri[awal:akhir], kanan[mulai:sampai], harap, ada)


def _sebagian(
    kiri: Sequence[int], kanan: Sequence[int], harap: Mapping[int, Tanda], ada: Mapping[int, Tanda]
) -> Iterator[PasanganBaris]:
    """Rows that are not the same: each with the most alike of those that may still follow."""
    sisa = list(kanan)
    for urut, nomor in enumerate(kiri):
        lebih = len(sisa) - (len(kiri) - urut)
        pilihan = sisa[: max(lebih, 0) + 1]
        if lebih < 0 and not (sisa and harap[nomor] & ada[sisa[0]]):
            pilihan = []
        if not pilihan:
            yield PasanganBaris(nomor, None)
            continue
        mirip = max(pilihan, key=lambda calon: len(harap[nomor] & ada[calon]))
        while sisa[0] != mirip:
            yield PasanganBaris(None, sisa.pop(0))
        yield PasanganBaris(nomor, sisa.pop(0))
    yield from (PasanganBaris(None, nomor) for nomor in sisa)
