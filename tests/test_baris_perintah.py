"""The command line does the same work as the pages, and says so in JSON."""

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NoReturn

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from analytics.__main__ import aplikasi
from analytics.aturan.periode import Periode
from analytics.borongan import PenerimaBerkas
from analytics.contoh.akun import UMUM
from analytics.contoh.data_pohon import KODE_PD
from analytics.dokumen.kompilasi import DISUSUN_ULANG
from analytics.jsonkan import jadikan
from analytics.sistem import buka_gudang
from analytics.temuan.butir import Temuan
from data.gudang import Gudang
from data.letak import log_tulis
from tests.alat.evaluasi import evaluasi_iku
from tests.alat.kantor_beku import disetujui
from tests.alat.kembali import teks_memo
from tests.alat.korpus import kantor as kantor_korpus
from tests.alat.korpus.daftar import KORPUS
from tests.alat.sampai import salin_sesudah
from tests.alat.tunggu import tunggu_unit

AKAR = Path(__file__).parents[1]
CONTOH = AKAR / "data" / "contoh"
RENCANA = CONTOH / "rencana.xlsx"
BENAR = CONTOH / "coba" / "format_2026_TW3_UMPEG_benar.xlsx"
KELIRU = CONTOH / "coba" / "format_2026_TW3_UMPEG_keliru.xlsx"
TW3 = Periode(2026, 3)
FIKSTUR = Path(__file__).parent / "fikstur"
GOLDEN = Path(__file__).parent / "golden" / "capaian_tercetak.csv"


def jalankan(*argumen: str | Path) -> Result:
    return CliRunner().invoke(aplikasi, [str(kata) for kata in argumen])


def terima(*argumen: str | Path) -> Result:
    """As Kasubbag Umum, who says how the data came in."""
    return jalankan("terima", *argumen, "--akun", "umum", "--catatan", "dikirim lewat surel, validasi di kertas")


def _tunggu_umpeg(gudang: Gudang) -> None:
    tunggu_unit(gudang, TW3, ["UMPEG"])


@pytest.fixture
def salinan_contoh(berkas_contoh: Path, tmp_path: Path) -> Path:
    """The sample office; the SOP waits for what UMPEG sends for triwulan III 2026."""
    return salin_sesudah(_tunggu_umpeg, berkas_contoh, tmp_path / "contoh.duckdb")


def json_dari(hasil: Result) -> Any:
    return json.loads(hasil.stdout)


def test_evaluasi_says_the_same_figures_as_the_pages(salinan_contoh: Path, gudang_contoh: Gudang) -> None:
    hasil = jalankan("evaluasi", "iku", "--gudang", salinan_contoh, "--tahun", "2025", "--triwulan", "4", "--json")
    assert hasil.exit_code == 0
    isi = json_dari(hasil)
    benar = evaluasi_iku(gudang_contoh, KODE_PD, Periode(2025, 4))
    assert isi["tercapai"] == benar.tercapai
    assert [baris["kini"]["capaian"]["mentah"] for baris in isi["baris"]] == [
        baris.kini.capaian.mentah for baris in benar.baris
    ]
    assert isi["baris"][1]["kini"]["capaian"]["cara_hitung"] == "83,96 / 84 × 100 = 99,95"


@pytest.mark.parametrize("jenis", ["iku", "renja", "renstra"])
def test_evaluasi_opens_at_the_newest_periode_and_names_it(salinan_contoh: Path, jenis: str) -> None:
    hasil = jalankan("evaluasi", jenis, "--gudang", salinan_contoh)
    assert hasil.exit_code == 0
    assert hasil.stdout.startswith("Kecamatan Purbalingga (contoh), Triwulan III 2026, draf\n")


def test_a_filled_workbook_is_received_once_and_recognised_the_second_time(salinan_contoh: Path) -> None:
    pertama = terima(BENAR, "--gudang", salinan_contoh, "--alasan", "sudah dicek", "--json")
    assert pertama.exit_code == 0
    isi = json_dari(pertama)
    assert isi["putusan"]["status"] == "diterima"
    assert any(realisasi["keadaan"] == "terisi" and realisasi["nilai"] is not None for realisasi in isi["realisasi"])
    kedua = terima(BENAR, "--gudang", salinan_contoh, "--alasan", "sudah dicek", "--json")
    assert json_dari(kedua)["putusan"]["status"] == "sudah_ada"


