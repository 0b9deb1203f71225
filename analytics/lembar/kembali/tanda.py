"""The marks on the cells of the format in force: a colour that goes away when the cell is changed, and a note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format

from analytics.aturan.teks import sebaris
from analytics.aturan.ukuran_teks import banyak_baris
from analytics.lembar.bekas import bungkus_catatan
from analytics.lembar.kembali.pindahan import LetakIsian
from analytics.lembar.kembali.tempat import Denah, Tempat
from analytics.naskah.kepala import LAMBANG, PENULIS
from analytics.rupa import WARNA_TEMUAN
from analytics.temuan.butir import URUTAN_TINGKAT
from analytics.temuan.katalog import Tingkat

_GARIS: Final[Mapping[Tingkat, int]] = {"galat": 1, "peringatan": 3, "info": 4}
"""The border of each tingkat, as XlsxWriter counts them: thin, dashed, dotted."""
_UKURAN_CATATAN: Final = 10
_LEBAR_CATATAN: Final = 320
_TINGGI_SEBARIS: Final = 17
_TERTINGGI: Final = 900
_BATAS_KUTIPAN: Final = 300
_BATAS_KALIMAT: Final = 1_000


def beri_tanda(buku: xlsxwriter.Workbook, denah: Denah, tempat: Iterable[Tempat]) -> None:
    """Colour every cell that a finding is about, and write a note to it and to every cell that had a formula."""
    per_sel: dict[LetakIsian, list[Tempat]] = {}
    for tempat_temuan in tempat:
        if tempat_temuan.letak is not None and tempat_temuan.sel is not None:
            per_sel.setdefault(tempat_temuan.letak, []).append(tempat_temuan)
    bentuk = {tingkat: _bentuk(buku, tingkat) for tingkat in _GARIS}
    for letak, kumpulan in per_sel.items():
        terberat = min(kumpulan, key=lambda tempat: URUTAN_TINGKAT[tempat.temuan.tingkat])
        _warnai(denah, letak, terberat, bentuk[terberat.temuan.tingkat])
    for letak in dict.fromkeys((*per_sel, *_berumus(denah))):
        _catat(denah, letak, [*_baris_rumus(denah, letak), *_baris_temuan(per_sel.get(letak, ()))])


def _bentuk(buku: xlsxwriter.Workbook, tingkat: Tingkat) -> Format:
    latar, tinta = WARNA_TEMUAN[tingkat]
    return buku.add_format({"bg_color": latar, "font_color": tinta, "border": _GARIS[tingkat], "border_color": tinta})


def _warnai(denah: Denah, letak: LetakIsian, tempat: Tempat, bentuk: Format) -> None:
    if tempat.sel is None:
        return
    syarat = [tempat.sel.tetap(), *([tempat.alasan.tetap()] if tempat.alasan else [])]
    tertulis = denah.tertulis[letak.lembar]
    baris, kolom = tertulis.baris[letak.kode], tertulis.kolom[letak.kunci]
    aturan = {"type": "formula", "criteria": f"=AND({','.join(syarat)})", "format": bentuk}
    tertulis.lembar.conditional_format(baris, kolom, baris, kolom, aturan)


def _berumus(denah: Denah) -> list[LetakIsian]:
    return [letak for letak, sel in denah.pindahan.asal.items() if sel.rumus is not None]


def _baris_rumus(denah: Denah, letak: LetakIsian) -> list[str]:
    sel = denah.pindahan.asal.get(letak)
    if sel is None or sel.rumus is None:
        return []
    rumus = f": ={sebaris(sel.rumus, _BATAS_KUTIPAN)}" if sel.rumus else ""
    return [f"Di berkas asal sel ini berisi rumus{rumus}. Yang tertulis di sini hasilnya."]


def _baris_temuan(kumpulan: Iterable[Tempat]) -> list[str]:
    return [baris for tempat in kumpulan for baris in _baris_catatan(tempat)]


def _baris_catatan(tempat: Tempat) -> list[str]:
    temuan = tempat.temuan
    bagian = [
        (f"{LAMBANG[temuan.tingkat]} {temuan.tingkat.upper()}", temuan.pesan, _BATAS_KALIMAT),
        ("Dibaca", temuan.dipahami, _BATAS_KUTIPAN),
        ("Ketik / lakukan", tempat.kembali.saran, _BATAS_KALIMAT),
    ]
    return [f"{judul}: {sebaris(isi, batas)}" for judul, isi, batas in bagian if isi]


def _catat(denah: Denah, letak: LetakIsian, baris: list[str]) -> None:
    teks = bungkus_catatan(baris)
    tinggi = (banyak_baris(teks, _LEBAR_CATATAN, _UKURAN_CATATAN) + 1) * _TINGGI_SEBARIS
    tertulis = denah.tertulis[letak.lembar]
    tertulis.lembar.write_comment(
        tertulis.baris[letak.kode],
        tertulis.kolom[letak.kunci],
        teks,
        {
            "author": PENULIS,
            "width": _LEBAR_CATATAN,
            "height": min(tinggi, _TERTINGGI),
            "font_size": _UKURAN_CATATAN,
        },
    )
