"""A checked plan as rows of the store, inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from analytics.rencana.banding import AturanBaru, DokumenBaru, Isi, Selisih, Ubahan
from analytics.rencana.isi import (
    ElemenIkk,
    Identitas,
    Indikator,
    Nilai,
    Pagu,
    Riwayat,
    RiwayatAnggaran,
    Simpul,
    Standar,
    Target,
    Tautan,
    Unit,
)
from analytics.rencana.konteks import Konteks
from data.gudang import Transaksi

Baris = dict[str, Any]

TABEL_ISI: Final[Mapping[type, str]] = {
    Target: "target",
    Pagu: "pagu",
    Riwayat: "riwayat",
    RiwayatAnggaran: "riwayat_anggaran",
    Standar: "standar_nasional",
    Tautan: "tautan_rpjmd",
    ElemenIkk: "elemen_ikk",
}
"""The table of each kind of row that stands under a document."""


def simpan(tx: Transaksi, kode_pd: str, konteks: Konteks, selisih: Selisih, alasan: str | None) -> None:
    """Write everything that is new; `alasan` is kept with documents that are a revisi of a stored one."""
    _tambah_kode(tx, konteks, selisih, kode_pd)
    for ubahan in selisih.ubahan:
        _ubah(tx, ubahan, kode_pd, selisih.urutan)
    _geser(tx, konteks, selisih, kode_pd)
    _tambah_dokumen(tx, kode_pd, selisih, alasan)


def _tambah_kode(tx: Transaksi, konteks: Konteks, selisih: Selisih, kode_pd: str) -> None:
    if selisih.identitas is not None:
        tx.tambah("perangkat_daerah", [_baris_perangkat_daerah(selisih.identitas)])
    lama = konteks.tersimpan.rencana
    tx.tambah("unit", (_baris_unit(satu, kode_pd, n) for n, satu in enumerate(selisih.unit, len(lama.unit) + 1)))
    tx.tambah("simpul", (_baris_simpul(satu, kode_pd, selisih.urutan[satu.kode]) for satu in selisih.simpul))
    mulai = len(lama.indikator) + 1
    tx.tambah(
        "indikator",
        (_baris_indikator(satu, kode_pd) | {"urutan": n} for n, satu in enumerate(selisih.indikator, mulai)),
    )
    tx.tambah("laporan_indikator", (baris for satu in selisih.indikator for baris in _baris_laporan(satu, kode_pd)))
    tx.tambah("aturan_indikator", (baris_aturan(satu, kode_pd) for satu in selisih.aturan))


def _baris_perangkat_daerah(satu: Identitas) -> Baris:
    """The attributes of an office as a row."""
    return {kunci: isi for kunci, isi in asdict(satu).items() if kunci != "asal"}


def _baris_unit(satu: Unit, kode_pd: str, urutan: int) -> Baris:
    return {
        "kode_pd": kode_pd,
        "kode_unit": satu.kode,
        "nama": satu.nama,
        "jenis": satu.jenis,
        "anggaran_semua": satu.anggaran_semua,
        "urutan": urutan,
    }


def _baris_simpul(satu: Simpul, kode_pd: str, urutan: int) -> Baris:
    return {
        "kode_pd": kode_pd,
        "kode_simpul": satu.kode,
        "tingkat": satu.tingkat,
        "kode_induk": satu.induk,
        "nama": satu.nama,
        "kode_unit": satu.unit,
        "urutan": urutan,
    }


def _baris_indikator(satu: Indikator, kode_pd: str) -> Baris:
    return {
        "kode_pd": kode_pd,
        "kode_indikator": satu.kode,
        "kode_simpul": satu.simpul,
        "nama": satu.nama,
        "satuan": satu.satuan,
        "kode_unit": satu.unit,
        "definisi": satu.definisi,
        "sumber_data": satu.sumber_data,
    }


def _baris_laporan(satu: Indikator, kode_pd: str) -> list[Baris]:
    return [{"kode_pd": kode_pd, "kode_indikator": satu.kode, "laporan": laporan} for laporan in satu.laporan]


def baris_aturan(satu: AturanBaru, kode_pd: str) -> Baris:
    """A rule of one year as a row."""
    isi = asdict(satu.aturan)
    baris = {kunci: isi[kunci] for kunci in isi if kunci not in {"kode", "mulai", "asal"}}
    return baris | {"kode_pd": kode_pd, "kode_indikator": satu.aturan.kode, "tahun": satu.tahun, "revisi": satu.revisi}


def _ubah(tx: Transaksi, ubahan: Ubahan, kode_pd: str, urutan: Mapping[str, int]) -> None:
    baru = ubahan.baru
    match baru:
        case Identitas():
            isi = _baris_perangkat_daerah(baru)
            tx.jalankan("ubah_perangkat_daerah", **isi)
            tx.jalankan("betulkan_sebutan_kantor", **{kunci: isi[kunci] for kunci in isi if kunci != "contoh"})
        case Unit():
            isi = _baris_unit(baru, kode_pd, 0)
            tx.jalankan("ubah_unit", **{kunci: nilai for kunci, nilai in isi.items() if kunci != "urutan"})
            tx.jalankan("betulkan_sebutan_unit", kode_pd=kode_pd, kode_unit=baru.kode, nama=baru.nama)
        case Simpul():
            _ubah_simpul(tx, baru, kode_pd, urutan)
        case Indikator():
            tx.jalankan("ubah_indikator", **_baris_indikator(baru, kode_pd))
            _ubah_laporan(tx, ubahan, baru, kode_pd)


def _ubah_simpul(tx: Transaksi, satu: Simpul, kode_pd: str, urutan: Mapping[str, int]) -> None:
    isi = _baris_simpul(satu, kode_pd, urutan[satu.kode])
    tx.jalankan("ubah_simpul", **{kunci: nilai for kunci, nilai in isi.items() if kunci != "tingkat"})


def _ubah_laporan(tx: Transaksi, ubahan: Ubahan, baru: Indikator, kode_pd: str) -> None:
    lama = ubahan.lama.laporan if isinstance(ubahan.lama, Indikator) else ()
    for laporan in lama:
        if laporan not in baru.laporan:
            tx.jalankan("hapus_laporan_indikator", kode_pd=kode_pd, kode_indikator=baru.kode, laporan=laporan)
    tx.tambah("laporan_indikator", (b for b in _baris_laporan(baru, kode_pd) if b["laporan"] not in lama))


def _geser(tx: Transaksi, konteks: Konteks, selisih: Selisih, kode_pd: str) -> None:
    """Move stored nodes to their new place in the tree where new ones came in between."""
    sudah = {satu.kode for satu in selisih.ubahan}
    for nomor, satu in enumerate(konteks.tersimpan.rencana.simpul, 1):
        if selisih.urutan[satu.kode] != nomor and satu.kode not in sudah:
            _ubah_simpul(tx, satu, kode_pd, selisih.urutan)


def _tambah_dokumen(tx: Transaksi, kode_pd: str, selisih: Selisih, alasan: str | None) -> None:
    awal = int(tx.kueri("rencana_nomor", kode_pd=kode_pd)[0]["nomor"]) + 1
    tabel: dict[str, list[Baris]] = {nama: [] for nama in TABEL_ISI.values()}
    for nomor, satu in enumerate(selisih.dokumen, awal):
        tx.tambah("rencana", [_baris_dokumen(satu, kode_pd, nomor, alasan)])
        for isi in satu.isi:
            tabel[TABEL_ISI[type(isi)]].append({"kode_pd": kode_pd, "id_rencana": nomor} | _baris_isi(isi))
    for nama, baris in tabel.items():
        tx.tambah(nama, baris)


def _baris_dokumen(satu: DokumenBaru, kode_pd: str, nomor: int, alasan: str | None) -> Baris:
    dokumen = satu.dokumen
    return {
        "kode_pd": kode_pd,
        "id_rencana": nomor,
        "kode_dokumen": dokumen.kode,
        "jenis": dokumen.jenis,
        "tahun_awal": dokumen.tahun_awal,
        "tahun_akhir": dokumen.tahun_akhir,
        "ke": dokumen.ke,
        "revisi": satu.revisi,
        "tanggal": dokumen.tanggal,
        "dokumen": dokumen.nama,
        "alasan": alasan if satu.revisi else dokumen.alasan,
    }


def _baris_isi(satu: Isi) -> Baris:
    """The columns of one row under a document, without its office and document."""
    match satu:
        case Target():
            return {"kode_indikator": satu.indikator, "tahun": satu.tahun, "triwulan": satu.triwulan} | (
                _baris_nilai(satu.nilai) | _baris_asal(satu)
            )
        case Pagu():
            return {"kode_simpul": satu.simpul, "tahun": satu.tahun, "rupiah": satu.rupiah} | _baris_asal(satu)
        case Riwayat():
            isi = {"kode_indikator": satu.indikator, "jenis": satu.jenis, "tahun": satu.tahun, "sumber": satu.sumber}
            return isi | {"nilai": satu.nilai.nilai, "peringkat": satu.nilai.peringkat} | _baris_asal(satu)
        case RiwayatAnggaran():
            isi = {"kode_simpul": satu.simpul, "tahun": satu.tahun, "rupiah": satu.rupiah, "sumber": satu.sumber}
            return isi | _baris_asal(satu)
        case Standar():
            isi = {"kode_indikator": satu.indikator, "tahun": satu.tahun}
            return isi | {"nilai": satu.nilai, "sumber": satu.sumber}
        case Tautan():
            isi = {"kode_indikator": satu.indikator, "tahun": satu.tahun} | _baris_nilai(satu.nilai)
            return isi | {"program_prioritas": satu.program_prioritas, "indikator_rpjmd": satu.indikator_rpjmd}
        case ElemenIkk():
            isi = {"kode_indikator": satu.indikator, "elemen": satu.elemen, "kode_ikk": satu.kode_ikk}
            return isi | {"nama_ikk": satu.nama_ikk, "rumus_ikk": satu.rumus_ikk}


def _baris_nilai(nilai: Nilai) -> Baris:
    return {"nilai": nilai.nilai, "bawah": nilai.bawah, "atas": nilai.atas, "peringkat": nilai.peringkat}


def _baris_asal(satu: Target | Pagu | Riwayat | RiwayatAnggaran) -> Baris:
    return {"lembar": satu.asal.lembar, "sel": satu.asal.sel}
