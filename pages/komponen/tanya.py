"""Questions to `analytics`, answered once per version of the data; results are frozen, so sessions share them."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import Final, Literal, TypeVar

import streamlit as st
from plotly.graph_objects import Figure

from analytics.acuan import Penanya
from analytics.alur.verifikasi import LembarVerifikasi, baca_verifikasi, nama_diisi, susun_verifikasi, wajib_berbukti
from analytics.aturan.periode import Periode
from analytics.beku.fakta import FaktaPeriode, ambil_fakta
from analytics.beku.pembekuan import buka_calon
from analytics.beku.snapshot import SnapshotRusak
from analytics.beku.sumber import KedudukanAngka, SumberAngka, baca_kedudukan_angka, buka_sumber
from analytics.bukti_asli.beda_aturan import BedaAturan, bandingkan_aturan
from analytics.dokumen.isi_kompilasi import HasilFormulir, Kompilasi
from analytics.dokumen.tabel import Tabel
from analytics.evaluasi.bacaan import Bacaan, baca, perbarui_keterangan, sebagai_draf
from analytics.evaluasi.hasil import Kelengkapan, RincianIndikator
from analytics.evaluasi.indikator import nama_indikator, rincian_indikator
from analytics.evaluasi.lingkup import susun_kelengkapan
from analytics.formulir import BERPOHON, isi_kompilasi
from analytics.formulir.entri import Formulir
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.objek import Kedudukan, Objek, baca_semua, belum_dipindah
from pages.komponen.ingatan import Hasil, JawabanTersimpan, PenanyaIngat, ingat, ingat_angka
from pages.komponen.saring import DataDipakai, Saringan
from pages.komponen.teks import aman

Evaluasi = TypeVar("Evaluasi", bound=HasilFormulir)


_BEKU: Final = JawabanTersimpan(12)
"""Frozen stores; one is let go of with the last session that uses it."""
_BEDA_ATURAN: Final = JawabanTersimpan(60)
"""What today's rules see otherwise, by snapshot."""


def kunci_saringan(saring: Saringan) -> tuple[str | int | None, ...]:
    """What a result depends on besides the data: the choice, and the day, which says who holds an office."""
    periode = saring.periode
    letak = saring.kode_pd, periode.tahun, periode.triwulan, saring.kode_unit
    return *letak, saring.kiriman, waktu_kini().date().isoformat()


def olahan(saring: Saringan, nama: str, kerja: Callable[[], Hasil]) -> Hasil:
    """What a page makes of results of the choice, once per version of the data."""
    return _tanya(saring, f"olahan {nama}", kerja)


def tabel(saring: Saringan, formulir: Formulir[Evaluasi]) -> Tabel:
    """The table of a form, which is the same object until the data change."""
    return olahan(saring, formulir.kode, lambda: formulir.tabel(evaluasi(saring, formulir)))


def gambar(saring: Saringan, nama: str, isi: Sized, kerja: Callable[[], Figure]) -> Figure | None:
    """A figure of a page, built once per question and version of the data; None when `isi` is empty."""
    if not isi:
        return None
    return ingat(saring.gudang, saring.kode_pd, ("gambar", nama, *kunci_saringan(saring)), kerja)


def sumber(saring: Saringan) -> SumberAngka:
    """The store that figures of the choice come from: frozen once they are approved. Stops at a changed snapshot."""
    kini, asal = _kedudukan_angka(saring), _asal(saring)
    if asal == "semua":
        return SumberAngka(saring.gudang)
    if asal == "terverifikasi":
        return _tanya(saring.sekantor, "calon beku", lambda: SumberAngka(_calon(saring, kini, _fakta(saring))))
    try:
        return _BEKU.ambil((kini.sidik,), lambda: buka_sumber(saring.gudang, saring.kode_pd, saring.periode, kini))
    except SnapshotRusak as rusak:
        st.error(f"{aman(str(rusak))} Angkanya tidak ditampilkan; periksa di halaman Jejak.", icon=":material/gpp_bad:")
        st.stop()


def beku(saring: Saringan, fakta: FaktaPeriode) -> Gudang:
    """The frozen store of a periode: of its snapshot once approved, before that of these facts. Stops as `sumber`."""
    kini = _kedudukan_angka(saring)
    return sumber(saring).gudang if kini.status == "disetujui" else _calon(saring, kini, fakta)


def _calon(saring: Saringan, kini: KedudukanAngka, fakta: FaktaPeriode) -> Gudang:
    """The frozen store of what would be approved: the same one while its rows are the same, whatever is written."""
    letak = (saring.kode_pd, saring.periode, kini.status)
    kunci = (*letak, fakta.sidik, *fakta.belum.items())
    return _BEKU.ambil(kunci, lambda: buka_calon(fakta, saring.kode_pd, kini.status, waktu_kini()))


def _asal(saring: Saringan) -> DataDipakai | Literal["disetujui"]:
    """What figures rest on: what was approved, else what was chosen, else how far the periode has come."""
    status = _kedudukan_angka(saring).status
    if status == "disetujui":
        return "disetujui"
    return saring.kiriman or ("semua" if status == "draf" else "terverifikasi")


def _fakta(saring: Saringan) -> FaktaPeriode:
    return ambil_fakta(saring.penanya, saring.kode_pd, saring.periode)


def _kedudukan_angka(saring: Saringan) -> KedudukanAngka:
    periode = saring.periode
    return _tanya(
        saring.hidup, "kedudukan angka", lambda: baca_kedudukan_angka(saring.penanya, saring.kode_pd, periode)
    )


