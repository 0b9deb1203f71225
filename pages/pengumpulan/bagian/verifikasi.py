"""Step 5 on the page: a unit's kiriman row by row, and what the Kasubbag decides about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from analytics.alur.dilihat import ANGGARAN, Kepastian, KirimanDiperiksa, baca_diperiksa, tandai_dilihat
from analytics.alur.verifikasi import (
    NAMA_PERHATIAN,
    BarisVerifikasi,
    LembarVerifikasi,
    UangVerifikasi,
    urutkan_unit,
)
from analytics.aturan.istilah import BUKTI_WAJIB
from analytics.aturan.pecahan import tulis_pasangan
from analytics.aturan.periode import NAMA_KEADAAN, TERISI, tulis_waktu
from analytics.dokumen.tabel import BarisTabel, IsiTabel, Kolom, Tabel, tulis_isi
from analytics.evaluasi.hasil import Nilai, Triwulan
from analytics.lembar.catat.unggahan import TemuanTersimpan
from analytics.sistem import waktu_kini
from analytics.sop.izin import Sasaran
from analytics.sop.langkah import NAMA_KEADAAN_ALUR, giliran
from pages.komponen import narasi, sesi, tabel, tanya, tindakan
from pages.komponen.saring import Saringan, baca, lupakan, pilih_daftar
from pages.komponen.teks import aman
from pages.komponen.tindakan import Bekal
from pages.pengumpulan.bagian import bukti, pengumpulan, percakapan, rincian_unggahan

_KIRIM: Final = ("kirim", "kirim_titipan")
_KOLOM: Final = (
    Kolom("Indikator", lebar=38),
    Kolom("Perhatian", lebar=34),
    Kolom("Target s/d", "angka", lebar=14),
    Kolom("Triwulan ini", "angka", lebar=16),
    Kolom("Triwulan lalu", "angka", lebar=16),
    Kolom("Tahun lalu", "angka", lebar=16),
    Kolom("Capaian (%)", "persen", lebar=12),
    Kolom("Bukti", "angka", lebar=8),
)
_DILIHAT: Final = Kolom("Dilihat", lebar=8)


@dataclass(frozen=True)
class Penelusuran:
    """The rows that are looked at one after another, the one in front, and what who may verify has looked at.

    `diperiksa` is None for who only reads.
    """

    kode: tuple[str, ...]
    kini: str
    diperiksa: KirimanDiperiksa | None

    @property
    def nomor(self) -> int:
        """The place of the row in front, from 1."""
        return self.kode.index(self.kini) + 1

    def dilihat(self, kode: str) -> str:
        """`✓` for a row that was looked at, `–` for one that was not; empty for one that is not counted."""
        semua = self.diperiksa.baris if self.diperiksa else ()
        return next(("✓" if baris.dilihat else "–" for baris in semua if baris.kode == kode), "")


def pilih_unit(saring: Saringan) -> str | None:
    """Which unit is looked at, those that wait first; None when who is in may not see the units of this office."""
    if not sesi.boleh("lihat_unit", Sasaran(saring.kode_pd)):
        return None
    terlihat = pengumpulan.unit_terlihat(saring)
    sebutan = NAMA_KEADAAN_ALUR["pengumpulan"]
    nama = {
        kode: f"{sebutan_unit} · {sebutan[keadaan]}"
        for kode, sebutan_unit, keadaan in urutkan_unit(saring.penanya, saring.kode_pd, saring.periode)
        if kode in terlihat
    }
    return pilih_daftar("Unit", "unit", nama, next(iter(nama))) if nama else None


def muat(saring: Saringan, kode_unit: str) -> LembarVerifikasi:
    """What the page shows; another unit begins at its first indicator."""
    ini = f"{kode_unit}:{saring.periode.singkat}"
    if st.session_state.setdefault("verifikasi_dari", ini) != ini:
        st.session_state["verifikasi_dari"] = ini
        lupakan("baris")
    return tanya.verifikasi(saring, kode_unit)


def keadaan(saring: Saringan, lembar: LembarVerifikasi) -> None:
    """Where the data of the unit stand, since when, which file they are, and whose turn it is."""
    kini = lembar.kedudukan
    lanjut = giliran("pengumpulan", kini.keadaan)
    kata = f"**{aman(kini.nama)}**" + (f" sejak {aman(tulis_waktu(kini.sejak))}" if kini.sejak else "")
    if lanjut is not None:
        kata += f". Giliran {aman(tindakan.giliran_siapa(lanjut))}: {aman(lanjut.nama)}"
    st.markdown(f"{kata}.")
    if lembar.kiriman is None:
        return
    kiriman = lembar.kiriman
    if lembar.catatan:
        st.markdown(aman(f"{lembar.catatan}."))
    perhatian = [f"{banyak} {NAMA_PERHATIAN[jenis]}" for jenis, banyak in lembar.hitungan.items()]
    st.markdown(aman(f"Perlu perhatian: {', '.join(perhatian)}." if perhatian else "Tidak ada yang perlu perhatian."))
    st.caption(
        aman(
            f"Versi {kiriman.versi}, {kiriman.nama_berkas}, diterima {tulis_waktu(kiriman.diterima_pada)} "
            f"oleh {kiriman.oleh}."
        )
    )
    if kiriman.unggahan is not None:
        rincian_unggahan.tawarkan_penjelasan(saring.gudang, kiriman.unggahan)


def susuri(saring: Saringan, lembar: LembarVerifikasi) -> Penelusuran:
    """The way through the rows, and that the one in front has been looked at now."""
    kode = lembar.urutan
    if not kode:
        return Penelusuran((), "", _lihat(saring, lembar, ""))
    kini = baca("baris", kode, kode[0], tulis=False)
    return Penelusuran(kode, kini, _lihat(saring, lembar, kini))


def _lihat(saring: Saringan, lembar: LembarVerifikasi, kode: str) -> KirimanDiperiksa | None:
    """What was looked at, now also this row; a kiriman that came in since the page was read is another one."""
    objek, tampil = lembar.kedudukan.objek, lembar.kiriman.id_kiriman if lembar.kiriman else ""
    if not any(langkah.aksi == "verifikasi" for langkah in tindakan.boleh(saring.gudang, objek)):
        return None
    siapa = sesi.pelaku()
    diperiksa = baca_diperiksa(saring.penanya, objek, siapa.id_akun)
    if not diperiksa.patut_dilihat(kode, tampil):
        return diperiksa
    return tandai_dilihat(saring.gudang, siapa, diperiksa, (kode,), waktu_kini())


def telusuri(saring: Saringan, lembar: LembarVerifikasi, penelusuran: Penelusuran) -> None:
    """One row in full, and the buttons and keys that lead to the next; the place is kept in the address."""
    if not penelusuran.kode:
        st.caption("Unit ini tidak mempunyai baris untuk diperiksa pada triwulan ini.")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        mundur = st.button("Baris sebelumnya", icon=":material/chevron_left:", shortcut="Left")
        dilihat = f" · {penelusuran.diperiksa.kalimat}" if penelusuran.diperiksa else ""
        st.markdown(f"**Baris {penelusuran.nomor} dari {len(penelusuran.kode)}**{dilihat}", width="content")
        maju = st.button("Baris berikutnya", icon=":material/chevron_right:", shortcut="Right")
    if mundur or maju:
        lanjut = penelusuran.kode[(penelusuran.nomor - 1 + (1 if maju else -1)) % len(penelusuran.kode)]
        st.query_params["baris"] = lanjut
        st.session_state["saring_baris"] = lanjut
        st.rerun()
    with st.container(border=True):
        if penelusuran.kini == ANGGARAN:
            st.subheader("Anggaran", anchor=False)
            tabel.tampilkan(_tabel_anggaran(lembar))
        else:
            _kartu(saring, next(butir for butir in lembar.dilalui if butir.kode == penelusuran.kini))
        if percakapan.boleh_bertanya(saring, lembar) is not None:
            st.markdown(f"[Tanyakan tentang baris ini ↓](#{percakapan.LETAK})")


def _kartu(saring: Saringan, butir: BarisVerifikasi) -> None:
    indikator = butir.baris.indikator
    st.subheader(aman(indikator.nama), anchor=False)
    tahun = f" · nilai tahun {butir.baris.tahun}" if butir.menyusul else ""
    st.caption(aman(f"{indikator.kode} · {indikator.satuan} · {indikator.tingkat.replace('_', ' ')}{tahun}"))
    if butir.perhatian:
        semua = (perhatian.kalimat.rstrip(".") for perhatian in butir.perhatian)
        kalimat = "  \n".join(aman(f"{teks[0].upper()}{teks[1:]}.") for teks in semua)
        st.warning(kalimat, icon=":material/visibility:")
    tabel.tampilkan(_tabel_nilai(butir))
    _temuan(butir.temuan, f"Temuan {indikator.nama}")
    for jenis, judul in narasi.JUDUL.items():
        if butir.narasi.get(jenis):
            st.markdown(f"{judul}: {aman(butir.narasi[jenis])}")
    wajib = f" ({BUKTI_WAJIB})" if indikator.bukti_wajib else ""
    st.markdown(f"**Berkas bukti dukung**{wajib}" if butir.bukti else f"Belum ada berkas bukti dukung{wajib}.")
    bukti.tampilkan_pesan()
    bukti.daftar(saring.gudang, saring.kode_pd, butir.bukti)
    if butir.tanpa_bukti:
        bukti.tambah(saring, indikator.kode_unit, indikator.kode)
    pengumpulan.tampilkan_percakapan(butir.percakapan)


def _tabel_nilai(butir: BarisVerifikasi) -> Tabel:
    kini = butir.kini
    pasangan = [
        ("Triwulan ini", _tulis_dilaporkan(kini)),
        ("Triwulan lalu", _tulis_dilaporkan(butir.sebelum)),
        ("Triwulan yang sama tahun lalu", _tulis_dilaporkan(butir.tahun_lalu)),
        ("Target s/d triwulan ini", kini.target.tulis() or "tidak ada"),
        ("Target tahun", kini.target_tahun.tulis() or "tidak ada"),
        ("Capaian s/d triwulan ini", tulis_capaian(kini)),
    ]
    if butir.perubahan is not None:
        beda = f"{butir.perubahan.sebelum or 'kosong'} → {butir.perubahan.sesudah or 'kosong'}"
        pasangan.insert(1, ("Berubah dari versi sebelumnya", beda))
    if kini.alasan_kosong:
        pasangan.append(("Alasan unit", kini.alasan_kosong))
    if kini.asal is not None:
        pasangan.append(("Sel asal", kini.asal.alamat))
    return Tabel(
        f"Nilai {butir.baris.indikator.nama}",
        (Kolom("Yang dibandingkan"), Kolom("Nilai")),
        tuple(BarisTabel(baris) for baris in pasangan),
    )


def _tulis_dilaporkan(triwulan: Triwulan | None) -> str:
    """What the unit gave, with the pembilang and penyebut that it was given as."""
    nilai = _dilaporkan(triwulan)
    if isinstance(nilai, Nilai) and nilai.pembilang is not None and nilai.penyebut is not None:
        return f"{tulis_pasangan(nilai.pembilang, nilai.penyebut)} = {nilai.tulis()}"
    return tulis_isi(nilai)


def _dilaporkan(triwulan: Triwulan | None) -> Nilai | str:
    """What the unit gave for one triwulan, or why there is nothing."""
    if triwulan is None:
        return "belum ada rencana"
    if triwulan.dilaporkan is not None and triwulan.keadaan_sel == TERISI:
        return triwulan.dilaporkan
    return NAMA_KEADAAN[triwulan.keadaan_sel]


def tulis_capaian(triwulan: Triwulan) -> str:
    """The capaian with its working, or why there is none."""
    if triwulan.capaian.nilai is None:
        kata = triwulan.alasan_keadaan or NAMA_KEADAAN[triwulan.keadaan]
    else:
        kata = triwulan.capaian.cara_hitung or triwulan.capaian.tulisan
    return "; ".join(bagian for bagian in (kata, triwulan.sebut_tanda()) if bagian)


def _temuan(temuan: Iterable[TemuanTersimpan], judul: str) -> None:
    kolom = (Kolom("Sel", lebar=18), Kolom("Tingkat", lebar=14), Kolom("Yang ditemukan", lebar=50), Kolom("Keadaan"))
    baris = tuple(
        BarisTabel(
            (tersimpan.temuan.alamat, tersimpan.temuan.tingkat, tersimpan.temuan.pesan, tersimpan.kalimat),
            tersimpan.temuan.tingkat,
        )
        for tersimpan in temuan
    )
    if baris:
        tabel.tampilkan(Tabel(judul, kolom, baris))


def tabel_indikator(saring: Saringan, lembar: LembarVerifikasi, penelusuran: Penelusuran) -> None:
    """Every indicator of the unit; those that ask for attention first, and then those that had to be reported."""
    alamat = {**saring.alamat, "unit": lembar.kedudukan.objek.kode_unit}
    dihitung = penelusuran.diperiksa is not None
    baris = tuple(
        BarisTabel(
            (*_isi_baris(indikator), *([penelusuran.dilihat(indikator.kode)] if dihitung else [])),
            "peringatan" if indikator.perhatian else "",
            menuju=f"verifikasi?{urlencode({**alamat, 'baris': indikator.kode})}" if indikator.nomor else "",
        )
        for indikator in lembar.indikator
    )
    kolom = (*_KOLOM, *([_DILIHAT] if dihitung else []))
    tabel.tampilkan(Tabel(f"Indikator {lembar.nama_unit}", kolom, baris, "Tidak ada indikator."))


def _isi_baris(indikator: BarisVerifikasi) -> tuple[IsiTabel, ...]:
    kini = indikator.kini
    return (
        indikator.baris.indikator.sebutan,
        "; ".join((*(perhatian.kalimat for perhatian in indikator.perhatian), *filter(None, [kini.sebut_tanda()])))
        or "–",
        kini.target,
        _dilaporkan(kini),
        _dilaporkan(indikator.sebelum),
        _dilaporkan(indikator.tahun_lalu),
        kini.capaian if kini.capaian.nilai is not None else "–",
        len(indikator.bukti),
    )


def anggaran(lembar: LembarVerifikasi, penelusuran: Penelusuran) -> None:
    """The money of the kiriman, Rp s/d the triwulan, where it is not in front."""
    if lembar.uang and penelusuran.kini != ANGGARAN:
        dilihat = " (sudah dilihat)" if penelusuran.dilihat(ANGGARAN) == "✓" else ""
        st.subheader(f"Anggaran{dilihat}", anchor=False)
        tabel.tampilkan(_tabel_anggaran(lembar))


def _tabel_anggaran(lembar: LembarVerifikasi) -> Tabel:
    kolom = (
        Kolom("Sub kegiatan", lebar=40),
        Kolom("Pagu (Rp)", "rupiah", lebar=16),
        Kolom("S/d triwulan ini (Rp)", "rupiah", lebar=16),
        Kolom("S/d triwulan lalu (Rp)", "rupiah", lebar=16),
        Kolom("Serapan (%)", "persen", lebar=12),
        Kolom("Sel asal", lebar=16),
        Kolom("Perhatian", lebar=34),
    )
    baris = tuple(
        BarisTabel(
            (
                uang.nama,
                _rupiah(uang.pagu),
                _rupiah(uang.kini.rupiah if uang.kini else None),
                _rupiah(uang.sebelum.rupiah if uang.sebelum else None),
                "–" if uang.serapan is None else uang.serapan,
                uang.kini.asal.alamat if uang.kini else "–",
                _perhatian_uang(uang) or "–",
            ),
            "peringatan" if uang.perhatian else "",
        )
        for uang in sorted(lembar.uang, key=lambda uang: not uang.perhatian)
    )
    return Tabel("Anggaran", kolom, baris)


def _rupiah(nilai: Decimal | None) -> Decimal | str:
    return "–" if nilai is None else nilai


def _perhatian_uang(uang: UangVerifikasi) -> str:
    kata = [f"{tersimpan.temuan.pesan} ({tersimpan.kalimat})" for tersimpan in uang.temuan]
    if uang.perubahan is not None:
        kata.append(f"berubah: {uang.perubahan.sebelum or 'kosong'} → {uang.perubahan.sesudah or 'kosong'}")
    return "; ".join(kata)


def temuan_umum(lembar: LembarVerifikasi) -> None:
    """Findings that belong to no single indicator."""
    if lembar.temuan_umum:
        st.subheader("Temuan pada berkasnya", anchor=False)
        _temuan(lembar.temuan_umum, "Temuan pada berkasnya")


def menuju_putusan(saring: Saringan, lembar: LembarVerifikasi) -> None:
    """The way down to what is decided about the whole kiriman."""
    tindakan.menuju_putusan(saring.gudang, lembar.kedudukan.objek, _aksi(saring, lembar))


def putuskan(saring: Saringan, lembar: LembarVerifikasi, penelusuran: Penelusuran) -> None:
    """The moves about the whole kiriman that who is in may make, but for the questions."""
    objek, aksi = lembar.kedudukan.objek, _aksi(saring, lembar)
    if not aksi:
        st.subheader(tindakan.JUDUL_PUTUSAN, anchor=False)
        st.caption("Tidak ada yang dapat Anda putuskan di sini sekarang.")
        return
    tindakan.judul_putusan(saring.gudang, objek, aksi)
    diperiksa = penelusuran.diperiksa
    kepastian = {"verifikasi": lambda kunci: _pastikan(diperiksa, kunci)} if diperiksa else {}
    bekal = Bekal(kepastian=kepastian)
    tindakan.tindakan(saring.gudang, objek, bekal, hanya=[nama for nama in aksi if nama != "tanyakan"])


def _pastikan(diperiksa: KirimanDiperiksa, kunci: str) -> Kepastian:
    """What who verifies gives his word for; a tick holds for what was named with it, and no longer."""
    nihil = [
        baris.kode
        for baris in diperiksa.tanpa_kejadian
        if st.checkbox(aman(f"Saya pastikan tidak ada kejadian: {baris.kalimat}"), key=f"{kunci}_{baris.kode}")
    ]
    luput = diperiksa.tidak_dilihat
    if not luput:
        return Kepastian(tanpa_kejadian=frozenset(nihil))
    kode = [baris.kode for baris in luput]
    sebutan = "; ".join(baris.sebutan for baris in luput)
    label = f"Verifikasi tanpa melihat {len(luput)} baris: {sebutan}"
    tegas = st.checkbox(aman(label), key=f"{kunci}_{'_'.join(kode)}")
    return Kepastian(frozenset(kode if tegas else ()), frozenset(nihil))


def _aksi(saring: Saringan, lembar: LembarVerifikasi) -> list[str]:
    return [
        langkah.aksi for langkah in tindakan.boleh(saring.gudang, lembar.kedudukan.objek) if langkah.aksi not in _KIRIM
    ]
