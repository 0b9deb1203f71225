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
    "indikator_berubah": "Format ini sudah memuat daftar indikator yang berlaku; baris yang baru tinggal diisi.",
    "simpul_berubah": "Format ini sudah memuat daftar kegiatan yang berlaku; baris yang baru tinggal diisi.",
    "baris_tersembunyi": "Barisnya sudah tampak lagi di format ini, dengan isinya.",
    "kolom_tersembunyi": "Kolomnya sudah tampak lagi di format ini, dengan isinya.",
    "lembar_tersembunyi": "Lembarnya sudah tampak lagi di format ini, dengan isinya.",
}
"""What the format in force mends by itself."""
_DI_BAWAH: Final = "ada di daftar di bawah"
_SARAN: Final[Mapping[str, str]] = {
    "lembar_hilang": "Lembar itu ada di berkas ini dengan nama yang benar; isi yang masih kosong.",
    "kolom_hilang": f"Isi kolom itu di format ini. Yang sudah diketik dan belum bertempat {_DI_BAWAH}.",
    "kolom_ganda": f"Ketik isi yang benar di kolom itu. Isi kedua kolomnya {_DI_BAWAH}.",
    "baris_hilang": "Isi baris itu di format ini, atau tulis alasannya di kolom Keterangan.",
    "baris_ganda": f"Ketik isi yang benar di baris ini. Isi kedua barisnya {_DI_BAWAH}.",
    "baris_asing": f"Ketik di baris yang benar bila datanya memang ada. Isinya {_DI_BAWAH}.",
    "baris_tertukar": f"Ketik isi yang benar di baris ini. Isi baris yang tertukar {_DI_BAWAH}.",
    "isian_tanpa_kode": f"Ketik di baris indikatornya bila memang datanya. Isinya {_DI_BAWAH}.",
    "pasangan_tidak_diminta": f"Hitung dan ketik hasilnya di kolom Realisasi. Yang sudah diketik {_DI_BAWAH}.",
    "cara_isi_berubah": f"Ketik nilainya menurut cara mengisi di format ini. Yang sudah diketik {_DI_BAWAH}.",
    "sel_gabungan": f"Ketik isi masing-masing di selnya. Isi sel gabungannya {_DI_BAWAH}.",
    "judul_berubah": "Judulnya sudah kembali seperti semula. Pastikan isi kolomnya memang itu.",
    "nama_berubah": "Namanya sudah kembali seperti semula. Pastikan isinya milik baris ini, atau tulis alasannya di "
    "kolom Keterangan.",
    "lembar_salinan": "Lembar salinan tidak terbawa ke format ini. Pindahkan isinya bila yang benar ada di sana.",
    "jumlah_beda": "Rumus jumlahnya sudah kembali. Betulkan sub kegiatannya bila jumlah yang diketik memang benar.",
}
"""What is to be done in the format in force, where the advice for the sender's own file does not fit it."""


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
    return TemuanKembali(temuan, "unit", _SARAN.get(temuan.kode, temuan.saran))


def _sebut_alasan(alasan: str | None) -> str:
    return "Sudah dijelaskan." if alasan is None else f"Sudah dijelaskan: {alasan}"
