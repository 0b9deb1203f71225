"""Whether the rows in force are those that the kiriman and their corrections make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final, Self

from analytics.acuan import Penanya
from analytics.aturan.periode import ROMAWI, Periode
from analytics.bukti_asli.ingkar import Ingkar, ringkas_baris, tulis_nilai
from data.berlaku import BERLAKU, TabelBerlaku
from data.gudang import Baris

_TERHITUNG: Final = 0
_TERTULIS: Final = 1


def ingkar_berlaku(penanya: Penanya, fakta: Iterable[Ingkar]) -> Iterator[Ingkar]:
    """Every row in force that differs from what its view says, is missing, or is one too many.

    `fakta` are the approved facts that were changed: rows that still say what one of them was, or what a kiriman of its
    unit was, are not named again.
    """
    sudah = {(ingkar.kode, ingkar.kapan) for ingkar in fakta}
    for tabel in BERLAKU:
        for harap, ada in _pasangkan(tabel, penanya.kueri(f"beda_{tabel.nama}")):
            baris = harap or ada or {}
            letak = _Letak.dari(tabel, baris)
            if sudah.isdisjoint({(letak.kode, letak.kapan), (baris["kode_unit"], letak.kapan)}):
                yield from _banding(letak, harap, ada)


def _pasangkan(tabel: TabelBerlaku, beda: Iterable[Baris]) -> Iterator[tuple[Baris | None, Baris | None]]:
    """What should stand there beside what does, by what a row is known."""
    semua: dict[tuple[Any, ...], tuple[list[Baris], list[Baris]]] = {}
    for selisih in beda:
        baris, lebih = selisih["baris"], selisih["lebih"]
        sisi = _TERTULIS if lebih > 0 else _TERHITUNG
        semua.setdefault(tuple(baris[kolom] for kolom in tabel.kunci), ([], []))[sisi].extend([baris] * abs(lebih))
    for terhitung, tertulis in semua.values():
        yield from zip_longest(terhitung, tertulis)


@dataclass(frozen=True)
class _Letak:
    """Which row in force is spoken of."""

    tabel: str
    kode: str
    kapan: str

    @classmethod
    def dari(cls, tabel: TabelBerlaku, baris: Baris) -> Self:
        tahun, triwulan = baris["tahun"], baris["triwulan"]
        kapan = Periode(tahun, triwulan).singkat if triwulan in ROMAWI else f"TW {triwulan} {tahun}"
        return cls(tabel.nama, str(baris[tabel.kode]), kapan)

    def ingkar(self, apa: str, kolom: str, lama: str, baru: str) -> Ingkar:
        apa_saja = f"{apa}, kolom {kolom}" if kolom else apa
        pesan = (
            f"{self.tabel} {self.kode} {self.kapan} {apa_saja}: menurut kiriman dan koreksinya {lama}, tertulis {baru}."
        )
        return Ingkar("berlaku", self.kode, pesan, self.tabel, self.kode, self.kapan, kolom, lama, baru)


def _banding(letak: _Letak, harap: Baris | None, ada: Baris | None) -> Iterator[Ingkar]:
    if ada is None and harap is not None:
        yield letak.ingkar("hilang", "", ringkas_baris(harap), "tidak ada")
    elif harap is None and ada is not None:
        yield letak.ingkar("ditambahkan", "", "tidak ada", ringkas_baris(ada))
    elif harap is not None and ada is not None:
        for kolom, nilai in harap.items():
            if ada[kolom] != nilai:
                yield letak.ingkar("diubah", kolom, tulis_nilai(nilai), tulis_nilai(ada[kolom]))
