"""Text from people: cleaned, compared, and made safe for a workbook, a message and a file name, in one place for all.

Nothing in it can become a formula, a tag, or a broken file, and what does not show makes no difference anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

BATAS_SEL: Final = 32_767
"""The most UTF-16 units that one Excel cell holds."""

BATAS_PESAN: Final = 255
"""The most UTF-16 units of a message, of a list of choices, and of a document property."""

BATAS_KAKI: Final = 200
"""UTF-16 units of text from people that fit into a footer (at most 255) beside its codes and page numbers."""

PEMICU: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""Beginnings, also in full width, that a spreadsheet may take for a formula when a text is entered again or pasted."""

_PANJANG_NAMA: Final = 200
_PANJANG_AKHIRAN: Final = 10

_TAK_TERLIHAT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\uffa0"
    "\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff9-\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef"
    + "".join(f"{chr(bidang * 0x10000 + 0xFFFE)}{chr(bidang * 0x10000 + 0xFFFF)}" for bidang in range(1, 17))
    + "]"
)
"""The one class of what does not show: control, bidirectional and zero-width characters, soft hyphens, tags,
joiners and selectors of variants, blanks that Unicode counts as letters, what stands for
an object or a lost letter, lone surrogates and noncharacters."""
_PEMBALIK: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Those of them that make a line show its letters in another order than it holds them."""


def jernihkan(teks: str) -> str:
    r"""The text without invisible characters. Line breaks stay, each as one `\n`; a tab becomes a space."""
    if teks.isascii() and teks.isprintable():
        return teks
    return _TAK_TERLIHAT.sub("", teks.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def sebaris(teks: str, batas: int | None = None) -> str:
    """The text on one line: no invisible characters, blanks single; cut with an ellipsis to `batas` letters.

    This is how the names of a plan are stored.
    """
    bersih = " ".join(jernihkan(teks).split())
    return bersih if batas is None or len(bersih) <= batas else f"{bersih[: batas - 1].rstrip()}…"


def sandingan(teks: str) -> str:
    """The text as it is compared: two texts that read alike have the same one, also when one went through a cell."""
    return _sandingkan(teks) if len(teks) <= _PANJANG_NAMA else _sandingkan.__wrapped__(teks)


@lru_cache(maxsize=8192)  # the names of a plan come again in every workbook
def _sandingkan(teks: str) -> str:
    return unicodedata.normalize("NFC", sebaris(bersihkan(teks))).casefold()


def ada_tak_terlihat(teks: str) -> bool:
    """Whether a text holds invisible characters."""
    return _TAK_TERLIHAT.search(teks) is not None


def membalik(teks: str) -> bool:
    """Whether a text may show its letters in another order, so that nobody knows what its writer saw."""
    return _PEMBALIK.search(teks) is not None


def tunjukkan(teks: str) -> str:
    """The text with a `\ufffd` in the place of every invisible character, as a message shows where they are."""
    return _TAK_TERLIHAT.sub("\ufffd", teks)


def nama_berkas(teks: str) -> str:
    """The name of a file that somebody sent, as it is kept: one line of at most 200 letters, its ending whole."""
    nama = sebaris(teks)
    batang, titik, akhir = nama.rpartition(".")
    if len(nama) > _PANJANG_NAMA and titik and len(akhir) < _PANJANG_AKHIRAN:
        return f"{batang[: _PANJANG_NAMA - len(akhir) - 1]}.{akhir}"
    return nama[:_PANJANG_NAMA] or "tanpa nama"


def bersihkan(teks: str, batas: int = BATAS_SEL) -> str:
    """The text as a cell takes it: without invisible characters, cut to what a cell holds with a note that says so.

    Text that XlsxWriter would take for its own rich-text markup gets a leading space, which moves it out of that shape.
    """
    bersih = jernihkan(teks)
    return _potong(f" {bersih}" if _kaya(bersih) else bersih, batas)


def _kaya(teks: str) -> bool:
    return teks.startswith("<r>") and teks.endswith("</r>")


def apa_adanya(teks: str) -> str:
    """The text as a cell takes it with nothing cleaned away; only what no file can hold is replaced or cut."""
    utuh = teks.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
    return _potong(f" {utuh}" if _kaya(utuh) else utuh, BATAS_SEL)


def mirip_rumus(teks: str) -> bool:
    """Whether a spreadsheet could read the text as a formula."""
    return teks.lstrip().startswith(PEMICU)


def teks_kaki(teks: str, batas: int = BATAS_KAKI) -> str:
    """The text for a header or footer, in one line: `&` starts no code there, a digit joins no font size."""
    kaki = sebaris(teks).replace("&", "&&")
    kaki = kaki.encode("utf-16-le")[: batas * 2].decode("utf-16-le", errors="ignore")
    if (len(kaki) - len(kaki.rstrip("&"))) % 2:
        kaki = kaki[:-1]
    return f" {kaki}" if kaki[:1].isdigit() else kaki


def panjang_utf16(teks: str) -> int:
    """How long Excel counts a text: in UTF-16 units, of which an emoji takes two."""
    return len(teks) if teks.isascii() else len(teks.encode("utf-16-le", errors="surrogatepass")) // 2


def _potong(teks: str, batas: int) -> str:
    # No letter takes more than two units.
    if 2 * len(teks) <= batas or (panjang := panjang_utf16(teks)) <= batas:
        return teks
    catatan = f" … [dipotong: teks asli {panjang:,} karakter]".replace(",", ".")
    sisa = teks.encode("utf-16-le")[: (batas - len(catatan)) * 2]
    return sisa.decode("utf-16-le", errors="ignore") + catatan


_HURUF_ALASAN: Final = 3


_BUKAN_ALASAN: Final = frozenset(
    {
        *("ada", "ada data", "tidak ada", "tidak ada data", "belum", "belum ada", "belum ada data", "data belum ada"),
        *(
            "blm",
            "blm ada",
            "blm ada data",
            "tdk ada",
            "tdk ada data",
            "data blm ada",
            "belum ada datanya",
            "tidak tahu",
        ),
        *("sda", "s d a", "idem", "sama", "lihat atas", "lihat di atas", "sama dengan atas", "seperti di atas"),
        *("kosong", "sudah", "oke", "okay", "baik", "tes", "test", "testing", "coba", "abc", "asd", "asdf", "qwerty"),
    }
)
"""What is typed where a reason is asked and gives none: it says again that the cell is blank, or nothing at all."""


def selisih_huruf(kiri: str, kanan: str) -> int:
    """How many characters two texts differ in, the longer one beyond what stands in both in the same order."""
    sama = sum(blok.size for blok in SequenceMatcher(None, kiri, kanan, autojunk=False).get_matching_blocks())
    return max(len(kiri), len(kanan)) - sama


def alasan_sah(teks: str | None) -> str | None:
    """A reason as it is kept, None when it says nothing.

    It needs three visible letters or digits, two different letters among them, and to be more than one of the words
    that only say again what was asked about.
    """
    bersih = bersihkan(teks or "").strip()
    huruf_angka = [huruf for huruf in bersih.casefold() if huruf.isalnum()]
    if len(huruf_angka) < _HURUF_ALASAN or len({huruf for huruf in huruf_angka if huruf.isalpha()}) < 2:
        return None
    kata = " ".join("".join(huruf if huruf.isalnum() else " " for huruf in bersih.casefold()).split())
    return None if kata in _BUKAN_ALASAN else bersih


def terbaca(teks: str) -> bool:
    """Whether there is anything to read in it: a visible letter or digit."""
    return any(huruf.isalnum() for huruf in bersihkan(teks))
