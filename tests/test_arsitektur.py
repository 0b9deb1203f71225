"""The map of docs/arsitektur.md, held against the code: who may import whom, and how large things may grow."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from analytics.formulir import FORMULIR
from analytics.sop import peran
from tests.alat.peta import (
    AKAR,
    BERKAS,
    KAMI,
    MODUL,
    PANAH,
    di_dalam,
    impor,
    nama_modul,
    pohon,
    ruang_peta,
    simpul_kode,
)

# A library that only these rooms may import.
MILIK: dict[str, tuple[str, ...]] = {
    "duckdb": ("data", "tests"),
    "streamlit": ("app", "pages", "tests"),
    "starlette": ("app", "pages.gerbang", "tests"),
    "plotly": ("analytics.grafik", "pages", "tests"),
    "typer": (
        "analytics.__main__",
        "analytics.konsol",
        "analytics.akun.konsol",
        "analytics.bukti_asli.konsol",
        "analytics.cadangan.konsol",
        "tests",
    ),
    "xlsxwriter": (
        "analytics.lembar.bentuk",
        "analytics.lembar.kembali",
        "analytics.rencana",
        "analytics.dokumen",
        "tests",
    ),
    "openpyxl": ("tests",),
    "docx": ("analytics.contoh", "analytics.naskah", "tests"),
    "pwdlib": ("analytics.akun", "tests"),
    "holidays": ("analytics.sop.hari_kerja", "tests"),
    "filetype": ("analytics.alur.lampiran", "tests"),
}
# Programs that stand with the tests, and folders of tests that are no room of analytics.
PROGRAM_UJI = (
    "tests.benchmarks",
    "tests.fikstur",
    "tests.foto_layar",
    "tests.potret",
    "tests.sapuan",
    "tests.susun_dokumen",
)
RUANG_UJI = {"alat", "benchmarks", "browser", "data", "fikstur", "gerbang", "golden", "halaman", "potret"}


def test_every_arrow_points_the_way_the_map_says() -> None:
    salah = [
        f"{nama_modul(berkas)} -> {tujuan}"
        for berkas in BERKAS
        for tujuan in impor(berkas)
        if tujuan.split(".")[0] in KAMI
        and not any(
            di_dalam(tujuan, boleh)
            for boleh in (ruang_peta(nama_modul(berkas)), *PANAH[ruang_peta(nama_modul(berkas))])
        )
    ]
    assert salah == []


def test_the_map_allows_no_arrow_that_the_code_does_not_have() -> None:
    """What was needed once and is not any more would be a door that nobody watches."""
    dipakai = {
        (ruang_peta(nama_modul(berkas)), boleh)
        for berkas in BERKAS
        for tujuan in impor(berkas)
        for boleh in PANAH[ruang_peta(nama_modul(berkas))]
        if di_dalam(tujuan, boleh)
    }
    assert {(ruang, boleh) for ruang, semua in PANAH.items() for boleh in semua} - dipakai == set()


@pytest.mark.parametrize("pustaka", MILIK)
def test_a_library_is_used_only_by_the_rooms_that_are_its_place(pustaka: str) -> None:
    salah = [
        nama_modul(berkas)
        for berkas in BERKAS
        if any(di_dalam(tujuan, pustaka) for tujuan in impor(berkas))
        and not any(di_dalam(nama_modul(berkas), ruang) for ruang in MILIK[pustaka])
    ]
    assert salah == []


def test_no_room_below_the_sop_calls_back_up_out_of_a_transaction() -> None:
    """Who stores hands the transaction down, and does what belongs to it himself."""
    bawah = ("analytics.lembar", "analytics.rencana", "analytics.beku", "analytics.evaluasi", "data")
    assert [
        nama_modul(berkas)
        for berkas in BERKAS
        if any(di_dalam(nama_modul(berkas), ruang) for ruang in bawah)
        for simpul in simpul_kode(berkas)
        if isinstance(simpul, ast.Subscript)
        and isinstance(simpul.value, ast.Name)
        and simpul.value.id == "Callable"
        and ast.unparse(simpul).startswith("Callable[[Transaksi")
    ] == []


def _tercapai(ruang: str) -> dict[str, str]:
    """Every module that a room imports, directly or through others, with one that imports it."""
    milik = {nama_modul(berkas): berkas for berkas in BERKAS}
    antrean = [modul for modul in milik if di_dalam(modul, ruang)]
    dari = dict.fromkeys(antrean, ruang)
    while antrean:
        modul = antrean.pop()
        for tujuan in impor(milik[modul]):
            bagian = tujuan.split(".")
            for panjang in range(1, len(bagian) + 1):
                nama = ".".join(bagian[:panjang])
                if nama not in dari:
                    dari[nama] = modul
                    antrean += [nama] if nama in milik else []
    return dari


def test_the_gate_reaches_no_streamlit_through_whatever_it_imports() -> None:
    tercapai = _tercapai("pages.gerbang")
    assert {"starlette", "analytics.contoh.semai", "data.gudang"} <= set(tercapai)
    assert {nama: dari for nama, dari in tercapai.items() if di_dalam(nama, "streamlit")} == {}


def test_every_room_of_the_map_exists_and_every_room_is_on_the_map() -> None:
    ruang = {
        f"analytics.{berkas.name}" for berkas in (AKAR / "analytics").iterdir() if (berkas / "__init__.py").exists()
    }
    peta = {nama for nama in PANAH if nama.startswith("analytics.")} - MODUL
    assert ruang == {nama for nama in peta if nama.count(".") == 1}
    assert [nama for nama in peta if not (AKAR / nama.replace(".", "/") / "__init__.py").exists()] == []
    tulisan = (AKAR / "docs/arsitektur.md").read_text(encoding="utf-8")
    assert [nama for nama in peta if f"`{nama.replace('.', '/')}/`" not in tulisan] == []


def test_a_question_stands_in_the_folder_of_the_room_that_asks_it() -> None:
    """`umum` holds what several rooms ask; every name stands once, because rooms ask by name alone."""
    kueri = sorted((AKAR / "data/kueri").rglob("*.sql"))
    assert len({berkas.stem for berkas in kueri}) == len(kueri)
    ruang = {nama.removeprefix("analytics.") for nama in PANAH if nama.startswith("analytics.")}
    assert {berkas.parent.name for berkas in kueri} <= ruang | {"umum"}
    asing = [
        f"{nama_modul(berkas)}: {nama}"
        for berkas in BERKAS
        if nama_modul(berkas).startswith("analytics.")
        for nama, letak in _ditanyakan(berkas)
        if letak not in ("umum", nama_modul(berkas).split(".")[1])
    ]
    assert asing == []


@cache
def _letak_kueri() -> dict[str, str]:
    """The folder in which each question stands."""
    return {kueri.stem: kueri.parent.name for kueri in (AKAR / "data/kueri").rglob("*.sql")}


def _ditanyakan(berkas: Path) -> Iterator[tuple[str, str]]:
    """The questions that a module asks by a literal name, each with the folder in which it stands."""
    letak = _letak_kueri()
    for simpul in simpul_kode(berkas):
        if isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Attribute) and simpul.args:
            nama = simpul.args[0].value if isinstance(simpul.args[0], ast.Constant) else None
            if simpul.func.attr in ("kueri", "tanya", "alirkan", "jalankan", "sentuh") and nama in letak:
                yield str(nama), letak[nama]


def test_a_question_in_umum_is_asked_by_several_rooms() -> None:
    umum = {kueri.stem: set[str]() for kueri in (AKAR / "data/kueri/umum").glob("*.sql")}
    for berkas in BERKAS:
        if nama_modul(berkas).split(".")[0] in ("analytics", "data"):
            for simpul in simpul_kode(berkas):
                if isinstance(simpul, ast.Constant) and simpul.value in umum:
                    umum[simpul.value].add(".".join(nama_modul(berkas).split(".")[:2]))
    assert {nama: ruang for nama, ruang in umum.items() if len(ruang) < 2} == {}


Fungsi = ast.FunctionDef | ast.AsyncFunctionDef


def _fungsi(folder: str) -> Iterator[tuple[str, int]]:
    for berkas in BERKAS:
        if di_dalam(nama_modul(berkas), folder):
            for simpul in simpul_kode(berkas):
                if isinstance(simpul, Fungsi):
                    yield f"{nama_modul(berkas)}.{simpul.name}", (simpul.end_lineno or 0) - simpul.lineno + 1


@pytest.mark.parametrize("folder", ["app", "pages", "analytics", "data", "tests"])
def test_no_function_is_longer_than_60_lines(folder: str) -> None:
    assert [(nama, panjang) for nama, panjang in _fungsi(folder) if panjang > 60] == []


@pytest.mark.parametrize("folder", ["analytics", "data"])
def test_the_usual_function_fits_a_glance(folder: str) -> None:
    assert median(panjang for _, panjang in _fungsi(folder)) <= 10


def test_a_page_is_no_longer_than_80_lines() -> None:
    """A page is a script that Streamlit runs; `pages/__init__.py` lists them. Other folders hold none."""
    halaman = [
        berkas
        for berkas in (AKAR / "pages").rglob("*.py")
        if not {"komponen", "gerbang", "bagian"} & set(berkas.parts) and berkas.name != "__init__.py"
    ]
    panjang = {nama_modul(berkas): len(berkas.read_text(encoding="utf-8").splitlines()) for berkas in halaman}
    assert {nama: baris for nama, baris in panjang.items() if baris > 80} == {}


def _menangkap_semua(simpul: ast.ExceptHandler) -> bool:
    nama = {kata.id for kata in ast.walk(simpul.type or ast.Name("Exception")) if isinstance(kata, ast.Name)}
    return bool(nama & {"Exception", "BaseException"}) and not isinstance(simpul.body[-1], ast.Raise)


def test_nothing_catches_every_exception_and_goes_on() -> None:
    assert [
        f"{nama_modul(berkas)}:{simpul.lineno}"
        for berkas in BERKAS
        for simpul in simpul_kode(berkas)
        if isinstance(simpul, ast.ExceptHandler) and _menangkap_semua(simpul)
    ] == []


def _panggilan(berkas: Path) -> Iterator[tuple[str, int]]:
    """What a file calls, by its own name (`print`) or that of something's part (`.execute`), and where."""
    for simpul in simpul_kode(berkas):
        if isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Name):
            yield simpul.func.id, simpul.lineno
        elif isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Attribute):
            yield f".{simpul.func.attr}", simpul.lineno


