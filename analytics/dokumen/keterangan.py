"""The notes column of a form: why a figure is missing or to be read with care."""

from __future__ import annotations

from typing import Final

from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, NAMA_FREKUENSI, ROMAWI, TIDAK_DIRENCANAKAN
from analytics.aturan.rumus import ALASAN
from analytics.evaluasi.hasil import BarisIndikator, Indikator, Triwulan

TIDAK_WAJIB: Final = (BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN)
"""States in which an indicator did not have to report, and so is not counted in a mean."""


def tulis_keterangan(
    indikator: Indikator, kini: Triwulan, capaian: Capaian, pengaturan: Pengaturan, *tambahan: str
) -> str:
    """Why a figure is missing or to be read with care, one line each; `lengkap` when there is nothing to say."""
    baris = []
    if kini.keadaan == BELUM_ADA_DATA:
        baris.append(f"Belum ada data: {kini.alasan_keadaan or 'unit belum memberi alasan.'}")
    elif kini.keadaan == BELUM_WAKTUNYA:
        baris.append(f"Belum waktunya: dilaporkan {NAMA_FREKUENSI[indikator.frekuensi]}.")
    elif kini.keadaan == TIDAK_DIRENCANAKAN:
        baris.append("Tidak direncanakan tahun ini.")
    elif capaian.alasan is not None:
        baris.append(ALASAN[capaian.alasan])
    if capaian.nilai is not None and pengaturan.skala.di_celah_tercetak(capaian.nilai):
        baris.append(f"Capaian {capaian.tulisan} berada di celah skala tercetak; mohon ditinjau.")
    return "\n".join([*baris, *(catatan for catatan in tambahan if catatan)]) or "Lengkap."


def catatan_triwulan(baris: BarisIndikator, kini: Triwulan) -> str:
    """Which due triwulan up to the periode have no data, and why, one line each; the last due one speaks for itself."""
    kosong_lain = [
        triwulan
        for triwulan in baris.triwulan[: kini.triwulan]
        if triwulan.keadaan_sel == BELUM_ADA_DATA
        and (triwulan.triwulan != kini.posisi or kini.keadaan != BELUM_ADA_DATA)
    ]
    return "\n".join(
        f"Triwulan {ROMAWI[triwulan.triwulan]} belum ada data: {triwulan.alasan_kosong or 'unit belum memberi alasan.'}"
        for triwulan in kosong_lain
    )


def catatan_capaian(perihal: str, capaian: Capaian | None) -> str:
    """Why a compared capaian has no value, where its target says nothing about it."""
    alasan = None if capaian is None else capaian.alasan
    return "" if alasan in (None, "tanpa_target") else f"{perihal}: {ALASAN[alasan]}"
