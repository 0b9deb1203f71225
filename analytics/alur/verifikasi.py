"""Step 5 of the SOP: a unit's kiriman, indicator by indicator, with everything that it is judged by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.alur.bukti import Bukti, daftar_bukti
from analytics.aturan.periode import BELUM_ADA_DATA, BELUM_WAKTUNYA, TIDAK_ADA_KEJADIAN, TIDAK_DIRENCANAKAN, Periode
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil import BarisIndikator, Keterangan, LaporanUang, Triwulan
from analytics.evaluasi.renja import susun_renja
from analytics.lembar.catat.terima import Perbedaan, bandingkan_kiriman
from analytics.lembar.catat.unggahan import TemuanTersimpan, Unggahan, muat_unggahan
from analytics.sop.langkah import AWAL, KeadaanAlur
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan

_BICARA: Final = frozenset({"tanyakan", "jawab", "kembalikan_data", "teruskan_pengembalian", "kirim_titipan"})
_TIDAK_DIISI: Final = frozenset({BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN})
_MENUNGGU: Final = ("terhimpun", "terkirim", "dikembalikan_ke_umum", "perbaikan")


@dataclass(frozen=True)
class Ucapan:
    """What somebody said with a move: a question, an answer, a reason; about an indicator or the whole kiriman."""

    aksi: str
    waktu: datetime
    oleh: str
    sebagai: str
    catatan: str
    kode_indikator: str | None


@dataclass(frozen=True)
class KirimanUnit:
    """The kiriman in force: its versi, its file, and the upload that it was."""

    id_kiriman: str
    versi: int
    nama_berkas: str
    diterima_pada: datetime
    oleh: str
    unggahan: Unggahan | None


@dataclass(frozen=True)
class BarisVerifikasi:
    """One indicator: this triwulan, the one before, the same one a year ago, and what was said and shown about it."""

    nomor: int
    baris: BarisIndikator
    kini: Triwulan
    sebelum: Triwulan | None
    tahun_lalu: Triwulan | None
    temuan: tuple[TemuanTersimpan, ...]
    bukti: tuple[Bukti, ...]
    perubahan: Perbedaan | None
    percakapan: tuple[Ucapan, ...]
    menyusul: bool = False
    """Whether it is the value of the year before, which is due in the year after it."""

    @property
    def diisi(self) -> bool:
        """Whether the unit had to report it for this triwulan."""
        return self.kini.keadaan_sel not in _TIDAK_DIISI

    @property
    def perhatian(self) -> tuple[str, ...]:
        """Why it asks to be looked at, most pressing first; empty when nothing does."""
        tanya = bool(self.percakapan) and self.percakapan[-1].aksi == "tanyakan"
        baru = sum(temuan.keadaan == "dijelaskan" for temuan in self.temuan)
        alasan = (
            (tanya, "pertanyaan belum dijawab"),
            (self.menyusul and self.diisi, f"nilai tahun {self.baris.tahun}"),
            (self.kini.keadaan_sel == BELUM_ADA_DATA, "belum ada data"),
            (self.kini.keadaan_sel == TIDAK_ADA_KEJADIAN, "tidak ada kejadian"),
            (bool(baru), f"{baru} temuan dijelaskan"),
            (self.perubahan is not None, "berubah dari versi sebelumnya"),
            (self.diisi and self.kini.tercapai is False, "target belum tercapai"),
        )
        return tuple(kata for ada, kata in alasan if ada)


@dataclass(frozen=True)
class UangVerifikasi:
    """The money of one leaf, Rp s/d the triwulan, with what the kiriman before said and what was found."""

    kode: str
    nama: str
    pagu: Decimal | None
    kini: LaporanUang | None
    sebelum: LaporanUang | None
    serapan: float | None
    perubahan: Perbedaan | None
    temuan: tuple[TemuanTersimpan, ...]


@dataclass(frozen=True)
class LembarVerifikasi:
    """All that a verification of one unit and periode looks at; `kiriman` is None before the unit has sent.

    Indicators that had to be reported come first, each in the order of the plan.
    """

    keterangan: Keterangan
    nama_unit: str
    kedudukan: Kedudukan
    kiriman: KirimanUnit | None
    indikator: tuple[BarisVerifikasi, ...]
    uang: tuple[UangVerifikasi, ...]
    temuan_umum: tuple[TemuanTersimpan, ...]
    percakapan: tuple[Ucapan, ...]

    @property
    def periode(self) -> Periode:
        """The triwulan."""
        return self.keterangan.periode

    @property
    def dijelaskan(self) -> int:
        """How many findings have an explanation that nobody accepted yet."""
        semua = self.kiriman.unggahan.temuan if self.kiriman and self.kiriman.unggahan else ()
        return sum(temuan.keadaan == "dijelaskan" for temuan in semua)

    @property
    def berubah(self) -> int:
        """How many figures differ from the versi before."""
        return len([indikator for indikator in self.indikator if indikator.perubahan]) + len(
            [s for s in self.uang if s.perubahan]
        )

    @property
    def kalimat(self) -> str:
        """`Seksi PMD: 12 indikator, 2 temuan dijelaskan, 1 berubah dari versi sebelumnya`."""
        if self.kiriman is None:
            return f"{self.nama_unit} belum mengirim data {self.periode.nama}"
        bagian = [f"{len(self.indikator)} indikator"]
        if self.dijelaskan:
            bagian.append(f"{self.dijelaskan} temuan dijelaskan")
        if self.kiriman.versi > 1:
            bagian.append(f"{self.berubah} berubah dari versi sebelumnya")
        return f"{self.nama_unit}: {', '.join(bagian)}"


def baca_percakapan(penanya: Penanya, objek: Objek) -> tuple[Ucapan, ...]:
    """Every question, answer and reason about what a unit collects, oldest first."""
    return tuple(
        Ucapan(
            perpindahan["aksi"],
            perpindahan["waktu"],
            perpindahan["oleh"],
            perpindahan["sebagai"] or "",
            perpindahan["catatan"],
            json.loads(perpindahan["rincian"]).get("kode_indikator"),
        )
        for perpindahan in penanya.kueri("perpindahan_objek", objek=objek.id)
        if perpindahan["aksi"] in _BICARA and perpindahan["catatan"]
    )


def urutkan_unit(penanya: Penanya, kode_pd: str, periode: Periode) -> tuple[tuple[str, str, KeadaanAlur], ...]:
    """Code, name and keadaan of every unit; those that wait for step 5 first, then the others that are on their way."""
    baris = penanya.kueri("pengumpulan_periode", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    semua: list[tuple[str, str, KeadaanAlur]] = [
        (unit["kode_unit"], unit["nama"], unit["keadaan"] or AWAL["pengumpulan"]) for unit in baris
    ]
    letak = {keadaan: nomor for nomor, keadaan in enumerate(_MENUNGGU)}
    return tuple(sorted(semua, key=lambda unit: letak.get(unit[2], len(letak))))


def nama_diisi(bacaan: Bacaan, kode_unit: str) -> dict[str, str]:
    """Name by code of the indicators that a unit has to report for the triwulan, in the order of the plan."""
    periode = bacaan.periode
    return {
        letak[1]: bacaan.indikator(letak).sebutan
        for letak in bacaan.letak_tahun(periode.tahun)
        if bacaan.aturan[letak]["kode_unit"] == kode_unit
        and bacaan.keadaan_sel(letak, periode.triwulan) not in _TIDAK_DIISI
    }


def baca_verifikasi(penanya: Penanya, kode_pd: str, periode: Periode) -> Bacaan:
    """The figures that kiriman are judged by: this year and the one before. Raises KantorTidakAda."""
    return baca(penanya, kode_pd, periode, rinci=periode.tahun - 1)


def susun_verifikasi(penanya: Penanya, bacaan: Bacaan, kode_unit: str) -> LembarVerifikasi:
    """What is known of the kiriman of a unit, with the figures read. Raises LookupError for an unknown unit."""
    kode_pd, periode = bacaan.konteks.kantor.kode_pd, bacaan.periode
    objek = Objek.pengumpulan(kode_pd, periode, kode_unit)
    nama = bacaan.unit[kode_unit]
    kiriman, perubahan = _kiriman(penanya, objek)
    bahan = _BahanVerifikasi(
        temuan=kiriman.unggahan.temuan if kiriman and kiriman.unggahan else (),
        bukti=daftar_bukti(penanya, kode_pd, kode_unit, periode),
        perubahan={beda.kode: beda for beda in perubahan},
        percakapan=baca_percakapan(penanya, objek),
    )
    milik_unit = [
        bacaan.baris_diisi(baris.indikator.kode) for baris in bacaan.baris(periode.tahun, kode_unit=kode_unit)
    ]
    tahun_ini = sorted(milik_unit, key=lambda milik: _kini(milik, periode).keadaan_sel in _TIDAK_DIISI)
    indikator = tuple(
        _baris(nomor, milik, bacaan.baris_tahun_lalu(milik.indikator.kode), periode, bahan)
        for nomor, milik in enumerate(tahun_ini, 1)
    )
    uang = _uang(penanya, bacaan, objek, kiriman, bahan)
    milik = {lembar.baris.indikator.kode for lembar in indikator} | {anggaran.kode for anggaran in uang}
    umum = tuple(temuan for temuan in bahan.temuan if _kode(temuan) not in milik)
    return LembarVerifikasi(
        bacaan.keterangan,
        nama,
        baca_kedudukan(penanya, objek),
        kiriman,
        indikator,
        uang,
        umum,
        bahan.percakapan,
    )


@dataclass(frozen=True)
class _BahanVerifikasi:
    temuan: tuple[TemuanTersimpan, ...]
    bukti: Mapping[str, tuple[Bukti, ...]]
    perubahan: Mapping[str, Perbedaan]
    percakapan: tuple[Ucapan, ...]

    def temuan_untuk(self, kode: str) -> tuple[TemuanTersimpan, ...]:
        return tuple(temuan for temuan in self.temuan if _kode(temuan) == kode)


def _kode(temuan: TemuanTersimpan) -> str:
    return temuan.temuan.kode_indikator or temuan.temuan.kode_baris or ""


def _kiriman(penanya: Penanya, objek: Objek) -> tuple[KirimanUnit | None, tuple[Perbedaan, ...]]:
    """The kiriman in force, and what it changed against the versi before."""
    letak = {nama: objek.letak[nama] for nama in ("kode_pd", "kode_unit", "tahun", "triwulan")}
    baris = penanya.kueri("verifikasi_kiriman", **letak)
    if not baris:
        return None, ()
    unggahan = _unggahan(penanya, objek.kode_pd, baris[0])
    kolom: dict[str, Any] = {nama: nilai for nama, nilai in baris[0].items() if nama != "id_unggahan"}
    beda: Iterable[Perbedaan] = ()
    if len(baris) > 1:
        beda = bandingkan_kiriman(penanya, objek.kode_pd, baris[1]["id_kiriman"], baris[0]["id_kiriman"])
    return KirimanUnit(**kolom, unggahan=unggahan), tuple(beda)


def _unggahan(penanya: Penanya, kode_pd: str, baris: Mapping[str, Any]) -> Unggahan | None:
    return muat_unggahan(penanya, kode_pd, baris["id_unggahan"]) if baris["id_unggahan"] else None


def _kini(baris: BarisIndikator, periode: Periode) -> Triwulan:
    """What is verified: this triwulan, or a year before it whose value is due in the year after."""
    return baris.pada(periode.triwulan if baris.tahun == periode.tahun else 4)


def _baris(
    nomor: int, baris: BarisIndikator, lalu: BarisIndikator | None, periode: Periode, bahan: _BahanVerifikasi
) -> BarisVerifikasi:
    kode, triwulan = baris.indikator.kode, periode.triwulan
    menyusul = baris.tahun < periode.tahun
    pembanding = None if menyusul else lalu
    akhir_lalu = pembanding.pada(4) if pembanding else None
    return BarisVerifikasi(
        nomor=nomor,
        baris=baris,
        kini=_kini(baris, periode),
        sebelum=None if menyusul else baris.pada(triwulan - 1) if triwulan > 1 else akhir_lalu,
        tahun_lalu=pembanding.pada(triwulan) if pembanding else None,
        temuan=bahan.temuan_untuk(kode),
        bukti=bahan.bukti.get(kode, ()),
        perubahan=bahan.perubahan.get(kode),
        percakapan=tuple(percakapan for percakapan in bahan.percakapan if percakapan.kode_indikator == kode),
        menyusul=menyusul,
    )


def _uang(
    penanya: Penanya, bacaan: Bacaan, objek: Objek, kiriman: KirimanUnit | None, bahan: _BahanVerifikasi
) -> tuple[UangVerifikasi, ...]:
    """The leaves that the kiriman reports, or that something was found about."""
    if kiriman is None:
        return ()
    milik = {
        anggaran["kode_simpul"]
        for anggaran in penanya.kueri("kiriman_anggaran", kode_pd=objek.kode_pd, id_kiriman=kiriman.id_kiriman)
    }
    milik |= {temuan.temuan.kode_baris for temuan in bahan.temuan if temuan.temuan.kode_baris}
    renja = susun_renja(bacaan)
    hasil = []
    for baris in renja.baris:
        if baris.kode_simpul in milik and not baris.tempat.rujukan:
            kini = baris.uang.kini
            menurut = {laporan.triwulan: laporan for laporan in kini.laporan}
            hasil.append(
                UangVerifikasi(
                    baris.kode_simpul,
                    baris.nama,
                    kini.pagu,
                    menurut.get(objek.triwulan),
                    menurut.get(objek.triwulan - 1),
                    kini.serapan,
                    bahan.perubahan.get(baris.kode_simpul),
                    bahan.temuan_untuk(baris.kode_simpul),
                )
            )
    return tuple(hasil)
