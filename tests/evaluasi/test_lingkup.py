from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.indikator import rincian_indikator
from analytics.evaluasi.lingkup import (
    daftar_dokumen,
    daftar_periode,
    periode_awal,
    pohon,
    susun_kelengkapan,
)
from analytics.evaluasi.renja import susun_renja
from tests.alat.kosong import gudang_kosong
from tests.alat.toko import KODE_PD, TAHUN, Toko
from tests.evaluasi.alat_renja import SUB_1, isi_toko


def test_a_unit_that_has_not_sent_is_named_with_what_it_owes() -> None:
    gudang = isi_toko().tulis()
    hasil = susun_kelengkapan(baca(gudang, KODE_PD, Periode(2026, 4)))
    satu, dua = hasil.unit
    assert (satu.wajib, satu.terisi, satu.kosong) == (2, 0, ("Indikator ikm", "Indikator dok"))
    assert (dua.wajib, dua.versi) == (1, None)
    assert hasil.lengkap == 0


def test_what_has_been_sent_is_counted() -> None:
    hasil = susun_kelengkapan(baca(isi_toko().tulis(), KODE_PD, Periode(2026, 3)))
    assert [(unit.wajib, unit.terisi, unit.versi) for unit in hasil.unit] == [(1, 1, 1), (1, 1, 1)]
    assert hasil.lengkap == 2


def test_a_yearly_value_goes_by_its_schedule_on_the_page_of_its_unit_as_on_every_form() -> None:
    """Due in TW II: reported before it, in it, after it, never; and due in TW IV, reported in TW II."""
    toko = Toko()
    semua = {"dini": {1: 70}, "tepat": {2: 70}, "telat": {3: 70}, "tiada": {}, "akhir": {2: 70}}
    for kode, isi in semua.items():
        toko.indikator(kode, frekuensi="tahunan", agregasi="nilai_akhir", jatuh_tempo="4" if kode == "akhir" else "2")
        toko.target(kode, {0: 70})
        toko.lapor(kode, isi)
    gudang = toko.tulis()
    milik = {}
    for triwulan in (1, 2, 3, 4):
        bacaan = baca(gudang, KODE_PD, Periode(TAHUN, triwulan))
        unit = susun_kelengkapan(bacaan).unit[0]
        milik[triwulan] = (unit.terisi, unit.wajib, unit.kosong)
        kini = [kinerja.kini for simpul in susun_renja(bacaan).baris for kinerja in simpul.kinerja]
        iku = [baris.kini for baris in susun_iku(bacaan).baris]
        assert [angka.sebutan for angka in kini] == [angka.sebutan for angka in iku]
        assert len(unit.kosong) == sum(angka.keadaan == "belum_ada_data" for angka in kini)
    assert milik == {
        1: (1, 1, ()),
        2: (2, 5, ("Indikator dini", "Indikator telat", "Indikator tiada")),
        3: (1, 1, ("Indikator dini (TW II)", "Indikator tiada (TW II)")),
        4: (0, 1, ("Indikator akhir", "Indikator dini (TW II)", "Indikator tiada (TW II)")),
    }


def test_who_counts_what_is_owed_makes_no_figures() -> None:
    bacaan = baca(isi_toko().tulis(), KODE_PD, Periode(2026, 4))
    kosong = [nama for unit in susun_kelengkapan(bacaan).unit for nama in unit.kosong]
    assert kosong == [bacaan.indikator(letak).sebutan for letak in bacaan.letak_tahun(2026)]
    assert {jenis for jenis, *_ in bacaan._jadi} == {"indikator", "sasaran"}


def test_screens_open_at_the_newest_triwulan_with_data() -> None:
    gudang = isi_toko().tulis()
    assert periode_awal(gudang, KODE_PD) == Periode(2026, 3)
    assert len(daftar_periode(gudang, KODE_PD)) == 12
    assert [dokumen.jenis for dokumen in daftar_dokumen(gudang, KODE_PD)] == ["renstra", "renja", "renja", "renja"]


def test_an_empty_store_has_no_periode() -> None:
    assert periode_awal(gudang_kosong(), KODE_PD) is None


def test_the_tree_names_the_indicators_of_every_node() -> None:
    simpul = {simpul.kode: simpul for simpul in pohon(isi_toko().tulis(), KODE_PD)}
    assert simpul[SUB_1].indikator == ("dok",)
    assert simpul[SUB_1].daun
    assert not simpul["7.01.06"].daun


def test_an_indicator_tells_its_rule_working_history_and_source() -> None:
    gudang = isi_toko().tulis()
    hasil = rincian_indikator(gudang, KODE_PD, "dok", Periode(2026, 3))
    assert hasil.kini.capaian.cara_hitung == "6 / 6 × 100 = 100,00"
    assert hasil.kini.asal.alamat == "S1-2026-3-v1.xlsx, Realisasi!J12"
    assert [(tahun.tahun, tahun.capaian.tulisan) for tahun in hasil.riwayat] == [
        (2024, "100,00"),
        (2025, "87,50"),
        (2026, "75,00"),
    ]
    assert hasil.riwayat[2].sumber == "S1-2026-3-v1.xlsx, Realisasi!J12 (s/d TW III)"
    assert [tahun for tahun, _ in hasil.aturan_per_tahun] == [2024, 2025, 2026]
