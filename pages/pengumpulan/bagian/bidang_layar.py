"""Filling in a triwulan on the page: the rows of the unit's format, what was typed, and the way to send it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from analytics.alur.draf_layar import PutusanDraf, kirim_draf, simpan_draf
from analytics.alur.kirim import Penyerahan, halangan
from analytics.aturan.angka import tulis_angka, tulis_rupiah
from analytics.aturan.capaian import Target
from analytics.aturan.istilah import BUKTI_WAJIB
from analytics.aturan.periode import NAMA_KEADAAN, ROMAWI, tulis_waktu
from analytics.beku.sumber import baca_kedudukan_angka
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat, SimpulFormat, muat_bahan
from analytics.lembar.bentuk.format import JENIS_NARASI, kolom_realisasi, tulis_cara_isi
from analytics.lembar.layar.buku_layar import baca_terbaru, gema, muat_isian, periksa_draf, tersisih
from analytics.lembar.layar.draf import DrafIsian, IsianLayar, UnitLayar, baca_draf
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import Sasaran
from analytics.sop.objek import Kedudukan, Objek
from analytics.temuan.butir import Temuan
from pages.komponen import anak, kosong, sesi, tanya
from pages.komponen import temuan as komponen_temuan
from pages.komponen.ingatan import PenanyaIngat, ingat
from pages.komponen.saring import Saringan, pilih_daftar
from pages.komponen.teks import aman
from pages.pengumpulan.bagian import pengumpulan, unggahan

_PANJANG_ANGKA: Final = 60
_PANJANG_TEKS: Final = 2000
_SEBUTAN: Final = {"galat": "**✖ Galat.**", "peringatan": "**⚠ Pertanyaan.**", "info": "ℹ"}
IsianBaris = dict[str, dict[str, str]]


@dataclass
class Lembaran:
    """What this browser session has open.

    `dibuka` is what its fields began with, `dilihat` the newest versi that was seen, `diperiksa` the last check and
    `isian_diperiksa` what it was about.
    """

    dibuka: DrafIsian
    dilihat: int
    diperiksa: HasilPeriksa | None = None
    isian_diperiksa: IsianLayar | None = None


@dataclass(frozen=True)
class Meja:
    """One unit and triwulan on the page."""

    saring: Saringan
    unit: UnitLayar
    bahan: BahanFormat
    kedudukan: Kedudukan
    terakhir: DrafIsian
    lembaran: Lembaran

    @property
    def gudang(self) -> Gudang:
        """The store."""
        return self.saring.gudang

    def kunci(self, *bagian: str) -> str:
        """The key of a field; other fields take its place when another versi is opened."""
        return "|".join(("isi", self.unit.sebutan, str(self.lembaran.dibuka.versi), *bagian))


def pilih_unit(saring: Saringan) -> str | None:
    """Which unit is filled in; None when who is in may fill in none of this office."""
    boleh = {
        kode: nama
        for kode, nama in pengumpulan.unit_terlihat(saring).items()
        if sesi.boleh("isi_layar", Sasaran(saring.kode_pd, kode))
    }
    if len(boleh) <= 1:
        return next(iter(boleh), None)
    return pilih_daftar("Unit", "unit", boleh, next(iter(boleh)))


def buka(saring: Saringan, kode_unit: str) -> Meja:
    """What the page shows. The fields begin with the newest draft, else with what was sent last."""
    unit = UnitLayar(saring.kode_pd, kode_unit, saring.periode)
    penanya = saring.penanya
    bahan = ingat(
        saring.gudang,
        saring.kode_pd,
        ("bahan format", kode_unit, saring.periode),
        lambda: muat_bahan(penanya, saring.kode_pd, kode_unit, saring.periode),
    )
    terakhir = baca_draf(penanya, unit)
    kunci = f"lembaran|{saring.kode_pd}|{unit.sebutan}"
    if kunci not in st.session_state:
        awal = terakhir if terakhir.versi else DrafIsian(isian=muat_isian(penanya, unit))
        st.session_state[kunci] = Lembaran(awal, terakhir.versi)
    kini = tanya.kedudukan(saring.gudang, Objek.pengumpulan(saring.kode_pd, saring.periode, kode_unit))
    return Meja(saring, unit, bahan, kini, terakhir, st.session_state[kunci])


def kesimpulan(meja: Meja, isian: IsianLayar) -> str:
    """`Seksi Pemerintahan: 3 dari 11 isian wajib Triwulan III 2026 terisi`."""
    wajib = [indikator for indikator in meja.bahan.indikator if indikator.wajib]
    terisi = sum(_terisi(indikator, isian) for indikator in wajib)
    return f"{meja.bahan.nama_unit}: {terisi} dari {len(wajib)} isian wajib {meja.unit.periode.nama} terisi"


def status(meja: Meja) -> str:
    """How sure the figures of the periode are."""
    return baca_kedudukan_angka(meja.saring.penanya, meja.unit.kode_pd, meja.unit.periode).status


def _terisi(indikator: IndikatorFormat, isian: IsianLayar) -> bool:
    ketikan = isian.realisasi.get(indikator.kode, {})
    kunci = ("pembilang", "penyebut") if indikator.berpembilang else ("realisasi",)
    return all(ketikan.get(nama) for nama in kunci)


def keadaan(meja: Meja) -> None:
    """Where the data of the unit stand, whose draft this is, and what came in besides."""
    st.markdown(
        "Isi seperti di buku kerja: koma untuk desimal; yang belum ada datanya dibiarkan kosong dengan alasannya. "
        "**Simpan draf** menyimpan tanpa mengirim. **Periksa dan kirim** membuat buku kerja format unit ini dari isian "
        "di bawah, memeriksanya, dan mengunggahnya seperti buku kerja lainnya."
    )
    terakhir, lembaran = meja.terakhir, meja.lembaran
    if terakhir.disimpan_pada is not None:
        st.caption(aman(f"Draf versi {terakhir.versi}, {tulis_waktu(terakhir.disimpan_pada)} oleh {terakhir.oleh}."))
    elif lembaran.dibuka.isian.realisasi:
        st.caption("Bidang di bawah dimulai dari kiriman terakhir unit ini; belum ada draf.")
    if terakhir.versi > lembaran.dilihat:
        _bentrok(meja)
    sesudah = baca_terbaru(meja.saring.penanya, meja.unit, terakhir)
    if sesudah is not None:
        st.warning(aman(sesudah), icon=":material/upload_file:")
    sisa = tersisih(meja.bahan, lembaran.dibuka.isian)
    if sisa:
        kode = ", ".join(sisa)
        st.warning(aman(f"Rencana tidak lagi meminta {kode}; isiannya tetap di draf, tetapi tidak ikut dikirim."))


def _bentrok(meja: Meja) -> None:
    """Somebody else saved meanwhile: nothing is overwritten before somebody says which one goes on."""
    terakhir = meja.terakhir
    pada = tulis_waktu(terakhir.disimpan_pada) if terakhir.disimpan_pada else ""
    st.error(
        aman(
            f"{terakhir.oleh} menyimpan draf versi {terakhir.versi} pada {pada}, sesudah Anda membuka halaman ini. "
            "Isian Anda di bawah belum disimpan, dan tidak ada yang ditimpa."
        ),
        icon=":material/group:",
    )
    with st.container(horizontal=True):
        if st.button(f"Buka versi {terakhir.versi}, tinggalkan isian saya", icon=":material/folder_open:"):
            _buka_versi(meja)
        if st.button("Teruskan isian saya sebagai versi berikutnya", icon=":material/edit:"):
            meja.lembaran.dilihat = terakhir.versi
            st.rerun()


def _buka_versi(meja: Meja) -> None:
    lembaran = meja.lembaran
    lembaran.dibuka, lembaran.dilihat = meja.terakhir, meja.terakhir.versi
    lembaran.diperiksa = lembaran.isian_diperiksa = None
    st.rerun()


def bidang(meja: Meja) -> IsianLayar:
    """Draw the fields; what stands in them now."""
    diminta = [indikator for indikator in meja.bahan.indikator if indikator.wajib]
    lain = [indikator for indikator in meja.bahan.indikator if not indikator.wajib]
    realisasi: IsianBaris = {}
    for indikator in diminta:
        realisasi[indikator.kode] = _indikator(meja, indikator)
    if lain:
        with st.expander(f"{len(lain)} indikator yang tidak diminta triwulan ini"):
            for indikator in lain:
                realisasi[indikator.kode] = _indikator(meja, indikator)
    anggaran = {simpul.kode: _simpul(meja, simpul) for simpul in _berjudul(meja.bahan.simpul)}
    _tanpa_baris(meja)
    return IsianLayar(realisasi, anggaran).rapi


def _berjudul(simpul: Sequence[SimpulFormat]) -> Sequence[SimpulFormat]:
    if simpul:
        st.subheader("Anggaran", anchor=False)
    return simpul


def _indikator(meja: Meja, indikator: IndikatorFormat) -> dict[str, str]:
    awal = meja.lembaran.dibuka.isian.realisasi.get(indikator.kode, {})
    hasil: dict[str, str] = {}
    with st.container(border=True):
        st.markdown(f"**{aman(indikator.nama)}** ({aman(indikator.satuan)})")
        st.caption(aman(_keterangan(meja, indikator)))
        angka = ("pembilang", "penyebut") if indikator.berpembilang else ("realisasi",)
        tempat = st.columns([*(1 for _ in angka), 2])
        for kunci, kolom in zip(angka, tempat, strict=False):
            with kolom:
                hasil[kunci] = _angka(meja, indikator, kunci, awal)
        with tempat[-1]:
            hasil["alasan"] = _teks(meja, indikator.kode, "alasan", "Keterangan, atau alasan bila kosong", awal)
        terisi = sum(bool(awal.get(jenis)) for jenis in JENIS_NARASI)
        with st.expander(f"Faktor, tindak lanjut, dan bukti ({terisi} dari {len(JENIS_NARASI)} terisi)"):
            judul = {kolom.kunci: kolom.judul for kolom in kolom_realisasi(meja.unit.periode.triwulan)}
            for jenis in JENIS_NARASI:
                hasil[jenis] = _teks(meja, indikator.kode, jenis, judul[jenis], awal, panjang=True)
        _temuan(meja, indikator.kode)
    return hasil


def _keterangan(meja: Meja, indikator: IndikatorFormat) -> str:
    """How it is filled in, its targets with their kinds, and what was reported before."""
    periode = meja.unit.periode
    target = [
        f"target TW {ROMAWI[periode.triwulan]}: {_target(indikator.target_triwulan)}",
        f"target tahun {periode.tahun}: {_target(indikator.target_tahun)}",
    ]
    lalu = [f"TW {ROMAWI[triwulan]}: {_laporan(indikator, triwulan)}" for triwulan in sorted(indikator.lalu)]
    cara = tulis_cara_isi(indikator).replace("\n", "; ")
    tidak = [] if indikator.wajib else [NAMA_KEADAAN[indikator.bila_kosong]]
    bukti = [BUKTI_WAJIB] if indikator.bukti_wajib else []
    return " · ".join([*tidak, *bukti, cara, *target, *lalu])


def _target(target: Target) -> str:
    return "tidak ada" if target.kosong else target.tulis()


def _laporan(indikator: IndikatorFormat, triwulan: int) -> str:
    laporan = indikator.lalu[triwulan]
    if laporan.peringkat is not None:
        return laporan.peringkat
    if laporan.pembilang is not None and laporan.penyebut is not None:
        return f"{tulis_angka(laporan.pembilang)} / {tulis_angka(laporan.penyebut)}"
    return "–" if laporan.nilai is None else tulis_angka(laporan.nilai)


def _angka(meja: Meja, indikator: IndikatorFormat, kunci: str, awal: Mapping[str, str]) -> str:
    """The field of a value, with how it is understood below it."""
    nama = {"pembilang": indikator.pembilang, "penyebut": indikator.penyebut}.get(kunci)
    label = f"{kunci.capitalize()}: {nama}" if nama else f"Realisasi {meja.unit.periode.singkat}"
    if indikator.pilihan:
        return _peringkat(meja, indikator, label, awal.get(kunci, ""))
    kunci_bidang = meja.kunci(indikator.kode, kunci)
    tulisan = st.text_input(aman(label), awal.get(kunci, ""), key=kunci_bidang, max_chars=_PANJANG_ANGKA)
    if gema(tulisan):
        st.caption(aman(gema(tulisan)))
    return tulisan


def _peringkat(meja: Meja, indikator: IndikatorFormat, label: str, awal: str) -> str:
    pilihan = ["", *indikator.pilihan]
    return st.selectbox(
        aman(label),
        pilihan,
        index=pilihan.index(awal) if awal in pilihan else 0,
        key=meja.kunci(indikator.kode, "realisasi"),
        format_func=lambda peringkat: peringkat or "belum diisi",
    )


def _teks(meja: Meja, kode: str, kunci: str, label: str, awal: Mapping[str, str], *, panjang: bool = False) -> str:
    gambar = st.text_area if panjang else st.text_input
    return gambar(label, awal.get(kunci, ""), key=meja.kunci(kode, kunci), max_chars=_PANJANG_TEKS) or ""


def _simpul(meja: Meja, simpul: SimpulFormat) -> dict[str, str]:
    awal = meja.lembaran.dibuka.isian.anggaran.get(simpul.kode, {})
    hasil: dict[str, str] = {}
    with st.container(border=True):
        st.markdown(f"**{aman(simpul.nama)}** ({aman(simpul.kode)})")
        pagu = "tidak ada" if simpul.pagu is None else tulis_rupiah(simpul.pagu)
        lalu = "belum ada" if simpul.lalu is None else tulis_rupiah(simpul.lalu)
        st.caption(aman(f"pagu {meja.unit.periode.tahun}: {pagu} · realisasi s/d triwulan sebelumnya: {lalu}"))
        kiri, kanan = st.columns([1, 2])
        with kiri:
            label = f"Realisasi s/d {meja.unit.periode.singkat} (Rp)"
            kunci = meja.kunci(simpul.kode, "rupiah")
            hasil["rupiah"] = st.text_input(label, awal.get("rupiah", ""), key=kunci, max_chars=_PANJANG_ANGKA)
            if gema(hasil["rupiah"]):
                st.caption(aman(gema(hasil["rupiah"])))
        with kanan:
            hasil["alasan"] = _teks(meja, simpul.kode, "alasan", "Keterangan, atau alasan bila kosong", awal)
        _temuan(meja, simpul.kode)
    return hasil


def _temuan(meja: Meja, kode: str) -> None:
    """What the last check said of this row, each finding with its advice."""
    hasil = meja.lembaran.diperiksa
    for temuan in hasil.temuan if hasil else ():
        if temuan.kode_baris == kode:
            st.markdown(_kalimat(temuan))


def _tanpa_baris(meja: Meja) -> None:
    hasil = meja.lembaran.diperiksa
    for temuan in hasil.temuan if hasil else ():
        if temuan.kode_baris is None:
            st.markdown(_kalimat(temuan))


def _kalimat(temuan: Temuan) -> str:
    return f"{_SEBUTAN[temuan.tingkat]} {aman(f'{temuan.pesan} {temuan.saran}'.strip())}"


def simpan(meja: Meja, isian: IsianLayar) -> None:
    """The button that keeps what was typed without sending it."""
    with st.container(horizontal=True):
        ditekan = st.button("Simpan draf", icon=":material/save:", key=meja.kunci("simpan"))
        diperiksa = st.button(
            "Periksa dan kirim", icon=":material/fact_check:", type="primary", key=meja.kunci("periksa")
        )
    if ditekan:
        putusan = _simpan(meja, isian)
        if putusan.status in {"tersimpan", "sama"}:
            st.success(aman(putusan.pesan), icon=":material/check:")
    elif diperiksa:
        _periksa(meja, isian)


def _simpan(meja: Meja, isian: IsianLayar) -> PutusanDraf:
    """Save; what came in between is said."""
    lembaran = meja.lembaran
    putusan = simpan_draf(meja.gudang, sesi.pelaku(), meja.unit, isian, lembaran.dilihat, waktu_kini())
    if putusan.status in {"tersimpan", "sama"}:
        lembaran.dilihat = putusan.draf.versi
    else:
        st.error(aman(putusan.pesan), icon=":material/block:")
    return putusan


def _periksa(meja: Meja, isian: IsianLayar) -> None:
    putusan = _simpan(meja, isian)
    if putusan.status in {"tersimpan", "sama"} and putusan.draf.versi:
        lembaran = meja.lembaran
        lembaran.diperiksa = periksa_draf(meja.gudang, meja.unit, putusan.draf, anak.pembaca())
        lembaran.isian_diperiksa = putusan.draf.isian
        st.rerun()
    elif putusan.status == "sama":
        st.info("Belum ada yang diisi.")


def kirim(meja: Meja, isian: IsianLayar) -> None:
    """After the check: what is to be mended, else reasons, the statement, and the way to the Kasubbag."""
    hasil = meja.lembaran.diperiksa
    if hasil is None:
        return
    st.subheader("Hasil pemeriksaan", anchor=False)
    if isian != meja.lembaran.isian_diperiksa:
        st.warning("Isian berubah sesudah diperiksa. Tekan Periksa dan kirim sekali lagi.", icon=":material/update:")
    elif not hasil.boleh_disimpan:
        banyak = sum(temuan.tingkat == "galat" for temuan in hasil.temuan)
        st.error(f"{banyak} galat di atas bertanda ✖. Betulkan isiannya, lalu periksa lagi.", icon=":material/block:")
    else:
        _siap(meja, hasil)


def _siap(meja: Meja, hasil: HasilPeriksa) -> None:
    st.info(aman(hasil.kalimat_isian), icon=":material/task_alt:")
    halang = halangan(PenanyaIngat(meja.gudang, meja.unit.kode_pd), meja.kedudukan)
    if halang is not None:
        st.warning(aman(f"Belum dapat dikirim. {halang}"), icon=":material/hourglass_top:")
        return
    kunci = f"{hasil.sha256[:12]}_{meja.kedudukan.versi}"
    nama = {baris.kode_indikator: baris.nama for baris in hasil.realisasi}
    nama |= {baris.kode_simpul: baris.nama for baris in hasil.anggaran}
    kurang = hasil.perlu_alasan({})
    with st.form(f"kirim_layar_{kunci}"):
        alasan = komponen_temuan.isian_alasan(kurang, nama, hasil.alasan_tertulis, kunci)
        if unggahan.pengirim(meja.unit.kode_pd, meja.unit.kode_unit):
            nyata = st.checkbox("Data ini sudah saya validasi", key=f"nyata_{kunci}")
            penyerahan = Penyerahan(meja.kedudukan.versi, pernyataan=nyata)
        else:
            catatan = st.text_input(unggahan.TANYA_TITIPAN, key=f"catatan_{kunci}", max_chars=500)
            penyerahan = Penyerahan(meja.kedudukan.versi, catatan=catatan)
        ditekan = st.form_submit_button("Kirim", type="primary", icon=":material/check:")
    if ditekan and hasil.perlu_alasan(alasan):
        st.error("Masih ada peringatan yang alasannya kosong.", icon=":material/error:")
    elif ditekan:
        _kirim(meja, hasil, alasan, penyerahan)


def _kirim(meja: Meja, hasil: HasilPeriksa, alasan: dict[str, str], penyerahan: Penyerahan) -> None:
    putusan = kirim_draf(meja.gudang, sesi.pelaku(), hasil, alasan, penyerahan, waktu_kini())
    if putusan.status not in {"diterima", "sudah_ada"}:
        st.error(aman(putusan.pesan), icon=":material/update:")
        return
    meja.lembaran.diperiksa = meja.lembaran.isian_diperiksa = None
    st.success(aman(putusan.pesan), icon=":material/check_circle:")
    if putusan.id_unggahan is not None:
        kosong.tautan("unggah", "Lihat unggahannya", {**meja.saring.alamat, "unggahan": putusan.id_unggahan})
