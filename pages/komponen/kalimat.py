"""The conclusion of a page as one sentence: its title. Those of the forms stand with the forms."""

from __future__ import annotations

from analytics.evaluasi.hasil import Keterangan, RincianIndikator
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.formulir.iku import IKU
from analytics.grafik.peluru import kata_triwulan


def beranda(hasil: EvaluasiIku) -> str:
    """What the periode lacks, then how the IKU stand."""
    unit = _unit(hasil.keterangan)
    if not hasil.dinilai:
        return f"{unit}; belum ada IKU yang dapat dinilai"
    return f"{unit}; {hasil.tercapai} dari {hasil.dinilai} IKU yang dapat dinilai mencapai target"


def sebut_belum_dinilai(hasil: EvaluasiIku) -> str:
    """Why no IKU can be judged: no target for the triwulan, units that have not sent, or what they could not tell."""
    if hasil.tanpa_target_triwulan:
        banyak = f"{hasil.tanpa_target_triwulan} dari {len(hasil.baris)} IKU"
        return f"Target triwulan tidak ada pada {banyak}, sehingga capaian s/d triwulan tidak dapat dihitung."
    if hasil.keterangan.unit_belum:
        return "Angka muncul setelah kiriman unit diterima."
    keadaan = (
        (hasil.belum_ada_data, "belum ada data"),
        (hasil.belum_waktunya, "belum waktunya"),
        (hasil.tidak_direncanakan, "tidak direncanakan"),
        (hasil.tidak_ada_kejadian, "tidak ada kejadian"),
    )
    rincian = ", ".join(f"{banyak} {kata}" for banyak, kata in keadaan if banyak)
    siapa = "Unit ini" if hasil.keterangan.sub_unit else "Semua unit"
    return f"{siapa} sudah mengirim{f'; {rincian}' if rincian else ''}."


def _unit(keterangan: Keterangan) -> str:
    """`2 dari 6 unit belum mengirim data Triwulan III 2026`, `4 dari 6 unit terverifikasi s/d Triwulan III 2026`."""
    belum, periode = len(keterangan.unit_belum), keterangan.periode.nama
    if keterangan.terverifikasi:
        return f"{keterangan.banyak_unit} s/d {periode}"
    if not belum:
        return f"Semua {keterangan.unit} unit sudah mengirim data {periode}"
    return f"{belum} dari {keterangan.unit} unit belum mengirim data {periode}"


def putusan(hasil: EvaluasiIku, keadaan: str) -> str:
    """`4 dari 6 unit terverifikasi; 3 dari 4 IKU mencapai target s/d Triwulan III 2026. Menunggu persetujuan Camat`.

    Who decides reads first of how many units the figures are.
    """
    return f"{hasil.keterangan.banyak_unit}; {IKU.kalimat(hasil)}. {keadaan[:1].upper()}{keadaan[1:]}"


def indikator(hasil: RincianIndikator) -> str:
    """The name of an indicator and where it stands."""
    nama, kini = hasil.baris.indikator.nama, hasil.kini
    if kini.capaian.nilai is None or kini.capaian.predikat is None:
        return f"{nama}: {_tanpa_capaian(hasil)} s/d {hasil.keterangan.periode.nama}"
    kata = f"{kini.capaian.tulisan} % {kini.capaian.predikat.simbol} {kini.capaian.predikat.predikat}"
    return f"{nama}: capaian {kata} s/d {hasil.keterangan.periode.nama}"


def _tanpa_capaian(hasil: RincianIndikator) -> str:
    """Why there is no capaian; a value that has none stands there itself: `realisasi 45 persen, ...`."""
    kini = hasil.kini
    if kini.realisasi is None or kini.tercapai is not None:
        return kata_triwulan(kini)
    tanpa = ", target triwulan tidak ada," if kini.tanpa_target_triwulan else ""
    return f"realisasi {kini.realisasi.tulis()} {hasil.baris.indikator.satuan}{tanpa}"


def ekspor(keterangan: Keterangan) -> str:
    """What can be downloaded of a periode, and how sure it is."""
    dokumen = f"Dokumen kompilasi {keterangan.periode.nama}"
    if keterangan.pengesahan is None:
        return f"{dokumen} siap diunduh sebagai {'draf' if keterangan.status == 'draf' else keterangan.status}"
    return f"{dokumen} sudah {keterangan.status} dan angkanya tidak berubah lagi"
