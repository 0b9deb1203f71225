"""The papers on record: what came with the moves of the SOP, and how they are handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from analytics.acuan import Penanya
from analytics.alur.lampiran import BerkasLampiran
from analytics.sop.izin import Tindakan, jaga_izin
from analytics.sop.langkah import MENURUT_AKSI
from analytics.sop.objek import Objek
from analytics.sop.peran import Pelaku
from data.gudang import Baris, Gudang


class BerkasTidakAda(Exception):
    """The store has no such paper."""


@dataclass(frozen=True)
class LampiranDokumen:
    """One paper and the move that it came with. `lembar_kertas`: it is the scan of a signed sheet."""

    id_lampiran: str
    objek: str
    aksi: str
    sha256: str
    nama_berkas: str
    jenis: str
    ukuran: int
    oleh: str
    diunggah_pada: datetime
    revisi: int
    sebagai: str
    catatan: str
    nomor_kertas: str
    tanggal_kertas: date | None
    lembar_kertas: bool
    dokumen: str
    tahun: int
    triwulan: int
    langkah: int

    @property
    def nama(self) -> str:
        """The move as the table of steps names it."""
        return MENURUT_AKSI[self.aksi].nama


def daftar_lampiran(penanya: Penanya, objek: Objek) -> tuple[LampiranDokumen, ...]:
    """The papers of one document, newest first; none is ever replaced."""
    return tuple(map(_lampiran, penanya.kueri("lampiran_objek", kode_pd=objek.kode_pd, objek=objek.id)))


def semua_lampiran(penanya: Penanya, kode_pd: str) -> tuple[LampiranDokumen, ...]:
    """The papers of every document of an office, newest first."""
    return tuple(map(_lampiran, penanya.kueri("lampiran_kantor", kode_pd=kode_pd)))


def ambil_lampiran(gudang: Gudang, pelaku: Pelaku, kode_pd: str, id_lampiran: str, waktu: datetime) -> BerkasLampiran:
    """The bytes of a paper, for who may see the office. Raises TidakBerhak, BerkasTidakAda."""
    jaga_izin(gudang, pelaku, Tindakan("lihat_kantor", kode_pd, f"lampiran:{id_lampiran}", waktu))
    baris = gudang.kueri("lampiran_satu", kode_pd=kode_pd, id_lampiran=id_lampiran)
    if not baris:
        raise BerkasTidakAda(id_lampiran)
    return BerkasLampiran(baris[0]["nama_berkas"], bytes(baris[0]["isi"]), baris[0]["jenis"])


def _lampiran(baris: Baris) -> LampiranDokumen:
    kolom: dict[str, Any] = {nama: baris[nama] for nama in LampiranDokumen.__dataclass_fields__}
    kosong = {nama: kolom[nama] or "" for nama in ("sebagai", "catatan", "nomor_kertas")}
    return LampiranDokumen(**kolom | kosong | {"lembar_kertas": bool(kolom["lembar_kertas"])})
