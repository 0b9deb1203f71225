"""The part of a sub kegiatan that one unit carries out: a node of its own below it, made of a row of sheet Pagu."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.aturan.nomenklatur import pisah_bagian
from analytics.rencana.baris import AnggaranKas, Pagu, SimpulPohon, Unit


def simpul_bagian(pagu: Iterable[Pagu | AnggaranKas], unit: Iterable[Unit]) -> Iterator[SimpulPohon]:
    """The nodes of the parts that have money, each once."""
    nama = {baris.kode: baris.nama for baris in unit}
    sudah: set[str] = set()
    for baris in pagu:
        induk, kode_unit = pisah_bagian(baris.simpul)
        if kode_unit and baris.simpul not in sudah:
            sudah.add(baris.simpul)
            sebutan = f"Bagian {nama.get(kode_unit, kode_unit)}"
            yield SimpulPohon(baris.simpul, BAGIAN_UNIT, induk, sebutan, kode_unit, asal=baris.asal)


def letak_bagian(simpul: Iterable[SimpulPohon]) -> Mapping[str, tuple[str, str]]:
    """The node and the unit of every part, by its code."""
    return {baris.kode: (baris.induk or "", baris.unit or "") for baris in simpul if baris.tingkat == BAGIAN_UNIT}
