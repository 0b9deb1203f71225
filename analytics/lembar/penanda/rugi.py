"""What a marked copy does not carry, in the sender's words.

Found by looking at the original: openpyxl 3.1.5 drops these parts without a word, or with a warning that nobody sees.
tests/lembar/test_tandai.py tries each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from openpyxl import Workbook

from analytics.lembar.bekas import catatan_tanpa_kita
from analytics.lembar.penanda.asli import Asli, polos

_ANGGOTA: Final = (
    (r"xl/threadedcomments/", "percakapan komentar (tersisa sebagai catatan biasa)"),
    (r"xl/(slicers|slicercaches|timelines|timelinecaches)/", "pemotong data (slicer) dan garis waktu"),
    (r"xl/(ctrlprops|activex)/", "tombol dan kontrol formulir"),
    (r"xl/embeddings/", "dokumen lain yang ditanam di dalam lembar"),
    (r"xl/diagrams/", "diagram SmartArt"),
    (r"xl/charts/chart", "gaya rinci grafik"),
    (r"xl/charts(/chartex|ex/)", "grafik jenis baru (misalnya air terjun, peta)"),
    (r"xl/model/", "model data (Power Pivot)"),
    (r"xl/(webextensions|taskpanes)", "add-in web"),
    (r"xl/printersettings/", "setelan khusus pencetak"),
    (r"customxml/", "data XML tambahan yang tidak terlihat di lembar"),
    (r"(customui|userCustomization)/", "pita menu buatan sendiri"),
    (r"xl/(ink|media/.*\.(mp4|wav))", "tulisan tangan, suara, atau video"),
)
"""Members of the zip, by a pattern of their lower-case names."""

_HIASAN: Final = frozenset({"b", "i", "u", "strike"})
_UNSUR: Final = {
    "picture": "gambar latar lembar",
    "legacyDrawingHF": "gambar di kepala atau kaki halaman",
    "customSheetViews": "tampilan lembar khusus (Custom Views)",
    "oleObjects": "dokumen lain yang ditanam di dalam lembar",
    "controls": "tombol dan kontrol formulir",
    "cellWatches": "pantauan sel (Watch Window)",
    "dataConsolidate": "setelan konsolidasi data",
    "customProperties": "sifat khusus lembar",
    "smartTags": "tag pintar",
    "webPublishItems": "setelan terbit ke web",
    "sheetCalcPr": "setelan hitung khusus lembar",
    "sortState": "setelan urutan",
}
"""Parts of a sheet."""

_PERLUASAN: Final = {
    "conditionalFormattings": "format bersyarat jenis baru (misalnya batang data bergradasi)",
    "slicerList": "pemotong data (slicer) dan garis waktu",
    "timelineRefs": "pemotong data (slicer) dan garis waktu",
    "protectedRanges": "izin rinci rentang yang boleh disunting",
    "ignoredErrors": "setelan tanda galat",
    "webExtensions": "add-in web",
}
"""Extensions of a sheet."""

_BUKU: Final = {
    "fileSharing": "sandi atau anjuran hanya-baca saat berkas dibuka",
    "customWorkbookViews": "tampilan lembar khusus (Custom Views)",
    "oleSize": "ukuran tampilan berkas tertanam",
    "webPublishing": "setelan terbit ke web",
}
"""Parts of the workbook."""


def tidak_terbawa(asli: Asli, buku: Workbook) -> tuple[str, ...]:
    """What the copy of this workbook loses, each said once; `buku` is the workbook as openpyxl loaded it."""
    return tuple(dict.fromkeys((*_dari_anggota(asli), *_dari_lembar(asli), *_dari_gambar(asli, buku))))


def _dari_anggota(asli: Asli) -> Iterator[str]:
    for pola, sebutan in _ANGGOTA:
        if any(re.match(pola, nama, re.IGNORECASE) for nama in asli.anggota):
            yield sebutan
    yield from (_BUKU[polos(satu.tag)] for satu in asli.buku if polos(satu.tag) in _BUKU)
    for nama in asli.anggota:
        if re.match(r"xl/comments[^/]*\.xml$|xl/comments/", nama) and _berhias(asli.akar(nama)):
            yield "huruf tebal dan warna di dalam catatan"
        if nama.lower().endswith(".vml") and _TAMPIL.search(asli.baca(nama)):
            yield "catatan yang selalu tampil (kini tampil bila selnya ditunjuk)"


def _berhias(akar: Element) -> bool:
    """Whether the sender's own words in a note are decorated; the plain font that every program writes is none."""
    return any(
        polos(satu.tag) in _HIASAN or (polos(satu.tag) == "color" and "indexed" not in satu.attrib)
        for catatan in akar.iter()
        if polos(catatan.tag) == "comment" and catatan_tanpa_kita("".join(catatan.itertext()))
        for satu in catatan.iter()
    )


def _dari_lembar(asli: Asli) -> Iterator[str]:
    for satu in asli.lembar.values():
        yield from (_UNSUR[nama] for nama in sorted(satu.unsur) if nama in _UNSUR)
        hilang = sorted(satu.perluasan - satu.tersimpan)
        yield from (_PERLUASAN.get(nama, f"perluasan lembar “{nama[:40]}”") for nama in hilang)
        if "cm" in satu.bermetadata:
            yield "rumus larik dinamis (menjadi rumus larik biasa)"
        if "vm" in satu.bermetadata:
            yield "gambar atau data tertaut di dalam sel"


_TAMPIL: Final = re.compile(rb"<x:Visible\s*/?>")
_BENTUK: Final = frozenset({"sp", "cxnSp", "grpSp"})


def _dari_gambar(asli: Asli, buku: Workbook) -> Iterator[str]:
    for nama, satu in asli.lembar.items():
        if satu.gambar is None or nama not in buku.sheetnames:
            continue
        lembar, unsur = buku[nama], list(asli.akar(satu.gambar).iter())
        ada = [polos(bagian.tag) for bagian in unsur]
        if _BENTUK & set(ada):
            yield "bentuk, garis, dan kotak teks"
        if ada.count("pic") > len(lembar._images):  # noqa: SLF001 - openpyxl has no public list of them
            yield "gambar yang jenisnya tidak dikenal"
        if ada.count("chart") > len(lembar._charts):  # noqa: SLF001 - as above
            yield "grafik yang jenisnya tidak dikenal"
        if any(polos(bagian.tag) == "srcRect" and bagian.attrib for bagian in unsur):
            yield "pangkasan gambar"
