"""The store: one file, one writer, nothing half-written, nothing that opens it from outside."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import gudang as modul_gudang
from data.gudang import (
    Gudang,
    GudangTerkunci,
    GudangTidakDikenal,
    Peristiwa,
    SudahTercatat,
    TanpaPeristiwa,
    Transaksi,
)
from tests.alat.gudang import tanya, tanya_bernama
from tests.alat.kosong import gudang_kosong
from tests.alat.rantai import periksa_rantai

AKAR = Path(__file__).parents[2]
KODE_PD = "7.01.05"
WAKTU = datetime(2026, 10, 5, 9, 0)

RENCANA = {
    "kode_pd": KODE_PD,
    "id_rencana": 1,
    "kode_dokumen": "RENJA",
    "jenis": "renja",
    "tahun_awal": 2026,
    "tahun_akhir": 2026,
    "ke": 0,
    "revisi": 0,
    "tanggal": date(2026, 1, 2),
    "dokumen": "Renja 2026",
}
ATURAN = {
    "kode_pd": KODE_PD,
    "kode_indikator": "IKM",
    "tahun": 2026,
    "revisi": 0,
    "polaritas": "naik",
    "rumus": "naik",
    "frekuensi": "tahunan",
    "agregasi": "nilai_akhir",
    "cara_isi": "triwulan_ini",
}
TARGET = {
    "kode_pd": KODE_PD,
    "id_rencana": 1,
    "kode_indikator": "IKM",
    "tahun": 2026,
    "triwulan": 0,
    "nilai": Decimal("82.5"),
    "lembar": "Indikator",
    "sel": "F5",
}
PAGU = {
    "kode_pd": KODE_PD,
    "id_rencana": 1,
    "kode_simpul": "7.01.02.2.01",
    "tahun": 2026,
    "rupiah": Decimal("250000000"),
    "lembar": "Pagu",
    "sel": "C5",
}
KIRIMAN = {
    "kode_pd": KODE_PD,
    "id_kiriman": "K1",
    "kode_unit": "PEM",
    "tahun": 2026,
    "triwulan": 3,
    "versi": 1,
    "sha256": "0" * 64,
    "nama_berkas": "pem.xlsx",
    "versi_format": "1",
    "diterima_pada": WAKTU,
    "oleh": "penguji",
}
REALISASI = {
    "kode_pd": KODE_PD,
    "id_kiriman": "K1",
    "kode_indikator": "IKM",
    "tahun": 2026,
    "triwulan": 3,
    "keadaan": "terisi",
    "nilai": Decimal("88.94"),
    "lembar": "Realisasi",
    "sel": "H9",
}
BERKAS = {"sha256": "a" * 64, "isi": b"PK", "ukuran": 2}
BAIK: dict[str, dict[str, Any]] = {
    "rencana": RENCANA,
    "aturan_indikator": ATURAN,
    "target": TARGET,
    "pagu": PAGU,
    "kiriman": KIRIMAN,
    "realisasi": REALISASI,
    "berkas": BERKAS,
}

BURUK: list[tuple[str, dict[str, Any]]] = [
    ("target", {"nilai": None}),
    ("target", {"bawah": Decimal(80), "atas": Decimal(90)}),
    ("target", {"peringkat": "BB"}),
    ("target", {"nilai": None, "bawah": Decimal(80)}),
    ("target", {"nilai": None, "bawah": Decimal(90), "atas": Decimal(80)}),
    ("target", {"triwulan": 5}),
    ("realisasi", {"nilai": None}),
    ("realisasi", {"keadaan": "belum_ada_data", "nilai": Decimal(0)}),
    ("realisasi", {"keadaan": "belum_ada_data"}),
    ("realisasi", {"keadaan": "belum_waktunya", "nilai": None}),
    ("realisasi", {"nilai": None, "pembilang": Decimal(8)}),
    ("realisasi", {"triwulan": 0}),
    ("pagu", {"rupiah": Decimal(-1)}),
    ("pagu", {"rupiah": None}),
    ("kiriman", {"versi": 0}),
    ("kiriman", {"triwulan": 5}),
    ("rencana", {"tahun_akhir": 2027}),
    ("rencana", {"ke": -1}),
    ("rencana", {"jenis": "rpjmd"}),
    ("aturan_indikator", {"polaritas": "tetap"}),
    ("aturan_indikator", {"rumus": "ordinal"}),
    ("aturan_indikator", {"skala_ordinal": "akip"}),
    ("aturan_indikator", {"pembilang": "desa baik"}),
    ("aturan_indikator", {"pembilang": "a", "penyebut": "b", "faktor": Decimal(0)}),
    ("berkas", {"sha256": "abc"}),
]


def _peristiwa(aksi: str = "uji", kunci: str | None = None, **rincian: object) -> Peristiwa:
    return Peristiwa(KODE_PD, "penguji", aksi, "uji", rincian, WAKTU, kunci)


def _unit(kode: str) -> dict[str, object]:
    return {
        "kode_pd": KODE_PD,
        "kode_unit": kode,
        "nama": f"Seksi {kode}",
        "jenis": "seksi",
        "anggaran_semua": False,
        "urutan": 1,
    }


@pytest.fixture(scope="module")
def tetap() -> Iterator[Gudang]:
    """An empty store for tests in which nothing is written in the end."""
    gudang = gudang_kosong()
    yield gudang
    gudang.tutup()


def test_a_store_is_made_with_its_reference_data_and_opened_again_with_what_was_written(jalur_gudang: Path) -> None:
    gudang = Gudang.buka(jalur_gudang)
    assert gudang.versi_data() == 0
    assert {skala["skala"] for skala in gudang.kueri("skala_predikat")} == {"permendagri_86_2017"}
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("unit", [_unit("PEM")])
    gudang.tutup()
    lagi = Gudang.buka(jalur_gudang)
    assert [unit["kode_unit"] for unit in lagi.kueri("unit", kode_pd=KODE_PD)] == ["PEM"]
    assert (lagi.versi_data(), len(lagi.kueri("skala_predikat"))) == (1, 5)
    lagi.tutup()


def test_a_store_is_made_in_a_folder_that_does_not_exist_yet(tmp_path: Path) -> None:
    jalur = tmp_path / "folder baru" / "kantor" / "capaian.duckdb"
    Gudang.buka(jalur).tutup()
    assert jalur.is_file()


@pytest.fixture
def skema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the schema steps that a test may lengthen."""
    folder = tmp_path / "skema"
    shutil.copytree(AKAR / "data/skema", folder)
    monkeypatch.setattr("data.gudang._SKEMA", folder)
    return folder


