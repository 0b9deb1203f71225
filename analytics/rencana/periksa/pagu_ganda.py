"""Money that a plan gives more than once: in repeated rows of one node, or the whole of a node at each below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from analytics.aturan.angka import tulis_rupiah
from analytics.rencana.baris import Pagu
from analytics.rencana.periksa.konteks import KonteksRencana
from analytics.rencana.soal import BacaanSoal, Soal, kelompokkan, satukan_pagu, sebut_tahun, susun_soal
from analytics.rencana.tegur import tegur
from analytics.temuan.butir import Temuan

_SATU: Final = "satu pagu yang ditulis berulang"
_JUMLAH: Final = "dijumlahkan"


def sebut_disatukan(konteks: KonteksRencana) -> Iterator[Temuan]:
    """One remark per node whose repeated rows are read as one, because what they say has one reading."""
    belum = {(dokumen, kode) for dokumen, _, kode in konteks.pagu_berulang}
    jadi = {kunci: semua for kunci, semua in konteks.baris_berulang.items() if kunci not in belum}
    for kode, kelompok in kelompokkan(jadi, lambda kunci: kunci[1]).items():
        dokumen = ", ".join(nama for nama, _ in kelompok)
        pesan = f"Pagu {kode} ditulis pada {len(jadi[kelompok[0]])} baris ({dokumen}), dan dibaca sebagai satu pagu"
        uang = [pagu for pagu in konteks.rencana.pagu if (pagu.dokumen, pagu.simpul) in kelompok]
        pesan += f": {_sebut_satuan(konteks, uang)}." if uang else "."
        yield tegur("pagu_disatukan", pesan, "Tidak perlu tindakan.", jadi[kelompok[0]][1].asal, kode_baris=kode)


def _sebut_satuan(konteks: KonteksRencana, semua: Sequence[Pagu]) -> str:
    """The amounts of a node that became one, each with the years in which it stands and how it came about."""
    fakta = kelompokkan(semua, lambda pagu: (tulis_rupiah(pagu.rupiah), _cara(konteks, pagu)))
    return "; ".join(f"{sebut_tahun(sama)} {rupiah}, {cara}" for (rupiah, cara), sama in fakta.items())


def _cara(konteks: KonteksRencana, pagu: Pagu) -> str:
    """How rows became this amount: added up, or one of them."""
    asal = konteks.berulang.get((pagu.dokumen, pagu.tahun, pagu.simpul), ())
    if not asal:
        return "dari satu baris"
    sama = {lain.rupiah for lain in asal} == {pagu.rupiah}
    return "sekali saja" if sama else f"jumlah {' dan '.join(tulis_rupiah(lain.rupiah) for lain in asal)}"


def soal_berulang(konteks: KonteksRencana) -> Iterator[Soal]:
    """Rows that repeat a node with money in each of them, which the rows below it do not settle."""
    for kode, kunci in kelompokkan(konteks.pagu_berulang, lambda kunci: kunci[2]).items():
        kelompok = [konteks.pagu_berulang[letak] for letak in kunci]
        awal = kelompok[0]
        terinci = konteks.pagu_di_bawah(kunci[0])
        bawah = "" if terinci is None else f", jumlah di bawahnya {tulis_rupiah(terinci)}"
        jumlah = " dan ".join(tulis_rupiah(pagu.rupiah) for pagu in awal)
        pesan = f"Pagu {kode} ditulis {len(awal)} kali: {sebut_tahun([awal[0]])} {jumlah}{bawah}"
        pesan += f"; begitu juga pada {len(kelompok) - 1} tahun lain." if kelompok[1:] else "."
        saran = "Pilih bacaannya; bila kodenya keliru, betulkan kode atau hapus barisnya."
        yield susun_soal("pagu_berulang", kode, pesan, saran, awal[1].asal, tuple(_bacaan(kelompok)))


def _bacaan(kelompok: Sequence[Sequence[Pagu]]) -> Iterator[BacaanSoal]:
    sama = all(len({pagu.rupiah for pagu in semua}) == 1 for semua in kelompok)
    cara = ((_SATU, False), (_JUMLAH, True)) if sama else ((_JUMLAH, True),)
    for kata, dijumlah in cara:
        uang = [_jumlah(semua) if dijumlah else semua[0].rupiah for semua in kelompok]
        satu = [satukan_pagu("", semua, rupiah) for semua, rupiah in zip(kelompok, uang, strict=True)]
        yield BacaanSoal(f"{kata}, {tulis_rupiah(uang[0])}", tuple(ganti for bacaan in satu for ganti in bacaan.ganti))


def _jumlah(semua: Sequence[Pagu]) -> Decimal:
    return sum((pagu.rupiah for pagu in semua), Decimal(0))


def soal_kembar(konteks: KonteksRencana) -> Iterator[Soal]:
    """Siblings, all but one at most, with the very same pagu and no parent's to tell: often the parent's, at each.

    A pagu of 0 is none.
    """
    kembar: dict[str, list[list[Pagu]]] = {}
    berpagu = [pagu for pagu in konteks.rencana.pagu if pagu.rupiah > 0]
    for (dokumen, tahun, induk), semua in kelompokkan(berpagu, konteks.kunci_induk).items():
        tertulis = any((dokumen, tahun, atas) in konteks.pagu for atas in konteks.leluhur(induk))
        saudara, milik = konteks.anak.get(induk, ()), {pagu.simpul for pagu in semua}
        utuh = 1 < len(semua) == len(milik) >= len(saudara) - 1 and bool(saudara) and not tertulis
        if utuh and len({pagu.rupiah for pagu in semua}) == 1:
            kembar.setdefault(induk, []).append(semua)
    for induk, kelompok in kembar.items():
        semua = [pagu for setahun in kelompok for pagu in setahun]
        banyak, rupiah = len({pagu.simpul for pagu in semua}), tulis_rupiah(semua[0].rupiah)
        pesan = f"{banyak} anak {induk} berpagu sama persis, {rupiah}, pada {sebut_tahun(semua)}."
        saran = f"Bila itu pagu {induk}, tulis sekali dan rinci di bawahnya; bila memang sama, beri alasan."
        sekali = [satukan_pagu("", setahun, setahun[0].rupiah) for setahun in kelompok]
        teks = f"pagu {induk}, sekali saja pada {semua[0].simpul}"
        bacaan = (BacaanSoal(teks, tuple(ganti for satuan in sekali for ganti in satuan.ganti)),)
        yield susun_soal("pagu_kembar", induk, pesan, saran, semua[0].asal, bacaan, diketik=rupiah)
