"""The guide sheet of a *rencana* workbook, generated from the sheet table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analytics.rencana.lembar.templat import DAFTAR_LEMBAR, VERSI_TEMPLAT, LembarRencana
from analytics.rencana.pilihan import AGREGASI, ANTARUNIT, CARA_ISI, FREKUENSI, POLARITAS, RUMUS, TAHUNAN
from analytics.rupa import TANDA_CONTOH_CETAK

_LANGKAH: Final = (
    "Isi lembar dari kiri ke kanan: Identitas, Unit, Dokumen, Pohon, Indikator, lalu target dan pagu.",
    "Judul kolom biru tua wajib terisi, biru muda bila ada, abu-abu terisi sendiri. Baris dapat ditambah di mana saja.",
    "Kode disalin persis antar lembar; pilih dari daftar di selnya. Sub kegiatan …01 dan …0001 dianggap sama.",
    "Lembar yang tidak dipakai biarkan kosong. Nama lembar dan judul kolom jangan diganti; kolom boleh dipindah.",
    "Perubahan (Renja/Renstra Perubahan): tambah baris di Dokumen dengan Ke = 1, lalu tulis semua target dan pagunya. "
    "Yang tidak ditulis dianggap tidak direncanakan lagi.",
    "Renstra lima atau enam tahun (2025–2030) sama saja: tahunnya menurut Tahun awal dan Tahun akhir di Dokumen. Ketik "
    "tahun itu pada judul kolom; kolom tahun yang berlebih biarkan kosong.",
    "Simpan sebagai .xlsx, lalu unggah di halaman Rencana. Semua temuan ditunjukkan dengan alamat selnya.",
)
_ANGKA: Final = (
    ("82,5 atau 1200", "angka; ribuan tanpa titik, sebab 1.200 punya dua bacaan dan akan ditolak"),
    ("80-90", "rentang: 80 sampai 90"),
    ("<= 1", "batas pada indikator yang makin rendah makin baik; disimpan sebagai target 1"),
    ("BB, WTP", "peringkat, hanya untuk indikator berumus ordinal"),
    ("0", "nol yang memang direncanakan, misalnya nol gangguan"),
    ("(kosong)", "tidak direncanakan; tidak pernah dihitung sebagai nol"),
)
_PILIHAN: Final = (
    ("Polaritas", POLARITAS),
    ("Rumus", RUMUS),
    ("Frekuensi", FREKUENSI),
    ("Agregasi", AGREGASI),
    ("Cara isi", CARA_ISI),
    ("Antartahun", TAHUNAN),
    ("Agregasi unit", ANTARUNIT),
)
_SUSUNAN: Final = (
    (
        "Sasaran",
        "Program 7.01.02 mendukung S1.1 dan S1.2: tulis S1.1, S1.2 pada programnya (atau programnya dua kali, masing-"
        "masing dengan induknya), lalu S1.1 atau S1.2 pada kegiatan atau sub kegiatannya. Kosong: seperti di atasnya.",
    ),
)
"""How rows of the tree are said to serve something, each with one example."""
_UKURAN: Final = (
    (
        "Boleh tanpa kejadian",
        "Pengaduan selesai 0 dari 0: tidak ada kejadian, di luar hitungan. Kosong: ya bila ada pembilang dan penyebut.",
    ),
    ("Jatuh tempo", "TW II: survei bulan Juni, dilaporkan sekali dan mewakili tahun itu. Kosong: menurut frekuensi."),
    (
        "Jatuh tempo tahun berikutnya",
        "Nilai SAKIP 2026 terbit pada 2027: tulis tahun berikutnya. Diminta sejak TW I 2027, dan mewakili tahun 2026.",
    ),
    (
        "Agregasi rasio",
        "Selesai 1 dari 2, 90 dari 100, 9 dari 10: setahun 100 dari 112, bukan rata-rata persennya.",
    ),
    (
        "Antartahun",
        "Jalan 2, 3, 2 km: jumlah, akhir Renstra 7. Nilai SAKIP 68, 70, 72: tahun terakhir, 72.",
    ),
    (
        "Bukti wajib",
        "Survei kepuasan: ya; tiap nilainya disertai berkas, misalnya laporan survei. Kosong: bukti boleh ada.",
    ),
    (
        "Sama dengan",
        "KEG-01 mengulang SUB-03: tulis SUB-03 di baris KEG-01. Unit mengisi SUB-03 saja; KEG-01 mengikuti nilainya.",
    ),
    (
        "Bagian dari, Agregasi unit",
        "SUB-05 (Agregasi unit: jumlah) dihitung dari SUB-05-A milik Kelurahan A dan SUB-05-B milik Kelurahan B "
        "(Bagian dari: SUB-05). Tiap kelurahan mengisi barisnya sendiri.",
    ),
)
"""What a plan can say about measuring, each with one example."""
_ANTARUNIT: Final = (
    ("Kelurahan dan UPT", "Lembar Unit: jenis kelurahan, Kode sub SKPD 7.01.0.05.0001 (…001 dibaca …0001)."),
    (
        "Pagu per unit",
        "Lembar Pagu, kolom Unit: 7.01.03.2.02.0001 untuk KEL-A 6.000.000, KEL-B 4.000.000, dua baris, pagunya "
        "10.000.000. Tiap unit mengisi realisasi bagiannya. Berlaku setahun, sama di Renja murni dan perubahannya.",
    ),
)
"""What several units do together, with one example."""
_KAS: Final = (
    (
        "Kas TW I sampai TW IV",
        "Lembar Pagu, baris Renja: pagu 10.000.000 ditarik 2.000.000, 3.000.000, 3.000.000, 2.000.000; yang ditulis "
        "tiap triwulannya, bukan s/d. Kosong semua: tidak ada anggaran kas. Dengannya serapan TW I sampai III dinilai.",
    ),
)
"""When money is to be drawn, with one example."""


def tulis_petunjuk(lembar: Worksheet, gaya: Mapping[str, Format], *, contoh: bool) -> None:
    """Write the guide: steps, how numbers are typed, what each sheet holds, what the words mean."""
    lembar.set_portrait()
    lembar.set_column(0, 0, 26)
    lembar.set_column(1, 1, 96)
    lembar.set_row(0, 26)
    lembar.write_string(0, 0, "Rencana kinerja: petunjuk pengisian", gaya["judul"])
    tanda = f"{TANDA_CONTOH_CETAK}.  " if contoh else ""
    asal = f"{tanda}Diisi Kasubbag Perencanaan dari dokumen Renstra dan Renja. Versi templat {VERSI_TEMPLAT}."
    lembar.write_string(1, 0, asal, gaya["penjelasan"])
    baris = _tabel(lembar, gaya, 3, "Langkah", [(str(n), langkah) for n, langkah in enumerate(_LANGKAH, 1)])
    baris = _tabel(lembar, gaya, baris + 1, "Cara mengetik nilai", _ANGKA)
    baris = _isi_lembar(lembar, gaya, baris + 1)
    baris = _tabel(lembar, gaya, baris + 1, "Susunan pohon", _SUSUNAN)
    baris = _tabel(lembar, gaya, baris + 1, "Cara mengukur", _UKURAN)
    baris = _tabel(lembar, gaya, baris + 1, "Yang dikerjakan beberapa unit", _ANTARUNIT)
    baris = _tabel(lembar, gaya, baris + 1, "Rencana penarikan (anggaran kas)", _KAS)
    for judul, pilihan in _PILIHAN:
        baris = _tabel(lembar, gaya, baris + 1, judul, [(kata.nama, kata.arti) for kata in pilihan])


def _tabel(
    lembar: Worksheet, gaya: Mapping[str, Format], baris: int, judul: str, daftar: Sequence[tuple[str, str]]
) -> int:
    lembar.set_row(baris, 20)
    lembar.write_string(baris, 0, judul, gaya["tebal"])
    for kiri, kanan in daftar:
        baris += 1
        lembar.write_string(baris, 0, kiri, gaya["butir"])
        lembar.write_string(baris, 1, kanan, gaya["uraian"])
        lembar.set_row(baris, 16 if len(kanan) < 118 else 29)
    return baris + 1


def _isi_lembar(lembar: Worksheet, gaya: Mapping[str, Format], baris: int) -> int:
    """The sheets, each linked, with what they hold."""
    akhir = _tabel(
        lembar,
        gaya,
        baris,
        "Isi tiap lembar",
        [(lembar_rencana.nama, _uraian(lembar_rencana)) for lembar_rencana in DAFTAR_LEMBAR],
    )
    for nomor, lembar_rencana in enumerate(DAFTAR_LEMBAR, baris + 1):
        lembar.write_url(nomor, 0, f"internal:'{lembar_rencana.nama}'!A1", gaya["tautan"], lembar_rencana.nama)
    return akhir


def _uraian(lembar: LembarRencana) -> str:
    return lembar.penjelasan if lembar.wajib else f"{lembar.penjelasan} Boleh kosong."
