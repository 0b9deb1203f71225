"""Numbers as Indonesian officers type them, and as Capaian writes them.

One parser for workbook cells, plan imports, screen fields and old reports. It never guesses: a text with two
readings is an `Ambigu` with both, and a text it does not know is a `TidakTerbaca` with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, Literal

from analytics.aturan.teks import ada_tak_terlihat, sandingan, sebaris

DESIMAL_SIMPAN: Final = 12
"""Decimals that a stored measured value keeps."""

DESIMAL_HITUNG: Final = 10
"""Decimals at which a computed value is taken before it is rounded, so that a tie held as 225,01499… is a tie again."""

BATAS_BESAR: Final = Decimal(10) ** 18
"""A measured value must be smaller than this in absolute value."""

_TERGERUS: Final = Decimal("0.000001")
"""The part of a number above which what is stored is another one: not a computer's last digits."""

LEBAR: Final = Context(prec=80)
"""Wide enough for every value that can be stored; Python's own 28 digits are not."""


@dataclass(frozen=True)
class Angka:
    """One number. `tanya` is a question for the typist when the spelling was unusual but has one reading.

    `tergerus`: it was so small that what is stored of it is another number.
    """

    nilai: Decimal
    tanya: str | None = None
    persen: bool = False
    tergerus: bool = False


@dataclass(frozen=True)
class Rentang:
    """A range `bawah`-`atas`, both ends included; `tanya` as for `Angka`."""

    bawah: Decimal
    atas: Decimal
    tanya: str | None = None


@dataclass(frozen=True)
class Batas:
    """A bound such as `<= 1`; `operator` is one of <, <=, >, >=; `tanya` as for `Angka`."""

    operator: str
    nilai: Decimal
    tanya: str | None = None


@dataclass(frozen=True)
class Peringkat:
    """A grade such as BB or WTP: letters, no number."""

    teks: str


@dataclass(frozen=True)
class Kosong:
    """Nothing was given: blank, `-`, `n/a`. Never zero."""

    teks: str


@dataclass(frozen=True)
class Ambigu:
    """Two numbers can be meant; `bacaan` holds both, the Indonesian reading first."""

    teks: str
    bacaan: tuple[Decimal, Decimal]


