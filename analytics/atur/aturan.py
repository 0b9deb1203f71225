"""Change the rule of one indicator for one year: a new revisi beside the old one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from analytics.acuan import Penanya, TidakSah
from analytics.atur.perubahan import BedaAcuan, CatatanPerubahan, Perubahan
from analytics.aturan.periode import Periode
from analytics.aturan.teks import alasan_sah
from analytics.rencana.baris import AturanRencana, Rencana
from analytics.rencana.impor import muat_skala
from analytics.rencana.periksa.konteks import KonteksRencana, Tersimpan
from analytics.rencana.periksa.makna import makna_aturan
from analytics.rencana.periksa.rujuk import periksa_aturan
from analytics.rencana.pilihan import AGREGASI, CARA_ISI, FREKUENSI, POLARITAS, RUMUS, Pilihan
from analytics.rencana.simpanan.banding import AturanBaru
from analytics.rencana.simpanan.muat import muat_aturan, muat_rencana
from analytics.rencana.simpanan.simpan import baris_aturan
from data.gudang import Transaksi

BAGIAN: Final[dict[str, tuple[str, tuple[Pilihan, ...]]]] = {
    "polaritas": ("Polaritas", POLARITAS),
    "rumus": ("Rumus", RUMUS),
    "frekuensi": ("Frekuensi", FREKUENSI),
    "agregasi": ("Agregasi", AGREGASI),
    "cara_isi": ("Cara isi", CARA_ISI),
}
"""The parts of a rule that can be changed here, with their words; pembilang, penyebut and scale come with a plan."""


@dataclass(frozen=True)
class AturanIndikator:
    """One indicator by name, and its rule in force in every year that has one."""

    nama: str
    per_tahun: Mapping[int, AturanRencana]


def daftar_aturan(penanya: Penanya, kode_pd: str) -> dict[str, AturanIndikator]:
    """Every indicator that has a rule, by code, in the order of the plan."""
    per_tahun: dict[str, dict[int, AturanRencana]] = {}
    for (kode, tahun), (aturan, _) in sorted(muat_aturan(penanya, kode_pd).items()):
        per_tahun.setdefault(kode, {})[tahun] = aturan
    nama = {
        str(indikator["kode_indikator"]): str(indikator["nama"])
        for indikator in penanya.kueri("rencana_indikator", kode_pd=kode_pd)
    }
    return {kode: AturanIndikator(sebutan, per_tahun[kode]) for kode, sebutan in nama.items() if kode in per_tahun}


@dataclass(frozen=True)
class UbahAturan(Perubahan):
    """Another rule for one indicator in one year."""

    jenis: ClassVar[str] = "aturan"
    angka: ClassVar[bool] = True

    kode_indikator: str
    tahun: int
    polaritas: str
    rumus: str
    frekuensi: str
    agregasi: str
    cara_isi: str

    @property
    def sebutan(self) -> str:
        """The rule."""
        return f"Aturan indikator {self.kode_indikator} tahun {self.tahun}"

    @property
    def objek(self) -> str:
        """`aturan:IKU-1:2026`."""
        return f"aturan:{self.kode_indikator}:{self.tahun}"

    def menyentuh(self, periode: Periode) -> bool:
        """Its year, and the years after it, which compare themselves with it in Evaluasi Renstra."""
        return periode.tahun >= self.tahun

    def tanya(self, penanya: Penanya, kode_pd: str) -> tuple[str, ...]:
        """What an import would ask about the same rule, and whether figures that came in are read anew."""
        kini = muat_aturan(penanya, kode_pd).get((self.kode_indikator, self.tahun))
        if kini is None:
            return ()
        tanya = [perkara.pesan for perkara in makna_aturan(self._konteks(penanya, kode_pd, self._baru(kini[0])))]
        lapor = penanya.kueri("realisasi_tahun", kode_pd=kode_pd, tahun=self.tahun)
        banyak = sum(laporan["kode_indikator"] == self.kode_indikator for laporan in lapor)
        if banyak and kini[0].cara_isi != self.cara_isi:
            tanya.append(f"{banyak} nilai yang sudah diterima akan dibaca menurut cara isi yang baru.")
        return tuple(tanya)

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: CatatanPerubahan) -> BedaAcuan:  # noqa: ARG002 - the log says by whom
        """Add the revisi. Raises TidakSah for a year without a rule, and for what an import would refuse."""
        kini = muat_aturan(tx, kode_pd).get((self.kode_indikator, self.tahun))
        if kini is None:
            raise TidakSah(f"{self.sebutan} belum ada; aturan pertama datang bersama impor rencana.")
        lama, revisi = kini
        for nama, (judul, pilihan) in BAGIAN.items():
            if getattr(self, nama) not in {pilih.kode for pilih in pilihan}:
                raise TidakSah(f"{judul} {getattr(self, nama)} tidak dikenal.")
        baru = self._baru(lama)
        for temuan in periksa_aturan(self._konteks(tx, kode_pd, baru), baru):
            raise TidakSah(f"{temuan.pesan} {temuan.saran}")
        tx.tambah("aturan_indikator", [baris_aturan(AturanBaru(baru, self.tahun, revisi + 1), kode_pd)])
        return _beda(lama, baru)

    def _baru(self, lama: AturanRencana) -> AturanRencana:
        isian = {nama: getattr(self, nama) for nama in BAGIAN}
        tempo = lama.jatuh_tempo if self.frekuensi == lama.frekuensi else None
        return replace(lama, mulai=self.tahun, alasan=alasan_sah(self.alasan), jatuh_tempo=tempo, **isian)

    def _konteks(self, penanya: Penanya, kode_pd: str, baru: AturanRencana) -> KonteksRencana:
        tersimpan = Tersimpan(muat_rencana(penanya, kode_pd) or Rencana(), muat_aturan(penanya, kode_pd))
        return KonteksRencana(Rencana(aturan=(baru,)), tersimpan, muat_skala(penanya), frozenset())


def tulis_aturan(aturan: AturanRencana, bagian: tuple[str, ...] = tuple(BAGIAN)) -> str:
    """`Polaritas turun, Rumus turun selisih, ...`."""
    kata = {nama: {pilih.kode: pilih.nama for pilih in BAGIAN[nama][1]} for nama in bagian}
    return ", ".join(f"{BAGIAN[nama][0].lower()} {kata[nama][getattr(aturan, nama)]}" for nama in bagian)


def _beda(lama: AturanRencana, baru: AturanRencana) -> BedaAcuan:
    """Only the parts that differ; all of them where none does."""
    lain = tuple(nama for nama in BAGIAN if getattr(lama, nama) != getattr(baru, nama)) or tuple(BAGIAN)
    return BedaAcuan(tulis_aturan(lama, lain), tulis_aturan(baru, lain))
