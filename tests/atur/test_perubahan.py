"""Every change is allowed, has its reason, is on record with old and new value, and overwrites nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from analytics.acuan import TidakSah, baca_pengaturan, nilai_pengaturan
from analytics.atur.catatan_perubahan import baca_riwayat
from analytics.atur.hari import UbahHari, UbahWaktuBaku
from analytics.atur.kantor import UbahKantor, UbahUnit, UrutkanUnit
from analytics.atur.pejabat import TetapkanPejabat
from analytics.atur.pengaturan import UbahPengaturan
from analytics.atur.perubahan import Perubahan, simpan
from analytics.atur.skala import JenjangDiketik, TambahSkala
from analytics.atur.skala_peringkat import PeringkatDiketik, TambahPeringkat
from analytics.aturan.periode import Periode
from analytics.bukti_asli.baca_jejak import SaringanJejak, tabel_jejak
from analytics.papan.tenggat import baca_waktu_baku, waktu_baku
from analytics.rencana.impor import muat_skala
from analytics.sop.hari_kerja import baca_kalender
from analytics.sop.izin import TidakBerhak
from analytics.sop.peran import Pelaku
from data.gudang import Gudang, Peristiwa
from tests.alat.evaluasi import evaluasi_renja
from tests.alat.tabel_beku import beku
from tests.alat.toko import KODE_PD, TAHUN
from tests.atur.alat_kantor import (
    ALASAN,
    AWAL_TAHUN,
    CAMAT_UJI,
    HARI,
    KASUBBAG,
    PENGELOLA_UJI,
    UMUM,
    WAKTU,
    aturan_turun,
)

DUA_JENJANG = (JenjangDiketik("Baik", "▲", "75"), JenjangDiketik("Kurang", "▼"))
SKALA = TambahSkala(ALASAN, "skala_kabupaten", "Perbup 12/2026", DUA_JENJANG)
PERINGKAT = TambahPeringkat(
    ALASAN, "desa_digital", "Perbup 12/2026", (PeringkatDiketik("Mandiri", "3"), PeringkatDiketik("Maju", "1,5"))
)
DESIMAL = UbahPengaturan(ALASAN, "desimal", "1", AWAL_TAHUN)
BAKU = UbahWaktuBaku(ALASAN, 5, "2", "4", AWAL_TAHUN)
LIBUR = UbahHari(ALASAN, date(2026, 12, 18), libur=True, nama="Hari Jadi Kabupaten")
CAMAT_BARU = TetapkanPejabat(ALASAN, "Camat", "Siti Aminah", AWAL_TAHUN)
SEMUA: tuple[Perubahan, ...] = (
    DESIMAL,
    SKALA,
    PERINGKAT,
    aturan_turun(rumus="turun_rasio"),
    UbahKantor(ALASAN, AWAL_TAHUN, "Kecamatan Lain", "Kabupaten Uji", "33.03.05"),
    UbahUnit(ALASAN, "S1", "Seksi Pelayanan", AWAL_TAHUN),
    UrutkanUnit(ALASAN, "S2", 1),
    BAKU,
    LIBUR,
    CAMAT_BARU,
)


def ubah(gudang: Gudang, perubahan: Perubahan, pelaku: Pelaku = KASUBBAG) -> str:
    return simpan(gudang, pelaku, KODE_PD, perubahan, WAKTU)


def peristiwa(gudang: Gudang) -> list[dict[str, Any]]:
    return gudang.kueri("peristiwa_semua")


@pytest.mark.parametrize("perubahan", SEMUA, ids=lambda perubahan: perubahan.jenis)
def test_a_change_is_one_peristiwa_with_old_and_new_value_and_reason(kantor: Gudang, perubahan: Perubahan) -> None:
    sebelum = len(peristiwa(kantor))
    ubah(kantor, perubahan)
    semua = peristiwa(kantor)
    assert len(semua) == sebelum + 1
    akhir, isi = semua[-1], json.loads(semua[-1]["rincian"])
    assert (akhir["aksi"], akhir["oleh"], akhir["akun"]) == (f"atur:{perubahan.jenis}", "Kasubbag Uji", "kasubbag")
    assert akhir["sebagai"] == "Kasubbag Perencanaan dan Keuangan"
    assert isi["lama"] != isi["baru"]
    assert isi["alasan"] == ALASAN
    (tercatat,) = baca_riwayat(kantor, KODE_PD, {perubahan.jenis})
    assert (tercatat.perihal, tercatat.lama, tercatat.baru) == (perubahan.sebutan, isi["lama"], isi["baru"])
    assert tercatat.sejak == perubahan.sejak


@pytest.mark.parametrize("perubahan", SEMUA, ids=lambda perubahan: perubahan.jenis)
def test_a_change_without_a_reason_is_refused_logged_and_writes_nothing(utuh: Gudang, perubahan: Perubahan) -> None:
    with pytest.raises(TidakSah, match="Tulis alasan"):
        ubah(utuh, replace(perubahan, alasan=" - "))
    akhir = peristiwa(utuh)[-1]
    assert (akhir["aksi"], akhir["mengubah"]) == (f"tolak:{perubahan.izin}", False)
    assert baca_riwayat(utuh, KODE_PD, {perubahan.jenis}) == ()


@pytest.mark.parametrize("perubahan", SEMUA, ids=lambda perubahan: perubahan.jenis)
def test_the_camat_changes_no_setting_and_the_refusal_is_logged(utuh: Gudang, perubahan: Perubahan) -> None:
    with pytest.raises(TidakBerhak, match="tidak termasuk tugas Anda"):
        ubah(utuh, perubahan, CAMAT_UJI)
    assert peristiwa(utuh)[-1]["aksi"] == f"tolak:{perubahan.izin}"


def test_the_pengelola_changes_settings_and_the_kasubbag_umum_only_officials(kantor: Gudang) -> None:
    ubah(kantor, DESIMAL, PENGELOLA_UJI)
    ubah(kantor, CAMAT_BARU, UMUM)
    with pytest.raises(TidakBerhak):
        ubah(kantor, SKALA, UMUM)


@pytest.mark.parametrize("perubahan", [DESIMAL, aturan_turun(rumus="turun_rasio"), CAMAT_BARU], ids=lambda s: s.jenis)
def test_what_would_change_nothing_is_refused(kantor: Gudang, perubahan: Perubahan) -> None:
    ubah(kantor, perubahan)
    with pytest.raises(TidakSah, match="tidak ada yang berubah"):
        ubah(kantor, perubahan)


def test_a_change_is_refused_when_the_data_moved_since_it_was_previewed(kantor: Gudang) -> None:
    dilihat = kantor.versi_data()
    ubah(kantor, CAMAT_BARU)
    with pytest.raises(TidakSah, match="Data berubah sejak akibatnya ditampilkan"):
        simpan(kantor, KASUBBAG, KODE_PD, DESIMAL, WAKTU, dilihat)
    assert nilai_pengaturan(kantor, "desimal", HARI) == "2"


@pytest.mark.parametrize(
    ("kunci", "nilai", "sebab"),
    [
        ("desimal", "5", "bilangan bulat 0 sampai 4"),
        ("desimal", "1,5", "bilangan bulat"),
        ("desimal", "-1", "bilangan bulat"),
        ("desimal", "", "bilangan bulat"),
        ("batas_capaian", "150", "tanpa, 100, 120"),
        ("kebijakan_nol", "nol", "seratus, tanpa_nilai"),
        ("skala_predikat", "karangan", "kode salah satu skala"),
        ("pemeriksa_sendiri", "ya", "tolak, tandai"),
        ("sesi_menganggur_menit", "2", "bilangan bulat 5 sampai 1.440"),
        ("nomor_formulir_renja", " ", "satu baris"),
        ("nomor_formulir_renja", "x" * 21, "paling panjang 20 huruf"),
        ("rahasia", "1", "tidak dikenal"),
    ],
)
def test_a_setting_cannot_become_what_its_description_does_not_allow(
    utuh: Gudang, kunci: str, nilai: str, sebab: str
) -> None:
    sebelum = beku(utuh, "pengaturan", KODE_PD)
    with pytest.raises(TidakSah, match=sebab):
        ubah(utuh, UbahPengaturan(ALASAN, kunci, nilai, AWAL_TAHUN))
    assert beku(utuh, "pengaturan", KODE_PD) == sebelum


def test_a_setting_holds_from_its_day_on_and_the_last_of_a_day_counts(kantor: Gudang) -> None:
    ubah(kantor, UbahPengaturan(ALASAN, "desimal", "1", date(2026, 7, 1)))
    ubah(kantor, UbahPengaturan(ALASAN, "desimal", "3", date(2026, 7, 1), "Keputusan Camat 5/2026"))
    hari = (date(2026, 6, 30), date(2026, 7, 1))
    assert [baca_pengaturan(kantor, tanggal).desimal for tanggal in hari] == [2, 3]
    baris = [(s["revisi"], s["nilai"]) for s in beku(kantor, "pengaturan", KODE_PD) if s["kunci"] == "desimal"]
    assert baris == [(1, "2"), (1, "1"), (2, "3")]
    assert baca_pengaturan(kantor, hari[1]).sumber["desimal"] == "Keputusan Camat 5/2026"


@pytest.mark.parametrize(
    ("jenjang", "sebab"),
    [
        ((JenjangDiketik("Baik", "▲", "75"), JenjangDiketik("Kurang", "▼", "50")), "celah atau tumpang tindih"),
        ((JenjangDiketik("Baik", "▲"), JenjangDiketik("Kurang", "▼")), "celah atau tumpang tindih"),
        ((JenjangDiketik("A", "▲", "50"), JenjangDiketik("B", "●", "75"), JenjangDiketik("C", "▼")), "celah"),
        ((JenjangDiketik("Baik", "▲", "1.200"), JenjangDiketik("Kurang", "▼")), "punya dua arti"),
        ((JenjangDiketik("Baik", "▲", "tujuh puluh 5"), JenjangDiketik("Kurang", "▼")), "tidak terbaca"),
        ((JenjangDiketik("Baik', 1", "▲", "75"), JenjangDiketik("Kurang", "▼")), "tidak dapat dipakai"),
        ((JenjangDiketik("Baik", '"', "75"), JenjangDiketik("Kurang", "▼")), "tidak dapat dipakai"),
        ((JenjangDiketik("Baik", "▲", "75"), JenjangDiketik("Baik", "▼")), "Predikat setiap jenjang harus berbeda"),
        ((JenjangDiketik("Baik", "▲", "75", "70"), JenjangDiketik("Kurang", "▼")), "Batas tercetak Baik"),
        ((JenjangDiketik("Baik", "▲", "75"), JenjangDiketik("Kurang", "▼", "", "", "80")), "Batas tercetak Kurang"),
        ((JenjangDiketik("Kurang", "▼"),), "2 sampai 10 jenjang"),
    ],
)
def test_a_scale_with_a_hole_or_an_unreadable_limit_is_not_stored(
    utuh: Gudang, jenjang: tuple[JenjangDiketik, ...], sebab: str
) -> None:
    sebelum = utuh.kueri("skala_predikat")
    with pytest.raises(TidakSah, match=sebab):
        ubah(utuh, replace(SKALA, jenjang=jenjang))
    assert utuh.kueri("skala_predikat") == sebelum


def test_a_scale_is_chosen_from_a_day_on_and_never_changes(kantor: Gudang) -> None:
    ubah(kantor, SKALA)
    with pytest.raises(TidakSah, match="sudah ada dan tidak dapat diubah"):
        ubah(kantor, replace(SKALA, jenjang=(JenjangDiketik("Baik", "▲", "60"), DUA_JENJANG[1])))
    ubah(kantor, UbahPengaturan(ALASAN, "skala_predikat", "skala_kabupaten", date(2026, 7, 1)))
    assert baca_pengaturan(kantor, date(2026, 6, 30)).skala.kode == "permendagri_86_2017"
    baru = baca_pengaturan(kantor, date(2026, 9, 30)).skala
    assert [(jenjang.predikat, jenjang.di_atas) for jenjang in baru.jenjang] == [("Baik", 75), ("Kurang", None)]
    assert baru.sumber == "Perbup 12/2026"


def test_a_scale_of_grades_can_be_chosen_by_a_rule_and_never_changes(kantor: Gudang) -> None:
    ubah(kantor, PERINGKAT)
    assert baca_pengaturan(kantor, HARI).skala_ordinal["desa_digital"] == {"Mandiri": 3, "Maju": Decimal("1.5")}
    assert muat_skala(kantor)["desa_digital"] == {"Mandiri", "Maju"}
    with pytest.raises(TidakSah, match="sudah ada dan tidak dapat diubah"):
        ubah(kantor, replace(PERINGKAT, sumber="Perbup 13/2026"))


@pytest.mark.parametrize(
    ("jenjang", "sebab"),
    [
        ((("Mandiri", "3"), ("Maju", "")), "Beri angka pada semua peringkat"),
        ((("Maju", "1"), ("Mandiri", "3")), "Angka harus menurun"),
        ((("Maju", "2"), ("Berkembang", "2")), "Angka harus menurun"),
        ((("Maju", ""), ("maju", "")), "harus berbeda"),
        ((("Maju", ""), ("12", "")), "tidak dapat menjadi peringkat"),
        ((("Maju", ""), ("-", "")), "tidak dapat menjadi peringkat"),
        ((("Maju", "1.200"), ("Berkembang", "1")), "tidak terbaca sebagai satu angka"),
        ((("Maju", "3"),), "2 sampai 12 peringkat"),
    ],
)
def test_a_scale_of_grades_that_is_not_whole_is_not_stored(
    utuh: Gudang, jenjang: tuple[tuple[str, str], ...], sebab: str
) -> None:
    sebelum = utuh.kueri("skala_ordinal")
    with pytest.raises(TidakSah, match=sebab):
        ubah(utuh, replace(PERINGKAT, jenjang=tuple(PeringkatDiketik(*isi) for isi in jenjang)))
    assert utuh.kueri("skala_ordinal") == sebelum


def test_a_rule_gets_a_new_revisi_beside_the_old_one(kantor: Gudang) -> None:
    ubah(kantor, aturan_turun(rumus="turun_rasio"))
    semua = beku(kantor, "aturan_indikator", KODE_PD)
    assert [(s["revisi"], s["rumus"], s["alasan"]) for s in semua if s["kode_indikator"] == "TURUN"] == [
        (0, "turun_selisih", None),
        (1, "turun_rasio", ALASAN),
    ]


@pytest.mark.parametrize(
    ("lain", "sebab"),
    [
        ({"rumus": "naik"}, "tidak untuk polaritas turun"),
        ({"polaritas": "naik", "rumus": "ordinal"}, "Skala peringkat TURUN tidak sesuai"),
        ({"rumus": "karangan"}, "Rumus karangan tidak dikenal"),
        ({"frekuensi": "bulanan"}, "Frekuensi bulanan tidak dikenal"),
    ],
)
def test_a_rule_that_an_import_would_refuse_is_refused_here_too(utuh: Gudang, lain: dict[str, str], sebab: str) -> None:
    with pytest.raises(TidakSah, match=sebab):
        ubah(utuh, aturan_turun(**lain))


def test_a_year_without_a_rule_gets_its_first_one_from_the_plan(utuh: Gudang) -> None:
    with pytest.raises(TidakSah, match="datang bersama impor rencana"):
        ubah(utuh, replace(aturan_turun(rumus="turun_rasio"), tahun=2031))


def test_the_code_of_the_office_stays_and_its_description_changes(kantor: Gudang) -> None:
    ubah(kantor, UbahKantor(ALASAN, HARI, "Kecamatan Lain", "Kabupaten Baru", "", "3303050"))
    (baris,) = kantor.kueri("kantor_pada", hari=HARI)
    assert baris == {
        "kode_pd": KODE_PD,
        "nama": "Kecamatan Lain",
        "kabupaten": "Kabupaten Baru",
        "kode_wilayah": None,
        "kode_bps": "3303050",
        "contoh": True,
    }
    with pytest.raises(TidakSah, match="Nama kantor tidak boleh kosong"):
        ubah(kantor, UbahKantor(ALASAN, HARI, " ", "Kabupaten Baru"))


def test_a_unit_moves_to_its_place_and_has_a_name_of_its_own(kantor: Gudang) -> None:
    ubah(kantor, UrutkanUnit(ALASAN, "S2", 1))
    assert [unit["kode_unit"] for unit in kantor.kueri("unit", kode_pd=KODE_PD)] == ["S2", "S1"]
    for usul, sebab in (
        (UbahUnit(ALASAN, "S2", "Seksi Satu", HARI), "Sudah ada unit lain"),
        (UrutkanUnit(ALASAN, "S2", 3), "1 sampai 2"),
        (UbahUnit(ALASAN, "S9", "Seksi Baru", HARI), "datang bersama impor rencana"),
    ):
        with pytest.raises(TidakSah, match=sebab):
            ubah(kantor, usul)


def _nama_unit(gudang: Gudang, hari: date) -> list[str]:
    return [unit["nama"] for unit in gudang.kueri("unit_pada", kode_pd=KODE_PD, hari=hari)]


def test_a_name_holds_from_its_day_on_and_drafts_of_earlier_periode_keep_the_old_one(kantor: Gudang) -> None:
    juli = date(TAHUN, 7, 1)
    ubah(kantor, UbahUnit(ALASAN, "S1", "Seksi Pelayanan", juli))
    ubah(kantor, UbahKantor(ALASAN, juli, "Kecamatan Lain", "Kabupaten Uji"))
    assert _nama_unit(kantor, juli - timedelta(days=1))[0] == "Seksi Satu"
    assert _nama_unit(kantor, juli)[0] == "Seksi Pelayanan"
    for triwulan, unit, nama in ((2, "Seksi Satu", "Kecamatan Uji"), (3, "Seksi Pelayanan", "Kecamatan Lain")):
        hasil = evaluasi_renja(kantor, KODE_PD, Periode(TAHUN, triwulan))
        assert hasil.keterangan.kantor.nama == nama
        assert {kinerja.baris.indikator.nama_unit for baris in hasil.baris for kinerja in baris.kinerja} == {unit}


def test_a_correction_of_the_same_day_counts_and_a_later_name_follows_it(kantor: Gudang) -> None:
    maret, juli = date(TAHUN, 3, 1), date(TAHUN, 7, 1)
    for nama, mulai in (("Seksi Kelak", juli), ("Seksi Kini", maret), ("Seksi Kini Benar", maret)):
        ubah(kantor, UbahUnit(ALASAN, "S1", nama, mulai))
    assert [_nama_unit(kantor, hari)[0] for hari in (date(TAHUN, 1, 1), maret, juli)] == [
        "Seksi Satu",
        "Seksi Kini Benar",
        "Seksi Kelak",
    ]


def test_waktu_baku_holds_from_its_day_on(kantor: Gudang) -> None:
    ubah(kantor, UbahWaktuBaku(ALASAN, 5, "2", "4", date(2026, 7, 1)))
    hari = (date(2026, 6, 30), date(2026, 7, 1))
    baku = baca_waktu_baku(kantor)
    assert [waktu_baku(baku, 5, tanggal).tulisan for tanggal in hari] == ["2–6 hari kerja", "2–4 hari kerja"]
    with pytest.raises(TidakSah, match="Langkah 13 tidak ada"):
        ubah(kantor, UbahWaktuBaku(ALASAN, 13, "2", "4", AWAL_TAHUN))


@pytest.mark.parametrize(("cepat", "lama"), [("3", "2"), ("0", "0"), ("satu", "2"), ("1,5", "2"), ("1", "61")])
def test_days_that_cannot_be_are_refused(utuh: Gudang, cepat: str, lama: str) -> None:
    with pytest.raises(TidakSah):
        ubah(utuh, UbahWaktuBaku(ALASAN, 5, cepat, lama, AWAL_TAHUN))


def test_a_special_day_can_be_changed_again_and_both_rows_stay(kantor: Gudang) -> None:
    hari = date(2026, 12, 18)
    ubah(kantor, UbahHari(ALASAN, hari, libur=True, nama="Hari Jadi Kabupaten"))
    ubah(kantor, UbahHari(ALASAN, hari, libur=False, nama="Hari Jadi dipindahkan"))
    khusus = baca_kalender(kantor).khusus[hari]
    assert (khusus.libur, khusus.nama, khusus.sumber) == (False, "Hari Jadi dipindahkan", ALASAN)
    assert baca_kalender(kantor).bekerja(hari)
    assert [catatan.lama for catatan in baca_riwayat(kantor, KODE_PD, {"hari_khusus"})] == [
        "libur (Hari Jadi Kabupaten)",
        "hari kerja",
    ]


def test_formats_are_checked_against_the_new_rule_and_setting_and_need_no_new_look_for_an_official(
    kantor: Gudang,
) -> None:
    def nomor() -> int:
        return int(kantor.kueri("versi_bahan", kode_pd=KODE_PD)[0]["rencana"])

    awal = nomor()
    ubah(kantor, CAMAT_BARU)
    assert nomor() == awal
    for perubahan in (
        aturan_turun(rumus="turun_rasio"),
        DESIMAL,
        SKALA,
        UbahUnit(ALASAN, "S1", "Seksi Pelayanan", AWAL_TAHUN),
    ):
        ubah(kantor, perubahan)
        assert nomor() == kantor.versi_data()


@pytest.mark.parametrize("perubahan", [DESIMAL, SKALA, BAKU, LIBUR], ids=lambda perubahan: perubahan.jenis)
def test_what_reaches_every_office_stands_in_the_history_of_every_office(kantor: Gudang, perubahan: Perubahan) -> None:
    lain = {"kode_pd": "7.01.0.00.0.00.99.0000", "nama": "Kecamatan Lain", "kabupaten": "Kabupaten Uji"}
    with kantor.transaksi(Peristiwa(KODE_PD, "penguji", "uji", "uji", {}, WAKTU)) as tx:
        tx.tambah("perangkat_daerah", [{**lain, "contoh": False}])
    ubah(kantor, perubahan)
    ubah(kantor, CAMAT_BARU)
    milik, tetangga = (baca_riwayat(kantor, kode, {perubahan.jenis}) for kode in (KODE_PD, lain["kode_pd"]))
    assert [catatan.perihal for catatan in tetangga] == [perubahan.sebutan]
    assert milik == tetangga
    assert baca_riwayat(kantor, lain["kode_pd"], {"pejabat"}) == ()
    jejak = [baris.isi for baris in tabel_jejak(kantor, lain["kode_pd"], SaringanJejak()).baris]
    assert any(
        "untuk: semua kantor" in str(peristiwa) and f"oleh kantor: {KODE_PD}" in str(peristiwa) for peristiwa in jejak
    )
