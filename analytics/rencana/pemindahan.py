"""The list of sub kegiatan of another planning system as a *rencana* workbook: which column is what, and what it says.

What such a list lacks (unit, polaritas, rumus, frekuensi, agregasi) stays empty, with a proposal beside it where there
is one. Numbers go over as they were typed, so that the one import reads and asks about them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Final, Literal

from analytics.aturan.angka import tulis_ketikan
from analytics.aturan.nama import arah_nama
from analytics.aturan.nomenklatur import pisah_kode
from analytics.aturan.satuan import tak_dijumlah
from analytics.aturan.teks import sandingan, sebaris
from analytics.berkas import Berkas
from analytics.pembaca.baca import SelTerbaca, baca_buku
from analytics.rencana.baris import Rencana, SimpulPohon, VersiDokumen
from analytics.rencana.lembar.baca import Pembuka
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.lembar.templat import INDIKATOR, POHON, LembarRencana
from analytics.rencana.lembar.tulis import BarisLembar, IsiSel, UsulIsian, baris_lembar
from analytics.rencana.soal import kelompokkan
from analytics.sel.baca_sel import hampa
from analytics.sel.daftar import LembarDaftar, baca_daftar, kode_sel
from analytics.temuan.butir import Temuan

JenisPeran = Literal["kode", "nama", "indikator", "satuan", "kondisi_awal", "target", "pagu"]
_BERTAHUN: Final = frozenset({"target", "pagu"})
_SEBUTAN: Final[Mapping[JenisPeran, str]] = {
    "kode": "Kode",
    "nama": "Nama program, kegiatan, sub kegiatan",
    "indikator": "Indikator",
    "satuan": "Satuan",
    "kondisi_awal": "Kondisi awal",
    "target": "Target",
    "pagu": "Pagu",
}
_UANG: Final = re.compile(r"\b(pagu|anggaran|rp|rupiah|dana)\b")
"""Words of a header above an amount of money."""
_TANDA: Final[Mapping[JenisPeran, re.Pattern[str]]] = {
    "kode": re.compile(r"\b(kode|rekening)\b"),
    "satuan": re.compile(r"\bsatuan\b"),
    "kondisi_awal": re.compile(r"\b(kondisi|capaian|data).*awal\b"),
    "indikator": re.compile(r"\b(indikator|tolok ukur|keluaran)\b"),
    "nama": re.compile(r"\b(nama|uraian|nomenklatur|program|kegiatan)\b"),
}
"""Words of a header without a year that say what its column holds, the most telling first."""
_TAHUN: Final = re.compile(r"\b(2[01]\d\d)\b")
_TAHUN_DITAWARKAN: Final = range(2020, 2041)
"""The years to choose from where no header names one."""
_TINGKAT: Final = {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
"""The level of a node by the groups of its code."""
_TANPA_TANGGAL: Final = date(2000, 1, 1)
"""Stands for a date that nobody has typed yet; it is written nowhere."""


@dataclass(frozen=True)
class Peran:
    """What a column of the list holds; `tahun` for targets and pagu."""

    jenis: JenisPeran
    tahun: int | None = None

    @property
    def sebutan(self) -> str:
        """`Target 2026`."""
        return _SEBUTAN[self.jenis] + (f" {self.tahun}" if self.tahun else "")


@dataclass(frozen=True)
class LembarEkspor(LembarDaftar):
    """A sheet of such a list, with what its columns can hold."""

    @property
    def usul(self) -> dict[str, Peran]:
        """What the columns hold by their headers, each but the yearly ones once; the codes tell their own column."""
        hasil: dict[str, Peran] = {}
        for huruf, judul in self.judul.items():
            peran = _peran(judul)
            if peran is not None and peran not in hasil.values():
                hasil[huruf] = peran
        kode = self.kolom_kode
        lain = {huruf: peran for huruf, peran in hasil.items() if peran.jenis != "kode" and huruf != kode}
        return lain | {kode: Peran("kode")}

    @property
    def peran(self) -> tuple[Peran, ...]:
        """Everything that a column can hold, in the years that its headers speak of and the ones around them."""
        tahun = {int(angka) for judul in self.judul.values() for angka in _TAHUN.findall(judul)}
        masa = range(min(tahun) - 1, max(tahun) + 2) if tahun else _TAHUN_DITAWARKAN
        tetap = [Peran(jenis) for jenis in _SEBUTAN if jenis not in _BERTAHUN]
        return (*tetap, *(Peran(jenis, n) for jenis in ("target", "pagu") for n in masa))


@dataclass(frozen=True)
class HasilEkspor:
    """The workbook, how many nodes and indicators it holds, and the rows of the list that it does not."""

    buku: Berkas
    simpul: int
    indikator: int
    tersisa: tuple[tuple[int, str], ...]


def baca_ekspor(isi: bytes, buka: Pembuka = baca_buku) -> tuple[LembarEkspor, ...] | tuple[Temuan, ...]:
    """The sheets of a file that hold such a list; findings where it is no workbook."""
    return baca_daftar(buka(isi), LembarEkspor)


def _peran(judul: str) -> Peran | None:
    """What a header says that its column holds: with a year money or a target, else what its words tell."""
    kata = sandingan(judul)
    tahun = _TAHUN.findall(kata)
    if tahun:
        return Peran("pagu" if _UANG.search(kata) else "target", int(tahun[-1]))
    jenis = next((jenis for jenis, tanda in _TANDA.items() if tanda.search(kata)), None)
    return Peran(jenis) if jenis else None


def susun_dari_ekspor(
    lembar: LembarEkspor, peran: Mapping[str, Peran], tersimpan: Rencana | None = None
) -> HasilEkspor:
    """The workbook of a list whose columns (by letters) hold what `peran` says; `tersimpan` is the plan of the office.

    What is stored keeps its codes, units and rules. Raises ValueError, in words for the user, without a column of codes
    or a year, and for two columns that hold the same.
    """
    if not any(kolom.jenis == "kode" for kolom in peran.values()):
        raise ValueError("Pilih kolom yang berisi kode.")
    if not any(kolom.tahun for kolom in peran.values()):
        raise ValueError("Pilih sekurang-kurangnya satu kolom target atau pagu, dengan tahunnya.")
    for kolom, banyak in Counter(peran.values()).items():
        if banyak > 1:
            raise ValueError(f"{banyak} kolom dipilih sebagai {kolom.sebutan}; pilih satu saja.")
    pemindah = _Pemindah(lembar.nama, dict(peran), tersimpan or Rencana())
    for nomor, sel in lembar.baris:
        pemindah.pindahkan(nomor, sel)
    buku = susun_templat(pemindah.dasar(), baris=pemindah.susun())
    return HasilEkspor(buku, len(pemindah.simpul), len(pemindah.indikator), tuple(pemindah.tersisa))


@dataclass
class _Pemindah:
    """Takes the rows of a list one after another into the rows of the sheets of a plan."""

    nama: str
    peran: dict[str, Peran]
    tersimpan: Rencana
    simpul: dict[str, BarisLembar] = field(default_factory=dict)
    indikator: dict[str, list[BarisLembar]] = field(default_factory=dict)
    target: list[BarisLembar] = field(default_factory=list)
    pagu: dict[str, BarisLembar] = field(default_factory=dict)
    riwayat: list[BarisLembar] = field(default_factory=list)
    tersisa: list[tuple[int, str]] = field(default_factory=list)
    _kini: str | None = None

    def __post_init__(self) -> None:
        tahun = [kolom.tahun for kolom in self.peran.values() if kolom.tahun]
        self._awal, self._akhir = min(tahun), max(tahun)
        jenis = "renja" if self._awal == self._akhir else "renstra"
        kode = f"{jenis.upper()}-{self._awal % 100:02}"
        baru = VersiDokumen(kode, jenis, self._awal, self._akhir, 0, _TANPA_TANGGAL, "", None)
        self._lama = next((versi for versi in self.tersimpan.dokumen if versi.kunci == baru.kunci), None)
        self._dokumen = self._lama or baru
        self._simpul_lama = _menurut_kode(self.tersimpan, POHON)
        self._aturan_lama = _menurut_kode(self.tersimpan, INDIKATOR)
        self._kode_lama = {(baris.simpul, sandingan(baris.nama)): baris.kode for baris in self.tersimpan.indikator}

    def pindahkan(self, nomor: int, sel: Mapping[str, SelTerbaca]) -> None:
        """Take one row of the list: a node with its first indicator, one more indicator, or nothing that is known."""
        isi = {peran: sel[huruf] for huruf, peran in self.peran.items() if huruf in sel}
        tertulis = isi.get(Peran("kode"))
        kode = kode_sel(tertulis)
        if tertulis is not None:
            self._kini = kode
        if self._kini is None or (tertulis is None and Peran("indikator") not in isi):
            if isi:
                self.tersisa.append((nomor, " | ".join(sebaris(butir.teks, 60) for butir in isi.values())))
            return
        self._pindahkan_simpul(self._kini, isi)
        self._pindahkan_pagu(nomor, self._kini, isi)
        if Peran("indikator") in isi:
            self._pindahkan_indikator(nomor, self._kini, isi)

    def _pindahkan_simpul(self, kode: str, isi: Mapping[Peran, SelTerbaca]) -> None:
        nama = _teks(isi.get(Peran("nama"))) or pisah_kode(_teks(isi.get(Peran("kode"))) or "")[1]
        for leluhur in _leluhur(kode):
            lama = next(iter(self._simpul_lama.get(leluhur, [])), None)
            self.simpul.setdefault(leluhur, dict(lama) if lama else self._simpul_baru(leluhur))
        if nama:
            self.simpul[kode] = {**self.simpul[kode], "nama": nama}

    def _simpul_baru(self, kode: str) -> BarisLembar:
        induk: IsiSel = next(iter(_leluhur(kode)[1:]), UsulIsian("kode sasaran yang didukungnya"))
        tingkat = _TINGKAT[kode.count(".") + 1].replace("_", " ")
        nama, unit = UsulIsian("nama menurut nomenklatur"), UsulIsian("unit yang mengisi")
        return {"kode": kode, "tingkat": tingkat, "induk": induk, "nama": nama, "unit": unit}

    def _pindahkan_pagu(self, nomor: int, kode: str, isi: Mapping[Peran, SelTerbaca]) -> None:
        """The money of a node stands on its first row; what another row says otherwise is left over."""
        uang = {str(peran.tahun): _nilai(sel) for peran, sel in isi.items() if peran.jenis == "pagu"}
        uang = {tahun: rupiah for tahun, rupiah in uang.items() if rupiah is not None}
        if not uang:
            return
        baris = {"dokumen": self._dokumen.kode, "simpul": kode, **uang}
        if self.pagu.setdefault(kode, baris) != baris:
            self.tersisa.append((nomor, f"pagu {kode} yang lain: {', '.join(map(str, uang.values()))}"))

    def _pindahkan_indikator(self, nomor: int, simpul: str, isi: Mapping[Peran, SelTerbaca]) -> None:
        nama = _teks(isi.get(Peran("indikator"))) or ""
        kode = self._kode_lama.get((simpul, sandingan(nama))) or self._kode_baru(simpul)
        uraian: dict[str, IsiSel] = {"nama": nama, "satuan": _teks(isi.get(Peran("satuan")))}
        lama = self._aturan_lama.get(kode) or [self._aturan_baru(kode, simpul, nama, str(uraian["satuan"] or ""))]
        self.indikator[kode] = [
            {**baris, **{medan: teks for medan, teks in uraian.items() if teks is not None}} for baris in lama
        ]
        kunci = {"dokumen": self._dokumen.kode, "indikator": kode}
        target = {self._kolom_target(peran): _nilai(sel) for peran, sel in isi.items() if peran.jenis == "target"}
        self.target.append({**kunci, **target})
        awal = isi.get(Peran("kondisi_awal"))
        if awal is not None and (nilai := _nilai(awal)) is not None:
            sumber = f"{self.nama}, baris {nomor}"
            tahun = UsulIsian(str(self._awal - 1))
            self.riwayat.append({**kunci, "jenis": "kondisi awal", "tahun": tahun, "nilai": nilai, "sumber": sumber})

    def _kolom_target(self, peran: Peran) -> str:
        return str(peran.tahun) if self._dokumen.jenis == "renstra" else "t0"

    def _kode_baru(self, simpul: str) -> str:
        dipakai = self.indikator.keys() | self._aturan_lama.keys()
        calon = (f"I-{simpul}" + (f"-{nomor}" if nomor > 1 else "") for nomor in count(1))
        return next(kode for kode in calon if kode not in dipakai)

    def _aturan_baru(self, kode: str, simpul: str, nama: str, satuan: str) -> BarisLembar:
        """A row of an indicator with what the list says, and proposals for what only a person knows."""
        arah = arah_nama(nama)
        naik = arah is None or arah[0] == "naik"
        return {
            "kode": kode,
            "simpul": simpul,
            "unit": UsulIsian("unit penanggung jawab"),
            "polaritas": UsulIsian("naik" if naik else "turun"),
            "rumus": UsulIsian("naik" if naik else "turun selisih, atau turun rasio"),
            "frekuensi": UsulIsian("triwulanan"),
            "agregasi": UsulIsian("nilai akhir" if tak_dijumlah(satuan) else "jumlah"),
            "cara_isi": UsulIsian("triwulan ini"),
            "laporan": UsulIsian("Renja, Renstra"),
            "mulai": self._awal,
        }

    def dasar(self) -> Rencana:
        """What the sheets beside the list hold: the office and its units, and the names that formulas show."""
        simpul = tuple(
            SimpulPohon(kode, "", None, nama, None)
            for kode, baris in self.simpul.items()
            if isinstance(nama := baris.get("nama"), str)
        )
        return replace(
            Rencana(),
            identitas=self.tersimpan.identitas,
            unit=self.tersimpan.unit,
            dokumen=(self._dokumen,),
            simpul=simpul,
        )

    def susun(self) -> dict[str, Sequence[BarisLembar]]:
        """The rows of every sheet that the list fills; tujuan and sasaran of the office stay."""
        puncak = [baris[0] for baris in self._simpul_lama.values() if baris[0]["tingkat"] in {"tujuan", "sasaran"}]
        versi = self._dokumen
        dokumen: dict[str, IsiSel] = {
            "kode": versi.kode,
            "jenis": versi.jenis.capitalize(),
            "tahun_awal": versi.tahun_awal,
            "tahun_akhir": versi.tahun_akhir,
            "versi": "murni",
            "tanggal": UsulIsian("tanggal penetapannya") if self._lama is None else versi.tanggal,
            "nama": UsulIsian("nomor dan nama dokumennya") if self._lama is None else versi.nama,
        }
        return {
            "dokumen": [dokumen],
            "pohon": [*puncak, *(self.simpul[kode] for kode in sorted(self.simpul))],
            "indikator": [baris for semua in self.indikator.values() for baris in semua],
            f"target_{versi.jenis}": self.target,
            "pagu": [self.pagu[kode] for kode in sorted(self.pagu)],
            "riwayat": self.riwayat,
        }


def _menurut_kode(rencana: Rencana, lembar: LembarRencana) -> dict[str, list[BarisLembar]]:
    """The rows of a sheet of the stored plan by their code."""
    return kelompokkan(baris_lembar(rencana, lembar), lambda baris: baris["kode"])


def _leluhur(kode: str) -> tuple[str, ...]:
    """A node of the nomenklatur and those above it that its code names, the nearest first."""
    bagian = kode.split(".")
    return tuple(".".join(bagian[:panjang]) for panjang in sorted(_TINGKAT, reverse=True) if panjang <= len(bagian))


def _teks(sel: SelTerbaca | None) -> str | None:
    return sebaris(sel.teks) or None if sel is not None else None


def _nilai(sel: SelTerbaca) -> IsiSel:
    """A number as it was typed: as a number, with its % sign where its format shows one, or as text; None for none."""
    if hampa(sel):
        return None
    if sel.jenis != "angka" or sel.nilai is None:
        return sebaris(sel.teks)
    angka = Decimal(repr(sel.nilai)) if isinstance(sel.nilai, float) else Decimal(sel.nilai)
    return f"{tulis_ketikan(angka * 100)}%" if sel.persen else angka
