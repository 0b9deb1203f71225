"""The layout of the format workbook as data: sheets, columns by key, and the fingerprint.

The writer puts the keys into a hidden row above the headers and every reader finds columns by them, never by letter.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from analytics.aturan.angka import tulis_angka
from analytics.aturan.istilah import NAMA_CARA_ISI
from analytics.aturan.periode import ROMAWI, Periode
from analytics.aturan.teks import sandingan
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat
from analytics.pembaca.baca import urai_alamat

VERSI_FORMAT: Final = "capaian-format-1"
LEMBAR_PETUNJUK: Final = "Petunjuk"
LEMBAR_REALISASI: Final = "Realisasi"
LEMBAR_ANGGARAN: Final = "Anggaran"
LEMBAR_SIDIK: Final = "_capaian"

JenisKolom = Literal["terkunci", "angka", "teks"]
"""Locked, or typed by the unit as a number or as a text."""

JenisNarasi = Literal[
    "faktor_pendorong", "faktor_penghambat", "tindak_lanjut_triwulan", "tindak_lanjut_renja", "bukti_dukung"
]
"""What a text beside an indicator is about, as in table narasi."""
JENIS_NARASI: Final[tuple[JenisNarasi, ...]] = get_args(JenisNarasi)


@dataclass(frozen=True)
class KolomFormat:
    """One column: its key, its header (with `{tahun}` and `{triwulan}`), its width in characters, who fills it.

    `halaman`: the last column of a printed page. `pilihan`: it may be missing in a workbook, as in older ones.
    """

    kunci: str
    judul: str
    lebar: float
    jenis: JenisKolom = "terkunci"
    halaman: bool = False
    pilihan: bool = False

    def tulis_judul(self, periode: Periode) -> str:
        """The header as it stands in the workbook of this periode."""
        return self.judul.format(tahun=periode.tahun, triwulan=ROMAWI[periode.triwulan])


_DEPAN: Final = (
    KolomFormat("no", "No", lebar=4),
    KolomFormat("kode", "Kode", lebar=10.5),
    KolomFormat("nama", "Indikator", lebar=31),
    KolomFormat("satuan", "Satuan", lebar=10.5),
    KolomFormat("cara_isi", "Cara mengisi", lebar=25),
    KolomFormat("keadaan", "Status", lebar=12.5),
    KolomFormat("target_triwulan", "Target triwulan {triwulan}", lebar=10.5),
    KolomFormat("target_tahun", "Target tahun {tahun}", lebar=10.5),
)
_ISIAN: Final = (
    KolomFormat("pembilang", "Pembilang", lebar=10.5, jenis="angka"),
    KolomFormat("penyebut", "Penyebut", lebar=10.5, jenis="angka"),
    KolomFormat("realisasi", "Realisasi triwulan {triwulan}", lebar=12, jenis="angka"),
    KolomFormat("capaian", "Capaian menurut unit (%)", lebar=11.5, jenis="angka", pilihan=True),
    KolomFormat("alasan", "Keterangan, atau alasan bila kosong", lebar=26, jenis="teks", halaman=True),
    KolomFormat("faktor_pendorong", "Faktor pendorong", lebar=27, jenis="teks"),
    KolomFormat("faktor_penghambat", "Faktor penghambat", lebar=27, jenis="teks"),
    KolomFormat("tindak_lanjut_triwulan", "Tindak lanjut triwulan berikutnya", lebar=27, jenis="teks"),
    KolomFormat("tindak_lanjut_renja", "Tindak lanjut Renja berikutnya", lebar=27, jenis="teks"),
    KolomFormat("bukti_dukung", "Bukti dukung", lebar=22, jenis="teks", halaman=True),
)
_URAIAN: Final = (
    KolomFormat("definisi", "Definisi operasional", lebar=44),
    KolomFormat("sumber_data", "Sumber data", lebar=20, halaman=True),
)
KUNCI_URAIAN: Final = tuple(kolom.kunci for kolom in _URAIAN)
"""Columns that repeat a text of the plan, by the name of its field in `IndikatorFormat`."""
_ACUAN: Final = (
    KolomFormat("polaritas", "Polaritas", lebar=14),
    KolomFormat("frekuensi", "Frekuensi", lebar=12),
    KolomFormat("rumus", "Rumus capaian", lebar=42),
    KolomFormat("dokumen", "Dokumen target", lebar=22),
    *_URAIAN,
)
KOLOM_ANGGARAN: Final = (
    KolomFormat("no", "No", lebar=4.5),
    KolomFormat("kode", "Kode", lebar=19),
    KolomFormat("nama", "Kegiatan / sub kegiatan", lebar=62),
    KolomFormat("pagu", "Pagu {tahun} (Rp)", lebar=19),
    KolomFormat("lalu", "Realisasi s/d triwulan sebelumnya (Rp)", lebar=19),
    KolomFormat("rupiah", "Realisasi s/d triwulan {triwulan} (Rp)", lebar=19, jenis="angka"),
    KolomFormat("alasan", "Keterangan, atau alasan bila kosong", lebar=34, jenis="teks", halaman=True),
)


def kolom_realisasi(triwulan: int) -> tuple[KolomFormat, ...]:
    """The columns of sheet Realisasi; from triwulan II on with one column for each earlier triwulan."""
    lalu = (KolomFormat(f"lalu_{nomor}", f"Realisasi TW {ROMAWI[nomor]}", lebar=9) for nomor in range(1, triwulan))
    return (*_DEPAN, *lalu, *_ISIAN, *_ACUAN)


def tulis_cara_isi(indikator: IndikatorFormat) -> str:
    """What the column Cara mengisi tells the unit about one indicator."""
    bagian = [NAMA_CARA_ISI[indikator.cara_isi].capitalize()]
    if indikator.berpembilang:
        faktor = "" if indikator.faktor == 1 else f"\nHasil × {tulis_angka(indikator.faktor or 1)}"
        bagian.append(f"Pembilang: {indikator.pembilang}\nPenyebut: {indikator.penyebut}{faktor}")
    if indikator.pilihan:
        bagian.append(f"Pilih: {', '.join(indikator.pilihan)}")
    if indikator.serentak:
        bagian.append(f"Berlaku juga untuk {', '.join(indikator.serentak)}")
    if indikator.bagian_dari:
        bagian.append(f"Bagian unit ini dari {indikator.bagian_dari}")
    return "\n".join(bagian)


def kunci_isian(kolom: Iterable[KolomFormat]) -> tuple[str, ...]:
    """The keys of the columns that must be there to read a sheet."""
    return ("kode", *(isian.kunci for isian in kolom if isian.jenis != "terkunci" and not isian.pilihan))


@dataclass(frozen=True)
class IdentitasFormat:
    """Whose workbook it is: the content of the fingerprint sheet."""

    versi_format: str
    kode_pd: str
    kode_unit: str
    tahun: int
    triwulan: int
    indikator: tuple[str, ...]
    simpul: tuple[str, ...]

    @property
    def periode(self) -> Periode:
        """The triwulan that the workbook is for."""
        return Periode(self.tahun, self.triwulan)

    @property
    def sidik(self) -> str:
        """SHA-256 over everything that identifies the workbook."""
        pokok = [
            self.versi_format,
            self.kode_pd,
            self.kode_unit,
            self.tahun,
            self.triwulan,
            self.indikator,
            self.simpul,
        ]
        return hashlib.sha256(json.dumps(pokok, ensure_ascii=False).encode()).hexdigest()

    def tulis(self) -> list[tuple[str, str]]:
        """The rows of the fingerprint sheet: key, value."""
        return [
            ("format", self.versi_format),
            ("kode_pd", self.kode_pd),
            ("kode_unit", self.kode_unit),
            ("tahun", str(self.tahun)),
            ("triwulan", str(self.triwulan)),
            ("sidik", self.sidik),
            *(("indikator", kode) for kode in self.indikator),
            *(("simpul", kode) for kode in self.simpul),
        ]


def identitas(bahan: BahanFormat) -> IdentitasFormat:
    """The identity of the workbook that this material makes."""
    return IdentitasFormat(
        VERSI_FORMAT,
        bahan.kantor.kode_pd,
        bahan.kode_unit,
        bahan.periode.tahun,
        bahan.periode.triwulan,
        tuple(indikator.kode for indikator in bahan.indikator),
        tuple(simpul.kode for simpul in bahan.simpul),
    )


def baca_identitas(teks: Mapping[str, str]) -> tuple[IdentitasFormat, bool] | None:
    """Read the fingerprint sheet (content by address): the identity and whether its sidik holds.

    None when it is no fingerprint of any version of ours.
    """
    per_kunci: dict[str, list[str]] = defaultdict(list)
    for alamat, kunci in teks.items():
        kolom, nomor = urai_alamat(alamat)
        if kolom == "A":
            per_kunci[kunci].append(teks.get(f"B{nomor}", ""))
    tunggal = {kunci: per_kunci[kunci][0] for kunci in _KUNCI_SIDIK if per_kunci[kunci]}
    if len(tunggal) < len(_KUNCI_SIDIK) or not _angka_periode(tunggal["tahun"], tunggal["triwulan"]):
        return None
    hasil = IdentitasFormat(
        tunggal["format"],
        tunggal["kode_pd"],
        tunggal["kode_unit"],
        int(tunggal["tahun"]),
        int(tunggal["triwulan"]),
        tuple(per_kunci["indikator"]),
        tuple(per_kunci["simpul"]),
    )
    return hasil, hasil.sidik == tunggal["sidik"]


_KUNCI_SIDIK: Final = ("format", "kode_pd", "kode_unit", "tahun", "triwulan", "sidik")


def _angka_periode(tahun: str, triwulan: str) -> bool:
    return tahun.isascii() and tahun.isdigit() and len(tahun) == 4 and triwulan in {"1", "2", "3", "4"}


@dataclass(frozen=True)
class Letak:
    """Where things stand on a sheet: column letters by key, row numbers by code (several when a row was copied).

    `kepala` is the number of the hidden key row, `judul` that of the headings below it. `ganda` are the keys of more
    than one column; `kolom` has the first of them.
    """

    kolom: Mapping[str, str]
    baris: Mapping[str, tuple[int, ...]]
    kepala: int
    judul: int
    ganda: tuple[str, ...] = ()

    def alamat(self, kode: str, kunci: str) -> str:
        """The address of a cell. Raises KeyError for an unknown code or key."""
        return f"{self.kolom[kunci]}{self.baris[kode][0]}"


def cari_letak(teks: Mapping[str, str], kolom: Iterable[KolomFormat]) -> Letak | None:
    """Find the hidden key row, the headings and, below them, the rows by their code; None when there is no key row.

    `teks` is the content of the sheet by address.
    """
    judul_kolom = {kepala_kolom.kunci: kepala_kolom.judul for kepala_kolom in kolom}
    kunci = set(judul_kolom)
    per_baris: dict[int, dict[str, str]] = defaultdict(dict)
    for alamat, tulisan in teks.items():
        huruf, nomor = urai_alamat(alamat)
        per_baris[nomor][huruf] = tulisan
    kepala = next((nomor for nomor in sorted(per_baris) if _baris_kunci(per_baris[nomor], kunci)), None)
    if kepala is None:
        return None
    letak: dict[str, str] = {}
    ganda: dict[str, None] = {}
    for huruf, tulisan in sorted(per_baris[kepala].items(), key=lambda sel: (len(sel[0]), sel[0])):
        if tulisan in letak:
            ganda[tulisan] = None
        elif tulisan in kunci:
            letak[tulisan] = huruf
    berkode = [(nomor, kode) for nomor in sorted(per_baris) if (kode := per_baris[nomor].get(letak["kode"], ""))]
    semestinya = sandingan(judul_kolom["kode"])
    # Rows that were put in between the keys and the headings push these down.
    turun = (nomor for nomor, kode in berkode if nomor > kepala and sandingan(kode) == semestinya)
    judul = next(turun, kepala + 1)
    baris: dict[str, tuple[int, ...]] = {}
    for nomor, kode in berkode:
        if nomor > judul:
            baris[kode] = (*baris.get(kode, ()), nomor)
    return Letak(letak, baris, kepala, judul, tuple(ganda))


def _baris_kunci(baris: Mapping[str, str], kunci: set[str]) -> bool:
    return "kode" in baris.values() and len(kunci & set(baris.values())) >= 3
