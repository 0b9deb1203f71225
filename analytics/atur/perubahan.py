"""What every change of a setting has in common, and the one command that makes it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, ClassVar, Final

from analytics.acuan import Penanya, TidakSah
from analytics.aturan.periode import Periode, tulis_tanggal
from analytics.aturan.teks import alasan_sah
from analytics.sop.izin import TidakBerhak, Tindakan, catat_penolakan, jaga_izin, periksa_izin
from analytics.sop.peran import SEMUA_KANTOR, Pelaku
from data.gudang import Gudang, Peristiwa, Transaksi

AWALAN: Final = "atur:"
"""How the aksi of a change begins in the log."""
KOSONG: Final = "(belum ada)"
"""What stood there before when there was nothing."""


@dataclass(frozen=True)
class BedaAcuan:
    """What a change replaces by what, as people read it."""

    lama: str
    baru: str


@dataclass(frozen=True)
class CatatanPerubahan:
    """By whom and when, as rows of reference data keep it."""

    oleh: str
    waktu: datetime


@dataclass(frozen=True)
class Perubahan:
    """One change that somebody proposes. `jenis` names its kind in the log, `izin` who may make it.

    `angka`: whether capaian can change with it. `sekantor`: whether it reaches one office only, not the whole store.
    """

    jenis: ClassVar[str]
    izin: ClassVar[str] = "atur_acuan"
    angka: ClassVar[bool] = False
    sekantor: ClassVar[bool] = True

    alasan: str

    @property
    @abstractmethod
    def sebutan(self) -> str:
        """What is changed, as a phrase."""

    @property
    @abstractmethod
    def objek(self) -> str:
        """What is changed, as the log names it."""

    @property
    def sejak(self) -> date | None:
        """The first day on which it holds; None: from now on."""
        return None

    def menyentuh(self, periode: Periode) -> bool:  # noqa: ARG002 - most changes reach no figure
        """Whether figures of this periode can change."""
        return False

    def tanya(self, penanya: Penanya, kode_pd: str) -> tuple[str, ...]:  # noqa: ARG002 - most changes raise no question
        """What is unusual about it and should be thought over."""
        return ()

    @abstractmethod
    def tulis(self, tx: Transaksi, kode_pd: str, catatan: CatatanPerubahan) -> BedaAcuan:
        """Check it against the store and write its rows. Raises TidakSah, and then nothing may be committed."""


def simpan(
    gudang: Gudang, pelaku: Pelaku, kode_pd: str, perubahan: Perubahan, waktu: datetime, dilihat: int | None = None
) -> str:
    """Make a change and put it on record, in one transaction; the sentence that says so.

    `dilihat` is the number of the data at which it was previewed. Raises TidakBerhak and TidakSah; both are logged.
    """
    tindakan = Tindakan(perubahan.izin, kode_pd, perubahan.objek, waktu)
    jaga_izin(gudang, pelaku, tindakan)
    try:
        with gudang.transaksi() as tx:
            _jaga_versi(tx, dilihat)
            beda = coba_tulis(tx, kode_pd, perubahan, CatatanPerubahan(pelaku.nama, waktu))
            lengkap = replace(tindakan, rincian=_rincian(perubahan, beda))
            tugas = periksa_izin(tx, pelaku, lengkap)
            tx.catat(_peristiwa(lengkap.peristiwa(pelaku, tugas, f"{AWALAN}{perubahan.jenis}"), perubahan))
    except (TidakSah, TidakBerhak) as tidak:
        catat_penolakan(gudang, pelaku, tindakan, str(tidak))
        raise
    sejak = f" Berlaku sejak {tulis_tanggal(perubahan.sejak)}." if perubahan.sejak else ""
    return f"Tersimpan: {perubahan.sebutan}, dari {beda.lama} menjadi {beda.baru}.{sejak}"


def coba_tulis(tx: Transaksi, kode_pd: str, perubahan: Perubahan, catatan: CatatanPerubahan) -> BedaAcuan:
    """Write the rows of a change. Raises TidakSah without a reason, or when nothing would differ."""
    if alasan_sah(perubahan.alasan) is None:
        raise TidakSah("Tulis alasan perubahan ini; alasan tercatat bersama perubahannya.")
    beda = perubahan.tulis(tx, kode_pd, catatan)
    if beda.lama == beda.baru:
        raise TidakSah(f"{perubahan.sebutan} sudah {beda.baru}; tidak ada yang berubah.")
    return beda


def baris_dicatat(perubahan: Perubahan, catatan: CatatanPerubahan) -> dict[str, Any]:
    """The columns that say why, by whom and when."""
    return {"alasan": alasan_sah(perubahan.alasan), "oleh": catatan.oleh, "dicatat_pada": catatan.waktu}


def _jaga_versi(tx: Transaksi, dilihat: int | None) -> None:
    if dilihat is not None and int(tx.kueri("versi_data")[0]["nomor"]) != dilihat:
        raise TidakSah("Data berubah sejak akibatnya ditampilkan. Periksa lagi akibatnya, lalu simpan.")


def _peristiwa(peristiwa: Peristiwa, perubahan: Perubahan) -> Peristiwa:
    """The log entry, under every office where the change reaches them all; it says from which office it came."""
    if perubahan.sekantor:
        return peristiwa
    asal = {"untuk": "semua kantor", "oleh_kantor": peristiwa.kode_pd}
    return replace(peristiwa, kode_pd=SEMUA_KANTOR, rincian={**peristiwa.rincian, **asal})


def _rincian(perubahan: Perubahan, beda: BedaAcuan) -> Mapping[str, Any]:
    return {
        "perihal": perubahan.sebutan,
        "sejak": perubahan.sejak,
        "lama": beda.lama,
        "baru": beda.baru,
        "alasan": alasan_sah(perubahan.alasan),
    }
