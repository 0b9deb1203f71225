"""One reading of the years of an office, from which every form and the page of one indicator are cut.

The store is asked once: every indicator in every year of the Renstra, as seen at the end of a periode. Objects are made
of the rows only when a form shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeVar

from analytics.acuan import Penanya
from analytics.aturan.agregasi import AgregasiTahun, agregasi_tahun
from analytics.aturan.angka import Rentang, pilih_rentang
from analytics.aturan.capaian import Capaian, Target, hitung
from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    ROMAWI,
    TIDAK_DIRENCANAKAN,
    KeadaanRealisasi,
    Periode,
    jadwal,
)
from analytics.evaluasi.hasil import (
    BarisIndikator,
    Indikator,
    Keterangan,
    Nilai,
    RincianIndikator,
    TahunRenstra,
    Terakhir,
    sebut_banding,
    sebut_bertahan,
)
from analytics.evaluasi.inti import STATUS_AWAL, Konteks, buka_konteks, susun_keterangan
from analytics.evaluasi.triwulan import (
    TANPA_TARGET,
    Skala,
    baca_nilai,
    empat_triwulan,
    keadaan_sel,
    ringkas,
    susun_capaian,
    susun_nilai,
    susun_target,
)
from analytics.evaluasi.uang import Pohon, UangTerbaca, baca_uang, susun_pohon
from data.gudang import Baris

_SETAHUN: Final = 0
"""The triwulan of a row that tells of a whole year against the Renstra."""
_HITUNGAN: Final = ("nol_seratus", "nol_meleset", "nihil_seratus", "bertahan", "lantai", "batas", "desimal")
"""The settings by which the store computes."""
LetakIndikator = tuple[int, str]
"""(tahun, kode indikator)."""


@dataclass(frozen=True)
class Akhir:
    """An indicator against the end of the Renstra: what is to be reached, what the years up to now make, the capaian.

    `jalur` is how far a total has come whose time is not over.
    """

    agregasi: AgregasiTahun
    target: Target
    sampai: Nilai | None
    capaian: Capaian
    jalur: str = ""


@dataclass(frozen=True)
class Bacaan:
    """What an office planned and reached in all years up to a periode, as rows.

    `tahun` are those of the Renstra in force; `sub_skpd` has the code in the budget of units that are one. Rows are
    kept by (tahun, kode indikator); objects are made of them once.
    """

    konteks: Konteks
    keterangan: Keterangan
    dokumen_renstra: str | None
    tahun: tuple[int, ...]
    aturan: Mapping[LetakIndikator, Baris]
    ukuran: Mapping[LetakIndikator, Mapping[int, Baris]]
    laporan: Mapping[LetakIndikator, Mapping[int, Baris]]
    narasi: Mapping[LetakIndikator, Mapping[str, str]]
    riwayat: Mapping[str, tuple[Baris, ...]]
    pohon: Pohon
    unit: Mapping[str, str]
    sub_skpd: Mapping[str, str]
    uang: UangTerbaca | None
    standar: Mapping[str, Baris]
    _jadi: dict[tuple[str, Any, str], Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def periode(self) -> Periode:
        """The end of what is read."""
        return self.konteks.periode

    @property
    def keterangan_renstra(self) -> Keterangan:
        """The heading of a result that rests on the Renstra."""
        return replace(self.keterangan, dokumen=self.dokumen_renstra)

    def baris(self, tahun: int, laporan: str | None = None, kode_unit: str | None = None) -> tuple[BarisIndikator, ...]:
        """The indicators that have a rule in a year, in the order of the plan: all, or of one report or unit."""
        return tuple(
            self.baris_indikator(tahun, kode)
            for tahun_aturan, kode in self.aturan
            if tahun_aturan == tahun and self.tercantum((tahun, kode), laporan, kode_unit)
        )

    def tercantum(self, letak: LetakIndikator, laporan: str | None, kode_unit: str | None) -> bool:
        """Whether an indicator is among those of a report or unit.

        A report of the office has no parts of units; that of a unit has its part in the place of what it is made for.
        """
        aturan = self.aturan[letak]
        if laporan is not None and laporan not in (aturan["laporan"] or ()):
            return False
        if kode_unit is None:
            return laporan is None or aturan["bagian_dari"] is None
        return bool(kode_unit == aturan["kode_unit"]) and not self._berbagian(letak, laporan, kode_unit)

    def _berbagian(self, letak: LetakIndikator, laporan: str | None, kode_unit: str) -> bool:
        """Whether an indicator is made of those of several units, and a report has that of this unit."""
        if laporan is None or self.aturan[letak]["agregasi_unit"] is None:
            return False
        bagian = (self.aturan[lain] for lain in self.letak_tahun(letak[0]))
        return any(
            (lain["bagian_dari"], lain["kode_unit"]) == (letak[1], kode_unit) and laporan in (lain["laporan"] or ())
            for lain in bagian
        )

    def letak_pohon(self, tahun: int | None, laporan: str, kode_unit: str | None) -> dict[str, list[LetakIndikator]]:
        """The indicators of a form that prints the plan tree, by the node where they stand: of a year, or the newest.

        A part of a unit stands at the part that the unit has of the node, and only there in a form of the office.
        """
        hasil: dict[str, list[LetakIndikator]] = {}
        for letak in self.letak_terbaru if tahun is None else self.letak_tahun(tahun):
            aturan = self.aturan[letak]
            bagian = (
                self.pohon.bagian_milik(aturan["kode_simpul"], aturan["kode_unit"]) if aturan["bagian_dari"] else None
            )
            if self.tercantum(letak, laporan, aturan["kode_unit"] if bagian and kode_unit is None else kode_unit):
                hasil.setdefault(bagian or aturan["kode_simpul"], []).append(letak)
        return hasil

    def letak_lain(self, tahun: int | None, laporan: str, kode_unit: str | None) -> dict[str, list[LetakIndikator]]:
        """The indicators of others by the node where a form of the office has them; without a unit there are none.

        What the unit has its own part of is not among them.
        """
        if kode_unit is None:
            return {}
        return {
            kode: [
                letak
                for letak in semua
                if self.aturan[letak]["kode_unit"] != kode_unit and not self._berbagian(letak, laporan, kode_unit)
            ]
            for kode, semua in self.letak_pohon(tahun, laporan, None).items()
        }

    def diisi_unit(self, letak: LetakIndikator) -> bool:
        """Whether the unit of an indicator reports it: its values do not come from others."""
        aturan = self.aturan[letak]
        return aturan["sama_dengan"] is None and aturan["agregasi_unit"] is None

    def letak_tahun(self, tahun: int) -> list[LetakIndikator]:
        """Where the rules of a year stand, in the order of the plan."""
        return [letak for letak in self.aturan if letak[0] == tahun]

    def keadaan_sel(self, letak: LetakIndikator, triwulan: int) -> KeadaanRealisasi:
        """The state of one triwulan alone (1-4), for who counts indicators and shows none."""
        return keadaan_sel(self.ukuran[letak][triwulan], self.laporan.get(letak, {}).get(triwulan))

    def baris_indikator(self, tahun: int, kode: str) -> BarisIndikator:
        """One indicator through the triwulan of one year. Raises KeyError when it has no rule in it."""
        kunci = ("baris", tahun, kode)
        if kunci not in self._jadi:
            self._jadi[kunci] = self._susun_baris(tahun, kode)
        hasil: BarisIndikator = self._jadi[kunci]
        return hasil

    def baris_tahun_lalu(self, kode: str) -> BarisIndikator | None:
        """The indicator through the year before the periode; None where it had no rule in it."""
        lalu = self.periode.tahun - 1
        return self.baris_indikator(lalu, kode) if (lalu, kode) in self.aturan else None

    def _susun_baris(self, tahun: int, kode: str) -> BarisIndikator:
        letak = (tahun, kode)
        indikator = self.indikator(letak)
        triwulan = empat_triwulan(indikator, self.ukuran[letak], self.laporan.get(letak, {}), self.konteks.pengaturan)
        return BarisIndikator(indikator, tahun, triwulan, self.narasi.get(letak, {}))

    def indikator(self, letak: LetakIndikator) -> Indikator:
        """An indicator with its rule of a year."""
        kunci = ("indikator", *letak)
        if kunci not in self._jadi:
            baris = self.aturan[letak]
            self._jadi[kunci] = _indikator(baris, self._sasaran(baris["kode_simpul"]))
        hasil: Indikator = self._jadi[kunci]
        return hasil

    def _sasaran(self, kode_simpul: str) -> Baris | None:
        """The sasaran above a node, or itself."""
        kunci = ("sasaran", 0, kode_simpul)
        if kunci not in self._jadi:
            jalan = (kode_simpul, *self.pohon.di_atas(kode_simpul))
            simpul = (self.pohon.simpul[kode] for kode in jalan)
            self._jadi[kunci] = next((baris for baris in simpul if baris["tingkat"] == "sasaran"), None)
        hasil: Baris | None = self._jadi[kunci]
        return hasil

    def tahun_renstra(self, letak: LetakIndikator) -> TahunRenstra:
        """One year of an indicator as E.80 shows it: by the rule of that year, against the target of the Renstra."""
        kunci = ("tahun", *letak)
        if kunci not in self._jadi:
            self._jadi[kunci] = self._susun_tahun(letak)
        hasil: TahunRenstra = self._jadi[kunci]
        return hasil

    def _susun_tahun(self, letak: LetakIndikator) -> TahunRenstra:
        baris = self.ukuran.get(letak, {}).get(_SETAHUN)
        aturan = self.aturan_kini(letak[1])
        if baris is None:
            keadaan: KeadaanRealisasi = BELUM_WAKTUNYA if letak[0] > self.periode.tahun else TIDAK_DIRENCANAKAN
            kosong = Capaian(aturan["rumus"], None, None, None, "tanpa_target", None)
            return TahunRenstra(letak[0], TANPA_TARGET, None, kosong, keadaan, "")
        nilai, target = susun_nilai(baris), susun_target(baris)
        realisasi = nilai if baris["bernilai"] else None
        return TahunRenstra(
            tahun=letak[0],
            target=target,
            realisasi=realisasi,
            capaian=susun_capaian(baris["rumus"], baris, realisasi, target, self.konteks.pengaturan),
            keadaan=baris["keadaan"],
            catatan=_catatan(baris, nilai, self._tempo_akhir(letak)),
            dibulatkan=baris["dibulatkan"],
            kurang=baris["kurang"],
            berikutnya=letak[0] <= self.periode.tahun and baris["berikutnya"],
        )

    def _tempo_akhir(self, letak: LetakIndikator) -> int:
        """The last triwulan that a year owes: by its schedule, or at its end of those that were due or reported."""
        aturan = self.aturan.get(letak) or self.aturan_kini(letak[1])
        habis = letak[0] < self.periode.tahun or self.periode.triwulan == 4
        posisi = self.ukuran[letak][_SETAHUN]["posisi"] if habis else None
        return min(posisi or 4, jadwal(aturan["frekuensi"], aturan["jatuh_tempo"])[-1], 4)

    def baris_diisi(self, kode: str) -> BarisIndikator:
        """The indicator through the year that units fill in now: the one before, where it is due in the year after."""
        baris = self.baris_indikator(*(self.lalu_menyusul(kode) or (self.periode.tahun, kode)))
        return replace(baris, narasi=self.narasi.get((self.periode.tahun, kode), {}))

    def lalu_menyusul(self, kode: str) -> LetakIndikator | None:
        """Where the year before stands, if its value is due in this year; None where this year has its own."""
        lalu = (self.periode.tahun - 1, kode)
        kini = self.ukuran.get((self.periode.tahun, kode), {}).get(4)
        ukuran = self.ukuran.get(lalu, {}).get(4)
        menyusul = kini is not None and ukuran is not None and kini["berikutnya"] and ukuran["berikutnya"]
        return lalu if menyusul else None

    def tahun_lalu(self, kode: str) -> TahunRenstra:
        """The year before the periode."""
        return self.tahun_renstra((self.periode.tahun - 1, kode))

    @property
    def uang_terbaca(self) -> UangTerbaca:
        """The money of the office; a reading of one indicator has none."""
        if self.uang is None:
            raise ValueError("only one indicator was read")
        return self.uang

    @property
    def letak_terbaru(self) -> list[LetakIndikator]:
        """Where the newest rule of every indicator stands: those of this year first, then of earlier years."""
        terbaru = {kode: (tahun, kode) for tahun, kode in sorted(self.aturan)}
        return [
            letak
            for tahun in sorted({tahun for tahun, _ in self.aturan}, reverse=True)
            for letak in self.aturan
            if letak[0] == tahun and terbaru[letak[1]] == letak
        ]

    def aturan_kini(self, kode: str) -> Baris:
        """The rule of an indicator in the year of the periode, or in the newest year that has one."""
        return self.aturan[self.letak_kini(kode)]

    def letak_kini(self, kode: str) -> LetakIndikator:
        """Where the newest rule of an indicator stands."""
        kunci = ("letak", 0, kode)
        if kunci not in self._jadi:
            self._jadi.update({("letak", 0, letak[1]): letak for letak in sorted(self.aturan)})
        hasil: LetakIndikator = self._jadi[kunci]
        return hasil

    def akhir(self, kode: str) -> Akhir:
        """An indicator against the end of the Renstra."""
        kunci = ("akhir", 0, kode)
        if kunci not in self._jadi:
            self._jadi[kunci] = self._susun_akhir(kode)
        hasil: Akhir = self._jadi[kunci]
        return hasil

    def _susun_akhir(self, kode: str) -> Akhir:
        indikator = self.indikator(self.letak_kini(kode))
        kondisi = self._kondisi_akhir(kode)
        target = [self._target_tahun(kode, tahun) for tahun in self.tahun]
        angka = [sasaran.nilai for sasaran in target if sasaran.nilai is not None]
        cara = indikator.agregasi_tahun or agregasi_tahun(indikator.agregasi, angka, _ujung(kondisi))
        menuju = _target_akhir(cara, target, kondisi, self._skala(indikator))
        kini = self.tahun_renstra((self.periode.tahun, kode)).realisasi
        sampai = None if kini is None else self.sampai(kode, cara, self.periode.tahun)
        sampai = None if sampai is None else sampai.di_samping(menuju)
        if self._berjalan(indikator, cara) and sampai is not None and not menuju.kosong:
            kosong = Capaian(indikator.rumus, None, None, None, "total_berjalan", None)
            return Akhir(cara, menuju, sampai, kosong, self._jalur(indikator) if cara == "jumlah" else "")
        tepat_sampai = sampai.tepat if sampai else None
        return Akhir(cara, menuju, sampai, hitung(indikator.rumus, tepat_sampai, menuju, self.konteks.pengaturan))

    def _berjalan(self, indikator: Indikator, cara: AgregasiTahun) -> bool:
        """Whether what shall fall is a total whose time is not over: of the Renstra, or of the year before its end."""
        habis = bool(self.tahun) and (self.periode.tahun, self.periode.triwulan) >= (self.tahun[-1], 4)
        setahun = indikator.agregasi == "jumlah" and self.periode.triwulan < 4
        return indikator.polaritas == "turun" and (setahun or (cara == "jumlah" and not habis))

    def _jalur(self, indikator: Indikator) -> str:
        """How a total stands against its targets s/d the last full year; empty when there is none."""
        akhir = self.periode.tahun if self.periode.triwulan == 4 else self.periode.tahun - 1
        lampau = [self.tahun_renstra((tahun, indikator.kode)) for tahun in self.tahun if tahun <= akhir]
        target = [hasil.target.nilai for hasil in lampau if hasil.target.nilai is not None]
        sampai = self.sampai(indikator.kode, "jumlah", akhir)
        if not target or sampai is None or sampai.tepat is None:
            return ""
        menuju = Target(sum(target, Decimal(0)))
        capaian = hitung(indikator.rumus, sampai.tepat, menuju, self.konteks.pengaturan)
        return "" if capaian.nilai is None else f"jalur s/d {akhir}: {sebut_banding(sampai, menuju, capaian)}"

    def sampai(self, kode: str, cara: AgregasiTahun, tahun: int) -> Nilai | None:
        """The years from the start of the Renstra up to this one taken together.

        None when a year whose data are missing belongs to a sum, and when no year has a value.
        """
        lampau = [self.tahun_renstra((lalu, kode)) for lalu in self.tahun if lalu <= tahun]
        nilai = [hasil.realisasi for hasil in lampau if hasil.realisasi is not None]
        if not nilai:
            return None
        if cara == "tahun_terakhir" or any(realisasi.tepat is None for realisasi in nilai):
            return nilai[-1]
        if any(hasil.keadaan == BELUM_ADA_DATA for hasil in lampau):
            return None
        if len(nilai) == 1:
            return nilai[0]
        return Nilai(sum((realisasi.tepat or Fraction(0) for realisasi in nilai), Fraction(0)))

    def tahun_bernilai(self, kode: str, sebelum: int) -> list[int]:
        """The years of the Renstra before one that have a value."""
        return [
            tahun for tahun in self.tahun if tahun < sebelum and self.tahun_renstra((tahun, kode)).realisasi is not None
        ]

    def tahun_kurang(self, kode: str, sebelum: int) -> list[TahunRenstra]:
        """The years of the Renstra before one whose data are missing."""
        lampau = (self.tahun_renstra((tahun, kode)) for tahun in self.tahun if tahun < sebelum)
        return [setahun for setahun in lampau if setahun.keadaan == BELUM_ADA_DATA]

    def kondisi(self, kode: str, jenis: str) -> Nilai | None:
        """Kondisi awal or kondisi akhir as the plan states it for the Renstra in force, not for one before or after."""
        baris = self._kondisi_akhir(kode) if jenis == "kondisi_akhir" else self._kondisi_awal(kode)
        return None if baris is None else baca_nilai(baris, None, self._skala(self.indikator(self.letak_kini(kode))))

    def _kondisi_awal(self, kode: str) -> Baris | None:
        semua = [baris for baris in self.riwayat.get(kode, ()) if baris["jenis"] == "kondisi_awal"]
        layak = [baris for baris in semua if not self.tahun or baris["tahun"] <= self.tahun[0]]
        return layak[-1] if layak else semua[0] if semua else None

    def _kondisi_akhir(self, kode: str) -> Baris | None:
        """The end of the Renstra in force; a document may look a year further."""
        semua = [baris for baris in self.riwayat.get(kode, ()) if baris["jenis"] == "kondisi_akhir"]
        if self.tahun:
            semua = [baris for baris in semua if self.tahun[0] <= baris["tahun"] <= self.tahun[-1] + 1]
        return semua[-1] if semua else None

    def _target_tahun(self, kode: str, tahun: int) -> Target:
        return self.tahun_renstra((tahun, kode)).target

    def _skala(self, indikator: Indikator) -> Skala:
        return self.konteks.pengaturan.skala_ordinal.get(indikator.skala_ordinal or "", {})


def baca(
    gudang: Penanya, kode_pd: str, periode: Periode, *, kode_indikator: str | None = None, rinci: int | None = None
) -> Bacaan:
    """Read an office up to the end of a periode. Raises KantorTidakAda.

    With a `kode_indikator` only that one is read, without money. The triwulan of the running year are always read,
    those of earlier years from `rinci` on.
    """
    konteks = buka_konteks(gudang, kode_pd, periode)
    letak = {"tahun": periode.tahun, "hari": periode.hari_terakhir}
    pilihan = {**letak, "kode_indikator": kode_indikator, "rinci": periode.tahun if rinci is None else rinci}
    renstra = konteks.tanya("renstra_berlaku", **letak)
    pohon = susun_pohon(konteks.tanya("simpul"))
    pengaturan = konteks.pengaturan
    hitungan = {nama: getattr(pengaturan, nama) for nama in _HITUNGAN}
    semua_unit = konteks.unit()
    unit = {baris["kode_unit"]: str(baris["nama"]) for baris in semua_unit}
    ukuran = konteks.tanya("bacaan", triwulan=periode.triwulan, **pilihan, **hitungan)
    milik = {"tahun": periode.tahun, "kode_indikator": kode_indikator}
    return Bacaan(
        konteks=konteks,
        keterangan=susun_keterangan(konteks, unit),
        dokumen_renstra=renstra[0]["dokumen"] if renstra else None,
        tahun=tuple(range(renstra[0]["tahun_awal"], renstra[0]["tahun_akhir"] + 1)) if renstra else (),
        aturan={
            (baris["tahun"], baris["kode_indikator"]): baris for baris in konteks.tanya("bacaan_indikator", **pilihan)
        },
        ukuran=_menurut_triwulan(ukuran),
        laporan=_menurut_triwulan(
            konteks.tanya("bacaan_laporan", rinci=pilihan["rinci"], triwulan=periode.triwulan, **milik)
        ),
        narasi=_narasi(konteks.tanya("bacaan_narasi", triwulan=periode.triwulan, **milik)),
        riwayat=_riwayat(konteks.tanya("bacaan_riwayat", kode_indikator=kode_indikator)),
        pohon=pohon,
        unit=unit,
        sub_skpd={baris["kode_unit"]: baris["kode_sub_skpd"] for baris in semua_unit if baris["kode_sub_skpd"]},
        uang=baca_uang(konteks, pohon) if kode_indikator is None else None,
        standar={baris["kode_indikator"]: baris for baris in konteks.tanya("standar_berlaku", **milik)},
    )


def perbarui_keterangan(bacaan: Bacaan) -> Bacaan:
    """The same figures under the heading of now: how far the periode has come, and what was approved last."""
    return replace(bacaan, keterangan=susun_keterangan(bacaan.konteks, bacaan.unit))


Berketerangan = TypeVar("Berketerangan", Bacaan, RincianIndikator)


def sebagai_draf(hasil: Berketerangan) -> Berketerangan:
    """The same under the heading of a draft: data that nobody verified are among them, however far the periode is."""
    return replace(hasil, keterangan=replace(hasil.keterangan, status=STATUS_AWAL))


def _menurut_triwulan(semua: Iterable[Baris]) -> dict[LetakIndikator, dict[int, Baris]]:
    hasil: dict[LetakIndikator, dict[int, Baris]] = {}
    for baris in semua:
        hasil.setdefault((baris["tahun"], baris["kode_indikator"]), {})[baris["triwulan"]] = baris
    return hasil


def _narasi(semua: Iterable[Baris]) -> dict[LetakIndikator, dict[str, str]]:
    hasil: dict[LetakIndikator, dict[str, str]] = {}
    for baris in semua:
        hasil.setdefault((baris["tahun"], baris["kode_indikator"]), {})[baris["jenis"]] = baris["isi"]
    return hasil


def _riwayat(semua: Iterable[Baris]) -> dict[str, tuple[Baris, ...]]:
    """History by indicator, the oldest year of each kind first."""
    hasil: dict[str, list[Baris]] = {}
    for baris in semua:
        hasil.setdefault(baris["kode_indikator"], []).append(baris)
    return {kode: tuple(daftar) for kode, daftar in hasil.items()}


def _catatan(baris: Baris, nilai: Nilai | None, tempo_akhir: int) -> str:
    """Where a year's value is not the plain full year, or what was reported last where it has none.

    It is the full year once the last triwulan that is due was reported.
    """
    akhir = baris["triwulan_akhir"]
    if baris["sumber"] is not None:
        return "riwayat"
    if akhir is None or nilai is None:
        return ""
    if not baris["bernilai"]:
        return Terakhir(akhir, nilai).sebutan
    if baris["bertahan"] is not None:
        return sebut_bertahan(akhir)
    return "" if akhir >= tempo_akhir else f"s/d TW {ROMAWI[akhir]}"


def _target_akhir(cara: AgregasiTahun, target: Iterable[Target], kondisi: Baris | None, skala: Skala) -> Target:
    """What is to be reached at the end: the sum of the yearly targets, or kondisi akhir, or else the last target.

    Numbers and ranges have no sum.
    """
    ada = [setahun for setahun in target if not setahun.kosong]
    if cara == "jumlah" and ada and all(setahun.peringkat is None for setahun in ada):
        return _jumlah_target(ada)
    if cara == "tahun_terakhir" and kondisi is not None:
        peringkat, ujung = kondisi["peringkat"], _ujung(kondisi)
        if isinstance(ujung, Rentang):
            return Target(bawah=ujung.bawah, atas=ujung.atas)
        return Target(ringkas(kondisi["nilai"] if peringkat is None else skala.get(peringkat)), peringkat=peringkat)
    return ada[-1] if ada else TANPA_TARGET


def _ujung(kondisi: Baris | None) -> Decimal | Rentang | None:
    """A kondisi akhir that is a number or a range; None for a grade, and for none."""
    if kondisi is None:
        return None
    return pilih_rentang(kondisi["peringkat"]) or kondisi["nilai"]


def _jumlah_target(semua: Sequence[Target]) -> Target:
    if all(setahun.bawah is None for setahun in semua):
        return Target(_jumlah(setahun.nilai for setahun in semua))
    if all(setahun.nilai is None for setahun in semua):
        bawah = _jumlah(setahun.bawah for setahun in semua)
        return Target(bawah=bawah, atas=_jumlah(setahun.atas for setahun in semua))
    return TANPA_TARGET


def _jumlah(nilai: Iterable[Decimal | None]) -> Decimal | None:
    return ringkas(sum((angka for angka in nilai if angka is not None), Decimal(0)))


def _indikator(baris: Baris, sasaran: Baris | None) -> Indikator:
    return Indikator(
        kode=baris["kode_indikator"],
        nama=baris["nama"],
        satuan=baris["satuan"],
        kode_unit=baris["kode_unit"],
        nama_unit=baris["nama_unit"],
        kode_simpul=baris["kode_simpul"],
        tingkat=baris["tingkat"],
        nama_simpul=baris["nama_simpul"],
        kode_sasaran=sasaran["kode_simpul"] if sasaran else None,
        nama_sasaran=sasaran["nama"] if sasaran else None,
        polaritas=baris["polaritas"],
        rumus=baris["rumus"],
        frekuensi=baris["frekuensi"],
        agregasi=baris["agregasi"],
        cara_isi=baris["cara_isi"],
        pembilang=baris["pembilang"],
        penyebut=baris["penyebut"],
        faktor=ringkas(baris["faktor"]),
        skala_ordinal=baris["skala_ordinal"],
        definisi=baris["definisi"],
        sumber_data=baris["sumber_data"],
        laporan=frozenset(baris["laporan"] or ()),
        senama=baris["senama"],
        jatuh_tempo=baris["jatuh_tempo"],
        agregasi_tahun=baris["agregasi_tahun"],
        bukti_wajib=bool(baris["bukti_wajib"]),
        sama_dengan=baris["sama_dengan"],
        bagian_dari=baris["bagian_dari"],
        agregasi_unit=baris["agregasi_unit"],
    )
