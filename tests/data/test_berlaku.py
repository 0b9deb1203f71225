"""The rows in force are what their rule says, after whatever was written, taken back, or only tried."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.sistem import buka_gudang
from data.berlaku import BERLAKU, Tersentuh
from data.blok import TransaksiBlok
from data.gudang import Gudang, Peristiwa, Transaksi
from tests.alat.gudang import hitung_tanya, isi_tabel, tanya

KUERI: Final = sorted((Path(__file__).parents[2] / "data" / "kueri").rglob("*.sql"))
PADA: Final = datetime(2026, 10, 5, 9, 0)
KANTOR: Final = ("7.01.05", "7.01.06")
UNIT: Final = ("PEM", "PMD")
KODE: Final = ("IKU-01", "IKU-02")
SUB: Final = ("7.01.02.2.01.0001", "7.01.02.2.01.0002")
LETAK: Final = {"lembar": "Realisasi", "sel": "H9"}
Baris = Mapping[str, Any]


class Berhenti(Exception):
    """What takes a transaction back."""


def _peristiwa() -> Peristiwa:
    return Peristiwa(KANTOR[0], "penguji", "uji", "uji", {}, PADA)


def _indikator(kantor: str, kode: str, unit: str) -> Baris:
    dasar = {"kode_simpul": "S1", "nama": kode, "satuan": "persen", "urutan": 1}
    return {"kode_pd": kantor, "kode_indikator": kode, "kode_unit": unit, **dasar}


def _aturan(kantor: str, kode: str, revisi: int) -> dict[str, Any]:
    letak = {"kode_pd": kantor, "kode_indikator": kode, "tahun": 2026, "revisi": revisi}
    cara = {"frekuensi": "triwulanan", "agregasi": "jumlah", "cara_isi": "triwulan_ini"}
    return {**letak, "polaritas": "naik", "rumus": "naik", **cara}


def _unit(kantor: str, kode: str) -> Baris:
    return {"kode_pd": kantor, "kode_unit": kode, "nama": kode, "jenis": "seksi", "anggaran_semua": False, "urutan": 1}


def _kiriman(kantor: str, unit: str, triwulan: int, versi: int, tahun: int = 2026) -> dict[str, Any]:
    nomor = f"{unit}-{tahun}-{triwulan}-{versi}"
    berkas = {"sha256": "0" * 64, "nama_berkas": f"{nomor}.xlsx", "versi_format": "1", "oleh": "penguji"}
    letak = {"kode_pd": kantor, "id_kiriman": nomor, "kode_unit": unit, "tahun": tahun, "triwulan": triwulan}
    return {**letak, "versi": versi, "diterima_pada": PADA + timedelta(days=versi), **berkas}


def _milik(kiriman: Baris) -> dict[str, Any]:
    return {nama: kiriman[nama] for nama in ("kode_pd", "id_kiriman", "tahun", "triwulan")}


def _realisasi(kiriman: Baris, kode: str, nilai: int) -> Baris:
    return {**_milik(kiriman), "kode_indikator": kode, "keadaan": "terisi", "nilai": Decimal(nilai), **LETAK}


def _uang(kiriman: Baris, kode: str, rupiah: int) -> Baris:
    return {**_milik(kiriman), "kode_simpul": kode, "rupiah": Decimal(rupiah), **LETAK}


def _narasi(kiriman: Baris, kode: str, isi: str) -> Baris:
    letak = {"kode_pd": kiriman["kode_pd"], "id_kiriman": kiriman["id_kiriman"], "kode_indikator": kode}
    return {**letak, "jenis": "faktor_pendorong", "isi": isi, **LETAK}


def _koreksi(kiriman: Baris, kode: str, nomor: int) -> Baris:
    uang = kode in SUB
    isi = {"jenis": "anggaran", "rupiah": nomor} if uang else {"jenis": "indikator", "nilai": nomor}
    kata = {"lama": "1", "baru": str(nomor), "alasan": "salah ketik", "oleh": "Sekretaris", "dikoreksi_pada": PADA}
    return {**_milik(kiriman), "id_koreksi": f"koreksi-{nomor}", "nomor": nomor, "kode": kode, **isi, **kata}


def _pindahkan(tx: Transaksi, kantor: str, kode: str, unit: str) -> None:
    kosong = {"definisi": None, "sumber_data": None, "bukti_wajib": None}
    baris = {nama: isi for nama, isi in _indikator(kantor, kode, unit).items() if nama != "urutan"}
    tx.jalankan("ubah_indikator", **{nama: isi for nama, isi in baris.items() if nama != "nama"}, **kosong, nama=kode)


def _jaga_sama(penanya: Gudang | Transaksi) -> None:
    """Table and view say the same, row for row."""
    for tabel in BERLAKU:
        assert penanya.kueri(f"beda_{tabel.nama}") == []


def _isi(gudang: Gudang) -> list[list[tuple[Any, ...]]]:
    return [isi_tabel(gudang, tabel.nama) for tabel in BERLAKU]


@cache
def _toko() -> Gudang:
    """One store for all examples, each of which has two offices of its own."""
    return buka_gudang(None)


class Kantor:
    """Writes what an office may write, one thing after another; what a choice cannot mean yet is left out."""

    _nomor = count()

    def __init__(self) -> None:
        nomor = next(self._nomor)
        self.pd = (f"7.{nomor:03}.05", f"7.{nomor:03}.06")
        self.kiriman: dict[tuple[Any, ...], dict[str, Any]] = {}
        self.koreksi = 0
        self.revisi = 0

    def kirim(self, tx: Transaksi, pilih: tuple[int, ...]) -> None:
        kantor, unit, triwulan, kode = self.pd[pilih[0]], UNIT[pilih[1]], pilih[2] + 1, KODE[pilih[3]]
        versi = 1 + sum(kunci[:3] == (kantor, unit, triwulan) for kunci in self.kiriman)
        kiriman = _kiriman(kantor, unit, triwulan, versi)
        self.kiriman[kantor, unit, triwulan, versi] = kiriman
        tx.tambah("kiriman", [kiriman])
        tx.tambah("realisasi", [_realisasi(kiriman, kode, versi), _realisasi(kiriman, "IKU-03", versi)])

    def isi(self, tx: Transaksi, pilih: tuple[int, ...]) -> None:
        """A fact of a kiriman that was stored before, by itself."""
        kiriman = self._kiriman(pilih)
        if kiriman is not None:
            tabel, baris = (
                ("realisasi", _realisasi(kiriman, f"IKU-1{pilih[3]}", pilih[2])),
                ("realisasi_anggaran", _uang(kiriman, SUB[pilih[3]], pilih[2])),
                ("narasi", _narasi(kiriman, KODE[pilih[3]], f"teks {pilih[2]}")),
            )[pilih[2] % 3]
            tx.tambah(tabel, [baris])

    def koreksikan(self, tx: Transaksi, pilih: tuple[int, ...]) -> None:
        kiriman = self._kiriman(pilih)
        if kiriman is not None:
            self.koreksi += 1
            tx.tambah("koreksi", [_koreksi(kiriman, (*KODE, *SUB)[pilih[2]], self.koreksi)])

    def pindah(self, tx: Transaksi, pilih: tuple[int, ...]) -> None:
        _pindahkan(tx, self.pd[pilih[0]], KODE[pilih[3]], UNIT[pilih[1]])

    def kenalkan(self, tx: Transaksi, pilih: tuple[int, ...]) -> None:
        """The plan names an indicator that was reported before, or that nobody reported yet."""
        ada = tx._kursor.execute("SELECT kode_pd FROM indikator WHERE kode_indikator = 'IKU-03'").fetchall()
        if (self.pd[pilih[0]],) not in ada:
            tx.tambah("indikator", [_indikator(self.pd[pilih[0]], "IKU-03", UNIT[pilih[1]])])

    def alirkan(self, tx: Transaksi, pilih: tuple[int, ...]) -> None:
        """A rule says that one indicator is the same as another, or a part of an office's, or stands by itself."""
        self.revisi += 1
        cara: tuple[dict[str, dict[str, Any]], ...] = (
            {KODE[1]: {"sama_dengan": KODE[0]}},
            {
                KODE[0]: {"bagian_dari": "IKU-04"},
                KODE[1]: {"bagian_dari": "IKU-04"},
                "IKU-04": {"agregasi_unit": "jumlah"},
            },
            {KODE[0]: {}, KODE[1]: {}, "IKU-04": {}},
            {
                KODE[0]: {"bagian_dari": "IKU-04"},
                "IKU-04": {"agregasi_unit": "rata_rata"},
                KODE[1]: {"sama_dengan": "IKU-04"},
            },
        )
        for kode, aturan in cara[pilih[2]].items():
            tx.tambah("aturan_indikator", [_aturan(self.pd[pilih[0]], kode, self.revisi) | aturan])

    def baca(self, tx: Transaksi, _pilih: tuple[int, ...]) -> None:
        """Whoever reads in between sees what was written up to now."""
        _jaga_sama(tx)

    def _kiriman(self, pilih: tuple[int, ...]) -> dict[str, Any] | None:
        semua = [self.kiriman[kunci] for kunci in sorted(self.kiriman) if kunci[0] == self.pd[pilih[0]]]
        return semua[(pilih[1] + pilih[2]) % len(semua)] if semua else None


