"""Evaluasi hasil Renstra: the columns of E.80 (Permendagri 86/2017) as one frozen result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from analytics.evaluasi.bacaan import Bacaan, LetakIndikator
from analytics.evaluasi.hasil import BarisIndikator
from analytics.evaluasi.hasil.renja import UangRenja
from analytics.evaluasi.hasil.renstra import BarisRenstra, EvaluasiRenstra, KinerjaRenstra, UangTahun
from analytics.evaluasi.inti import rata_ratakan
from analytics.evaluasi.penutup import Bahan, susun_penutup
from analytics.evaluasi.potongan import potong_unit
from analytics.evaluasi.renja import bahan_uang, simpul_tampil, tempat_simpul
from analytics.evaluasi.uang import susun_berjalan, susun_renja_uang, susun_tahun, tak_rinci


@dataclass(frozen=True)
class _BahanRenstra:
    bacaan: Bacaan
    tahun: Sequence[Mapping[str, UangTahun]]
    uang: Mapping[str, UangRenja]
    terbawah: frozenset[str]
    belum: frozenset[str]
    lain: Mapping[str, Sequence[LetakIndikator]]


def susun_renstra(bacaan: Bacaan, kode_unit: str | None = None) -> EvaluasiRenstra:
    """The tree over the years of the Renstra in force, as of a periode; no years when there is no Renstra."""
    bacaan = potong_unit(bacaan, kode_unit)
    bahan = _susun_bahan(bacaan, kode_unit)
    indikator = bacaan.letak_pohon(None, "renstra", kode_unit)
    tampil = simpul_tampil(bacaan.pohon, indikator, kode_unit)
    baris = tuple(_baris(bahan, kode, indikator) for kode in tampil if kode in indikator or _beruang(bahan, kode))
    terbawah = [simpul for simpul in baris if simpul.terbawah]
    pengaturan = bacaan.konteks.pengaturan
    kini = [
        kinerja.kini
        for simpul in baris
        for kinerja in simpul.kinerja
        if kinerja.kini is not None and (kode_unit is not None or kinerja.indikator.bagian_dari is None)
    ]
    return EvaluasiRenstra(
        keterangan=bacaan.keterangan_renstra,
        pengaturan=pengaturan,
        tahun=bacaan.tahun,
        baris=baris,
        penutup=susun_penutup(
            replace(_bahan_tahun(bahan, terbawah), tidak_dirinci=_tak_rinci(bahan, kode_unit)),
            _bahan_semua(bahan, terbawah),
            (
                (bacaan.indikator(letak), bacaan.narasi.get(letak, {}))
                for daftar in indikator.values()
                for letak in daftar
                if kode_unit is not None or bacaan.aturan[letak]["bagian_dari"] is None
            ),
            pengaturan,
        ),
        sd=rata_ratakan(
            (
                (kinerja.kini.keadaan, kinerja.kini.capaian)
                for simpul in terbawah
                for kinerja in simpul.kinerja
                if kinerja.kini is not None
            ),
            pengaturan,
        ),
        tercapai=sum(triwulan.tercapai is True for triwulan in kini),
        dinilai=sum(triwulan.tercapai is not None for triwulan in kini),
    )


def _susun_bahan(bacaan: Bacaan, kode_unit: str | None) -> _BahanRenstra:
    uang = bacaan.uang_terbaca
    tahun = bacaan.periode.tahun
    pohon, berjalan = bacaan.pohon, susun_berjalan(uang)
    pemegang = pohon.pemegang(uang.nilai(tahun, "pagu_renstra")) | pohon.pemegang(uang.nilai(tahun, "realisasi"))
    return _BahanRenstra(
        bacaan,
        [susun_tahun(uang, lalu) for lalu in bacaan.tahun],
        susun_renja_uang(uang, berjalan),
        pohon.terbawah(pemegang),
        berjalan.belum,
        bacaan.letak_lain(None, "renstra", kode_unit),
    )


def _tak_rinci(bahan: _BahanRenstra, kode_unit: str | None) -> Decimal:
    """The part of the pagu of the running year that the Renstra does not detail; none outside its years."""
    semua_tahun, kini = bahan.bacaan.tahun, bahan.bacaan.periode.tahun
    if kini not in semua_tahun:
        return Decimal(0)
    return tak_rinci(bahan.bacaan.pohon, bahan.tahun[semua_tahun.index(kini)], kode_unit)


def _uang(bahan: _BahanRenstra, uang: UangTahun, kode: str) -> UangTahun:
    """One year of a node; the running one with what the node itself reported."""
    berjalan = uang.tahun == bahan.bacaan.periode.tahun
    return replace(uang, laporan=bahan.uang[kode].kini.laporan) if berjalan else uang


def _beruang(bahan: _BahanRenstra, kode: str) -> bool:
    """Whether a node has its place: the part of a unit only where a year has money for it."""
    uang = (tahun[kode] for tahun in bahan.tahun)
    return not bahan.bacaan.pohon.bagian(kode) or any(u.pagu is not None or u.realisasi is not None for u in uang)


def _baris(bahan: _BahanRenstra, kode: str, indikator: Mapping[str, Sequence[LetakIndikator]]) -> BarisRenstra:
    simpul = bahan.bacaan.pohon.simpul[kode]
    return BarisRenstra(
        kode_simpul=simpul["kode_simpul"],
        tingkat=simpul["tingkat"],
        nama=simpul["nama"],
        nama_unit=bahan.bacaan.unit.get(simpul["kode_unit"] or ""),
        terbawah=kode in bahan.terbawah,
        pagu_akhir=bahan.uang[kode].target_renstra,
        uang=tuple(_uang(bahan, uang[kode], kode) for uang in bahan.tahun),
        kinerja=tuple(_kinerja(bahan.bacaan, letak) for letak in indikator.get(kode, ())),
        tempat=tempat_simpul(simpul, indikator),
        kinerja_lain=tuple(_kinerja(bahan.bacaan, letak) for letak in bahan.lain.get(kode, ())),
    )


def _kinerja(bacaan: Bacaan, letak: LetakIndikator) -> KinerjaRenstra:
    kode, periode = letak[1], bacaan.periode
    akhir = bacaan.akhir(kode)
    kini: BarisIndikator | None = bacaan.baris_indikator(*letak) if letak[0] == periode.tahun else None
    return KinerjaRenstra(
        indikator=bacaan.indikator(letak),
        kondisi_awal=bacaan.kondisi(kode, "kondisi_awal"),
        target_akhir=akhir.target,
        tahun=tuple(bacaan.tahun_renstra((tahun, kode)) for tahun in bacaan.tahun),
        agregasi_tahun=akhir.agregasi,
        kini=kini.pada(periode.triwulan) if kini else None,
    )


def _bahan_tahun(bahan: _BahanRenstra, terbawah: Sequence[BarisRenstra]) -> Bahan:
    tahun = bahan.bacaan.periode.tahun
    return Bahan(
        kinerja=[
            (hasil_tahun.keadaan, hasil_tahun.capaian)
            for simpul in terbawah
            for kinerja in simpul.kinerja
            for hasil_tahun in kinerja.tahun
            if hasil_tahun.tahun == tahun
        ],
        uang=[
            bahan_uang(bahan.bacaan, simpul, uang.terhitung, bahan.belum)
            for simpul in terbawah
            for uang in simpul.uang
            if uang.tahun == tahun
        ],
        seluruh=[
            setahun[kode].terhitung
            for nomor, setahun in zip(bahan.bacaan.tahun, bahan.tahun, strict=True)
            for kode in bahan.bacaan.pohon.puncak
            if nomor == tahun
        ],
    )


def _bahan_semua(bahan: _BahanRenstra, terbawah: Sequence[BarisRenstra]) -> Bahan:
    """Target and realisasi of the whole period up to now."""
    bacaan, tahun = bahan.bacaan, bahan.bacaan.periode.tahun
    semua = [kinerja.indikator.kode for simpul in terbawah for kinerja in simpul.kinerja]
    return Bahan(
        [(bacaan.tahun_renstra((tahun, kode)).keadaan, bacaan.akhir(kode).capaian) for kode in semua],
        [bahan_uang(bacaan, simpul, bahan.uang[simpul.kode_simpul].terhitung, bahan.belum) for simpul in terbawah],
        [bahan.uang[kode].terhitung for kode in bacaan.pohon.puncak],
    )
