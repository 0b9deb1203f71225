"""`python -m analytics akun …`: accounts from the command line, for a first start and for a lost password.

A password is typed unseen, or comes from the environment variable CAPAIAN_SANDI; it is never an argument, which other
people on the computer could read.
"""

from __future__ import annotations

import os
import sys
from getpass import getpass
from typing import Annotated, Final

import typer

from analytics import konsol
from analytics.akun.kelola import Akun, AkunBaru, buat_akun, daftar_akun, setel_aktif, setel_sandi
from analytics.akun.masuk import rapikan_nama
from analytics.akun.penugasan import TugasBaru, sebut_tugas
from analytics.akun.putusan import Putusan
from analytics.aturan.periode import tulis_waktu
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.peran import BARIS_PERINTAH, NAMA_PERAN, PENGELOLA, SEMUA_KANTOR

_VARIABEL: Final = "CAPAIAN_SANDI"

aplikasi = typer.Typer(help="Akun: buat, lihat, ganti kata sandi, nonaktifkan.", no_args_is_help=True)

NamaAkun = Annotated[str, typer.Argument(help="Nama akun, seperti diketik saat masuk.")]


@aplikasi.command("buat")
def perintah_buat(
    nama_akun: NamaAkun,
    nama: Annotated[str, typer.Option("--nama", help="Nama orangnya; ditulis pada jejak.")],
    peran: Annotated[str, typer.Option("--peran", help=f"Salah satu: {', '.join(NAMA_PERAN)}.")] = PENGELOLA,
    kantor: Annotated[str, typer.Option("--kantor", help="Kode perangkat daerah; * untuk semua.")] = SEMUA_KANTOR,
    unit: Annotated[str | None, typer.Option("--unit", help="Kode unit, hanya untuk kepala_seksi.")] = None,
    gudang: konsol.OpsiGudang = None,
) -> None:
    """Buat akun dengan satu peran. Kata sandi diketik tanpa terlihat, atau dari CAPAIAN_SANDI."""
    sandi, waktu = _minta_sandi(), waktu_kini()
    baru = AkunBaru(nama, nama_akun, sandi, TugasBaru(peran, kantor, waktu.date(), unit))
    with konsol.gudang(gudang, baru=True) as toko:
        _jawab(buat_akun(toko, BARIS_PERINTAH, baru, waktu))


@aplikasi.command("daftar")
def perintah_daftar(gudang: konsol.OpsiGudang = None) -> None:
    """Tunjukkan semua akun dengan perannya dan kapan terakhir masuk."""
    with konsol.gudang(gudang) as toko:
        for akun in daftar_akun(toko, waktu_kini().date()):
            tugas = "; ".join(f"{sebut_tugas(tugas)} ({tugas.kode_pd})" for tugas in akun.tugas) or "tanpa peran"
            masuk = tulis_waktu(akun.terakhir_masuk) or "belum pernah masuk"
            keadaan = "" if akun.aktif else " [nonaktif]"
            konsol.tulis(f"{akun.nama_akun}{keadaan}: {akun.nama}; {tugas}; {masuk}")


@aplikasi.command("sandi")
def perintah_sandi(nama_akun: NamaAkun, gudang: konsol.OpsiGudang = None) -> None:
    """Ganti kata sandi sebuah akun; semua sesinya berakhir."""
    sandi = _minta_sandi()
    with konsol.gudang(gudang) as toko:
        _jawab(setel_sandi(toko, BARIS_PERINTAH, _cari(toko, nama_akun), sandi, waktu_kini()))


@aplikasi.command("nonaktif")
def perintah_nonaktif(nama_akun: NamaAkun, gudang: konsol.OpsiGudang = None) -> None:
    """Nonaktifkan sebuah akun; semua sesinya berakhir."""
    with konsol.gudang(gudang) as toko:
        _jawab(setel_aktif(toko, BARIS_PERINTAH, _cari(toko, nama_akun), waktu_kini(), aktif=False))


def _minta_sandi() -> str:
    """The password from the environment, from a pipe, or typed twice without being seen."""
    if _VARIABEL in os.environ:
        return os.environ[_VARIABEL]
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    sandi = getpass("Kata sandi: ")
    if getpass("Sekali lagi: ") != sandi:
        konsol.salah_pakai("Kedua kata sandi tidak sama.")
    return sandi


def _cari(toko: Gudang, nama_akun: str) -> Akun:
    nama = rapikan_nama(nama_akun)
    ada = {akun.nama_akun: akun for akun in daftar_akun(toko, waktu_kini().date())}
    if nama not in ada:
        konsol.salah_pakai(f"Akun {nama_akun} tidak ada.")
    return ada[nama]


def _jawab(putusan: Putusan) -> None:
    konsol.tulis(putusan.pesan, galat=not putusan.berhasil)
    konsol.keluar(berhasil=putusan.berhasil)
