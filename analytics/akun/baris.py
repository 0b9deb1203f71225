"""`python -m analytics akun …`: accounts from the command line, for a first start and for a lost password.

A password is typed unseen, or comes from the environment variable CAPAIAN_SANDI; it is never an argument, which other
people on the computer could read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

from analytics.akun.daftar import Akun, AkunBaru, buat_akun, daftar_akun, setel_aktif, setel_sandi
from analytics.akun.masuk import rapikan_nama
from analytics.akun.penugasan import TugasBaru, sebut_tugas
from analytics.akun.putusan import Putusan
from analytics.alur.peran import BARIS_PERINTAH, NAMA_PERAN, PENGELOLA, SEMUA_KANTOR
from analytics.aturan.periode import tulis_waktu
from analytics.sistem import Gudang, GudangTerkunci, GudangTidakDikenal, buka_gudang, jalur_gudang, waktu_kini

_DITOLAK: Final = 1
_SALAH_PAKAI: Final = 2
_VARIABEL: Final = "CAPAIAN_SANDI"

aplikasi = typer.Typer(help="Akun: buat, lihat, ganti kata sandi, nonaktifkan.", no_args_is_help=True)

OpsiGudang = Annotated[Path | None, typer.Option("--gudang", help="Berkas gudang; bawaan CAPAIAN_DATA.")]
NamaAkun = Annotated[str, typer.Argument(help="Nama akun, seperti diketik saat masuk.")]


@aplikasi.command("buat")
def perintah_buat(
    nama_akun: NamaAkun,
    nama: Annotated[str, typer.Option("--nama", help="Nama orangnya; ditulis pada jejak.")],
    peran: Annotated[str, typer.Option("--peran", help=f"Salah satu: {', '.join(NAMA_PERAN)}.")] = PENGELOLA,
    kantor: Annotated[str, typer.Option("--kantor", help="Kode perangkat daerah; * untuk semua.")] = SEMUA_KANTOR,
    unit: Annotated[str | None, typer.Option("--unit", help="Kode unit, hanya untuk kepala_seksi.")] = None,
    gudang: OpsiGudang = None,
) -> None:
    """Buat akun dengan satu peran. Kata sandi diketik tanpa terlihat, atau dari CAPAIAN_SANDI."""
    sandi, waktu = _minta_sandi(), waktu_kini()
    baru = AkunBaru(nama, nama_akun, sandi, TugasBaru(peran, kantor, waktu.date(), unit))
    with _gudang(gudang) as toko:
        _jawab(buat_akun(toko, BARIS_PERINTAH, baru, waktu))


@aplikasi.command("daftar")
def perintah_daftar(gudang: OpsiGudang = None) -> None:
    """Tunjukkan semua akun dengan perannya dan kapan terakhir masuk."""
    with _gudang(gudang) as toko:
        for akun in daftar_akun(toko, waktu_kini().date()):
            tugas = "; ".join(f"{sebut_tugas(satu)} ({satu.kode_pd})" for satu in akun.tugas) or "tanpa peran"
            masuk = tulis_waktu(akun.terakhir_masuk) or "belum pernah masuk"
            keadaan = "" if akun.aktif else " [nonaktif]"
            typer.echo(f"{akun.nama_akun}{keadaan}: {akun.nama}; {tugas}; {masuk}")


@aplikasi.command("sandi")
def perintah_sandi(nama_akun: NamaAkun, gudang: OpsiGudang = None) -> None:
    """Ganti kata sandi sebuah akun; semua sesinya berakhir."""
    sandi = _minta_sandi()
    with _gudang(gudang) as toko:
        _jawab(setel_sandi(toko, BARIS_PERINTAH, _cari(toko, nama_akun), sandi, waktu_kini()))


@aplikasi.command("nonaktif")
def perintah_nonaktif(nama_akun: NamaAkun, gudang: OpsiGudang = None) -> None:
    """Nonaktifkan sebuah akun; semua sesinya berakhir."""
    with _gudang(gudang) as toko:
        _jawab(setel_aktif(toko, BARIS_PERINTAH, _cari(toko, nama_akun), waktu_kini(), aktif=False))


def _minta_sandi() -> str:
    """The password from the environment, from a pipe, or typed twice without being seen."""
    if _VARIABEL in os.environ:
        return os.environ[_VARIABEL]
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    sandi = getpass("Kata sandi: ")
    if getpass("Sekali lagi: ") != sandi:
        _salah_pakai("Kedua kata sandi tidak sama.")
    return sandi


def _cari(toko: Gudang, nama_akun: str) -> Akun:
    nama = rapikan_nama(nama_akun)
    ada = {akun.nama_akun: akun for akun in daftar_akun(toko, waktu_kini().date())}
    if nama not in ada:
        _salah_pakai(f"Akun {nama_akun} tidak ada.")
    return ada[nama]


@contextmanager
def _gudang(jalur: Path | None) -> Iterator[Gudang]:
    tujuan = jalur or jalur_gudang(os.environ)
    try:
        toko = buka_gudang(tujuan)
    except GudangTerkunci:
        _salah_pakai(f"Gudang {tujuan} sedang dibuka oleh aplikasi lain. Tutup dulu Capaian, lalu ulangi.")
    except GudangTidakDikenal:
        _salah_pakai(f"Berkas {tujuan} bukan gudang Capaian.")
    try:
        yield toko
    finally:
        toko.tutup()


def _jawab(putusan: Putusan) -> None:
    typer.echo(putusan.pesan, err=not putusan.berhasil)
    if not putusan.berhasil:
        raise typer.Exit(_DITOLAK)


def _salah_pakai(pesan: str) -> NoReturn:
    typer.echo(pesan, err=True)
    raise typer.Exit(_SALAH_PAKAI)
