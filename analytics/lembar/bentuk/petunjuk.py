"""The guide sheet of a format workbook: who fills what, by when, how numbers are typed, what blank means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from xlsxwriter.worksheet import Worksheet

from analytics.aturan.istilah import BUKTI_WAJIB
from analytics.aturan.periode import ROMAWI, tulis_tanggal
from analytics.lembar.bentuk.bahan import BahanFormat
from analytics.lembar.bentuk.gaya import GayaBuku
from analytics.rupa import TANDA_CONTOH_CETAK

_CARA_KETIK: Final = (
    ("85,5", "delapan puluh lima koma lima; desimal memakai koma"),
    ("12500000", "dua belas juta lima ratus ribu; rupiah tanpa Rp dan tanpa titik"),
    ("66,67", "66,67 persen, bila satuannya persen; tanda % tidak perlu"),
    ("0", "nol yang memang terjadi, misalnya tidak ada gangguan"),
    ("(kosong)", "belum ada data; tidak pernah dihitung sebagai nol"),
    (
        "nilai TW I tetap berlaku",
        "di tempat angka, pada nilai akhir dan s/d triwulan: nilai terakhir tahun ini dicatat untuk triwulan ini juga",
    ),
    ("1.200", "hindari titik: sebagai teks dapat berarti 1200 atau 1,2, dan akan ditolak"),
)
_WARNA: Final = (
    ("isi_kuning", "Kuning", "wajib diisi triwulan ini"),
    ("isi_pucat", "Kuning pucat", "boleh diisi dan boleh kosong: belum waktunya, tidak direncanakan, atau pembanding"),
    ("isi_abu", "Abu-abu", "terkunci, terisi dari dokumen perencanaan; tidak dapat dan tidak perlu diubah"),
)


def tulis(lembar: Worksheet, gaya: GayaBuku, bahan: BahanFormat, pada: datetime) -> None:
    """Write the guide sheet."""
    lembar.set_portrait()
    lembar.fit_to_pages(1, 0)
    lembar.set_column(0, 0, 24)
    lembar.set_column(1, 1, 92)
    lembar.set_row(0, 26)
    lembar.write_string(0, 0, f"Format data kinerja {bahan.periode.nama}", gaya["judul"])
    gaya.tulis(lembar, 1, 0, f"{bahan.kantor.nama}, {bahan.kantor.kabupaten}", "subjudul")
    if bahan.kantor.contoh:
        lembar.write_string(2, 0, TANDA_CONTOH_CETAK, gaya["contoh"])
    baris = _tabel(lembar, gaya, 4, "Siapa, apa, kapan", _pokok(bahan, pada))
    baris = _tabel(lembar, gaya, baris + 1, "Langkah", _langkah(bahan))
    baris = _tabel(lembar, gaya, baris + 1, "Cara mengetik angka", _CARA_KETIK)
    _warna(lembar, gaya, baris + 1)


def _pokok(bahan: BahanFormat, pada: datetime) -> list[tuple[str, str]]:
    wajib = sum(indikator.wajib for indikator in bahan.indikator)
    kapan = (
        f"paling lambat {tulis_tanggal(bahan.tenggat)}"
        if bahan.tenggat
        else "sesuai surat permintaan data; menurut SOP 1 hari kerja sejak format diterima (langkah 3)"
    )
    banyak = f"{len(bahan.indikator)} indikator, {wajib} di antaranya wajib diisi triwulan ini"
    if bahan.simpul:
        banyak += f"; realisasi anggaran {len(bahan.simpul)} kegiatan/sub kegiatan"
    return [
        ("Diisi oleh", bahan.nama_unit),
        ("Isi", banyak),
        ("Kapan", kapan),
        ("Dikirim ke", "Kasubbag Umum dan Kepegawaian, yang meneruskan ke Kasubbag Perencanaan (SOP langkah 4)"),
        ("Target dari", bahan.dokumen or "belum ada dokumen Renja yang berlaku untuk triwulan ini"),
        ("Dibuat", f"{tulis_tanggal(pada.date())} pukul {pada:%H.%M}"),
    ]


def _langkah(bahan: BahanFormat) -> list[tuple[str, str]]:
    triwulan = ROMAWI[bahan.periode.triwulan]
    langkah = [
        "Buka lembar Realisasi dan isi sel kuning pada setiap baris berstatus wajib diisi.",
        "Baca kolom Cara mengisi: nilai triwulan ini saja, atau nilai s/d triwulan ini (kumulatif, tidak boleh turun).",
        "Bila ada pembilang dan penyebut, isi keduanya; realisasi terhitung sendiri.",
        "Kolom Capaian menurut unit (%) boleh kosong; bila diisi, dibandingkan dengan hitungan Capaian.",
        "Bila belum ada data, kosongkan dan tulis alasannya di kolom Keterangan. Jangan mengetik 0.",
        "Tulis faktor pendorong dan penghambat, tindak lanjut, dan bukti dukung bila ada.",
    ]
    if any(indikator.boleh_tanpa_kejadian for indikator in bahan.indikator):
        langkah.insert(
            3, "Bila tidak ada kejadian untuk diukur (0 dari 0), isi 0 pada keduanya dan tulis sebabnya di Keterangan."
        )
    if any(indikator.bukti_wajib for indikator in bahan.indikator):
        langkah.append(
            f"Baris berstatus {BUKTI_WAJIB}: sebut berkasnya di kolom Bukti dukung, lalu unggah berkas itu di Capaian."
        )
    if bahan.simpul:
        langkah.append(
            f"Buka lembar Anggaran dan isi realisasi rupiah s/d Triwulan {triwulan} (kumulatif); "
            "baris kegiatan terjumlah sendiri."
        )
    langkah.append("Simpan sebagai Buku Kerja Excel (.xlsx) tanpa mengubah nama lembar dan kolom, lalu kirim.")
    return [(str(nomor), kalimat) for nomor, kalimat in enumerate(langkah, 1)]


def _tabel(lembar: Worksheet, gaya: GayaBuku, baris: int, judul: str, daftar: Sequence[tuple[str, str]]) -> int:
    lembar.set_row(baris, 20)
    lembar.write_string(baris, 0, judul, gaya["bagian"])
    for kiri, kanan in daftar:
        baris += 1
        lembar.write_string(baris, 0, kiri, gaya["butir"])
        gaya.tulis(lembar, baris, 1, kanan, "isi")
    return baris + 1


def _warna(lembar: Worksheet, gaya: GayaBuku, baris: int) -> None:
    lembar.set_row(baris, 20)
    lembar.write_string(baris, 0, "Arti warna", gaya["bagian"])
    for nomor, (nama, warna, arti) in enumerate(_WARNA, baris + 1):
        lembar.write_string(nomor, 0, warna, gaya[nama])
        lembar.write_string(nomor, 1, arti, gaya["isi"])