def test_what_does_not_show_is_listed_in_one_place() -> None:
    """A second list of invisible characters would be another one: what one part lets through, another takes out."""
    tanda = re.compile(r"\\u(00ad|061c|200[b-f]|202[a-e]|feff)", re.IGNORECASE)
    berkas = [berkas for berkas in BERKAS if nama_modul(berkas).split(".")[0] in ("app", "pages", "analytics", "data")]
    assert [nama_modul(modul) for modul in berkas if tanda.search(modul.read_text("utf-8"))] == [
        "analytics.aturan.teks"
    ]


def test_only_a_command_prints() -> None:
    """Screens render, commands (`__main__`) print or echo, everything else returns values."""
    assert [
        f"{nama_modul(berkas)}:{baris}"
        for berkas in BERKAS
        for nama, baris in _panggilan(berkas)
        if nama == "print" and berkas.name != "__main__.py"
    ] == []


def test_no_page_names_a_peran() -> None:
    """Pages ask `boleh(aksi, objek)`; who that is stands in analytics.sop. Only where a peran is chosen it is shown."""
    tabel = {"IZIN", "LIHAT", *(nama for nama, nilai in vars(peran).items() if nilai in (*peran.NAMA_PERAN,))}
    halaman = [berkas for berkas in BERKAS if di_dalam(nama_modul(berkas), "pages")]
    diimpor = [
        f"{nama_modul(berkas)}: {nama}"
        for berkas in halaman
        for tujuan in impor(berkas)
        for modul, _, nama in (tujuan.rpartition("."),)
        if modul.startswith("analytics.sop") and nama in tabel | {"NAMA_PERAN"}
    ]
    assert diimpor == ["pages.pengaturan.bagian.akun: NAMA_PERAN"]
    assert [
        f"{nama_modul(berkas)}: {simpul.value}"
        for berkas in halaman
        for simpul in simpul_kode(berkas)
        if isinstance(simpul, ast.Constant) and simpul.value in (*peran.NAMA_PERAN,)
    ] == []


