"""The closing rows of E.81 and E.80: means over the rows of the lowest level, and what the units wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from analytics.aturan.angka import bulatkan_persen
from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.aturan.periode import KeadaanRealisasi
from analytics.evaluasi.hasil import JENIS_PENUTUP, Indikator, Penarikan, Penutup, Terhitung
from analytics.evaluasi.inti import rata_ratakan

TINGKAT_TERBAWAH: Final = "sub kegiatan, dan kegiatan tanpa sub kegiatan"


_Tertulis = tuple[Indikator, Mapping[str, str]]
"""An indicator with what was written beside it, by jenis."""


@dataclass(frozen=True)
class BahanUang:
    """The money of one row of the lowest level, and who did not report it: names of rows, each with its unit."""

    terhitung: Terhitung
    belum: Sequence[tuple[str, str | None]]
    penarikan: Penarikan | None = None


@dataclass(frozen=True)
class Bahan:
    """One half of the closing rows: (keadaan, capaian) of every indicator, and the money of every row.

    `seluruh` is the money of the topmost nodes. `tahun` is `kinerja` against the target of the year, where that is
    another one; `tidak_dirinci` what of the pagu no row has.
    """

    kinerja: Sequence[tuple[KeadaanRealisasi, Capaian]]
    uang: Sequence[BahanUang]
    seluruh: Sequence[Terhitung]
    tahun: Sequence[tuple[KeadaanRealisasi, Capaian]] | None = None
    tidak_dirinci: Decimal = Decimal(0)


def susun_penutup(berjalan: Bahan, renstra: Bahan, narasi: Iterable[_Tertulis], pengaturan: Pengaturan) -> Penutup:
    """Close a form: `berjalan` is the running year, `renstra` the whole period up to now.

    `narasi` is each indicator with what its unit wrote, by jenis.
    """
    kinerja = rata_ratakan(berjalan.kinerja, pengaturan)
    serapan = _rata(berjalan.uang)
    belum = [baris for uang in berjalan.uang for baris in uang.belum]
    terhitung, terhitung_renstra = _jumlah(berjalan.seluruh), _jumlah(renstra.seluruh)
    penarikan = _jumlah_penarikan(berjalan.uang)
    return Penutup(
        tingkat=TINGKAT_TERBAWAH,
        kinerja=kinerja,
        serapan_rata=serapan,
        serapan_jumlah=terhitung.rasio,
        predikat_kinerja=kinerja.predikat,
        predikat_serapan=_predikat(serapan, pengaturan),
        kinerja_renstra=rata_ratakan(renstra.kinerja, pengaturan),
        serapan_renstra_rata=_rata(renstra.uang),
        serapan_renstra_jumlah=terhitung_renstra.rasio,
        narasi=_narasi({tertulis[0].kode: tertulis for tertulis in narasi}),
        kinerja_tahun=kinerja if berjalan.tahun is None else rata_ratakan(berjalan.tahun, pengaturan),
        terhitung=terhitung,
        terhitung_renstra=terhitung_renstra,
        tanpa_anggaran=tuple(nama for nama, _ in belum),
        unit_tanpa_anggaran=tuple(dict.fromkeys(unit for _, unit in belum if unit)),
        tidak_dirinci=berjalan.tidak_dirinci,
        penarikan=penarikan,
        predikat_penarikan=_predikat(penarikan.rasio if penarikan else None, pengaturan),
    )


def _rata(uang: Sequence[BahanUang]) -> float | None:
    rasio = [baris.terhitung.rasio for baris in uang]
    ada = [nilai for nilai in rasio if nilai is not None]
    return sum(ada) / len(ada) if ada else None


def _jumlah(seluruh: Sequence[Terhitung]) -> Terhitung:
    """Taken together, by code: also what stands in several places, where the places have no ratio of their own."""
    return Terhitung(
        realisasi=sum((baris.realisasi for baris in seluruh), Decimal(0)),
        pagu=sum((baris.pagu for baris in seluruh), Decimal(0)),
        n=sum(baris.n for baris in seluruh),
        m=sum(baris.m for baris in seluruh),
        seluruh=sum((baris.seluruh for baris in seluruh), Decimal(0)),
        tanpa_pagu=sum((baris.tanpa_pagu for baris in seluruh), Decimal(0)),
    )


def _jumlah_penarikan(uang: Sequence[BahanUang]) -> Penarikan | None:
    """All rows with an anggaran kas that reported, taken together; None without any."""
    semua = [baris.penarikan for baris in uang if baris.penarikan is not None]
    if not semua:
        return None
    return Penarikan(
        realisasi=sum((baris.realisasi for baris in semua), Decimal(0)),
        rencana=sum((baris.rencana for baris in semua), Decimal(0)),
        n=sum(baris.n for baris in semua),
        m=sum(baris.terhitung.n for baris in uang),
    )


def _predikat(persen: float | None, pengaturan: Pengaturan) -> str | None:
    if persen is None:
        return None
    return pengaturan.skala.beri(bulatkan_persen(persen, pengaturan.desimal)).predikat


def _narasi(semua: Mapping[str, _Tertulis]) -> dict[str, tuple[str, ...]]:
    """Every text with the name of its indicator; of two indicators with one report those of the reported one."""
    return {
        jenis: tuple(
            f"{indikator.nama}: {tulisan[jenis]}"
            for indikator, tulisan in semua.values()
            if jenis in tulisan and not _milik_asli(semua, indikator, jenis)
        )
        for jenis in JENIS_PENUTUP
    }


def _milik_asli(semua: Mapping[str, _Tertulis], indikator: Indikator, jenis: str) -> bool:
    """Whether a text is the very one of the indicator that this one is the same as."""
    asli = semua.get(indikator.sama_dengan or "")
    return asli is not None and asli[1].get(jenis) == semua[indikator.kode][1][jenis]
