"""Sheet Evaluasi Renstra: the columns of E.80 (Permendagri 86/2017) over the years of the Renstra."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from xlsxwriter.worksheet import Worksheet

from analytics.aturan.agregasi import AGREGASI_TAHUN
from analytics.aturan.capaian import Pengaturan
from analytics.aturan.periode import BELUM_WAKTUNYA, TERISI, TIDAK_DIRENCANAKAN
from analytics.aturan.rumus import ALASAN
from analytics.dokumen.buku import Buku
from analytics.dokumen.gaya import Cetak, atur_bagian, warnai_predikat
from analytics.dokumen.isi_kompilasi import LembarFormulir, RingkasanFormulir, SumberFormulir
from analytics.dokumen.keterangan import tulis_pemilik
from analytics.dokumen.lembar_pohon import (
    IsiPohon,
    baris_belum,
    baris_simpul,
    judul_formulir,
    sel_indikator_lain,
    tulis_pohon,
)
from analytics.dokumen.penutup import (
    FAKTOR,
    PENILAI,
    PENYUSUN,
    BarisNarasi,
    KolomRata,
    baris_dokumen,
    baris_sekurangnya,
    isi_banyak,
    isi_jumlah_uang,
    isi_predikat,
    isi_rasio_dirata,
    isi_rata,
    isi_rata_uang,
    label,
    label_banyak,
    label_jumlah,
    label_predikat,
    predikat_dicetak,
    tulis_narasi,
    tulis_penutup,
    tulis_tanda_tangan,
)
from analytics.dokumen.pohon import Cabang, KolomRasio, sel_jumlah, sel_rasio_pohon, sel_uang
from analytics.dokumen.renstra.kolom_renstra import susunan_renstra
from analytics.dokumen.sel import (
    Isi,
    Pembanding,
    Sel,
    dengan_rumus,
    kosong,
    pasang_capaian,
    pasang_nilai,
    pasang_target,
    rumus_agregasi,
    rupiah,
    sebutan,
    sel_dirata,
    strip,
    teks,
)
from analytics.dokumen.tata_letak import Susunan, TempatFormulir
from analytics.evaluasi.hasil import DI_UNIT_LAIN, TahunRenstra, masuk_hitungan
from analytics.evaluasi.hasil.renstra import BarisRenstra, EvaluasiRenstra, KinerjaRenstra, UangTahun

_NARASI: Final = (*FAKTOR, BarisNarasi("usulan_renja", "tindak_lanjut_renja"), BarisNarasi("usulan_renstra", ""))


def tulis_renstra(buku: Buku, lembar: Worksheet, hasil: EvaluasiRenstra, susunan: Susunan) -> RingkasanFormulir:
    """Write the sheet; the summary says nothing of it."""
    pohon = IsiPohon(
        lembar=LEMBAR.nama,
        judul=judul_formulir(
            "EVALUASI HASIL RENSTRA PERANGKAT DAERAH", hasil.pengaturan.teks["nomor_formulir_renstra"], hasil.keterangan
        ),
        keterangan=hasil.keterangan,
        simpul=hasil.baris,
        baris=lambda cabang, nomor: isi_simpul(cabang, nomor, hasil, berkode=susunan.ada("kode")),
        tanpa="Belum ada Renstra yang berlaku.",
    )
    tempat, kepala = tulis_pohon(buku, lembar, susunan, pohon)
    penutup, sesudah = _tutup(buku, lembar, hasil, tempat)
    cetak = Cetak(kepala, tempat.akhir - 1, penutup, susunan.bagian("unit"), sesudah)
    atur_bagian(buku.buku, lembar, susunan, cetak)
    return RingkasanFormulir()


def isi_simpul(cabang: Cabang[BarisRenstra], nomor: int, hasil: EvaluasiRenstra, *, berkode: bool = False) -> list[Isi]:
    """The rows of one node."""
    simpul, tahun, catatan = cabang.simpul, hasil.keterangan.periode.tahun, _catatan_uang(cabang.simpul.uang)
    keterangan = [
        *(_keterangan(kinerja, tahun) for kinerja in simpul.kinerja),
        *(tulis_pemilik(lain.indikator, _keterangan(lain, tahun)) for lain in simpul.kinerja_lain),
    ]
    if keterangan and catatan:
        keterangan[0] = "\n".join(bagian for bagian in (keterangan[0], catatan) if bagian)
    sel_kinerja = [
        *(_kinerja(kinerja, tahun, hasil.pengaturan, terbawah=simpul.terbawah) for kinerja in simpul.kinerja),
        *(
            {**_kinerja(lain, tahun, hasil.pengaturan, terbawah=False), **sel_indikator_lain(lain.indikator)}
            for lain in simpul.kinerja_lain
        ),
    ]
    baris = [{**sel, "keterangan": teks(tulisan)} for sel, tulisan in zip(sel_kinerja, keterangan, strict=True)]
    return baris_simpul(cabang, nomor, _uang(cabang, tahun), baris, catatan, berkode=berkode)


def _catatan_uang(uang: Sequence[UangTahun]) -> str:
    return "\n".join(tahun.catatan for tahun in uang if tahun.catatan)


def _kinerja(kinerja: KinerjaRenstra, berjalan: int, pengaturan: Pengaturan, *, terbawah: bool) -> Isi:
    sel_kolom: dict[str, Sel] = {
        "indikator": teks(f"{kinerja.indikator.nama} ({kinerja.indikator.satuan})"),
        **pasang_nilai("awal", kinerja.kondisi_awal, strip()),
        **_akhir(kinerja),
        "unit": teks(kinerja.indikator.nama_unit),
    }
    for tahun in kinerja.tahun:
        sel_kolom.update(_tahun(tahun, pengaturan))
        if terbawah and tahun.tahun == berjalan and masuk_hitungan(tahun.keadaan, tahun.capaian):
            sel_kolom["dirata"] = sel_dirata(tahun.capaian, f"c{tahun.tahun}_k", pengaturan)
    return sel_kolom


def _tahun(tahun: TahunRenstra, pengaturan: Pengaturan) -> Isi:
    target, realisasi = f"t{tahun.tahun}_k", f"r{tahun.tahun}_k"
    pembanding = Pembanding(realisasi, tahun.realisasi, target, tahun.target)
    return {
        **pasang_target(target, tahun.target),
        **pasang_nilai(realisasi, tahun.realisasi, sebutan(tahun.sebutan)),
        **pasang_capaian(f"c{tahun.tahun}_k", tahun.capaian, pembanding, pengaturan),
    }


def _akhir(kinerja: KinerjaRenstra) -> dict[str, Sel]:
    """Column 6: the yearly targets added up or the last of them, live where that makes it up."""
    sel_kolom = pasang_target("akhir_k", kinerja.target_akhir)
    bagian = [Fraction(tahun.target.nilai) for tahun in kinerja.tahun if tahun.target.nilai is not None]
    angka = kinerja.target_akhir.nilai
    agregasi = AGREGASI_TAHUN[kinerja.agregasi_tahun]
    if angka is None or kinerja.target_akhir.peringkat or not bagian or agregasi.hitung(bagian) != Fraction(angka):
        return sel_kolom
    rumus = rumus_agregasi(agregasi.kode, [f"t{tahun.tahun}_k" for tahun in kinerja.tahun])
    return {**sel_kolom, "akhir_k": dengan_rumus(sel_kolom["akhir_k"], rumus)}


def _uang(cabang: Cabang[BarisRenstra], berjalan: int) -> Isi:
    simpul = cabang.simpul
    sel_kolom: dict[str, Sel] = {
        "akhir_rp": sel_jumlah(
            simpul.pagu_akhir,
            {f"t{uang.tahun}_rp": uang.pagu for uang in simpul.uang},
            sebutan(DI_UNIT_LAIN) if any(uang.di_lain for uang in simpul.uang) else kosong(TIDAK_DIRENCANAKAN),
        )
    }
    for urut, uang in enumerate(simpul.uang):
        sel_kolom.update(_uang_tahun(cabang, urut, berjalan))
        if uang.tahun == berjalan:
            sel_kolom.update(isi_rasio_dirata(uang.rasio, f"c{berjalan}_rp", "rp_dirata", terbawah=simpul.terbawah))
            sel_kolom.update(_seluruh(uang, terbawah=simpul.terbawah))
    return sel_kolom


def _seluruh(uang: UangTahun, *, terbawah: bool) -> Isi:
    """What a lowest row adds to the whole pagu of its year: what no Renja of it planned adds nothing."""
    if not terbawah or not uang.terhitung.m:
        return {}
    sel = rupiah(uang.terhitung.seluruh)
    return {"rp_seluruh": dengan_rumus(sel, f"[t{uang.tahun}_rp]") if uang.terhitung.seluruh == uang.pagu else sel}


def _uang_tahun(cabang: Cabang[BarisRenstra], urut: int, berjalan: int) -> Isi:
    uang = cabang.simpul.uang[urut]
    target, realisasi = f"t{uang.tahun}_rp", f"r{uang.tahun}_rp"
    return {
        target: sel_uang(
            target,
            cabang,
            lambda simpul: simpul.uang[urut].pagu,
            sebutan(DI_UNIT_LAIN) if uang.di_lain else kosong(TIDAK_DIRENCANAKAN),
        ),
        realisasi: sel_uang(
            realisasi, cabang, lambda simpul: simpul.uang[urut].realisasi, _tanpa_realisasi(uang, berjalan)
        ),
        f"c{uang.tahun}_rp": sel_rasio_pohon(
            cabang,
            lambda simpul: simpul.uang[urut].terhitung,
            (uang.realisasi, uang.pagu),
            KolomRasio(realisasi, target, "rp_dirata" if uang.tahun == berjalan else ""),
        ),
    }


def _tanpa_realisasi(uang: UangTahun, berjalan: int) -> Sel:
    return kosong(BELUM_WAKTUNYA) if uang.belum_waktunya(berjalan) else sebutan(uang.sebutan)


def _keterangan(kinerja: KinerjaRenstra, berjalan: int) -> str:
    """Whose value it is, how far a running year is, why a year that has begun has no realisasi or no ratio."""
    semua = [tahun for tahun in kinerja.tahun if tahun.tahun <= berjalan]
    baris = [kinerja.indikator.sumber] if kinerja.indikator.sumber else []
    baris += [
        f"{tahun.tahun}: {tahun.sebut_tanda()}." for tahun in semua if tahun.sebut_tanda() and tahun.keadaan == TERISI
    ]
    baris += [
        f"{tahun.tahun}: {', '.join(kata for kata in (tahun.sebutan, tahun.catatan) if kata)}."
        for tahun in semua
        if tahun.keadaan != TERISI
    ]
    baris += [
        f"{tahun.tahun}: {ALASAN[tahun.capaian.alasan]}"
        for tahun in semua
        if tahun.capaian.alasan is not None and tahun.keadaan == TERISI and tahun.realisasi is not None
    ]
    return "\n".join(baris)


def _tutup(buku: Buku, lembar: Worksheet, hasil: EvaluasiRenstra, tempat: TempatFormulir) -> tuple[int, int]:
    """The closing rows, then narratives and signatures; returns the last row of either (from 0)."""
    susunan, tahun = tempat.susunan, hasil.keterangan.periode.tahun
    penutup = _penutup(hasil, tempat) if tahun in hasil.tahun else []
    sesudah = tulis_penutup(buku, lembar, susunan, tempat.rata, penutup)
    if penutup:
        rentang = f"{susunan.sel(f'c{tahun}_k', tempat.rata)}:{susunan.sel(f'c{tahun}_rp', sesudah - 1)}"
        warnai_predikat(buku.buku, lembar, rentang, hasil.pengaturan.skala)
    narasi = tulis_narasi(buku, lembar, susunan, hasil, sesudah - 1, _NARASI)
    tanda_tangan = tulis_tanda_tangan(buku, lembar, susunan, narasi + 1, hasil.pengaturan, LEMBAR.tanda_tangan)
    return sesudah - 2, tanda_tangan


def _penutup(hasil: EvaluasiRenstra, tempat: TempatFormulir) -> list[tuple[str, Isi]]:
    penutup, pengaturan, tahun = hasil.penutup, hasil.pengaturan, hasil.keterangan.periode.tahun
    dicetak = predikat_dicetak(hasil.keterangan, pengaturan)
    predikat_k, predikat_rp = (penutup.predikat_kinerja, penutup.predikat_serapan) if dicetak else (None, None)
    uang, baris, urut = (f"r{tahun}_rp", f"t{tahun}_rp"), (tempat.awal, tempat.akhir), hasil.tahun.index(tahun)
    belum = baris_belum(hasil.baris, tempat.awal, lambda simpul: simpul.uang[urut].terhitung)
    kinerja = KolomRata(f"c{tahun}_k", "dirata", *baris)
    rp = KolomRata(f"c{tahun}_rp", "rp_dirata", *baris, belum)
    return [
        (
            f"{label(pengaturan, 'rata_renstra', tahun)}, tingkat {penutup.tingkat}",
            {**isi_rata(penutup.kinerja, kinerja, pengaturan), **isi_rata_uang(penutup.serapan_rata, rp)},
        ),
        (
            label_predikat(hasil.keterangan, pengaturan, "predikat_renstra"),
            {
                **isi_predikat(predikat_k, kinerja.cetak, tempat.rata, pengaturan),
                **isi_predikat(predikat_rp, rp.cetak, tempat.rata, pengaturan),
            },
        ),
        (label_banyak(pengaturan, penutup.kinerja), isi_banyak(penutup.kinerja, kinerja)),
        (
            label_jumlah(pengaturan, "jumlah_renstra", penutup.terhitung, tahun),
            isi_jumlah_uang(penutup.serapan_jumlah, rp, uang),
        ),
        *baris_sekurangnya(hasil, rp, (uang[0], "rp_seluruh")),
        *baris_dokumen(penutup, rp, uang, "rasio"),
    ]


def _sumber(hasil: EvaluasiRenstra) -> SumberFormulir:  # noqa: ARG001 - its years rest on the rows of the other forms
    return SumberFormulir()


LEMBAR: Final = LembarFormulir(
    kode="renstra",
    sebutan="Renstra",
    rencana="renstra",
    isi="Formulir {nomor_formulir_renstra}: target, realisasi dan rasio setiap tahun Renstra",
    susunan=susunan_renstra,
    tulis=tulis_renstra,
    sumber=_sumber,
    tanda_tangan=(PENYUSUN, PENILAI),
    nomor="E.80",
)
"""Evaluasi hasil Renstra perangkat daerah (Permendagri 86/2017)."""
