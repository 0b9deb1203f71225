"""Settings on the screen: what is in force, the form, what it would change, saving, and the history."""

from __future__ import annotations

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from analytics.contoh.akun import CAMAT_CONTOH, SEKCAM, UMUM, kepala
from analytics.contoh.data_pohon import UNIT
from analytics.formulir import BUTIR
from pages import DAFTAR
from tests.alat.halaman import Masuk, buka, jalankan, judul, terlihat

HALAMAN = [halaman for halaman in DAFTAR if halaman.url.startswith("pengaturan")]
PENGATURAN = [halaman.url for halaman in HALAMAN]


def tekan(uji: AppTest, label: str) -> AppTest:
    next(tombol for tombol in uji.button if tombol.label == label).click()
    return jalankan(uji)


def isi(uji: AppTest, label: str, nilai: str) -> None:
    next(kotak for kotak in (*uji.text_input, *uji.text_area) if kotak.label == label).set_value(nilai)


def pilih(uji: AppTest, label: str, nilai: object) -> None:
    next(pilihan for pilihan in uji.selectbox if pilihan.label == label).set_value(nilai)


def tombol(uji: AppTest) -> list[str]:
    return [tombol.label for tombol in uji.main.button]


def test_settings_are_seen_by_those_who_answer_for_them() -> None:
    assert len(PENGATURAN) == 6
    assert all((halaman.kelompok, halaman.lihat) == ("Pengaturan", "lihat_pengaturan") for halaman in HALAMAN)


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("url", PENGATURAN)
def test_who_may_not_change_a_setting_reads_it_and_gets_no_form(masuk: Masuk, url: str) -> None:
    masuk.siapa = SEKCAM
    uji = buka(url)
    assert "Halaman ini dapat Anda baca." in terlihat(uji)
    assert tombol(uji) == []
    assert not uji.main.text_area


@pytest.mark.usefixtures("contoh")
def test_a_kepala_seksi_has_no_settings_in_the_menu(masuk: Masuk) -> None:
    masuk.siapa = kepala(UNIT[0].kode)
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        buka("pengaturan")


@pytest.mark.usefixtures("contoh")
def test_the_kasubbag_umum_changes_officials_and_nothing_else(masuk: Masuk) -> None:
    masuk.siapa = UMUM
    assert "Periksa pejabat ini" in tombol(buka("pengaturan-pejabat"))
    assert tombol(buka("pengaturan")) == []


@pytest.mark.usefixtures("salinan")
def test_a_cap_is_previewed_saved_and_moves_the_running_triwulan_and_not_the_approved_one() -> None:
    def iku(triwulan: str) -> str:
        return terlihat(buka("evaluasi-iku", tahun="2026", triwulan=triwulan))

    disetujui, berjalan = iku("1"), iku("3")
    assert "disetujui" in disetujui
    uji = buka("pengaturan", butir="batas_capaian")
    assert judul(uji) == f"{len(BUTIR)} pengaturan berlaku, 0 di antaranya ditetapkan kantor ini"
    pilih(uji, "Batas atas capaian yang baru", "100")
    isi(uji, "Alasan", "Kesepakatan dengan Bappeda")
    tekan(uji, "Lihat akibatnya")
    lihat = terlihat(uji)
    assert "capaian berubah pada" in lihat
    assert "dari **tanpa batas** menjadi **100 persen**, berlaku sejak 1 Januari" in lihat
    assert "100,00" in lihat
    assert "angkanya dibekukan dan tidak tersentuh: TW I 2026" in lihat
    assert "Belum ada yang diubah di kantor ini." in lihat
    tekan(uji, "Simpan perubahan ini")
    assert judul(uji) == f"{len(BUTIR)} pengaturan berlaku, 1 di antaranya ditetapkan kantor ini"
    lihat = terlihat(uji)
    assert "Tersimpan: Batas atas capaian, dari tanpa batas menjadi 100 persen." in lihat
    assert "Kesepakatan dengan Bappeda" in lihat
    assert "Kasubbag Perencanaan (contoh) (Kasubbag Perencanaan dan Keuangan)" in lihat
    assert "Simpan perubahan ini" not in tombol(uji)
    assert iku("1") == disetujui
    assert iku("3") != berjalan