def test_a_wrong_workbook_is_refused_with_its_cells_and_the_good_one_beside_it_is_taken(salinan_contoh: Path) -> None:
    hasil = terima(KELIRU, BENAR, "--gudang", salinan_contoh, "--alasan", "sudah dicek", "--json")
    assert hasil.exit_code == 1
    keliru, benar = json_dari(hasil)
    assert (keliru["putusan"]["status"], benar["putusan"]["status"]) == ("ditolak", "diterima")
    galat = [temuan for temuan in keliru["putusan"]["temuan"] if temuan["tingkat"] == "galat"]
    assert galat
    assert all(temuan["lembar"] and temuan["sel"] and temuan["saran"] for temuan in galat)


def test_format_writes_one_workbook_per_unit(salinan_contoh: Path, tmp_path: Path) -> None:
    hasil = jalankan(
        "format", tmp_path / "keluar", "--gudang", salinan_contoh, "--tahun", "2026", "--triwulan", "4", "--json"
    )
    berkas = json_dari(hasil)["berkas"]
    assert len(berkas) == 6
    assert all(Path(jalur).read_bytes().startswith(b"PK") for jalur in berkas)


def test_ekspor_writes_the_compiled_workbook(salinan_contoh: Path, tmp_path: Path) -> None:
    tujuan = tmp_path / "kompilasi.xlsx"
    hasil = jalankan("ekspor", tujuan, "--gudang", salinan_contoh)
    assert hasil.exit_code == 0
    assert "Triwulan III 2026" in hasil.stdout
    assert openpyxl.load_workbook(tujuan, read_only=True).sheetnames[0] == "Sampul"


def test_ekspor_of_an_approved_periode_hands_out_the_file_that_was_approved(tmp_path: Path) -> None:
    gudang, tujuan = tmp_path / "kantor.duckdb", tmp_path / "kompilasi.xlsx"
    gudang.write_bytes(disetujui().gudang)
    letak = ("--gudang", gudang, "--tahun", "2026", "--triwulan", "3")
    sha256 = hashlib.sha256(disetujui().dokumen).hexdigest()
    jawaban = json_dari(jalankan("ekspor", tujuan, *letak, "--json"))
    assert tujuan.read_bytes() == disetujui().dokumen
    assert (jawaban["sha256"], jawaban["disusun_ulang"]) == (sha256, False)
    assert f"byte demi byte. SHA-256 berkas: {sha256}." in jalankan("ekspor", tujuan, *letak).stdout


def test_ekspor_of_an_approval_of_an_earlier_program_says_that_it_was_written_anew(tmp_path: Path) -> None:
    gudang, tujuan = tmp_path / "kantor.duckdb", tmp_path / "kompilasi.xlsx"
    gudang.write_bytes(gzip.decompress((FIKSTUR / "skema-5" / "gudang.duckdb.gz").read_bytes()))
    letak = ("--gudang", gudang, "--tahun", "2026", "--triwulan", "1")
    jawaban = json_dari(jalankan("ekspor", tujuan, *letak, "--json"))
    assert (jawaban["sha256"], jawaban["disusun_ulang"]) == (None, True)
    assert DISUSUN_ULANG in jalankan("ekspor", tujuan, *letak).stdout


def test_an_empty_store_takes_a_rencana_and_says_what_to_do_first(tmp_path: Path) -> None:
    gudang = tmp_path / "baru.duckdb"
    kosong = jalankan("evaluasi", "iku", "--gudang", gudang)
    assert kosong.exit_code == 2
    assert "Impor rencana dulu" in kosong.stderr
    assert not gudang.exists(), "a question about a store that is not there makes none"
    impor = jalankan("impor", CONTOH / "rencana.xlsx", "--gudang", gudang, "--alasan", "sudah dicek", "--json")
    assert json_dari(impor)["status"] == "tersimpan"
    assert jalankan("evaluasi", "renja", "--gudang", gudang).exit_code == 0


def test_the_template_of_a_rencana_can_be_written(tmp_path: Path) -> None:
    tujuan = tmp_path / "templat.xlsx"
    assert jalankan("templat", tujuan).exit_code == 0
    assert "Indikator" in openpyxl.load_workbook(tujuan, read_only=True).sheetnames


