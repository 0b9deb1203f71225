"""Findings: what is wrong with a workbook, where, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Tingkat = Literal["galat", "peringatan", "info"]
URUTAN_TINGKAT: Final[dict[Tingkat, int]] = {"galat": 0, "peringatan": 1, "info": 2}


@dataclass(frozen=True)
class Aturan:
    """One entry of the catalogue: a rule that a workbook can break.

    `aturan` is the rule as an Indonesian sentence, `sebab` why it matters and for which form, `sumber` its source.
    """

    kode: str
    tingkat: Tingkat
    aturan: str
    sebab: str
    sumber: str


@dataclass(frozen=True)
class Temuan:
    """One finding. `pesan` says what is wrong and why, `saran` what to type or do instead, both in Indonesian.

    `lembar` and `sel` are the sheet and the cell (A1), None when the whole file is meant; `diketik` is the content as
    typed, `dipahami` how it was read.
    """

    kode: str
    tingkat: Tingkat
    pesan: str
    saran: str
    lembar: str | None = None
    sel: str | None = None
    kode_indikator: str | None = None
    diketik: str | None = None
    dipahami: str | None = None

    @property
    def alamat(self) -> str:
        """`Realisasi!F12`, `Realisasi`, or `berkas` when the whole file is meant."""
        if self.lembar is None:
            return "berkas"
        return self.lembar if self.sel is None else f"{self.lembar}!{self.sel}"

    @property
    def kunci(self) -> str:
        """Identifies the finding within its file: the same mistake in the same cell has the same kunci."""
        return f"{self.kode}@{self.alamat}"


_KEAMANAN: Final = "Kebijakan keamanan Capaian: berkas unggahan dijaga sebelum dibaca"
_FORMAT: Final = "Format Data Kinerja, SOP langkah 1-4"
_TANPA_TEBAKAN: Final = "Asas Capaian: tidak ada angka tebakan, kosong bukan nol"

_BERKAS: Final = (
    Aturan("berkas_kosong", "galat", "Berkas harus berisi.", "Berkas kosong tidak memuat data.", _KEAMANAN),
    Aturan("berkas_besar", "galat", "Berkas paling besar 10 MB.", "Format data kinerja jauh lebih kecil.", _KEAMANAN),
    Aturan(
        "bukan_xlsx",
        "galat",
        "Berkas harus buku kerja Excel (.xlsx).",
        "Jenis lain tidak punya alamat sel yang dapat diperiksa.",
        _KEAMANAN,
    ),
    Aturan("berkas_bersandi", "galat", "Berkas tidak boleh bersandi.", "Isi bersandi tidak dapat dibaca.", _KEAMANAN),
    Aturan("berkas_rusak", "galat", "Berkas harus utuh.", "Berkas yang rusak bisa terbaca sebagian.", _KEAMANAN),
    Aturan(
        "berkas_ganjil",
        "galat",
        "Susunan isi berkas harus wajar.",
        "Bagian kembar atau bernama aneh dapat menyembunyikan isi lain.",
        _KEAMANAN,
    ),
    Aturan(
        "isi_besar",
        "galat",
        "Isi berkas setelah dibuka paling besar 32 MB dan 200.000 sel.",
        "Isi yang mengembang dapat menghentikan komputer kantor.",
        _KEAMANAN,
    ),
    Aturan(
        "bagian_hilang",
        "galat",
        "Bagian wajib buku kerja harus ada.",
        "Tanpa bagian itu isi tidak dapat dibaca.",
        _KEAMANAN,
    ),
    Aturan(
        "xml_terlarang",
        "galat",
        "Isi XML tidak boleh memuat DTD, entitas, atau huruf selain UTF-8.",
        "Bagian itu dapat membuka berkas lain di komputer kantor.",
        _KEAMANAN,
    ),
    Aturan(
        "berkas_makro",
        "galat",
        "Berkas tidak boleh berisi makro.",
        "Makro adalah program; data tidak memerlukannya.",
        _KEAMANAN,
    ),
    Aturan(
        "tautan_luar",
        "galat",
        "Berkas tidak boleh terhubung ke berkas atau sumber data lain.",
        "Angka dari berkas lain dapat berubah tanpa diketahui.",
        _KEAMANAN,
    ),
    Aturan(
        "sel_di_luar_batas",
        "galat",
        "Sel terpakai paling jauh kolom ZZ dan baris 20.000.",
        "Sel yang sangat jauh membuat berkas menjadi raksasa saat dibaca.",
        _KEAMANAN,
    ),
    Aturan(
        "tidak_terbaca",
        "galat",
        "Buku kerja harus dapat dibaca dalam batas waktu dan memori.",
        "Berkas yang tidak selesai dibaca tidak dapat diperiksa.",
        _KEAMANAN,
    ),
)

_IDENTITAS: Final = (
    Aturan(
        "bukan_format",
        "galat",
        "Buku kerja harus format data kinerja yang diunduh dari Capaian.",
        "Tanpa sidik format, pemilik dan periode isinya tidak diketahui.",
        _FORMAT,
    ),
    Aturan(
        "versi_format",
        "galat",
        "Versi format harus yang dikenal program ini.",
        "Letak kolom dapat berbeda antarversi.",
        _FORMAT,
    ),
    Aturan(
        "sidik_berubah",
        "galat",
        "Sidik format tidak boleh berubah.",
        "Sidik yang berubah berarti isi format dipindahkan atau disunting.",
        _FORMAT,
    ),
    Aturan(
        "kantor_lain",
        "galat",
        "Format harus milik perangkat daerah ini.",
        "Angka kantor lain tidak boleh tercampur.",
        _FORMAT,
    ),
    Aturan("unit_asing", "galat", "Unit di dalam format harus dikenal.", "Kiriman dicatat per unit.", _FORMAT),
    Aturan(
        "unit_lain",
        "galat",
        "Format harus milik unit yang diminta.",
        "Kiriman satu unit tidak mengganti unit lain.",
        _FORMAT,
    ),
    Aturan(
        "periode_lain",
        "galat",
        "Format harus untuk periode yang diminta.",
        "Angka satu triwulan tidak mengganti triwulan lain.",
        _FORMAT,
    ),
    Aturan(
        "indikator_berubah",
        "galat",
        "Daftar indikator di format harus sama dengan rencana yang berlaku.",
        "Indikator yang hilang atau tidak dikenal tidak dapat dievaluasi.",
        _FORMAT,
    ),
    Aturan(
        "simpul_berubah",
        "galat",
        "Daftar kegiatan di format harus sama dengan rencana yang berlaku.",
        "Anggaran dijumlahkan menurut pohon rencana.",
        _FORMAT,
    ),
)

_SUSUNAN: Final = (
    Aturan(
        "lembar_hilang", "galat", "Lembar format harus ada dengan nama asalnya.", "Lembar dicari menurut nama.", _FORMAT
    ),
    Aturan(
        "kolom_hilang",
        "galat",
        "Kolom isian harus ada.",
        "Kolom dicari menurut kuncinya di baris tersembunyi di atas judul.",
        _FORMAT,
    ),
    Aturan(
        "baris_hilang", "galat", "Setiap baris format harus ada.", "Baris yang hilang bukan berarti kosong.", _FORMAT
    ),
    Aturan("baris_ganda", "galat", "Satu kode hanya satu baris.", "Tidak jelas baris mana yang benar.", _FORMAT),
    Aturan(
        "baris_asing", "galat", "Kode baris harus dari format.", "Isian pada kode tak dikenal tidak bertempat.", _FORMAT
    ),
)

_SEL: Final = (
    Aturan(
        "angka_ambigu",
        "galat",
        "Angka hanya boleh punya satu bacaan.",
        "1.200 sebagai teks dapat berarti 1200 atau 1,2.",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "bukan_angka",
        "galat",
        "Isian harus satu angka.",
        "Teks, rentang, atau batas tidak dapat dihitung.",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "tanggal_bukan_angka",
        "galat",
        "Isian tidak boleh berupa tanggal.",
        "Excel dapat mengubah 12.5 yang diketik menjadi tanggal 12 Mei.",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "galat_excel",
        "galat",
        "Isian tidak boleh berupa galat Excel.",
        "#REF! dan sejenisnya tidak punya nilai.",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "rumus_tanpa_nilai",
        "galat",
        "Rumus di sel isian harus menyimpan hasilnya.",
        "Tanpa hasil yang tersimpan, angkanya tidak diketahui.",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "persen_bukan_satuan",
        "galat",
        "Tanda % hanya untuk indikator bersatuan persen.",
        "Excel menyimpan 95% sebagai 0,95.",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "peringkat_asing",
        "galat",
        "Peringkat harus dari daftar skalanya.",
        "Peringkat lain tidak dapat dinilai.",
        _FORMAT,
    ),
    Aturan(
        "pasangan_tidak_lengkap",
        "galat",
        "Pembilang dan penyebut diisi keduanya.",
        "Realisasi dihitung dari pembilang dibagi penyebut.",
        _FORMAT,
    ),
    Aturan("penyebut_nol", "galat", "Penyebut tidak boleh 0.", "Pembagian dengan 0 tidak bermakna.", _FORMAT),
    Aturan(
        "rumus_di_isian",
        "info",
        "Sel isian sebaiknya diketik angkanya.",
        "Rumus dapat berubah saat berkas lain berubah.",
        _FORMAT,
    ),
    Aturan(
        "angka_teks",
        "info",
        "Angka sebaiknya berupa angka, bukan teks.",
        "Teks tidak ikut terjumlah di Excel.",
        _FORMAT,
    ),
)

_MAKNA: Final = (
    Aturan(
        "belum_ada_data",
        "peringatan",
        "Indikator yang wajib dilaporkan diisi, atau diberi alasan.",
        "Kosong dicatat sebagai belum ada data, bukan nol (Evaluasi Renja, IKU).",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "angka_tanya",
        "peringatan",
        "Desimal ditulis dengan koma.",
        "12.5 sebagai teks dibaca 12,5 dan ditanyakan.",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "pecahan_persen",
        "peringatan",
        "Nilai persen ditulis 95, bukan 0,95.",
        "Capaian akan menjadi seperseratusnya.",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "nilai_negatif",
        "peringatan",
        "Realisasi biasanya tidak negatif.",
        "Jumlah dan persentase jarang di bawah 0.",
        _FORMAT,
    ),
    Aturan(
        "sd_turun",
        "peringatan",
        "Realisasi s/d triwulan tidak turun.",
        "Nilai kumulatif dipakai sebagai selisih antartriwulan di E.81 kolom 8-11.",
        "Permendagri 86/2017, formulir E.81",
    ),
    Aturan(
        "realisasi_beda",
        "peringatan",
        "Realisasi sama dengan pembilang dibagi penyebut.",
        "Yang disimpan adalah pembilang dan penyebut.",
        _FORMAT,
    ),
    Aturan(
        "anggaran_kosong",
        "peringatan",
        "Realisasi anggaran yang berpagu diisi, atau diberi alasan.",
        "Kosong dicatat sebagai belum ada data, bukan nol.",
        _TANPA_TEBAKAN,
    ),
    Aturan(
        "anggaran_lebih",
        "peringatan",
        "Realisasi anggaran tidak melebihi pagu.",
        "Belanja dibatasi pagu; serapan akan di atas 100 persen.",
        "Permendagri 86/2017, formulir E.81",
    ),
    Aturan(
        "anggaran_turun",
        "peringatan",
        "Realisasi anggaran s/d triwulan tidak turun.",
        "Nilai kumulatif dipakai sebagai selisih antartriwulan di E.81 kolom 8-11.",
        "Permendagri 86/2017, formulir E.81",
    ),
    Aturan(
        "keterangan_dicatat",
        "info",
        "Keterangan tanpa nilai dicatat sebagai catatan.",
        "Tidak ada tulisan unit yang hilang.",
        _FORMAT,
    ),
)

KATALOG: Final[dict[str, Aturan]] = {satu.kode: satu for satu in (*_BERKAS, *_IDENTITAS, *_SUSUNAN, *_SEL, *_MAKNA)}
"""Every rule that a finding can name, by kode."""


def buat(kode: str, pesan: str, saran: str, **letak: str | None) -> Temuan:
    """Make a finding of a catalogue rule; `letak` holds the optional fields of `Temuan`.

    Raises KeyError for a kode that is not in the catalogue.
    """
    return Temuan(kode, KATALOG[kode].tingkat, pesan, saran, **letak)


def ada_galat(temuan: Iterable[Temuan]) -> bool:
    """Whether any finding forbids storing the file."""
    return any(satu.tingkat == "galat" for satu in temuan)


def urutkan(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Put findings in their one order: tingkat, then sheet, row, column, kode."""
    return tuple(sorted(temuan, key=_urutan))


def _urutan(satu: Temuan) -> tuple[int, str, int, int, str, str, str]:
    cocok = re.match(r"([A-Z]+)(\d+)", satu.sel or "")
    huruf, baris = (cocok.group(1), int(cocok.group(2))) if cocok else ("", 0)
    return (URUTAN_TINGKAT[satu.tingkat], satu.lembar or "", baris, len(huruf), huruf, satu.kode, satu.pesan)
