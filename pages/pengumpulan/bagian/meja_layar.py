"""What is open on the page *Isi di layar*: whose triwulan, where its fields begin, and what came in besides."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analytics.alur.kirim import halangan
from analytics.aturan.periode import tulis_waktu
from analytics.beku.sumber import baca_kedudukan_angka
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan
from analytics.lembar.kembali.belum_bertempat import BelumBertempat
from analytics.lembar.layar.awal import UnggahanUnit, baca_unggahan, muat_awal
from analytics.lembar.layar.buku_layar import periksa_draf, tersisih, wajib_terisi
from analytics.lembar.layar.draf import DrafIsian, IsianLayar, UnitLayar, baca_draf
from analytics.lembar.layar.keuangan import KeuanganTerisi
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.sistem import Gudang
from analytics.sop.izin import Sasaran
from analytics.sop.objek import Kedudukan, Objek
from analytics.temuan.butir import Temuan
from pages.komponen import anak, sesi, tanya
from pages.komponen import temuan as komponen_temuan
from pages.komponen.ingatan import PenanyaIngat, ingat
from pages.komponen.saring import Saringan, pilih_daftar
from pages.komponen.teks import aman
from pages.pengumpulan.bagian import pengumpulan


@dataclass(frozen=True)
class Pembukaan:
    """What fields are filled with: a draft, or what stands in an upload, `dari`, with what the check says of it."""

    draf: DrafIsian
    dari: UnggahanUnit | None = None
    sisa: tuple[BelumBertempat, ...] = ()
    temuan: tuple[Temuan, ...] = ()


@dataclass
class Lembaran:
    """What this browser session has open.

    `dibuka` is what its fields began with, or what was saved of them since; `bukaan` counts how often they began anew.
    `dilihat` is the newest versi that was seen, `unggahan` the newest upload; `temuan` stands beside the rows,
    `diperiksa` is the last check and `isian_diperiksa` what it was about; `keuangan` is what a list of the finance
    system brought.
    """

    dibuka: Pembukaan
    dilihat: int
    temuan: tuple[Temuan, ...]
    bukaan: int = 0
    diperiksa: HasilPeriksa | None = None
    isian_diperiksa: IsianLayar | None = None
    keuangan: KeuanganTerisi | None = None
    unggahan: str | None = None

    def mulai(self, dibuka: Pembukaan, dilihat: int) -> None:
        """Let other fields take the place of these."""
        self.dibuka, self.dilihat, self.temuan = dibuka, dilihat, dibuka.temuan
        self.bukaan += 1
        self.keuangan = None
        self.lupakan_periksa()

    def lupakan_periksa(self) -> None:
        """Nothing is ready to be sent any more."""
        self.diperiksa = self.isian_diperiksa = None


@dataclass(frozen=True)
class Meja:
    """One unit and triwulan on the page; `terakhir` is its newest draft."""

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

    @property
    def halangan(self) -> str | None:
        """Why the triwulan cannot be sent now, and whose turn it is; None when it can."""
        return halangan(PenanyaIngat(self.gudang, self.unit.kode_pd), self.kedudukan)

    @property
    def isian_awal(self) -> IsianLayar:
        """What the fields began with."""
        return self.lembaran.dibuka.draf.isian

    def kunci(self, *bagian: str) -> str:
        """The key of a field; other fields take its place when another versi is opened."""
        return "|".join(("isi", self.unit.sebutan, str(self.lembaran.bukaan), *bagian))


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
    """What the page shows. The fields begin with the newest draft, else with what was uploaded last."""
    unit = UnitLayar(saring.kode_pd, kode_unit, saring.periode)
    bahan = ingat(
        saring.gudang,
        saring.kode_pd,
        ("bahan format", kode_unit, saring.periode),
        lambda: muat_bahan(saring.penanya, saring.kode_pd, kode_unit, saring.periode),
    )
    terakhir = baca_draf(saring.penanya, unit)
    kunci = f"lembaran|{saring.kode_pd}|{unit.sebutan}"
    if kunci not in st.session_state:
        unggahan = baca_unggahan(saring.penanya, unit)
        dibuka = Pembukaan(terakhir) if terakhir.versi else _mulai(saring, bahan, unit, unggahan)
        terlihat = None if unggahan is None else unggahan.id_unggahan
        st.session_state[kunci] = Lembaran(dibuka, terakhir.versi, dibuka.temuan, unggahan=terlihat)
    kini = tanya.kedudukan(saring.gudang, Objek.pengumpulan(saring.kode_pd, saring.periode, kode_unit))
    return Meja(saring, unit, bahan, kini, terakhir, st.session_state[kunci])


def _mulai(saring: Saringan, bahan: BahanFormat, unit: UnitLayar, terakhir: UnggahanUnit | None) -> Pembukaan:
    """Where the fields begin without a draft."""
    return Pembukaan(DrafIsian()) if terakhir is None else _dari_unggahan(saring, bahan, unit, terakhir)


def _dari_unggahan(saring: Saringan, bahan: BahanFormat, unit: UnitLayar, dari: UnggahanUnit) -> Pembukaan:
    """The texts of an upload; of one that was not accepted with what the check says of these texts."""
    return ingat(
        saring.gudang,
        saring.kode_pd,
        ("awal isian", dari.id_unggahan),
        lambda: _periksa_awal(saring, bahan, unit, dari),
    )


def _periksa_awal(saring: Saringan, bahan: BahanFormat, unit: UnitLayar, dari: UnggahanUnit) -> Pembukaan:
    awal = muat_awal(saring.penanya, dari, bahan, anak.pembaca())
    draf = DrafIsian(0, awal.isian, dari.oleh, dari.diunggah_pada)
    bersih = dari.diterima or awal.isian == IsianLayar()
    temuan = () if bersih else periksa_draf(saring.gudang, unit, draf, anak.pembaca()).temuan
    return Pembukaan(draf, dari, awal.sisa, temuan)


def kesimpulan(meja: Meja, isian: IsianLayar) -> str:
    """`Seksi Pemerintahan: 3 dari 11 isian wajib Triwulan III 2026 terisi`."""
    wajib = sum(indikator.wajib for indikator in meja.bahan.indikator)
    terisi = wajib_terisi(meja.bahan, isian)
    return f"{meja.bahan.nama_unit}: {terisi} dari {wajib} isian wajib {meja.unit.periode.nama} terisi"


def status(meja: Meja) -> str:
    """How sure the figures of the periode are."""
    return baca_kedudukan_angka(meja.saring.penanya, meja.unit.kode_pd, meja.unit.periode).status


def keadaan(meja: Meja) -> None:
    """Whose draft this is, where its fields began, and what came in besides."""
    st.markdown(
        "Isi seperti di buku kerja: koma untuk desimal; yang belum ada datanya dibiarkan kosong dengan alasannya. "
        "**Simpan draf** menyimpan tanpa mengirim. **Periksa dan kirim** membuat buku kerja format unit ini dari isian "
        "di bawah, memeriksanya, dan mengunggahnya seperti buku kerja lainnya."
    )
    if meja.halangan is not None:
        st.info(aman(f"{meja.halangan} Draf tetap dapat disimpan."), icon=":material/hourglass_top:")
    terakhir, lembaran = meja.terakhir, meja.lembaran
    if terakhir.disimpan_pada is not None:
        st.caption(aman(f"Draf versi {terakhir.versi}, {tulis_waktu(terakhir.disimpan_pada)} oleh {terakhir.oleh}."))
    _asal(lembaran.dibuka)
    if terakhir.versi > lembaran.dilihat:
        _bentrok(meja)
    _menyusul(meja)
    sisa = tersisih(meja.bahan, meja.isian_awal)
    if sisa:
        kode = ", ".join(sisa)
        st.warning(aman(f"Rencana tidak lagi meminta {kode}; isiannya tetap di draf, tetapi tidak ikut dikirim."))


def _asal(dibuka: Pembukaan) -> None:
    """From which upload the fields began, and what of it has no field here."""
    if dibuka.dari is None:
        return
    if dibuka.draf.isian == IsianLayar():
        st.caption(aman(f"{dibuka.dari.sebutan}, tidak memuat isian yang dapat dipindahkan ke sini."))
    else:
        st.caption(aman(f"Bidang di bawah dimulai dari {dibuka.dari.sebutan}; belum disimpan sebagai draf."))
    if dibuka.temuan:
        kata = komponen_temuan.ringkas(dibuka.temuan)
        st.warning(aman(f"Berkas itu belum diterima: {kata}, tertulis di barisnya."), icon=":material/undo:")
    if dibuka.sisa:
        st.warning(f"{len(dibuka.sisa)} sel berkas itu tidak ada bidangnya di sini dan tidak ikut.")
        with st.expander("Sel yang tidak ikut"):
            st.markdown("\n".join(f"- {aman(_sebut_sisa(butir))}" for butir in dibuka.sisa))


def _sebut_sisa(butir: BelumBertempat) -> str:
    tempat = ", ".join(kata for kata in (butir.baris, butir.kolom) if kata)
    return f"{butir.alamat}: “{butir.isi or butir.rumus}”" + (f" ({tempat})" if tempat else "")


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
            meja.lembaran.mulai(Pembukaan(terakhir), terakhir.versi)
            st.rerun()
        if st.button("Teruskan isian saya sebagai versi berikutnya", icon=":material/edit:"):
            meja.lembaran.dilihat = terakhir.versi
            st.rerun()


def _menyusul(meja: Meja) -> None:
    """A workbook that came in after the draft, or while these fields stand open: the newest upload is what counts."""
    datang = baca_unggahan(meja.saring.penanya, meja.unit)
    sejak = "" if datang is None or meja.lembaran.dibuka.dari == datang else _sejak(meja, datang)
    if datang is None or not sejak:
        return
    st.warning(
        aman(f"Sesudah {sejak} masuk {datang.sebutan}. Bila draf ini dikirim, ia menggantikan unggahan itu."),
        icon=":material/upload_file:",
    )
    if st.button("Mulai dari isi unggahan itu", icon=":material/file_open:"):
        dibuka = _dari_unggahan(meja.saring, meja.bahan, meja.unit, datang)
        meja.lembaran.mulai(dibuka, meja.terakhir.versi)
        meja.lembaran.unggahan = datang.id_unggahan
        st.rerun()


def _sejak(meja: Meja, datang: UnggahanUnit) -> str:
    """After what an upload came in that nobody here has seen; empty where it did not, or is this very draft."""
    dilihat = meja.lembaran.unggahan
    kunci = ("menyusul", datang.id_unggahan, meja.terakhir.versi, dilihat)
    return ingat(meja.gudang, meja.unit.kode_pd, kunci, lambda: _sesudah_apa(meja, datang, dilihat))


def _sesudah_apa(meja: Meja, datang: UnggahanUnit, dilihat: str | None) -> str:
    if datang.menyusul(meja.bahan, meja.terakhir):
        return "draf ini disimpan"
    baru = datang.id_unggahan != dilihat and not datang.asalnya(meja.bahan, meja.terakhir)
    return "halaman ini dibuka" if baru else ""
