"""The conclusion of a page as one sentence: its title. Those of the forms stand with the forms."""

from __future__ import annotations

from analytics.evaluasi.hasil import Kelengkapan, Keterangan, RincianIndikator
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.grafik.peluru import kata_triwulan


def beranda(hasil: EvaluasiIku, lengkap: Kelengkapan) -> str:
    """What the periode lacks, then how the IKU stand."""
    banyak = len(lengkap.unit)
    belum = banyak - lengkap.lengkap
    unit = (
        f"Semua {banyak} unit sudah mengirim data {hasil.keterangan.periode.nama}"
        if not belum
        else f"{belum} dari {banyak} unit belum mengirim data {hasil.keterangan.periode.nama}"
    )
    if not hasil.dinilai:
        return f"{unit}; belum ada IKU yang dapat dinilai"
    return f"{unit}; {hasil.tercapai} dari {hasil.dinilai} IKU yang dapat dinilai mencapai target"


def indikator(hasil: RincianIndikator) -> str:
    """The name of an indicator and where it stands."""
    nama, kini = hasil.baris.indikator.nama, hasil.kini
    if kini.capaian.nilai is None or kini.capaian.predikat is None:
        return f"{nama}: {kata_triwulan(kini)} s/d {hasil.keterangan.periode.nama}"
    kata = f"{kini.capaian.tulisan} % {kini.capaian.predikat.simbol} {kini.capaian.predikat.predikat}"
    return f"{nama}: capaian {kata} s/d {hasil.keterangan.periode.nama}"


def ekspor(keterangan: Keterangan) -> str:
    """What can be downloaded of a periode, and how sure it is."""
    dokumen = f"Dokumen kompilasi {keterangan.periode.nama}"
    if keterangan.pengesahan is None:
        return f"{dokumen} siap diunduh sebagai {'draf' if keterangan.status == 'draf' else keterangan.status}"
    return f"{dokumen} sudah {keterangan.status} dan angkanya tidak berubah lagi"
