"""Who verifies, supervises and approves reads beside a figure what stands in its place, or what was reported last."""

from __future__ import annotations

from datetime import date

from analytics.alur.persetujuan import AngkaKompilasi, CalonKompilasi, tulis_triwulan
from analytics.aturan.periode import Periode
from analytics.dokumen.ringkasan import sebut_kurang
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil import BarisIndikator
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.renja import susun_renja
from analytics.sop.objek import Objek
from pages.komponen.persetujuan import baris_angka
from pages.pengumpulan.bagian.verifikasi import tulis_capaian
from tests.alat.toko import KODE_PD, TAHUN, Toko

TW2 = Periode(TAHUN, 2)


def _calon(setelan: str) -> CalonKompilasi:
    toko = Toko()
    toko.indikator("A", agregasi="nilai_akhir")
    toko.target("A", {0: 70, 1: 66, 2: 68, 3: 69, 4: 70})
    toko.lapor("A", {1: 66, 2: None})
    isi = {"revisi": 1, "keterangan": "uji", "sumber": "uji"}
    toko.tambah("pengaturan", kunci="tw_kosong", mulai=date(TAHUN, 1, 1), nilai=setelan, **isi)
    for baris in toko.tabel["pengaturan"]:
        del baris["kode_pd"]
    bacaan = baca(toko.tulis(), KODE_PD, TW2)
    iku = susun_iku(bacaan)
    baris_indikator: BarisIndikator = iku.baris[0].baris
    angka = AngkaKompilasi(baris_indikator, baris_indikator.pada(2), baris_indikator.pada(1), None)
    return CalonKompilasi(Objek.kompilasi(KODE_PD, TW2), iku, susun_renja(bacaan), (angka,), (), (), {}, (), "")


def test_what_was_reported_last_is_named_where_a_value_is_missing() -> None:
    calon = _calon("tanpa_nilai")
    kini = calon.angka[0].kini
    assert tulis_triwulan(kini) == "belum ada data TW II, terakhir 66 (TW I)"
    assert baris_angka(calon.angka[0]).isi[4] == "belum ada data TW II, terakhir 66 (TW I)"
    assert [perkara.kalimat for perkara in calon.pengecualian] == [
        "Tidak dihitung sebagai 0. Yang terakhir 66 (TW I). Sebab: survei belum selesai"
    ]
    assert sebut_kurang(kini) == "survei belum selesai; terakhir 66 (TW I)."
    assert tulis_capaian(kini) == "survei belum selesai; terakhir 66 (TW I)"


def test_a_value_that_stands_for_a_blank_triwulan_is_named_as_that_of_its_own() -> None:
    calon = _calon("nilai_terakhir")
    kini = calon.angka[0].kini
    assert tulis_triwulan(kini) == "66 (capaian 97,06 %; nilai TW I)"
    assert str(baris_angka(calon.angka[0]).isi[6]).endswith("; nilai TW I")
    assert calon.pengecualian[0].kalimat == "Target 68, realisasi 66 (capaian 97,06 %; nilai TW I)."
    assert sebut_kurang(kini) == "Belum ada data sesudahnya; yang dihitung nilai TW I: survei belum selesai"
    assert tulis_capaian(kini).endswith("; nilai TW I")
