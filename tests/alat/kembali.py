"""A filled format with mistakes and the findings about them, for the tests of what goes back to the sender."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import docx

from analytics.lembar.bekas import SEL_PENANDA, lembar_temuan
from analytics.lembar.kembali.kiriman_kembali import Pengembalian, muat_bahan_kembali
from analytics.lembar.kembali.nasib import JawabanTemuan, bagi_temuan
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.naskah.kepala import Kembalian
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, baca_buku
from analytics.temuan.butir import Temuan, buat, urutkan
from data.gudang import Gudang
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, NAMA, OPINI, PEMBINAAN, SUB_1, SUB_2

ISIAN: Final = {
    APBDES: {"pembilang": "12 desa", "penyebut": 13},
    OPINI: {"realisasi": "B+"},
    DESA_SELESAI: {"realisasi": "1.200", "faktor_penghambat": '=HYPERLINK("http://x","y")'},
    PEMBINAAN: {"realisasi": "8 - 10"},
}
ANGGARAN: Final = {SUB_1: {"rupiah": 999_999_999}}
PEMBILANG, OPINI_SEL, DESA, DOKUMEN = "K9", "M10", "M12", "M14"
"""Where those cells stand on sheet Realisasi of Triwulan III."""
RUPIAH_1, RUPIAH_2, ALASAN_1, ALASAN_2 = "F7", "F8", "G7", "G8"
"""Where SUB_1 and SUB_2 stand on sheet Anggaran."""


def kepala(**ganti: Any) -> Kembalian:
    """The heading of a second upload."""
    isi: dict[str, Any] = {
        "nama_kantor": NAMA,
        "nama_unit": "Seksi Pemerintahan",
        "periode": "Triwulan III 2026",
        "nama_berkas": "format_2026_TW3_PEM.xlsx",
        "ke": 2,
        "waktu": datetime(2026, 8, 17, 10, 15),
        "contoh": True,
        "putusan": "Berkas belum dapat diterima karena masih ada galat.",
        "keterangan": ("7 diperbaiki, 2 tersisa, 0 baru dibanding unggahan ke-1.",),
        "kabupaten": "Kabupaten Purbalingga",
    }
    return Kembalian(**{**isi, **ganti})


def di(sel: str | None, kode: str = "bukan_angka", lembar: str = "Realisasi", **isi: Any) -> Temuan:
    """A finding about a cell."""
    pesan = isi.pop("pesan", "Isian ini tidak dapat dihitung.")
    return buat(kode, pesan, isi.pop("templat", None), lembar=lembar, sel=sel, **isi)


def semua() -> tuple[Temuan, ...]:
    """What is wrong with `ISIAN`, and a finding of the whole file and of a whole sheet."""
    desa = {"kode_indikator": DESA_SELESAI, "kode_baris": DESA_SELESAI, "kolom": "realisasi", "diketik": "1.200"}
    return urutkan(
        (
            di(PEMBILANG, "isian_kata", pesan="“12 desa” memuat kata.", kode_indikator=APBDES, diketik="12 desa"),
            di(OPINI_SEL, "peringkat_asing", pesan="“B+” tidak ada di skala.", pengganti=("A", "BB"), diketik="B+"),
            di(DESA, "angka_ambigu", pesan="“1.200” punya dua bacaan.", pengganti=("1200", "1,2"), **desa),
            di(DESA, "pencilan", pesan="1.200 jauh di atas kebiasaan.", pembanding=("Triwulan II 2026: 48,5",), **desa),
            di(DOKUMEN, "isian_rentang", pesan="“8 - 10” adalah rentang.", dipahami="rentang 8 sampai 10"),
            di(RUPIAH_1, "anggaran_lebih", "Anggaran", pesan="Melebihi pagu Rp 50.000.000.", kode_baris=SUB_1),
            di(RUPIAH_2, "anggaran_kosong", "Anggaran", pesan="Realisasi belum diisi.", kode_baris=SUB_2),
            di(None, "lembar_tersembunyi", "Anggaran", pesan="Lembar Anggaran disembunyikan."),
            buat("periode_lain", "Format ini untuk periode lain.", {"periode": "Triwulan III 2026"}),
        )
    )


def banyak_panjang(jumlah: int) -> tuple[Temuan, ...]:
    """Findings with long texts."""
    asal = semua()
    return tuple(
        replace(asal[nomor % len(asal)], pesan="Penjelasan yang panjang sekali. " * 20, saran="Ketik lagi. " * 30)
        for nomor in range(jumlah)
    )


def teks_memo(memo: bytes) -> str:
    """Everything that can be read in a memo."""
    dokumen = docx.Document(io.BytesIO(memo))
    sel = [sel.text for tabel in dokumen.tables for baris in tabel.rows for sel in baris.cells]
    return "\n".join([*(paragraf.text for paragraf in dokumen.paragraphs), *sel])


def lembar_unit(isi: bytes) -> dict[str, LembarTerbaca]:
    """Every sheet but ours as it is read; in which order a workbook names its merged areas means nothing."""
    buku = baca_buku(isi)
    assert isinstance(buku, BukuTerbaca)
    return {
        nama: replace(lembar, gabungan=tuple(sorted(lembar.gabungan)))
        for nama, lembar in buku.lembar.items()
        if not lembar_temuan(nama, lembar.teks(SEL_PENANDA))
    }


def pengembalian(gudang: Gudang, pemeriksaan: HasilPeriksa, **ganti: Any) -> Pengembalian:
    """The return of a file that was checked and is not on record."""
    temuan = bagi_temuan(pemeriksaan.temuan, JawabanTemuan(pemeriksaan.alasan_tertulis))
    return Pengembalian(pemeriksaan, kepala(**ganti), temuan, muat_bahan_kembali(gudang, pemeriksaan))
