"""Evaluasi IKU: the main indicators of one periode (PermenPANRB 53/2014, pengukuran kinerja)."""

from __future__ import annotations

from collections import Counter

from analytics.aturan.capaian import Capaian
from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, TERISI, TIDAK_ADA_KEJADIAN, TIDAK_DIRENCANAKAN
from analytics.evaluasi.bacaan import Bacaan
from analytics.evaluasi.hasil import BarisIndikator, TahunRenstra
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
    return BarisIku(
        baris=baris,
        kini=baris.pada(periode.triwulan),
        tahun_lalu=lalu.realisasi,
        catatan_tahun_lalu=tulis_catatan(lalu),
        capaian_tahun_lalu=_capaian_lalu(bacaan, kode),
        target_akhir=akhir.target,
        capaian_akhir=akhir.capaian,
        standar_nasional=nasional["nilai"] if nasional else None,
        sumber_standar=nasional["sumber"] if nasional else None,
        jalur=akhir.jalur,
    )


def tulis_catatan(tahun: TahunRenstra) -> str:
    """What is to be known about the value of a year; where it has none but something was reported, the state of it."""
    if tahun.keadaan == TERISI or not tahun.catatan:
        return tahun.catatan
    return f"{tahun.sebutan}, {tahun.catatan}"


def _capaian_lalu(bacaan: Bacaan, kode: str) -> Capaian | None:
    """Last year's capaian against the target of its Renja; None where the indicator had no rule."""
    baris = bacaan.ukuran.get((bacaan.periode.tahun - 1, kode), {}).get(4)
    if baris is None:
        return None
    nilai = susun_nilai(baris) if baris["bernilai"] else None
    target = susun_target(baris, "_tahun")
    return susun_capaian(baris["rumus"], baris, nilai, target, bacaan.konteks.pengaturan, "_tahun")