def test_hitung_needs_no_store() -> None:
    hasil = jalankan("hitung", GOLDEN, "--json")
    assert hasil.exit_code == 0
    assert json_dari(hasil)[0]["cara_hitung"] == "88,94 / 82,5 × 100 = 107,81"


@pytest.mark.parametrize(
    ("argumen", "kalimat"),
    [
        (("evaluasi", "lain"), "Evaluasi lain tidak dikenal"),
        (("format", "x", "--unit", "TIDAK"), "Unit TIDAK tidak dikenal"),
        (("terima", "tidak_ada.xlsx"), "tidak dapat dibuka"),
        (("evaluasi", "iku", "--kantor", "lain"), "Sebutkan --kantor"),
    ],
)
def test_a_wrong_call_is_answered_with_a_sentence(salinan_contoh: Path, argumen: tuple[str, ...], kalimat: str) -> None:
    hasil = jalankan(*argumen, "--gudang", salinan_contoh)
    assert hasil.exit_code == 2
    assert kalimat in hasil.stderr


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    bukan = tmp_path / "bukan.duckdb"
    bukan.write_bytes(b"bukan gudang" * 1000)
    hasil = jalankan("evaluasi", "iku", "--gudang", bukan)
    assert hasil.exit_code == 2
    assert "bukan gudang Capaian" in hasil.stderr


def test_a_disk_that_refuses_is_named_with_what_to_do(tmp_path: Path) -> None:
    penuh = tmp_path / "penuh.duckdb"
    penuh.symlink_to("/dev/full")
    hasil = jalankan("evaluasi", "iku", "--gudang", penuh)
    assert hasil.exit_code == 2
    assert "Penyimpanan penuh" in hasil.stderr
    assert "lalu ulangi" in hasil.stderr
    assert "bukan gudang Capaian" not in hasil.stderr


_PENUH = """
import resource, sys
from analytics.__main__ import aplikasi
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
aplikasi(sys.argv[2:])
"""


def jalankan_penuh(gudang: Path, *argumen: str | Path) -> "subprocess.CompletedProcess[str]":
    """The command where no file may grow beyond what opening the store needs: as on a full disk, writing is refused."""
    toko = buka_gudang(gudang)
    batas = sum(berkas.stat().st_size for berkas in log_tulis(gudang)) + 1_000
    toko.tutup()
    perintah = [sys.executable, "-c", _PENUH, str(batas), *map(str, argumen), "--gudang", str(gudang)]
    return subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)


def test_a_command_that_went_well_complains_of_nothing(tmp_path: Path) -> None:
    gudang = tmp_path / "kosong.duckdb"
    buka_gudang(gudang).tutup()
    perintah = [sys.executable, "-m", "analytics", "cadangan", "daftar", "--gudang", str(gudang)]
    hasil = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)
    assert (hasil.returncode, hasil.stderr) == (0, "")


def test_an_import_for_which_there_is_no_room_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    gudang = tmp_path / "baru.duckdb"
    buka_gudang(gudang).tutup()
    hasil = jalankan_penuh(gudang, "impor", RENCANA, "--alasan", "Sesuai dokumen")
    assert hasil.returncode == 1, hasil.stderr
    assert "Penyimpanan penuh" in hasil.stderr
    assert "Yang baru dikerjakan belum tersimpan; data yang sudah ada tidak berubah." in hasil.stderr
    assert "Traceback" not in hasil.stderr
    toko = buka_gudang(gudang)
    assert (toko.versi_data(), toko.kueri("perangkat_daerah")) == (0, [])
    toko.tutup()
    assert jalankan("impor", RENCANA, "--alasan", "Sesuai dokumen", "--gudang", gudang).exit_code == 0


def test_every_file_for_which_there_is_no_room_has_its_own_answer(salinan_contoh: Path) -> None:
    sebelum = versi(salinan_contoh)
    bagian = ("--akun", "umum", "--catatan", "dikirim lewat surel", "--json")
    hasil = jalankan_penuh(salinan_contoh, "terima", BENAR, KELIRU, *bagian)
    assert hasil.returncode == 1, hasil.stderr
    semua = [jawaban["putusan"] for jawaban in json.loads(hasil.stdout)]
    assert [putusan["status"] for putusan in semua] == ["ditolak", "ditolak"]
    assert all("Penyimpanan penuh" in putusan["pesan"] for putusan in semua)
    assert versi(salinan_contoh) == sebelum


