"""Figures of a result in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from analytics.aturan.angka import tulis_angka
from analytics.aturan.periode import ROMAWI
from analytics.evaluasi.hasil import Penutup, RataRata
from analytics.evaluasi.hasil.renja import AKHIR_TAHUN, sd_penarikan


def dari(tercapai: int, dinilai: int) -> str:
    """`5 dari 7`, or an empty text where nothing can be judged."""
    return f"{tercapai} dari {dinilai}" if dinilai else ""


def persen(nilai: float | None) -> str:
    """`61,25 %`, or an empty text."""
    return "" if nilai is None else f"{tulis_angka(nilai, 2)} %"


def rata_rata(rata: RataRata) -> str:
    """`87,40 %`, or a dash where nothing has a value."""
    return "–" if rata.nilai is None else f"{tulis_angka(rata.nilai, -int(rata.nilai.as_tuple().exponent))} %"


def banyak(rata: RataRata) -> str:
    """`7 dari 8 indikator`: how many are in a mean, of those that had to report; who had nothing to, beside them."""
    return f"{rata.n} dari {rata.m} indikator{rata.sebutan_nihil}"


def sebut(nama: Sequence[str], terbanyak: int = 3) -> str:
    """`A, B, C, dan 2 lainnya`."""
    lainnya = f", dan {len(nama) - terbanyak} lainnya" if len(nama) > terbanyak else ""
    return f"{', '.join(nama[:terbanyak])}{lainnya}"


def penarikan(penutup: Penutup, triwulan: int) -> str:
    """`Terhadap rencana penarikan s/d TW II: 96,20 % (Sangat Tinggi), 2 dari 3 baris punya anggaran kas`; or empty."""
    ada = sd_penarikan(penutup, triwulan)
    if ada is None:
        return ""
    angka = f"{persen(ada.rasio)} ({penutup.predikat_penarikan})"
    banyak = f"{ada.n} dari {ada.m} baris punya anggaran kas"
    return f"Terhadap rencana penarikan s/d TW {ROMAWI[triwulan]}: {angka}, {banyak}"


def serapan(penutup: Penutup, triwulan: int, pagu: str = "pagu") -> str:
    """Of which rows a serapan is, what share of the pagu, who is missing; at the end of a year the least it can be."""
    terhitung = penutup.terhitung
    rincian = penutup.sebut_rincian("serapan")
    rincian = f"; {rincian[:1].lower()}{rincian[1:]}" if rincian else ""
    banyak, luar = f"realisasi dibagi {pagu}, {terhitung.banyak} baris", terhitung.sebut_luar()
    if terhitung.lengkap or terhitung.bagian is None:
        return f"{banyak}{luar}{rincian}"
    belum = sebut(penutup.unit_tanpa_anggaran or penutup.tanpa_anggaran)
    sekurangnya = persen(terhitung.sekurangnya) if triwulan == AKHIR_TAHUN else ""
    akhir = f"; sekurang-kurangnya {sekurangnya} dari seluruh pagu" if sekurangnya else ""
    return f"{banyak} ({persen(terhitung.bagian)} dari seluruh pagu){luar}; belum: {belum}{akhir}{rincian}"


def rangkai(kata: Sequence[str], penghubung: str = ", dan ") -> str:
    """`iku, renja, dan renstra`."""
    return kata[0] if len(kata) == 1 else f"{', '.join(kata[:-1])}{penghubung}{kata[-1]}"


def target_tahun(tahun: int) -> str:
    """What a ratio of another year is taken against."""
    return f"target tahun {tahun}"


TARGET_AKHIR: Final = "target akhir Renstra"
"""What a ratio of the whole Renstra is taken against."""