def _langkah(jalur: Path) -> list[int]:
    gudang = Gudang.buka(jalur)
    langkah = [nomor[0] for nomor in tanya(gudang, "SELECT nomor FROM skema ORDER BY nomor")]
    gudang.tutup()
    return langkah


def test_a_new_step_is_applied_once_and_the_rows_stay(jalur_gudang: Path, skema: Path) -> None:
    gudang = Gudang.buka(jalur_gudang)
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("unit", [_unit("PEM")])
    gudang.tutup()
    sebelum = _langkah(jalur_gudang)
    (skema / "9000_tambah.sql").write_text("ALTER TABLE unit ADD COLUMN surel VARCHAR;", encoding="utf-8")
    assert _langkah(jalur_gudang) == [*sebelum, 9000]
    assert _langkah(jalur_gudang) == [*sebelum, 9000]
    lagi = Gudang.buka(jalur_gudang)
    assert tanya(lagi, "SELECT kode_unit, surel FROM unit") == [("PEM", None)]
    lagi.tutup()


def test_a_step_that_fails_leaves_the_store_as_it_was(jalur_gudang: Path, skema: Path) -> None:
    sebelum = _langkah(jalur_gudang)
    rusak = skema / "9000_rusak.sql"
    rusak.write_text("ALTER TABLE unit ADD COLUMN surel VARCHAR; SELECT tidak_ada FROM unit;", encoding="utf-8")
    with pytest.raises(duckdb.BinderException):
        Gudang.buka(jalur_gudang)
    rusak.unlink()
    assert _langkah(jalur_gudang) == sebelum
    gudang = Gudang.buka(jalur_gudang)
    assert "surel" not in {kolom[0] for kolom in tanya(gudang, "SELECT name FROM pragma_table_info('unit')")}
    gudang.tutup()


def test_a_store_of_a_newer_program_or_with_a_changed_history_is_refused(jalur_gudang: Path, skema: Path) -> None:
    (skema / "9000_baru.sql").write_text("CREATE TABLE baru (satu INTEGER);", encoding="utf-8")
    _langkah(jalur_gudang)
    (skema / "9000_baru.sql").write_text("CREATE TABLE baru (dua INTEGER);", encoding="utf-8")
    with pytest.raises(GudangTidakDikenal):
        Gudang.buka(jalur_gudang)
    (skema / "9000_baru.sql").unlink()
    with pytest.raises(GudangTidakDikenal):
        Gudang.buka(jalur_gudang)


