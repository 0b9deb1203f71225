"""A morning of both Kasubbag: six units send, three of them not well, one on screen; all of it ends verified."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

import openpyxl
import pytest
from openpyxl.styles import Protection
from playwright.sync_api import expect

from analytics.aturan.periode import Periode
from analytics.contoh.akun import KASUBBAG, UMUM, kepala
from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat, muat_bahan
from analytics.lembar.bentuk.ketikan import IsianUnit, Ketikan
from analytics.lembar.bentuk.susun import tulis_format
from data.gudang import Gudang
from tests.alat.layar import Layar
from tests.alat.libreoffice import perlu_libreoffice, simpan_ulang
from tests.alat.peladen import Peladen, jalankan
from tests.alat.tunggu import tunggu_unit_di
from tests.browser.alat_orang import SAAT, Orang
from tests.browser.alat_unggahan import (
    LAMA,
    TITIPAN,
    Sel,
    alamat,
    bernama,
    kembalian,
    ketik,
    lihat,
    muatan,
    realisasi,
    unggah,
)

pytestmark = [pytest.mark.browser, *perlu_libreoffice]

Buka = Callable[..., Layar]
TW4: Final = Periode(2026, 4)
PADA: Final = datetime(2026, 12, 28, 8)
ASING: Final = ("PMD", "TRANTIB")
"""Units that paste one cell from a workbook of their own, with its format and its lock."""
NOL: Final = "PEM"
"""The unit that types 0 everywhere."""
DI_LAYAR: Final = "UMPEG"
ALASAN: Final = "Alasan untuk semua yang tidak diisi sendiri"


def nilai(indikator: IndikatorFormat) -> dict[str, Ketikan]:
    """What reaches the target of an indicator."""
    target = indikator.target_triwulan if not indikator.target_triwulan.kosong else indikator.target_tahun
    if indikator.pilihan:
        return {"realisasi": target.peringkat or indikator.pilihan[0]}
    angka = target.nilai if target.nilai is not None else target.atas
    return {"pembilang": angka, "penyebut": 100} if indikator.berpembilang else {"realisasi": angka}


def benar(bahan: BahanFormat) -> IsianUnit:
    isian = {indikator.kode: nilai(indikator) for indikator in bahan.indikator if indikator.wajib}
    return IsianUnit(isian, {simpul.kode: {"rupiah": simpul.pagu} for simpul in bahan.simpul})


def nol(bahan: BahanFormat) -> IsianUnit:
    """A 0 in every cell that takes a number."""
    angka = [indikator for indikator in bahan.indikator if indikator.wajib and not indikator.pilihan]
    isian: dict[str, dict[str, Ketikan]] = {
        indikator.kode: {"pembilang": 0, "penyebut": 100} if indikator.berpembilang else {"realisasi": 0}
        for indikator in angka
    }
    return IsianUnit(isian, {simpul.kode: {"rupiah": 0} for simpul in bahan.simpul})


def sel_pertama(bahan: BahanFormat) -> Sel:
    """The first cell of a unit that takes a plain number."""
    return next(
        realisasi(indikator.kode)
        for indikator in bahan.indikator
        if indikator.wajib and not indikator.berpembilang and not indikator.pilihan
    )


def tempel(isi: bytes, sel: Sel) -> bytes:
    """95 pasted from elsewhere: a date by its format, and locked."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    lembar = buku[sel[0]]
    kotak = lembar[alamat(lembar, *sel[1:])]
    kotak.value, kotak.number_format, kotak.protection = 95, "d-mmm", Protection(locked=True)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def kirim_pagi(bahan: Mapping[str, BahanFormat]) -> dict[str, bytes]:
    """The workbooks as they come in, by unit."""
    semua = {kode: tulis_format(milik, PADA, benar(milik)) for kode, milik in bahan.items() if kode != DI_LAYAR}
    for kode in ASING:
        semua[kode] = tempel(semua[kode], sel_pertama(bahan[kode]))
    return semua | {NOL: tulis_format(bahan[NOL], PADA, nol(bahan[NOL]))}


def nama_berkas(kode: str, versi: int = 1) -> str:
    return f"{kode.lower()}_tw4_{versi}.xlsx"


def buka_berkas(tab: Layar, nama: str) -> None:
    bernama(tab, nama).get_by_role("link").first.click(timeout=LAMA)
    expect(tab.halaman.get_by_test_id("stMain").get_by_role("heading", name=nama)).to_be_visible(timeout=LAMA)
    tab.tunggu()


def betulkan(tab: Layar, bahan: BahanFormat, tempat: Path) -> bytes:
    """What came back, mended by the unit in LibreOffice: every cell gets what reaches the target."""
    paket = kembalian(tab)
    terisi = next(isi for nama, isi in paket.items() if nama.endswith("_kembali.xlsx"))
    isian = benar(bahan)
    sel = {("Realisasi", kode, kolom): isi for kode, baris in isian.realisasi.items() for kolom, isi in baris.items()}
    uang = {("Anggaran", kode, "rupiah"): baris["rupiah"] for kode, baris in isian.anggaran.items()}
    return simpan_ulang(ketik(terisi, sel | uang), tempat / "betul.xlsx")[1]


