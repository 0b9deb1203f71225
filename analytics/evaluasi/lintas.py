"""Indicators across the years of a Renstra: planned, reached, and both taken together by agregasi."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.capaian import Capaian, Target, bulatkan_pecahan, hitung
from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, ROMAWI, TERISI, TIDAK_DIRENCANAKAN
from analytics.evaluasi.hasil import BarisIndikator, Indikator, Nilai
from analytics.evaluasi.inti import Konteks, baca_tahun
from analytics.evaluasi.triwulan import baca_nilai, baca_target, gabungkan, nilai_berjalan
from data.gudang import Baris


@dataclass(frozen=True)
class NilaiTahun:
    """One indicator in one year: its value, its state, `catatan` where it is not the plain full year, its source."""

    nilai: Nilai | None
    keadaan: str
    catatan: str
    sumber: str


@dataclass(frozen=True)
class Lintas:
    """All indicators over the years of the Renstra in force (`tahun`, empty when there is none)."""

    konteks: Konteks
    tahun: tuple[int, ...]
    per_tahun: Mapping[int, Mapping[str, BarisIndikator]]
    target: Mapping[tuple[str, int], Target]
    riwayat: Mapping[tuple[str, str, int], Baris]

    def baris(self, kode: str) -> BarisIndikator | None:
        """The indicator in the year of the periode, or in the newest year that has a rule for it."""
        for tahun in (self.konteks.periode.tahun, *sorted(self.per_tahun, reverse=True)):
            ada = self.per_tahun.get(tahun, {}).get(kode)
            if ada is not None:
                return ada
        return None

    def target_tahun(self, kode: str, tahun: int) -> Target:
        """The Renstra target of one year, empty when nothing was planned."""
        return self.target.get((kode, tahun), Target())

    def target_akhir(self, indikator: Indikator) -> Target:
        """The Renstra target for the end of its period: the yearly targets taken together by agregasi."""
        return gabungkan_target(indikator.agregasi, [self.target_tahun(indikator.kode, satu) for satu in self.tahun])

    def nilai_tahun(self, kode: str, tahun: int) -> NilaiTahun:
        """What was reached in one year, as seen at the end of the periode."""
        periode = self.konteks.periode
        if tahun > periode.tahun:
            return NilaiTahun(None, BELUM_WAKTUNYA, "", "")
        baris = self.per_tahun.get(tahun, {}).get(kode)
        if baris is not None:
            triwulan = periode.triwulan if tahun == periode.tahun else 4
            dari_laporan = _nilai_laporan(baris, triwulan)
            if dari_laporan.nilai is not None or tahun == periode.tahun:
                return dari_laporan
        return self._nilai_riwayat(kode, tahun, baris)

    def sampai(self, indikator: Indikator, tahun: int) -> Nilai | None:
        """The years from the start of the Renstra up to this one taken together by agregasi.

        None when a planned year is missing that the agregasi needs, and when no year has a value.
        """
        lampau = [satu for satu in self.tahun if satu <= tahun]
        nilai = [self.nilai_tahun(indikator.kode, satu).nilai for satu in lampau]
        if DAFTAR_AGREGASI[indikator.agregasi].perlu_semua and any(
            isi is None and not self.target_tahun(indikator.kode, satu).kosong
            for satu, isi in zip(lampau, nilai, strict=True)
        ):
            return None
        return gabungkan(indikator.agregasi, [satu for satu in nilai if satu is not None])

    def sampai_kini(self, indikator: Indikator) -> Nilai | None:
        """`sampai` the year of the periode; None while that year has no value: no earlier year stands for it."""
        tahun = self.konteks.periode.tahun
        return None if self.nilai_tahun(indikator.kode, tahun).nilai is None else self.sampai(indikator, tahun)

    def kondisi(self, kode: str, jenis: str) -> Nilai | None:
        """Kondisi awal or kondisi akhir as the plan states it for the Renstra in force, not for one before or after."""
        semua = {tahun: baris for (satu, ini, tahun), baris in self.riwayat.items() if satu == kode and ini == jenis}
        if not semua:
            return None
        awal, akhir = (self.tahun[0], self.tahun[-1]) if self.tahun else (min(semua), max(semua))
        layak = [tahun for tahun in semua if (tahun <= awal if jenis == "kondisi_awal" else awal <= tahun <= akhir)]
        return baca_nilai(semua[max(layak, default=min(semua))], None, self._skala(kode))

    def hitung(self, indikator: Indikator, realisasi: Nilai | None, target: Target) -> Capaian:
        """The capaian of a value against a target by the indicator's rumus, exactly."""
        return hitung(indikator.rumus, realisasi.tepat if realisasi else None, target, self.konteks.pengaturan)

    def _skala(self, kode: str) -> Mapping[str, Decimal | None]:
        baris = self.baris(kode)
        return skala_indikator(self.konteks, baris.indikator if baris else None)

    def _nilai_riwayat(self, kode: str, tahun: int, baris: BarisIndikator | None) -> NilaiTahun:
        riwayat = self.riwayat.get((kode, "realisasi", tahun))
        if riwayat is not None:
            return NilaiTahun(baca_nilai(riwayat, None, self._skala(kode)), TERISI, "riwayat", riwayat["sumber"])
        kosong = self.target_tahun(kode, tahun).kosong and (
            baris is None or baris.pada(4).keadaan == TIDAK_DIRENCANAKAN
        )
        return NilaiTahun(None, TIDAK_DIRENCANAKAN if kosong else BELUM_ADA_DATA, "", "")


