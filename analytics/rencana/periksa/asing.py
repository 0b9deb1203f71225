"""Codes that rows speak of and that stand nowhere: one finding for each, at the cell that is probably wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.aturan.nomenklatur import CONTOH_KODE, pisah_bagian, tingkat_kode
from analytics.aturan.teks import selisih_huruf
from analytics.rencana.baris import AsalSel, IndikatorRencana, SimpulPohon, Unit, VersiDokumen
from analytics.rencana.lembar.templat import DAFTAR_LEMBAR, LEMBAR_MERUJUK
from analytics.rencana.periksa.konteks import KonteksRencana
from analytics.rencana.pilihan import TINGKAT
from analytics.rencana.soal import kelompokkan
from analytics.rencana.tegur import tegur
from analytics.temuan.butir import Temuan

_URUTAN_TINGKAT: Final = tuple(tingkat.kode for tingkat in TINGKAT)
_NAMA_TINGKAT: Final = {tingkat.kode: tingkat.nama for tingkat in TINGKAT}
_NAMA_LEMBAR: Final = {lembar.kunci: lembar.nama for lembar in DAFTAR_LEMBAR}
_KODE_PENDEK: Final = 5
"""Up to so many characters a slip of a code is one character, beyond them two."""
_MIRIP: Final = 0.8
"""Which share of two codes is the same where one is a slip of the other, though more characters differ."""
_DISEBUT: Final = 3
"""How many of the cells that wait for a code are named."""


_Berkode = Unit | VersiDokumen | SimpulPohon | IndikatorRencana


@dataclass(frozen=True)
class _SebutanKode:
    """A cell that holds a code of the sheet `lembar`.

    `anak`: it names the parent of that node. `berulang`: it defines a code that a cell above it defines already.
    `tingkat` is the level of the node that it defines.
    """

    lembar: str
    kode: str
    asal: AsalSel
    anak: SimpulPohon | None = None
    berulang: bool = False
    tingkat: str = ""

    @property
    def kunci(self) -> tuple[str, str]:
        """Two cells with the same one speak of the same row."""
        return (self.lembar, self.kode)


def periksa_asing(konteks: KonteksRencana) -> Iterator[Temuan]:
    """One finding for each unknown code, however many rows wait for it.

    Where a code that no row speaks of, or that stands twice, is spelled nearly alike, that one is probably the slip,
    and it is told there.
    """
    dirujuk = kelompokkan(_merujuk(konteks), lambda sebutan: sebutan.kunci)
    disebut = {*dirujuk, *(("pohon", kode) for simpul in konteks.rencana.simpul for kode in simpul.semua_sasaran)}
    sepi = [sebutan for sebutan in _menetapkan(konteks) if sebutan.berulang or sebutan.kunci not in disebut]
    asing = {kunci: semua for kunci, semua in dirujuk.items() if not konteks.dikenal(*kunci)}
    banyak = Counter(lembar for lembar, _ in asing)
    for (lembar, kode), semua in asing.items():
        calon = [sebutan for sebutan in sepi if sebutan.lembar == lembar] if _tentu(semua) else []
        salah = _salah_ketik(kode, calon) or (_kelebihan(kode, calon) if banyak[lembar] == 1 else None)
        if salah is None:
            yield _temui_asing(konteks, semua)
        else:
            sepi.remove(salah)
            yield _temui_salah_ketik(salah, semua)


def _menetapkan(konteks: KonteksRencana) -> Iterator[_SebutanKode]:
    """The cells that define a code which the store does not have."""
    baru, lama = konteks.rencana, konteks.tersimpan.rencana
    simpul = tuple(simpul for simpul in baru.simpul if simpul.tingkat != BAGIAN_UNIT)
    semua: dict[str, tuple[Sequence[_Berkode], Sequence[_Berkode]]] = {
        "unit": (baru.unit, lama.unit),
        "dokumen": (baru.dokumen, lama.dokumen),
        "pohon": (simpul, lama.simpul),
        "indikator": (baru.indikator, lama.indikator),
    }
    for lembar, (ditulis, tersimpan) in semua.items():
        lama_kode, ada = {baris.kode for baris in tersimpan}, set[str]()
        for baris in ditulis:
            if baris.kode not in lama_kode or baris.kode in ada:
                tingkat = baris.tingkat if isinstance(baris, SimpulPohon) else ""
                yield _SebutanKode(lembar, baris.kode, baris.asal, berulang=baris.kode in ada, tingkat=tingkat)
            ada.add(baris.kode)


def _merujuk(konteks: KonteksRencana) -> Iterator[_SebutanKode]:
    """The cells that speak of a code which is defined elsewhere."""
    rencana = konteks.rencana
    for simpul in (simpul for simpul in rencana.simpul if simpul.tingkat != BAGIAN_UNIT):
        if simpul.unit is not None:
            yield _SebutanKode("unit", simpul.unit, simpul.asal.di("unit"))
        if simpul.induk is not None:
            yield _SebutanKode("pohon", simpul.induk, simpul.asal.di("induk"), simpul)
    for indikator in rencana.indikator:
        yield _SebutanKode("unit", indikator.unit, indikator.asal.di("unit"))
        yield _SebutanKode("pohon", indikator.simpul, indikator.asal.di("simpul"))
    for aturan in rencana.aturan:
        for kolom in ("sama_dengan", "bagian_dari"):
            if (sumber := getattr(aturan, kolom)) is not None:
                yield _SebutanKode("indikator", sumber, aturan.asal.di(kolom))
    for rujukan in rencana.rujukan:
        yield _SebutanKode("dokumen", rujukan.dokumen, rujukan.asal_dokumen)
        if LEMBAR_MERUJUK[rujukan.lembar] == "indikator":
            yield _SebutanKode("indikator", rujukan.kode, rujukan.asal)
            continue
        simpul_dirujuk, unit = pisah_bagian(rujukan.kode)
        yield _SebutanKode("pohon", simpul_dirujuk, rujukan.asal)
        if unit:
            yield _SebutanKode("unit", unit, rujukan.asal.di("unit"))


def _tentu(semua: Sequence[_SebutanKode]) -> bool:
    """Whether a code is meant as it is referred to: by several rows, or as the code of its child has it."""
    anak = semua[0].anak
    return len(semua) > 1 or (anak is not None and anak.kode.startswith(f"{semua[0].kode}."))


def _salah_ketik(kode: str, sepi: Sequence[_SebutanKode]) -> _SebutanKode | None:
    """Of the cells that define a code which no row speaks of the one that is a slip of this code."""
    jarak = [(selisih_huruf(kode.lower(), sebutan.kode.lower()), sebutan) for sebutan in sepi]
    terdekat = min(jarak, key=lambda pasangan: pasangan[0], default=None)
    return terdekat[1] if terdekat is not None and _dekat(kode, terdekat[1].kode, terdekat[0]) else None


def _kelebihan(kode: str, sepi: Sequence[_SebutanKode]) -> _SebutanKode | None:
    """The one row that defines a code once more, where just one code is missing that can be of its level."""
    berulang = [sebutan for sebutan in sepi if sebutan.berulang]
    return berulang[0] if len(berulang) == 1 and _selevel(kode, berulang[0]) else None


def _selevel(kode: str, sebutan: _SebutanKode) -> bool:
    """Whether a code can be one of the level of a row; an office may number its tree in its own way."""
    tingkat = tingkat_kode(kode)
    if tingkat is None:
        return sebutan.tingkat not in CONTOH_KODE or tingkat_kode(sebutan.kode) is None
    return sebutan.tingkat in {"", tingkat}


def _dekat(kode: str, lain: str, jarak: int) -> bool:
    """Whether a code with so many other characters can be a slip of another: few of them, or a whole group too few."""
    sama = max(len(kode), len(lain)) - jarak
    batas = 1 if len(kode) <= _KODE_PENDEK else 2
    return sama > 0 and (jarak <= batas or 2 * sama >= _MIRIP * (len(kode) + len(lain)))


def _temui_salah_ketik(salah: _SebutanKode, semua: Sequence[_SebutanKode]) -> Temuan:
    kode, nama = semua[0].kode, _NAMA_LEMBAR[salah.lembar]
    awal = f"{salah.kode} ditulis dua kali" if salah.berulang else f"Tidak ada baris yang menyebut {salah.kode}"
    pesan = (
        f"{awal}, sedangkan {len(semua)} baris menunggu {kode}, yang tidak ada di lembar {nama}: {_sebut_sel(semua)}."
    )
    saran = (
        f"Tulis {kode} bila itu yang dimaksud; bila tidak, betulkan barisnya, atau tambahkan {kode} di lembar {nama}."
    )
    return tegur("kode_salah_ketik", pesan, saran, salah.asal, diketik=salah.kode, pengganti=(kode,))


def _sebut_sel(semua: Sequence[_SebutanKode]) -> str:
    alamat = list(dict.fromkeys(f"{sebutan.asal.lembar}!{sebutan.asal.sel}" for sebutan in semua))
    lain = len(alamat) - _DISEBUT
    return ", ".join(alamat[:_DISEBUT]) + (f", dan {lain} sel lain" if lain > 0 else "")


def _temui_asing(konteks: KonteksRencana, semua: Sequence[_SebutanKode]) -> Temuan:
    """Told where it is referred to first; where that is the only place, what may be meant is a reading of it."""
    sebutan = semua[0]
    kode, nama = sebutan.kode, _NAMA_LEMBAR[sebutan.lembar]
    mirip = tuple(konteks.mirip(sebutan.lembar, kode)[:1])
    if sebutan.anak is not None and len(semua) == 1:
        return temui_induk(sebutan.anak, _induk_tersirat(konteks, sebutan.anak) or mirip)
    menunggu = f"; {len(semua)} baris menunggunya: {_sebut_sel(semua)}" if semua[1:] else ""
    pesan = f"Kode {kode} tidak ada di lembar {nama}{menunggu}."
    saran = f"Mungkin maksudnya {mirip[0]}." if mirip else f"Tambahkan {kode} di lembar {nama}, atau betulkan kodenya."
    pengganti = () if semua[1:] else mirip
    return tegur("kode_asing", pesan, saran, sebutan.asal, diketik=kode, pengganti=pengganti)


def _induk_tersirat(konteks: KonteksRencana, simpul: SimpulPohon) -> tuple[str, ...]:
    """The node that the code of another begins with."""
    awal = [kode for kode in konteks.simpul if simpul.kode.startswith(f"{kode}.")]
    return (max(awal, key=len),) if awal else ()


def temui_induk(simpul: SimpulPohon, usul: tuple[str, ...] = ()) -> Temuan:
    """That the parent of a node is not known, or not named; `usul` may be meant."""
    perlu = _NAMA_TINGKAT[_URUTAN_TINGKAT[_URUTAN_TINGKAT.index(simpul.tingkat) - 1]]
    pesan = f"{_NAMA_TINGKAT[simpul.tingkat].capitalize()} {simpul.kode} tidak punya induk yang dikenal."
    saran = f"Isi kode induk dengan kode {perlu} yang ada di lembar Pohon."
    saran = f"{saran[:-1]}, mungkin {usul[0]}." if usul else saran
    asal = simpul.asal.di("induk")
    return tegur("induk_tidak_ada", pesan, saran, asal, diketik=simpul.induk, pengganti=usul)