@dataclass(frozen=True)
class TidakTerbaca:
    """No number, range, bound or grade can be read; `sebab` is an Indonesian sentence.

    `usul` are the numbers that are likely meant, for a person to choose from.
    """

    teks: str
    sebab: str
    usul: tuple[Decimal, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Bersatuan(TidakTerbaca):
    """A number with words behind it, such as `12 Laporan` or `13,5 juta`: `angka` before, `satuan` what the words say.

    `usul` is what it comes to, with a word such as juta as its multiplier.
    """

    angka: Angka | Ambigu
    satuan: str

    @property
    def berpersen(self) -> bool:
        """Whether it is a share in persen: `22,5 % dari pagu`, `22,5 persen`."""
        bertanda = isinstance(self.angka, Angka) and self.angka.persen
        return bertanda or satuan_persen(self.satuan.split()[0])

    def dalam(self, satuan: str) -> Angka | Ambigu | None:
        """The number where that very satuan is asked; None where another one is."""
        sama = sandingan(self.satuan) == sandingan(satuan) or (satuan_persen(self.satuan) and satuan_persen(satuan))
        return self.angka if sama or (satuan_rupiah(self.satuan) and satuan_rupiah(satuan)) else None


BacaanAngka = Angka | Rentang | Batas | Peringkat | Kosong | Ambigu | TidakTerbaca

KATA_NOL: Final = frozenset({"nihil", "nol", "tidak ada"})
"""Words that can mean that nothing happened, or that nothing is known; a person says which."""
_KOSONG: Final = frozenset(
    {"", "-", "--", "---", "–", "—", "n/a", "na", "n.a.", "n.a", "rp -", "rp-", "rp", "nihil data", "belum ada data"}
)
_SPASI: Final = re.compile(r"[ \t\r\n\u00a0\u2007\u2009\u202f]+")
_NEGATIF: Final = re.compile(r"(?<![\w.,)])-(?=\d)")
"""The hyphen of a negative number, not one between two numbers or in a code."""
_TANDA_HUBUNG: Final = re.compile(r"[\u2010-\u2015\u2212]")
_RUPIAH: Final = re.compile(r"^(-?)\s*rp\.?\s*(-?)", re.IGNORECASE)
_EKOR_RUPIAH: Final = re.compile(r"(?<=\d),-+$")
_BATAS: Final = re.compile(r"^(<=|>=|≤|≥|<|>)\s*(.+)$")
_OPERATOR: Final = {"≤": "<=", "≥": ">="}
_RENTANG: Final = re.compile(r"^(.*\d\s*%?)\s*(?:-|s\.?/?d\.?|sampai(?: dengan)?)\s*(\d.*)$", re.IGNORECASE)
_PERINGKAT: Final = re.compile(r"^[A-Za-z][A-Za-z +\-]{0,19}$")

_INDONESIA: Final = re.compile(r"^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$")
_NOL_DI_EKOR: Final = re.compile(r"((?:rp\.?\s*)?-?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)\.00?", re.IGNORECASE)
"""An amount as other systems export it: nothing but zeros behind the last point."""
_KOMA_BERULANG: Final = re.compile(r"((?:rp\.?\s*)?-?)(\d{1,3}(?:,\d{3}){2,})", re.IGNORECASE)
_KOMA_RIBUAN: Final = re.compile(r"^-?[1-9]\d{0,2},\d{3}$")
_BERSPASI: Final = re.compile(r"^-?\d{1,3}( \d{3})+(,\d+)?$")
_SATU_TITIK: Final = re.compile(r"^-?\d+\.\d+$")
_TUKAR_TANDA: Final = str.maketrans(",.", ".,")
_INGGRIS: Final = re.compile(r"^-?\d{1,3}(,\d{3})+\.\d+$")
_RIBUAN_INGGRIS: Final = re.compile(r"^(?:rp\.? ?)?(-?[1-9]\d{0,2}(?:,\d{3}){2,})$", re.IGNORECASE)
_BERKATA: Final = re.compile(r"^(.*\d\s*%?)\s*\(?([A-Za-z][A-Za-z /.()-]{0,39})$")
_KALI: Final = {
    **dict.fromkeys(("ribu", "rb"), Decimal(1000)),
    **dict.fromkeys(("juta", "jt"), Decimal(10) ** 6),
    **dict.fromkeys(("miliar", "milyar"), Decimal(10) ** 9),
    "triliun": Decimal(10) ** 12,
}
"""Words behind a number that multiply it."""


@dataclass(frozen=True)
class EjaanLain:
    """An amount as other systems write it, as it would be typed here."""

    jenis: Literal["titik_nol", "koma_ribuan"]
    polos: str


def ejaan_lain(teks: str) -> EjaanLain | None:
    """`2498400.00` and `2,498,400` without their signs, where they have one reading; None for any other text."""
    pola: dict[Literal["titik_nol", "koma_ribuan"], re.Pattern[str]]
    pola = {"titik_nol": _NOL_DI_EKOR, "koma_ribuan": _KOMA_BERULANG}
    for jenis, bentuk in pola.items():
        if cocok := bentuk.fullmatch(teks):
            return EjaanLain(jenis, f"{cocok.group(1)}{cocok.group(2).replace(',', '').replace('.', '')}")
    return None


def baca_angka(teks: str) -> BacaanAngka:
    """Read what somebody typed as text.

    `1.234,5`, `66,67%`, `Rp 1.000.000,-`, `<= 1`, `80-90`, `BB`, `-` and blank are understood. `1.200` (one dot, three
    digits) is ambiguous; `12.5` is 12,5 with a question. Digits other than 0-9, exponents and underscores are refused.
    """
    if ada_tak_terlihat(teks):
        return TidakTerbaca(teks, "Ada karakter tak terlihat di dalam isian.")
    bersih = _TANDA_HUBUNG.sub("-", _SPASI.sub(" ", teks).strip())
    if bersih.lower() in _KOSONG:
        return Kosong(teks)
    if not bersih.isascii() and not _BATAS.match(bersih):
        return TidakTerbaca(teks, "Ada huruf atau lambang yang bukan angka.")
    batas = _BATAS.match(bersih)
    if batas:
        return _baca_batas(teks, batas)
    polos = _baca_polos(bersih)
    if polos is not None:
        return polos
    rentang = _RENTANG.match(bersih)
    if rentang:
        return _baca_rentang(teks, rentang.group(1), rentang.group(2))
    if _PERINGKAT.match(bersih):
        return Peringkat(bersih)
    return _baca_berusul(teks, bersih) or TidakTerbaca(teks, "Isian bukan angka yang dikenal.")


def _baca_berusul(teks: str, bersih: str) -> TidakTerbaca | None:
    """A spelling that is not read, but shows which number is likely meant."""
    inggris = _RIBUAN_INGGRIS.match(bersih)
    if inggris:
        ribuan = Decimal(inggris.group(1).replace(",", ""))
        return TidakTerbaca(teks, "Koma ribuan gaya Inggris tidak dibaca.", (ribuan,) if ribuan < BATAS_BESAR else ())
    cocok = _BERKATA.match(bersih)
    angka = _baca_polos(cocok.group(1).strip()) if cocok else None
    if cocok is None or not isinstance(angka, Angka | Ambigu):
        return None
    kata = cocok.group(2).strip()
    bacaan = angka.bacaan if isinstance(angka, Ambigu) else (angka.nilai,)
    kali = _KALI.get(kata.split()[0].casefold(), Decimal(1))
    usul = tuple(nilai * kali for nilai in bacaan if (nilai * kali).copy_abs() < BATAS_BESAR)
    return Bersatuan(teks, f"Ada kata “{kata}” di belakang angkanya.", usul, angka=angka, satuan=kata)


def _baca_batas(teks: str, cocok: re.Match[str]) -> BacaanAngka:
    batas = _baca_polos(cocok.group(2))
    if isinstance(batas, Angka):
        return Batas(_OPERATOR.get(cocok.group(1), cocok.group(1)), batas.nilai, batas.tanya)
    if isinstance(batas, Ambigu):
        return Ambigu(teks, batas.bacaan)
    return TidakTerbaca(teks, "Setelah tanda batas harus ada satu angka.")


def _baca_rentang(teks: str, kiri: str, kanan: str) -> BacaanAngka:
    bawah, atas = _baca_polos(kiri.strip()), _baca_polos(kanan.strip())
    if not isinstance(bawah, Angka) or not isinstance(atas, Angka):
        return TidakTerbaca(teks, "Kedua ujung rentang harus angka yang jelas.")
    if bawah.nilai > atas.nilai:
        return TidakTerbaca(teks, "Ujung bawah rentang lebih besar daripada ujung atasnya.")
    return Rentang(bawah.nilai, atas.nilai, bawah.tanya or atas.tanya)


def _baca_polos(bersih: str) -> Angka | Ambigu | TidakTerbaca | None:
    """Read one plain number, with an optional Rp before it and % behind it; None when it is no number at all."""
    persen = bersih.endswith("%")
    rupiah = _RUPIAH.match(bersih)
    angka = bersih.removesuffix("%").strip()
    if rupiah:
        angka = (rupiah.group(1) or rupiah.group(2)) + angka[rupiah.end() :].strip()
    angka = _EKOR_RUPIAH.sub("", angka)
    angka = angka.replace(" ", "") if _BERSPASI.match(angka) else angka
    if _SATU_TITIK.match(angka):
        return _baca_satu_titik(bersih, angka, persen=persen, rupiah=bool(rupiah))
    if _KOMA_RIBUAN.match(angka):
        return _baca_koma_ribuan(bersih, angka, persen=persen, rupiah=bool(rupiah))
    if _INDONESIA.match(angka):
        return _jaga(bersih, Decimal(angka.replace(".", "").replace(",", ".")), persen=persen)
    if _INGGRIS.match(angka):
        nilai = Decimal(angka.replace(",", ""))
        return _jaga(bersih, nilai, persen=persen, tanya=f"Dibaca {tulis_angka(nilai)} (gaya Inggris). Benar?")
    return None


def _baca_satu_titik(teks: str, angka: str, *, persen: bool, rupiah: bool) -> Angka | Ambigu | TidakTerbaca:
    nilai = Decimal(angka)
    if len(angka.split(".")[1]) == 3:
        ribuan = Decimal(angka.replace(".", ""))
        return _jaga(teks, ribuan, persen=persen) if rupiah else Ambigu(teks, (ribuan, nilai))
    return _jaga(teks, nilai, persen=persen, tanya=f"Dibaca {tulis_angka(nilai)} (titik dianggap koma). Benar?")


def _baca_koma_ribuan(teks: str, angka: str, *, persen: bool, rupiah: bool) -> Angka | Ambigu | TidakTerbaca:
    """`1,200` is 1,2 in Indonesian, asked because others write 1200 so; an amount of money has two readings."""
    nilai = Decimal(angka.replace(",", "."))
    if rupiah:
        return Ambigu(teks, (Decimal(angka.replace(",", "")), nilai))
    return _jaga(teks, nilai, persen=persen, tanya=f"Dibaca {tulis_angka(nilai)} (koma dianggap desimal). Benar?")


def _jaga(teks: str, nilai: Decimal, *, persen: bool, tanya: str | None = None) -> Angka | TidakTerbaca:
    if nilai.copy_abs() >= BATAS_BESAR:
        return TidakTerbaca(teks, "Angka terlalu besar.")
    return _simpan(nilai, tanya, persen=persen)


def _simpan(nilai: Decimal, tanya: str | None = None, *, persen: bool) -> Angka:
    """A number with the decimals that are stored; what little is left of a very small one is asked."""
    tersimpan = bulatkan(nilai, DESIMAL_SIMPAN)
    if (tersimpan - nilai).copy_abs() <= nilai.copy_abs() * _TERGERUS:
        return Angka(tersimpan, tanya, persen)
    return Angka(tersimpan, f"Terlalu kecil; dibaca {tulis_angka(tersimpan)}. Benar?", persen, tergerus=True)


def rupiah_bertitik_nol(teks: str) -> str | None:
    """The amount without its decimals where a text ends in a point and zeros: in rupiah that has one reading."""
    ejaan = ejaan_lain(sebaris(teks))
    return ejaan.polos if ejaan is not None and ejaan.jenis == "titik_nol" else None


def baca_bilangan(nilai: Decimal | float | int, *, persen: bool = False) -> Angka | TidakTerbaca:
    """Read a numeric cell. With a % number format (`persen`) Excel holds 95% as 0,95: the value is times 100."""
    desimal = Decimal(repr(nilai)) if isinstance(nilai, float) else Decimal(nilai)
    desimal = desimal * 100 if persen else desimal
    if not desimal.is_finite() or desimal.copy_abs() >= BATAS_BESAR:
        return TidakTerbaca(str(nilai), "Angka tidak berhingga atau terlalu besar.")
    return _simpan(desimal, persen=persen)


def bulatkan(nilai: Decimal, desimal: int) -> Decimal:
    """Round half away from zero, as Excel, LibreOffice and DuckDB do with DECIMAL."""
    return nilai.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP, context=LEBAR)