@pytest.mark.usefixtures("salinan")
def test_a_dropped_proposal_and_one_of_who_lost_the_peran_meanwhile_change_nothing(masuk: Masuk) -> None:
    uji = buka("pengaturan", butir="desimal")
    _usulkan_desimal(uji)
    tekan(uji, "Batal")
    assert judul(uji) == f"{len(BUTIR)} pengaturan berlaku, 0 di antaranya ditetapkan kantor ini"
    assert "Simpan perubahan ini" not in tombol(uji)
    _usulkan_desimal(uji)
    masuk.siapa = CAMAT_CONTOH
    tekan(uji, "Simpan perubahan ini")
    assert "Halaman ini dapat Anda baca." in terlihat(uji)
    assert judul(uji) == f"{len(BUTIR)} pengaturan berlaku, 0 di antaranya ditetapkan kantor ini"


def _usulkan_desimal(uji: AppTest) -> None:
    isi(uji, "Pembulatan capaian (desimal) yang baru", "0")
    isi(uji, "Alasan", "Mengikuti laporan tercetak")
    tekan(uji, "Lihat akibatnya")


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize(
    ("nilai", "alasan", "sebab"),
    [
        ("sepuluh", "Mengikuti laporan tercetak", "Yang dapat: bilangan bulat 0 sampai 4."),
        ("1", "", "Tulis alasan perubahan ini"),
        ("2", "Mengikuti laporan tercetak", "tidak ada yang berubah"),
    ],
)
def test_what_cannot_be_saved_is_said_before_there_is_a_button_to_save(nilai: str, alasan: str, sebab: str) -> None:
    uji = buka("pengaturan", butir="desimal")
    isi(uji, "Pembulatan capaian (desimal) yang baru", nilai)
    isi(uji, "Alasan", alasan)
    tekan(uji, "Lihat akibatnya")
    assert sebab in terlihat(uji)
    assert "Simpan perubahan ini" not in tombol(uji)


@pytest.mark.usefixtures("salinan")
def test_a_scale_is_typed_checked_and_added() -> None:
    uji = buka("pengaturan-skala")
    assert all(f" {tercetak} " in terlihat(uji) for tercetak in ("91 ke atas", "76 – 90", "sampai 50"))
    pilih(uji, "Banyaknya jenjang", 2)
    jalankan(uji)
    isi(uji, "Nama skala", "perbup_12_2026")
    isi(uji, "Sumber (peraturan atau keputusan)", "Perbup 12/2026")
    isi(uji, "Alasan", "Skala kabupaten")
    for label, nilai in (
        ("Predikat (1)", "Baik"),
        ("Simbol (1)", "▲"),
        ("Predikat (2)", "Kurang"),
        ("Simbol (2)", "▼"),
    ):
        isi(uji, label, nilai)
    tekan(uji, "Periksa skala ini")
    assert "celah atau tumpang tindih" in terlihat(uji)
    isi(uji, "Di atas (1)", "72,5")
    tekan(uji, "Periksa skala ini")
    assert "▲ Baik di atas 72,5; ▼ Kurang selebihnya" in terlihat(uji)
    tekan(uji, "Simpan perubahan ini")
    assert "Tersimpan: Skala predikat Perbup 12/2026" in terlihat(uji)
    assert "Permendagri 86/2017 (dipakai)" in terlihat(uji)
    assert "permendagri_86_2017" not in terlihat(uji) + terlihat(buka("pengaturan"))


