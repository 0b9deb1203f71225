"""Step 5 of the SOP: a unit's kiriman, row by row, with everything that it is judged by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, Literal

from analytics.acuan import Penanya
from analytics.alur.bukti import Bukti, daftar_bukti
from analytics.alur.dilihat import ANGGARAN, baca_catatan
from analytics.aturan.istilah import BUKTI_WAJIB
from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    NAMA_KEADAAN,
    TERISI,
    TIDAK_ADA_KEJADIAN,
    TIDAK_DIRENCANAKAN,
    Periode,
    tulis_waktu,
)
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil import BarisIndikator, Keterangan, LaporanUang, Triwulan
from analytics.evaluasi.renja import susun_renja
from analytics.lembar.catat.terima import Perbedaan, bandingkan_kiriman
from analytics.lembar.catat.unggahan import TemuanTersimpan, Unggahan, muat_unggahan
from analytics.sop.langkah import AWAL, KeadaanAlur
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan
from analytics.sop.tanya_jawab import belum_dijawab, perihal

_BICARA: Final = frozenset({"tanyakan", "jawab", "kembalikan_data", "teruskan_pengembalian", "kirim_titipan"})
_TIDAK_DIISI: Final = frozenset({BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN})
_MENUNGGU: Final = ("terhimpun", "terkirim", "dikembalikan_ke_umum", "perbaikan")
JenisPerhatian = Literal[
    "temuan", "jawaban", "pertanyaan", "tanpa_kejadian", "tetap", "bukti", "kosong", "berubah", "meleset"
]
NAMA_PERHATIAN: Final[Mapping[JenisPerhatian, str]] = {
    "temuan": "temuan dijelaskan",
    "jawaban": "pertanyaan dijawab",
    "pertanyaan": "pertanyaan belum dijawab",
    "tanpa_kejadian": NAMA_KEADAAN[TIDAK_ADA_KEJADIAN],
    "tetap": "dinyatakan tetap berlaku",
    "bukti": f"{BUKTI_WAJIB} belum ada",
    "kosong": NAMA_KEADAAN[BELUM_ADA_DATA],
    "berubah": "berubah dari versi sebelumnya",
    "meleset": "target belum tercapai",
}
"""Why a row asks to be looked at, most pressing first: what waits for the Kasubbag before what is only to be known."""


@dataclass(frozen=True)
class Ucapan:
    """What somebody said with a move: a question, an answer, a reason; about a row or the whole kiriman.

    `terbuka`: a question that has no answer yet; `lama`: the data have moved since.
    """

    aksi: str
    waktu: datetime
    oleh: str
    sebagai: str
    catatan: str
    kode_indikator: str | None
    terbuka: bool = False
    lama: bool = False


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
class Perhatian:
    """One reason why a row asks to be looked at; `uraian` is what the unit said about it, mostly empty."""

    jenis: JenisPerhatian
    uraian: str = ""

    @property
    def kalimat(self) -> str:
        """`belum ada data: rekap Desember belum terbit`."""
        return f"{NAMA_PERHATIAN[self.jenis]}: {self.uraian}" if self.uraian else NAMA_PERHATIAN[self.jenis]


def _penjelasan(temuan: Iterable[TemuanTersimpan]) -> tuple[str, ...]:
    """What the unit gave as explanations that nobody accepted yet, each once."""
    return tuple(dict.fromkeys(butir.alasan or "" for butir in temuan if butir.keadaan == "dijelaskan"))


@dataclass(frozen=True)
class BarisVerifikasi:
    """One indicator: this triwulan, the one before, the same one a year ago, and what was said and shown about it.

    `narasi` is what this kiriman says, by jenis; `nomor` its place among those that are looked at one after another, 0
    for one that was not asked for.
    """

    nomor: int
    baris: BarisIndikator
    kini: Triwulan
    sebelum: Triwulan | None
    tahun_lalu: Triwulan | None
    temuan: tuple[TemuanTersimpan, ...]
    bukti: tuple[Bukti, ...]
    perubahan: Perbedaan | None
    percakapan: tuple[Ucapan, ...]
    narasi: Mapping[str, str]
    menyusul: bool = False
    """Whether it is the value of the year before, which is due in the year after it."""

    @property
    def kode(self) -> str:
        """The code of the indicator."""
        return self.baris.indikator.kode

    @property
    def diisi(self) -> bool:
        """Whether the unit had to report it for this triwulan, or did."""
        return self.kini.keadaan_sel not in _TIDAK_DIISI

    @property
    def tanpa_bukti(self) -> bool:
        """Whether it has a value that needs evidence and has none."""
        return self.baris.indikator.bukti_wajib and self.kini.keadaan_sel == TERISI and not self.bukti

    @property
    def perhatian(self) -> tuple[Perhatian, ...]:
        """Why it asks to be looked at, most pressing first; empty when nothing does."""
        keadaan, alasan = self.kini.keadaan_sel, self.kini.alasan_kosong or ""
        dijelaskan = _penjelasan(self.temuan)
        tetap = self.kini.asal.tetap if self.kini.asal is not None and keadaan == TERISI else ""
        jawaban = [ucapan.catatan for ucapan in self.percakapan[-1:] if ucapan.aksi == "jawab" and not ucapan.lama]
        semua: tuple[tuple[bool, Perhatian], ...] = (
            (bool(dijelaskan), Perhatian("temuan", "; ".join(dijelaskan))),
            (bool(jawaban), Perhatian("jawaban", "; ".join(jawaban))),
            (any(ucapan.terbuka for ucapan in self.percakapan), Perhatian("pertanyaan")),
            (keadaan == TIDAK_ADA_KEJADIAN, Perhatian("tanpa_kejadian", alasan)),
            (bool(tetap), Perhatian("tetap", tetap)),
            (self.tanpa_bukti, Perhatian("bukti")),
            (keadaan == BELUM_ADA_DATA, Perhatian("kosong", alasan)),
            (self.perubahan is not None, Perhatian("berubah")),
            (self.diisi and self.kini.tercapai is False, Perhatian("meleset")),
        )
        return tuple(perhatian for ada, perhatian in semua if ada)

    @property
    def desakan(self) -> int:
        """How pressing its first reason is, 0 the most; beyond all reasons where it has none."""
        jenis = list(NAMA_PERHATIAN)
        return jenis.index(self.perhatian[0].jenis) if self.perhatian else len(jenis)


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

    @property
    def perhatian(self) -> tuple[Perhatian, ...]:
        """Why it asks to be looked at; empty when nothing does."""
        dijelaskan = _penjelasan(self.temuan)
        temuan = (Perhatian("temuan", "; ".join(dijelaskan)),) if dijelaskan else ()
        return (*temuan, Perhatian("berubah")) if self.perubahan is not None else temuan


@dataclass(frozen=True)
class LembarVerifikasi:
    """All that a verification of one unit and periode looks at; `kiriman` is None before the unit has sent.

    `indikator`: what asks for attention comes first, most pressing first, then what had to be reported, then the rest;
    each in the order of the plan. `catatan` says how a kiriman that is terverifikasi was verified.
    """

    keterangan: Keterangan
    nama_unit: str
    kedudukan: Kedudukan
    kiriman: KirimanUnit | None
    indikator: tuple[BarisVerifikasi, ...]
    uang: tuple[UangVerifikasi, ...]
    temuan_umum: tuple[TemuanTersimpan, ...]
    percakapan: tuple[Ucapan, ...]
    catatan: str = ""

    @property
    def periode(self) -> Periode:
        """The triwulan."""
        return self.keterangan.periode

    @property
    def dilalui(self) -> tuple[BarisVerifikasi, ...]:
        """The indicators that are looked at one after another."""
        return tuple(indikator for indikator in self.indikator if indikator.nomor)

    @property
    def urutan(self) -> tuple[str, ...]:
        """The codes that are looked at one after another; all the money is one of them, early where it asks for it."""
        kode = [indikator.kode for indikator in self.dilalui]
        perlu = sum(bool(indikator.perhatian) for indikator in self.dilalui)
        letak = perlu if any(uang.perhatian for uang in self.uang) else len(kode)
        return (*kode[:letak], *([ANGGARAN] if self.uang else []), *kode[letak:])

    @property
    def hitungan(self) -> Mapping[JenisPerhatian, int]:
        """How many rows ask for attention, by why; findings are counted by themselves, also those of no row."""
        jenis = [perhatian.jenis for indikator in self.indikator for perhatian in indikator.perhatian]
        semua = {nama: jenis.count(nama) for nama in NAMA_PERHATIAN} | {"temuan": self.dijelaskan}
        semua["berubah"] += sum(uang.perubahan is not None for uang in self.uang)
        return {nama: banyak for nama, banyak in semua.items() if banyak}

    @property
    def dijelaskan(self) -> int:
        """How many findings have an explanation that nobody accepted yet."""
        semua = self.kiriman.unggahan.temuan if self.kiriman and self.kiriman.unggahan else ()
        return sum(temuan.keadaan == "dijelaskan" for temuan in semua)

    @property
    def kalimat(self) -> str:
        """`Seksi PMD: 2 dari 12 indikator perlu perhatian, 2 temuan dijelaskan`, as these wait also beside the rows."""
        if self.kiriman is None:
            return f"{self.nama_unit} belum mengirim data {self.periode.nama}"
        perlu = sum(bool(indikator.perhatian) for indikator in self.dilalui)
        banyak = len(self.dilalui)
        bagian = [f"{perlu} dari {banyak} indikator perlu perhatian"]
        if not perlu:
            siapa = "hanya anggarannya" if any(uang.perhatian for uang in self.uang) else "tidak ada yang"
            bagian = [f"{banyak} indikator, {siapa} perlu perhatian"]
        if self.dijelaskan:
            bagian.append(f"{self.dijelaskan} {NAMA_PERHATIAN['temuan']}")
        return f"{self.nama_unit}: {', '.join(bagian)}"


def baca_percakapan(penanya: Penanya, objek: Objek) -> tuple[Ucapan, ...]:
    """Every question, answer and reason about what a unit collects, oldest first."""
    semua = penanya.kueri("perpindahan_objek", objek=objek.id)
    terbuka = belum_dijawab(semua)
    akhir = max((pindah["nomor"] for pindah in semua if pindah["dari"] != pindah["ke"]), default=0)
    return tuple(
        Ucapan(
            pindah["aksi"],
            pindah["waktu"],
            pindah["oleh"],
            pindah["sebagai"] or "",
            pindah["catatan"],
            perihal(pindah),
            pindah["nomor"] in terbuka,
            pindah["nomor"] < akhir,
        )
        for pindah in semua
        if pindah["aksi"] in _BICARA and pindah["catatan"]
    )


def _catatan(penanya: Penanya, objek: Objek) -> str:
    """How the last verification was done: by whom, how many rows were looked at, what was confirmed."""
    semua = [pindah for pindah in penanya.kueri("perpindahan_objek", objek=objek.id) if pindah["dari"] != pindah["ke"]]
    if not semua or semua[-1]["aksi"] != "verifikasi":
        return ""
    pindah = semua[-1]
    bagian = [f"Diverifikasi oleh {pindah['oleh']}, {tulis_waktu(pindah['waktu'])}"]
    diperiksa = baca_catatan(pindah["rincian"])
    if diperiksa is not None:
        bagian.append(diperiksa.kalimat)
        if diperiksa.tidak_dilihat:
            bagian.append(f"tanpa melihat {', '.join(diperiksa.tidak_dilihat)}")
        if diperiksa.tanpa_kejadian:
            bagian.append(f"dipastikan tidak ada kejadian: {', '.join(diperiksa.tanpa_kejadian)}")
    return "; ".join(bagian)


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
        for letak in filter(bacaan.diisi_unit, bacaan.letak_tahun(periode.tahun))
        if bacaan.aturan[letak]["kode_unit"] == kode_unit
        and bacaan.keadaan_sel(letak, periode.triwulan) not in _TIDAK_DIISI
    }


def wajib_berbukti(bacaan: Bacaan, kode_unit: str) -> frozenset[str]:
    """The codes of the indicators of a unit whose values need evidence."""
    semua = map(bacaan.indikator, bacaan.letak_tahun(bacaan.periode.tahun))
    return frozenset(
        indikator.kode for indikator in semua if indikator.kode_unit == kode_unit and indikator.bukti_wajib
    )


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
        narasi=_narasi(penanya, kode_pd, kiriman),
    )
    indikator = _urutkan(
        _baris(bacaan.baris_diisi(milik.indikator.kode), bacaan.baris_tahun_lalu(milik.indikator.kode), periode, bahan)
        for milik in bacaan.baris(periode.tahun, kode_unit=kode_unit)
        if _dari_unit(milik, periode)
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
        _catatan(penanya, objek),
    )


def _dari_unit(baris: BarisIndikator, periode: Periode) -> bool:
    """Whether a unit answers for a figure: it has to report it, or did before the plan let it follow another one."""
    asal = baris.pada(periode.triwulan).asal
    return not baris.indikator.sumber or (asal is not None and not asal.dari)


def _urutkan(semua: Iterable[BarisVerifikasi]) -> tuple[BarisVerifikasi, ...]:
    """What asks for attention first, then what had to be reported; each of these has its number."""
    urut = sorted(semua, key=lambda indikator: (indikator.desakan, not indikator.diisi))
    return tuple(
        replace(indikator, nomor=nomor if indikator.perhatian or indikator.diisi else 0)
        for nomor, indikator in enumerate(urut, 1)
    )


def _narasi(penanya: Penanya, kode_pd: str, kiriman: KirimanUnit | None) -> dict[str, dict[str, str]]:
    """What the kiriman says in words, by indicator and jenis."""
    if kiriman is None:
        return {}
    hasil: dict[str, dict[str, str]] = {}
    for baris in penanya.kueri("kiriman_narasi", kode_pd=kode_pd, id_kiriman=kiriman.id_kiriman):
        hasil.setdefault(baris["kode_indikator"], {})[baris["jenis"]] = baris["isi"]
    return hasil


@dataclass(frozen=True)
class _BahanVerifikasi:
    temuan: tuple[TemuanTersimpan, ...]
    bukti: Mapping[str, tuple[Bukti, ...]]
    perubahan: Mapping[str, Perbedaan]
    percakapan: tuple[Ucapan, ...]
    narasi: Mapping[str, Mapping[str, str]]

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
    baris: BarisIndikator, lalu: BarisIndikator | None, periode: Periode, bahan: _BahanVerifikasi
) -> BarisVerifikasi:
    kode, triwulan = baris.indikator.kode, periode.triwulan
    menyusul = baris.tahun < periode.tahun
    pembanding = None if menyusul else lalu
    akhir_lalu = pembanding.pada(4) if pembanding else None
    return BarisVerifikasi(
        nomor=0,
        baris=baris,
        kini=_kini(baris, periode),
        sebelum=None if menyusul else baris.pada(triwulan - 1) if triwulan > 1 else akhir_lalu,
        tahun_lalu=pembanding.pada(triwulan) if pembanding else None,
        temuan=bahan.temuan_untuk(kode),
        bukti=bahan.bukti.get(kode, ()),
        perubahan=bahan.perubahan.get(kode),
        percakapan=tuple(percakapan for percakapan in bahan.percakapan if percakapan.kode_indikator == kode),
        narasi=bahan.narasi.get(kode, {}),
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
