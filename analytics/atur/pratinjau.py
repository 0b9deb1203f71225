"""What a change would do to the figures, found by making it and taking it back: capaian, ratios, means, predikat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from analytics.acuan import Penanya
from analytics.atur.perubahan import BedaAcuan, CatatanPerubahan, Perubahan, coba_tulis
from analytics.aturan.angka import bulatkan_persen, tulis_angka
from analytics.aturan.capaian import Capaian
from analytics.aturan.periode import NAMA_KEADAAN, Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil import RataRata
from analytics.formulir import FORMULIR
from analytics.formulir.entri import AngkaFormulir
from data.gudang import Gudang

KunciPotret = tuple[str, str, Periode, str]
"""(kode PD, kode indikator, periode, what the realisasi is compared with); a mean has no kode indikator."""
DASAR: Final = ("target s/d triwulan", "target tahun")
Golongan = Literal["capaian", "rasio", "rata"]
NAMA_GOLONGAN: Final[Mapping[Golongan, str]] = {
    "capaian": "capaian",
    "rasio": "rasio terhadap tahun lain atau akhir Renstra",
    "rata": "rata-rata",
}
"""What can change, in the words of who reads it."""


@dataclass(frozen=True)
class Potret:
    """One capaian as screens and documents show it: value or reason, predikat, and the keadaan of the indicator."""

    capaian: str
    predikat: str
    keadaan: str


@dataclass(frozen=True)
class CapaianBerubah:
    """One capaian before and after; None: the indicator has no rule on that side."""

    kode_pd: str
    kode_indikator: str
    nama: str
    periode: Periode
    dasar: str
    sebelum: Potret | None
    sesudah: Potret | None

    @property
    def golongan(self) -> Golongan:
        """Whether it is a capaian of the running year, a ratio of E.80 or column 14 of E.81, or a mean."""
        if not self.kode_indikator:
            return "rata"
        return "capaian" if self.dasar in DASAR else "rasio"

    @property
    def berganti_predikat(self) -> bool:
        """Whether the predikat is another one, or comes or goes."""
        return (self.sebelum and self.sebelum.predikat) != (self.sesudah and self.sesudah.predikat)


@dataclass(frozen=True)
class Pratinjau:
    """What a change would do. `beku` are the approved periode, whose figures stand in their snapshot and do not move.

    `versi` is the number of the data that it was made from.
    """

    beda: BedaAcuan
    berubah: tuple[CapaianBerubah, ...]
    diperiksa: tuple[Periode, ...]
    beku: tuple[Periode, ...]
    tanya: tuple[str, ...]
    versi: int

    @property
    def judul(self) -> str:
        """`24 capaian berubah pada 3 periode, 5 berganti predikat`."""
        capaian = self.dari("capaian")
        if not capaian:
            return "Tidak ada capaian yang berubah"
        periode = {berubah.periode for berubah in capaian}
        return f"{len(capaian)} capaian berubah pada {len(periode)} periode, {_ganti(capaian)}"

    @property
    def ikutan(self) -> str:
        """`Ikut berubah: 6 rasio ... (1 berganti predikat) dan 4 rata-rata (...).`, empty when nothing does."""
        lain = [(NAMA_GOLONGAN[golongan], self.dari(golongan)) for golongan in NAMA_GOLONGAN if golongan != "capaian"]
        kalimat = [f"{len(semua)} {nama} ({_ganti(semua)})" for nama, semua in lain if semua]
        return f"Ikut berubah: {' dan '.join(kalimat)}." if kalimat else ""

    def dari(self, golongan: Golongan) -> tuple[CapaianBerubah, ...]:
        """What changes of one kind."""
        return tuple(capaian for capaian in self.berubah if capaian.golongan == golongan)

    @property
    def tetap(self) -> tuple[Periode, ...]:
        """The draft periode that were worked out anew and stay as they are."""
        kena = {capaian.periode for capaian in self.berubah}
        return tuple(periode for periode in self.diperiksa if periode not in kena)


def _ganti(berubah: Iterable[CapaianBerubah]) -> str:
    banyak = sum(capaian.berganti_predikat for capaian in berubah)
    return f"{banyak} berganti predikat" if banyak else "tidak ada yang berganti predikat"


def pratinjau(gudang: Gudang, kode_pd: str, perubahan: Perubahan, oleh: str, waktu: datetime) -> Pratinjau:
    """What would be different after saving; nothing is written. Raises TidakSah as saving would."""
    with gudang.coba() as tx:
        semua = _periode(tx, kode_pd, perubahan)
        beku = {letak for letak in semua if _disetujui(tx, *letak)}
        kena = [letak for letak in semua if letak not in beku]
        versi, tanya = int(tx.kueri("versi_data")[0]["nomor"]), perubahan.tanya(tx, kode_pd)
        sebelum = potret(tx, kena)
        beda = coba_tulis(tx, kode_pd, perubahan, CatatanPerubahan(oleh, waktu))
        sesudah, nama = potret(tx, kena), _nama(tx, kode_pd, kena)
    periode = tuple(sorted({periode_kena for _, periode_kena in kena}))
    return Pratinjau(beda, banding(sebelum, sesudah, nama), periode, tuple(sorted({b for _, b in beku})), tanya, versi)


def potret(penanya: Penanya, letak: list[tuple[str, Periode]]) -> dict[KunciPotret, Potret]:
    """Every capaian, ratio and mean of these (kode PD, periode) as it stands now."""
    return {kunci: potret for kode_pd, periode in letak for kunci, potret in _potret(penanya, kode_pd, periode)}


def banding(
    sebelum: Mapping[KunciPotret, Potret], sesudah: Mapping[KunciPotret, Potret], nama: Mapping[tuple[str, str], str]
) -> tuple[CapaianBerubah, ...]:
    """What differs, by periode, in the order of the plan."""
    kunci = list(dict.fromkeys((*sebelum, *sesudah)))
    beda = [kunci_beda for kunci_beda in kunci if sebelum.get(kunci_beda) != sesudah.get(kunci_beda)]
    return tuple(_berubah(kunci_beda, nama, sebelum.get(kunci_beda), sesudah.get(kunci_beda)) for kunci_beda in beda)


def daftar_periode_isi(penanya: Penanya, kode_pd: str) -> list[Periode]:
    """Every periode of an office that has a kiriman."""
    return [
        Periode(periode["tahun"], periode["triwulan"]) for periode in penanya.kueri("atur_periode", kode_pd=kode_pd)
    ]


def _berubah(
    kunci: KunciPotret, nama: Mapping[tuple[str, str], str], sebelum: Potret | None, sesudah: Potret | None
) -> CapaianBerubah:
    kode_pd, kode, periode, dasar = kunci
    return CapaianBerubah(kode_pd, kode, nama.get((kode_pd, kode), kode), periode, dasar, sebelum, sesudah)


def _periode(penanya: Penanya, kode_pd: str, perubahan: Perubahan) -> list[tuple[str, Periode]]:
    if not perubahan.angka:
        return []
    semua = [str(baris["kode_pd"]) for baris in penanya.kueri("perangkat_daerah")]
    kantor = [kode_pd] if perubahan.sekantor else semua
    return [(kode_pd, p) for kode_pd in kantor for p in daftar_periode_isi(penanya, kode_pd) if perubahan.menyentuh(p)]


def _disetujui(penanya: Penanya, kode_pd: str, periode: Periode) -> bool:
    baris = penanya.kueri("status_periode", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    return bool(baris) and baris[0]["status"] == "disetujui"


def _potret(penanya: Penanya, kode_pd: str, periode: Periode) -> Iterator[tuple[KunciPotret, Potret]]:
    bacaan = baca(penanya, kode_pd, periode)
    for baris in bacaan.baris(periode.tahun):
        kini = baris.pada(periode.triwulan)
        for dasar, capaian in zip(DASAR, (kini.capaian, kini.capaian_tahun), strict=True):
            yield (kode_pd, baris.indikator.kode, periode, dasar), _susun(capaian, NAMA_KEADAAN[kini.keadaan])
    angka = [formulir.angka(formulir.evaluasi(bacaan, None)) for formulir in FORMULIR]
    for rasio in (rasio for bagian in angka for rasio in bagian.rasio):
        yield (kode_pd, rasio.kode_indikator, periode, rasio.dasar), _susun(rasio.capaian, "")
    for dasar, potret in _rata(angka, bacaan.konteks.pengaturan.desimal):
        yield (kode_pd, "", periode, dasar), potret


def _rata(angka: Iterable[AngkaFormulir], desimal: int) -> Iterator[tuple[str, Potret]]:
    """What closes the forms, then the predikat of the serapan."""
    semua = tuple(angka)
    for dasar, rata in (rata for bagian in semua for rata in bagian.rata):
        yield dasar, _susun_rata(rata, desimal)
    for serapan in (serapan for angka in semua for serapan in angka.serapan):
        if serapan.persen is not None:
            nilai = tulis_angka(bulatkan_persen(serapan.persen, desimal), desimal)
            yield serapan.dasar, Potret(nilai, serapan.predikat or "", "")


def _susun_rata(rata: RataRata, desimal: int) -> Potret:
    banyak = f"{rata.n} dari {rata.m} indikator"
    if rata.nilai is None:
        return Potret("belum ada", "", banyak)
    return Potret(f"{tulis_angka(rata.nilai, desimal)} ({banyak})", rata.predikat or "", "")


def _susun(capaian: Capaian, keadaan: str) -> Potret:
    predikat = capaian.predikat.predikat if capaian.predikat else ""
    return Potret(capaian.tulisan, predikat, keadaan)


def _nama(penanya: Penanya, kode_pd: str, letak: list[tuple[str, Periode]]) -> dict[tuple[str, str], str]:
    """The name of every indicator; in another office of the store with the code of that office."""
    hasil = {}
    for kantor in {kode_pd for kode_pd, _ in letak}:
        milik = "" if kantor == kode_pd else f" ({kantor})"
        hasil[kantor, ""] = f"Rata-rata{milik}"
        for baris in penanya.kueri("rencana_indikator", kode_pd=kantor):
            hasil[kantor, str(baris["kode_indikator"])] = f"{baris['nama']}{milik}"
    return hasil