TINDAKAN: Final = ("kirim", "isi", "koreksikan", "pindah", "kenalkan", "alirkan", "baca")
LANGKAH: Final = st.tuples(st.sampled_from(TINDAKAN), st.tuples(*(st.integers(0, batas) for batas in (1, 1, 3, 1))))
TULISAN: Final = st.tuples(st.sampled_from(["simpan", "simpan", "batal", "coba"]), st.lists(LANGKAH, max_size=5))


@settings(max_examples=15)
@given(st.lists(TULISAN, min_size=2, max_size=7))
def test_after_any_writes_the_rows_in_force_are_what_their_rule_says(
    tulisan: list[tuple[str, list[tuple[str, tuple[int, ...]]]]],
) -> None:
    gudang, kantor = _toko(), Kantor()
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("unit", [_unit(pd, unit) for pd in kantor.pd for unit in UNIT])
        tx.tambah("indikator", [_indikator(pd, kode, UNIT[0]) for pd in kantor.pd for kode in KODE])
        kantor.kirim(tx, (0, 0, 0, 0))
    for cara, langkah in tulisan:
        sebelum, dikenal = [] if cara == "simpan" else _isi(gudang), dict(kantor.kiriman)
        try:
            with gudang.coba() if cara == "coba" else gudang.transaksi(_peristiwa()) as tx:
                for nama, pilih in langkah:
                    getattr(kantor, nama)(tx, pilih)
                if cara == "batal":
                    raise Berhenti
        except Berhenti:
            pass
        if cara != "simpan":
            assert _isi(gudang) == sebelum
            kantor.kiriman = dikenal
        _jaga_sama(gudang)
    assert _isi(gudang)[0]


