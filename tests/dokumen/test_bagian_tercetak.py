"""Where units share a sub kegiatan, the formulas of a form count the parts that were reported."""

from __future__ import annotations

import pytest

from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.formulir import RENJA, evaluasi_semua
from tests.alat.kantor_bagian import LAIN, PROGRAM, SUB, TW2, berbagi, kantor, sebagian
from tests.alat.toko import KODE_PD
from tests.dokumen.alat_lembar import LembarUji


@pytest.fixture(scope="module")
def lembar() -> LembarUji:
    kompilasi = evaluasi_semua(sebagian(berbagi(kantor())).tulis(), KODE_PD, TW2)
    renja = next(terisi for terisi in kompilasi.formulir if terisi.lembar.kode == RENJA.kode)
    return LembarUji.buka(susun_kompilasi(kompilasi), RENJA.nama, renja.susunan)


def test_the_pagu_of_a_part_that_was_not_reported_is_taken_off_in_every_formula(lembar: LembarUji) -> None:
    """3 of 6 million of A; the 4 million of B, and the sub kegiatan of the Seksi, were not reported."""
    program, sub, lain = (lembar.baris("program", kode) for kode in (PROGRAM, SUB, LAIN))
    bagian_b = lembar.susunan.sel("target_rp", sub + 2)
    tahun, target = (lembar.susunan.sel(kunci, sub) for kunci in ("tahun_rp", "target_rp"))
    assert lembar.rumus("serapan", sub) == f"{tahun}/({target}-{bagian_b})*100"
    jumlah = lembar.baris("no", "Jumlah realisasi dibanding jumlah pagu, Rp (%), 1 dari 3 baris yang berpagu")
    for baris, awal, akhir in ((program, sub, lain), (jumlah, program - 1, lain)):
        realisasi, pagu, ikut = (
            f"{lembar.susunan.sel(kunci, awal)}:{lembar.susunan.sel(kunci, akhir)}"
            for kunci in ("tahun_rp", "target_rp", "serapan_dirata")
        )
        syarat = f'{ikut},">=-1E+300"'
        assert lembar.rumus("serapan", baris) == (
            f"SUMIFS({realisasi},{syarat})/(SUMIFS({pagu},{syarat})-{bagian_b})*100"
        )
        assert lembar.nilai("serapan", baris) == pytest.approx(50)