def terima(tab: Layar, nama: str) -> None:
    """Accept one file with a reason for what is still asked."""
    buka_berkas(tab, nama)
    umum = tab.halaman.get_by_label(ALASAN)
    if umum.count():
        umum.fill("Sudah dicocokkan dengan unit", timeout=LAMA)
    tab.halaman.get_by_label(TITIPAN).last.fill("Dikirim lewat surel, validasi di kertas", timeout=LAMA)
    tab.halaman.get_by_role("button", name="Terima").last.click(timeout=LAMA)
    lihat(tab, "Diterima sebagai versi")
    tab.tunggu()


def isi_di_layar(tab: Layar, asal: str, bahan: BahanFormat) -> None:
    """A Kepala fills in the triwulan on the page and sends it."""
    tab.buka(f"{asal}/isi?{SAAT}")
    for indikator in (indikator for indikator in bahan.indikator if indikator.wajib):
        kotak = tab.halaman.get_by_test_id("stVerticalBlock").filter(has_text=indikator.nama)
        for kolom, isi in nilai(indikator).items():
            awal = {"pembilang": "Pembilang", "penyebut": "Penyebut"}.get(kolom, "Realisasi TW IV")
            bidang = kotak.last.get_by_label(awal)
            bidang.first.fill(str(isi).replace(".", ","), timeout=LAMA)
            bidang.first.press("Tab")
    for simpul in bahan.simpul:
        kotak = tab.halaman.get_by_test_id("stVerticalBlock").filter(has_text=f"({simpul.kode})")
        kotak.last.get_by_label("Realisasi s/d").first.fill(f"{simpul.pagu:.0f}", timeout=LAMA)
        kotak.last.get_by_label("Realisasi s/d").first.press("Tab")
    tab.tunggu()
    tab.halaman.get_by_role("button", name="Periksa dan kirim").click(timeout=LAMA)
    lihat(tab, "Hasil pemeriksaan")
    tab.tunggu()
    umum = tab.halaman.get_by_label(ALASAN)
    if umum.count():
        umum.fill("Sudah dicocokkan dengan berkas subbagian", timeout=LAMA)
    tab.halaman.get_by_text("Data ini sudah saya validasi").first.click(timeout=LAMA)
    tab.halaman.get_by_role("button", name="Kirim", exact=True).click(timeout=LAMA)
    lihat(tab, "Lihat unggahannya")


def test_six_units_come_in_three_go_back_and_all_end_verified(
    salinan_contoh: Path, layar: Buka, gudang_contoh: Gudang, tmp_path: Path
) -> None:
    bahan = {unit.kode: muat_bahan(gudang_contoh, KODE_PD, unit.kode, TW4) for unit in UNIT}
    tunggu_unit_di(salinan_contoh, TW4, *bahan)
    tab = layar(siapa=UMUM.id_akun)
    with jalankan(salinan_contoh, tmp_path / "peladen.log") as peladen:
        pagi = kirim_pagi(bahan)
        tab.buka(f"{peladen.alamat}/unggah?{SAAT}")
        unggah(tab, *(muatan(nama_berkas(kode), isi) for kode, isi in pagi.items()))
        lihat(tab, "2 ditolak")
        for kode in ASING:
            expect(bernama(tab, nama_berkas(kode))).to_contain_text("ditolak (1 galat", timeout=LAMA)
        expect(bernama(tab, nama_berkas(NOL))).to_contain_text("perlu alasan", timeout=LAMA)
        for kode in (*ASING, NOL):
            buka_berkas(tab, nama_berkas(kode))
            unggah(tab, muatan(nama_berkas(kode, 2), betulkan(tab, bahan[kode], tmp_path)))
            expect(bernama(tab, nama_berkas(kode, 2))).to_contain_text(
                re.compile("siap diterima|perlu alasan"), timeout=LAMA
            )
            tab.tunggu()
        for kode in pagi:
            terima(tab, nama_berkas(kode, 2 if kode in (*ASING, NOL) else 1))
        isi_di_layar(layar(siapa=kepala(DI_LAYAR).id_akun), peladen.alamat, bahan[DI_LAYAR])
        _verifikasi(tab, peladen, list(bahan))
        assert tab.galat == []


def _verifikasi(tab: Layar, peladen: Peladen, unit: list[str]) -> None:
    umum, kasubbag = (Orang(tab, peladen.alamat, peladen.kuki(akun.id_akun)) for akun in (UMUM, KASUBBAG))
    umum.buka("unggah").tekan("Himpun")
    for kode in unit:
        assert "terverifikasi" in kasubbag.buka("verifikasi", f"&unit={kode}").lakukan("Verifikasi")