def test_no_page_puts_a_question_to_the_store_itself() -> None:
    """A page asks a room; only what remembers answers hands a question on."""
    assert {
        nama_modul(berkas)
        for berkas in BERKAS
        if nama_modul(berkas).split(".")[0] in ("app", "pages")
        for nama, _ in _panggilan(berkas)
        if nama in (".kueri", ".alirkan", ".sentuh", ".transaksi", ".coba", ".lihat")
    } == {"pages.komponen.ingatan"}


def test_no_sql_is_written_outside_data_but_the_macros_of_the_rules() -> None:
    """Reads go through data/kueri: nobody else executes text."""
    pelaku = [
        f"{nama_modul(berkas)}:{baris}"
        for berkas in BERKAS
        for nama, baris in _panggilan(berkas)
        if nama == ".execute" and not any(di_dalam(nama_modul(berkas), ruang) for ruang in ("data", "tests"))
    ]
    assert pelaku == []


def test_tests_use_the_real_thing() -> None:
    assert [
        nama_modul(berkas)
        for berkas in BERKAS
        for tujuan in impor(berkas)
        if tujuan.startswith(("unittest.mock", "pytest_mock"))
    ] == []


def _uji() -> Iterator[tuple[str, Path]]:
    """Every module of the tests that is no program, with its file."""
    for berkas in BERKAS:
        modul = nama_modul(berkas)
        if di_dalam(modul, "tests") and not any(di_dalam(modul, program) for program in PROGRAM_UJI):
            yield modul, berkas


