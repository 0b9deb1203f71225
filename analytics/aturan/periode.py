"""Triwulan, frekuensi and the four empty states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

ROMAWI: Final = {1: "I", 2: "II", 3: "III", 4: "IV"}
BULAN: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
HARI: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

WAJIB_LAPOR: Final[Mapping[str, tuple[int, ...]]] = {"triwulanan": (1, 2, 3, 4), "semesteran": (2, 4), "tahunan": (4,)}
"""The triwulan in which an indicator is due by its frekuensi, where its plan names no others."""

TAHUN_BERIKUTNYA: Final = 5
"""The triwulan in which is due what comes out after its year: the first of the next one."""
SEBUTAN_BERIKUTNYA: Final = "tahun berikutnya"
_BERIKUTNYA: Final = str(TAHUN_BERIKUTNYA)

NAMA_FREKUENSI: Final = {"triwulanan": "tiap triwulan", "semesteran": "tiap semester", "tahunan": "sekali setahun"}

KeadaanRealisasi = Literal["terisi", "belum_waktunya", "belum_ada_data", "tidak_direncanakan", "tidak_ada_kejadian"]
"""What a realisasi is: there, not due yet, due and blank (or not sent), not planned this year, or due with nothing that
could be measured."""
BELUM_WAKTUNYA: Final = "belum_waktunya"
BELUM_ADA_DATA: Final = "belum_ada_data"
TIDAK_DIRENCANAKAN: Final = "tidak_direncanakan"
TIDAK_ADA_KEJADIAN: Final = "tidak_ada_kejadian"
TERISI: Final = "terisi"
TIDAK_DIHITUNG: Final = frozenset({BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN, TIDAK_ADA_KEJADIAN})
"""States in which an indicator had no value to give, and so is counted in no mean."""

NAMA_KEADAAN: Final[Mapping[KeadaanRealisasi, str]] = {
    TERISI: "terisi",
    BELUM_WAKTUNYA: "belum waktunya",
    BELUM_ADA_DATA: "belum ada data",
    TIDAK_DIRENCANAKAN: "tidak direncanakan",
    TIDAK_ADA_KEJADIAN: "tidak ada kejadian",
}


@dataclass(frozen=True, order=True)
class Periode:
    """One triwulan (1-4) of one year."""

    tahun: int
    triwulan: int

    def __post_init__(self) -> None:
        if self.triwulan not in ROMAWI:
            raise ValueError(f"triwulan {self.triwulan}")

    @property
    def nama(self) -> str:
        """`Triwulan III 2026`."""
        return f"Triwulan {ROMAWI[self.triwulan]} {self.tahun}"

    @property
    def singkat(self) -> str:
        """`TW III 2026`."""
        return f"TW {ROMAWI[self.triwulan]} {self.tahun}"

    @property
    def hari_terakhir(self) -> date:
        """The last day of the triwulan; a plan version counts for a periode when it is dated on or before it."""
        return date(self.tahun, self.triwulan * 3, (31, 30, 30, 31)[self.triwulan - 1])


def jadwal(frekuensi: str, jatuh_tempo: str | None = None) -> tuple[int, ...]:
    """The triwulan in which an indicator is due: those of its plan (`2`, `2,4`, `5`), else those of its frekuensi."""
    if jatuh_tempo is None:
        return WAJIB_LAPOR[frekuensi]
    return tuple(map(int, jatuh_tempo.split(",")))


def sebut_jadwal(frekuensi: str, jatuh_tempo: str | None = None) -> str:
    """`sekali setahun`; with the triwulan where the plan names them: `sekali setahun (TW II)`."""
    if jatuh_tempo is None:
        return NAMA_FREKUENSI[frekuensi]
    if tahun_berikutnya(jatuh_tempo):
        return f"{NAMA_FREKUENSI[frekuensi]} ({SEBUTAN_BERIKUTNYA})"
    return (
        f"{NAMA_FREKUENSI[frekuensi]} (TW {', '.join(ROMAWI[triwulan] for triwulan in jadwal(frekuensi, jatuh_tempo))})"
    )


def tahun_berikutnya(jatuh_tempo: str | None) -> bool:
    """Whether the value of a year is due in the year after."""
    return jatuh_tempo == _BERIKUTNYA


def wajib_lapor(
    frekuensi: str, triwulan: int, bertarget: frozenset[int] = frozenset(), jatuh_tempo: str | None = None
) -> bool:
    """Whether an indicator is due in this triwulan.

    `bertarget` are the triwulan (1-4) for which the plan has a target of its own; when it names any that is due, a
    triwulan without one is not planned and so not due.
    """
    tempo = jadwal(frekuensi, jatuh_tempo)
    return triwulan in tempo and (triwulan in bertarget or bertarget.isdisjoint(tempo))


def render_sql() -> str:
    """SQL macros over frekuensi and jatuh_tempo, NULL where the plan names none.

    `jadwal_lapor(frekuensi, jatuh_tempo, triwulan)`: whether the triwulan is due; `jadwal_awal(frekuensi, jatuh_tempo)`
    and `jadwal_akhir(...)` are the first and the last one that is.
    """
    lapor = _cabang(lambda triwulan: f"triwulan IN ({', '.join(map(str, triwulan))})")
    return (
        "CREATE OR REPLACE MACRO jadwal_lapor(frekuensi, jatuh_tempo, triwulan) AS CASE WHEN jatuh_tempo IS NOT NULL "
        f"THEN contains(jatuh_tempo, CAST(triwulan AS VARCHAR)) ELSE {lapor} END;\n"
        "CREATE OR REPLACE MACRO jadwal_awal(frekuensi, jatuh_tempo) AS "
        f"coalesce(CAST(left(jatuh_tempo, 1) AS INTEGER), {_cabang(lambda triwulan: str(triwulan[0]))});\n"
        "CREATE OR REPLACE MACRO jadwal_akhir(frekuensi, jatuh_tempo) AS "
        f"coalesce(CAST(right(jatuh_tempo, 1) AS INTEGER), {_cabang(lambda triwulan: str(triwulan[-1]))});"
    )


def _cabang(tulis: Callable[[tuple[int, ...]], str]) -> str:
    cabang = " ".join(f"WHEN '{frekuensi}' THEN {tulis(triwulan)}" for frekuensi, triwulan in WAJIB_LAPOR.items())
    return f"CASE frekuensi {cabang} END"


def tulis_tanggal(hari: date) -> str:
    """`17 Agustus 2026`."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def tulis_hari_tanggal(hari: date) -> str:
    """`Senin, 17 Agustus 2026`."""
    return f"{HARI[hari.weekday()]}, {tulis_tanggal(hari)}"


def tulis_waktu(waktu: datetime | None) -> str:
    """`5 Oktober 2026 09.30`, empty for None."""
    return "" if waktu is None else f"{tulis_tanggal(waktu.date())} {waktu:%H.%M}"
