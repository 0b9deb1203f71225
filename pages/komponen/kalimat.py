"""The conclusion of a result as one sentence: the title of its page."""

from __future__ import annotations

from analytics.aturan.angka import tulis_angka
from analytics.evaluasi.hasil import (
    EvaluasiIku,
    EvaluasiRenja,
    EvaluasiRenstra,
    Kelengkapan,
    Keterangan,
    Penutup,
    RataRata,
    RincianIndikator,
)
from analytics.grafik.peluru import catatan_triwulan


def iku(hasil: EvaluasiIku) -> str:
    """`10 dari 12 IKU mencapai target s/d Triwulan III 2026`."""
    sampai = f"s/d {hasil.keterangan.periode.nama}"
    if not hasil.baris:
        return f"Belum ada IKU pada rencana tahun {hasil.keterangan.periode.tahun}"
    if not hasil.dinilai:
        return f"Belum ada IKU yang dapat dinilai {sampai}"
    sebagian = "" if hasil.dinilai == len(hasil.baris) else " yang dapat dinilai"
    return f"{hasil.tercapai} dari {hasil.dinilai} IKU{sebagian} mencapai target {sampai}"


def renja(hasil: EvaluasiRenja) -> str:
    """Mean capaian and serapan of the lowest level."""
    sampai = f"s/d {hasil.keterangan.periode.nama}"
    penutup = hasil.penutup
    if not hasil.baris:
        return f"Belum ada Renja untuk tahun {hasil.keterangan.periode.tahun}"
    if penutup.kinerja.nilai is None:
        return f"Belum ada indikator Renja yang mempunyai capaian {sampai}"
    serapan = persen(penutup.serapan_jumlah)
    uang = f", serapan {serapan}" if serapan else ", serapan belum dilaporkan"
    return f"Capaian Renja rata-rata {rata_rata(penutup.kinerja)} ({penutup.kinerja.predikat}){uang} {sampai}"


def renstra(hasil: EvaluasiRenstra) -> str:
    """How many indicators of the Renstra have reached their target s/d triwulan."""
    periode = hasil.keterangan.periode
    if not hasil.tahun:
        return f"Belum ada Renstra yang memuat tahun {periode.tahun}"
    if not hasil.dinilai:
        return f"Belum ada indikator Renstra yang dapat dinilai s/d {periode.nama}"
    return f"{hasil.tercapai} dari {hasil.dinilai} indikator Renstra mencapai target s/d {periode.nama}"


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
        return f"{nama}: {catatan_triwulan(kini)} s/d {hasil.keterangan.periode.nama}"
    kata = f"{kini.capaian.tulisan} % {kini.capaian.predikat.simbol} {kini.capaian.predikat.predikat}"
    return f"{nama}: capaian {kata} s/d {hasil.keterangan.periode.nama}"


def dari(tercapai: int, dinilai: int) -> str:
    """`5 dari 7`, or an empty text where nothing can be judged."""
    return f"{tercapai} dari {dinilai}" if dinilai else ""


def persen(nilai: float | None) -> str:
    """`61,25 %`, or an empty text."""
    return "" if nilai is None else f"{tulis_angka(nilai, 2)} %"


def banyak(rata: RataRata) -> str:
    """`7 dari 8 indikator`: how many are in a mean, of those that had to report."""
    return f"{rata.n} dari {rata.m} indikator"


def rata_rata(rata: RataRata) -> str:
    """`87,40 %`, or a dash where nothing has a value."""
    return "–" if rata.nilai is None else f"{tulis_angka(rata.nilai, -int(rata.nilai.as_tuple().exponent))} %"


def tanpa_anggaran(penutup: Penutup) -> str:
    """Which rows are in no serapan because they did not report the triwulan; empty when all did."""
    if not penutup.tanpa_anggaran:
        return ""
    return f" Belum melaporkan anggaran, tidak masuk serapan: {'; '.join(penutup.tanpa_anggaran)}."


def ekspor(keterangan: Keterangan) -> str:
    """What can be downloaded of a periode, and how sure it is."""
    dokumen = f"Dokumen kompilasi {keterangan.periode.nama}"
    if keterangan.pengesahan is None:
        return f"{dokumen} siap diunduh sebagai {'draf' if keterangan.status == 'draf' else keterangan.status}"
    return f"{dokumen} sudah {keterangan.status} dan angkanya tidak berubah lagi"
