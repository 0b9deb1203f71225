"""Why a workbook is not read: a value with a kode, the exact reason, and what the reason is about.

Standard library only: guard and child answer with it. Whoever installs the reader words it for his users; the English
sentence here is for logs and programmers.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Kode = Literal[
    "bagian_hilang",
    "berkas_besar",
    "berkas_bersandi",
    "berkas_ganjil",
    "berkas_kosong",
    "berkas_makro",
    "berkas_rusak",
    "bukan_xlsx",
    "isi_besar",
    "sel_di_luar_batas",
    "tautan_luar",
    "tidak_terbaca",
    "xml_terlarang",
]
"""The kinds of refusal."""

Sebab = Literal[
    "aktif_x",
    "alamat_asing",
    "anggota_bersandi",
    "bagian_terlalu_banyak",
    "bagian_tidak_ada",
    "berkas_sisipan",
    "buku_bersandi",
    "buku_bermakro",
    "buku_tidak_ditunjuk",
    "bukan_utf8",
    "bukan_zip_utuh",
    "cara_mampat",
    "daftar_kembar",
    "dtd",
    "hubungan_rusak",
    "isi_lembar_lain",
    "jenis_lain",
    "kepala_berbeda",
    "lembar_kembar",
    "lembar_tidak_ada",
    "makro",
    "nama_bagian_ganjil",
    "nama_bagian_kembar",
    "nomor_hubungan_kembar",
    "rentang_terlalu_banyak",
    "rentang_terlalu_luas",
    "saling_bertumpuk",
    "sel_jauh",
    "sel_jauh_di_bagian",
    "sel_kembar",
    "sel_salah_baris",
    "sel_terlalu_banyak",
    "sel_terlalu_banyak_di_bagian",
    "sumber_luar",
    "susunan_asing",
    "tanpa_isi",
    "teks_terlalu_panjang",
    "terlalu_besar",
    "terlalu_besar_dibuka",
    "tidak_selesai",
]
"""The exact reasons, each of one kind."""


SEBAB: Final[dict[Sebab, tuple[Kode, str]]] = {
    "tanpa_isi": ("berkas_kosong", "The file has no bytes."),
    "terlalu_besar": ("berkas_besar", "The file has {byte} bytes, more than the guard lets through."),
    "bukan_zip_utuh": ("berkas_rusak", "The zip is damaged or cut off."),
    "hubungan_rusak": ("berkas_rusak", "The relationships of part {bagian} are no XML."),
    "buku_bersandi": ("berkas_bersandi", "The workbook is encrypted."),
    "anggota_bersandi": ("berkas_bersandi", "Parts of the zip are encrypted."),
    "jenis_lain": ("bukan_xlsx", "The file is of type {jenis}, not an xlsx workbook."),
    "bagian_terlalu_banyak": ("berkas_ganjil", "The zip has {banyak} parts, more than {batas}."),
    "nama_bagian_ganjil": ("berkas_ganjil", "A part has a name that no workbook gives."),
    "nama_bagian_kembar": ("berkas_ganjil", "Two parts have the same name."),
    "cara_mampat": ("berkas_ganjil", "A part is compressed in a way that Excel does not know."),
    "kepala_berbeda": ("berkas_ganjil", "The header of a part disagrees with the directory of the zip."),
    "saling_bertumpuk": ("berkas_ganjil", "Parts share bytes with each other or with the directory."),
    "berkas_sisipan": ("berkas_ganjil", "Another file is embedded in the workbook."),
    "nomor_hubungan_kembar": ("berkas_ganjil", "Part {bagian} gives one relationship id twice."),
    "daftar_kembar": ("berkas_ganjil", "The workbook points to two lists of texts or of styles."),
    "bagian_tidak_ada": ("bagian_hilang", "Required parts are missing: {bagian}."),
    "buku_tidak_ditunjuk": ("bagian_hilang", "The file does not point to xl/workbook.xml as its one workbook."),
    "lembar_tidak_ada": ("bagian_hilang", "A part that the workbook names is not in the file."),
    "makro": ("berkas_makro", "The file holds macros."),
    "buku_bermakro": ("berkas_makro", "The file calls itself a macro-enabled workbook."),
    "aktif_x": ("berkas_makro", "The file holds ActiveX controls."),
    "sumber_luar": ("tautan_luar", "The file takes values from another file or source."),
    "terlalu_besar_dibuka": ("isi_besar", "The parts are larger than the bound when they are inflated."),
    "sel_terlalu_banyak_di_bagian": ("isi_besar", "Part {bagian} has more cells than the bound."),
    "sel_terlalu_banyak": ("isi_besar", "The workbook has more cells than the bound."),
    "teks_terlalu_panjang": ("isi_besar", "The texts of the cells are longer than the bound."),
    "rentang_terlalu_luas": ("isi_besar", "Merged areas and hyperlinks cover more cells than the bound."),
    "dtd": ("xml_terlarang", "Part {bagian} has a DTD or entities."),
    "bukan_utf8": ("xml_terlarang", "Part {bagian} is not written in UTF-8."),
    "sel_jauh_di_bagian": ("sel_di_luar_batas", "Cell {sel} in part {bagian} is out of bounds."),
    "sel_jauh": ("sel_di_luar_batas", "Cell {sel} is out of bounds."),
    "susunan_asing": ("tidak_terbaca", "The parts are not what a workbook is made of."),
    "lembar_kembar": ("tidak_terbaca", "Two sheets have the name {lembar}."),
    "isi_lembar_lain": ("tidak_terbaca", "Sheet {lembar} shows the part of another sheet."),
    "sel_kembar": ("tidak_terbaca", "Cell {sel} is written twice."),
    "sel_salah_baris": ("tidak_terbaca", "Cell {sel} is written in row {baris}."),
    "alamat_asing": ("tidak_terbaca", "{sel} is no address of a cell."),
    "rentang_terlalu_banyak": ("tidak_terbaca", "A sheet has more merged areas or hyperlinks than the bound."),
    "tidak_selesai": ("tidak_terbaca", "The child did not finish within its time and memory."),
}
"""Every reason to refuse a workbook: its kind, and its English sentence with {names} of the facts."""


class Tolakan(NamedTuple):
    """One refusal. `fakta` are (name, value) of what it is about, fit to be quoted: short, without unseen signs."""

    sebab: Sebab
    fakta: tuple[tuple[str, str | int], ...] = ()

    @property
    def kode(self) -> Kode:
        """The kind of the reason."""
        return SEBAB[self.sebab][0]

    def __str__(self) -> str:
        """The refusal as an English sentence."""
        return SEBAB[self.sebab][1].format_map(dict(self.fakta))


def tolak(sebab: Sebab, **fakta: str | int) -> Tolakan:
    """Make a refusal of a reason and its facts."""
    return Tolakan(sebab, tuple(fakta.items()))
