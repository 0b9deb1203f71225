"""What a sender's workbook had besides its typed cells, and the format in force has not: each named in Indonesian."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final

from analytics.aturan.teks import sebaris
from analytics.lembar.bekas import catatan_tanpa_kita
from analytics.lembar.kembali.pindahan import IsianPindah
from analytics.pembaca.baca import LembarTerbaca

_ANGGOTA: Final = (
    (r"xl/(threadedcomments|persons)/", "percakapan komentar"),
    (r"xl/media/.*\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$", "gambar"),
    (r"xl/(ink|media/.*\.(mp4|m4a|wav|mp3))", "tulisan tangan, suara, atau video"),
    (r"xl/charts(/chartex|ex/|/chart)", "grafik"),
    (r"xl/(slicers|slicercaches|timelines|timelinecaches)/", "pemotong data (slicer) dan garis waktu"),
    (r"xl/pivot(tables|cache)", "tabel pivot"),
    (r"xl/tables/", "tabel Excel (Insert > Table)"),
    (r"xl/(ctrlprops|activex)/", "tombol dan kontrol formulir"),
    (r"xl/embeddings/", "dokumen lain yang ditanam di dalam lembar"),
    (r"xl/diagrams/", "diagram SmartArt"),
    (r"xl/model/", "model data (Power Pivot)"),
    (r"xl/(webextensions|taskpanes)", "add-in web"),
    (r"(customui|usercustomization)/", "pita menu buatan sendiri"),
)
"""Members of the zip, by a pattern of their lower-case names."""
_CATATAN: Final = re.compile(r"xl/comments[^/]*\.xml$|xl/comments/", re.IGNORECASE)
_GAMBAR: Final = re.compile(r"xl/drawings/[^/]+\.xml$", re.IGNORECASE)
_AWAL_CATATAN: Final = re.compile(r"<(?:\w+:)?comment\s")
_SEL: Final = re.compile(r'\bref="([A-Z]{1,3}[0-9]{1,7})"')
_TEKS: Final = re.compile(r"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</")
_KOTAK: Final = re.compile(r"<(?:\w+:)?(?:sp|cxnSp)[\s>]")
_BATAS_BAGIAN: Final = 2 * 1024 * 1024
"""Bytes of a member that are looked at."""
_BATAS_SEBUT: Final = 20
_BATAS_KUTIPAN: Final = 160


def sebut_bawaan(isi: bytes, pindahan: IsianPindah) -> tuple[str, ...]:
    """What the workbook `isi`, which the reader could read, has and what went over from it has not."""
    return tuple(dict.fromkeys((*_lembar(pindahan.tambahan), *_rumus(pindahan), *_dari_arsip(isi))))


def _lembar(tambahan: Sequence[LembarTerbaca]) -> Iterator[str]:
    for lembar in tambahan:
        sel = f"{len(lembar.sel)} sel terisi" if lembar.sel else "tanpa sel terisi"
        yield f"lembar “{sebaris(lembar.nama, 60)}” ({sel})"


def _rumus(pindahan: IsianPindah) -> Iterator[str]:
    rumus = [(sel.alamat, sel.lembar) for sel in pindahan.asal.values() if sel.rumus is not None]
    if rumus:
        daftar = ", ".join(f"{lembar}!{alamat}" for alamat, lembar in rumus[:_BATAS_SEBUT])
        yield f"{len(rumus)} rumus di sel isian, yang menjadi hasilnya (rumusnya pada catatan sel): {daftar}"


def _dari_arsip(isi: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        semua = arsip.namelist()
        for pola, sebutan in _ANGGOTA:
            if any(re.match(pola, nama, re.IGNORECASE) for nama in semua):
                yield sebutan
        yield from _catatan(_baca(arsip, nama) for nama in semua if _CATATAN.match(nama))
        yield from _kotak(_baca(arsip, nama) for nama in semua if _GAMBAR.match(nama))


def _baca(arsip: zipfile.ZipFile, nama: str) -> str:
    with arsip.open(nama) as alir:
        return alir.read(_BATAS_BAGIAN).decode("utf-8", errors="replace")


def _catatan(bagian: Iterator[str]) -> Iterator[str]:
    """The sender's own notes, with what they say; ours are not named."""
    semua = [
        (cocok.group(1) if (cocok := _SEL.search(potongan)) else "", kata)
        for xml in bagian
        for potongan in _AWAL_CATATAN.split(xml)[1:]
        if (kata := catatan_tanpa_kita("".join(map(unescape, _TEKS.findall(potongan)))))
    ]
    for sel, kata in semua[:_BATAS_SEBUT]:
        yield f"catatan pada sel {sel}: “{sebaris(kata, _BATAS_KUTIPAN)}”"
    if len(semua) > _BATAS_SEBUT:
        yield f"{len(semua) - _BATAS_SEBUT} catatan lain pada sel"


def _kotak(bagian: Iterator[str]) -> Iterator[str]:
    for xml in bagian:
        if _KOTAK.search(xml):
            kata = sebaris(" ".join(map(unescape, _TEKS.findall(xml))), _BATAS_KUTIPAN)
            yield f"bentuk atau kotak teks: “{kata}”" if kata else "bentuk, garis, atau kotak teks"
