"""The data files of the sample office: what is written there is taken whole, or refused with its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from analytics.aturan.periode import Periode
from analytics.contoh.akun import AKUN, CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM
from analytics.contoh.baca_data import DataContohSalah, baca_csv, baca_toml
from analytics.contoh.pejabat import PEJABAT
from analytics.sop.peran import NAMA_PERAN


@dataclass(frozen=True)
class _Simpul:
    kode: str
    tahun: int
    pagu: int | None
    laporan: tuple[str, ...] = ()
    catatan: str | None = None


@dataclass(frozen=True)
class _Kantor:
    nama: str
    berjalan: Periode
    unit: tuple[str, ...]
    alasan: str | None
    pola: dict[str, str | int]


def _csv(folder: Path, teks: str) -> tuple[_Simpul, ...]:
    (folder / "simpul.csv").write_text(teks, encoding="utf-8")
    return baca_csv(_Simpul, "simpul.csv", folder)


def _toml(folder: Path, teks: str) -> _Kantor:
    (folder / "kantor.toml").write_text(teks, encoding="utf-8")
    return baca_toml(_Kantor, "kantor.toml", folder)


def test_a_row_holds_numbers_where_numbers_are_expected_and_none_where_a_cell_is_blank(tmp_path: Path) -> None:
    baris = _csv(tmp_path, "kode;tahun;pagu\n7.01;2026;\n7.02;2027;1500\n")
    assert baris == (_Simpul("7.01", 2026, None), _Simpul("7.02", 2027, 1500))


@pytest.mark.parametrize(
    ("teks", "dikatakan"),
    [
        ("kode;tahun\n7.01;2026\n", "simpul.csv: kolom"),
        ("kode;tahun;pagu;lain\n7.01;2026;1;x\n", "simpul.csv: kolom"),
        ("kode;tahun;pagu\n7.01;2026;1;lebih\n", "simpul.csv baris 2"),
        ("kode;tahun;pagu\n7.01;2026\n;2026;1\n", "simpul.csv baris 3: kode"),
        ("kode;tahun;pagu\n7.01;2026;1,5\n", "simpul.csv baris 2: pagu"),
    ],
)
def test_a_row_that_says_something_else_is_refused_with_its_place(tmp_path: Path, teks: str, dikatakan: str) -> None:
    with pytest.raises(DataContohSalah, match=dikatakan):
        _csv(tmp_path, teks)


_BENAR = """
nama = "Kecamatan"
berjalan = { tahun = 2026, triwulan = 3 }
unit = ["PEM", "PMD"]
pola = { rutin = "18,4", nol = 0 }
"""


def test_a_file_is_read_down_to_its_smallest_table(tmp_path: Path) -> None:
    kantor = _Kantor("Kecamatan", Periode(2026, 3), ("PEM", "PMD"), None, {"rutin": "18,4", "nol": 0})
    assert _toml(tmp_path, _BENAR) == kantor


@pytest.mark.parametrize(
    ("lama", "baru", "dikatakan"),
    [
        ("nama =", "nama_kantor =", "kantor.toml: tidak dikenal .'nama_kantor'., tidak ada .'nama'."),
        ('"Kecamatan"', "5", "kantor.toml: nama: 5 bukan str"),
        ("triwulan", "bulan", "kantor.toml: berjalan: tidak dikenal"),
        ('"PMD"', "true", "kantor.toml: unit ke-2: True bukan str"),
        ("nol = 0", "nol = 0.5", "kantor.toml: pola nol: 0.5"),
    ],
)
def test_a_file_that_says_something_else_is_refused_with_its_place(
    tmp_path: Path, lama: str, baru: str, dikatakan: str
) -> None:
    with pytest.raises(DataContohSalah, match=dikatakan):
        _toml(tmp_path, _BENAR.replace(lama, baru))


def test_the_accounts_are_those_of_the_sop_and_every_head_of_a_unit() -> None:
    assert [akun.id_akun for akun in AKUN[:2]] == [KASUBBAG.id_akun, UMUM.id_akun] == ["kasubbag", "umum"]
    assert [akun.id_akun for akun in AKUN[-3:]] == ["satu-data", "sekretaris", "camat"]
    assert AKUN[-3:] == (SATU_DATA, SEKCAM, CAMAT_CONTOH)
    assert {peran for akun in AKUN for peran in akun.peran} == set(NAMA_PERAN)


def test_an_official_holds_an_office_of_the_sop_or_signs_for_bappeda() -> None:
    assert {pejabat.jabatan for pejabat in PEJABAT} < {*NAMA_PERAN.values(), "Kepala Bappeda"}
