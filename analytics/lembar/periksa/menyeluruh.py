"""Checks a parsed workbook against the plan: what was understood, and every finding at once.

A galat is what cannot be identified, read or stored without guessing. Everything about meaning and history is a
peringatan, accepted with a reason. A blank cell that is not due raises nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from analytics.aturan.teks import alasan_sah
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat, SimpulFormat
from analytics.lembar.bentuk.format import LEMBAR_ANGGARAN, LEMBAR_REALISASI, IdentitasFormat
from analytics.lembar.periksa.besaran import nol_semua
from analytics.lembar.periksa.hasil_periksa import BarisAnggaran, BarisRealisasi
from analytics.lembar.periksa.isian import Dibaca, baca_indikator
from analytics.lembar.periksa.kenali import bandingkan_rencana
from analytics.lembar.periksa.makna import periksa_makna
from analytics.lembar.periksa.nilai import satu_saran, sekali_selembar
from analytics.lembar.periksa.perkara import susun_perkara
from analytics.lembar.periksa.struktur import (
    LembarFormat,
    periksa_lembar_lain,
    temukan_anggaran,
    temukan_realisasi,
    tertukar,
)
from analytics.lembar.periksa.terdahulu import satukan_sama
from analytics.lembar.periksa.uang import UangDibaca, baca_simpul, periksa_jumlah, rupiah_nol
from analytics.pembaca.baca import BukuTerbaca
from analytics.sel.terbaca import Terbaca, semua_temuan
from analytics.temuan.butir import Temuan


@dataclass(frozen=True)
class IsiLembar:
    """What the sheets of a workbook say.

    `alasan` holds the reasons that stand in it, by `Temuan.kunci`; `terperiksa` (sheet, code) of every row read.
    """

    realisasi: tuple[BarisRealisasi, ...] = ()
    anggaran: tuple[BarisAnggaran, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    alasan: Mapping[str, str] = field(default_factory=dict)
    terperiksa: frozenset[tuple[str, str]] = frozenset()


def periksa(buku: BukuTerbaca, bahan: BahanFormat, identitas: IdentitasFormat, pilihan: Mapping[str, str]) -> IsiLembar:
    """Check the sheets of an identified workbook; `pilihan` are the readings chosen for cells, by `Temuan.alamat`."""
    realisasi = _periksa_realisasi(buku, bahan, pilihan)
    anggaran = _periksa_anggaran(buku, bahan, pilihan) if bahan.simpul else IsiLembar()
    dicari = (LEMBAR_REALISASI, LEMBAR_ANGGARAN) if bahan.simpul else (LEMBAR_REALISASI,)
    umum = (*bandingkan_rencana(identitas, bahan), *periksa_lembar_lain(buku, dicari))
    return IsiLembar(
        realisasi.realisasi,
        anggaran.anggaran,
        (*umum, *realisasi.temuan, *anggaran.temuan),
        {**realisasi.alasan, **anggaran.alasan},
        realisasi.terperiksa | anggaran.terperiksa,
    )


def _periksa_realisasi(buku: BukuTerbaca, bahan: BahanFormat, pilihan: Mapping[str, str]) -> IsiLembar:
    tempat = temukan_realisasi(buku, bahan, pilihan)
    if tempat.nilai is None:
        return IsiLembar(temuan=tempat.temuan)
    baris = [
        _periksa_indikator(tempat.nilai, bahan, nomor)
        for nomor in _terletak(tempat, [indikator.kode for indikator in bahan.indikator])
    ]
    realisasi = tuple(barisan.baris for barisan in baris)
    keterangan = {barisan.kode_indikator: sebab for barisan in realisasi if (sebab := alasan_sah(barisan.alasan))}
    alasan = {kunci: sebab for barisan in baris for kunci, sebab in barisan.alasan.items()}
    temuan = tuple(sekali_selembar(satukan_sama((barisan.temuan for barisan in baris), keterangan)))
    perkara = (susun_perkara(barisan.dibaca, barisan.indikator, bahan) for barisan in baris)
    return IsiLembar(
        realisasi=realisasi,
        temuan=(*tempat.temuan, *temuan, *nol_semua(perkara, temuan)),
        alasan={**_alasan_susunan(tempat.temuan, keterangan), **alasan},
        terperiksa=frozenset((tempat.nilai.lembar.nama, barisan.kode_indikator) for barisan in realisasi),
    )


def _terletak(tempat: Terbaca[LembarFormat | None], kode: Sequence[str]) -> list[int]:
    """The positions of the codes whose row is beyond doubt: it stands once on the sheet, under its own name."""
    ragu, lembar = tertukar(tempat.temuan), tempat.nilai
    return [
        nomor
        for nomor, kode_baris in enumerate(kode)
        if lembar is not None and lembar.baris(kode_baris) is not None and kode_baris not in ragu
    ]


@dataclass(frozen=True)
class _BarisDiperiksa:
    """The row of an indicator with every finding about it and, by `Temuan.kunci`, what explains them."""

    dibaca: Dibaca
    indikator: IndikatorFormat
    temuan: tuple[Temuan, ...]
    alasan: Mapping[str, str]

    @property
    def baris(self) -> BarisRealisasi:
        """What the row says."""
        return self.dibaca.baris


def _periksa_indikator(tempat: LembarFormat, bahan: BahanFormat, nomor: int) -> _BarisDiperiksa:
    indikator = bahan.indikator[nomor]
    dibaca = baca_indikator(tempat.pembaca(indikator.kode, indikator=True), indikator)
    baris = dibaca.nilai.baris
    makna = () if dibaca.gagal else tuple(periksa_makna(dibaca.nilai, indikator, bahan))
    temuan = tuple(satu_saran((*dibaca.temuan, *makna)))
    return _BarisDiperiksa(dibaca.nilai, indikator, temuan, dict(_alasan_indikator(indikator, baris, temuan)))


def _alasan_indikator(
    indikator: IndikatorFormat, baris: BarisRealisasi, temuan: Iterable[Temuan]
) -> Iterator[tuple[str, str]]:
    """What explains the findings of a row, the strongest last: an earlier answer, its Keterangan, the plan itself."""
    daftar = list(temuan)
    for butir in reversed(daftar):
        sebab = _alasan_lain(butir, baris, indikator.penjelasan)
        if sebab is not None:
            yield butir.kunci, sebab
    yield from _alasan(baris.alasan, daftar)
    if indikator.aturan.alasan is not None:
        yield from ((butir.kunci, indikator.aturan.alasan) for butir in daftar if butir.kode == "aturan_berubah")


def _alasan(alasan: str | None, daftar: Iterable[Temuan]) -> Iterator[tuple[str, str]]:
    """The Keterangan of a row explains the peringatan of that row."""
    if alasan is not None and alasan_sah(alasan):
        yield from ((butir.kunci, alasan) for butir in daftar if butir.tingkat == "peringatan")


def _alasan_susunan(temuan: Iterable[Temuan], keterangan: Mapping[str, str]) -> dict[str, str]:
    """The Keterangan of a row explains a changed name or satuan in that row, too."""
    return {
        butir.kunci: keterangan[butir.kode_baris]
        for butir in temuan
        if butir.tingkat == "peringatan" and butir.kode_baris is not None and butir.kode_baris in keterangan
    }


def _alasan_lain(temuan: Temuan, baris: BarisRealisasi, penjelasan: Mapping[str, str]) -> str | None:
    """What explains a finding besides the Keterangan: the faktor penghambat, or an answer given earlier this year."""
    if temuan.kode == "memburuk":
        return next((alasan_sah(narasi.isi) for narasi in baris.narasi if narasi.jenis == "faktor_penghambat"), None)
    return penjelasan.get(temuan.kode)


def _periksa_anggaran(buku: BukuTerbaca, bahan: BahanFormat, pilihan: Mapping[str, str]) -> IsiLembar:
    tempat = temukan_anggaran(buku, bahan, pilihan)
    if tempat.nilai is None:
        return IsiLembar(temuan=tempat.temuan)
    hasil = [
        baca_simpul(tempat.nilai.pembaca(bahan.simpul[nomor].kode, indikator=False), bahan.simpul[nomor])
        for nomor in _terletak(tempat, [simpul.kode for simpul in bahan.simpul])
    ]
    anggaran = tuple(baris.nilai.baris for baris in hasil)
    gagal = frozenset(baris.nilai.baris.kode_simpul for baris in hasil if baris.gagal)
    keterangan = {baris.kode_simpul: sebab for baris in anggaran if (sebab := alasan_sah(baris.alasan))}
    rupiah = {baris.kode_simpul: baris.rupiah for baris in anggaran}
    terbaca = (*rupiah, *(kegiatan.kode for kegiatan in bahan.kegiatan))
    return IsiLembar(
        anggaran=anggaran,
        temuan=(
            *tempat.temuan,
            *sekali_selembar(semua_temuan(*hasil)),
            *rupiah_nol(_terbaca(bahan, [baris.nilai for baris in hasil if not baris.gagal])),
            *periksa_jumlah(tempat.nilai, bahan, rupiah, gagal),
        ),
        alasan={
            **_alasan_susunan(tempat.temuan, keterangan),
            **{kunci: sebab for baris in hasil for kunci, sebab in _alasan(baris.nilai.baris.alasan, baris.temuan)},
        },
        terperiksa=frozenset((tempat.nilai.lembar.nama, kode) for kode in terbaca),
    )


def _terbaca(bahan: BahanFormat, hasil: Iterable[UangDibaca]) -> Iterator[tuple[SimpulFormat, UangDibaca]]:
    simpul = {milik.kode: milik for milik in bahan.simpul}
    return ((simpul[uang.baris.kode_simpul], uang) for uang in hasil)
