"""A second evaluator: from the plain description of an indicator to what its years are worth, in exact fractions.

It is written from the rules of the domain alone and imports nothing of ours. Where it and the program differ, the rules
decide who is wrong; it is never bent to agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

Rentang = tuple[Fraction, Fraction]
Tujuan = Fraction | Rentang | str
"""A target: a number, a range with both ends, or a grade."""
Isian = Fraction | tuple[Fraction, Fraction] | str | None
"""A report: a number, (pembilang, penyebut), a grade, or None where the cell was left blank; 0 of 0: no event."""
Hasil = Fraction | str
"""What a year is worth: a number or a grade."""

TERISI: Final = "terisi"
BELUM_WAKTUNYA: Final = "belum waktunya"
BELUM_ADA_DATA: Final = "belum ada data"
TIDAK_DIRENCANAKAN: Final = "tidak direncanakan"
TIDAK_ADA_KEJADIAN: Final = "tidak ada kejadian"
BERIKUTNYA: Final = 5
"""The due triwulan of what comes out in the year after: the first one of that year."""
TIDAK_WAJIB: Final = (BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN, TIDAK_ADA_KEJADIAN)
JADWAL: Final = {"triwulanan": (1, 2, 3, 4), "semesteran": (2, 4), "tahunan": (4,)}
ROMAWI: Final = {1: "I", 2: "II", 3: "III", 4: "IV"}


@dataclass(frozen=True)
class AturanTahun:
    """The rule of an indicator in one year; `faktor` where it is reported as pembilang and penyebut.

    `tempo` are the triwulan that the plan calls due, `antartahun` how it takes years together, where it says so.
    """

    rumus: str
    agregasi: str
    frekuensi: str
    cara_isi: str = "triwulan_ini"
    faktor: Fraction | None = None
    tempo: tuple[int, ...] | None = None
    antartahun: str | None = None

    @property
    def jadwal(self) -> tuple[int, ...]:
        """When it is due: as the plan says, else by its frekuensi."""
        return self.tempo or JADWAL[self.frekuensi]

    @property
    def menyusul(self) -> bool:
        """Whether its value is due in the year after."""
        return self.tempo == (BERIKUTNYA,)

    @property
    def turun(self) -> bool:
        return self.rumus.startswith("turun")

    @property
    def gabung(self) -> str:
        """How reports become the year: what is reported s/d triwulan holds the quarters before it already."""
        return "nilai_akhir" if self.cara_isi == "sd_triwulan" else self.agregasi


@dataclass(frozen=True)
class TahunKerja:
    """One year: its rule, the versions of its Renja, its reports.

    `renja` are targets by triwulan (0: the year), by the triwulan at whose end that version is first in force.
    """

    aturan: AturanTahun
    renja: Mapping[int, Mapping[int, Tujuan]]
    isian: Mapping[int, Isian]

    def target(self, saat: int) -> Mapping[int, Tujuan]:
        """The targets of the version in force at the end of a triwulan."""
        berlaku = [mulai for mulai in self.renja if mulai <= saat]
        return self.renja[max(berlaku)] if berlaku else {}


@dataclass(frozen=True)
class IndikatorUji:
    """An indicator through the years of a Renstra. `tangga` gives every grade its rank (1 is best) and its number.

    `puncak`: it stands at a tujuan or sasaran, where a target of the Renstra is a plan without any Renja. `desimal`: so
    many decimals all its targets were typed with, also where they end in zeros.
    """

    kode: str
    semua_tahun: range
    tahun: Mapping[int, TahunKerja]
    renstra: Mapping[int, Tujuan]
    riwayat: Mapping[int, Hasil]
    kondisi_akhir: Tujuan | None
    tangga: Mapping[str, tuple[int, Fraction | None]]
    puncak: bool = False
    desimal: int = 0

    def menyusul(self, tahun: int) -> bool:
        """Whether what is reported in a year is the value of the year before."""
        return all(lain in self.tahun and self.tahun[lain].aturan.menyusul for lain in (tahun, tahun - 1))

    def isian(self, tahun: int, sampai: int) -> Mapping[int, Isian]:
        """What was reported about a year, also in the year after; the running one is known up to triwulan `sampai`."""
        milik = {} if self.menyusul(tahun) else dict(self.tahun[tahun].isian)
        if tahun + 1 in self.tahun and self.menyusul(tahun + 1):
            batas = sampai if tahun + 1 == max(self.tahun) else 4
            lanjut = self.tahun[tahun + 1].isian
            ada = [nomor for nomor in sorted(lanjut) if nomor <= batas and lanjut[nomor] is not None]
            milik |= {4: lanjut[ada[-1]]} if ada else {}
        return milik

    def target(self, tahun: int, saat: int) -> Mapping[int, Tujuan]:
        """What is planned for a year, at the end of a triwulan."""
        renja = self.tahun[tahun].target(saat)
        return {0: self.renstra[tahun]} if self.puncak and not renja and tahun in self.renstra else renja


@dataclass(frozen=True)
class Jawaban:
    """An indicator at the end of a triwulan: its state, which triwulan is missing, value, targets, capaian."""

    keadaan: str
    kurang: int | None
    nilai: Hasil | None
    target: Tujuan | None
    capaian: Fraction | None
    target_tahun: Tujuan | None
    capaian_tahun: Fraction | None
    tercapai: bool | None
    berikutnya: bool = False

    @property
    def sebutan(self) -> str:
        return sebut(self.keadaan, self.kurang, berikutnya=self.berikutnya)


@dataclass(frozen=True)
class JawabanTahun:
    """A year of the Renstra against its target."""

    keadaan: str
    kurang: int | None
    nilai: Hasil | None
    target: Tujuan | None
    capaian: Fraction | None
    berikutnya: bool = False

    @property
    def sebutan(self) -> str:
        return sebut(self.keadaan, self.kurang, berikutnya=self.berikutnya)


@dataclass(frozen=True)
class JawabanAkhir:
    """The years so far against the end of the Renstra; `lalu` are those before the running one.

    `kurang` says of which of those the data are missing, the earliest first.
    """

    target: Tujuan | None
    lalu: Hasil | None
    sampai: Hasil | None
    capaian: Fraction | None
    kurang: tuple[str, ...]


@dataclass(frozen=True)
class Rerata:
    """A mean over `n` of the `m` that had to report; outside of both are `nihil` that had nothing to measure."""

    nilai: Fraction | None
    n: int
    m: int
    nihil: int


def sebut(keadaan: str, kurang: int | None, *, berikutnya: bool = False, tahun: int | None = None) -> str:
    """A state in words; `tahun` where it is of an earlier year."""
    milik = "" if tahun is None else f" {tahun}"
    if berikutnya and keadaan in (BELUM_WAKTUNYA, BELUM_ADA_DATA):
        return f"{keadaan}{milik} (tahun berikutnya)"
    saat = f" TW {ROMAWI[kurang]}" if keadaan == BELUM_ADA_DATA and kurang else ""
    return f"{keadaan}{saat}{milik}"


def bulat(nilai: Fraction, desimal: int = 2) -> Fraction:
    """Half away from zero."""
    utuh = (2 * abs(nilai) * 10**desimal + 1) // 2
    return Fraction(-utuh if nilai < 0 else utuh, 10**desimal)


@dataclass(frozen=True)
class Penilai:
    """The evaluator under the settings of an office: whether 0 of 0 is 100 where less is better, and the cap.

    `nol_meleset`: what misses a target of 0 has 0 persen under *turun, selisih*, too; `nihil_seratus`: what had nothing
    to measure has 100 persen; `bertahan`: where one value makes the year, the last one stands for a blank due triwulan.
    """

    nol_seratus: bool = True
    batas: Fraction | None = None
    nol_meleset: bool = False
    nihil_seratus: bool = False
    bertahan: bool = False

    def dibatasi(self, capaian: Fraction) -> Fraction:
        return capaian if self.batas is None else min(capaian, self.batas)

    def capaian(self, rumus: str, nilai: Fraction, target: Fraction | Rentang) -> Fraction | None:
        """Persen, or None where the division means nothing."""
        if isinstance(target, tuple):
            return _capaian_rentang(rumus, nilai, target)
        if target == 0:
            return self._capaian_nol(rumus, nilai)
        if nilai == target:
            return Fraction(100)
        if target < 0:
            return None
        if rumus == "turun_selisih":
            return (2 * target - nilai) / target * 100
        if rumus == "turun_rasio":
            return target / nilai * 100 if nilai > 0 else None
        return nilai / target * 100

    def _capaian_nol(self, rumus: str, nilai: Fraction) -> Fraction | None:
        if nilai == 0 and rumus.startswith("turun") and self.nol_seratus:
            return Fraction(100)
        nol = rumus == "turun_rasio" or (rumus == "turun_selisih" and self.nol_meleset)
        return Fraction(0) if nol and nilai > 0 else None

    def pada(self, indikator: IndikatorUji, tahun: int, saat: int, sampai: int = 4) -> Jawaban:
        """A year at the end of a triwulan; `sampai`: how far the running year is, for what is due in the year after."""
        isian = indikator.isian(tahun, sampai)
        aturan, target = indikator.tahun[tahun].aturan, indikator.target(tahun, saat)
        if not target:
            return Jawaban(TIDAK_DIRENCANAKAN, None, None, None, None, None, None, None)
        jadwal = {4} if aturan.menyusul and tahun < max(indikator.tahun) else jatuh_tempo(aturan, target)
        tempo = {triwulan for triwulan in jadwal if triwulan <= saat}
        nihil = {triwulan for triwulan in tempo if tanpa_kejadian(isian.get(triwulan))}
        wajib = tempo - nihil
        ada = _terhitung(aturan, isian, wajib, saat)
        posisi = max({*tempo, *ada}, default=0)
        berdiri = self.bertahan and aturan.gabung == "nilai_akhir" and ada
        kurang = None if berdiri else _kurang(aturan.gabung, wajib, ada)
        nilai = _nilai_tahun(aturan, isian, ada) if ada and not kurang else None
        lampau = [target[triwulan] for triwulan in sorted({*wajib, *ada}) if triwulan in target]
        penuh = 0 in target and (posisi >= aturan.jadwal[-1] or aturan.frekuensi == "tahunan")
        penuh = penuh and not (nihil and lampau)
        sampai = target[0] if penuh else _gabung_target(aturan.gabung, lampau)
        setahun = target.get(0)
        masuk = sorted(ada)[-1:] if aturan.gabung == "nilai_akhir" else ada
        terhitung = any(isinstance(isian[triwulan], tuple) for triwulan in masuk)
        berjalan = aturan.turun and aturan.agregasi == "jumlah" and saat < 4
        keadaan = BELUM_ADA_DATA if kurang else TERISI if ada else TIDAK_ADA_KEJADIAN if nihil else BELUM_WAKTUNYA
        cetak = Fraction(100) if keadaan == TIDAK_ADA_KEJADIAN and self.nihil_seratus else None
        return Jawaban(
            keadaan=keadaan,
            kurang=kurang,
            nilai=nilai,
            target=sampai,
            capaian=cetak if berjalan and penuh else _atau(self._bandingkan(indikator, aturan, nilai, sampai), cetak),
            target_tahun=setahun,
            capaian_tahun=cetak if berjalan else _atau(self._bandingkan(indikator, aturan, nilai, setahun), cetak),
            berikutnya=aturan.menyusul,
            tercapai=None if berjalan and penuh else _tercapai(indikator, aturan, (nilai, terhitung), sampai),
        )

    def _bandingkan(
        self, indikator: IndikatorUji, aturan: AturanTahun, nilai: Hasil | None, target: Tujuan | None
    ) -> Fraction | None:
        angka, menuju = _angka(indikator, nilai), _angka_target(indikator, target)
        return None if angka is None or menuju is None else self.capaian(aturan.rumus, angka, menuju)

    def setahun(self, indikator: IndikatorUji, tahun: int, kini: int, triwulan: int) -> JawabanTahun:
        """A year of the Renstra, seen at the end of a triwulan of the running one."""
        target = indikator.renstra.get(tahun)
        if tahun > kini:
            return JawabanTahun(BELUM_WAKTUNYA, None, None, target, None)
        aturan = indikator.tahun[tahun if tahun in indikator.tahun else kini].aturan
        saat = triwulan if tahun == kini else 4
        terlapor = self.pada(indikator, tahun, saat, triwulan) if tahun in indikator.tahun else None
        nilai = terlapor.nilai if terlapor else None
        if nilai is None and tahun < kini:
            nilai = indikator.riwayat.get(tahun)
        keadaan = TERISI if nilai is not None else _keadaan_tahun(terlapor, target)
        kurang = terlapor.kurang if terlapor and keadaan == BELUM_ADA_DATA else None
        berjalan = aturan.turun and aturan.agregasi == "jumlah" and tahun == kini and triwulan < 4
        cetak = Fraction(100) if keadaan == TIDAK_ADA_KEJADIAN and self.nihil_seratus else None
        capaian = cetak if berjalan else _atau(self._bandingkan(indikator, aturan, nilai, target), cetak)
        return JawabanTahun(keadaan, kurang, nilai, target, capaian, aturan.menyusul)

    def akhir(self, indikator: IndikatorUji, kini: int, triwulan: int) -> JawabanAkhir:
        """The years so far against what the Renstra wants at its end."""
        aturan = indikator.tahun[kini].aturan
        target = [indikator.renstra[tahun] for tahun in indikator.semua_tahun if tahun in indikator.renstra]
        cara = aturan.antartahun or cara_tahun(aturan.agregasi, target, indikator.kondisi_akhir)
        menuju = _target_akhir(cara, target, indikator.kondisi_akhir)
        tahun = [self.setahun(indikator, lalu, kini, triwulan) for lalu in range(indikator.semua_tahun.start, kini + 1)]
        sampai = None if tahun[-1].nilai is None else _sampai(cara, tahun)
        habis = (kini, triwulan) == (indikator.semua_tahun[-1], 4)
        berjalan = aturan.turun and ((aturan.agregasi == "jumlah" and triwulan < 4) or (cara == "jumlah" and not habis))
        capaian = None if berjalan else self._bandingkan(indikator, aturan, sampai, menuju)
        kurang = tuple(
            sebut(setahun.keadaan, setahun.kurang, berikutnya=setahun.berikutnya, tahun=lalu)
            for lalu, setahun in zip(indikator.semua_tahun, tahun[:-1], strict=False)
            if setahun.keadaan == BELUM_ADA_DATA
        )
        return JawabanAkhir(menuju, _sampai(cara, tahun[:-1]), sampai, capaian, kurang)

    def rerata(self, semua: Iterable[tuple[str, Fraction | None]]) -> Rerata:
        """The plain mean of (keadaan, capaian), capped."""
        wajib: list[Fraction | None] = []
        nihil = 0
        for keadaan, capaian in semua:
            if keadaan not in TIDAK_WAJIB or (keadaan == TIDAK_ADA_KEJADIAN and capaian is not None):
                wajib.append(capaian)
            elif keadaan == TIDAK_ADA_KEJADIAN:
                nihil += 1
        ada = [self.dibatasi(capaian) for capaian in wajib if capaian is not None]
        return Rerata(sum(ada, Fraction(0)) / len(ada) if ada else None, len(ada), len(wajib), nihil)


def _atau(capaian: Fraction | None, cetak: Fraction | None) -> Fraction | None:
    return cetak if capaian is None else capaian


def ikut(sendiri: Mapping[int, Isian], sumber: Mapping[int, Isian]) -> dict[int, Isian]:
    """The reports of an indicator that is the same as another: its own where it has any, else those of its source."""
    return {triwulan: _atau_isian(sendiri.get(triwulan), sumber.get(triwulan)) for triwulan in (1, 2, 3, 4)}


def _atau_isian(sendiri: Isian, sumber: Isian) -> Isian:
    return sumber if sendiri is None else sendiri


def gabung_unit(cara: str, bagian: Sequence[Mapping[int, Isian]]) -> dict[int, Isian]:
    """What units make together in each triwulan: nothing where one is missing; who had no event is left out."""
    return {triwulan: _gabung_isian(cara, [laporan.get(triwulan) for laporan in bagian]) for triwulan in (1, 2, 3, 4)}


def _gabung_isian(cara: str, isian: Sequence[Isian]) -> Isian:
    if any(isi is None for isi in isian):
        return None
    ada = [isi for isi in isian if not tanpa_kejadian(isi)]
    if not ada:
        return Fraction(0), Fraction(0)
    if cara == "rasio":
        pasangan = [isi for isi in ada if isinstance(isi, tuple)]
        return sum((atas for atas, _ in pasangan), Fraction(0)), sum((bawah for _, bawah in pasangan), Fraction(0))
    jumlah = sum((isi for isi in ada if isinstance(isi, Fraction)), Fraction(0))
    return (jumlah, Fraction(len(ada))) if cara == "rata_rata" else jumlah


def tanpa_kejadian(isian: Isian) -> bool:
    """0 of 0: there was nothing to measure."""
    return isian == (0, 0)


def jatuh_tempo(aturan: AturanTahun, target: Mapping[int, Tujuan]) -> set[int]:
    """The triwulan that are due: those of its schedule that have a target, or all of them where none has one."""
    jadwal = set(aturan.jadwal)
    return jadwal & set(target) or jadwal


def sendiri(indikator: IndikatorUji, tahun: int, triwulan: int, saat: int) -> Hasil | None:
    """What one triwulan alone gave: of reports s/d triwulan the difference to the one before."""
    kerja = indikator.tahun[tahun]
    isian = indikator.isian(tahun, saat)
    ada = {nomor: isi for nomor in range(1, saat + 1) if (isi := _isi(kerja.aturan, isian.get(nomor))) is not None}
    kini = ada.get(triwulan)
    sebelum = [nomor for nomor in ada if nomor < triwulan]
    if isinstance(kini, str) or kini is None or kerja.aturan.cara_isi != "sd_triwulan" or not sebelum:
        return kini
    dasar = ada[max(sebelum)]
    return None if isinstance(dasar, str) else kini - dasar


def keadaan_sendiri(indikator: IndikatorUji, tahun: int, triwulan: int) -> str:
    """The state of one triwulan alone, where it has no value."""
    target = indikator.target(tahun, triwulan)
    if not target:
        return TIDAK_DIRENCANAKAN
    if tanpa_kejadian(indikator.isian(tahun, triwulan).get(triwulan)):
        return TIDAK_ADA_KEJADIAN
    return BELUM_ADA_DATA if triwulan in jatuh_tempo(indikator.tahun[tahun].aturan, target) else BELUM_WAKTUNYA


def cara_tahun(agregasi: str, target: Sequence[Tujuan], akhir: Tujuan | None) -> str:
    """How years are taken together, by what the plan says of its end; a range is no sum."""
    if isinstance(akhir, tuple):
        return "tahun_terakhir"
    menurut_agregasi = "jumlah" if agregasi == "jumlah" else "tahun_terakhir"
    if not isinstance(akhir, Fraction):
        return menurut_agregasi
    angka = [nilai for nilai in target if isinstance(nilai, Fraction)]
    jumlah, terakhir = bool(angka) and sum(angka) == akhir, bool(angka) and angka[-1] == akhir
    if jumlah and terakhir:
        return menurut_agregasi
    return "jumlah" if jumlah else "tahun_terakhir"


def _capaian_rentang(rumus: str, nilai: Fraction, rentang: Rentang) -> Fraction | None:
    bawah, atas = rentang
    if bawah <= nilai <= atas:
        return Fraction(100)
    ujung = bawah if nilai < bawah else atas
    if ujung <= 0:
        return None
    return (2 * ujung - nilai) / ujung * 100 if rumus.startswith("turun") else nilai / ujung * 100


def _isi(aturan: AturanTahun, isian: Isian) -> Hasil | None:
    if tanpa_kejadian(isian):
        return None
    if isinstance(isian, tuple):
        return isian[0] / isian[1] * (aturan.faktor or 1)
    return isian


def _terhitung(aturan: AturanTahun, isian: Mapping[int, Isian], wajib: set[int], saat: int) -> dict[int, Hasil]:
    """The reports that enter the value: of a mean those that were due."""
    return {
        triwulan: nilai
        for triwulan in range(1, saat + 1)
        if (nilai := _isi(aturan, isian.get(triwulan))) is not None
        and (aturan.gabung != "rata_rata" or triwulan in wajib)
    }


def _kurang(cara: str, wajib: set[int], ada: Mapping[int, Hasil]) -> int | None:
    """The due triwulan that the value needs and that is missing; a later report stands for the last due one."""
    if cara == "nilai_akhir":
        return None if not wajib or max(ada, default=0) >= max(wajib) else max(wajib)
    return min((triwulan for triwulan in wajib if triwulan not in ada), default=None)


def _nilai_tahun(aturan: AturanTahun, isian: Mapping[int, Isian], ada: Mapping[int, Hasil]) -> Hasil:
    """What the reports that enter a year make of it."""
    pasangan = [isi for triwulan in sorted(ada) if isinstance(isi := isian[triwulan], tuple)]
    if aturan.gabung == "rasio":
        atas, bawah = (sum((pasang[letak] for pasang in pasangan), Fraction(0)) for letak in (0, 1))
        return atas / bawah * (aturan.faktor or 1)
    return _gabung(aturan.gabung, [ada[triwulan] for triwulan in sorted(ada)])


def _gabung(cara: str, nilai: Sequence[Hasil]) -> Hasil:
    angka = [isi for isi in nilai if isinstance(isi, Fraction)]
    return nilai[-1] if len(angka) < len(nilai) else _gabung_angka(cara, angka)


def _gabung_angka(cara: str, angka: Sequence[Fraction]) -> Fraction:
    if cara == "nilai_akhir":
        return angka[-1]
    if cara == "maksimum":
        return max(angka)
    return sum(angka, Fraction(0)) / (len(angka) if cara in ("rata_rata", "rasio") else 1)


def _gabung_target(cara: str, target: Sequence[Tujuan]) -> Tujuan | None:
    if not target:
        return None
    if cara == "nilai_akhir":
        return target[-1]
    rentang = [sasaran for sasaran in target if isinstance(sasaran, tuple)]
    if 0 < len(rentang) < len(target):
        return None
    if len(rentang) == len(target):
        return _gabung_angka(cara, [bawah for bawah, _ in rentang]), _gabung_angka(cara, [atas for _, atas in rentang])
    return _gabung(cara, [sasaran for sasaran in target if not isinstance(sasaran, tuple)])


def _angka(indikator: IndikatorUji, nilai: Hasil | None) -> Fraction | None:
    return indikator.tangga[nilai][1] if isinstance(nilai, str) else nilai


def _angka_target(indikator: IndikatorUji, target: Tujuan | None) -> Fraction | Rentang | None:
    return target if isinstance(target, tuple) else _angka(indikator, target)


def _tercapai(
    indikator: IndikatorUji, aturan: AturanTahun, terukur: tuple[Hasil | None, bool], target: Tujuan | None
) -> bool | None:
    """Whether a value reaches its target; one that was computed at the decimals of a target that has decimals."""
    nilai, terhitung = terukur
    if nilai is None or target is None:
        return None
    if isinstance(nilai, str):
        return indikator.tangga[nilai][0] <= indikator.tangga[str(target)][0]
    batas = target[1 if aturan.turun else 0] if isinstance(target, tuple) else target
    if isinstance(batas, str):
        return None
    desimal = max(_desimal(batas), indikator.desimal)
    dibanding = bulat(nilai, max(desimal, 2)) if terhitung and desimal else nilai
    return any(lolos <= batas if aturan.turun else lolos >= batas for lolos in (nilai, dibanding))


def _desimal(nilai: Fraction) -> int:
    """How many decimals a number has, as far as a plan can say them."""
    return next((desimal for desimal in range(13) if (nilai * 10**desimal).denominator == 1), 13)


def _keadaan_tahun(terlapor: Jawaban | None, target: Tujuan | None) -> str:
    """Of a year without a value: the Renja decides; of a year that has none the target of the Renstra."""
    if terlapor is not None:
        return terlapor.keadaan
    return TIDAK_DIRENCANAKAN if target is None else BELUM_ADA_DATA


def _target_akhir(cara: str, target: Sequence[Tujuan], akhir: Tujuan | None) -> Tujuan | None:
    if cara == "jumlah" and target and not any(isinstance(isi, str) for isi in target):
        return _gabung_target("jumlah", target)
    if cara == "tahun_terakhir" and akhir is not None:
        return akhir
    return target[-1] if target else None


def _sampai(cara: str, tahun: Sequence[JawabanTahun]) -> Hasil | None:
    nilai = [hasil.nilai for hasil in tahun if hasil.nilai is not None]
    if not nilai:
        return None
    if cara == "tahun_terakhir":
        return nilai[-1]
    if any(hasil.keadaan == BELUM_ADA_DATA for hasil in tahun):
        return None
    return _gabung("jumlah", nilai)
