"""Finds the sheets, columns and rows of a filled workbook and says what of its structure was changed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from analytics.aturan.angka import DESIMAL_SIMPAN, Ambigu, Angka, baca_angka
from analytics.aturan.capaian import Target, bulatkan_pecahan
from analytics.aturan.periode import Periode
from analytics.aturan.teks import sandingan, sebaris
from analytics.lembar.bekas import SEL_PENANDA, lembar_temuan
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat
from analytics.lembar.bentuk.format import (
    KOLOM_ANGGARAN,
    LEMBAR_ANGGARAN,
    LEMBAR_PETUNJUK,
    LEMBAR_REALISASI,
    LEMBAR_SIDIK,
    KolomFormat,
    Letak,
    cari_letak,
    kolom_realisasi,
    kunci_isian,
    tulis_cara_isi,
)
from analytics.lembar.periksa.gabungan import KETERANGAN, GabunganIsian, cari_gabungan
from analytics.lembar.periksa.nilai import PembacaBaris, kutip
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, SelTerbaca, urai_alamat
from analytics.sel.terbaca import Terbaca
from analytics.temuan.butir import Temuan, buat
from analytics.temuan.katalog import KATALOG_FORMAT
from analytics.temuan.kode import KodeFormat

_CAPAIAN: Final = re.compile(r"capaian( kinerja| menurut unit)?\s*(\(?\s*%\s*\)?|\(persen\))?", re.IGNORECASE)
_JUMLAH: Final = "jumlah"
_FORMAT_BARU: Final = KATALOG_FORMAT["kolom_hilang"].saran
_KOLOM_POKOK: Final[Mapping[str, Sequence[KolomFormat]]] = {
    LEMBAR_ANGGARAN: KOLOM_ANGGARAN,
    LEMBAR_REALISASI: kolom_realisasi(1),
}
"""The columns by which a sheet is known whatever it is called."""
_PASANGAN: Final = frozenset({"pembilang", "penyebut"})


@dataclass(frozen=True)
class BarisFormat:
    """A row as the plan has it: `satuan`, `cara_isi` on sheet Realisasi only, `terkunci` its amounts by column key."""

    kode: str
    nama: str
    satuan: str | None
    cara_isi: str | None
    terkunci: Mapping[str, Target]


@dataclass(frozen=True)
class LembarFormat:
    """One sheet, where its columns and rows were found, and the readings that were chosen for its cells.

    `nama` is what the format calls it.
    """

    nama: str
    lembar: LembarTerbaca
    letak: Letak
    kolom: tuple[KolomFormat, ...]
    periode: Periode
    pilihan: Mapping[str, str]

    def baris(self, kode: str) -> int | None:
        """The row number of a code that stands once on the sheet."""
        nomor = self.letak.baris.get(kode, ())
        return nomor[0] if len(nomor) == 1 else None

    def pembaca(self, kode: str, *, indikator: bool) -> PembacaBaris:
        """A reader of the row of this code. Raises IndexError when the sheet has no such row."""
        nomor = self.letak.baris[kode][0]
        alamat = {kunci: f"{huruf}{nomor}" for kunci, huruf in self.kolom_dikenal.items()}
        bersama = self.keterangan_gabungan.get(nomor)
        alamat |= {KETERANGAN: bersama} if bersama else {}
        return PembacaBaris(self.lembar, alamat, kode, indikator, self.pilihan, bersama=bersama is not None)

    @cached_property
    def keterangan_gabungan(self) -> Mapping[int, str]:
        """The cell that holds the Keterangan of a row whose own cell is merged with it, by row number."""
        semua = gabungan_isian(self, self.letak.baris)
        return {nomor: gabungan.awal for gabungan in semua for nomor in gabungan.berketerangan}

    @property
    def isian(self) -> dict[str, str]:
        """The letters of the columns that the unit fills, by key."""
        return {
            kolom.kunci: self.letak.kolom[kolom.kunci]
            for kolom in self.kolom
            if kolom.jenis != "terkunci" and kolom.kunci in self.letak.kolom
        }

    @property
    def angka(self) -> dict[str, str]:
        """The letters of the columns that take numbers, by key."""
        jenis = {kolom.kunci: kolom.jenis for kolom in self.kolom}
        return {kunci: huruf for kunci, huruf in self.isian.items() if jenis[kunci] == "angka"}

    @property
    def kolom_dikenal(self) -> Mapping[str, str]:
        """The columns by key; the one column that the unit added under the heading Capaian counts as that one."""
        if "capaian" in self.letak.kolom or self.nama != LEMBAR_REALISASI:
            return self.letak.kolom
        kenal = set(self.letak.kolom.values())
        letak = ((*urai_alamat(alamat), sel) for alamat, sel in self.lembar.sel.items())
        calon = [
            huruf
            for huruf, nomor, sel in letak
            if nomor == self.letak.judul and huruf not in kenal and _CAPAIAN.fullmatch(sel.teks.strip())
        ]
        return {**self.letak.kolom, "capaian": calon[0]} if len(calon) == 1 else self.letak.kolom


def temukan_realisasi(
    buku: BukuTerbaca, bahan: BahanFormat, pilihan: Mapping[str, str]
) -> Terbaca[LembarFormat | None]:
    """Sheet Realisasi and what is wrong with its structure; None when it cannot be read."""
    kolom = kolom_realisasi(bahan.periode.triwulan)
    tanpa = frozenset() if any(indikator.berpembilang for indikator in bahan.indikator) else _PASANGAN
    tempat = _temukan(buku, LEMBAR_REALISASI, kolom, bahan.periode, pilihan, tanpa)
    return _diperiksa(tempat, bahan)


def temukan_anggaran(buku: BukuTerbaca, bahan: BahanFormat, pilihan: Mapping[str, str]) -> Terbaca[LembarFormat | None]:
    """Sheet Anggaran and what is wrong with its structure; None when it cannot be read."""
    return _diperiksa(_temukan(buku, LEMBAR_ANGGARAN, KOLOM_ANGGARAN, bahan.periode, pilihan), bahan)


def _diperiksa(tempat: Terbaca[LembarFormat | None], bahan: BahanFormat) -> Terbaca[LembarFormat | None]:
    if tempat.nilai is None:
        return tempat
    return Terbaca(tempat.nilai, (*tempat.temuan, *periksa_tabel(tempat.nilai, bahan)))


def _baris_rencana(nama: str, bahan: BahanFormat) -> list[BarisFormat]:
    """The rows that the plan has for a sheet of the format."""
    if nama == LEMBAR_ANGGARAN:
        return [
            BarisFormat(
                simpul.kode,
                simpul.nama,
                None,
                None,
                {"pagu": Target(nilai=simpul.pagu), "lalu": Target(nilai=simpul.lalu)},
            )
            for simpul in bahan.simpul
        ]
    return [
        BarisFormat(
            indikator.kode,
            indikator.nama,
            indikator.satuan,
            tulis_cara_isi(indikator),
            {"target_triwulan": indikator.target_triwulan, "target_tahun": indikator.target_tahun} | _lalu(indikator),
        )
        for indikator in bahan.indikator
    ]


def _lalu(indikator: IndikatorFormat) -> dict[str, Target]:
    """What was reported in the earlier triwulan of the year, by column key."""
    hasil = {}
    for triwulan, laporan in indikator.lalu.items():
        nilai = laporan.pecahan(indikator.faktor)
        angka = None if nilai is None else bulatkan_pecahan(nilai, DESIMAL_SIMPAN)
        hasil[f"lalu_{triwulan}"] = Target(nilai=angka, peringkat=laporan.peringkat)
    return hasil


def periksa_lembar_lain(buku: BukuTerbaca, dicari: Collection[str]) -> Iterator[Temuan]:
    """Sheets that are not of the format: the sender's own, which are not read.

    `dicari` are the sheets with a table that the format has; what stands there under another name is told once, by
    whoever looks for it.
    """
    format_kami = (LEMBAR_PETUNJUK, LEMBAR_REALISASI, LEMBAR_ANGGARAN, LEMBAR_SIDIK)
    milik = {lembar.nama for nama in format_kami if (lembar := cari_lembar(buku, nama)) is not None}
    berganti = {lain.nama for nama in dicari if cari_lembar(buku, nama) is None and (lain := _berganti(buku, nama))}
    for nama, lembar in buku.lembar.items():
        temuan_kami = lembar_temuan(nama, lembar.teks(SEL_PENANDA))
        if nama in milik | berganti or temuan_kami or not lembar.sel:
            continue
        salinan = _salinan_dari(lembar)
        if salinan in buku.lembar:
            pesan = f"Lembar “{nama[:60]}” adalah salinan lembar {salinan} yang tidak dibaca."
            yield buat("lembar_salinan", pesan, {"lembar": str(salinan)}, lembar=nama)
        else:
            pesan = f"Lembar “{nama[:60]}” bukan bagian format, sehingga tidak dibaca."
            yield buat("lembar_tambahan", pesan, lembar=nama)


def _salinan_dari(lembar: LembarTerbaca) -> str | None:
    """The sheet of the format that another sheet is a copy of."""
    return next((nama for nama, kolom in _KOLOM_POKOK.items() if _berkunci(lembar, kolom)), None)


def _berganti(buku: BukuTerbaca, nama: str) -> LembarTerbaca | None:
    """The first sheet that holds the table of a sheet of the format under another name."""
    return next((lembar for lembar in buku.lembar.values() if _berkunci(lembar, _KOLOM_POKOK[nama])), None)


def cari_lembar(buku: BukuTerbaca, nama: str) -> LembarTerbaca | None:
    """A sheet by its name, whatever its capitals: no program lets two sheets of a workbook differ by them."""
    if nama in buku.lembar:
        return buku.lembar[nama]
    return next((lembar for lembar in buku.lembar.values() if sandingan(lembar.nama) == sandingan(nama)), None)


def _temukan(
    buku: BukuTerbaca,
    nama: str,
    kolom: tuple[KolomFormat, ...],
    periode: Periode,
    pilihan: Mapping[str, str],
    tanpa: frozenset[str] = frozenset(),
) -> Terbaca[LembarFormat | None]:
    lembar = cari_lembar(buku, nama)
    if lembar is None:
        return Terbaca(None, (_lembar_hilang(buku, nama),), gagal=True)
    letak = cari_letak(_isi_teks(lembar), kolom)
    kurang = tuple(_periksa_kolom(lembar, letak, kolom, periode, tanpa))
    if letak is None or any(temuan.tingkat == "galat" for temuan in kurang):
        return Terbaca(None, kurang, gagal=True)
    return Terbaca(LembarFormat(nama, lembar, letak, kolom, periode, pilihan), kurang)


def _periksa_kolom(
    lembar: LembarTerbaca,
    letak: Letak | None,
    kolom: Sequence[KolomFormat],
    periode: Periode,
    tanpa: frozenset[str],
) -> Iterator[Temuan]:
    """The columns to fill that are there more than once, or not at all; no row of the format needs those in `tanpa`."""
    judul = {kepala_kolom.kunci: kepala_kolom.tulis_judul(periode) for kepala_kolom in kolom}
    if letak is not None and letak.ganda:
        pesan = f"Kolom berikut ada lebih dari satu: {', '.join(judul[kunci] for kunci in letak.ganda)}."
        yield buat("kolom_ganda", pesan, lembar=lembar.nama, sel=_sel_ganda(lembar, letak))
    hilang = [kunci for kunci in kunci_isian(kolom) if letak is None or kunci not in letak.kolom]
    perlu = [judul[kunci] for kunci in hilang if letak is None or kunci not in tanpa]
    if perlu:
        yield buat("kolom_hilang", f"Kolom tidak ditemukan: {', '.join(perlu)}.", lembar=lembar.nama)
    elif hilang:
        pesan = f"Kolom yang tidak dipakai unit ini dihapus: {', '.join(judul[kunci] for kunci in hilang)}."
        yield buat("kolom_tak_terpakai", pesan, lembar=lembar.nama)


def _isi_teks(lembar: LembarTerbaca) -> dict[str, str]:
    return {alamat: sel.teks.strip() for alamat, sel in lembar.sel.items()}


def _lembar_hilang(buku: BukuTerbaca, nama: str) -> Temuan:
    mirip = _berganti(buku, nama)
    ada = ", ".join(lembar.nama for lembar in buku.lembar.values() if lembar.keadaan == "visible")
    saran = f"Kembalikan nama lembar “{mirip.nama}” menjadi “{nama}”." if mirip else _FORMAT_BARU
    pesan = f"Lembar “{nama}” tidak ada. Lembar yang ada: {ada}."
    return buat("lembar_hilang", pesan, {"saran": saran}, lembar=nama)


def _berkunci(lembar: LembarTerbaca, kolom: Sequence[KolomFormat]) -> bool:
    letak = cari_letak(_isi_teks(lembar), kolom)
    return letak is not None and all(kunci in letak.kolom for kunci in kunci_isian(kolom))


def _sel_ganda(lembar: LembarTerbaca, letak: Letak) -> str | None:
    """The second cell of the first doubled key."""
    tempat = [
        alamat
        for alamat, sel in lembar.sel.items()
        if sel.teks == letak.ganda[0] and urai_alamat(alamat)[1] == letak.kepala
    ]
    return tempat[-1] if tempat else None


def periksa_tabel(tempat: LembarFormat, bahan: BahanFormat) -> Iterator[Temuan]:
    """What of the table of a sheet differs from the plan, also where a column of it is missing."""
    baris = _baris_rencana(tempat.nama, bahan)
    subtotal = (
        frozenset(kegiatan.kode for kegiatan in bahan.kegiatan) if tempat.nama == LEMBAR_ANGGARAN else frozenset()
    )
    kode = [barisan.kode for barisan in baris]
    yield from _periksa_kode(tempat, kode, subtotal)
    nama = list(_periksa_nama(tempat, baris))
    yield from nama
    yield from _periksa_terkunci(tempat, [barisan for barisan in baris if barisan.kode not in tertukar(nama)])
    yield from _periksa_judul(tempat)
    yield from _periksa_sisipan(tempat)
    yield from _periksa_gabungan(tempat, kode)
    yield from _periksa_tersembunyi(tempat, kode)
    yield from _periksa_luar(tempat, frozenset(kode) | subtotal)


def _periksa_kode(tempat: LembarFormat, kode: Sequence[str], subtotal: frozenset[str]) -> Iterator[Temuan]:
    nama, letak = tempat.lembar.nama, tempat.letak
    for kode_baris in kode:
        nomor = letak.baris.get(kode_baris, ())
        if not nomor:
            yield buat(
                "baris_hilang", f"Baris {kode_baris} tidak ada di lembar {nama}.", lembar=nama, kode_baris=kode_baris
            )
        elif len(nomor) > 1:
            daftar = " dan ".join(map(str, nomor))
            pesan = f"Kode {kode_baris} ada di baris {daftar}, tidak jelas mana yang benar."
            yield buat("baris_ganda", pesan, lembar=nama, sel=f"{letak.kolom['kode']}{nomor[1]}", kode_baris=kode_baris)
    for kode_baris, nomor in letak.baris.items():
        if kode_baris not in {*kode, *subtotal} and any(_berisi_angka(tempat, baris) for baris in nomor):
            pesan = f"Kode “{kode_baris[:60]}” tidak ada di format ini."
            yield buat("baris_asing", pesan, lembar=nama, sel=f"{letak.kolom['kode']}{nomor[0]}")


def _berisi_angka(tempat: LembarFormat, nomor: int) -> bool:
    """Whether a figure stands in a row, in a column that takes figures: it would be lost."""
    sel = (tempat.lembar.sel.get(f"{huruf}{nomor}") for huruf in tempat.angka.values())
    return any(isian is not None and _berangka(isian) for isian in sel)


def tertukar(temuan: Iterable[Temuan]) -> set[str | None]:
    """The codes of rows whose name is that of another row: nobody knows whose cells they are."""
    return {butir.kode_baris for butir in temuan if butir.kode == "baris_tertukar"}


def _sel_kolom(tempat: LembarFormat, kode: str, kunci: str) -> tuple[str, SelTerbaca | None] | None:
    """Address and cell of a column in the one row of a code; None when either is not on the sheet."""
    nomor, huruf = tempat.baris(kode), tempat.letak.kolom.get(kunci)
    if nomor is None or huruf is None:
        return None
    return f"{huruf}{nomor}", tempat.lembar.sel.get(f"{huruf}{nomor}")


def _periksa_nama(tempat: LembarFormat, baris: Sequence[BarisFormat]) -> Iterator[Temuan]:
    semua = {sandingan(barisan.nama) for barisan in baris}
    for barisan in baris:
        ada = _sel_kolom(tempat, barisan.kode, "nama")
        if ada is None or ada[1] is None or sandingan(ada[1].teks) == sandingan(barisan.nama):
            continue
        letak = {"lembar": tempat.lembar.nama, "sel": ada[0], "kode_baris": barisan.kode, "kolom": "nama"}
        sisipan = {"kode": barisan.kode, "nama": barisan.nama}
        if sandingan(ada[1].teks) in semua:
            pesan = f"Kode {barisan.kode} sebaris dengan “{kutip(ada[1])}”, padahal itu nama baris lain."
            yield buat("baris_tertukar", pesan, sisipan, diketik=kutip(ada[1]), **letak)
        else:
            pesan = f"Nama baris {barisan.kode} di berkas “{kutip(ada[1])}”, di rencana “{barisan.nama}”."
            yield buat("nama_berubah", pesan, sisipan, diketik=kutip(ada[1]), **letak)


def _periksa_terkunci(tempat: LembarFormat, baris: Sequence[BarisFormat]) -> Iterator[Temuan]:
    """What is locked and differs from the plan and from earlier reports; what counts is what is stored."""
    for barisan in baris:
        yield from _periksa_tulisan(tempat, barisan)
        for kunci, target in barisan.terkunci.items():
            ada = _sel_kolom(tempat, barisan.kode, kunci)
            lalu = kunci.startswith("lalu")
            if ada is not None and not _sama(ada[1], target) and not (lalu and ada[1] is None):
                yield _angka_diubah(tempat, barisan, kunci, ada, target)


def _periksa_tulisan(tempat: LembarFormat, baris: BarisFormat) -> Iterator[Temuan]:
    diperiksa: tuple[tuple[str, KodeFormat, str | None], ...] = (
        ("satuan", "satuan_berubah", baris.satuan),
        ("cara_isi", "cara_isi_berubah", baris.cara_isi),
    )
    for kunci, kode, semestinya in diperiksa:
        ada = _sel_kolom(tempat, baris.kode, kunci)
        if semestinya is None or ada is None or ada[1] is None or sandingan(ada[1].teks) == sandingan(semestinya):
            continue
        judul = next(kolom.tulis_judul(tempat.periode) for kolom in tempat.kolom if kolom.kunci == kunci)
        benar = sebaris(semestinya)
        pesan = f"{judul} {baris.kode} di berkas “{kutip(ada[1])}”, menurut rencana “{benar}”."
        letak = {"lembar": tempat.lembar.nama, "sel": ada[0], "kode_baris": baris.kode, "kolom": kunci}
        yield buat(kode, pesan, {"satuan": semestinya}, diketik=kutip(ada[1]), dipahami=benar, **letak)


def _angka_diubah(
    tempat: LembarFormat, baris: BarisFormat, kunci: str, ada: tuple[str, SelTerbaca | None], target: Target
) -> Temuan:
    alamat, sel = ada
    tertulis = f"“{kutip(sel)}”" if sel else "kosong"
    tercatat = target.tulis() or "tidak ada"
    judul = next(kolom.tulis_judul(tempat.periode) for kolom in tempat.kolom if kolom.kunci == kunci)
    lalu = kunci.startswith("lalu")
    asal = "pada kiriman yang diterima" if lalu else "di rencana"
    return buat(
        "lalu_diubah" if lalu else "target_diubah",
        f"{judul} {baris.kode} di berkas {tertulis}, {asal} {tercatat}; yang dipakai yang terakhir.",
        lembar=tempat.lembar.nama,
        sel=alamat,
        kode_baris=baris.kode,
        kolom=kunci,
        diketik=kutip(sel) if sel else None,
        dipahami=tercatat,
    )


def _sama(sel: SelTerbaca | None, target: Target) -> bool:
    if sel is None:
        return target.kosong
    if target.nilai is not None:
        return sel.nilai is not None and abs(Decimal(repr(sel.nilai)) - target.nilai) <= abs(target.nilai) / 10**9
    return sandingan(sel.teks) == sandingan(target.tulis())


def _periksa_judul(tempat: LembarFormat) -> Iterator[Temuan]:
    baris = tempat.letak.judul
    judul = {kolom.kunci: kolom.tulis_judul(tempat.periode) for kolom in tempat.kolom}
    for kunci, huruf in tempat.isian.items():
        sel = tempat.lembar.sel.get(f"{huruf}{baris}")
        if sandingan(sel.teks if sel else "") != sandingan(judul[kunci]):
            tertulis = f"“{kutip(sel)}”" if sel else "kosong"
            pesan = f"Judul kolom {huruf} di berkas {tertulis}, di format “{judul[kunci]}”."
            letak = {"lembar": tempat.lembar.nama, "sel": f"{huruf}{baris}"}
            yield buat("judul_berubah", pesan, {"judul": judul[kunci]}, diketik=kutip(sel) if sel else None, **letak)


def _periksa_sisipan(tempat: LembarFormat) -> Iterator[Temuan]:
    """Rows that were put in above the headings: the table is read all the same, what stands in them is not."""
    sisipan = range(tempat.letak.kepala + 1, tempat.letak.judul)
    if sisipan:
        berisi = [sel for alamat, sel in tempat.lembar.sel.items() if urai_alamat(alamat)[1] in sisipan]
        tertulis = f", antara lain “{kutip(berisi[0])}” di {berisi[0].alamat}" if berisi else ""
        pesan = f"{len(sisipan)} baris disisipkan di atas judul kolom{tertulis}; tabelnya tetap terbaca."
        yield buat("baris_disisipkan", pesan, lembar=tempat.lembar.nama, sel=f"A{sisipan[0]}")


def gabungan_isian(tempat: LembarFormat, kode: Iterable[str]) -> tuple[GabunganIsian, ...]:
    """The merged areas that cover cells to be filled in the rows of these codes."""
    nomor = (tempat.baris(kode_baris) for kode_baris in kode)
    baris = {nomor_baris for nomor_baris in nomor if nomor_baris is not None}
    return cari_gabungan(tempat.lembar, tempat.isian, baris, tempat.letak.judul)


def _periksa_gabungan(tempat: LembarFormat, kode: Sequence[str]) -> Iterator[Temuan]:
    milik = {nomor: kode_baris for kode_baris in kode if (nomor := tempat.baris(kode_baris)) is not None}
    for gabungan in gabungan_isian(tempat, kode):
        letak: dict[str, Any] = {"lembar": tempat.lembar.nama, "sel": gabungan.awal}
        pertama = gabungan.sel[0]
        daftar = ", ".join(dict.fromkeys(milik[nomor] for _, nomor in gabungan.sel))
        if gabungan.berketerangan:
            pesan = f"Sel {gabungan.rentang} digabung; teksnya dibaca sebagai Keterangan bagi {daftar}."
            yield buat("keterangan_gabungan", pesan, **letak)
        elif gabungan.terbaca:
            pesan = f"Sel {gabungan.rentang} digabung; teksnya dibaca sebagai {_tempat_teks(tempat, gabungan, milik)}."
            yield buat("uraian_gabungan", pesan, **letak)
        else:
            kolom = " dan ".join(f"“{judul}”" for judul in _judul_kolom(tempat, gabungan))
            banyak = len(gabungan.sel)
            pesan = f"Sel {gabungan.rentang} digabung, padahal memuat {banyak} sel isian: {kolom} pada {daftar}."
            letak["sel"] = f"{tempat.isian[pertama[0]]}{pertama[1]}"
            yield buat("sel_gabungan", pesan, kolom=pertama[0], kode_baris=milik[pertama[1]], **letak)


def _judul_kolom(tempat: LembarFormat, gabungan: GabunganIsian) -> tuple[str, ...]:
    """The headings of the columns to be filled that a merged area covers."""
    judul = {kolom.kunci: kolom.tulis_judul(tempat.periode) for kolom in tempat.kolom}
    return tuple(dict.fromkeys(judul[kunci] for kunci, _ in gabungan.sel))


def _tempat_teks(tempat: LembarFormat, gabungan: GabunganIsian, milik: Mapping[int, str]) -> str:
    """For what the text of a merged area is read: one column of its first row, and not the others."""
    kolom = _judul_kolom(tempat, gabungan)
    baris = dict.fromkeys(milik[nomor] for _, nomor in gabungan.sel)
    pertama, *lain = kolom
    kode, *di_bawah = baris
    tidak = [*lain, *di_bawah]
    return f"{pertama} {kode}" + (f", tidak untuk {', '.join(tidak)}" if tidak else "")


def _periksa_tersembunyi(tempat: LembarFormat, kode: Sequence[str]) -> Iterator[Temuan]:
    lembar = tempat.lembar
    if lembar.keadaan != "visible":
        yield buat("lembar_tersembunyi", f"Lembar {lembar.nama} disembunyikan.", lembar=lembar.nama)
    nomor = {kode_baris: baris for kode_baris in kode if (baris := tempat.baris(kode_baris)) is not None}
    isian = tempat.isian.values()
    tersembunyi = {
        kode_baris: baris
        for kode_baris, baris in nomor.items()
        if baris in lembar.baris_tersembunyi and _berisi(lembar, [f"{huruf}{baris}" for huruf in isian])
    }
    if tersembunyi:
        kode_awal, baris = next(iter(tersembunyi.items()))
        pesan = f"{len(tersembunyi)} baris disembunyikan, padahal berisi: {', '.join(tersembunyi)}."
        sel = f"{tempat.letak.kolom['kode']}{baris}"
        yield buat("baris_tersembunyi", pesan, lembar=lembar.nama, sel=sel, kode_baris=kode_awal, kolom="kode")
    for huruf in tempat.isian.values():
        if huruf in lembar.kolom_tersembunyi and _berisi(lembar, [f"{huruf}{baris}" for baris in nomor.values()]):
            pesan = f"Kolom {huruf} disembunyikan, padahal berisi."
            sel = f"{huruf}{tempat.letak.judul}"
            yield buat("kolom_tersembunyi", pesan, lembar=lembar.nama, sel=sel)


def _berisi(lembar: LembarTerbaca, alamat: Sequence[str]) -> bool:
    return any(sel in lembar.sel for sel in alamat)


def _periksa_luar(tempat: LembarFormat, dikenal: frozenset[str]) -> Iterator[Temuan]:
    """What stands below the header without a row or a column of the format: a number is lost, a text is not read."""
    berkode = {
        nomor
        for kode, daftar in tempat.letak.baris.items()
        for nomor in daftar
        if kode in dikenal or _berisi_angka(tempat, nomor)
    } | {baris_jumlah(tempat)}
    kenal = {*tempat.kolom_dikenal.values()}
    gabungan = {gabungan.awal for gabungan in gabungan_isian(tempat, tempat.letak.baris)}
    angka: dict[str, list[SelTerbaca]] = {}
    luar = []
    for alamat, sel in tempat.lembar.sel.items():
        huruf, nomor = urai_alamat(alamat)
        if nomor <= tempat.letak.judul or huruf == tempat.letak.kolom.get("no") or alamat in gabungan:
            continue
        if nomor in berkode:
            luar += [] if huruf in kenal else [sel]
        elif huruf in tempat.angka.values() and _berangka(sel) and sel.rumus is None:
            angka.setdefault(huruf, []).append(sel)
        else:
            luar.append(sel)
    yield from (_tanpa_kode(tempat, daftar) for daftar in angka.values())
    if luar:
        pesan = f"“{kutip(luar[0])}” di {luar[0].alamat}{_dan_lain(luar)} berada di luar tabel, sehingga tidak dibaca."
        sel = luar[0]
        yield buat("isian_di_luar_tabel", pesan, lembar=tempat.lembar.nama, sel=sel.alamat, diketik=kutip(sel))


def _tanpa_kode(tempat: LembarFormat, daftar: Sequence[SelTerbaca]) -> Temuan:
    awal = daftar[0]
    pesan = f"“{kutip(awal)}” di {awal.alamat}{_dan_lain(daftar)} diketik di baris yang tidak punya kode."
    return buat("isian_tanpa_kode", pesan, lembar=tempat.lembar.nama, sel=awal.alamat, diketik=kutip(awal))


def _dan_lain(daftar: Sequence[SelTerbaca]) -> str:
    return f" dan {len(daftar) - 1} sel lain" if len(daftar) > 1 else ""


def baris_jumlah(tempat: LembarFormat) -> int | None:
    """The number of the closing row Jumlah of sheet Anggaran, None on another sheet or when it is not there."""
    if tempat.nama != LEMBAR_ANGGARAN:
        return None
    huruf = tempat.letak.kolom.get("nama", "A")
    nomor = (
        urai_alamat(alamat)[1]
        for alamat, sel in tempat.lembar.sel.items()
        if urai_alamat(alamat)[0] == huruf and sandingan(sel.teks) == _JUMLAH
    )
    return next((nomor_jumlah for nomor_jumlah in nomor if nomor_jumlah > tempat.letak.judul), None)


def _berangka(sel: SelTerbaca) -> bool:
    if sel.jenis == "teks":
        return isinstance(baca_angka(sel.teks[:60]), Angka | Ambigu)
    return sel.jenis in {"angka", "tanggal", "logika"}