def test_a_store_whose_making_was_interrupted_still_gets_its_reference_data(
    jalur_gudang: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acuan = tmp_path / "acuan"
    shutil.copytree(AKAR / "data/acuan", acuan)
    (acuan / "aa_rusak.toml").write_text("[[pengaturan]]\nkunci = 'tanpa tanggal'\n", encoding="utf-8")
    with monkeypatch.context() as sementara:
        sementara.setattr("data.gudang._ACUAN", acuan)
        with pytest.raises(duckdb.Error):
            Gudang.buka(jalur_gudang)
    gudang = Gudang.buka(jalur_gudang)
    assert len(gudang.kueri("skala_predikat")) == 5
    gudang.tutup()


def test_a_database_of_another_program_is_refused_and_left_alone(jalur_gudang: Path) -> None:
    with duckdb.connect(jalur_gudang) as asing:
        asing.execute("CREATE TABLE punya_orang (satu INTEGER)")
    with pytest.raises(GudangTidakDikenal):
        Gudang.buka(jalur_gudang)
    with duckdb.connect(jalur_gudang) as asing:
        assert asing.execute("SELECT table_name FROM information_schema.tables").fetchall() == [("punya_orang",)]


def test_a_file_that_is_no_database_is_refused_and_left_alone(jalur_gudang: Path) -> None:
    jalur_gudang.write_bytes(b"surat biasa, bukan gudang" * 500)
    with pytest.raises(GudangTidakDikenal):
        Gudang.buka(jalur_gudang)
    assert jalur_gudang.read_bytes() == b"surat biasa, bukan gudang" * 500


_PENULIS = """
import sys, time
from datetime import datetime
from pathlib import Path
from data.gudang import Gudang, Peristiwa
gudang = Gudang.buka(Path(sys.argv[1]))
def tulis(nomor):
    peristiwa = Peristiwa("7.01.05", "penguji", "uji", "uji", {}, datetime(2026, 10, 5), f"kunci-{nomor}")
    return gudang.transaksi(peristiwa), {"sha256": f"{nomor:064d}", "isi": bytes(1000), "ukuran": 1000}
for nomor in range(int(sys.argv[2])):
    transaksi, baris = tulis(nomor)
    with transaksi as tx:
        tx.tambah("berkas", [baris])
    print(nomor, flush=True)
transaksi, baris = tulis(999_999)
with transaksi as tx:
    tx.tambah("berkas", [baris])
    print("di tengah", flush=True)
    time.sleep(60)
"""


def _penulis(jalur: Path, banyak: int) -> subprocess.Popen[str]:
    perintah = [sys.executable, "-c", _PENULIS, str(jalur), str(banyak)]
    return subprocess.Popen(perintah, cwd=AKAR, stdout=subprocess.PIPE, text=True)


def test_all_that_was_committed_survives_a_kill_and_nothing_else_does(jalur_gudang: Path) -> None:
    with _penulis(jalur_gudang, 40) as proses:
        assert proses.stdout is not None
        tersimpan = [proses.stdout.readline().strip() for _ in range(41)]
        proses.kill()
    assert tersimpan[-1] == "di tengah"
    gudang = Gudang.buka(jalur_gudang)
    assert tanya(gudang, "SELECT count(*), count(DISTINCT sha256) FROM berkas") == [(40, 40)]
    assert gudang.versi_data() == 40
    gudang.tutup()


def test_a_store_that_another_program_has_open_is_named_as_locked(jalur_gudang: Path) -> None:
    with _penulis(jalur_gudang, 0) as proses:
        assert proses.stdout is not None
        proses.stdout.readline()
        with pytest.raises(GudangTerkunci, match=r"capaian\.duckdb"):
            Gudang.buka(jalur_gudang)
        proses.kill()
    Gudang.buka(jalur_gudang).tutup()


def test_facts_and_their_peristiwa_are_written_together(gudang: Gudang) -> None:
    with gudang.transaksi(_peristiwa("impor", jumlah=1, tanggal=date(2026, 1, 2), nilai=Decimal("82.5"))) as tx:
        tx.tambah("unit", [_unit("PEM")])
    nomor, aksi, rincian = tanya(gudang, "SELECT nomor, aksi, rincian FROM peristiwa")[0]
    assert (nomor, aksi) == (1, "impor")
    assert json.loads(rincian) == {"jumlah": 1, "tanggal": "2026-01-02", "nilai": "82.5"}


def _tulis_lalu_gagal(gudang: Gudang, baris_buruk: Mapping[str, object]) -> None:
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("unit", [_unit("PEM")])
        tx.tambah("pagu", [baris_buruk])


@pytest.mark.parametrize(
    ("cacat", "galat"), [({"rupiah": Decimal(-1)}, duckdb.ConstraintException), ({"surel": "x"}, ValueError)]
)
def test_a_mistake_on_the_way_writes_neither(
    gudang: Gudang, cacat: Mapping[str, object], galat: type[Exception]
) -> None:
    with pytest.raises(galat):
        _tulis_lalu_gagal(gudang, {**PAGU, **cacat})
    assert (gudang.kueri("unit", kode_pd=KODE_PD), gudang.versi_data()) == ([], 0)
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("unit", [_unit("PEM")])
    assert gudang.versi_data() == 1


def test_what_is_tried_can_be_read_inside_and_is_taken_back_also_after_a_mistake(gudang: Gudang) -> None:
    for gagal in (False, True):
        try:
            with gudang.coba() as tx:
                tx.tambah("unit", [_unit("PMD")])
                assert [unit["kode_unit"] for unit in tx.kueri("unit", kode_pd=KODE_PD)] == ["PMD"]
                if gagal:
                    raise RuntimeError
        except RuntimeError:
            assert gagal
        assert gudang.kueri("unit", kode_pd=KODE_PD) == []
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("unit", [_unit("PMD")])
    assert gudang.versi_data() == 1


def test_who_only_looks_sees_one_state_keeps_nobody_from_writing_and_writes_nothing(gudang: Gudang) -> None:
    def tulis() -> None:
        with gudang.transaksi(_peristiwa()) as tx:
            tx.tambah("unit", [_unit("PMD")])

    with ThreadPoolExecutor(1) as kolam, gudang.lihat() as tx:
        assert tx.kueri("unit", kode_pd=KODE_PD) == []
        kolam.submit(tulis).result(timeout=30)
        assert tx.kueri("unit", kode_pd=KODE_PD) == []
        assert len(gudang.kueri("unit", kode_pd=KODE_PD)) == 1
    with pytest.raises(duckdb.Error, match="read-only"), gudang.lihat() as tx:
        tx.tambah("unit", [_unit("KESOS")])
    assert len(gudang.kueri("unit", kode_pd=KODE_PD)) == 1


def test_the_same_kunci_a_second_time_writes_nothing(gudang: Gudang) -> None:
    with gudang.transaksi(_peristiwa(kunci="kiriman-1")) as tx:
        tx.tambah("unit", [_unit("PEM")])
    with pytest.raises(SudahTercatat) as ulang, gudang.transaksi(_peristiwa(kunci="kiriman-1")) as tx:
        tx.tambah("unit", [_unit("KES")])
    assert (ulang.value.kunci, ulang.value.objek) == ("kiriman-1", "uji")
    assert [unit["kode_unit"] for unit in gudang.kueri("unit", kode_pd=KODE_PD)] == ["PEM"]
    assert gudang.versi_data() == 1


def test_a_column_that_is_not_named_is_absent_and_an_unknown_one_is_refused(gudang: Gudang) -> None:
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("kiriman", [KIRIMAN])
        tx.tambah("realisasi", [REALISASI])
    assert tanya(gudang, "SELECT pembilang, alasan FROM realisasi") == [(None, None)]
    with pytest.raises(ValueError, match="surel"), gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("unit", [{**_unit("PEM"), "surel": "x"}])


def test_a_measured_value_is_kept_to_its_last_decimal(gudang: Gudang) -> None:
    nilai = [Decimal("0.123456789012"), Decimal("-1.41"), Decimal("999999999999999999.999999999999"), Decimal(0)]
    baris = [{**REALISASI, "nilai": angka, "sel": f"H{nomor}"} for nomor, angka in enumerate(nilai)]
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("realisasi", baris)
    assert [larik[0] for larik in tanya(gudang, "SELECT nilai FROM realisasi ORDER BY sel")] == nilai


@pytest.mark.parametrize("tabel", BAIK)
def test_a_good_row_is_accepted(gudang: Gudang, tabel: str) -> None:
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah(tabel, [BAIK[tabel]])
    assert gudang.versi_data() == 1


@pytest.mark.parametrize(("tabel", "cacat"), BURUK, ids=str)
def test_a_row_that_breaks_a_rule_of_the_schema_is_refused(
    tetap: Gudang, tabel: str, cacat: Mapping[str, object]
) -> None:
    with pytest.raises(duckdb.ConstraintException), tetap.transaksi(_peristiwa()) as tx:
        tx.tambah(tabel, [{**BAIK[tabel], **cacat}])
    assert tetap.versi_data() == 0


def test_the_newest_rule_and_the_newest_kiriman_are_in_force(gudang: Gudang) -> None:
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("aturan_indikator", [ATURAN, {**ATURAN, "revisi": 1, "alasan": "salah polaritas"}])
        tx.tambah("kiriman", [KIRIMAN, {**KIRIMAN, "id_kiriman": "K2", "versi": 2}])
        tx.tambah("realisasi", [REALISASI, {**REALISASI, "id_kiriman": "K2", "nilai": Decimal("88.95")}])
    assert tanya(gudang, "SELECT revisi FROM aturan_berlaku") == [(1,)]
    assert tanya(gudang, "SELECT id_kiriman, versi, nilai FROM realisasi_berlaku") == [("K2", 2, Decimal("88.95"))]


def test_readers_see_whole_transactions_while_others_write(gudang: Gudang) -> None:
    """Every transaction adds two unit and one peristiwa: whoever reads meanwhile finds them in that proportion."""
    selesai = threading.Event()

    def tulis(penulis: int) -> None:
        for nomor in range(15):
            with gudang.transaksi(_peristiwa()) as tx:
                tx.tambah("unit", [_unit(f"{penulis}-{nomor}-a")])
                tx.tambah("unit", [_unit(f"{penulis}-{nomor}-b")])

    def baca() -> set[int]:
        selisih = set()
        while not selesai.is_set():
            sql = "SELECT (SELECT count(*) FROM unit), (SELECT count(*) FROM peristiwa)"
            unit, peristiwa = tanya(gudang, sql)[0]
            selisih.add(unit - 2 * peristiwa)
        return selisih

    with ThreadPoolExecutor(8) as kolam:
        pembaca = [kolam.submit(baca) for _ in range(4)]
        penulis = [kolam.submit(tulis, nomor) for nomor in range(4)]
        try:
            for janji in penulis:
                janji.result(timeout=60)
        finally:
            selesai.set()
        assert [janji.result(timeout=60) for janji in pembaca] == [{0}] * 4
    assert (len(gudang.kueri("unit", kode_pd=KODE_PD)), gudang.versi_data()) == (120, 60)


def test_the_same_kunci_from_many_hands_at_once_is_written_once(gudang: Gudang) -> None:
    def tulis(nomor: int) -> bool:
        try:
            with gudang.transaksi(_peristiwa(kunci="klik ganda")) as tx:
                tx.tambah("unit", [_unit(str(nomor))])
        except SudahTercatat:
            return False
        return True

    with ThreadPoolExecutor(8) as kolam:
        assert sum(kolam.map(tulis, range(16))) == 1
    assert (len(gudang.kueri("unit", kode_pd=KODE_PD)), gudang.versi_data()) == (1, 1)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM read_text('README.md')",
        "COPY (SELECT 1) TO '/tmp/keluar.csv'",
        "ATTACH '/tmp/lain.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
    ],
)
def test_no_question_reaches_a_file_or_the_network(tetap: Gudang, sql: str) -> None:
    with pytest.raises((duckdb.PermissionException, duckdb.InvalidInputException)):
        tanya(tetap, sql)


