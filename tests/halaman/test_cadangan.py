"""The backup page: what is there, make one, prove one, take one away."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG
from data.gudang import folder_cadangan
from tests.alat.cadangan import balik_bit
from tests.alat.halaman import Masuk, buka, jalankan, judul, terlihat


def _tekan(uji: AppTest, label: str) -> AppTest:
    next(tombol for tombol in uji.button if tombol.label == label).click()
    return jalankan(uji)


def test_a_backup_is_made_listed_and_proved(kantor: Path) -> None:
    uji = buka("cadangan")
    assert judul(uji) == "Belum ada cadangan"
    uji = _tekan(uji, "Buat cadangan sekarang")
    berkas = next(folder_cadangan(kantor).glob("*.zip"))
    assert f"Cadangan dibuat: {berkas.name}" in terlihat(uji)
    assert judul(uji).startswith("Cadangan terakhir dibuat")
    assert berkas.name in terlihat(uji)
    uji = _tekan(uji, "Periksa cadangan ini")
    assert "dapat dipulihkan. Jejak utuh" in terlihat(uji)


def test_a_damaged_backup_is_named_on_the_page(kantor: Path) -> None:
    uji = _tekan(buka("cadangan"), "Buat cadangan sekarang")
    berkas = next(folder_cadangan(kantor).glob("*.zip"))
    utuh = berkas.read_bytes()
    berkas.write_bytes(utuh[:1000] + b"\x00" * 1000 + utuh[2000:])
    uji = _tekan(uji, "Periksa cadangan ini")
    assert berkas.name in terlihat(uji)
    berkas.write_bytes(b"bukan zip")
    uji = jalankan(uji)
    assert f"{berkas.name} tidak dapat dibaca sebagai cadangan Capaian." in terlihat(uji)
    assert judul(uji) == "Belum ada cadangan"


def test_a_disk_that_refuses_is_a_sentence(kantor: Path) -> None:
    folder_cadangan(kantor).write_text("a file where the folder should be")
    uji = _tekan(buka("cadangan"), "Buat cadangan sekarang")
    assert "data tidak berubah. Periksa ruang cakram" in terlihat(uji)


def test_one_flipped_bit_of_a_note_damages_that_backup_and_no_page(kantor: Path) -> None:
    uji = _tekan(buka("cadangan"), "Buat cadangan sekarang")
    rusak = next(folder_cadangan(kantor).glob("*.zip"))
    uji = _tekan(uji, "Buat cadangan sekarang")
    balik_bit(rusak, rusak.read_bytes().rindex(b"cadangan.json", 0, rusak.read_bytes().rindex(b"PK\x01\x02")) + 30)
    isi = terlihat(jalankan(uji))
    assert f"{rusak.name} tidak dapat dibaca sebagai cadangan Capaian. Isinya rusak." in isi
    assert judul(uji).startswith("Cadangan terakhir dibuat")
    jejak = _tekan(buka("jejak"), "Periksa jejak")
    assert f"{rusak.name} tidak dapat dibaca" in terlihat(jejak)
    assert "Ujung jejak di dalamnya tidak ikut dibandingkan." in terlihat(jejak)


def test_a_damaged_store_that_somebody_found_stays_called_damaged(kantor: Path) -> None:
    uji = _tekan(buka("cadangan"), "Buat cadangan sekarang")
    berkas = next(folder_cadangan(kantor).glob("*.zip"))
    balik_bit(berkas, berkas.stat().st_size // 2)
    uji = jalankan(_tekan(uji, "Periksa cadangan ini"))
    assert judul(uji) == "Belum ada cadangan"
    assert f"{berkas.name} tidak dapat dibaca sebagai cadangan Capaian. Isinya rusak." in terlihat(uji)


def test_who_looks_after_backups_reads_on_beranda_that_one_is_damaged_and_nobody_else_does(
    kantor: Path, masuk: Masuk
) -> None:
    folder_cadangan(kantor).mkdir()
    for nomor in range(4):
        (folder_cadangan(kantor) / f"harian-{nomor}.zip").write_bytes(b"bukan zip")
    masuk.siapa = KASUBBAG
    isi = terlihat(buka())
    assert "Cadangan data perlu diperhatikan" in isi
    assert "harian-2.zip tidak dapat dibaca sebagai cadangan Capaian." in isi
    assert "harian-3.zip" not in isi
    masuk.siapa = CAMAT_CONTOH
    assert "Cadangan data perlu diperhatikan" not in terlihat(buka())
