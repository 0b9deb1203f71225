"""A plan enters the store whole or not at all, and nothing that is stored is overwritten."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.atur.kantor import UbahKantor, UbahUnit
from analytics.atur.perubahan import CatatanPerubahan
from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.renstra import susun_renstra
from analytics.pembaca.baca import Pembaca
from analytics.rencana.baris import (
    IndikatorRencana,
    NilaiRencana,
    Pagu,
    Rencana,
    Riwayat,
    Rujukan,
    SimpulPohon,
    VersiDokumen,
)
from analytics.rencana.impor import PutusanImpor, impor_rencana
from analytics.rencana.lembar.baca import baca_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.simpanan.muat import muat_rencana
from data.gudang import Gudang, Peristiwa
from tests.alat.gudang import jumlah_di, tanya
from tests.alat.kosong import gudang_kosong
from tests.rencana.alat_kecil import (
    APBDES,
    IKM,
    KEGIATAN,
    KODE_PD,
    LAPORAN,
    LAYANAN,
    RENJA,
    RENSTRA,
    SUB_1,
    berkas_kecil,
    buku_kecil,
    ketik,
    rencana_kecil,
)

WAKTU = datetime(2026, 1, 5, 8, 0)
HITUNGAN = {
    "perangkat_daerah": 1,
    "unit": 2,
    "simpul": 6,
    "indikator": 7,
    "aturan": 21,
    "dokumen": 2,
    "target": 47,
    "pagu": 12,
    "anggaran_kas": 0,
    "riwayat": 2,
    "riwayat_anggaran": 1,
    "standar_nasional": 1,
    "tautan_rpjmd": 3,
    "elemen_ikk": 1,
    "ubahan": 0,
}


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as terbuka:
        yield terbuka


@pytest.fixture
def impor(gudang: Gudang, pembaca: Pembaca) -> Any:
    def jalankan(rencana: Rencana | bytes, alasan: str | None = None) -> PutusanImpor:
        isi = rencana if isinstance(rencana, bytes) else susun_templat(rencana).isi
        return impor_rencana(gudang, isi, "rencana.xlsx", "Kasubbag (contoh)", WAKTU, alasan, buka=pembaca.baca)

    return jalankan


def _peristiwa(gudang: Gudang) -> list[tuple[str, dict[str, Any]]]:
    semua = tanya(gudang, "SELECT aksi, rincian FROM peristiwa ORDER BY nomor")
    return [(aksi, json.loads(rincian)) for aksi, rincian in semua]


def _ganti_target(rencana: Rencana, kode: str, nilai: str) -> Rencana:
    target = tuple(
        replace(s, nilai=NilaiRencana(Decimal(nilai)))
        if (s.dokumen, s.indikator, s.triwulan) == (RENJA, kode, 0)
        else s
        for s in rencana.target
    )
    return replace(rencana, target=target)


def test_everything_the_workbook_says_stands_in_the_store(gudang: Gudang, impor: Any) -> None:
    putusan = impor(berkas_kecil())
    assert (putusan.status, putusan.jumlah, putusan.kode_pd) == ("tersimpan", HITUNGAN, KODE_PD)
    assert putusan.dokumen == ("Renstra 2024-2026 murni", "Renja 2025 murni")
    tersimpan, ditulis = muat_rencana(gudang, KODE_PD), rencana_kecil()
    assert tersimpan is not None
    for bagian in ("identitas", "unit", "dokumen", "simpul", "indikator", "aturan", "riwayat", "riwayat_anggaran"):
        assert getattr(tersimpan, bagian) == getattr(ditulis, bagian), bagian
    for bagian in ("target", "pagu", "standar", "tautan", "ikk"):
        assert set(getattr(tersimpan, bagian)) == set(getattr(ditulis, bagian)), bagian


def test_a_stored_target_knows_the_cell_it_came_from(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    semua = {(t["kode_indikator"], t["triwulan"]): t for t in gudang.kueri("rencana_target", kode_pd=KODE_PD)}
    target = semua[LAPORAN, 3]
    assert (target["lembar"], target["sel"], target["nilai"]) == ("Target Renja", "G10", Decimal(3))


def test_the_original_bytes_and_a_peristiwa_are_kept(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil(), "dicoba")
    assert tanya(gudang, "SELECT isi FROM berkas") == [(berkas_kecil(),)]
    (aksi, rincian), *lain = _peristiwa(gudang)
    assert (aksi, lain) == ("impor_rencana", [])
    assert rincian["nama_berkas"] == "rencana.xlsx"
    assert rincian["jumlah"] == HITUNGAN


def test_the_same_bytes_are_recognised_and_write_nothing(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    versi = gudang.versi_data()
    putusan = impor(berkas_kecil())
    assert putusan.status == "sudah_diimpor"
    assert "05/01/2026 08:00 oleh Kasubbag (contoh)" in putusan.pesan
    assert gudang.versi_data() == versi


def test_the_same_content_in_another_file_writes_nothing(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    versi = gudang.versi_data()
    rencana = rencana_kecil()
    terbalik = replace(rencana, target=rencana.target[::-1], rujukan=rencana.rujukan[::-1])
    assert susun_templat(terbalik).isi != berkas_kecil()
    assert impor(terbalik).status == "sudah_diimpor"
    assert gudang.versi_data() == versi


def test_other_content_of_a_stored_document_asks_for_a_reason_first(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    versi = gudang.versi_data()
    putusan = impor(_ganti_target(rencana_kecil(), IKM, "82"))
    assert putusan.status == "perlu_alasan"
    assert [(temuan.kode, temuan.alamat) for temuan in putusan.temuan] == [("revisi_dokumen", "Dokumen!A6")]
    assert gudang.versi_data() == versi


def test_with_a_reason_it_becomes_the_next_revisi_and_the_old_one_stays(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    putusan = impor(_ganti_target(rencana_kecil(), IKM, "82"), "Salah ketik target IKM")
    assert (putusan.status, putusan.dokumen) == ("tersimpan", ("Renja 2025 murni revisi 1",))
    semua = tanya(gudang, "SELECT id_rencana, ke, revisi, alasan FROM rencana ORDER BY id_rencana")
    assert semua == [(1, 0, 0, None), (2, 0, 0, None), (3, 0, 1, "Salah ketik target IKM")]
    nilai = {
        t["id_rencana"]: t["nilai"]
        for t in gudang.kueri("rencana_target", kode_pd=KODE_PD)
        if (t["kode_indikator"], t["tahun"], t["triwulan"]) == (IKM, 2025, 0)
    }
    assert nilai == {1: Decimal("81.5"), 2: Decimal("81.5"), 3: Decimal(82)}
    (berlaku,) = [
        t
        for t in gudang.kueri("target_berlaku", kode_pd=KODE_PD, tahun=2025, hari=date(2025, 3, 31))
        if t["kode_indikator"] == IKM
    ]
    assert berlaku["nilai"] == Decimal(82)


def _perubahan() -> Rencana:
    """The Renja Perubahan alone, with the same indicators and one other target."""
    rencana = _ganti_target(rencana_kecil(), IKM, "80")
    kode = "RENJA-25-P1"
    return replace(
        rencana,
        dokumen=(
            VersiDokumen(kode, "renja", 2025, 2025, 1, date(2025, 9, 17), "Renja Perubahan 2025", "APBD Perubahan"),
        ),
        target=tuple(replace(s, dokumen=kode) for s in rencana.target if s.dokumen == RENJA),
        pagu=tuple(replace(s, dokumen=kode) for s in rencana.pagu if s.dokumen == RENJA),
        rujukan=tuple(replace(s, dokumen=kode) for s in rencana.rujukan if s.dokumen == RENJA),
        riwayat=(),
        riwayat_anggaran=(),
        standar=(),
        tautan=(),
        ikk=(),
    )


def test_a_perubahan_counts_from_its_date_on(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    putusan = impor(_perubahan())
    assert (putusan.status, putusan.dokumen) == ("tersimpan", ("Renja 2025 perubahan ke-1",))
    for hari, nilai in ((date(2025, 6, 30), "81.5"), (date(2025, 9, 30), "80")):
        isi = gudang.kueri("target_berlaku", kode_pd=KODE_PD, tahun=2025, hari=hari)
        assert [t["nilai"] for t in isi if t["kode_indikator"] == IKM] == [Decimal(nilai)]


def test_a_galat_stores_nothing_but_the_refusal(gudang: Gudang, impor: Any) -> None:
    rencana = rencana_kecil()
    yatim = replace(rencana, simpul=rencana.simpul[1:])
    for _ in range(2):
        putusan = impor(yatim, "alasan tidak menolong")
        assert putusan.status == "ditolak"
        assert "induk_tidak_ada" in {temuan.kode for temuan in putusan.temuan}
    assert [aksi for aksi, _ in _peristiwa(gudang)] == ["tolak_rencana"]
    assert (jumlah_di(gudang, "berkas"), jumlah_di(gudang, "temuan")) == (1, len(putusan.temuan))
    assert {jumlah_di(gudang, tabel) for tabel in ("perangkat_daerah", "rencana", "simpul", "indikator", "target")} == {
        0
    }


@pytest.mark.parametrize("isi", [b"", b"bukan buku kerja", b"PK\x03\x04rusak"])
def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(gudang: Gudang, impor: Any, isi: bytes) -> None:
    putusan = impor(isi)
    assert (putusan.status, putusan.kode_pd, len(putusan.temuan)) == ("ditolak", None, 1)
    assert putusan.temuan[0].saran.endswith(".")
    assert jumlah_di(gudang, "rencana") == 0


def test_a_peringatan_is_stored_with_the_reason_for_accepting_it(gudang: Gudang, impor: Any) -> None:
    rencana = _ganti_target(rencana_kecil(), LAPORAN, "13")
    assert impor(rencana).status == "perlu_alasan"
    assert impor(rencana, "   ").status == "perlu_alasan"
    assert jumlah_di(gudang, "peristiwa") == 0
    assert impor(rencana, "Satu laporan tambahan belum berjadwal").status == "tersimpan"
    semua = tanya(gudang, "SELECT objek, kode, keadaan, alasan, sel FROM temuan")
    assert semua == [
        ("rencana", "target_triwulan", "dijelaskan", "Satu laporan tambahan belum berjadwal", "D10"),
    ]


def test_a_changed_name_is_asked_about_and_the_old_one_stands_in_the_peristiwa(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    rencana = rencana_kecil()
    simpul = tuple(replace(s, nama="Fasilitasi Tata Desa") if s.kode == SUB_1 else s for s in rencana.simpul)
    indikator = (replace(rencana.indikator[0], laporan=("iku", "pk")), *rencana.indikator[1:])
    unit = (replace(rencana.unit[0], nama="Seksi Tata Pemerintahan"), rencana.unit[1])
    identitas = replace(rencana.identitas, kode_wilayah="33.03.06") if rencana.identitas else None
    baru = replace(rencana, simpul=simpul, indikator=indikator, unit=unit, identitas=identitas)
    putusan = impor(baru)
    assert putusan.status == "perlu_alasan"
    assert {(temuan.kode, temuan.sel) for temuan in putusan.temuan} == {
        ("atribut_berubah", "B5"),
        ("atribut_berubah", "A5"),
        ("atribut_berubah", "B9"),
    }
    assert impor(baru, "Nomenklatur baru").status == "tersimpan"
    kini = muat_rencana(gudang, KODE_PD)
    assert kini is not None
    assert (kini.simpul, kini.indikator, kini.unit, kini.identitas) == (simpul, indikator, unit, identitas)
    rincian = _peristiwa(gudang)[1][1]["perubahan"]
    perubahan = {(butir["kode"], butir["atribut"]): (butir["lama"], butir["baru"]) for butir in rincian}
    assert perubahan == {
        (KODE_PD, "kode_wilayah"): ("33.03.05", "33.03.06"),
        ("PEM", "nama"): ("Seksi Pemerintahan", "Seksi Tata Pemerintahan"),
        (SUB_1, "nama"): ("Fasilitasi Administrasi Desa", "Fasilitasi Tata Desa"),
        (IKM, "laporan"): (["iku", "renja"], ["iku", "pk"]),
    }


def test_a_new_node_finds_its_place_in_the_tree(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    rencana = rencana_kecil()
    baru = SimpulPohon("7.01.06.2.01.0001", "sub_kegiatan", KEGIATAN, "Fasilitasi Penyusunan Peraturan Desa", "PEM")
    indikator = IndikatorRencana("I-8", baru.kode, "Jumlah peraturan desa", "Dokumen", "PEM", None, None, ("renja",))
    kosong = Rujukan("pagu", RENJA, baru.kode)
    tambah = replace(
        rencana,
        simpul=(*rencana.simpul, baru),
        indikator=(*rencana.indikator, indikator),
        aturan=(*rencana.aturan, replace(rencana.aturan[5], kode="I-8")),
        rujukan=(*rencana.rujukan, kosong),
    )
    assert impor(tambah).jumlah == {**dict.fromkeys(HITUNGAN, 0), "simpul": 1, "indikator": 1, "aturan": 3}
    assert [s["kode_simpul"][-4:] for s in gudang.kueri("simpul", kode_pd=KODE_PD)][4:] == ["0001", "0002", "0003"]


def test_a_changed_rule_is_a_new_revisi_of_its_years_with_the_reason(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    rencana = rencana_kecil()
    kedua = replace(rencana.aturan[0], mulai=2026, frekuensi="semesteran", jatuh_tempo="2,4")
    kedua = replace(kedua, alasan="Survei kini tiap semester")
    assert impor(replace(rencana, aturan=(*rencana.aturan, kedua))).jumlah["aturan"] == 1
    semua = tanya(
        gudang,
        "SELECT tahun, revisi, frekuensi, alasan FROM aturan_indikator WHERE kode_indikator = ? ORDER BY ALL",
        [IKM],
    )
    assert semua == [
        (2024, 0, "tahunan", None),
        (2025, 0, "tahunan", None),
        (2026, 0, "tahunan", None),
        (2026, 1, "semesteran", "Survei kini tiap semester"),
    ]
    kini = muat_rencana(gudang, KODE_PD)
    assert kini is not None
    assert [(a.mulai, a.frekuensi) for a in kini.aturan if a.kode == IKM] == [(2024, "tahunan"), (2026, "semesteran")]


def test_two_imports_of_the_same_file_at_the_same_time_store_it_once(gudang: Gudang) -> None:
    def sekali(_: int) -> str:
        return impor_rencana(gudang, berkas_kecil(), "rencana.xlsx", "Kasubbag (contoh)", WAKTU).status

    with ThreadPoolExecutor(4) as kolam:
        status = sorted(kolam.map(sekali, range(4)))
    assert status == ["sudah_diimpor", "sudah_diimpor", "sudah_diimpor", "tersimpan"]
    assert (jumlah_di(gudang, "rencana"), jumlah_di(gudang, "target"), jumlah_di(gudang, "peristiwa")) == (2, 47, 1)


def test_two_offices_stand_side_by_side(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    rencana = rencana_kecil()
    assert rencana.identitas is not None
    lain = replace(rencana, identitas=replace(rencana.identitas, kode_pd="uji-1.02", nama="Kecamatan Lain"))
    assert impor(lain).jumlah == HITUNGAN
    assert muat_rencana(gudang, "uji-1.02") != muat_rencana(gudang, KODE_PD)


def test_pagu_of_an_inner_node_is_kept_as_typed(gudang: Gudang, impor: Any) -> None:
    impor(berkas_kecil())
    isi = muat_rencana(gudang, KODE_PD)
    assert isi is not None
    assert Pagu(RENJA, KEGIATAN, 2025, Decimal(30_000_000)) in isi.pagu


_ISI_SEL = st.one_of(
    st.none(),
    st.sampled_from([0, -1, 2025, 2100, 0.5, 1e17, 99_999_999]),
    st.sampled_from(
        ["1.200", "80-90", "<= 1", "BB", "-", "n/a", "12.5", "80%", "ya", "perubahan", "I-3", "PEM", "x" * 400]
    ),
    st.sampled_from([sel.teks for lembar in buku_kecil().lembar.values() for sel in lembar.sel.values()]),
)
_LETAK = st.sampled_from([f"{nama}!{alamat}" for nama, lembar in buku_kecil().lembar.items() for alamat in lembar.sel])


@settings(max_examples=60)
@given(ubahan=st.lists(st.tuples(_LETAK, _ISI_SEL), min_size=1, max_size=4), alasan=st.booleans())
def test_whatever_stands_in_the_cells_the_import_answers_and_storing_it_twice_changes_nothing(
    gudang_acak: Gudang,
    ubahan: list[tuple[str, object]],
    alasan: bool,
) -> None:
    buku = ketik(dict(ubahan))
    nomor = next(_NOMOR)
    beri = "Diberi alasan" if alasan else None

    def jalankan(isi: bytes) -> PutusanImpor:
        return impor_rencana(gudang_acak, isi, "acak.xlsx", "Kasubbag (contoh)", WAKTU, beri, buka=lambda _: buku)

    putusan = jalankan(b"%d" % nomor)
    if putusan.status == "tersimpan":
        assert jalankan(b"%d lagi" % nomor).status == "sudah_diimpor"
    assert (putusan.status == "ditolak") == any(temuan.tingkat == "galat" for temuan in putusan.temuan)


_NOMOR = itertools.count()


@pytest.fixture(scope="module")
def gudang_acak() -> Iterator[Gudang]:
    toko = gudang_kosong()
    yield toko
    toko.tutup()


def test_a_name_with_hidden_characters_is_kept_as_plain_text(gudang: Gudang, pembaca: Pembaca) -> None:
    nama = "ren\u202ecana\x00\ud800.xlsx"
    impor_rencana(gudang, berkas_kecil(), nama, "Kasubbag (contoh)", WAKTU, "baris satu\nbaris dua", buka=pembaca.baca)
    rincian = _peristiwa(gudang)[0][1]
    assert (rincian["nama_berkas"], rincian["alasan"]) == ("rencana.xlsx", "baris satu baris dua")


def test_an_import_corrects_the_newest_names_and_leaves_the_earlier_ones(gudang: Gudang, impor: Any) -> None:
    rencana = rencana_kecil()
    impor(rencana)
    unit, alasan, mulai = rencana.unit[0], "Perda 3/2026", date(2026, 7, 1)
    catatan = CatatanPerubahan("Kasubbag (contoh)", WAKTU)
    with gudang.transaksi(Peristiwa(KODE_PD, "uji", "atur:unit", "uji", {}, WAKTU)) as tx:
        UbahUnit(alasan, unit.kode, "Seksi Salah Tulis", mulai).tulis(tx, KODE_PD, catatan)
        UbahKantor(alasan, mulai, "Kecamatan Salah Tulis", "Kabupaten Lain").tulis(tx, KODE_PD, catatan)

    def nama(hari: date) -> tuple[str, str]:
        kantor = gudang.kueri("kantor_pada", hari=hari)[0]
        semua = gudang.kueri("unit_pada", kode_pd=KODE_PD, hari=hari)
        return kantor["nama"], next(baris["nama"] for baris in semua if baris["kode_unit"] == unit.kode)

    assert rencana.identitas is not None
    lama = (rencana.identitas.nama, unit.nama)
    assert nama(mulai) == ("Kecamatan Salah Tulis", "Seksi Salah Tulis")
    tersimpan = muat_rencana(gudang, KODE_PD)
    assert tersimpan is not None
    assert tersimpan.unit[0].nama == "Seksi Salah Tulis"
    benar = replace(
        tersimpan,
        identitas=replace(rencana.identitas, nama="Kecamatan Benar"),
        unit=(replace(unit, nama="Seksi Benar"), *tersimpan.unit[1:]),
    )
    assert impor(benar, alasan).status == "tersimpan"
    assert nama(mulai - timedelta(days=1)) == lama
    assert nama(mulai) == ("Kecamatan Benar", "Seksi Benar")


def test_a_target_keeps_the_decimals_that_it_was_typed_with(gudang: Gudang, impor: Any) -> None:
    bacaan = baca_rencana(
        b"", lambda _: ketik({"Target Renja!D6": "80,00", "Target Renja!E6": "60", "Target Renja!H6": 80})
    )
    assert bacaan.rencana is not None
    impor(bacaan.rencana)
    sql = (
        "SELECT triwulan, desimal FROM target WHERE kode_indikator = ? AND tahun = 2025 AND id_rencana = 2 ORDER BY ALL"
    )
    assert tanya(gudang, sql, [APBDES]) == [(0, 2), (1, None), (2, None), (3, None), (4, None)]
    lagi = muat_rencana(gudang, KODE_PD)
    assert lagi is not None
    tertulis = baca_rencana(susun_templat(lagi).isi)
    assert tertulis.rencana is not None
    (tahun,) = (
        t
        for t in tertulis.rencana.target
        if (t.indikator, t.tahun, t.triwulan) == (APBDES, 2025, 0) and t.dokumen == RENJA
    )
    assert (tahun.nilai.nilai, tahun.nilai.desimal) == (80, 2)


def _enam_tahun() -> Rencana:
    """The small plan under a Renstra 2025-2030, every year like the one before it."""
    rencana = rencana_kecil()
    renstra = replace(rencana.dokumen[0], tahun_awal=2025, tahun_akhir=2030, nama="Renstra 2025-2030")
    aturan = tuple(replace(baris, mulai=2025) for baris in rencana.aturan)
    tetap = [b for b in rencana.target if b.tahun > 2024]
    tahunan = [b for b in tetap if b.dokumen == renstra.kode and b.tahun == 2026]
    pagu = [b for b in rencana.pagu if b.tahun > 2024]
    pagu += [replace(b, tahun=tahun) for tahun in range(2027, 2031) for b in pagu if b.tahun == 2026]
    return replace(
        rencana,
        dokumen=(renstra, rencana.dokumen[1]),
        indikator=tuple(replace(baris, laporan=("iku", "renja", "renstra")) for baris in rencana.indikator),
        aturan=aturan,
        target=(*tetap, *(replace(b, tahun=tahun) for tahun in range(2027, 2031) for b in tahunan)),
        pagu=tuple(pagu),
        tautan=tuple(replace(rencana.tautan[0], tahun=tahun) for tahun in range(2025, 2031)),
    )


@pytest.mark.parametrize("kode", [IKM, LAYANAN])
def test_a_kondisi_akhir_that_is_a_range_is_stored_and_comes_back_as_it_was_typed(
    gudang: Gudang, impor: Any, kode: str
) -> None:
    akhir = Riwayat(
        RENSTRA, kode, "kondisi_akhir", 2026, NilaiRencana(bawah=Decimal("7.5"), atas=Decimal(90)), "Renstra"
    )
    rencana = replace(rencana_kecil(), riwayat=(*rencana_kecil().riwayat, akhir))
    putusan = impor(susun_templat(rencana).isi)
    assert (putusan.status, putusan.temuan) == ("tersimpan", ())
    tersimpan = muat_rencana(gudang, KODE_PD)
    assert tersimpan is not None
    assert akhir in tersimpan.riwayat
    kembali = baca_rencana(susun_templat(tersimpan).isi)
    assert kembali.rencana is not None
    assert akhir in kembali.rencana.riwayat


def test_a_renstra_of_six_target_years_goes_in_whole_and_e80_adds_up_all_of_them(gudang: Gudang, impor: Any) -> None:
    rencana = _enam_tahun()
    putusan = impor(rencana, "uji")
    assert (putusan.status, [temuan for temuan in putusan.temuan if temuan.tingkat == "galat"]) == ("tersimpan", [])
    isi = muat_rencana(gudang, KODE_PD)
    assert isi is not None
    assert susun_templat(isi).isi == susun_templat(rencana).isi
    renstra = susun_renstra(baca(gudang, KODE_PD, Periode(2025, 4)))
    assert renstra.tahun == tuple(range(2025, 2031))
    baris = {simpul.kode_simpul: simpul for simpul in renstra.baris}
    assert baris[KEGIATAN].pagu_akhir == 6 * Decimal(30_000_000)
    laporan = next(kinerja for kinerja in baris[SUB_1].kinerja if kinerja.indikator.kode == LAPORAN)
    assert [tahun.target.nilai for tahun in laporan.tahun] == [12, None, None, None, None, None]
    ikm = next(kinerja for simpul in renstra.baris for kinerja in simpul.kinerja if kinerja.indikator.kode == IKM)
    assert (ikm.target_akhir.nilai, [tahun.tahun for tahun in ikm.tahun][-1]) == (83, 2030)
