"""Evaluasi hasil Renja: the columns of E.81 (Permendagri 86/2017) as one frozen result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.evaluasi.bacaan import Bacaan, LetakIndikator
from analytics.evaluasi.hasil import BarisIndikator, Penarikan, TempatSimpul, Terhitung
from analytics.evaluasi.hasil.renja import BarisRenja, EvaluasiRenja, KinerjaRenja, UangRenja
from analytics.evaluasi.hasil.renstra import BarisRenstra
from analytics.evaluasi.penutup import Bahan, BahanUang, susun_penutup
from analytics.evaluasi.potongan import potong_unit
from analytics.evaluasi.uang import Pohon, susun_berjalan, susun_renja_uang, tak_rinci
from data.gudang import Baris


@dataclass(frozen=True)
class _BahanRenja:
    bacaan: Bacaan
    uang: Mapping[str, UangRenja]
    terbawah: frozenset[str]
    belum: frozenset[str]
    lain: Mapping[str, Sequence[LetakIndikator]]


def susun_renja(bacaan: Bacaan, kode_unit: str | None = None) -> EvaluasiRenja:
    """The tree sasaran to sub kegiatan at the end of a periode, of the office or of one unit."""
    bacaan = potong_unit(bacaan, kode_unit)
    uang = bacaan.uang_terbaca
    berjalan = susun_berjalan(uang)
    terbawah = bacaan.pohon.terbawah(berjalan.pemegang)
    lain = bacaan.letak_lain(bacaan.periode.tahun, "renja", kode_unit)
    bahan = _BahanRenja(bacaan, susun_renja_uang(uang, berjalan), terbawah, berjalan.belum, lain)
    letak = bacaan.letak_pohon(bacaan.periode.tahun, "renja", kode_unit)
    indikator = {kode: [bacaan.baris_indikator(*milik) for milik in semua] for kode, semua in letak.items()}
    tampil = simpul_tampil(bacaan.pohon, indikator, kode_unit)
    baris = tuple(_baris(bahan, kode, indikator) for kode in tampil if kode in indikator or _beruang(bahan, kode))
    dirata = [simpul for simpul in baris if simpul.terbawah]
    return EvaluasiRenja(
        keterangan=bacaan.keterangan,
        pengaturan=bacaan.konteks.pengaturan,
        baris=baris,
        penutup=susun_penutup(
            replace(_bahan_berjalan(bahan, dirata), tidak_dirinci=tak_rinci(bacaan.pohon, berjalan.kini, kode_unit)),
            _bahan_renstra(bahan, dirata),
            (
                (kinerja.baris.indikator, kinerja.baris.narasi)
                for simpul in baris
                for kinerja in simpul.kinerja
                if kode_unit is not None or kinerja.baris.indikator.bagian_dari is None
            ),
            bacaan.konteks.pengaturan,
        ),
    )


def _beruang(bahan: _BahanRenja, kode: str) -> bool:
    """Whether a node has its place: the part of a unit only in a year in which it has money."""
    kini = bahan.uang[kode].kini
    return not bahan.bacaan.pohon.bagian(kode) or kini.pagu is not None or bool(kini.laporan)


def simpul_tampil(pohon: Pohon, indikator: Mapping[str, object], kode_unit: str | None) -> tuple[str, ...]:
    """The nodes that a form shows, in the order of the plan: all from sasaran down, or one unit's with those above."""
    layak = [kode for kode, simpul in pohon.simpul.items() if simpul["tingkat"] != "tujuan" or kode in indikator]
    if kode_unit is None:
        return tuple(layak)
    milik = {kode for kode, simpul in pohon.simpul.items() if simpul["kode_unit"] == kode_unit or kode in indikator}
    milik |= {atas for kode in milik for atas in pohon.di_atas(kode)}
    return tuple(kode for kode in layak if kode in milik)


def tempat_simpul(simpul: Baris, indikator: Mapping[str, object]) -> TempatSimpul:
    """Where a row of the tree stands; `indikator` has the nodes with indicators."""
    kinerja_di = simpul.get("kinerja_di", "") if simpul.get("utama") in indikator else ""
    return TempatSimpul(kinerja_di, rujukan="rujukan" in simpul, dirujuk="dirujuk" in simpul)


