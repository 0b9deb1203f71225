from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pytest

from analytics.naskah.kepala import Penanda
from analytics.naskah.memo import Lampiran, sebut_kepala, susun_memo
from tests.alat.kembali import banyak_panjang, kepala, semua, teks_memo


def _baris(isi: bytes) -> list[list[str]]:
    return [[sel.text for sel in baris.cells] for baris in docx.Document(io.BytesIO(isi)).tables[1].rows]


def test_the_memo_says_who_what_and_what_next() -> None:
    teks = teks_memo(susun_memo(kepala(), semua()))
    for bagian in (
        "PEMERINTAH KABUPATEN PURBALINGGA",
        "KECAMATAN PURBALINGGA (CONTOH)",
        "NOTA PENGEMBALIAN FORMAT DATA KINERJA",
        "CONTOH, BUKAN DATA RESMI",
        "Kepala Seksi Pemerintahan",
        "Kepala Subbagian Perencanaan dan Keuangan",
        "17 Agustus 2026",
        "Pengembalian format data kinerja Triwulan III 2026 (unggahan ke-2)",
        "Berkas belum dapat diterima karena masih ada galat. Yang diminta dari unit: 5 galat, 4 peringatan.",
        "7 diperbaiki, 2 tersisa, 0 baru dibanding unggahan ke-1.",
        "Berkas asli yang Saudara kirim terlampir tanpa perubahan apa pun.",
        "1 (satu) format terisi dan 1 (satu) berkas asli",
    ):
        assert bagian in teks
    assert re.search(r"NIP\t: \.+$", teks, re.MULTILINE)


def test_who_holds_the_office_signs_the_memo() -> None:
    penanda = Penanda("Plt. Kepala Subbagian Perencanaan dan Keuangan", "Budi (contoh)", "19", "Penata")
    teks = teks_memo(susun_memo(kepala(penanda=penanda), semua()))
    assert f"{penanda.jabatan},\nBudi (contoh)\nPenata\nNIP 19\n" in teks


def test_the_table_has_the_errors_first_and_counts_what_does_not_fit() -> None:
    baris = _baris(susun_memo(kepala(), tuple(reversed(semua()))))
    assert baris[0] == ["No", "Sel", "Yang ditemukan", "Yang diminta"]
    assert ["galat" in larik[1] for larik in baris[1:]] == sorted(
        ("galat" in larik[1] for larik in baris[1:]), reverse=True
    )
    assert "✖ galat\nseluruh berkas" in [larik[1] for larik in baris]
    banyak = susun_memo(kepala(), banyak_panjang(300))
    muat = len(_baris(banyak)) - 1
    assert 2 <= muat <= 8
    assert f"dan {300 - muat} temuan lain pada lembar TEMUAN" in teks_memo(banyak)


def test_a_real_office_and_a_first_upload_are_not_called_an_example() -> None:
    teks = teks_memo(susun_memo(kepala(contoh=False, keterangan=(), kabupaten=""), semua()))
    assert "CONTOH," not in teks
    assert "sebelumnya" not in teks
    assert "PEMERINTAH" not in teks


@pytest.mark.parametrize(
    ("lampiran", "kalimat"),
    [
        ("tanpa", "Format terisi tidak dibuat dan berkas asli tidak dilampirkan"),
        ("asli", "Isi berkas ini tidak dapat dipindahkan ke format Capaian."),
    ],
)
def test_a_memo_without_a_filled_format_does_not_speak_of_sheet_temuan(lampiran: Lampiran, kalimat: str) -> None:
    teks = teks_memo(susun_memo(kepala(), banyak_panjang(40), lampiran))
    assert kalimat in teks
    assert "TEMUAN" not in teks


def test_a_memo_that_asks_nothing_of_the_unit_says_so() -> None:
    waktu = "Dapat diterima setelah Kasubbag Perencanaan menegaskan 1 peringatan yang sudah dijelaskan unit."
    memo = susun_memo(kepala(putusan=waktu), ())
    assert len(docx.Document(io.BytesIO(memo)).tables) == 1
    assert "Yang diminta dari unit: tanpa temuan." in teks_memo(memo)
    assert "Tidak ada yang perlu diperbaiki unit." in teks_memo(memo)
    assert "kami kembalikan untuk diperbaiki" not in teks_memo(memo)


@pytest.mark.parametrize(
    ("unit", "sebutan"),
    [
        ("Subbagian Umum dan Kepegawaian", "Kepala Subbagian Umum dan Kepegawaian"),
        ("Sekretariat", "Sekretaris Kecamatan"),
        ("Kelurahan Bojong", "Lurah Bojong"),
    ],
)
def test_a_unit_is_addressed_by_its_head(unit: str, sebutan: str) -> None:
    assert sebut_kepala(unit) == sebutan


def test_text_from_people_cannot_break_the_memo() -> None:
    jahat = "\x00<w:p>\u202e&amp;\x0b\ud800" + "panjang" * 9_000
    temuan = replace(semua()[0], pesan=jahat, saran=jahat, lembar=jahat, sel="A1", kode_indikator=jahat)
    isi = susun_memo(kepala(nama_unit=jahat, nama_berkas=jahat, putusan=jahat, nama_kantor="Kecamatan"), (temuan,))
    assert "<w:p>" in teks_memo(isi)
    assert len(teks_memo(isi)) < 4_000


def test_the_same_memo_has_the_same_bytes() -> None:
    assert susun_memo(kepala(), semua()) == susun_memo(kepala(), semua())
