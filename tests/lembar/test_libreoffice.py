from __future__ import annotations

from pathlib import Path

import pytest

from analytics.pembaca.baca import BukuTerbaca, baca_buku
from analytics.pembaca.penjaga import jaga
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, OPINI, PEMBINAAN, SUB_1, SUB_2
from tests.alat.libreoffice import bandingkan, hitung_ulang, perlu_libreoffice, simpan_ulang
from tests.lembar.alat_isian import Periksa, Susun

pytestmark = perlu_libreoffice


def test_a_workbook_saved_by_libreoffice_says_the_same_and_its_formulas_are_ours(
    susun: Susun, periksa: Periksa, tmp_path: Path
) -> None:
    isian = {
        APBDES: {"pembilang": 12, "penyebut": 13, "faktor_pendorong": "Pendampingan rutin"},
        OPINI: {"realisasi": "BB"},
        DESA_SELESAI: {"realisasi": 66.67},
        PEMBINAAN: {"realisasi": 3},
    }
    asal = susun(isian, {SUB_1: {"rupiah": 30_000_000}, SUB_2: {"rupiah": 12_500_000}})
    # openpyxl kept no cached values, so every value of a formula is LibreOffice's own.
    ods, xlsx = simpan_ulang(asal, tmp_path / "kiriman.xlsx")
    lama, baru = periksa(asal), periksa(xlsx)
    assert (baru.temuan, baru.realisasi, baru.anggaran) == ((), lama.realisasi, lama.anggaran)
    assert [temuan.kode for temuan in jaga(ods)] == ["bukan_xlsx"]
    buku = baca_buku(xlsx)
    assert isinstance(buku, BukuTerbaca)
    assert buku.lembar["Realisasi"].sel["M9"].nilai == pytest.approx(1200 / 13, rel=1e-9)
    assert buku.lembar["Realisasi"].teks("G2") == "Terisi 4 dari 4 indikator wajib"
    assert [buku.lembar["Anggaran"].sel[sel].nilai for sel in ("F6", "F9")] == [42_500_000, 42_500_000]


def test_the_sums_of_money_are_those_of_libreoffice_before_and_after_typing(susun: Susun, tmp_path: Path) -> None:
    kosong = {selisih.sel: selisih for selisih in bandingkan(susun(), tmp_path) if selisih.lembar == "Anggaran"}
    assert (
        [kosong[sel].kami for sel in ("D6", "D9")] == [kosong[sel].mereka for sel in ("D6", "D9")] == [80_000_000] * 2
    )
    assert [kosong[sel].mereka for sel in ("F6", "F9")] == ["", ""]
    jalur = tmp_path / "terisi.xlsx"
    jalur.write_bytes(susun(None, {SUB_1: {"rupiah": 30_000_000}, SUB_2: {"rupiah": 12_500_000}}))
    baris = hitung_ulang(jalur).get_sheet_by_name("Anggaran").to_python(skip_empty_area=False)
    assert [baris[nomor - 1][5] for nomor in (6, 9)] == [42_500_000, 42_500_000]
