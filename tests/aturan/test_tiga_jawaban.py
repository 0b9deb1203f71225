"""Three independent answers to the same rows: exact fractions in Python, the SQL macros in DuckDB, LibreOffice.

Raw values agree within 1e-9 relative, rounded values and predikat are identical, and where one has no value none has.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analytics.aturan.capaian import Capaian, Pengaturan, Target, hitung
from analytics.aturan.predikat import susun_skala
from analytics.aturan.rumus import DAFTAR_RUMUS, render_excel
from analytics.dokumen.sel import bulatkan_rumus
from data.gudang import Gudang
from tests.alat.gudang import mesin
from tests.alat.kosong import gudang_kosong
from tests.alat.libreoffice import bandingkan, perlu_libreoffice

pytestmark = perlu_libreoffice

BANYAK = 400
BASI = 777
"""The cached value of every formula, so that only a recalculation can give another one."""


@dataclass(frozen=True)
class Soal:
    """One row: a rumus, a realisasi, a target that is a number or (with `atas`) a range."""

    rumus: str
    realisasi: Decimal
    target: Decimal
    atas: Decimal | None = None

    @property
    def sasaran(self) -> Target:
        if self.atas is None:
            return Target(nilai=self.target)
        return Target(bawah=self.target, atas=self.atas)


@dataclass(frozen=True)
class Jawaban:
    """What one of the three says; None everywhere where there is no value."""

    mentah: float | None
    nilai: float | None
    predikat: str | None

    def sama(self, lain: Jawaban) -> bool:
        if self.mentah is None or lain.mentah is None:
            return self == lain
        dekat = math.isclose(self.mentah, lain.mentah, rel_tol=1e-9, abs_tol=1e-9)
        return dekat and (self.nilai, self.predikat) == (lain.nilai, lain.predikat)


ANGKA = st.one_of(
    st.sampled_from(
        [Decimal(angka) for angka in ("0", "1", "49", "56.23", "100", "162", "186", "200", "450.03", "-1.41")]
    ),
    st.decimals(Decimal("-999.99"), Decimal("99999.99"), places=2),
    st.integers(0, 500).map(Decimal),
)
RUMUS = st.sampled_from(sorted(DAFTAR_RUMUS))


@st.composite
def _soal(ambil: st.DrawFn) -> Soal:
    target = ambil(ANGKA)
    realisasi = ambil(st.one_of(ANGKA, st.just(target), st.just(2 * target), st.just(target + Decimal("0.01"))))
    lebar = ambil(st.one_of(st.none(), st.none(), st.integers(0, 50)))
    return Soal(ambil(RUMUS), realisasi, target, None if lebar is None else target + lebar)


def _kumpulkan() -> list[Soal]:
    """Rows as Hypothesis makes them, with the ties, ranges and zeros that must be among them."""
    daftar: dict[Soal, None] = {}

    @settings(max_examples=BANYAK)
    @given(_soal())
    @example(Soal("naik", Decimal("450.03"), Decimal(200)))
    @example(Soal("naik", Decimal("92"), Decimal(80), Decimal(90)))
    @example(Soal("turun_selisih", Decimal("6.5"), Decimal(7), Decimal(8)))
    @example(Soal("turun_selisih", Decimal(0), Decimal(0)))
    @example(Soal("turun_rasio", Decimal(0), Decimal(5)))
    @example(Soal("turun_selisih", Decimal("399999.73"), Decimal(200000)))
    @example(Soal("ordinal", Decimal(3), Decimal(4)))
    def catat(soal: Soal) -> None:
        daftar[soal] = None

    catat()
    return list(daftar)


@pytest.fixture(scope="module")
def gudang() -> Iterator[Gudang]:
    gudang = gudang_kosong()
    yield gudang
    gudang.tutup()


@pytest.fixture(scope="module")
def soal() -> list[Soal]:
    return _kumpulkan()


def _pengaturan(gudang: Gudang, batas: str | None) -> Pengaturan:
    skala = susun_skala(gudang.kueri("skala_predikat"))["permendagri_86_2017"]
    return Pengaturan(None if batas is None else Decimal(batas), 2, nol_seratus=True, skala=skala, skala_ordinal={})


def _python(soal: list[Soal], pengaturan: Pengaturan) -> list[Jawaban]:
    return [_dari_capaian(hitung(butir.rumus, Fraction(butir.realisasi), butir.sasaran, pengaturan)) for butir in soal]


def _dari_capaian(capaian: Capaian) -> Jawaban:
    nilai = None if capaian.nilai is None else float(capaian.nilai)
    return Jawaban(capaian.mentah, nilai, capaian.predikat.predikat if capaian.predikat else None)


def _duckdb(gudang: Gudang, soal: list[Soal], pengaturan: Pengaturan) -> list[Jawaban]:
    """All rows in one statement, as an evaluation asks."""
    isi = "DECIMAL(30, 12)"
    with mesin(gudang) as kursor:
        kursor.execute(
            f"CREATE OR REPLACE TEMP TABLE soal (nomor INTEGER, rumus VARCHAR, realisasi {isi}, target {isi}, "
            f"bawah {isi}, atas {isi})"
        )
        with kursor.appender("soal") as tambahan:
            tambahan.append_rows(
                [[nomor, butir.rumus, butir.realisasi, *_target(butir)] for nomor, butir in enumerate(soal)]
            )
        baris = kursor.execute(
            f"""WITH hitung AS (
                SELECT nomor, capaian_mentah(rumus, realisasi, target, bawah, atas, true) AS mentah FROM soal
            ), dibulatkan AS (
                SELECT
                    nomor, mentah,
                    CASE
                        WHEN mentah IS NOT NULL THEN bulat(least(mentah, coalesce($batas, mentah)), $desimal)
                    END AS nilai
                FROM hitung
            )
            SELECT mentah, CAST(nilai AS DOUBLE), {pengaturan.skala.render_sql("nilai")}
            FROM dibulatkan
            ORDER BY nomor""",
            {"batas": pengaturan.batas and float(pengaturan.batas), "desimal": pengaturan.desimal},
        ).fetchall()
    return [Jawaban(*larik) for larik in baris]


def _target(soal: Soal) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    return soal.sasaran.nilai, soal.sasaran.bawah, soal.sasaran.atas


def _libreoffice(soal: list[Soal], pengaturan: Pengaturan, folder: Path) -> list[Jawaban]:
    """All rows on one sheet, recalculated once: unrounded, rounded and predikat in columns E, F and G."""
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Soal")
        for nomor, butir in enumerate(soal):
            lembar.write_row(
                nomor, 0, [float(butir.realisasi), *("" if n is None else float(n) for n in _target(butir))]
            )
            for kolom, rumus in enumerate(_rumus(butir, nomor + 1, pengaturan), 4):
                lembar.write_formula(nomor, kolom, f"={rumus}", None, BASI)
    sel = {sel.sel: sel.mereka for sel in bandingkan(keluaran.getvalue(), folder)}
    return [Jawaban(*(_isi(sel[f"{huruf}{nomor}"]) for huruf in "EFG")) for nomor in range(1, len(soal) + 1)]


def _rumus(soal: Soal, baris: int, pengaturan: Pengaturan) -> tuple[str, str, str]:
    alamat = {
        kunci: f"{huruf}{baris}" for kunci, huruf in zip(("realisasi", "target", "bawah", "atas"), "ABCD", strict=True)
    }
    mentah = render_excel(DAFTAR_RUMUS[soal.rumus], soal.sasaran.bentuk, alamat, pengaturan.kebijakan)
    dibatasi = f"E{baris}" if pengaturan.batas is None else f"MIN(E{baris},{pengaturan.batas})"
    bulat = f'IF(ISNUMBER(E{baris}),{bulatkan_rumus(dibatasi, pengaturan.desimal)},"")'
    return mentah, bulat, pengaturan.skala.render_excel(f"F{baris}")


def _isi(nilai: object) -> Any:
    return None if nilai == "" else nilai


@pytest.mark.parametrize("batas", [None, "100"])
def test_python_duckdb_and_libreoffice_give_the_same_answer_to_every_row(
    gudang: Gudang, soal: list[Soal], tmp_path: Path, batas: str | None
) -> None:
    pengaturan = _pengaturan(gudang, batas)
    kami = _python(soal, pengaturan)
    for mereka in (_duckdb(gudang, soal, pengaturan), _libreoffice(soal, pengaturan, tmp_path)):
        berbeda = [(butir, a, b) for butir, a, b in zip(soal, kami, mereka, strict=True) if not a.sama(b)]
        assert berbeda == []


def test_the_rows_reach_every_rumus_every_form_of_target_and_every_outcome(gudang: Gudang, soal: list[Soal]) -> None:
    jawaban = _python(soal, _pengaturan(gudang, None))
    assert len(soal) > BANYAK / 2
    assert {butir.rumus for butir in soal} == set(DAFTAR_RUMUS)
    assert {butir.sasaran.bentuk for butir in soal} == {"angka", "rentang"}
    assert len({kami.predikat for kami in jawaban}) == 6
    assert any(kami.mentah is not None and kami.mentah < 0 for kami in jawaban)
    assert Jawaban(225.015, 225.02, "Sangat Tinggi") in jawaban
