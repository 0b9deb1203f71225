"""Evaluasi Renstra as a table of a screen: the tree over the years."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.aturan.periode import BELUM_WAKTUNYA, NAMA_KEADAAN, TERISI
from analytics.dokumen.tabel import BarisTabel, IsiTabel, Kolom, Tabel
from analytics.dokumen.tabel_evaluasi import baris_lain, judul_simpul, tabel_rujukan
from analytics.evaluasi.hasil import DI_UNIT_LAIN
from analytics.evaluasi.hasil.renstra import BarisRenstra, EvaluasiRenstra, KinerjaRenstra, UangTahun


def tabel_renstra(hasil: EvaluasiRenstra) -> Tabel:
    """The tree over the years: per year target, realisasi and rasio; K for indicators, Rp for nodes."""
    kolom = [
        Kolom("Sasaran, program, kegiatan, sub kegiatan, indikator", lebar=52),
        Kolom("Satuan", lebar=10),
        Kolom("Kondisi awal", "angka", lebar=12),
        Kolom("Target akhir", "angka", lebar=16),
    ]
    for tahun in hasil.tahun:
        kolom += [
            Kolom(f"Target {tahun}", "angka", lebar=16),
            Kolom(f"Realisasi {tahun}", "angka", lebar=16),
            Kolom(f"Rasio {tahun} (%)", "persen", lebar=11),
        ]
    kolom.append(Kolom("Keterangan", lebar=48))
    baris = tuple(baris_tabel for simpul in hasil.baris for baris_tabel in _baris_renstra(simpul, hasil))
    return Tabel(
        f"Evaluasi Renstra s/d {hasil.keterangan.periode.nama}",
        tuple(kolom),
        baris,
        "Belum ada Renstra untuk tahun ini.",
    )


def _baris_renstra(baris: BarisRenstra, hasil: EvaluasiRenstra) -> Iterator[BarisTabel]:
    if baris.tempat.rujukan:
        yield tabel_rujukan(baris, 5 + 3 * len(baris.uang))
        return
    uang: list[IsiTabel] = []
    for tahun in baris.uang:
        uang += [
            DI_UNIT_LAIN if tahun.di_lain else tahun.pagu,
            _realisasi(tahun, hasil.keterangan.periode.tahun),
            tahun.rasio,
        ]
    catatan = " ".join(tahun.catatan for tahun in baris.uang if tahun.catatan)
    nama = judul_simpul(baris.kode_simpul, baris.tingkat, baris.nama)
    yield BarisTabel((nama, "Rp", "", baris.pagu_akhir, *uang, catatan), baris.tingkat)
    for kinerja in baris.kinerja:
        yield _baris_kinerja_renstra(kinerja)
    for lain in baris.kinerja_lain:
        yield baris_lain(_baris_kinerja_renstra(lain), lain.indikator)


def _realisasi(uang: UangTahun, berjalan: int) -> IsiTabel:
    """Rp, or why there is none where some was planned."""
    if uang.realisasi is not None or not (uang.pagu or uang.belum_lapor or uang.di_lain):
        return uang.realisasi
    return NAMA_KEADAAN[BELUM_WAKTUNYA] if uang.belum_waktunya(berjalan) else uang.sebutan


def _baris_kinerja_renstra(kinerja: KinerjaRenstra) -> BarisTabel:
    tahunan: list[IsiTabel] = []
    for tahun in kinerja.tahun:
        realisasi = tahun.sebutan if tahun.keadaan != TERISI else tahun.realisasi
        tahunan += [tahun.target, realisasi, tahun.capaian]
    indikator = kinerja.indikator
    catatan = "; ".join(f"{tahun.tahun}: {tahun.sebut_tanda()}" for tahun in kinerja.tahun if tahun.sebut_tanda())
    awal = (indikator.nama, indikator.satuan, kinerja.kondisi_awal, kinerja.target_akhir)
    return BarisTabel((*awal, *tahunan, catatan), "masuk1", indikator.kode)
