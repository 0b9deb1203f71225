"""Small offices drawn by lot, the same for the same seed and number: what they planned, reported, and left blank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any, Final

from data.gudang import Gudang
from tests.alat.penilai import (
    BERIKUTNYA,
    JADWAL,
    AturanTahun,
    Hasil,
    IndikatorUji,
    Isian,
    Penilai,
    TahunKerja,
    Tujuan,
    gabung_unit,
    ikut,
)
from tests.alat.penilai_uang import UangTahunUji
from tests.alat.toko import Toko, peristiwa

TANGGA: Final[Mapping[str, Mapping[str, tuple[int, Fraction | None]]]] = {
    "opini_bpk": {kode: (nomor, Fraction(5 - nomor)) for nomor, kode in enumerate(("WTP", "WDP", "TW", "TMP"), 1)},
    "akip": {kode: (nomor, None) for nomor, kode in enumerate(("AA", "A", "BB", "B", "CC", "C", "D"), 1)},
}
"""The scales of grades that the program ships, by grade: rank and number."""
_SIMPUL: Final = (
    ("7.01.06", "program", "S1.1"),
    ("7.01.06.2.01", "kegiatan", "7.01.06"),
    ("7.01.06.2.01.0002", "sub_kegiatan", "7.01.06.2.01"),
    ("7.01.06.2.01.0003", "sub_kegiatan", "7.01.06.2.01"),
    ("7.01.06.2.02", "kegiatan", "7.01.06"),
)
KEGIATAN, _SUB, _LAIN = "7.01.06.2.01", ("7.01.06.2.01.0002", "7.01.06.2.01.0003"), "7.01.06.2.02"
BERUANG: Final = tuple(kode for kode, _, _ in _SIMPUL)
"""The nodes that money is looked at."""
_TEMPAT: Final = ("S1.1", "7.01.06", "7.01.06.2.01.0002", "7.01.06.2.01.0003", "7.01.06.2.02", "T1")
PUNCAK: Final = frozenset({"T1", "S1.1"})
TERBAWAH: Final = frozenset(_TEMPAT) - PUNCAK - {"7.01.06"}
"""The nodes whose indicators enter the means of E.81 and E.80."""
_BULAN: Final = {2: 5, 3: 8, 4: 11}


IsianTahun = Mapping[int, Mapping[int, Isian]]
"""Reports by year and triwulan."""


@dataclass(frozen=True)
class SumberNilai:
    """Where the reports of an indicator come from: `sama` as another one, or from the units of the office.

    `sendiri` was reported for itself all the same, `bagian` by each unit.
    """

    cara: str
    sama_dengan: str | None = None
    sendiri: IsianTahun = field(default_factory=dict)
    bagian: tuple[IsianTahun, ...] = ()


@dataclass(frozen=True)
class KantorAcak:
    """One office: its Renstra, the running year, and each indicator with the node that it stands at.

    `sasaran` are those that rows of its tree say they serve, by their code; `sumber` says of those that do not report
    themselves where their values come from.
    """

    benih: int
    nomor: int
    semua_tahun: range
    kini: int
    perubahan: Mapping[int, int]
    indikator: tuple[tuple[str, IndikatorUji], ...]
    sasaran: Mapping[str, str]
    sumber: Mapping[str, SumberNilai] = field(default_factory=dict)
    uang: Mapping[int, UangTahunUji] = field(default_factory=dict)

    @property
    def kode_pd(self) -> str:
        return f"9.{self.benih % 100:02d}.{self.nomor:04d}"


def buat(benih: int, nomor: int) -> KantorAcak:
    """The office of this seed and number."""
    acak = Random(f"{benih}/{nomor}")  # noqa: S311 - the same offices on every machine
    awal, panjang = acak.choice((2023, 2024, 2025)), acak.choice((5, 5, 6))
    semua_tahun = range(awal, awal + panjang)
    kini = acak.choice((awal, awal + 1, awal + 2, awal + panjang - 1))
    perubahan = {tahun: acak.choice((2, 3, 4)) for tahun in range(awal, kini + 1) if acak.random() < 0.5}
    pengarang = _Pengarang(acak, semua_tahun, kini, perubahan)
    banyak = acak.choice((6, 7, 8))
    indikator = [_menyusulkan(benih, nomor, pengarang.indikator(urut)) for urut in range(banyak)]
    sumber: dict[str, SumberNilai] = {}
    for letak in range(len(indikator)):
        if acak.random() < 0.2 and (antarunit := pengarang.antarunit(indikator[letak][1])):
            indikator[letak] = (indikator[letak][0], antarunit[0])
            sumber[antarunit[0].kode] = antarunit[1]
    berlapor = tuple(indikator)
    for urut in range(acak.choice((0, 1, 2))):
        kembar, asal = pengarang.kembar(f"S{urut}", acak.choice(berlapor)[1])
        indikator.append(("7.01.06.2.01", kembar))
        sumber[kembar.kode] = asal
    uang = _PengarangUang(Random(f"{benih}/{nomor}/uang"), semua_tahun, kini, perubahan).semua()  # noqa: S311 - as above
    sasaran = _sasaran(benih, nomor)
    return KantorAcak(benih, nomor, semua_tahun, kini, perubahan, tuple(indikator), sasaran, sumber, uang)


def _menyusulkan(benih: int, nomor: int, letak: tuple[str, IndikatorUji]) -> tuple[str, IndikatorUji]:
    """Now and then what is reported once a year comes out in the year after."""
    simpul, uji = letak
    if Random(f"{benih}/{nomor}/{uji.kode}/menyusul").random() > 0.5:  # noqa: S311 - the same on every machine
        return letak
    tahun = {
        tahun: replace(kerja, aturan=replace(kerja.aturan, tempo=(BERIKUTNYA,)))
        if kerja.aturan.frekuensi == "tahunan"
        else kerja
        for tahun, kerja in uji.tahun.items()
    }
    return simpul, replace(uji, tahun=tahun)


def _sasaran(benih: int, nomor: int) -> dict[str, str]:
    """Which rows of the tree say which sasaran they serve, in every second office."""
    acak = Random(f"{benih}/{nomor}/sasaran")  # noqa: S311 - the same offices on every machine
    ditulis = [kode for kode, _, _ in _SIMPUL if nomor % 2 and acak.random() < 0.5]
    return {kode: acak.choice(("S1.1", "S1.2", "S1.1, S1.2", "S1.2, S1.1")) for kode in ditulis}


@dataclass(frozen=True)
class _Ragam:
    """What values look like: `bentuk` is angka, rentang, campuran of both, pecahan or peringkat, all up to `besar`."""

    bentuk: str
    besar: int
    nol: bool
    tangga: Mapping[str, tuple[int, Fraction | None]]


@dataclass(frozen=True)
class _Pengarang:
    acak: Random
    semua_tahun: range
    kini: int
    perubahan: Mapping[int, int]

    def indikator(self, urut: int) -> tuple[str, IndikatorUji]:
        acak = self.acak
        simpul = _TEMPAT[urut] if urut < len(_TEMPAT) else acak.choice(_TEMPAT)
        bentuk = acak.choices(("angka", "rentang", "campuran", "pecahan", "peringkat"), (6, 2, 1, 2, 2))[0]
        skala = acak.choice(tuple(TANGGA)) if bentuk == "peringkat" else ""
        ragam = _Ragam(bentuk, acak.choice((3, 20, 100, 100, 5000)), acak.random() < 0.2, TANGGA.get(skala, {}))
        aturan = self._aturan(ragam)
        tahun = {
            nomor: self._tahun_kerja(nomor, ragam, self._pernah_lain(aturan))
            for nomor in range(self.semua_tahun.start, self.kini + 1)
            if nomor == self.kini or acak.random() < 0.75
        }
        renstra = {nomor: self._target(ragam) for nomor in self.semua_tahun if acak.random() < 0.93}
        riwayat = {
            nomor: self._nilai(ragam)
            for nomor in range(self.semua_tahun.start, self.kini)
            if nomor not in tahun and acak.random() < 0.6
        }
        kode = f"I{urut}"
        akhir = self._kondisi_akhir(ragam, renstra)
        puncak = simpul in PUNCAK
        return simpul, IndikatorUji(
            kode, self.semua_tahun, tahun, renstra, riwayat, akhir, ragam.tangga, puncak, acak.choice((0, 0, 2, 3))
        )

    def antarunit(self, indikator: IndikatorUji) -> tuple[IndikatorUji, SumberNilai] | None:
        """The indicator as units make it together; None where grades or ranges of values are measured."""
        faktor = {kerja.aturan.faktor for kerja in indikator.tahun.values()}
        if indikator.tangga:
            return None
        cara = "rasio" if faktor != {None} else self.acak.choice(("jumlah", "rata_rata"))
        banyak = self.acak.choice((2, 3))
        bagian = tuple(self._bagian(indikator, cara) for _ in range(banyak))
        tahun = {
            nomor: replace(
                kerja,
                aturan=replace(kerja.aturan, faktor=Fraction(1)) if cara == "rata_rata" else kerja.aturan,
                isian=gabung_unit(cara, [milik[nomor] for milik in bagian]),
            )
            for nomor, kerja in indikator.tahun.items()
        }
        return replace(indikator, tahun=tahun), SumberNilai(cara, bagian=bagian)

    def _bagian(self, indikator: IndikatorUji, cara: str) -> IsianTahun:
        """What one unit reported."""
        ragam = _Ragam("pecahan" if cara == "rasio" else "angka", 20, nol=False, tangga={})
        tahun = indikator.tahun
        return {nomor: {tw: self._isian(ragam) for tw in (1, 2, 3, 4) if self.acak.random() < 0.95} for nomor in tahun}

    def kembar(self, kode: str, asal: IndikatorUji) -> tuple[IndikatorUji, SumberNilai]:
        """An indicator of a kegiatan that is the same as another, with targets of its own and now and then a report."""
        ragam = _Ragam("peringkat" if asal.tangga else "angka", 20, nol=False, tangga=asal.tangga)
        sendiri = {
            nomor: {tw: self._isian(ragam) for tw in (1, 2) if kerja.aturan.faktor is None and self.acak.random() < 0.2}
            for nomor, kerja in asal.tahun.items()
        }
        tahun = {
            nomor: TahunKerja(kerja.aturan, self._renja(nomor, ragam, kerja.aturan), ikut(sendiri[nomor], kerja.isian))
            for nomor, kerja in asal.tahun.items()
        }
        renstra = {nomor: self._target(ragam) for nomor in self.semua_tahun}
        uji = replace(asal, kode=kode, tahun=tahun, renstra=renstra, riwayat={}, kondisi_akhir=None, puncak=False)
        return uji, SumberNilai("sama", asal.kode, sendiri)

    def _aturan(self, ragam: _Ragam) -> AturanTahun:
        acak = self.acak
        frekuensi = acak.choices(tuple(JADWAL), (4, 1, 2))[0]
        if ragam.bentuk == "peringkat":
            return AturanTahun("ordinal", "nilai_akhir", frekuensi)
        pecahan = ragam.bentuk == "pecahan"
        return AturanTahun(
            rumus=acak.choice(("naik", "turun_selisih", "turun_rasio")),
            agregasi=acak.choice(("jumlah", "nilai_akhir", "rata_rata", "maksimum", *(("rasio",) * 3 * pecahan))),
            frekuensi=frekuensi,
            cara_isi="sd_triwulan" if acak.random() < 0.2 else "triwulan_ini",
            faktor=Fraction(100) if pecahan else None,
            tempo=self._tempo(frekuensi) if acak.random() < 0.35 else None,
            antartahun=acak.choice(("jumlah", "tahun_terakhir")) if acak.random() < 0.2 else None,
        )

    def _tempo(self, frekuensi: str) -> tuple[int, ...]:
        banyak = min(len(JADWAL[frekuensi]), 3)
        return tuple(sorted(self.acak.sample((1, 2, 3, 4), banyak)))

    def _pernah_lain(self, aturan: AturanTahun) -> AturanTahun:
        """Now and then a year had another rule."""
        if aturan.rumus == "ordinal" or self.acak.random() > 0.15:
            return aturan
        rumus = {"naik": "naik", "turun_selisih": "turun_rasio", "turun_rasio": "turun_selisih"}[aturan.rumus]
        return replace(aturan, rumus=rumus, frekuensi="triwulanan", tempo=None)

    def _tahun_kerja(self, tahun: int, ragam: _Ragam, aturan: AturanTahun) -> TahunKerja:
        acak = self.acak
        renja = self._renja(tahun, ragam, aturan)
        isian = {triwulan: self._isian(ragam) for triwulan in (1, 2, 3, 4) if acak.random() < 0.85}
        return TahunKerja(aturan, renja, isian)

    def _renja(self, tahun: int, ragam: _Ragam, aturan: AturanTahun) -> dict[int, dict[int, Tujuan]]:
        """The targets of each version of a year."""
        renja = {1: self._target_renja(ragam, aturan)}
        if tahun in self.perubahan:
            tetap = self.acak.random() < 0.5
            renja[self.perubahan[tahun]] = renja[1] if tetap else self._target_renja(ragam, aturan)
        return renja

    def _target_renja(self, ragam: _Ragam, aturan: AturanTahun) -> dict[int, Tujuan]:
        acak = self.acak
        if acak.random() < 0.12:
            return {}
        pola = acak.choice(((), (1, 2, 3, 4), (1, 2, 3, 4), JADWAL[aturan.frekuensi], (2, 4), (2,), (1, 3)))
        target = {triwulan: self._target(ragam) for triwulan in pola}
        return {**target, 0: self._target(ragam)} if not target or acak.random() < 0.9 else target

    def _target(self, ragam: _Ragam) -> Tujuan:
        if ragam.tangga:
            return self.acak.choice(tuple(ragam.tangga))
        if ragam.nol and self.acak.random() < 0.8:
            return Fraction(0) if ragam.bentuk != "rentang" else (Fraction(0), Fraction(self.acak.randint(0, 2)))
        if ragam.bentuk == "rentang" or (ragam.bentuk == "campuran" and self.acak.random() < 0.5):
            bawah = self._angka(ragam.besar)
            return (bawah, bawah + self._angka(max(ragam.besar // 5, 1)))
        if ragam.bentuk == "pecahan":
            return Fraction(self.acak.randint(1, 100))
        return self._angka(ragam.besar)

    def _isian(self, ragam: _Ragam) -> Isian:
        if self.acak.random() < 0.15:
            return None
        if self.acak.random() < (0.2 if ragam.bentuk == "pecahan" else 0.03):
            return Fraction(0), Fraction(0)
        if ragam.bentuk == "pecahan":
            penyebut = self.acak.choice((4, 12, 13, 20))
            return Fraction(self.acak.randint(0, penyebut)), Fraction(penyebut)
        nilai = self._nilai(ragam)
        return -nilai if isinstance(nilai, Fraction) and self.acak.random() < 0.05 else nilai

    def _nilai(self, ragam: _Ragam) -> Hasil:
        if ragam.tangga:
            return self.acak.choice(tuple(ragam.tangga))
        if ragam.nol and self.acak.random() < 0.5:
            return Fraction(self.acak.choice((0, 0, 1, 2)))
        return self._angka(round(ragam.besar * 1.3))

    def _angka(self, besar: int) -> Fraction:
        desimal = self.acak.choice((1, 1, 10, 100))
        return Fraction(self.acak.randint(0, besar * desimal), desimal)

    def _kondisi_akhir(self, ragam: _Ragam, renstra: Mapping[int, Tujuan]) -> Tujuan | None:
        pilihan = self.acak.choice(("tidak", "tidak", "jumlah", "terakhir", "lain"))
        target = list(renstra.values())
        if pilihan == "tidak" or not target:
            return None
        if ragam.tangga:
            return str(target[-1])
        if isinstance(target[-1], tuple) and pilihan != "lain":
            bawah, atas = target[-1]
            return (bawah, atas if pilihan == "terakhir" else atas + Fraction(1, 2))
        angka = [nilai for nilai in target if isinstance(nilai, Fraction)]
        if pilihan == "lain" or not angka:
            return self._angka(ragam.besar)
        return sum(angka, Fraction(0)) if pilihan == "jumlah" else angka[-1]


@dataclass(frozen=True)
class _PengarangUang:
    """Money of the rows of the tree, which each plan and each year of reports may give at another level."""

    acak: Random
    semua_tahun: range
    kini: int
    perubahan: Mapping[int, int]

    def semua(self) -> dict[int, UangTahunUji]:
        """Every second office has some, by year."""
        return {tahun: self._setahun(tahun) for tahun in self.semua_tahun} if self.acak.random() < 0.6 else {}

    def _setahun(self, tahun: int) -> UangTahunUji:
        acak = self.acak
        renstra = self._pagu(self._baris()) if acak.random() < 0.9 else {}
        if tahun > self.kini:
            return UangTahunUji(renstra, {}, {}, {})
        baris = self._baris()
        renja = {1: self._pagu(baris)} if acak.random() < 0.85 else {}
        if renja and tahun in self.perubahan:
            renja[self.perubahan[tahun]] = self._pagu(baris if acak.random() < 0.7 else self._baris())
        lapor = self._lapor(baris if acak.random() < 0.8 else self._baris())
        diketahui = acak.choice(((), (), ("7.01.06",), (KEGIATAN,), (*_SUB, _LAIN))) if tahun < self.kini else ()
        return UangTahunUji(renstra, renja, lapor, {kode: self._rupiah() for kode in diketahui})

    def _baris(self) -> tuple[str, ...]:
        """The rows that a document gives money: the kegiatan, or its sub kegiatan."""
        return (*self.acak.choice(((KEGIATAN,), _SUB, _SUB)), _LAIN)

    def _pagu(self, baris: tuple[str, ...]) -> dict[str, Fraction]:
        pagu = {kode: self._rupiah() for kode in baris if self.acak.random() < 0.9}
        return {kode: Fraction(0) if self.acak.random() < 0.06 else rupiah for kode, rupiah in pagu.items()}

    def _lapor(self, baris: tuple[str, ...]) -> dict[int, dict[str, Fraction]]:
        """What is spent s/d each triwulan, now and then not reported, or nothing."""
        hasil: dict[int, dict[str, Fraction]] = {triwulan: {} for triwulan in (1, 2, 3, 4)}
        for kode in baris:
            sampai = Fraction(0)
            for isi in hasil.values():
                sampai += self._rupiah() / 5 if self.acak.random() < 0.9 else 0
                if self.acak.random() < 0.85:
                    isi[kode] = sampai
        return hasil

    def _rupiah(self) -> Fraction:
        return Fraction(self.acak.randint(1, 4000) * 25_000)


def atur(gudang: Gudang, penilai: Penilai) -> None:
    """Give a store the settings of the second evaluator."""
    batas = "tanpa" if penilai.batas is None else str(penilai.batas)
    isi = {
        "batas_capaian": batas,
        "kebijakan_nol": "seratus" if penilai.nol_seratus else "tanpa_nilai",
        "target_nol_meleset": "nol" if penilai.nol_meleset else "kosong",
        "tidak_ada_kejadian": "seratus" if penilai.nihil_seratus else "kosong",
        "tw_kosong": "nilai_terakhir" if penilai.bertahan else "tanpa_nilai",
    }
    tetap = {"mulai": date(2000, 1, 1), "revisi": 9, "keterangan": "uji", "sumber": "uji"}
    with gudang.transaksi(peristiwa("atur")) as tx:
        tx.tambah("pengaturan", [{"kunci": kunci, "nilai": nilai, **tetap} for kunci, nilai in isi.items()])


def tulis(kantor: KantorAcak, gudang: Gudang) -> None:
    """Put an office into a store."""
    toko = Toko(gudang, kantor.kode_pd)
    toko.tabel["rencana"] = []
    toko.dokumen(1, "renstra", kantor.semua_tahun[0], kantor.semua_tahun[-1], date(kantor.semua_tahun[0], 1, 2))
    for tahun in range(kantor.semua_tahun.start, kantor.kini + 1):
        toko.dokumen(_nomor_renja(tahun), "renja", tahun, tahun, date(tahun, 1, 2))
        if tahun in kantor.perubahan:
            tanggal = date(tahun, _BULAN[kantor.perubahan[tahun]], 10)
            toko.dokumen(_nomor_renja(tahun) + 1, "renja", tahun, tahun, tanggal, ke=1)
    for urut, (kode, tingkat, induk) in enumerate(_SIMPUL, 3):
        toko.simpul(kode, tingkat, induk, urut, "S1", kantor.sasaran.get(kode))
    toko.simpul("S1.2", "sasaran", "T1", len(_SIMPUL) + 3)
    penulis = _Penulis(toko, Random(f"{kantor.kode_pd}/koreksi"))  # noqa: S311 - the same on every machine
    for simpul, indikator in kantor.indikator:
        penulis.tulis_indikator(simpul, indikator, kantor.sumber.get(indikator.kode))
    for tahun, uang in kantor.uang.items():
        penulis.tulis_uang(tahun, uang)
    toko.tulis()


def _nomor_renja(tahun: int) -> int:
    return tahun * 10


@dataclass(frozen=True)
class _Penulis:
    """Writes into a store. Now and then something else was reported, and the Sekretaris has put it right."""

    toko: Toko
    acak: Random

    def tulis_indikator(self, simpul: str, indikator: IndikatorUji, sumber: SumberNilai | None) -> None:
        toko = self.toko
        skala = next((nama for nama, tangga in TANGGA.items() if tangga is indikator.tangga), None)
        for tahun, kerja in indikator.tahun.items():
            aturan = _aturan(kerja.aturan, skala)
            toko.indikator(indikator.kode, simpul, tahun=tahun, **aturan, **_sumber(sumber))
            for mulai, target in kerja.renja.items():
                nomor = _nomor_renja(tahun) + (mulai > 1)
                isi = {triwulan: _toko(nilai) for triwulan, nilai in target.items()}
                toko.target(indikator.kode, isi, tahun, nomor, desimal=indikator.desimal or None)
            self._lapor(indikator.kode, kerja.isian if sumber is None else sumber.sendiri.get(tahun, {}), tahun)
            for nomor, bagian in enumerate(sumber.bagian if sumber else (), 1):
                kode = f"{indikator.kode}-{nomor}"
                dasar = {**aturan, **(_TANPA_PASANGAN if sumber and sumber.cara == "rata_rata" else {})}
                toko.indikator(kode, simpul, "S2", tahun, **dasar, bagian_dari=indikator.kode)
                self._lapor(kode, bagian[tahun], tahun, "S2")
        for tahun, nilai in indikator.renstra.items():
            toko.target(indikator.kode, {0: _toko(nilai)}, tahun, 1, desimal=indikator.desimal or None)
        for tahun, nilai in indikator.riwayat.items():
            _tulis_riwayat(toko, indikator.kode, "realisasi", tahun, nilai)
        if indikator.kondisi_akhir is not None:
            _tulis_riwayat(toko, indikator.kode, "kondisi_akhir", indikator.semua_tahun[-1], indikator.kondisi_akhir)

    def _lapor(self, kode: str, isian: Mapping[int, Isian], tahun: int, unit: str = "S1") -> None:
        for triwulan, isi in isian.items():
            salah = isinstance(isi, Fraction) and self.acak.random() < 0.08
            self.toko.lapor(kode, {triwulan: Decimal(7) if salah else _toko(isi)}, tahun, unit)
            if salah:
                self.toko.koreksi(kode, tahun, triwulan, _toko(isi), unit=unit)

    def tulis_uang(self, tahun: int, uang: UangTahunUji) -> None:
        """The money of one year."""
        dokumen = {_nomor_renja(tahun) + (mulai > 1): pagu for mulai, pagu in uang.renja.items()}
        for nomor, pagu in {1: uang.renstra, **dokumen}.items():
            for kode, rupiah in pagu.items():
                self.toko.pagu(kode, {tahun: int(rupiah)}, nomor)
        for triwulan, lapor in uang.lapor.items():
            for kode, rupiah in lapor.items():
                salah = self.acak.random() < 0.08
                self.toko.anggaran(kode, {triwulan: int(rupiah) + salah}, tahun)
                if salah:
                    self.toko.koreksi(kode, tahun, triwulan, _desimal(rupiah), "anggaran")
        for kode, rupiah in uang.riwayat.items():
            self.toko.tambah(
                "riwayat_anggaran", id_rencana=1, kode_simpul=kode, tahun=tahun, rupiah=_desimal(rupiah), sumber="LRA",
                lembar="Riwayat", sel="E2",
            )  # fmt: skip


_TANPA_PASANGAN: Final = {"pembilang": None, "penyebut": None, "faktor": None}


def _sumber(sumber: SumberNilai | None) -> dict[str, Any]:
    if sumber is None:
        return {}
    return {"sama_dengan": sumber.sama_dengan} if sumber.cara == "sama" else {"agregasi_unit": sumber.cara}


def _aturan(aturan: AturanTahun, skala: str | None) -> dict[str, Any]:
    faktor = {"faktor": _desimal(aturan.faktor)} if aturan.faktor else {}
    pecahan = {"pembilang": "bagian", "penyebut": "semua", **faktor} if faktor else {}
    return {
        "polaritas": "turun" if aturan.turun else "naik",
        "rumus": aturan.rumus,
        "agregasi": aturan.agregasi,
        "frekuensi": aturan.frekuensi,
        "cara_isi": aturan.cara_isi,
        "skala_ordinal": skala,
        "jatuh_tempo": None if aturan.tempo is None else ",".join(map(str, aturan.tempo)),
        "agregasi_tahun": aturan.antartahun,
        **pecahan,
    }


def _tulis_riwayat(toko: Toko, kode: str, jenis: str, tahun: int, nilai: Tujuan) -> None:
    bentuk: dict[str, Any] = {"peringkat": nilai} if isinstance(nilai, str) else {}
    if isinstance(nilai, tuple):
        bentuk = {"peringkat": "-".join(str(_desimal(ujung)).replace(".", ",") for ujung in nilai)}
    elif isinstance(nilai, Fraction):
        bentuk = {"nilai": _desimal(nilai)}
    toko.tambah(
        "riwayat", id_rencana=1, kode_indikator=kode, jenis=jenis, tahun=tahun, sumber="LKjIP", lembar="Riwayat",
        sel="E2", **bentuk,
    )  # fmt: skip


def _toko(nilai: Tujuan | Isian) -> Any:
    """A value as `Toko` takes it."""
    if isinstance(nilai, tuple):
        return tuple(map(_desimal, nilai))
    return _desimal(nilai) if isinstance(nilai, Fraction) else nilai


def _desimal(nilai: Fraction) -> Decimal:
    return Decimal(nilai.numerator) / Decimal(nilai.denominator)
