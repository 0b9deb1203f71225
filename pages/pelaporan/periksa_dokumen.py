from __future__ import annotations

import streamlit as st

from analytics.beku.snapshot import daftar_snapshot
from analytics.bukti_asli.periksa_dokumen import baca_bawaan, bandingkan
from analytics.pembaca.baca import BukuTerbaca
from analytics.temuan.berkas_ditolak import temuan_berkas
from pages.komponen import anak, kepala, kosong, sesi
from pages.komponen.ingatan import PenanyaIngat
from pages.komponen.saring import pilih_kantor
from pages.komponen.teks import aman
from pages.pelaporan.bagian import bukti_dokumen, snapshot

gudang = sesi.gudang()
wadah = kepala.siapkan()
kantor = pilih_kantor(gudang)
if kantor is None:
    kosong.panduan_awal(wadah)
    st.stop()
kepala.isi_umum(wadah, "Periksa apakah sebuah dokumen sama dengan yang disetujui", kantor)
semua = daftar_snapshot(PenanyaIngat(gudang, kantor.kode_pd), kantor.kode_pd)
if not semua:
    kosong.pesan("Belum ada periode yang disetujui, sehingga belum ada yang dapat dibandingkan.", "ekspor", "Ekspor")
    st.stop()

berkas = st.file_uploader("Dokumen kompilasi (.xlsx)", type="xlsx", max_upload_size=10, key="berkas_dokumen")
if berkas is None:
    st.markdown(
        "Unggah dokumen kompilasi yang Anda terima. Setiap sel dibandingkan dengan yang dibekukan saat disetujui: "
        "angka yang diganti disebut letaknya, sedangkan berkas yang hanya disimpan ulang dengan Excel atau LibreOffice "
        "tetap dinyatakan sama. Berkas itu tidak disimpan."
    )
    st.stop()
buku = anak.pembaca().baca(berkas.getvalue())
if not isinstance(buku, BukuTerbaca):
    st.error(
        "\n\n".join(aman(f"{temuan.pesan} {temuan.saran}") for temuan in temuan_berkas(buku)), icon=":material/error:"
    )
    st.stop()
bawaan = baca_bawaan(buku)
bukti_dokumen.sebut_bawaan(bawaan)
nomor = snapshot.pilih(bawaan.nomor if bawaan else "", semua)
yang_disetujui = snapshot.muat(gudang, kantor.kode_pd, nomor)
if yang_disetujui is not None:
    snapshot.sebut_pengganti(nomor, semua)
    tersimpan = next(ringkas.dokumen for ringkas in semua if ringkas.nomor == nomor)
    bukti_dokumen.tampilkan(bandingkan(berkas.getvalue(), buku, yang_disetujui, tersimpan))
