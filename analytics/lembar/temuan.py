"""Findings: what is wrong with a workbook, where, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Tingkat = Literal["galat", "peringatan", "info"]
URUTAN_TINGKAT: Final[dict[Tingkat, int]] = {"galat": 0, "peringatan": 1, "info": 2}


@dataclass(frozen=True)
class Aturan:
    """One entry of the catalogue: a rule that a workbook can break.

    `aturan` is the rule as an Indonesian sentence, `sebab` why it matters and for which form, `sumber` its source.
    """

    kode: str
    tingkat: Tingkat
    aturan: str
    sebab: str
    sumber: str


@dataclass(frozen=True)
class Temuan:
    """One finding. `pesan` says what is wrong and why, `saran` what to type or do instead, both in Indonesian.

    `lembar` and `sel` are the sheet and the cell (A1), None when the whole file is meant; `diketik` is the content as
    typed, `dipahami` how it was read.
    """

    kode: str
    tingkat: Tingkat
    pesan: str
    saran: str
    lembar: str | None = None
    sel: str | None = None
    kode_indikator: str | None = None
    diketik: str | None = None
    dipahami: str | None = None

    @property
    def alamat(self) -> str:
        """`Realisasi!F12`, `Realisasi`, or `berkas` when the whole file is meant."""
        if self.lembar is None:
            return "berkas"
        return self.lembar if self.sel is None else f"{self.lembar}!{self.sel}"

    @property
    def kunci(self) -> str:
        """Identifies the finding within its file: the same mistake in the same cell has the same kunci."""
        return f"{self.kode}@{self.alamat}"


_KEAMANAN: Final = "Kebijakan keamanan Capaian: berkas unggahan dijaga sebelum dibaca"
_FORMAT: Final = "Format Data Kinerja, SOP langkah 1-4"
_TANPA_TEBAKAN: Final = "Asas Capaian: tidak ada angka tebakan, kosong bukan nol"

_BERKAS: Final = (
    Aturan("berkas_kosong", "galat", "Berkas harus berisi.", "Berkas kosong tidak memuat data.", _KEAMANAN),
    Aturan("berkas_besar", "galat", "Berkas paling besar 10 MB.", "Format data kinerja jauh lebih kecil.", _KEAMANAN),
    Aturan(
        "bukan_xlsx",
        "galat",
        "Berkas harus buku kerja Excel (.xlsx).",
        "Jenis lain tidak punya alamat sel yang dapat diperiksa.",
        _KEAMANAN,
    ),
    Aturan("berkas_bersandi", "galat", "Berkas tidak boleh bersandi.", "Isi bersandi tidak dapat dibaca.", _KEAMANAN),
    Aturan("berkas_rusak", "galat", "Berkas harus utuh.", "Berkas yang rusak bisa terbaca sebagian.", _KEAMANAN),
    Aturan(
        "berkas_ganjil",
        "galat",
        "Susunan isi berkas harus wajar.",
        "Bagian kembar atau bernama aneh dapat menyembunyikan isi lain.",
        _KEAMANAN,
    ),
    Aturan(
        "isi_besar",
        "galat",
        "Isi berkas setelah dibuka paling besar 32 MB dan 200.000 sel.",
        "Isi yang mengembang dapat menghentikan komputer kantor.",
        _KEAMANAN,
    ),
    Aturan(
        "bagian_hilang",
        "galat",
        "Bagian wajib buku kerja harus ada.",
        "Tanpa bagian itu isi tidak dapat dibaca.",
        _KEAMANAN,
    ),
    Aturan(
        "xml_terlarang",
        "galat",
        "Isi XML tidak boleh memuat DTD, entitas, atau huruf selain UTF-8.",
        "Bagian itu dapat membuka berkas lain di komputer kantor.",
        _KEAMANAN,
    ),
    Aturan(
        "berkas_makro",
        "galat",
        "Berkas tidak boleh berisi makro.",
        "Makro adalah program; data tidak memerlukannya.",
        _KEAMANAN,
    ),
    Aturan(
        "tautan_luar",
        "galat",
        "Berkas tidak boleh terhubung ke berkas atau sumber data lain.",
        "Angka dari berkas lain dapat berubah tanpa diketahui.",
        _KEAMANAN,
    ),
    Aturan(
        "sel_di_luar_batas",
        "galat",
        "Sel terpakai paling jauh kolom SR dan baris 20.000.",
        "Sel yang sangat jauh membuat berkas menjadi raksasa saat dibaca.",
        _KEAMANAN,
    ),
    Aturan(
        "tidak_terbaca",
        "galat",
        "Buku kerja harus dapat dibaca dalam batas waktu dan memori.",
        "Berkas yang tidak selesai dibaca tidak dapat diperiksa.",
        _KEAMANAN,
    ),
)

KATALOG: Final[dict[str, Aturan]] = {satu.kode: satu for satu in _BERKAS}
"""Every rule that a finding can name, by kode."""


def buat(kode: str, pesan: str, saran: str, **letak: str | None) -> Temuan:
    """Make a finding of a catalogue rule; `letak` holds the optional fields of `Temuan`.

    Raises KeyError for a kode that is not in the catalogue.
    """
    return Temuan(kode, KATALOG[kode].tingkat, pesan, saran, **letak)


def ada_galat(temuan: Iterable[Temuan]) -> bool:
    """Whether any finding forbids storing the file."""
    return any(satu.tingkat == "galat" for satu in temuan)


def urutkan(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Put findings in their one order: tingkat, then sheet, row, column, kode."""
    return tuple(sorted(temuan, key=_urutan))


def _urutan(satu: Temuan) -> tuple[int, str, int, int, str, str, str]:
    cocok = re.match(r"([A-Z]+)(\d+)", satu.sel or "")
    huruf, baris = (cocok.group(1), int(cocok.group(2))) if cocok else ("", 0)
    return (URUTAN_TINGKAT[satu.tingkat], satu.lembar or "", baris, len(huruf), huruf, satu.kode, satu.pesan)
