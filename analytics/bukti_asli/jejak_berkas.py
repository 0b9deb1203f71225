"""Whether the files of the store are those that were written, and the archive register is what the log tells of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.beku.snapshot import Snapshot
from analytics.bukti_asli.ingkar import Ingkar
from data.gudang import Baris

_ARSIP: Final = ("uraian", "nomor_dokumen", "tempat", "sha256", "sidik", "objek", "oleh", "dicatat_pada")
"""Columns of the register that the log tells of too."""


def ingkar_berkas(penanya: Penanya, semua: Iterable[Snapshot]) -> Iterator[Ingkar]:
    """Every file whose bytes are not its sidik's any more, and every one that an approval rests on and that is gone."""
    for berkas in penanya.kueri("berkas_rusak"):
        yield Ingkar(
            "berkas", berkas["sha256"], f"Isi berkas {berkas['sha256'][:16]} berubah: bukan lagi yang diterima."
        )
    ada = {str(berkas["sha256"]) for berkas in penanya.kueri("berkas_sidik")}
    perlu = {sha256: (nama, snapshot.nomor) for snapshot in semua for sha256, nama in _perlu(snapshot)}
    for sha256, (nama, nomor) in sorted(perlu.items()):
        if sha256 not in ada:
            yield Ingkar("berkas", sha256, f"Berkas {nama} hilang; snapshot {nomor} bertumpu padanya.")


def _perlu(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """The files that an approval rests on: workbooks of the units, sheets that were signed."""
    for kiriman in snapshot.tabel["kiriman"]:
        yield str(kiriman["sha256"]), str(kiriman["nama_berkas"])
    for pemeriksa in (snapshot.isi["disetujui"], *snapshot.isi["pemeriksa"]):
        if pemeriksa["kertas"] is not None:
            yield str(pemeriksa["kertas"]["sha256"]), f"lembar {pemeriksa['kertas']['nomor']}"


def ingkar_dokumen(penanya: Penanya, tercatat: Mapping[tuple[str, str], str]) -> Iterator[Ingkar]:
    """Every workbook of an approval that is gone, or not the one in `tercatat`: those that the log names.

    Whether bytes are still what their name says, `ingkar_berkas` tells of every file.
    """
    ada = {(str(baris["kode_pd"]), str(baris["nomor"])): baris for baris in penanya.kueri("dokumen_semua")}
    for (kode_pd, nomor), sha256 in tercatat.items():
        baris = ada.get((kode_pd, nomor))
        if baris is None:
            yield Ingkar("dokumen", nomor, f"Dokumen snapshot {nomor} hilang; jejak mencatatnya.")
        elif baris["sha256"] != sha256:
            pesan = f"Dokumen snapshot {nomor} bukan yang disetujui: {baris['sha256']}, pada jejak {sha256}."
            yield Ingkar("dokumen", nomor, pesan)
        elif not baris["ada"]:
            yield Ingkar("berkas", sha256, f"Berkas dokumen snapshot {nomor} hilang.")
    for _, nomor in ada.keys() - tercatat.keys():
        yield Ingkar("dokumen", nomor, f"Dokumen snapshot {nomor} ada tanpa catatan pada jejak.")


def ingkar_arsip(penanya: Penanya, peristiwa: Iterable[Baris]) -> Iterator[Ingkar]:
    """Every entry of the register that differs from the log, is gone, or is nowhere in it; both stand in order.

    `peristiwa` are those that tell of the register.
    """
    tercatat: dict[str, list[dict[str, Any]]] = {}
    for catatan in peristiwa:
        tercatat.setdefault(str(catatan["kode_pd"]), []).append(_catatan(catatan))
    kini: dict[str, list[Baris]] = {}
    for arsip in penanya.kueri("arsip_semua"):
        kini.setdefault(str(arsip["kode_pd"]), []).append(arsip)
    for kode_pd in sorted({*tercatat, *kini}):
        for harap, baris in zip_longest(tercatat.get(kode_pd, ()), kini.get(kode_pd, ())):
            yield from _banding(harap, baris)


def _catatan(peristiwa: Baris) -> dict[str, Any]:
    try:
        rincian = json.loads(peristiwa["rincian"])
    except ValueError:
        rincian = {}
    lengkap = rincian if isinstance(rincian, dict) else {}
    return {**lengkap, "objek": peristiwa["objek"], "oleh": peristiwa["oleh"], "dicatat_pada": peristiwa["waktu"]}


def _banding(catatan: Mapping[str, Any] | None, baris: Baris | None) -> Iterator[Ingkar]:
    if baris is None:
        uraian = str((catatan or {}).get("uraian"))
        yield Ingkar("arsip", uraian, f"Catatan register arsip “{uraian}” hilang; jejak mencatatnya.")
    elif catatan is None:
        id_arsip = str(baris["id_arsip"])
        yield Ingkar("arsip", id_arsip, f"Register arsip {id_arsip} ({baris['uraian']}) tidak tercatat pada jejak.")
    else:
        for kolom in _ARSIP:
            if baris[kolom] != catatan.get(kolom):
                lama, baru = str(catatan.get(kolom)), str(baris[kolom])
                pesan = f"Register arsip {baris['id_arsip']}, kolom {kolom}: menurut jejak {lama}, kini {baru}."
                yield Ingkar("arsip", str(baris["id_arsip"]), pesan, "arsip", "", "", kolom, lama, baru)
