"""Workbooks whose sheets, rows, columns or locked cells are no longer as they were handed out."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.alat.buku import sunting
from tests.alat.korpus.kantor import (
    APBDES,
    DESA_SELESAI,
    IKM,
    LAYANAN,
    OPINI,
    PEMBINAAN,
    PEMOHON,
    PENGADUAN,
    SUB_1,
    SUB_2,
    UMUM,
    YAN,
)
from tests.alat.korpus.kasus import ANGGARAN, BEBAS, REALISASI, Denah, Di, Kasus, Rusakkan, denah_lembar

Ubah = Callable[[Worksheet, Denah], None]


def di_lembar(nama: str, ubah: Ubah) -> Rusakkan:
    """A change of one sheet by openpyxl, which knows where things stand on it."""
    return sunting(lambda buku: ubah(buku[nama], denah_lembar(buku[nama])))


def salin_sel(lembar: Worksheet, dari: str, ke: str) -> None:
    """Copy the value and the looks of one cell, as copy and paste do."""
    lembar[ke].value = lembar[dari].value
    lembar[ke]._style = copy.copy(lembar[dari]._style)


def _tulis(kode: str, kunci: str, nilai: object) -> Ubah:
    return lambda lembar, peta: setattr(lembar[peta.sel(kode, kunci)], "value", nilai)


def _kunci(kunci: str, nilai: str | None) -> Ubah:
    """The hidden key of a column changed or erased."""
    return lambda lembar, peta: setattr(lembar[f"{peta.kolom[kunci]}{peta.kepala}"], "value", nilai)


def _judul(kunci: str, nilai: str) -> Ubah:
    return lambda lembar, peta: setattr(lembar[peta.judul(kunci)], "value", nilai)


def _hapus_kolom(kunci: str) -> Ubah:
    return lambda lembar, peta: lembar.delete_cols(lembar[peta.judul(kunci)].column)


def _hapus_pasangan(lembar: Worksheet, peta: Denah) -> None:
    lembar.delete_cols(lembar[peta.judul("pembilang")].column, 2)


def _gandakan_kolom(kunci: str) -> Ubah:
    """The whole column once more, to the right of everything."""

    def ubah(lembar: Worksheet, peta: Denah) -> None:
        kolom = lembar.max_column + 1
        for nomor in range(peta.kepala, lembar.max_row + 1):
            salin_sel(lembar, f"{peta.kolom[kunci]}{nomor}", lembar.cell(nomor, kolom).coordinate)

    return ubah


def _gandakan_baris(kode: str) -> Ubah:
    """The whole row once more, below everything."""

    def ubah(lembar: Worksheet, peta: Denah) -> None:
        for huruf in peta.kolom.values():
            salin_sel(lembar, f"{huruf}{peta.baris[kode]}", f"{huruf}{peta.akhir + 1}")

    return ubah


def tukar(lembar: Worksheet, kiri: str, kanan: str) -> None:
    """Exchange the values of two cells."""
    lembar[kiri].value, lembar[kanan].value = lembar[kanan].value, lembar[kiri].value


def _tukar(kiri: str, kanan: str, kunci: str) -> Ubah:
    return lambda lembar, peta: tukar(lembar, peta.sel(kiri, kunci), peta.sel(kanan, kunci))


def _gabung(kiri: str, kanan: str, kunci: str) -> Ubah:
    return lambda lembar, peta: lembar.merge_cells(f"{peta.sel(kiri, kunci)}:{peta.sel(kanan, kunci)}")


def _gabung_mendatar(kode: str, kiri: str, kanan: str) -> Ubah:
    return lambda lembar, peta: lembar.merge_cells(f"{peta.sel(kode, kiri)}:{peta.sel(kode, kanan)}")


def _gabung_tertutup(kiri: str, kanan: str, kunci: str) -> Ubah:
    """Cells merged by a program that keeps what stands in the covered ones."""

    def ubah(lembar: Worksheet, peta: Denah) -> None:
        lembar[peta.sel(kanan, kunci)] = "yang tertutup"
        lembar.merged_cells.add(f"{peta.sel(kiri, kunci)}:{peta.sel(kanan, kunci)}")

    return ubah


def _di_bawah(kunci: str, nilai: object, jarak: int = 2) -> Ubah:
    """Something typed below everything."""
    return lambda lembar, peta: setattr(lembar[f"{peta.kolom[kunci]}{peta.akhir + jarak}"], "value", nilai)


def _sel_bawah(kunci: str, jarak: int = 2) -> Callable[[Denah], str]:
    return lambda peta: f"{peta.kolom[kunci]}{peta.akhir + jarak}"


def _sembunyi_baris(kode: str) -> Ubah:
    return lambda lembar, peta: setattr(lembar.row_dimensions[peta.baris[kode]], "hidden", True)


def _sembunyi_kolom(kunci: str) -> Ubah:
    def ubah(lembar: Worksheet, peta: Denah) -> None:
        pisah_kolom(lembar)
        lembar.column_dimensions[peta.kolom[kunci]].hidden = True

    return ubah


def pisah_kolom(lembar: Worksheet) -> None:
    """Give every column its own width; openpyxl keeps neighbours of one width together."""
    for ukuran in list(lembar.column_dimensions.values()):
        awal, akhir = ukuran.min, ukuran.max
        for nomor in range(awal, akhir + 1):
            kolom_lembar = lembar.column_dimensions[get_column_letter(nomor)]
            kolom_lembar.width, kolom_lembar.min, kolom_lembar.max = ukuran.width, nomor, nomor


def _saring(lembar: Worksheet, peta: Denah) -> None:
    """A filter that is still on: its rows are hidden."""
    lembar.auto_filter.ref = f"A{peta.kepala + 1}:{peta.kolom['bukti_dukung']}{peta.akhir}"
    lembar.auto_filter.add_filter_column(3, ["Persen"])
    for kode in (LAYANAN, PENGADUAN, PEMBINAAN):
        lembar.row_dimensions[peta.baris[kode]].hidden = True


def _lembar_catatan(buku: Workbook) -> None:
    buku.create_sheet("Rekap sendiri")["A1"].value = "Rekap per desa"


def _hapus(nama: str) -> Rusakkan:
    return sunting(lambda buku: buku.remove(buku[nama]))


def _namai(lama: str, baru: str) -> Rusakkan:
    return sunting(lambda buku: setattr(buku[lama], "title", baru))


def _keadaan(nama: str, keadaan: str) -> Rusakkan:
    return sunting(lambda buku: setattr(buku[nama], "sheet_state", keadaan))


_LEMBAR: Final = (
    *(
        Kasus(f"lembar {nama} dihapus", "lembar_hilang", _hapus(nama), None, BEBAS, kata=(nama,))
        for nama in (REALISASI, ANGGARAN)
    ),
    *(
        Kasus(
            f"lembar {lama} dinamai {baru}",
            "lembar_hilang",
            _namai(lama, baru),
            None,
            BEBAS,
            kata=(lama, baru),
        )
        for lama, baru in ((REALISASI, "Realisasi TW III"), (ANGGARAN, "Keuangan"))
    ),
    *(
        Kasus(f"lembar {nama} {keadaan}", "lembar_tersembunyi", _keadaan(nama, keadaan), nama, None)
        for nama, keadaan in ((REALISASI, "hidden"), (ANGGARAN, "hidden"), (ANGGARAN, "veryHidden"))
    ),
    Kasus("lembar catatan sendiri", "lembar_tambahan", sunting(_lembar_catatan), "Rekap sendiri", None),
)


def _hilang(nama: str, lembar: str, ubah: Ubah, kata: str = "") -> Kasus:
    return Kasus(nama, "kolom_hilang", di_lembar(lembar, ubah), lembar, BEBAS, kata=(kata,) if kata else ())


def _baris_kunci(lembar: Worksheet, peta: Denah) -> None:
    lembar.delete_rows(peta.kepala)


_KOLOM: Final = (
    _hilang("baris kunci Realisasi dihapus", REALISASI, _baris_kunci),
    _hilang("baris kunci Anggaran dihapus", ANGGARAN, _baris_kunci),
    _hilang("kunci realisasi dikosongkan", REALISASI, _kunci("realisasi", None), "Realisasi triwulan III"),
    _hilang("kunci pembilang diganti", REALISASI, _kunci("pembilang", "pembilang_tw"), "Pembilang"),
    _hilang("kunci kode dikosongkan", REALISASI, _kunci("kode", None)),
    _hilang("kunci rupiah diganti", ANGGARAN, _kunci("rupiah", "realisasi rupiah"), "Realisasi s/d"),
    _hilang("kolom realisasi dihapus", REALISASI, _hapus_kolom("realisasi"), "Realisasi triwulan III"),
    _hilang("kolom faktor penghambat dihapus", REALISASI, _hapus_kolom("faktor_penghambat"), "Faktor penghambat"),
    _hilang("kolom rupiah dihapus", ANGGARAN, _hapus_kolom("rupiah"), "Realisasi s/d"),
    Kasus(
        "kolom pembilang dan penyebut dihapus unit tanpa pasangan",
        "kolom_tak_terpakai",
        di_lembar(REALISASI, _hapus_pasangan),
        REALISASI,
        None,
        kata=("Pembilang, Penyebut",),
        unit=UMUM,
    ),
    _hilang("kolom pembilang dihapus", REALISASI, _hapus_kolom("pembilang"), "Pembilang"),
    *(
        Kasus(f"kolom {kunci} disalin", "kolom_ganda", di_lembar(lembar, _gandakan_kolom(kunci)), lembar, BEBAS)
        for lembar, kunci in ((REALISASI, "realisasi"), (REALISASI, "alasan"), (ANGGARAN, "rupiah"))
    ),
    Kasus(
        "kunci kolom kedua sama dengan yang pertama",
        "kolom_ganda",
        di_lembar(REALISASI, _kunci("penyebut", "pembilang")),
        REALISASI,
        BEBAS,
        juga=frozenset({"kolom_hilang"}),
    ),
    *(
        Kasus(
            f"judul {kunci} diganti",
            "judul_berubah",
            di_lembar(lembar, _judul(kunci, judul)),
            lembar,
            lambda peta, kunci=kunci: peta.judul(kunci),
        )
        for lembar, kunci, judul in (
            (REALISASI, "realisasi", "Target triwulan III"),
            (REALISASI, "pembilang", "Penyebut"),
            (REALISASI, "faktor_penghambat", "Catatan camat"),
            (ANGGARAN, "rupiah", "Realisasi triwulan III saja (Rp)"),
        )
    ),
    *(
        Kasus(
            f"kolom {kunci} disembunyikan",
            "kolom_tersembunyi",
            di_lembar(lembar, _sembunyi_kolom(kunci)),
            lembar,
            Di(None, kunci),
        )
        for lembar, kunci in ((REALISASI, "realisasi"), (REALISASI, "alasan"), (ANGGARAN, "rupiah"))
    ),
)


def _hapus_baris(lembar: str, kode: str) -> Kasus:
    ubah: Ubah = lambda halaman, peta: halaman.delete_rows(peta.baris[kode])  # noqa: E731 - one line beside its use
    return Kasus(f"baris {kode} dihapus", "baris_hilang", di_lembar(lembar, ubah), lembar, BEBAS, kata=(kode,))


def _tertukar(nama: str, lembar: str, kiri: str, kanan: str, kunci: str) -> Kasus:
    return Kasus(nama, "baris_tertukar", di_lembar(lembar, _tukar(kiri, kanan, kunci)), lembar, Di(kiri))


_HILANG: Final = frozenset({"baris_hilang"})
_BARIS: Final = (
    *(_hapus_baris(lembar, kode) for lembar, kode in ((REALISASI, PEMBINAAN), (REALISASI, IKM), (ANGGARAN, SUB_2))),
    *(
        Kasus(
            f"baris {kode} disalin ke bawah",
            "baris_ganda",
            di_lembar(lembar, _gandakan_baris(kode)),
            lembar,
            lambda peta: f"{peta.kolom['kode']}{peta.akhir + 1}",
            kata=(kode,),
        )
        for lembar, kode in ((REALISASI, PEMBINAAN), (ANGGARAN, SUB_1))
    ),
    *(
        Kasus(
            f"kode {kode} menjadi {baru}",
            "baris_asing",
            di_lembar(lembar, _tulis(kode, "kode", baru)),
            lembar,
            Di(kode, "kode"),
            juga=_HILANG,
            kata=(baru,),
        )
        for lembar, kode, baru in (
            (REALISASI, PEMBINAAN, "SK-O1"),
            (REALISASI, APBDES, "IKU 03"),
            (ANGGARAN, SUB_1, "7.01.06.2.01.0003"),
        )
    ),
    _tertukar("kode dua baris tertukar", REALISASI, LAYANAN, PENGADUAN, "kode"),
    _tertukar("kode baris berpasangan tertukar", REALISASI, APBDES, OPINI, "kode"),
    _tertukar("nama dua baris tertukar", REALISASI, LAYANAN, PEMBINAAN, "nama"),
    _tertukar("kode dua sub kegiatan tertukar", ANGGARAN, SUB_1, SUB_2, "kode"),
    *(
        Kasus(
            f"nama {kode} disunting",
            "nama_berubah",
            di_lembar(lembar, _tulis(kode, "nama", nama)),
            lembar,
            Di(kode, "nama"),
        )
        for lembar, kode, nama in (
            (REALISASI, PEMBINAAN, "Jumlah dokumen pembinaan desa"),
            (ANGGARAN, SUB_1, "Fasilitasi Pengelolaan Aset Desa"),
        )
    ),
    Kasus(
        "satuan disunting",
        "satuan_berubah",
        di_lembar(REALISASI, _tulis(PEMBINAAN, "satuan", "Persen")),
        REALISASI,
        Di(PEMBINAAN, "satuan"),
    ),
    *(
        Kasus(
            f"baris {kode} disembunyikan",
            "baris_tersembunyi",
            di_lembar(lembar, _sembunyi_baris(kode)),
            lembar,
            Di(kode),
        )
        for lembar, kode in ((REALISASI, LAYANAN), (ANGGARAN, SUB_2))
    ),
    Kasus("saringan masih aktif", "baris_tersembunyi", di_lembar(REALISASI, _saring), REALISASI, BEBAS),
)


def _tanpa_kode(nama: str, lembar: str, ubah: Ubah, sel: Callable[[Denah], str], juga: frozenset[str]) -> Kasus:
    return Kasus(nama, "isian_tanpa_kode", di_lembar(lembar, ubah), lembar, sel, juga=juga)


def _di_kelompok(lembar: Worksheet, peta: Denah) -> None:
    """A number on the line that only names the kegiatan."""
    lembar[f"{peta.kolom['realisasi']}{peta.baris[DESA_SELESAI] - 1}"].value = 5


def _tanda_tangan(lembar: Worksheet, peta: Denah) -> None:
    """The signatures of a unit, typed below the table into the column of codes."""
    for jarak, teks in enumerate(("Purbalingga, 5 Oktober 2026", "Kepala Seksi,", "(nama contoh)", "NIP -"), start=2):
        lembar[f"{peta.kolom['kode']}{peta.akhir + jarak}"].value = teks


def _sisipkan(lembar: Worksheet, peta: Denah) -> None:
    """Two rows above the headings, one of them with a note."""
    lembar.insert_rows(peta.kepala + 1, 2)
    lembar[f"{peta.kolom['nama']}{peta.kepala + 1}"].value = "Diisi Seksi Pelayanan"


_ISIAN: Final = (
    _tanpa_kode("angka di bawah tabel", REALISASI, _di_bawah("realisasi", 7), _sel_bawah("realisasi"), frozenset()),
    _tanpa_kode(
        "angka teks di bawah tabel", REALISASI, _di_bawah("pembilang", "7,5"), _sel_bawah("pembilang"), frozenset()
    ),
    _tanpa_kode("rupiah di bawah jumlah", ANGGARAN, _di_bawah("rupiah", 9e6), _sel_bawah("rupiah"), frozenset()),
    _tanpa_kode(
        "angka di baris kelompok",
        REALISASI,
        _di_kelompok,
        lambda peta: f"{peta.kolom['realisasi']}{peta.baris[DESA_SELESAI] - 1}",
        frozenset(),
    ),
    _tanpa_kode(
        "kode dihapus, angkanya tetap",
        REALISASI,
        _tulis(PEMBINAAN, "kode", None),
        lambda peta: peta.sel(PEMBINAAN, "realisasi"),
        _HILANG,
    ),
    *(
        Kasus(
            f"catatan di bawah tabel {lembar}",
            "isian_di_luar_tabel",
            di_lembar(lembar, _di_bawah("nama", "Catatan: data per 30 September", 3)),
            lembar,
            _sel_bawah("nama", 3),
        )
        for lembar in (REALISASI, ANGGARAN)
    ),
    *(
        Kasus(
            f"sel {kunci} digabung ke bawah",
            "sel_gabungan",
            di_lembar(lembar, _gabung(kiri, kanan, kunci)),
            lembar,
            Di(kiri, kunci),
            juga=frozenset({"belum_ada_data", "anggaran_kosong"}),
            kata=("triwulan III", kiri, kanan),
        )
        for lembar, kiri, kanan, kunci in (
            (REALISASI, LAYANAN, PENGADUAN, "realisasi"),
            (ANGGARAN, SUB_1, SUB_2, "rupiah"),
        )
    ),
    Kasus(
        "keterangan digabung ke bawah",
        "keterangan_gabungan",
        di_lembar(REALISASI, _gabung(DESA_SELESAI, PENGADUAN, "alasan")),
        REALISASI,
        Di(DESA_SELESAI, "alasan"),
        kata=(DESA_SELESAI, LAYANAN, PENGADUAN),
    ),
    Kasus(
        "keterangan anggaran digabung ke bawah",
        "keterangan_gabungan",
        di_lembar(ANGGARAN, _gabung(SUB_1, SUB_2, "alasan")),
        ANGGARAN,
        Di(SUB_1, "alasan"),
        kata=(SUB_1, SUB_2),
    ),
    Kasus(
        "uraian digabung mendatar",
        "uraian_gabungan",
        di_lembar(REALISASI, _gabung_mendatar(DESA_SELESAI, "faktor_pendorong", "tindak_lanjut_triwulan")),
        REALISASI,
        Di(DESA_SELESAI, "faktor_pendorong"),
        kata=("Faktor pendorong", "Faktor penghambat", "Tindak lanjut triwulan berikutnya"),
    ),
    Kasus(
        "keterangan digabung, dan yang tertutup berisi",
        "sel_gabungan",
        di_lembar(REALISASI, _gabung_tertutup(DESA_SELESAI, PENGADUAN, "alasan")),
        REALISASI,
        Di(DESA_SELESAI, "alasan"),
    ),
    Kasus(
        "faktor penghambat digabung ke bawah",
        "uraian_gabungan",
        di_lembar(REALISASI, _gabung(DESA_SELESAI, PENGADUAN, "faktor_penghambat")),
        REALISASI,
        Di(DESA_SELESAI, "faktor_penghambat"),
        kata=(DESA_SELESAI, LAYANAN, PENGADUAN),
    ),
    *(
        Kasus(
            f"blok tanda tangan di kolom kode {lembar}",
            "isian_di_luar_tabel",
            di_lembar(lembar, _tanda_tangan),
            lembar,
            _sel_bawah("kode"),
        )
        for lembar in (REALISASI, ANGGARAN)
    ),
    Kasus(
        "dua baris disisipkan di atas judul",
        "baris_disisipkan",
        di_lembar(REALISASI, _sisipkan),
        REALISASI,
        lambda peta: f"A{peta.kepala + 1}",
        kata=("2 baris", "Diisi Seksi Pelayanan"),
        unit=YAN,
    ),
    *(
        Kasus(
            f"{kunci} {kode} diubah",
            "target_diubah",
            di_lembar(lembar, _tulis(kode, kunci, nilai)),
            lembar,
            Di(kode, kunci),
        )
        for lembar, kode, kunci, nilai in (
            (REALISASI, PEMBINAAN, "target_triwulan", 1),
            (REALISASI, DESA_SELESAI, "target_tahun", 70),
            (REALISASI, OPINI, "target_tahun", "CC"),
            (ANGGARAN, SUB_1, "pagu", 99_000_000),
        )
    ),
)


def _salin_lembar(buku: Workbook) -> None:
    buku.copy_worksheet(buku[REALISASI]).title = "Realisasi (2)"


_DARI_RENCANA: Final = (
    Kasus(
        "cara mengisi dari aturan yang lama",
        "cara_isi_berubah",
        di_lembar(REALISASI, _tulis(LAYANAN, "cara_isi", "Nilai s/d triwulan ini (kumulatif)")),
        REALISASI,
        Di(LAYANAN, "cara_isi"),
    ),
    Kasus("lembar Realisasi disalin", "lembar_salinan", sunting(_salin_lembar), "Realisasi (2)", None),
    Kasus(
        "realisasi triwulan lalu diubah",
        "lalu_diubah",
        di_lembar(REALISASI, _tulis(PEMOHON, "lalu_2", 12)),
        REALISASI,
        Di(PEMOHON, "lalu_2"),
        unit=YAN,
    ),
)

SUSUNAN: Final = (*_LEMBAR, *_KOLOM, *_BARIS, *_ISIAN, *_DARI_RENCANA)