def test_a_new_file_can_still_be_opened_by_the_duckdb_of_the_year_before(jalur_gudang: Path) -> None:
    gudang = Gudang.buka(jalur_gudang)
    tanda = tanya(gudang, "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal")
    gudang.tutup()
    assert len(tanda) == 1
    assert "v1.5.0" in tanda[0][0]


def test_a_store_of_the_first_schema_keeps_its_kiriman_refusals_and_findings(tmp_path: Path) -> None:
    jalur = tmp_path / "lama.duckdb"
    _buat_gudang_lama(jalur)
    gudang = Gudang.buka(jalur)
    unggahan = {unggahan["id_unggahan"]: unggahan for unggahan in tanya_bernama(gudang, "SELECT * FROM unggahan")}
    assert set(unggahan) == {"U-K-1", "U-T-1"}
    assert (unggahan["U-K-1"]["keadaan"], unggahan["U-K-1"]["nomor"], unggahan["U-K-1"]["triwulan"]) == (
        "diterima",
        1,
        3,
    )
    assert (unggahan["U-T-1"]["keadaan"], unggahan["U-T-1"]["sha256"], unggahan["U-T-1"]["nama_berkas"]) == (
        "ditolak",
        "b" * 64,
        "salah.xlsx",
    )
    temuan = [
        (temuan["objek"], temuan["id_objek"], temuan["keadaan"], temuan["pokok"])
        for temuan in tanya_bernama(gudang, "SELECT * FROM temuan")
    ]
    assert sorted(temuan) == [
        ("rencana", "r", "dijelaskan", "kode_tidak_seiring@Simpul!A2"),
        ("tolakan", "t", "baru", "kode_ganda@Simpul"),
        ("unggahan", "U-K-1", "dijelaskan", "anggaran_lebih@Anggaran!F6"),
        ("unggahan", "U-T-1", "baru", "berkas_rusak@berkas"),
    ]
    gudang.tutup()
    Gudang.buka(jalur).tutup()


