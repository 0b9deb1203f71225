"""Change what office and units are called, and the order of the units. Their codes never change."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from analytics.acuan import Penanya, TidakSah
from analytics.atur.perubahan import Beda, Catatan, Perubahan
from analytics.aturan.teks import bersihkan
from data.gudang import Transaksi

_NAMA_TERPANJANG: Final = 200
_KODE: Final = {
    "kode_wilayah": ("Kode wilayah", re.compile(r"\d\d\.\d\d(\.\d\d)?"), "33.03.05"),
    "kode_bps": ("Kode BPS", re.compile(r"\d{4}|\d{7}"), "3303050"),
}


@dataclass(frozen=True)
class KeteranganKantor:
    """What office and units are called now; `unit` in their order, name by code."""

    nama: str
    kabupaten: str
    kode_wilayah: str
    kode_bps: str
    unit: Mapping[str, str]


def baca_kantor(penanya: Penanya, kode_pd: str) -> KeteranganKantor:
    """The office as it is described now. Raises StopIteration for an unknown one."""
    isi = next(satu for satu in penanya.kueri("perangkat_daerah") if satu["kode_pd"] == kode_pd)
    unit = {str(satu["kode_unit"]): str(satu["nama"]) for satu in penanya.kueri("unit", kode_pd=kode_pd)}
    return KeteranganKantor(isi["nama"], isi["kabupaten"], isi["kode_wilayah"] or "", isi["kode_bps"] or "", unit)


@dataclass(frozen=True)
class UbahKantor(Perubahan):
    """Another name, kabupaten, or code of the region; the code of the office and its mark as a sample stay."""

    jenis: ClassVar[str] = "kantor"

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

    def tanya(self, penanya: Penanya, kode_pd: str) -> tuple[str, ...]:  # noqa: ARG002 - the same for every office
        """Codes that do not look like one."""
        isi = {"kode_wilayah": self.kode_wilayah.strip(), "kode_bps": self.kode_bps.strip()}
        return tuple(
            f"{nama} {isi[kunci]} tidak berbentuk seperti {contoh}; kode yang salah banyak beredar."
            for kunci, (nama, pola, contoh) in _KODE.items()
            if isi[kunci] and not pola.fullmatch(isi[kunci])
        )

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: Catatan) -> Beda:  # noqa: ARG002 - the log says by whom
        """Write it. Raises TidakSah for an unknown office or an empty name."""
        lama = next((satu for satu in tx.kueri("perangkat_daerah") if satu["kode_pd"] == kode_pd), None)
        if lama is None:
            raise TidakSah(f"Kantor dengan kode {kode_pd} tidak ada.")
        baru = {
            "kode_pd": kode_pd,
            "nama": _nama(self.nama, "Nama kantor"),
            "kabupaten": _nama(self.kabupaten, "Kabupaten"),
            "kode_wilayah": self.kode_wilayah.strip() or None,
            "kode_bps": self.kode_bps.strip() or None,
            "contoh": lama["contoh"],
        }
        tx.jalankan("ubah_perangkat_daerah", **baru)
        lain = [kunci for kunci in baru if baru[kunci] != lama[kunci]] or list(baru)
        return Beda(_tulis(lama, lain), _tulis(baru, lain))


@dataclass(frozen=True)
class UbahUnit(Perubahan):
    """Another name of a unit, and its place among the units (from 1)."""

    jenis: ClassVar[str] = "unit"

    kode_unit: str
    nama: str
    tempat: int

    @property
    def sebutan(self) -> str:
        """The unit."""
        return f"Unit {self.kode_unit}"

    @property
    def objek(self) -> str:
        """`unit:PMD`."""
        return f"unit:{self.kode_unit}"

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: Catatan) -> Beda:  # noqa: ARG002 - the log says by whom
        """Write it. Raises TidakSah for an unknown unit, an empty name, or a place that does not exist."""
        unit = tx.kueri("unit", kode_pd=kode_pd)
        lama = next((satu for satu in unit if satu["kode_unit"] == self.kode_unit), None)
        if lama is None:
            raise TidakSah(f"Unit {self.kode_unit} tidak ada; unit baru datang bersama impor rencana.")
        if not 1 <= self.tempat <= len(unit):
            raise TidakSah(f"Urutan unit adalah 1 sampai {len(unit)}.")
        nama, dari = _nama(self.nama, "Nama unit"), unit.index(lama) + 1
        if any(satu["nama"] == nama for satu in unit if satu is not lama):
            raise TidakSah(f"Sudah ada unit lain bernama {nama}.")
        unit.remove(lama)
        unit.insert(self.tempat - 1, {**lama, "nama": nama})
        for nomor, satu in enumerate(unit, 1):
            isi = {"kode_unit": satu["kode_unit"], "nama": satu["nama"], "urutan": nomor}
            tx.jalankan("atur_unit", kode_pd=kode_pd, **isi)
        return Beda(f"{lama['nama']} (urutan {dari})", f"{nama} (urutan {self.tempat})")


def _nama(teks: str, sebutan: str) -> str:
    bersih = " ".join(bersihkan(teks).split())
    if not any(huruf.isalpha() for huruf in bersih) or len(bersih) > _NAMA_TERPANJANG:
        raise TidakSah(f"{sebutan} tidak boleh kosong, dan paling panjang {_NAMA_TERPANJANG} huruf.")
    return bersih


def _tulis(isi: dict[str, Any], kunci: Sequence[str]) -> str:
    nama = {"nama": "nama", "kabupaten": "kabupaten", "kode_wilayah": "kode wilayah", "kode_bps": "kode BPS"}
    return ", ".join(f"{nama[satu]} {isi[satu] or '(kosong)'}" for satu in kunci if satu in nama)