@pytest.mark.usefixtures("salinan")
def test_a_scale_of_grades_is_typed_line_by_line_checked_and_added() -> None:
    uji = buka("pengaturan-skala")
    assert "WTP (4); WDP (3); TW (2); TMP (1)" in terlihat(uji)
    isi(uji, "Nama skala peringkat", "desa_digital")
    isi(uji, "Sumber skala peringkat", "Perbup 12/2026")
    isi(uji, "Alasan menambah skala peringkat", "Indikator desa digital")
    isi(uji, "Peringkat", "Mandiri = 3\nMaju = 2\nBerkembang")
    tekan(uji, "Periksa skala peringkat ini")
    assert "Beri angka pada semua peringkat, atau tidak pada satu pun." in terlihat(uji)
    isi(uji, "Peringkat", "Mandiri = 3\nMaju = 2\nBerkembang = 1")
    tekan(uji, "Periksa skala peringkat ini")
    tekan(uji, "Simpan perubahan ini")
    assert "Tersimpan: Skala peringkat desa_digital" in terlihat(uji)
    assert "Mandiri (3); Maju (2); Berkembang (1)" in terlihat(uji)


@pytest.mark.usefixtures("salinan")
def test_a_rule_of_one_indicator_is_changed_for_one_year_with_its_preview() -> None:
    uji = buka("pengaturan-aturan", tahun="2026")
    kode = next(pilihan for pilihan in uji.selectbox if pilihan.label == "Indikator").value
    kini = next(pilihan for pilihan in uji.selectbox if pilihan.label == "Agregasi").value
    pilih(uji, "Agregasi", "maksimum" if kini != "maksimum" else "nilai_akhir")
    isi(uji, "Alasan", "Definisi operasional diperbarui")
    tekan(uji, "Lihat akibatnya")
    assert f"Aturan indikator {kode} tahun 2026: dari **agregasi" in terlihat(uji)
    tekan(uji, "Simpan perubahan ini")
    assert judul(uji).endswith("1 di antaranya diubah")
    assert all(tahun in terlihat(uji) for tahun in ("2024–2025", "2027–2028")), "the same rule stands once"
    assert "Definisi operasional diperbarui" in terlihat(uji)


@pytest.mark.usefixtures("salinan")
def test_a_unit_moves_and_is_renamed_from_a_day_in_the_future() -> None:
    uji = buka("pengaturan-kantor")
    pilih(uji, "Urutan", 2)
    uji.text_area[2].set_value("Urutan SOTK")
    tekan(uji, "Periksa urutan")
    tekan(uji, "Simpan perubahan ini")
    isi(uji, "Nama unit", "Seksi Tata Praja")
    uji.date_input(key=f"sejak_unit_{UNIT[0].kode}").set_value(date(2034, 1, 1))
    uji.text_area[1].set_value("SOTK baru")
    tekan(uji, "Periksa nama unit")
    assert "menjadi **Seksi Tata Praja**, berlaku sejak 1 Januari 2034" in terlihat(uji)
    tekan(uji, "Simpan perubahan ini")
    isi_halaman = terlihat(uji)
    assert f"Urutan unit {UNIT[0].kode}  1  2" in " ".join(isi_halaman.split("\n"))
    assert "Tersimpan: Nama unit" in isi_halaman
    assert isi_halaman.count("Seksi Tata Praja") == 2, "in the message and in the history, not among the names of today"


@pytest.mark.usefixtures("salinan")
def test_office_and_units_get_other_names_and_keep_their_codes() -> None:
    uji = buka("pengaturan-kantor")
    isi(uji, "Nama kantor", "Kecamatan Purbalingga Kota")
    isi(uji, "Alasan", "Perda 3/2026")
    tekan(uji, "Periksa perubahan kantor")
    tekan(uji, "Simpan perubahan ini")
    assert judul(uji).startswith("Kecamatan Purbalingga Kota, ")
    assert "Kode kantor dan kode unit tidak dapat diubah, dan unit tidak dapat dihapus" in terlihat(uji)
    assert "memakai nama yang berlaku pada hari terakhir periodenya" in terlihat(uji)
    isi(uji, "Nama unit", UNIT[1].nama)
    uji.text_area[1].set_value("Salah ketik")
    tekan(uji, "Periksa nama unit")
    assert f"Sudah ada unit lain bernama {UNIT[1].nama}." in terlihat(uji)


