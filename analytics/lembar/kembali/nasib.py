"""Who still has to do something about a finding, and what, once the sender has the format in force in hand again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from analytics.temuan.butir import URUTAN_TINGKAT, Temuan
from analytics.temuan.katalog import SALAH_KETIK

Kelompok = Literal["unit", "kasubbag", "selesai", "info"]
"""Asked of the unit, waiting for the Kasubbag, settled, or only to be known."""
URUTAN_KELOMPOK: Final[tuple[Kelompok, ...]] = ("unit", "kasubbag", "selesai", "info")

_PULIH: Final[Mapping[str, str]] = {
    "indikator_berubah": "Format terisi sudah memuat daftar indikator yang berlaku; baris yang baru tinggal diisi.",
    "simpul_berubah": "Format terisi sudah memuat daftar kegiatan yang berlaku; baris yang baru tinggal diisi.",
    "baris_tersembunyi": "Barisnya sudah tampak lagi di format terisi, dengan isinya.",
    "kolom_tersembunyi": "Kolomnya sudah tampak lagi di format terisi, dengan isinya.",
    "lembar_tersembunyi": "Lembarnya sudah tampak lagi di format terisi, dengan isinya.",
}
"""What the format in force mends by itself."""
_DIDAFTAR: Final = "ada di lembar TEMUAN"
_SARAN: Final[Mapping[str, str]] = {
    "lembar_hilang": "Lembar itu ada di format terisi dengan nama yang benar; isi yang masih kosong.",
    "kolom_hilang": f"Isi kolom itu di format terisi. Yang sudah diketik dan belum bertempat {_DIDAFTAR}.",
    "kolom_ganda": f"Ketik isi yang benar di kolom itu. Isi kedua kolomnya {_DIDAFTAR}.",
    "baris_hilang": "Isi baris itu di format terisi, atau tulis alasannya di kolom Keterangan.",
    "baris_ganda": f"Ketik isi yang benar di baris ini. Isi kedua barisnya {_DIDAFTAR}.",
    "baris_asing": f"Ketik di baris yang benar bila datanya memang ada. Isinya {_DIDAFTAR}.",
    "baris_tertukar": f"Ketik isi yang benar di baris ini. Isi baris yang tertukar {_DIDAFTAR}.",
    "isian_tanpa_kode": f"Ketik di baris indikatornya bila memang datanya. Isinya {_DIDAFTAR}.",
    "pasangan_tidak_diminta": f"Hitung dan ketik hasilnya di kolom Realisasi. Yang sudah diketik {_DIDAFTAR}.",
    "cara_isi_berubah": f"Ketik nilainya menurut cara mengisi di format terisi. Yang sudah diketik {_DIDAFTAR}.",
    "sel_gabungan": f"Ketik isi masing-masing di selnya. Isi sel gabungannya {_DIDAFTAR}.",
    "judul_berubah": "Judulnya sudah kembali seperti semula. Pastikan isi kolomnya memang itu.",
    "nama_berubah": "Namanya sudah kembali seperti semula. Pastikan isinya milik baris ini, atau tulis alasannya di "
    "kolom Keterangan.",
    "lembar_salinan": "Lembar salinan tidak terbawa ke format terisi. Pindahkan isinya bila yang benar ada di sana.",
    "jumlah_beda": "Rumus jumlahnya sudah kembali. Betulkan sub kegiatannya bila jumlah yang diketik memang benar.",
}
"""What is to be done in the format in force, where the advice for the sender's own file does not fit it."""
_FORMAT_SEL: Final = frozenset({"tanggal_bukan_angka", "persen_bukan_satuan"})
"""Findings that come of the format of the sender's cell, which the format in force does not have."""


@dataclass(frozen=True)
class JawabanTemuan:
    """What answers findings by `Temuan.kunci`: `tertulis` reasons of the workbook, `tegas` what a person settled."""

    tertulis: Mapping[str, str]
    tegas: Collection[str] = ()


@dataclass(frozen=True)
class TemuanKembali:
    """A finding on its way back: who has to do something, and what, as one sentence."""

    temuan: Temuan
    kelompok: Kelompok
    saran: str


def bagi_temuan(temuan: Iterable[Temuan], jawaban: JawabanTemuan) -> tuple[TemuanKembali, ...]:
    """The findings of an upload by who has to do something; within a kelompok galat first, else in their order."""
    return tuple(sorted((_bagi(butir, jawaban) for butir in temuan), key=_urutan))


def _urutan(kembali: TemuanKembali) -> tuple[int, int]:
    return URUTAN_KELOMPOK.index(kembali.kelompok), URUTAN_TINGKAT[kembali.temuan.tingkat]


def _bagi(temuan: Temuan, jawaban: JawabanTemuan) -> TemuanKembali:
    alasan = jawaban.tertulis.get(temuan.kunci)
    if temuan.kode in _PULIH:
        return TemuanKembali(temuan, "selesai", _PULIH[temuan.kode])
    if temuan.tingkat == "info":
        return TemuanKembali(temuan, "info", temuan.saran)
    if temuan.tingkat == "peringatan" and temuan.kunci in jawaban.tegas:
        return TemuanKembali(temuan, "selesai", _sebut_alasan(alasan))
    if temuan.tingkat == "peringatan" and alasan is not None:
        return TemuanKembali(temuan, "kasubbag" if temuan.kode in SALAH_KETIK else "selesai", _sebut_alasan(alasan))
    return TemuanKembali(temuan, "unit", _saran(temuan))


def _saran(temuan: Temuan) -> str:
    if temuan.kode in _FORMAT_SEL:
        pilihan = " atau ".join(temuan.pengganti) or "angkanya"
        return f"Ketik {pilihan}; sel di format terisi sudah berformat angka."
    return _SARAN.get(temuan.kode, temuan.saran)


def _sebut_alasan(alasan: str | None) -> str:
    return "Sudah dijelaskan." if alasan is None else f"Sudah dijelaskan: {alasan}"
