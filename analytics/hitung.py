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
from analytics.aturan.istilah import SEBUTAN_POLARITAS
from analytics.aturan.pengakuan import KELAS, Pengakuan, akui
from analytics.aturan.rumus import ALASAN, DAFTAR_RUMUS
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
_POLARITAS: Final = {sandingan(sebutan): kode for kode, lain in SEBUTAN_POLARITAS.items() for sebutan in (kode, *lain)}
_RUMUS: Final = {sandingan(sebutan): kode for kode in DAFTAR_RUMUS for sebutan in (kode, kode.replace("_", " "))}
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
    """Recompute every row of a CSV or xlsx table that says anything: each comes back with a value or a class.

    Raises TabelTidakDikenal when the file cannot be read or has no columns target and realisasi.
    """
    baris = _baris_xlsx(berkas) if nama_berkas.lower().endswith(".xlsx") else _baris_csv(berkas)
    return tuple(_hitung_baris(nomor, sel) for nomor, sel in baris if any(isian.strip() for isian in sel.values()))


def _hitung_baris(nomor: int, baris: Mapping[str, str]) -> BarisHitung:
    tercetak = baris.get("tercetak", "").strip()
    polaritas, rumus = _kenali(_POLARITAS, baris.get("polaritas", "")), _kenali(_RUMUS, baris.get("rumus", ""))
    hasil = _tanpa_aturan(polaritas, rumus) or akui(
        polaritas.kode, baris["target"], baris["realisasi"], tercetak, rumus.kode
    )
    return BarisHitung(
        nomor=nomor,
        indikator=baris.get("indikator", "").strip(),
        polaritas=polaritas.kode or polaritas.tertulis,
        target=baris["target"].strip(),
        realisasi=baris["realisasi"].strip(),
        tercetak=tercetak,
        nilai=None if hasil.nilai is None else bulatkan_pecahan(hasil.nilai, 2),
        rumus=hasil.rumus_kami,
        cara_hitung=hasil.cara_hitung,
        kelas=hasil.kelas,
        penjelasan=_penjelasan(hasil),
        catatan=" ".join(filter(None, (hasil.catatan, _sebut_rumus(hasil, polaritas, rumus)))),
        alasan=ALASAN[hasil.alasan] if hasil.alasan else "",
    )


@dataclass(frozen=True)
class _Kata:
    """A word of an enumerated column as it stands there, and its kode; empty where it is not known."""

    tertulis: str
    kode: str

    @property
    def asing(self) -> bool:
        """Whether something stands there that is not known."""
        return bool(self.tertulis) and not self.kode


def _kenali(dikenal: Mapping[str, str], tertulis: str) -> _Kata:
    return _Kata(tertulis.strip(), dikenal.get(sandingan(tertulis), ""))


def _tanpa_aturan(polaritas: _Kata, rumus: _Kata) -> Pengakuan | None:
    """The class of a row whose rule is a word that is not known; None where there is one to compute with."""
    sebab = [f"{nama} “{kata.tertulis}” tidak dikenal" for nama, kata in _asing(polaritas, rumus)]
    if not sebab:
        return None
    saran = f"Tulis polaritas naik atau turun, atau salah satu rumus: {', '.join(DAFTAR_RUMUS)}."
    return Pengakuan("tidak_dapat_dihitung", None, None, "; ".join(sebab), "aturan_tidak_dikenal", saran)


def _asing(polaritas: _Kata, rumus: _Kata) -> Iterable[tuple[str, _Kata]]:
    return [(nama, kata) for nama, kata in (("polaritas", polaritas), ("rumus", rumus)) if kata.asing]


def _sebut_rumus(hasil: Pengakuan, polaritas: _Kata, rumus: _Kata) -> str:
    """Which rumus was taken where the table names neither polaritas nor rumus."""
    if polaritas.tertulis or rumus.tertulis or hasil.nilai is None or hasil.rumus_kami is None:
        return ""
    return f"Polaritas tidak disebut; hitungan ini menurut rumus {hasil.rumus_kami}."


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
    """A cell as it would be typed, without thousands marks: a numeric cell has one reading only, a truth value none."""
    if sel is None:
        return ""
    if sel.jenis == "logika":
        return f"{'TRUE' if sel.nilai else 'FALSE'} (kotak centang)"
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
