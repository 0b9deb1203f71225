"""The head of every page: its conclusion as the title, and below it whose figures these are and how sure."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.aturan.periode import tulis_waktu
from analytics.aturan.teks import sebaris
from analytics.evaluasi.hasil import Kantor, Keterangan
from analytics.rupa import TANDA_CONTOH, css_warna
from pages.komponen.teks import aman


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
        keterangan.kantor.nama,
        f"s/d {keterangan.periode.nama}",
        f"data per {data}" if data else "belum ada kiriman",
        f"menurut {keterangan.dokumen}" if keterangan.dokumen else "belum ada Renja yang berlaku",
        *_pengesahan(keterangan),
    ]
    wadah.keterangan.html(_baris(keterangan.status, bagian, contoh=keterangan.kantor.contoh))


def isi_umum(wadah: Wadah, judul: str, kantor: Kantor | None, status: str = "") -> None:
    """Write the head of a page that shows no result; `status` is of the figures on it, if there are any."""
    wadah.judul.title(aman(judul), anchor=False)
    if kantor is not None:
        wadah.keterangan.html(_baris(status, [kantor.nama, kantor.kabupaten], contoh=kantor.contoh))


def _pengesahan(keterangan: Keterangan) -> list[str]:
    """Which snapshot the figures are, what was approved last while they are a draft again, whose data are missing."""
    sah, bagian = keterangan.pengesahan, []
    if sah is not None:
        bagian = [f"snapshot {sah.nomor}, disetujui {tulis_waktu(sah.pada)}"]
    elif keterangan.snapshot_terakhir is not None:
        bagian = [f"yang terakhir disetujui adalah snapshot {keterangan.snapshot_terakhir}"]
    return [*bagian, f"tanpa data {keterangan.tanpa_unit}"] if keterangan.tanpa_unit else bagian


def subjudul(keterangan: Keterangan) -> str:
    """One line for a downloaded table: office, periode, status, snapshot and sidik, and whether it is a sample."""
    bagian = [keterangan.kantor.nama, f"s/d {keterangan.periode.nama}", f"status {keterangan.status}"]
    if keterangan.pengesahan is not None:
        bagian += [f"snapshot {keterangan.pengesahan.nomor}", f"sidik {keterangan.pengesahan.sidik}"]
    return " · ".join([*bagian, *([TANDA_CONTOH] if keterangan.kantor.contoh else [])])


def _baris(status: str, bagian: list[str], *, contoh: bool) -> str:
    tanda = f"<strong class='tanda'>{TANDA_CONTOH}</strong>" if contoh else ""
    isi_baris = " · ".join(html.escape(sebaris(teks)) for teks in bagian)
    if status:
        tanda = f"<strong class='status'>{html.escape(status)}</strong>{tanda}"
    return f"<p class='keterangan'>{tanda} <span>{isi_baris}</span></p>"
