from __future__ import annotations

import re
from pathlib import Path

from openpyxl.workbook import Workbook

from analytics.lembar.kembali.paket import tulis_kembali
from analytics.naskah.memo import susun_memo
from analytics.temuan.butir import buat
from data.gudang import Gudang
from tests.alat.buku import sunting
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
    pengembalian,
    semua,
)
from tests.alat.libreoffice import hitung_ulang, perlu_libreoffice, simpan_ulang, ubah
from tests.lembar.alat_isian import Periksa, Susun

pytestmark = perlu_libreoffice

TEMUAN = "TEMUAN"


def _keadaan(isi: bytes, tempat: Path) -> dict[str, str]:
    """What LibreOffice makes of column Keadaan, by the address of the finding."""
    (tempat / "buku.xlsx").write_bytes(isi)
    baris = hitung_ulang(tempat / "buku.xlsx").get_sheet_by_name(TEMUAN).to_python()
    return {str(larik[2]): str(larik[10]) for larik in baris if re.match(r"[A-Z].*![A-Z]+\d", str(larik[2]))}


def test_the_state_of_a_finding_follows_the_cell_and_the_mended_file_reads_clean(
    susun: Susun, periksa: Periksa, gudang: Gudang, tmp_path: Path
) -> None:
    kembali = pengembalian(gudang, periksa(susun(ISIAN, ANGGARAN)))
    assert kembali.buku is not None
    assert kembali.bahan is not None

    def betulkan(buku: Workbook) -> None:
        buku["Realisasi"][DESA], buku["Realisasi"][OPINI_SEL] = 66.67, "BB"
        buku["Anggaran"][RUPIAH_1], buku["Anggaran"][ALASAN_2] = 45_000_000, "menunggu SPJ"

    isi = sunting(betulkan)(tulis_kembali(kembali, kembali.buku, kembali.bahan))
    assert _keadaan(isi, tmp_path) == {
        f"Realisasi!{PEMBILANG}": "belum diubah",
        f"Realisasi!{OPINI_SEL}": "sudah diubah",
        f"Realisasi!{DESA}": "sudah diubah",
        f"Realisasi!{DOKUMEN}": "belum diubah",
        f"Anggaran!{RUPIAH_1}": "sudah diubah",
        f"Anggaran!{RUPIAH_2}": "ada alasan",
    }
    _, disimpan = simpan_ulang(isi, tmp_path / "kiriman.xlsx")
    hasil = periksa(disimpan)
    assert [(temuan.kode, temuan.sel) for temuan in hasil.temuan if temuan.tingkat == "galat"] == [
        ("bukan_angka", PEMBILANG),
        ("isian_rentang", DOKUMEN),
    ]
    assert {temuan.lembar for temuan in hasil.temuan} <= {"Realisasi", "Anggaran"}


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
