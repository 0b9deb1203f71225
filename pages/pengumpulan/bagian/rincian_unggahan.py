"""One upload on the page: verdict, what was mended since the last one, its findings, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics.alur.kirim import Penyerahan, halangan, pilih_bacaan, terima_penjelasan
from analytics.aturan.angka import tulis_rupiah
from analytics.aturan.periode import BELUM_WAKTUNYA, NAMA_KEADAAN, TIDAK_DIRENCANAKAN, tulis_waktu
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel, susun_csv
from analytics.lembar.catat.terima import PutusanKiriman
from analytics.lembar.catat.unggahan import Unggahan
from analytics.lembar.kembali.kiriman_kembali import kalimat_putusan, kepala_kembalian
from analytics.lembar.kembali.paket import nama_bersih, susun_paket
from analytics.lembar.kembali.sekitar import potong
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.naskah.kepala import Kembalian
from analytics.naskah.memo import susun_memo
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import Sasaran, TidakBerhak
from analytics.sop.objek import Kedudukan
from analytics.temuan.butir import Temuan
from pages.komponen import anak, kosong, sesi, tabel, unduh
from pages.komponen import temuan as komponen_temuan
from pages.komponen.ingatan import PenanyaIngat
from pages.komponen.teks import aman
from pages.pengumpulan.bagian import unggahan


def tampilkan(gudang: Gudang, satu: Unggahan) -> None:
    """Everything about one upload; the bytes and findings come from the store."""
    hasil = unggahan.periksa_ulang(gudang, satu)
    temuan = tuple(isi.temuan for isi in satu.temuan) if satu.keadaan == "diterima" else hasil.temuan
    nama = _nama(hasil)
    with st.container(border=True):
        st.subheader(aman(satu.nama_berkas), anchor=False)
        st.caption(aman(_milik(satu, temuan)))
        _putusan(gudang, satu, hasil, temuan, nama)
        if satu.kemajuan is not None:
            st.info(aman(f"{satu.kemajuan.kalimat}."), icon=":material/trending_up:")
        if satu.keadaan != "diterima":
            _tindakan(gudang, satu, hasil, nama)
        _unduhan(gudang, satu, hasil, temuan)
    if temuan:
        _temuan(gudang, satu, hasil, temuan)
    if hasil.realisasi:
        with st.expander("Yang dibaca dari berkas ini"):
            tabel.tampilkan(_tabel_bacaan(hasil))


def _milik(satu: Unggahan, temuan: tuple[Temuan, ...]) -> str:
    jumlah = komponen_temuan.ringkas(temuan)
    siapa = f"unggahan ke-{satu.nomor}, {tulis_waktu(satu.diunggah_pada)} oleh {satu.oleh}"
    if satu.periode is None:
        return f"Bukan format data yang dikenal · {jumlah} · {siapa}"
    return f"{satu.nama_unit or satu.kode_unit} · {satu.periode.nama} · {jumlah} · {siapa}"


def _putusan(
    gudang: Gudang, satu: Unggahan, hasil: HasilPeriksa, temuan: tuple[Temuan, ...], nama: Mapping[str, str]
) -> None:
    kalimat = aman(kalimat_putusan(satu, temuan))
    if satu.keadaan == "diterima":
        _diterima(gudang, satu, kalimat)
        _kirim_lagi(gudang, satu, hasil, nama)
    elif not hasil.boleh_disimpan:
        bersel = any(isi.sel for isi in temuan)
        lalu = "Perbaiki sel yang disebut, simpan, lalu unggah lagi." if bersel else "Unggah format data dari Capaian."
        st.error(f"{kalimat} {lalu}", icon=":material/block:")
    elif not satu.terbaru:
        st.warning(f"{kalimat} Unggahan yang lebih baru sudah ada; yang ini disimpan sebagai arsip.")
    else:
        terisi = sum(isi.keadaan == "terisi" for isi in hasil.realisasi)
        uang = sum(isi.rupiah is not None for isi in hasil.anggaran)
        indikator, anggaran = len(hasil.realisasi), len(hasil.anggaran)
        bebas = sum(isi.keadaan in {BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN} for isi in hasil.realisasi)
        belum = f" ({bebas} belum waktunya atau tidak direncanakan)" if bebas else ""
        baca = f"Terisi {terisi} dari {indikator} indikator{belum} dan {uang} dari {anggaran} baris anggaran."
        st.info(f"{baca} {kalimat}", icon=":material/task_alt:")


def _diterima(gudang: Gudang, satu: Unggahan, kalimat: str) -> None:
    st.success(kalimat, icon=":material/check_circle:")
    putusan: PutusanKiriman | None = st.session_state.get(f"putusan_{satu.id_unggahan}")
    if putusan is not None and putusan.perbedaan:
        tabel.tampilkan(_tabel_perbedaan(putusan, {}))
    tawarkan_penjelasan(gudang, satu)
    if satu.periode is not None:
        alamat = {"tahun": str(satu.periode.tahun), "triwulan": str(satu.periode.triwulan)}
        with st.container(horizontal=True):
            kosong.tautan("evaluasi-iku", "Lihat evaluasi IKU periode ini", alamat)
            kosong.tautan("evaluasi-renja", "Lihat evaluasi Renja periode ini", alamat)


def tawarkan_penjelasan(gudang: Gudang, satu: Unggahan) -> None:
    """For who may: accept the explanations of an accepted upload."""
    banyak = sum(isi.keadaan == "dijelaskan" for isi in satu.temuan)
    if not banyak or not sesi.boleh("terima_penjelasan", Sasaran(satu.kode_pd)):
        return
    if st.button(f"Terima {banyak} penjelasan", icon=":material/done_all:", key="terima_penjelasan"):
        try:
            terima_penjelasan(gudang, sesi.pelaku(), satu, waktu_kini())
        except TidakBerhak as tidak:
            st.error(aman(str(tidak)))
            return
        st.rerun()


def _tindakan(gudang: Gudang, satu: Unggahan, hasil: HasilPeriksa, nama: Mapping[str, str]) -> None:
    """What is left to do until it is sent: by whom, and why not now."""
    kini = unggahan.kedudukan(gudang, satu.kode_pd, satu)
    if not hasil.boleh_disimpan or not satu.terbaru or kini is None:
        return
    halang = halangan(PenanyaIngat(gudang, satu.kode_pd), kini)
    if halang is not None:
        st.warning(aman(f"Belum dapat dikirim. {halang}"), icon=":material/hourglass_top:")
    elif unggahan.pengirim(satu.kode_pd, satu.kode_unit) or unggahan.penghimpun(satu.kode_pd):
        _formulir(gudang, satu, hasil, nama, kini)
    else:
        st.caption("Yang mengirim: Kepala Seksi unit ini, atau Kasubbag yang menerimanya di luar aplikasi.")


def _kirim_lagi(gudang: Gudang, satu: Unggahan, hasil: HasilPeriksa, nama: Mapping[str, str]) -> None:
    """What is a kiriman already can be sent as it is where the SOP waits for the unit."""
    kini = unggahan.kedudukan(gudang, satu.kode_pd, satu)
    boleh = unggahan.pengirim(satu.kode_pd, satu.kode_unit) or unggahan.penghimpun(satu.kode_pd)
    if kini is None or not boleh or not satu.terbaru or halangan(PenanyaIngat(gudang, satu.kode_pd), kini) is not None:
        return
    st.markdown("Data unit ini sedang ditunggu. Unggah perbaikannya, atau kirim isian ini sekali lagi tanpa perubahan.")
    _formulir(gudang, satu, hasil, nama, kini)


def _formulir(gudang: Gudang, satu: Unggahan, hasil: HasilPeriksa, nama: Mapping[str, str], kini: Kedudukan) -> None:
    """Reasons that are still missing, and the statement or the note under which the data are sent."""
    kunci = f"{satu.id_unggahan}_{kini.versi}"
    alasan_lama = {isi.temuan.kunci: isi.alasan for isi in satu.temuan if isi.alasan and satu.keadaan == "diterima"}
    kurang = hasil.perlu_alasan(alasan_lama)
    with st.form(f"kirim_{kunci}"):
        alasan = alasan_lama | komponen_temuan.isian_alasan(kurang, nama, hasil.alasan_tertulis, satu.id_unggahan)
        if unggahan.pengirim(satu.kode_pd, satu.kode_unit):
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
        _terima(gudang, satu, alasan, penyerahan)


def _terima(gudang: Gudang, satu: Unggahan, alasan: dict[str, str], penyerahan: Penyerahan) -> None:
    putusan = unggahan.simpan(gudang, satu, alasan, penyerahan)
    if putusan.status in {"usang", "tertahan"}:
        st.error(aman(putusan.pesan), icon=":material/update:")
        return
    st.session_state[f"putusan_{satu.id_unggahan}"] = putusan
    st.rerun()


def _unduhan(gudang: Gudang, satu: Unggahan, hasil: HasilPeriksa, temuan: tuple[Temuan, ...]) -> None:
    if not temuan:
        return
    nama = nama_bersih(satu.nama_berkas)

    def kepala() -> Kembalian:
        return kepala_kembalian(gudang, satu, temuan, waktu_kini())

    with st.container(horizontal=True):
        unduh.berkas(
            "Unduh pengembalian untuk unit (zip)",
            f"pengembalian_{nama}.zip",
            lambda: susun_paket(hasil.isi, kepala(), temuan, anak.penanda()).isi,
            "pengembalian",
            utama=not hasil.boleh_disimpan,
        )
        lampiran = "bertanda" if hasil.buku is not None else "tanpa"
        unduh.berkas(
            "Nota saja (docx)",
            f"nota_{nama}.docx",
            lambda: susun_memo(kepala(), temuan, lampiran),
            "nota",
        )
    st.caption(
        "Zip berisi salinan bertanda (sel berwarna, catatan, lembar TEMUAN), berkas aslinya, dan nota pengembalian."
        if hasil.buku is not None
        else "Berkas ini dihentikan penjaga sebelum dibaca, sehingga yang dikembalikan hanya nota."
    )


def _temuan(gudang: Gudang, satu: Unggahan, hasil: HasilPeriksa, temuan: tuple[Temuan, ...]) -> None:
    st.subheader("Temuan", anchor=False)
    dipilih = komponen_temuan.telusuri(temuan, satu.id_unggahan)
    depan, nama = dipilih.temuan, _nama(hasil)
    if depan is not None:
        with st.container(border=True):
            potongan = potong(hasil.buku, depan.lembar, depan.sel) if hasil.buku is not None else None
            komponen_temuan.kartu(depan, nama, potongan)
            _bacaan(gudang, satu, depan)
    keadaan = {isi.temuan.kunci: isi.kalimat for isi in satu.temuan}
    alamat = {"unggahan": satu.id_unggahan}
    if satu.periode is not None:
        alamat |= {"tahun": str(satu.periode.tahun), "triwulan": str(satu.periode.triwulan)}
    daftar = komponen_temuan.susun_tabel_temuan(dipilih, nama, keadaan, alamat)
    tabel.tampilkan(daftar)
    unduh.berkas(
        "Unduh daftar temuan (csv)",
        f"temuan_{nama_bersih(satu.nama_berkas)}.csv",
        lambda: susun_csv(daftar, satu.nama_berkas),
        "temuan_csv",
    )


def _bacaan(gudang: Gudang, satu: Unggahan, depan: Temuan) -> None:
    """Offer the readings of a cell that could not be read, also after one was chosen."""
    asal = next(
        (isi.temuan for isi in satu.temuan if isi.temuan.alamat == depan.alamat and isi.temuan.tingkat == "galat"), None
    )
    boleh = sesi.boleh("pilih_bacaan", Sasaran(satu.kode_pd, satu.kode_unit))
    if asal is None or satu.keadaan == "diterima" or not boleh:
        return
    dipilih = satu.pilihan.get(depan.alamat)
    bacaan = komponen_temuan.pilih_satu(asal.pengganti, dipilih, f"{satu.id_unggahan}_{depan.alamat}")
    if bacaan is not None:
        try:
            pilih_bacaan(gudang, sesi.pelaku(), satu, depan.alamat, bacaan, waktu_kini())
        except TidakBerhak as tidak:
            st.error(aman(str(tidak)))
            return
        st.rerun()


def _nama(hasil: HasilPeriksa) -> dict[str, str]:
    indikator = {satu.kode_indikator: satu.nama for satu in hasil.realisasi}
    return indikator | {satu.kode_simpul: satu.nama for satu in hasil.anggaran}


def _tabel_perbedaan(putusan: PutusanKiriman, nama: Mapping[str, str]) -> Tabel:
    baris = tuple(
        BarisTabel((nama.get(satu.kode, satu.kode), satu.jenis, satu.sebelum or "kosong", satu.sesudah or "kosong"))
        for satu in putusan.perbedaan
    )
    kolom = (Kolom("Perubahan terhadap versi sebelumnya"), Kolom("Jenis"), Kolom("Sebelum"), Kolom("Sesudah"))
    return Tabel("Perubahan terhadap versi sebelumnya", kolom, baris)


def _tabel_bacaan(hasil: HasilPeriksa) -> Tabel:
    kolom = (Kolom("Indikator atau sub kegiatan"), Kolom("Sel"), Kolom("Dibaca"), Kolom("Keadaan atau alasan"))
    indikator = tuple(
        BarisTabel((satu.nama, f"{satu.lembar}!{satu.sel}", satu.tulis(), satu.alasan or NAMA_KEADAAN[satu.keadaan]))
        for satu in hasil.realisasi
    )
    uang = tuple(
        BarisTabel(
            (
                satu.nama,
                f"{satu.lembar}!{satu.sel}",
                "" if satu.rupiah is None else tulis_rupiah(satu.rupiah),
                satu.alasan or "",
            )
        )
        for satu in hasil.anggaran
    )
    return Tabel("Yang dibaca", kolom, (*indikator, *uang))
