"""Every column of every table that an approval rests on, one after another, is changed behind the program's back.

The cases come from the schema itself: a new table or column is either found by the check of the log, or stands here
with the reason why it is not proved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final

import duckdb
import pytest

from analytics.alur.arsip import Pencatatan, catat_arsip, tawaran
from analytics.beku.snapshot import Snapshot
from analytics.bukti_asli import periksa_jejak as modul_periksa
from analytics.bukti_asli.periksa_jejak import KUNCI, HasilJejak, periksa_jejak
from analytics.contoh.akun import UMUM
from data import gudang as modul_gudang
from data.beku import susun_tanya
from data.berlaku import BERLAKU
from data.gudang import Baris, Gudang, Transaksi
from tests.alat.gudang import tanya
from tests.alat.kantor_beku import KOREKSI, WAKTU, kantor_terhimpun, setujui, tambah_fakta
from tests.alat.toko import KODE_PD

_BEBAS: Final = "may change after an approval, by a command that the log tells of; the frozen copy keeps the old words"
_MASUK: Final = "who may log in; figures do not rest on it, and the log names who did what"
_LOKAL: Final = "what happened on the way to a kiriman; the approved figures rest on the kiriman and its bytes"
TIDAK_DIBUKTIKAN: Final[dict[str, str]] = {
    **dict.fromkeys(("perangkat_daerah", "unit", "simpul", "indikator", "laporan_indikator", "pejabat"), _BEBAS),
    **dict.fromkeys(("sebutan_kantor", "sebutan_unit"), _BEBAS),
    **dict.fromkeys(("akun", "penugasan", "sesi", "percobaan_masuk"), _MASUK),
    **dict.fromkeys(("unggahan", "temuan", "pilihan_bacaan", "bukti", "draf_isian", "baris_dilihat"), _LOKAL),
    **dict.fromkeys(("permintaan", "waktu_baku", "hari_khusus"), "the clock of the SOP, not its figures"),
    "lampiran": "its bytes and the paper that an approval names are proved as berkas; the rest is how it is listed",
    "skema": "checked whenever the store is opened",
    "asal_beku": "empty in every store that is a file",
    "alur.versi": "a counter that keeps two writers apart",
    "alur.kode_unit": "part of the name of a document; the document of another name has no move in the log",
    "arsip.langkah": "not in the log entry; the paper itself says of which step it is",
    "arsip.tanggal": "not in the log entry; the paper itself bears its date",
    "arsip.nama_berkas": "a name; the bytes are proved by their sidik",
    "arsip.id_arsip": "a running number; what it names is compared",
}
"""Tables and columns that the check does not prove, with the reason."""
BOLEH_BERTAMBAH: Final = frozenset(
    {"rencana", "aturan_indikator", "pengaturan", "skala_predikat", "skala_ordinal", "berkas"}
)
"""Tables that grow lawfully after an approval."""
SALINAN_SAMA: Final = frozenset({"alur", "snapshot", "dokumen_snapshot"})
"""Tables of which an exact copy of a row says the same again; the first one is read."""


@cache
def _kantor() -> tuple[Gudang, Snapshot]:
    """The small office approved on paper, with a row in every table that an approval rests on."""
    gudang = kantor_terhimpun()
    indikator = {"id_rencana": 4, "kode_indikator": "IKU-01"}
    tambah_fakta(gudang, "koreksi", **KOREKSI)
    tambah_fakta(
        gudang, "elemen_ikk", kode_ikk="1.a", nama_ikk="IKK", rumus_ikk="a / b", elemen="pembilang", **indikator
    )
    tambah_fakta(gudang, "tautan_rpjmd", program_prioritas="P", indikator_rpjmd="I", tahun=2026, nilai=1, **indikator)
    tambah_fakta(
        gudang, "riwayat_anggaran", id_rencana=1, kode_simpul="7.01.02.2.01.0001", tahun=2024, rupiah=5, sumber="LKjIP",
        lembar="Riwayat", sel="C3",
    )  # fmt: skip
    tambah_fakta(
        gudang, "anggaran_kas", id_rencana=4, kode_simpul="7.01.02.2.01.0001", tahun=2026, triwulan=1, rupiah=3,
        lembar="Pagu", sel="H5",
    )  # fmt: skip
    snapshot = setujui(gudang, kertas=True)
    for calon in tawaran(gudang, KODE_PD):
        isi = Pencatatan(calon, tempat="Lemari A")
        jawaban = catat_arsip(gudang, UMUM.pelaku, KODE_PD, isi, WAKTU)
        assert jawaban.berhasil, jawaban.pesan
    return gudang, snapshot


def _kolom() -> list[tuple[str, str, str]]:
    """(table, column, type) of every base table of the schema."""
    gudang = Gudang.buka(None)
    baris = tanya(
        gudang,
        "SELECT k.table_name, k.column_name, k.data_type FROM duckdb_columns() AS k "
        "JOIN duckdb_tables() AS t USING (table_oid) WHERE NOT k.internal ORDER BY k.table_name, k.column_index",
    )
    gudang.tutup()
    return [(str(tabel), str(kolom), str(jenis)) for tabel, kolom, jenis in baris]


SEMUA: Final = _kolom()
DIBUKTIKAN: Final = [
    kolom for kolom in SEMUA if kolom[0] not in TIDAK_DIBUKTIKAN and f"{kolom[0]}.{kolom[1]}" not in TIDAK_DIBUKTIKAN
]
TABEL: Final = sorted({tabel for tabel, _, _ in DIBUKTIKAN})


SEMUA_KOLOM: Final[dict[str, str]] = {
    tabel: ", ".join(kolom for nama, kolom, _ in SEMUA if nama == tabel) for tabel in TABEL
}


@cache
def _di_balik() -> dict[str, str]:
    """What the views and macros of the schema ask in their turn, by name."""
    sql = (
        "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal "
        "UNION ALL SELECT function_name, macro_definition FROM duckdb_functions() WHERE NOT internal"
    )
    return {str(nama): str(isi) for nama, isi in tanya(_kantor()[0], sql)}


@cache
def _disebut(sql: str) -> frozenset[str]:
    """Every name in a question, and in the views and macros that it names."""
    kata = frozenset(re.findall(r"\w+", sql))
    dalam = (_disebut(_di_balik()[nama]) for nama in kata & _di_balik().keys() if _di_balik()[nama] != sql)
    return kata.union(*dalam)


_JAWABAN: Final[dict[str, list[Baris]]] = {}
"""What the office that nobody touched answers, by question."""


class _Berubah(Transaksi):
    """The office in which one table was changed: whatever does not name that table is asked once for all cases."""

    def __init__(self, kursor: duckdb.DuckDBPyConnection, tabel: str) -> None:
        super().__init__(kursor)
        self._tabel = tabel

    def kueri(self, nama: str, **parameter: Any) -> list[Baris]:
        tanya_mesin = super().kueri
        return self._jawab(
            f"{nama} {parameter}", modul_gudang._baca_kueri(nama), lambda: tanya_mesin(nama, **parameter)
        )

    def ambil_beku(self, tabel: Iterable[str], kode_pd: str, tahun: int, triwulan: int) -> dict[str, list[Baris]]:
        letak = (kode_pd, tahun, triwulan)
        return {nama: self._beku(nama, letak) for nama in tabel}

    def _beku(self, nama: str, letak: tuple[str, int, int]) -> list[Baris]:
        def ambil() -> list[Baris]:
            return Transaksi.ambil_beku(self, (nama,), *letak)[nama]

        ((_, sql),) = susun_tanya((nama,))
        return self._jawab(f"beku {nama} {letak}", sql, ambil)

    def _jawab(self, tanya: str, sql: str, mesin: Callable[[], list[Baris]]) -> list[Baris]:
        if self._tabel in _disebut(sql):
            return mesin()
        if tanya not in _JAWABAN:
            _JAWABAN[tanya] = mesin()
        return [dict(baris) for baris in _JAWABAN[tanya]]


@pytest.fixture(autouse=True, scope="module")
def _dibaca_sekali() -> Iterator[None]:
    """Bytes of a snapshot say the same whenever they are read, and are read once for all cases."""
    with pytest.MonkeyPatch.context() as tempel:
        tempel.setattr(modul_periksa, "baca_snapshot", cache(modul_periksa.baca_snapshot))
        yield


@pytest.fixture
def tx() -> Iterator[Transaksi]:
    """The office, to be changed at will: everything is taken back afterwards."""
    with _kantor()[0].coba() as gudang:
        yield gudang


def _periksa(tx: Transaksi, tabel: str) -> HasilJejak:
    """The check of the log after this table was changed."""
    return periksa_jejak(_Berubah(tx._kursor, tabel))


def _ganti(tx: Transaksi, tabel: str, isi: str) -> None:
    """The table made anew by a SELECT, without the constraints that stop an honest writer."""
    tx._kursor.execute(f"CREATE TABLE palsu AS {isi}")
    tx._kursor.execute("DROP INDEX IF EXISTS peristiwa_kunci")
    tx._kursor.execute(f"DROP TABLE {tabel}")
    tx._kursor.execute(f"ALTER TABLE palsu RENAME TO {tabel}")


def _lain(kolom: str, jenis: str) -> str:
    """Another value that a column of this type could hold."""
    if jenis == "VARCHAR":
        return f"coalesce({kolom}, '') || 'x'"
    if jenis == "BOOLEAN":
        return f"NOT coalesce({kolom}, FALSE)"
    if jenis == "BLOB":
        return "'lain'::BLOB"
    if jenis == "DATE":
        return f"coalesce({kolom}, DATE '2026-01-01') + 1"
    if jenis == "TIMESTAMP":
        return f"coalesce({kolom}, TIMESTAMP '2026-01-01') + INTERVAL 1 SECOND"
    if jenis.endswith("[]"):
        return f"CASE WHEN {kolom} IS NULL THEN []::{jenis} END"
    return f"(coalesce({kolom}, 0) + 1)::{jenis}"


def _menyebut(hasil: HasilJejak, tabel: str) -> bool:
    """Whether the check names the table: a fact by its name, everything else by its kind.

    The last entry of the log moved nothing; it is missed by the register that it told of.
    """
    jenis = {"peristiwa": ("rantai", "arsip"), "dokumen_snapshot": ("dokumen",)}.get(tabel, (tabel,))
    return any(ingkar.jenis in jenis or ingkar.tabel == tabel for ingkar in hasil.ingkar)


def test_the_office_that_is_attacked_is_whole_and_has_a_row_in_every_table(tx: Transaksi) -> None:
    hasil = periksa_jejak(tx)
    assert hasil.utuh, [ingkar.pesan for ingkar in hasil.ingkar]
    for tabel in TABEL:
        assert tx._kursor.execute(f"SELECT count(*) FROM {tabel}").fetchall()[0][0] > 0, tabel


def test_every_table_of_the_schema_is_proved_or_has_a_reason() -> None:
    berlaku = {tabel.nama for tabel in BERLAKU}
    assert set(TABEL) == {*KUNCI, *berlaku, "peristiwa", "snapshot", "dokumen_snapshot", "alur", "arsip", "berkas"}
    nama = {*(tabel for tabel, _, _ in SEMUA), *(f"{tabel}.{kolom}" for tabel, kolom, _ in SEMUA)}
    assert set(TIDAK_DIBUKTIKAN) <= nama
    assert len(DIBUKTIKAN) > 150


@pytest.mark.parametrize(
    ("tabel", "kolom", "jenis"), DIBUKTIKAN, ids=[f"{dibuktikan[0]}.{dibuktikan[1]}" for dibuktikan in DIBUKTIKAN]
)
@pytest.mark.parametrize("baris", ["pertama", "terakhir"])
def test_a_changed_column_is_found_and_its_table_named(
    tabel: str, kolom: str, jenis: str, baris: str, tx: Transaksi
) -> None:
    rowid = f"(SELECT {'min' if baris == 'pertama' else 'max'}(rowid) FROM {tabel})"
    kena = f"CASE WHEN rowid = {rowid} THEN {_lain(kolom, jenis)} ELSE {kolom} END AS {kolom}"
    _ganti(tx, tabel, f"SELECT * REPLACE ({kena}) FROM {tabel}")
    hasil = _periksa(tx, tabel)
    assert _menyebut(hasil, tabel), [ingkar.pesan for ingkar in hasil.ingkar]


@pytest.mark.parametrize("tabel", TABEL)
@pytest.mark.parametrize("baris", ["pertama", "terakhir", "separuh", "semua"])
def test_rows_that_are_gone_are_found_and_their_table_named(tabel: str, baris: str, tx: Transaksi) -> None:
    syarat = {
        "pertama": f"rowid <> (SELECT min(rowid) FROM {tabel})",
        "terakhir": f"rowid <> (SELECT max(rowid) FROM {tabel})",
        "separuh": f"rowid < (SELECT count(*) // 2 FROM {tabel})",
        "semua": "FALSE",
    }
    _ganti(tx, tabel, f"SELECT * FROM {tabel} WHERE {syarat[baris]}")
    hasil = _periksa(tx, tabel)
    assert _menyebut(hasil, tabel), [ingkar.pesan for ingkar in hasil.ingkar]
    if baris == "semua":
        assert hasil == periksa_jejak(tx), "what does not name the table answers as before"


@pytest.mark.parametrize("tabel", [tabel for tabel in TABEL if tabel not in BOLEH_BERTAMBAH | SALINAN_SAMA])
def test_a_row_put_in_is_found_and_its_table_named(tabel: str, tx: Transaksi) -> None:
    """A copy of the first row."""
    rowid = f"WHERE rowid = (SELECT min(rowid) FROM {tabel})"
    _ganti(tx, tabel, f"SELECT * FROM {tabel} UNION ALL SELECT * FROM {tabel} {rowid}")
    assert _menyebut(_periksa(tx, tabel), tabel)


@pytest.mark.parametrize(
    "tabel", ["realisasi", "realisasi_anggaran", "target", "pagu", "kiriman", "realisasi_berlaku", "anggaran_berlaku"]
)
def test_two_rows_that_changed_places_are_found_and_their_table_named(tabel: str, tx: Transaksi) -> None:
    nilai = dict.fromkeys(("realisasi", "realisasi_berlaku", "target"), "nilai")
    isi = {**nilai, "narasi": "isi", "kiriman": "sha256"}.get(tabel, "rupiah")
    ujung = (f"(SELECT min(rowid) FROM {tabel} WHERE {isi} = (SELECT {f}({isi}) FROM {tabel}))" for f in ("min", "max"))
    baris, dua = tx._kursor.execute(f"SELECT {', '.join(ujung)}").fetchall()[0]
    tukar = f"CASE rowid WHEN {baris} THEN {dua} WHEN {dua} THEN {baris} ELSE rowid END"
    _ganti(tx, tabel, f"SELECT a.* REPLACE (b.{isi} AS {isi}) FROM {tabel} AS a JOIN {tabel} AS b ON b.rowid = "
                      f"{tukar.replace('rowid', 'a.rowid')}")  # fmt: skip
    hasil = _periksa(tx, tabel)
    assert _menyebut(hasil, tabel)


@pytest.mark.parametrize("tabel", TABEL)
def test_rows_that_only_lie_in_another_order_are_no_alarm(tabel: str, tx: Transaksi) -> None:
    _ganti(tx, tabel, f"SELECT * FROM {tabel} ORDER BY hash({SEMUA_KOLOM[tabel]})")
    assert _periksa(tx, tabel).utuh