def versi(gudang: Path) -> int:
    toko = buka_gudang(gudang)
    try:
        return toko.versi_data()
    finally:
        toko.tutup()


def json_ketat(hasil: Result) -> Any:
    """JSON as the standard has it: without NaN and Infinity, every character whole."""

    def bukan(kata: str) -> NoReturn:
        raise AssertionError(kata)

    isi = json.loads(hasil.stdout_bytes.decode("ascii"), parse_constant=bukan)
    json.dumps(isi, ensure_ascii=False).encode("utf-8")
    return isi


def test_a_folder_means_its_workbooks_by_name_and_nothing_else_in_it(salinan_contoh: Path, tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    (folder / "c.xlsx").mkdir(parents=True)
    for nama in ("b.XLSX", "a.xlsx", "~$a.xlsx", "catatan.txt"):
        (folder / nama).write_bytes(b"bukan buku kerja")
    hasil = terima(folder, BENAR, folder / "a.xlsx", "--gudang", salinan_contoh, "--alasan", "ya", "--json")
    assert [jawaban["berkas"] for jawaban in json_ketat(hasil)] == [
        str(folder / "a.xlsx"),
        str(folder / "b.XLSX"),
        str(BENAR),
    ]


def test_a_folder_with_one_workbook_is_still_a_list(salinan_contoh: Path, tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    shutil.copyfile(BENAR, tmp_path / "masuk" / "satu.xlsx")
    hasil = terima(tmp_path / "masuk", "--gudang", salinan_contoh, "--json")
    assert [jawaban["putusan"]["status"] for jawaban in json_ketat(hasil)] == ["diterima"]


def test_paths_that_hold_nothing_are_all_named_before_anything_is_stored(salinan_contoh: Path, tmp_path: Path) -> None:
    sebelum = versi(salinan_contoh)
    (tmp_path / "kosong").mkdir()
    hasil = terima(BENAR, tmp_path / "tiada.xlsx", tmp_path / "kosong", "--gudang", salinan_contoh, "--alasan", "ya")
    assert (hasil.exit_code, hasil.stdout) == (2, "")
    assert f"Berkas {tmp_path / 'tiada.xlsx'} tidak dapat dibuka." in hasil.stderr
    assert f"Folder {tmp_path / 'kosong'} tidak berisi berkas xlsx." in hasil.stderr
    assert versi(salinan_contoh) == sebelum


def test_a_folder_for_returns_that_cannot_be_written_to_is_said_before_anything_is_stored(
    salinan_contoh: Path, tmp_path: Path
) -> None:
    sebelum = versi(salinan_contoh)
    (tmp_path / "berkas").write_bytes(b"")
    hasil = terima(KELIRU, "--gudang", salinan_contoh, "--kembalian", tmp_path / "berkas" / "keluar")
    assert hasil.exit_code == 2
    assert "tidak dapat ditulisi" in hasil.stderr
    assert versi(salinan_contoh) == sebelum


@pytest.mark.parametrize("isi", [b"", b"\x00\xff" * 500, b"%PDF-1.7\n%%EOF\n", b"PK\x03\x04", b"a;b\r\n1;2\r\n"])
def test_any_file_at_all_is_answered_with_verdict_and_findings(
    salinan_contoh: Path, tmp_path: Path, isi: bytes
) -> None:
    (tmp_path / "x.xlsx").write_bytes(isi)
    hasil = terima(tmp_path / "x.xlsx", "--gudang", salinan_contoh, "--json")
    assert hasil.exit_code == 1
    jawaban = json_ketat(hasil)
    assert jawaban["putusan"]["status"] == "ditolak"
    assert jawaban["putusan"]["nomor"] == 1
    assert set(jawaban["putusan"]["temuan"][0]) >= {field.name for field in fields(Temuan)}
    assert jawaban["realisasi"] == jawaban["anggaran"] == []


def test_every_rule_that_a_workbook_can_break_is_told_in_valid_json(tmp_path: Path) -> None:
    gudang, masuk = tmp_path / "korpus.duckdb", tmp_path / "masuk"
    rusak = {kasus.kode: kasus for kasus in KORPUS if kasus.rencana is None and kasus.minta == (None, None)}
    masuk.mkdir()
    toko = buka_gudang(gudang)
    kantor_korpus.isi_gudang(toko)
    baik: dict[tuple[str, int], bytes] = {}
    for nomor, kasus in enumerate(rusak.values()):
        kunci = (kasus.unit, kasus.triwulan)
        baik[kunci] = baik.get(kunci) or kantor_korpus.buku_baik(toko, *kunci)
        (masuk / f"{nomor:03}.xlsx").write_bytes(kasus.rusakkan(baik[kunci]))
    toko.tutup()
    jawaban = json_ketat(jalankan("terima", masuk, "--gudang", gudang, "--json"))
    assert [hasil for hasil, kode in zip(jawaban, rusak, strict=True) if kode not in _kode(hasil)] == []
    assert {hasil["putusan"]["status"] for hasil in jawaban} >= {"ditolak", "perlu_alasan"}
    assert any(temuan["pengganti"] for hasil in jawaban for temuan in hasil["putusan"]["temuan"])
    assert any(temuan["pembanding"] for hasil in jawaban for temuan in hasil["putusan"]["temuan"])


def test_a_correction_says_how_far_it_is_and_many_files_are_summed_up(salinan_contoh: Path) -> None:
    hasil = terima(KELIRU, BENAR, "--gudang", salinan_contoh, "--alasan", "sudah dicek")
    baris = hasil.stdout.splitlines()
    kemajuan = baris[_letak(baris, BENAR) + 1]
    assert kemajuan.startswith("  14 indikator terisi, sebelumnya 11; 16 baris anggaran terisi, sebelumnya 15; ")
    assert re.search(r"; \d+ diperbaiki, \d+ tersisa, \d+ baru.* dibanding unggahan ke-1$", kemajuan)
    assert baris[-1] == "2 berkas: 1 diterima, 1 ditolak"


def _kode(hasil: dict[str, Any]) -> set[str]:
    return {temuan["kode"] for temuan in hasil["putusan"]["temuan"]}


def _letak(baris: list[str], berkas: Path) -> int:
    return next(nomor for nomor, teks in enumerate(baris) if teks.startswith(str(berkas)))


def test_one_file_alone_is_not_summed_up(salinan_contoh: Path) -> None:
    hasil = terima(BENAR, "--gudang", salinan_contoh)
    pesan = "Kiriman UMPEG Triwulan III 2026 diterima sebagai versi 1. Terisi "
    assert hasil.stdout.startswith(f"{BENAR}: diterima: {pesan}")
    assert hasil.stdout.endswith("baris anggaran.\n")


def test_what_was_not_accepted_is_returned_as_a_zip_of_its_own(salinan_contoh: Path, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    bukan, keluar = tmp_path / "lain" / KELIRU.name, tmp_path / "keluar"
    bukan.write_bytes(b"%PDF-1.7\n%%EOF\n")
    keluar.mkdir()
    lama = keluar / f"pengembalian_{KELIRU.stem}.zip"
    lama.write_bytes(b"dari kemarin")
    hasil = terima(KELIRU, bukan, BENAR, "--gudang", salinan_contoh, "--alasan", "ya", "--kembalian", keluar, "--json")
    keliru, pdf, benar = (jawaban["kembalian"] for jawaban in json_ketat(hasil))
    assert lama.read_bytes() == b"dari kemarin"
    assert benar is None
    assert {Path(keliru).name, Path(pdf).name} == {f"{lama.stem}_2.zip", f"{lama.stem}_3.zip"}
    with zipfile.ZipFile(keliru) as arsip:
        assert arsip.namelist() == [
            "nota_pengembalian.docx",
            f"{KELIRU.stem}_kembali.xlsx",
            f"{KELIRU.stem}_asli.xlsx",
        ]
        assert arsip.read(f"{KELIRU.stem}_asli.xlsx") == KELIRU.read_bytes()
    with zipfile.ZipFile(pdf) as arsip:
        assert arsip.namelist() == ["nota_pengembalian.docx"]


def test_a_return_is_named_in_the_text_as_well(salinan_contoh: Path, tmp_path: Path) -> None:
    hasil = terima(KELIRU, "--gudang", salinan_contoh, "--kembalian", tmp_path / "keluar")
    (zip_nya,) = (tmp_path / "keluar").iterdir()
    assert f"Pengembalian ditulis ke {zip_nya}." in hasil.stdout
    with zipfile.ZipFile(zip_nya) as arsip:
        nota = teks_memo(arsip.read("nota_pengembalian.docx"))
    assert "Kepala Subbagian Perencanaan dan Keuangan,\nDewi Lestari (contoh)\nNIP ..." in nota, "as on record"


@pytest.mark.parametrize("sandi", ["utf-8", "cp1252", "ascii"])
@pytest.mark.parametrize("pilihan", [("--json",), ()])
def test_no_name_of_a_file_can_break_the_printing(
    salinan_contoh: Path, tmp_path: Path, sandi: str, pilihan: tuple[str, ...]
) -> None:
    berkas = tmp_path / "laporan_\u2713_\U0001f600_\udcff.xlsx"
    berkas.write_bytes(b"bukan buku kerja")
    argumen = ["terima", str(berkas), "--gudang", str(salinan_contoh), "--akun", "umum", *pilihan]
    hasil = CliRunner(charset=sandi).invoke(aplikasi, argumen)
    assert hasil.exit_code == 1
    assert b"laporan_" in hasil.stdout_bytes
    assert b"\\udcff" in hasil.stdout_bytes
    if pilihan:
        assert json_ketat(hasil)["berkas"] == str(berkas).replace("\udcff", "\\udcff")
    else:
        assert "ditolak" in hasil.stdout_bytes.decode(sandi)


def test_a_file_that_is_gone_when_its_turn_comes_does_not_touch_the_next(salinan_contoh: Path, tmp_path: Path) -> None:
    toko = buka_gudang(salinan_contoh)
    with PenerimaBerkas(toko, KODE_PD, UMUM.pelaku, "lewat surel", "ya") as penerima:
        hasil = list(penerima.terima((tmp_path / "hilang.xlsx", BENAR)))
    toko.tutup()
    assert [jawaban.putusan.status for jawaban in hasil] == ["ditolak", "diterima"]
    assert "tidak dapat dibuka lagi" in hasil[0].putusan.pesan


def test_a_file_of_gigabytes_is_refused_by_its_size_and_not_kept(salinan_contoh: Path, tmp_path: Path) -> None:
    sebelum = versi(salinan_contoh)
    with (tmp_path / "besar.xlsx").open("wb") as aliran:
        aliran.truncate(3 * 1024**3)
    hasil = terima(tmp_path / "besar.xlsx", "--gudang", salinan_contoh, "--json")
    putusan = json_ketat(hasil)["putusan"]
    assert (putusan["status"], putusan["temuan"][0]["kode"]) == ("ditolak", "berkas_besar")
    assert "3.072 MB" in putusan["pesan"]
    assert versi(salinan_contoh) == sebelum


@pytest.mark.parametrize(
    ("nilai", "json_nya"),
    [
        (Decimal("1.50"), 1.5),
        (Decimal("3E+2"), 300),
        (Decimal("NaN"), None),
        (Decimal("Infinity"), None),
        (Decimal("1E+999999"), None),
        (Fraction(10**400), None),
        (float("nan"), None),
        (float("-inf"), None),
        ("\ud800a", "\\ud800a"),
        ({"\udfff": (1, True)}, {"\\udfff": [1, True]}),
    ],
)
def test_what_json_has_no_word_for_becomes_null_or_a_code(nilai: object, json_nya: object) -> None:
    assert jadikan(nilai) == json_nya


def rincian_akhir(gudang: Path, aksi: str) -> dict[str, Any]:
    """What the last peristiwa of this aksi says, with who did it."""
    toko = buka_gudang(gudang)
    peristiwa = [kejadian for kejadian in toko.kueri("peristiwa_semua") if kejadian["aksi"] == aksi][-1]
    toko.tutup()
    return json.loads(peristiwa["rincian"]) | {"akun": peristiwa["akun"], "sebagai": peristiwa["sebagai"]}


@pytest.mark.parametrize("perintah", [("terima", BENAR), ("impor", CONTOH / "rencana.xlsx"), ("alur", "himpun")])
def test_a_store_with_accounts_wants_to_know_who_acts(salinan_contoh: Path, perintah: tuple[str, ...]) -> None:
    sebelum = versi(salinan_contoh)
    tanpa = jalankan(*perintah, "--gudang", salinan_contoh)
    assert (tanpa.exit_code, "Sebutkan --akun" in tanpa.stderr) == (2, True)
    asing = jalankan(*perintah, "--gudang", salinan_contoh, "--akun", "siapa")
    assert (asing.exit_code, "Akun siapa tidak dikenal" in asing.stderr) == (2, True)
    assert versi(salinan_contoh) == sebelum


def test_what_comes_in_is_logged_as_the_account_and_as_the_command_line(salinan_contoh: Path) -> None:
    assert terima(BENAR, "--gudang", salinan_contoh).exit_code == 0
    for aksi in ("alur:kirim_titipan", "terima_kiriman", "unggah"):
        isi = rincian_akhir(salinan_contoh, aksi)
        assert (isi["akun"], isi["sebagai"], isi["lewat"]) == (
            "umum",
            "Kasubbag Umum dan Kepegawaian",
            "baris perintah",
        )


def test_without_a_note_how_the_data_came_the_file_is_held_and_kept(salinan_contoh: Path) -> None:
    hasil = jalankan("terima", BENAR, "--gudang", salinan_contoh, "--akun", "umum")
    assert hasil.exit_code == 1
    assert f"{BENAR}: tertahan: Catat kiriman yang diterima di luar aplikasi memerlukan alasan." in hasil.stdout
    assert terima(BENAR, "--gudang", salinan_contoh).exit_code == 0


@pytest.mark.parametrize("akun", ["camat", "sekretaris", "satu-data", "kepala-pmd"])
def test_who_may_not_receive_is_refused_and_the_refusal_is_logged(salinan_contoh: Path, akun: str) -> None:
    hasil = jalankan("terima", BENAR, "--gudang", salinan_contoh, "--akun", akun, "--catatan", "lewat surel")
    assert hasil.exit_code == 1
    assert "tidak termasuk tugas Anda" in hasil.stdout
    assert rincian_akhir(salinan_contoh, "tolak:unggah")["akun"] == akun
    impor = jalankan("impor", CONTOH / "rencana.xlsx", "--gudang", salinan_contoh, "--akun", akun)
    assert (impor.exit_code, "Mengimpor rencana tidak termasuk tugas Anda" in impor.stderr) == (1, True)


def test_from_an_empty_store_to_the_kompilasi_with_the_sekretaris_without_a_page(tmp_path: Path) -> None:
    gudang, keluar = tmp_path / "kantor.duckdb", tmp_path / "keluar"
    waktu = ("--gudang", gudang, "--tahun", "2026", "--triwulan", "3")
    impor = jalankan("impor", CONTOH / "rencana.xlsx", "--gudang", gudang, "--alasan", "sudah dicek")
    assert impor.exit_code == 0
    assert jalankan("format", keluar, *waktu).exit_code == 0
    dini = jalankan("terima", keluar, "--gudang", gudang, "--alasan", "menunggu rekap desa", "--catatan", "lewat surel")
    assert "tertahan: Pengumpulan data unit" in dini.stdout
    for aksi in ("susun_format", "sampaikan_format", "bagikan_format"):
        hasil = jalankan("alur", aksi, *waktu)
        assert (hasil.exit_code, hasil.stdout.count("berhasil: ")) == (0, 6), hasil.stdout
    terima_ini = ("--gudang", gudang, "--alasan", "menunggu rekap desa", "--catatan", "lewat surel, validasi di kertas")
    assert jalankan("terima", keluar, *terima_ini).exit_code == 0
    himpun = jalankan("alur", "himpun", *waktu, "--unit", "PMD", "--json")
    assert json_ketat(himpun)[0]["kedudukan"]["keadaan"] == "terhimpun"
    sisa = jalankan("alur", "himpun", *waktu)
    assert (sisa.exit_code, sisa.stdout.count("berhasil: "), sisa.stdout.count("ditolak: ")) == (1, 5, 1)


@pytest.mark.parametrize("aksi", ["setujui", "kirim", "supervisi_kertas", "koreksi", "susun_laporan", "apa"])
def test_a_move_that_needs_eyes_paper_or_a_password_is_not_made_from_the_command_line(
    salinan_contoh: Path, aksi: str
) -> None:
    hasil = jalankan("alur", aksi, "--gudang", salinan_contoh, "--akun", "camat")
    assert hasil.exit_code == 2
    assert f"Langkah {aksi} tidak dapat dijalankan dari sini." in hasil.stderr
