"""What the screens ask before anything else: which offices, units, periodes, and what a periode still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from analytics.acuan import Penanya
from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    ROMAWI,
    TERISI,
    TIDAK_ADA_KEJADIAN,
    KeadaanRealisasi,
    Periode,
)
from analytics.evaluasi.bacaan import Bacaan, LetakIndikator
from analytics.evaluasi.hasil import (
    DokumenRencana,
    Kantor,
    Kelengkapan,
    SimpulRencana,
    UnitPeriode,
)
from analytics.evaluasi.inti import susun_kantor
from data.gudang import Baris


def daftar_kantor(penanya: Penanya, hari: date) -> tuple[Kantor, ...]:
    """Every office in the store by code, as it is described on a day."""
    return tuple(susun_kantor(baris) for baris in penanya.kueri("kantor_pada", hari=hari))


def daftar_unit(penanya: Penanya, kode_pd: str, hari: date) -> tuple[tuple[str, str], ...]:
    """(kode, nama) of every unit of an office in its own order, as it is called on a day."""
    baris = penanya.kueri("unit_pada", kode_pd=kode_pd, hari=hari)
    return tuple((unit["kode_unit"], unit["nama"]) for unit in baris)


def daftar_periode(penanya: Penanya, kode_pd: str) -> tuple[Periode, ...]:
    """All triwulan of the years that have a Renja, oldest first."""
    tahun = penanya.kueri("tahun_renja", kode_pd=kode_pd)
    return tuple(Periode(baris["tahun"], triwulan) for baris in tahun for triwulan in (1, 2, 3, 4))


def periode_awal(penanya: Penanya, kode_pd: str) -> Periode | None:
    """The newest triwulan that has a kiriman, where screens open.

    Without any kiriman the first one of the newest year with a Renja; None without a Renja.
    """
    tahun = penanya.kueri("tahun_renja", kode_pd=kode_pd)
    berisi = [baris for baris in tahun if baris["triwulan_terakhir"] is not None]
    if berisi:
        return Periode(berisi[-1]["tahun"], berisi[-1]["triwulan_terakhir"])
    return Periode(tahun[-1]["tahun"], 1) if tahun else None


def daftar_dokumen(penanya: Penanya, kode_pd: str) -> tuple[DokumenRencana, ...]:
    """Every plan document version in the store."""
    return tuple(
        DokumenRencana(
            kode=baris["kode_dokumen"],
            jenis=baris["jenis"],
            tahun_awal=baris["tahun_awal"],
            tahun_akhir=baris["tahun_akhir"],
            ke=baris["ke"],
            revisi=baris["revisi"],
            tanggal=baris["tanggal"],
            dokumen=baris["dokumen"],
        )
        for baris in penanya.kueri("rencana", kode_pd=kode_pd)
    )


def pohon(penanya: Penanya, kode_pd: str) -> tuple[SimpulRencana, ...]:
    """The plan tree in its own order, each node with the codes of its indicators."""
    indikator: dict[str, list[str]] = {}
    for baris in penanya.kueri("indikator_simpul", kode_pd=kode_pd):
        indikator.setdefault(baris["kode_simpul"], []).append(baris["kode_indikator"])
    return tuple(
        SimpulRencana(
            kode=baris["kode_simpul"],
            tingkat=baris["tingkat"],
            kode_induk=baris["kode_induk"],
            nama=baris["nama"],
            kode_unit=baris["kode_unit"],
            daun=baris["daun"],
            indikator=tuple(indikator.get(baris["kode_simpul"], ())),
        )
        for baris in penanya.kueri("simpul", kode_pd=kode_pd)
    )


def susun_kelengkapan(bacaan: Bacaan) -> Kelengkapan:
    """What every unit has handed in for the periode of a reading, and what it still owes."""
    periode = bacaan.periode
    milik: dict[str, list[LetakIndikator]] = {}
    for letak in filter(bacaan.diisi_unit, bacaan.letak_tahun(periode.tahun)):
        milik.setdefault(bacaan.aturan[letak]["kode_unit"], []).append(letak)
    kiriman = {
        baris["kode_unit"]: baris
        for baris in bacaan.konteks.tanya("kiriman_berlaku", tahun=periode.tahun)
        if baris["triwulan"] == periode.triwulan
    }
    unit = tuple(_unit(bacaan, kode, milik.get(kode, ()), kiriman.get(kode)) for kode in bacaan.unit)
    return Kelengkapan(bacaan.keterangan, unit)


def _unit(bacaan: Bacaan, kode: str, milik: Sequence[LetakIndikator], ada: Baris | None) -> UnitPeriode:
    keadaan = {letak: _keadaan(bacaan, letak) for letak in milik}
    terisi = [letak for letak in milik if keadaan[letak] in (TERISI, TIDAK_ADA_KEJADIAN)]
    kosong = tuple(bacaan.indikator(letak).sebutan for letak in milik if keadaan[letak] == BELUM_ADA_DATA)
    tertinggal = tuple(sebutan for letak in milik if (sebutan := _sebut_tertinggal(bacaan, letak)))
    return UnitPeriode(
        kode_unit=kode,
        nama=bacaan.unit[kode],
        wajib=len(terisi) + len(kosong),
        terisi=len(terisi),
        kosong=(*kosong, *tertinggal),
        versi=ada["versi"] if ada else None,
        diterima_pada=ada["diterima_pada"] if ada else None,
        nama_berkas=ada["nama_berkas"] if ada else None,
    )


def _keadaan(bacaan: Bacaan, letak: LetakIndikator) -> KeadaanRealisasi:
    """The state of what a unit is asked for now: of this triwulan, or of the year before where that is due after it."""
    lalu = bacaan.lalu_menyusul(letak[1])
    return bacaan.keadaan_sel(letak, bacaan.periode.triwulan) if lalu is None else bacaan.keadaan_sel(lalu, 4)


def _sebut_tertinggal(bacaan: Bacaan, letak: LetakIndikator) -> str:
    """The name with an earlier triwulan that was due and is missing still, where this one is not due; or empty."""
    ukuran = bacaan.ukuran[letak][bacaan.periode.triwulan]
    if ukuran["keadaan"] != BELUM_ADA_DATA or _keadaan(bacaan, letak) != BELUM_WAKTUNYA:
        return ""
    return f"{bacaan.indikator(letak).sebutan} (TW {ROMAWI[ukuran['kurang']]})"
