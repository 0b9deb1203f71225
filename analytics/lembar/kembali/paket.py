"""What a unit gets back, in one zip: the format in force with what it typed, its own file untouched, and the memo."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Final

import xlsxwriter

from analytics.berkas import Berkas, bungkus_zip
from analytics.lembar.bekas import LEMBAR_TEMUAN
from analytics.lembar.bentuk.bahan import BahanFormat
from analytics.lembar.bentuk.susun import tulis_lembar
from analytics.lembar.kembali.bawaan import sebut_bawaan
from analytics.lembar.kembali.kiriman_kembali import Pengembalian
from analytics.lembar.kembali.lembar_temuan import IsiTemuan, tulis_temuan
from analytics.lembar.kembali.pindahan import pindahkan
from analytics.lembar.kembali.tanda import beri_tanda
from analytics.lembar.kembali.tempat import Denah
from analytics.naskah.memo import Lampiran, susun_memo
from analytics.pembaca.baca import BukuTerbaca
from analytics.pembaca.penjaga import jaga
from analytics.rupa import opsi_buku

_NOTA: Final = "nota_pengembalian.docx"
_GANJIL: Final = re.compile(r"[^A-Za-z0-9()_-]+")
_AKHIRAN: Final = re.compile(r"(_(kembali|bertanda|asli))+$")
_PANJANG_NAMA: Final = 60


def susun_paket(pengembalian: Pengembalian) -> Berkas:
    """The zip of a return. A file that the guard stopped is not handed on; there it is the memo alone."""
    nama = nama_bersih(pengembalian.kepala.nama_berkas)
    return Berkas(f"pengembalian_{nama}.zip", bungkus_zip(_isi_paket(pengembalian, nama)))


def _isi_paket(pengembalian: Pengembalian, nama: str) -> Iterator[Berkas]:
    yield Berkas(_NOTA, susun_nota(pengembalian))
    if pengembalian.bahan is not None and pengembalian.buku is not None:
        isi = tulis_kembali(pengembalian, pengembalian.buku, pengembalian.bahan)
        yield Berkas(f"{nama}_kembali.xlsx", isi)
    if lampiran(pengembalian) != "tanpa":
        yield Berkas(f"{nama}_asli.xlsx", pengembalian.pemeriksaan.isi)


def susun_nota(pengembalian: Pengembalian) -> bytes:
    """The memo of a return: what is asked of the unit, and what goes with it."""
    diminta = [kembali for kembali in pengembalian.temuan if kembali.kelompok == "unit"]
    return susun_memo(
        pengembalian.kepala,
        [kembali.temuan for kembali in diminta],
        lampiran(pengembalian),
        {kembali.temuan.kunci: kembali.saran for kembali in diminta},
    )


def lampiran(pengembalian: Pengembalian) -> Lampiran:
    """What goes with the memo of a return."""
    if pengembalian.bahan is not None:
        return "format"
    return "tanpa" if pengembalian.buku is None and jaga(pengembalian.pemeriksaan.isi) else "asli"


def tulis_kembali(pengembalian: Pengembalian, buku: BukuTerbaca, bahan: BahanFormat) -> bytes:
    """The format in force with what a unit typed in `buku`, each finding on its cell and on sheet TEMUAN in front.

    The same return gives the same bytes.
    """
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, opsi_buku()) as baru:
        depan = baru.add_worksheet(LEMBAR_TEMUAN)
        pindahan = pindahkan(buku, bahan)
        tertulis = tulis_lembar(baru, bahan, pengembalian.kepala.waktu, pindahan.susun_isian())
        denah = Denah(bahan, pindahan, tertulis)
        tempat = [denah.tempatkan(kembali) for kembali in pengembalian.temuan]
        beri_tanda(baru, denah, tempat)
        bawaan = sebut_bawaan(pengembalian.pemeriksaan.isi, pindahan)
        tulis_temuan(baru, depan, pengembalian.kepala, IsiTemuan(tempat, pindahan.sisa, bawaan))
    return wadah.getvalue()


def nama_bersih(nama_berkas: str) -> str:
    """The name of a file without its ending and without anything that a file system could mind."""
    batang = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", nama_berkas.replace("\\", "/").rpartition("/")[2])
    batang = _AKHIRAN.sub("", _GANJIL.sub("_", batang).strip("_"))
    return batang[:_PANJANG_NAMA].strip("_") or "format"
