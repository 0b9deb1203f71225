"""The words of the enumerated columns of a *rencana* workbook, once, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.istilah import SEBUTAN_POLARITAS
from analytics.aturan.periode import ROMAWI, WAJIB_LAPOR
from analytics.aturan.rumus import DAFTAR_RUMUS


@dataclass(frozen=True)
class Pilihan:
    """One word of an enumerated column: `kode` is stored, `nama` is typed; `lain` are other accepted spellings.

    `arti` says what the word means, for the guide.
    """

    kode: str
    nama: str
    lain: tuple[str, ...] = ()
    arti: str = ""


YA_TIDAK: Final = (Pilihan("ya", "ya"), Pilihan("tidak", "tidak"))
JENIS_UNIT: Final = (
    Pilihan("seksi", "seksi"),
    Pilihan("subbag", "subbag", lain=("subbagian", "sub bagian")),
    Pilihan("kelurahan", "kelurahan"),
    Pilihan("upt", "UPT", lain=("UPTD",)),
)
SUB_SKPD: Final = frozenset({"kelurahan", "upt"})
"""The kinds of units that have a code of their own in the budget."""
JENIS_DOKUMEN: Final = (Pilihan("renstra", "Renstra"), Pilihan("renja", "Renja", lain=("Renja/PK", "PK")))
VERSI_DOKUMEN: Final = (Pilihan("murni", "murni"), Pilihan("perubahan", "perubahan"))
TINGKAT: Final = (
    Pilihan("tujuan", "tujuan"),
    Pilihan("sasaran", "sasaran"),
    Pilihan("program", "program"),
    Pilihan("kegiatan", "kegiatan"),
    Pilihan("sub_kegiatan", "sub kegiatan", lain=("subkegiatan",)),
)
"""The levels of the plan tree from the top; the parent of a node stands one level higher."""
PUNCAK: Final = frozenset({"tujuan", "sasaran"})
"""The levels that the Renstra plans by itself; from program down the Renja decides."""
POLARITAS: Final = (
    Pilihan("naik", "naik", lain=SEBUTAN_POLARITAS["naik"], arti="Makin tinggi makin baik."),
    Pilihan("turun", "turun", lain=SEBUTAN_POLARITAS["turun"], arti="Makin rendah makin baik."),
)
RUMUS: Final = tuple(
    Pilihan(kode, kode.replace("_", " "), lain=("peringkat",) if kode == "ordinal" else (), arti=rumus.kalimat)
    for kode, rumus in DAFTAR_RUMUS.items()
)
FREKUENSI: Final = tuple(
    Pilihan(kode, kode, arti=f"Wajib dilaporkan pada triwulan {', '.join(ROMAWI[tw] for tw in triwulan)}.")
    for kode, triwulan in WAJIB_LAPOR.items()
)
AGREGASI: Final = tuple(
    Pilihan(kode, agregasi.nama, arti=agregasi.kalimat) for kode, agregasi in DAFTAR_AGREGASI.items()
)
TAHUNAN: Final = (
    Pilihan("jumlah", "jumlah", arti="Tahun-tahun Renstra dijumlahkan; target akhir adalah jumlah target tahunan."),
    Pilihan(
        "tahun_terakhir",
        "tahun terakhir",
        arti="Tahun terbaru yang berlaku; target akhir adalah kondisi akhir, atau target tahun terakhir.",
    ),
)
"""How years make a Renstra."""
ANTARUNIT: Final = (
    Pilihan("jumlah", "jumlah", arti="Nilai unit-unit dijumlahkan."),
    Pilihan("rata_rata", "rata-rata", lain=("rata rata",), arti="Jumlah nilai unit dibagi banyaknya unit."),
    Pilihan("rasio", "rasio", arti="Jumlah pembilang semua unit dibagi jumlah penyebutnya, dikali faktor."),
)
"""How the values of units make that of the office."""
CARA_ISI: Final = (
    Pilihan("triwulan_ini", "triwulan ini", arti="Nilai triwulan itu saja, target dan realisasinya."),
    Pilihan("sd_triwulan", "s/d triwulan", arti="Nilai kumulatif sejak Januari; tidak pernah turun."),
)
LAPORAN: Final = (
    Pilihan("iku", "IKU"),
    Pilihan("renja", "Renja"),
    Pilihan("renstra", "Renstra"),
    Pilihan("rpjmd", "RPJMD"),
    Pilihan("lppd", "LPPD", lain=("IKK",)),
    Pilihan("pk", "PK", lain=("Perjanjian Kinerja",)),
)
KONDISI_AKHIR: Final = "kondisi_akhir"
JENIS_RIWAYAT: Final = (
    Pilihan("kondisi_awal", "kondisi awal"),
    Pilihan(KONDISI_AKHIR, "kondisi akhir"),
    Pilihan("realisasi", "realisasi"),
)
ELEMEN_IKK: Final = (Pilihan("pembilang", "pembilang"), Pilihan("penyebut", "penyebut"), Pilihan("capaian", "capaian"))
