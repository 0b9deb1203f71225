"""A row of a filled workbook that has a value, with all that a question about it can need."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from analytics.aturan.capaian import Capaian, Target, hitung
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat
from analytics.lembar.periksa.isian import Dibaca
from analytics.temuan.butir import Temuan
from analytics.temuan.kode import KodeFormat


@dataclass(frozen=True)
class PerkaraBaris:
    """A row that has a value, with all that a question about it can need.

    `target` is what its value can be compared with, empty when there is nothing; `capaian` the comparison.
    """

    dibaca: Dibaca
    indikator: IndikatorFormat
    bahan: BahanFormat
    target: Target
    capaian: Capaian | None

    @property
    def tanpa_banding(self) -> bool:
        """Whether the value is a part of a sum for which nobody planned how large each part is."""
        return self.indikator.bagian_jumlah and self.indikator.target_triwulan.kosong

    def temui(
        self, kode: KodeFormat, pesan: str, sisipan: dict[str, str] | None = None, kolom: str = "", **lain: object
    ) -> Temuan:
        """A finding at the value of the row, or at another column of it."""
        baris = self.dibaca.baris
        nilai = {"diketik": baris.diketik, "dipahami": baris.tulis() or None} | lain
        return self.dibaca.pembaca.temui(kode, kolom or self.dibaca.kolom, pesan, sisipan, **nilai)


def susun_perkara(dibaca: Dibaca, indikator: IndikatorFormat, bahan: BahanFormat) -> PerkaraBaris:
    """The row of one indicator with its target and capaian."""
    target = sasaran(indikator, bahan.periode.triwulan)
    capaian = hitung(indikator.rumus, dibaca.nilai, target, bahan.pengaturan) if dibaca.nilai is not None else None
    return PerkaraBaris(dibaca, indikator, bahan, target, capaian)


def sasaran(indikator: IndikatorFormat, triwulan: int) -> Target:
    """The target that the typed value itself can be compared with; empty when only a sum of quarters could be."""
    if not indikator.target_triwulan.kosong:
        return indikator.target_triwulan
    setahun = indikator.frekuensi == "tahunan" or triwulan >= indikator.aturan.jadwal[-1]
    utuh = indikator.cara_isi == "sd_triwulan" or indikator.aturan.agregasi == "nilai_akhir"
    return indikator.target_tahun if setahun and utuh else Target()


def tengah(target: Target) -> Fraction | None:
    """The number of a target, or the middle of its range."""
    if target.bawah is not None and target.atas is not None:
        return (Fraction(target.bawah) + Fraction(target.atas)) / 2
    return None if target.nilai is None else Fraction(target.nilai)


def tengah_rencana(indikator: IndikatorFormat) -> Fraction | None:
    """What is planned for this triwulan, else for the year; None without a number, and for 0."""
    return tengah(indikator.target_triwulan) or tengah(indikator.target_tahun) or None
