"""A year as a unit of any office fills it: what is plausible for each indicator, and slips that are planted in it.

The same plan gives the same year. Contoh, bukan data resmi.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from random import Random
from typing import Final

from analytics.aturan.capaian import Target
from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat, SimpulFormat, muat_bahan
from analytics.lembar.bentuk.ketikan import IsianUnit, Ketikan
from analytics.lembar.bentuk.susun import tulis_format
from analytics.lembar.catat.terima import terima
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.temuan.butir import Temuan
from data.gudang import Gudang
from tests.alat.korpus.kantor import PADA

_TERSERAP: Final = (Decimal("0.14"), Decimal("0.41"), Decimal("0.66"), Decimal("0.93"))
"""The share of its pagu that a leaf has spent s/d each triwulan."""

_ALASAN: Final = "sudah diperiksa ke seksi"

Baris = dict[str, dict[str, Ketikan]]


@dataclass(frozen=True)
class Slip:
    """One thing typed wrongly in the workbook of a triwulan: which cell of a row, and what stands there instead.

    `kode` are the questions of which one must come of it.
    """

    triwulan: int
    baris: str
    kolom: str
    diketik: Ketikan
    kode: str


@dataclass(frozen=True)
class BukuWajar:
    """The workbook of a unit for a triwulan: what is asked without a slip, and with those that were planted in it."""

    tanpa_slip: tuple[Temuan, ...]
    pertanyaan: tuple[Temuan, ...]
    slip: tuple[Slip, ...]

    def patut(self, temuan: Temuan) -> bool:
        """Whether a question is about a planted slip."""
        return any(slip.kode == temuan.kode and temuan.kode_baris in {slip.baris, None} for slip in self.slip)


def isi_setahun(
    gudang: Gudang, pemeriksa: PemeriksaBerkas, kode_pd: str, tahun: int, slip: tuple[Slip, ...] = ()
) -> Iterator[BukuWajar]:
    """Every workbook of a year, checked and then accepted with its plausible values, so that the next ones have a past.

    A workbook with slips is checked with them, and accepted without.
    """
    unit = [baris["kode_unit"] for baris in gudang.kueri("unit", kode_pd=kode_pd)]
    for triwulan in (1, 2, 3, 4):
        for kode_unit in unit:
            bahan = muat_bahan(gudang, kode_pd, kode_unit, Periode(tahun, triwulan))
            isian = isian_wajar(bahan)
            milik = tuple(butir for butir in slip if butir.triwulan == triwulan and _ada(isian, butir))
            bersih = pemeriksa.periksa(tulis_format(bahan, PADA, isian), "wajar.xlsx")
            keliru = (
                pemeriksa.periksa(tulis_format(bahan, PADA, _tanam(isian, milik)), "slip.xlsx") if milik else bersih
            )
            yield BukuWajar(_pertanyaan(bersih), _pertanyaan(keliru), milik)
            alasan = {temuan.kunci: _ALASAN for temuan in bersih.perlu_alasan({})}
            putusan = terima(gudang, bersih, alasan, "Kasubbag (uji)", PADA, f"wajar {kode_unit} {triwulan}")
            assert putusan.status == "diterima", putusan


def _pertanyaan(hasil: HasilPeriksa) -> tuple[Temuan, ...]:
    """All that somebody has to answer: galat, and peringatan that the workbook does not explain itself."""
    return tuple(temuan for temuan in hasil.temuan if temuan.tingkat == "galat") + hasil.perlu_alasan({})


def isian_wajar(bahan: BahanFormat) -> IsianUnit:
    """What a unit that makes no mistake types for a triwulan."""
    realisasi = {
        indikator.kode: _ketik(indikator, bahan.periode.triwulan, _dadu(f"{indikator.kode} {bahan.periode}"))
        for indikator in bahan.indikator
        if indikator.wajib
    }
    anggaran = {simpul.kode: _uang(simpul, bahan.periode.triwulan) for simpul in bahan.simpul if simpul.pagu}
    return IsianUnit(realisasi, anggaran)


def sesuai_target(indikator: IndikatorFormat, target: Decimal) -> dict[str, Ketikan]:
    """Just what is planned; of what was counted before so many that it is reached."""
    if not indikator.berpembilang:
        return {"realisasi": target}
    seluruh = next((lalu.penyebut for lalu in reversed(indikator.terdahulu) if lalu.penyebut), Decimal(100))
    bagian = target / (indikator.faktor or 1) * seluruh
    return {"pembilang": bagian.to_integral_value(ROUND_CEILING), "penyebut": seluruh}


def _ada(isian: IsianUnit, slip: Slip) -> bool:
    return slip.baris in isian.realisasi or slip.baris in isian.anggaran


def _tanam(isian: IsianUnit, slip: tuple[Slip, ...]) -> IsianUnit:
    def ubah(lembar: Mapping[str, Mapping[str, Ketikan]]) -> Baris:
        hasil = {kode: dict(ketikan) for kode, ketikan in lembar.items()}
        for keliru in slip:
            if keliru.baris in hasil:
                hasil[keliru.baris][keliru.kolom] = keliru.diketik
        return hasil

    return IsianUnit(ubah(isian.realisasi), ubah(isian.anggaran))


def _ketik(indikator: IndikatorFormat, triwulan: int, undi: Random) -> dict[str, Ketikan]:
    if indikator.pilihan:
        return {"realisasi": indikator.target_tahun.peringkat or indikator.pilihan[1]}
    nilai = _nilai(indikator, triwulan, undi)
    if not indikator.berpembilang:
        return {"realisasi": nilai}
    faktor = indikator.faktor or Decimal(1)
    penyebut = Decimal(13)
    return {"pembilang": _bulat(min(nilai / faktor * penyebut, penyebut), 0), "penyebut": penyebut}


def _nilai(indikator: IndikatorFormat, triwulan: int, undi: Random) -> Decimal:
    """Near its own target, or the part of the year's that is due by now; whole where whole ones are counted."""
    bagian = indikator.target_triwulan
    setahun = _angka(indikator.target_tahun)
    if not bagian.kosong:
        return _bulat(_angka(bagian) * _undi(indikator, undi), _desimal(indikator))
    if indikator.bagian_jumlah:
        sudah = sum((laporan.nilai or Decimal(0) for laporan in indikator.lalu.values()), Decimal(0))
        sampai = _bulat(setahun * triwulan / 4, _desimal(indikator))
        return max(sampai - sudah, Decimal(0))
    if indikator.cara_isi == "sd_triwulan":
        return _bulat(setahun * triwulan / 4, _desimal(indikator))
    return _bulat(setahun * _undi(indikator, undi), _desimal(indikator))


