"""Nine planted errors from refusal to the accepted figure, through the page, LibreOffice and a real browser."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import openpyxl
import pytest
from playwright.sync_api import expect

from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.lembar.bentuk.format import (
    LEMBAR_ANGGARAN,
)
from analytics.lembar.bentuk.susun import susun_format
from data.gudang import Gudang
from tests.alat.layar import Layar
from tests.alat.libreoffice import perlu_libreoffice, simpan_ulang, ubah
from tests.alat.peladen import Peladen
from tests.browser.alat_unggahan import (
    LAMA,
    TITIPAN,
    Ketik,
    alamat,
    bernama,
    judul,
    kembalian,
    ketik,
    lihat,
    muatan,
    realisasi,
    unggah,
)

pytestmark = [pytest.mark.browser, *perlu_libreoffice]

Buka = Callable[..., Layar]

TW3 = Periode(2026, 3)
TW4 = Periode(2026, 4)
PADA = datetime(2026, 10, 1, 8)
PMD: Final = "PMD"
"""A unit of the sample office that has not sent its workbook for triwulan III 2026."""
KOMPUTER, TELEPON = (1366, 768), (390, 844)

ANGGARAN_TURUN: Final = (LEMBAR_ANGGARAN, "7.01.03.2.01.0001", "rupiah")
ANGGARAN_LEBIH: Final = (LEMBAR_ANGGARAN, "7.01.03.2.01.0003", "rupiah")
ANGGARAN_KOSONG: Final = (LEMBAR_ANGGARAN, "7.01.03.2.03.0004", "rupiah")


KELIRU: Final[Ketik] = {
    realisasi("P-03", "pembilang"): 51,
    realisasi("SK-20"): "1.200",
    realisasi("IKU-02"): "Mandiri",
    realisasi("IKU-15"): datetime(2026, 4, 6),
    realisasi("K-12"): "#REF!",
    realisasi("SK-19"): "lima",
    ANGGARAN_TURUN: 1_000_000,
    ANGGARAN_LEBIH: 235_000_000,
}
"""Half a pair, two readings, a grade, a date, an error of Excel, a word; money that falls, above its pagu, and (the
ninth) a due cell that stays blank."""
TUJUH: Final[Ketik] = {
    realisasi("P-03", "penyebut"): 75,
    realisasi("IKU-02"): 75,
    realisasi("IKU-15"): None,
    realisasi("K-12"): None,
    realisasi("SK-19"): None,
    ANGGARAN_TURUN: 13_000_000,
    ANGGARAN_KOSONG: 4_500_000,
}
"""What the unit corrects in the filled format that came back; three of the rows are not due in this triwulan."""
DUA: Final[Ketik] = {realisasi("SK-20"): 2, ANGGARAN_LEBIH: 170_000_000}
"""The last two."""


KALIMAT: Final = (
    "7 diperbaiki, 2 tersisa, 0 baru dibanding unggahan ke-1.",
    "2 diperbaiki, 0 tersisa, 0 baru dibanding unggahan ke-2.",
)
ASAL: Final = "format_2026_TW3_PMD"


def halaman_pdf(isi: bytes, folder: Path) -> str:
    """What LibreOffice prints of a workbook, as text."""
    (folder / "cetak.xlsx").write_bytes(isi)
    cetak = ubah(folder / "cetak.xlsx", "pdf")
    keluaran = subprocess.run(["pdftotext", "-layout", str(cetak), "-"], check=True, capture_output=True)
    return keluaran.stdout.decode()


def telusuri(tab: Layar, banyak: int) -> None:
    """Walk through all findings and back to the first."""
    maju = tab.halaman.get_by_role("button", name="Temuan berikutnya")
    for nomor in range(1, banyak + 1):
        lihat(tab, f"Temuan {nomor} dari {banyak}")
        expect(maju).to_have_count(1, timeout=LAMA)
        maju.click(timeout=LAMA)
    lihat(tab, f"Temuan 1 dari {banyak}")


def test_nine_planted_errors_read_on_a_phone_go_back_to_the_unit_are_mended_in_two_steps_and_accepted(
    peladen_segar: Peladen, layar: Buka, gudang_contoh: Gudang, tmp_path: Path
) -> None:
    keliru = ketik(susun_format(gudang_contoh, KODE_PD, PMD, TW3, PADA).isi, KELIRU)
    tab = layar(*TELEPON)
    tab.buka(f"{peladen_segar.alamat}/unggah")
    unggah(tab, muatan(f"{ASAL}.xlsx", keliru))
    judul(tab, "1 berkas: 1 ditolak")
    lihat(tab, "6 galat, 3 peringatan")
    lihat(tab, "Temuan 1 dari 9")
    tab.tunggu()
    assert tab.lebar_isi() <= TELEPON[0], "nobody moves it sideways"
    telusuri(tab, 9)
    assert tab.lebar_isi() <= TELEPON[0]
    tab.ukuran(*KOMPUTER)

    paket = kembalian(tab)
    assert set(paket) == {"nota_pengembalian.docx", f"{ASAL}_kembali.xlsx", f"{ASAL}_asli.xlsx"}
    assert paket[f"{ASAL}_asli.xlsx"] == keliru
    terisi = paket[f"{ASAL}_kembali.xlsx"]
    cetakan = halaman_pdf(terisi, tmp_path)
    assert "TEMUAN" in cetakan
    assert all(f"{lembar}!{sel}" in cetakan for lembar, sel in letak_temuan(keliru))

    _, kedua = simpan_ulang(ketik(terisi, TUJUH), tmp_path / f"{ASAL}_kembali.xlsx")
    unggah(tab, muatan(f"{ASAL}_kembali.xlsx", kedua))
    lihat(tab, KALIMAT[0])
    judul(tab, "2 berkas: 1 ditolak, 1 digantikan")
    telusuri(tab, 2)

    _, ketiga = simpan_ulang(ketik(kedua, DUA), tmp_path / f"{ASAL}_akhir.xlsx")
    unggah(tab, muatan(f"{ASAL}_akhir.xlsx", ketiga))
    lihat(tab, KALIMAT[1])
    tab.tunggu()
    tab.halaman.get_by_label(TITIPAN).fill("Dikirim lewat surel, validasi di kertas", timeout=LAMA)
    tab.halaman.get_by_role("button", name="Terima", exact=True).click(timeout=LAMA)
    lihat(tab, "Diterima sebagai versi 1.")
    judul(tab, "3 berkas: 1 diterima, 2 digantikan")
    tiga_unggahan(tab)

    tab.halaman.reload()
    tab.tunggu()
    tiga_unggahan(tab)
    lihat(tab, "Diterima sebagai versi 1.")
    tab.buka(f"{peladen_segar.alamat}/evaluasi-renja?tahun=2026&triwulan=3&unit={PMD}")
    lihat(tab, f"{ASAL}_akhir.xlsx, Realisasi!")
    lihat(tab, "68 / 65 × 100 = 104,62")
    lihat(tab, "187.500.000 / 243.850.000 × 100 = 76,89")
    assert tab.keluar == []
    assert tab.galat == []


def letak_temuan(isi: bytes) -> list[tuple[str, str]]:
    """Where the nine errors stand."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    sel = [kesalahan for kesalahan in (*KELIRU, ANGGARAN_KOSONG) if kesalahan != realisasi("P-03", "pembilang")]
    sel.append(realisasi("P-03", "penyebut"))
    return [(lembar, alamat(buku[lembar], kode, kolom)) for lembar, kode, kolom in sel]


def tiga_unggahan(tab: Layar) -> None:
    """The list shows every upload of the unit with what became of it."""
    for nama, putusan in (
        (f"{ASAL}_akhir.xlsx", "diterima sebagai versi 1"),
        (f"{ASAL}_kembali.xlsx", "digantikan unggahan yang lebih baru (1 galat, 1 peringatan)"),
        (f"{ASAL}.xlsx", "digantikan unggahan yang lebih baru (6 galat, 3 peringatan)"),
    ):
        expect(bernama(tab, nama)).to_contain_text(putusan, timeout=LAMA)