def _buat_gudang_lama(jalur: Path) -> None:
    """A store as the program made it before uploads were kept."""
    awal = Path(modul_gudang.__file__).parent / "skema" / "0001_awal.sql"
    with duckdb.connect(str(jalur), config={"storage_compatibility_version": "v1.5.0"}) as lama:
        modul_gudang._terapkan(lama, 1, awal)
        lama.execute(
            "INSERT INTO kiriman VALUES ('P', 'K-1', 'PEM', 2026, 3, 1, ?, 'a.xlsx', 'capaian-format-1', "
            "'2026-10-01 08:00', 'Kasubbag')",
            ["a" * 64],
        )
        lama.execute(
            "INSERT INTO peristiwa VALUES (1, 'P', '2026-10-01 07:00', 'Kasubbag', 'tolak_kiriman', 'T-1', ?, NULL)",
            [json.dumps({"nama_berkas": "salah.xlsx", "sha256": "b" * 64, "temuan": {"galat": 1}}, sort_keys=True)],
        )
        for objek, id_objek, kode, tingkat, lembar, sel, keadaan, alasan in (
            ("kiriman", "K-1", "anggaran_lebih", "peringatan", "Anggaran", "F6", "dijelaskan", "Pergeseran"),
            ("tolakan", "T-1", "berkas_rusak", "galat", None, None, "baru", None),
            ("rencana", "r", "kode_tidak_seiring", "peringatan", "Simpul", "A2", "dijelaskan", "Benar"),
            ("tolakan", "t", "kode_ganda", "galat", "Simpul", None, "baru", None),
        ):
            lama.execute(
                "INSERT INTO temuan VALUES ('P', ?, ?, 1, ?, ?, ?, ?, NULL, NULL, NULL, 'pesan', 'saran', ?, ?)",
                [objek, id_objek, kode, tingkat, lembar, sel, keadaan, alasan],
            )


