"""Evaluasi Renstra (E.80) as one frozen result."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from analytics.aturan.agregasi import AgregasiTahun
from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Pengaturan, Target
from analytics.aturan.periode import BELUM_ADA_DATA, ROMAWI, TIDAK_DIRENCANAKAN
from analytics.evaluasi.hasil import (
    DI_TEMPATNYA,
    DI_UNIT_LAIN,
    Indikator,
    Keterangan,
    LaporanUang,
    Nilai,
    Penutup,
    RataRata,
    TahunRenstra,
    TempatSimpul,
    Terhitung,
    Triwulan,
    sebut_keadaan,
    sebut_tak_rinci,
)


@dataclass(frozen=True)
class KinerjaRenstra:
    """The K columns of E.80 for one indicator: 5, 6, 7-11, 12-16, 17-21.

    `kini` is the running year s/d triwulan against its target s/d triwulan; None without a rule this year.
    """

    indikator: Indikator
    kondisi_awal: Nilai | None
    target_akhir: Target
    tahun: tuple[TahunRenstra, ...]
    agregasi_tahun: AgregasiTahun
    kini: Triwulan | None


@dataclass(frozen=True)
class UangTahun:
    """One year of one plan node in E.80, Rp: its pagu in the Renstra, and what the rows that reported realised.

    `terhitung` leaves out the `di_luar` rows that no Renja of that year planned; `triwulan_kini` had to be reported.
    `pagu_dokumen` is what the document itself gives the node, where its leaves are given less.
    """

    tahun: int
    pagu: Decimal | None
    realisasi: Decimal | None
    terhitung: Terhitung
    triwulan_kini: int = 4
    di_luar: int = 0
    pagu_dokumen: Decimal | None = None
    pagu_terinci: Decimal | None = field(default=None, compare=False)
    """As in `Uang`."""
    laporan: tuple[LaporanUang, ...] = field(default=(), compare=False)
    """As in `Uang`, of the running year only."""
    belum_lapor: bool = False
    """Whether the Renja of that year planned money at or below it that was not reported, also without the Renstra."""
    menunggu: str = field(default="", compare=False)
    """`1 dari 2`: of its rows in the Renja, where a pagu that the Renstra does not divide waits for all of them."""
    di_lain: bool = field(default=False, compare=False)
    """As in `Uang`, of the Renstra."""

    @property
    def tanpa_renja(self) -> bool:
        """Whether the Renja of that year planned nothing of it."""
        return self.di_luar > 0 and not self.terhitung.m

    @property
    def lengkap(self) -> bool:
        """False: some row with pagu was not reported for the last triwulan of the year that counts here."""
        return self.terhitung.lengkap

    @property
    def rasio(self) -> float | None:
        """Realisasi / pagu × 100 of the rows that have both."""
        return self.terhitung.rasio

    @property
    def sebutan(self) -> str:
        """What stands where there is no realisasi in a year that has begun."""
        if self.di_lain and not self.belum_lapor:
            return DI_UNIT_LAIN
        ada = self.belum_lapor or (self.pagu and not self.tanpa_renja)
        return sebut_keadaan(BELUM_ADA_DATA if ada else TIDAK_DIRENCANAKAN, self.triwulan_kini)

    @property
    def catatan(self) -> str:
        """What is to be known about this year's money in one sentence; mostly empty."""
        if self.tanpa_renja:
            return f"{self.tahun}: tidak dianggarkan dalam Renja {self.tahun}."
        banyak = "" if self.realisasi is None or self.lengkap else self._banyak
        if self.realisasi is None and self.pagu and self.laporan:
            akhir = self.laporan[-1]
            banyak = f"anggaran terakhir {tulis_angka(akhir.rupiah)} (TW {ROMAWI[akhir.triwulan]})"
        luar = f"{self.di_luar} baris tidak dianggarkan dalam Renja {self.tahun}" if self.di_luar else ""
        realisasi = self.realisasi if self.lengkap and self.pagu_terinci is None else None
        rinci = sebut_tak_rinci(self.pagu_dokumen, self.terinci(), realisasi, "rasio")
        batas = self.terhitung.sebut_batas("rasio", "Renstra atau Renja")
        bagian = "; ".join(kata for kata in (banyak, luar, batas, rinci[:1].lower() + rinci[1:]) if kata)
        return f"{self.tahun}: {bagian}." if bagian else ""

    @property
    def _banyak(self) -> str:
        """Of how many rows the money is, and of how many of the Renstra its ratio, where those are others."""
        if not self.menunggu:
            return f"anggaran {self.terhitung.banyak} baris"
        rasio = "menunggu semua baris" if self.rasio is None else f"{self.terhitung.banyak} baris pagu Renstra"
        return f"anggaran {self.menunggu} baris, rasio {rasio}"

    def belum_waktunya(self, berjalan: int) -> bool:
        """Whether some document plans money of it in a year after the running one."""
        return self.tahun > berjalan and bool(self.pagu or self.belum_lapor or self.di_lain)

    def terinci(self) -> Decimal | None:
        """As in `Uang`."""
        return self.pagu if self.pagu_terinci is None else self.pagu_terinci


@dataclass(frozen=True)
class BarisRenstra:
    """One row of the tree: a node with its money once, and its indicators."""

    kode_simpul: str
    tingkat: str
    nama: str
    nama_unit: str | None
    terbawah: bool
    pagu_akhir: Decimal | None
    uang: tuple[UangTahun, ...]
    kinerja: tuple[KinerjaRenstra, ...]
    tempat: TempatSimpul = field(default=DI_TEMPATNYA, compare=False)
    kinerja_lain: tuple[KinerjaRenstra, ...] = field(default=(), compare=False)
    """As in `BarisRenja`."""


@dataclass(frozen=True)
class EvaluasiRenstra:
    """Evaluasi hasil Renstra as of one periode: the tree, and one closing block over the running year.

    `sd` is the mean of its lowest rows s/d triwulan against their targets s/d triwulan; `tercapai` of `dinilai`
    indicators of all rows reach them.
    """

    keterangan: Keterangan
    pengaturan: Pengaturan
    tahun: tuple[int, ...]
    baris: tuple[BarisRenstra, ...]
    penutup: Penutup
    sd: RataRata
    tercapai: int
    dinilai: int