def bulatkan_persen(nilai: float, desimal: int) -> Decimal:
    """Round a DOUBLE as the SQL macro `bulat` does: at ten decimals first, then half away from zero."""
    return bulatkan(bulatkan(Decimal(repr(nilai)), DESIMAL_HITUNG), desimal)


def tulis_angka(nilai: Decimal | float | int, desimal: int | None = None) -> str:
    """Write a number the Indonesian way, `1.234,5`.

    Without `desimal` all significant decimals are shown; with it exactly that many, rounded half away from zero.
    """
    angka = nilai if isinstance(nilai, Decimal) else Decimal(repr(nilai) if isinstance(nilai, float) else nilai)
    if desimal is None:
        bulat = angka == angka.to_integral_value()
        angka = angka.quantize(Decimal(1), context=LEBAR) if bulat else angka.normalize(LEBAR)
        teks = f"{angka:,f}"
    else:
        teks = f"{bulatkan(angka, desimal):,f}"
    hasil = teks.translate(_TUKAR_TANDA)
    return hasil.removeprefix("-") if not hasil.strip("-0.,") else hasil


def tulis_ketikan(nilai: Decimal | float | int, desimal: int | None = None) -> str:
    """Write a number as it is to be typed, `1234,5`: without signs for thousands, so that it has one reading."""
    return tulis_angka(nilai, desimal).replace(".", "")


