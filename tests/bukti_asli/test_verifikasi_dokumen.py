"""A document is held against what was approved: a changed figure is named, a mere re-save is no alarm."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from analytics.__main__ import aplikasi
from analytics.beku.kanonik import tulis_kanonik
from analytics.beku.snapshot import Snapshot, SnapshotRusak, baca_snapshot
from analytics.bukti_asli.beda_dokumen import BedaDokumen
from analytics.bukti_asli.periksa_dokumen import HasilDokumen, baca_bawaan
from analytics.dokumen.cap import NAMA_LEMBAR
from analytics.pembaca.baca import BukuTerbaca, Pembaca
from tests.alat.kantor_beku import disetujui
from tests.alat.libreoffice import perlu_libreoffice, simpan_ulang
from tests.alat.periksa import periksa_dokumen
from tests.alat.ubah_buku import (
    bagian,
    buang_lembar,
    ganti_nama_lembar,
    geser,
    isi_kosong,
    kosongkan,
    rakit,
    setel,
    setel_hasil,
    tukar,
    ubah_lembar,
)

IKU, RENJA, RENSTRA, SUMBER, SAMPUL = "Evaluasi IKU", "Evaluasi Renja", "Evaluasi Renstra", "Sumber", "Sampul"
IKM = "Indeks Kepuasan Masyarakat"
Ubah = Callable[[bytes], bytes]


def _simpan_openpyxl(isi: bytes) -> bytes:
    wadah = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(isi)).save(wadah)
    return wadah.getvalue()


def _berat(hasil: HasilDokumen) -> list[BedaDokumen]:
    return [beda for beda in hasil.beda if beda.berat]


def test_the_exported_document_is_what_was_approved(asli: bytes, snapshot: Snapshot, pembaca: Pembaca) -> None:
    hasil = periksa_dokumen(asli, snapshot, pembaca)
    assert hasil.asli
    assert hasil.beda == ()
    assert hasil.putusan == "Isi berkas ini sama dengan yang disetujui pada snapshot S-2026-TW3-R1."
    assert (hasil.sel, hasil.angka) == (
        sum(len(dokumen) for dokumen in snapshot.isi["dokumen"].values()),
        sum(
            isinstance(sel[0], int | float) for dokumen in snapshot.isi["dokumen"].values() for sel in dokumen.values()
        ),
    )


def test_a_save_by_openpyxl_which_drops_stored_results_is_no_alarm(
    asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    hasil = periksa_dokumen(_simpan_openpyxl(asli), snapshot, pembaca)
    assert hasil.asli
    assert hasil.beda == ()
    assert hasil.tanpa_hasil > 100


@pytest.mark.libreoffice
@perlu_libreoffice[1]
def test_a_save_by_libreoffice_which_computes_everything_again_is_no_alarm(
    asli: bytes, snapshot: Snapshot, pembaca: Pembaca, tmp_path: Path
) -> None:
    _, disimpan = simpan_ulang(asli, tmp_path / "buku.xlsx", "xlsx:Calc MS Excel 2007 XML")
    assert disimpan != asli
    hasil = periksa_dokumen(disimpan, snapshot, pembaca)
    assert _berat(hasil) == []
    palsu = periksa_dokumen(_setel_openpyxl(disimpan, IKU, "F9", 451), snapshot, pembaca)
    assert [(beda.letak, beda.harap, beda.ada) for beda in _berat(palsu)] == [(f"{IKU}!F9", "450,03", "451")]


def _setel_openpyxl(isi: bytes, lembar: str, alamat: str, nilai: float) -> bytes:
    buku, wadah = openpyxl.load_workbook(io.BytesIO(isi)), io.BytesIO()
    buku[lembar][alamat] = nilai
    buku.save(wadah)
    return wadah.getvalue()


# What is done to the file: where it must be named, with what was approved and what is there.
SEL: dict[str, tuple[Ubah, str, str, str]] = {
    "realisasi naik": (lambda isi: setel(isi, IKU, "F9", 460.03), f"{IKU}!F9", "450,03", "460,03"),
    "realisasi beda di desimal kesembilan": (
        lambda isi: setel(isi, IKU, "F9", 450.030001),
        f"{IKU}!F9",
        "450,03",
        "450,030001",
    ),
    "tanda dibalik": (lambda isi: setel(isi, IKU, "F10", -49), f"{IKU}!F10", "49", "-49"),
    "target diturunkan": (lambda isi: setel(isi, IKU, "E9", 100), f"{IKU}!E9", "200", "100"),
    "nol": (lambda isi: setel(isi, RENJA, "K10", 0), f"{RENJA}!K10", "190,5", "0"),
    "hasil rumus capaian": (lambda isi: setel_hasil(isi, IKU, "G10", 99.9), f"{IKU}!G10", "63,89", "99,9"),
    "hasil rumus rupiah": (
        lambda isi: setel_hasil(isi, RENJA, "J10", 1798620872),
        f"{RENJA}!J10",
        "1.798.620.871",
        "1.798.620.872",
    ),
    "rumus diganti angka lain": (lambda isi: setel(isi, IKU, "G10", 100), f"{IKU}!G10", "63,89", "100"),
    "rumus diganti rumus lain": (lambda isi: setel(isi, IKU, "G10", 100, "50+50"), f"{IKU}!G10", "63,89", "100"),
    "angka menjadi rumus yang lain nilainya": (
        lambda isi: setel(isi, IKU, "F9", 900.06, "450.03*2"),
        f"{IKU}!F9",
        "450,03",
        "900,06",
    ),
    "angka menjadi teks": (lambda isi: setel(isi, IKU, "F9", "450,03"), f"{IKU}!F9", "450,03", "450,03"),
    "predikat": (lambda isi: setel(isi, IKU, "H10", "Tinggi"), f"{IKU}!H10", "Rendah", "Tinggi"),
    "predikat lewat rumus": (
        lambda isi: setel(isi, IKU, "H10", "Tinggi", '"Tinggi"'),
        f"{IKU}!H10",
        "Rendah",
        "Tinggi",
    ),
    "kata pencapaian": (lambda isi: setel(isi, IKU, "I10", "tercapai"), f"{IKU}!I10", "belum tercapai", "tercapai"),
    "nama indikator": (lambda isi: setel(isi, IKU, "C9", "Indeks lain"), f"{IKU}!C9", IKM, "Indeks lain"),
    "satuan": (lambda isi: setel(isi, IKU, "D9", "persen"), f"{IKU}!D9", "indeks", "persen"),
    "huruf besar": (
        lambda isi: setel(isi, IKU, "I10", "BELUM TERCAPAI"),
        f"{IKU}!I10",
        "belum tercapai",
        "BELUM TERCAPAI",
    ),
    "dikosongkan": (lambda isi: kosongkan(isi, IKU, "F9"), f"{IKU}!F9", "450,03", "kosong"),
    "kolom bantu": (lambda isi: setel(isi, IKU, "AK9", 90), f"{IKU}!AK9", "84,5", "90"),
    "sel kosong diisi": (lambda isi: isi_kosong(isi, RENJA, "B11", 5), f"{RENJA}!B11", "kosong", "5"),
    "tahun Renstra": (lambda isi: setel_hasil(isi, RENSTRA, "AB10", 101), f"{RENSTRA}!AB10", "100,74", "101"),
    "nilai sumber": (lambda isi: setel(isi, SUMBER, "F8", 202), f"{SUMBER}!F8", "201", "202"),
    "berkas sumber": (
        lambda isi: setel(isi, SUMBER, "H8", "lain.xlsx"),
        f"{SUMBER}!H8",
        "S1-2026-2-v1.xlsx",
        "lain.xlsx",
    ),
    "tanggal diterima": (lambda isi: setel(isi, SUMBER, "L8", 46299.375), f"{SUMBER}!L8", "46.300,375", "46.299,375"),
    "ringkasan": (lambda isi: setel(isi, "Ringkasan", "E10", "9 dari 10"), "Ringkasan!E10", "5 dari 10", "9 dari 10"),
    "status": (
        lambda isi: setel(isi, SAMPUL, "A3", "DRAF"),
        f"{SAMPUL}!A3",
        "Triwulan III 2026 · STATUS: DISETUJUI",
        "DRAF",
    ),
    "nomor pada cap": (
        lambda isi: setel(isi, SAMPUL, "B7", "S-2026-TW3-R2"),
        f"{SAMPUL}!B7",
        "S-2026-TW3-R1",
        "S-2026-TW3-R2",
    ),
    "penyetuju pada cap": (
        lambda isi: setel(isi, SAMPUL, "B9", "Orang lain"),
        f"{SAMPUL}!B9",
        "Camat (contoh), Camat, 12 Oktober 2026 12.00",
        "Orang lain",
    ),
}


@pytest.mark.parametrize("nama", SEL)
def test_a_changed_cell_is_named_with_what_was_approved_and_what_is_there(
    nama: str, asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    rusakkan, letak, harap, ada = SEL[nama]
    hasil = periksa_dokumen(rusakkan(asli), snapshot, pembaca)
    assert [(beda.letak, beda.harap, beda.ada) for beda in _berat(hasil)] == [(letak, harap, ada)]
    assert hasil.putusan.endswith("1 perbedaan.")
    assert letak in hasil.beda[0].kalimat


def test_a_changed_figure_is_named_with_its_indicator(asli: bytes, snapshot: Snapshot, pembaca: Pembaca) -> None:
    (beda,) = periksa_dokumen(setel(asli, IKU, "F9", 460.03), snapshot, pembaca).beda
    assert (beda.jenis, beda.baris) == ("angka", f"{IKM} (indeks)")
    assert beda.kalimat == (f"{IKU}!F9 ({IKM} (indeks)): Isi sel F9 diganti. Disetujui: 450,03. Di berkas: 460,03.")


def test_the_sidik_of_another_snapshot_on_the_cover_is_named(asli: bytes, snapshot: Snapshot, pembaca: Pembaca) -> None:
    hasil = periksa_dokumen(setel(asli, SAMPUL, "B8", "0" * 64), snapshot, pembaca)
    assert [(beda.jenis, beda.letak, beda.harap) for beda in _berat(hasil)] == [("cap", f"{SAMPUL}!B8", snapshot.sidik)]


def test_two_figures_in_each_others_place_are_both_named(asli: bytes, snapshot: Snapshot, pembaca: Pembaca) -> None:
    hasil = periksa_dokumen(tukar(asli, IKU, "F9", "F10"), snapshot, pembaca)
    assert {(beda.letak, beda.harap, beda.ada) for beda in _berat(hasil)} == {
        (f"{IKU}!F9", "450,03", "49"),
        (f"{IKU}!F10", "49", "450,03"),
    }


@pytest.mark.parametrize(("lembar", "baris"), [(IKU, 10), (RENJA, 13), (SUMBER, 9)])
def test_an_added_row_is_one_difference(
    lembar: str, baris: int, asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    hasil = periksa_dokumen(geser(asli, lembar, baris, 1), snapshot, pembaca)
    assert [(beda.jenis, beda.lembar, beda.harap, beda.ada) for beda in _berat(hasil)] == [
        ("baris", lembar, "tidak ada", "ada")
    ]


@pytest.mark.parametrize(("lembar", "baris"), [(IKU, 10), (RENJA, 13), (SUMBER, 9)])
def test_a_row_that_was_taken_away_is_one_difference_and_named(
    lembar: str, baris: int, asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    (beda,) = _berat(periksa_dokumen(geser(asli, lembar, baris, -1), snapshot, pembaca))
    assert (beda.jenis, beda.lembar, beda.sel, beda.ada) == ("baris", lembar, f"{baris}:{baris}", "tidak ada")
    assert beda.baris


@pytest.mark.parametrize("lembar", [IKU, RENJA, RENSTRA, SUMBER, "Ringkasan"])
def test_a_sheet_that_is_gone_is_named(lembar: str, asli: bytes, snapshot: Snapshot, pembaca: Pembaca) -> None:
    hasil = periksa_dokumen(buang_lembar(asli, lembar), snapshot, pembaca)
    assert [beda.pesan for beda in _berat(hasil)] == [f"Lembar {lembar} dihapus atau diganti namanya."]


def test_a_sheet_with_another_name_is_one_too_few_and_one_too_many(
    asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    hasil = periksa_dokumen(ganti_nama_lembar(asli, SUMBER, "Lain"), snapshot, pembaca)
    assert {(beda.jenis, beda.lembar) for beda in _berat(hasil)} == {("lembar", SUMBER), ("lembar", "Lain")}


RINGAN: dict[str, tuple[Ubah, str]] = {
    "rumus menjadi nilainya": (lambda isi: setel(isi, IKU, "G10", 63.89), "Rumus sel G10 diganti dengan nilainya"),
    "baris disembunyikan": (
        lambda isi: ubah_lembar(isi, IKU, lambda xml: xml.replace('<row r="10"', '<row r="10" hidden="1"', 1)),
        "Baris 10 disembunyikan",
    ),
    "kolom disembunyikan": (
        lambda isi: ubah_lembar(isi, IKU, lambda xml: xml.replace("<cols><col ", '<cols><col hidden="1" ', 1)),
        "Kolom A disembunyikan",
    ),
    "lembar disembunyikan": (
        lambda isi: _ganti_buku(isi, f'<sheet name="{IKU}"', f'<sheet name="{IKU}" state="hidden"'),
        f"Lembar {IKU} disembunyikan",
    ),
    "snapshot di dalamnya dibuang": (
        lambda isi: buang_lembar(isi, NAMA_LEMBAR),
        "Berkas tidak lagi membawa snapshot yang utuh",
    ),
    "snapshot di dalamnya dirusak": (
        lambda isi: setel(isi, NAMA_LEMBAR, "A4", "SGVsbG8="),
        "Berkas tidak lagi membawa snapshot yang utuh",
    ),
}


def _ganti_buku(isi: bytes, lama: str, baru: str) -> bytes:
    semua = bagian(isi)
    return rakit({**semua, "xl/workbook.xml": semua["xl/workbook.xml"].decode().replace(lama, baru).encode()})


@pytest.mark.parametrize("nama", RINGAN)
def test_what_changes_no_content_is_said_and_is_no_alarm(
    nama: str, asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    rusakkan, kalimat = RINGAN[nama]
    hasil = periksa_dokumen(rusakkan(asli), snapshot, pembaca)
    assert hasil.asli
    assert len(hasil.beda) == 1
    assert hasil.beda[0].pesan.startswith(kalimat)


@pytest.mark.parametrize(
    "ganti",
    [
        lambda isi: setel(isi, IKU, "C9", f"  {IKM.replace(' ', chr(160))}  "),
        lambda isi: setel(isi, IKU, "F9", 450.03 * (1 + 1e-12)),
        lambda isi: setel(isi, IKU, "G10", 63.89, 'IF( ISNUMBER(AD10), ROUND(ROUND(AD10,10),2), "–" )'),
    ],
    ids=["spasi", "angka ke-13", "spasi di rumus"],
)
def test_what_programs_write_differently_is_no_difference(
    ganti: Ubah, asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    assert periksa_dokumen(ganti(asli), snapshot, pembaca).beda == ()


def test_a_formula_that_was_changed_and_lost_its_result_is_named(
    asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    buku, wadah = openpyxl.load_workbook(io.BytesIO(asli)), io.BytesIO()
    buku[IKU]["G10"] = "=100"
    buku.save(wadah)
    (beda,) = _berat(periksa_dokumen(wadah.getvalue(), snapshot, pembaca))
    assert (beda.jenis, beda.letak, beda.harap, beda.ada) == ("rumus", f"{IKU}!G10", "63,89", "tanpa hasil")


def test_the_document_carries_the_snapshot_that_it_was_made_from(
    asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    buku = pembaca.baca(asli)
    assert isinstance(buku, BukuTerbaca)
    assert buku.lembar[NAMA_LEMBAR].keadaan == "veryHidden"
    bawaan = baca_bawaan(buku)
    assert bawaan is not None
    assert bawaan.snapshot == snapshot
    assert (bawaan.nomor, bawaan.sidik) == (snapshot.nomor, snapshot.sidik)


def test_every_sheet_and_the_properties_of_an_approved_document_name_the_snapshot(
    asli: bytes, snapshot: Snapshot
) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(asli))
    sifat = {props.name: props.value for props in buku.custom_doc_props.props}
    assert (sifat["Snapshot"], sifat["Sidik"], sifat["Status"]) == (snapshot.nomor, snapshot.sidik, "disetujui")
    for lembar in buku.worksheets:
        if lembar.title != NAMA_LEMBAR:
            assert f"{snapshot.nomor} · sidik {snapshot.sidik[:16]}" in str(lembar.oddFooter.left.text)
    assert snapshot.sidik in [sel.value for sel in buku[SAMPUL]["B"]]


def test_a_correction_stands_on_the_sheet_of_sources_and_makes_the_figure(snapshot: Snapshot) -> None:
    kalimat = [str(sel[0]) for sel in snapshot.isi["dokumen"][SUMBER].values()]
    assert [tulisan for tulisan in kalimat if tulisan.startswith("dikoreksi dari -1,41 menjadi 1,41 oleh Sekretaris")]
    assert 1.41 in [sel[0] for sel in snapshot.isi["dokumen"][SUMBER].values()]


# The command line, without any store.


def _jalankan(*argumen: str | Path) -> Result:
    return CliRunner().invoke(aplikasi, ["dokumen", *map(str, argumen)])


@pytest.fixture
def berkas(tmp_path: Path, asli: bytes, snapshot: Snapshot) -> Path:
    (tmp_path / "asli.xlsx").write_bytes(asli)
    (tmp_path / "palsu.xlsx").write_bytes(setel(asli, IKU, "F9", 460.03))
    (tmp_path / "S.json").write_bytes(snapshot.mentah)
    return tmp_path


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"", "Berkas ini kosong (0 byte)."),
        (b"bukan xlsx", "Berkas ini berkas jenis lain, bukan buku kerja Excel (.xlsx)."),
        (b"PK\x03\x04rusak", "Berkas ini rusak atau terpotong sehingga tidak dapat dibuka."),
    ],
)
def test_a_file_that_cannot_be_read_is_said_to_be_one(isi: bytes, sebab: str, berkas: Path) -> None:
    (berkas / "rusak.xlsx").write_bytes(isi)
    hasil = _jalankan("periksa", berkas / "rusak.xlsx", "--snapshot", berkas / "S.json")
    assert (hasil.exit_code, hasil.stderr.strip()) == (1, sebab)


def test_the_command_proves_a_file_with_the_published_snapshot(berkas: Path) -> None:
    hasil = _jalankan("periksa", berkas / "asli.xlsx", "--snapshot", berkas / "S.json")
    assert hasil.exit_code == 0
    assert "sama dengan yang disetujui pada snapshot S-2026-TW3-R1" in hasil.stdout


def test_the_command_proves_a_file_with_the_sidik_of_the_register_alone(berkas: Path, snapshot: Snapshot) -> None:
    assert _jalankan("periksa", berkas / "asli.xlsx", "--sidik", snapshot.sidik.upper()).exit_code == 0
    palsu = _jalankan("periksa", berkas / "palsu.xlsx", "--sidik", snapshot.sidik, "--json")
    assert palsu.exit_code == 1
    isi = json.loads(palsu.stdout)
    assert [(beda["lembar"], beda["sel"], beda["harap"], beda["ada"]) for beda in isi["beda"]] == [
        (IKU, "F9", "450,03", "460,03")
    ]


def test_the_command_refuses_a_snapshot_that_is_not_the_registered_one(berkas: Path) -> None:
    lain = _jalankan("periksa", berkas / "asli.xlsx", "--sidik", "0" * 64)
    assert lain.exit_code == 1
    assert "Isi snapshot berubah" in lain.stderr
    kosong = _jalankan("periksa", berkas / "asli.xlsx")
    assert kosong.exit_code == 2


@pytest.mark.parametrize("bagian_lain", ["dokumen", "cap", "ujung", "disetujui", "tabel", "triwulan", "pemeriksa"])
def test_a_made_up_snapshot_is_said_to_be_none(bagian_lain: str, berkas: Path, snapshot: Snapshot) -> None:
    (berkas / "S.json").write_bytes(tulis_kanonik({**snapshot.isi, bagian_lain: {"x": {"y": 1}}}))
    hasil = _jalankan("periksa", berkas / "asli.xlsx", "--snapshot", berkas / "S.json")
    assert hasil.exit_code == 1
    assert "bukan snapshot Capaian" in hasil.stderr


def test_a_snapshot_of_a_newer_program_is_said_to_be_one(snapshot: Snapshot) -> None:
    with pytest.raises(SnapshotRusak, match="versi Capaian yang lebih baru"):
        baca_snapshot(tulis_kanonik({**snapshot.isi, "bentuk": 2}))


@pytest.mark.parametrize("isi", [b"", b"{}", b"[1]", b'{"bentuk": 1}', b"\xff\xfe", b'{"d": "x"}'])
def test_what_is_no_snapshot_is_said_to_be_none(isi: bytes, berkas: Path) -> None:
    (berkas / "S.json").write_bytes(isi)
    hasil = _jalankan("periksa", berkas / "asli.xlsx", "--snapshot", berkas / "S.json")
    assert hasil.exit_code == 1
    assert "bukan snapshot Capaian" in hasil.stderr


def test_a_file_that_carries_no_snapshot_cannot_prove_itself(berkas: Path, asli: bytes, snapshot: Snapshot) -> None:
    (berkas / "asli.xlsx").write_bytes(buang_lembar(asli, NAMA_LEMBAR))
    hasil = _jalankan("periksa", berkas / "asli.xlsx", "--sidik", snapshot.sidik)
    assert hasil.exit_code == 1
    assert "tidak membawa snapshot" in hasil.stderr


def test_a_published_snapshot_has_its_sidik_as_the_sha256_of_the_file(tmp_path: Path, snapshot: Snapshot) -> None:
    jalur = tmp_path / "kantor.duckdb"
    jalur.write_bytes(disetujui().gudang)
    keluaran = tmp_path / "S.json"
    hasil = _jalankan("terbitkan", keluaran, "--tahun", "2026", "--triwulan", "3", "--gudang", jalur)
    assert hasil.exit_code == 0
    assert hashlib.sha256(keluaran.read_bytes()).hexdigest() == snapshot.sidik
    assert snapshot.sidik in re.sub(r"\s", "", hasil.stdout)
    belum = _jalankan("terbitkan", keluaran, "--tahun", "2026", "--triwulan", "2", "--gudang", jalur)
    assert belum.exit_code == 1


def test_a_snapshot_reads_back_to_the_same_bytes(snapshot: Snapshot) -> None:
    assert tulis_kanonik(baca_snapshot(snapshot.mentah).isi) == snapshot.mentah
