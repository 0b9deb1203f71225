"""Changes a workbook where it stands, in its XML: so that everything else stays as it was written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape


def bagian(isi: bytes) -> dict[str, bytes]:
    """Every member of the zip by name, in order."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def rakit(semua: dict[str, bytes]) -> bytes:
    """The zip again."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, nilai in semua.items():
            arsip.writestr(nama, nilai)
    return wadah.getvalue()


def jalur_lembar(isi: bytes, lembar: str) -> str:
    """The member of a sheet: they are numbered in their order."""
    nama = re.findall(r'<sheet name="([^"]*)"', bagian(isi)["xl/workbook.xml"].decode())
    return f"xl/worksheets/sheet{nama.index(escape(lembar)) + 1}.xml"


def ubah_lembar(isi: bytes, lembar: str, ganti: Callable[[str], str]) -> bytes:
    """The workbook with the XML of one sheet changed, which must change."""
    return ubah_bagian(isi, jalur_lembar(isi, lembar), ganti)


def _pola(alamat: str) -> re.Pattern[str]:
    return re.compile(rf'<c r="{alamat}"( s="\d+")?(?: t="\w+")?>(.*?)</c>', re.DOTALL)


def setel(isi: bytes, lembar: str, alamat: str, nilai: str | float, rumus: str | None = None) -> bytes:
    """A cell with another value and, where it is named, another formula; its own formula goes without one."""
    angka = isinstance(nilai, int | float)
    f = f"<f>{escape(rumus)}</f>" if rumus is not None else ""
    if angka or rumus is not None:
        jenis, badan = ("" if angka else ' t="str"'), f"{f}<v>{escape(str(nilai))}</v>"
    else:
        jenis, badan = ' t="inlineStr"', f"<is><t>{escape(str(nilai))}</t></is>"

    def ganti(xml: str) -> str:
        return _pola(alamat).sub(lambda cocok: f'<c r="{alamat}"{cocok[1] or ""}{jenis}>{badan}</c>', xml, count=1)

    return ubah_lembar(isi, lembar, ganti)


def setel_hasil(isi: bytes, lembar: str, alamat: str, nilai: float) -> bytes:
    """A formula cell whose stored result is another; the formula stays."""
    pola = re.compile(rf'(<c r="{alamat}"[^>]*><f>.*?</f><v>)(.*?)(</v></c>)', re.DOTALL)
    return ubah_lembar(isi, lembar, lambda xml: pola.sub(rf"\g<1>{nilai}\g<3>", xml, count=1))


def kosongkan(isi: bytes, lembar: str, alamat: str) -> bytes:
    """A cell without content."""
    return ubah_lembar(isi, lembar, lambda xml: _pola(alamat).sub(rf'<c r="{alamat}"\g<1>/>', xml, count=1))


def isi_kosong(isi: bytes, lembar: str, alamat: str, nilai: float) -> bytes:
    """A number in a cell that was blank."""
    pola = re.compile(rf'<c r="{alamat}"( s="\d+")?/>')
    return ubah_lembar(isi, lembar, lambda xml: pola.sub(rf'<c r="{alamat}"\g<1>><v>{nilai}</v></c>', xml, count=1))


def geser(isi: bytes, lembar: str, mulai: int, langkah: int) -> bytes:
    """Every row from `mulai` on moved by `langkah` rows, as when rows are inserted or (negative) taken away above it.

    The row above is put in twice (+1) or the row `mulai` itself goes (-1); formulas stay as they are.
    """

    def ganti(xml: str) -> str:
        kepala, badan, ekor = re.split(r"(?<=<sheetData>)|(?=</sheetData>)", xml)
        hasil = []
        for baris in re.findall(r"<row .*?</row>|<row [^>]*/>", badan, re.DOTALL):
            nomor = int(re.match(r'<row r="(\d+)"', baris)[1])  # type: ignore[index]
            if nomor == mulai and langkah < 0:
                continue
            if nomor == mulai and langkah > 0:
                hasil.append(baris)
            hasil.append(_pindah(baris, nomor, nomor + langkah) if nomor >= mulai else baris)
        return kepala + "".join(hasil) + re.sub(r"<mergeCells.*?</mergeCells>", "", ekor, flags=re.DOTALL)

    return ubah_lembar(isi, lembar, ganti)


def _pindah(baris: str, dari: int, ke: int) -> str:
    baris = re.sub(rf'<row r="{dari}"', f'<row r="{ke}"', baris)
    return re.sub(rf'<c r="([A-Z]+){dari}"', rf'<c r="\g<1>{ke}"', baris)


def tukar(isi: bytes, lembar: str, kiri: str, kanan: str) -> bytes:
    """The contents of two cells, each in the other's place."""

    def ganti(xml: str) -> str:
        satu, dua = _pola(kiri).search(xml), _pola(kanan).search(xml)
        assert satu
        assert dua
        baru = xml.replace(satu[0], "\0").replace(dua[0], satu[0].replace(f'r="{kiri}"', f'r="{kanan}"'))
        return baru.replace("\0", dua[0].replace(f'r="{kanan}"', f'r="{kiri}"'))

    return ubah_lembar(isi, lembar, ganti)


def buang_lembar(isi: bytes, lembar: str) -> bytes:
    """The workbook without one of its sheets."""
    semua, jalur = bagian(isi), jalur_lembar(isi, lembar)
    buku = re.sub(rf'<sheet name="{escape(lembar)}"[^>]*/>', "", semua["xl/workbook.xml"].decode())
    buku = re.sub(r"<definedNames>.*?</definedNames>", "", buku, flags=re.DOTALL)
    hubungan = semua["xl/_rels/workbook.xml.rels"].decode()
    hubungan = re.sub(rf'<Relationship [^>]*Target="{jalur.removeprefix("xl/")}"/>', "", hubungan)
    jenis = semua["[Content_Types].xml"].decode()
    jenis = re.sub(rf'<Override PartName="/{jalur}"[^>]*/>', "", jenis)
    return rakit(
        {nama: nilai for nama, nilai in semua.items() if nama != jalur and not nama.endswith(f"{jalur[-10:]}.rels")}
        | {
            "xl/workbook.xml": buku.encode(),
            "xl/_rels/workbook.xml.rels": hubungan.encode(),
            "[Content_Types].xml": jenis.encode(),
        }
    )


def ganti_nama_lembar(isi: bytes, lama: str, baru: str) -> bytes:
    """The workbook with a sheet called otherwise."""
    semua = bagian(isi)
    buku = semua["xl/workbook.xml"].decode().replace(f'<sheet name="{lama}"', f'<sheet name="{baru}"')
    return rakit({**semua, "xl/workbook.xml": buku.encode()})


def ubah_bagian(isi: bytes, nama: str, ganti: Callable[[str], str]) -> bytes:
    """The workbook with one member changed, which must change."""
    semua = bagian(isi)
    lama = semua[nama].decode()
    baru = ganti(lama)
    assert baru != lama
    return rakit({**semua, nama: baru.encode()})
