"""What was typed and has no place in the format in force, cell by cell, so that nothing of it is lost from sight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from analytics.aturan.teks import sandingan, sebaris
from analytics.lembar.bentuk.bahan import BahanFormat
from analytics.lembar.bentuk.format import LEMBAR_ANGGARAN
from analytics.lembar.bentuk.susun import tulis_format
from analytics.lembar.periksa.nilai import kutip
from analytics.lembar.periksa.struktur import LembarFormat, baris_jumlah
from analytics.pembaca.anak import urai
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, SelTerbaca, susun_buku, urai_alamat
from analytics.sel.baca_sel import berisi

_BATAS_ISI: Final = 400
"""Letters of a cell that are shown; the file that goes along has all of them."""
_BATAS_RUMUS: Final = 120
_AWAL_HASIL: Final = "IF(AND(ISNUMBER("
"""How the formula of pembilang and penyebut begins in every format."""
_TANPA_JAM: Final = datetime(2000, 1, 1)


@dataclass(frozen=True)
class BelumBertempat:
    """One typed cell without a place: `alamat` is `Lembar!Sel` in the sender's file, `rumus` its formula if it has one.

    `baris` and `kolom` say what stands beside and above it there.
    """

    alamat: str
    isi: str
    rumus: str
    baris: str
    kolom: str


def sebut_sisa(tempat: LembarFormat, bahan: BahanFormat, dibawa: Collection[str]) -> Iterator[BelumBertempat]:
    """The cells of a recognised sheet that are typed and were not taken over (`dibawa` are the addresses that were)."""
    berkode = {nomor for semua in tempat.letak.baris.values() for nomor in semua}
    terkunci = {huruf for kunci, huruf in tempat.letak.kolom.items() if kunci not in tempat.isian}
    jumlah = _baris_jumlah(tempat, bahan)
    for alamat, sel in tempat.lembar.sel.items():
        huruf, nomor = urai_alamat(alamat)
        if nomor <= tempat.letak.kepala or nomor == tempat.letak.judul or alamat in dibawa or not berisi(sel):
            continue
        milik_format = huruf in terkunci if nomor in berkode else huruf == tempat.letak.kolom.get("no")
        if not milik_format and not _bawaan(tempat, jumlah, sel):
            kolom = tempat.lembar.teks(f"{huruf}{tempat.letak.judul}")
            yield sebut_sel(sel, _sebut_baris(tempat, nomor), kolom)


def _baris_jumlah(tempat: LembarFormat, bahan: BahanFormat) -> frozenset[int | None]:
    """The numbers of the rows in which the format sums others; none on sheet Realisasi."""
    if tempat.nama != LEMBAR_ANGGARAN:
        return frozenset()
    subtotal = (nomor for kegiatan in bahan.kegiatan for nomor in tempat.letak.baris.get(kegiatan.kode, ()))
    return frozenset({baris_jumlah(tempat), *subtotal})


def _bawaan(tempat: LembarFormat, jumlah: Collection[int | None], sel: SelTerbaca) -> bool:
    """Whether a cell is a formula that the format has there, or the name of a row of sums."""
    huruf, nomor = urai_alamat(sel.alamat)
    if nomor in jumlah:
        return sel.rumus is not None or huruf == tempat.letak.kolom.get("nama")
    if sel.rumus is None:
        return False
    return huruf == tempat.letak.kolom.get("realisasi") and sel.rumus.startswith(_AWAL_HASIL)


def _kode_rencana(nama: str, bahan: BahanFormat) -> set[str]:
    if nama == LEMBAR_ANGGARAN:
        return {simpul.kode for simpul in bahan.simpul}
    return {indikator.kode for indikator in bahan.indikator}


def _sebut_baris(tempat: LembarFormat, nomor: int) -> str:
    kunci = (tempat.letak.kolom.get("kode"), tempat.letak.kolom.get("nama"))
    return " ".join(tempat.lembar.teks(f"{huruf}{nomor}") for huruf in kunci if huruf).strip()


def sebut_sel(sel: SelTerbaca, baris: str, kolom: str) -> BelumBertempat:
    """A typed cell that has no place, with what stands beside and above it."""
    isi = sebaris(sel.teks, _BATAS_ISI) if sel.jenis == "teks" else kutip(sel)
    rumus = "" if sel.rumus is None else sebaris(f"={sel.rumus}" if sel.rumus else "ada rumus", _BATAS_RUMUS)
    return BelumBertempat(f"{sel.lembar}!{sel.alamat}", isi, rumus, sebaris(baris, 120), sebaris(kolom, 80))


def tanpa_tempat(lembar: LembarTerbaca, nama: str, bahan: BahanFormat) -> Iterator[BelumBertempat]:
    """The cells of a sheet whose table cannot be recognised, but for what the format itself writes there."""
    semula = _format_kosong(bahan).lembar[nama]
    tulisan = {sandingan(sel.teks) for sel in semula.sel.values() if sel.jenis == "teks"}
    baris_semula = _menurut_kode(semula, bahan, nama)
    kode_baris = {nomor: kode for kode, nomor in _nomor_kode(lembar, bahan, nama).items()}
    for alamat, sel in lembar.sel.items():
        huruf, nomor = urai_alamat(alamat)
        kode = kode_baris.get(nomor, "")
        asli = baris_semula.get(kode, {}).get(huruf)
        bawaan = _sama(sel, asli) if kode else sel.rumus is not None or sandingan(sel.teks) in tulisan
        if berisi(sel) and not bawaan:
            yield sebut_sel(sel, kode, "")


def _sama(sel: SelTerbaca, asli: SelTerbaca | None) -> bool:
    """Whether a cell is as the format has it in this row and column; a formula whatever it gives."""
    if asli is None or sel.rumus is not None:
        return asli is not None and asli.rumus is not None
    return (sel.nilai, sandingan(sel.teks)) == (asli.nilai, sandingan(asli.teks))


def _format_kosong(bahan: BahanFormat) -> BukuTerbaca:
    return cast("BukuTerbaca", susun_buku(urai(tulis_format(bahan, _TANPA_JAM))))


def _nomor_kode(lembar: LembarTerbaca, bahan: BahanFormat, nama: str) -> dict[str, int]:
    """The first row in which each code of the plan stands anywhere."""
    kode = _kode_rencana(nama, bahan)
    hasil: dict[str, int] = {}
    for alamat, sel in lembar.sel.items():
        if sel.teks.strip() in kode:
            hasil.setdefault(sel.teks.strip(), urai_alamat(alamat)[1])
    return hasil


def _menurut_kode(lembar: LembarTerbaca, bahan: BahanFormat, nama: str) -> Mapping[str, Mapping[str, SelTerbaca]]:
    """The cells of each code's row by column letters."""
    per_baris: dict[int, dict[str, SelTerbaca]] = defaultdict(dict)
    for alamat, sel in lembar.sel.items():
        huruf, nomor = urai_alamat(alamat)
        per_baris[nomor][huruf] = sel
    return {kode: per_baris[nomor] for kode, nomor in _nomor_kode(lembar, bahan, nama).items()}