def baca_lintas(konteks: Konteks) -> Lintas:
    """Read the years of the Renstra in force for the periode, and the history that came with the plan."""
    periode = konteks.periode
    berlaku = konteks.tanya("renstra_berlaku", tahun=periode.tahun, hari=periode.hari_terakhir)
    tahun = tuple(range(berlaku[0]["tahun_awal"], berlaku[0]["tahun_akhir"] + 1)) if berlaku else ()
    lampau = sorted({*(satu for satu in tahun if satu <= periode.tahun), periode.tahun, periode.tahun - 1})
    per_tahun = {satu: {baris.indikator.kode: baris for baris in baca_tahun(konteks, satu)} for satu in lampau}
    semua = {kode: baris for satu in lampau for kode, baris in per_tahun[satu].items()}
    target = {
        (baris["kode_indikator"], baris["tahun"]): baca_target(
            baris, _skala_kode(konteks, semua, baris["kode_indikator"])
        )
        for baris in konteks.tanya("target_renstra", tahun=periode.tahun, hari=periode.hari_terakhir)
    }
    riwayat = {(baris["kode_indikator"], baris["jenis"], baris["tahun"]): baris for baris in konteks.tanya("riwayat")}
    return Lintas(konteks, tahun, per_tahun, target, riwayat)


def skala_indikator(konteks: Konteks, indikator: Indikator | None) -> Mapping[str, Decimal | None]:
    """The grades of an indicator's scale with their numbers, empty for an indicator without grades."""
    if indikator is None or indikator.skala_ordinal is None:
        return {}
    return konteks.pengaturan.skala_ordinal.get(indikator.skala_ordinal, {})


def gabungkan_target(agregasi: str, target: Sequence[Target]) -> Target:
    """Yearly targets taken together; grades and mixed forms take the last planned one."""
    ada = [satu for satu in target if not satu.kosong]
    if not ada:
        return Target()
    if all(satu.nilai is not None and satu.peringkat is None for satu in ada):
        return Target(nilai=_gabung(agregasi, [satu.nilai for satu in ada]))
    if all(satu.bawah is not None for satu in ada):
        return Target(
            bawah=_gabung(agregasi, [satu.bawah for satu in ada]), atas=_gabung(agregasi, [satu.atas for satu in ada])
        )
    return ada[-1]


def _gabung(agregasi: str, nilai: Sequence[Decimal | None]) -> Decimal:
    hasil = bulatkan_pecahan(
        DAFTAR_AGREGASI[agregasi].hitung([Fraction(satu) for satu in nilai if satu is not None]), 12
    )
    return hasil.quantize(Decimal(1)) if hasil == hasil.to_integral_value() else hasil.normalize()


def _skala_kode(konteks: Konteks, semua: Mapping[str, BarisIndikator], kode: str) -> Mapping[str, Decimal | None]:
    baris = semua.get(kode)
    return skala_indikator(konteks, baris.indikator if baris else None)


def _nilai_laporan(baris: BarisIndikator, triwulan: int) -> NilaiTahun:
    kini = baris.pada(triwulan)
    nilai = nilai_berjalan(baris.indikator, kini)
    if nilai is None:
        catatan = "belum lengkap" if kini.realisasi is not None else ""
        return NilaiTahun(None, kini.keadaan, catatan, "")
    terlapor = [satu for satu in baris.triwulan[:triwulan] if satu.dilaporkan is not None]
    akhir = terlapor[-1]
    catatan = "" if akhir.triwulan == 4 else f"s/d TW {ROMAWI[akhir.triwulan]}"
    return NilaiTahun(nilai, TERISI, catatan, akhir.asal.alamat if akhir.asal else "")
