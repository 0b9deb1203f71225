"""Checks a parsed workbook against the plan: what was understood, and every finding at once.

A galat is what cannot be identified, read or stored without guessing. Everything about meaning and history is a
peringatan, accepted with a reason. A blank cell that is not due raises nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from analytics.aturan.teks import alasan_sah
from analytics.lembar.bentuk.bahan import Bahan
from analytics.lembar.bentuk.format import Identitas
from analytics.lembar.periksa.isian import BarisIndikator
from analytics.lembar.periksa.kenali import bandingkan_rencana
from analytics.lembar.periksa.makna import periksa_makna
from analytics.lembar.periksa.pemeriksaan import BarisAnggaran, BarisRealisasi
from analytics.lembar.periksa.struktur import Tempat, periksa_lembar_lain, temukan_anggaran, temukan_realisasi, tertukar
from analytics.lembar.periksa.uang import periksa_jumlah, periksa_simpul
from analytics.pembaca.baca import BukuTerbaca
from analytics.temuan.butir import Temuan, ada_galat


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


def periksa(buku: BukuTerbaca, bahan: Bahan, identitas: Identitas, pilihan: Mapping[str, str]) -> IsiLembar:
    """Check the sheets of an identified workbook; `pilihan` are the readings chosen for cells, by `Temuan.alamat`."""
    realisasi = _periksa_realisasi(buku, bahan, pilihan)
    anggaran = _periksa_anggaran(buku, bahan, pilihan) if bahan.simpul else IsiLembar()
    umum = (*bandingkan_rencana(identitas, bahan), *periksa_lembar_lain(buku))
    return IsiLembar(
        realisasi.realisasi,
        anggaran.anggaran,
        (*umum, *realisasi.temuan, *anggaran.temuan),
        {**realisasi.alasan, **anggaran.alasan},
        realisasi.terperiksa | anggaran.terperiksa,
    )


def _periksa_realisasi(buku: BukuTerbaca, bahan: Bahan, pilihan: Mapping[str, str]) -> IsiLembar:
    temuan: list[Temuan] = []
    tempat = temukan_realisasi(buku, bahan, pilihan, temuan)
    if tempat is None:
        return IsiLembar(temuan=tuple(temuan))
    letak = _terletak(tempat, [satu.kode for satu in bahan.indikator], temuan)
    hasil = [_periksa_indikator(tempat, bahan, nomor) for nomor in letak]
    realisasi = tuple(baris for baris, _, _ in hasil)
    keterangan = {satu.kode_indikator: sebab for satu in realisasi if (sebab := alasan_sah(satu.alasan))}
    alasan = {kunci: isi for _, _, sebab in hasil for kunci, isi in sebab.items()}
    return IsiLembar(
        realisasi=realisasi,
        temuan=(*temuan, *(satu for _, daftar, _ in hasil for satu in daftar)),
        alasan={**_alasan_susunan(temuan, keterangan), **alasan},
        terperiksa=frozenset((tempat.lembar.nama, satu.kode_indikator) for satu in realisasi),
    )


def _terletak(tempat: Tempat, kode: Sequence[str], temuan: Iterable[Temuan]) -> list[int]:
    """The positions of the codes whose row is beyond doubt: it stands once on the sheet, under its own name."""
    ragu = tertukar(temuan)
    return [nomor for nomor, satu in enumerate(kode) if tempat.baris(satu) is not None and satu not in ragu]


def _periksa_indikator(tempat: Tempat, bahan: Bahan, nomor: int) -> tuple[BarisRealisasi, list[Temuan], dict[str, str]]:
    indikator = bahan.indikator[nomor]
    dibaca = BarisIndikator(tempat.pembaca(indikator.kode, indikator=True), indikator).baca()
    if not dibaca.gagal:
        periksa_makna(dibaca, indikator, bahan)
    alasan = dict(_alasan(dibaca.baris.alasan, dibaca.pembaca.temuan))
    for satu in dibaca.pembaca.temuan:
        sebab = _alasan_lain(satu, dibaca.baris, indikator.penjelasan)
        if sebab is not None:
            alasan.setdefault(satu.kunci, sebab)
    if indikator.aturan.alasan is not None:
        alasan |= {s.kunci: indikator.aturan.alasan for s in dibaca.pembaca.temuan if s.kode == "aturan_berubah"}
    return dibaca.baris, dibaca.pembaca.temuan, alasan


def _alasan(alasan: str | None, daftar: Iterable[Temuan]) -> Iterator[tuple[str, str]]:
    """The Keterangan of a row explains the peringatan of that row."""
    if alasan is not None and alasan_sah(alasan):
        yield from ((satu.kunci, alasan) for satu in daftar if satu.tingkat == "peringatan")


def _alasan_susunan(temuan: Iterable[Temuan], keterangan: Mapping[str, str]) -> dict[str, str]:
    """The Keterangan of a row explains a changed name or satuan in that row, too."""
    return {
        satu.kunci: keterangan[satu.kode_baris]
        for satu in temuan
        if satu.tingkat == "peringatan" and satu.kode_baris is not None and satu.kode_baris in keterangan
    }


def _alasan_lain(satu: Temuan, baris: BarisRealisasi, penjelasan: Mapping[str, str]) -> str | None:
    """What explains a finding besides the Keterangan: the faktor penghambat, or an answer given earlier this year."""
    if satu.kode == "memburuk":
        return next((alasan_sah(isi.isi) for isi in baris.narasi if isi.jenis == "faktor_penghambat"), None)
    return penjelasan.get(satu.kode)


def _periksa_anggaran(buku: BukuTerbaca, bahan: Bahan, pilihan: Mapping[str, str]) -> IsiLembar:
    temuan: list[Temuan] = []
    tempat = temukan_anggaran(buku, bahan, pilihan, temuan)
    if tempat is None:
        return IsiLembar(temuan=tuple(temuan))
    hasil = [
        periksa_simpul(tempat.pembaca(bahan.simpul[nomor].kode, indikator=False), bahan.simpul[nomor])
        for nomor in _terletak(tempat, [satu.kode for satu in bahan.simpul], temuan)
    ]
    anggaran = tuple(baris for baris, _ in hasil)
    gagal = frozenset(baris.kode_simpul for baris, daftar in hasil if ada_galat(daftar))
    keterangan = {satu.kode_simpul: sebab for satu in anggaran if (sebab := alasan_sah(satu.alasan))}
    terbaca = (*(satu.kode_simpul for satu in anggaran), *(satu.kode for satu in bahan.kegiatan))
    return IsiLembar(
        anggaran=anggaran,
        temuan=(
            *temuan,
            *(satu for _, daftar in hasil for satu in daftar),
            *periksa_jumlah(tempat, bahan, {satu.kode_simpul: satu.rupiah for satu in anggaran}, gagal),
        ),
        alasan={
            **_alasan_susunan(temuan, keterangan),
            **{kunci: isi for baris, daftar in hasil for kunci, isi in _alasan(baris.alasan, daftar)},
        },
        terperiksa=frozenset((tempat.lembar.nama, kode) for kode in terbaca),
    )
