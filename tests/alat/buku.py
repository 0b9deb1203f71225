"""Small workbooks, and ways to break them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping

import openpyxl
import xlsxwriter
from defusedxml.ElementTree import fromstring
from openpyxl.workbook import Workbook

_RUANG = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def buku_kecil(lembar: Mapping[str, Mapping[str, object]]) -> bytes:
    """A workbook with these cells: numbers, texts, booleans and formulas (a tuple of formula and value)."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False}) as buku:
        for nama, sel in lembar.items():
            halaman = buku.add_worksheet(nama)
            for alamat, nilai in sel.items():
                if isinstance(nilai, tuple):
                    halaman.write_formula(alamat, nilai[0], None, nilai[1])
                else:
                    halaman.write(alamat, nilai)
    return wadah.getvalue()


def ubah_bagian(berkas: bytes, nama: str, ubah: Callable[[bytes], bytes]) -> bytes:
    """The same zip with one member changed."""
    return susun_ulang(berkas, lambda anggota, lama: ubah(lama) if anggota == nama else lama)


def tambah_bagian(berkas: bytes, nama: str, bagian: bytes) -> bytes:
    """The same zip with one member more."""
    wadah = io.BytesIO(berkas)
    with zipfile.ZipFile(wadah, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(nama, bagian)
    return wadah.getvalue()


def susun_ulang(berkas: bytes, ubah: Callable[[str, bytes], bytes | None]) -> bytes:
    """The same zip with every member passed through `ubah`; None leaves it out."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(berkas)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            bagian = ubah(nama, lama.read(nama))
            if bagian is not None:
                baru.writestr(nama, bagian)
    return wadah.getvalue()


def sunting(ubah: Callable[[Workbook], None]) -> Callable[[bytes], bytes]:
    """A change of a workbook that openpyxl makes."""

    def jalankan(berkas: bytes) -> bytes:
        buku = openpyxl.load_workbook(io.BytesIO(berkas))
        ubah(buku)
        wadah = io.BytesIO()
        buku.save(wadah)
        return wadah.getvalue()

    return jalankan


def bagian_lembar(berkas: bytes, nama: str) -> str:
    """The member of the zip that holds a sheet. Raises KeyError for an unknown sheet."""
    with zipfile.ZipFile(io.BytesIO(berkas)) as arsip:
        buku = arsip.read("xl/workbook.xml").decode()
        hubungan = arsip.read("xl/_rels/workbook.xml.rels").decode()
    cocok = re.search(rf'<sheet [^>]*name="{re.escape(nama)}"[^>]*r:id="([^"]+)"', buku)
    if cocok is None:
        raise KeyError(nama)
    rujukan = next(
        rujukan for rujukan in re.findall(r"<Relationship [^>]*>", hubungan) if f'Id="{cocok.group(1)}"' in rujukan
    )
    sasaran = re.search(r'Target="([^"]+)"', rujukan)
    assert sasaran is not None
    return sasaran.group(1).removeprefix("/") if sasaran.group(1).startswith("/") else f"xl/{sasaran.group(1)}"


def sel_rumus(isi: bytes, lembar: str) -> Iterator[tuple[str, str, object]]:
    """Address, formula and cached value of every formula cell of a sheet, from its XML."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        akar = fromstring(arsip.read(bagian_lembar(isi, lembar)))
    for sel in akar.iter(f"{_RUANG}c"):
        if (rumus := sel.find(f"{_RUANG}f")) is not None:
            yield sel.get("r", ""), f"={rumus.text}", _nilai(sel.get("t", "n"), sel.findtext(f"{_RUANG}v"))


def _nilai(jenis: str, tertulis: str | None) -> object:
    """What a cell holds, None when it was stored without; a number has no type, and a truth value is a number."""
    if jenis not in {"n", "b"}:
        return tertulis
    if not tertulis:
        return None
    return bool(int(tertulis)) if jenis == "b" else float(tertulis)


def ubah_lembar(berkas: bytes, lembar: str, ubah: Callable[[bytes], bytes]) -> bytes:
    """The same workbook with the XML of one sheet changed."""
    return ubah_bagian(berkas, bagian_lembar(berkas, lembar), ubah)


def ganti_sel(berkas: bytes, lembar: str, alamat: str, atribut: str, dalam: str) -> bytes:
    """The same workbook with one cell written anew as raw XML; its style stays. The cell must be in the file."""

    def ubah(bagian: bytes) -> bytes:
        def tulis(cocok: re.Match[bytes]) -> bytes:
            gaya = re.search(rb' s="\d+"', cocok.group())
            return f'<c r="{alamat}"{gaya.group().decode() if gaya else ""}{atribut}>{dalam}</c>'.encode()

        baru, jumlah = re.subn(rb'<c r="%s"[^>]*?(?:/>|(?<!/)>.*?</c>)' % alamat.encode(), tulis, bagian, flags=re.S)
        assert jumlah == 1, alamat
        return baru

    return ubah_lembar(berkas, lembar, ubah)


def zip_baru(bagian: Mapping[str, bytes], jenis: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these members."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", jenis) as arsip:
        for nama, data in bagian.items():
            arsip.writestr(nama, data)
    return wadah.getvalue()


def entri_pusat(berkas: bytes) -> list[int]:
    """Where the entries of the central directory of a zip start."""
    jumlah, _, mulai = struct.unpack("<HII", berkas[-12:-2])
    letak = []
    for _ in range(jumlah):
        letak.append(mulai)
        nama, tambahan, catatan = struct.unpack("<HHH", berkas[mulai + 28 : mulai + 34])
        mulai += 46 + nama + tambahan + catatan
    return letak
