"""Change one setting from a day on, and choose the scale in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from analytics.acuan import Butir, Penanya, TidakSah
from analytics.atur.perubahan import KOSONG, Beda, Catatan, Perubahan, baris_dicatat
from analytics.aturan.periode import Periode
from analytics.aturan.teks import sebaris
from analytics.formulir import BUTIR
from data.gudang import Transaksi


@dataclass(frozen=True)
class Berlaku:
    """A setting as it holds on a day; `ditetapkan` when somebody of the office put it so, not the first seeding."""

    butir: Butir
    nilai: str
    mulai: date
    sumber: str
    ditetapkan: bool

    @property
    def tulisan(self) -> str:
        """The value as people read it."""
        return self.butir.tulis(self.nilai)


def baca_berlaku(penanya: Penanya, hari: date) -> dict[str, Berlaku]:
    """Every setting of this day by kunci, in the order of the list."""
    isi = {str(satu["kunci"]): satu for satu in penanya.kueri("pengaturan_berlaku", hari=hari)}
    return {
        kunci: Berlaku(butir, satu["nilai"], satu["mulai"], satu["sumber"], satu["oleh"] is not None)
        for kunci, butir in BUTIR.items()
        for satu in (isi[kunci],)
    }


@dataclass(frozen=True)
class UbahPengaturan(Perubahan):
    """A new value of a setting from `mulai` on; `sumber` is the document that says so."""

    jenis: ClassVar[str] = "pengaturan"
    angka: ClassVar[bool] = True
    sekantor: ClassVar[bool] = False

    kunci: str
    nilai: str
    mulai: date
    sumber: str = ""

    @property
    def sebutan(self) -> str:
        """The name of the setting."""
        return BUTIR[self.kunci].nama if self.kunci in BUTIR else self.kunci

    @property
    def objek(self) -> str:
        """`pengaturan:desimal`."""
        return f"pengaturan:{self.kunci}"

    @property
    def sejak(self) -> date:
        """The first day on which it holds."""
        return self.mulai

    def menyentuh(self, periode: Periode) -> bool:
        """A periode is evaluated by the settings of its last day."""
        return self.kunci in BUTIR and BUTIR[self.kunci].angka and periode.hari_terakhir >= self.mulai

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: Catatan) -> Beda:  # noqa: ARG002 - settings are of the store
        """Add the row. Raises TidakSah for an unknown setting or a value that it cannot have."""
        if self.kunci not in BUTIR:
            raise TidakSah(f"Pengaturan {self.kunci} tidak dikenal.")
        butir = BUTIR[self.kunci]
        nilai = butir.baca(self.nilai, {str(satu["skala"]) for satu in tx.kueri("skala_predikat")})
        lama = [s["nilai"] for s in tx.kueri("pengaturan_berlaku", hari=self.mulai) if s["kunci"] == self.kunci]
        revisi = int(tx.kueri("pengaturan_revisi", kunci=self.kunci, mulai=self.mulai)[0]["revisi"]) + 1
        baris = {
            "kunci": self.kunci,
            "mulai": self.mulai,
            "revisi": revisi,
            "nilai": nilai,
            "keterangan": butir.penjelasan,
            "sumber": sebaris(self.sumber) or "Kebijakan kantor",
        }
        tx.tambah("pengaturan", [{**baris, **baris_dicatat(self, catatan)}])
        return Beda(butir.tulis(str(lama[0])) if lama else KOSONG, butir.tulis(nilai))
