"""Working days (hari kerja): Monday to Friday without national holidays, cuti bersama and what the office says itself.

Counting: the day after something arrives is day 1, as Indonesian law counts a term (Pasal 228 Undang-Undang Nomor 8
Tahun 1981: "mulai diperhitungkan pada hari berikutnya"); the form of the SOP says nothing. Five working days a week:
Peraturan Presiden Nomor 21 Tahun 2023.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

from analytics.acuan import Penanya
from analytics.aturan.periode import HARI

_SEHARI: Final = timedelta(days=1)
_SABTU: Final = 5
_PERKIRAAN: Final = "(perkiraan)"
"""How the library marks a holiday that is not decreed yet."""
CUTI: Final = "Cuti Bersama"
LIBUR_NASIONAL: Final = "Hari libur nasional"
CATATAN_PERKIRAAN: Final = (
    "Hari libur dan cuti bersama {tahun} belum ditetapkan seluruhnya; tanggal yang memakainya adalah perkiraan."
)


@dataclass(frozen=True)
class HariKhusus:
    """A day on which the office differs from the national calendar: a local holiday, or a holiday that is worked."""

    libur: bool
    nama: str
    sumber: str


@dataclass(frozen=True)
class Kalender:
    """The days that an office works. Without `khusus` it is the national calendar."""

    khusus: Mapping[date, HariKhusus] = field(default_factory=dict)

    def libur(self, hari: date) -> str | None:
        """Why this day is free: `Sabtu`, the name of the holiday; None for a working day."""
        if hari in self.khusus:
            khusus = self.khusus[hari]
            return khusus.nama if khusus.libur else None
        if hari.weekday() >= _SABTU:
            return HARI[hari.weekday()]
        return libur_nasional(hari.year).get(hari)

    def bekerja(self, hari: date) -> bool:
        """Whether this is a working day."""
        return self.libur(hari) is None


def baca_kalender(penanya: Penanya) -> Kalender:
    """The calendar of the store: the national one with the special days of the office."""
    return Kalender(
        {
            hari["tanggal"]: HariKhusus(hari["libur"], hari["nama"], hari["sumber"])
            for hari in penanya.kueri("hari_khusus_berlaku")
        }
    )


@cache
def libur_nasional(tahun: int) -> Mapping[date, str]:
    """Name by date of the national holidays and the cuti bersama of a year."""
    # The library costs a tenth of a second, which a command that counts no days need not wait for.
    import holidays  # noqa: PLC0415

    return dict(
        holidays.country_holidays("ID", years=tahun, categories=("public", "government"), language="id").items()
    )


@dataclass(frozen=True)
class HariBebas:
    """A day of a year that is no plain working day or weekend: a holiday, or one that the office works on."""

    tanggal: date
    nama: str
    sumber: str
    libur: bool = True
    dari_kantor: bool = False


def hari_bebas(kalender: Kalender, tahun: int) -> tuple[HariBebas, ...]:
    """Every holiday of a year with where it comes from, and every day for which the office said otherwise."""
    nasional = {
        hari: HariBebas(hari, nama, CUTI if CUTI in nama else LIBUR_NASIONAL)
        for hari, nama in libur_nasional(tahun).items()
    }
    kantor = {
        hari: HariBebas(hari, khusus.nama, khusus.sumber, khusus.libur, dari_kantor=True)
        for hari, khusus in kalender.khusus.items()
        if hari.year == tahun
    }
    return tuple(libur for _, libur in sorted((nasional | kantor).items()))


@cache
def tahun_pasti(tahun: int) -> bool:
    """Whether holidays and cuti bersama of this year are decreed; they are an estimate otherwise."""
    nama = tuple(libur_nasional(tahun).values())
    return any(CUTI in sebutan for sebutan in nama) and not any(_PERKIRAAN in sebutan for sebutan in nama)


def catatan_perkiraan(*hari: date) -> str:
    """The sentence that says for which of these days the calendar is an estimate; empty when it is certain."""
    tahun = sorted({tanggal.year for tanggal in hari if not tahun_pasti(tanggal.year)})
    return CATATAN_PERKIRAAN.format(tahun=", ".join(map(str, tahun))) if tahun else ""


def hari_kerja_antara(mulai: date | datetime, sampai: date | datetime, kalender: Kalender) -> int:
    """How many working days lie after the day of `mulai`, up to and including the day of `sampai`; 0 on one day.

    Counts add up: from a to b and from b to c are together from a to c.
    """
    awal, akhir = _hari(mulai), _hari(sampai)
    return sum(kalender.bekerja(awal + nomor * _SEHARI) for nomor in range(1, (akhir - awal).days + 1))


def tambah_hari_kerja(hari: date | datetime, n: int, kalender: Kalender) -> date:
    """The working day number `n` after this day; the day itself for 0. Raises ValueError below 0."""
    if n < 0:
        raise ValueError(n)
    kini = _hari(hari)
    while n:
        kini += _SEHARI
        n -= kalender.bekerja(kini)
    return kini


def _hari(waktu: date | datetime) -> date:
    return waktu.date() if isinstance(waktu, datetime) else waktu
