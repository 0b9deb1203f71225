"""Nine planted errors from refusal to the accepted figure, through the page, LibreOffice and a real browser."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import duckdb
import openpyxl
import pytest
from playwright.sync_api import expect

from analytics.aturan.periode import Periode
from analytics.contoh.coba import susun_coba
from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.contoh.semai import LETAK
from analytics.lembar.bentuk.bahan import muat_bahan
from analytics.lembar.bentuk.format import (
    LEMBAR_ANGGARAN,
)
from analytics.lembar.bentuk.ketikan import IsianUnit, Ketikan
from analytics.lembar.bentuk.susun import susun_format
from data.gudang import Gudang
from tests.alat.layar import Layar
from tests.alat.libreoffice import perlu_libreoffice, simpan_ulang, ubah
from tests.alat.peladen import Peladen, jalankan
from tests.alat.tahun_wajar import sesuai_target
from tests.alat.tunggu import tunggu_unit_di
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


def isi_penuh(gudang: Gudang, unit: str, periode: Periode) -> bytes:
    """A workbook with every due cell filled whose target is a single number, and a word about each."""
    bahan = muat_bahan(gudang, KODE_PD, unit, periode)
    isian: dict[str, dict[str, Ketikan]] = {}
    for indikator in bahan.indikator:
        target = indikator.target_triwulan.nilai or indikator.target_tahun.nilai
        if indikator.wajib and target is not None:
            isian[indikator.kode] = {**sesuai_target(indikator, target), "alasan": "sesuai target"}
    uang: dict[str, dict[str, Ketikan]] = {
        simpul.kode: {"rupiah": simpul.pagu or 0, "alasan": "terserap penuh"} for simpul in bahan.simpul
    }
    return susun_format(gudang, KODE_PD, unit, periode, PADA, IsianUnit(isian, uang)).isi


PERLU_ALASAN: Final = ("KESOS", "REN")
"""Units that leave a due cell blank, because its target is a range, a limit or a grade."""
RUSAK: Final = ("laporan.xlsx", "kosong.xlsx", "terpotong.xlsx", "daftar_hadir.xlsx")


def dua_puluh_lima(gudang: Gudang) -> list[tuple[str, bytes, str]]:
    """Name, bytes and verdict of 25 workbooks, good and bad mixed."""
    lama = [LETAK / "2025" / "TW1", LETAK / "2026" / "TW1"]
    diterima = [jalur for folder in lama for jalur in sorted(folder.glob("*.xlsx"))]
    diterima.append(LETAK / "2024" / "TW4" / "format_2024_TW4_KESOS.xlsx")
    benar = next(isi for nama, isi in susun_coba(gudang) if nama.endswith("_benar.xlsx"))
    hadir = io.BytesIO()
    openpyxl.Workbook().save(hadir)
    rusak = (b"%PDF-1.7\n" + b"1 0 obj << >> endobj\n" * 40, b"", benar[: len(benar) // 2], hadir.getvalue())
    semua = [(jalur.name, jalur.read_bytes(), "diterima sebagai versi 1") for jalur in diterima]
    semua += [
        (
            f"format_2026_TW4_{unit.kode}.xlsx",
            isi_penuh(gudang, unit.kode, TW4),
            "perlu alasan" if unit.kode in PERLU_ALASAN else "siap diterima",
        )
        for unit in UNIT
    ]
    semua.append(("format_2026_TW3_UMPEG.xlsx", benar, "siap diterima"))
    keliru = ketik(susun_format(gudang, KODE_PD, PMD, TW3, PADA).isi, KELIRU)
    semua.append((f"{ASAL}.xlsx", keliru, "ditolak (6 galat, 3 peringatan)"))
    for nomor, (nama, isi) in enumerate(zip(RUSAK, rusak, strict=True)):
        semua.insert(nomor * 6 + 1, (nama, isi, "ditolak (1 galat)"))
    return semua


def hitung(jalur: Path, apa: str) -> int:
    """Rows of a store that no server has open."""
    with duckdb.connect(str(jalur), read_only=True) as koneksi:
        jumlah = koneksi.execute(f"SELECT count(*) FROM {apa}").fetchone()
    assert jumlah is not None
    return int(jumlah[0])


def test_25_workbooks_at_once_each_get_their_own_verdict_and_a_double_click_accepts_them_once(
    salinan_contoh: Path, layar: Buka, gudang_contoh: Gudang, tmp_path: Path
) -> None:
    semua = dua_puluh_lima(gudang_contoh)
    assert len(semua) == 25
    sebelum = {apa: hitung(salinan_contoh, apa) for apa in ("kiriman", "unggahan")}
    tunggu_unit_di(salinan_contoh, TW4, *(unit.kode for unit in UNIT))
    tab = layar()
    with jalankan(salinan_contoh, tmp_path / "peladen.log") as peladen:
        tab.buka(f"{peladen.alamat}/unggah")
        unggah(tab, *(muatan(nama, isi) for nama, isi, _ in semua))
        judul(tab, "25 berkas: 13 sudah pernah diterima, 5 siap diterima, 2 perlu alasan, 5 ditolak")
        for nama, _, putusan in semua:
            expect(bernama(tab, nama)).to_contain_text(putusan, timeout=LAMA)
        tab.tunggu()
        tab.halaman.get_by_label(TITIPAN).first.fill("Dikirim lewat surel, validasi di kertas", timeout=LAMA)
        tab.halaman.get_by_role("button", name="Terima 5 berkas yang siap").dblclick(timeout=LAMA)
        judul(tab, "25 berkas: 5 diterima, 13 sudah pernah diterima, 2 perlu alasan, 5 ditolak")
        for periode in {nama[7:15]: None for nama, _, _ in semua if nama.startswith("format_")}:
            tab.buka(f"{peladen.alamat}/unggah?tahun={periode[:4]}&triwulan={periode[-1]}")
            for nama, _, putusan in semua:
                if nama in RUSAK or nama[7:15] == periode:
                    kini = putusan.replace("siap diterima", "diterima sebagai versi 1")
                    expect(bernama(tab, nama)).to_contain_text(kini, timeout=LAMA)
    assert hitung(salinan_contoh, "kiriman") == sebelum["kiriman"] + 5
    assert hitung(salinan_contoh, "unggahan") == sebelum["unggahan"] + 12
    assert hitung(salinan_contoh, "kiriman WHERE tahun = 2026 AND triwulan = 4 AND versi = 1") == 4
    assert tab.keluar == []
    assert tab.galat == []
