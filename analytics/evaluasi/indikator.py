"""Everything about one indicator: its rule, its working, its history and the cells it came from."""

from __future__ import annotations

from analytics.aturan.capaian import hitung_padanan
from analytics.aturan.periode import Periode
from analytics.aturan.rumus import DAFTAR_RUMUS
from analytics.evaluasi.hasil import RincianIndikator, TahunIndikator
from analytics.evaluasi.inti import Konteks, buka_konteks, susun_keterangan
from analytics.evaluasi.lintas import Lintas, baca_lintas
from data.gudang import Gudang


class IndikatorTidakAda(Exception):
    """No indicator with this code has a rule in the year."""


def rincian_indikator(gudang: Gudang, kode_pd: str, kode_indikator: str, periode: Periode) -> RincianIndikator:
    """One indicator at the end of a periode. Raises KantorTidakAda and IndikatorTidakAda."""
    konteks = buka_konteks(gudang, kode_pd, periode)
    lintas = baca_lintas(konteks)
    baris = lintas.per_tahun[periode.tahun].get(kode_indikator)
    if baris is None:
        raise IndikatorTidakAda(kode_indikator)
    kini = baris.pada(periode.triwulan)
    return RincianIndikator(
        keterangan=susun_keterangan(konteks, "renja"),
        pengaturan=konteks.pengaturan,
        baris=baris,
        kini=kini,
        padanan=hitung_padanan(kini.capaian, konteks.pengaturan),
        riwayat=_riwayat(lintas, kode_indikator),
        kondisi_awal=lintas.kondisi(kode_indikator, "kondisi_awal"),
        kondisi_akhir=lintas.kondisi(kode_indikator, "kondisi_akhir"),
        aturan_per_tahun=_aturan(konteks, kode_indikator),
    )


def _riwayat(lintas: Lintas, kode: str) -> tuple[TahunIndikator, ...]:
    """Every year that has a plan or a figure, oldest first; years after the periode are not history."""
    kini = lintas.konteks.periode.tahun
    sebelum = {tahun for (satu, jenis, tahun) in lintas.riwayat if satu == kode and jenis == "realisasi"}
    return tuple(_tahun(lintas, kode, tahun) for tahun in sorted(sebelum | {*lintas.tahun, kini}) if tahun <= kini)


def _tahun(lintas: Lintas, kode: str, tahun: int) -> TahunIndikator:
    baris = lintas.per_tahun.get(tahun, {}).get(kode) or lintas.baris(kode)
    if baris is None:
        raise IndikatorTidakAda(kode)
    nilai, target = lintas.nilai_tahun(kode, tahun), lintas.target_tahun(kode, tahun)
    if not lintas.tahun and baris.tahun == tahun:
        target = baris.pada(4 if tahun < lintas.konteks.periode.tahun else lintas.konteks.periode.triwulan).target_tahun
    sumber = f"{nilai.sumber} ({nilai.catatan})" if nilai.catatan and nilai.sumber else nilai.sumber
    return TahunIndikator(tahun, target, nilai.nilai, lintas.hitung(baris.indikator, nilai.nilai, target), sumber)


def _aturan(konteks: Konteks, kode: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (baris["tahun"], DAFTAR_RUMUS[baris["rumus"]].nama + (f" ({baris['alasan']})" if baris["alasan"] else ""))
        for baris in konteks.tanya("aturan_per_tahun", kode_indikator=kode)
    )
