"""The sample office: what is shipped, what is in the store, and what the data modules say are the same."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.periode import WAJIB_LAPOR, Periode
from analytics.aturan.rumus import DAFTAR_RUMUS
from analytics.contoh.anggaran import realisasi_anggaran
from analytics.contoh.coba import susun_coba
from analytics.contoh.data_pohon import KODE_PD, PERUBAHAN, POHON, UNIT
from analytics.contoh.kiriman import (
    PERIODE,
    TERLAMBAT,
    Kiriman,
    daftar_kiriman,
    isian,
    isian_anggaran,
)
from analytics.contoh.rencana import rencana_murni, rencana_perubahan
from analytics.contoh.sejarah import ATURAN_BARU
from analytics.contoh.semai import LETAK, ContohTidakSesuai, LangkahContoh, semai
from analytics.contoh.susun import isi_kiriman, tulis_contoh
from analytics.contoh.ukuran import IKU, UKURAN
from analytics.evaluasi.bacaan import baca
from analytics.pembaca.baca import Pembaca
from analytics.rencana.impor import impor_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.simpanan.muat import muat_rencana
from analytics.sistem import buka_gudang
from data.gudang import Gudang
from tests.alat.gudang import jumlah_di, tanya
from tests.alat.periksa import periksa_berkas
from tests.alat.renstra_nyata import baris_csv

JUMLAH = {
    "perangkat_daerah": 1,
    "unit": 6,
    "rencana": 5,
    "simpul": 60,
    "indikator": 70,
    "aturan_indikator": 350,
    "target": 1285,
    "pagu": 294,
    "riwayat": 67,
    "riwayat_anggaran": 13,
    "standar_nasional": 10,
    "tautan_rpjmd": 20,
    "elemen_ikk": 5,
    "berkas": 73,
    "kiriman": 65,
    "realisasi": 485,
    "realisasi_anggaran": 339,
    "narasi": 45,
    "unggahan": 65,
    "temuan": 96,
    "peristiwa": 233,
}
CONTOH_BERKAS = [*list(daftar_kiriman())[::6], *(kiriman for kiriman in daftar_kiriman() if kiriman.keliru)]
"""Every periode and every unit at least once, and the workbook that was wrong at first."""


@pytest.fixture(scope="module")
def gudang(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gudang]:
    """The store as `semai` leaves it."""
    salinan = tmp_path_factory.mktemp("contoh") / "contoh.duckdb"
    contoh = buka_gudang(Path(shutil.copyfile(berkas_contoh, salinan)))
    yield contoh
    contoh.tutup()


def _anggota(byte: bytes) -> dict[str, bytes]:
    """The content of a workbook; the compression may differ between machines."""
    with zipfile.ZipFile(io.BytesIO(byte)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def test_seeding_gives_exactly_these_counts(gudang: Gudang) -> None:
    assert {tabel: jumlah_di(gudang, tabel) for tabel in JUMLAH} == JUMLAH


def test_seeding_again_writes_nothing(gudang: Gudang) -> None:
    versi = gudang.versi_data()
    semai(gudang)
    assert gudang.versi_data() == versi


def test_every_step_of_the_seeding_is_told_before_it_is_taken_and_counted_to_the_end(berkas_contoh: Path) -> None:
    kabar = json.loads((berkas_contoh.parent / "kabar.json").read_text(encoding="utf-8"))
    dikabarkan = [LangkahContoh(*langkah) for langkah in kabar]
    banyak = 2 + len(list(daftar_kiriman())) + 4
    assert [(langkah.ke, langkah.dari) for langkah in dikabarkan] == [(ke, banyak) for ke in range(1, banyak + 1)]
    assert dikabarkan[0].uraian == "Mengimpor rencana.xlsx"
    assert dikabarkan[2].uraian == "Menerima buku kerja Triwulan I 2024 dari Seksi Pemerintahan"
    assert dikabarkan[banyak - 1].uraian == "Menjalankan SOP Triwulan III 2026"


def test_the_store_of_the_sample_office_is_small(berkas_contoh: Path) -> None:
    assert berkas_contoh.stat().st_size <= 5_000_000


def test_the_plan_in_the_store_is_the_plan_of_the_data(gudang: Gudang) -> None:
    tersimpan, murni, perubahan = muat_rencana(gudang, KODE_PD), rencana_murni(), rencana_perubahan()
    assert tersimpan is not None
    assert tersimpan.identitas == murni.identitas
    for bagian in ("unit", "simpul", "indikator", "aturan", "riwayat", "riwayat_anggaran", "standar", "tautan", "ikk"):
        assert Counter(getattr(tersimpan, bagian)) == Counter(getattr(murni, bagian)), bagian
    for bagian in ("dokumen", "target", "pagu"):
        dua = Counter(getattr(murni, bagian)) + Counter(getattr(perubahan, bagian))
        assert Counter(getattr(tersimpan, bagian)) == dua, bagian


def test_the_plan_that_is_downloaded_and_imported_again_asks_nothing_and_writes_nothing(gudang: Gudang) -> None:
    byte = susun_templat(muat_rencana(gudang, KODE_PD)).isi
    putusan = impor_rencana(gudang, byte, "rencana_tersimpan.xlsx", "Kasubbag (contoh)", datetime(2026, 11, 2, 9, 0))
    assert putusan.status == "sudah_diimpor"
    assert {temuan.kode for temuan in putusan.temuan} == {"indikator_berulang"}, "answered when it was imported first"


def test_every_reported_figure_in_the_store_is_the_figure_of_the_data(gudang: Gudang) -> None:
    tersimpan = {
        (b["kode_indikator"], tahun, b["triwulan"]): _tulis(b)
        for tahun in (2024, 2025, 2026)
        for b in gudang.kueri("realisasi_tahun", kode_pd=KODE_PD, tahun=tahun)
    }
    ditulis = {
        (ukuran.kode, p.tahun, p.triwulan): _baku(teks)
        for ukuran in UKURAN
        for p in PERIODE
        if ukuran.unit not in TERLAMBAT.get(p, ())
        and (teks := ukuran.laporan_triwulan(p.tahun, p.triwulan)) is not None
    }
    assert tersimpan == ditulis


def _tulis(b: dict[str, object]) -> str:
    if b["keadaan"] == "belum_ada_data":
        return "?"
    if b["peringkat"] is not None:
        return str(b["peringkat"])
    if b["pembilang"] is not None:
        return f"{b['pembilang']:f}/{b['penyebut']:f}".replace(".000000000000", "")
    return _baku(f"{b['nilai']:f}".replace(".", ","))


def _baku(teks: str) -> str:
    """`84,120` and `84,12` are the same figure."""
    if "/" in teks or teks == "?" or teks.isalpha():
        return teks
    return f"{Decimal(teks.replace(',', '.')).normalize():f}"


def test_every_amount_of_money_in_the_store_is_the_amount_of_the_data(gudang: Gudang) -> None:
    unit = {simpul.kode: simpul.unit for simpul in POHON}
    tersimpan = {
        (b["kode_simpul"], tahun, b["triwulan"]): b["rupiah"]
        for tahun in (2024, 2025, 2026)
        for b in gudang.kueri("anggaran_tahun", kode_pd=KODE_PD, tahun=tahun)
    }
    ditulis = {
        (kode, p.tahun, p.triwulan): rupiah
        for kode in unit
        for p in PERIODE
        if unit[kode] not in TERLAMBAT.get(p, ()) and (rupiah := realisasi_anggaran(kode, p)) is not None
    }
    assert tersimpan == ditulis


def test_the_command_makes_what_is_shipped_and_nothing_else(tmp_path: Path) -> None:
    tulis_contoh(tmp_path)
    dibuat, dikirim = (
        {berkas.relative_to(letak).as_posix(): _anggota(berkas.read_bytes()) for berkas in letak.rglob("*.xlsx")}
        for letak in (tmp_path, LETAK)
    )
    assert sorted(dibuat) == sorted(dikirim)
    assert [jalur for jalur, anggota in dibuat.items() if anggota != dikirim[jalur]] == []


@pytest.mark.parametrize("kiriman", CONTOH_BERKAS, ids=lambda kiriman: Path(kiriman.jalur).stem)
def test_a_shipped_format_workbook_is_what_the_generator_makes(gudang: Gudang, kiriman: Kiriman) -> None:
    assert _anggota(isi_kiriman(gudang, kiriman)) == _anggota((LETAK / kiriman.jalur).read_bytes())


def test_the_same_data_gives_the_same_bytes(gudang: Gudang) -> None:
    kiriman = CONTOH_BERKAS[0]
    assert isi_kiriman(gudang, kiriman) == isi_kiriman(gudang, kiriman)


def test_the_workbooks_to_try_are_one_right_and_one_with_eight_mistakes_each_asked_once(gudang: Gudang) -> None:
    hasil = {}
    with Pembaca() as pembaca:
        for jalur, byte in susun_coba(gudang):
            assert _anggota(byte) == _anggota((LETAK / jalur).read_bytes()), jalur
            semua = periksa_berkas(gudang, KODE_PD, byte, jalur, pembaca=pembaca).temuan
            hasil[jalur.rsplit("_", 1)[1]] = sorted(temuan.kode for temuan in semua)
    assert hasil["benar.xlsx"] == []
    assert hasil["keliru.xlsx"] == [
        "anggaran_kelipatan",
        "anggaran_turun",
        "angka_ambigu",
        "angka_tanya",
        "belum_ada_data",
        "bukan_angka",
        "isian_kata",
        "sd_turun",
    ]


def test_the_sample_shows_every_kind_of_rule() -> None:
    assert {ukuran.polaritas for ukuran in UKURAN} == {"naik", "turun"}
    assert {ukuran.rumus for ukuran in UKURAN} == set(DAFTAR_RUMUS)
    assert {ukuran.frekuensi for ukuran in UKURAN} == set(WAJIB_LAPOR)
    assert {ukuran.agregasi for ukuran in UKURAN} == set(DAFTAR_AGREGASI)
    assert {ukuran.cara_isi for ukuran in UKURAN} == {"triwulan_ini", "sd_triwulan"}
    assert {ukuran.skala for ukuran in UKURAN if ukuran.skala} == {"akip", "opini_bpk"}
    assert [aturan.kode for aturan in ATURAN_BARU] == ["IKU-15"]


def test_the_sample_is_large_enough_and_most_of_its_iku_are_yearly() -> None:
    assert (len(IKU), len(UKURAN) - len(IKU)) == (17, 53)
    assert sum(ukuran.frekuensi == "tahunan" for ukuran in IKU) == 9
    assert {ukuran.unit for ukuran in UKURAN} == {unit.kode for unit in UNIT}


def test_the_sample_shows_over_and_under_achievement_blanks_and_the_rules_at_zero(gudang: Gudang) -> None:
    akhir = {
        kode: ukuran[4]
        for (tahun, kode), ukuran in baca(gudang, KODE_PD, Periode(2025, 4)).ukuran.items()
        if tahun == 2025
    }
    assert akhir["K-15"]["nilai"] == Decimal("-44.44")
    assert akhir["SK-21"]["nilai"] == 0
    assert akhir["IKU-16"]["nilai"] == Decimal("53.85")
    assert akhir["K-17"]["nilai"] == Decimal("114.29")
    assert (akhir["IKU-17"]["nilai"], akhir["IKU-17"]["alasan"]) == (None, "target_nol")
    assert akhir["IKU-06"]["nilai"] == 100
    assert akhir["SK-28"]["keadaan"] == "tidak_direncanakan"
    assert (akhir["IKU-09"]["peringkat"], akhir["IKU-09"]["nilai"]) == ("WDP", 75)


def test_the_renja_perubahan_counts_from_its_date_on(gudang: Gudang) -> None:
    for triwulan, target in ((2, "22"), (3, "26")):
        hari = Periode(2025, triwulan).hari_terakhir
        semua = gudang.kueri("target_berlaku", kode_pd=KODE_PD, tahun=2025, hari=hari)
        assert [b["nilai"] for b in semua if (b["kode_indikator"], b["triwulan"]) == ("IKU-16", 0)] == [Decimal(target)]
    assert date(2025, 6, 30) < PERUBAHAN.tanggal < date(2025, 9, 30)


def test_two_units_are_late_and_one_sent_a_second_version(gudang: Gudang) -> None:
    berlaku = "SELECT kode_unit, versi FROM kiriman_berlaku WHERE tahun = 2026 AND triwulan = 3 ORDER BY ALL"
    kini = tanya(gudang, berlaku)
    dua = tanya(gudang, "SELECT kode_unit, tahun, triwulan FROM kiriman WHERE versi > 1")
    assert kini == [("KESOS", 1), ("PEM", 1), ("REN", 1), ("TRANTIB", 1)]
    assert dua == [("TRANTIB", 2026, 2)]


def test_codes_and_names_are_those_of_a_real_renstra() -> None:
    nama = {simpul.kode: simpul.nama for simpul in POHON}
    assert all(nama[b["kode"]] == b["nama"] for b in baris_csv())
    milik = {ukuran.simpul: ukuran for ukuran in UKURAN}
    assert all(milik[b["kode"]].nama == b["indikator"] for b in baris_csv())


def test_every_blank_has_its_reason_and_only_due_figures_are_typed(gudang: Gudang) -> None:
    for kiriman in daftar_kiriman():
        for kode, ketikan in isian(kiriman).items():
            assert ketikan, kode
    (kosong,) = [b for b in gudang.kueri("realisasi_tahun", kode_pd=KODE_PD, tahun=2025) if b["alasan"]]
    assert (kosong["kode_indikator"], kosong["nilai"], kosong["pembilang"]) == ("IKU-05", None, None)


def test_each_unit_fills_the_money_of_its_own_leaves() -> None:
    kiriman = Kiriman("PMD", Periode(2025, 1), 1, *2 * (next(iter(daftar_kiriman())).dibuat,))
    assert set(isian_anggaran(kiriman)) == {"7.01.03.2.01.0001", "7.01.03.2.01.0003", "7.01.03.2.03.0004"}


def test_a_missing_workbook_is_not_passed_over(tmp_path: Path) -> None:
    kosong = buka_gudang(None)
    with pytest.raises(FileNotFoundError):
        semai(kosong, tmp_path)
    kosong.tutup()


def test_a_workbook_that_is_not_taken_stops_the_seeding(tmp_path: Path) -> None:
    (tmp_path / "rencana.xlsx").write_bytes(b"bukan buku kerja")
    kosong = buka_gudang(None)
    with pytest.raises(ContohTidakSesuai, match=r"^rencana\.xlsx"):
        semai(kosong, tmp_path)
    kosong.tutup()
