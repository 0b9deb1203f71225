"""What the commands of the command line share: their options, the store, and how they answer and end."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated, Any, Final, NoReturn

import typer

from analytics.jsonkan import jadikan
from analytics.penyimpanan import kalimat_gudang, sebab_penyimpanan
from analytics.sistem import GalatGudang, Gudang, ada_gudang, jalur_gudang

DITOLAK: Final = 1
"""How a command ends whose answer is no."""
SALAH_PAKAI: Final = 2
"""How a command ends that could not even be tried."""
_MULAI: Final = "Impor rencana dulu: python -m analytics impor RENCANA.xlsx"

PEMBUKA: Final[ContextVar[Callable[[Path], tuple[Gudang, str | None]]]] = ContextVar("pembuka")
"""How the command line opens a store, set by `analytics.__main__`; with it what people must know of the opening."""

OpsiGudang = Annotated[Path | None, typer.Option("--gudang", help="Berkas gudang; bawaan CAPAIAN_DATA.")]
OpsiKantor = Annotated[str | None, typer.Option("--kantor", help="Kode perangkat daerah, bila ada lebih dari satu.")]
OpsiJson = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")]


def tujuan(jalur: Path | None) -> Path:
    """The store that a command is about."""
    return jalur or jalur_gudang(os.environ)


@contextmanager
def gudang(jalur: Path | None, *, baru: bool = False) -> Iterator[Gudang]:
    """The open store for one command; only a command that begins a store (`baru`) makes one that is not there."""
    berkas = tujuan(jalur)
    if not baru and not ada_gudang(berkas):
        salah_pakai(f"Gudang {berkas} tidak ada. {_MULAI}")
    try:
        toko, kabar = PEMBUKA.get()(berkas)
    except GalatGudang as galat:
        salah_pakai(kalimat_gudang(galat, berkas))
    if kabar is not None:
        tulis(kabar, galat=True)
    try:
        yield toko
    except GalatGudang as galat:
        gagal(kalimat_gudang(galat, berkas))
    finally:
        toko.tutup()


def kantor(toko: Gudang, kode: str | None) -> str:
    """The office that was named, or the only one."""
    ada = [str(kantor["kode_pd"]) for kantor in toko.kueri("perangkat_daerah")]
    if not ada:
        salah_pakai(f"Gudang masih kosong. {_MULAI}")
    if kode is None and len(ada) == 1:
        return ada[0]
    if kode not in ada:
        salah_pakai(f"Sebutkan --kantor. Yang ada: {', '.join(ada)}.")
    return kode


def baca(berkas: Path) -> bytes:
    """What a file holds."""
    try:
        return berkas.read_bytes()
    except OSError as galat:
        salah_pakai(f"Berkas {berkas} tidak dapat dibuka. {sebab_penyimpanan(galat) or ''}".rstrip())


def simpan(berkas: Path, byte: bytes) -> None:
    """Write a file that was asked for."""
    try:
        berkas.write_bytes(byte)
    except OSError as galat:
        salah_pakai(f"Berkas {berkas} tidak dapat ditulis. {sebab_penyimpanan(galat) or ''}".rstrip())


def tampilkan(hasil: Any, teks: str, *, sebagai_json: bool) -> None:
    """Print a result, as JSON where that was asked for."""
    tulis(json.dumps(jadikan(hasil), indent=2, allow_nan=False) if sebagai_json else teks)


def tulis(teks: str, *, galat: bool = False) -> None:
    """Print; what the other side cannot show (a sign beyond its code page, half a character in a file name) as code."""
    sandi = getattr(sys.stderr if galat else sys.stdout, "encoding", None) or "utf-8"
    typer.echo(teks.encode(sandi, "backslashreplace").decode(sandi), err=galat)


def keluar(*, berhasil: bool) -> None:
    """End with DITOLAK where the answer was no."""
    if not berhasil:
        raise typer.Exit(DITOLAK)


def gagal(pesan: str) -> NoReturn:
    """Say no and end."""
    tulis(pesan, galat=True)
    raise typer.Exit(DITOLAK)


def salah_pakai(pesan: str) -> NoReturn:
    """Say why a command cannot be tried and end."""
    tulis(pesan, galat=True)
    raise typer.Exit(SALAH_PAKAI)
