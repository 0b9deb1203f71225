"""How the quarters of a year become one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from analytics.aturan.angka import Rentang


@dataclass(frozen=True)
class Agregasi:
    """One way to aggregate. `perlu_semua`: a due quarter that is missing leaves the value incomplete.

    `sql` is an aggregate over columns nilai and triwulan; `excel` makes a formula (without `=`) over single cells in
    quarter order, which need not be neighbours, skipping texts; `hitung` the exact value of the reported quarters.
    """

    kode: str
    nama: str
    kalimat: str
    perlu_semua: bool
    sql: str
    excel: Callable[[Sequence[str]], str]
    hitung: Callable[[Sequence[Fraction]], Fraction]
    sql_desimal: str = ""
    """The aggregate that keeps a stored DECIMAL one, where `sql` goes by DOUBLE."""


def _jumlah(nilai: Sequence[Fraction]) -> Fraction:
    return sum(nilai, Fraction(0))


def _terakhir(nilai: Sequence[Fraction]) -> Fraction:
    return nilai[-1]


def _rata_rata(nilai: Sequence[Fraction]) -> Fraction:
    return _jumlah(nilai) / len(nilai)


def _excel_fungsi(nama: str) -> Callable[[Sequence[str]], str]:
    return lambda sel: f"{nama}({','.join(sel)})"


def _excel_terakhir(sel: Sequence[str]) -> str:
    rumus = sel[0]
    for alamat in sel[1:]:
        rumus = f"IF(ISNUMBER({alamat}),{alamat},{rumus})"
    return rumus


_RATA_DESIMAL: Final = (
    "CAST(CAST(sum(nilai) - sum(nilai) % count(nilai) AS HUGEINT) // count(nilai) AS DECIMAL(38, 12)) + "
    "CAST(CAST(sum(nilai) % count(nilai) AS DOUBLE) / count(nilai) AS DECIMAL(38, 12))"
)
"""A mean that is exact in what is stored: a DOUBLE holds only what remains of a division of whole numbers."""

RASIO: Final = "rasio"
"""The agregasi that adds pembilang and penyebut by themselves: of values that are no fractions it knows only a mean."""
DAFTAR_AGREGASI: Final[Mapping[str, Agregasi]] = {
    agregasi.kode: agregasi
    for agregasi in (
        Agregasi(
            kode="jumlah",
            nama="jumlah",
            kalimat="Nilai tahun adalah jumlah nilai semua triwulan.",
            perlu_semua=True,
            sql="sum(nilai ORDER BY triwulan)",
            sql_desimal="sum(nilai)",
            excel=_excel_fungsi("SUM"),
            hitung=_jumlah,
        ),
        Agregasi(
            kode="nilai_akhir",
            nama="nilai akhir",
            kalimat="Nilai tahun adalah nilai triwulan terakhir yang dilaporkan.",
            perlu_semua=False,
            sql="arg_max(nilai, triwulan)",
            excel=_excel_terakhir,
            hitung=_terakhir,
        ),
        Agregasi(
            kode="rata_rata",
            nama="rata-rata",
            kalimat="Nilai tahun adalah rata-rata nilai triwulan yang wajib dilaporkan.",
            perlu_semua=True,
            sql="avg(nilai ORDER BY triwulan)",
            sql_desimal=_RATA_DESIMAL,
            excel=_excel_fungsi("AVERAGE"),
            hitung=_rata_rata,
        ),
        Agregasi(
            kode="maksimum",
            nama="maksimum",
            kalimat="Nilai tahun adalah nilai triwulan yang tertinggi.",
            perlu_semua=True,
            sql="max(nilai)",
            excel=_excel_fungsi("MAX"),
            hitung=max,
        ),
        Agregasi(
            kode=RASIO,
            nama="rasio",
            kalimat="Nilai tahun adalah jumlah pembilang semua triwulan dibagi jumlah penyebutnya, dikali faktor; "
            "target beberapa triwulan dirata-ratakan.",
            perlu_semua=True,
            sql="avg(nilai ORDER BY triwulan)",
            sql_desimal=_RATA_DESIMAL,
            excel=_excel_fungsi("AVERAGE"),
            hitung=_rata_rata,
        ),
    )
}
"""Every agregasi by its kode."""


KUMULATIF: Final = "sd_triwulan"
"""The cara isi whose report already holds the quarters before it: such reports are never added, the last one counts."""


def cara_gabung(cara_isi: str, agregasi: str) -> str:
    """How the reports of one year become one value: the kode of the agregasi to use on them."""
    return "nilai_akhir" if cara_isi == KUMULATIF else agregasi


AgregasiTahun = Literal["jumlah", "tahun_terakhir"]
"""How the years of a Renstra become one value: added up, or the latest of them."""
AGREGASI_TAHUN: Final[Mapping[AgregasiTahun, Agregasi]] = {
    "jumlah": DAFTAR_AGREGASI["jumlah"],
    "tahun_terakhir": DAFTAR_AGREGASI["nilai_akhir"],
}
"""Each with the arithmetic that it does on years in order."""


def agregasi_tahun(agregasi: str, target: Sequence[Decimal], akhir: Decimal | Rentang | None) -> AgregasiTahun:
    """How the years of an indicator are taken together, by what the plan says of its end.

    `target` are the yearly targets of the Renstra in order, `akhir` its kondisi akhir. An end that is the sum of the
    targets says that they add up, one that is the last of them that the latest year counts, and so does a range, which
    is no sum; where it says both or nothing, the agregasi within a year decides.
    """
    kumulatif = bool(target) and akhir == sum(target)
    terakhir = bool(target) and akhir == target[-1]
    if kumulatif == terakhir and (kumulatif or akhir is None):
        return "jumlah" if agregasi == "jumlah" else "tahun_terakhir"
    return "jumlah" if kumulatif else "tahun_terakhir"


def render_sql() -> str:
    """SQL macros: `agregat(agregasi, nilai, triwulan)`, `perlu_semua(agregasi)`, `cara_gabung(cara_isi, agregasi)`.

    `agregat_desimal` is `agregat` of a stored value and stays one: what people typed is printed as they typed it.
    """
    cabang = " ".join(f"WHEN '{agregasi.kode}' THEN {agregasi.sql}" for agregasi in DAFTAR_AGREGASI.values())
    tepat = " ".join(
        f"WHEN '{agregasi.kode}' THEN CAST({agregasi.sql_desimal or agregasi.sql} AS DECIMAL(38, 12))"
        for agregasi in DAFTAR_AGREGASI.values()
    )
    semua = ", ".join(f"'{agregasi.kode}'" for agregasi in DAFTAR_AGREGASI.values() if agregasi.perlu_semua)
    return (
        f"CREATE OR REPLACE MACRO agregat(agregasi, nilai, triwulan) AS CASE agregasi {cabang} END;\n"
        f"CREATE OR REPLACE MACRO agregat_desimal(agregasi, nilai, triwulan) AS CASE agregasi {tepat} END;\n"
        f"CREATE OR REPLACE MACRO perlu_semua(agregasi) AS agregasi IN ({semua});\n"
        "CREATE OR REPLACE MACRO cara_gabung(cara_isi, agregasi) AS "
        f"CASE WHEN cara_isi = '{KUMULATIF}' THEN 'nilai_akhir' ELSE agregasi END;"
    )
