"""The archive register that the SOP asks for: hard copy and soft copy of what was approved, signed and sent.

Entries are only added. What ought to be in it is offered from the log; who archives adds where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.alur.berkas_alur import BerkasTidakAda, LampiranDokumen, semua_lampiran
from analytics.alur.lampiran import BerkasLampiran, periksa_lampiran
from analytics.aturan.periode import Periode, tulis_tanggal, tulis_waktu
from analytics.aturan.teks import bersihkan, sebaris
from analytics.beku.snapshot import nama_dokumen
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
        ada = [nama for nama, letak in (("hard copy", self.tempat), ("soft copy", self.sha256 or self.sidik)) if letak]
        return " dan ".join(ada)


@dataclass(frozen=True)
class CalonArsip:
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

    calon: CalonArsip
    tempat: str = ""
    berkas: BerkasLampiran | None = None


@dataclass(frozen=True)
class Jawaban:
    """What became of an entry: whether it stands in the register, and the sentence for who wrote it."""

    berhasil: bool
    pesan: str


def daftar_arsip(penanya: Penanya, kode_pd: str) -> tuple[Arsip, ...]:
    """The register of an office, newest first."""
    return tuple(Arsip(**baris) for baris in penanya.kueri("arsip_daftar", kode_pd=kode_pd))


def tawaran(penanya: Penanya, kode_pd: str) -> tuple[CalonArsip, ...]:
    """What was approved, signed or put on paper and does not stand in the register yet."""
    tercatat = {
        (arsip.objek, sidik) for arsip in daftar_arsip(penanya, kode_pd) for sidik in (arsip.sha256, arsip.sidik)
    }
    semua = (*_dari_snapshot(penanya, kode_pd), *_dari_lampiran(semua_lampiran(penanya, kode_pd)))
    return tuple(calon for calon in semua if (calon.objek, calon.sha256 or calon.sidik) not in tercatat)


def catat_arsip(gudang: Gudang, pelaku: Pelaku, kode_pd: str, pencatatan: Pencatatan, waktu: datetime) -> Jawaban:
    """Add an entry. Refused without a place and a file, and to who may not archive; a repeat changes nothing."""
    salah = _periksa(pencatatan, waktu.date()) or _tidak_dikenal(gudang, kode_pd, pencatatan)
    if salah:
        return Jawaban(berhasil=False, pesan=salah)
    baris = _baris(kode_pd, pelaku, pencatatan, waktu)
    kunci = f"arsip:{kode_pd}:{pencatatan.calon.kunci}:{baris['tempat']}:{baris['sha256']}:{baris['uraian']}"
    rincian = {nama: baris[nama] for nama in ("uraian", "nomor_dokumen", "tempat", "sha256", "sidik")}
    tindakan = Tindakan(
        "catat_arsip", kode_pd, pencatatan.calon.objek, waktu, rincian=rincian, kunci=kunci, mengubah=False
    )
    try:
        jaga_izin(gudang, pelaku, tindakan)
        with gudang.transaksi() as tx:
            catat_tindakan(tx, pelaku, tindakan)
            baris["id_arsip"] = f"A-{len(tx.kueri('arsip_daftar', kode_pd=kode_pd)) + 1:05d}"
            if pencatatan.berkas is not None and not tx.kueri("berkas_ada", sha256=pencatatan.berkas.sha256):
                berkas = pencatatan.berkas
                tx.tambah("berkas", [{"sha256": berkas.sha256, "isi": berkas.isi, "ukuran": len(berkas.isi)}])
            tx.tambah("arsip", [baris])
    except TidakBerhak as tidak:
        return Jawaban(berhasil=False, pesan=str(tidak))
    except SudahTercatat:
        return Jawaban(berhasil=True, pesan=f"Sudah tercatat: {baris['uraian']}.")
    return Jawaban(berhasil=True, pesan=f"Tercatat dengan nomor {baris['id_arsip']}: {baris['uraian']}.")


def ambil_arsip(gudang: Gudang, pelaku: Pelaku, kode_pd: str, id_arsip: str, waktu: datetime) -> BerkasLampiran:
    """The file of an entry, for who may see the office. Raises TidakBerhak, BerkasTidakAda."""
    jaga_izin(gudang, pelaku, Tindakan("lihat_kantor", kode_pd, f"arsip:{id_arsip}", waktu))
    baris = gudang.kueri("arsip_isi", kode_pd=kode_pd, id_arsip=id_arsip)
    if not baris:
        raise BerkasTidakAda(id_arsip)
    nama = baris[0]["nama_berkas"]
    return BerkasLampiran(nama, bytes(baris[0]["isi"]), nama.rsplit(".", 1)[-1])


def nama_langkah(langkah: int) -> str:
    """`8: Dokumen Data Capaian Kinerja yang sudah disetujui`."""
    return f"{langkah}: {SOP[langkah - 1].output}"


def tabel_arsip(arsip: tuple[Arsip, ...]) -> Tabel:
    """The register as it is shown, printed and downloaded."""
    baris = tuple(
        BarisTabel(
            (
                f"{baris.id_arsip}: {baris.uraian}",
                nama_langkah(baris.langkah),
                baris.nomor_dokumen,
                tulis_tanggal(baris.tanggal),
                baris.tempat,
                baris.nama_berkas,
                baris.sha256,
                baris.sidik,
                baris.oleh,
                tulis_waktu(baris.dicatat_pada),
            )
        )
        for baris in arsip
    )
    return Tabel("Register arsip", _KOLOM, baris, "Belum ada yang diarsipkan.")


def _dari_snapshot(penanya: Penanya, kode_pd: str) -> Iterator[CalonArsip]:
    for snapshot in penanya.kueri("snapshot_semua", kode_pd=kode_pd):
        periode = Periode(snapshot["tahun"], snapshot["triwulan"])
        ulang = f", revisi {snapshot['revisi']}" if snapshot["revisi"] > 1 else ""
        yield CalonArsip(
            Objek.kompilasi(kode_pd, periode).id,
            8,
            f"Data capaian kinerja {periode.nama} yang disetujui{ulang}",
            snapshot["nomor"],
            snapshot["dibuat_pada"].date(),
            snapshot["dokumen"],
            nama_dokumen(snapshot["nomor"], disusun_ulang=False) if snapshot["dokumen"] else None,
            snapshot["sidik"],
        )


def _dari_lampiran(lampiran: tuple[LampiranDokumen, ...]) -> Iterator[CalonArsip]:
    for berkas in lampiran:
        if berkas.lembar_kertas or berkas.aksi in _DITAWARKAN:
            yield CalonArsip(
                berkas.objek,
                berkas.langkah,
                f"{berkas.nama}: {_tentang(berkas)}",
                berkas.nomor_kertas,
                berkas.tanggal_kertas or berkas.diunggah_pada.date(),
                berkas.sha256,
                berkas.nama_berkas,
            )


def _tentang(lampiran: LampiranDokumen) -> str:
    if lampiran.triwulan:
        return Periode(lampiran.tahun, lampiran.triwulan).nama
    jenis = lampiran.objek.rsplit(":", 1)[-1]
    return f"{JENIS_LAPORAN.get(jenis, jenis)} {lampiran.tahun}"


def _periksa(pencatatan: Pencatatan, hari: date) -> str:
    calon = pencatatan.calon
    if not sebaris(calon.uraian):
        return "Uraian arsip belum diisi."
    if calon.langkah not in range(1, len(SOP) + 1):
        return "Langkah SOP harus 1 sampai 12."
    if calon.tanggal > hari:
        return "Tanggal dokumen tidak boleh sesudah hari ini."
    if pencatatan.berkas is not None and isinstance(
        periksa := periksa_lampiran(pencatatan.berkas.nama, pencatatan.berkas.isi), str
    ):
        return periksa
    if not (sebaris(pencatatan.tempat) or pencatatan.berkas or calon.sha256 or calon.sidik):
        return "Sebut tempat hard copy (rak atau boks), atau lampirkan berkas soft copy."
    return ""


def _tidak_dikenal(penanya: Penanya, kode_pd: str, pencatatan: Pencatatan) -> str:
    """A soft copy that the store does not have would be an entry of nothing."""
    calon = pencatatan.calon
    if pencatatan.berkas is None and calon.sha256 and not penanya.kueri("berkas_ada", sha256=calon.sha256):
        return "Berkas soft copy tidak ada di penyimpanan."
    snapshot = {snapshot["sidik"] for snapshot in penanya.kueri("snapshot_semua", kode_pd=kode_pd)}
    return "Snapshot itu tidak ada di penyimpanan." if calon.sidik and calon.sidik not in snapshot else ""


def _baris(kode_pd: str, pelaku: Pelaku, pencatatan: Pencatatan, waktu: datetime) -> dict[str, Any]:
    calon, berkas = pencatatan.calon, pencatatan.berkas
    return {
        "kode_pd": kode_pd,
        "objek": calon.objek,
        "langkah": calon.langkah,
        "uraian": _pendek(calon.uraian),
        "nomor_dokumen": _pendek(calon.nomor_dokumen) or None,
        "tanggal": calon.tanggal,
        "tempat": _pendek(pencatatan.tempat) or None,
        "sha256": berkas.sha256 if berkas else calon.sha256,
        "nama_berkas": berkas.nama if berkas else calon.nama_berkas,
        "sidik": calon.sidik,
        "oleh": pelaku.nama,
        "dicatat_pada": waktu,
    }


def _pendek(teks: str) -> str:
    return sebaris(bersihkan(teks, PANJANG))
