"""Who may do what: the moves of the SOP and what else there is, as one question and as the guard of every command.

Peran and active flag are read from the store inside the transaction; a refusal is logged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.sop.langkah import MENURUT_AKSI
from analytics.sop.objek import Objek
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
_PEMERIKSA: Final = (KASUBBAG_PERENCANAAN, SEKRETARIS, CAMAT)


@dataclass(frozen=True)
class Izin:
    """One row: what it is called, and the `peran` that have it. A kepala_seksi has it for the own unit only.

    `data_unit`: it is done with the data of a unit, so who is confined to one never has it for an unnamed one. That a
    file is put on record before anybody knows of which unit it is brings no figure.
    """

    nama: str
    peran: tuple[str, ...]
    data_unit: bool = False


IZIN: Final[Mapping[str, Izin]] = {
    "impor_rencana": Izin(nama="Mengimpor rencana", peran=(KASUBBAG_PERENCANAAN,)),
    "unggah": Izin(nama="Mengunggah format data unit", peran=(KEPALA_SEKSI, *_PENGOLAH)),
    "isi_layar": Izin(nama="Mengisi data unit di layar", peran=(KEPALA_SEKSI, *_PENGOLAH), data_unit=True),
    "pilih_bacaan": Izin(nama="Memilih bacaan sebuah sel", peran=(KEPALA_SEKSI, *_PENGOLAH), data_unit=True),
    "tandai_dilihat": Izin(nama="Menandai baris kiriman yang dilihat", peran=(KASUBBAG_PERENCANAAN,)),
    "terima_penjelasan": Izin(nama="Menerima penjelasan temuan", peran=(KASUBBAG_PERENCANAAN,)),
    "lihat_unit": Izin(
        nama="Melihat kiriman dan bukti unit", peran=(KEPALA_SEKSI, *_PENGOLAH, SEKRETARIS, CAMAT), data_unit=True
    ),
    "unggah_bukti": Izin(nama="Mengunggah bukti dukung", peran=(KEPALA_SEKSI, *_PENGOLAH), data_unit=True),
    "tarik_bukti": Izin(nama="Menarik bukti dukung", peran=(KEPALA_SEKSI, *_PENGOLAH), data_unit=True),
    "atur_permintaan": Izin(nama="Mengatur surat dan tenggat permintaan data", peran=(KASUBBAG_PERENCANAAN,)),
    "catat_arsip": Izin(nama="Mencatat arsip", peran=(KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, SEKRETARIS)),
    "atur_acuan": Izin(nama="Mengubah pengaturan dan data acuan", peran=(KASUBBAG_PERENCANAAN, PENGELOLA)),
    "atur_pejabat": Izin(nama="Mengubah pejabat", peran=(KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, PENGELOLA)),
    "atur_akun": Izin(nama="Mengatur akun dan penugasan", peran=(PENGELOLA,)),
    "buat_cadangan": Izin(nama="Membuat dan mengunduh cadangan", peran=(PENGELOLA,)),
    "lihat_kantor": Izin(nama="Melihat evaluasi dan mengekspor", peran=(*_SEMUA, PENGELOLA)),
    "periksa_jejak": Izin(nama="Memeriksa jejak", peran=(*_SEMUA, PENGELOLA)),
}
"""What may be done beside the moves of the SOP."""
LIHAT: Final[Mapping[str, Izin]] = {
    "lihat_verifikasi": Izin(nama="Melihat verifikasi", peran=_PEMERIKSA),
    "lihat_kompilasi": Izin(nama="Melihat kompilasi", peran=(KASUBBAG_UMUM, *_PEMERIKSA)),
    "lihat_persetujuan": Izin(nama="Melihat supervisi dan persetujuan", peran=_PEMERIKSA),
    "lihat_satu_data": Izin(nama="Melihat pengisian Satu Data", peran=(ADMIN_SATU_DATA, *_PEMERIKSA)),
    "lihat_laporan": Izin(nama="Melihat Laporan Kinerja", peran=(KASUBBAG_UMUM, *_PEMERIKSA)),
    "lihat_arsip": Izin(nama="Melihat register arsip", peran=(KASUBBAG_UMUM, ADMIN_SATU_DATA, *_PEMERIKSA)),
    "lihat_pengaturan": Izin(nama="Melihat pengaturan", peran=(KASUBBAG_UMUM, PENGELOLA, *_PEMERIKSA)),
}
"""What no command asks for, only who draws the menu."""


class TidakBerhak(Exception):
    """The peran of who asks does not allow it; the message is the sentence for who asked."""


@dataclass(frozen=True)
class Sasaran:
    """What an act is about that is about no document: an office, and a unit of it when it is about one."""

    kode_pd: str
    kode_unit: str | None = None


def boleh(tugas: Iterable[Tugas], aksi: str, objek: Objek | Sasaran | None = None) -> bool:
    """Whether one of these penugasan allows `aksi`: a move of the SOP, an izin, or something to look at.

    Without an `objek` whether it does so anywhere. Whether the document stands where it can be moved is not asked.
    """
    return cari_tugas(tugas, aksi, objek) is not None


def cari_tugas(tugas: Iterable[Tugas], aksi: str, objek: Objek | Sasaran | None = None) -> Tugas | None:
    """The penugasan under which somebody may do it, None: may not. Raises KeyError for an aksi that nobody knows."""
    peran = peran_untuk(aksi)
    if objek is None:
        return next((milik for milik in tugas if milik.peran in peran), None)
    unit = objek.kode_unit or ("" if aksi in IZIN and IZIN[aksi].data_unit else None)
    return pilih_tugas(tugas, peran, objek.kode_pd, unit)


def peran_untuk(aksi: str) -> tuple[str, ...]:
    """The peran that may do it. Raises KeyError for an aksi that nobody knows."""
    if aksi in MENURUT_AKSI:
        return MENURUT_AKSI[aksi].oleh
    return (IZIN[aksi] if aksi in IZIN else LIHAT[aksi]).peran


def sebut_peran(aksi: str, sambung: str = ", ") -> str:
    """`Sekretaris Kecamatan, Camat`: who may do it."""
    return sambung.join(NAMA_PERAN[peran] for peran in peran_untuk(aksi))


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
    izin = IZIN[tindakan.izin]
    milik = baca_tugas(penanya, pelaku, tindakan.waktu.date())
    tugas = cari_tugas(milik, tindakan.izin, Sasaran(tindakan.kode_pd, tindakan.kode_unit))
    if tugas is None:
        lain = (
            KEPALA_SEKSI in izin.peran
            and tindakan.kode_unit
            and any(penugasan.peran == KEPALA_SEKSI for penugasan in milik)
        )
        raise TidakBerhak(
            f"{izin.nama}{' untuk unit lain' if lain else ''} tidak termasuk tugas Anda. "
            f"Yang dapat: {sebut_peran(tindakan.izin)}."
        )
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
    with gudang.transaksi(peristiwa_penolakan(pelaku, tindakan, sebab)):
        return


def peristiwa_penolakan(pelaku: Pelaku, tindakan: Tindakan, sebab: str) -> Peristiwa:
    """The log entry of a refusal."""
    return Peristiwa(
        tindakan.kode_pd,
        pelaku.nama,
        f"tolak:{tindakan.izin}",
        tindakan.objek,
        {**tindakan.rincian, **pelaku.tambahan, "sebab": sebab, "kode_unit": tindakan.kode_unit},
        tindakan.waktu,
        akun=pelaku.id_akun,
        mengubah=False,
    )


def catat_tindakan(tx: Transaksi, pelaku: Pelaku, tindakan: Tindakan, aksi: str | None = None) -> Tugas:
    """Inside a transaction: check the izin again and write the peristiwa. Raises TidakBerhak, SudahTercatat."""
    tugas = periksa_izin(tx, pelaku, tindakan)
    tx.catat(tindakan.peristiwa(pelaku, tugas, aksi))
    return tugas
