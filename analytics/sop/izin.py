"""What people may do beside the moves of the SOP, as one table, and the guard that every such command passes.

Peran and active flag are read from the store inside the transaction; a refusal is logged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.sop.peran import (
    ADMIN_SATU_DATA,
    CAMAT,
    KASUBBAG_PERENCANAAN,
    KASUBBAG_UMUM,
    KEPALA_SEKSI,
    NAMA_PERAN,
    PENGELOLA,
    SEKRETARIS,
    Pelaku,
    Tugas,
    baca_tugas,
    pilih_tugas,
)
from data.gudang import Gudang, Peristiwa, Transaksi

_SEMUA: Final = (KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, ADMIN_SATU_DATA, SEKRETARIS, CAMAT, KEPALA_SEKSI)
_PENGOLAH: Final = (KASUBBAG_PERENCANAAN, KASUBBAG_UMUM)

IZIN: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "impor_rencana": ("Mengimpor rencana", (KASUBBAG_PERENCANAAN,)),
    "unggah": ("Mengunggah format data unit", (KEPALA_SEKSI, *_PENGOLAH)),
    "pilih_bacaan": ("Memilih bacaan sebuah sel", (KEPALA_SEKSI, *_PENGOLAH)),
    "terima_penjelasan": ("Menerima penjelasan temuan", (KASUBBAG_PERENCANAAN,)),
    "lihat_unit": ("Melihat kiriman dan bukti unit", (KEPALA_SEKSI, *_PENGOLAH, SEKRETARIS, CAMAT)),
    "unggah_bukti": ("Mengunggah bukti dukung", (KEPALA_SEKSI, *_PENGOLAH)),
    "tarik_bukti": ("Menarik bukti dukung", (KEPALA_SEKSI, *_PENGOLAH)),
    "atur_permintaan": ("Mengatur surat dan tenggat permintaan data", (KASUBBAG_PERENCANAAN,)),
    "catat_arsip": ("Mencatat arsip", (KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, SEKRETARIS)),
    "atur_acuan": ("Mengubah pengaturan dan data acuan", (KASUBBAG_PERENCANAAN, PENGELOLA)),
    "atur_pejabat": ("Mengubah pejabat", (KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, PENGELOLA)),
    "atur_akun": ("Mengatur akun dan penugasan", (PENGELOLA,)),
    "buat_cadangan": ("Membuat dan mengunduh cadangan", (PENGELOLA,)),
    "lihat_kantor": ("Melihat evaluasi dan mengekspor", (*_SEMUA, PENGELOLA)),
    "periksa_jejak": ("Memeriksa jejak", (*_SEMUA, PENGELOLA)),
}
"""By izin: what it is called, and the peran that have it. A kepala_seksi has it for the own unit only."""
MENURUT_UNIT: Final = frozenset({"pilih_bacaan", "lihat_unit", "unggah_bukti", "tarik_bukti"})
"""What is done with the data of a unit: who is confined to one has it for that unit, never for an unnamed one.

A file may be put on record before anybody knows of which unit it is: it brings no figure.
"""


class TidakBerhak(Exception):
    """The peran of who asks does not allow it; the message is the sentence for who asked."""


@dataclass(frozen=True)
class Tindakan:
    """What somebody wants to do: an izin of the table, on what, with what the log shall say about it."""

    izin: str
    kode_pd: str
    objek: str
    waktu: datetime
    kode_unit: str | None = None
    rincian: Mapping[str, Any] = field(default_factory=dict)
    kunci: str | None = None
    mengubah: bool = True

    def peristiwa(self, pelaku: Pelaku, tugas: Tugas, aksi: str | None = None) -> Peristiwa:
        """The log entry of it."""
        return Peristiwa(
            self.kode_pd,
            pelaku.nama,
            aksi or self.izin,
            self.objek,
            {**self.rincian, **pelaku.tambahan},
            self.waktu,
            self.kunci,
            akun=pelaku.id_akun,
            sebagai=tugas.sebutan,
            mengubah=self.mengubah,
        )


def periksa_izin(penanya: Penanya, pelaku: Pelaku, tindakan: Tindakan) -> Tugas:
    """The penugasan under which this may be done, read from the store. Raises TidakBerhak."""
    nama, peran = IZIN[tindakan.izin]
    milik = baca_tugas(penanya, pelaku, tindakan.waktu.date())
    unit = tindakan.kode_unit
    if unit is None and tindakan.izin in MENURUT_UNIT:
        unit = ""
    tugas = pilih_tugas(milik, peran, tindakan.kode_pd, unit)
    if tugas is None:
        siapa = ", ".join(NAMA_PERAN[satu] for satu in peran)
        lain = KEPALA_SEKSI in peran and tindakan.kode_unit and any(satu.peran == KEPALA_SEKSI for satu in milik)
        raise TidakBerhak(f"{nama}{' untuk unit lain' if lain else ''} tidak termasuk tugas Anda. Yang dapat: {siapa}.")
    return tugas


def jaga_izin(gudang: Gudang, pelaku: Pelaku, tindakan: Tindakan) -> Tugas:
    """As `periksa_izin`, before a transaction; a refusal is logged. Raises TidakBerhak."""
    try:
        return periksa_izin(gudang, pelaku, tindakan)
    except TidakBerhak as tidak:
        catat_penolakan(gudang, pelaku, tindakan, str(tidak))
        raise


def catat_penolakan(gudang: Gudang, pelaku: Pelaku, tindakan: Tindakan, sebab: str) -> None:
    """Put a refusal on record."""
    peristiwa = Peristiwa(
        tindakan.kode_pd,
        pelaku.nama,
        f"tolak:{tindakan.izin}",
        tindakan.objek,
        {**tindakan.rincian, **pelaku.tambahan, "sebab": sebab, "kode_unit": tindakan.kode_unit},
        tindakan.waktu,
        akun=pelaku.id_akun,
        mengubah=False,
    )
    with gudang.transaksi(peristiwa):
        return


def catat_tindakan(tx: Transaksi, pelaku: Pelaku, tindakan: Tindakan, aksi: str | None = None) -> Tugas:
    """Inside a transaction: check the izin again and write the peristiwa. Raises TidakBerhak, SudahTercatat."""
    tugas = periksa_izin(tx, pelaku, tindakan)
    tx.catat(tindakan.peristiwa(pelaku, tugas, aksi))
    return tugas