@pytest.mark.parametrize("tabel", BERLAKU, ids=lambda tabel: tabel.nama)
def test_a_table_has_the_columns_of_its_rule_and_rests_on_every_table_that_the_rule_reads(
    gudang: Gudang, tabel: Any
) -> None:
    kolom = "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = '{}' ORDER BY column_index"
    assert tanya(gudang, kolom.format(tabel.nama)) == tanya(gudang, kolom.format(tabel.aturan))
    assert set(tabel.kunci) <= {nama for nama, _ in tanya(gudang, kolom.format(tabel.nama))}
    aturan = dict(tanya(gudang, "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal"))
    semua = {str(nama) for (nama,) in tanya(gudang, "SELECT table_name FROM duckdb_tables()")}
    terbaca, dibuka, sisa = set[str](), set[str](), {tabel.aturan}
    while sisa:
        dibuka |= sisa
        kata = {kata for nama in sisa for kata in re.findall(r"\w+", aturan[nama])}
        terbaca |= kata & semua
        sisa = (kata & aturan.keys()) - dibuka
    assert terbaca == tabel.sumber


def test_nothing_of_the_schema_reads_a_table_of_rows_in_force_so_that_a_question_shows_whether_it_does(
    gudang: Gudang,
) -> None:
    aturan = tanya(gudang, "SELECT sql FROM duckdb_views() WHERE NOT internal")
    aturan += tanya(gudang, "SELECT macro_definition FROM duckdb_functions() WHERE NOT internal")
    assert len(aturan) > 20
    assert [sql for (sql,) in aturan for tabel in BERLAKU if re.search(rf"\b{tabel.nama}\b", str(sql))] == []


