"""The import of a *rencana* workbook: read, checked, compared with the store, and stored whole or not at all.

What is stored is never overwritten: a document with other content becomes its next revisi, a rule its next revisi. Only
what describes a code (its name, parent, unit) is one row per code; such a change is asked about, and the old and new
words stand in the peristiwa.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from analytics.acuan import Penanya
from analytics.aturan import teks
from analytics.lembar.catat.wewenang import Wewenang
from analytics.pembaca.baca import baca_buku
from analytics.rencana.baca import BacaanRencana, Pembuka, baca_rencana
from analytics.rencana.banding import DokumenBaru, Selisih, banding, temuan_selisih
from analytics.rencana.baris import Rencana
from analytics.rencana.konteks import KonteksRencana, Tersimpan, susun_konteks
from analytics.rencana.muat import muat_aturan, muat_rencana
from analytics.rencana.periksa import temuan_konteks, urutkan
from analytics.rencana.rekam import Rekaman
from analytics.rencana.simpan import TABEL_ISI, simpan
from analytics.temuan.butir import Temuan, ada_galat, catatan
from data.gudang import Gudang, Peristiwa, SudahTercatat, Transaksi

StatusImpor = Literal["tersimpan", "sudah_diimpor", "perlu_alasan", "ditolak"]


@dataclass(frozen=True)
class PutusanImpor:
    """What became of a workbook.

    `tersimpan`: stored. `sudah_diimpor`: the same bytes, or the same content, are in the store; nothing was written.
    `perlu_alasan`: nothing stored yet, the peringatan need a reason. `ditolak`: galat, only the refusal is stored.
    `jumlah` counts what was added, by kind; `dokumen` names the versions that were stored.
    """

    status: StatusImpor
    pesan: str
    temuan: tuple[Temuan, ...]
    kode_pd: str | None = None
    jumlah: Mapping[str, int] | None = None
    dokumen: tuple[str, ...] = ()


class _DataBerubah(Exception):
    """Somebody else wrote between the check and the write: check again."""


@dataclass(frozen=True)
class _PermintaanImpor:
    isi: bytes
    nama_berkas: str
    wewenang: Wewenang
    waktu: datetime
    alasan: str | None

    @property
    def oleh(self) -> str:
        return self.wewenang.nama

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.isi).hexdigest()

    @property
    def kunci(self) -> str:
        return f"impor_rencana:{self.sha256}"


def impor_rencana(
    gudang: Gudang,
    isi: bytes,
    nama_berkas: str,
    oleh: str | Wewenang,
    waktu: datetime,
    alasan: str | None = None,
    *,
    buka: Pembuka = baca_buku,
) -> PutusanImpor:
    """Import a workbook in one transaction with its original bytes, findings and peristiwa.

    `alasan` is the importer's reason for accepting every peringatan; `buka` may keep one reading child for many files.
    Never raises for the file's sake, only what a Wewenang raises.
    """
    nama = teks.nama_berkas(nama_berkas)
    minta = _PermintaanImpor(isi, nama, Wewenang.dari(oleh), waktu, teks.sebaris(alasan or "") or None)
    sudah = _sudah(gudang, minta)
    if sudah is not None:
        return sudah
    bacaan = baca_rencana(isi, buka)
    while True:
        try:
            return _putuskan(gudang, minta, bacaan)
        except (_DataBerubah, SudahTercatat):
            sudah = _sudah(gudang, minta)
            if sudah is not None:
                return sudah


def _sudah(gudang: Gudang, minta: _PermintaanImpor) -> PutusanImpor | None:
    for baris in gudang.kueri("peristiwa_kunci", kunci=minta.kunci):
        saat = f"{baris['waktu']:%d/%m/%Y %H:%M}"
        pesan = f"Berkas ini sudah diimpor pada {saat} oleh {baris['oleh']}; tidak ada yang ditulis."
        return PutusanImpor("sudah_diimpor", pesan, (), baris["kode_pd"])
    return None


def _putuskan(gudang: Gudang, minta: _PermintaanImpor, bacaan: BacaanRencana) -> PutusanImpor:
    versi = gudang.versi_data()
    konteks = susun_konteks(bacaan, muat_tersimpan(gudang, bacaan.rencana), muat_skala(gudang))
    temuan = temuan_konteks(konteks, bacaan.temuan)
    identitas = konteks.rencana.identitas
    if ada_galat(temuan) or identitas is None:
        return _tolak(gudang, minta, temuan, identitas.kode_pd if identitas else None)
    selisih = banding(konteks)
    if selisih.kosong:
        pesan = "Isi berkas ini sama dengan yang sudah tersimpan; tidak ada yang ditulis."
        return PutusanImpor("sudah_diimpor", pesan, temuan, identitas.kode_pd)
    temuan = urutkan((*temuan, *temuan_selisih(selisih)))
    tanya = sum(butir.tingkat == "peringatan" for butir in temuan)
    if tanya and minta.alasan is None:
        pesan = f"Rencana dapat disimpan setelah {tanya} peringatan diberi alasan."
        return PutusanImpor("perlu_alasan", pesan, temuan, identitas.kode_pd, hitung(selisih))
    _simpan(gudang, minta, konteks, selisih, temuan, versi)
    dokumen = tuple(_sebut(dokumen_baru) for dokumen_baru in selisih.dokumen)
    return PutusanImpor("tersimpan", "Rencana tersimpan.", temuan, identitas.kode_pd, hitung(selisih), dokumen)


def _tolak(gudang: Gudang, minta: _PermintaanImpor, temuan: tuple[Temuan, ...], kode_pd: str | None) -> PutusanImpor:
    """Keep the refusal: its findings and the original bytes, once for the same bytes."""
    banyak = sum(butir.tingkat == "galat" for butir in temuan)
    rincian = {"nama_berkas": minta.nama_berkas, "sha256": minta.sha256, "galat": banyak} | minta.wewenang.tambahan
    kunci = f"tolak_rencana:{minta.sha256}"
    peristiwa = Peristiwa(kode_pd or "", minta.oleh, "tolak_rencana", minta.sha256, rincian, minta.waktu, kunci)
    try:
        with gudang.transaksi(minta.wewenang.bubuhi(peristiwa)) as tx:
            _tulis_berkas(tx, minta)
            tx.tambah("temuan", _baris_temuan(temuan, minta, kode_pd or "", "tolakan"))
            minta.wewenang.jaga(tx, kode_pd or "")
    except SudahTercatat:
        pass
    pesan = f"Rencana belum dapat disimpan: {banyak} hal harus dibetulkan lebih dulu."
    return PutusanImpor("ditolak", pesan, temuan, kode_pd)


def _tulis_berkas(tx: Transaksi, minta: _PermintaanImpor) -> None:
    if not tx.kueri("berkas_ada", sha256=minta.sha256):
        tx.tambah("berkas", [{"sha256": minta.sha256, "isi": minta.isi, "ukuran": len(minta.isi)}])


def _sebut(baru: DokumenBaru) -> str:
    return baru.dokumen.sebutan + (f" revisi {baru.revisi}" if baru.revisi else "")


def muat_tersimpan(gudang: Penanya, rencana: Rencana | None) -> Tersimpan:
    """What the store holds of the office of this plan; empty for an unknown one."""
    if rencana is None or rencana.identitas is None:
        return Tersimpan()
    kode_pd = rencana.identitas.kode_pd
    return Tersimpan(muat_rencana(gudang, kode_pd) or Rencana(), muat_aturan(gudang, kode_pd))


def muat_skala(gudang: Penanya) -> dict[str, frozenset[str]]:
    """The grades of every scale of the reference data."""
    hasil: dict[str, set[str]] = {}
    for baris in gudang.kueri("skala_ordinal"):
        hasil.setdefault(baris["skala"], set()).add(baris["peringkat"])
    return {skala: frozenset(peringkat) for skala, peringkat in hasil.items()}


def hitung(selisih: Selisih) -> dict[str, int]:
    """How many rows of each kind an import adds; `ubahan` counts changed descriptions."""
    di_bawahnya = [baris for dokumen in selisih.dokumen for baris in dokumen.isi]
    return {
        "perangkat_daerah": int(selisih.identitas is not None),
        "unit": len(selisih.unit),
        "simpul": len(selisih.simpul),
        "indikator": len(selisih.indikator),
        "aturan": len(selisih.aturan),
        "dokumen": len(selisih.dokumen),
        **{nama: sum(isinstance(baris, jenis) for baris in di_bawahnya) for jenis, nama in TABEL_ISI.items()},
        "ubahan": len(selisih.ubahan),
    }


def _simpan(
    gudang: Gudang,
    minta: _PermintaanImpor,
    konteks: KonteksRencana,
    selisih: Selisih,
    temuan: tuple[Temuan, ...],
    versi: int,
) -> None:
    identitas = konteks.rencana.identitas
    kode_pd = identitas.kode_pd if identitas else ""
    with gudang.transaksi(_peristiwa(minta, selisih, kode_pd)) as tx:
        if tx.kueri("versi_data")[0]["nomor"] != versi:
            raise _DataBerubah
        _tulis_berkas(tx, minta)
        simpan(tx, kode_pd, konteks, selisih, minta.alasan)
        tx.tambah("temuan", _baris_temuan(temuan, minta, kode_pd, "rencana"))
        minta.wewenang.jaga(tx, kode_pd)


def _peristiwa(minta: _PermintaanImpor, selisih: Selisih, kode_pd: str) -> Peristiwa:
    rincian = {
        "nama_berkas": minta.nama_berkas,
        "sha256": minta.sha256,
        "alasan": minta.alasan,
        "dokumen": [_sebut(dokumen) for dokumen in selisih.dokumen],
        "jumlah": hitung(selisih),
        "perubahan": [
            {"kode": ubahan.kode, "atribut": nama, "lama": lama, "baru": baru}
            for ubahan in selisih.ubahan
            for nama, (lama, baru) in ubahan.beda.items()
        ],
        **minta.wewenang.tambahan,
    }
    peristiwa = Peristiwa(kode_pd, minta.oleh, "impor_rencana", minta.sha256, rincian, minta.waktu, minta.kunci)
    return minta.wewenang.bubuhi(peristiwa)


def _baris_temuan(temuan: Iterable[Temuan], minta: _PermintaanImpor, kode_pd: str, objek: str) -> Iterator[Rekaman]:
    for nomor, butir in enumerate(temuan, 1):
        dijelaskan = objek == "rencana" and butir.tingkat == "peringatan"
        yield catatan(butir) | {
            "kode_pd": kode_pd,
            "objek": objek,
            "id_objek": minta.sha256,
            "nomor": nomor,
            "keadaan": "dijelaskan" if dijelaskan else "baru",
            "alasan": minta.alasan if dijelaskan else None,
        }