@pytest.mark.usefixtures("salinan")
def test_a_deputy_is_put_on_record_and_shown_in_the_office() -> None:
    uji = buka("pengaturan-pejabat")
    assert "Ratna Wulandari (contoh)" in terlihat(uji)
    pilih(uji, "Sebagai", "plt")
    isi(uji, "Nama dengan gelar", "Joko Susilo (contoh)")
    isi(uji, "Alasan (nomor surat keputusan atau surat perintah)", "Surat perintah 800/12")
    tekan(uji, "Periksa pejabat ini")
    assert "Plt. memerlukan hari terakhir." in terlihat(uji)
    next(kotak for kotak in uji.date_input if kotak.label.startswith("Hari terakhir")).set_value(date(2030, 1, 1))
    tekan(uji, "Periksa pejabat ini")
    tekan(uji, "Simpan perubahan ini")
    assert "Joko Susilo (contoh) (Plt. Camat)" in terlihat(uji)


@pytest.mark.usefixtures("salinan")
def test_waktu_baku_and_a_local_holiday_are_changed() -> None:
    uji = buka("pengaturan-hari", langkah="5")
    isi(uji, "Paling lama (hari kerja)", "4")
    isi(uji, "Alasan", "Angka tercetak tidak jelas")
    tekan(uji, "Periksa waktu baku")
    tekan(uji, "Simpan perubahan ini")
    assert "Waktu baku langkah 5, dari 2–6 hari kerja menjadi 2–4 hari kerja." in terlihat(uji)
    isi(uji, "Nama", "Hari Jadi Kabupaten")
    isi(uji, "Alasan (surat edaran atau keputusan)", "SE Bupati 9/2026")
    tekan(uji, "Periksa hari ini")
    tekan(uji, "Simpan perubahan ini")
    assert judul(uji).endswith("1 hari khusus tercatat")


@pytest.mark.usefixtures("contoh")
def test_the_days_that_do_not_count_stand_with_their_source_for_the_year_chosen() -> None:
    isi_halaman = terlihat(buka("pengaturan-hari", tahun_libur="2026"))
    assert re.search(r"Senin, 17 Agustus 2026\s+libur\s+Hari Kemerdekaan[^\n]+Hari libur nasional", isi_halaman)
    assert re.search(r"Kamis, 24 Desember 2026\s+libur\s+Cuti Bersama Hari Raya Natal\s+Cuti Bersama", isi_halaman)
    assert "belum ditetapkan seluruhnya" not in isi_halaman
    assert "2027 belum ditetapkan seluruhnya" in terlihat(buka("pengaturan-hari", tahun_libur="2027"))


@pytest.mark.usefixtures("salinan")
def test_a_single_holiday_is_worked_and_the_sentence_says_what_it_was_before() -> None:
    uji = buka("pengaturan-hari", tahun_libur="2026")
    uji.date_input(key="hari_khusus_tanggal").set_value(date(2026, 12, 24))
    uji.selectbox(key="hari_khusus_rupa").set_value("hari kerja")
    isi(uji, "Nama", "Pelayanan tetap buka")
    isi(uji, "Alasan (surat edaran atau keputusan)", "SE Bupati 12/2026")
    tekan(uji, "Periksa hari ini")
    semula, menjadi = "libur (Cuti Bersama Hari Raya Natal)", "hari kerja (Pelayanan tetap buka)"
    assert f"24 Desember 2026: dari **{semula}** menjadi **{menjadi}**. Belum tersimpan." in terlihat(uji)
    tekan(uji, "Simpan perubahan ini")
    baris = r"Kamis, 24 Desember 2026\s+hari kerja\s+Pelayanan tetap buka\s+ditetapkan kantor: SE Bupati 12/2026"
    assert re.search(baris, terlihat(uji))
