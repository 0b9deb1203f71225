"""Reading a *rencana* workbook into a `Rencana`, with every finding about what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final, Generic, TypeVar

from analytics.aturan.nomenklatur import kode_bagian
from analytics.pembaca.baca import BukuTerbaca, SelTerbaca, baca_buku
from analytics.pembaca.tolakan import Tolakan
from analytics.rencana.bagian import simpul_bagian
from analytics.rencana.baris import (
    AnggaranKas,
    AsalSel,
    AturanRencana,
    BarisRencana,
    ElemenIkk,
    IdentitasKantor,
    IndikatorRencana,
    NilaiRencana,
    Pagu,
    Rencana,
    Riwayat,
    RiwayatAnggaran,
    Rujukan,
    SimpulPohon,
    Standar,
    TargetRencana,
    Tautan,
    Unit,
    VersiDokumen,
)
from analytics.rencana.kolom import KolomRencana, kolom_medan
from analytics.rencana.lembar.baca_baris import PembacaBarisRencana, baca_baris
from analytics.rencana.lembar.baca_lembar import TabelRencana, ringkas, susun_butir, susun_tabel
from analytics.rencana.lembar.ejaan import ringkas_ejaan
from analytics.rencana.lembar.satukan import satukan_program
from analytics.rencana.lembar.templat import (
    DAFTAR_LEMBAR,
    IDENTITAS,
    KOLOM_KAS,
    KOLOM_UNIT,
    LEMBAR_MERUJUK,
    LEMBAR_PETUNJUK,
    PAGU,
    LembarRencana,
)
from analytics.rencana.pilihan import KONDISI_AKHIR
from analytics.rencana.tegur import tegur
from analytics.sel.terbaca import Terbaca, semua_temuan
from analytics.temuan.berkas_ditolak import temuan_berkas
from analytics.temuan.butir import Temuan
from analytics.temuan.kode import KodeRencana

_T = TypeVar("_T")
_BarisUtuh = TypeVar("_BarisUtuh", bound=BarisRencana)
Pembuka = Callable[[bytes], BukuTerbaca | tuple[Tolakan, ...]]
"""What turns bytes into sheets: `baca_buku`, or the `baca` of a `Pembaca` that keeps its child for many files."""


@dataclass(frozen=True)
class BacaanRencana:
    """What a workbook says and what was wrong with it.

    `rencana` holds every row that could be read; None when the file is no workbook at all. `cacat` names (sheet key,
    code) of rows that exist but could not be read, and (sheet key, "") of whole sheets, so that later checks do not
    report the same mistake again as an unknown code; ("simpul_indikator", code) is the node of such an indicator.
    `buku` are the cells.
    """

    rencana: Rencana | None
    temuan: tuple[Temuan, ...]
    cacat: frozenset[tuple[str, str]] = frozenset()
    buku: BukuTerbaca | None = field(default=None, compare=False, repr=False)


def baca_rencana(isi: bytes, buka: Pembuka = baca_buku) -> BacaanRencana:
    """Read a workbook: guarded and parsed in a child process, sheets and columns found by name.

    Never raises for the file's sake; everything that cannot be read is a finding of the result.
    """
    buku = buka(isi)
    if not isinstance(buku, BukuTerbaca):
        return BacaanRencana(None, temuan_berkas(buku))
    return _baca_sel(buku)


def baca_lagi(bacaan: BacaanRencana, pilihan: Mapping[str, str]) -> BacaanRencana:
    """The same workbook with what was chosen typed into its cells, by address (`Pagu!D5`)."""
    if bacaan.buku is None or not pilihan:
        return bacaan
    lembar = {
        nama: replace(lembar_buku, sel={alamat: _ganti(sel, pilihan) for alamat, sel in lembar_buku.sel.items()})
        for nama, lembar_buku in bacaan.buku.lembar.items()
    }
    return _baca_sel(replace(bacaan.buku, lembar=lembar))


def _ganti(sel: SelTerbaca, pilihan: Mapping[str, str]) -> SelTerbaca:
    teks = pilihan.get(f"{sel.lembar}!{sel.alamat}")
    return sel if teks is None else sel._replace(jenis="teks", nilai=None, teks=teks, persen=False, rumus=None)


def _baca_sel(buku: BukuTerbaca) -> BacaanRencana:
    tabel = _tabel(buku)
    bacaan = _baca_semua(tabel.nilai)
    hilang = {(lembar.kunci, "") for lembar in DAFTAR_LEMBAR if lembar.kunci not in tabel.nilai}
    temuan = ringkas_ejaan((*tabel.temuan, *bacaan.temuan))
    return BacaanRencana(bacaan.rencana, temuan, bacaan.cacat | hilang, buku)


def _tabel(buku: BukuTerbaca) -> Terbaca[dict[str, TabelRencana]]:
    """The sheets that are there and whole, by key."""
    ada = {ringkas(nama): lembar for nama, lembar in buku.lembar.items()}
    hasil: dict[str, TabelRencana] = {}
    temuan: list[Temuan] = []
    for lembar in DAFTAR_LEMBAR:
        sel_lembar = ada.pop(ringkas(lembar.nama), None)
        if sel_lembar is None:
            temuan.append(_tanpa_lembar(lembar))
            continue
        tabel = (susun_butir if lembar is IDENTITAS else susun_tabel)(lembar, sel_lembar)
        temuan += tabel.temuan
        hasil |= {lembar.kunci: tabel.nilai} if tabel.nilai else {}
    ada.pop(ringkas(LEMBAR_PETUNJUK), None)
    return Terbaca(hasil, (*temuan, *(_tidak_dibaca(lembar.nama) for lembar in ada.values())))


def _tanpa_lembar(lembar: LembarRencana) -> Temuan:
    kode: KodeRencana = "lembar_tidak_ada" if lembar.wajib else "lembar_pilihan_tidak_ada"
    akibat = "" if lembar.wajib else " Isinya dianggap tidak ada."
    saran = f"Salin lembar {lembar.nama} dari templat rencana."
    return tegur(kode, f"Lembar {lembar.nama} tidak ada.{akibat}", saran)


def _tidak_dibaca(nama: str) -> Temuan:
    pesan = f"Lembar “{nama}” bukan bagian templat, sehingga tidak dibaca."
    return tegur("lembar_tidak_dibaca", pesan, "Tidak perlu tindakan bila hanya catatan.", AsalSel(nama, ""))


@dataclass(frozen=True)
class _BacaanLembar(Generic[_T]):
    """The rows of a sheet that could be read, every finding, and the codes of the rows that could not."""

    baris: tuple[_T, ...]
    temuan: tuple[Temuan, ...]
    cacat: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class _CaraUkur:
    """What the values of a row are read by: the satuan of an indicator, the years of a document."""

    satuan: Mapping[str, str]
    masa: Mapping[str, tuple[int, int]]

    def pembaca(self, pembaca: PembacaBarisRencana) -> PembacaBarisRencana:
        """The same row, its values read as those of its indicator."""
        kode = pembaca.kode("indikator").nilai
        return replace(pembaca, indikator=kode or None, satuan=self.satuan.get(kode, ""))


_CaraBaca = Callable[[PembacaBarisRencana], Terbaca[tuple[_T, ...]]]
"""Reads one row of a sheet: what of it can be used."""


def _baca_semua(tabel: Mapping[str, TabelRencana]) -> BacaanRencana:
    """All rows of all sheets; those that tell how others are read come first."""
    identitas = _baca(tabel, "identitas", _utuh(IdentitasKantor))
    dokumen = _baca(tabel, "dokumen", _dokumen)
    beraturan = _baca(tabel, "indikator", _indikator)
    ukuran = _CaraUkur(
        {indikator.kode: indikator.satuan for indikator, _ in beraturan.baris},
        {versi.kode: (versi.tahun_awal, versi.tahun_akhir) for versi in dokumen.baris},
    )
    unit = _baca(tabel, "unit", _utuh(Unit))
    simpul = _baca(tabel, "pohon", _utuh(SimpulPohon))
    indikator = _tunggal(indikator for indikator, _ in beraturan.baris)
    renstra = _baca(tabel, "target_renstra", lambda baris: _target_renstra(ukuran.pembaca(baris)))
    renja = _baca(tabel, "target_renja", lambda baris: _target_renja(ukuran.pembaca(baris), ukuran.masa))
    pagu = _baca(tabel, "pagu", _pagu)
    kas = _baca(tabel, "pagu", lambda baris: _kas(baris, ukuran.masa))
    riwayat = _baca(tabel, "riwayat", lambda baris: _riwayat(ukuran.pembaca(baris)))
    anggaran = _baca(tabel, "riwayat_anggaran", _utuh(RiwayatAnggaran))
    standar = _baca(tabel, "standar_nasional", lambda baris: _standar(ukuran.pembaca(baris)))
    tautan = _baca(tabel, "tautan_rpjmd", lambda baris: _tautan(ukuran.pembaca(baris), ukuran.masa))
    ikk = _baca(tabel, "ikk", _utuh(ElemenIkk))
    rencana = Rencana(
        identitas=identitas.baris[0] if identitas.baris else None,
        unit=unit.baris,
        dokumen=dokumen.baris,
        simpul=(*satukan_program(simpul.baris), *simpul_bagian((*pagu.baris, *kas.baris), unit.baris)),
        indikator=indikator.nilai,
        aturan=tuple(aturan for _, aturan in beraturan.baris),
        target=(*renstra.baris, *renja.baris),
        pagu=pagu.baris,
        kas=kas.baris,
        riwayat=riwayat.baris,
        riwayat_anggaran=anggaran.baris,
        standar=standar.baris,
        tautan=tautan.baris,
        ikk=ikk.baris,
        rujukan=tuple(_rujukan(tabel)),
    )
    semua: tuple[_BacaanLembar[Any], ...] = (identitas, dokumen, beraturan, unit, simpul, renstra, renja)
    semua += (pagu, kas, riwayat, anggaran, standar, tautan, ikk)
    temuan = (temuan for bacaan in semua for temuan in bacaan.temuan)
    return BacaanRencana(rencana, (*temuan, *indikator.temuan), frozenset().union(*(bacaan.cacat for bacaan in semua)))


def _pembaca_baris(tabel: TabelRencana) -> Iterator[PembacaBarisRencana]:
    return (PembacaBarisRencana(tabel, nomor, sel) for nomor, sel in tabel.baris)


def _baca(tabel: Mapping[str, TabelRencana], lembar: str, baca: _CaraBaca[_T]) -> _BacaanLembar[_T]:
    """Read every row of a sheet; nothing when the sheet is not there."""
    baris = [(pembaca, baca(pembaca)) for pembaca in (_pembaca_baris(tabel[lembar]) if lembar in tabel else ())]
    cacat = (kunci for pembaca, terbaca in baris if terbaca.gagal for kunci in _kunci_cacat(lembar, pembaca))
    return _BacaanLembar(
        tuple(utuh for _, terbaca in baris for utuh in terbaca.nilai),
        semua_temuan(*(terbaca for _, terbaca in baris)),
        frozenset(cacat),
    )


def _kunci_cacat(lembar: str, pembaca: PembacaBarisRencana) -> Iterator[tuple[str, str]]:
    """By what a row that could not be read is known to later checks."""
    if lembar in _BERKODE:
        yield lembar, "" if pembaca.kode("kode").gagal else pembaca.intip("kode")
    elif lembar in _BERPASANGAN:
        yield lembar, f"{pembaca.kode('dokumen').nilai}|{pembaca.kode(LEMBAR_MERUJUK[lembar]).nilai}"
    if lembar == "indikator":
        yield "simpul_indikator", pembaca.intip("simpul")


_BERKODE: Final = frozenset({"unit", "dokumen", "pohon", "indikator"})
_BERPASANGAN: Final = frozenset({"target_renstra", "target_renja", "pagu"})


def _utuh(jenis: type[_BarisUtuh], **lain: Terbaca[Any]) -> _CaraBaca[_BarisUtuh]:
    """Reads a row whole or not at all."""

    def baca(pembaca: PembacaBarisRencana) -> Terbaca[tuple[_BarisUtuh, ...]]:
        baris = baca_baris(jenis, pembaca, **lain)
        return Terbaca(() if baris.gagal else (baris.nilai,), baris.temuan, baris.gagal)

    return baca


def _dokumen(pembaca: PembacaBarisRencana) -> Terbaca[tuple[VersiDokumen, ...]]:
    return _utuh(VersiDokumen, ke=_ke(pembaca))(pembaca)


def _ke(pembaca: PembacaBarisRencana) -> Terbaca[int]:
    """The number of the version: 0 for murni, 1 and up for perubahan; the two columns must agree."""
    versi, ke = pembaca.baca(pembaca.tabel.lembar.cari("versi")), pembaca.baca(kolom_medan(VersiDokumen)["ke"])
    sebelum = semua_temuan(versi, ke)
    if versi.nilai == "perubahan":
        if ke.nilai is not None and 1 <= ke.nilai < 100 and ke.nilai == int(ke.nilai):
            return Terbaca(int(ke.nilai), sebelum)
        salah = pembaca.temui("ke", "versi_tidak_sesuai", "Perubahan harus bernomor.", "Isi kolom Ke dengan 1, 2, ...")
        return Terbaca(0, (*sebelum, salah), gagal=True)
    if ke.nilai:
        salah = pembaca.temui("ke", "versi_tidak_sesuai", "Versi murni tidak bernomor.", "Kosongkan kolom Ke.")
        return Terbaca(0, (*sebelum, salah), gagal=True)
    return Terbaca(0, sebelum, versi.gagal or ke.gagal)


def _indikator(pembaca: PembacaBarisRencana) -> Terbaca[tuple[tuple[IndikatorRencana, AturanRencana], ...]]:
    """The indicator and its rule, which stand in one row."""
    indikator = baca_baris(IndikatorRencana, pembaca)
    aturan = baca_baris(AturanRencana, pembaca, kode=Terbaca(pembaca.intip("kode")))
    gagal = indikator.gagal or aturan.gagal
    baris = () if gagal else ((indikator.nilai, aturan.nilai),)
    return Terbaca(baris, semua_temuan(indikator, aturan), gagal)


def _tunggal(semua: Iterable[IndikatorRencana]) -> Terbaca[tuple[IndikatorRencana, ...]]:
    """One entry per code; a later row only brings another rule, so it must describe the same indicator."""
    hasil: dict[str, IndikatorRencana] = {}
    temuan = []
    for indikator in semua:
        pertama = hasil.setdefault(indikator.kode, indikator)
        if indikator != pertama:
            pesan = f"Indikator {indikator.kode} sudah ada di {pertama.asal.sel} dengan uraian yang lain."
            saran = "Samakan nama, satuan, unit, laporan, dan definisinya, atau pakai kode lain."
            temuan.append(tegur("kode_ganda", pesan, saran, indikator.asal, kode_indikator=indikator.kode))
    return Terbaca(tuple(hasil.values()), tuple(temuan))


def _per_tahun(pembaca: PembacaBarisRencana) -> dict[int, Terbaca[Any]]:
    """The cells of the columns per year."""
    jenis = pembaca.tabel.lembar.per_tahun
    if jenis is None:
        return {}
    kolom = {tahun: KolomRencana(f"Isi tahun {tahun}", jenis, "", 0, kunci=str(tahun)) for tahun in pembaca.tabel.tahun}
    return {tahun: pembaca.baca(kolom_tahun) for tahun, kolom_tahun in kolom.items()}


def _banyak(
    pembaca: PembacaBarisRencana, acuan: str, nilai: Iterable[Terbaca[Any]], baris: Callable[[str, str], Iterator[_T]]
) -> Terbaca[tuple[_T, ...]]:
    """Several rows from one row of the sheet, of which each stands for itself: those with a document and a code."""
    dokumen, kode = pembaca.kode("dokumen"), pembaca.kode(acuan)
    sel = (dokumen, kode, *nilai)
    utuh = tuple(baris(dokumen.nilai, kode.nilai)) if dokumen.nilai and kode.nilai else ()
    return Terbaca(utuh, semua_temuan(*sel), any(terbaca.gagal for terbaca in sel))


def _target_renstra(pembaca: PembacaBarisRencana) -> Terbaca[tuple[TargetRencana, ...]]:
    nilai = _per_tahun(pembaca)

    def target(dokumen: str, indikator: str) -> Iterator[TargetRencana]:
        for tahun, terbaca in nilai.items():
            if terbaca.nilai is not None:
                yield TargetRencana(dokumen, indikator, tahun, 0, terbaca.nilai, pembaca.asal(str(tahun)))

    return _banyak(pembaca, "indikator", nilai.values(), target)


def _target_renja(
    pembaca: PembacaBarisRencana, masa: Mapping[str, tuple[int, int]]
) -> Terbaca[tuple[TargetRencana, ...]]:
    nilai = {triwulan: pembaca.baca(pembaca.tabel.lembar.cari(f"t{triwulan}")) for triwulan in range(5)}

    def target(dokumen: str, indikator: str) -> Iterator[TargetRencana]:
        tahun = masa.get(dokumen, (0, 0))[0]
        for triwulan, terbaca in nilai.items():
            if terbaca.nilai is not None:
                yield TargetRencana(dokumen, indikator, tahun, triwulan, terbaca.nilai, pembaca.asal(f"t{triwulan}"))

    return _banyak(pembaca, "indikator", nilai.values(), target)


def _pagu(pembaca: PembacaBarisRencana) -> Terbaca[tuple[Pagu, ...]]:
    rupiah, unit = _per_tahun(pembaca), pembaca.baca(KOLOM_UNIT)

    def pagu(dokumen: str, simpul: str) -> Iterator[Pagu]:
        for tahun, terbaca in rupiah.items():
            if terbaca.nilai is not None:
                kode = kode_bagian(simpul, unit.nilai)
                yield Pagu(dokumen, kode, tahun, terbaca.nilai, pembaca.asal(str(tahun)))

    return _banyak(pembaca, "simpul", (unit, *rupiah.values()), pagu)


def _kas(pembaca: PembacaBarisRencana, masa: Mapping[str, tuple[int, int]]) -> Terbaca[tuple[AnggaranKas, ...]]:
    """The anggaran kas in a row of sheet Pagu; what is wrong with its codes is told with its pagu."""
    rupiah = {triwulan: pembaca.baca(kolom) for triwulan, kolom in KOLOM_KAS.items()}
    dokumen, simpul = pembaca.intip("dokumen"), pembaca.intip("simpul")
    kode, tahun = kode_bagian(simpul, pembaca.intip(KOLOM_UNIT.kunci)), masa.get(dokumen, (0, 0))[0]
    baris = (
        AnggaranKas(dokumen, kode, tahun, triwulan, terbaca.nilai, pembaca.asal(KOLOM_KAS[triwulan].kunci))
        for triwulan, terbaca in rupiah.items()
        if terbaca.nilai is not None and dokumen and simpul
    )
    return Terbaca(tuple(baris), semua_temuan(*rupiah.values()), any(terbaca.gagal for terbaca in rupiah.values()))


def _riwayat(pembaca: PembacaBarisRencana) -> Terbaca[tuple[Riwayat, ...]]:
    """What was measured is one number or grade; a kondisi akhir is a target, in any form that a target has."""
    kolom = kolom_medan(Riwayat)
    if pembaca.baca(kolom["jenis"]).nilai != KONDISI_AKHIR:
        return _utuh(Riwayat)(pembaca)
    return _utuh(Riwayat, nilai=pembaca.baca(replace(kolom["nilai"], jenis="sasaran")))(pembaca)


def _standar(pembaca: PembacaBarisRencana) -> Terbaca[tuple[Standar, ...]]:
    terbaca: Terbaca[NilaiRencana] = pembaca.baca(kolom_medan(Standar)["nilai"])
    angka = Terbaca(terbaca.nilai.nilai or Decimal(0), terbaca.temuan, terbaca.gagal)
    if terbaca.nilai.peringkat is not None:
        pesan, saran = "Standar nasional harus satu angka.", "Tulis satu angka, misalnya 76,61."
        salah = pembaca.temui("nilai", "bentuk_nilai", pesan, saran)
        angka = Terbaca(Decimal(0), (*terbaca.temuan, salah), gagal=True)
    return _utuh(Standar, nilai=angka)(pembaca)


def _tautan(pembaca: PembacaBarisRencana, masa: Mapping[str, tuple[int, int]]) -> Terbaca[tuple[Tautan, ...]]:
    """One link per year of its document, with the RPJMD target where there is one."""
    nilai = _per_tahun(pembaca)
    kunci = {medan: pembaca.baca(kolom) for medan, kolom in kolom_medan(Tautan).items()}
    sel = (*kunci.values(), *nilai.values())
    if any(terbaca.gagal for terbaca in sel):
        return Terbaca((), semua_temuan(*sel), gagal=True)
    medan = {nama: terbaca.nilai for nama, terbaca in kunci.items()}
    awal, akhir = masa.get(medan["dokumen"], (0, -1))
    terisi = {tahun for tahun, terbaca in nilai.items() if terbaca.nilai is not None}

    def tautan(tahun: int) -> Tautan:
        sasaran = nilai[tahun].nilai if tahun in nilai else None
        asal = pembaca.asal(str(tahun) if tahun in nilai else "indikator")
        return Tautan(**medan, tahun=tahun, nilai=sasaran or NilaiRencana(), asal=asal)

    return Terbaca(tuple(tautan(tahun) for tahun in sorted({*range(awal, akhir + 1), *terisi})), semua_temuan(*sel))


def _rujukan(tabel: Mapping[str, TabelRencana]) -> Iterator[Rujukan]:
    for lembar, kunci in LEMBAR_MERUJUK.items():
        for pembaca in _pembaca_baris(tabel[lembar]) if lembar in tabel else ():
            dokumen, kode = pembaca.intip("dokumen"), pembaca.intip(kunci)
            if lembar == PAGU.kunci:
                kode = kode_bagian(kode, pembaca.intip(KOLOM_UNIT.kunci))
            if dokumen and kode:
                yield Rujukan(lembar, dokumen, kode, pembaca.asal("dokumen"), pembaca.asal(kunci))
