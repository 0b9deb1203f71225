"""A morning of both Kasubbag: 25 workbooks come in, three go back and one is put right on screen; it ends verified."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import duckdb
import openpyxl
import pytest
from openpyxl.styles import Protection
from playwright.sync_api import FilePayload, expect

from analytics.aturan.periode import Periode
from analytics.contoh.akun import KASUBBAG, UMUM, kepala
from analytics.contoh.coba import susun_coba
from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.contoh.semai import LETAK
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat, muat_bahan
from analytics.lembar.bentuk.format import LEMBAR_ANGGARAN, LEMBAR_REALISASI
from analytics.lembar.bentuk.ketikan import IsianUnit, Ketikan
from analytics.lembar.bentuk.susun import tulis_format
from data.gudang import Gudang
from tests.alat.layar import Layar
from tests.alat.libreoffice import perlu_libreoffice, simpan_ulang
from tests.alat.peladen import Peladen, jalankan
from tests.alat.tahun_wajar import sesuai_target
from tests.alat.tunggu import tunggu_unit_di
from tests.browser.alat_orang import SAAT, Orang
from tests.browser.alat_unggahan import (
    LAMA,
    TITIPAN,
    Sel,
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
TW3: Final = Periode(2026, 3)
TW4: Final = Periode(2026, 4)
PADA: Final = datetime(2026, 12, 28, 8)
ASING: Final = ("PMD", "TRANTIB")
"""Units that paste one cell from a workbook of their own, with its format and its lock."""
NOL: Final = "PEM"
"""The unit that types 0 everywhere."""
DI_LAYAR: Final = "UMPEG"
"""The unit that types a word for a number, and puts it right on screen."""
RUSAK: Final = ("laporan.xlsx", "kosong.xlsx", "terpotong.xlsx", "daftar_hadir.xlsx")
_PUTUSAN: Final = {**dict.fromkeys((*ASING, DI_LAYAR), "ditolak (1 galat"), NOL: "perlu alasan"}


def nama_berkas(kode: str) -> str:
    return f"format_2026_TW4_{kode}.xlsx"


def isi_penuh(bahan: BahanFormat) -> IsianUnit:
    """Every due cell as planned, and a word about each."""
    isian = {i.kode: {**_sesuai(i), "alasan": "sesuai target"} for i in bahan.indikator if i.wajib}
    uang = {simpul.kode: {"rupiah": simpul.pagu or 0, "alasan": "terserap penuh"} for simpul in bahan.simpul}
    return IsianUnit(isian, uang)


def _sesuai(indikator: IndikatorFormat) -> dict[str, Ketikan]:
    target = indikator.target_triwulan if not indikator.target_triwulan.kosong else indikator.target_tahun
    if indikator.pilihan:
        return {"realisasi": target.peringkat or indikator.pilihan[0]}
    angka = target.nilai if target.nilai is not None else target.atas
    assert angka is not None
    return sesuai_target(indikator, angka)


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


def kiriman_unit(bahan: BahanFormat) -> bytes:
    """What a unit sends that morning."""
    if bahan.kode_unit == NOL:
        return tulis_format(bahan, PADA, nol(bahan))
    penuh = tulis_format(bahan, PADA, isi_penuh(bahan))
    if bahan.kode_unit in ASING:
        return tempel(penuh, sel_pertama(bahan))
    return ketik(penuh, {sel_pertama(bahan): "tiga"}) if bahan.kode_unit == DI_LAYAR else penuh


def dua_puluh_lima(gudang: Gudang, bahan: dict[str, BahanFormat]) -> list[tuple[str, bytes, str]]:
    """Name, bytes and verdict of 25 workbooks, good and bad mixed."""
    lama = [LETAK / "2025" / "TW1", LETAK / "2026" / "TW1"]
    diterima = [jalur for folder in lama for jalur in sorted(folder.glob("*.xlsx"))]
    diterima.append(LETAK / "2024" / "TW4" / "format_2024_TW4_KESOS.xlsx")
    benar = next(isi for nama, isi in susun_coba(gudang) if nama.endswith("_benar.xlsx"))
    pmd = muat_bahan(gudang, KODE_PD, "PMD", TW3)
    hadir = io.BytesIO()
    openpyxl.Workbook().save(hadir)
    rusak = (b"%PDF-1.7\n" + b"1 0 obj << >> endobj\n" * 40, b"", benar[: len(benar) // 2], hadir.getvalue())
    semua = [(jalur.name, jalur.read_bytes(), "diterima sebagai versi 1") for jalur in diterima]
    semua += [
        (nama_berkas(kode), kiriman_unit(milik), _PUTUSAN.get(kode, "siap diterima")) for kode, milik in bahan.items()
    ]
    semua.append(("format_2026_TW3_UMPEG.xlsx", benar, "siap diterima"))
    semua.append(("format_2026_TW3_PMD.xlsx", kiriman_unit(pmd), "ditolak (1 galat"))
    for nomor, (nama, isi) in enumerate(zip(RUSAK, rusak, strict=True)):
        semua.insert(nomor * 6 + 1, (nama, isi, "ditolak (1 galat)"))
    return semua


def hitung(jalur: Path, apa: str) -> int:
    """Rows of a store that no server has open."""
    with duckdb.connect(str(jalur), read_only=True) as koneksi:
        jumlah = koneksi.execute(f"SELECT count(*) FROM {apa}").fetchone()
    assert jumlah is not None
    return int(jumlah[0])


def terima_yang_siap(tab: Layar, banyak: int) -> None:
    """Accept all that asks nothing, by a hand that presses twice."""
    tab.halaman.get_by_role("button", name=f"Terima {banyak} berkas yang siap").wait_for(timeout=LAMA)
    tab.tunggu()
    tab.halaman.get_by_label(TITIPAN).first.fill("Dikirim lewat surel, validasi di kertas", timeout=LAMA)
    tab.halaman.get_by_role("button", name=f"Terima {banyak} berkas yang siap").dblclick(timeout=LAMA)


def betulkan(tab: Layar, bahan: BahanFormat, tempat: Path) -> FilePayload:
    """What came back, mended by the unit in LibreOffice: every cell gets what reaches the target."""
    nama = nama_berkas(bahan.kode_unit)
    bernama(tab, nama).get_by_role("link").first.click(timeout=LAMA)
    expect(tab.halaman.get_by_test_id("stMain").get_by_role("heading", name=nama)).to_be_visible(timeout=LAMA)
    tab.tunggu()
    terisi = next(isi for berkas, isi in kembalian(tab).items() if berkas.endswith("_kembali.xlsx"))
    isian = isi_penuh(bahan)
    sel = {
        (lembar, kode, kolom): ketikan
        for lembar, baris in ((LEMBAR_REALISASI, isian.realisasi), (LEMBAR_ANGGARAN, isian.anggaran))
        for kode, semua in baris.items()
        for kolom, ketikan in semua.items()
    }
    nama = nama.replace(".xlsx", "_kembali.xlsx")
    return muatan(nama, simpan_ulang(ketik(terisi, sel), tempat / nama)[1])


def betulkan_di_layar(tab: Layar, asal: str, bahan: BahanFormat) -> None:
    """A Kepala finds in the fields what was refused, mends the word, and sends."""
    tab.buka(f"{asal}/isi?{SAAT}")
    lihat(tab, f"Bidang di bawah dimulai dari {nama_berkas(DI_LAYAR)}")
    lihat(tab, "“tiga” berupa kata")
    _, kode, _ = sel_pertama(bahan)
    indikator = next(indikator for indikator in bahan.indikator if indikator.kode == kode)
    kotak = tab.halaman.get_by_test_id("stVerticalBlock").filter(has_text=indikator.nama).last
    bidang = kotak.get_by_label("Realisasi triwulan IV")
    expect(bidang).to_have_value("tiga", timeout=LAMA)
    bidang.fill(str(isi_penuh(bahan).realisasi[kode]["realisasi"]).replace(".", ","), timeout=LAMA)
    bidang.press("Tab")
    tab.tunggu()
    tab.halaman.get_by_role("button", name="Periksa dan kirim").click(timeout=LAMA)
    lihat(tab, "Hasil pemeriksaan")
    tab.tunggu()
    tab.halaman.get_by_text("Data ini sudah saya validasi").first.click(timeout=LAMA)
    tab.halaman.get_by_role("button", name="Kirim", exact=True).click(timeout=LAMA)
    lihat(tab, "Lihat unggahannya")


def himpun_dan_verifikasi(tab: Layar, peladen: Peladen, *unit: str) -> None:
    umum, kasubbag = (Orang(tab, peladen.alamat, peladen.kuki(akun.id_akun)) for akun in (UMUM, KASUBBAG))
    umum.buka("unggah").tekan("Himpun")
    for kode in unit:
        kasubbag.buka("verifikasi", f"&unit={kode}").tab.halaman.get_by_text("Verifikasi tanpa melihat").click()
        assert "terverifikasi" in kasubbag.lakukan("Verifikasi")


def test_25_workbooks_get_their_own_verdicts_and_what_goes_back_or_is_mended_on_screen_ends_verified(
    salinan_contoh: Path, layar: Buka, gudang_contoh: Gudang, tmp_path: Path
) -> None:
    bahan = {unit.kode: muat_bahan(gudang_contoh, KODE_PD, unit.kode, TW4) for unit in UNIT}
    semua = dua_puluh_lima(gudang_contoh, bahan)
    assert len(semua) == 25
    sebelum = {apa: hitung(salinan_contoh, apa) for apa in ("kiriman", "unggahan")}
    tunggu_unit_di(salinan_contoh, TW4, *bahan)
    tab = layar(siapa=UMUM.id_akun)
    with jalankan(salinan_contoh, tmp_path / "peladen.log") as peladen:
        tab.buka(f"{peladen.alamat}/unggah")
        unggah(tab, *(muatan(nama, isi) for nama, isi, _ in semua))
        judul(tab, "25 berkas: 13 sudah pernah diterima, 3 siap diterima, 1 perlu alasan, 8 ditolak")
        for nama, _, putusan in semua:
            expect(bernama(tab, nama)).to_contain_text(putusan, timeout=LAMA)
        terima_yang_siap(tab, 3)
        judul(tab, "25 berkas: 3 diterima, 13 sudah pernah diterima, 1 perlu alasan, 8 ditolak")
        for periode in {nama[7:15]: None for nama, _, _ in semua if nama.startswith("format_")}:
            tab.buka(f"{peladen.alamat}/unggah?tahun={periode[:4]}&triwulan={periode[-1]}")
            for nama, _, putusan in semua:
                if nama in RUSAK or nama[7:15] == periode:
                    kini = putusan.replace("siap diterima", "diterima sebagai versi 1")
                    expect(bernama(tab, nama)).to_contain_text(kini, timeout=LAMA)
        tab.buka(f"{peladen.alamat}/unggah?{SAAT}")
        unggah(tab, *[betulkan(tab, bahan[kode], tmp_path) for kode in (*ASING, NOL)])
        terima_yang_siap(tab, 3)
        judul(tab, "3 berkas: 3 diterima")
        betulkan_di_layar(layar(siapa=kepala(DI_LAYAR).id_akun), peladen.alamat, bahan[DI_LAYAR])
        himpun_dan_verifikasi(tab, peladen, NOL, DI_LAYAR)
    assert hitung(salinan_contoh, "kiriman") == sebelum["kiriman"] + 7
    assert hitung(salinan_contoh, "unggahan") == sebelum["unggahan"] + 12 + 3 + 1
    assert hitung(salinan_contoh, "kiriman WHERE tahun = 2026 AND triwulan = 4 AND versi = 1") == 6
    assert tab.keluar == []
    assert tab.galat == []
