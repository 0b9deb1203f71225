"""The engine against the second evaluator, over many random indicators at once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil import Triwulan
from tests.alat.penilai import AturanTahun, IndikatorUji, Jawaban, Penilai, TahunKerja, bulat
from tests.alat.toko import KODE_PD, TAHUN, Toko

PENILAI = Penilai()


def angka(bawah: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(bawah, 5000, places=2, allow_nan=False, allow_infinity=False)


ATURAN = st.builds(
    AturanTahun,
    rumus=st.sampled_from(["naik", "turun_selisih", "turun_rasio"]),
    agregasi=st.sampled_from(["jumlah", "nilai_akhir", "rata_rata", "maksimum"]),
    frekuensi=st.sampled_from(["triwulanan", "semesteran", "tahunan"]),
    cara_isi=st.sampled_from(["triwulan_ini", "sd_triwulan"]),
)
KASUS = st.tuples(
    ATURAN,
    st.dictionaries(st.integers(0, 4), angka(0), max_size=5),
    st.dictionaries(st.integers(1, 4), st.none() | angka(-50), max_size=4),
)
Kasus = tuple[AturanTahun, dict[int, Decimal], dict[int, Decimal | None]]


def harapan(kasus: Kasus, triwulan: int) -> tuple[str, Decimal | None, bool | None]:
    aturan, target, lapor = kasus
    isian = {nomor: None if nilai is None else Fraction(nilai) for nomor, nilai in lapor.items()}
    kerja = TahunKerja(aturan, {1: {nomor: Fraction(nilai) for nomor, nilai in target.items()}}, isian)
    uji = IndikatorUji("A", range(TAHUN, TAHUN + 1), {TAHUN: kerja}, {}, {}, None, {})
    jawaban: Jawaban = PENILAI.pada(uji, TAHUN, triwulan)
    capaian = None if jawaban.capaian is None else bulat(jawaban.capaian)
    persen = None if capaian is None else Decimal(capaian.numerator) / Decimal(capaian.denominator)
    return jawaban.sebutan, persen, jawaban.tercapai


def terlihat(triwulan: Triwulan) -> tuple[str, Decimal | None, bool | None]:
    return triwulan.sebutan, triwulan.capaian.nilai, triwulan.tercapai


def kasus_acak() -> list[Kasus]:
    """All that forty draws hold: what is judged is an indicator, and an office of all of them is read once."""
    semua: list[Kasus] = []

    @settings(max_examples=40)
    @given(st.lists(KASUS, min_size=20, max_size=40))
    def kumpulkan(daftar: list[Kasus]) -> None:
        semua.extend(daftar)

    kumpulkan()
    return semua


def test_every_quarter_of_every_indicator_is_what_plain_arithmetic_says() -> None:
    daftar = kasus_acak()
    assert len(daftar) >= 40 * 20
    toko = Toko()
    for nomor, (aturan, target, lapor) in enumerate(daftar):
        kode = f"I{nomor:04d}"
        toko.indikator(
            kode,
            polaritas="turun" if aturan.turun else "naik",
            rumus=aturan.rumus,
            frekuensi=aturan.frekuensi,
            agregasi=aturan.agregasi,
            cara_isi=aturan.cara_isi,
        )
        toko.target(kode, target)
        toko.lapor(kode, lapor)
    gudang = toko.tulis()
    hasil = baca(gudang, KODE_PD, Periode(TAHUN, 4)).baris(TAHUN)
    for kasus, baris in zip(daftar, hasil, strict=True):
        assert [terlihat(triwulan) for triwulan in baris.triwulan] == [
            harapan(kasus, nomor) for nomor in (1, 2, 3, 4)
        ], kasus
    gudang.tutup()
