"""Evaluasi Renja (E.81) as one frozen result."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from analytics.aturan.agregasi import AgregasiTahun
from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Capaian, Pengaturan, Target
from analytics.aturan.periode import BELUM_ADA_DATA, NAMA_KEADAAN, TERISI
from analytics.evaluasi.hasil import (
    DI_TEMPATNYA,
    DI_UNIT_LAIN,
    BarisIndikator,
    Keterangan,
    Nilai,
    Penarikan,
    Penutup,
    TempatSimpul,
    Terhitung,
    Triwulan,
    Uang,
    sebut_keadaan,
)

AKHIR_TAHUN: Final = 4
"""The triwulan with which a year is over."""


@dataclass(frozen=True)
class KinerjaRenja:
    """The K columns of E.81 for one indicator: 5, 6, 7, 8-11 (`sendiri` of each Triwulan), 12, 13, 14.

    Column 6 takes `jumlah_tahun_lalu` years together by `agregasi_tahun`, the last of them `tahun_realisasi_lalu`.
    Column 13 (`realisasi_sd`) is None when column 12 has no value. `jalur` is how far a total has come whose time is
    not over.
    """

    baris: BarisIndikator
    target_renstra: Target
    realisasi_lalu: Nilai | None
    tahun_realisasi_lalu: int | None
    jumlah_tahun_lalu: int
    kini: Triwulan
    realisasi_sd: Nilai | None
    capaian_renstra: Capaian
    agregasi_tahun: AgregasiTahun
    jalur: str = ""
    kurang_lalu: tuple[str, ...] = ()
    """Of which triwulan of which earlier years data are missing, in words: `belum ada data TW IV 2025`."""

    def sebut_lalu(self) -> str:
        """What stands where column 6 has no value; empty where nothing was planned before."""
        return self.kurang_lalu[0] if self.kurang_lalu else ""

    def sebut_sd(self) -> str:
        """What stands where column 13 has no value."""
        return self.sebut_lalu() if self.kini.keadaan == TERISI else self.kini.sebutan

    def catatan_kurang(self, kolom: tuple[str, str]) -> str:
        """Which earlier years leave columns 6 and 13 without a value, by their numbers; mostly empty."""
        lalu, sampai = kolom
        kosong = [lalu] if self.realisasi_lalu is None else []
        kosong += [sampai] if self.realisasi_sd is None and self.kini.keadaan == TERISI else []
        kata = f"{NAMA_KEADAAN[BELUM_ADA_DATA]} "
        tahun = ", ".join(kurang.removeprefix(kata) for kurang in self.kurang_lalu)
        return f"Kolom {' dan '.join(kosong)}: {kata}{tahun}." if kosong and tahun else ""


@dataclass(frozen=True)
class UangLalu:
    """Column 6 of E.81, Rp: the years before this one, of the `n` of `m` rows that have all of them.

    `jumlah` is None where no row has; `kurang` are the years that the node or a row below it misses. `luar` is what was
    realised in them that no Renja planned, which is in no sum.
    """

    jumlah: Decimal | None
    n: int
    m: int
    kurang: tuple[int, ...]
    luar: Decimal | None
    utuh: tuple[int, ...] = ()
    """Of a form of one unit: the years that were reported whole elsewhere, which are in no sum of it."""
    pagu_lain: tuple[int, ...] = ()
    """Of a form of one unit: the years that were reported whole here, though others have the pagu."""

    def sebut(self) -> str:
        """What stands where there is no sum: `belum ada data TW IV 2025`; empty where nothing is missing."""
        if self.kurang:
            return sebut_keadaan(BELUM_ADA_DATA, AKHIR_TAHUN, tahun=self.kurang[0])
        return DI_UNIT_LAIN if self.utuh else ""

    def catatan(self, kolom: str) -> str:
        """Which years are missing of how many rows, and what is left out, as sentences about its column."""
        tahun = ", ".join(str(lalu) for lalu in self.kurang)
        banyak = "" if self.jumlah is None else f"{self.n} dari {self.m} baris, "
        kurang = (
            f"Anggaran kolom {kolom}: {banyak}{sebut_keadaan(BELUM_ADA_DATA, AKHIR_TAHUN)} {tahun}." if tahun else ""
        )
        luar = (
            f"Anggaran kolom {kolom} tanpa {tulis_angka(self.luar)} yang tidak dianggarkan dalam Renja."
            if self.luar
            else ""
        )
        return " ".join(kalimat for kalimat in (kurang, luar, *self._sebut_utuh(kolom)) if kalimat)

    def _sebut_utuh(self, kolom: str) -> tuple[str, str]:
        utuh, pagu_lain = (", ".join(map(str, tahun)) for tahun in (self.utuh, self.pagu_lain))
        return (
            f"Anggaran kolom {kolom} tanpa realisasi {utuh}, yang dilaporkan utuh di luar unit ini." if utuh else "",
            f"Realisasi {pagu_lain} dilaporkan utuh di sini, pagunya pada unit lain." if pagu_lain else "",
        )


@dataclass(frozen=True)
class UangRenja:
    """The Rp columns of E.81 for one plan node: 5, 6, 7, 8-11 (in `kini`), 12, 13, 14 (persen).

    Column 13 (`realisasi_sd`) is of the rows that miss neither an earlier year nor this triwulan; None where all do.
    """

    target_renstra: Decimal | None
    lalu: UangLalu
    kini: Uang
    realisasi_sd: Decimal | None
    terhitung: Terhitung
    tak_dibagi: tuple[tuple[int, Decimal], ...] = ()
    """Of a form of one unit: what the Renstra gives, by year, a row that units share; it is in no column."""

    @property
    def realisasi_lalu(self) -> Decimal | None:
        """Column 6."""
        return self.lalu.jumlah

    def sebut_sd(self) -> str:
        """What stands where column 13 has no value: of which triwulan data are missing; empty where nothing was."""
        if self.kini.pagu and (self.kini.realisasi is None or not self.lalu.kurang):
            return self.kini.sebutan
        return self.lalu.sebut()

    def catatan(self, kolom: tuple[str, str, str]) -> str:
        """What is to be known about columns 6, 13 and 14, by their numbers; mostly empty."""
        lalu, sampai, capaian = kolom
        batas = self.terhitung.sebut_batas(f"Kolom {capaian}", "Renstra")
        semua = (
            self.lalu.catatan(lalu),
            self._sebut_banyak(f"Kolom {sampai} dan {capaian}"),
            f"{batas}." if batas else "",
        )
        return " ".join(kalimat for kalimat in semua if kalimat)

    def _sebut_banyak(self, kolom: str) -> str:
        """Of how many rows the years together are, where they are not those of this year; or why there is no ratio."""
        terhitung = self.terhitung
        if not terhitung.n:
            ada = terhitung.m and terhitung.tanpa_pagu and self.realisasi_sd is not None
            return f"{kolom}: realisasinya di baris yang tidak dianggarkan dalam Renstra." if ada else ""
        lain = terhitung.banyak != self.kini.terhitung.banyak and not terhitung.lengkap
        return f"{kolom}: {terhitung.banyak} baris." if lain or self.lalu.kurang else ""

    def catatan_tak_dibagi(self, target: str, capaian: str) -> str:
        """What of the Renstra columns 5 and 14, by their numbers, leave out on the form of one unit; mostly empty."""
        if not self.tak_dibagi:
            return ""
        tahun = ", ".join(str(setahun) for setahun, _ in self.tak_dibagi)
        jumlah = tulis_angka(sum(rupiah for _, rupiah in self.tak_dibagi))
        tanpa = f"tanpa {jumlah}, pagu Renstra {tahun} yang tidak dibagi per unit"
        return f"Anggaran kolom {target} dan {capaian} {tanpa}."

    @property
    def tingkat_capaian(self) -> float | None:
        """Column 14: 13 / 5 × 100 of the rows that have both."""
        return self.terhitung.rasio


@dataclass(frozen=True)
class BarisRenja:
    """One row of the tree: a node with its money once, and its indicators."""

    kode_simpul: str
    tingkat: str
    nama: str
    nama_unit: str | None
    terbawah: bool
    uang: UangRenja
    kinerja: tuple[KinerjaRenja, ...]
    tempat: TempatSimpul = field(default=DI_TEMPATNYA, compare=False)
    kinerja_lain: tuple[KinerjaRenja, ...] = field(default=(), compare=False)
    """Of a form of one unit: the indicators of others at the node, which it shows and does not count."""


@dataclass(frozen=True)
class EvaluasiRenja:
    """Evaluasi hasil Renja of one periode: the tree sasaran to sub kegiatan, in the order of the plan."""

    keterangan: Keterangan
    pengaturan: Pengaturan
    baris: tuple[BarisRenja, ...]
    penutup: Penutup

    def kinerja_terbawah(self) -> tuple[KinerjaRenja, ...]:
        """The indicators of the lowest rows, which the means are of."""
        return tuple(kinerja for simpul in self.baris if simpul.terbawah for kinerja in simpul.kinerja)

    def hitung_tanpa_target(self) -> int:
        """How many of them can only be held against the target of the year."""
        return sum(kinerja.kini.tanpa_target_triwulan for kinerja in self.kinerja_terbawah())

    @property
    def predikat_serapan(self) -> str | None:
        """The predikat of the mean serapan, which can be judged at the end of the year alone.

        Before that it would hold money s/d triwulan against the pagu of the year: `penarikan` is what is judged then.
        """
        return self.penutup.predikat_serapan if self.keterangan.periode.triwulan == AKHIR_TAHUN else None

    @property
    def penarikan(self) -> Penarikan | None:
        """What was realised against the anggaran kas s/d triwulan; None without one, and at the end of the year."""
        return sd_penarikan(self.penutup, self.keterangan.periode.triwulan)


def sd_penarikan(penutup: Penutup, triwulan: int) -> Penarikan | None:
    """The money of a form that is judged against what was to be drawn s/d triwulan; None where it is not.

    At TW IV the whole pagu is to be drawn, and the serapan says the same.
    """
    penarikan = penutup.penarikan
    return None if triwulan == AKHIR_TAHUN or penarikan is None or penarikan.rasio is None else penarikan
