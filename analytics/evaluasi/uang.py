"""Money along the plan tree: stored at the leaves, summed upward, never guessed.

A row that did not report the triwulan does not count: its older figure stands for nothing, its pagu is left out of the
ratio.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.evaluasi.hasil import LaporanUang, Penarikan, Terhitung, Uang
from analytics.evaluasi.hasil.renja import UangLalu, UangRenja
from analytics.evaluasi.hasil.renstra import UangTahun
from analytics.evaluasi.inti import Konteks
from analytics.evaluasi.per_sasaran import bentangkan
from analytics.evaluasi.triwulan import susun_asal
from data.gudang import Baris

N = TypeVar("N", int, Decimal)
NOL = Decimal(0)
EMPAT = (1, 2, 3, 4)


@dataclass(frozen=True)
class Pohon:
    """The plan tree of an office: its nodes by key, in order, the children of each, and all of them lowest first.

    A key is the code, but in the other places of a node whose rows serve several sasaran: `belahan` has those, by its
    code.
    """

    simpul: Mapping[str, Baris]
    anak: Mapping[str, tuple[str, ...]]
    naik: tuple[str, ...]
    belahan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def jumlah(self, nilai: Mapping[str, N]) -> dict[str, N]:
        """The sum of every node over the lowest nodes below it that hold money in `nilai`; so no money counts twice.

        Mostly those are leaves. Higher up where history is known for a program only, and for a year in which today's
        parent was a leaf still.
        """
        hasil: dict[str, N] = {}
        for kode in self.naik:
            bawah = [hasil[anak] for anak in self.anak.get(kode, ()) if anak in hasil]
            if bawah:
                hasil[kode] = sum(bawah[1:], bawah[0])
            elif kode in nilai and not self._terinci_di_lain(kode, hasil):
                hasil[kode] = nilai[kode]
        return hasil

    def _terinci_di_lain(self, kode: str, terhitung: Mapping[str, N]) -> bool:
        """Whether rows below a node count in another place of it."""
        return any(anak in terhitung for lain in self.belahan.get(kode, ()) for anak in self.anak.get(lain, ()))

    def seluruh(self, kode: str, jumlah: Mapping[str, Decimal]) -> Decimal | None:
        """The sum of a node over all its places."""
        ada = [jumlah[tempat] for tempat in (kode, *self.belahan.get(kode, ())) if tempat in jumlah]
        return sum(ada, NOL) if ada else None

    def sekode(self, kode: Collection[str]) -> frozenset[str]:
        """The nodes, and every place of those that stand in several."""
        utama = {self.simpul[tempat].get("utama", tempat) for tempat in kode}
        return frozenset(kode).union(*((induk, *self.belahan.get(induk, ())) for induk in utama))

    def pemegang(self, nilai: Iterable[str]) -> frozenset[str]:
        """Those of the nodes that have none of them below: which hold their money themselves."""
        semua = frozenset(nilai)
        atas = self.jumlah(dict.fromkeys(semua, 1))
        return frozenset(
            kode
            for kode in semua
            if not any(anak in atas for anak in self.anak.get(kode, ())) and not self._terinci_di_lain(kode, atas)
        )

    def di_atas(self, kode: str) -> list[str]:
        """The nodes above one, the nearest first."""
        hasil, induk = [], self.simpul[kode]["kode_induk"]
        while induk is not None:
            hasil.append(induk)
            induk = self.simpul[induk]["kode_induk"]
        return hasil

    def tersentuh(self, calon: Iterable[str], nilai: Iterable[str]) -> frozenset[str]:
        """Those of the nodes that have money of `nilai` at, below or above them."""
        return self.sejalur(calon, self.pemegang(nilai))

    def sejalur(self, calon: Iterable[str], baris: Iterable[str]) -> frozenset[str]:
        """Those of the nodes that are one of the rows, or stand below or above one."""
        semua = frozenset(baris)
        bawah = self.sekode(self.jumlah(dict.fromkeys(semua, 1)))
        return frozenset(kode for kode in calon if kode in bawah or not semua.isdisjoint(self.kode_di_atas(kode)))

    def sekait(self, calon: Iterable[str], baris: Iterable[str]) -> frozenset[str]:
        """Those of the nodes that hang together with one of the rows, through others of them too."""
        semua, kait = frozenset(calon), self.sejalur(calon, baris)
        while (lanjut := self.sejalur(semua, kait)) != kait:
            kait = lanjut
        return kait

    def kode_di_atas(self, kode: str) -> list[str]:
        """The codes of the nodes above one, whatever the place."""
        return [self.simpul[atas].get("utama", atas) for atas in self.di_atas(kode)]

    @property
    def puncak(self) -> tuple[str, ...]:
        """The topmost nodes."""
        return tuple(kode for kode, simpul in self.simpul.items() if simpul["kode_induk"] not in self.simpul)

    def bagian(self, kode: str) -> bool:
        """Whether a node is what one unit carries out of the node above it."""
        return bool(self.simpul[kode]["tingkat"] == BAGIAN_UNIT)

    def bagian_milik(self, kode: str, kode_unit: str) -> str | None:
        """What a unit carries out of a node, if it has a part of it."""
        return next((anak for anak in self.bagian_dari(kode) if self.simpul[anak]["kode_unit"] == kode_unit), None)

    def bagian_dari(self, kode: str) -> list[str]:
        """What units carry out of a node, one each."""
        return [anak for anak in self.anak.get(kode, ()) if self.bagian(anak)]

    def terbawah(self, pemegang: frozenset[str]) -> frozenset[str]:
        """The lowest level of a form: the leaves, and kegiatan that hold their money themselves."""
        return frozenset(
            kode
            for kode, simpul in self.simpul.items()
            if simpul["daun"] or (simpul["tingkat"] == "kegiatan" and kode in pemegang)
        )


def susun_pohon(simpul: Iterable[Baris]) -> Pohon:
    """Build the tree from the rows of the question `simpul`."""
    semua = bentangkan(simpul)
    anak: dict[str, list[str]] = {}
    for kode, baris in semua.items():
        if baris["kode_induk"] is not None:
            anak.setdefault(baris["kode_induk"], []).append(kode)
    turun = [kode for kode, baris in semua.items() if baris["kode_induk"] not in semua]
    for kode in turun:
        turun.extend(anak.get(kode, ()))
    belahan: dict[str, tuple[str, ...]] = {}
    for kunci, baris in semua.items():
        if "utama" in baris and "rujukan" not in baris:
            belahan[baris["utama"]] = (*belahan.get(baris["utama"], ()), kunci)
    return Pohon(semua, {kode: tuple(daftar) for kode, daftar in anak.items()}, tuple(reversed(turun)), belahan)


@dataclass(frozen=True)
class UangTerbaca:
    """The money of all years of an office, as rows of the question `bacaan_uang` by year and node."""

    pohon: Pohon
    tahun: int
    triwulan: int
    baris: Mapping[int, Mapping[str, Baris]]
    laporan: Mapping[str, tuple[LaporanUang, ...]]
    asal: UangTerbaca | None = field(default=None, repr=False, compare=False)
    """That of the whole office, where this is what one unit carries of it."""
    letak: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    """The parts of that unit, with the row in whose place each stands."""
    tak_dibagi: Mapping[int, Mapping[str, Decimal]] = field(default_factory=dict, repr=False, compare=False)
    """What a Renstra gives rows that the unit shares with others, by year: it is on the form of none of them."""

    def setempat(self, kode: Iterable[str]) -> frozenset[str]:
        """Nodes of the office as they stand in this reading: a part of the unit in the place of its row."""
        return frozenset(self.letak.get(simpul, simpul) for simpul in kode)

    def di_lain(self, tahun: int, nama: str) -> frozenset[str]:
        """The nodes to which a plan gives money in a year, but none to the unit that this is cut to."""
        if self.asal is None:
            return frozenset()
        semua, milik = (uang.pohon.jumlah(uang.nilai(tahun, nama)) for uang in (self.asal, self))
        return frozenset(kode for kode, rupiah in semua.items() if rupiah and not milik.get(kode))

    def berenja(self, tahun: int) -> bool:
        """Whether the Renja says what was planned in a year: of the running one always, before where it names money.

        Also where all of it is 0.
        """
        return tahun == self.tahun or bool((self.asal or self).nilai(tahun, "pagu_renja"))

    def nilai(self, tahun: int, nama: str) -> dict[str, Decimal]:
        """One column of one year by node, where it has a value."""
        return {kode: baris[nama] for kode, baris in self.baris.get(tahun, {}).items() if baris[nama] is not None}


def baca_uang(konteks: Konteks, pohon: Pohon) -> UangTerbaca:
    """Read the money of the years of the Renstra in force for the periode."""
    periode = konteks.periode
    semua: dict[int, dict[str, Baris]] = {}
    for baris in konteks.tanya(
        "bacaan_uang", tahun=periode.tahun, triwulan=periode.triwulan, hari=periode.hari_terakhir
    ):
        semua.setdefault(baris["tahun"], {})[baris["kode_simpul"]] = baris
    laporan: dict[str, list[LaporanUang]] = {}
    for lapor in konteks.tanya("anggaran_tahun", tahun=periode.tahun):
        if lapor["triwulan"] <= periode.triwulan:
            uang = LaporanUang(lapor["triwulan"], lapor["rupiah"], susun_asal(lapor))
            laporan.setdefault(lapor["kode_simpul"], []).append(uang)
    return UangTerbaca(
        pohon, periode.tahun, periode.triwulan, semua, {kode: tuple(daftar) for kode, daftar in laporan.items()}
    )


def _terhitung(
    pohon: Pohon,
    pagu: Sequence[Mapping[str, Decimal]],
    dihitung: Iterable[str],
    ikut: Collection[str],
    realisasi: Iterable[Mapping[str, Decimal]],
    di_luar: Mapping[str, Decimal] = MappingProxyType({}),
) -> dict[str, Terhitung]:
    """By node: what was realised, against the pagu of those of the rows in `dihitung` that `ikut` names; both by year.

    A row of which only the sum above it was reported counts there. Money of no such row counts nowhere, as what is
    `di_luar`.
    """
    semua, masuk = pohon.pemegang(dihitung), [{k: rp for k, rp in setahun.items() if k in ikut} for setahun in pagu]
    bawah, seluruh = (_gabung(pohon.jumlah(setahun) for setahun in per_tahun) for per_tahun in (masuk, pagu))
    m, n = (pohon.jumlah(dict.fromkeys(baris, 1)) for baris in (semua, semua.intersection(ikut)))
    dalam, luar = [], [di_luar]
    for setahun in realisasi:
        milik = pohon.sejalur(setahun, ikut)
        dalam.append({kode: rp for kode, rp in setahun.items() if kode in milik})
        luar.append({kode: rp for kode, rp in setahun.items() if kode not in milik})
    atas, tanpa_pagu = (_gabung(pohon.jumlah(setahun) for setahun in per_tahun) for per_tahun in (dalam, luar))
    ada = {simpul for tempat in pohon.sekode(atas) for simpul in (tempat, *pohon.di_atas(tempat))}
    terbelah = _terbelah(pohon, ikut, bawah, atas)
    hasil = {}
    for kode in pohon.naik:
        pagu_ikut, baris = (bawah.get(kode, NOL), n.get(kode, 0)) if kode in ada else (NOL, 0)
        hasil[kode] = Terhitung(
            realisasi=atas.get(kode, NOL),
            pagu=pagu_ikut,
            n=baris,
            m=m.get(kode, 0),
            seluruh=seluruh.get(kode, NOL),
            terbelah=kode in terbelah,
            tanpa_pagu=tanpa_pagu.get(kode, NOL),
        )
    return hasil


def _terbelah(
    pohon: Pohon, baris: Collection[str], pagu: Mapping[str, Decimal], realisasi: Mapping[str, Decimal]
) -> frozenset[str]:
    """The nodes whose places cannot be held against each other, and those above them.

    Such a node has its pagu itself and its realisasi in rows below several of its places, or the other way round.
    """
    hasil: set[str] = set()
    for kode, lain in pohon.belahan.items():
        sendiri = kode in realisasi and not any(anak in realisasi for anak in pohon.anak.get(kode, ()))
        if (kode in baris and not realisasi.keys().isdisjoint(lain)) or (sendiri and not pagu.keys().isdisjoint(lain)):
            hasil.update(atas for tempat in (kode, *lain) for atas in (tempat, *pohon.di_atas(tempat)))
    return frozenset(hasil)


def _kas_sampai(uang: UangTerbaca, triwulan: int) -> dict[str, Decimal]:
    """What is to be drawn s/d a triwulan of the running year by node, where each triwulan up to it is planned."""
    kas = {kode: baris["kas"] or () for kode, baris in uang.baris.get(uang.tahun, {}).items()}
    return {kode: sum(semua[:triwulan], NOL) for kode, semua in kas.items() if len(semua) >= triwulan}


def _kas_lengkap(uang: UangTerbaca, berpagu: Collection[str]) -> dict[str, tuple[Decimal, ...]]:
    """By node: the anggaran kas s/d each triwulan, as long as every row with a pagu below it has one."""
    pohon, semua = uang.pohon, uang.pohon.jumlah(dict.fromkeys(berpagu, 1))
    hasil: dict[str, tuple[Decimal, ...]] = {}
    for triwulan in EMPAT:
        kas = {kode: rupiah for kode, rupiah in _kas_sampai(uang, triwulan).items() if kode in berpagu}
        banyak = pohon.jumlah(dict.fromkeys(kas, 1))
        lengkap = {kode: rupiah for kode, rupiah in pohon.jumlah(kas).items() if banyak[kode] == semua[kode]}
        hasil |= {kode: (*hasil.get(kode, ()), rupiah) for kode, rupiah in lengkap.items()}
    return hasil


def _penarikan(uang: UangTerbaca, berpagu: Iterable[str], realisasi: Mapping[str, Decimal]) -> dict[str, Penarikan]:
    """By node: what was realised of the rows with an anggaran kas that reported, against it."""
    pohon, kas = uang.pohon, _kas_sampai(uang, uang.triwulan)
    lapor = [kode for kode in berpagu if kode in realisasi]
    ikut = [kode for kode in lapor if kode in kas]
    atas, bawah = (pohon.jumlah({kode: nilai[kode] for kode in ikut}) for nilai in (realisasi, kas))
    banyak, semua = (pohon.jumlah(dict.fromkeys(kode, 1)) for kode in (ikut, lapor))
    return {kode: Penarikan(atas[kode], bawah[kode], n, semua[kode]) for kode, n in banyak.items()}


def _pagu_dokumen(tertulis: Decimal | None, terinci: Decimal | None) -> Decimal | None:
    """What a document gives a node itself, where more than what it gives the rows below."""
    return tertulis if tertulis is not None and terinci is not None and tertulis > terinci else None


def tak_rinci(pohon: Pohon, uang: Mapping[str, Uang | UangTahun], kode_unit: str | None = None) -> Decimal:
    """What a document gives nodes beyond what their leaves are given, each rupiah once: of the highest such node."""
    punya = {
        kode
        for kode, milik in uang.items()
        if milik.pagu_dokumen is not None and kode_unit in (None, pohon.simpul[kode]["kode_unit"])
    }
    teratas = (uang[kode] for kode in punya if punya.isdisjoint(pohon.di_atas(kode)))
    return sum(((milik.pagu_dokumen or NOL) - (milik.terinci() or NOL) for milik in teratas), NOL)


def _berpagu(pohon: Pohon, pagu: Mapping[str, Decimal]) -> list[str]:
    return sorted(pohon.pemegang(kode for kode, rupiah in pagu.items() if rupiah))


@dataclass(frozen=True)
class _Renja:
    """The Renja of one year: the rows that have its money, those of them that were not reported, and what was realised.

    `realisasi` has none of the money that the Renja did not plan, which is `di_luar`. Of an earlier year without a
    Renja, or with one that names no money, nothing is known: no row, and all that was realised.
    """

    pohon: Pohon
    berpagu: tuple[str, ...]
    belum: frozenset[str]
    realisasi: Mapping[str, Decimal]
    di_luar: Mapping[str, Decimal]

    def direncanakan(self, baris: Iterable[str]) -> frozenset[str]:
        """Those of the rows of a Renstra for which there is money at, below or above them."""
        return self.pohon.tersentuh(baris, self.berpagu)

    def belum_lapor(self, baris: Iterable[str]) -> frozenset[str]:
        """Those of the rows of a Renstra of whose money some was not reported."""
        return self.pohon.tersentuh(baris, self.belum)

    def realisasi_tanpa(self, baris: frozenset[str]) -> dict[str, Decimal]:
        """What was realised that is not of these rows; by node, not summed."""
        return _saring(self.pohon, self.realisasi, baris)


def _saring(pohon: Pohon, uang: Mapping[str, Decimal], baris: frozenset[str]) -> dict[str, Decimal]:
    return {kode: rupiah for kode, rupiah in uang.items() if baris.isdisjoint((kode, *pohon.kode_di_atas(kode)))}


def _baca_renja(uang: UangTerbaca, tahun: int) -> _Renja:
    pohon, ada = uang.pohon, _terencana(uang, tahun)
    berpagu = tuple(_berpagu(pohon, uang.nilai(tahun, "pagu_renja")))
    di_luar = {kode: rp for kode, rp in uang.nilai(tahun, "realisasi").items() if rp and kode not in ada}
    return _Renja(pohon, berpagu, frozenset(berpagu) - pohon.tersentuh(berpagu, ada), ada, di_luar)


def _terencana(uang: UangTerbaca, tahun: int) -> dict[str, Decimal]:
    """What was realised that the Renja of the office planned, of whichever unit; all of it where there is none."""
    realisasi = uang.nilai(tahun, "realisasi")
    if uang.asal is not None:
        terencana = uang.setempat(_terencana(uang.asal, tahun))
    elif uang.berenja(tahun):
        terencana = uang.pohon.tersentuh(realisasi, _berpagu(uang.pohon, uang.nilai(tahun, "pagu_renja")))
    else:
        terencana = frozenset(realisasi)
    return {kode: rupiah for kode, rupiah in realisasi.items() if kode in terencana}


def _utuh(uang: UangTerbaca, tahun: int) -> frozenset[str]:
    """The nodes of a unit of which an earlier year is known only together with what others carry, in a sum above."""
    if uang.asal is None or tahun >= uang.tahun:
        return frozenset()
    pohon = uang.asal.pohon
    punya = pohon.pemegang(_terencana(uang.asal, tahun))
    return uang.setempat(kode for kode in pohon.simpul if not punya.isdisjoint(pohon.kode_di_atas(kode)))


@dataclass(frozen=True)
class UangTahunBerjalan:
    """The money of the running year by node, which rows did not report, and which nodes hold money themselves."""

    kini: Mapping[str, Uang]
    belum: frozenset[str]
    pemegang: frozenset[str]


def susun_berjalan(uang: UangTerbaca) -> UangTahunBerjalan:
    """The running year at the end of the periode."""
    pohon, pagu, lapor = uang.pohon, uang.nilai(uang.tahun, "pagu_renja"), uang.nilai(uang.tahun, "realisasi")
    jumlah_pagu, realisasi, renja = pohon.jumlah(pagu), pohon.jumlah(lapor), _baca_renja(uang, uang.tahun)
    berpagu = renja.berpagu
    setahun, ikut = {kode: pagu[kode] for kode in berpagu}, frozenset(berpagu) - renja.belum
    milik = pohon.tersentuh(renja.realisasi, berpagu)
    terencana = {kode: rupiah for kode, rupiah in renja.realisasi.items() if kode in milik}
    terhitung = _terhitung(pohon, [setahun], berpagu, ikut, [terencana], renja.di_luar)
    kas, penarikan = _kas_lengkap(uang, berpagu), _penarikan(uang, berpagu, pohon.jumlah(terencana))
    di_lain = uang.di_lain(uang.tahun, "pagu_renja")
    triwulan = [_sendiri(uang, nomor) if nomor <= uang.triwulan else {} for nomor in EMPAT]
    kini = {
        kode: Uang(
            pagu=jumlah_pagu.get(kode),
            realisasi=realisasi.get(kode),
            triwulan=(triwulan[0].get(kode), triwulan[1].get(kode), triwulan[2].get(kode), triwulan[3].get(kode)),
            terhitung=terhitung[kode],
            triwulan_kini=uang.triwulan,
            laporan=uang.laporan.get(kode, ()),
            pagu_dokumen=_pagu_dokumen(pagu.get(kode), pohon.seluruh(kode, jumlah_pagu)),
            pagu_terinci=pohon.seluruh(kode, jumlah_pagu) if kode in pohon.belahan else None,
            kas=kas.get(kode, ()),
            penarikan=penarikan.get(kode),
            di_lain=kode in di_lain,
        )
        for kode in pohon.simpul
    }
    return UangTahunBerjalan(kini, renja.belum, pohon.pemegang(pagu) | pohon.pemegang(uang.laporan))


def _sendiri(uang: UangTerbaca, triwulan: int) -> dict[str, Decimal]:
    """The part of one triwulan by node: s/d it minus what was reported before it, of the nodes that reported for it.

    Where units report for the first time their parts of what was reported whole before, that is taken off the whole.
    """
    kini = {kode: rupiah for kode in uang.laporan if (rupiah := _sampai_tepat(uang, kode, triwulan)) is not None}
    sebelum = {kode: rupiah for kode in uang.laporan if (rupiah := _terakhir_sebelum(uang, kode, triwulan)) is not None}
    hasil = uang.pohon.jumlah({kode: rupiah - sebelum.get(kode, NOL) for kode, rupiah in kini.items()})
    for induk in {uang.pohon.simpul[kode]["kode_induk"] for kode in kini if uang.pohon.bagian(kode)} & sebelum.keys():
        if not any(anak in sebelum for anak in uang.pohon.anak[induk]):
            for kode in (induk, *uang.pohon.di_atas(induk)):
                hasil[kode] -= sebelum[induk]
    return hasil


def _sampai_tepat(uang: UangTerbaca, kode: str, triwulan: int) -> Decimal | None:
    """What a node reported s/d this very triwulan."""
    return next((lapor.rupiah for lapor in uang.laporan[kode] if lapor.triwulan == triwulan), None)


def _terakhir_sebelum(uang: UangTerbaca, kode: str, triwulan: int) -> Decimal | None:
    """What a node reported last before a triwulan."""
    return next((lapor.rupiah for lapor in reversed(uang.laporan[kode]) if lapor.triwulan < triwulan), None)


@dataclass(frozen=True)
class _Setahun:
    """One year up to the periode: what was realised of what it planned, the rows that owe it, those that miss it.

    Of an earlier year without a Renja the Renstra says which rows those are.
    `luar` is what was realised that the Renja did not plan. Of a form of one unit, `utuh` are rows that owe nothing
    because the year was reported whole elsewhere, and `pagu_lain` those that were reported here for a pagu of others.
    """

    pohon: Pohon
    tahun: int
    realisasi: Mapping[str, Decimal]
    luar: Mapping[str, Decimal]
    wajib: frozenset[str]
    belum: frozenset[str]
    utuh: frozenset[str]
    pagu_lain: frozenset[str]

    def terpisah(self) -> frozenset[str]:
        """The nodes that owe it and of which it is known only together with others, in a sum above them."""
        pohon, punya = self.pohon, self.pohon.pemegang(self.realisasi)
        wajib, ada = pohon.jumlah(dict.fromkeys(self.wajib, 1)), pohon.jumlah(self.realisasi)
        return frozenset(kode for kode in wajib if kode not in ada and not punya.isdisjoint(pohon.kode_di_atas(kode)))

    def kurang(self) -> frozenset[str]:
        """The nodes that miss it, or that have rows below them which do."""
        return self.terpisah().union(self.pohon.jumlah(dict.fromkeys(self.belum, 1)))


def _baca_setahun(uang: UangTerbaca, tahun: int) -> _Setahun:
    pohon, renja = uang.pohon, _baca_renja(uang, tahun)
    renstra = _berpagu(pohon, uang.nilai(tahun, "pagu_renstra"))
    ada = uang.berenja(tahun)
    wajib = renja.direncanakan(renstra).union(renja.berpagu) if ada else frozenset(renstra)
    belum = wajib - pohon.tersentuh(wajib, renja.realisasi)
    utuh = belum & _utuh(uang, tahun)
    pagu_lain = frozenset(renja.realisasi) - pohon.tersentuh(renja.realisasi, renja.berpagu) if ada else frozenset()
    return _Setahun(pohon, tahun, renja.realisasi, renja.di_luar, wajib - utuh, belum - utuh, utuh, pagu_lain)


def _luput(pohon: Pohon, semua: Sequence[_Setahun]) -> frozenset[str]:
    """The rows that miss one of these years, and the sums above them from which their other years cannot be taken."""
    belum = frozenset(kode for setahun in semua for kode in setahun.belum)
    di_atas = frozenset(atas for kode in belum for atas in pohon.kode_di_atas(kode))
    return belum | di_atas.intersection(kode for setahun in semua for kode in pohon.pemegang(setahun.realisasi))


def _terpisah(semua: Sequence[_Setahun]) -> frozenset[str]:
    return frozenset(kode for setahun in semua for kode in setahun.terpisah())


def _jumlah_tahun(pohon: Pohon, semua: Sequence[_Setahun], luput: frozenset[str]) -> dict[str, Decimal]:
    """By node: all years of the rows that `luput` does not name; none of a node whose share of a sum is not known."""
    terpisah = _terpisah(semua)
    jumlah = _gabung(pohon.jumlah(_saring(pohon, setahun.realisasi, luput)) for setahun in semua)
    return {kode: rupiah for kode, rupiah in jumlah.items() if kode not in terpisah}


def _susun_lalu(pohon: Pohon, semua: Sequence[_Setahun]) -> dict[str, UangLalu]:
    """Column 6 by node: the earlier years of the rows that have all of them."""
    luput, kurang = _luput(pohon, semua), {setahun.tahun: setahun.kurang() for setahun in semua}
    utuh = {setahun.tahun: pohon.jumlah(dict.fromkeys(setahun.utuh, 1)) for setahun in semua}
    pagu_lain = {setahun.tahun: pohon.jumlah(dict.fromkeys(setahun.pagu_lain, 1)) for setahun in semua}
    wajib = pohon.pemegang(kode for setahun in semua for kode in setahun.wajib)
    jumlah, luar = _jumlah_tahun(pohon, semua, luput), _gabung(pohon.jumlah(setahun.luar) for setahun in semua)
    banyak = pohon.jumlah(dict.fromkeys(wajib - pohon.sejalur(wajib, luput), 1))
    seluruh = pohon.jumlah(dict.fromkeys(wajib, 1))
    return {
        kode: UangLalu(
            jumlah.get(kode),
            banyak.get(kode, 0),
            seluruh.get(kode, 0),
            _tahun_dari(kurang, kode),
            luar.get(kode),
            _tahun_dari(utuh, kode),
            _tahun_dari(pagu_lain, kode),
        )
        for kode in pohon.simpul
    }


def _tahun_dari(per_tahun: Mapping[int, Collection[str]], kode: str) -> tuple[int, ...]:
    return tuple(tahun for tahun, simpul in per_tahun.items() if kode in simpul)


def susun_renja_uang(uang: UangTerbaca, berjalan: UangTahunBerjalan) -> dict[str, UangRenja]:
    """The Rp columns of E.81 by node: the running year, and the Renstra up to now against its end.

    Column 13 is of the rows that miss no year: the earlier ones, and what the Renja of this one planned.
    """
    pohon, tak_dibagi = uang.pohon, _susun_tak_dibagi(uang)
    semua = [_baca_setahun(uang, tahun) for tahun in sorted(uang.baris) if tahun <= uang.tahun]
    lalu = _susun_lalu(pohon, [setahun for setahun in semua if setahun.tahun < uang.tahun])
    pagu = [uang.nilai(tahun, "pagu_renstra") for tahun in uang.baris]
    target, luput = _gabung(pohon.jumlah(setahun) for setahun in pagu), _luput(pohon, semua)
    per_tahun = [{kode: setahun[kode] for kode in _berpagu(pohon, setahun)} for setahun in pagu]
    baris = frozenset(kode for setahun in per_tahun for kode in setahun)
    belum = pohon.sekait(baris, luput)
    utuh = pohon.sekait(baris, frozenset(kode for setahun in semua for kode in setahun.utuh))
    ada = frozenset(kode for setahun in semua for kode in pohon.tersentuh(baris, setahun.realisasi))
    dalam, sampai = (_jumlah_tahun(pohon, semua, tanpa) for tanpa in (luput, luput | belum))
    lapor = (_saring(pohon, setahun.realisasi, luput | belum | utuh) for setahun in semua)
    terhitung = _terhitung(pohon, per_tahun, baris, ada - belum - utuh, lapor)
    terhitung |= {kode: terhitung[kode].tanpa_laporan() for kode in _terpisah(semua)}
    return {
        kode: UangRenja(
            target.get(kode),
            lalu[kode],
            milik,
            (sampai if belum.isdisjoint(pohon.kode_di_atas(kode)) else dalam).get(kode),
            terhitung[kode],
            tak_dibagi.get(kode, ()),
        )
        for kode, milik in berjalan.kini.items()
    }


def _susun_tak_dibagi(uang: UangTerbaca) -> dict[str, tuple[tuple[int, Decimal], ...]]:
    hasil: dict[str, tuple[tuple[int, Decimal], ...]] = {}
    for tahun in sorted(uang.tak_dibagi):
        for kode, rupiah in uang.pohon.jumlah(uang.tak_dibagi[tahun]).items():
            hasil[kode] = (*hasil.get(kode, ()), (tahun, rupiah))
    return hasil


def _gabung(per_tahun: Iterable[Mapping[str, Decimal]]) -> dict[str, Decimal]:
    hasil: dict[str, Decimal] = {}
    for isi_tahun in per_tahun:
        for kode, rupiah in isi_tahun.items():
            hasil[kode] = hasil.get(kode, NOL) + rupiah
    return hasil


def susun_tahun(uang: UangTerbaca, tahun: int) -> dict[str, UangTahun]:
    """One year of E.80 by node. What no Renja of that year planned is shown, and left out of the ratio."""
    pohon, pagu = uang.pohon, uang.nilai(tahun, "pagu_renstra")
    jumlah, realisasi = pohon.jumlah(pagu), pohon.jumlah(uang.nilai(tahun, "realisasi"))
    berpagu, renja = _berpagu(pohon, pagu), _baca_renja(uang, tahun)
    tanpa = frozenset(berpagu) - renja.direncanakan(berpagu) if uang.berenja(tahun) else frozenset()
    dihitung = {kode: pagu[kode] for kode in berpagu if kode not in tanpa}
    belum = renja.belum_lapor(dihitung)
    lapor = renja.realisasi_tanpa(tanpa | belum)
    ikut = pohon.tersentuh(dihitung, lapor) - belum
    terhitung = _terhitung(pohon, [dihitung], dihitung, ikut, [lapor], renja.di_luar)
    di_luar, belum_lapor = (pohon.jumlah(dict.fromkeys(kode, 1)) for kode in (tanpa, renja.belum - _utuh(uang, tahun)))
    sebutan, di_lain = _sebut_menunggu(renja, belum), uang.di_lain(tahun, "pagu_renstra")
    triwulan = uang.triwulan if tahun == uang.tahun else 4
    return {
        kode: UangTahun(
            tahun=tahun,
            pagu=jumlah.get(kode),
            realisasi=realisasi.get(kode),
            terhitung=terhitung[kode],
            triwulan_kini=triwulan,
            di_luar=di_luar.get(kode, 0),
            pagu_dokumen=_pagu_dokumen(pagu.get(kode), pohon.seluruh(kode, jumlah)) if tahun <= uang.tahun else None,
            pagu_terinci=pohon.seluruh(kode, jumlah) if kode in pohon.belahan else None,
            belum_lapor=kode in belum_lapor,
            menunggu=sebutan.get(kode, ""),
            di_lain=kode in di_lain,
        )
        for kode in pohon.simpul
    }


def _sebut_menunggu(renja: _Renja, belum: frozenset[str]) -> dict[str, str]:
    """By node at or above rows of the Renstra that wait for some of several of the Renja: how many of its reported."""
    pohon = renja.pohon
    semua = pohon.jumlah(dict.fromkeys(renja.berpagu, 1))
    lapor = pohon.jumlah({kode: 1 for kode in renja.berpagu if kode not in renja.belum})
    menunggu = pohon.jumlah({kode: 1 for kode in belum if semua.get(kode, 0) > 1})
    return {kode: f"{lapor.get(kode, 0)} dari {semua[kode]}" for kode in menunggu}
