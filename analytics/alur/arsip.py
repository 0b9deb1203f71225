"""The archive register that the SOP asks for: hard copy and soft copy of what was approved, signed and sent.

Entries are only added. What ought to be in it is offered from the log; who archives adds where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.alur.berkas_alur import BerkasTidakAda, Lampiran, semua_lampiran
from analytics.alur.lampiran import Berkas, periksa_lampiran
from analytics.aturan.periode import Periode, tulis_tanggal, tulis_waktu
from analytics.aturan.teks import bersihkan, sebaris
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.sop.izin import TidakBerhak, Tindakan, catat_tindakan, jaga_izin
from analytics.sop.langkah import JENIS_LAPORAN, SOP
from analytics.sop.objek import Objek
from analytics.sop.peran import Pelaku
from data.gudang import Gudang, SudahTercatat

PANJANG: Final = 300
"""Characters of uraian, nomor and tempat."""
_DITAWARKAN: Final = frozenset({"tanda_tangani", "input_satu_data", "serahkan_inspektorat"})
"""Moves whose papers belong into the archive beside those that were signed on paper."""
_KOLOM: Final = (
    Kolom("Uraian", lebar=34),
    Kolom("Langkah SOP", lebar=24),
    Kolom("Nomor dokumen", lebar=18),
    Kolom("Tanggal", lebar=14),
    Kolom("Hard copy (tempat)", lebar=18),
    Kolom("Soft copy (berkas)", lebar=22),
    Kolom("SHA-256 berkas", lebar=23),
    Kolom("Sidik snapshot", lebar=23),
    Kolom("Dicatat oleh", lebar=20),
    Kolom("Dicatat pada", lebar=16),
)


@dataclass(frozen=True)
class Arsip:
    """One entry: what, of which step, its nomor and tanggal, where it stands on paper, which file, which snapshot."""

    id_arsip: str
    objek: str
    langkah: int
    uraian: str
    nomor_dokumen: str | None
    tanggal: date
    tempat: str | None
    sha256: str | None
    nama_berkas: str | None
    sidik: str | None
    oleh: str
    dicatat_pada: datetime

    @property
    def rupa(self) -> str:
        """`hard copy dan soft copy`."""
        ada = [nama for nama, isi in (("hard copy", self.tempat), ("soft copy", self.sha256 or self.sidik)) if isi]
        return " dan ".join(ada)


@dataclass(frozen=True)
class Calon:
    """What ought to be archived: an entry that lacks only where it stands. `kunci` names it among the others."""

    objek: str
    langkah: int
    uraian: str
    nomor_dokumen: str
    tanggal: date
    sha256: str | None = None
    nama_berkas: str | None = None
    sidik: str | None = None

    @property
    def kunci(self) -> str:
        """The document and the content of the entry."""
        return f"{self.objek}:{self.sha256 or self.sidik}"


@dataclass(frozen=True)
class Pencatatan:
    """An entry as it is to be written; `berkas` is a file that comes with it, in place of that of the offer."""

    calon: Calon
    tempat: str = ""
    berkas: Berkas | None = None


@dataclass(frozen=True)
class Jawaban:
    """What became of an entry: whether it stands in the register, and the sentence for who wrote it."""

    berhasil: bool
    pesan: str


def daftar_arsip(penanya: Penanya, kode_pd: str) -> tuple[Arsip, ...]:
    """The register of an office, newest first."""
    return tuple(Arsip(**baris) for baris in penanya.kueri("arsip_daftar", kode_pd=kode_pd))


def tawaran(penanya: Penanya, kode_pd: str) -> tuple[Calon, ...]:
    """What was approved, signed or put on paper and does not stand in the register yet."""
    tercatat = {(satu.objek, isi) for satu in daftar_arsip(penanya, kode_pd) for isi in (satu.sha256, satu.sidik)}
    semua = (*_dari_snapshot(penanya, kode_pd), *_dari_lampiran(semua_lampiran(penanya, kode_pd)))
    return tuple(satu for satu in semua if (satu.objek, satu.sha256 or satu.sidik) not in tercatat)


def catat_arsip(gudang: Gudang, pelaku: Pelaku, kode_pd: str, isi: Pencatatan, waktu: datetime) -> Jawaban:
    """Add an entry. Refused without a place and a file, and to who may not archive; a repeat changes nothing."""
    salah = _periksa(isi, waktu.date()) or _tidak_dikenal(gudang, kode_pd, isi)
    if salah:
        return Jawaban(berhasil=False, pesan=salah)
    baris = _baris(kode_pd, pelaku, isi, waktu)
    kunci = f"arsip:{kode_pd}:{isi.calon.kunci}:{baris['tempat']}:{baris['sha256']}:{baris['uraian']}"
    rincian = {nama: baris[nama] for nama in ("uraian", "nomor_dokumen", "tempat", "sha256", "sidik")}
    tindakan = Tindakan("catat_arsip", kode_pd, isi.calon.objek, waktu, rincian=rincian, kunci=kunci, mengubah=False)
    try:
        jaga_izin(gudang, pelaku, tindakan)
        with gudang.transaksi() as tx:
            catat_tindakan(tx, pelaku, tindakan)
            baris["id_arsip"] = f"A-{len(tx.kueri('arsip_daftar', kode_pd=kode_pd)) + 1:05d}"
            if isi.berkas is not None and not tx.kueri("berkas_ada", sha256=isi.berkas.sha256):
                satu = isi.berkas
                tx.tambah("berkas", [{"sha256": satu.sha256, "isi": satu.isi, "ukuran": len(satu.isi)}])
            tx.tambah("arsip", [baris])
    except TidakBerhak as tidak:
        return Jawaban(berhasil=False, pesan=str(tidak))
    except SudahTercatat:
        return Jawaban(berhasil=True, pesan=f"Sudah tercatat: {baris['uraian']}.")
    return Jawaban(berhasil=True, pesan=f"Tercatat dengan nomor {baris['id_arsip']}: {baris['uraian']}.")


def ambil_arsip(gudang: Gudang, pelaku: Pelaku, kode_pd: str, id_arsip: str, waktu: datetime) -> Berkas:
    """The file of an entry, for who may see the office. Raises TidakBerhak, BerkasTidakAda."""
    jaga_izin(gudang, pelaku, Tindakan("lihat_kantor", kode_pd, f"arsip:{id_arsip}", waktu))
    baris = gudang.kueri("arsip_isi", kode_pd=kode_pd, id_arsip=id_arsip)
    if not baris:
        raise BerkasTidakAda(id_arsip)
    nama = baris[0]["nama_berkas"]
    return Berkas(nama, bytes(baris[0]["isi"]), nama.rsplit(".", 1)[-1])


def nama_langkah(langkah: int) -> str:
    """`8: Dokumen Data Capaian Kinerja yang sudah disetujui`."""
    return f"{langkah}: {SOP[langkah - 1].output}"


def tabel_arsip(arsip: tuple[Arsip, ...]) -> Tabel:
    """The register as it is shown, printed and downloaded."""
    baris = tuple(
        BarisTabel(
            (
                f"{satu.id_arsip}: {satu.uraian}",
                nama_langkah(satu.langkah),
                satu.nomor_dokumen,
                tulis_tanggal(satu.tanggal),
                satu.tempat,
                satu.nama_berkas,
                satu.sha256,
                satu.sidik,
                satu.oleh,
                tulis_waktu(satu.dicatat_pada),
            )
        )
        for satu in arsip
    )
    return Tabel("Register arsip", _KOLOM, baris, "Belum ada yang diarsipkan.")


def _dari_snapshot(penanya: Penanya, kode_pd: str) -> Iterator[Calon]:
    for satu in penanya.kueri("arsip_snapshot", kode_pd=kode_pd):
        periode = Periode(satu["tahun"], satu["triwulan"])
        ulang = f", revisi {satu['revisi']}" if satu["revisi"] > 1 else ""
        yield Calon(
            Objek.kompilasi(kode_pd, periode).id,
            8,
            f"Data capaian kinerja {periode.nama} yang disetujui{ulang}",
            satu["nomor"],
            satu["dibuat_pada"].date(),
            sidik=satu["sidik"],
        )


def _dari_lampiran(lampiran: tuple[Lampiran, ...]) -> Iterator[Calon]:
    for satu in lampiran:
        if satu.lembar_kertas or satu.aksi in _DITAWARKAN:
            yield Calon(
                satu.objek,
                satu.langkah,
                f"{satu.nama}: {_tentang(satu)}",
                satu.nomor_kertas,
                satu.tanggal_kertas or satu.diunggah_pada.date(),
                satu.sha256,
                satu.nama_berkas,
            )


def _tentang(satu: Lampiran) -> str:
    if satu.triwulan:
        return Periode(satu.tahun, satu.triwulan).nama
    jenis = satu.objek.rsplit(":", 1)[-1]
    return f"{JENIS_LAPORAN.get(jenis, jenis)} {satu.tahun}"


def _periksa(isi: Pencatatan, hari: date) -> str:
    calon = isi.calon
    if not sebaris(calon.uraian):
        return "Uraian arsip belum diisi."
    if calon.langkah not in range(1, len(SOP) + 1):
        return "Langkah SOP harus 1 sampai 12."
    if calon.tanggal > hari:
        return "Tanggal dokumen tidak boleh sesudah hari ini."
    if isi.berkas is not None and isinstance(periksa := periksa_lampiran(isi.berkas.nama, isi.berkas.isi), str):
        return periksa
    if not (isi.tempat.strip() or isi.berkas or calon.sha256 or calon.sidik):
        return "Sebut tempat hard copy (rak atau boks), atau lampirkan berkas soft copy."
    return ""


def _tidak_dikenal(penanya: Penanya, kode_pd: str, isi: Pencatatan) -> str:
    """A soft copy that the store does not have would be an entry of nothing."""
    calon = isi.calon
    if isi.berkas is None and calon.sha256 and not penanya.kueri("berkas_ada", sha256=calon.sha256):
        return "Berkas soft copy tidak ada di penyimpanan."
    snapshot = {satu["sidik"] for satu in penanya.kueri("arsip_snapshot", kode_pd=kode_pd)}
    return "Snapshot itu tidak ada di penyimpanan." if calon.sidik and calon.sidik not in snapshot else ""


def _baris(kode_pd: str, pelaku: Pelaku, isi: Pencatatan, waktu: datetime) -> dict[str, Any]:
    calon, berkas = isi.calon, isi.berkas
    return {
        "kode_pd": kode_pd,
        "objek": calon.objek,
        "langkah": calon.langkah,
        "uraian": _pendek(calon.uraian),
        "nomor_dokumen": _pendek(calon.nomor_dokumen) or None,
        "tanggal": calon.tanggal,
        "tempat": _pendek(isi.tempat) or None,
        "sha256": berkas.sha256 if berkas else calon.sha256,
        "nama_berkas": berkas.nama if berkas else calon.nama_berkas,
        "sidik": calon.sidik,
        "oleh": pelaku.nama,
        "dicatat_pada": waktu,
    }


def _pendek(teks: str) -> str:
    return sebaris(bersihkan(teks, PANJANG))
