from dataclasses import replace

from analytics.grafik import serapan
from tests.grafik import alat_hasil as contoh

PASANGAN = serapan.dari_renja(contoh.evaluasi_renja(), "program")


def test_money_is_drawn_once_per_row_and_every_indicator_has_its_own_bar() -> None:
    figur = serapan.gambar(PASANGAN, contoh.PENGATURAN)
    huruf = [teks.strip() for teks in figur.data[5].text]
    assert huruf == ["K", "K", "Rp", "K", "Rp", "K", "Rp"]
    assert list(figur.data[1].x) == [60.5, 101.17647058823529, 95.5, 170.0, 75.0, 0.0, 0.0]


def test_a_name_leaves_room_for_the_letters_at_its_left() -> None:
    nama = "Program Pembinaan dan Pengawasan Pemerintahan Desa"
    figur = serapan.gambar([replace(PASANGAN[0], nama=nama)], contoh.PENGATURAN)
    assert "Program Pembinaan dan Pengawasan Pemerintahan<br>Desa" in [
        teks for jejak in figur.data for teks in jejak.text or ()
    ]


def test_what_is_missing_is_written_and_not_drawn_as_zero() -> None:
    kanan = list(serapan.gambar(PASANGAN, contoh.PENGATURAN).data[6].text)
    assert kanan[-2:] == ["<i>belum ada data</i>", "<i>belum ada</i>"]


def test_only_rows_of_the_level_with_something_to_show_are_taken() -> None:
    assert [pasangan.nama for pasangan in serapan.dari_renja(contoh.evaluasi_renja(), "kegiatan")] == [
        "Kegiatan Sinergi"
    ]
    assert serapan.dari_renja(contoh.evaluasi_renja(), "sasaran") == ()


def test_the_reading_names_where_money_ran_ahead_of_performance() -> None:
    assert serapan.bacaan(PASANGAN) == (
        f"Dari 2 baris yang mempunyai serapan, 1 capaiannya lebih rendah daripada serapannya, antara lain "
        f"{contoh.NAMA_PANJANG}."
    )
    assert serapan.bacaan(()) == "Belum ada serapan yang dapat dibandingkan dengan capaian."


def test_a_serapan_that_is_not_complete_is_marked_and_the_mark_explained() -> None:
    sebagian = (replace(PASANGAN[0], lengkap=False),)
    assert list(serapan.gambar(sebagian, contoh.PENGATURAN).data[6].text)[-1] == "95,50 *"
    assert serapan.bacaan(sebagian).endswith("Tanda * berarti sebagian sub kegiatannya belum melaporkan anggaran.")
