"""Answers to the questions about a plan: one for all rows of a kind, or for one row; a reading taken, or a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from analytics.aturan.teks import sebaris
from analytics.rencana.lembar.baca import BacaanRencana, baca_lagi
from analytics.rencana.periksa.janggal import periksa_janggal
from analytics.rencana.periksa.konteks import KonteksRencana
from analytics.rencana.soal import kelompokkan, terapkan_bacaan
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import KATALOG_RENCANA

KunciSoal = tuple[str, str, str, str]
"""What makes two questions the same one in two workbooks: kode, sheet, row, and every word of it."""


@dataclass(frozen=True)
class JawabanSoal:
    """An answer: the reading with that number (from 1) is meant, or what stands there is right for a reason."""

    bacaan: int | None = None
    alasan: str | None = None

    @classmethod
    def beralasan(cls, teks: str) -> JawabanSoal | None:
        """The reason as it is kept; None where nothing was written."""
        bersih = sebaris(teks)
        return cls(alasan=bersih) if bersih else None


@dataclass(frozen=True)
class JawabanRencana:
    """What was answered: `jenis` by kode or by `kode/baris`, `dulu` before for the very same question.

    `alasan` is the reason for whatever else is asked.
    """

    jenis: Mapping[str, JawabanSoal] = field(default_factory=dict)
    dulu: Mapping[KunciSoal, JawabanSoal] = field(default_factory=dict)
    alasan: str | None = None

    def bagi(self, temuan: Temuan) -> JawabanSoal | None:
        """The answer to a finding; None where it has none, or where its reading is not offered there."""
        calon = (
            self.jenis.get(f"{temuan.kode}/{sebut_baris(temuan)}"),
            self.jenis.get(temuan.kode),
            self.dulu.get(kunci_soal(temuan)),
            JawabanSoal(alasan=self.alasan) if self.alasan else None,
        )
        return next((jawaban for jawaban in calon if jawaban is not None and _cocok(temuan, jawaban)), None)


@dataclass(frozen=True)
class Terjawab:
    """A finding and its answer; `dulu` where it was given before, for an earlier workbook."""

    temuan: Temuan
    jawaban: JawabanSoal
    dulu: bool = False

    @property
    def dipahami(self) -> str | None:
        """The reading that was taken."""
        return None if self.jawaban.bacaan is None else self.temuan.pengganti[self.jawaban.bacaan - 1]

    @property
    def kalimat(self) -> str:
        """The answer in words, as it is kept."""
        return f"Dibaca: {self.dipahami}." if self.jawaban.bacaan is not None else self.jawaban.alasan or ""


@dataclass(frozen=True)
class Pertanyaan:
    """All that is asked of one kind: a sentence, its rows, and what can be answered for all of them.

    `bacaan` are the readings in words, `terjawab` the answers of the rows that have one, by their `Temuan.kunci`,
    `nama` the names of the rows by their code.
    """

    kode: str
    kalimat: str
    sebab: str
    temuan: tuple[Temuan, ...]
    bacaan: tuple[str, ...]
    terjawab: Mapping[str, Terjawab]
    nama: Mapping[str, str] = field(default_factory=dict)

    @property
    def saran(self) -> str | None:
        """What to do about every row; None where that differs from row to row."""
        semua = {temuan.saran for temuan in self.temuan}
        return semua.pop() if len(semua) == 1 else None

    @property
    def beralasan(self) -> bool:
        """Whether what stands there can be right, for a reason."""
        return all(temuan.tingkat == "peringatan" for temuan in self.temuan)

    @property
    def belum(self) -> tuple[Temuan, ...]:
        """The findings without an answer."""
        return tuple(temuan for temuan in self.temuan if temuan.kunci not in self.terjawab)

    @property
    def baris(self) -> tuple[str, ...]:
        """The rows that it is about, each once."""
        return tuple(dict.fromkeys(map(sebut_baris, self.temuan)))


def sebut_baris(temuan: Temuan) -> str:
    """The row that a finding is about: its code, or the cell where it has none."""
    return temuan.kode_baris or temuan.kode_indikator or temuan.alamat


def kunci_soal(temuan: Temuan) -> KunciSoal:
    """What the question is recognised by in another workbook."""
    return (temuan.kode, temuan.lembar or "", sebut_baris(temuan), temuan.pesan)


def dapat_dijawab(temuan: Temuan) -> bool:
    """Whether a person can settle a finding on screen."""
    return temuan.tingkat == "peringatan" or (temuan.tingkat == "galat" and bool(temuan.pengganti))


def susun_pertanyaan(
    konteks: KonteksRencana, temuan: Iterable[Temuan], terjawab: Iterable[Terjawab]
) -> tuple[Pertanyaan, ...]:
    """The questions, one for a kind, in the order of the workbook; of two answers to a finding the first."""
    jawaban: dict[str, Terjawab] = {}
    for butir in terjawab:
        jawaban.setdefault(butir.temuan.kunci, butir)
    semua = (butir for butir in temuan if dapat_dijawab(butir))
    kelompok = kelompokkan(semua, lambda temuan: temuan.kode)
    return tuple(_pertanyaan(konteks, kode, sejenis, jawaban) for kode, sejenis in kelompok.items())


def _pertanyaan(
    konteks: KonteksRencana, kode: str, semua: list[Temuan], terjawab: Mapping[str, Terjawab]
) -> Pertanyaan:
    aturan = KATALOG_RENCANA[kode]
    kunci = {temuan.kunci for temuan in semua}
    milik = {nama: butir for nama, butir in terjawab.items() if nama in kunci}
    bernama = {simpul.kode: simpul.nama for simpul in konteks.simpul.values()}
    bernama |= {indikator.kode: indikator.nama for indikator in konteks.indikator.values()}
    nama = {baris: bernama[baris] for baris in map(sebut_baris, semua) if baris in bernama}
    return Pertanyaan(kode, aturan.tanya or aturan.aturan, aturan.sebab, tuple(semua), _bacaan(semua), milik, nama)


def _bacaan(semua: list[Temuan]) -> tuple[str, ...]:
    """The readings of all rows together: their words where they are the same, else which one of each row."""
    paling = min(len(temuan.pengganti) for temuan in semua)
    kata = [{temuan.pengganti[nomor] for temuan in semua} for nomor in range(paling)]
    contoh = semua[0].pengganti
    return tuple(
        contoh[nomor] if len(kata[nomor]) == 1 else f"bacaan ke-{nomor + 1} tiap baris, misalnya {contoh[nomor]}"
        for nomor in range(paling)
    )


def _cocok(temuan: Temuan, jawaban: JawabanSoal) -> bool:
    if jawaban.bacaan is not None:
        return 1 <= jawaban.bacaan <= len(temuan.pengganti)
    return temuan.tingkat == "peringatan" and bool(jawaban.alasan)


def jawab(temuan: Iterable[Temuan], jawaban: JawabanRencana) -> tuple[Terjawab, ...]:
    """The findings that have an answer."""
    return tuple(_jawab(temuan, jawaban))


def _jawab(temuan: Iterable[Temuan], jawaban: JawabanRencana) -> Iterator[Terjawab]:
    for butir in temuan:
        milik = jawaban.bagi(butir) if dapat_dijawab(butir) else None
        if milik is not None:
            dulu = milik is jawaban.dulu.get(kunci_soal(butir))
            yield Terjawab(butir, milik, dulu)


def pilih_di_sel(bacaan: BacaanRencana, terjawab: Iterable[Terjawab]) -> BacaanRencana:
    """The workbook as it is read with the readings that were chosen for its cells."""
    dipilih = {butir.temuan.alamat: butir.dipahami for butir in terjawab if butir.dipahami is not None}
    return baca_lagi(bacaan, dipilih)


def pilih_di_baris(konteks: KonteksRencana, terjawab: Iterable[Terjawab]) -> KonteksRencana:
    """The plan as it is with the readings that were chosen for its rows."""
    dipilih = {butir.temuan: butir.jawaban.bacaan for butir in terjawab if butir.jawaban.bacaan is not None}
    bacaan = [soal.bacaan[dipilih[soal.temuan] - 1] for soal in periksa_janggal(konteks) if soal.temuan in dipilih]
    return replace(konteks, rencana=terapkan_bacaan(konteks.rencana, bacaan)) if bacaan else konteks


def ringkas_jawaban(terjawab: Iterable[Terjawab]) -> list[dict[str, Any]]:
    """The answers as the log keeps them: one entry for each kind and answer, with its rows."""
    kelompok = kelompokkan(terjawab, lambda butir: (butir.temuan.kode, butir.kalimat, butir.dulu))
    return [
        {"kode": kode, "jawaban": kalimat, "baris": [sebut_baris(b.temuan) for b in semua]}
        | ({"dulu": True} if dulu else {})
        for (kode, kalimat, dulu), semua in kelompok.items()
    ]