def beda_aturan(saring: Saringan) -> tuple[BedaAturan, ...]:
    """Every approved figure of the periode that today's rules see otherwise; none while figures can change."""
    kantor = saring.sekantor
    snapshot = sumber(kantor).snapshot
    if snapshot is None:
        return ()
    return _BEDA_ATURAN.ambil((snapshot.sidik,), lambda: bandingkan_aturan(snapshot, kompilasi(kantor)))


def disusun_ulang(saring: Saringan) -> bool:
    """Whether the periode was approved by an earlier program, which kept no bytes of its document."""
    kini = _kedudukan_angka(saring)
    return kini.status == "disetujui" and kini.dokumen is None


def kedudukan(gudang: Gudang, objek: Objek) -> Kedudukan:
    """Where a document stands; those of the office are asked for together."""
    semua = ingat(
        gudang,
        objek.kode_pd,
        ("kedudukan semua dokumen",),
        lambda: baca_semua(PenanyaIngat(gudang, objek.kode_pd), objek.kode_pd),
    )
    return semua.get(objek) or belum_dipindah(objek)


def bacaan(saring: Saringan) -> Bacaan:
    """The one reading that every evaluation of the choice is cut from, whatever the unit."""
    if _asal(saring) == "semua":
        return _tanya(saring.sekantor, "bacaan semua", lambda: sebagai_draf(bacaan_hidup(saring)))
    return _angka(saring.sekantor, "bacaan", lambda toko: baca(toko, saring.kode_pd, saring.periode))


def bacaan_hidup(saring: Saringan) -> Bacaan:
    """The same of what the units have reported up to now, whatever was approved."""
    return _hidup(saring, "bacaan hidup", baca)


def evaluasi(saring: Saringan, formulir: Formulir[Evaluasi]) -> Evaluasi:
    """The result of a form for the choice."""
    return _tanya(saring, formulir.kode, lambda: formulir.evaluasi(bacaan(saring), saring.kode_unit))


def kompilasi(saring: Saringan) -> Kompilasi:
    """Every form of the choice, as it is printed together."""
    return isi_kompilasi(lambda formulir: evaluasi(saring, formulir), sumber(saring).lembar)


def formulir_unit(saring: Saringan) -> Kompilasi:
    """The forms over the plan tree, of the chosen unit."""
    return Kompilasi(tuple(formulir.isi(evaluasi(saring, formulir)) for formulir in BERPOHON))


def lengkap(saring: Saringan) -> Kelengkapan:
    """What the units still owe for the periode."""
    return _tanya(saring.hidup, "kelengkapan", lambda: susun_kelengkapan(bacaan_hidup(saring)))


def lengkap_dokumen(saring: Saringan) -> Kelengkapan:
    """What the units have handed in of what stands in the document of the periode."""
    return _tanya(saring.sekantor, "dokumen", lambda: susun_kelengkapan(bacaan(saring)))


def rincian(saring: Saringan, kode: str) -> RincianIndikator:
    """One indicator. Raises IndikatorTidakAda."""

    def kerja(toko: Penanya) -> RincianIndikator:
        hasil = rincian_indikator(toko, saring.kode_pd, kode, saring.periode)
        return sebagai_draf(hasil) if _asal(saring) == "semua" else hasil

    return _angka(saring, f"indikator {kode}", kerja)


def indikator_diisi(saring: Saringan, kode_unit: str) -> dict[str, str]:
    """Name by code of the indicators that a unit has to report for the triwulan."""
    return _tanya(saring.hidup, f"diisi {kode_unit}", lambda: nama_diisi(bacaan_hidup(saring), kode_unit))


def wajib_bukti(saring: Saringan, kode_unit: str) -> frozenset[str]:
    """The codes of the indicators of a unit whose values need evidence."""
    return _tanya(saring.hidup, f"bukti wajib {kode_unit}", lambda: wajib_berbukti(bacaan_hidup(saring), kode_unit))


def verifikasi(saring: Saringan, kode_unit: str) -> LembarVerifikasi:
    """The kiriman of one unit with what it is judged by. Raises LookupError for an unknown unit."""
    return _tanya(
        saring,
        f"verifikasi {kode_unit}",
        lambda: susun_verifikasi(saring.penanya, _hidup(saring, "bacaan verifikasi", baca_verifikasi), kode_unit),
    )


def daftar_indikator(saring: Saringan) -> dict[str, str]:
    """Name by code of every indicator of the year: IKU first, then those of the Renja."""
    return _angka(
        saring.sekantor, "daftar_indikator", lambda toko: nama_indikator(toko, saring.kode_pd, saring.periode)
    )


def _hidup(saring: Saringan, nama: str, kerja: Callable[[Penanya, str, Periode], Bacaan]) -> Bacaan:
    """A reading of the living store: its figures hold until one may have changed, its heading until the next write."""
    gudang, kode_pd, kunci = saring.gudang, saring.kode_pd, (nama, *kunci_saringan(saring.hidup))

    def angka() -> Bacaan:
        return ingat_angka(gudang, kode_pd, kunci, lambda: kerja(saring.penanya, kode_pd, saring.periode))

    # Whose heading is new has figures that are as new: they are asked for inside.
    return _tanya(saring.hidup, nama, lambda: perbarui_keterangan(angka()))


def _tanya(saring: Saringan, nama: str, kerja: Callable[[], Hasil]) -> Hasil:
    return ingat(saring.gudang, saring.kode_pd, (nama, *kunci_saringan(saring)), kerja)


def _angka(saring: Saringan, nama: str, kerja: Callable[[Penanya], Hasil]) -> Hasil:
    """A question about figures, put to the store that they come from."""
    toko = sumber(saring).gudang
    return _tanya(saring, nama, lambda: kerja(saring.penanya if toko is saring.gudang else toko))
