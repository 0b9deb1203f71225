"""Why an evaluation has no figure, and of how many its figures are, in words that are true of it."""

from __future__ import annotations

from analytics.aturan.periode import Periode
from analytics.dokumen.keterangan import tulis_keterangan
from analytics.dokumen.kompilasi import tulis_kompilasi
from analytics.dokumen.tabel_evaluasi import tulis_rumus
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.renja import susun_renja
from analytics.evaluasi.renstra import susun_renstra
from analytics.formulir import isi_kompilasi, kata
from analytics.formulir.renja import RENJA
from pages.komponen import kalimat, kartu
from tests.alat.toko import KODE_PD, TAHUN, Toko

TURUN = {"polaritas": "turun", "rumus": "turun_selisih"}


def _baca(toko: Toko, triwulan: int) -> Bacaan:
    return baca(toko.tulis(), KODE_PD, Periode(TAHUN, triwulan))


def _kantor() -> Toko:
    toko = Toko()
    toko.simpul("7.01.02", "program", "S1.1", 3, "S1")
    toko.simpul("7.01.02.2.01", "kegiatan", "7.01.02", 4, "S1")
    toko.simpul("7.01.02.2.01.0001", "sub_kegiatan", "7.01.02.2.01", 5, "S1")
    return toko


def test_units_that_have_sent_are_not_waited_for_where_the_target_of_the_triwulan_is_missing() -> None:
    toko = _kantor()
    toko.indikator("A", "7.01.02.2.01.0001")
    toko.target("A", {0: 80})
    toko.lapor("A", {1: 20, 2: 20})
    bacaan = _baca(toko, 2)
    assert kalimat.sebut_belum_dinilai(susun_iku(bacaan)) == (
        "Target triwulan tidak ada pada 1 dari 1 IKU, sehingga capaian s/d triwulan tidak dapat dihitung."
    )
    renja = susun_renja(bacaan)
    (kinerja,) = renja.kinerja_terbawah()
    banding = "Target triwulan tidak ada; 40 terhadap target setahun 80 → 50,00 %."
    assert tulis_keterangan(kinerja.baris.indikator, kinerja.kini, renja.pengaturan) == banding
    assert banding in tulis_rumus(kinerja.kini)
    akhir = "s/d Triwulan II 2026: target triwulan tidak ada"
    assert RENJA.kalimat(renja) == f"Belum ada indikator Renja yang mempunyai capaian {akhir}"
    assert kartu.catatan_renja(renja).startswith(
        "Target triwulan tidak ada pada 1 dari 1 indikator Renja; "
        "terhadap target setahun rata-rata capaian 50,00 % (1 dari 1 indikator). "
    )


def test_the_title_says_of_the_lowest_rows_that_they_have_no_indicator_or_no_capaian_where_one_above_has() -> None:
    toko = _kantor()
    toko.indikator("A", "7.01.02")
    toko.target("A", {0: 80, 1: 20, 2: 40})
    toko.lapor("A", {1: 20, 2: 20})
    renja = susun_renja(_baca(toko, 2))
    assert renja.penutup.kinerja.nilai is None
    akhir = "s/d Triwulan II 2026"
    sebab = f"rata-rata capaian {akhir} tidak dapat dihitung"
    assert RENJA.kalimat(renja) == f"Baris terbawah Renja tidak berindikator, sehingga {sebab}"
    toko.indikator("B", "7.01.02.2.01.0001")
    toko.target("B", {0: 80, 2: 40})
    kalimat_renja = RENJA.kalimat(susun_renja(_baca(toko, 2)))
    assert kalimat_renja == f"Belum ada indikator Renja pada baris terbawah yang mempunyai capaian {akhir}"


def test_what_is_waited_for_is_the_kiriman_only_until_all_have_sent() -> None:
    def sebab(*unit: str) -> str:
        toko = Toko()
        toko.indikator("A")
        toko.target("A", {0: 80, 1: 20, 2: 20, 3: 20, 4: 20})
        for kode_unit in unit:
            toko.lapor("A", {1: None}, unit=kode_unit)
        return kalimat.sebut_belum_dinilai(susun_iku(_baca(toko, 1)))

    assert sebab("S1") == "Angka muncul setelah kiriman unit diterima."
    assert sebab("S1", "S2") == "Semua unit sudah mengirim; 1 belum ada data."


