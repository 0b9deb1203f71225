"""Questions of an import at the command line: told by kind, and answered by kind or by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from analytics.rencana.impor import PutusanImpor
from analytics.rencana.periksa.jawab import JawabanRencana, JawabanSoal, Pertanyaan, dapat_dijawab
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import KATALOG_RENCANA

_BACAAN: Final = re.compile(r"bacaan(?: (\d+))?")
CARA_JAWAB: Final = (
    "Jawaban satu jenis pertanyaan, KODE=JAWABAN, atau satu barisnya, KODE/BARIS=JAWABAN; boleh berulang. JAWABAN "
    "adalah “bacaan” (atau “bacaan 2”) yang ditawarkan, atau alasan bahwa yang tertulis memang benar."
)


def urai_jawaban(tulisan: Iterable[str], alasan: str | None) -> JawabanRencana:
    """The answers of a command line. Raises ValueError, in words for the user, for what is none."""
    umum = JawabanSoal.beralasan(alasan or "")
    return JawabanRencana(dict(map(_urai, tulisan)), alasan=umum.alasan if umum else None)


def _urai(tulisan: str) -> tuple[str, JawabanSoal]:
    perihal, _, teks = tulisan.partition("=")
    kode = perihal.partition("/")[0].strip()
    if kode not in KATALOG_RENCANA:
        raise ValueError(f"Jenis pertanyaan “{kode}” tidak dikenal; kodenya tertulis di depan setiap pertanyaan.")
    cocok = _BACAAN.fullmatch(teks.strip().lower())
    jawaban = JawabanSoal(int(cocok.group(1) or 1)) if cocok else JawabanSoal.beralasan(teks)
    if jawaban is None:
        raise ValueError(f"Jawaban untuk {perihal.strip()} kosong.")
    return perihal.strip(), jawaban


def tulis_impor(putusan: PutusanImpor) -> str:
    """What became of a workbook: the questions by kind, then what else was found."""
    lain = (temuan for temuan in putusan.temuan if not dapat_dijawab(temuan))
    soal = (baris for pertanyaan in putusan.pertanyaan for baris in _tulis_pertanyaan(pertanyaan))
    return "\n".join([f"{putusan.status}: {putusan.pesan}", *soal, *map(tulis_temuan, lain)])


def tulis_temuan(temuan: Temuan) -> str:
    """One finding on a line."""
    return f"  [{temuan.tingkat}] {temuan.alamat}: {temuan.pesan} {temuan.saran}"


def _tulis_pertanyaan(soal: Pertanyaan) -> Iterator[str]:
    yield f"{soal.kode}, {len(soal.baris)} baris: {soal.kalimat} {soal.saran or ''}".rstrip()
    bacaan = [f"bacaan {nomor}: {teks}" for nomor, teks in enumerate(soal.bacaan, 1)]
    if soal.belum:
        yield f'  Dijawab dengan --jawab "{soal.kode}=…": {"; ".join([*bacaan, *_ATAU_ALASAN[: soal.beralasan]])}.'
    for temuan in soal.temuan:
        terjawab = soal.terjawab.get(temuan.kunci)
        saran = "" if soal.saran else f" {temuan.saran}"
        jawaban = f" → {terjawab.kalimat}" if terjawab else ""
        yield f"  [{temuan.tingkat}] {temuan.alamat}: {temuan.pesan}{saran}{jawaban}"


_ATAU_ALASAN: Final = ("alasan bila memang demikian",)
