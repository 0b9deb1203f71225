"""What the format workbook of one unit and triwulan is made of, and checked against: one question to the store.

The writer and the checker read the same `Bahan`, so that what is asked and what is expected cannot differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from analytics.aturan.angka import satuan_persen
from analytics.aturan.capaian import Target
from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, TERISI, TIDAK_DIRENCANAKAN, Periode, wajib_lapor
from data.gudang import Gudang


class UnitTidakDikenal(Exception):
    """The office has no unit with this code."""


@dataclass(frozen=True)
class Kantor:
    """The office as a format workbook names it. `contoh`: sample data, to be marked everywhere."""

    kode_pd: str
    nama: str
    kabupaten: str
    contoh: bool


@dataclass(frozen=True)
class Laporan:
    """What a unit reported for one triwulan: a value (or pembilang and penyebut), or a grade."""

    nilai: Decimal | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    peringkat: str | None = None

    def pecahan(self, faktor: Decimal | None) -> Fraction | None:
        """The exact value, None for a grade."""
        if self.pembilang is not None and self.penyebut:
            return Fraction(self.pembilang) / Fraction(self.penyebut) * Fraction(faktor or 1)
        return None if self.nilai is None else Fraction(self.nilai)


@dataclass(frozen=True)
class IndikatorFormat:
    """One indicator as its unit is asked for it.

    `bila_kosong` is what a blank cell means in this triwulan: belum_ada_data (it is due), belum_waktunya or
    tidak_direncanakan. `lalu` holds the earlier reports of the year by triwulan, `kemudian` the later ones, which a
    corrected workbook meets; `pilihan` the grades of its scale.
    """

    kode: str
    nama: str
    satuan: str
    kode_simpul: str
    tingkat: str
    nama_simpul: str
    polaritas: str
    rumus: str
    frekuensi: str
    cara_isi: str
    pembilang: str | None
    penyebut: str | None
    faktor: Decimal | None
    definisi: str | None
    sumber_data: str | None
    pilihan: tuple[str, ...]
    bila_kosong: str
    target_triwulan: Target
    target_tahun: Target
    lalu: Mapping[int, Laporan]
    kemudian: Mapping[int, Laporan]

    @property
    def berpembilang(self) -> bool:
        """Whether the unit types pembilang and penyebut instead of the value."""
        return self.pembilang is not None

    @property
    def wajib(self) -> bool:
        """Whether a value is due in this triwulan."""
        return self.bila_kosong == BELUM_ADA_DATA

    @property
    def persen(self) -> bool:
        """Whether its satuan is percent."""
        return satuan_persen(self.satuan)


@dataclass(frozen=True)
class SimpulFormat:
    """One leaf of the plan tree, where money is kept, Rp.

    `lalu` is the realisasi s/d the last reported triwulan, `kemudian` that s/d the next one, when it came in already.
    """

    kode: str
    nama: str
    pagu: Decimal | None
    lalu: Decimal | None
    kemudian: Decimal | None


@dataclass(frozen=True)
class Bahan:
    """Everything about one unit and triwulan. `dokumen` is the Renja in force, None when there is none."""

    kantor: Kantor
    kode_unit: str
    nama_unit: str
    periode: Periode
    tenggat: date | None
    dokumen: str | None
    indikator: tuple[IndikatorFormat, ...]
    simpul: tuple[SimpulFormat, ...]


def muat_bahan(gudang: Gudang, kode_pd: str, kode_unit: str, periode: Periode) -> Bahan:
    """Ask the store for everything about one unit and triwulan, by the plan in force on its last day.

    Raises UnitTidakDikenal when the office or the unit is not in the store.
    """
    kantor = muat_kantor(gudang, kode_pd)
    unit = {satu["kode_unit"]: satu for satu in gudang.kueri("unit", kode_pd=kode_pd)}
    if kantor is None or kode_unit not in unit:
        raise UnitTidakDikenal(kode_unit)
    target = _target(gudang, kode_pd, periode)
    return Bahan(
        kantor=kantor,
        kode_unit=kode_unit,
        nama_unit=unit[kode_unit]["nama"],
        periode=periode,
        tenggat=_tenggat(gudang, kode_pd, periode),
        dokumen=next((satu["dokumen"] for baris in target.values() for satu in baris.values()), None),
        indikator=_indikator(gudang, kode_pd, kode_unit, periode, target),
        simpul=_simpul(gudang, kode_pd, _pengisi_anggaran(unit, kode_unit), periode),
    )


def muat_kantor(gudang: Gudang, kode_pd: str) -> Kantor | None:
    """The office with this code, None when the store does not know it."""
    for satu in gudang.kueri("perangkat_daerah"):
        if satu["kode_pd"] == kode_pd:
            return Kantor(kode_pd, satu["nama"], satu["kabupaten"], bool(satu["contoh"]))
    return None


def _tenggat(gudang: Gudang, kode_pd: str, periode: Periode) -> date | None:
    baris = gudang.kueri("status_periode", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    return baris[0]["tenggat"] if baris else None


_TargetTahun = dict[str, dict[int, dict[str, Any]]]
"""Target rows by indicator and triwulan, 0 = the year."""


def _target(gudang: Gudang, kode_pd: str, periode: Periode) -> _TargetTahun:
    hasil: _TargetTahun = defaultdict(dict)
    for satu in gudang.kueri("target_berlaku", kode_pd=kode_pd, tahun=periode.tahun, hari=periode.hari_terakhir):
        hasil[satu["kode_indikator"]][satu["triwulan"]] = satu
    return hasil


def _indikator(
    gudang: Gudang, kode_pd: str, kode_unit: str, periode: Periode, target: _TargetTahun
) -> tuple[IndikatorFormat, ...]:
    laporan = _laporan(gudang, kode_pd, periode.tahun)
    pilihan: dict[str, list[str]] = defaultdict(list)
    for satu in gudang.kueri("skala_ordinal"):
        pilihan[satu["skala"]].append(satu["peringkat"])
    return tuple(
        _satu_indikator(satu, periode, target.get(satu["kode_indikator"], {}), laporan, pilihan)
        for satu in gudang.kueri("indikator_tahun", kode_pd=kode_pd, tahun=periode.tahun)
        if satu["kode_unit"] == kode_unit
    )


def _satu_indikator(
    satu: Mapping[str, Any],
    periode: Periode,
    target: Mapping[int, Mapping[str, Any]],
    laporan: Mapping[str, Mapping[int, Laporan]],
    pilihan: Mapping[str, list[str]],
) -> IndikatorFormat:
    setahun = laporan.get(satu["kode_indikator"], {})
    return IndikatorFormat(
        kode=satu["kode_indikator"],
        nama=satu["nama"],
        satuan=satu["satuan"],
        kode_simpul=satu["kode_simpul"],
        tingkat=satu["tingkat"],
        nama_simpul=satu["nama_simpul"],
        polaritas=satu["polaritas"],
        rumus=satu["rumus"],
        frekuensi=satu["frekuensi"],
        cara_isi=satu["cara_isi"],
        pembilang=satu["pembilang"],
        penyebut=satu["penyebut"],
        faktor=satu["faktor"],
        definisi=satu["definisi"],
        sumber_data=satu["sumber_data"],
        pilihan=tuple(pilihan[satu["skala_ordinal"]]) if satu["skala_ordinal"] else (),
        bila_kosong=_bila_kosong(satu["frekuensi"], periode.triwulan, target),
        target_triwulan=_baca_target(target.get(periode.triwulan)),
        target_tahun=_baca_target(target.get(0)),
        lalu={triwulan: isi for triwulan, isi in setahun.items() if triwulan < periode.triwulan},
        kemudian={triwulan: isi for triwulan, isi in setahun.items() if triwulan > periode.triwulan},
    )


def _bila_kosong(frekuensi: str, triwulan: int, target: Mapping[int, Mapping[str, Any]]) -> str:
    """What a blank means: due by frekuensi, and planned for this triwulan where targets are planned per triwulan."""
    if not target:
        return TIDAK_DIRENCANAKAN
    bertarget = frozenset(nomor for nomor in target if nomor > 0)
    return BELUM_ADA_DATA if wajib_lapor(frekuensi, triwulan, bertarget) else BELUM_WAKTUNYA


def _baca_target(baris: Mapping[str, Any] | None) -> Target:
    if baris is None:
        return Target()
    return Target(baris["nilai"], baris["bawah"], baris["atas"], baris["peringkat"])


def _laporan(gudang: Gudang, kode_pd: str, tahun: int) -> dict[str, dict[int, Laporan]]:
    hasil: dict[str, dict[int, Laporan]] = defaultdict(dict)
    for satu in gudang.kueri("realisasi_tahun", kode_pd=kode_pd, tahun=tahun):
        if satu["keadaan"] == TERISI:
            hasil[satu["kode_indikator"]][satu["triwulan"]] = Laporan(
                satu["nilai"], satu["pembilang"], satu["penyebut"], satu["peringkat"]
            )
    return hasil


def _pengisi_anggaran(unit: Mapping[str, Mapping[str, Any]], kode_unit: str) -> str | None:
    """Whose leaves this unit fills: its own code, `""` for all leaves, None for no leaves."""
    pengisi = {kode for kode, satu in unit.items() if satu["anggaran_semua"]}
    if not pengisi:
        return kode_unit
    return "" if kode_unit in pengisi else None


def _simpul(gudang: Gudang, kode_pd: str, milik: str | None, periode: Periode) -> tuple[SimpulFormat, ...]:
    if milik is None:
        return ()
    pagu = {
        satu["kode_simpul"]: satu["rupiah"]
        for satu in gudang.kueri("pagu_berlaku", kode_pd=kode_pd, tahun=periode.tahun, hari=periode.hari_terakhir)
    }
    laporan = gudang.kueri("anggaran_tahun", kode_pd=kode_pd, tahun=periode.tahun)
    lalu = {satu["kode_simpul"]: satu["rupiah"] for satu in laporan if satu["triwulan"] < periode.triwulan}
    kemudian = {
        satu["kode_simpul"]: satu["rupiah"] for satu in reversed(laporan) if satu["triwulan"] > periode.triwulan
    }
    return tuple(
        SimpulFormat(kode := satu["kode_simpul"], satu["nama"], pagu.get(kode), lalu.get(kode), kemudian.get(kode))
        for satu in gudang.kueri("simpul_daun", kode_pd=kode_pd)
        if milik in ("", satu["kode_unit"])
    )
