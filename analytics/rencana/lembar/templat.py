"""The sheets of a *rencana* workbook, once, as data; their columns are declared by the rows that they hold.

The template is written from this table and a workbook is read by it: by sheet name and header name, never by letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from analytics.aturan.periode import ROMAWI
from analytics.rencana import baris
from analytics.rencana.kolom import KolomRencana, kolom_lembar

VERSI_TEMPLAT: Final = "rencana-1"
"""Version of the template, written in its guide."""


@dataclass(frozen=True)
class LembarRencana:
    """One sheet. `bagian` is the field of `Rencana` that its rows are; `wajib` is False where an office may delete it.

    `per_tahun` says what its columns per year hold.
    """

    kunci: str
    nama: str
    penjelasan: str
    kolom: tuple[KolomRencana, ...]
    bagian: str
    per_tahun: Literal["nilai", "rupiah"] | None = None
    wajib: bool = True

    def cari(self, kunci: str) -> KolomRencana:
        """The column with this key; raises KeyError when there is none."""
        for kolom in self.kolom:
            if kolom.kunci == kunci:
                return kolom
        raise KeyError(kunci)


def _kolom_triwulan() -> tuple[KolomRencana, ...]:
    """The target of the year and of each triwulan."""
    tahun = KolomRencana("Target tahun", "nilai", contoh="80 | 80-90 | BB | kosong", lebar=15, kunci="t0")
    triwulan = (
        KolomRencana(f"TW {romawi}", "nilai", contoh="", lebar=12, kunci=f"t{nomor}")
        for nomor, romawi in ROMAWI.items()
    )
    return (tahun, *triwulan)


IDENTITAS: Final = LembarRencana(
    "identitas",
    "Identitas",
    "Satu baris satu butir. Kode perangkat daerah menjadi kunci semua data kantor ini; jangan diganti kemudian.",
    kolom=kolom_lembar(baris.IdentitasKantor),
    bagian="identitas",
)
UNIT: Final = LembarRencana(
    "unit",
    "Unit",
    "Seksi dan subbagian yang mengirim format data. Satu unit boleh mengisi realisasi anggaran untuk semua.",
    kolom=kolom_lembar(baris.Unit),
    bagian="unit",
)
DOKUMEN: Final = LembarRencana(
    "dokumen",
    "Dokumen",
    "Renstra dan Renja beserta versinya. Perubahan adalah dokumen baru dengan Ke = 1, 2, ...; yang lama tersimpan.",
    kolom=kolom_lembar(baris.VersiDokumen),
    bagian="dokumen",
)
POHON: Final = LembarRencana(
    "pohon",
    "Pohon",
    "Tujuan, sasaran, program, kegiatan, sub kegiatan. Induk satu tingkat di atasnya; tujuan tanpa induk.",
    kolom=kolom_lembar(baris.SimpulPohon),
    bagian="simpul",
)
INDIKATOR: Final = LembarRencana(
    "indikator",
    "Indikator",
    "Satu baris satu indikator. Aturan berubah: tambah baris dengan kode sama, mulai tahun baru, dan alasannya.",
    kolom=kolom_lembar(baris.IndikatorRencana, baris.AturanRencana),
    bagian="indikator",
)
TARGET_RENSTRA: Final = LembarRencana(
    "target_renstra",
    "Target Renstra",
    "Satu kolom satu tahun. Sel kosong berarti tidak direncanakan pada tahun itu; kosong bukan nol.",
    kolom=kolom_lembar(baris.TargetRencana),
    bagian="target",
    per_tahun="nilai",
)
TARGET_RENJA: Final = LembarRencana(
    "target_renja",
    "Target Renja",
    "Target triwulan ditulis menurut cara isinya: triwulan ini, atau s/d triwulan. Kosong berarti tidak direncanakan.",
    kolom=(*kolom_lembar(baris.TargetRencana), *_kolom_triwulan()),
    bagian="target",
)
KOLOM_UNIT: Final = KolomRencana(
    "Unit",
    "kode",
    contoh="hanya bila dibagi per unit",
    lebar=14,
    acuan="unit",
    kunci="unit",
    wajib=False,
    menyusul=True,
)
"""Whose part of a sub kegiatan a row of sheet Pagu is."""
KOLOM_KAS: Final = {
    nomor: KolomRencana(
        f"Kas TW {romawi}",
        "rupiah",
        contoh="boleh kosong; hanya Renja" if nomor == 1 else "",
        lebar=16,
        kunci=f"kas{nomor}",
        wajib=False,
        menyusul=True,
    )
    for nomor, romawi in ROMAWI.items()
}
"""By triwulan: what of the pagu of a Renja is to be drawn in it."""
PAGU: Final = LembarRencana(
    "pagu",
    "Pagu",
    "Rupiah per tahun menurut dokumennya. Diisi pada sub kegiatan, atau pada kegiatan yang tidak punya sub kegiatan. "
    "Yang dikerjakan beberapa kelurahan atau unit: satu baris setiap unit, dengan kolom Unit. "
    "Kas TW I sampai TW IV: rencana penarikan tiap triwulan, bila ada.",
    kolom=(*kolom_lembar(baris.Pagu), KOLOM_UNIT, *KOLOM_KAS.values()),
    bagian="pagu",
    per_tahun="rupiah",
)
RIWAYAT: Final = LembarRencana(
    "riwayat",
    "Riwayat",
    "Kondisi awal dan akhir Renstra, dan realisasi tahun-tahun sebelum Capaian dipakai, dengan sumbernya.",
    kolom=kolom_lembar(baris.Riwayat),
    bagian="riwayat",
    wajib=False,
)
RIWAYAT_ANGGARAN: Final = LembarRencana(
    "riwayat_anggaran",
    "Riwayat Anggaran",
    "Realisasi anggaran setahun penuh sebelum Capaian dipakai, dengan sumbernya.",
    kolom=kolom_lembar(baris.RiwayatAnggaran),
    bagian="riwayat_anggaran",
    wajib=False,
)
STANDAR_NASIONAL: Final = LembarRencana(
    "standar_nasional",
    "Standar Nasional",
    "Pembanding nasional bila ada, untuk Laporan Kinerja.",
    kolom=kolom_lembar(baris.Standar),
    bagian="standar",
    wajib=False,
)
TAUTAN_RPJMD: Final = LembarRencana(
    "tautan_rpjmd",
    "Tautan RPJMD",
    "Indikator kecamatan yang mendukung indikator RPJMD, dengan target RPJMD per tahun.",
    kolom=kolom_lembar(baris.Tautan),
    bagian="tautan",
    per_tahun="nilai",
    wajib=False,
)
IKK: Final = LembarRencana(
    "ikk",
    "IKK",
    "Elemen indikator kinerja kunci LPPD yang dipasok kecamatan.",
    kolom=kolom_lembar(baris.ElemenIkk),
    bagian="ikk",
    wajib=False,
)

DAFTAR_LEMBAR: Final = (
    IDENTITAS,
    UNIT,
    DOKUMEN,
    POHON,
    INDIKATOR,
    TARGET_RENSTRA,
    TARGET_RENJA,
    PAGU,
    RIWAYAT,
    RIWAYAT_ANGGARAN,
    STANDAR_NASIONAL,
    TAUTAN_RPJMD,
    IKK,
)
"""Every sheet that is read, in workbook order; Petunjuk stands before them and is not read."""

LEMBAR_MERUJUK: Final = {
    lembar.kunci: next(kolom.kunci for kolom in lembar.kolom if kolom.kunci in {"indikator", "simpul"})
    for lembar in DAFTAR_LEMBAR
    if any(kolom.kunci == "dokumen" for kolom in lembar.kolom)
}
"""The sheets whose rows belong to a document, with the column of the indicator or node they speak of."""

LEMBAR_PETUNJUK: Final = "Petunjuk"
KOLOM_BUTIR: Final = "Butir"
KOLOM_ISIAN: Final = "Isian"
"""Headers of Identitas, whose columns of data run downwards."""