def test_every_peristiwa_is_chained_to_the_one_before_it(gudang: Gudang) -> None:
    for nomor in range(3):
        with gudang.transaksi(_peristiwa(nilai=nomor)) as tx:
            tx.catat(_peristiwa("kedua", nilai=nomor))
    jejak = gudang.kueri("peristiwa_semua")
    assert [peristiwa["aksi"] for peristiwa in jejak] == ["kedua", "uji"] * 3
    assert [peristiwa["nomor"] for peristiwa in jejak] == [1, 2, 3, 4, 5, 6]
    assert len({peristiwa["sidik"] for peristiwa in jejak}) == 6
    assert periksa_rantai(jejak) is None


def test_a_write_without_a_word_in_the_log_is_taken_back(gudang: Gudang) -> None:
    with pytest.raises(TanpaPeristiwa), gudang.transaksi() as tx:
        tx.tambah("unit", [_unit("PEM")])
    assert gudang.kueri("unit", kode_pd=KODE_PD) == []
    with gudang.transaksi() as tx:
        tx.tambah("unit", [_unit("PEM")])
        tx.catat(_peristiwa("satu"))
        tx.catat(_peristiwa("dua"))
    assert [peristiwa["aksi"] for peristiwa in gudang.kueri("peristiwa_semua")] == ["satu", "dua"]


def test_of_several_peristiwa_none_stays_when_a_later_one_was_there_before(gudang: Gudang) -> None:
    with gudang.transaksi(_peristiwa(kunci="dulu")):
        pass
    sebelum = gudang.kueri("peristiwa_semua")
    for daftar in ([_peristiwa("baru"), _peristiwa(kunci="dulu")], [_peristiwa(kunci="sama")] * 2):
        with pytest.raises(SudahTercatat), gudang.transaksi() as tx:
            _tulis_dengan(tx, daftar)
        assert gudang.kueri("peristiwa_semua") == sebelum
        assert gudang.kueri("unit", kode_pd=KODE_PD) == []


def _tulis_dengan(tx: Transaksi, daftar: list[Peristiwa]) -> None:
    tx.tambah("unit", [_unit("PEM")])
    for peristiwa in daftar:
        tx.catat(peristiwa)


def test_what_changes_no_figure_does_not_make_figures_look_new(gudang: Gudang) -> None:
    with gudang.transaksi(_peristiwa()):
        pass
    with gudang.transaksi(replace(_peristiwa("tolak:kirim"), mengubah=False)):
        pass
    assert gudang.versi_data() == 1
    assert gudang.kueri("peristiwa_ujung")[0]["nomor"] == 2


@pytest.mark.parametrize(
    "cacat",
    [
        {"waktu": datetime(2026, 10, 5, 9, 0, tzinfo=UTC)},
        {"waktu": date(2026, 10, 5)},
        {"rincian": {"nilai": float("nan")}},
        {"rincian": {"nilai": float("inf")}},
    ],
    ids=["waktu berzona", "tanggal saja", "nan", "inf"],
)
def test_a_peristiwa_that_could_not_be_read_back_as_written_is_refused(gudang: Gudang, cacat: dict[str, Any]) -> None:
    """The store would keep another time, or JSON that nothing can read: the chain would be broken for ever."""
    with pytest.raises(ValueError), gudang.transaksi(replace(_peristiwa(), **cacat)):  # noqa: PT011
        pass
    assert gudang.kueri("peristiwa_semua") == []