def _baris(bahan: _BahanRenja, kode: str, indikator: Mapping[str, Sequence[BarisIndikator]]) -> BarisRenja:
    simpul = bahan.bacaan.pohon.simpul[kode]
    return BarisRenja(
        kode_simpul=simpul["kode_simpul"],
        tingkat=simpul["tingkat"],
        nama=simpul["nama"],
        nama_unit=bahan.bacaan.unit.get(simpul["kode_unit"] or ""),
        terbawah=kode in bahan.terbawah,
        uang=bahan.uang[kode],
        kinerja=tuple(_kinerja(bahan.bacaan, baris) for baris in indikator.get(kode, ())),
        tempat=tempat_simpul(simpul, indikator),
        kinerja_lain=tuple(
            _kinerja(bahan.bacaan, bahan.bacaan.baris_indikator(*letak)) for letak in bahan.lain.get(kode, ())
        ),
    )


def _kinerja(bacaan: Bacaan, baris: BarisIndikator) -> KinerjaRenja:
    kode, periode = baris.indikator.kode, bacaan.periode
    akhir = bacaan.akhir(kode)
    lampau = bacaan.tahun_bernilai(kode, periode.tahun)
    return KinerjaRenja(
        baris=baris,
        target_renstra=akhir.target,
        realisasi_lalu=bacaan.sampai(kode, akhir.agregasi, periode.tahun - 1),
        tahun_realisasi_lalu=lampau[-1] if lampau else None,
        jumlah_tahun_lalu=len(lampau),
        kini=baris.pada(periode.triwulan),
        realisasi_sd=akhir.sampai,
        capaian_renstra=akhir.capaian,
        agregasi_tahun=akhir.agregasi,
        jalur=akhir.jalur,
        kurang_lalu=tuple(setahun.sebut_bertahun() for setahun in bacaan.tahun_kurang(kode, periode.tahun)),
    )


def bahan_uang(
    bacaan: Bacaan,
    simpul: BarisRenja | BarisRenstra,
    terhitung: Terhitung,
    belum: frozenset[str],
    penarikan: Penarikan | None = None,
) -> BahanUang:
    """What a row of the lowest level adds to the closing rows of money; `belum` are the nodes that did not report.

    Where units share it, those are named that did not report their part.
    """
    if terhitung.lengkap:
        return BahanUang(terhitung, (), penarikan)
    bagian = (bacaan.pohon.simpul[kode] for kode in bacaan.pohon.bagian_dari(simpul.kode_simpul) if kode in belum)
    nama = [(f"{simpul.nama} ({milik['nama']})", bacaan.unit.get(milik["kode_unit"])) for milik in bagian]
    return BahanUang(terhitung, nama or [(simpul.nama, simpul.nama_unit)], penarikan)


def _bahan_berjalan(bahan: _BahanRenja, terbawah: Sequence[BarisRenja]) -> Bahan:
    semua = [kinerja.kini for simpul in terbawah for kinerja in simpul.kinerja]
    return Bahan(
        kinerja=[(kini.keadaan, kini.capaian) for kini in semua],
        uang=[
            bahan_uang(bahan.bacaan, simpul, simpul.uang.kini.terhitung, bahan.belum, simpul.uang.kini.penarikan)
            for simpul in terbawah
        ],
        seluruh=[bahan.uang[kode].kini.terhitung for kode in bahan.bacaan.pohon.puncak],
        tahun=[(kini.keadaan, kini.capaian_tahun) for kini in semua],
    )


def _bahan_renstra(bahan: _BahanRenja, terbawah: Sequence[BarisRenja]) -> Bahan:
    return Bahan(
        kinerja=[(kinerja.kini.keadaan, kinerja.capaian_renstra) for simpul in terbawah for kinerja in simpul.kinerja],
        uang=[bahan_uang(bahan.bacaan, simpul, simpul.uang.terhitung, bahan.belum) for simpul in terbawah],
        seluruh=[bahan.uang[kode].terhitung for kode in bahan.bacaan.pohon.puncak],
    )
