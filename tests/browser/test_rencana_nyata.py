"""A real kecamatan's Renstra through the whole spine, in a real browser, against an exact recomputation.

The plan goes in as a rencana workbook, nine kegiatan that repeat the indicator of a sub kegiatan follow that, the
format workbooks come down from the page, are filled, go up again together, and the compiled workbook comes down. Every
figure of its Renja form is then worked out a second time from the published csv and the numbers that were typed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from typer.testing import CliRunner

from analytics.__main__ import aplikasi
from analytics.akun.penugasan import TugasBaru, tulis_tugas
from analytics.rencana.lembar.susun import susun_templat
from analytics.sistem import buka_gudang, waktu_kini
from analytics.sop.peran import KASUBBAG_UMUM
from data.gudang import Peristiwa
from tests.alat.isi_format import isi_format
from tests.alat.layar import Layar
from tests.alat.peladen import MASUK_DENGAN, PERTAMA, jalankan, kirim
from tests.alat.rencana_csv import TAHUN, UNIT, kode_indikator
from tests.alat.renstra_nyata import KODE_PD, baris_csv, rencana_nyata

pytestmark = pytest.mark.browser

Buka = Callable[..., Layar]
TRIWULAN = (1, 2, 3, 4)
JUDUL = {
    "target_akhir": "Target Renstra pada akhir periode",
    "target": "Target Renja tahun berjalan",
    "realisasi": "Realisasi Renja yang dievaluasi",
    "tahun_ini": "Tahun berjalan s/d triwulan ini",
    "sampai": "Realisasi Renstra s/d tahun ini",
    "tingkat": "Tingkat capaian Renstra (%)",
}


@cache
def sumber(kode: str) -> str:
    """The node whose indicator the one of this node repeats; itself where it repeats none."""
    sendiri = next(b for b in baris_csv() if b["kode"] == kode)
    bawah = [b for b in baris_csv() if b["kode"].startswith(f"{kode}.")]
    sama = [b["kode"] for b in bawah if (b["indikator"], b["satuan"]) == (sendiri["indikator"], sendiri["satuan"])]
    return sama[0] if sama else kode


def diketik(kode: str, triwulan: int) -> int:
    """What the office types for one indicator and triwulan: made up, some above the target and some below.

    A triwulan brings about its part of the year, so that nobody is asked whether it was meant; 1 comes at the end.
    """
    setahun = next(int(baris["target_2026"]) for baris in baris_csv() if baris["kode"] == kode)
    if setahun < len(TRIWULAN):
        return setahun if triwulan == TRIWULAN[-1] else 0
    return max(setahun // len(TRIWULAN) + sum(map(ord, kode)) * triwulan % 3 - 1, 1)


def dibelanjakan(kode: str, pagu: int, triwulan: int) -> int:
    """Rp s/d a triwulan: made up, never falling, never above the pagu."""
    return pagu * triwulan * (15 + len(kode) % 10) // 100


def isi_semua(paket: bytes, triwulan: int, tujuan: Path) -> list[Path]:
    """Fill every workbook of a downloaded zip as the units would."""
    isian = {
        kode_indikator(b["kode"]): {"realisasi": diketik(b["kode"], triwulan), "alasan": "menurut laporan bulanan"}
        for b in baris_csv()
        if b["target_2026"] and sumber(b["kode"]) == b["kode"]
    }
    uang = {b["kode"]: {"rupiah": dibelanjakan(b["kode"], int(b["pagu_2026"]), triwulan)} for b in daun()}
    hasil = []
    with zipfile.ZipFile(io.BytesIO(paket)) as arsip:
        for nama in arsip.namelist():
            unit = nama.removesuffix(".xlsx").rpartition("_")[2]
            milik = {kode: ketikan for kode, ketikan in isian.items() if unit_indikator()[kode] == unit}
            berkas = tujuan / nama
            berkas.write_bytes(isi_format(arsip.read(nama), milik, uang if unit == "SEK" else None))
            hasil.append(berkas)
    return hasil


def unit_indikator() -> dict[str, str]:
    return {indikator.kode: indikator.unit for indikator in rencana_nyata().indikator}


def daun() -> list[dict[str, str]]:
    """Rows that keep money: sub kegiatan, and kegiatan without children."""
    induk = {b["kode"].rpartition(".")[0] for b in baris_csv() if b["level"] == "sub_kegiatan"}
    return [b for b in baris_csv() if b["kode"] not in induk]


def unduh(tab: Layar, tombol: str) -> bytes:
    with tab.halaman.expect_download(timeout=60_000) as unduhan:
        tab.halaman.get_by_role("button", name=tombol).click()
    return Path(unduhan.value.path()).read_bytes()


def impor_rencana(tab: Layar, alamat: str, berkas: Path) -> None:
    tab.buka(f"{alamat}/rencana")
    tab.halaman.locator("input[type=file]").first.set_input_files(berkas)
    tab.halaman.get_by_role("button", name="Periksa dan simpan").click()
    tab.halaman.get_by_text("bacaan ke-1 tiap baris").click(timeout=60_000)
    tab.halaman.get_by_role("button", name="Simpan dengan jawaban ini").click()
    tab.halaman.get_by_text("Ditambahkan:").wait_for(timeout=60_000)


def unggah(tab: Layar, alamat: str, berkas: list[Path]) -> None:
    tab.buka(f"{alamat}/unggah")
    tab.halaman.locator("input[type=file]").set_input_files(berkas)
    tab.halaman.get_by_label("Bagaimana data divalidasi").first.fill("Dikirim lewat surel", timeout=120_000)
    tab.halaman.get_by_role("button", name=f"Terima {len(berkas)} berkas yang siap").click(timeout=120_000)
    banyak = len(berkas)
    tab.halaman.get_by_role("heading", name=f"{banyak} berkas: {banyak} diterima").wait_for(timeout=120_000)


def baris_renja(lembar: Worksheet) -> dict[str, tuple[Any, ...]]:
    """The rows of the form by the code of their node; every node of this plan has one indicator."""
    hasil = {}
    for baris in lembar.iter_rows(values_only=True):
        kode = str(baris[2] or "").split(" ")[0]
        if kode.startswith("7.01."):
            hasil[kode] = baris
    return hasil


def kolom(lembar: Worksheet) -> dict[str, int]:
    judul = next(
        baris for baris in lembar.iter_rows(values_only=True) if baris[0] == "No" and "Sasaran" in map(str, baris)
    )
    return {kunci: judul.index(teks) for kunci, teks in JUDUL.items()}


def bulat(nilai: Fraction) -> float:
    return float(Decimal((2 * nilai.numerator * 100 + nilai.denominator) // (2 * nilai.denominator)) / 100)


def bagikan(jalur: Path) -> None:
    """Steps 1 to 3 of every triwulan from the command line, by the first account, who is Kasubbag Umum as well."""
    waktu, gudang = waktu_kini(), buka_gudang(jalur)
    (sri,) = gudang.kueri("akun_bernama", nama_akun=PERTAMA["nama_akun"])
    with gudang.transaksi(Peristiwa(KODE_PD, "uji", "beri_tugas", "sri", {}, waktu)) as tx:
        tulis_tugas(tx, sri["id_akun"], TugasBaru(KASUBBAG_UMUM, KODE_PD, waktu.date()), waktu)
    gudang.tutup()
    for triwulan, aksi in product("1234", ("susun_format", "sampaikan_format", "bagikan_format")):
        perintah = ["alur", aksi, "--gudang", str(jalur), "--tahun", "2026", "--triwulan", triwulan, "--akun", "sri"]
        hasil = CliRunner().invoke(aplikasi, perintah)
        assert hasil.exit_code == 0, hasil.output


def test_a_real_plan_goes_in_and_every_compiled_figure_is_exact(
    jalur_gudang: Path, layar: Buka, tmp_path: Path
) -> None:
    rencana = tmp_path / "rencana.xlsx"
    rencana.write_bytes(susun_templat(rencana_nyata()).isi)
    tab, berkas = layar(), []
    with jalankan(jalur_gudang, tmp_path / "pertama.log") as peladen:
        sandi = {"sandi_lagi": PERTAMA["sandi"], "kode": peladen.kode()}
        kirim(peladen.alamat, "/masuk/pertama", {"nama": "Sri Wahyuni", **PERTAMA, **sandi})
        MASUK_DENGAN[peladen.alamat] = ("/masuk", PERTAMA)
        impor_rencana(tab, peladen.alamat, rencana)
        for triwulan in TRIWULAN:
            tab.buka(f"{peladen.alamat}/format-data?tahun=2026&triwulan={triwulan}")
            berkas += isi_semua(unduh(tab, "Unduh semua"), triwulan, tmp_path)
    assert len(berkas) == 4 * len(UNIT)
    bagikan(jalur_gudang)
    with jalankan(jalur_gudang, tmp_path / "kedua.log") as dua:
        MASUK_DENGAN[dua.alamat] = ("/masuk", PERTAMA)
        unggah(tab, dua.alamat, berkas)
        tab.buka(f"{dua.alamat}/ekspor?tahun=2026&triwulan=4")
        buku = openpyxl.load_workbook(io.BytesIO(unduh(tab, "Unduh kompilasi")), data_only=True)
    periksa_kinerja(buku["Evaluasi Renja"])
    periksa_uang(buku["Evaluasi Renja"])
    assert tab.keluar == []
    assert tab.galat == []


def periksa_kinerja(lembar: Worksheet) -> None:
    baris, letak = baris_renja(lembar), kolom(lembar)
    direncanakan = [b for b in baris_csv() if b["target_2026"]]
    assert len(direncanakan) > 25
    assert sum(sumber(b["kode"]) != b["kode"] for b in baris_csv()) == 9
    for b in direncanakan:
        isi = baris[b["kode"]]
        realisasi = sum(diketik(sumber(b["kode"]), triwulan) for triwulan in TRIWULAN)
        target, akhir = int(b["target_2026"]), sum(int(b[f"target_{tahun}"] or 0) for tahun in TAHUN)
        assert isi[letak["target"]] == target, b["kode"]
        assert isi[letak["realisasi"]] == realisasi, b["kode"]
        assert isi[letak["tahun_ini"] + 1] == bulat(Fraction(realisasi, target) * 100), b["kode"]
        assert isi[letak["target_akhir"]] == akhir, b["kode"]
        assert isi[letak["sampai"]] == realisasi, b["kode"]
        assert isi[letak["tingkat"]] == bulat(Fraction(realisasi, akhir) * 100), b["kode"]


def periksa_uang(lembar: Worksheet) -> None:
    baris, letak = baris_renja(lembar), kolom(lembar)
    for b in daun():
        isi, pagu = baris[b["kode"]], int(b["pagu_2026"])
        belanja = dibelanjakan(b["kode"], pagu, 4)
        assert isi[letak["target"] + 1] == (pagu or "tidak direncanakan"), b["kode"]
        assert isi[letak["realisasi"] + 1] == belanja, b["kode"]
        if not pagu:
            assert isi[letak["tingkat"] + 1] == "–", b["kode"]
            continue
        semua = sum(int(b[f"pagu_{tahun}"]) for tahun in TAHUN)
        assert isi[letak["tingkat"] + 1] == pytest.approx(float(Fraction(belanja, semua) * 100), rel=1e-9), b["kode"]
    for program in {b["kode"][:7] for b in daun()}:
        milik = [b for b in daun() if b["kode"].startswith(program)]
        assert baris[program][letak["target"] + 1] == sum(int(b["pagu_2026"]) for b in milik)
        assert baris[program][letak["realisasi"] + 1] == sum(
            dibelanjakan(b["kode"], int(b["pagu_2026"]), 4) for b in milik
        )
