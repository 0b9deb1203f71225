"""One upload on the page: verdict, what was mended since the last one, its findings, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics.alur.kirim import Penyerahan, halangan, pilih_bacaan, terima_penjelasan
from analytics.aturan.angka import tulis_rupiah
from analytics.aturan.periode import NAMA_KEADAAN, tulis_waktu
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel, susun_csv
from analytics.lembar.catat.terima import PutusanKiriman
from analytics.lembar.catat.unggahan import Unggahan
from analytics.lembar.kembali.kiriman_kembali import (
    Pengembalian,
    bagi,
    dapat_dipindahkan,
    diminta,
    kalimat_putusan,
    susun_pengembalian,
)
from analytics.lembar.kembali.paket import nama_bersih, susun_nota, susun_paket
from analytics.lembar.kembali.sekitar import potong
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import Sasaran, TidakBerhak, sebut_peran
from analytics.sop.objek import Kedudukan
from analytics.temuan.butir import Temuan
from pages.komponen import kosong, sesi, tabel, unduh
from pages.komponen import temuan as komponen_temuan
from pages.komponen.ingatan import PenanyaIngat
from pages.komponen.teks import aman
from pages.pengumpulan.bagian import unggahan


def tampilkan(gudang: Gudang, unggahan_ini: Unggahan) -> None:
    """Everything about one upload; the bytes and findings come from the store."""
    hasil = unggahan.periksa_ulang(gudang, unggahan_ini)
    temuan = (
        tuple(tersimpan.temuan for tersimpan in unggahan_ini.temuan)
        if unggahan_ini.keadaan == "diterima"
        else hasil.temuan
    )
    nama = hasil.nama_baris
    with st.container(border=True):
        st.subheader(aman(unggahan_ini.nama_berkas), anchor=False)
        st.caption(aman(_milik(unggahan_ini, temuan)))
        _putusan(gudang, unggahan_ini, hasil, temuan, nama)
        if unggahan_ini.kemajuan is not None:
            st.info(aman(f"{unggahan_ini.kemajuan.kalimat}."), icon=":material/trending_up:")
        if unggahan_ini.keadaan != "diterima":
            _tindakan(gudang, unggahan_ini, hasil, nama)
        _unduhan(gudang, unggahan_ini, hasil, temuan)
    if temuan:
        _temuan(gudang, unggahan_ini, hasil, temuan)
    if hasil.realisasi:
        with st.expander("Yang dibaca dari berkas ini"):
            tabel.tampilkan(_tabel_bacaan(hasil))


def _milik(unggahan_ini: Unggahan, temuan: tuple[Temuan, ...]) -> str:
    jumlah = komponen_temuan.ringkas(temuan)
    siapa = f"unggahan ke-{unggahan_ini.nomor}, {tulis_waktu(unggahan_ini.diunggah_pada)} oleh {unggahan_ini.oleh}"
    if unggahan_ini.periode is None:
        return f"Bukan format data yang dikenal · {jumlah} · {siapa}"
    return f"{unggahan_ini.nama_unit or unggahan_ini.kode_unit} · {unggahan_ini.periode.nama} · {jumlah} · {siapa}"


def _putusan(
    gudang: Gudang, unggahan_ini: Unggahan, hasil: HasilPeriksa, temuan: tuple[Temuan, ...], nama: Mapping[str, str]
) -> None:
    kalimat = aman(kalimat_putusan(unggahan_ini, bagi(unggahan_ini, hasil, temuan)))
    if unggahan_ini.keadaan == "diterima":
        _diterima(gudang, unggahan_ini, f"{kalimat} {aman(hasil.kalimat_isian)}")
        _kirim_lagi(gudang, unggahan_ini, hasil, nama)
    elif not hasil.boleh_disimpan:
        bersel = any(butir.sel for butir in temuan)
        lalu = "Perbaiki sel yang disebut, simpan, lalu unggah lagi." if bersel else "Unggah format data dari Capaian."
        st.error(f"{kalimat} {lalu}", icon=":material/block:")
    elif not unggahan_ini.terbaru:
        st.warning(f"{kalimat} Unggahan yang lebih baru sudah ada; yang ini disimpan sebagai arsip.")
    else:
        st.info(f"{aman(hasil.kalimat_isian)} {kalimat}", icon=":material/task_alt:")


def _diterima(gudang: Gudang, unggahan_ini: Unggahan, kalimat: str) -> None:
    st.success(kalimat, icon=":material/check_circle:")
    putusan: PutusanKiriman | None = st.session_state.get(f"putusan_{unggahan_ini.id_unggahan}")
    if putusan is not None and putusan.perbedaan:
        tabel.tampilkan(_tabel_perbedaan(putusan, {}))
    tawarkan_penjelasan(gudang, unggahan_ini)
    if unggahan_ini.periode is not None:
        alamat = {"tahun": str(unggahan_ini.periode.tahun), "triwulan": str(unggahan_ini.periode.triwulan)}
        with st.container(horizontal=True):
            kosong.tautan("evaluasi-iku", "Lihat evaluasi IKU periode ini", alamat)
            kosong.tautan("evaluasi-renja", "Lihat evaluasi Renja periode ini", alamat)


def tawarkan_penjelasan(gudang: Gudang, unggahan_ini: Unggahan) -> None:
    """For who may: accept the explanations of an accepted upload."""
    banyak = sum(tersimpan.keadaan == "dijelaskan" for tersimpan in unggahan_ini.temuan)
    if not banyak or not sesi.boleh("terima_penjelasan", Sasaran(unggahan_ini.kode_pd)):
        return
    if st.button(f"Terima {banyak} penjelasan", icon=":material/done_all:", key="terima_penjelasan"):
        try:
            terima_penjelasan(gudang, sesi.pelaku(), unggahan_ini, waktu_kini())
        except TidakBerhak as tidak:
            st.error(aman(str(tidak)))
            return
        st.rerun()


def _tindakan(gudang: Gudang, unggahan_ini: Unggahan, hasil: HasilPeriksa, nama: Mapping[str, str]) -> None:
    """What is left to do until it is sent: by whom, and why not now."""
    kini = unggahan.kedudukan(gudang, unggahan_ini.kode_pd, unggahan_ini)
    if not hasil.boleh_disimpan or not unggahan_ini.terbaru or kini is None:
        return
    halang = halangan(PenanyaIngat(gudang, unggahan_ini.kode_pd), kini)
    if halang is not None:
        st.warning(aman(f"Belum dapat dikirim. {halang}"), icon=":material/hourglass_top:")
    elif unggahan.pengirim(unggahan_ini.kode_pd, unggahan_ini.kode_unit) or unggahan.penghimpun(unggahan_ini.kode_pd):
        _formulir(gudang, unggahan_ini, hasil, nama, kini)
    else:
        titipan = sebut_peran("kirim_titipan", " atau ")
        st.caption(f"Yang mengirim: {sebut_peran('kirim')} unit ini, atau {titipan} yang menerimanya di luar aplikasi.")


def _kirim_lagi(gudang: Gudang, unggahan_ini: Unggahan, hasil: HasilPeriksa, nama: Mapping[str, str]) -> None:
    """What is a kiriman already can be sent as it is where the SOP waits for the unit."""
    kini = unggahan.kedudukan(gudang, unggahan_ini.kode_pd, unggahan_ini)
    boleh = unggahan.pengirim(unggahan_ini.kode_pd, unggahan_ini.kode_unit) or unggahan.penghimpun(unggahan_ini.kode_pd)
    if (
        kini is None
        or not boleh
        or not unggahan_ini.terbaru
        or halangan(PenanyaIngat(gudang, unggahan_ini.kode_pd), kini) is not None
    ):
        return
    st.markdown("Data unit ini sedang ditunggu. Unggah perbaikannya, atau kirim isian ini sekali lagi tanpa perubahan.")
    _formulir(gudang, unggahan_ini, hasil, nama, kini)


def _formulir(
    gudang: Gudang, unggahan_ini: Unggahan, hasil: HasilPeriksa, nama: Mapping[str, str], kini: Kedudukan
) -> None:
    """Reasons that are still missing, and the statement or the note under which the data are sent."""
    kunci = f"{unggahan_ini.id_unggahan}_{kini.versi}"
    alasan_lama = {
        tersimpan.temuan.kunci: tersimpan.alasan
        for tersimpan in unggahan_ini.temuan
        if tersimpan.alasan and unggahan_ini.keadaan == "diterima"
    }
    kurang = hasil.perlu_alasan(alasan_lama)
    with st.form(f"kirim_{kunci}"):
        alasan = alasan_lama | komponen_temuan.isian_alasan(
            kurang, nama, hasil.alasan_tertulis, unggahan_ini.id_unggahan
        )
        if unggahan.pengirim(unggahan_ini.kode_pd, unggahan_ini.kode_unit):
            nyata = st.checkbox("Data ini sudah saya validasi", key=f"nyata_{kunci}")
            penyerahan, label = Penyerahan(kini.versi, pernyataan=nyata), "Kirim"
        else:
            catatan = st.text_input(unggahan.TANYA_TITIPAN, key=f"catatan_{kunci}", max_chars=500)
            penyerahan = Penyerahan(kini.versi, catatan=catatan)
            label = "Terima dengan alasan ini" if kurang else "Terima"
        ditekan = st.form_submit_button(label, type="primary", icon=":material/check:")
    if ditekan and hasil.perlu_alasan(alasan):
        st.error("Masih ada peringatan yang alasannya kosong.", icon=":material/error:")
    elif ditekan:
        _terima(gudang, unggahan_ini, alasan, penyerahan)


def _terima(gudang: Gudang, unggahan_ini: Unggahan, alasan: dict[str, str], penyerahan: Penyerahan) -> None:
    putusan = unggahan.simpan(gudang, unggahan_ini, alasan, penyerahan)
    if putusan.status in {"usang", "tertahan"}:
        st.error(aman(putusan.pesan), icon=":material/update:")
        return
    st.session_state[f"putusan_{unggahan_ini.id_unggahan}"] = putusan
    st.rerun()


def _unduhan(gudang: Gudang, unggahan_ini: Unggahan, hasil: HasilPeriksa, temuan: tuple[Temuan, ...]) -> None:
    if not temuan:
        return
    nama = nama_bersih(unggahan_ini.nama_berkas)

    def pengembalian() -> Pengembalian:
        return susun_pengembalian(gudang, unggahan_ini, hasil, temuan, waktu_kini())

    diminta_unit = diminta(bagi(unggahan_ini, hasil, temuan))
    with st.container(horizontal=True):
        unduh.berkas(
            "Unduh pengembalian untuk unit (zip)",
            f"pengembalian_{nama}.zip",
            lambda: susun_paket(pengembalian()).isi,
            "pengembalian",
            utama=bool(diminta_unit) and not hasil.boleh_disimpan,
        )
        unduh.berkas("Nota saja (docx)", f"nota_{nama}.docx", lambda: susun_nota(pengembalian()), "nota")
    st.caption(_sebut_pengembalian(hasil, diminta_unit))


def _sebut_pengembalian(hasil: HasilPeriksa, diminta_unit: int) -> str:
    """What goes back to the unit, or that nothing has to."""
    if hasil.buku is None:
        return "Berkas ini dihentikan penjaga sebelum dibaca, sehingga yang dikembalikan hanya nota."
    if not dapat_dipindahkan(hasil):
        return "Isi berkas ini tidak dapat dipindahkan ke format Capaian; zip berisi berkas aslinya dan nota."
    if not diminta_unit:
        return "Tidak ada yang perlu dikembalikan kepada unit; yang tersisa diputuskan di layar ini."
    return (
        "Zip berisi format data kinerja yang sudah terisi (sel bertanda, catatan, lembar TEMUAN), berkas aslinya, dan "
        "nota pengembalian."
    )


def _temuan(gudang: Gudang, unggahan_ini: Unggahan, hasil: HasilPeriksa, temuan: tuple[Temuan, ...]) -> None:
    st.subheader("Temuan", anchor=False)
    dipilih = komponen_temuan.telusuri(temuan, unggahan_ini.id_unggahan)
    depan, nama = dipilih.temuan, hasil.nama_baris
    if depan is not None:
        with st.container(border=True):
            potongan = potong(hasil.buku, depan.lembar, depan.sel) if hasil.buku is not None else None
            komponen_temuan.kartu(depan, nama, potongan)
            _bacaan(gudang, unggahan_ini, depan)
    keadaan = {tersimpan.temuan.kunci: tersimpan.kalimat for tersimpan in unggahan_ini.temuan}
    alamat = {"unggahan": unggahan_ini.id_unggahan}
    if unggahan_ini.periode is not None:
        alamat |= {"tahun": str(unggahan_ini.periode.tahun), "triwulan": str(unggahan_ini.periode.triwulan)}
    daftar = komponen_temuan.susun_tabel_temuan(dipilih, nama, keadaan, alamat)
    tabel.tampilkan(daftar)
    unduh.berkas(
        "Unduh daftar temuan (csv)",
        f"temuan_{nama_bersih(unggahan_ini.nama_berkas)}.csv",
        lambda: susun_csv(daftar, unggahan_ini.nama_berkas),
        "temuan_csv",
    )


def _bacaan(gudang: Gudang, unggahan_ini: Unggahan, depan: Temuan) -> None:
    """Offer the readings of a cell that could not be read, also after one was chosen."""
    asal = next(
        (
            tersimpan.temuan
            for tersimpan in unggahan_ini.temuan
            if tersimpan.temuan.alamat == depan.alamat and tersimpan.temuan.tingkat == "galat"
        ),
        None,
    )
    boleh = sesi.boleh("pilih_bacaan", Sasaran(unggahan_ini.kode_pd, unggahan_ini.kode_unit))
    if asal is None or unggahan_ini.keadaan == "diterima" or not boleh:
        return
    dipilih = unggahan_ini.pilihan.get(depan.alamat)
    bacaan = komponen_temuan.pilih_satu(asal.pengganti, dipilih, f"{unggahan_ini.id_unggahan}_{depan.alamat}")
    if bacaan is not None:
        try:
            pilih_bacaan(gudang, sesi.pelaku(), unggahan_ini, depan.alamat, bacaan, waktu_kini())
        except TidakBerhak as tidak:
            st.error(aman(str(tidak)))
            return
        st.rerun()


def _tabel_perbedaan(putusan: PutusanKiriman, nama: Mapping[str, str]) -> Tabel:
    baris = tuple(
        BarisTabel(
            (
                nama.get(perbedaan.kode, perbedaan.kode),
                perbedaan.jenis,
                perbedaan.sebelum or "kosong",
                perbedaan.sesudah or "kosong",
            )
        )
        for perbedaan in putusan.perbedaan
    )
    kolom = (Kolom("Perubahan terhadap versi sebelumnya"), Kolom("Jenis"), Kolom("Sebelum"), Kolom("Sesudah"))
    return Tabel("Perubahan terhadap versi sebelumnya", kolom, baris)


def _tabel_bacaan(hasil: HasilPeriksa) -> Tabel:
    kolom = (Kolom("Indikator atau sub kegiatan"), Kolom("Sel"), Kolom("Dibaca"), Kolom("Keadaan atau alasan"))
    indikator = tuple(
        BarisTabel(
            (
                realisasi.nama,
                f"{realisasi.lembar}!{realisasi.sel}",
                realisasi.tulis(),
                realisasi.alasan or NAMA_KEADAAN[realisasi.keadaan],
            )
        )
        for realisasi in hasil.realisasi
    )
    uang = tuple(
        BarisTabel(
            (
                anggaran.nama,
                f"{anggaran.lembar}!{anggaran.sel}",
                "" if anggaran.rupiah is None else tulis_rupiah(anggaran.rupiah),
                anggaran.alasan or "",
            )
        )
        for anggaran in hasil.anggaran
    )
    return Tabel("Yang dibaca", kolom, (*indikator, *uang))
