"""Sheet Evaluasi Renja: the columns of E.81 (Permendagri 86/2017), K per indicator and Rp once per plan node."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from xlsxwriter.worksheet import Worksheet

from analytics.aturan import pecahan
from analytics.aturan.agregasi import AGREGASI_TAHUN, RASIO
from analytics.aturan.capaian import Pengaturan
from analytics.aturan.periode import BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN
from analytics.dokumen.buku import Buku
from analytics.dokumen.gaya import Cetak, atur_bagian
from analytics.dokumen.isi_kompilasi import LembarFormulir, RingkasanFormulir, SumberFormulir, UangSimpul
from analytics.dokumen.keterangan import (
    LENGKAP,
    catatan_capaian,
    catatan_triwulan,
    tulis_keterangan,
    tulis_pemilik,
)
from analytics.dokumen.lembar_pohon import IsiPohon, baris_simpul, judul_formulir, sel_indikator_lain, tulis_pohon
from analytics.dokumen.penutup import PENILAI, PENYUSUN, isi_rasio_dirata
from analytics.dokumen.pohon import (
    Cabang,
    KolomRasio,
    sel_rasio_pohon,
    sel_uang,
    sel_uang_baris,
)
from analytics.dokumen.renja.kolom_renja import susunan_renja
from analytics.dokumen.renja.penutup_renja import tutup_renja
from analytics.dokumen.renja.ringkas_renja import ringkas_renja
from analytics.dokumen.sel import (
    Isi,
    Pembanding,
    Sel,
    bilangan,
    dengan_rumus,
    kosong,
    pasang_capaian,
    pasang_nilai,
    pasang_pecahan,
    pasang_target,
    rumus_agregasi,
    sebutan,
    sel_dirata,
    strip,
    teks,
)
from analytics.dokumen.tata_letak import Susunan, TempatFormulir
from analytics.evaluasi.hasil import Indikator, Triwulan, Uang, masuk_hitungan
from analytics.evaluasi.hasil.renja import BarisRenja, EvaluasiRenja, KinerjaRenja

_TRIWULAN: Final = (1, 2, 3, 4)
_KOLOM_RENSTRA: Final = ("lalu", "sampai", "capaian")
"""The columns over the years of the Renstra: up to last year, up to this one, against its end."""
_SERAPAN: Final = KolomRasio("tahun_rp", "target_rp", "serapan_dirata")
_CAPAIAN_RP: Final = KolomRasio("sampai_rp", "target_renstra_rp", "capaian_rp_dirata")


def tulis_renja(buku: Buku, lembar: Worksheet, hasil: EvaluasiRenja, susunan: Susunan) -> TempatFormulir:
    """Write the sheet; returns where its figures stand."""
    pohon = IsiPohon(
        lembar=LEMBAR.nama,
        judul=judul_formulir(
            "EVALUASI HASIL RENJA PERANGKAT DAERAH", hasil.pengaturan.teks["nomor_formulir_renja"], hasil.keterangan
        ),
        keterangan=hasil.keterangan,
        simpul=hasil.baris,
        baris=lambda cabang, nomor: isi_simpul(cabang, nomor, hasil, susunan),
        tanpa="Belum ada Renja yang berlaku.",
    )
    tempat, kepala = tulis_pohon(buku, lembar, susunan, pohon)
    penutup, sesudah = tutup_renja(buku, lembar, hasil, tempat, LEMBAR.tanda_tangan)
    cetak = Cetak(kepala, tempat.akhir - 1, penutup, susunan.bagian("sd_capaian"), sesudah)
    atur_bagian(buku.buku, lembar, susunan, cetak)
    return tempat


def isi_simpul(cabang: Cabang[BarisRenja], nomor: int, hasil: EvaluasiRenja, susunan: Susunan) -> list[Isi]:
    """The rows of one node."""
    simpul, uang = cabang.simpul, cabang.simpul.uang
    kolom_lalu, kolom_sampai, kolom_capaian = (susunan.nomor(f"{kunci}_rp") for kunci in _KOLOM_RENSTRA)
    catatan_renstra = uang.catatan((kolom_lalu, kolom_sampai, kolom_capaian))
    tak_dibagi = uang.catatan_tak_dibagi(susunan.nomor("target_renstra_rp"), kolom_capaian)
    catatan = " ".join(kalimat for kalimat in (uang.kini.catatan, catatan_renstra, tak_dibagi) if kalimat)
    kinerja = [_kinerja(kinerja, hasil.pengaturan, susunan, terbawah=simpul.terbawah) for kinerja in simpul.kinerja]
    kinerja += [_kinerja_lain(lain, hasil.pengaturan, susunan) for lain in simpul.kinerja_lain]
    if kinerja and catatan:
        bagian = (str(kinerja[0]["keterangan"].nilai), catatan)
        kinerja[0]["keterangan"] = teks("\n".join(kalimat for kalimat in bagian if kalimat != LENGKAP))
    sel_kolom = _uang(cabang, hasil.keterangan.periode.triwulan)
    return baris_simpul(cabang, nomor, sel_kolom, kinerja, catatan, berkode=susunan.ada("kode"))


def _kinerja(kinerja: KinerjaRenja, pengaturan: Pengaturan, susunan: Susunan, *, terbawah: bool) -> dict[str, Sel]:
    indikator, kini = kinerja.baris.indikator, kinerja.kini
    setahun = Pembanding("tahun_k", kini.realisasi, "target_k", kini.target_tahun)
    sel_kolom = {
        "indikator": teks(f"{indikator.nama} ({indikator.satuan})"),
        **pasang_target("target_renstra_k", kinerja.target_renstra),
        **pasang_nilai("lalu_k", kinerja.realisasi_lalu, _atau_strip(kinerja.sebut_lalu())),
        **pasang_target("target_k", kini.target_tahun),
        **_triwulan(kinerja),
        **_tahun(indikator, kini),
        **pasang_capaian("capaian_tahun_k", kini.capaian_tahun, setahun, pengaturan),
        **pasang_target("sd_target", kini.target, sebutan(kini.sebutan_tanpa_target)),
        **pasang_capaian(
            "sd_capaian", kini.capaian, Pembanding("tahun_k", kini.realisasi, "sd_target", kini.target), pengaturan
        ),
        **_sampai(kinerja),
        **pasang_capaian(
            "capaian_k",
            kinerja.capaian_renstra,
            Pembanding("sampai_k", kinerja.realisasi_sd, "target_renstra_k", kinerja.target_renstra),
            pengaturan,
        ),
        "unit": teks(indikator.nama_unit),
        "keterangan": teks(_keterangan(kinerja, pengaturan, susunan)),
    }
    dirata = {
        "capaian_tahun_dirata": (kini.capaian_tahun, "capaian_tahun_k"),
        "sd_dirata": (kini.capaian, "sd_capaian"),
        "capaian_dirata": (kinerja.capaian_renstra, "capaian_k"),
    }
    for kunci, (capaian, kolom) in dirata.items():
        if terbawah and masuk_hitungan(kini.keadaan, capaian):
            sel_kolom[kunci] = sel_dirata(capaian, kolom, pengaturan)
    return sel_kolom


def _kinerja_lain(kinerja: KinerjaRenja, pengaturan: Pengaturan, susunan: Susunan) -> dict[str, Sel]:
    """An indicator of another unit in the form of one: whose it is first."""
    sel_kolom = _kinerja(kinerja, pengaturan, susunan, terbawah=False)
    keterangan = tulis_pemilik(kinerja.baris.indikator, str(sel_kolom["keterangan"].nilai))
    return {**sel_kolom, **sel_indikator_lain(kinerja.baris.indikator), "keterangan": teks(keterangan)}


def _triwulan(kinerja: KinerjaRenja) -> dict[str, Sel]:
    """What each triwulan alone gave; those after the periode are not due yet."""
    sel_kolom: dict[str, Sel] = {}
    for triwulan in _TRIWULAN:
        kunci, sel = f"tw{triwulan}_k", kinerja.baris.pada(triwulan)
        if triwulan > kinerja.kini.triwulan:
            sel_kolom[kunci] = kosong(BELUM_WAKTUNYA)
        else:
            sel_kolom.update(_sendiri(kunci, sel, kinerja.baris.indikator))
    return sel_kolom


def _sendiri(kunci: str, sel: Triwulan, indikator: Indikator) -> dict[str, Sel]:
    nilai = sel.dilaporkan
    if nilai is None or nilai.peringkat is not None:
        return pasang_nilai(kunci, nilai, kosong(sel.keadaan_sel))
    if sel.sendiri is None:
        return {kunci: strip()}
    if nilai.tepat is not None and sel.sendiri == float(nilai.tepat):
        return {kunci: bilangan(nilai.tepat, banding=nilai.banding), **pasang_pecahan(kunci, nilai, indikator)}
    return {kunci: bilangan(sel.sendiri)}


def _tahun(indikator: Indikator, kini: Triwulan) -> dict[str, Sel]:
    """The year: the quarters taken together by agregasi; differences of *s/d triwulan* reports always add up."""
    sel_kolom = pasang_nilai("tahun_k", kini.realisasi, sebutan(kini.sebutan))
    nilai = kini.realisasi
    if nilai is None or nilai.peringkat is not None or nilai.tepat is None:
        return sel_kolom
    cara = "jumlah" if indikator.cara_isi == "sd_triwulan" else indikator.agregasi
    if cara == RASIO:
        return {**sel_kolom, "tahun_k": dengan_rumus(sel_kolom["tahun_k"], _rumus_rasio(kini.bagian))}
    bagian = kini.bagian if cara == "rata_rata" else _TRIWULAN
    rumus = rumus_agregasi(cara, [f"tw{triwulan}_k" for triwulan in bagian])
    return {**sel_kolom, "tahun_k": dengan_rumus(sel_kolom["tahun_k"], rumus)}


def _rumus_rasio(bagian: Iterable[int]) -> str:
    """Σ pembilang / Σ penyebut × faktor over the cells beside the form that hold them."""
    atas, bawah = (
        f"SUM({','.join(f'[tw{triwulan}_k_{bagian_pecahan}]' for triwulan in bagian)})"
        for bagian_pecahan in ("pembilang", "penyebut")
    )
    return pecahan.render_excel(atas, bawah, "[faktor]")


def _sampai(kinerja: KinerjaRenja) -> dict[str, Sel]:
    """The years up to this one taken together, live where last years and this year make it up."""
    sel_kolom = pasang_nilai("sampai_k", kinerja.realisasi_sd, _atau_strip(kinerja.sebut_sd()))
    nilai, kini = kinerja.realisasi_sd, kinerja.kini.realisasi
    if nilai is None or nilai.peringkat is not None or nilai.tepat is None or kini is None or kini.tepat is None:
        return sel_kolom
    lalu = kinerja.realisasi_lalu.tepat if kinerja.realisasi_lalu else None
    agregasi = AGREGASI_TAHUN[kinerja.agregasi_tahun]
    if agregasi.hitung([kini.tepat] if lalu is None else [lalu, kini.tepat]) != nilai.tepat:
        return sel_kolom
    return {
        **sel_kolom,
        "sampai_k": dengan_rumus(sel_kolom["sampai_k"], rumus_agregasi(agregasi.kode, ["lalu_k", "tahun_k"])),
        "jumlah_tahun_lalu": bilangan(kinerja.jumlah_tahun_lalu),
    }


def _uang(cabang: Cabang[BarisRenja], sampai: int) -> Isi:
    uang = cabang.simpul.uang
    return {
        "target_renstra_rp": sel_uang("target_renstra_rp", cabang, lambda simpul: simpul.uang.target_renstra),
        "lalu_rp": sel_uang(
            "lalu_rp", cabang, lambda simpul: simpul.uang.realisasi_lalu, _atau_strip(uang.lalu.sebut())
        ),
        "target_rp": sel_uang(
            "target_rp",
            cabang,
            lambda simpul: simpul.uang.kini.pagu or None,
            sebutan(uang.kini.sebutan) if uang.kini.di_lain else kosong(TIDAK_DIRENCANAKAN),
        ),
        **{f"tw{triwulan}_rp": _uang_triwulan(cabang, triwulan, sampai) for triwulan in _TRIWULAN},
        "tahun_rp": sel_uang_baris(
            "tahun_rp",
            cabang,
            lambda simpul: simpul.uang.kini.realisasi,
            {f"tw{triwulan}_rp": uang.kini.triwulan[triwulan - 1] for triwulan in _TRIWULAN if triwulan <= sampai},
            _tanpa_uang(uang.kini),
        ),
        "serapan": sel_rasio_pohon(
            cabang, lambda simpul: simpul.uang.kini.terhitung, (uang.kini.realisasi, uang.kini.pagu), _SERAPAN
        ),
        "sampai_rp": sel_uang_baris(
            "sampai_rp",
            cabang,
            lambda simpul: simpul.uang.realisasi_sd,
            {"lalu_rp": uang.realisasi_lalu, "tahun_rp": uang.kini.realisasi},
            _atau_strip(uang.sebut_sd()),
        ),
        "capaian_rp": sel_rasio_pohon(
            cabang, lambda simpul: simpul.uang.terhitung, (uang.realisasi_sd, uang.target_renstra), _CAPAIAN_RP
        ),
        **isi_rasio_dirata(uang.kini.serapan, "serapan", "serapan_dirata", terbawah=cabang.simpul.terbawah),
        **isi_rasio_dirata(uang.tingkat_capaian, "capaian_rp", "capaian_rp_dirata", terbawah=cabang.simpul.terbawah),
    }


def _uang_triwulan(cabang: Cabang[BarisRenja], triwulan: int, sampai: int) -> Sel:
    if triwulan > sampai:
        return kosong(BELUM_WAKTUNYA)
    tanpa = _tanpa_uang(replace(cabang.simpul.uang.kini, triwulan_kini=triwulan))
    return sel_uang(f"tw{triwulan}_rp", cabang, lambda simpul: simpul.uang.kini.triwulan[triwulan - 1], tanpa)


def _tanpa_uang(uang: Uang) -> Sel:
    return sebutan(uang.sebutan)


def _atau_strip(kata: str) -> Sel:
    """Why there is no figure, or a dash where nothing is missing."""
    return sebutan(kata) if kata else strip()


def _keterangan(kinerja: KinerjaRenja, pengaturan: Pengaturan, susunan: Susunan) -> str:
    kolom_lalu, kolom_sampai, kolom_capaian = (susunan.nomor(f"{kunci}_k") for kunci in _KOLOM_RENSTRA)
    indikator, kini = kinerja.baris.indikator, kinerja.kini
    lalu = kinerja.tahun_realisasi_lalu if kinerja.realisasi_lalu else None
    tertinggal = (
        f"Kolom {kolom_lalu} sampai tahun {lalu}." if lalu is not None and lalu < kinerja.baris.tahun - 1 else ""
    )
    lengkapi = kinerja.catatan_kurang((kolom_lalu, kolom_sampai))
    perihal = f"Kolom {kolom_capaian}"
    renstra = catatan_capaian(perihal, kinerja.capaian_renstra, kinerja.jalur) if kinerja.realisasi_sd else ""
    kosong_lain = catatan_triwulan(kinerja.baris, kini)
    return tulis_keterangan(indikator, kini, pengaturan, kosong_lain, tertinggal, lengkapi, renstra)


def _tulis(buku: Buku, lembar: Worksheet, hasil: EvaluasiRenja, susunan: Susunan) -> RingkasanFormulir:
    return ringkas_renja(hasil, tulis_renja(buku, lembar, hasil, susunan))


def _sumber(hasil: EvaluasiRenja) -> SumberFormulir:
    return SumberFormulir(
        tuple(kinerja.baris for simpul in hasil.baris for kinerja in (*simpul.kinerja, *simpul.kinerja_lain)),
        tuple(
            UangSimpul(simpul.kode_simpul, simpul.nama, simpul.nama_unit, simpul.uang.kini.laporan)
            for simpul in hasil.baris
            if not simpul.tempat.rujukan
        ),
    )


LEMBAR: Final = LembarFormulir(
    kode="renja",
    sebutan="Renja",
    rencana="renja",
    isi="Formulir {nomor_formulir_renja}: kinerja (K) dan anggaran (Rp) sasaran sampai sub kegiatan",
    susunan=susunan_renja,
    tulis=_tulis,
    sumber=_sumber,
    tanda_tangan=(PENYUSUN, PENILAI),
    nomor="E.81",
)
"""Evaluasi hasil Renja perangkat daerah (Permendagri 86/2017)."""
