"""What a unit gets back, in one zip: the annotated copy, its own file untouched, and the memo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from analytics.berkas import Berkas, bungkus_zip
from analytics.lembar.tandai import Salinan, tandai
from analytics.naskah.kepala import Kembalian
from analytics.naskah.memo import susun_memo
from analytics.pembaca.penjaga import jaga
from analytics.pembaca.proses import ProsesAnak
from analytics.temuan.butir import Temuan

_NOTA: Final = "nota_pengembalian.docx"
_GANJIL: Final = re.compile(r"[^A-Za-z0-9()_-]+")
_PANJANG_NAMA: Final = 60


def susun_paket(isi: bytes, kepala: Kembalian, temuan: tuple[Temuan, ...], anak: ProsesAnak | None = None) -> Berkas:
    """The zip of a return. A file that the guard stopped is not handed on; there it is the memo alone.

    `isi` is the file as it was sent. `anak` is a child of `tandai.buat_penanda` to be used again.
    """
    nama = nama_bersih(kepala.nama_berkas)
    return Berkas(f"pengembalian_{nama}.zip", bungkus_zip(_isi_paket(isi, nama, kepala, temuan, anak)))


def _isi_paket(
    isi: bytes, nama: str, kepala: Kembalian, temuan: tuple[Temuan, ...], anak: ProsesAnak | None
) -> Iterator[Berkas]:
    if jaga(isi):
        yield Berkas(_NOTA, susun_memo(kepala, temuan, "tanpa"))
        return
    salinan = tandai(isi, kepala, temuan, anak)
    bertanda = isinstance(salinan, Salinan)
    yield Berkas(_NOTA, susun_memo(kepala, temuan, "bertanda" if bertanda else "asli"))
    if isinstance(salinan, Salinan):
        yield Berkas(f"{nama}_bertanda.xlsx", salinan.isi)
    yield Berkas(f"{nama}_asli.xlsx", isi)


def nama_bersih(nama_berkas: str) -> str:
    """The name of a file without its ending and without anything that a file system could mind."""
    batang = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", nama_berkas.replace("\\", "/").rpartition("/")[2])
    batang = re.sub(r"_bertanda$", "", _GANJIL.sub("_", batang).strip("_"))
    return batang[:_PANJANG_NAMA].strip("_") or "format"
