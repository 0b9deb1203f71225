"""Asks whether a value fits its own history: worse than before, far out of its habit, the same again, a new rule."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Final

from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.angka import tulis_angka
from analytics.aturan.desimal import tulis_berdampingan, tulis_terukur
from analytics.aturan.istilah import NAMA_CARA_ISI, NAMA_POLARITAS
from analytics.aturan.ketercapaian import putuskan
from analytics.aturan.nama import bagian_dari_seluruh
from analytics.aturan.rumus import DAFTAR_RUMUS
from analytics.lembar.bentuk.bahan import AturanHitung, IndikatorFormat, Terdahulu
from analytics.lembar.periksa.besaran import daftar_pendek
from analytics.lembar.periksa.perkara import PerkaraBaris
from analytics.temuan.butir import Temuan, buat

BANYAK_RIWAYAT: Final = 5
"""Earlier values that a habit needs."""
BANYAK_TETAP: Final = 3
"""Earlier reports of one value after which the same again is its habit."""
_DESIMAL: Final = 4
"""Decimals of a value in a sentence, where no more are needed."""
_AMBANG: Final = Fraction(7, 2)
"""Robust deviations from the median beyond which a value is asked about."""
_SEKALA_MAD: Final = Fraction(14826, 10000)
"""Makes the median absolute deviation comparable with a standard deviation."""


def _sebanding(indikator: IndikatorFormat, triwulan: int) -> list[Terdahulu]:
    """The earlier values that this one can be compared with, oldest first.

    A cumulative value compares with the same triwulan of other years, one that is due once a year with other years.
    """
    if indikator.cara_isi == "sd_triwulan":
        return [nilai_lalu for nilai_lalu in indikator.terdahulu if nilai_lalu.triwulan == triwulan]
    if indikator.frekuensi == "tahunan":
        setahun = {nilai_lalu.tahun: nilai_lalu for nilai_lalu in indikator.terdahulu}
        return list(setahun.values())
    return [nilai_lalu for nilai_lalu in indikator.terdahulu if nilai_lalu.triwulan is not None]


def memburuk(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """A value that is worse than the one before, and no less was planned."""
    indikator, dibaca = perkara.indikator, perkara.dibaca
    sebanding = _sebanding(indikator, perkara.bahan.periode.triwulan)
    if not sebanding or perkara.tanpa_banding:
        return
    lalu = sebanding[-1]
    kini, dulu = dibaca.baris.peringkat, lalu.peringkat
    if kini is not None and dulu is not None:
        turun = _urutan(indikator, kini) > _urutan(indikator, dulu)
    elif dibaca.nilai is not None and lalu.nilai is not None:
        turun = dibaca.nilai < lalu.nilai if indikator.polaritas == "naik" else dibaca.nilai > lalu.nilai
        turun = turun and not _menurut_rencana(perkara, dibaca.nilai, lalu)
        kini, dulu = tulis_berdampingan(dibaca.nilai, lalu.nilai, _DESIMAL)
    else:
        return
    if turun:
        pesan = f"Nilai {kini} lebih buruk dari {dulu} pada {lalu.nama} ({NAMA_POLARITAS[indikator.polaritas]})."
        yield perkara.temui("memburuk", pesan, dipahami=None, pembanding=(f"{lalu.nama}: {dulu}",))


def _urutan(indikator: IndikatorFormat, peringkat: str) -> int:
    """The place of a grade on its scale, best first; one that the scale does not know is last."""
    return indikator.pilihan.index(peringkat) if peringkat in indikator.pilihan else len(indikator.pilihan)


def _menurut_rencana(perkara: PerkaraBaris, nilai: Fraction, lalu: Terdahulu) -> bool:
    """Whether the value reaches its own target, or, without one, differs little or begins a year anew."""
    indikator, dulu = perkara.indikator, lalu.nilai
    tahunan = indikator.frekuensi == "tahunan"
    if tahunan or not indikator.target_triwulan.kosong:
        target, terhitung = perkara.target, perkara.dibaca.baris.pembilang is not None
        if target.nilai is None:
            return False
        diketik = target.desimal
        return putuskan(indikator.polaritas, nilai, target.nilai, terhitung=terhitung, diketik=diketik) != "belum"
    return lalu.tahun < perkara.bahan.periode.tahun or (dulu is not None and abs(nilai - dulu) < abs(dulu) / 10)


def pencilan(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """A value far from the median of its own history, measured by the median deviation (robust against outliers)."""
    nilai = perkara.dibaca.nilai
    sebanding = _sebanding(perkara.indikator, perkara.bahan.periode.triwulan)
    deret = [lalu.nilai for lalu in sebanding if lalu.nilai is not None]
    if nilai is None or len(deret) < BANYAK_RIWAYAT:
        return
    tengah = median(deret)
    sebaran = median(abs(dulu - tengah) for dulu in deret) * _SEKALA_MAD
    bulat = all(dulu.denominator == 1 for dulu in deret)
    skala = max(sebaran, abs(tengah) / 10, Fraction(1, 2) if bulat else Fraction(1, 100))
    if abs(nilai - tengah) > _AMBANG * skala:
        pesan = (
            f"Nilai {_tulis(nilai)} jauh dari kebiasaannya: tengah {_tulis(tengah)}, "
            f"terendah {_tulis(min(deret))}, tertinggi {_tulis(max(deret))} dari {len(deret)} laporan."
        )
        akhir = tuple(f"{lalu.nama}: {_tulis(lalu.nilai)}" for lalu in sebanding[-4:] if lalu.nilai is not None)
        yield perkara.temui("pencilan", pesan, dipahami=None, pembanding=akhir)


def sama_dengan_lalu(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """The value of the quarter before once more, though it is neither the target nor the best that there is."""
    periode, nilai, indikator = perkara.bahan.periode, perkara.dibaca.nilai, perkara.indikator
    kuartal = periode.tahun * 4 + periode.triwulan - 1
    lalu = next(
        (
            nilai_lalu
            for nilai_lalu in indikator.terdahulu
            if nilai_lalu.triwulan and nilai_lalu.tahun * 4 + nilai_lalu.triwulan == kuartal
        ),
        None,
    )
    if lalu is None or nilai is None or nilai != lalu.nilai or perkara.tanpa_banding:
        return
    tetap = [nilai_lalu.nilai for nilai_lalu in indikator.terdahulu[-BANYAK_TETAP:]]
    if _sudah_puncak(nilai, indikator) or (len(tetap) == BANYAK_TETAP and set(tetap) == {nilai}):
        return
    pesan = f"Nilai {_tulis(nilai)} sama persis dengan {lalu.nama}."
    yield perkara.temui("sama_dengan_lalu", pesan, dipahami=None, pembanding=(f"{lalu.nama}: {_tulis(nilai)}",))


def satukan_sama(baris: Iterable[tuple[Temuan, ...]], keterangan: Container[str]) -> Iterator[Temuan]:
    """The findings of a sheet by row, with one question for all values that are those of the triwulan before.

    Who copied one has copied them all. A row whose code is in `keterangan` explains itself.
    """
    semua = [butir for temuan in baris for butir in temuan]
    sama = [butir for butir in semua if butir.kode == "sama_dengan_lalu" and butir.kode_baris not in keterangan]
    if len(sama) < 2:
        yield from semua
        return
    yield from (butir for butir in semua if butir not in sama)
    kode = daftar_pendek(", ".join(butir.kode_baris or "" for butir in sama))
    pesan = f"{len(sama)} nilai sama persis dengan triwulan sebelumnya ({kode}). Tersalin dari sana?"
    yield buat("sama_dengan_lalu", pesan, lembar=sama[0].lembar)


def _sudah_puncak(nilai: Fraction, indikator: IndikatorFormat) -> bool:
    """Whether a value can well stay as it is: it is its target, none of something bad, or the whole of a share."""
    target = {Fraction(sasaran) for sasaran in _target(indikator) if sasaran is not None}
    utuh = nilai == 100 and bagian_dari_seluruh(indikator.nama, indikator.satuan)
    return nilai in target or utuh or (nilai == 0 and indikator.polaritas == "turun")


def _target(indikator: IndikatorFormat) -> tuple[Decimal | None, Decimal | None]:
    return indikator.target_triwulan.nilai, indikator.target_tahun.nilai


def aturan_berubah(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """Another rule than last year."""
    indikator, lalu = perkara.indikator, perkara.indikator.aturan_lalu
    if lalu is None:
        return
    beda = [
        f"{nama} dari {sebelum} menjadi {sesudah}"
        for (nama, sebelum), (_, sesudah) in zip(_sebut(lalu), _sebut(indikator.aturan), strict=True)
        if sebelum != sesudah
    ]
    if beda:
        pesan = f"Aturan hitungnya berubah dari tahun lalu: {'; '.join(beda)}."
        yield perkara.temui("aturan_berubah", pesan, dipahami=None)


def _sebut(aturan: AturanHitung) -> list[tuple[str, str]]:
    faktor = "tanpa pembilang" if aturan.faktor is None else tulis_angka(aturan.faktor)
    return [
        ("polaritas", NAMA_POLARITAS[aturan.polaritas]),
        ("rumus", DAFTAR_RUMUS[aturan.rumus].nama),
        ("frekuensi", aturan.sebutan_jadwal),
        ("agregasi", DAFTAR_AGREGASI[aturan.agregasi].nama),
        ("cara isi", NAMA_CARA_ISI[aturan.cara_isi]),
        ("faktor", faktor),
    ]


def _tulis(nilai: Fraction) -> str:
    return tulis_terukur(nilai, paling_sedikit=_DESIMAL)
