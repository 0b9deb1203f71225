"""Builds the workbooks of the sample office through the same code that an office uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from analytics.acuan import Penanya
from analytics.contoh.akun import semai_akun
from analytics.contoh.coba import susun_coba
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.jalan import lewat_sop, minta_data
from analytics.contoh.kiriman import DIPAKAI_SEJAK, Kiriman, daftar_kiriman, isian, isian_anggaran
from analytics.contoh.rencana import rencana_murni, rencana_perubahan
from analytics.contoh.semai import LETAK, RENCANA, RENCANA_PERUBAHAN, Penyemai, sekali_seunit
from analytics.lembar.bentuk.bahan import Ingatan
from analytics.lembar.bentuk.ketikan import IsianUnit
from analytics.lembar.bentuk.susun import susun_format
from analytics.rencana.impor import muat_skala
from analytics.rencana.lembar.susun import susun_templat
from analytics.sistem import buka_gudang
from data.gudang import Gudang


def susun_contoh() -> Iterator[tuple[str, bytes]]:
    """Every workbook of the sample office as (path below data/contoh, bytes); the same bytes every time."""
    gudang = buka_gudang(None)
    semai_akun(gudang, DIPAKAI_SEJAK)
    with Penyemai(gudang) as penyemai:
        for jalur, byte in isi_rencana(gudang):
            penyemai.impor(jalur, byte)
            yield jalur, byte
        ingatan = Ingatan(gudang)
        for periode, semua in groupby(daftar_kiriman(), lambda kiriman: kiriman.periode):
            for kelompok in sekali_seunit(semua):
                if lewat_sop(periode):
                    minta_data(gudang, periode, kelompok[0].dibuat)
                yield from _susun_kelompok(ingatan, penyemai, kelompok)
    yield from susun_coba(gudang)
    gudang.tutup()


def _susun_kelompok(ingatan: Ingatan, penyemai: Penyemai, kelompok: Sequence[Kiriman]) -> Iterator[tuple[str, bytes]]:
    """The workbooks of different units for one periode, received as well: none depends on another."""
    ingatan.segarkan(KODE_PD)
    byte = [(kiriman, isi_kiriman(ingatan, kiriman)) for kiriman in kelompok]
    penyemai.siapkan(byte)
    for kiriman, buku in byte:
        penyemai.terima(kiriman, buku)
        yield kiriman.jalur, buku


def isi_rencana(gudang: Gudang) -> Iterator[tuple[str, bytes]]:
    """(path below data/contoh, bytes) of the plan and of its perubahan."""
    skala = tuple(sorted(muat_skala(gudang)))
    yield RENCANA, susun_templat(rencana_murni(), skala=skala).isi
    yield RENCANA_PERUBAHAN, susun_templat(rencana_perubahan(), skala=skala).isi


def isi_kiriman(gudang: Penanya, kiriman: Kiriman) -> bytes:
    """The filled format workbook of a unit, for a store that holds the plan and what was sent before."""
    diketik = IsianUnit(isian(kiriman), isian_anggaran(kiriman))
    return susun_format(gudang, KODE_PD, kiriman.unit, kiriman.periode, kiriman.dibuat, diketik).isi


def tulis_contoh(letak: Path = LETAK) -> int:
    """Write every workbook below `letak`, once all of them are made; returns how many."""
    buku = dict(susun_contoh())
    for jalur, byte in buku.items():
        berkas = letak / jalur
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_bytes(byte)
    return len(buku)
