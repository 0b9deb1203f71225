"""A public plan through a whole year: imported as text, its questions answered, reported by every unit, compiled.

Every figure of its E.81 and E.80 is worked out a second time, from the published csv and from what was typed.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import openpyxl
import pytest

from analytics.alur.draf_layar import kirim_draf, simpan_draf
from analytics.alur.kirim import Penyerahan
from analytics.aturan.angka import satuan_persen
from analytics.aturan.periode import Periode
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.formulir import evaluasi_semua
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan
from analytics.lembar.bentuk.ketikan import Isian, IsianUnit
from analytics.lembar.bentuk.susun import tulis_format
from analytics.lembar.catat.terima import terima
from analytics.lembar.layar.buku_layar import periksa_draf
from analytics.lembar.layar.draf import IsianLayar, UnitLayar
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from analytics.rencana.impor import impor_rencana
from analytics.rencana.periksa.jawab import JawabanRencana, JawabanSoal
from analytics.sop.objek import Objek, baca_kedudukan
from analytics.sop.peran import BARIS_PERINTAH
from data.gudang import Gudang
from tests.alat.kosong import gudang_kosong
from tests.alat.rencana_csv import TAHUN
from tests.alat.rencana_publik import KODE_PD, baris_publik, berkas_publik
from tests.alat.tunggu import tunggu_unit

PADA = datetime(2026, 12, 28, 8)
TRIWULAN = (1, 2, 3, 4)
DI_LAYAR = "TRANTIB"
"""The unit that sends no workbook of its own."""
BACAAN = dict.fromkeys(("riwayat_rupiah", "target_nol", "target_tanpa_pagu", "satuan_janggal"), JawabanSoal(1))
Baris = Mapping[str, str]
Sel = tuple[Any, ...]


def berpuncak(baris_csv: Baris) -> bool:
    return baris_csv["tingkat"] in {"tujuan", "sasaran"}


def dijumlahkan(baris_csv: Baris) -> bool:
    return not satuan_persen(baris_csv["satuan"]) and not berpuncak(baris_csv)


def target(baris_csv: Baris, tahun: int) -> Fraction | None:
    """What is planned, as the answers say: neither an empty target, nor one for which there is no money."""
    teks = baris_csv[f"target_{tahun}"]
    return Fraction(teks) if teks and baris_csv[f"pagu_{tahun}"] != "0" else None


def diketik(kode: str, triwulan: int) -> Decimal:
    """What a unit types for an indicator of this node: made up, whole, some above the target and some below."""
    return Decimal((sum(map(ord, kode)) * triwulan) % 97 + 1)


def dibelanjakan(kode: str, triwulan: int) -> int:
    """Rp s/d a triwulan at a leaf: made up, never falling, never above the pagu."""
    return pagu(kode, 2026) * triwulan * (15 + len(kode) % 9) // 100


def pagu(kode: str, tahun: int) -> int:
    return int(CSV[kode][f"pagu_{tahun}"])


CSV = {baris_csv["kode"]: baris_csv for baris_csv in baris_publik()}
DAUN = [kode for kode, baris_csv in CSV.items() if baris_csv["tingkat"] == "sub kegiatan"]


def belanja(kode: str, triwulan: int) -> int:
    """What the leaves below a node, or it itself, have spent."""
    return sum(dibelanjakan(daun, triwulan) for daun in DAUN if f"{daun}.".startswith(f"{kode}."))


def belum_dianggarkan(kode: str) -> int:
    """What the Renstra gives leaves at or below a node that were not budgeted yet: nothing is compared with it."""
    milik = [daun for daun in DAUN if f"{daun}.".startswith(f"{kode}.") and CSV[daun]["pagu_2026"] in {"", "0"}]
    return sum(int(CSV[daun][f"pagu_{tahun}"] or 0) for daun in milik for tahun in TAHUN)


@pytest.fixture(scope="module")
def lembar() -> Mapping[str, Mapping[str, Sel]]:
    """The rows of both forms of the compiled workbook, by the indicator of each."""
    gudang = gudang_kosong()
    with Pembaca() as pembaca:
        isi, jawaban = berkas_publik(teks=True), JawabanRencana(BACAAN)
        putusan = impor_rencana(gudang, isi, "rencana.xlsx", "Kasubbag (uji)", PADA, jawaban, buka=pembaca.baca)
        assert putusan.status == "tersimpan"
        laporkan(gudang, PemeriksaBerkas(gudang, KODE_PD, pembaca))
        for triwulan in TRIWULAN:
            isi_di_layar(gudang, Periode(2026, triwulan), pembaca)
    kompilasi = susun_kompilasi(evaluasi_semua(gudang, KODE_PD, Periode(2026, 4)))
    gudang.tutup()
    buku = openpyxl.load_workbook(io.BytesIO(kompilasi), data_only=True)
    return {nama: _menurut_indikator(buku[nama]) for nama in ("Evaluasi Renja", "Evaluasi Renstra")}


def laporkan(gudang: Gudang, pemeriksa: PemeriksaBerkas) -> None:
    """Every unit but one fills its format of every triwulan, and each is accepted."""
    for triwulan in TRIWULAN:
        for unit in gudang.kueri("unit", kode_pd=KODE_PD):
            if unit["kode_unit"] == DI_LAYAR:
                continue
            bahan = muat_bahan(gudang, KODE_PD, unit["kode_unit"], Periode(2026, triwulan))
            hasil = pemeriksa.periksa(tulis_format(bahan, PADA, _isian(bahan)), f"{unit['kode_unit']}.xlsx")
            alasan = {temuan.kunci: "sudah diperiksa ke seksi" for temuan in hasil.perlu_alasan({})}
            kunci = f"{unit['kode_unit']} {triwulan}"
            assert terima(gudang, hasil, alasan, "Kasubbag (uji)", PADA, kunci).status == "diterima", hasil.temuan


def isi_di_layar(gudang: Gudang, periode: Periode, pembaca: Pembaca) -> None:
    """One unit types its triwulan on screen: a draft that is half filled, the whole, its check, and the sending."""
    unit = UnitLayar(KODE_PD, DI_LAYAR, periode)
    tunggu_unit(gudang, periode, (DI_LAYAR,), KODE_PD, PADA)
    isian = _isian(muat_bahan(gudang, KODE_PD, DI_LAYAR, periode))
    penuh = IsianLayar(_sebagai_teks(isian.realisasi), _sebagai_teks(isian.anggaran))
    setengah = simpan_draf(gudang, BARIS_PERINTAH, unit, replace(penuh, anggaran={}), 0, PADA)
    draf = simpan_draf(gudang, BARIS_PERINTAH, unit, penuh, setengah.draf.versi, PADA).draf
    hasil = periksa_draf(gudang, unit, draf, pembaca)
    alasan = {temuan.kunci: "sudah diperiksa ke seksi" for temuan in hasil.perlu_alasan({})}
    versi = baca_kedudukan(gudang, Objek.pengumpulan(KODE_PD, periode, DI_LAYAR)).versi
    putusan = kirim_draf(gudang, BARIS_PERINTAH, hasil, alasan, Penyerahan(versi, catatan="diisi bersama unit"), PADA)
    assert putusan.status == "diterima", putusan.pesan


def _sebagai_teks(isian: Isian) -> dict[str, dict[str, str]]:
    return {
        kode: {kunci: f"{nilai:,}".replace(",", ".") for kunci, nilai in baris.items()} for kode, baris in isian.items()
    }


def _isian(bahan: BahanFormat) -> IsianUnit:
    triwulan = bahan.periode.triwulan
    realisasi = {i.kode: {"realisasi": diketik(i.kode_simpul, triwulan)} for i in bahan.indikator if i.wajib}
    anggaran = {s.kode: {"rupiah": Decimal(dibelanjakan(s.kode, triwulan))} for s in bahan.simpul if s.pagu}
    return IsianUnit(realisasi, anggaran)


def _menurut_indikator(sheet: Any) -> dict[str, Sel]:
    """The rows by the code of their node; one of tujuan and sasaran has no code on paper, but its indicator."""
    hasil = {}
    for baris in sheet.iter_rows(values_only=True):
        cocok = [
            kode for kode, baris_csv in CSV.items() if str(baris[2]).split(" ")[0] == kode or _puncak(baris_csv, baris)
        ]
        hasil |= dict.fromkeys(cocok, baris)
    nomor = next(baris for baris in sheet.iter_rows(values_only=True) if baris[:4] == ("1", "2", "3", "4"))
    return hasil | {"kolom": nomor}


def _puncak(baris_csv: Baris, baris: Sel) -> bool:
    return berpuncak(baris_csv) and str(baris[3]).startswith(baris_csv["indikator"])


def angka(baris: Sel, nomor: Sel, kolom: str, geser: int = 0) -> Any:
    return baris[nomor.index(kolom) + geser]


def persen(pembilang: Fraction, penyebut: Fraction) -> float:
    """Rounded half up at two decimals."""
    nilai = pembilang / penyebut * 100
    return float(Decimal((2 * nilai.numerator * 100 + nilai.denominator) // (2 * nilai.denominator)) / 100)


def realisasi(baris_csv: Baris) -> Fraction:
    semua = [Fraction(diketik(baris_csv["kode"], triwulan)) for triwulan in TRIWULAN]
    return sum(semua, Fraction(0)) if dijumlahkan(baris_csv) else semua[-1]


def target_akhir(baris_csv: Baris) -> Fraction:
    semua = [nilai for tahun in TAHUN if (nilai := target(baris_csv, tahun)) is not None]
    return sum(semua, Fraction(0)) if dijumlahkan(baris_csv) else semua[-1]


def test_every_row_of_the_plan_stands_on_both_forms(lembar: Mapping[str, Mapping[str, Sel]]) -> None:
    for baris in lembar.values():
        assert set(baris) - {"kolom"} == set(CSV)


def test_every_measure_of_e81_is_exact(lembar: Mapping[str, Mapping[str, Sel]]) -> None:
    semua = lembar["Evaluasi Renja"]
    nomor, dinilai = semua["kolom"], 0
    for kode, baris_csv in CSV.items():
        baris, rencana = semua[kode], target(baris_csv, 2026)
        if rencana is None:
            assert not isinstance(angka(baris, nomor, "7"), int | float), kode
            continue
        dinilai += 1
        assert angka(baris, nomor, "7") == pytest.approx(float(rencana)), kode
        assert angka(baris, nomor, "12") == realisasi(baris_csv), kode
        assert angka(baris, nomor, "12", 3) == persen(realisasi(baris_csv), rencana), kode
        assert angka(baris, nomor, "5") == pytest.approx(float(target_akhir(baris_csv))), kode
        assert angka(baris, nomor, "13") == realisasi(baris_csv), kode
        assert angka(baris, nomor, "14") == persen(realisasi(baris_csv), target_akhir(baris_csv)), kode
    assert dinilai == 55 - 3 - 8 - 3


def test_every_rupiah_of_e81_is_exact(lembar: Mapping[str, Mapping[str, Sel]]) -> None:
    semua = lembar["Evaluasi Renja"]
    nomor = semua["kolom"]
    for kode in (kode for kode, baris_csv in CSV.items() if baris_csv["pagu_2026"] not in {"", "0"}):
        baris, seluruh = semua[kode], sum(pagu(kode, tahun) for tahun in TAHUN)
        assert angka(baris, nomor, "7", 1) == pagu(kode, 2026), kode
        triwulanan = [belanja(kode, n) - belanja(kode, n - 1) for n in TRIWULAN]
        assert [angka(baris, nomor, kolom, 1) for kolom in ("8", "9", "10", "11")] == triwulanan, kode
        assert angka(baris, nomor, "12", 1) == belanja(kode, 4), kode
        serapan = float(Fraction(belanja(kode, 4), pagu(kode, 2026)) * 100)
        assert angka(baris, nomor, "12", 4) == pytest.approx(serapan, rel=1e-12), kode
        assert angka(baris, nomor, "5", 1) == seluruh, kode
        terhadap = float(Fraction(belanja(kode, 4), seluruh - belum_dianggarkan(kode)) * 100)
        assert angka(baris, nomor, "14", 1) == pytest.approx(terhadap, rel=1e-12), kode


def test_every_figure_of_e80_is_exact(lembar: Mapping[str, Mapping[str, Sel]]) -> None:
    semua = lembar["Evaluasi Renstra"]
    nomor = semua["kolom"]
    for kode, baris_csv in CSV.items():
        baris = semua[kode]
        for kolom, tahun in zip(("7", "8", "9", "10", "11"), TAHUN, strict=True):
            tercetak, rencana = angka(baris, nomor, kolom), target(baris_csv, tahun)
            assert (Fraction(tercetak) if isinstance(tercetak, int | float) else None) == rencana, (kode, tahun)
            if baris_csv[f"pagu_{tahun}"]:
                assert angka(baris, nomor, kolom, 1) == pagu(kode, tahun), (kode, tahun)
        kini = target(baris_csv, 2026)
        if kini is not None:
            assert angka(baris, nomor, "6") == pytest.approx(float(target_akhir(baris_csv))), kode
            assert angka(baris, nomor, "12") == realisasi(baris_csv), kode
            assert angka(baris, nomor, "17") == persen(realisasi(baris_csv), kini), kode
        if baris_csv["pagu_2026"] not in {"", "0"}:
            assert angka(baris, nomor, "12", 1) == belanja(kode, 4), kode


def test_a_year_without_a_target_is_not_planned_on_either_form(lembar: Mapping[str, Mapping[str, Sel]]) -> None:
    mebel = "7.01.01.2.07.0005"
    renja, renstra = lembar["Evaluasi Renja"], lembar["Evaluasi Renstra"]
    assert angka(renja[mebel], renja["kolom"], "12") == "tidak direncanakan"
    assert angka(renstra[mebel], renstra["kolom"], "12") == "tidak direncanakan"
    assert angka(renstra[mebel], renstra["kolom"], "11") == 2


def test_the_only_baseline_that_is_none_of_money_is_printed(lembar: Mapping[str, Mapping[str, Sel]]) -> None:
    semua = lembar["Evaluasi Renstra"]
    awal = {kode: angka(baris, semua["kolom"], "5") for kode, baris in semua.items() if kode != "kolom"}
    assert {kode: nilai for kode, nilai in awal.items() if isinstance(nilai, int | float)} == {"7.01.03.2.01.0002": 1}
