"""Why an evaluation has no figure, and of how many its figures are, in words that are true of it."""

from __future__ import annotations

from analytics.aturan.periode import Periode
from analytics.dokumen.keterangan import tulis_keterangan
from analytics.dokumen.tabel_evaluasi import tulis_rumus
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.renja import susun_renja
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
