"""LibreOffice computes every formula of the compiled workbook itself and comes to what we cached."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel, susun_tabel
from analytics.formulir import BUTIR, FORMULIR, IKU, RENJA, RENSTRA, evaluasi_semua
from data.gudang import Gudang
from tests.alat.evaluasi import Hasil
from tests.alat.kantor_dokumen import PERIODE, isi_kantor
from tests.alat.libreoffice import SelRumus, bandingkan, perlu_libreoffice, ubah
from tests.alat.toko import KODE_PD as KANTOR_KECIL
from tests.alat.toko import peristiwa
from tests.dokumen.alat_lembar import LembarUji

pytestmark = perlu_libreoffice
SUSUNAN = {butir.kunci: [*butir.pilihan] for butir in BUTIR.values() if butir.kunci.startswith("susunan_")}
"""The layouts that an office can choose, by the setting."""


def _berbeda(sel: list[SelRumus]) -> list[SelRumus]:
    return [rumus for rumus in sel if not rumus.sama]


def test_every_formula_of_the_small_office_gives_the_cached_value(buku: bytes, tmp_path: Path) -> None:
    sel = bandingkan(buku, tmp_path)
    assert _berbeda(sel) == []
    banyak = Counter(rumus.lembar for rumus in sel)
    assert [formulir.nama for formulir in FORMULIR if banyak[formulir.nama] <= 80] == []
    assert banyak["Evaluasi Renja"] > 120
    assert banyak["Evaluasi Renstra"] > 100
    assert banyak["Ringkasan"] > 15


@pytest.mark.parametrize(
    ("batas", "desimal", "nol", "lantai", "luas"),
    [("100", "1", "seratus", "tanpa", False), ("120", "3", "tanpa_nilai", "0", True)],
    ids=["five years", "six years and two sasaran"],
)
def test_the_formulas_follow_the_settings_of_the_office_the_years_of_its_renstra_and_its_sasaran(
    batas: str, desimal: str, nol: str, lantai: str, luas: bool, tmp_path: Path
) -> None:
    gudang = isi_kantor(luas=luas)
    isi = {"batas_capaian": batas, "desimal": desimal, "kebijakan_nol": nol, "lantai_capaian": lantai}
    isi["tw_kosong"] = "nilai_terakhir" if luas else "tanpa_nilai"
    baris = [
        {"kunci": kunci, "mulai": date(2026, 1, 1), "revisi": 1, "nilai": nilai, "keterangan": "uji", "sumber": "uji"}
        for kunci, nilai in isi.items()
    ]
    with gudang.transaksi(peristiwa("atur")) as tx:
        tx.tambah("pengaturan", baris)
    kompilasi = evaluasi_semua(gudang, KANTOR_KECIL, PERIODE)
    assert kompilasi.pengaturan.batas == Decimal(batas)
    sel = bandingkan(susun_kompilasi(kompilasi), tmp_path)
    assert _berbeda(sel) == []
    iku = next(terisi.hasil for terisi in kompilasi.formulir if terisi.lembar.kode == IKU.kode)
    rata = [rumus.kami for rumus in sel if rumus.lembar == IKU.nama and rumus.rumus.startswith("=AVERAGE")]
    assert rata == [pytest.approx(iku.rata_rata.mentah)]
    assert all(utama.kini.capaian.nilai <= Decimal(batas) for utama in iku.baris if utama.kini.capaian.nilai)
    assert any("MAX(MIN(" in rumus.rumus for rumus in sel) is (lantai != "tanpa")
    renstra = next(terisi for terisi in kompilasi.formulir if terisi.lembar.kode == RENSTRA.kode)
    assert renstra.susunan.ada("t2029_k") is luas
    rinci = [rumus.kami for rumus in sel if rumus.lembar == RENJA.nama and "+2300000" in rumus.rumus]
    assert [round(float(nilai), 2) for nilai in rinci] == ([73.52] if luas else [])
    akhir = [simpul.pagu_akhir for simpul in renstra.hasil.baris if simpul.kode_simpul == "7.01.01.2.02"]
    assert akhir == [1753720871 * (6 if luas else 5)]


@pytest.mark.parametrize("nomor", range(1, max(map(len, SUSUNAN.values()))))
def test_in_every_layout_the_formulas_give_the_cached_values_and_every_figure_stays(
    nomor: int, hasil: Hasil, tmp_path: Path
) -> None:
    """The layout of this number of every form that has a choice; of a form with fewer its last one."""
    gudang = isi_kantor()
    dipilih = {kunci: pilihan[min(nomor, len(pilihan) - 1)] for kunci, pilihan in SUSUNAN.items()}
    with gudang.transaksi(peristiwa("atur")) as tx:
        tx.tambah("pengaturan", [_baris(kunci, profil) for kunci, profil in dipilih.items()])
    kompilasi = evaluasi_semua(gudang, KANTOR_KECIL, PERIODE)
    isi = susun_kompilasi(kompilasi)
    sel = bandingkan(isi, tmp_path)
    assert _berbeda(sel) == []
    renja = next(terisi for terisi in kompilasi.formulir if terisi.lembar.kode == RENJA.kode)
    assert renja.hasil.baris == hasil[1].baris
    lembar = LembarUji.buka(isi, RENJA.nama, renja.susunan)
    if not lembar.susunan.ada("capaian_tahun_k"):
        return
    nilai = {
        kinerja.baris.indikator.nama: kinerja.kini.capaian_tahun.nilai
        for baris in hasil[1].baris
        for kinerja in baris.kinerja
        if kinerja.kini.capaian_tahun.nilai is not None
    }
    assert nilai
    for nama, capaian in nilai.items():
        letak = lembar.baris("indikator", nama)
        assert lembar.nilai("capaian_tahun_k", letak) == pytest.approx(float(capaian))
        assert lembar.rumus("capaian_tahun_k", letak)
    rata = lembar.baris("no", "Rata-rata capaian kinerja (%)")
    assert lembar.nilai("capaian_tahun_k", rata) == pytest.approx(float(hasil[1].penutup.kinerja_tahun.nilai or 0))
    assert lembar.nilai("serapan", rata) == pytest.approx(hasil[1].penutup.serapan_rata)


def _baris(kunci: str, nilai: str) -> dict[str, object]:
    asal = {"revisi": 1, "keterangan": "uji", "sumber": "uji"}
    return {"kunci": kunci, "mulai": date(2026, 1, 1), "nilai": nilai, **asal}


def test_at_the_end_of_the_year_the_form_also_says_what_was_realised_at_least(sebagian: Gudang, tmp_path: Path) -> None:
    kompilasi = evaluasi_semua(sebagian, KANTOR_KECIL, Periode(2026, 4))
    isi = susun_kompilasi(kompilasi)
    assert _berbeda(bandingkan(isi, tmp_path)) == []
    renja = next(terisi for terisi in kompilasi.formulir if terisi.lembar.kode == RENJA.kode)
    lembar = LembarUji.buka(isi, RENJA.nama, renja.susunan)
    baris = lembar.baris("no", "Jumlah realisasi dibanding jumlah pagu")
    assert str(lembar.nilai("no", baris)).endswith(", 1 dari 2 baris yang berpagu (9,43 % dari seluruh pagu)")
    assert lembar.nilai("serapan", baris) == pytest.approx(93.52)
    assert str(lembar.nilai("no", baris + 1)).startswith("Sekurang-kurangnya: ")
    assert lembar.nilai("serapan", baris + 1) == pytest.approx(9_352_000 / 106_000_008 * 100)
    assert lembar.nilai("capaian_rp", baris) == pytest.approx((18_000_000 + 9_352_000) / 50_000_000 * 100)
    program, kosong = (lembar.baris("program", kode) for kode in ("7.01.06  ", "7.01.06.2.01.0002"))
    assert (lembar.nilai("lalu_rp", program), lembar.nilai("sampai_rp", program)) == (18_000_000, 27_352_000)
    assert all(str(lembar.rumus(kunci, program)).startswith("SUM(") for kunci in ("lalu_rp", "sampai_rp"))
    assert lembar.nilai("lalu_rp", kosong) == "belum ada data TW IV 2024"


@pytest.mark.parametrize("periode", [Periode(2025, 4), Periode(2026, 3)], ids=lambda periode: periode.singkat)
def test_every_formula_of_the_sample_office_gives_the_cached_value(
    gudang_contoh: Gudang, periode: Periode, tmp_path: Path
) -> None:
    sel = bandingkan(susun_kompilasi(evaluasi_semua(gudang_contoh, KODE_PD, periode)), tmp_path)
    assert _berbeda(sel) == []
    assert len(sel) > 1500


def test_a_cached_value_that_the_formula_does_not_give_is_found(tmp_path: Path) -> None:
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Uji")
        lembar.write_row(0, 0, [200, 450.03])
        lembar.write_formula("C1", "=B1/A1*100", None, 225.0151)
        lembar.write_formula("D1", '=IF(A1>1,"Tinggi","Rendah")', None, "Rendah")
        lembar.write_formula("E1", "=B1/A1*100", None, 225.015)
    assert [(rumus.sel, rumus.sama) for rumus in bandingkan(keluaran.getvalue(), tmp_path)] == [
        ("C1", False),
        ("D1", False),
        ("E1", True),
    ]


def test_a_file_that_libreoffice_makes_nothing_of_is_told_and_leaves_no_older_result(tmp_path: Path) -> None:
    lama = tmp_path / "buku.ods"
    lama.write_bytes(b"dahulu")
    (tmp_path / "buku.xlsx").write_bytes(b"PK\x03\x04 bukan buku")
    with pytest.raises(AssertionError, match=r"no buku\.ods of buku\.xlsx"):
        ubah(tmp_path / "buku.xlsx", "ods")
    assert not lama.exists()


def test_a_changed_realisasi_moves_capaian_predikat_mean_and_summary(buku: bytes, tmp_path: Path) -> None:
    """What an official does with the file: type another figure, and everything that depends on it follows."""
    isi = io.BytesIO()
    kerja = openpyxl.load_workbook(io.BytesIO(buku))
    lembar = kerja["Evaluasi IKU"]
    baris = next(sel.row for sel in lembar["C"] if sel.value == "Indeks Kepuasan Masyarakat")
    lembar[f"F{baris}"] = 100
    kerja.save(isi)
    jadi = {f"{rumus.lembar}!{rumus.sel}": rumus.mereka for rumus in bandingkan(isi.getvalue(), tmp_path)}
    assert jadi[f"Evaluasi IKU!G{baris}"] == 50
    assert jadi[f"Evaluasi IKU!H{baris}"] == "Sangat Rendah"
    assert jadi[f"Evaluasi IKU!I{baris}"] == "belum tercapai"
    assert str(jadi["Ringkasan!A6"]).startswith("4 dari 10")


def test_a_number_is_shown_with_indonesian_separators_whatever_the_language_of_the_computer(tmp_path: Path) -> None:
    tabel = Tabel(
        "Uji", (Kolom("Rp", "rupiah", lebar=16), Kolom("K", "angka", lebar=12)), (BarisTabel((1798620871, 85.25)),)
    )
    berkas = tmp_path / "uji.xlsx"
    berkas.write_bytes(susun_tabel(tabel, "uji", datetime(2026, 10, 1, 8)))
    halaman = ubah(berkas, "html", bahasa="en-US").read_text(encoding="utf-8")
    assert "1.798.620.871" in halaman
    assert ">85,25" in halaman