def _dadu(nama: str) -> Random:
    return Random(nama)  # noqa: S311, it guards nothing


def _undi(indikator: IndikatorFormat, undi: Random) -> Decimal:
    """As planned, or a little better or worse; the whole of a share stays whole."""
    if undi.random() < 1 / 3:
        return Decimal(1)
    sisi = Decimal(undi.randint(9600, 10000 if indikator.persen else 10400)) / 10000
    return 2 - sisi if indikator.polaritas == "turun" else sisi


def _angka(target: Target) -> Decimal:
    if target.bawah is not None and target.atas is not None:
        return (target.bawah + target.atas) / 2
    return target.nilai or Decimal(0)


def _desimal(indikator: IndikatorFormat) -> int:
    return 2 if indikator.persen or indikator.satuan.casefold() in {"indeks", "nilai", "hari", "menit"} else 0


def _bulat(nilai: Decimal, desimal: int) -> Decimal:
    return nilai.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP)


def _uang(simpul: SimpulFormat, triwulan: int) -> dict[str, Ketikan]:
    """What is spent s/d the triwulan: nothing yet in the first one where the pagu is for one purchase."""
    undi = _dadu(simpul.kode)
    pagu = simpul.pagu or Decimal(0)
    if triwulan == 1 and undi.random() < 1 / 3:
        return {"rupiah": Decimal(0)}
    return {"rupiah": _bulat(pagu * _TERSERAP[triwulan - 1] * undi.randint(94, 104) / 100, 0)}
