from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl

from analytics.lembar.penanda.amplop import Permintaan
from analytics.lembar.penanda.buku import tandai_isi
from analytics.naskah.memo import susun_memo
from analytics.temuan.butir import Temuan, buat
from tests.alat.kembali import (
    ALASAN_2,
    ANGGARAN,
    DESA,
    DOKUMEN,
    ISIAN,
    OPINI_SEL,
    PEMBILANG,
    RUPIAH_1,
    RUPIAH_2,
    banyak_panjang,
    kepala,
    lembar_unit,
    semua,
)
from tests.alat.libreoffice import hitung_ulang, perlu_libreoffice, simpan_ulang, ubah
from tests.lembar.alat_isian import Susun

pytestmark = perlu_libreoffice

TEMUAN = "TEMUAN"


def _tandai(isi: bytes, *temuan: Temuan) -> bytes:
    return tandai_isi(isi, Permintaan(kepala(), temuan))[0]


def _ketik(isi: bytes, sel: dict[tuple[str, str], object]) -> bytes:
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    for (lembar, alamat), nilai in sel.items():
        buku[lembar][alamat] = nilai
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def _keadaan(isi: bytes, tempat: Path) -> dict[str, str]:
    """What LibreOffice makes of column Keadaan, by the address of the finding."""
    (tempat / "buku.xlsx").write_bytes(isi)
    baris = hitung_ulang(tempat / "buku.xlsx").get_sheet_by_name(TEMUAN).to_python()
    return {f"{larik[2]} {larik[1]}": str(larik[10]) for larik in baris if re.match(r"[A-Z].*![A-Z]+\d", str(larik[2]))}


def test_the_state_of_a_finding_follows_the_cell(susun: Susun, tmp_path: Path) -> None:
    salinan = _tandai(susun(ISIAN, ANGGARAN), *semua())
    assert set(_keadaan(salinan, tmp_path).values()) == {"belum diubah"}
    baru = _ketik(
        salinan,
        {
            ("Realisasi", DESA): 1200,
            ("Realisasi", OPINI_SEL): "BB",
            ("Anggaran", RUPIAH_1): 45_000_000,
            ("Anggaran", ALASAN_2): "menunggu SPJ",
        },
    )
    assert _keadaan(baru, tmp_path) == {
        f"Realisasi!{PEMBILANG} ✖ galat": "belum diubah",
        f"Realisasi!{OPINI_SEL} ✖ galat": "sudah diubah",
        f"Realisasi!{DESA} ✖ galat": "sudah diubah",
        f"Realisasi!{DOKUMEN} ✖ galat": "belum diubah",
        f"Anggaran!{RUPIAH_1} ⚠ peringatan": "sudah diubah",
        f"Anggaran!{RUPIAH_2} ⚠ peringatan": "ada alasan",
        f"Realisasi!{DESA} ⚠ peringatan": "sudah diubah",
    }


def test_marks_are_known_again_in_a_copy_that_libreoffice_saved(susun: Susun, tmp_path: Path) -> None:
    _, disimpan = simpan_ulang(_tandai(susun(ISIAN, ANGGARAN), *semua()), tmp_path / "kiriman.xlsx")
    salinan, hilang = tandai_isi(disimpan, Permintaan(kepala(), ()))
    buku = openpyxl.load_workbook(io.BytesIO(salinan))
    assert buku.sheetnames == [TEMUAN, "Petunjuk", "Realisasi", "Anggaran", "_capaian"]
    assert [aturan for lembar in buku.worksheets[1:] for aturan in lembar.conditional_formatting] == []
    assert [sel for lembar in buku for baris in lembar.iter_rows() for sel in baris if sel.comment] == []
    assert lembar_unit(salinan) == lembar_unit(disimpan)
    assert hilang == ()


def test_a_memo_is_one_page_however_much_was_found(tmp_path: Path) -> None:
    kasus: dict[str, bytes] = {str(banyak): susun_memo(kepala(), banyak_panjang(banyak)) for banyak in (1, 12, 300)}
    kasus["pendek"] = susun_memo(kepala(), semua() * 10)
    panjang = kepala(nama_unit="Seksi " + "yang bernama panjang " * 20, putusan="Belum dapat diterima. " * 30)
    kasus["penuh"] = susun_memo(panjang, banyak_panjang(300))
    kasus["tanpa"] = susun_memo(kepala(), (buat("berkas_makro", "Berkas ini berisi makro."),), "tanpa")
    for nama, isi in kasus.items():
        (tmp_path / f"{nama}.docx").write_bytes(isi)
        halaman = re.findall(rb"/Type\s*/Page[^s]", ubah(tmp_path / f"{nama}.docx", "pdf").read_bytes())
        assert len(halaman) == 1, nama