def test_a_statement_that_writes_is_no_question(gudang: Gudang) -> None:
    letak = {"kode_pd": KODE_PD, "tahun": 2026, "triwulan": 3}
    with pytest.raises(ValueError, match="alur_sentuh"):
        gudang.kueri("alur_sentuh", **letak)
    with gudang.transaksi(_peristiwa()) as tx:
        assert tx.kueri("alur_sentuh", **letak) == []


def test_a_write_inside_a_write_says_so_and_does_not_wait_for_itself(gudang: Gudang) -> None:
    def bersarang() -> None:
        with gudang.transaksi(_peristiwa("luar")) as tx:
            tx.tambah("unit", [_unit("PEM")])
            with gudang.transaksi(_peristiwa("dalam")):
                pass

    with pytest.raises(RuntimeError, match="inside another"):
        bersarang()
    assert gudang.kueri("peristiwa_semua") == []
    with gudang.transaksi(_peristiwa("sesudah")):
        pass
    assert [peristiwa["aksi"] for peristiwa in gudang.kueri("peristiwa_semua")] == ["sesudah"]


@pytest.mark.parametrize("langkah", [1, 2])
def test_a_store_from_before_the_chain_is_chained_once_and_gets_the_new_reference_data(
    tmp_path: Path, langkah: int
) -> None:
    jalur = tmp_path / "lama.duckdb"
    _buat_gudang_lama(jalur)
    with duckdb.connect(str(jalur)) as lama:
        if langkah == 2:
            modul_gudang._terapkan(lama, 2, next((AKAR / "data/skema").glob("0002_*.sql")))
        lama.execute(
            "INSERT INTO peristiwa (nomor, kode_pd, waktu, oleh, aksi, objek, rincian, kunci) "
            "SELECT n + 1, 'P', TIMESTAMP '2026-10-02 08:00:00.123456', 'Kasubbag', 'uji', 'x', '{}', 'k' || n "
            "FROM range(1, 6) t(n)"
        )
        lama.execute("INSERT INTO pengaturan VALUES ('desimal', '2026-01-01', '1', 'kantor', 'rapat')")
    gudang = Gudang.buka(jalur)
    jejak = gudang.kueri("peristiwa_semua")
    assert [(peristiwa["nomor"], peristiwa["akun"], peristiwa["mengubah"]) for peristiwa in jejak] == [
        (n, None, True) for n in range(1, 7)
    ]
    assert periksa_rantai(jejak) is None
    assert gudang.versi_data() == 6
    pengaturan = [
        (setelan["kunci"], setelan["nilai"], setelan["revisi"])
        for setelan in tanya_bernama(gudang, "SELECT * FROM pengaturan")
    ]
    assert pengaturan.count(("desimal", "1", 1)) == 1
    assert ("pemeriksa_sendiri", "tolak", 1) in pengaturan
    assert {baku["langkah"] for baku in tanya_bernama(gudang, "SELECT * FROM waktu_baku")} == set(range(1, 13))
    with gudang.transaksi(_peristiwa()):
        pass
    jejak = gudang.kueri("peristiwa_semua")
    assert periksa_rantai(jejak) is None
    gudang.tutup()
    lagi = Gudang.buka(jalur)
    assert lagi.kueri("peristiwa_semua") == jejak
    assert [
        (setelan["kunci"], setelan["nilai"], setelan["revisi"])
        for setelan in tanya_bernama(lagi, "SELECT * FROM pengaturan")
    ] == pengaturan
    lagi.tutup()


def test_opening_a_store_again_does_not_mend_a_chain_that_somebody_broke(jalur_gudang: Path) -> None:
    gudang = Gudang.buka(jalur_gudang)
    for _ in range(3):
        with gudang.transaksi(_peristiwa()):
            pass
    gudang.tutup()
    with duckdb.connect(str(jalur_gudang)) as tangan:
        tangan.execute("UPDATE peristiwa SET oleh = 'orang lain' WHERE nomor = 2")
    lagi = Gudang.buka(jalur_gudang)
    putus = periksa_rantai(lagi.kueri("peristiwa_semua"))
    assert putus is not None
    assert putus.nomor == 2
    lagi.tutup()


def _blok(jalur: Path) -> int:
    with duckdb.connect(str(jalur), read_only=True) as koneksi:
        return int(koneksi.execute("SELECT block_size FROM pragma_database_size()").fetchall()[0][0])


