"""Every function of the program that writes or hands out on somebody's behalf, by every peran: no page involved.

The list of functions is read from the code: a new one must say here who may call it.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

import analytics
from analytics.akun import kelola, penugasan
from analytics.akun.kelola import AkunBaru, daftar_akun
from analytics.akun.penugasan import TugasBaru
from analytics.alur import arsip, berkas_alur, bukti, dilihat, kirim, permintaan
from analytics.alur import koreksi as alur_koreksi
from analytics.alur.arsip import Pencatatan, tawaran
from analytics.alur.berkas_alur import BerkasTidakAda
from analytics.alur.bukti import Bukti, BuktiTidakAda, UntukIndikator
from analytics.alur.draf_layar import kirim_draf, simpan_draf
from analytics.alur.kirim import Penyerahan
from analytics.alur.kirim_blok import Serahan, kirim_blok
from analytics.alur.koreksi import Usul
from analytics.alur.permintaan import IsiPermintaan
from analytics.atur import perubahan
from analytics.atur.hari import UbahHari
from analytics.atur.perubahan import simpan as simpan_perubahan
from analytics.aturan.periode import Periode
from analytics.cadangan import buat as cadangan
from analytics.contoh.akun import AKUN, KASUBBAG, AkunContoh, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.semai import LETAK, RENCANA
from analytics.lembar.catat.unggahan import Unggahan
from analytics.lembar.layar.draf import IsianLayar, UnitLayar
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.pembaca.baca import Pembaca
from analytics.sistem import buka_gudang
from analytics.sop.izin import IZIN, TidakBerhak
from analytics.sop.langkah import MENURUT_AKSI
from analytics.sop.objek import Objek, baca_kedudukan
from analytics.sop.peran import KEPALA_SEKSI, SEKRETARIS, Pelaku
from data.gudang import Gudang
from tests.alat.gudang import tanya
from tests.alat.periksa import periksa_berkas
from tests.alat.tunggu import PADA, tunggu_unit

TW3: Final = Periode(2026, 3)
UNIT: Final = "UMPEG"
OBJEK: Final = Objek.pengumpulan(KODE_PD, TW3, UNIT)
KEPALA: Final = kepala(UNIT).pelaku
PDF: Final = b"%PDF-1.7\n1 0 obj << >> endobj\n"
ASING: Final = AkunContoh("asing", "Orang Asing", ())
_LETAK_COBA: Final = LETAK / "coba"
_TUGAS: Final = TugasBaru(SEKRETARIS, KODE_PD, PADA.date(), jenis="plh", selesai=PADA.date())

DIKECUALIKAN: Final = {
    "akun.kelola.ganti_sandi": "everybody changes the own password, by knowing the old one",
    "akun.sesi.keluar": "everybody ends the own sessions",
    "akun.putusan.laksanakan": "what carries out the commands above",
    "akun.putusan.catat": "what carries out the commands above",
    "sop.izin.periksa_izin": "the question itself; every izin by every peran is in test_izin",
    "sop.izin.jaga_izin": "the question itself; every izin by every peran is in test_izin",
    "sop.izin.catat_penolakan": "writes that somebody was refused",
    "sop.izin.catat_tindakan": "the question itself; every izin by every peran is in test_izin",
    "sop.peran.baca_tugas": "reads what somebody is",
    "alur.perintah.terapkan": "every row of the table by every peran is in test_perintah",
    "alur.perintah.terapkan_semua": "every row of the table by every peran is in test_perintah",
    "alur.perintah.terapkan_dalam": "every row of the table by every peran is in test_perintah",
    "alur.perintah.siapkan_pindah": "every row of the table by every peran is in test_perintah",
    "alur.kirim.susun_pengiriman": "names who hands in; whether he may, his move asks",
    "alur.perintah.tolak": "writes that somebody was refused",
    "alur.kirim.daftar_terlihat": "answers with what is seen; nobody is refused an empty list",
    **dict.fromkeys(
        (
            *(f"lembar.catat.terima.{nama}" for nama in ("unggah", "tanyakan", "siapkan_kiriman")),
            *(f"lembar.catat.unggahan.{nama}" for nama in ("cari_unggahan", "cari_sama", "simpan_unggahan", "catat")),
            *(f"lembar.catat.unggahan.{nama}" for nama in ("tanya_ulang", "tulis_temuan", "cari_diperbaiki")),
            "lembar.catat.unggahan.tandai_diperbaiki",
            *(f"lembar.catat.unggahan.{nama}" for nama in ("pilih_bacaan", "terima_penjelasan")),
            *(f"rencana.impor.{nama}" for nama in ("siapkan_impor", "siapkan_lagi", "simpan_impor")),
        ),
        "stores rows in a transaction of alur.kirim; pages may not import it",
    ),
}
"""Functions that take a person and ask for no peran here, with the reason."""


@dataclass(frozen=True)
class Dunia:
    """The sample office with one upload, one piece of evidence, one paper and one backup to reach for."""

    gudang: Gudang
    berkas: HasilPeriksa
    unggahan: Unggahan
    bukti: Bukti
    indikator: UntukIndikator
    lampiran: str
    cadangan: cadangan.Cadangan


Panggil = Callable[[Dunia, Pelaku], object]


@dataclass(frozen=True)
class Layanan:
    """One function: by whom it may be called, and how a caller would. `unit`: a head of a unit only for UNIT."""

    peran: tuple[str, ...]
    panggil: Panggil
    unit: bool = True

    def boleh(self, siapa: AkunContoh) -> bool:
        """Whether it is for this account."""
        return any(
            peran in self.peran and (peran != KEPALA_SEKSI or not self.unit or siapa.kode_unit == UNIT)
            for peran in siapa.peran
        )


def _izin(nama: str, panggil: Panggil, *, unit: bool = True) -> Layanan:
    return Layanan(IZIN[nama].peran, panggil, unit)


def _akun(dunia: Dunia) -> Any:
    return next(akun for akun in daftar_akun(dunia.gudang, PADA.date()) if akun.id_akun == kepala("KESOS").id_akun)


def _tugas_kesos(dunia: Dunia) -> str:
    return str(dunia.gudang.kueri("tugas_akun", id_akun=kepala("KESOS").id_akun, hari=PADA.date())[0]["id_penugasan"])


def _kirim(dunia: Dunia, pelaku: Pelaku) -> object:
    serah = Penyerahan(baca_kedudukan(dunia.gudang, OBJEK).versi, pernyataan=True)
    return kirim.kirim(dunia.gudang, pelaku, dunia.berkas, {}, dunia.unggahan.id_unggahan, serah, PADA)


def _kirim_draf(dunia: Dunia, pelaku: Pelaku) -> object:
    serah = Penyerahan(baca_kedudukan(dunia.gudang, OBJEK).versi, pernyataan=True)
    return kirim_draf(dunia.gudang, pelaku, dunia.berkas, {}, serah, PADA)


LAYANAN: Final[dict[str, Layanan]] = {
    "akun.kelola.buat_akun": _izin(
        "atur_akun",
        lambda d, p: kelola.buat_akun(d.gudang, p, AkunBaru("Baru", "baru", "sandi panjang 1", _TUGAS), PADA),
    ),
    "akun.kelola.ubah_nama": _izin("atur_akun", lambda d, p: kelola.ubah_nama(d.gudang, p, _akun(d), "Nama", PADA)),
    "akun.kelola.setel_sandi": _izin(
        "atur_akun", lambda d, p: kelola.setel_sandi(d.gudang, p, _akun(d), "sandi panjang 1", PADA)
    ),
    "akun.kelola.setel_aktif": _izin(
        "atur_akun", lambda d, p: kelola.setel_aktif(d.gudang, p, _akun(d), PADA, aktif=False)
    ),
    "akun.penugasan.beri_tugas": _izin(
        "atur_akun", lambda d, p: penugasan.beri_tugas(d.gudang, p, kepala("KESOS").id_akun, _TUGAS, PADA)
    ),
    "akun.penugasan.cabut_tugas": _izin(
        "atur_akun", lambda d, p: penugasan.cabut_tugas(d.gudang, p, _tugas_kesos(d), "pindah", PADA)
    ),
    "alur.arsip.catat_arsip": _izin(
        "catat_arsip",
        lambda d, p: arsip.catat_arsip(
            d.gudang, p, KODE_PD, Pencatatan(next(iter(tawaran(d.gudang, KODE_PD))), tempat="Lemari A"), PADA
        ),
    ),
    "alur.arsip.ambil_arsip": _izin(
        "lihat_kantor", lambda d, p: arsip.ambil_arsip(d.gudang, p, KODE_PD, "tidak ada", PADA), unit=False
    ),
    "alur.berkas_alur.ambil_lampiran": _izin(
        "lihat_kantor", lambda d, p: berkas_alur.ambil_lampiran(d.gudang, p, KODE_PD, d.lampiran, PADA), unit=False
    ),
    "alur.bukti.unggah_bukti": _izin(
        "unggah_bukti", lambda d, p: bukti.unggah_bukti(d.gudang, p, d.indikator, "rekap.pdf", PDF, PADA)
    ),
    "alur.bukti.tarik_bukti": _izin(
        "tarik_bukti", lambda d, p: bukti.tarik_bukti(d.gudang, p, KODE_PD, d.bukti.id_bukti, PADA)
    ),
    "alur.bukti.isi_bukti": _izin(
        "lihat_unit", lambda d, p: bukti.isi_bukti(d.gudang, p, KODE_PD, d.bukti.id_bukti, PADA)
    ),
    "alur.draf_layar.simpan_draf": _izin(
        "isi_layar",
        lambda d, p: simpan_draf(
            d.gudang, p, UnitLayar(KODE_PD, UNIT, TW3), IsianLayar({"IKU-01": {"realisasi": "1"}}), 0, PADA
        ),
    ),
    "alur.draf_layar.kirim_draf": Layanan(MENURUT_AKSI["kirim"].oleh, _kirim_draf),
    "alur.kirim.unggah": _izin("unggah", lambda d, p: kirim.unggah(d.gudang, p, d.berkas, PADA, f"uji:{p.id_akun}")),
    "alur.kirim.kirim": Layanan(MENURUT_AKSI["kirim"].oleh, _kirim),
    "alur.kirim.kirim_berkas": Layanan(
        MENURUT_AKSI["kirim_titipan"].oleh,
        lambda d, p: kirim.kirim_berkas(d.gudang, p, d.berkas, {}, "lewat surel", PADA, f"uji:{p.id_akun}"),
    ),
    "alur.kirim_blok.kirim_blok": Layanan(
        MENURUT_AKSI["kirim_titipan"].oleh,
        lambda d, p: next(kirim_blok(d.gudang, p, [Serahan(d.berkas, {}, f"uji:{p.id_akun}")], "lewat surel", PADA)),
    ),
    "alur.kirim.pilih_bacaan": _izin(
        "pilih_bacaan", lambda d, p: kirim.pilih_bacaan(d.gudang, p, d.unggahan, "Kinerja!F7", "1,2", PADA)
    ),
    "alur.kirim.terima_penjelasan": _izin(
        "terima_penjelasan", lambda d, p: kirim.terima_penjelasan(d.gudang, p, d.unggahan, PADA)
    ),
    "alur.kirim.impor_rencana": _izin(
        "impor_rencana",
        lambda d, p: kirim.impor_rencana(d.gudang, p, (LETAK / RENCANA).read_bytes(), RENCANA, PADA),
    ),
    "alur.kirim.buka_unggahan": _izin(
        "lihat_unit", lambda d, p: kirim.buka_unggahan(d.gudang, p, KODE_PD, d.unggahan.id_unggahan, PADA)
    ),
    "alur.koreksi.koreksi": Layanan(
        MENURUT_AKSI["koreksi"].oleh,
        lambda d, p: alur_koreksi.koreksi(
            d.gudang, p, Objek.kompilasi(KODE_PD, TW3), 0, Usul("indikator", "IKU-01", "1", "2", "salah hitung"), PADA
        ),
    ),
    "alur.dilihat.tandai_dilihat": _izin(
        "tandai_dilihat",
        lambda d, p: dilihat.tandai_dilihat(
            d.gudang, p, dilihat.baca_diperiksa(d.gudang, OBJEK, p.id_akun), ("apa saja",), PADA
        ),
    ),
    "alur.permintaan.atur_permintaan": _izin(
        "atur_permintaan",
        lambda d, p: permintaan.atur_permintaan(
            d.gudang, p, KODE_PD, TW3, IsiPermintaan("005/1", PADA.date(), date(2026, 10, 8)), 1, PADA
        ),
    ),
    "atur.perubahan.simpan": _izin(
        "atur_acuan",
        lambda d, p: simpan_perubahan(
            d.gudang, p, KODE_PD, UbahHari("Perbup", date(2026, 12, 18), libur=True, nama="Hari Jadi"), PADA
        ),
    ),
    "cadangan.buat.buat": _izin("buat_cadangan", lambda d, p: cadangan.buat(d.gudang, p, PADA)),
    "cadangan.buat.ambil": _izin("buat_cadangan", lambda d, p: cadangan.ambil(d.gudang, p, d.cadangan, PADA)),
}
"""By function: for whom it is, and a call of it."""
HANYA_BACA: Final = frozenset({"alur.kirim.buka_unggahan"})
"""What is refused without a log entry: a page asks for it whenever it is drawn."""
_TELANJUR: Final = (BuktiTidakAda, BerkasTidakAda, perubahan.TidakSah, ValueError)
"""What an earlier call of this test made impossible, or what the call itself lacks; asked for after the peran."""


def _fungsi() -> Iterator[str]:
    """Every public function that takes a store and a person."""
    for modul in pkgutil.walk_packages(analytics.__path__, "analytics."):
        if "__main__" in modul.name or ".contoh" in modul.name or modul.name.endswith(".baris"):
            continue
        for nama, fungsi in vars(importlib.import_module(modul.name)).items():
            if inspect.isfunction(fungsi) and fungsi.__module__ == modul.name and not nama.startswith("_"):
                jenis = " ".join(
                    str(parameters.annotation) for parameters in inspect.signature(fungsi).parameters.values()
                )
                orang = any(siapa in jenis for siapa in ("Pelaku", "Wewenang", "Pengiriman", "BukuRencana", "Impor"))
                if orang and any(toko in jenis for toko in ("Gudang", "Penanya", "Transaksi")):
                    yield f"{modul.name.removeprefix('analytics.')}.{nama}"


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as anak:
        yield anak


@pytest.fixture(scope="module")
def awal(berkas_contoh: Path, pembaca: Pembaca, tmp_path_factory: pytest.TempPathFactory) -> Dunia:
    """What every test begins with, made once; its store is closed and only copied."""
    gudang = buka_gudang(Path(shutil.copyfile(berkas_contoh, tmp_path_factory.mktemp("dunia") / "contoh.duckdb")))
    try:
        return _susun(gudang, pembaca)
    finally:
        gudang.tutup()


@contextmanager
def _salinan(awal: Dunia, folder: Path) -> Iterator[Dunia]:
    assert awal.gudang.jalur is not None
    gudang = buka_gudang(Path(shutil.copyfile(awal.gudang.jalur, folder / "contoh.duckdb")))
    yield replace(awal, gudang=gudang)
    gudang.tutup()


@pytest.fixture(scope="module")
def bersama(awal: Dunia, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dunia]:
    """A store for all who are turned away: nothing of it may change but its log."""
    with _salinan(awal, tmp_path_factory.mktemp("bersama")) as dunia:
        yield dunia


@pytest.fixture
def dunia(awal: Dunia, tmp_path: Path) -> Iterator[Dunia]:
    """A store that one test may change."""
    with _salinan(awal, tmp_path) as dunia:
        yield dunia


def _susun(gudang: Gudang, pembaca: Pembaca) -> Dunia:
    tunggu_unit(gudang, TW3, (UNIT,))
    jalur = _LETAK_COBA / "format_2026_TW3_UMPEG_benar.xlsx"
    berkas = periksa_berkas(gudang, KODE_PD, jalur.read_bytes(), jalur.name, pembaca=pembaca)
    putusan = kirim.unggah(gudang, KEPALA, berkas, PADA, "awal")
    assert putusan.id_unggahan is not None
    indikator = next(
        UntukIndikator(KODE_PD, UNIT, indikator["kode_indikator"], TW3)
        for indikator in gudang.kueri("indikator_tahun", kode_pd=KODE_PD, tahun=2026, hari=TW3.hari_terakhir)
        if indikator["kode_unit"] == UNIT
    )
    milik = bukti.unggah_bukti(gudang, KEPALA, indikator, "awal.pdf", PDF + b"awal", PADA)
    assert isinstance(milik, Bukti)
    return Dunia(
        gudang,
        berkas,
        kirim.buka_unggahan(gudang, KEPALA, KODE_PD, putusan.id_unggahan, PADA),
        milik,
        indikator,
        str(tanya(gudang, "SELECT id_lampiran FROM lampiran ORDER BY ALL LIMIT 1")[0][0]),
        cadangan.buat(gudang, KASUBBAG.pelaku, PADA - timedelta(hours=1)),
    )


def _isi(gudang: Gudang) -> dict[str, tuple[Any, ...]]:
    """Every table but the log: how many rows, and a sum over all that stands in them."""
    return {
        tabel: tanya(gudang, f"SELECT count(*), bit_xor(hash(isi)) FROM {tabel} AS isi")[0]
        for (tabel,) in tanya(gudang, "SELECT table_name FROM duckdb_tables()")
        if tabel != "peristiwa"
    }


def _ditolak(layanan: Layanan, dunia: Dunia, pelaku: Pelaku) -> bool:
    """Whether somebody is turned away for what he is, and not for what he brings."""
    try:
        hasil = layanan.panggil(dunia, pelaku)
    except TidakBerhak:
        return True
    except _TELANJUR:
        return False
    pesan = str(getattr(hasil, "pesan", ""))
    return "tidak termasuk tugas Anda" in pesan or "hanya dapat dilakukan oleh" in pesan


def test_every_function_that_takes_a_person_stands_here() -> None:
    assert sorted(_fungsi()) == sorted({*LAYANAN, *DIKECUALIKAN})


@pytest.mark.parametrize("nama", LAYANAN)
def test_a_function_turns_away_everybody_whose_task_it_is_not_and_changes_nothing(bersama: Dunia, nama: str) -> None:
    dunia, layanan = bersama, LAYANAN[nama]
    sebelum = _isi(dunia.gudang)
    for siapa in (akun for akun in (*AKUN, ASING) if not layanan.boleh(akun)):
        dulu = dunia.gudang.kueri("peristiwa_ujung")[0]["nomor"]
        assert _ditolak(layanan, dunia, siapa.pelaku), siapa.nama
        baru = [peristiwa for peristiwa in dunia.gudang.kueri("peristiwa_semua") if peristiwa["nomor"] > dulu]
        if nama not in HANYA_BACA:
            assert [(peristiwa["aksi"].split(":")[0], peristiwa["oleh"]) for peristiwa in baru] == [
                ("tolak", siapa.nama)
            ]
    assert _isi(dunia.gudang) == sebelum


@pytest.mark.parametrize("nama", LAYANAN)
def test_a_function_does_not_turn_away_those_whose_task_it_is(dunia: Dunia, nama: str) -> None:
    layanan = LAYANAN[nama]
    boleh = [akun for akun in AKUN if layanan.boleh(akun)]
    assert boleh
    for siapa in boleh:
        assert not _ditolak(layanan, dunia, siapa.pelaku), siapa.nama
