"""Step 5 on the page: a unit's kiriman indicator by indicator, and what the Kasubbag decides about it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from analytics.alur.verifikasi import BarisVerifikasi, LembarVerifikasi, UangVerifikasi, urutkan_unit
from analytics.aturan.periode import NAMA_KEADAAN, TERISI, tulis_waktu
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel, tulis_isi
from analytics.evaluasi.hasil import Nilai, Triwulan
from analytics.lembar.catat.unggahan import TemuanTersimpan
from analytics.sop.izin import Sasaran
from analytics.sop.langkah import NAMA_KEADAAN_ALUR, giliran
from pages.komponen import narasi, sesi, tabel, tanya, tindakan
from pages.komponen.saring import Saringan, baca, lupakan, pilih_daftar
from pages.komponen.teks import aman
from pages.komponen.tindakan import Bekal
from pages.pengumpulan.bagian import bukti, pengumpulan, rincian_unggahan

_KIRIM: Final = ("kirim", "kirim_titipan")
_KOLOM: Final = (
    Kolom("Indikator", lebar=38),
    Kolom("Perhatian", lebar=30),
    Kolom("Target s/d", "angka", lebar=14),
    Kolom("Triwulan ini", "angka", lebar=16),
    Kolom("Triwulan lalu", "angka", lebar=16),
    Kolom("Tahun lalu", "angka", lebar=16),
    Kolom("Capaian (%)", "persen", lebar=12),
    Kolom("Bukti", "angka", lebar=10),
)


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
        lupakan("indikator_ke")
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
    st.caption(
        aman(
            f"Versi {kiriman.versi}, {kiriman.nama_berkas}, diterima {tulis_waktu(kiriman.diterima_pada)} "
            f"oleh {kiriman.oleh}."
        )
    )
    if kiriman.unggahan is not None:
        rincian_unggahan.tawarkan_penjelasan(saring.gudang, kiriman.unggahan)


def telusuri(saring: Saringan, lembar: LembarVerifikasi) -> None:
    """One indicator in full, and the buttons that lead to the next; the place is kept in the address."""
    if not lembar.indikator:
        st.caption("Unit ini tidak mempunyai indikator tahun ini.")
        return
    banyak = len(lembar.indikator)
    nomor = int(baca("indikator_ke", [str(urut) for urut in range(1, banyak + 1)], "1", tulis=False))
    with st.container(horizontal=True, vertical_alignment="center"):
        mundur = st.button("Indikator sebelumnya", icon=":material/chevron_left:")
        st.markdown(f"**Indikator {nomor} dari {banyak}**", width="content")
        maju = st.button("Indikator berikutnya", icon=":material/chevron_right:")
    if mundur or maju:
        lanjut = str((nomor - 1 + (1 if maju else -1)) % banyak + 1)
        st.query_params["indikator_ke"] = lanjut
        st.session_state["saring_indikator_ke"] = lanjut
        st.rerun()
    with st.container(border=True):
        _kartu(saring, lembar, lembar.indikator[nomor - 1])


def _kartu(saring: Saringan, lembar: LembarVerifikasi, butir: BarisVerifikasi) -> None:
    indikator = butir.baris.indikator
    st.subheader(aman(indikator.nama), anchor=False)
    st.caption(aman(f"{indikator.kode} · {indikator.satuan} · {indikator.tingkat.replace('_', ' ')}"))
    for kata in butir.perhatian:
        st.warning(aman(f"{kata[0].upper()}{kata[1:]}."), icon=":material/visibility:")
    tabel.tampilkan(_tabel_nilai(butir))
    _temuan(butir.temuan, f"Temuan {indikator.nama}")
    teks = {jenis: uraian for jenis, uraian in butir.baris.narasi.items() if uraian}
    for jenis, judul in narasi.JUDUL.items():
        if jenis in teks:
            st.markdown(f"{judul}: {aman(teks[jenis])}")
    st.markdown("**Berkas bukti dukung**" if butir.bukti else "Belum ada berkas bukti dukung.")
    bukti.daftar(saring.gudang, saring.kode_pd, butir.bukti)
    pengumpulan.tampilkan_percakapan(butir.percakapan)
    bekal = Bekal(kerja={"tanyakan": lambda _: {"kode_indikator": indikator.kode}}, tanda=f"_{indikator.kode}")
    tindakan.tindakan(saring.gudang, lembar.kedudukan.objek, bekal, hanya=("tanyakan",))


def _tabel_nilai(butir: BarisVerifikasi) -> Tabel:
    kini = butir.kini
    pasangan = [
        ("Triwulan ini", tulis_isi(_dilaporkan(kini))),
        ("Triwulan lalu", tulis_isi(_dilaporkan(butir.sebelum))),
        ("Triwulan yang sama tahun lalu", tulis_isi(_dilaporkan(butir.tahun_lalu))),
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
        return triwulan.alasan_keadaan or NAMA_KEADAAN[triwulan.keadaan]
    return triwulan.capaian.cara_hitung or triwulan.capaian.tulisan


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


def tabel_indikator(saring: Saringan, lembar: LembarVerifikasi) -> None:
    """Every indicator of the unit; those that ask for attention first, and then those that had to be reported."""
    urut = sorted(lembar.indikator, key=lambda indikator: (not indikator.perhatian, not indikator.diisi))
    alamat = {**saring.alamat, "unit": lembar.kedudukan.objek.kode_unit}
    baris = tuple(
        BarisTabel(
            (
                indikator.baris.indikator.sebutan,
                "; ".join(indikator.perhatian) or "–",
                indikator.kini.target,
                _dilaporkan(indikator.kini),
                _dilaporkan(indikator.sebelum),
                _dilaporkan(indikator.tahun_lalu),
                indikator.kini.capaian if indikator.kini.capaian.nilai is not None else "–",
                len(indikator.bukti),
            ),
            "peringatan" if indikator.perhatian else "",
            menuju=f"verifikasi?{urlencode({**alamat, 'indikator_ke': indikator.nomor})}",
        )
        for indikator in urut
    )
    tabel.tampilkan(Tabel(f"Indikator {lembar.nama_unit}", _KOLOM, baris, "Tidak ada indikator."))


def anggaran(lembar: LembarVerifikasi) -> None:
    """The money of the kiriman, Rp s/d the triwulan."""
    if not lembar.uang:
        return
    kolom = (
        Kolom("Sub kegiatan", lebar=40),
        Kolom("Pagu (Rp)", "rupiah", lebar=16),
        Kolom("S/d triwulan ini (Rp)", "rupiah", lebar=16),
        Kolom("S/d triwulan lalu (Rp)", "rupiah", lebar=16),
        Kolom("Serapan (%)", "persen", lebar=12),
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
                _perhatian_uang(uang) or "–",
            ),
            "peringatan" if _perhatian_uang(uang) else "",
        )
        for uang in sorted(lembar.uang, key=lambda uang: not _perhatian_uang(uang))
    )
    st.subheader("Anggaran", anchor=False)
    tabel.tampilkan(Tabel("Anggaran", kolom, baris))


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


def putuskan(saring: Saringan, lembar: LembarVerifikasi) -> None:
    """The moves about the whole kiriman that who is in may make."""
    objek, aksi = lembar.kedudukan.objek, _aksi(saring, lembar)
    if not aksi:
        st.subheader(tindakan.JUDUL_PUTUSAN, anchor=False)
        st.caption("Tidak ada yang dapat Anda putuskan di sini sekarang.")
        return
    tindakan.judul_putusan(saring.gudang, objek, aksi)
    tindakan.tindakan(saring.gudang, objek, hanya=[nama for nama in aksi if nama != "tanyakan"])
    tindakan.tindakan(saring.gudang, objek, Bekal(tanda="_semua"), hanya=("tanyakan",))


def _aksi(saring: Saringan, lembar: LembarVerifikasi) -> list[str]:
    return [
        langkah.aksi for langkah in tindakan.boleh(saring.gudang, lembar.kedudukan.objek) if langkah.aksi not in _KIRIM
    ]
