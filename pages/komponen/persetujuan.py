"""What Sekretaris and Camat decide upon, on one screen: exceptions first, who checked, then everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from analytics.alur.persetujuan import (
    JUDUL_PERKARA,
    AngkaKompilasi,
    BedaPersetujuan,
    CalonKompilasi,
    Pengecualian,
    Perbandingan,
    Perpindahan,
    bandingkan,
    baris_disetujui,
    calon,
    ringkas_pemeriksa,
    riwayat_dokumen,
    tulis_triwulan,
    yang_disetujui,
)
from analytics.aturan.periode import tulis_waktu
from analytics.beku.snapshot import RingkasSnapshot
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.dokumen.tabel_evaluasi import tulis_predikat
from analytics.evaluasi.hasil import BarisIndikator
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import peran_untuk
from analytics.sop.langkah import NAMA_KEADAAN_ALUR, KeadaanAlur
from analytics.sop.objek import Objek
from analytics.sop.peran import sebut_pemegang
from pages.komponen import kalimat, kartu, tabel, tanya
from pages.komponen.ingatan import JawabanTersimpan, PenanyaIngat, ingat
from pages.komponen.kartu import Kartu
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman

_DISETUJUI: Final = JawabanTersimpan(12)
_TAMPAK: Final = 8
"""Exceptions in sight before the rest is asked for."""
_NADA: Final = {"di_bawah_target": "galat", "rangkap": "galat", "unit_belum": "galat", "gugur": "peringatan"}
_KOLOM_KECUALI: Final = (
    Kolom("Yang perlu dilihat", lebar=30),
    Kolom("Perkara", lebar=20),
    Kolom("Uraian", lebar=36),
)
_KOLOM_PINDAH: Final = (
    Kolom("Tindakan", lebar=34),
    Kolom("Oleh", lebar=34),
    Kolom("Waktu", lebar=22),
    Kolom("Keterangan", lebar=34),
    Kolom("Catatan", lebar=40),
)
_KOLOM_BEDA: Final = (Kolom("Indikator", lebar=36), Kolom("Waktu itu", lebar=22), Kolom("Sekarang", lebar=22))
_KOLOM_PERIKSA: Final = (Kolom("Pemeriksaan", lebar=28), Kolom("Oleh", lebar=40))
_KOLOM_ANGKA: Final = (
    Kolom("Indikator", lebar=44),
    Kolom("Unit", lebar=24),
    Kolom("Satuan", lebar=10),
    Kolom("Target s/d triwulan", "angka", lebar=12),
    Kolom("Realisasi s/d triwulan", "angka", lebar=12),
    Kolom("Capaian (%)", "persen", lebar=11),
    Kolom("Predikat", lebar=16),
    Kolom("Triwulan lalu", lebar=22),
    Kolom("Tahun lalu", lebar=22),
)


def ambil(saring: Saringan) -> CalonKompilasi:
    """What would be approved now, asked once per version of the data."""
    return ingat(
        saring.gudang,
        saring.kode_pd,
        ("calon", *tanya.kunci_saringan(saring.sekantor)),
        lambda: calon(saring.penanya, saring.kode_pd, saring.periode, lambda fakta: tanya.beku(saring, fakta)),
    )


def judul(kompilasi: CalonKompilasi, keadaan: KeadaanAlur) -> str:
    """The units, the IKU, and what the kompilasi waits for."""
    return kalimat.putusan(kompilasi.iku, NAMA_KEADAAN_ALUR["kompilasi"][keadaan])


def angka(kompilasi: CalonKompilasi) -> None:
    """The four figures that stand for the whole."""
    iku, penutup, unit = kompilasi.iku, kompilasi.renja.penutup, kompilasi.iku.keterangan
    kartu.tampilkan(
        kartu.iku_tercapai(iku),
        kartu.rata_renja("Rata-rata capaian Renja", penutup),
        kartu.serapan("Serapan anggaran", penutup, kompilasi.periode.triwulan),
        Kartu("Unit terverifikasi", f"{unit.unit - len(unit.unit_belum)} dari {unit.unit}", kompilasi.periode.singkat),
    )


def pengecualian(kompilasi: CalonKompilasi, saring: Saringan) -> None:
    """What is out of the ordinary, the gravest first; what does not fit on the screen stands behind *lihat semua*."""
    semua = kompilasi.pengecualian
    st.subheader(f"Yang perlu dilihat lebih dahulu ({len(semua)})", anchor=False)
    if not semua:
        st.markdown("Tidak ada yang menyimpang: semua unit termasuk, semua target tercapai, tidak ada koreksi.")
        return
    hitungan = Counter(hal.perkara for hal in semua)
    st.caption(aman(" · ".join(f"{n} {_kecil(JUDUL_PERKARA[nama])}" for nama, n in hitungan.items())))
    tabel.tampilkan(_tabel_kecuali(semua[:_TAMPAK]), saring.alamat, rupa="ringkas")
    if len(semua) > _TAMPAK:
        with st.expander(f"Lihat semua {len(semua)} hal"):
            tabel.tampilkan(_tabel_kecuali(semua), saring.alamat, rupa="ringkas")


def beda(saring: Saringan, kompilasi: CalonKompilasi) -> None:
    """What differs from the last approval, the greatest first."""
    kunci = ("beda", *tanya.kunci_saringan(saring.sekantor))
    banding = ingat(saring.gudang, saring.kode_pd, kunci, lambda: _bandingkan(saring, kompilasi))
    st.subheader("Yang berbeda dari yang disetujui terakhir", anchor=False)
    if banding is None:
        st.markdown("Belum ada yang pernah disetujui, sehingga belum ada pembandingnya.")
        return
    beralih = sum(perbedaan.beralih for perbedaan in banding.beda)
    apa = "angka" if banding.ulang else "IKU"
    st.caption(
        aman(
            f"Dibanding {banding.nomor} ({banding.periode.nama}): {len(banding.beda)} {apa} berbeda, "
            f"{beralih} di antaranya beralih antara mencapai dan tidak mencapai target."
        )
    )
    baris = tuple(map(_baris_beda, banding.beda))
    tabel.tampilkan(Tabel("Perbedaan", _KOLOM_BEDA, baris[:_TAMPAK], "Tidak ada yang berbeda."), saring.alamat)
    if len(baris) > _TAMPAK:
        with st.expander(f"Lihat semua {len(baris)} perbedaan"):
            tabel.tampilkan(Tabel("Semua perbedaan", _KOLOM_BEDA, baris), saring.alamat)


def _bandingkan(saring: Saringan, kini: CalonKompilasi) -> Perbandingan | None:
    """What was approved before is read once, whatever is written afterwards."""

    def dulu(lalu: RingkasSnapshot) -> Mapping[str, BarisIndikator]:
        return _DISETUJUI.ambil((lalu.sidik,), lambda: baris_disetujui(saring.gudang, saring.kode_pd, lalu))

    return bandingkan(saring.penanya, kini, dulu)


def _baris_beda(perbedaan: BedaPersetujuan) -> BarisTabel:
    isi = (perbedaan.nama, tulis_triwulan(perbedaan.dulu), tulis_triwulan(perbedaan.kini))
    return BarisTabel(isi, "peringatan" if perbedaan.beralih else "", perbedaan.kode)


def pemeriksa(kompilasi: CalonKompilasi) -> None:
    """Who checked what, with paper and own work flagged."""
    st.subheader("Siapa yang sudah memeriksa", anchor=False)
    baris = tuple(
        BarisTabel(
            (
                ": ".join(filter(None, (isi.nama, ", ".join(unit)))),
                " · ".join(filter(None, (isi.siapa, tulis_waktu(isi.waktu), isi.keterangan, isi.catatan))),
            ),
            "peringatan" if isi.rangkap else "",
        )
        for isi, unit in ringkas_pemeriksa(kompilasi.pemeriksa)
    )
    tabel.tampilkan(Tabel("Pemeriksaan", _KOLOM_PERIKSA, baris, "Belum ada yang memeriksa."), rupa="ringkas")


def semua_angka(kompilasi: CalonKompilasi, saring: Saringan) -> None:
    """Every figure, behind one click."""
    with st.expander(f"Lihat semua {len(kompilasi.angka)} indikator"):
        baris = tuple(map(baris_angka, kompilasi.angka))
        tabel.tampilkan(Tabel("Semua indikator", _KOLOM_ANGKA, baris), saring.alamat)


def riwayat(gudang: Gudang, objek: Objek) -> None:
    """Every move of a document, newest first."""
    semua = riwayat_dokumen(PenanyaIngat(gudang, objek.kode_pd), objek)
    if semua:
        with st.expander(f"Riwayat ({len(semua)} tindakan)"):
            tabel.tampilkan(_tabel_pindah(semua, ""))


def penyetuju(saring: Saringan) -> str:
    """Who may approve today, so that a Camat sees a penugasan that he does not know of."""
    semua = sebut_pemegang(saring.gudang, peran_untuk("setujui"), saring.kode_pd, waktu_kini().date())
    if not semua:
        return "Tidak ada yang dapat menyetujui hari ini: belum ada penugasan Camat yang berlaku."
    return f"Yang dapat menyetujui hari ini: {'; '.join(semua)}."


def keadaan(gudang: Gudang, objek: Objek) -> str:
    """Where a document stands, with what must always be said beside it: on paper, own work."""
    kini = tanya.kedudukan(gudang, objek)
    kata = dict.fromkeys(
        perpindahan.keterangan
        for perpindahan in reversed(riwayat_dokumen(PenanyaIngat(gudang, objek.kode_pd), objek))
        if perpindahan.revisi == kini.revisi and perpindahan.keterangan
    )
    revisi = f" · revisi {kini.revisi}" if kini.revisi > 1 else ""
    return " · ".join((f"{kini.nama}{revisi}", *kata))


def disetujui(gudang: Gudang, objek: Objek) -> None:
    """What was approved: the number and sidik of every snapshot, by whom, on paper or not."""
    for nomor, persetujuan in enumerate(yang_disetujui(PenanyaIngat(gudang, objek.kode_pd), objek)):
        lama = " · digantikan, tetap tersimpan" if nomor else ""
        with st.container(border=True):
            st.markdown(f"**{aman(persetujuan.nomor)}** · revisi {persetujuan.revisi}{lama}")
            pindah = persetujuan.perpindahan
            st.caption(aman(" · ".join(filter(None, (pindah.siapa, tulis_waktu(pindah.waktu), pindah.keterangan)))))
            st.caption("Sidik SHA-256; cocokkan dengan register arsip dan dengan yang tercetak pada dokumen.")
            st.code(persetujuan.sidik, language=None, wrap_lines=True)


def _kecil(judul: str) -> str:
    return judul[:1].lower() + judul[1:]


def _uraian(hal: Pengecualian) -> str:
    return hal.kalimat if hal.nama_unit in ("", hal.nama) else f"{hal.kalimat} ({hal.nama_unit})"


def _tabel_kecuali(semua: Sequence[Pengecualian]) -> Tabel:
    baris = tuple(
        BarisTabel(
            (hal.nama, JUDUL_PERKARA[hal.perkara], _uraian(hal)),
            _NADA.get(hal.perkara, ""),
            hal.kode or None,
        )
        for hal in semua
    )
    return Tabel("Pengecualian", _KOLOM_KECUALI, baris)


def _tabel_pindah(semua: Sequence[Perpindahan], kosong: str) -> Tabel:
    baris = tuple(
        BarisTabel(
            (
                f"{perpindahan.nama}{f' · {perpindahan.kode_unit}' if perpindahan.kode_unit else ''}",
                perpindahan.siapa,
                tulis_waktu(perpindahan.waktu),
                perpindahan.keterangan,
                perpindahan.catatan,
            ),
            "peringatan" if perpindahan.rangkap else "",
        )
        for perpindahan in semua
    )
    return Tabel("Pemeriksaan", _KOLOM_PINDAH, baris, kosong)


def baris_angka(angka_ini: AngkaKompilasi) -> BarisTabel:
    """One indicator, with what stands beside its figure behind the predikat."""
    indikator, kini = angka_ini.baris.indikator, angka_ini.kini
    tanda = "" if kini.realisasi is None else kini.sebut_tanda()
    isi = (
        angka_ini.nama,
        indikator.nama_unit,
        indikator.satuan,
        kini.target,
        kini.realisasi if kini.realisasi is not None else tulis_triwulan(kini),
        kini.capaian,
        "; ".join(kata for kata in (tulis_predikat(kini.capaian), tanda) if kata),
        tulis_triwulan(angka_ini.lalu),
        tulis_triwulan(angka_ini.tahun_lalu),
    )
    return BarisTabel(isi, kode_indikator=indikator.kode)
