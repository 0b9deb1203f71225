"""The papers of steps 1-3 as Word documents: the request letter to the units, and the record of who got a format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from docx.document import Document as Dokumen

from analytics.aturan.periode import Periode, tulis_hari_tanggal, tulis_tanggal
from analytics.aturan.teks import sebaris
from analytics.naskah.kepala import PENGIRIM, Penanda
from analytics.naskah.kertas import (
    ISI_CM,
    TANDA_TANGAN_CM,
    TITIK,
    Alinea,
    Sampul,
    kop,
    mulai_naskah,
    simpan_naskah,
    tanda_contoh,
    tanda_tangan,
    tulis_kepala,
    tulis_semua,
    tulis_tabel,
)
from analytics.naskah.memo import sebut_kepala

PENERIMA_FORMAT: Final = "Kepala Subbagian Umum dan Kepegawaian"
_TANPA_NAMA: Final = Penanda(PENERIMA_FORMAT)
_DIMINTA: Final = (
    "Mengisi sel kuning pada format data unit Saudara, juga faktor pendorong, faktor penghambat, dan tindak lanjut.",
    "Memvalidasi isian itu dan menyiapkan bukti dukungnya. Isian yang belum ada datanya diberi alasan, bukan angka 0.",
    "Mengunggah format yang sudah diisi melalui Capaian, halaman Unggah, atau menyerahkannya kepada "
    f"{PENERIMA_FORMAT}.",
)
_LEBAR_UNIT: Final = (1.1, ISI_CM - 4.6, 3.5)
_LEBAR_TERIMA: Final = (1.1, 6.0, 3.0, ISI_CM - 13.3, 3.2)
_JUDUL_TERIMA: Final = ("No", "Diserahkan kepada", "Tanggal", "Nama penerima", "Tanda tangan")


@dataclass(frozen=True)
class Penerima:
    """A unit that is asked: how many of its cells are due, and when it received its format (None: not yet)."""

    nama_unit: str
    wajib: int
    diserahkan: date | None = None


@dataclass(frozen=True)
class SuratPermintaan:
    """The request for data of a periode as it was recorded at `waktu`; `ke_umum` is the day of step 2.

    `penanda` signs the letter, `penerima_format` the record of who got a format.
    """

    nama_kantor: str
    kabupaten: str
    contoh: bool
    periode: Periode
    nomor: str
    tanggal: date | None
    tenggat: date
    penerima: tuple[Penerima, ...]
    penanda: Penanda
    waktu: datetime
    ke_umum: date | None = None
    penerima_format: Penanda = _TANPA_NAMA


def susun_surat(surat: SuratPermintaan) -> bytes:
    """The letter that asks the units for their data. The same input gives the same bytes."""
    sampul = _sampul(surat, f"Permintaan data kinerja {surat.periode.nama}")
    dokumen = mulai_naskah(sampul)
    tulis_semua(dokumen, (*kop(sampul), *tanda_contoh(contoh=surat.contoh)))
    tanggal = tulis_tanggal(surat.tanggal) if surat.tanggal else TITIK
    tulis_semua(dokumen, (Alinea(tanggal, inden=TANDA_TANGAN_CM, sesudah=4),))
    tulis_kepala(dokumen, _isi_kepala(surat))
    tulis_semua(dokumen, (*_pembuka(surat),))
    baris = [
        (str(nomor), sebaris(sebut_kepala(penerima.nama_unit), 120), _wajib(penerima))
        for nomor, penerima in enumerate(surat.penerima, 1)
    ]
    tulis_tabel(dokumen, ("No", "Kepada", "Isian wajib"), baris, _LEBAR_UNIT, 10)
    tulis_semua(dokumen, (*_permintaan(surat), *tanda_tangan(surat.penanda)))
    return simpan_naskah(dokumen, surat.waktu)


def susun_ekspedisi(surat: SuratPermintaan) -> bytes:
    """The record of handing over the formats in steps 2 and 3. The same input gives the same bytes."""
    judul = f"Tanda terima format data kinerja {surat.periode.nama}"
    sampul = _sampul(surat, judul)
    dokumen = mulai_naskah(sampul)
    atas = Alinea(judul.upper(), 12, tebal=True, rata="tengah", sesudah=8)
    tulis_semua(dokumen, (*kop(sampul), atas, *tanda_contoh(contoh=surat.contoh)))
    nomor = f"Surat permintaan nomor {sebaris(surat.nomor, 100) or TITIK}"
    tulis_semua(dokumen, (Alinea(f"{nomor}, tenggat {tulis_hari_tanggal(surat.tenggat)}.", sesudah=10),))
    _langkah_dua(surat, dokumen)
    tulis_semua(dokumen, (Alinea("", sesudah=4), Alinea("Langkah 3: kepada unit", tebal=True)))
    baris = [
        (str(ke), sebaris(sebut_kepala(penerima.nama_unit), 120), _tanggal(penerima.diserahkan), "", "")
        for ke, penerima in enumerate(surat.penerima, 1)
    ]
    tulis_tabel(dokumen, _JUDUL_TERIMA, baris, _LEBAR_TERIMA, 10, tinggi=1.1)
    catatan = "Tanggal terisi dari catatan Capaian; nama dan tanda tangan diisi saat format diterima."
    tulis_semua(dokumen, (Alinea("", sesudah=2), Alinea(catatan, 9, sesudah=14), *tanda_tangan(surat.penerima_format)))
    return simpan_naskah(dokumen, surat.waktu)


def _langkah_dua(surat: SuratPermintaan, dokumen: Dokumen) -> None:
    judul = Alinea(f"Langkah 2: dari {PENGIRIM}", tebal=True)
    tulis_semua(dokumen, (judul,))
    baris = [("1", PENERIMA_FORMAT, _tanggal(surat.ke_umum), "", "")]
    tulis_tabel(dokumen, _JUDUL_TERIMA, baris, _LEBAR_TERIMA, 10, tinggi=1.1)


def _sampul(surat: SuratPermintaan, judul: str) -> Sampul:
    return Sampul(surat.nama_kantor, surat.kabupaten, judul, surat.periode.nama, surat.contoh, surat.waktu)


def _isi_kepala(surat: SuratPermintaan) -> tuple[tuple[str, str], ...]:
    return (
        ("Nomor", sebaris(surat.nomor, 100) or TITIK),
        ("Sifat", "Biasa"),
        ("Lampiran", "1 (satu) format data untuk tiap unit"),
        ("Hal", f"Permintaan data kinerja {surat.periode.nama}"),
    )


def _pembuka(surat: SuratPermintaan) -> Iterator[Alinea]:
    yield Alinea("Yth. para kepala unit sebagaimana daftar di bawah", sesudah=1)
    yield Alinea("di tempat", sesudah=10)
    yield Alinea(
        f"Untuk menyusun Dokumen Kompilasi Data Kinerja {surat.periode.nama} menurut SOP Pengumpulan Data Kinerja dan "
        "Penyusunan Laporan Kinerja, dengan hormat kami minta data dan informasi kinerja dari:",
        rata="penuh",
        sesudah=6,
    )


def _permintaan(surat: SuratPermintaan) -> Iterator[Alinea]:
    yield Alinea("", sesudah=2)
    yield Alinea("Saudara diminta:", sesudah=3)
    for nomor, permintaan in enumerate(_DIMINTA, 1):
        yield Alinea(f"{nomor}.\t{permintaan}", rata="penuh", sesudah=3, gantung=0.6)
    yield Alinea("", 4, sesudah=0)
    yield Alinea(f"Data kami terima paling lambat hari {tulis_hari_tanggal(surat.tenggat)}.", tebal=True, sesudah=6)
    yield Alinea("Atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.", sesudah=16)


def _wajib(penerima: Penerima) -> str:
    return f"{penerima.wajib} isian" if penerima.wajib else "tidak ada"


def _tanggal(hari: date | None) -> str:
    return tulis_tanggal(hari) if hari else ""