def test_every_statement_that_changes_what_rows_rest_on_is_noted_and_names_its_office() -> None:
    dicatat = []
    for berkas in KUERI:
        sql = re.sub("--.*", "", berkas.read_text(encoding="utf-8"))
        for tabel in re.findall(r"(?:UPDATE|INSERT INTO|DELETE FROM|MERGE INTO)\s+(\w+)", sql):
            if any(tabel in berlaku.sumber for berlaku in BERLAKU):
                dicatat.append(berkas.stem)
                assert "$kode_pd" in sql, berkas
                with pytest.raises(ValueError, match="must name the office"):
                    Tersentuh().jalankan(sql, {})
    assert dicatat == ["urutkan_unit", "ubah_indikator", "ubah_unit"]


@pytest.mark.parametrize("tabel", BERLAKU, ids=lambda tabel: tabel.nama)
def test_nobody_writes_a_row_in_force(gudang: Gudang, tabel: Any) -> None:
    with pytest.raises(ValueError, match="follow what is stored"), gudang.transaksi(_peristiwa()) as tx:
        tx.tambah(tabel.nama, [{"kode_pd": KANTOR[0]}])
    for sql in (f"UPDATE {tabel.nama} SET versi = 1", f"DELETE FROM {tabel.nama}"):
        with pytest.raises(ValueError, match="follow what is stored"):
            Tersentuh().jalankan(sql, {"kode_pd": KANTOR[0]})


def test_many_kiriman_in_one_transaction_are_followed_once(gudang: Gudang) -> None:
    semua = [_kiriman(KANTOR[0], f"U{nomor}", triwulan, 1) for nomor in range(20) for triwulan in (1, 2)]
    with hitung_tanya(gudang) as catatan, gudang.transaksi(_peristiwa()) as tx:
        for kiriman in semua:
            tx.tambah("kiriman", [kiriman])
            tx.tambah("realisasi", [_realisasi(kiriman, f"IKU-{kiriman['kode_unit']}", 1)])
            tx.kueri("peristiwa_ujung")
    pengikut = {sql: kali for sql, kali in catatan.items() if "realisasi_berlaku" in sql}
    assert list(pengikut.values()) == [1, 1]
    assert tanya(gudang, "SELECT count(*) FROM realisasi_berlaku") == [(40,)]


def test_what_a_block_gathers_is_followed_when_it_is_read_and_when_it_is_committed(gudang: Gudang) -> None:
    dulu, nanti = (_kiriman(KANTOR[0], unit, 1, 1) for unit in UNIT)
    tahun = {"kode_pd": KANTOR[0], "tahun": 2026}
    with gudang.transaksi(_peristiwa()) as tx:
        blok = TransaksiBlok(tx)
        blok.tambah("kiriman", [dulu])
        blok.tambah("realisasi", [_realisasi(dulu, "IKU-01", 7)])
        assert [baris["nilai"] for baris in blok.kueri("realisasi_tahun", **tahun)] == [7]
        blok.tambah("kiriman", [nanti])
        blok.tambah("realisasi", [_realisasi(nanti, "IKU-02", 8)])
        blok.segarkan()
        _jaga_sama(blok)
        blok.tambah("narasi", [_narasi(nanti, "IKU-02", "teks")])
        blok.tutup()
    _jaga_sama(gudang)
    assert [len(isi) for isi in _isi(gudang)] == [2, 0, 1]


