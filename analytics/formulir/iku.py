"""Evaluasi IKU: the entry of the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analytics.dokumen.iku.lembar_iku import LEMBAR
from analytics.dokumen.iku.tabel_iku import tabel_iku
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.evaluasi.iku import susun_iku
from analytics.formulir.entri import AngkaFormulir, CapaianKini, Formulir, RasioFormulir
from analytics.formulir.kata import TARGET_AKHIR, target_tahun
from analytics.formulir.pengaturan_formulir import butir_dasar_hukum


def kalimat_iku(hasil: EvaluasiIku) -> str:
    """`10 dari 12 IKU mencapai target s/d Triwulan III 2026`."""
    sampai = f"s/d {hasil.keterangan.periode.nama}"
    if not hasil.baris:
        return f"Belum ada IKU pada rencana tahun {hasil.keterangan.periode.tahun}"
    if not hasil.dinilai:
        sebab = ": target triwulan tidak ada" if hasil.tanpa_target_triwulan else ""
        return f"Belum ada IKU yang dapat dinilai {sampai}{sebab}"
    sebagian = "" if hasil.dinilai == len(hasil.baris) else " yang dapat dinilai"
    return f"{hasil.tercapai} dari {hasil.dinilai} IKU{sebagian} mencapai target {sampai}"


def angka_iku(hasil: EvaluasiIku) -> AngkaFormulir:
    """Every IKU, with what it is compared with, and their mean."""
    return AngkaFormulir(
        kini=tuple(CapaianKini(iku.baris.indikator.nama, iku.kini.keadaan, iku.kini.capaian) for iku in hasil.baris),
        rasio=tuple(_rasio(hasil)),
        rata=(("IKU s/d triwulan", hasil.rata_rata),),
    )


def _rasio(hasil: EvaluasiIku) -> Iterator[RasioFormulir]:
    lalu = target_tahun(hasil.keterangan.periode.tahun - 1)
    for iku in hasil.baris:
        kode = iku.baris.indikator.kode
        yield RasioFormulir(kode, TARGET_AKHIR, iku.capaian_akhir)
        if iku.capaian_tahun_lalu is not None:
            yield RasioFormulir(kode, lalu, iku.capaian_tahun_lalu)


IKU: Final = Formulir(
    lembar=LEMBAR,
    evaluasi=susun_iku,
    tabel=tabel_iku,
    kalimat=kalimat_iku,
    angka=angka_iku,
    pengaturan=(butir_dasar_hukum(LEMBAR.kode, LEMBAR.sebutan),),
    bantuan="Capaian indikator kinerja utama terhadap target.",
    ikon="target",
)
