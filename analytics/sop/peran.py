"""The peran of the SOP, and who holds which one on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from analytics.acuan import Penanya
from analytics.aturan.periode import tulis_tanggal

JenisTugas = Literal["definitif", "plt", "plh"]

KASUBBAG_PERENCANAAN: Final = "kasubbag_perencanaan"
KASUBBAG_UMUM: Final = "kasubbag_umum"
KEPALA_SEKSI: Final = "kepala_seksi"
ADMIN_SATU_DATA: Final = "admin_satu_data"
SEKRETARIS: Final = "sekretaris"
CAMAT: Final = "camat"
PENGELOLA: Final = "pengelola"

NAMA_PERAN: Final[Mapping[str, str]] = {
    KASUBBAG_PERENCANAAN: "Kasubbag Perencanaan dan Keuangan",
    KASUBBAG_UMUM: "Kasubbag Umum dan Kepegawaian",
    KEPALA_SEKSI: "Kepala Seksi",
    ADMIN_SATU_DATA: "Admin Satu Data",
    SEKRETARIS: "Sekretaris Kecamatan",
    CAMAT: "Camat",
    PENGELOLA: "Pengelola Aplikasi",
}
"""The six pelaksana of the SOP, and who looks after accounts and settings. A kepala_seksi is one for a unit."""
SEMUA_KANTOR: Final = "*"
"""The office of a penugasan that holds for every office of the store."""
NAMA_JENIS: Final[Mapping[JenisTugas, str]] = {"definitif": "", "plt": "Plt. ", "plh": "Plh. "}
ARTI_JENIS: Final[Mapping[JenisTugas, str]] = {
    "definitif": "Definitif",
    "plt": "Plt. (pelaksana tugas)",
    "plh": "Plh. (pelaksana harian)",
}
"""What can be chosen when somebody gets an office."""


@dataclass(frozen=True)
class Tugas:
    """One peran of one account in an office; `kode_unit` only for a kepala_seksi; a deputy has an end."""

    id_penugasan: str
    kode_pd: str
    peran: str
    kode_unit: str | None
    jenis: JenisTugas
    mulai: date
    selesai: date | None

    @property
    def sebutan(self) -> str:
        """`Plt. Camat`, as it stands in the log and below a signature."""
        return f"{NAMA_JENIS[self.jenis]}{NAMA_PERAN[self.peran]}"

    @property
    def masa(self) -> str:
        """`sampai 17 Agustus 2026`, empty without an end."""
        return f"sampai {tulis_tanggal(self.selesai)}" if self.selesai else ""

    def untuk(self, kode_pd: str, kode_unit: str | None = None) -> bool:
        """Whether it reaches this office and, for a kepala_seksi, this unit."""
        kantor = self.kode_pd in (kode_pd, SEMUA_KANTOR)
        return kantor and (self.peran != KEPALA_SEKSI or kode_unit is None or kode_unit == self.kode_unit)


@dataclass(frozen=True)
class Pelaku:
    """Who acts: the account, and what the log calls it. What it may do is read from the store at every command.

    `lewat` says how, when it was not a page.
    """

    id_akun: str
    nama: str
    lewat: str = ""

    @property
    def tambahan(self) -> dict[str, str]:
        """What the log says beside."""
        return {"lewat": self.lewat} if self.lewat else {}


BARIS_PERINTAH: Final = Pelaku("", "baris perintah")
"""The command line of a store that has no account yet."""
_TUGAS_BARIS_PERINTAH: Final = (KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, PENGELOLA)


def menurut_unit(peran: str) -> bool:
    """Whether this peran is held for one unit of an office."""
    return peran == KEPALA_SEKSI


def baca_tugas(penanya: Penanya, pelaku: Pelaku, hari: date) -> tuple[Tugas, ...]:
    """What this account may act as on this day; nothing when it is unknown or disabled.

    The command line acts without an account only while the store has none.
    """
    if pelaku == BARIS_PERINTAH:
        if penanya.kueri("akun_ada"):
            return ()
        return tuple(Tugas("", SEMUA_KANTOR, peran, None, "definitif", hari, None) for peran in _TUGAS_BARIS_PERINTAH)
    milik = [Tugas(**baris) for baris in penanya.kueri("tugas_akun", id_akun=pelaku.id_akun, hari=hari)]
    return tuple(sorted(milik, key=_urutan))


def _urutan(tugas: Tugas) -> tuple[str, str, bool, str, date, str]:
    """By peran, office and unit, those without a unit last."""
    unit = tugas.kode_unit
    return tugas.peran, tugas.kode_pd, unit is None, unit or "", tugas.mulai, tugas.id_penugasan


def sebut_pemegang(penanya: Penanya, peran: Iterable[str], kode_pd: str, hari: date) -> tuple[str, ...]:
    """Everybody who may act as one of `peran` in an office on a day: `Siti (Plt. Camat, sampai 17 Agustus 2026)`."""
    hasil = []
    for baris in penanya.kueri("pemegang_peran", peran=list(peran), hari=hari):
        nama = baris.pop("nama")
        tugas = Tugas(**baris)
        if tugas.untuk(kode_pd):
            hasil.append(f"{nama} ({', '.join(filter(None, (tugas.sebutan, tugas.masa)))})")
    return tuple(hasil)


def pilih_tugas(
    tugas: Iterable[Tugas], peran: Iterable[str], kode_pd: str, kode_unit: str | None = None
) -> Tugas | None:
    """The penugasan under which somebody may act as one of `peran`, definitif before deputy; None: may not."""
    boleh = [milik for milik in tugas if milik.peran in set(peran) and milik.untuk(kode_pd, kode_unit)]
    return min(boleh, key=lambda milik: milik.jenis != "definitif", default=None)
