"""The notes column of a form: why a figure is missing or to be read with care."""

from __future__ import annotations

from typing import Final

from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    NAMA_KEADAAN,
    ROMAWI,
    TIDAK_ADA_KEJADIAN,
    TIDAK_DIRENCANAKAN,
)
from analytics.aturan.rumus import ALASAN
from analytics.evaluasi.hasil import BarisIndikator, Indikator, Triwulan, sebut_pemilik

LENGKAP: Final = "Lengkap."
TANPA_ALASAN: Final = "unit belum memberi alasan."


def tulis_keterangan(indikator: Indikator, kini: Triwulan, pengaturan: Pengaturan, *tambahan: str) -> str:
    """Why a figure is missing or to be read with care, one line each; `LENGKAP` when there is nothing to say."""
    capaian = kini.capaian
    baris = [indikator.sumber] if indikator.sumber else []
    if kini.keadaan == BELUM_ADA_DATA:
        baris.append(f"{_awali(kini.sebutan)}: {kini.alasan_keadaan or TANPA_ALASAN}")
    elif kini.keadaan == BELUM_WAKTUNYA:
        baris.append(f"Belum waktunya: dilaporkan {indikator.jadwal}.")
    elif kini.keadaan == TIDAK_ADA_KEJADIAN:
        baris.append(f"{_awali(kini.sebutan)}: {kini.alasan_keadaan or TANPA_ALASAN}")
    elif kini.keadaan == TIDAK_DIRENCANAKAN:
        baris.append("Tidak direncanakan tahun ini.")
    elif kini.sebut_alasan():
        baris.append(kini.sebut_alasan())
    if kini.catatan:
        baris.append(f"{_awali(kini.catatan)}.")
    if capaian.nilai is not None and pengaturan.skala.di_celah_tercetak(capaian.nilai):
        baris.append(f"Capaian {capaian.tulisan} berada di celah skala tercetak; mohon ditinjau.")
    return "\n".join([*baris, *(catatan for catatan in tambahan if catatan)]) or LENGKAP


def catatan_triwulan(baris: BarisIndikator, kini: Triwulan) -> str:
    """Which due triwulan up to the periode have no value, and why, one line each; the last one speaks for itself."""
    kosong_lain = [
        triwulan
        for triwulan in baris.triwulan[: kini.triwulan]
        if triwulan.keadaan_sel in (BELUM_ADA_DATA, TIDAK_ADA_KEJADIAN)
        and (triwulan.triwulan != kini.kurang or kini.keadaan != BELUM_ADA_DATA)
        and (triwulan.triwulan != kini.posisi or kini.keadaan != TIDAK_ADA_KEJADIAN)
    ]
    return "\n".join(
        f"Triwulan {ROMAWI[triwulan.triwulan]} {NAMA_KEADAAN[triwulan.keadaan_sel]}: "
        f"{triwulan.alasan_kosong or TANPA_ALASAN}"
        for triwulan in kosong_lain
    )


def catatan_capaian(perihal: str, capaian: Capaian | None, jalur: str = "") -> str:
    """Why a compared capaian has no value, where its target says nothing about it, and the path of a total."""
    alasan = None if capaian is None else capaian.alasan
    if alasan in (None, "tanpa_target"):
        return ""
    return f"{perihal}: {ALASAN[alasan]}{f' {_awali(jalur)}.' if jalur else ''}"


def tulis_pemilik(indikator: Indikator, keterangan: str) -> str:
    """The notes of an indicator that a form of another unit shows, with whose it is in front."""
    return "\n".join(bagian for bagian in (f"{_awali(sebut_pemilik(indikator))}.", keterangan) if bagian)


def _awali(kalimat: str) -> str:
    """With a capital letter in front."""
    return f"{kalimat[0].upper()}{kalimat[1:]}"
