"""Asks the program about an office in every place where an indicator appears, and holds the rules beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import takewhile
from math import isclose
from typing import Any, Final

from analytics.alur.persetujuan import AngkaKompilasi, CalonKompilasi
from analytics.alur.verifikasi import baca_verifikasi, susun_verifikasi
from analytics.aturan.capaian import Capaian, Target
from analytics.aturan.periode import ROMAWI, Periode
from analytics.dokumen.kompilasi import tulis_kompilasi
from analytics.dokumen.ringkasan import SUSUNAN as SUSUNAN_RINGKASAN
from analytics.dokumen.sel import STRIP
from analytics.dokumen.tabel import IsiTabel, Tabel, susun_csv
from analytics.dokumen.tabel_evaluasi import tabel_riwayat, tabel_triwulan
from analytics.dokumen.tata_letak import Susunan
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil import Nilai, RataRata, RincianIndikator, TahunRenstra, Terhitung, Triwulan
from analytics.evaluasi.hasil.iku import BarisIku, EvaluasiIku
from analytics.evaluasi.hasil.renja import EvaluasiRenja, KinerjaRenja
from analytics.evaluasi.hasil.renstra import EvaluasiRenstra, KinerjaRenstra
from analytics.evaluasi.indikator import rincian_indikator
from analytics.formulir import isi_kompilasi
from analytics.formulir.entri import Formulir
from analytics.formulir.iku import IKU
from analytics.formulir.renja import RENJA
from analytics.formulir.renstra import RENSTRA
from analytics.grafik import peluru
from analytics.sop.objek import Objek
from data.gudang import Gudang
from tests.alat.kantor_acak import BERUANG, KEGIATAN, TERBAWAH, KantorAcak
from tests.alat.penilai import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    TERISI,
    TIDAK_DIRENCANAKAN,
    TIDAK_WAJIB,
    IndikatorUji,
    Jawaban,
    JawabanAkhir,
    JawabanTahun,
    Penilai,
    Rerata,
    Tujuan,
    bulat,
    keadaan_sendiri,
    sendiri,
)
from tests.alat.penilai_uang import PenilaiUang, RasioUji, jumlah, terendah

Terbanding = float | tuple[float, float] | str | None
"""What two places are compared by: a number, a range, a word, or nothing."""
_TRIWULAN: Final = (1, 2, 3, 4)
_TANPA_KATA: Final = (TERISI, TIDAK_DIRENCANAKAN)
"""Of a last year in this state the evaluasi IKU shows the value, or a dash."""


@dataclass
class Sapuan:
    """One office at the end of one triwulan; `beda` are the sentences about what did not agree."""

    kantor: KantorAcak
    gudang: Gudang
    triwulan: int
    penilai: Penilai
    beda: list[str] = field(default_factory=list)

    @property
    def periode(self) -> Periode:
        return Periode(self.kantor.kini, self.triwulan)

    @cached_property
    def bacaan(self) -> Bacaan:
        return baca(self.gudang, self.kantor.kode_pd, self.periode)

    @cached_property
    def iku(self) -> EvaluasiIku:
        return IKU.evaluasi(self.bacaan, None)

    @cached_property
    def renja(self) -> EvaluasiRenja:
        return RENJA.evaluasi(self.bacaan, None)

    @cached_property
    def renstra(self) -> EvaluasiRenstra:
        return RENSTRA.evaluasi(self.bacaan, None)

    @cached_property
    def sel(self) -> Mapping[str, Mapping[str, Any]]:
        """The cells of the compiled workbook by sheet and address."""
        hasil = {"iku": self.iku, "renja": self.renja, "renstra": self.renstra}
        return tulis_kompilasi(isi_kompilasi(lambda formulir: hasil[formulir.kode])).sel

    @cached_property
    def uji(self) -> Mapping[str, IndikatorUji]:
        return {indikator.kode: indikator for _, indikator in self.kantor.indikator}

    @cached_property
    def jawaban(self) -> Mapping[str, Jawaban]:
        return {kode: self.penilai.pada(uji, self.kantor.kini, self.triwulan) for kode, uji in self.uji.items()}

    @cached_property
    def akhir(self) -> Mapping[str, JawabanAkhir]:
        return {kode: self.penilai.akhir(uji, self.kantor.kini, self.triwulan) for kode, uji in self.uji.items()}

    def tahun(self, kode: str, tahun: int) -> JawabanTahun:
        return self.penilai.setahun(self.uji[kode], tahun, self.kantor.kini, self.triwulan)

    def riwayat(self, kode: str, tahun: int) -> JawabanTahun:
        """A year as its history shows it: against its Renja where the Renstra has no target for it."""
        setahun, uji = self.tahun(kode, tahun), self.uji[kode]
        if setahun.target is not None or tahun not in uji.tahun:
            return setahun
        kini = self.penilai.pada(uji, tahun, self.triwulan if tahun == self.kantor.kini else 4)
        return replace(setahun, target=kini.target_tahun, capaian=kini.capaian_tahun)

    @cached_property
    def uang(self) -> PenilaiUang:
        return PenilaiUang(self.kantor.uang, self.kantor.kini, self.triwulan)

    @property
    def terbawah_renja(self) -> list[str]:
        """The indicators of the lowest rows of E.81: a kegiatan that holds its money itself is one of them."""
        if not self.kantor.uang:
            return self._milik(frozenset())
        kini = self.kantor.uang[self.kantor.kini]
        lapor = {kode: rp for triwulan in range(1, self.triwulan + 1) for kode, rp in kini.lapor[triwulan].items()}
        return self._milik(terendah(kini.pagu(self.triwulan)) | terendah(lapor))

    @property
    def terbawah_renstra(self) -> list[str]:
        """The indicators of the lowest rows of E.80."""
        if not self.kantor.uang:
            return self._milik(frozenset())
        kini = self.kantor.uang[self.kantor.kini]
        return self._milik(terendah(kini.renstra) | terendah(kini.realisasi(self.triwulan)))

    def _milik(self, berpagu: frozenset[str]) -> list[str]:
        return [
            indikator.kode
            for simpul, indikator in self.kantor.indikator
            if simpul in TERBAWAH or (simpul == KEGIATAN and simpul in berpagu)
        ]

    def cocokkan(self, tempat: str, apa: str, didapat: object, seharusnya: object) -> None:
        """Note where a place says something else than the second evaluator."""
        if not _sama(didapat, seharusnya):
            letak = f"benih {self.kantor.benih}, kantor {self.kantor.nomor}, {tempat}, TW {ROMAWI[self.triwulan]}"
            self.beda.append(f"{letak}: {apa} {didapat!r}, seharusnya {seharusnya!r}")

    def persen(self, capaian: Fraction | None) -> float | None:
        """A capaian as it is printed."""
        return None if capaian is None else float(bulat(self.penilai.dibatasi(capaian)))


def sapu(kantor: KantorAcak, gudang: Gudang, penilai: Penilai) -> Iterator[str]:
    """What differs in any place, in any triwulan of the running year, under the settings of the second evaluator."""
    for triwulan in _TRIWULAN:
        sapuan = Sapuan(kantor, gudang, triwulan, penilai)
        for bagian in _BAGIAN:
            bagian(sapuan)
        yield from sapuan.beda


def _hasil_formulir(sapuan: Sapuan) -> None:
    """The results of the three forms, which screens and command line show."""
    for iku in sapuan.iku.baris:
        kode = iku.baris.indikator.kode
        for triwulan in _TRIWULAN[: sapuan.triwulan]:
            jawaban = sapuan.penilai.pada(sapuan.uji[kode], sapuan.kantor.kini, triwulan)
            _triwulan(sapuan, f"{kode} IKU s/d TW {ROMAWI[triwulan]}", iku.baris.pada(triwulan), jawaban)
        _iku(sapuan, kode, iku)
    for kinerja in _kinerja_renja(sapuan):
        _renja(sapuan, kinerja.baris.indikator.kode, kinerja)
    for e80 in _kinerja_renstra(sapuan):
        _renstra(sapuan, e80.indikator.kode, e80)
    semua = set(sapuan.uji)
    sapuan.cocokkan("IKU", "indikator", {iku.baris.indikator.kode for iku in sapuan.iku.baris}, semua)
    sapuan.cocokkan("E.81", "indikator", {kinerja.baris.indikator.kode for kinerja in _kinerja_renja(sapuan)}, semua)
    sapuan.cocokkan("E.80", "indikator", {kinerja.indikator.kode for kinerja in _kinerja_renstra(sapuan)}, semua)


def _kinerja_renja(sapuan: Sapuan) -> Iterator[KinerjaRenja]:
    return (kinerja for simpul in sapuan.renja.baris for kinerja in simpul.kinerja)


def _kinerja_renstra(sapuan: Sapuan) -> Iterator[KinerjaRenstra]:
    return (kinerja for simpul in sapuan.renstra.baris for kinerja in simpul.kinerja)


def _triwulan(sapuan: Sapuan, tempat: str, kini: Triwulan, jawaban: Jawaban) -> None:
    sapuan.cocokkan(tempat, "keadaan", kini.sebutan, jawaban.sebutan)
    sapuan.cocokkan(tempat, "realisasi", _nilai(kini.realisasi), _terbanding(jawaban.nilai))
    sapuan.cocokkan(tempat, "target", _target(kini.target), _terbanding(jawaban.target))
    sapuan.cocokkan(tempat, "capaian", _capaian(kini.capaian), sapuan.persen(jawaban.capaian))
    sapuan.cocokkan(tempat, "target tahun", _target(kini.target_tahun), _terbanding(jawaban.target_tahun))
    sapuan.cocokkan(tempat, "capaian tahun", _capaian(kini.capaian_tahun), sapuan.persen(jawaban.capaian_tahun))
    sapuan.cocokkan(tempat, "tercapai", kini.tercapai, jawaban.tercapai)


def _iku(sapuan: Sapuan, kode: str, iku: BarisIku) -> None:
    akhir, tempat = sapuan.akhir[kode], f"{kode} IKU"
    lalu = sapuan.tahun(kode, sapuan.kantor.kini - 1)
    sapuan.cocokkan(tempat, "tahun lalu", _nilai(iku.tahun_lalu), _terbanding(lalu.nilai))
    sapuan.cocokkan(tempat, "target akhir", _target(iku.target_akhir), _terbanding(akhir.target))
    sapuan.cocokkan(tempat, "capaian akhir", _capaian(iku.capaian_akhir), sapuan.persen(akhir.capaian))
    setahun = _tahun_lalu(sapuan, kode)
    capaian_lalu = _capaian(iku.capaian_tahun_lalu) if iku.capaian_tahun_lalu else None
    sapuan.cocokkan(
        tempat, "capaian tahun lalu", capaian_lalu, sapuan.persen(setahun.capaian_tahun if setahun else None)
    )


def _tahun_lalu(sapuan: Sapuan, kode: str) -> Jawaban | None:
    uji, lalu = sapuan.uji[kode], sapuan.kantor.kini - 1
    return sapuan.penilai.pada(uji, lalu, 4, sapuan.triwulan) if lalu in uji.tahun else None


def _renja(sapuan: Sapuan, kode: str, kinerja: KinerjaRenja) -> None:
    akhir, tempat = sapuan.akhir[kode], f"{kode} E.81"
    _triwulan(sapuan, tempat, kinerja.kini, sapuan.jawaban[kode])
    sapuan.cocokkan(tempat, "kolom 5", _target(kinerja.target_renstra), _terbanding(akhir.target))
    sapuan.cocokkan(tempat, "kolom 6", _nilai(kinerja.realisasi_lalu), _terbanding(akhir.lalu))
    sapuan.cocokkan(tempat, "kolom 13", _nilai(kinerja.realisasi_sd), _terbanding(akhir.sampai))
    sapuan.cocokkan(tempat, "kolom 14", _capaian(kinerja.capaian_renstra), sapuan.persen(akhir.capaian))


def _renstra(sapuan: Sapuan, kode: str, kinerja: KinerjaRenstra) -> None:
    tempat = f"{kode} E.80"
    sapuan.cocokkan(tempat, "target akhir", _target(kinerja.target_akhir), _terbanding(sapuan.akhir[kode].target))
    if kinerja.kini is not None:
        _triwulan(sapuan, tempat, kinerja.kini, sapuan.jawaban[kode])
    for tahun in kinerja.tahun:
        _setahun(sapuan, f"{tempat} {tahun.tahun}", tahun, sapuan.tahun(kode, tahun.tahun))


def _setahun(sapuan: Sapuan, tempat: str, tahun: TahunRenstra, jawaban: JawabanTahun) -> None:
    sapuan.cocokkan(tempat, "keadaan", tahun.sebutan, jawaban.sebutan)
    sapuan.cocokkan(tempat, "realisasi", _nilai(tahun.realisasi), _terbanding(jawaban.nilai))
    sapuan.cocokkan(tempat, "target", _target(tahun.target), _terbanding(jawaban.target))
    sapuan.cocokkan(tempat, "rasio", _capaian(tahun.capaian), sapuan.persen(jawaban.capaian))


def _rincian(sapuan: Sapuan) -> None:
    """The page of one indicator, which is read for itself alone, once a year of the office."""
    if sapuan.triwulan != 4 - sapuan.kantor.nomor % 4:
        return
    kode = list(sapuan.uji)[sapuan.kantor.nomor % len(sapuan.uji)]
    hasil = rincian_indikator(sapuan.gudang, sapuan.kantor.kode_pd, kode, sapuan.periode)
    tempat, akhir = f"{kode} halaman indikator", sapuan.akhir[kode]
    _triwulan(sapuan, tempat, hasil.kini, sapuan.jawaban[kode])
    banding = hasil.pembanding
    sapuan.cocokkan(tempat, "target akhir", _target(banding.target_akhir), _terbanding(akhir.target))
    sapuan.cocokkan(tempat, "realisasi akhir", _nilai(banding.realisasi), _terbanding(akhir.sampai))
    sapuan.cocokkan(tempat, "capaian akhir", _capaian(banding.capaian_akhir), sapuan.persen(akhir.capaian))
    for tahun in hasil.riwayat:
        jawaban = sapuan.riwayat(kode, tahun.tahun)
        sapuan.cocokkan(f"{tempat} {tahun.tahun}", "realisasi", _nilai(tahun.realisasi), _terbanding(jawaban.nilai))
        sapuan.cocokkan(f"{tempat} {tahun.tahun}", "capaian", _capaian(tahun.capaian), sapuan.persen(jawaban.capaian))
    _tabel_rincian(sapuan, tempat, kode, hasil)


def _tabel_rincian(sapuan: Sapuan, tempat: str, kode: str, hasil: RincianIndikator) -> None:
    for baris, triwulan in zip(tabel_triwulan(hasil, hasil.pengaturan).baris, _TRIWULAN, strict=False):
        jawaban = sapuan.penilai.pada(sapuan.uji[kode], sapuan.kantor.kini, triwulan)
        seharusnya = [_terbanding(jawaban.target), _terbanding(jawaban.nilai), sapuan.persen(jawaban.capaian)]
        sapuan.cocokkan(f"{tempat} {baris.isi[0]}", "tabel", [_isi(isi) for isi in baris.isi[2:5]], seharusnya)
    for baris, tahun in zip(tabel_riwayat(hasil).baris, hasil.riwayat, strict=True):
        setahun = sapuan.riwayat(kode, tahun.tahun)
        seharusnya = [_terbanding(setahun.target) or "tidak ada", sapuan.persen(setahun.capaian)]
        if setahun.target == 0:
            seharusnya[0] = 0.0
        sapuan.cocokkan(f"{tempat} {baris.isi[0]}", "riwayat", [_isi(baris.isi[1]), _isi(baris.isi[3])], seharusnya)
        _isian(sapuan, f"{tempat} {baris.isi[0]}", "riwayat", baris.isi[2], setahun)


def _verifikasi(sapuan: Sapuan) -> None:
    """The verification sheet of the unit, once a year of the office."""
    if sapuan.triwulan != 1 + sapuan.kantor.nomor % 4:
        return
    kode_pd = sapuan.kantor.kode_pd
    lembar = susun_verifikasi(sapuan.gudang, baca_verifikasi(sapuan.gudang, kode_pd, sapuan.periode), "S1")
    for baris in lembar.indikator:
        kode = baris.baris.indikator.kode
        diperiksa = _diperiksa(sapuan, kode)
        _triwulan(sapuan, f"{kode} verifikasi", baris.kini, diperiksa)
        belum = any(perhatian.jenis == "meleset" for perhatian in baris.perhatian)
        sapuan.cocokkan(f"{kode} verifikasi", "perhatian", belum, baris.diisi and diperiksa.tercapai is False)
        if baris.tahun_lalu is not None:
            lalu = sapuan.penilai.pada(sapuan.uji[kode], sapuan.kantor.kini - 1, sapuan.triwulan)
            _triwulan(sapuan, f"{kode} verifikasi, tahun lalu", baris.tahun_lalu, lalu)


def _diperiksa(sapuan: Sapuan, kode: str) -> Jawaban:
    """What a unit is asked for now: the year before where that is due in the year after."""
    lalu = _tahun_lalu(sapuan, kode)
    return lalu if lalu is not None and sapuan.uji[kode].menyusul(sapuan.kantor.kini) else sapuan.jawaban[kode]


def _tabel(sapuan: Sapuan) -> None:
    """The tables on screen, and the same as csv."""
    for kode, isi in _baris_tabel(sapuan, IKU, sapuan.iku):
        jawaban, akhir = sapuan.jawaban[kode], sapuan.akhir[kode]
        _isian(sapuan, f"{kode} tabel IKU", "realisasi", isi["Realisasi s/d triwulan"], jawaban)
        _angka_tabel(sapuan, f"{kode} tabel IKU", isi, jawaban, "Target tahun", "Capaian terhadap target tahun (%)")
        lalu = sapuan.tahun(kode, sapuan.kantor.kini - 1)
        if lalu.keadaan not in _TANPA_KATA:
            _isian(sapuan, f"{kode} tabel IKU", "tahun lalu", isi["Realisasi tahun lalu"], lalu)
        sapuan.cocokkan(f"{kode} tabel IKU", "akhir", _isi(isi["Target akhir Renstra"]), _terbanding(akhir.target))
    for kode, isi in _baris_tabel(sapuan, RENJA, sapuan.renja):
        jawaban, tempat = sapuan.jawaban[kode], f"{kode} tabel Renja"
        renja = {kolom.removesuffix(" (K)"): nilai for kolom, nilai in isi.items()}
        _isian(sapuan, tempat, "realisasi", renja["Realisasi s/d triwulan"], jawaban)
        _angka_tabel(sapuan, tempat, renja, jawaban, "Target tahun", "Tingkat capaian tahun berjalan (%)")
        akhir_persen = sapuan.persen(sapuan.akhir[kode].capaian)
        sapuan.cocokkan(tempat, "akhir", _isi(isi["Capaian terhadap akhir Renstra (%)"]), akhir_persen)
    for kode, isi in _baris_tabel(sapuan, RENSTRA, sapuan.renstra):
        for tahun in sapuan.kantor.semua_tahun:
            setahun, tempat = sapuan.tahun(kode, tahun), f"{kode} tabel Renstra {tahun}"
            _isian(sapuan, tempat, "realisasi", isi[f"Realisasi {tahun}"], setahun)
            sapuan.cocokkan(tempat, "target", _isi(isi[f"Target {tahun}"]), _terbanding(setahun.target))
            sapuan.cocokkan(tempat, "rasio", _isi(isi[f"Rasio {tahun} (%)"]), sapuan.persen(setahun.capaian))


def _angka_tabel(
    sapuan: Sapuan, tempat: str, isi: Mapping[str, IsiTabel], jawaban: Jawaban, target_tahun: str, capaian_tahun: str
) -> None:
    sapuan.cocokkan(tempat, "target", _isi(isi["Target s/d triwulan"]), _terbanding(jawaban.target))
    sapuan.cocokkan(tempat, "capaian", _isi(isi["Capaian (%)"]), sapuan.persen(jawaban.capaian))
    sapuan.cocokkan(tempat, "target tahun", _isi(isi[target_tahun]), _terbanding(jawaban.target_tahun))
    if capaian_tahun in isi:
        sapuan.cocokkan(tempat, "capaian tahun", _isi(isi[capaian_tahun]), sapuan.persen(jawaban.capaian_tahun))


def _baris_tabel(sapuan: Sapuan, formulir: Formulir[Any], hasil: Any) -> Iterator[tuple[str, dict[str, IsiTabel]]]:
    """The rows of indicators by the titles of their columns; its csv must hold the same."""
    tabel = formulir.tabel(hasil)
    tercetak = list(csv.reader(io.StringIO(susun_csv(tabel).decode("utf-8-sig")), delimiter=";"))[1:]
    for baris, larik in zip(tabel.baris, tercetak, strict=True):
        if baris.kode_indikator is None:
            continue
        _csv(sapuan, f"{baris.kode_indikator} csv {formulir.kode}", tabel, baris.isi, larik)
        yield baris.kode_indikator, {kolom.judul: isi for kolom, isi in zip(tabel.kolom, baris.isi, strict=True)}


def _csv(sapuan: Sapuan, tempat: str, tabel: Tabel, isi: Sequence[IsiTabel], larik: Sequence[str]) -> None:
    for kolom, di_layar, di_csv in zip(tabel.kolom, isi, larik, strict=True):
        if kolom.jenis in ("angka", "persen"):
            # Text that a spreadsheet could take for a formula has an apostrophe in front.
            sapuan.cocokkan(tempat, kolom.judul, _baca(di_csv.removeprefix("'")), _isi(di_layar))


def _isian(sapuan: Sapuan, tempat: str, apa: str, isi: IsiTabel, jawaban: Jawaban | JawabanTahun) -> None:
    """A cell that holds a value, or the words of its state, which may go on."""
    if jawaban.keadaan == TERISI:
        sapuan.cocokkan(tempat, apa, _isi(isi), _terbanding(jawaban.nilai))
    else:
        sapuan.cocokkan(tempat, apa, str(isi)[: len(jawaban.sebutan)], jawaban.sebutan)


def _buku(sapuan: Sapuan) -> None:
    """The cells of the compiled workbook."""
    for kode in sapuan.uji:
        _sel_iku(sapuan, kode)
        _sel_renja(sapuan, kode)
        _sel_renstra(sapuan, kode)


def _sel_iku(sapuan: Sapuan, kode: str) -> None:
    jawaban, akhir = sapuan.jawaban[kode], sapuan.akhir[kode]
    kata = None if jawaban.tercapai is None else "tercapai" if jawaban.tercapai else "belum tercapai"
    setahun = _tahun_lalu(sapuan, kode)
    lalu = sapuan.tahun(kode, sapuan.kantor.kini - 1)
    bolong = akhir.kurang and akhir.sampai is None and jawaban.keadaan == TERISI
    menunggu = {"sampai": akhir.kurang[0]} if bolong else {}
    _banding_sel(
        sapuan,
        IKU.lembar.susunan(sapuan.iku),
        (IKU.nama, "indikator", kode),
        {
            "target": _atau(jawaban.target, _tanpa_target(jawaban)),
            "realisasi": _atau(jawaban.nilai, jawaban.sebutan),
            "capaian": sapuan.persen(jawaban.capaian),
            "status": kata,
            "target_tahun": _atau(jawaban.target_tahun, "tidak direncanakan"),
            "capaian_tahun": sapuan.persen(jawaban.capaian_tahun),
            "lalu": _terbanding(lalu.nilai) if lalu.keadaan in _TANPA_KATA else lalu.sebutan,
            "capaian_lalu": sapuan.persen(setahun.capaian_tahun if setahun else None),
            "target_akhir": _atau(akhir.target, "tidak direncanakan"),
            "capaian_akhir": sapuan.persen(akhir.capaian),
            "keadaan": jawaban.keadaan,
            **menunggu,
        },
    )


def _tanpa_target(jawaban: Jawaban) -> str:
    """What stands where there is no target s/d triwulan."""
    if jawaban.keadaan in TIDAK_WAJIB:
        return jawaban.keadaan
    return "tidak direncanakan" if jawaban.target_tahun is None else "target triwulan tidak ada"


def _sel_renja(sapuan: Sapuan, kode: str) -> None:
    jawaban, akhir = sapuan.jawaban[kode], sapuan.akhir[kode]
    uji, kini = sapuan.uji[kode], sapuan.kantor.kini
    bagian: dict[str, Terbanding] = {}
    for triwulan in _TRIWULAN:
        nilai = sendiri(uji, kini, triwulan, sapuan.triwulan)
        kosong = keadaan_sendiri(uji, kini, triwulan) if triwulan <= sapuan.triwulan else BELUM_WAKTUNYA
        bagian[f"tw{triwulan}_k"] = _atau(nilai, kosong)
    tanpa_lalu = next(iter(akhir.kurang), None)
    belum = tanpa_lalu if jawaban.keadaan == TERISI else jawaban.sebutan
    _banding_sel(
        sapuan,
        RENJA.lembar.susunan(sapuan.renja),
        (RENJA.nama, "indikator", kode),
        {
            "target_renstra_k": _atau(akhir.target, "tidak direncanakan"),
            "lalu_k": tanpa_lalu if akhir.lalu is None else _terbanding(akhir.lalu),
            "target_k": _atau(jawaban.target_tahun, "tidak direncanakan"),
            **bagian,
            "tahun_k": _atau(jawaban.nilai, jawaban.sebutan),
            "sd_target": _atau(jawaban.target, _tanpa_target(jawaban)),
            "sd_capaian": sapuan.persen(jawaban.capaian),
            "sampai_k": belum if akhir.sampai is None else _terbanding(akhir.sampai),
            "capaian_k": sapuan.persen(akhir.capaian),
        },
    )


def _sel_renstra(sapuan: Sapuan, kode: str) -> None:
    seharusnya: dict[str, Terbanding] = {"akhir_k": _atau(sapuan.akhir[kode].target, "tidak direncanakan")}
    for tahun in sapuan.kantor.semua_tahun:
        jawaban = sapuan.tahun(kode, tahun)
        seharusnya[f"t{tahun}_k"] = _atau(jawaban.target, "tidak direncanakan")
        seharusnya[f"r{tahun}_k"] = _atau(jawaban.nilai, jawaban.sebutan)
        seharusnya[f"c{tahun}_k"] = sapuan.persen(jawaban.capaian)
    _banding_sel(sapuan, RENSTRA.lembar.susunan(sapuan.renstra), (RENSTRA.nama, "indikator", kode), seharusnya)


def _banding_sel(
    sapuan: Sapuan, susunan: Susunan, letak: tuple[str, str, str], seharusnya: Mapping[str, Terbanding]
) -> None:
    """Compare the cells of the one row that names an indicator."""
    lembar, kunci, kode = letak
    sel = sapuan.sel[lembar]
    huruf = susunan.sel(kunci, 0)[:-1]
    nama = f"Indikator {kode}"
    baris = [
        int(alamat[len(huruf) :])
        for alamat, (nilai, _) in sel.items()
        if alamat.rstrip("0123456789") == huruf and nilai in (nama, f"{nama} (persen)")
    ]
    sapuan.cocokkan(f"{kode} lembar {lembar}", "banyaknya baris", len(baris), 1)
    for kolom, isi in seharusnya.items():
        didapat = _baca(sel.get(susunan.sel(kolom, baris[0]), [STRIP])[0])
        sapuan.cocokkan(f"{kode} lembar {lembar}", kolom, didapat, isi)


def _rata(sapuan: Sapuan) -> None:
    """The means with n and m, and how many reached their target, on the results and in their closing cells."""
    kini, semua = sapuan.kantor.kini, list(sapuan.uji)
    renja, renstra = sapuan.renja.penutup, sapuan.renstra.penutup
    sd = [(jawaban.keadaan, jawaban.capaian) for jawaban in sapuan.jawaban.values()]
    pasangan = {kode: sd[nomor] for nomor, kode in enumerate(semua)}
    bawah, bawah_renstra = sapuan.terbawah_renja, sapuan.terbawah_renstra
    tahun = [(sapuan.jawaban[kode].keadaan, sapuan.jawaban[kode].capaian_tahun) for kode in bawah]
    akhir, akhir_renstra = (
        [(sapuan.jawaban[kode].keadaan, sapuan.akhir[kode].capaian) for kode in terbawah]
        for terbawah in (bawah, bawah_renstra)
    )
    e80 = [(jawaban.keadaan, jawaban.capaian) for jawaban in (sapuan.tahun(kode, kini) for kode in bawah_renstra)]
    nilai = sapuan.penilai
    _rerata(sapuan, "rata-rata IKU", sapuan.iku.rata_rata, nilai.rerata(sd))
    _rerata(sapuan, "rata-rata Renja", renja.kinerja, nilai.rerata(pasangan[kode] for kode in bawah))
    _rerata(sapuan, "rata-rata Renja setahun", renja.kinerja_tahun, nilai.rerata(tahun))
    _rerata(sapuan, "rata-rata kolom 14", renja.kinerja_renstra, nilai.rerata(akhir))
    _rerata(sapuan, "rata-rata E.80", renstra.kinerja, nilai.rerata(e80))
    _rerata(sapuan, "rata-rata E.80 seluruhnya", renstra.kinerja_renstra, nilai.rerata(akhir_renstra))
    _rerata(sapuan, "rata-rata Renstra s/d", sapuan.renstra.sd, nilai.rerata(pasangan[kode] for kode in bawah_renstra))
    dinilai = [jawaban.tercapai for jawaban in sapuan.jawaban.values() if jawaban.tercapai is not None]
    for tempat, hasil in (("IKU", sapuan.iku), ("Renstra", sapuan.renstra)):
        sapuan.cocokkan(tempat, "tercapai", (hasil.tercapai, hasil.dinilai), (sum(dinilai), len(dinilai)))
    _sel_rata(sapuan, IKU, sapuan.iku, {"capaian": sapuan.iku.rata_rata})
    _sel_rata(sapuan, RENJA, sapuan.renja, {"sd_capaian": renja.kinerja, "capaian_k": renja.kinerja_renstra})
    _sel_rata(sapuan, RENSTRA, sapuan.renstra, {f"c{kini}_k": renstra.kinerja})


def _rerata(sapuan: Sapuan, tempat: str, rata: RataRata, seharusnya: Rerata) -> None:
    sapuan.cocokkan(
        tempat,
        "n dari m, dan nihil",
        (rata.n, rata.m, rata.nihil),
        (seharusnya.n, seharusnya.m, seharusnya.nihil),
    )
    sapuan.cocokkan(tempat, "rata-rata", rata.mentah, None if seharusnya.nilai is None else float(seharusnya.nilai))


def _unit(sapuan: Sapuan) -> None:
    """The forms of one unit: all that S1 answers for is counted on its own, and on that of S2 its parts stand alone."""
    if sapuan.triwulan != 1 + sapuan.kantor.nomor % 4:
        return
    seharusnya = sapuan.penilai.rerata(
        (sapuan.jawaban[kode].keadaan, sapuan.jawaban[kode].capaian) for kode in sapuan.terbawah_renja
    )
    satu, dua = (RENJA.evaluasi(sapuan.bacaan, unit) for unit in ("S1", "S2"))
    _rerata(sapuan, "E.81 unit S1", satu.penutup.kinerja, seharusnya)
    bagian = {
        f"{kode}-{nomor}" for kode, sumber in sapuan.kantor.sumber.items() for nomor in range(1, len(sumber.bagian) + 1)
    }
    tampil = {kinerja.baris.indikator.kode for simpul in dua.baris for kinerja in simpul.kinerja}
    sapuan.cocokkan("E.81 unit S2", "indikator", tampil, bagian)
    lain = {kinerja.baris.indikator.kode for simpul in dua.baris for kinerja in simpul.kinerja_lain}
    berbagi = {kode for kode, sumber in sapuan.kantor.sumber.items() if sumber.bagian}
    sapuan.cocokkan("E.81 unit S2", "milik unit lain yang dibagi", lain & berbagi, set())


def _sel_rata(sapuan: Sapuan, formulir: Formulir[Any], hasil: Any, rata: Mapping[str, RataRata]) -> None:
    """The closing cells of a column: the mean, and somewhere below it `n dari m`."""
    susunan, sel = formulir.lembar.susunan(hasil), sapuan.sel[formulir.nama]
    for kunci, rerata in rata.items():
        huruf = susunan.sel(kunci, 0)[:-1]
        kolom = [nilai for alamat, (nilai, _) in sel.items() if alamat.rstrip("0123456789") == huruf]
        tempat = f"lembar {formulir.nama} {kunci}"
        sapuan.cocokkan(tempat, "n dari m", f"{rerata.n} dari {rerata.m}" in kolom, seharusnya=True)
        tanpa = f", tanpa {rerata.nihil} indikator yang tidak ada kejadiannya"
        tertulis = any(tanpa in str(nilai) for nilai, _ in sel.values())
        sapuan.cocokkan(tempat, "nihil di samping n", tertulis, seharusnya=rerata.nihil > 0)
        if rerata.nilai is not None:
            sapuan.cocokkan(tempat, "rata-rata", float(rerata.nilai) in kolom, seharusnya=True)


def _uang(sapuan: Sapuan) -> None:
    """Money: the rows of E.81 and E.80 and the closing figures. What stands in two places is held together by code."""
    if not sapuan.kantor.uang:
        return
    uang, kini = sapuan.uang, sapuan.kantor.kini
    for kode in BERUANG:
        e81 = [baris.uang for baris in sapuan.renja.baris if baris.kode_simpul == kode and not baris.tempat.rujukan]
        tempat = f"{kode} E.81"
        sapuan.cocokkan(tempat, "pagu", _total(milik.kini.pagu for milik in e81), _rp(jumlah(uang.pagu(kini), kode)))
        realisasi = _rp(jumlah(uang.realisasi(kini), kode))
        sapuan.cocokkan(tempat, "realisasi", _total(milik.kini.realisasi for milik in e81), realisasi)
        _rasio(sapuan, f"{tempat} serapan", [milik.kini.terhitung for milik in e81], uang.serapan(kode))
        sapuan.cocokkan(tempat, "kolom 6", _total(milik.realisasi_lalu for milik in e81), _rp(uang.lalu(kode)))
        sapuan.cocokkan(tempat, "kolom 13", _total(milik.realisasi_sd for milik in e81), _rp(uang.sampai(kode)))
        _rasio(sapuan, f"{tempat} kolom 14", [milik.terhitung for milik in e81], uang.rasio_akhir(kode))
        e80 = [baris.uang for baris in sapuan.renstra.baris if baris.kode_simpul == kode and not baris.tempat.rujukan]
        for letak, tahun in enumerate(sapuan.kantor.semua_tahun):
            setahun, tempat = [milik[letak] for milik in e80], f"{kode} E.80 {tahun}"
            pagu = _rp(jumlah(sapuan.kantor.uang[tahun].renstra, kode))
            sapuan.cocokkan(tempat, "pagu", _total(milik.pagu for milik in setahun), pagu)
            realisasi = _rp(jumlah(uang.realisasi(tahun), kode))
            sapuan.cocokkan(tempat, "realisasi", _total(milik.realisasi for milik in setahun), realisasi)
            _rasio(sapuan, tempat, [milik.terhitung for milik in setahun], uang.rasio_renstra(kode, tahun))
    _tutup_uang(sapuan)


def _tutup_uang(sapuan: Sapuan) -> None:
    """Σ/Σ of a form is that of the program, as the only one; the mean is of the lowest rows that have a ratio."""
    kini, uang = sapuan.kantor.kini, sapuan.uang
    program = BERUANG[0]
    for tempat, terhitung, seluruh in (
        ("E.81", sapuan.renja.penutup.terhitung, uang.serapan(program)),
        ("E.81 kolom 14", sapuan.renja.penutup.terhitung_renstra, uang.rasio_akhir(program)),
        ("E.80", sapuan.renstra.penutup.terhitung, uang.rasio_renstra(program, kini)),
    ):
        sapuan.cocokkan(f"{tempat} penutup", "Σ/Σ", terhitung.rasio, _rp(seluruh.persen))
        sapuan.cocokkan(f"{tempat} penutup", "n dari m", terhitung.banyak, f"{seluruh.n} dari {seluruh.m}")


def _rasio(sapuan: Sapuan, tempat: str, semua: Sequence[Terhitung], seharusnya: RasioUji) -> None:
    """Above and below the line, and how many rows; of one place also the ratio itself."""
    atas, bawah = (_total(getattr(terhitung, nama) for terhitung in semua) for nama in ("realisasi", "pagu"))
    sapuan.cocokkan(tempat, "di atas garis", atas, float(seharusnya.atas or 0))
    sapuan.cocokkan(tempat, "di bawah garis", bawah, float(seharusnya.bawah))
    banyak = sum(terhitung.n for terhitung in semua), sum(terhitung.m for terhitung in semua)
    sapuan.cocokkan(tempat, "n dari m", banyak, (seharusnya.n, seharusnya.m))
    if len(semua) == 1 and not semua[0].terbelah:
        sapuan.cocokkan(tempat, "rasio", semua[0].rasio, _rp(seharusnya.persen))


def _total(semua: Iterable[Decimal | None]) -> float | None:
    ada = [nilai for nilai in semua if nilai is not None]
    return float(sum(ada)) if ada else None


def _rp(nilai: Fraction | None) -> float | None:
    return None if nilai is None else float(nilai)


def _terburuk(sapuan: Sapuan) -> None:
    """The lists of what is worst: on screen, in the workbook, at the approval."""
    urut = [iku.baris.indikator.kode for iku in sapuan.iku.baris]
    luput = [kode for kode in urut if sapuan.jawaban[kode].tercapai is False]
    seharusnya = sorted(luput, key=lambda kode: _terjauh(sapuan.jawaban[kode]))
    terburuk = peluru.terburuk(peluru.dari_iku(sapuan.iku))
    sapuan.cocokkan("Beranda", "terburuk", [batang.kode for batang in terburuk], seharusnya)
    calon = _calon(sapuan).pengecualian
    di_bawah = [hal.kode for hal in calon if hal.perkara == "di_bawah_target"]
    sapuan.cocokkan("persetujuan", "di bawah target", di_bawah, seharusnya)
    belum = [hal.kode for hal in calon if hal.perkara == "belum_ada_data"]
    kosong = {kode for kode in urut if sapuan.jawaban[kode].keadaan == BELUM_ADA_DATA}
    sapuan.cocokkan("persetujuan", "belum ada data", set(belum), kosong)
    bernilai = [kode for kode in urut if kode in luput or sapuan.jawaban[kode].capaian is not None]
    lima = sorted(bernilai, key=lambda kode: _terjauh(sapuan.jawaban[kode]))[:5]
    sapuan.cocokkan("Ringkasan", "lima terendah", _lima(sapuan), [f"Indikator {kode}" for kode in lima])


def _terjauh(jawaban: Jawaban) -> tuple[bool, Fraction]:
    """A target of 0 that was missed, and what is missed without a percent, before all that has one."""
    luput = jawaban.tercapai is False and (jawaban.target == 0 or jawaban.capaian is None)
    return not luput, Fraction(0) if luput or jawaban.capaian is None else jawaban.capaian


def _lima(sapuan: Sapuan) -> list[str]:
    sel = sapuan.sel["Ringkasan"]
    judul = next(int(alamat[1:]) for alamat, (nilai, _) in sel.items() if nilai == "Lima capaian IKU terendah")
    nomor = takewhile(lambda urut: sel.get(f"A{judul + 1 + urut}", [None])[0] == urut, range(1, 6))
    return [str(sel[SUSUNAN_RINGKASAN.sel("uraian", judul + 1 + urut)][0]) for urut in nomor]


def _calon(sapuan: Sapuan) -> CalonKompilasi:
    """What the approval lists of these figures, with nobody having checked anything."""
    angka = tuple(AngkaKompilasi(iku.baris, iku.kini, None, None) for iku in sapuan.iku.baris)
    objek = Objek.kompilasi(sapuan.kantor.kode_pd, sapuan.periode)
    return CalonKompilasi(objek, sapuan.iku, sapuan.renja, angka, (), (), {}, (), "")


_BAGIAN: Final[tuple[Callable[[Sapuan], None], ...]] = (
    _hasil_formulir,
    _rincian,
    _verifikasi,
    _tabel,
    _buku,
    _rata,
    _uang,
    _unit,
    _terburuk,
)


def _nilai(nilai: Nilai | None) -> Terbanding:
    if nilai is None:
        return None
    return nilai.peringkat or (None if nilai.tepat is None else float(nilai.tepat))


def _target(target: Target) -> Terbanding:
    if target.peringkat is not None:
        return target.peringkat
    if target.bawah is not None and target.atas is not None:
        return float(target.bawah), float(target.atas)
    return None if target.nilai is None else float(target.nilai)


def _capaian(capaian: Capaian) -> float | None:
    return None if capaian.nilai is None else float(capaian.nilai)


def _terbanding(nilai: Tujuan | None) -> Terbanding:
    if isinstance(nilai, tuple):
        return float(nilai[0]), float(nilai[1])
    return float(nilai) if isinstance(nilai, Fraction) else nilai


def _atau(nilai: Tujuan | None, kata: str) -> Terbanding:
    return kata if nilai is None else _terbanding(nilai)


def _isi(isi: IsiTabel) -> Terbanding:
    """A cell of a table; an empty one is nothing."""
    if isinstance(isi, Nilai):
        return _nilai(isi)
    if isinstance(isi, Target):
        return _target(isi)
    if isinstance(isi, Capaian):
        return _capaian(isi)
    return isi or None if isinstance(isi, str) or isi is None else float(isi)


def _baca(teks: str | float) -> Terbanding:
    """A printed cell: a number, a range, a word; a dash and an empty one are nothing."""
    if isinstance(teks, float | int):
        return float(teks)
    if teks in ("", STRIP):
        return None
    bagian = teks.split("–")
    if len(bagian) == 2 and all(map(_berangka, bagian)):
        return _desimal(bagian[0]), _desimal(bagian[1])
    return _desimal(teks) if _berangka(teks) else teks


def _berangka(teks: str) -> bool:
    return teks.lstrip("-−").replace(".", "").replace(",", "", 1).isdigit()


def _desimal(teks: str) -> float:
    return float(teks.replace("−", "-").replace(".", "").replace(",", "."))


def _sama(didapat: object, seharusnya: object) -> bool:
    if isinstance(didapat, float | int) and isinstance(seharusnya, float | int):
        return isclose(didapat, seharusnya, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(didapat, tuple) and isinstance(seharusnya, tuple):
        return len(didapat) == len(seharusnya) and all(map(_sama, didapat, seharusnya))
    if isinstance(didapat, list) and isinstance(seharusnya, list):
        return len(didapat) == len(seharusnya) and all(map(_sama, didapat, seharusnya))
    return didapat == seharusnya