def test_a_kiriman_leaves_the_rows_of_other_periode_and_offices_where_they_lie(gudang: Gudang) -> None:
    lain = [_kiriman(KANTOR[0], "PEM", 1, 1), _kiriman(KANTOR[1], "PEM", 2, 1), _kiriman(KANTOR[0], "PEM", 2, 1, 2025)]
    for kiriman in lain:
        with gudang.transaksi(_peristiwa()) as tx:
            tx.tambah("kiriman", [kiriman])
            tx.tambah("realisasi", [_realisasi(kiriman, "IKU-01", 1)])
    letak = "SELECT rowid, id_kiriman FROM realisasi_berlaku ORDER BY rowid"
    sebelum = tanya(gudang, letak)
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("kiriman", [_kiriman(KANTOR[0], "PEM", 2, 1)])
        tx.tambah("realisasi", [_realisasi(_kiriman(KANTOR[0], "PEM", 2, 1), "IKU-01", 1)])
    assert set(sebelum) < set(tanya(gudang, letak))


def test_a_write_that_rows_in_force_do_not_rest_on_asks_nothing_more(gudang: Gudang) -> None:
    with hitung_tanya(gudang) as catatan, gudang.transaksi(_peristiwa()):
        pass
    assert not [sql for sql in catatan if "_berlaku" in sql or "_terhitung" in sql]


def test_what_a_unit_reported_of_an_indicator_that_moves_away_is_in_force_with_the_move(
    gudang: Gudang,
) -> None:
    """What a unit reported of an indicator that has moved away stays in force, also after its corrected workbook."""
    dulu, baru = _kiriman(KANTOR[0], "PEM", 1, 1), _kiriman(KANTOR[0], "PEM", 1, 2)
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("indikator", [_indikator(KANTOR[0], "IKU-01", "PEM")])
        tx.tambah("kiriman", [dulu, baru])
        tx.tambah("realisasi", [_realisasi(dulu, "IKU-01", 7)])
    assert tanya(gudang, "SELECT nilai FROM realisasi_berlaku") == []
    with gudang.transaksi(_peristiwa()) as tx:
        _pindahkan(tx, KANTOR[0], "IKU-01", "PMD")
        assert tx.kueri("realisasi_tahun", kode_pd=KANTOR[0], tahun=2026)[0]["nilai"] == 7
    assert tanya(gudang, "SELECT nilai FROM realisasi_berlaku") == [(7,)]


def _dengan_aturan(gudang: Gudang, *aturan: Mapping[str, Any]) -> None:
    """Three indicators of three units, with what their rules say, and a report of 10 for the first in TW I."""
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("unit", [_unit(KANTOR[0], unit) for unit in (*UNIT, "UMUM")])
        milik = zip(("IKU-01", "IKU-02", "IKU-03"), (*UNIT, "UMUM"), strict=True)
        tx.tambah("indikator", [_indikator(KANTOR[0], kode, unit) for kode, unit in milik])
        tx.tambah(
            "aturan_indikator", [_aturan(KANTOR[0], f"IKU-0{nomor}", 0) | isi for nomor, isi in enumerate(aturan, 1)]
        )
        lapor(tx, UNIT[0], "IKU-01", 10)


def lapor(tx: Transaksi, unit: str, kode: str, nilai: int | None, versi: int = 1) -> None:
    kiriman = _kiriman(KANTOR[0], unit, 1, versi)
    kosong = {"keadaan": "belum_ada_data", "nilai": None} if nilai is None else {}
    tx.tambah("kiriman", [kiriman])
    tx.tambah("realisasi", [{**_realisasi(kiriman, kode, nilai or 0), **kosong}])


