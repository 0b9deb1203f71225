"""Reads and checks the money of a filled workbook: realisasi s/d the triwulan at the leaves of the plan tree, Rp."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from analytics.aturan.angka import bulatkan, tulis_angka, tulis_rupiah
from analytics.aturan.teks import alasan_sah, sebaris
from analytics.lembar.bentuk.bahan import BahanFormat, SimpulFormat
from analytics.lembar.bentuk.format import LEMBAR_ANGGARAN
from analytics.lembar.periksa.besaran import daftar_pendek, dinyatakan_nihil, skala_pagu
from analytics.lembar.periksa.hasil_periksa import BarisAnggaran
from analytics.lembar.periksa.nilai import IsianFormat, PembacaBaris, kutip, satu_saran
from analytics.lembar.periksa.struktur import LembarFormat, baris_jumlah
from analytics.sel.terbaca import Terbaca
from analytics.temuan.butir import Temuan, ada_galat, buat
from analytics.temuan.kode import KodeFormat


@dataclass(frozen=True)
class UangDibaca:
    """The money of one leaf as understood; `nol`: it is a 0 that nobody was asked about or chose yet."""

    baris: BarisAnggaran
    nol: bool


def baca_simpul(pembaca: PembacaBaris, simpul: SimpulFormat) -> Terbaca[UangDibaca]:
    """Read and check the money of one leaf; `gagal` when anything of its row cannot be stored."""
    isian, alasan = pembaca.angka("rupiah", "rupiah"), pembaca.teks("alasan")
    rupiah = None if isian.nilai.nilai is None else bulatkan(isian.nilai.nilai, 2)
    lembar, sel = pembaca.lembar.nama, pembaca.alamat["rupiah"]
    baris = BarisAnggaran(simpul.kode, simpul.nama, simpul.pagu, rupiah, alasan.nilai, lembar, sel)
    tanya = () if isian.gagal else tuple(_tanya(pembaca, baris, simpul, isian.nilai))
    # A 0 of a formula is asked about with the other ones of the sheet.
    dibaca = tuple(temuan for temuan in isian.temuan if temuan.kode != "nol_rumus")
    temuan = tuple(satu_saran((*dibaca, *alasan.temuan, *tanya)))
    nol = isian.nilai.nilai == 0 and not isian.nilai.dipilih and not isian.nilai.tergerus
    return Terbaca(UangDibaca(baris, nol), temuan, ada_galat(temuan))


def _tanya(pembaca: PembacaBaris, baris: BarisAnggaran, simpul: SimpulFormat, isian: IsianFormat) -> Iterator[Temuan]:
    """Every question about the money of one leaf."""

    def temui(kode: KodeFormat, pesan: str, **lain: Any) -> Temuan:
        return pembaca.temui(kode, "rupiah", pesan, diketik=isian.diketik, **lain)

    if baris.rupiah is None:
        if simpul.pagu and dinyatakan_nihil(baris.alasan):
            pesan = f"Keterangannya “{sebaris(baris.alasan or '', 60)}”, tetapi rupiahnya kosong, bukan 0."
            yield temui("nihil_kosong", pesan)
        elif simpul.pagu and alasan_sah(baris.alasan) is None:
            pesan = f"Realisasi {simpul.kode} belum diisi; dicatat sebagai belum ada data, bukan nol."
            yield temui("anggaran_kosong", pesan)
        elif baris.alasan is not None and not pembaca.bersama:
            pesan = f"Keterangan tanpa nilai dicatat: {baris.alasan}"
            yield pembaca.temui("keterangan_dicatat", "alasan", pesan, diketik=baris.alasan[:60])
        return
    skala = skala_pagu(isian.nilai or baris.rupiah, simpul.pagu) if simpul.pagu else None
    if skala is not None:
        pesan, maksud = skala
        yield temui("skala_nilai", pesan, pengganti=(maksud,), pembanding=(f"Pagu: {tulis_rupiah(simpul.pagu or 0)}",))
        return
    if isian.nilai is not None and _tergerus(isian.nilai, baris.rupiah):
        pesan = (
            f"Realisasi {tulis_angka(isian.nilai)} rupiah disimpan sampai sen, menjadi {tulis_rupiah(baris.rupiah)}."
        )
        yield temui("angka_kecil", pesan, dipahami=tulis_angka(baris.rupiah))
        return
    if baris.rupiah < 0:
        yield temui("nilai_negatif", f"Realisasi {tulis_rupiah(baris.rupiah)} di bawah nol.")
    for kode, pesan in _terhadap_pagu(baris.rupiah, simpul.pagu):
        pagu = () if simpul.pagu is None else (f"Pagu: {tulis_rupiah(simpul.pagu)}",)
        yield temui(kode, pesan, pembanding=pagu)
    lain = list(_terhadap_triwulan(baris.rupiah, simpul))
    if lain:
        pesan = f"Realisasi s/d triwulan ini {tulis_rupiah(baris.rupiah)}, {' dan '.join(kata for kata, _ in lain)}."
        yield temui("anggaran_turun", pesan, pembanding=tuple(nilai for _, nilai in lain))


def _tergerus(diketik: Decimal, disimpan: Decimal) -> bool:
    """Whether so little is stored of an amount that it is another one."""
    return (disimpan - diketik).copy_abs() * 1_000_000 > diketik.copy_abs()


def _terhadap_pagu(rupiah: Decimal, pagu: Decimal | None) -> Iterator[tuple[KodeFormat, str]]:
    if rupiah <= (pagu or 0):
        return
    if not pagu:
        yield "anggaran_lebih", f"Realisasi {tulis_rupiah(rupiah)} tidak ada pagunya."
    elif rupiah % pagu == 0:
        kali = int(rupiah / pagu)
        yield "anggaran_kelipatan", f"Realisasi {tulis_rupiah(rupiah)} tepat {kali} kali pagu {tulis_rupiah(pagu)}."
    else:
        yield "anggaran_lebih", f"Realisasi {tulis_rupiah(rupiah)} melebihi pagu {tulis_rupiah(pagu)}."


def _terhadap_triwulan(rupiah: Decimal, simpul: SimpulFormat) -> Iterator[tuple[str, str]]:
    if simpul.lalu is not None and rupiah < simpul.lalu:
        lalu = tulis_rupiah(simpul.lalu)
        yield f"turun dari {lalu} s/d triwulan sebelumnya", f"s/d triwulan sebelumnya: {lalu}"
    if simpul.kemudian is not None and rupiah > simpul.kemudian:
        kemudian = tulis_rupiah(simpul.kemudian)
        pesan = f"lebih besar dari {kemudian} s/d triwulan berikutnya yang sudah diterima"
        yield pesan, f"s/d triwulan berikutnya: {kemudian}"


def rupiah_nol(uang: Iterable[tuple[SimpulFormat, UangDibaca]]) -> Iterator[Temuan]:
    """One question for all leaves with a pagu whose realisasi is 0, and which nothing else was asked about.

    Where an earlier triwulan had more, the row is asked itself.
    """
    nol = [
        simpul.kode
        for simpul, dibaca in uang
        if dibaca.nol and simpul.pagu and not simpul.lalu and not dinyatakan_nihil(dibaca.baris.alasan)
    ]
    if nol:
        kode = daftar_pendek(", ".join(nol))
        pesan = f"{len(nol)} baris anggaran berisi Rp 0 ({kode}). Memang belum ada realisasinya?"
        yield buat("rupiah_nol", pesan, lembar=LEMBAR_ANGGARAN)


def periksa_jumlah(
    tempat: LembarFormat, bahan: BahanFormat, rupiah: Mapping[str, Decimal | None], gagal: frozenset[str]
) -> Iterator[Temuan]:
    """Totals against the sum of the leaves that they cover; `gagal` are the leaves that could not be read."""
    huruf = tempat.letak.kolom["rupiah"]
    for kegiatan in bahan.kegiatan:
        nomor = tempat.baris(kegiatan.kode)
        if nomor is not None and not gagal.intersection(kegiatan.anak):
            letak: dict[str, Any] = {"kode_baris": kegiatan.kode, "kolom": "rupiah"}
            anak = {kode: rupiah.get(kode) for kode in kegiatan.anak}
            yield from _banding(tempat, f"{huruf}{nomor}", kegiatan.kode, anak, letak)
    nomor = baris_jumlah(tempat)
    if nomor is not None and not gagal:
        yield from _banding(tempat, f"{huruf}{nomor}", "semua baris", rupiah, {})


def _banding(
    tempat: LembarFormat, alamat: str, nama: str, anak: Mapping[str, Decimal | None], letak: Mapping[str, Any]
) -> Iterator[Temuan]:
    sel = tempat.lembar.sel.get(alamat)
    if sel is None or (sel.rumus is not None and sel.jenis != "angka"):
        return
    pembaca = PembacaBaris(tempat.lembar, {"rupiah": alamat}, nama, indikator=False, pilihan=tempat.pilihan)
    ketik = pembaca.angka("rupiah", "rupiah").nilai
    jumlah = sum((rupiah for rupiah in anak.values() if rupiah is not None), Decimal(0))
    benar = {jumlah, _jumlah_sel_angka(tempat, anak)} if sel.rumus is not None else {jumlah}
    if ketik.nilai is not None and bulatkan(ketik.nilai, 2) not in benar:
        pesan = f"Jumlah {nama} berisi {tulis_rupiah(ketik.nilai)}, sedangkan isinya berjumlah {tulis_rupiah(jumlah)}."
        yield buat(
            "jumlah_beda",
            pesan,
            lembar=tempat.lembar.nama,
            sel=alamat,
            diketik=kutip(sel),
            dipahami=tulis_rupiah(jumlah),
            **letak,
        )


def _jumlah_sel_angka(tempat: LembarFormat, anak: Mapping[str, Decimal | None]) -> Decimal:
    """What the formula of the format gives: Excel does not add up a number that is typed as a text."""
    ada = {kode: rupiah for kode, rupiah in anak.items() if rupiah is not None}
    sel = {kode: tempat.pembaca(kode, indikator=False).sel("rupiah") for kode in ada}
    angka = (rupiah for kode, rupiah in ada.items() if (isian := sel[kode]) is not None and isian.jenis == "angka")
    return sum(angka, Decimal(0))
