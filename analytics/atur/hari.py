"""Change the working days that a step may take, and name days that differ from the national calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from analytics.acuan import TidakSah
from analytics.atur.perubahan import Beda, Catatan, Perubahan, baris_dicatat
from analytics.aturan.angka import Angka, baca_angka
from analytics.aturan.periode import tulis_tanggal
from analytics.aturan.teks import alasan_sah, sebaris
from analytics.papan.tenggat import WaktuBaku, baca_waktu_baku, waktu_baku
from analytics.sop.hari_kerja import HariKhusus, Kalender
from data.gudang import Transaksi

PALING_LAMA: Final = 60
"""Working days that a step may take at most."""


def tulis_hari(satu: HariKhusus) -> str:
    """`libur (Hari Jadi Kabupaten)`."""
    return f"{'libur' if satu.libur else 'hari kerja'} ({satu.nama})"


def _menurut_kalender(hari: date) -> str:
    """What a day is that the office said nothing about: `libur (Sabtu)`, `hari kerja`."""
    nama = Kalender().libur(hari)
    return f"libur ({nama})" if nama else "hari kerja"


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
        semula = self._semula(tx)
        cepat, lama = _bilangan(self.paling_cepat), _bilangan(self.paling_lama)
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
        baru = WaktuBaku(self.langkah, self.mulai, cepat, lama, "", "")
        return Beda(semula.tulisan, baru.tulisan)

    def _semula(self, tx: Transaksi) -> WaktuBaku:
        try:
            return waktu_baku(baca_waktu_baku(tx), self.langkah, self.mulai)
        except LookupError as galat:
            raise TidakSah(f"Langkah {self.langkah} tidak ada pada SOP.") from galat


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
        nama = sebaris(self.nama)
        if alasan_sah(nama) is None:
            raise TidakSah("Tulis nama hari itu, misalnya Hari Jadi Kabupaten.")
        lama = {satu["tanggal"]: satu for satu in tx.kueri("hari_khusus_berlaku")}.get(self.tanggal)
        baru = HariKhusus(self.libur, nama, alasan_sah(self.alasan) or "")
        isi = {"tanggal": self.tanggal, "libur": self.libur, "nama": nama, "sumber": baru.sumber}
        dicatat = {"oleh": catatan.oleh, "dicatat_pada": catatan.waktu}
        tx.tambah("hari_khusus", [{**isi, **dicatat, "revisi": 1 + (lama["revisi"] if lama else 0)}])
        semula = HariKhusus(lama["libur"], lama["nama"], lama["sumber"]) if lama else None
        return Beda(tulis_hari(semula) if semula else _menurut_kalender(self.tanggal), tulis_hari(baru))


def _bilangan(teks: str) -> int:
    bacaan = baca_angka(teks)
    utuh = isinstance(bacaan, Angka) and not bacaan.persen and bacaan.nilai == bacaan.nilai.to_integral_value()
    if utuh and isinstance(bacaan, Angka) and 0 <= bacaan.nilai <= PALING_LAMA:
        return int(bacaan.nilai)
    raise TidakSah(f"“{teks}” bukan banyaknya hari kerja: tulis bilangan bulat 0 sampai {PALING_LAMA}.")
