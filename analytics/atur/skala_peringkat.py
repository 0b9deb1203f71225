"""Add a scale of grades: checked to be whole before it is stored, and never changed afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final

from analytics.acuan import Penanya, TidakSah
from analytics.atur.perubahan import BedaAcuan, CatatanPerubahan, Perubahan
from analytics.atur.skala import jaga_sumber
from analytics.aturan.angka import Angka, Kosong, baca_angka, tulis_angka
from analytics.aturan.peringkat import SkalaPeringkat, susun_peringkat
from analytics.aturan.predikat import SkalaTidakUtuh
from analytics.aturan.teks import sebaris
from data.gudang import Baris, Transaksi

_PALING_SEDIKIT: Final = 2
_PALING_BANYAK: Final = 12


@dataclass(frozen=True)
class PeringkatDiketik:
    """One grade as typed, best first; `nilai` empty in a scale without numbers."""

    peringkat: str
    nilai: str = ""


@dataclass(frozen=True)
class TambahPeringkat(Perubahan):
    """A new scale with its grades, best first, and the document that it stands in."""

    jenis: ClassVar[str] = "skala_peringkat"
    sekantor: ClassVar[bool] = False

    kode: str
    sumber: str
    jenjang: tuple[PeringkatDiketik, ...]

    @property
    def sebutan(self) -> str:
        """The scale."""
        return f"Skala peringkat {self.kode}"

    @property
    def objek(self) -> str:
        """`skala_peringkat:nama_skala`."""
        return f"skala_peringkat:{self.kode}"

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: CatatanPerubahan) -> BedaAcuan:  # noqa: ARG002 - scales are of the store
        """Add its rows. Raises TidakSah when it exists, cannot be read, or is not whole."""
        skala, baris = susun_usul(self)
        if self.kode in baca_peringkat(tx):
            raise TidakSah(f"{self.sebutan} sudah ada dan tidak dapat diubah. Buat skala baru dengan nama lain.")
        tx.tambah("skala_ordinal", baris)
        return BedaAcuan("(skala baru)", tulis_peringkat(skala))


def baca_peringkat(penanya: Penanya) -> dict[str, SkalaPeringkat]:
    """Every scale of grades of the store by its code."""
    return susun_peringkat(penanya.kueri("skala_ordinal"))


def susun_usul(usul: TambahPeringkat) -> tuple[SkalaPeringkat, list[Baris]]:
    """The scale and its rows. Raises TidakSah."""
    sumber = jaga_sumber(usul.kode, usul.sumber)
    if not _PALING_SEDIKIT <= len(usul.jenjang) <= _PALING_BANYAK:
        raise TidakSah(f"Skala terdiri atas {_PALING_SEDIKIT} sampai {_PALING_BANYAK} peringkat.")
    baris = [
        {
            "skala": usul.kode,
            "peringkat": sebaris(jenjang.peringkat),
            "urutan": nomor,
            "nilai": _nilai(jenjang),
            "sumber": sumber,
        }
        for nomor, jenjang in enumerate(usul.jenjang, 1)
    ]
    try:
        return susun_peringkat(baris)[usul.kode], baris
    except SkalaTidakUtuh as galat:
        raise TidakSah(f"Skala belum utuh. {galat}") from galat


def tulis_peringkat(skala: SkalaPeringkat) -> str:
    """`Utama (5); Madya (4); Pratama (3)`, or the grades alone."""
    return "; ".join(
        jenjang.peringkat if jenjang.nilai is None else f"{jenjang.peringkat} ({tulis_angka(jenjang.nilai)})"
        for jenjang in skala.jenjang
    )


def _nilai(jenjang: PeringkatDiketik) -> Decimal | None:
    bacaan = baca_angka(jenjang.nilai)
    if isinstance(bacaan, Kosong):
        return None
    if isinstance(bacaan, Angka) and not bacaan.persen and not bacaan.tanya:
        return bacaan.nilai
    raise TidakSah(
        f"“{jenjang.nilai}” pada {jenjang.peringkat} tidak terbaca sebagai satu angka; desimal memakai koma."
    )