def test_a_folder_of_tests_is_named_as_the_room_that_it_tests() -> None:
    folder = {modul.split(".")[1] for modul, _ in _uji() if modul.count(".") > 1}
    assert folder - RUANG_UJI <= {nama.removeprefix("analytics.") for nama in PANAH}
    dalam = {modul.rpartition(".")[0].removeprefix("tests.") for modul, _ in _uji() if modul.count(".") > 2}
    assert {nama for nama in dalam if not di_dalam(nama, "alat")} <= {nama.removeprefix("analytics.") for nama in PANAH}


def test_a_module_of_the_tests_is_a_test_or_is_named_as_a_tool() -> None:
    """Tools of several rooms lie in `tests/alat`, those of one room beside its tests as `alat_*`."""
    assert [
        modul
        for modul, berkas in _uji()
        if not (
            di_dalam(modul, "tests.alat") or berkas.stem == "conftest" or berkas.stem.startswith(("test_", "alat_"))
        )
    ] == []


def test_a_test_takes_nothing_from_another_test_module_and_no_tool_from_another_room() -> None:
    asing = [
        f"{modul} -> {tujuan}"
        for berkas in BERKAS
        for modul, tujuan in ((nama_modul(berkas), tujuan) for tujuan in impor(berkas) if tujuan.startswith("tests."))
        for bagian in tujuan.split(".")
        if bagian.startswith("test_")
        or bagian == "conftest"
        or (bagian.startswith("alat_") and modul.split(".")[1] != tujuan.split(".")[1])
    ]
    assert asing == []


def test_one_tool_reaches_past_the_doors_of_the_store() -> None:
    """Who asks the engine itself does it through `tests.alat.gudang`."""
    assert [
        nama_modul(berkas)
        for berkas in BERKAS
        if not di_dalam(nama_modul(berkas), "data")
        and any(isinstance(simpul, ast.Attribute) and simpul.attr == "_koneksi" for simpul in simpul_kode(berkas))
    ] == ["tests.alat.gudang"]


