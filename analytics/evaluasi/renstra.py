"""Evaluasi hasil Renstra: the columns of E.80 (Permendagri 86/2017) as one frozen result."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analytics.acuan import Penanya
from analytics.aturan.capaian import Capaian
from analytics.aturan.periode import Periode
from analytics.evaluasi.hasil import (
    BarisIndikator,
    BarisRenstra,
    EvaluasiRenstra,
    KinerjaRenstra,
    TahunRenstra,
    UangTahun,
)
from analytics.evaluasi.inti import Konteks, buka_konteks, susun_keterangan
from analytics.evaluasi.lintas import Lintas, baca_lintas
from analytics.evaluasi.penutup import Bahan, BahanUang, susun_penutup
from analytics.evaluasi.renja import simpul_tampil
from analytics.evaluasi.uang import Pohon, UangLintas, baca_uang_lintas, susun_pohon


@dataclass(frozen=True)
class _Bahan:
    konteks: Konteks
    lintas: Lintas
    pohon: Pohon
    uang: UangLintas


def evaluasi_renstra(gudang: Penanya, kode_pd: str, periode: Periode, kode_unit: str | None = None) -> EvaluasiRenstra:
    """The tree over the years of the Renstra in force, as of a periode; no years when there is no Renstra.

    Raises KantorTidakAda.
    """
    konteks = buka_konteks(gudang, kode_pd, periode)
    lintas = baca_lintas(konteks)
    bahan = _Bahan(konteks, lintas, susun_pohon(konteks.tanya("simpul")), baca_uang_lintas(konteks, lintas.tahun))
    indikator = _indikator_per_simpul(lintas, kode_unit)
    unit = konteks.nama_unit()
    baris = tuple(
        _baris(bahan, kode, indikator.get(kode, ()), unit.get(bahan.pohon.simpul[kode]["kode_unit"] or ""))
        for kode in simpul_tampil(bahan.pohon, indikator, kode_unit)
    )
    terbawah = [satu for satu in baris if satu.terbawah]
    return EvaluasiRenstra(
        keterangan=susun_keterangan(konteks, "renstra"),
        pengaturan=konteks.pengaturan,
        tahun=lintas.tahun,
        baris=baris,
        penutup=susun_penutup(
            _bahan_tahun(terbawah, periode.tahun),
            _bahan_semua(bahan, terbawah),
            (isi for daftar in indikator.values() for isi in daftar),
            konteks.pengaturan,
        ),
    )


def _indikator_per_simpul(lintas: Lintas, kode_unit: str | None) -> dict[str, tuple[BarisIndikator, ...]]:
    hasil: dict[str, tuple[BarisIndikator, ...]] = {}
    terbaru_dulu = sorted(lintas.per_tahun, reverse=True)
    semua = {kode: lintas.baris(kode) for tahun in terbaru_dulu for kode in lintas.per_tahun[tahun]}
    for baris in semua.values():
        if baris is None or "renstra" not in baris.indikator.laporan:
            continue
        if kode_unit not in (None, baris.indikator.kode_unit):
            continue
        simpul = baris.indikator.kode_simpul
        hasil[simpul] = (*hasil.get(simpul, ()), baris)
    return hasil


def _baris(bahan: _Bahan, kode: str, indikator: Iterable[BarisIndikator], nama_unit: str | None) -> BarisRenstra:
    simpul = bahan.pohon.simpul[kode]
    return BarisRenstra(
        kode_simpul=kode,
        tingkat=simpul["tingkat"],
        nama=simpul["nama"],
        nama_unit=nama_unit,
        terbawah=bahan.pohon.terbawah(kode, bahan.uang.simpul(bahan.konteks.periode.tahun)),
        pagu_akhir=bahan.uang.pagu_sampai_akhir(bahan.pohon, kode),
        uang=tuple(_uang_tahun(bahan, kode, tahun) for tahun in bahan.lintas.tahun),
        kinerja=tuple(_kinerja(bahan.lintas, satu) for satu in indikator),
    )


def _uang_tahun(bahan: _Bahan, kode: str, tahun: int) -> UangTahun:
    return UangTahun(
        tahun=tahun,
        pagu=bahan.pohon.jumlah(kode, bahan.uang.pagu.get(tahun, {})),
        realisasi=bahan.pohon.jumlah(kode, bahan.uang.realisasi.get(tahun, {})),
        lengkap=bahan.uang.lengkap(bahan.pohon, kode, tahun),
    )


def _kinerja(lintas: Lintas, baris: BarisIndikator) -> KinerjaRenstra:
    indikator = baris.indikator
    return KinerjaRenstra(
        indikator=indikator,
        kondisi_awal=lintas.kondisi(indikator.kode, "kondisi_awal"),
        target_akhir=lintas.target_akhir(indikator),
        tahun=tuple(_tahun(lintas, baris, tahun) for tahun in lintas.tahun),
    )


def _tahun(lintas: Lintas, baris: BarisIndikator, tahun: int) -> TahunRenstra:
    """One year by the rule of that year, which may differ from today's."""
    kode = baris.indikator.kode
    aturan = lintas.per_tahun.get(tahun, {}).get(kode, baris).indikator
    nilai, target = lintas.nilai_tahun(kode, tahun), lintas.target_tahun(kode, tahun)
    return TahunRenstra(
        tahun=tahun,
        target=target,
        realisasi=nilai.nilai,
        capaian=lintas.hitung(aturan, nilai.nilai, target),
        keadaan=nilai.keadaan,
        catatan=nilai.catatan,
    )


def _bahan_tahun(terbawah: Sequence[BarisRenstra], tahun: int) -> Bahan:
    return Bahan(
        kinerja=[
            (isi.keadaan, isi.capaian)
            for satu in terbawah
            for kinerja in satu.kinerja
            for isi in kinerja.tahun
            if isi.tahun == tahun
        ],
        uang=[BahanUang(isi.pagu, isi.realisasi) for satu in terbawah for isi in satu.uang if isi.tahun == tahun],
    )


def _bahan_semua(bahan: _Bahan, terbawah: Sequence[BarisRenstra]) -> Bahan:
    """Target and realisasi of the whole period up to now, by agregasi."""
    lintas, tahun = bahan.lintas, bahan.konteks.periode.tahun
    kinerja = [
        (lintas.nilai_tahun(isi.indikator.kode, tahun).keadaan, _capaian_akhir(lintas, isi))
        for satu in terbawah
        for isi in satu.kinerja
    ]
    sampai = [bahan.uang.realisasi_sampai(bahan.pohon, satu.kode_simpul, tahun) for satu in terbawah]
    uang = [BahanUang(satu.pagu_akhir, realisasi) for satu, realisasi in zip(terbawah, sampai, strict=True)]
    return Bahan(kinerja, uang)


def _capaian_akhir(lintas: Lintas, kinerja: KinerjaRenstra) -> Capaian:
    return lintas.hitung(kinerja.indikator, lintas.sampai_kini(kinerja.indikator), kinerja.target_akhir)
