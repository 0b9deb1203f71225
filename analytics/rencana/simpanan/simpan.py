"""A checked plan as rows of the store, inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from analytics.rencana.baris import BAGIAN_DOKUMEN, BarisRencana, IdentitasKantor, IndikatorRencana, SimpulPohon, Unit
from analytics.rencana.periksa.konteks import KonteksRencana
from analytics.rencana.simpanan.banding import AturanBaru, DokumenBaru, Selisih, Ubahan
from analytics.rencana.simpanan.rekam import Rekaman, ke_rekaman
from data.gudang import Transaksi

TABEL_ISI: Final = {jenis: jenis.TABEL for jenis in BAGIAN_DOKUMEN.values()}
"""The table of each kind of row that stands under a document."""


def simpan(tx: Transaksi, kode_pd: str, konteks: KonteksRencana, selisih: Selisih, alasan: str | None) -> None:
    """Write everything that is new; `alasan` is kept with documents that are a revisi of a stored one."""
    _tambah_kode(tx, konteks, selisih, kode_pd)
    for ubahan in selisih.ubahan:
        _ubah(tx, ubahan, kode_pd, selisih.urutan)
    _geser(tx, konteks, selisih, kode_pd)
    _tambah_dokumen(tx, kode_pd, selisih, alasan)


def _tambah_kode(tx: Transaksi, konteks: KonteksRencana, selisih: Selisih, kode_pd: str) -> None:
    if selisih.identitas is not None:
        tx.tambah("perangkat_daerah", [ke_rekaman(selisih.identitas)])
    lama = konteks.tersimpan.rencana
    tx.tambah("unit", (_baris_berurut(unit, kode_pd, n) for n, unit in enumerate(selisih.unit, len(lama.unit) + 1)))
    tx.tambah("simpul", (_baris_berurut(simpul, kode_pd, selisih.urutan[simpul.kode]) for simpul in selisih.simpul))
    mulai = len(lama.indikator) + 1
    tx.tambah(
        "indikator",
        (_baris_berurut(indikator, kode_pd, n) for n, indikator in enumerate(selisih.indikator, mulai)),
    )
    tx.tambah(
        "laporan_indikator", (baris for indikator in selisih.indikator for baris in _baris_laporan(indikator, kode_pd))
    )
    tx.tambah("aturan_indikator", (baris_aturan(aturan, kode_pd) for aturan in selisih.aturan))


def _baris_berurut(baris: BarisRencana, kode_pd: str, urutan: int) -> Rekaman:
    """A row of an office that keeps its place among the others."""
    return {"kode_pd": kode_pd, **ke_rekaman(baris), "urutan": urutan}


def _baris_laporan(indikator: IndikatorRencana, kode_pd: str) -> list[Rekaman]:
    return [{"kode_pd": kode_pd, "kode_indikator": indikator.kode, "laporan": laporan} for laporan in indikator.laporan]


def baris_aturan(baru: AturanBaru, kode_pd: str) -> Rekaman:
    """A rule of one year as a row."""
    return ke_rekaman(baru.aturan) | {"kode_pd": kode_pd, "tahun": baru.tahun, "revisi": baru.revisi}


def _ubah(tx: Transaksi, ubahan: Ubahan, kode_pd: str, urutan: Mapping[str, int]) -> None:
    baru = ubahan.baru
    rekaman = {"kode_pd": kode_pd, **ke_rekaman(baru)}
    match baru:
        case IdentitasKantor():
            tx.jalankan("ubah_perangkat_daerah", **rekaman)
            tx.jalankan("betulkan_sebutan_kantor", **{kunci: rekaman[kunci] for kunci in rekaman if kunci != "contoh"})
        case Unit():
            tx.jalankan("ubah_unit", **rekaman)
            tx.jalankan("betulkan_sebutan_unit", kode_pd=kode_pd, kode_unit=baru.kode, nama=baru.nama)
        case SimpulPohon():
            _ubah_simpul(tx, baru, kode_pd, urutan)
        case IndikatorRencana():
            tx.jalankan("ubah_indikator", **rekaman)
            _ubah_laporan(tx, ubahan, baru, kode_pd)


def _ubah_simpul(tx: Transaksi, simpul: SimpulPohon, kode_pd: str, urutan: Mapping[str, int]) -> None:
    rekaman = _baris_berurut(simpul, kode_pd, urutan[simpul.kode])
    tx.jalankan("ubah_simpul", **{kunci: nilai for kunci, nilai in rekaman.items() if kunci != "tingkat"})


def _ubah_laporan(tx: Transaksi, ubahan: Ubahan, baru: IndikatorRencana, kode_pd: str) -> None:
    lama = ubahan.lama.laporan if isinstance(ubahan.lama, IndikatorRencana) else ()
    for laporan in lama:
        if laporan not in baru.laporan:
            tx.jalankan("hapus_laporan_indikator", kode_pd=kode_pd, kode_indikator=baru.kode, laporan=laporan)
    tx.tambah("laporan_indikator", (b for b in _baris_laporan(baru, kode_pd) if b["laporan"] not in lama))


def _geser(tx: Transaksi, konteks: KonteksRencana, selisih: Selisih, kode_pd: str) -> None:
    """Move stored nodes to their new place in the tree where new ones came in between."""
    sudah = {ubahan.kode for ubahan in selisih.ubahan}
    for nomor, simpul in enumerate(konteks.tersimpan.rencana.simpul, 1):
        if selisih.urutan[simpul.kode] != nomor and simpul.kode not in sudah:
            _ubah_simpul(tx, simpul, kode_pd, selisih.urutan)


def _tambah_dokumen(tx: Transaksi, kode_pd: str, selisih: Selisih, alasan: str | None) -> None:
    awal = int(tx.kueri("rencana_nomor", kode_pd=kode_pd)[0]["nomor"]) + 1
    tabel: dict[str, list[Rekaman]] = {nama: [] for nama in TABEL_ISI.values()}
    for nomor, dokumen in enumerate(selisih.dokumen, awal):
        tx.tambah("rencana", [_baris_dokumen(dokumen, kode_pd, nomor, alasan)])
        for bagian in dokumen.isi:
            tabel[TABEL_ISI[type(bagian)]].append({"kode_pd": kode_pd, "id_rencana": nomor} | ke_rekaman(bagian))
    for nama, baris in tabel.items():
        tx.tambah(nama, baris)


def _baris_dokumen(baru: DokumenBaru, kode_pd: str, nomor: int, alasan: str | None) -> Rekaman:
    alasan_revisi = {"alasan": alasan} if baru.revisi else {}
    return ke_rekaman(baru.dokumen) | {"kode_pd": kode_pd, "id_rencana": nomor, "revisi": baru.revisi} | alasan_revisi
