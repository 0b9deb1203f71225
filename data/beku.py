"""What a snapshot keeps of the store: which tables, and how each of them is cut to an office and a periode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_SEMUA: Final = "SELECT * FROM {tabel}"
"""Every row of the store."""
_KANTOR: Final = "SELECT * FROM {tabel} WHERE kode_pd = $kode_pd"
"""Every row of the office."""
_SAMPAI: Final = "(k.tahun < $tahun OR (k.tahun = $tahun AND k.triwulan <= $triwulan))"
_PERIODE: Final = "SELECT k.* FROM {tabel} AS k WHERE k.kode_pd = $kode_pd AND {sampai}"
"""Every row of the office up to the periode."""
_KIRIMAN: Final = (
    "SELECT baris.* FROM {tabel} AS baris JOIN kiriman AS k USING (kode_pd, id_kiriman) "
    "WHERE k.kode_pd = $kode_pd AND {sampai}"
)
"""Every row of a kiriman up to the periode."""
_SEBUTAN: Final = "SELECT * FROM {fungsi}(akhir_triwulan($tahun, $triwulan)) WHERE kode_pd = $kode_pd"
"""What is called how on the last day of the periode."""

TABEL_BEKU: Final[Mapping[str, str]] = {
    "kiriman": _PERIODE,
    "realisasi": _PERIODE,
    "realisasi_anggaran": _PERIODE,
    "koreksi": _PERIODE,
    "narasi": _KIRIMAN,
    "rencana": _KANTOR,
    "target": _KANTOR,
    "pagu": _KANTOR,
    "anggaran_kas": _KANTOR,
    "aturan_indikator": _KANTOR,
    "riwayat": _KANTOR,
    "riwayat_anggaran": _KANTOR,
    "standar_nasional": _KANTOR,
    "tautan_rpjmd": _KANTOR,
    "elemen_ikk": _KANTOR,
    "simpul": _KANTOR,
    "indikator": _KANTOR,
    "laporan_indikator": _KANTOR,
    "pejabat": _KANTOR,
    "perangkat_daerah": _SEBUTAN.replace("{fungsi}", "kantor_pada"),
    "unit": _SEBUTAN.replace("{fungsi}", "unit_pada"),
    "pengaturan": _SEMUA,
    "skala_predikat": _SEMUA,
    "skala_ordinal": _SEMUA,
}
"""The tables that can be frozen, each with its cut; there is no other way to read a table by its name."""
_BERTUMBUH: Final = frozenset({"realisasi", "realisasi_anggaran", "narasi", "target"})
"""Tables of so many rows that each is read by itself: rows are faster than a list of rows."""


def susun_tanya(tabel: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The questions that read these tables, each with the tables that it answers: rows of one, or lists of several.

    Raises ValueError for a table that no snapshot keeps.
    """
    diminta = tuple(dict.fromkeys(tabel))
    asing = sorted(set(diminta) - TABEL_BEKU.keys())
    if asing:
        raise ValueError(f"no snapshot keeps {asing}")
    bersama = tuple(nama for nama in diminta if nama not in _BERTUMBUH)
    for nama in diminta if len(bersama) == 1 else (nama for nama in diminta if nama in _BERTUMBUH):
        yield (nama,), f"{_potong(nama)} ORDER BY ALL"
    if len(bersama) > 1:
        yield bersama, f"SELECT {', '.join(map(_daftar, bersama))}"


def _daftar(nama: str) -> str:
    return f"(SELECT list(baris ORDER BY baris) FROM ({_potong(nama)}) AS baris) AS {nama}"  # noqa: S608 - our own names


def _potong(nama: str) -> str:
    return TABEL_BEKU[nama].replace("{sampai}", _SAMPAI).replace("{tabel}", nama)
