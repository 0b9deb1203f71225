"""A second evaluator of money: from what was planned and reported, by code, to the ratios of the forms.

It is written from the rules of the domain alone and imports nothing of ours. A code says where it stands: `a.b` is
below `a`. Plans and reports may give the same money at different levels; what touches is the same money.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

Rupiah = Mapping[str, Fraction]


@dataclass(frozen=True)
class UangTahunUji:
    """One year: its pagu in the Renstra, in each version of its Renja by the triwulan from which it is in force, what
    was reported s/d each triwulan, and what only the history knows.
    """

    renstra: Rupiah
    renja: Mapping[int, Rupiah]
    lapor: Mapping[int, Rupiah]
    riwayat: Rupiah

    def pagu(self, saat: int) -> Rupiah:
        """The Renja in force at the end of a triwulan."""
        berlaku = [mulai for mulai in self.renja if mulai <= saat]
        return self.renja[max(berlaku)] if berlaku else {}

    def realisasi(self, saat: int | None) -> Rupiah:
        """What is known s/d a triwulan; None: of a year that is over, where history fills what was not reported."""
        return {**self.riwayat, **self.lapor.get(4, {})} if saat is None else self.lapor.get(saat, {})


@dataclass(frozen=True)
class RasioUji:
    """A ratio of money: of `n` rows out of `m`; nothing above the line where nothing is known of the node."""

    atas: Fraction | None
    bawah: Fraction
    n: int
    m: int

    @property
    def persen(self) -> Fraction | None:
        return None if self.atas is None or not self.n or not self.bawah else self.atas / self.bawah * 100


def di_bawah(kode: str, atas: str) -> bool:
    return kode.startswith(f"{atas}.")


def sekait(kode: str, lain: Iterable[str]) -> bool:
    """Whether one of the others is this node, above it or below it."""
    return any(kode == punya or di_bawah(kode, punya) or di_bawah(punya, kode) for punya in lain)


def terendah(uang: Rupiah) -> frozenset[str]:
    """The nodes that hold money and have none below them that does."""
    return frozenset(kode for kode in uang if not any(di_bawah(lain, kode) for lain in uang))


def jumlah(uang: Rupiah, kode: str) -> Fraction | None:
    """The money at and below a node, once; None where there is none."""
    ada = [uang[lain] for lain in terendah(uang) if lain == kode or di_bawah(lain, kode)]
    return sum(ada, Fraction(0)) if ada else None


def _banyak(semua: Iterable[str], kode: str) -> int:
    return sum(1 for lain in semua if lain == kode or di_bawah(lain, kode))


def _rasio(pagu: Rupiah, dihitung: frozenset[str], ikut: frozenset[str], realisasi: Rupiah, kode: str) -> RasioUji:
    milik = {lain: rp for lain, rp in realisasi.items() if sekait(lain, ikut)}
    atas, m = jumlah(milik, kode), _banyak(dihitung, kode)
    if atas is None:
        return RasioUji(None, Fraction(0), 0, m)
    bawah = jumlah({baris: pagu[baris] for baris in ikut}, kode) or Fraction(0)
    return RasioUji(atas, bawah, _banyak(ikut, kode), m)


def _tanpa(uang: Rupiah, buang: frozenset[str]) -> dict[str, Fraction]:
    """Money but what is at or below one of these nodes."""
    return {kode: rp for kode, rp in uang.items() if not any(kode == luput or di_bawah(kode, luput) for luput in buang)}


@dataclass(frozen=True)
class PenilaiUang:
    """The money of an office at the end of a triwulan of its running year."""

    tahun: Mapping[int, UangTahunUji]
    kini: int
    triwulan: int

    def realisasi(self, tahun: int) -> Rupiah:
        """What is known to have been realised in a year that has begun."""
        if tahun > self.kini:
            return {}
        return self.tahun[tahun].realisasi(self.triwulan if tahun == self.kini else None)

    def pagu(self, tahun: int) -> Rupiah:
        """The Renja of a year as it counts now."""
        return self.tahun[tahun].pagu(self.triwulan if tahun == self.kini else 4) if tahun <= self.kini else {}

    def berpagu(self, tahun: int) -> frozenset[str]:
        """The rows of the Renja."""
        return terendah({kode: rp for kode, rp in self.pagu(tahun).items() if rp})

    def terencana(self, tahun: int) -> Rupiah:
        """What was realised of what the Renja planned; of a past year without one, all."""
        baris = self.berpagu(tahun)
        if not self._berenja(tahun):
            return self.realisasi(tahun)
        return {kode: rp for kode, rp in self.realisasi(tahun).items() if sekait(kode, baris)}

    def _berenja(self, tahun: int) -> bool:
        """Whether the Renja says what was planned: of the running year always, before where it names money, also 0."""
        return tahun == self.kini or bool(self.pagu(tahun))

    def belum(self, tahun: int) -> frozenset[str]:
        """The rows of the Renja that were not reported."""
        ada = terendah(self.terencana(tahun))
        return frozenset(kode for kode in self.berpagu(tahun) if not sekait(kode, ada))

    def serapan(self, kode: str) -> RasioUji:
        """E.81: the realisasi of the running year against its pagu, of the rows that reported."""
        baris = self.berpagu(self.kini)
        ikut = baris - self.belum(self.kini)
        return _rasio(self.pagu(self.kini), baris, ikut, self.terencana(self.kini), kode)

    def rasio_renstra(self, kode: str, tahun: int) -> RasioUji:
        """E.80: a year against its pagu in the Renstra, of the rows that its Renja planned and that reported whole."""
        pagu = self.tahun[tahun].renstra
        baris, renja = self._baris_renstra(tahun), self.berpagu(tahun)
        dihitung = frozenset(kode for kode in baris if not self._berenja(tahun) or sekait(kode, renja))
        belum = frozenset(kode for kode in dihitung if sekait(kode, self.belum(tahun)))
        lapor = _tanpa(self.terencana(tahun), (baris - dihitung) | belum)
        ikut = frozenset(kode for kode in dihitung - belum if sekait(kode, terendah(lapor)))
        return _rasio(pagu, dihitung, ikut, lapor, kode)

    def lalu(self, kode: str) -> Fraction | None:
        """E.81, column 6: the earlier years of the rows that have every year that they owe."""
        return self._jumlah_tahun(range(min(self.tahun), self.kini), kode)

    def sampai(self, kode: str) -> Fraction | None:
        """E.81, column 13: the earlier years and the running one."""
        semua, luput = range(min(self.tahun), self.kini + 1), self._luput(range(min(self.tahun), self.kini + 1))
        baris = self._baris_luput()
        return self._jumlah_tahun(semua, kode, luput if any(di_bawah(kode, atas) for atas in baris) else luput | baris)

    def rasio_akhir(self, kode: str) -> RasioUji:
        """E.81, column 14: the years so far against the pagu of all years, of the rows that miss no year."""
        tahun, luput = range(min(self.tahun), self.kini + 1), self._baris_luput()
        pernah = [terendah(self.terencana(lalu)) for lalu in tahun]
        semua = terendah(dict.fromkeys(self._semua_baris(), Fraction(1)))

        def dihitung(baris: str) -> bool:
            return baris not in luput and any(sekait(baris, ada) for ada in pernah)

        m = _banyak(semua, kode)
        baris = frozenset(filter(dihitung, self._semua_baris()))
        atas = self._jumlah_tahun(tahun, kode, luput | self._luput(tahun), baris)
        if atas is None:
            return RasioUji(None, Fraction(0), 0, m)
        bawah = Fraction(0)
        for nomor, milik in self.tahun.items():
            masuk = {baris: milik.renstra[baris] for baris in self._baris_renstra(nomor) if dihitung(baris)}
            bawah += jumlah(masuk, kode) or 0
        return RasioUji(atas, bawah, _banyak(filter(dihitung, semua), kode), m)

    def _semua_baris(self) -> frozenset[str]:
        """The rows that the Renstra gives money in any year."""
        return frozenset(kode for tahun in self.tahun for kode in self._baris_renstra(tahun))

    def _wajib(self, tahun: int) -> frozenset[str]:
        """The rows that owe a year: what its Renja gave money, without one what the Renstra did."""
        baris, renja = self._baris_renstra(tahun), self.berpagu(tahun)
        return renja | {kode for kode in baris if sekait(kode, renja)} if self._berenja(tahun) else baris

    def _luput(self, semua: Iterable[int]) -> frozenset[str]:
        """The rows that miss one of these years, and what is known above them, from which nothing can be taken."""
        tahun = list(semua)
        ada = {lalu: terendah(self.terencana(lalu)) for lalu in tahun}
        belum = frozenset(kode for lalu in tahun for kode in self._wajib(lalu) if not sekait(kode, ada[lalu]))
        return belum | {atas for punya in ada.values() for atas in punya if any(di_bawah(kode, atas) for kode in belum)}

    def _baris_luput(self) -> frozenset[str]:
        """The rows of the Renstra that miss a year up to now, and those that hang together with them."""
        luput, baris = self._luput(range(min(self.tahun), self.kini + 1)), self._semua_baris()
        kait = {kode for kode in baris if sekait(kode, luput)}
        while lanjut := {kode for kode in baris - kait if sekait(kode, kait)}:
            kait |= lanjut
        return frozenset(kait)

    def _jumlah_tahun(
        self, semua: range, kode: str, luput: frozenset[str] | None = None, baris: frozenset[str] | None = None
    ) -> Fraction | None:
        """The years but what misses one; of these rows of the Renstra alone, where it names some."""
        buang = self._luput(semua) if luput is None else luput
        if any(self._terpisah(tahun, kode) for tahun in semua):
            return None
        milik = (_tanpa(self.terencana(tahun), buang) for tahun in semua)
        if baris is not None:
            milik = ({lain: rp for lain, rp in uang.items() if sekait(lain, baris)} for uang in milik)
        ada = [jumlah(uang, kode) for uang in milik]
        return sum((rp for rp in ada if rp is not None), Fraction(0)) if any(rp is not None for rp in ada) else None

    def _terpisah(self, tahun: int, kode: str) -> bool:
        """Whether a node owes a year of which only a sum above it is known."""
        ada = self.terencana(tahun)
        wajib = any(baris == kode or di_bawah(baris, kode) for baris in self._wajib(tahun))
        return wajib and jumlah(ada, kode) is None and any(di_bawah(kode, atas) for atas in terendah(ada))

    def _baris_renstra(self, tahun: int) -> frozenset[str]:
        return terendah({kode: rp for kode, rp in self.tahun[tahun].renstra.items() if rp})