def test_the_reason_of_one_unit_looks_at_what_this_one_has_sent_and_at_no_other() -> None:
    toko = Toko()
    for kode, unit in (("A", "S1"), ("B", "S2")):
        toko.indikator(kode, unit=unit)
        toko.target(kode, {0: 80, 1: 20, 2: 20, 3: 20, 4: 20})
    toko.lapor("A", {1: None})
    bacaan = _baca(toko, 1)
    assert kalimat.sebut_belum_dinilai(susun_iku(bacaan, "S1")) == "Unit ini sudah mengirim; 1 belum ada data."
    assert kalimat.sebut_belum_dinilai(susun_iku(bacaan, "S2")) == "Angka muncul setelah kiriman unit diterima."
    assert susun_iku(bacaan, "S1").keterangan.kelengkapan == "Seksi Satu sudah mengirim s/d TW I 2026"


def test_all_that_is_judged_without_a_percent_is_counted_in_one_sentence() -> None:
    toko = Toko()
    toko.indikator("A")
    toko.indikator("N", **TURUN)
    toko.indikator("P", rumus="ordinal", agregasi="nilai_akhir", skala_ordinal="akip")
    for kode, target, nilai in (("A", 20, 20), ("N", 0, 2), ("P", "BB", "B")):
        toko.target(kode, {1: target})
        toko.lapor(kode, {1: nilai})
    assert susun_iku(_baca(toko, 1)).beda_banyak() == (
        "3 IKU dinilai tercapai atau tidak; rata-rata dari 1 yang bernilai persen, "
        "tanpa 2 yang dinilai tanpa persen (peringkat, atau target 0 yang meleset)."
    )


def test_the_mean_of_the_renja_says_of_how_many_it_is() -> None:
    toko = _kantor()
    for kode in ("A", "B"):
        toko.indikator(kode, "7.01.02.2.01.0001")
        toko.target(kode, {0: 80, 1: 20, 2: 20, 3: 20, 4: 20})
    toko.lapor("A", {1: 20})
    angka = kartu.rata_renja("Rata-rata capaian Renja", susun_renja(_baca(toko, 1)).penutup)
    assert (angka.nilai, angka.catatan.split(" · ")[0]) == ("100,00 %", "1 dari 2 indikator")


def test_what_had_nothing_to_measure_is_outside_n_and_m_and_told_beside_them_everywhere() -> None:
    toko = _kantor()
    rasio = {"agregasi": "rasio", "pembilang": "selesai", "penyebut": "pengaduan", "faktor": 100}
    for kode, isian in (("A", (1, 2)), ("B", (0, 0))):
        toko.indikator(kode, "7.01.02.2.01.0001", **rasio)
        for rencana in (1, 4):
            toko.target(kode, {0: 50, **(dict.fromkeys((1, 2, 3, 4), 50) if rencana == 4 else {})}, rencana=rencana)
        toko.lapor(kode, {1: isian})
    bacaan = _baca(toko, 1)
    tanpa = ", tanpa 1 indikator yang tidak ada kejadiannya"
    penutup = susun_renja(bacaan).penutup
    for rata in (penutup.kinerja, penutup.kinerja_tahun, penutup.kinerja_renstra, susun_renstra(bacaan).sd):
        assert kata.banyak(rata) == f"1 dari 1 indikator{tanpa}"
    assert kartu.catatan_rata(susun_iku(bacaan).rata_rata) == f"1 bernilai persen dari 1 wajib lapor{tanpa}"
    sel = tulis_kompilasi(isi_kompilasi(lambda formulir: formulir.evaluasi(bacaan, None))).sel
    kalimat_sel = [nilai for lembar in sel.values() for nilai, _ in lembar.values() if tanpa in str(nilai)]
    assert [kata_sel.partition(tanpa)[0] for kata_sel in kalimat_sel] == [
        "1 dari 1 IKU yang wajib lapor bernilai",
        "1 dari 1 indikator yang wajib lapor bernilai",
        "Indikator yang bernilai, dari yang wajib lapor",
        "Rata-rata capaian kinerja (%), K terhadap target setahun, 1 dari 1 indikator",
        *["Banyak indikator yang bernilai, dari yang wajib lapor"] * 2,
    ]
