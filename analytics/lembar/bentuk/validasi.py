"""What Excel lets a person type into a cell: rules of data validation, within the limits of Excel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from analytics.aturan.teks import BATAS_PESAN, bersihkan, panjang_utf16

_BATAS_URAIAN: Final = 200
"""UTF-16 units of a description that leave room for the sentence after it."""
_PEMISAH: Final = frozenset(',"\n')
"""Signs that end or split a word in a list of choices."""


def aturan_angka(judul: str, uraian: str) -> dict[str, Any]:
    """A number, or nothing; `uraian` says what is counted when the cell is chosen."""
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": -999_999_999_999_999,
        "maximum": 999_999_999_999_999,
        "ignore_blank": True,
        "input_title": judul,
        "input_message": f"{bersihkan(uraian, _BATAS_URAIAN)} Ketik angka saja, koma untuk desimal.".strip(),
        "error_title": "Bukan angka",
        "error_message": "Ketik angka saja, misalnya 85,5. Bila belum ada data, kosongkan dan tulis alasannya.",
    }


def berkata(aturan: dict[str, Any], *kata: str) -> dict[str, Any]:
    """The same, but these words may stand there too: Excel asks before it takes anything that is no number."""
    if not kata:
        return aturan
    pesan = f"Bukan angka. Yang juga diterima: {', atau '.join(kata)}. Tetap pakai?"
    return {**aturan, "error_type": "warning", "error_message": pesan}


def aturan_capaian() -> dict[str, Any]:
    """The capaian that the unit computed itself, in persen, or nothing."""
    return {
        **aturan_angka("Capaian menurut unit (%)", "Boleh kosong; dibandingkan dengan hitungan Capaian."),
        "error_message": "Ketik persen tanpa tanda %, misalnya 96,5. Bila tidak dihitung sendiri, kosongkan.",
    }


def aturan_rupiah() -> dict[str, Any]:
    """An amount of money s/d triwulan, not negative, or nothing."""
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "ignore_blank": True,
        "error_title": "Bukan rupiah",
        "error_message": "Ketik rupiah tanpa Rp dan tanpa titik, misalnya 12500000. Jumlahnya s/d triwulan ini, "
        "tidak negatif.",
    }


def aturan_pilihan(pilihan: Sequence[str]) -> dict[str, Any]:
    """A dropdown of these words. Where one of them cannot stand in a list of Excel, a message that names them."""
    daftar = [bersihkan(kata) for kata in pilihan]
    pesan = bersihkan(f"Pilih salah satu: {', '.join(daftar)}.", BATAS_PESAN)
    if _PEMISAH & set("".join(daftar)) or panjang_utf16(",".join(daftar)) > BATAS_PESAN:
        return {"validate": "any", "input_title": "Pilihan", "input_message": pesan}
    return {
        "validate": "list",
        "source": daftar,
        "ignore_blank": True,
        "error_title": "Di luar daftar",
        "error_message": pesan,
    }