def _berlaku(gudang: Gudang, kode: str) -> tuple[Any, ...]:
    _jaga_sama(gudang)
    kolom = "keadaan, nilai, pembilang, penyebut, alasan, list_transform(dari, lambda laporan: laporan.kode)"
    hasil = tanya(gudang, f"SELECT {kolom} FROM realisasi_berlaku WHERE kode_indikator = '{kode}'")
    assert len(hasil) <= 1
    return tuple(hasil[0]) if hasil else ()


def test_what_is_the_same_has_the_report_of_its_source_with_its_cell_and_its_correction(gudang: Gudang) -> None:
    _dengan_aturan(gudang, {}, {"sama_dengan": "IKU-01"}, {})
    assert _berlaku(gudang, "IKU-02") == ("terisi", 10, None, None, None, ["IKU-01"])
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("koreksi", [_koreksi(_kiriman(KANTOR[0], UNIT[0], 1, 1), "IKU-01", 12)])
    assert _berlaku(gudang, "IKU-02")[:2] == ("terisi", 12)
    sel = "SELECT id_kiriman, nama_berkas, lembar, sel, kode_unit, koreksi_baru FROM realisasi_berlaku"
    assert len(set(tanya(gudang, sel))) == 1


def test_what_was_reported_for_itself_before_the_plan_said_so_stays_and_a_blank_does_not(gudang: Gudang) -> None:
    _dengan_aturan(gudang, {}, {}, {})
    with gudang.transaksi(_peristiwa()) as tx:
        lapor(tx, UNIT[1], "IKU-02", 7)
        lapor(tx, "UMUM", "IKU-03", None)
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah(
            "aturan_indikator",
            [_aturan(KANTOR[0], kode, 1) | {"sama_dengan": "IKU-01"} for kode in ("IKU-02", "IKU-03")],
        )
    assert _berlaku(gudang, "IKU-02") == ("terisi", 7, None, None, None, None)
    assert _berlaku(gudang, "IKU-03") == ("terisi", 10, None, None, None, ["IKU-01"])


@pytest.mark.parametrize(
    ("cara", "hasil"),
    [
        ("jumlah", ("terisi", 13, None, None)),
        ("rata_rata", ("terisi", None, 13, 2)),
        ("rasio", ("belum_ada_data", None, None, None)),
    ],
)
def test_parts_make_the_value_of_the_office_by_its_rule_when_all_of_them_are_there(
    gudang: Gudang, cara: str, hasil: tuple[Any, ...]
) -> None:
    bagian = {"bagian_dari": "IKU-03"}
    _dengan_aturan(gudang, bagian, bagian, {"agregasi_unit": cara})
    assert _berlaku(gudang, "IKU-03") == ("belum_ada_data", None, None, None, f"menunggu {UNIT[1]}", ["IKU-01"])
    with gudang.transaksi(_peristiwa()) as tx:
        lapor(tx, UNIT[1], "IKU-02", 3)
    assert _berlaku(gudang, "IKU-03")[:4] == hasil


def test_a_part_that_had_nothing_to_measure_is_left_out_and_a_blank_one_is_waited_for(gudang: Gudang) -> None:
    bagian = {"bagian_dari": "IKU-03"}
    _dengan_aturan(gudang, bagian, bagian, {"agregasi_unit": "rata_rata"})
    kiriman = _kiriman(KANTOR[0], UNIT[1], 1, 2)
    with gudang.transaksi(_peristiwa()) as tx:
        lapor(tx, UNIT[1], "IKU-02", None)
    assert _berlaku(gudang, "IKU-03")[0] == "belum_ada_data"
    with gudang.transaksi(_peristiwa()) as tx:
        tx.tambah("kiriman", [kiriman])
        kosong = {"keadaan": "tidak_ada_kejadian", "nilai": None}
        tx.tambah("realisasi", [{**_realisasi(kiriman, "IKU-02", 0), **kosong}])
    assert _berlaku(gudang, "IKU-03")[:4] == ("terisi", None, 10, 1)
