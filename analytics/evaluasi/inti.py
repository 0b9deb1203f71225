"""What every evaluation starts from: the office, the periode, the settings of its last day, the heading, the mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from analytics.acuan import Penanya, baca_pejabat, baca_pengaturan
from analytics.aturan.angka import bulatkan_persen
from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.aturan.periode import TIDAK_ADA_KEJADIAN, KeadaanRealisasi, Periode
from analytics.evaluasi.hasil import (
    Kantor,
    Keterangan,
    Pengesahan,
    RataRata,
    masuk_hitungan,
)
from analytics.sistem import waktu_kini
from data.gudang import Baris

STATUS_AWAL = "draf"
DISETUJUI = "disetujui"


class KantorTidakAda(Exception):
    """The store has no office with this code."""


@dataclass(frozen=True)
class Konteks:
    """What every evaluation starts from: the store, the office, the periode, the settings on its last day."""

    gudang: Penanya
    kantor: Kantor
    periode: Periode
    pengaturan: Pengaturan

    def tanya(self, nama: str, **parameter: Any) -> list[Baris]:
        """Run a named question for this office."""
        return self.gudang.kueri(nama, kode_pd=self.kantor.kode_pd, **parameter)

    def unit(self) -> list[Baris]:
        """The units in their order, as they are on the last day of the periode."""
        return self.tanya("unit_pada", hari=self.periode.hari_terakhir)


def buka_konteks(gudang: Penanya, kode_pd: str, periode: Periode) -> Konteks:
    """Raises KantorTidakAda when the store does not know the office."""
    for baris in gudang.kueri("kantor_pada", hari=periode.hari_terakhir):
        if baris["kode_pd"] == kode_pd:
            return Konteks(gudang, susun_kantor(baris), periode, baca_pengaturan(gudang, periode.hari_terakhir))
    raise KantorTidakAda(kode_pd)


def susun_kantor(baris: Mapping[str, Any]) -> Kantor:
    """The office of one row of the question `kantor_pada`."""
    return Kantor(baris["kode_pd"], baris["nama"], baris["kabupaten"], baris["kode_wilayah"], baris["contoh"])


def susun_keterangan(konteks: Konteks, unit: Mapping[str, str]) -> Keterangan:
    """The heading of a result, naming the Renja in force and which of these units (name by code) are in."""
    periode = konteks.periode
    berlaku = konteks.tanya("renja_berlaku", tahun=periode.tahun, hari=periode.hari_terakhir)
    terakhir = konteks.tanya("data_terakhir", tahun=periode.tahun, triwulan=periode.triwulan)
    beku = konteks.tanya("asal_beku")
    kini = beku[0]["disetujui_pada"] if beku and beku[0]["nomor"] is not None else waktu_kini()
    hasil = Keterangan(
        kantor=konteks.kantor,
        periode=periode,
        status=STATUS_AWAL,
        dokumen=berlaku[0]["dokumen"] if berlaku else None,
        versi_data=int(konteks.gudang.kueri("versi_data")[0]["nomor"]),
        data_terakhir=terakhir[0]["diterima_pada"] if terakhir else None,
        dibuat=kini,
        pejabat=baca_pejabat(konteks.gudang, konteks.kantor.kode_pd, kini.date()),
        unit=len(unit),
        unit_belum=_unit_belum(konteks, unit),
    )
    return _dari_beku(hasil, beku[0]) if beku else _dari_alur(konteks, hasil)


def _unit_belum(konteks: Konteks, unit: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the units without a kiriman of the periode."""
    ada = {
        kiriman["kode_unit"]
        for kiriman in konteks.tanya("kiriman_berlaku", tahun=konteks.periode.tahun)
        if kiriman["triwulan"] == konteks.periode.triwulan
    }
    return tuple(nama for kode, nama in unit.items() if kode not in ada)


def _dari_beku(hasil: Keterangan, baris: Baris) -> Keterangan:
    """The heading of figures out of a frozen store, approved or about to be."""
    hasil = replace(hasil, status=baris["status"], tanpa_unit=baris["tanpa_unit"], terverifikasi=True)
    if baris["nomor"] is None:
        return hasil
    pengesahan = Pengesahan(
        nomor=baris["nomor"],
        sidik=baris["sidik"],
        revisi=baris["revisi"],
        di_atas_kertas=baris["di_atas_kertas"],
        pada=baris["disetujui_pada"],
        oleh=baris["oleh"],
        sebagai=baris["sebagai"],
        nomor_ujung=baris["nomor_ujung"],
        sidik_ujung=baris["sidik_ujung"],
    )
    return replace(hasil, pengesahan=pengesahan)


def _dari_alur(konteks: Konteks, hasil: Keterangan) -> Keterangan:
    """The heading of figures out of a store that lives."""
    baris = konteks.tanya("status_periode", tahun=hasil.periode.tahun, triwulan=hasil.periode.triwulan)
    if not baris:
        return hasil
    status, kertas = baris[0]["status"], baris[0]["di_atas_kertas"]
    return replace(
        hasil,
        status=tulis_status(status, di_atas_kertas=bool(kertas)),
        snapshot_terakhir=None if status == DISETUJUI else baris[0]["nomor_snapshot"],
    )


def tulis_status(status: str, *, di_atas_kertas: bool) -> str:
    """How far a periode has come, as it is shown everywhere."""
    return f"{DISETUJUI} di atas kertas" if status == DISETUJUI and di_atas_kertas else status


def rata_ratakan(triwulan: Iterable[tuple[KeadaanRealisasi, Capaian]], pengaturan: Pengaturan) -> RataRata:
    """The plain mean of (keadaan, capaian), capped by the setting, over those that had to report."""
    semua = list(triwulan)
    wajib = [capaian for keadaan, capaian in semua if masuk_hitungan(keadaan, capaian)]
    nihil = sum(keadaan == TIDAK_ADA_KEJADIAN and not masuk_hitungan(keadaan, capaian) for keadaan, capaian in semua)
    nilai = [pengaturan.batasi(capaian.mentah) for capaian in wajib if capaian.mentah is not None]
    if not nilai:
        return RataRata(None, None, None, 0, len(wajib), nihil)
    mentah = sum(nilai) / len(nilai)
    bulat = bulatkan_persen(mentah, pengaturan.desimal)
    return RataRata(mentah, bulat, pengaturan.skala.beri(bulat).predikat, len(nilai), len(wajib), nihil)