def tulis_rentang(bawah: Decimal, atas: Decimal) -> str:
    """Write a range as it is to be typed, `7,5-8`."""
    return f"{tulis_ketikan(bawah)}-{tulis_ketikan(atas)}"


def pilih_rentang(teks: str | None) -> Rentang | None:
    """The range that a text is; None for any other text."""
    bacaan = baca_angka(teks or "")
    return bacaan if isinstance(bacaan, Rentang) else None


def tulis_minus(teks: str) -> str:
    """Put a real minus before negative numbers of a text that is only read; what is typed again keeps the hyphen."""
    return _NEGATIF.sub("−", teks)


def tulis_rupiah(nilai: Decimal | int) -> str:
    """Write an amount as `Rp 1.234.567`; sen are shown only when there are any."""
    desimal = Decimal(nilai)
    return f"Rp {tulis_angka(desimal, None if desimal == desimal.to_integral_value() else 2)}"


def satuan_rupiah(satuan: str) -> bool:
    """Whether a satuan means whole rupiah; juta rupiah is another one."""
    return satuan.strip().lower().rstrip(".") in {"rp", "rupiah"}


def satuan_persen(satuan: str) -> bool:
    """Whether a satuan means percent, so that a cell with a % format is value × 100; poin is not percent."""
    return satuan.strip().lower() in {"%", "persen", "prosen", "persentase"}
