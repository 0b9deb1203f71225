"""The plan that the store holds, in the shape of a workbook's plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from analytics.acuan import Penanya
from analytics.rencana.baris import (
    BAGIAN_DOKUMEN,
    AnggaranKas,
    AturanRencana,
    IdentitasKantor,
    IndikatorRencana,
    Pagu,
    Rencana,
    Rujukan,
    SimpulPohon,
    TargetRencana,
    Unit,
    VersiDokumen,
)
from analytics.rencana.pilihan import LAPORAN
from analytics.rencana.simpanan.rekam import Rekaman, dari_rekaman


def muat_rencana(gudang: Penanya, kode_pd: str) -> Rencana | None:
    """The whole plan of one office, each document in its newest revisi, with the newest names of office and units.

    None when the office is not in the store.
    """
    kantor = gudang.kueri("kantor_pada", hari=date.max)
    identitas = next((dari_rekaman(IdentitasKantor, baris) for baris in kantor if baris["kode_pd"] == kode_pd), None)
    if identitas is None:
        return None

    def tanya(nama: str) -> list[dict[str, Any]]:
        return gudang.kueri(nama, kode_pd=kode_pd)

    daftar = tanya("rencana_dokumen")
    kode = {int(baris["id_rencana"]): str(baris["kode_dokumen"]) for baris in daftar}
    dokumen = tuple(dari_rekaman(VersiDokumen, baris) for baris in daftar)
    bagian: dict[str, Any] = {
        nama: tuple(
            dari_rekaman(jenis, baris, dokumen=kode[baris["id_rencana"]])
            for baris in tanya(f"rencana_{nama}")
            if baris["id_rencana"] in kode
        )
        for nama, jenis in BAGIAN_DOKUMEN.items()
    }
    unit = gudang.kueri("unit_pada", kode_pd=kode_pd, hari=date.max)
    return Rencana(
        identitas=identitas,
        unit=tuple(dari_rekaman(Unit, baris) for baris in unit),
        dokumen=dokumen,
        simpul=tuple(dari_rekaman(SimpulPohon, baris) for baris in tanya("simpul")),
        indikator=_indikator(tanya("rencana_indikator"), tanya("rencana_laporan")),
        aturan=_padatkan(dari_rekaman(AturanRencana, baris) for baris in tanya("rencana_aturan")),
        rujukan=_rujukan(dokumen, bagian["target"], (*bagian["pagu"], *bagian["kas"])),
        **bagian,
    )


def muat_aturan(gudang: Penanya, kode_pd: str) -> dict[tuple[str, int], tuple[AturanRencana, int]]:
    """The rule in force and its revisi for every (kode indikator, tahun) of one office."""
    daftar = gudang.kueri("rencana_aturan", kode_pd=kode_pd)
    return {
        (baris["kode_indikator"], baris["tahun"]): (dari_rekaman(AturanRencana, baris), baris["revisi"])
        for baris in daftar
    }


def _rujukan(
    dokumen: Iterable[VersiDokumen], target: Iterable[TargetRencana], pagu: Iterable[Pagu | AnggaranKas]
) -> tuple[Rujukan, ...]:
    """What the workbook must have listed for these values to exist; a perubahan keeps the rows that it emptied."""
    lembar = {versi.kode: f"target_{versi.jenis}" for versi in dokumen}
    dirujuk: dict[str, dict[tuple[str, str], None]] = {kode: {} for kode in lembar}
    for sasaran in target:
        dirujuk[sasaran.dokumen][lembar[sasaran.dokumen], sasaran.indikator] = None
    for uang in pagu:
        dirujuk[uang.dokumen]["pagu", uang.simpul] = None
    sebelum: dict[tuple[str, int], dict[tuple[str, str], None]] = {}
    for versi in sorted(dokumen, key=lambda versi: versi.ke):
        dirujuk[versi.kode] = sebelum.get(versi.kunci[:2], {}) | dirujuk[versi.kode]
        sebelum[versi.kunci[:2]] = dirujuk[versi.kode]
    return tuple(Rujukan(nama, kode, milik) for kode, baris in dirujuk.items() for nama, milik in baris)


def _indikator(daftar: Iterable[Rekaman], laporan: Iterable[Rekaman]) -> tuple[IndikatorRencana, ...]:
    milik: defaultdict[str, set[str]] = defaultdict(set)
    for baris in laporan:
        milik[baris["kode_indikator"]].add(baris["laporan"])
    urut = {
        kode: tuple(pilihan.kode for pilihan in LAPORAN if pilihan.kode in laporan_indikator)
        for kode, laporan_indikator in milik.items()
    }
    return tuple(
        dari_rekaman(IndikatorRencana, baris, laporan=urut.get(baris["kode_indikator"], ())) for baris in daftar
    )


def _padatkan(per_tahun: Iterable[AturanRencana]) -> tuple[AturanRencana, ...]:
    """Rules per year, pressed together: one row for consecutive years with the same rule."""
    hasil: list[AturanRencana] = []
    for aturan in per_tahun:
        if not hasil or not hasil[-1].sama(aturan):
            hasil.append(aturan)
    return tuple(hasil)
