"""Evaluasi IKU: the main indicators of one periode (PermenPANRB 53/2014, pengukuran kinerja)."""

from __future__ import annotations

from collections import Counter

from analytics.aturan.capaian import Capaian
from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, TERISI, TIDAK_ADA_KEJADIAN, TIDAK_DIRENCANAKAN
from analytics.evaluasi.bacaan import Bacaan
from analytics.evaluasi.hasil import BarisIndikator, TahunRenstra, Triwulan
from analytics.evaluasi.hasil.iku import BarisIku, EvaluasiIku
from analytics.evaluasi.inti import rata_ratakan
from analytics.evaluasi.potongan import keterangan_unit
from analytics.evaluasi.triwulan import susun_capaian, susun_nilai, susun_target


def susun_iku(bacaan: Bacaan, kode_unit: str | None = None) -> EvaluasiIku:
    """All IKU of the office, or of one unit, at the end of a periode."""
    baris = tuple(_baris(bacaan, indikator) for indikator in bacaan.baris(bacaan.periode.tahun, "iku", kode_unit))
    keadaan = Counter(iku.kini.keadaan for iku in baris)
    pengaturan = bacaan.konteks.pengaturan
    return EvaluasiIku(
        keterangan=keterangan_unit(bacaan, kode_unit),
        pengaturan=pengaturan,
        baris=baris,
        rata_rata=rata_ratakan(((iku.kini.keadaan, iku.kini.capaian) for iku in baris), pengaturan),
        rata_tahun=rata_ratakan(((iku.kini.keadaan, iku.kini.capaian_tahun) for iku in baris), pengaturan),
        tercapai=sum(iku.kini.tercapai is True for iku in baris),
        dinilai=sum(iku.kini.tercapai is not None for iku in baris),
        belum_ada_data=keadaan[BELUM_ADA_DATA],
        belum_waktunya=keadaan[BELUM_WAKTUNYA],
        tidak_direncanakan=keadaan[TIDAK_DIRENCANAKAN],
        tidak_ada_kejadian=keadaan[TIDAK_ADA_KEJADIAN],
    )


def _baris(bacaan: Bacaan, baris: BarisIndikator) -> BarisIku:
    kode, periode = baris.indikator.kode, bacaan.periode
    lalu = bacaan.tahun_lalu(kode)
    akhir = bacaan.akhir(kode)
    nasional = bacaan.standar.get(kode)
    kini = baris.pada(periode.triwulan)
    return BarisIku(
        baris=baris,
        kini=kini,
        tahun_lalu=lalu.realisasi,
        catatan_tahun_lalu=tulis_catatan(lalu),
        capaian_tahun_lalu=_capaian_lalu(bacaan, kode),
        target_akhir=akhir.target,
        capaian_akhir=akhir.capaian,
        standar_nasional=nasional["nilai"] if nasional else None,
        sumber_standar=nasional["sumber"] if nasional else None,
        jalur=akhir.jalur,
        sebutan_lalu="" if lalu.keadaan in (TERISI, TIDAK_DIRENCANAKAN) else lalu.sebutan,
        kurang=sebut_kurang(bacaan, kode, kini) if akhir.sampai is None else "",
    )


def tulis_catatan(tahun: TahunRenstra) -> str:
    """What is to be known about the value of a year; where it has none, the state of it and what was reported last.

    Empty where nothing was planned and nothing reported.
    """
    if tahun.keadaan == TERISI or (tahun.keadaan == TIDAK_DIRENCANAKAN and not tahun.catatan):
        return tahun.catatan
    return ", ".join(filter(None, (tahun.sebutan, tahun.catatan)))


def sebut_kurang(bacaan: Bacaan, kode: str, kini: Triwulan) -> str:
    """The first earlier year whose data are missing, where this year has its own: `belum ada data TW IV 2025`."""
    if kini.keadaan != TERISI:
        return ""
    kurang = bacaan.tahun_kurang(kode, bacaan.periode.tahun)
    return kurang[0].sebut_bertahun() if kurang else ""


def _capaian_lalu(bacaan: Bacaan, kode: str) -> Capaian | None:
    """Last year's capaian against the target of its Renja; None where the indicator had no rule."""
    baris = bacaan.ukuran.get((bacaan.periode.tahun - 1, kode), {}).get(4)
    if baris is None:
        return None
    nilai = susun_nilai(baris) if baris["bernilai"] else None
    target = susun_target(baris, "_tahun")
    return susun_capaian(baris["rumus"], baris, nilai, target, bacaan.konteks.pengaturan, "_tahun")