def _jenis(berkas: Path) -> Iterator[str]:
    """The classes of a module and the types that it names."""
    yield from (simpul.name for simpul in simpul_kode(berkas) if isinstance(simpul, ast.ClassDef))
    for simpul in pohon(berkas).body:
        if isinstance(simpul, ast.Assign) and isinstance(simpul.targets[0], ast.Name):
            nama = simpul.targets[0].id
            if re.fullmatch("[A-Z][A-Za-z]*[a-z][A-Za-z]*", nama) and "TypeVar" not in ast.unparse(simpul.value):
                yield nama


def test_a_class_name_stands_for_one_thing() -> None:
    letak: dict[str, list[str]] = {}
    for berkas in BERKAS:
        if not di_dalam(nama_modul(berkas), "tests"):
            for nama in _jenis(berkas):
                letak.setdefault(nama, []).append(nama_modul(berkas))
    assert {nama: modul for nama, modul in letak.items() if len(modul) > 1} == {}


SEARTI = {
    "acuan": "reference data: settings, scales, the plan's legal values",
    "akun": "who may log in",
    "alur": "the SOP as it runs",
    "anak": "a child process",
    "arsip": "the register of papers",
    "aturan": "the rule of an indikator, and the law that it comes from",
    "baca": "bytes of a workbook into values",
    "beku": "what an approval freezes",
    "bukti": "evidence for a figure",
    "cadangan": "a backup of the store",
    "gaya": "how cells and pictures look",
    "hari": "working days and their exceptions",
    "indikator": "one indikator",
    "kantor": "an office and its units",
    "kepala": "the head of a page or a paper: whose it is, and how sure",
    "kompilasi": "the compiled workbook",
    "konsol": "commands of the command line",
    "koreksi": "a figure corrected by the Sekretaris",
    "laporan": "the yearly report of steps 10-12",
    "lembar": "a sheet",
    "makna": "whether what was typed can be meant",
    "narasi": "what the units write beside their figures",
    "papan": "the SOP board",
    "pejabat": "who holds an office",
    "pekerjaan": "what waits for somebody",
    "pengaturan": "a setting",
    "penjaga": "the guard that lets in or refuses",
    "penutup": "the closing rows of a form",
    "periksa": "check, answer with findings",
    "periksa_dokumen": "a workbook against its snapshot",
    "permintaan": "the request of steps 1-3",
    "persetujuan": "what Sekretaris and Camat decide upon",
    "petunjuk": "the guide sheet of a workbook",
    "rencana": "the plan",
    "sandi": "a password",
    "satu_data": "the checklist of step 9",
    "sel": "a cell",
    "sesi": "a session",
    "skala": "a predikat scale",
    "snapshot": "a frozen copy of what was approved",
    "susun": "put together a workbook",
    "tabel": "a table of a screen",
    "teks": "what people wrote, made safe for the place where it stands",
    "temuan": "what is wrong with a workbook",
    "uang": "Rp",
    "unggahan": "an uploaded workbook",
    "verifikasi": "step 5",
    **{formulir.kode: formulir.nama for formulir in FORMULIR},
}
"""Names that stand in several rooms, each with the one thing that it is in all of them."""
_SUSUNAN = ("__main__", "bagian")


def test_a_module_name_stands_for_one_thing() -> None:
    letak: dict[str, set[str]] = {}
    for berkas in BERKAS:
        if not di_dalam(nama_modul(berkas), "tests"):
            letak.setdefault(nama_modul(berkas).rpartition(".")[2], set()).add(nama_modul(berkas))
    ganda = {nama: sorted(modul) for nama, modul in letak.items() if len(modul) > 1 and nama not in _SUSUNAN}
    assert {nama: modul for nama, modul in ganda.items() if nama not in SEARTI} == {}
    assert set(SEARTI) - set(ganda) == set()
