"""Ways to break a workbook at random: of the zip, of the XML in it, and of its members. All draw from one `Random`."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random
from typing import Final

Perusak = Callable[[bytes, Random], bytes]

_TAG: Final = re.compile(rb"<[^<>]*>")
_ATRIBUT: Final = re.compile(rb'="[^"<>]*"')
_TEKS: Final = re.compile(rb">[^<>]+<")
_TANDA: Final = re.compile(rb"PK(?:\x01\x02|\x03\x04|\x05\x06)")
_ANEH: Final = (
    b"", b"-1", b"0", b"1", b"99999999999999999999", b"1e999", b"NaN", b"inf", b"1_000", b"-0.0", b"A1", b"XFD1048576",
    b"A1:XFD1048576", b"B2:A1", b"../../../etc/passwd", b"file:///etc/passwd", b"&#0;", b"&#88;FD1", b"&amp;lt;",
    b"&tidakada;", b"_x0000_", b"_xD800_", "\u0669\u0665\u202e\u200b".encode(), b"\xff\xfe", b" ", b"#REF!", b"true",
    b"hidden", b"veryHidden", b"rId1", b"sheet", b"{kode}", b"%s", b"=1+1", b"x" * 40_000,
)  # fmt: skip
_SISIPAN: Final = (
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<![CDATA[</row>]]>", b"<!-- <row> -->", b"<?php ?>", b"<", b"&", b"\x00",
    b'<row r="7"/>', b'<c r="A1"><v>1</v></c>', b'<c><is><t>x</t></is></c>', b'<v>9</v>', b"<f>1/0</f>",
    b'<mergeCells><mergeCell ref="A1:C9"/></mergeCells>', b'<mergeCells><mergeCell ref="A1:ZZZ9"/></mergeCells>',
    b'<cols><col min="1" max="99999" hidden="1"/></cols>', b'<hyperlink ref="A1:XFD9"/>',
    b'<sheet name="x" id="rId1"/>', b'<sheet name="Realisasi"/>',
    b"<a>" * 5_000, b"<a>" * 500 + b"</a>" * 500, b'<x:c xmlns:x="y" r="A1"/>',
)  # fmt: skip


def balik_byte(berkas: bytes, acak: Random) -> bytes:
    """Change one to eight bytes anywhere."""
    rusak = bytearray(berkas)
    for _ in range(acak.randint(1, 8)):
        rusak[acak.randrange(len(rusak))] ^= 1 << acak.randrange(8)
    return bytes(rusak)


def balik_kepala(berkas: bytes, acak: Random) -> bytes:
    """Change a few bytes of the headers and the directory of the zip."""
    rusak = bytearray(berkas)
    letak = [cocok.start() for cocok in _TANDA.finditer(berkas)]
    for _ in range(acak.randint(1, 3)):
        di = acak.choice(letak) + acak.randrange(46)
        if di < len(rusak):
            rusak[di] = acak.choice((0, 1, 0x08, 0x7F, 0xFF, acak.randrange(256)))
    return bytes(rusak)


def potong(berkas: bytes, acak: Random) -> bytes:
    """Cut a slice off the end or out of the middle, write it twice, or put noise over it."""
    awal = acak.randrange(len(berkas))
    akhir = min(len(berkas), awal + acak.choice((1, 16, 200, 5_000)))
    sepotong = berkas[awal:akhir]
    return acak.choice(
        (
            berkas[:awal],
            berkas[:awal] + berkas[akhir:],
            berkas[:akhir] + sepotong + berkas[akhir:],
            berkas[:awal] + acak.randbytes(len(sepotong)) + berkas[akhir:],
            berkas + berkas[awal:],
        )
    )


def rusak_xml(berkas: bytes, acak: Random) -> bytes:
    """Change the XML of one member in one to three places."""
    bagian = _buka(berkas)
    nama = acak.choice(_berbobot(bagian))
    for _ in range(acak.randint(1, 3)):
        bagian[nama] = acak.choice(_UBAH_XML)(bagian[nama], acak)
    return _tutup(bagian)


def rusak_anggota(berkas: bytes, acak: Random) -> bytes:
    """Leave members out, exchange their contents, rename or copy one."""
    bagian = _buka(berkas)
    for _ in range(acak.randint(1, 2)):
        nama, lain = acak.sample(sorted(bagian), 2)
        cara = acak.randrange(4)
        if cara == 0:
            del bagian[nama]
        elif cara == 1:
            bagian[nama], bagian[lain] = bagian[lain], bagian[nama]
        elif cara == 2:
            bagian[acak.choice((nama.upper(), f"{nama}x", f"../{nama}", "xl/vbaProject.bin"))] = bagian.pop(nama)
        else:
            bagian[nama] = acak.choice((b"", bagian[lain] * 2, acak.randbytes(300), bagian[nama][:-20]))
    return _tutup(bagian)


def ganti_isi(berkas: bytes, acak: Random) -> bytes:
    """Put odd values where the cells of a sheet hold theirs; the XML stays whole."""
    bagian = _buka(berkas)
    nama = acak.choice([anggota for anggota in sorted(bagian) if "worksheets/sheet" in anggota])
    teks = bagian[nama]
    for _ in range(acak.randint(1, 6)):
        aneh = acak.choice(
            [aneh for aneh in _ANEH if b"&tidak" not in aneh and b"&#0" not in aneh and b"\xff" not in aneh]
        )
        teks = _ganti(teks, acak.choice((_TEKS, _ATRIBUT)), acak, lambda lama, aneh=aneh: _pagar(lama, aneh))
    bagian[nama] = teks
    return _tutup(bagian)


PERUSAK: Final[tuple[Perusak, ...]] = (balik_byte, balik_kepala, potong, rusak_xml, rusak_anggota, ganti_isi)


def _pagar(lama: bytes, aneh: bytes) -> bytes:
    """Odd content between the same delimiters."""
    return b'="' + aneh + b'"' if lama.startswith(b"=") else b">" + aneh + b"<"


def _ganti(teks: bytes, pola: re.Pattern[bytes], acak: Random, ganti: Callable[[bytes], bytes]) -> bytes:
    cocok = list(pola.finditer(teks))
    if not cocok:
        return teks
    terpilih = acak.choice(cocok)
    return teks[: terpilih.start()] + ganti(terpilih.group()) + teks[terpilih.end() :]


def _tukar_tag(teks: bytes, acak: Random) -> bytes:
    cocok = list(_TAG.finditer(teks))
    if len(cocok) < 2:
        return teks
    kiri, kanan = sorted(acak.sample(cocok, 2), key=lambda tanda: tanda.start())
    tengah = teks[kiri.end() : kanan.start()]
    return teks[: kiri.start()] + kanan.group() + tengah + kiri.group() + teks[kanan.end() :]


def _sisipkan(teks: bytes, acak: Random) -> bytes:
    sisipan = acak.choice(_SISIPAN)
    return _ganti(teks, _TAG, acak, lambda lama: acak.choice((lama + sisipan, sisipan + lama)))


def _bising(teks: bytes, acak: Random) -> bytes:
    awal = acak.randrange(len(teks) + 1)
    return teks[:awal] + acak.randbytes(acak.randint(1, 6)) + teks[awal + acak.randint(0, 6) :]


def _potong_teks(teks: bytes, acak: Random) -> bytes:
    awal = acak.randrange(len(teks) + 1)
    return teks[:awal] + teks[awal + acak.choice((1, 20, 500, len(teks))) :]


_UBAH_XML: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    lambda teks, acak: _ganti(teks, _TAG, acak, lambda _: b""),
    lambda teks, acak: _ganti(teks, _TAG, acak, lambda lama: lama * 2),
    lambda teks, acak: _ganti(teks, _ATRIBUT, acak, lambda lama: _pagar(lama, acak.choice(_ANEH))),
    lambda teks, acak: _ganti(teks, _ATRIBUT, acak, lambda _: b""),
    lambda teks, acak: _ganti(teks, _TEKS, acak, lambda lama: _pagar(lama, acak.choice(_ANEH))),
    _tukar_tag,
    _sisipkan,
    _bising,
    _potong_teks,
)


def _berbobot(bagian: dict[str, bytes]) -> list[str]:
    """The XML members; what the reader reads stands there several times."""
    nama = [anggota for anggota in sorted(bagian) if anggota.endswith((".xml", ".rels"))]
    return nama + 3 * [
        anggota for anggota in nama if "sheet" in anggota or "workbook" in anggota or "styles" in anggota
    ]


def _buka(berkas: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(berkas)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def _tutup(bagian: dict[str, bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        for nama, data in bagian.items():
            arsip.writestr(nama, data)
    return wadah.getvalue()
