"""The head of every page: its conclusion as the title, and below it whose figures these are and how sure."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.aturan.periode import tulis_waktu
from analytics.aturan.teks import sebaris
from analytics.evaluasi.hasil import Kantor, Keterangan
from analytics.rupa import TANDA_CONTOH, css_warna
from pages.komponen.teks import aman

_DISEBUT: Final = 3
"""Units without data that the status line itself names."""


@dataclass(frozen=True)
class Wadah:
    """The places of title and status line, above the filters that decide what they say."""

    judul: DeltaGenerator
    keterangan: DeltaGenerator


@cache
def gaya() -> str:
    """The style sheet of every page, with the colours by role."""
    return f"<style>{css_warna()}{Path(__file__).with_name('gaya.css').read_text(encoding='utf-8')}</style>"


def siapkan() -> Wadah:
    """Reserve the head of the page."""
    return Wadah(st.container(), st.container(key="keterangan"))


def isi(wadah: Wadah, judul: str, keterangan: Keterangan) -> None:
    """Write the conclusion and the status line of a result."""
    wadah.judul.title(aman(judul), anchor=False)
    data = tulis_waktu(keterangan.data_terakhir)
    bagian = [
        _kelengkapan(keterangan),
        keterangan.kantor.nama,
        f"data per {data}" if data else "belum ada kiriman",
        f"menurut {keterangan.dokumen}" if keterangan.dokumen else "belum ada Renja yang berlaku",
        *_pengesahan(keterangan),
    ]
    garis = _baris(keterangan.status, bagian, contoh=keterangan.kantor.contoh)
    wadah.keterangan.html(f"{garis}{_lipatan(keterangan.unit_belum)}")


def isi_umum(wadah: Wadah, judul: str, kantor: Kantor | None, status: str = "") -> None:
    """Write the head of a page that shows no result; `status` is of the figures on it, if there are any."""
    wadah.judul.title(aman(judul), anchor=False)
    if kantor is not None:
        wadah.keterangan.html(_baris(status, [kantor.nama, kantor.kabupaten], contoh=kantor.contoh))


def _kelengkapan(keterangan: Keterangan) -> str:
    """Whose data are in; many that are missing are counted here and named in the fold below."""
    if len(keterangan.unit_belum) <= _DISEBUT:
        return keterangan.kelengkapan
    return f"{keterangan.banyak_unit} s/d {keterangan.periode.singkat}"


def _lipatan(belum: Sequence[str]) -> str:
    if len(belum) <= _DISEBUT:
        return ""
    return f"<details class='belum'><summary>{len(belum)} unit belum</summary>{html.escape(', '.join(belum))}</details>"


def _pengesahan(keterangan: Keterangan) -> list[str]:
    """Which snapshot the figures are, what was approved last while they are a draft again, why data are missing."""
    sah, bagian = keterangan.pengesahan, []
    if sah is not None:
        bagian = [f"snapshot {sah.nomor}, disetujui {tulis_waktu(sah.pada)}"]
    elif keterangan.snapshot_terakhir is not None:
        bagian = [f"yang terakhir disetujui adalah snapshot {keterangan.snapshot_terakhir}"]
    return [*bagian, keterangan.catatan_tanpa] if keterangan.catatan_tanpa else bagian


def subjudul(keterangan: Keterangan) -> str:
    """One line for a downloaded table: office, status, whose data are in, snapshot and sidik, and if it is a sample."""
    bagian = [keterangan.kantor.nama, f"status {keterangan.status}", keterangan.kelengkapan]
    if keterangan.pengesahan is not None:
        bagian += [f"snapshot {keterangan.pengesahan.nomor}", f"sidik {keterangan.pengesahan.sidik}"]
    return " · ".join([*bagian, *([TANDA_CONTOH] if keterangan.kantor.contoh else [])])


def _baris(status: str, bagian: list[str], *, contoh: bool) -> str:
    tanda = f"<strong class='tanda'>{TANDA_CONTOH}</strong>" if contoh else ""
    isi_baris = " · ".join(html.escape(sebaris(teks)) for teks in bagian)
    if status:
        tanda = f"<strong class='status'>{html.escape(status)}</strong>{tanda}"
    return f"<p class='keterangan'>{tanda} <span>{isi_baris}</span></p>"
