"""Evaluasi hasil Renja: the columns of E.81 (Permendagri 86/2017) as one frozen result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode
from analytics.evaluasi.hasil import BarisIndikator, BarisRenja, EvaluasiRenja, KinerjaRenja, UangRenja
from analytics.evaluasi.inti import Konteks, buka_konteks, susun_keterangan
from analytics.evaluasi.lintas import Lintas, baca_lintas
from analytics.evaluasi.penutup import Bahan, BahanUang, susun_penutup
from analytics.evaluasi.uang import Anggaran, Pohon, UangLintas, baca_anggaran, baca_uang_lintas, susun_pohon


@dataclass(frozen=True)
class _Bahan:
    konteks: Konteks
    lintas: Lintas
    pohon: Pohon
    anggaran: Anggaran
    uang_lintas: UangLintas
    unit: Mapping[str, str]


def evaluasi_renja(gudang: Penanya, kode_pd: str, periode: Periode, kode_unit: str | None = None) -> EvaluasiRenja:
    """The tree sasaran to sub kegiatan at the end of a periode, whole or one unit's part of it.

    Raises KantorTidakAda.
    """
    konteks = buka_konteks(gudang, kode_pd, periode)
    bahan = _baca(konteks)
    indikator = _indikator_per_simpul(bahan, kode_unit)
    tampil = simpul_tampil(bahan.pohon, indikator, kode_unit)
    baris = tuple(_baris(bahan, kode, indikator.get(kode, ())) for kode in tampil)
    terbawah = [satu for satu in baris if satu.terbawah]
    return EvaluasiRenja(
        keterangan=susun_keterangan(konteks, "renja"),
        pengaturan=konteks.pengaturan,
        baris=baris,
        penutup=susun_penutup(
            _bahan_berjalan(terbawah),
            _bahan_renstra(terbawah),
            (kinerja.baris for satu in baris for kinerja in satu.kinerja),
            konteks.pengaturan,
        ),
    )


def simpul_tampil(pohon: Pohon, indikator: Mapping[str, object], kode_unit: str | None) -> tuple[str, ...]:
    """The nodes that a form shows, in the order of the plan: all from sasaran down, or one unit's with those above."""
    layak = [kode for kode, isi in pohon.simpul.items() if isi["tingkat"] != "tujuan" or kode in indikator]
    if kode_unit is None:
        return tuple(layak)
    milik = {kode for kode, isi in pohon.simpul.items() if isi["kode_unit"] == kode_unit or kode in indikator}
    for kode in tuple(milik):
        induk = pohon.simpul[kode]["kode_induk"]
        while induk is not None:
            milik.add(induk)
            induk = pohon.simpul[induk]["kode_induk"]
    return tuple(kode for kode in layak if kode in milik)


def _baca(konteks: Konteks) -> _Bahan:
    lintas = baca_lintas(konteks)
    return _Bahan(
        konteks=konteks,
        lintas=lintas,
        pohon=susun_pohon(konteks.tanya("simpul")),
        anggaran=baca_anggaran(konteks, konteks.periode.tahun),
        uang_lintas=baca_uang_lintas(konteks, lintas.tahun),
        unit=konteks.nama_unit(),
    )


def _indikator_per_simpul(bahan: _Bahan, kode_unit: str | None) -> dict[str, tuple[BarisIndikator, ...]]:
    hasil: dict[str, tuple[BarisIndikator, ...]] = {}
    for baris in bahan.lintas.per_tahun[bahan.konteks.periode.tahun].values():
        indikator = baris.indikator
        if "renja" in indikator.laporan and kode_unit in (None, indikator.kode_unit):
            hasil[indikator.kode_simpul] = (*hasil.get(indikator.kode_simpul, ()), baris)
    return hasil


def _baris(bahan: _Bahan, kode: str, indikator: Iterable[BarisIndikator]) -> BarisRenja:
    simpul = bahan.pohon.simpul[kode]
    return BarisRenja(
        kode_simpul=kode,
        tingkat=simpul["tingkat"],
        nama=simpul["nama"],
        nama_unit=bahan.unit.get(simpul["kode_unit"] or ""),
        terbawah=bahan.pohon.terbawah(kode, bahan.anggaran.simpul(bahan.konteks.periode.triwulan)),
        uang=_uang(bahan, kode),
        kinerja=tuple(_kinerja(bahan.lintas, satu) for satu in indikator),
    )


def _uang(bahan: _Bahan, kode: str) -> UangRenja:
    periode = bahan.konteks.periode
    target = bahan.uang_lintas.pagu_sampai_akhir(bahan.pohon, kode)
    sampai = bahan.uang_lintas.realisasi_sampai(bahan.pohon, kode, periode.tahun)
    return UangRenja(
        target_renstra=target,
        realisasi_lalu=bahan.uang_lintas.realisasi_sampai(bahan.pohon, kode, periode.tahun - 1),
        kini=bahan.anggaran.uang(bahan.pohon, kode, periode.triwulan),
        realisasi_sd=sampai,
        tingkat_capaian=BahanUang(target, sampai).rasio,
    )


def _kinerja(lintas: Lintas, baris: BarisIndikator) -> KinerjaRenja:
    indikator, periode = baris.indikator, lintas.konteks.periode
    sampai = lintas.sampai_kini(indikator)
    akhir = lintas.target_akhir(indikator)
    lampau = [satu for satu in lintas.tahun if satu < periode.tahun and lintas.nilai_tahun(indikator.kode, satu).nilai]
    return KinerjaRenja(
        baris=baris,
        target_renstra=akhir,
        realisasi_lalu=lintas.sampai(indikator, periode.tahun - 1),
        tahun_realisasi_lalu=lampau[-1] if lampau else None,
        jumlah_tahun_lalu=len(lampau),
        kini=baris.pada(periode.triwulan),
        realisasi_sd=sampai,
        capaian_renstra=lintas.hitung(indikator, sampai, akhir),
    )


def _bahan_berjalan(terbawah: Sequence[BarisRenja]) -> Bahan:
    return Bahan(
        kinerja=[(isi.kini.keadaan, isi.kini.capaian) for satu in terbawah for isi in satu.kinerja],
        uang=[BahanUang(satu.uang.kini.pagu, satu.uang.kini.realisasi) for satu in terbawah],
        tahun=[(isi.kini.keadaan, isi.kini.capaian_tahun) for satu in terbawah for isi in satu.kinerja],
    )


def _bahan_renstra(terbawah: Sequence[BarisRenja]) -> Bahan:
    return Bahan(
        kinerja=[(isi.kini.keadaan, isi.capaian_renstra) for satu in terbawah for isi in satu.kinerja],
        uang=[BahanUang(satu.uang.target_renstra, satu.uang.realisasi_sd) for satu in terbawah],
    )
