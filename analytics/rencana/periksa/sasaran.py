"""Which sasaran the rows of the tree serve: what the column for it says, and what a program leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from analytics.rencana.baris import SimpulPohon
from analytics.rencana.periksa.konteks import KonteksRencana
from analytics.rencana.soal import BacaanSoal, Soal, kelompokkan, susun_soal
from analytics.rencana.tegur import tegur
from analytics.temuan.butir import Temuan

_BAWAH: Final = frozenset({"program", "kegiatan", "sub_kegiatan"})


def periksa_sasaran(konteks: KonteksRencana) -> Iterator[Temuan]:
    """What forbids storing: a code that is no sasaran, or a row that cannot serve one."""
    for simpul in konteks.rencana.simpul:
        salah = [kode for kode in simpul.semua_sasaran if kode != simpul.induk and not _dikenal(konteks, kode)]
        asal = simpul.asal.di("sasaran")
        if simpul.tingkat not in _BAWAH and simpul.sasaran:
            pesan = f"{simpul.kode} adalah {simpul.tingkat}, sehingga tidak mendukung sasaran lain."
            saran = "Kosongkan kolom Sasaran pada baris ini."
            yield tegur("sasaran_janggal", pesan, saran, asal, diketik=simpul.sasaran)
        elif salah:
            pesan = f"{', '.join(salah)} pada kolom Sasaran {simpul.kode} bukan kode sasaran di lembar Pohon."
            saran = "Tulis kode sasaran seperti di lembar Pohon, dengan koma di antaranya."
            yield tegur("sasaran_janggal", pesan, saran, asal, diketik=simpul.sasaran)


def _dikenal(konteks: KonteksRencana, kode: str) -> bool:
    simpul = konteks.simpul.get(kode)
    return simpul.tingkat == "sasaran" if simpul else konteks.dikenal("pohon", kode)


def soal_sasaran(konteks: KonteksRencana) -> Iterator[Soal]:
    """A program that serves several sasaran, of which the rows below do not say which."""
    for program in konteks.rencana.simpul:
        sasaran = program.semua_sasaran
        if program.tingkat != "program" or len(sasaran) < 2:
            continue
        belum = [konteks.simpul[kode] for kode in konteks.anak.get(program.kode, ())]
        belum = [kegiatan for kegiatan in belum if not _menyebut(konteks, kegiatan)]
        if belum:
            nama = ", ".join(kegiatan.kode for kegiatan in belum)
            pesan = (
                f"Program {program.kode} mendukung {' dan '.join(sasaran)}, tetapi {nama} tidak menyebut yang mana: "
                f"tercetak di bawah {sasaran[0]}, di bawah {', '.join(sasaran[1:])} satu baris “lihat {sasaran[0]}”."
            )
            saran = "Isi kolom Sasaran pada kegiatan atau sub kegiatannya; bila memang mendukung semuanya, beri alasan."
            bacaan = tuple(_menurut_urutan(program, belum))
            yield susun_soal("sasaran_ganda", program.kode, pesan, saran, program.asal.di("sasaran"), bacaan)


def _menyebut(konteks: KonteksRencana, simpul: SimpulPohon) -> bool:
    """Whether a row says which sasaran it serves, or every row below it does."""
    bawah = [konteks.simpul[kode] for kode in konteks.anak.get(simpul.kode, ())]
    return bool(simpul.sasaran) or (bool(bawah) and all(anak.sasaran for anak in bawah))


def _menurut_urutan(program: SimpulPohon, semua: Sequence[SimpulPohon]) -> Iterator[BacaanSoal]:
    """Each kegiatan serves the sasaran under which it is listed, where the sheet lists the program under each."""
    letak = {kegiatan.kode: _di_atas(program.berulang, kegiatan.asal.nomor) for kegiatan in semua}
    terbagi = kelompokkan(semua, lambda kegiatan: letak[kegiatan.kode])
    if None not in terbagi and len(terbagi) > 1:
        kata = "; ".join(f"{sasaran}: {', '.join(k.kode for k in milik)}" for sasaran, milik in terbagi.items())
        ganti = tuple((kegiatan, replace(kegiatan, sasaran=letak[kegiatan.kode])) for kegiatan in semua)
        yield BacaanSoal(f"menurut urutan barisnya ({kata})", ganti)


def _di_atas(berulang: Iterable[tuple[int, str]], nomor: int) -> str | None:
    """The sasaran of the last row of the program above a line; None above all of them."""
    return next((sasaran for baris, sasaran in sorted(berulang, reverse=True) if baris < nomor), None)
