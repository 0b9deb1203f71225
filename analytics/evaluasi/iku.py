"""Evaluasi IKU: the main indicators of one periode (PermenPANRB 53/2014, pengukuran kinerja)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from analytics.acuan import Penanya
from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN, Periode
from analytics.evaluasi.hasil import BarisIku, BarisIndikator, EvaluasiIku
from analytics.evaluasi.inti import buka_konteks, rata_ratakan, susun_keterangan
from analytics.evaluasi.lintas import Lintas, baca_lintas
from data.gudang import Baris


def evaluasi_iku(gudang: Penanya, kode_pd: str, periode: Periode, kode_unit: str | None = None) -> EvaluasiIku:
    """All IKU of the office, or of one unit, at the end of a periode. Raises KantorTidakAda."""
    konteks = buka_konteks(gudang, kode_pd, periode)
    lintas = baca_lintas(konteks)
    standar = {
        satu["kode_indikator"]: satu for satu in konteks.tanya("standar_nasional") if satu["tahun"] <= periode.tahun
    }
    baris = tuple(
        _baris(lintas, satu, standar)
        for satu in lintas.per_tahun[periode.tahun].values()
        if "iku" in satu.indikator.laporan and kode_unit in (None, satu.indikator.kode_unit)
    )
    keadaan = Counter(satu.kini.keadaan for satu in baris)
    return EvaluasiIku(
        keterangan=susun_keterangan(konteks, "renja"),
        pengaturan=konteks.pengaturan,
        baris=baris,
        rata_rata=rata_ratakan(((satu.kini.keadaan, satu.kini.capaian) for satu in baris), konteks.pengaturan),
        tercapai=sum(satu.kini.tercapai is True for satu in baris),
        dinilai=sum(satu.kini.tercapai is not None for satu in baris),
        belum_ada_data=keadaan[BELUM_ADA_DATA],
        belum_waktunya=keadaan[BELUM_WAKTUNYA],
        tidak_direncanakan=keadaan[TIDAK_DIRENCANAKAN],
    )


def _baris(lintas: Lintas, baris: BarisIndikator, standar: Mapping[str, Baris]) -> BarisIku:
    indikator, periode = baris.indikator, lintas.konteks.periode
    lalu = lintas.nilai_tahun(indikator.kode, periode.tahun - 1)
    baris_lalu = lintas.per_tahun[periode.tahun - 1].get(indikator.kode)
    akhir = lintas.target_akhir(indikator)
    nasional = standar.get(indikator.kode)
    return BarisIku(
        baris=baris,
        kini=baris.pada(periode.triwulan),
        tahun_lalu=lalu.nilai,
        catatan_tahun_lalu=lalu.catatan,
        capaian_tahun_lalu=baris_lalu.pada(4).capaian_tahun if baris_lalu else None,
        target_akhir=akhir,
        capaian_akhir=lintas.hitung(indikator, lintas.sampai_kini(indikator), akhir),
        standar_nasional=nasional["nilai"] if nasional else None,
        sumber_standar=nasional["sumber"] if nasional else None,
    )
