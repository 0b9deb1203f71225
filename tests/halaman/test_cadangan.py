"""The backup page: what is there, make one, prove one, take one away."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from data.gudang import folder_cadangan
from tests.halaman.alat import buka, jalankan, judul, terlihat


def _tekan(uji: AppTest, label: str) -> AppTest:
    next(satu for satu in uji.button if satu.label == label).click()
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
