"""Recompute every capaian of any old table: our value, the working, and the class of what was printed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from analytics.aturan.angka import Angka, baca_bilangan
from analytics.aturan.capaian import bulatkan_pecahan
from analytics.aturan.pengakuan import KELAS, Pengakuan, akui
from analytics.aturan.rumus import ALASAN
from analytics.aturan.teks import sandingan
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, SelTerbaca, baca_buku
from analytics.temuan.berkas_ditolak import temuan_berkas
from analytics.temuan.butir import Temuan

KOLOM: Final[Mapping[str, tuple[str, ...]]] = {
    "indikator": ("indikator", "indikator kinerja", "nama indikator", "uraian"),
    "polaritas": ("polaritas",),
    "rumus": ("rumus",),
    "target": ("target",),
    "realisasi": ("realisasi",),
    "tercetak": ("capaian_printed", "capaian_tercetak", "capaian tercetak", "capaian", "capaian (%)", "capaian %"),
}
"""The columns that a table may have, each with the headers under which it is found."""

WAJIB: Final = ("target", "realisasi")
_PEMISAH: Final = ",;\t"


class TabelTidakDikenal(Exception):
    """The file is no table with the columns that are needed; the message is an Indonesian sentence."""

    def __init__(self, pesan: str, temuan: tuple[Temuan, ...] = ()) -> None:
        super().__init__(pesan)
        self.temuan = temuan


@dataclass(frozen=True)
class BarisHitung:
    """One row of a table, recomputed: `nilai` is our capaian in persen (two decimals); None has its `alasan`."""

    nomor: int
    indikator: str
    polaritas: str
    target: str
    realisasi: str
    tercetak: str
    nilai: Decimal | None
    rumus: str | None
    cara_hitung: str
    kelas: str
    penjelasan: str
    catatan: str
    alasan: str


def hitung_tabel(berkas: bytes, nama_berkas: str) -> tuple[BarisHitung, ...]:
    """Recompute every row of a CSV or xlsx table that has a target or a realisasi.

    Raises TabelTidakDikenal when the file cannot be read or has no columns target and realisasi.
    """
    baris = _baris_xlsx(berkas) if nama_berkas.lower().endswith(".xlsx") else _baris_csv(berkas)
    return tuple(
        _hitung_baris(nomor, sel) for nomor, sel in baris if any(sel.get(kunci, "").strip() for kunci in WAJIB)
    )


def _hitung_baris(nomor: int, baris: Mapping[str, str]) -> BarisHitung:
    polaritas, tercetak = baris.get("polaritas", "").strip().lower(), baris.get("tercetak", "").strip()
    hasil = akui(polaritas, baris["target"], baris["realisasi"], tercetak, baris.get("rumus", "").strip().lower())
    return BarisHitung(
        nomor=nomor,
        indikator=baris.get("indikator", "").strip(),
        polaritas=polaritas,
        target=baris["target"].strip(),
        realisasi=baris["realisasi"].strip(),
        tercetak=tercetak,
        nilai=None if hasil.nilai is None else bulatkan_pecahan(hasil.nilai, 2),
        rumus=hasil.rumus_kami,
        cara_hitung=hasil.cara_hitung,
        kelas=hasil.kelas,
        penjelasan=_penjelasan(hasil),
        catatan=hasil.catatan,
        alasan=ALASAN[hasil.alasan] if hasil.alasan else "",
    )


def _penjelasan(hasil: Pengakuan) -> str:
    return KELAS[hasil.kelas] + (f" ({hasil.cara})" if hasil.cara else "")


def _baris_csv(berkas: bytes) -> Iterable[tuple[int, dict[str, str]]]:
    try:
        teks = berkas.decode("utf-8-sig")
    except UnicodeDecodeError:
        teks = berkas.decode("cp1252", errors="replace")
    kepala = teks.split("\n", 1)[0]
    pemisah = max(_PEMISAH, key=kepala.count)
    isian = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    return _susun(list(enumerate(isian, start=1)))


def _baris_xlsx(berkas: bytes) -> Iterable[tuple[int, dict[str, str]]]:
    buku = baca_buku(berkas)
    if not isinstance(buku, BukuTerbaca):
        raise TabelTidakDikenal("Buku kerja tidak dapat dibaca.", temuan_berkas(buku))
    galat: TabelTidakDikenal | None = None
    for lembar in buku.lembar.values():
        try:
            return _susun(_petak(lembar))
        except TabelTidakDikenal as asing:
            galat = galat or asing
    raise galat or TabelTidakDikenal("Buku kerja tidak berisi lembar.")


def _petak(lembar: LembarTerbaca) -> list[tuple[int, list[str]]]:
    baris = list(lembar.baris())
    kolom = sorted({huruf for _, sel in baris for huruf in sel}, key=lambda huruf: (len(huruf), huruf))
    return [(nomor, [_teks(sel.get(huruf)) for huruf in kolom]) for nomor, sel in baris]


def _teks(sel: SelTerbaca | None) -> str:
    """A cell as it would be typed, without thousands marks: a numeric cell has one reading only."""
    if sel is None:
        return ""
    if sel.jenis != "angka" or sel.nilai is None:
        return sel.teks
    angka = baca_bilangan(sel.nilai, persen=sel.persen)
    if not isinstance(angka, Angka):
        return sel.teks
    bulat = f"{angka.nilai:f}"
    return bulat.rstrip("0").rstrip(".").replace(".", ",")


def _susun(baris: Sequence[tuple[int, Sequence[str]]]) -> list[tuple[int, dict[str, str]]]:
    for urutan, (_, judul) in enumerate(baris):
        letak = _letak(judul)
        if all(kunci in letak for kunci in WAJIB):
            return [
                (nomor, {kunci: sel[posisi] if posisi < len(sel) else "" for kunci, posisi in letak.items()})
                for nomor, sel in baris[urutan + 1 :]
            ]
    raise TabelTidakDikenal("Tidak ada baris judul dengan kolom target dan realisasi.")


def _letak(judul: Sequence[str]) -> dict[str, int]:
    bersih = [sandingan(kepala) for kepala in judul]
    return {kunci: bersih.index(nama) for kunci, semua in KOLOM.items() for nama in reversed(semua) if nama in bersih}
