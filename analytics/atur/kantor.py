"""Change what office and units are called from a day on, and the order of the units. Their codes never change."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from analytics.acuan import Penanya, TidakSah
from analytics.atur.perubahan import BedaAcuan, CatatanPerubahan, Perubahan, baris_dicatat
from analytics.aturan.teks import sebaris
from data.gudang import Transaksi

_NAMA_TERPANJANG: Final = 200
_KODE: Final = {
    "kode_wilayah": ("Kode wilayah", re.compile(r"\d\d\.\d\d(\.\d\d)?"), "33.03.05"),
    "kode_bps": ("Kode BPS", re.compile(r"\d{4}|\d{7}"), "3303050"),
}


@dataclass(frozen=True)
class KeteranganKantor:
    """What office and units are called on a day; `unit` in their order, name by code.

    `jenis_unit` says by code what a unit is, with its code in the budget where it has one.
    """

    nama: str
    kabupaten: str
    kode_wilayah: str
    kode_bps: str
    unit: Mapping[str, str]
    jenis_unit: Mapping[str, str]


def baca_kantor(penanya: Penanya, kode_pd: str, hari: date) -> KeteranganKantor:
    """The office as it is described on a day. Raises LookupError for an unknown one."""
    kantor = _kantor(penanya, kode_pd, hari)
    if kantor is None:
        raise LookupError(kode_pd)
    baris = penanya.kueri("unit_pada", kode_pd=kode_pd, hari=hari)
    unit = {str(baris_unit["kode_unit"]): str(baris_unit["nama"]) for baris_unit in baris}
    jenis = {baris_unit["kode_unit"]: _jenis_unit(baris_unit) for baris_unit in baris}
    return KeteranganKantor(
        kantor["nama"], kantor["kabupaten"], kantor["kode_wilayah"] or "", kantor["kode_bps"] or "", unit, jenis
    )


def _jenis_unit(baris: Mapping[str, Any]) -> str:
    """`seksi`, or `kelurahan, sub SKPD 7.01.0.05.0001`."""
    nama = baris["jenis"].upper() if baris["jenis"] == "upt" else baris["jenis"]
    return f"{nama}, sub SKPD {baris['kode_sub_skpd']}" if baris["kode_sub_skpd"] else str(nama)


def _kantor(penanya: Penanya, kode_pd: str, hari: date) -> dict[str, Any] | None:
    return next((kantor for kantor in penanya.kueri("kantor_pada", hari=hari) if kantor["kode_pd"] == kode_pd), None)


@dataclass(frozen=True)
class UbahKantor(Perubahan):
    """Another name, kabupaten, or code of the region from a day on; the code of the office stays."""

    jenis: ClassVar[str] = "kantor"

    mulai: date
    nama: str
    kabupaten: str
    kode_wilayah: str = ""
    kode_bps: str = ""

    @property
    def sebutan(self) -> str:
        """The office."""
        return "Keterangan kantor"

    @property
    def objek(self) -> str:
        """`kantor`."""
        return "kantor"

    @property
    def sejak(self) -> date:
        """The first day on which it is described so."""
        return self.mulai

    def tanya(self, penanya: Penanya, kode_pd: str) -> tuple[str, ...]:  # noqa: ARG002 - the same for every office
        """Codes that do not look like one."""
        kode = {"kode_wilayah": self.kode_wilayah.strip(), "kode_bps": self.kode_bps.strip()}
        return tuple(
            f"{nama} {kode[kunci]} tidak berbentuk seperti {contoh}; kode yang salah banyak beredar."
            for kunci, (nama, pola, contoh) in _KODE.items()
            if kode[kunci] and not pola.fullmatch(kode[kunci])
        )

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: CatatanPerubahan) -> BedaAcuan:
        """Add the row. Raises TidakSah for an unknown office or an empty name."""
        lama = _kantor(tx, kode_pd, self.mulai)
        if lama is None:
            raise TidakSah(f"Kantor dengan kode {kode_pd} tidak ada.")
        baru = {
            "nama": _nama(self.nama, "Nama kantor"),
            "kabupaten": _nama(self.kabupaten, "Kabupaten"),
            "kode_wilayah": self.kode_wilayah.strip() or None,
            "kode_bps": self.kode_bps.strip() or None,
        }
        revisi = int(tx.kueri("sebutan_kantor_revisi", kode_pd=kode_pd, mulai=self.mulai)[0]["revisi"]) + 1
        letak = {"kode_pd": kode_pd, "mulai": self.mulai, "revisi": revisi}
        tx.tambah("sebutan_kantor", [{**letak, **baru, **baris_dicatat(self, catatan)}])
        lain = [kunci for kunci in baru if baru[kunci] != lama[kunci]] or list(baru)
        return BedaAcuan(_tulis(lama, lain), _tulis(baru, lain))


@dataclass(frozen=True)
class UbahUnit(Perubahan):
    """Another name of a unit from a day on."""

    jenis: ClassVar[str] = "unit"

    kode_unit: str
    nama: str
    mulai: date

    @property
    def sebutan(self) -> str:
        """The unit."""
        return f"Nama unit {self.kode_unit}"

    @property
    def objek(self) -> str:
        """`unit:PMD`."""
        return f"unit:{self.kode_unit}"

    @property
    def sejak(self) -> date:
        """The first day on which it is called so."""
        return self.mulai

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: CatatanPerubahan) -> BedaAcuan:
        """Add the row. Raises TidakSah for an unknown unit, an empty name, or one that another unit has on that day."""
        unit = tx.kueri("unit_pada", kode_pd=kode_pd, hari=self.mulai)
        lama = _cari_unit(unit, self.kode_unit)
        nama = _nama(self.nama, "Nama unit")
        if any(baris["nama"] == nama for baris in unit if baris is not lama):
            raise TidakSah(f"Sudah ada unit lain bernama {nama}.")
        letak = {"kode_pd": kode_pd, "kode_unit": self.kode_unit, "mulai": self.mulai}
        revisi = int(tx.kueri("sebutan_unit_revisi", **letak)[0]["revisi"]) + 1
        tx.tambah("sebutan_unit", [{**letak, "revisi": revisi, "nama": nama, **baris_dicatat(self, catatan)}])
        return BedaAcuan(lama["nama"], nama)


@dataclass(frozen=True)
class UrutkanUnit(Perubahan):
    """Another place of a unit among the units, from 1; in every document that is not approved yet."""

    jenis: ClassVar[str] = "urutan_unit"

    kode_unit: str
    tempat: int

    @property
    def sebutan(self) -> str:
        """The unit."""
        return f"Urutan unit {self.kode_unit}"

    @property
    def objek(self) -> str:
        """`unit:PMD`."""
        return f"unit:{self.kode_unit}"

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: CatatanPerubahan) -> BedaAcuan:  # noqa: ARG002 - the log says by whom
        """Write it. Raises TidakSah for an unknown unit or a place that does not exist."""
        unit = tx.kueri("unit", kode_pd=kode_pd)
        lama = _cari_unit(unit, self.kode_unit)
        if not 1 <= self.tempat <= len(unit):
            raise TidakSah(f"Urutan unit adalah 1 sampai {len(unit)}.")
        dari = unit.index(lama) + 1
        unit.remove(lama)
        unit.insert(self.tempat - 1, lama)
        for nomor, baris in enumerate(unit, 1):
            tx.jalankan("urutkan_unit", kode_pd=kode_pd, kode_unit=baris["kode_unit"], urutan=nomor)
        return BedaAcuan(str(dari), str(self.tempat))


def _cari_unit(unit: Sequence[dict[str, Any]], kode_unit: str) -> dict[str, Any]:
    lama = next((baris for baris in unit if baris["kode_unit"] == kode_unit), None)
    if lama is None:
        raise TidakSah(f"Unit {kode_unit} tidak ada; unit baru datang bersama impor rencana.")
    return lama


def _nama(teks: str, sebutan: str) -> str:
    bersih = sebaris(teks)
    if not any(huruf.isalpha() for huruf in bersih) or len(bersih) > _NAMA_TERPANJANG:
        raise TidakSah(f"{sebutan} tidak boleh kosong, dan paling panjang {_NAMA_TERPANJANG} huruf.")
    return bersih


def _tulis(sebutan: dict[str, Any], kunci: Sequence[str]) -> str:
    nama = {"nama": "nama", "kabupaten": "kabupaten", "kode_wilayah": "kode wilayah", "kode_bps": "kode BPS"}
    return ", ".join(f"{nama[kolom]} {sebutan[kolom] or '(kosong)'}" for kolom in kunci if kolom in nama)
