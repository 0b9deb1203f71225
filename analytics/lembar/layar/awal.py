"""Where a draft begins: what stands in the newest workbook that came in, cell by cell, as it was typed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from analytics.acuan import Penanya
from analytics.aturan.angka import tulis_ketikan
from analytics.aturan.periode import tulis_waktu
from analytics.lembar.bentuk.bahan import BahanFormat
from analytics.lembar.bentuk.format import LEMBAR_ANGGARAN
from analytics.lembar.bentuk.ketikan import Ketikan, bilangan
from analytics.lembar.catat.unggahan import isi_berkas
from analytics.lembar.kembali.belum_bertempat import BelumBertempat, sebut_sel
from analytics.lembar.kembali.pindahan import pindahkan
from analytics.lembar.layar.buku_layar import ketik, susun_buku
from analytics.lembar.layar.draf import KOSONG, DrafIsian, IsianLayar, UnitLayar
from analytics.pembaca.baca import BukuTerbaca, Pembaca


@dataclass(frozen=True)
class UnggahanUnit:
    """The newest upload of a unit and triwulan."""

    id_unggahan: str
    nama_berkas: str
    sha256: str
    diterima: bool
    diunggah_pada: datetime
    oleh: str

    @property
    def sebutan(self) -> str:
        """`a.xlsx, diunggah Sri pada 5 Oktober 2026 09.00`."""
        return f"{self.nama_berkas}, diunggah {self.oleh} pada {tulis_waktu(self.diunggah_pada)}"

    def menyusul(self, bahan: BahanFormat, draf: DrafIsian) -> bool:
        """Whether it came in after a draft was saved, and is not what this draft became when it was sent."""
        if draf.disimpan_pada is None or self.diunggah_pada < draf.disimpan_pada:
            return False
        return not self.asalnya(bahan, draf)

    def asalnya(self, bahan: BahanFormat, draf: DrafIsian) -> bool:
        """Whether it is what this draft became when it was sent."""
        return draf.disimpan_pada is not None and hashlib.sha256(susun_buku(bahan, draf)).hexdigest() == self.sha256


@dataclass(frozen=True)
class AwalIsian:
    """What fields begin with; `sisa` are the cells of the workbook that have no field."""

    isian: IsianLayar = KOSONG
    sisa: tuple[BelumBertempat, ...] = ()


def baca_unggahan(penanya: Penanya, unit: UnitLayar) -> UnggahanUnit | None:
    """The newest upload of a unit and triwulan, None where nothing came in."""
    for baris in penanya.kueri("unggahan_terakhir", **unit.letak):
        sama = {kolom: baris[kolom] for kolom in ("id_unggahan", "nama_berkas", "sha256", "diunggah_pada", "oleh")}
        return UnggahanUnit(diterima=baris["keadaan"] == "diterima", **sama)
    return None


def muat_awal(penanya: Penanya, unggahan: UnggahanUnit, bahan: BahanFormat, pembaca: Pembaca) -> AwalIsian:
    """What stands in an upload of this unit and triwulan, with the readings that were chosen for its cells."""
    buku = pembaca.baca(isi_berkas(penanya, unggahan.sha256))
    if not isinstance(buku, BukuTerbaca):
        return AwalIsian()
    dipilih = penanya.kueri("pilihan_bacaan", kode_pd=bahan.kantor.kode_pd, id_unggahan=unggahan.id_unggahan)
    return susun_awal(buku, bahan, {pilihan["alamat"]: pilihan["bacaan"] for pilihan in dipilih})


def susun_awal(buku: BukuTerbaca, bahan: BahanFormat, pilihan: Mapping[str, str]) -> AwalIsian:
    """The cells of a workbook as texts of fields; `pilihan` are chosen readings by `Temuan.alamat`."""
    pindahan = pindahkan(buku, bahan)
    realisasi: dict[str, dict[str, str]] = {}
    anggaran: dict[str, dict[str, str]] = {}
    sisa = list(pindahan.sisa)
    for letak, ketikan in pindahan.ketikan.items():
        sel = pindahan.asal[letak]
        if ketikan is None:
            sisa.append(sebut_sel(sel, letak.kode, letak.kunci))
            continue
        baris = anggaran if letak.lembar == LEMBAR_ANGGARAN else realisasi
        teks = pilihan.get(f"{sel.lembar}!{sel.alamat}") or tulis_isian(ketikan)
        baris.setdefault(letak.kode, {})[letak.kunci] = teks
    return AwalIsian(IsianLayar(realisasi, anggaran).rapi, tuple(sisa))


def tulis_isian(ketikan: Ketikan) -> str:
    """What is typed into a field for the content of a cell, so that `ketik` gives that content again."""
    angka = bilangan(ketikan)
    if angka is None:
        return str(ketikan or "")
    teks = tulis_ketikan(angka)
    # Three decimals and nothing behind them could also be thousands: that would be asked.
    return teks if ketik(teks, "angka") == angka else f"{teks}0"