@pytest.mark.parametrize("lama", [None, 262144])
def test_a_new_store_has_small_blocks_and_an_older_one_and_every_copy_keep_their_own(
    jalur_gudang: Path, lama: int | None
) -> None:
    if lama is not None:
        duckdb.connect(str(jalur_gudang), config={"default_block_size": str(lama)}).close()
    gudang = Gudang.buka(jalur_gudang)
    with gudang.transaksi(_peristiwa()):
        pass
    assert gudang.folder_cadangan is not None
    gudang.folder_cadangan.mkdir()
    salinan = gudang.folder_cadangan / "salinan.duckdb"
    gudang.salin(salinan)
    jejak = gudang.kueri("peristiwa_semua")
    gudang.tutup()
    assert _blok(jalur_gudang) == _blok(salinan) == (lama or 32768)
    kembali = Gudang.buka(salinan)
    assert kembali.kueri("peristiwa_semua") == jejak
    kembali.tutup()


_PEMINDAH = """
import sys, time
from pathlib import Path
from tests.alat.kantor_alur import PEM, UNIT_PEM, buka_kantor, tulis_kiriman
with buka_kantor(Path(sys.argv[1])) as kantor:
    kantor.bawa(UNIT_PEM, "pengisian")
    def lama(tx):
        tulis_kiriman(tx, UNIT_PEM, 1)
        print("di tengah", flush=True)
        time.sleep(60)
    kantor.lakukan("kirim", UNIT_PEM, kerja=lama)
"""


def test_a_kill_in_the_middle_of_a_move_leaves_the_document_where_it_was(jalur_gudang: Path) -> None:
    perintah = [sys.executable, "-c", _PEMINDAH, str(jalur_gudang)]
    with subprocess.Popen(perintah, cwd=AKAR, stdout=subprocess.PIPE, text=True) as proses:
        assert proses.stdout is not None
        assert proses.stdout.readline().strip() == "di tengah"
        proses.kill()
    gudang = Gudang.buka(jalur_gudang)
    assert [
        (kedudukan["keadaan"], kedudukan["versi"]) for kedudukan in tanya_bernama(gudang, "SELECT * FROM alur")
    ] == [("pengisian", 3)]
    assert tanya_bernama(gudang, "SELECT * FROM kiriman") == []
    jejak = gudang.kueri("peristiwa_semua")
    assert jejak[-1]["aksi"] == "alur:bagikan_format"
    assert periksa_rantai(jejak) is None
    gudang.tutup()


def test_a_long_answer_comes_a_piece_at_a_time_while_others_ask_and_write(gudang: Gudang) -> None:
    for nomor in range(5):
        with gudang.transaksi(_peristiwa(str(nomor))):
            pass
    aliran = gudang.alirkan("peristiwa_semua")
    pertama = next(aliran)
    with gudang.transaksi(_peristiwa("baru")):
        pass
    assert gudang.kueri("peristiwa_ujung")[0]["nomor"] == 6
    assert [pertama, *aliran] == gudang.kueri("peristiwa_semua")[:5]
    with gudang.coba() as tx:
        assert list(tx.alirkan("peristiwa_semua")) == gudang.kueri("peristiwa_semua")


def test_a_long_answer_is_longer_than_what_is_held_of_it(gudang: Gudang) -> None:
    """Three pieces and a little more, each row once and in order."""
    banyak = 3 * modul_gudang._SEPOTONG + 7
    isi = {"kode_pd": KODE_PD, "waktu": WAKTU, "oleh": "x", "aksi": "uji", "objek": "x", "rincian": "{}"}
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("peristiwa", ({**isi, "nomor": nomor, "sidik": str(nomor)} for nomor in range(banyak, 1, -1)))
        tx.tambah("peristiwa", [{**isi, "nomor": 1, "sidik": "1"}])
    assert [baris["nomor"] for baris in gudang.alirkan("peristiwa_semua")] == list(range(1, banyak + 2))


def test_what_changes_rows_is_no_answer_that_can_be_read_on(gudang: Gudang) -> None:
    with pytest.raises(ValueError, match="changes rows"):
        next(gudang.alirkan("sesi_sentuh"))


def test_the_tip_of_the_log_is_found_by_its_number_without_sorting(gudang: Gudang) -> None:
    assert gudang.kueri("peristiwa_ujung") == []
    with gudang.transaksi(_peristiwa()):
        pass
    sql = modul_gudang._baca_kueri("peristiwa_ujung")
    ((_, rencana),) = tanya(gudang, f"EXPLAIN {sql}")
    assert not {"ORDER", "TOP", "WINDOW"} & set(str(rencana).upper().replace("_", " ").split())
    (ujung,) = gudang.kueri("peristiwa_ujung")
    assert ujung == {"nomor": 1, "sidik": gudang.kueri("peristiwa_semua")[0]["sidik"]}
