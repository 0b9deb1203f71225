"""The small office of the document tests, taken through the SOP by its people up to an approval."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final

from analytics.alur.dilihat import baca_diperiksa, tegaskan_semua
from analytics.alur.lampiran import BerkasLampiran
from analytics.alur.perintah import HasilPerintah, Kertas, Perintah, terapkan
from analytics.aturan.periode import Periode
from analytics.beku.dokumen_disetujui import ambil_dokumen
from analytics.beku.fakta import sidik_isi
from analytics.beku.pembekuan import susun_cap
from analytics.beku.snapshot import Snapshot, buka_beku, daftar_snapshot, muat_snapshot
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM, UMUM, AkunContoh, semai_akun
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.formulir import evaluasi_semua
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from tests.alat.kantor_dokumen import PERIODE, isi_kantor
from tests.alat.kosong import gudang_berisi, gudang_dari
from tests.alat.toko import KODE_PD, peristiwa

WAKTU: Final = datetime(2026, 10, 12, 9, 0)
UNIT: Final = ("S1", "S2")
KERTAS: Final = Kertas("090/12", date(2026, 10, 12), BerkasLampiran("lembar.pdf", b"%PDF-1.4 lembar", "pdf"))


def pindah(gudang: Gudang, siapa: AkunContoh, aksi: str, objek: Objek, jam: float = 0, **isi: Any) -> HasilPerintah:
    """Apply one row to a document as it stands, which must succeed."""
    kepastian = tegaskan_semua(baca_diperiksa(gudang, objek, siapa.id_akun))
    perintah = Perintah(aksi, objek, baca_kedudukan(gudang, objek).versi, kepastian=kepastian, **isi)
    hasil = terapkan(gudang, siapa.pelaku, perintah, WAKTU + timedelta(hours=jam))
    assert hasil.berhasil, hasil.pesan
    return hasil


def kumpulkan(gudang: Gudang, periode: Periode = PERIODE, unit: tuple[str, ...] = UNIT) -> None:
    """Steps 1 to 5 for these units; their facts stand in the store already."""
    for kode in unit:
        objek = Objek.pengumpulan(KODE_PD, periode, kode)
        pindah(gudang, KASUBBAG, "susun_format", objek)
        pindah(gudang, KASUBBAG, "sampaikan_format", objek)
        pindah(gudang, UMUM, "bagikan_format", objek)
        pindah(gudang, UMUM, "kirim_titipan", objek, catatan="Diterima lewat surel", kerja=_tanpa_tambahan)
        pindah(gudang, UMUM, "himpun", objek)
        pindah(gudang, KASUBBAG, "verifikasi", objek)


def _tanpa_tambahan(_tx: object) -> Mapping[str, Any]:
    return {}


def serahkan(gudang: Gudang, periode: Periode = PERIODE, catatan: str = "") -> Objek:
    """Steps 6 and 7: compiled and supervised."""
    objek = Objek.kompilasi(KODE_PD, periode)
    pindah(gudang, KASUBBAG, "olah", objek, 1, catatan=catatan)
    pindah(gudang, SEKCAM, "supervisi", objek, 2, sidik_dilihat=sidik_isi(gudang, KODE_PD, periode))
    return objek


def setujui(gudang: Gudang, periode: Periode = PERIODE, *, kertas: bool = False) -> Snapshot:
    """Steps 6 to 8 of what has been collected; the snapshot that came of it."""
    objek = serahkan(gudang, periode, "Unit lain belum siap")
    dilihat = sidik_isi(gudang, KODE_PD, periode)
    if kertas:
        pindah(gudang, KASUBBAG, "setujui_kertas", objek, 3, sidik_dilihat=dilihat, kertas=KERTAS)
    else:
        pindah(gudang, CAMAT_CONTOH, "setujui", objek, 3, sidik_dilihat=dilihat)
    return _snapshot_terakhir(gudang)


def _snapshot_terakhir(gudang: Gudang) -> Snapshot:
    return muat_snapshot(gudang, KODE_PD, daftar_snapshot(gudang, KODE_PD)[0].nomor)


def kantor_terhimpun(unit: tuple[str, ...] = UNIT) -> Gudang:
    """The small office with triwulan III 2026 verified for these units."""
    return gudang_berisi(_himpun, unit)


def kantor_disetujui(*, kertas: bool = False, unit: tuple[str, ...] = UNIT) -> tuple[Gudang, Snapshot]:
    """The small office with triwulan III 2026 approved."""
    gudang = gudang_dari(_byte_disetujui(unit, kertas))
    return gudang, _snapshot_terakhir(gudang)


def _himpun(gudang: Gudang, unit: tuple[str, ...]) -> None:
    isi_kantor(gudang)
    semai_akun(gudang, WAKTU, KODE_PD)
    kumpulkan(gudang, unit=unit)


@cache
def _byte_disetujui(unit: tuple[str, ...], kertas: bool) -> bytes:
    gudang = kantor_terhimpun(unit)
    setujui(gudang, kertas=kertas)
    return tutup_berkas(gudang)


def tutup_berkas(gudang: Gudang) -> bytes:
    """The file of a store, which is closed."""
    gudang.tutup()
    assert gudang.jalur is not None
    return gudang.jalur.read_bytes()


def dokumen(snapshot: Snapshot) -> bytes:
    """The compiled workbook of a snapshot written anew, as for an approval whose bytes were not kept."""
    gudang = buka_beku(snapshot)
    cap = susun_cap(snapshot.isi, snapshot.sidik, snapshot.mentah)
    isi = susun_kompilasi(evaluasi_semua(gudang, KODE_PD, snapshot.periode, snapshot.isi["dokumen"]), cap)
    gudang.tutup()
    return isi


def tambah_fakta(gudang: Gudang, tabel: str, **isi: Any) -> None:
    """Write one row as a legal command would, with its peristiwa."""
    with gudang.transaksi(peristiwa("uji")) as tx:
        tx.tambah(tabel, [{"kode_pd": KODE_PD, **isi}])


@dataclass(frozen=True)
class Disetujui:
    """The small office with one correction, approved: its store file, the snapshot, and its document as stored."""

    gudang: bytes
    snapshot: Snapshot
    dokumen: bytes


@cache
def disetujui() -> Disetujui:
    """Made once for all tests of a process; nobody changes it."""
    gudang = kantor_terhimpun()
    tambah_fakta(gudang, "koreksi", **KOREKSI)
    snapshot = setujui(gudang)
    isi = ambil_dokumen(gudang, snapshot).isi
    return Disetujui(tutup_berkas(gudang), snapshot, isi)


KOREKSI: Final[Mapping[str, Any]] = {
    "id_koreksi": "koreksi-1",
    "nomor": 1,
    "id_kiriman": "S1-2026-3-v1",
    "tahun": 2026,
    "triwulan": 3,
    "jenis": "indikator",
    "kode": "IKU-12",
    "lama": "-1,41",
    "baru": "1,41",
    "nilai": Decimal("1.41"),
    "alasan": "Tanda minus salah ketik",
    "oleh": "Sekretaris Kecamatan (contoh)",
    "dikoreksi_pada": datetime(2026, 10, 12, 10, 30),
}
