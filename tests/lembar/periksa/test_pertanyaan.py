"""How many questions a plausible year raises, and how many of them are worth asking.

Two plans: the sample office, with quarterly targets, and a public plan that has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Final

import pytest

from analytics.contoh.data_pohon import KODE_PD
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from analytics.rencana.impor import impor_rencana
from analytics.rencana.periksa.jawab import JawabanRencana, JawabanSoal
from data.gudang import Gudang
from tests.alat import rencana_publik
from tests.alat.kosong import gudang_kosong
from tests.alat.tahun_wajar import BukuWajar, Slip, isi_setahun

_WAKTU: Final = datetime(2026, 1, 5, 8, 0)
_CONTOH: Final = Path(__file__).parents[3] / "data" / "contoh"
_SOAL: Final = ("riwayat_rupiah", "target_nol", "target_tanpa_pagu", "satuan_janggal")
"""What the public plan is asked about when it is imported; each time the reading that is offered is right."""

SLIP: Final = (
    Slip(1, "7.01.01.2.08.0004", "rupiah", 17.2, "skala_nilai"),
    Slip(1, "I-7.01.01.2.02.0001", "realisasi", 0, "realisasi_nol"),
    Slip(1, "I-7.01.02.2.01.0001", "realisasi", 25.5, "tidak_utuh"),
    Slip(1, "I-7.01.03", "realisasi", 0.92, "pecahan_persen"),
    Slip(2, "I-7.01.01.2.06.0009", "realisasi", 120, "setahun_terlampaui"),
    Slip(2, "I-7.01.06", "realisasi", 925, "persen_lebih"),
    Slip(2, "I-7.01.03.2.03.0001", "realisasi", "1.157", "angka_ambigu"),
    Slip(2, "7.01.01.2.02.0001", "rupiah", 2 * 2_727_831_490, "anggaran_kelipatan"),
    Slip(2, "I-7.01.04", "realisasi", "95 laporan", "bukan_angka"),
    Slip(3, "7.01.01.2.08.0004", "rupiah", 3_000_000, "anggaran_turun"),
    Slip(3, "I-7.01.02.2.04", "realisasi", None, "belum_ada_data"),
    Slip(3, "I-7.01.03", "realisasi", 9.2, "memburuk"),
    Slip(3, "I-7.01.01.2.08.0002", "realisasi", "nihil", "isian_kata"),
    Slip(4, "7.01.03.2.03.0001", "rupiah", "18,5 juta", "bukan_angka"),
    Slip(4, "I-7.01.06.2.01.0003", "realisasi", diketik=True, kode="bukan_angka"),
    Slip(4, "7.01.02.2.04.0003", "rupiah", 91_000_000, "anggaran_lebih"),
    Slip(4, "I-S1", "realisasi", 3.64, "capaian_janggal"),
)
"""One of every kind that people make, over the year of the public plan."""


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as terbuka:
        yield terbuka


@pytest.fixture(scope="module")
def publik(pembaca: Pembaca) -> tuple[BukuWajar, ...]:
    """The year of the public plan, without and with the slips."""
    return tuple(_setahun(_gudang_publik(pembaca), pembaca, rencana_publik.KODE_PD, SLIP))


def _gudang_publik(pembaca: Pembaca) -> Gudang:
    gudang = gudang_kosong()
    jawaban = JawabanRencana(jenis=dict.fromkeys(_SOAL, JawabanSoal(1)))
    isi = rencana_publik.berkas_publik()
    putusan = impor_rencana(gudang, isi, "rencana.xlsx", "Kasubbag (uji)", _WAKTU, jawaban, buka=pembaca.baca)
    assert putusan.status == "tersimpan", putusan.pesan
    return gudang


def _gudang_contoh(pembaca: Pembaca) -> Gudang:
    gudang = gudang_kosong()
    for nama in ("rencana.xlsx", "rencana_perubahan_2025.xlsx"):
        isi = (_CONTOH / nama).read_bytes()
        putusan = impor_rencana(gudang, isi, nama, "Kasubbag (uji)", _WAKTU, "contoh", buka=pembaca.baca)
        assert putusan.status == "tersimpan", putusan.pesan
    return gudang


def _setahun(gudang: Gudang, pembaca: Pembaca, kode_pd: str, slip: tuple[Slip, ...] = ()) -> Iterator[BukuWajar]:
    yield from isi_setahun(gudang, PemeriksaBerkas(gudang, kode_pd, pembaca), kode_pd, 2026, slip)
    gudang.tutup()


def _periksa_tenang(semua: Iterable[BukuWajar]) -> None:
    """A median of at most one question a workbook, and never more than three."""
    banyak = [len(buku.tanpa_slip) for buku in semua]
    assert median(banyak) <= 1
    assert max(banyak) <= 3


def test_a_clean_year_of_a_public_plan_is_hardly_asked_about(publik: tuple[BukuWajar, ...]) -> None:
    assert len(publik) == 16
    _periksa_tenang(publik)
    assert sum(len(buku.tanpa_slip) for buku in publik) <= 4


def test_a_clean_year_of_the_sample_office_is_hardly_asked_about(pembaca: Pembaca) -> None:
    semua = tuple(_setahun(_gudang_contoh(pembaca), pembaca, KODE_PD))
    assert len(semua) == 24
    _periksa_tenang(semua)


def test_of_the_questions_of_a_year_with_slips_three_of_four_are_about_a_slip(publik: tuple[BukuWajar, ...]) -> None:
    ditanya = [(buku, temuan) for buku in publik for temuan in buku.pertanyaan]
    patut = [temuan for buku, temuan in ditanya if buku.patut(temuan)]
    assert sorted(temuan.kode for temuan in patut) == sorted(slip.kode for slip in SLIP)
    assert len(patut) >= 0.75 * len(ditanya)


def test_a_slip_is_asked_about_once(publik: tuple[BukuWajar, ...]) -> None:
    assert sum(len(buku.slip) for buku in publik) == len(SLIP)
    for buku in publik:
        for slip in buku.slip:
            tentang = [temuan.kode for temuan in buku.pertanyaan if temuan.kode_baris == slip.baris]
            assert tentang == [slip.kode]
