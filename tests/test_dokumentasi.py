"""The documentation says what the code says, and its links lead somewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from pages import DAFTAR
from tests.alat.gambar_ruang import panah, pertanyaan
from tests.alat.peta import BERKAS, di_dalam, nama_modul, ruang_peta, simpul_kode
from tests.alat.sebutan import tak_ada
from tests.susun_dokumen import DOKUMEN, HIDUP, TERSUSUN, susun_semua

AKAR = DOKUMEN.parent
HALAMAN = [*sorted(AKAR.glob("*.md")), *sorted(DOKUMEN.rglob("*.md"))]


@pytest.fixture(scope="module")
def tersusun() -> dict[str, str]:
    return susun_semua()


@pytest.mark.parametrize("nama", TERSUSUN)
def test_a_generated_page_is_up_to_date(nama: str, tersusun: dict[str, str]) -> None:
    assert (DOKUMEN / nama).read_text(encoding="utf-8") == tersusun[nama], "run: python -m tests.susun_dokumen"


def test_the_page_of_findings_tells_the_whole_life_that_the_store_knows() -> None:
    skema = (AKAR / "data/skema/0002_unggahan.sql").read_text(encoding="utf-8")
    disebut = re.findall(r"keadaan VARCHAR NOT NULL CHECK \(keadaan IN \(([^)]*)\)\)", skema)[-1]
    assert list(HIDUP) == re.findall(r"'(\w+)'", disebut)


@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda halaman: halaman.relative_to(AKAR).as_posix())
def test_every_link_and_picture_of_a_page_exists(halaman: Path) -> None:
    tujuan = re.findall(r"\]\(([^)#\s]+)", halaman.read_text(encoding="utf-8"))
    dekat = [tautan for tautan in tujuan if not re.match(r"https?://", tautan)]
    assert [tautan for tautan in dekat if not (halaman.parent / tautan).exists()] == []


def test_every_page_of_the_docs_can_be_reached_from_the_readme() -> None:
    dicapai: set[Path] = set()
    antre = [AKAR / "README.md"]
    while antre:
        halaman = antre.pop().resolve()
        if halaman in dicapai or halaman.suffix != ".md":
            continue
        dicapai.add(halaman)
        tujuan = re.findall(r"\]\(([^)#\s:]+)", halaman.read_text(encoding="utf-8"))
        antre.extend(halaman.parent / tautan for tautan in tujuan)
    assert {halaman.resolve() for halaman in HALAMAN} - dicapai == set()


def test_decisions_are_numbered_without_a_gap() -> None:
    nomor = [int(berkas.name[:4]) for berkas in sorted((DOKUMEN / "adr").glob("*.md")) if berkas.name != "README.md"]
    assert nomor == list(range(1, len(nomor) + 1))


def test_the_guide_of_the_kasubbag_names_every_page() -> None:
    panduan = (DOKUMEN / "panduan/kasubbag.md").read_text(encoding="utf-8")
    assert [halaman.judul for halaman in DAFTAR if f"**{halaman.judul}**" not in panduan] == []


def test_the_glossary_is_alphabetical_and_names_each_word_once() -> None:
    baris = (DOKUMEN / "glosarium.md").read_text(encoding="utf-8").split("| --- | --- |\n")[1].splitlines()
    kata = [larik.split("|")[1].strip().casefold() for larik in baris]
    assert kata == sorted(set(kata))


def test_every_picture_is_shown_somewhere() -> None:
    semua = "".join(halaman.read_text(encoding="utf-8") for halaman in HALAMAN)
    gambar = sorted((DOKUMEN / "gambar").glob("*.png")) if (DOKUMEN / "gambar").exists() else []
    assert [berkas.name for berkas in gambar if f"gambar/{berkas.name}" not in semua] == []


def test_the_architecture_opens_the_door_of_every_room_that_the_picture_shows() -> None:
    """A heading for each, with the question that its docstring begins with."""
    dijawab = re.findall(r"^### `.*`: (.*)$", (DOKUMEN / "arsitektur.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(dijawab) == sorted(map(pertanyaan, panah()))


@pytest.mark.parametrize("nama", ["docs/arsitektur.md", "docs/resep.md", "CONTRIBUTING.md"])
def test_what_the_docs_name_of_the_code_is_there(nama: str) -> None:
    assert tak_ada((AKAR / nama).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "tulisan",
    [
        "`analytics/aturan/hilang.py`",
        "`analytics/hilang/`",
        "`hilang.toml`",
        "`python -m tests.hilang`",
        "`python -m pytest tests/aturan tests/hilang`",
        "`rumus.hilang`",
        "`Gudang.hilang`",
        f"`{'hilang_' * 2}`",
        "```python\nfrom pages.komponen import hilang\n```",
    ],
)
def test_what_is_not_there_is_noticed(tulisan: str) -> None:
    assert len(tak_ada(tulisan)) == 1


BUKAN_KERJA = frozenset(
    re.findall(r"\w+", "ada angka baris catatan daftar dari isi kalimat kueri nama peristiwa tabel tanpa teks")
)
"""What a function may yield in many rooms, and small words."""


def test_what_many_rooms_do_is_called_by_a_verb_of_the_naming_set() -> None:
    tulisan = (AKAR / "CONTRIBUTING.md").read_text(encoding="utf-8")
    bagian = tulisan.partition("### The naming set")[2].partition("\n## ")[0]
    kerja = {kata for baris in bagian.splitlines() if baris.startswith("|") for kata in re.findall("`([a-z]+)`", baris)}
    assert len(kerja) > 20
    ruang: dict[str, set[str]] = {}
    for berkas in BERKAS:
        for simpul in simpul_kode(berkas) if not di_dalam(nama_modul(berkas), "tests") else ():
            if isinstance(simpul, ast.FunctionDef) and not simpul.name.startswith("_") and not _sifat(simpul):
                ruang.setdefault(simpul.name.split("_")[0], set()).add(ruang_peta(nama_modul(berkas)))
    assert {kata for kata, semua in ruang.items() if len(semua) >= 5} - kerja - BUKAN_KERJA == set()
    assert kerja - set(ruang) == set(), "nothing is called so any more"


def _sifat(fungsi: ast.FunctionDef) -> bool:
    """Whether it is a property, which is called by what it is."""
    return any(isinstance(hiasan, ast.Name) and hiasan.id.endswith("property") for hiasan in fungsi.decorator_list)
