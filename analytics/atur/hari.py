"""Change the working days that a step may take, and name days that differ from the national calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from analytics.acuan import Penanya, TidakSah
from analytics.atur.perubahan import KOSONG, Beda, Catatan, Perubahan, baris_dicatat
from analytics.aturan.angka import Angka, baca_angka
from analytics.aturan.periode import tulis_tanggal
from analytics.aturan.teks import alasan_sah, bersihkan
from data.gudang import Transaksi

PALING_LAMA: Final = 60
"""Working days that a step may take at most."""


@dataclass(frozen=True)
class WaktuBaku:
    """The working days of one step as they hold from `mulai` on."""

    langkah: int
    paling_cepat: int
    paling_lama: int
    mulai: date
    keterangan: str
    sumber: str

    def tulis(self) -> str:
        """`2–3 hari kerja`."""
        return _hari(self.paling_cepat, self.paling_lama)


@dataclass(frozen=True)
class HariKhusus:
    """A day that differs from the calendar: a holiday of the region, or a holiday that is worked."""

    tanggal: date
    libur: bool
    nama: str
    sumber: str

    def tulis(self) -> str:
        """`libur (Hari Jadi Kabupaten)`."""
        return f"{'libur' if self.libur else 'hari kerja'} ({self.nama})"


def baca_waktu_baku(penanya: Penanya, hari: date) -> tuple[WaktuBaku, ...]:
    """The waktu baku in force on a day, by step."""
    return tuple(WaktuBaku(**satu) for satu in penanya.kueri("waktu_baku_pada", hari=hari))


def baca_hari_khusus(penanya: Penanya) -> tuple[HariKhusus, ...]:
    """The special days as they count now."""
    kolom = ("tanggal", "libur", "nama", "sumber")
    return tuple(HariKhusus(*(satu[k] for k in kolom)) for satu in penanya.kueri("hari_khusus_berlaku"))


@dataclass(frozen=True)
class UbahWaktuBaku(Perubahan):
    """Another number of working days for one step, as typed, from `mulai` on."""

    jenis: ClassVar[str] = "waktu_baku"
    sekantor: ClassVar[bool] = False

    langkah: int
    paling_cepat: str
    paling_lama: str
    mulai: date

    @property
    def sebutan(self) -> str:
        """The step."""
        return f"Waktu baku langkah {self.langkah}"

    @property
    def objek(self) -> str:
        """`waktu_baku:5`."""
        return f"waktu_baku:{self.langkah}"

    @property
    def sejak(self) -> date:
        """The first day."""
        return self.mulai

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: Catatan) -> Beda:  # noqa: ARG002 - of the whole store
        """Add the row. Raises TidakSah for an unknown step or days that cannot be."""
        berlaku = {satu.langkah: satu for satu in baca_waktu_baku(tx, self.mulai)}
        cepat, lama = _bilangan(self.paling_cepat), _bilangan(self.paling_lama)
        if self.langkah not in berlaku:
            raise TidakSah(f"Langkah {self.langkah} tidak ada pada SOP.")
        if lama < max(cepat, 1):
            raise TidakSah("Waktu paling lama sedikitnya 1 hari kerja, dan tidak kurang dari yang paling cepat.")
        revisi = int(tx.kueri("waktu_baku_revisi", langkah=self.langkah, mulai=self.mulai)[0]["revisi"]) + 1
        baris = {
            "langkah": self.langkah,
            "mulai": self.mulai,
            "revisi": revisi,
            "paling_cepat": cepat,
            "paling_lama": lama,
            "keterangan": alasan_sah(self.alasan),
            "sumber": "Kebijakan kantor",
        }
        tx.tambah("waktu_baku", [{**baris, **baris_dicatat(self, catatan)}])
        return Beda(berlaku[self.langkah].tulis(), _hari(cepat, lama))


@dataclass(frozen=True)
class UbahHari(Perubahan):
    """A day is a holiday or is worked, whatever the national calendar says; a later change of it counts."""

    jenis: ClassVar[str] = "hari_khusus"
    sekantor: ClassVar[bool] = False

    tanggal: date
    libur: bool
    nama: str

    @property
    def sebutan(self) -> str:
        """The day."""
        return tulis_tanggal(self.tanggal)

    @property
    def objek(self) -> str:
        """`hari:2026-12-18`."""
        return f"hari:{self.tanggal.isoformat()}"

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: Catatan) -> Beda:  # noqa: ARG002 - of the whole store
        """Add the row. Raises TidakSah without a name."""
        nama = " ".join(bersihkan(self.nama).split())
        if alasan_sah(nama) is None:
            raise TidakSah("Tulis nama hari itu, misalnya Hari Jadi Kabupaten.")
        lama = {satu["tanggal"]: satu for satu in tx.kueri("hari_khusus_berlaku")}.get(self.tanggal)
        baru = HariKhusus(self.tanggal, self.libur, nama, alasan_sah(self.alasan) or "")
        isi = {"tanggal": self.tanggal, "libur": self.libur, "nama": nama, "sumber": baru.sumber}
        dicatat = {"oleh": catatan.oleh, "dicatat_pada": catatan.waktu}
        tx.tambah("hari_khusus", [{**isi, **dicatat, "revisi": 1 + (lama["revisi"] if lama else 0)}])
        sebelum = HariKhusus(self.tanggal, lama["libur"], lama["nama"], lama["sumber"]).tulis() if lama else KOSONG
        return Beda(sebelum, baru.tulis())


def _bilangan(teks: str) -> int:
    bacaan = baca_angka(teks)
    utuh = isinstance(bacaan, Angka) and not bacaan.persen and bacaan.nilai == bacaan.nilai.to_integral_value()
    if utuh and isinstance(bacaan, Angka) and 0 <= bacaan.nilai <= PALING_LAMA:
        return int(bacaan.nilai)
    raise TidakSah(f"“{teks}” bukan banyaknya hari kerja: tulis bilangan bulat 0 sampai {PALING_LAMA}.")


def _hari(cepat: int, lama: int) -> str:
    return f"{lama} hari kerja" if cepat == lama else f"{cepat}–{lama} hari kerja"
