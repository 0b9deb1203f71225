"""How long a step of the SOP may take, until when a unit shall send, and whether it did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode
from analytics.evaluasi.hasil import UnitPeriode
from analytics.papan.perjalanan import Perjalanan, Singgah
from analytics.sop.hari_kerja import Kalender, hari_kerja_antara, tambah_hari_kerja

Ketepatan = Literal["tepat", "terlambat", "lewat", "belum", "tanpa_tenggat", "tanpa_isian"]
_LANGKAH_ISI: Final = (3, 4)
"""The steps in which a unit fills in its format and hands it over."""
_PENGISIAN: Final = "pengisian"
"""The keadaan in which a unit fills in its format for the first time."""


@dataclass(frozen=True)
class WaktuBaku:
    """The working days that a step takes from this day on, with where that is written."""

    langkah: int
    mulai: date
    paling_cepat: int
    paling_lama: int
    keterangan: str
    sumber: str

    @property
    def tulisan(self) -> str:
        """`2–6 hari kerja`."""
        sama = self.paling_cepat == self.paling_lama
        return f"{self.paling_lama if sama else f'{self.paling_cepat}–{self.paling_lama}'} hari kerja"


def baca_waktu_baku(penanya: Penanya) -> tuple[WaktuBaku, ...]:
    """Every length of every step, by step and day."""
    return tuple(WaktuBaku(**baris) for baris in penanya.kueri("waktu_baku_semua"))


def waktu_baku(daftar: Sequence[WaktuBaku], langkah: int, hari: date) -> WaktuBaku:
    """The length of a step that is in force on this day. Raises LookupError for a step that has none."""
    milik = [waktu for waktu in daftar if waktu.langkah == langkah]
    if not milik:
        raise LookupError(langkah)
    return next((waktu for waktu in reversed(milik) if waktu.mulai <= hari), milik[0])


def _tenggat_baku(tinggal: Iterable[Singgah], sisa: int, kalender: Kalender) -> date | None:
    """The day on which so many working days are used up by these stays, of which the last one still lasts."""
    for singgah in tinggal:
        lama = sisa + 1 if singgah.sampai is None else hari_kerja_antara(singgah.mulai, singgah.sampai, kalender)
        if lama > sisa:
            return tambah_hari_kerja(singgah.mulai, sisa, kalender)
        sisa -= lama
    return None


def tenggat_surat(jalan: Perjalanan, surat: Mapping[Periode, date]) -> date | None:
    """The deadline of the letter, which a unit that fills in its format for the first time goes by."""
    periode = jalan.objek.periode
    return surat.get(periode) if periode and jalan.keadaan == _PENGISIAN else None


def tenggat_giliran(
    jalan: Perjalanan, baku: WaktuBaku, kalender: Kalender, surat: Mapping[Periode, date]
) -> date | None:
    """The last day of the step that the document waits for now; None when it waits for another one.

    There is one deadline: that of the letter (`surat`, by periode) where the unit goes by it, else that of the SOP.
    """
    if jalan.giliran is None or jalan.giliran.nomor != baku.langkah:
        return None
    tinggal = _menurut_baku(jalan, baku.langkah, surat)
    return tenggat_surat(jalan, surat) or _tenggat_baku(tinggal, baku.paling_lama, kalender)


def menurut_surat(jalan: Perjalanan, langkah: int, surat: Mapping[Periode, date]) -> tuple[Singgah, ...]:
    """The stays at a step that the letter sets the end of."""
    if jalan.objek.periode not in surat:
        return ()
    return tuple(singgah for singgah in jalan.di_langkah(langkah) if singgah.keadaan == _PENGISIAN)


def _menurut_baku(jalan: Perjalanan, langkah: int, surat: Mapping[Periode, date]) -> list[Singgah]:
    """The stays at a step that use up the working days of the SOP."""
    lain = menurut_surat(jalan, langkah, surat)
    return [singgah for singgah in jalan.di_langkah(langkah) if singgah not in lain]


def hari_baku(
    jalan: Perjalanan, langkah: int, kini: datetime, kalender: Kalender, surat: Mapping[Periode, date]
) -> int:
    """The working days of the SOP that a document has used up at a step."""
    return sum(
        hari_kerja_antara(singgah.mulai, singgah.sampai or kini, kalender)
        for singgah in _menurut_baku(jalan, langkah, surat)
    )


def melewati(
    jalan: Perjalanan, baku: WaktuBaku, kini: datetime, kalender: Kalender, surat: Mapping[Periode, date]
) -> bool:
    """Whether a document took, or takes, longer at a step than it may: past the letter, or more days than allowed."""
    tinggal = menurut_surat(jalan, baku.langkah, surat)
    batas = surat[jalan.objek.periode] if tinggal and jalan.objek.periode else date.max
    hari = hari_baku(jalan, baku.langkah, kini, kalender, surat)
    return hari > baku.paling_lama or any((singgah.sampai or kini).date() > batas for singgah in tinggal)


def tenggat_usul(daftar: Sequence[WaktuBaku], hari: date, kalender: Kalender) -> date:
    """The deadline to propose to the units: the longest that steps 3 and 4 may take, from this day."""
    lama = sum(waktu_baku(daftar, nomor, hari).paling_lama for nomor in _LANGKAH_ISI)
    return tambah_hari_kerja(hari, lama, kalender)


def baca_tenggat(penanya: Penanya, kode_pd: str) -> dict[Periode, date]:
    """The deadline in force of every periode that data were asked for."""
    baris = penanya.kueri("permintaan_kantor", kode_pd=kode_pd)
    return {Periode(permintaan["tahun"], permintaan["triwulan"]): permintaan["tenggat"] for permintaan in baris}


@dataclass(frozen=True)
class KetepatanUnit:
    """Whether one unit sent in time, and apart from that how much of what is due it filled in.

    `dikirim` is when it first sent; `hari` the working days by which it is late, 0 when it is not.
    """

    kode_unit: str
    nama: str
    wajib: int
    terisi: int
    kosong: tuple[str, ...]
    tenggat: date | None
    dikirim: datetime | None
    ketepatan: Ketepatan
    hari: int

    @property
    def tulisan(self) -> str:
        """Timeliness as people read it."""
        return {
            "tepat": "tepat waktu",
            "terlambat": f"terlambat {self.hari} hari kerja",
            "lewat": f"belum mengirim, lewat {self.hari} hari kerja",
            "belum": "belum mengirim",
            "tanpa_tenggat": "sudah mengirim" if self.dikirim else "belum mengirim",
            "tanpa_isian": "tidak ada isian wajib",
        }[self.ketepatan]


def ringkas_kelengkapan(unit: Sequence[KetepatanUnit]) -> str:
    """`31 dari 40`: how much of what is due is filled in; empty when nothing is due."""
    wajib = sum(ketepatan.wajib for ketepatan in unit)
    return f"{sum(ketepatan.terisi for ketepatan in unit)} dari {wajib}" if wajib else ""


def ringkas_ketepatan(unit: Sequence[KetepatanUnit]) -> str:
    """`3 dari 6`: how many of the units that had to send did so in time; empty without a deadline."""
    dinilai = [ketepatan for ketepatan in unit if ketepatan.tenggat and ketepatan.ketepatan != "tanpa_isian"]
    return f"{sum(ketepatan.ketepatan == 'tepat' for ketepatan in dinilai)} dari {len(dinilai)}" if dinilai else ""


def susun_ketepatan(
    penanya: Penanya, kode_pd: str, periode: Periode, unit: Sequence[UnitPeriode], kini: datetime, kalender: Kalender
) -> tuple[KetepatanUnit, ...]:
    """Timeliness and completeness of every unit for a periode."""
    tenggat = baca_tenggat(penanya, kode_pd).get(periode)
    dikirim = baca_dikirim(penanya, kode_pd).get(periode, {})
    return tuple(_ketepatan(baris, tenggat, dikirim.get(baris.kode_unit), kini, kalender) for baris in unit)


def baca_dikirim(penanya: Penanya, kode_pd: str) -> dict[Periode, dict[str, datetime]]:
    """When every unit first sent its data of every periode."""
    hasil: dict[Periode, dict[str, datetime]] = {}
    for kiriman in penanya.kueri("papan_kiriman", kode_pd=kode_pd):
        periode = Periode(kiriman["tahun"], kiriman["triwulan"])
        hasil.setdefault(periode, {})[kiriman["kode_unit"]] = kiriman["waktu"]
    return hasil


def _ketepatan(
    unit: UnitPeriode, tenggat: date | None, dikirim: datetime | None, kini: datetime, kalender: Kalender
) -> KetepatanUnit:
    hari = hari_kerja_antara(tenggat, dikirim or kini, kalender) if tenggat else 0
    return KetepatanUnit(
        unit.kode_unit,
        unit.nama,
        unit.wajib,
        unit.terisi,
        unit.kosong,
        tenggat,
        dikirim,
        *_nilai_ketepatan(unit, tenggat, dikirim, kini, hari),
    )


def _nilai_ketepatan(
    unit: UnitPeriode, tenggat: date | None, dikirim: datetime | None, kini: datetime, hari: int
) -> tuple[Ketepatan, int]:
    if dikirim is None and not unit.wajib:
        return "tanpa_isian", 0
    if tenggat is None:
        return "tanpa_tenggat", 0
    if (dikirim or kini).date() <= tenggat:
        return ("tepat" if dikirim else "belum"), 0
    return ("terlambat" if dikirim else "lewat"), max(1, hari)
