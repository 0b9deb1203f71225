"""The engine against a second, plain computation of the same rules, over many random indicators at once."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil import Triwulan
from tests.alat.toko import KODE_PD, TAHUN, Toko

WAJIB = {"triwulanan": {1, 2, 3, 4}, "semesteran": {2, 4}, "tahunan": {4}}


@dataclass(frozen=True)
class Kasus:
    rumus: str
    frekuensi: str
    agregasi: str
    cara_isi: str
    target: dict[int, Decimal]
    lapor: dict[int, Decimal | None]


def angka(bawah: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(bawah, 5000, places=2, allow_nan=False, allow_infinity=False)


KASUS = st.builds(
    Kasus,
    rumus=st.sampled_from(["naik", "turun_selisih", "turun_rasio"]),
    frekuensi=st.sampled_from(["triwulanan", "semesteran", "tahunan"]),
    agregasi=st.sampled_from(["jumlah", "nilai_akhir", "rata_rata", "maksimum"]),
    cara_isi=st.sampled_from(["triwulan_ini", "sd_triwulan"]),
    target=st.dictionaries(st.integers(0, 4), angka(0), max_size=5),
    lapor=st.dictionaries(st.integers(1, 4), st.none() | angka(-50), max_size=4),
)


@dataclass(frozen=True)
class Harapan:
    keadaan: str
    capaian: Decimal | None
    tercapai: bool | None


def harapan(kasus: Kasus, triwulan: int) -> Harapan:
    if not kasus.target:
        return Harapan("tidak_direncanakan", None, None)
    bertarget = {nomor for nomor in kasus.target if nomor}
    wajib = {nomor for nomor in WAJIB[kasus.frekuensi] if nomor in bertarget or not bertarget & WAJIB[kasus.frekuensi]}
    terlapor = {nomor: nilai for nomor, nilai in kasus.lapor.items() if nilai is not None and nomor <= triwulan}
    gabung = "nilai_akhir" if kasus.cara_isi == "sd_triwulan" else kasus.agregasi
    jatuh_tempo = {nomor for nomor in wajib if nomor <= triwulan}
    masuk = {nomor: nilai for nomor, nilai in terlapor.items() if gabung != "rata_rata" or nomor in jatuh_tempo}
    posisi = max([*jatuh_tempo, *masuk], default=None)
    if posisi is None:
        return Harapan("belum_waktunya", None, None)
    if posisi not in masuk or (gabung != "nilai_akhir" and jatuh_tempo - set(masuk)):
        return Harapan("belum_ada_data", None, None)
    realisasi = satukan(gabung, [Fraction(masuk[nomor]) for nomor in sorted(masuk)])
    lampau = [Fraction(kasus.target[nomor]) for nomor in sorted(bertarget & (jatuh_tempo | set(masuk)))]
    if 0 in kasus.target and (posisi == 4 or kasus.frekuensi == "tahunan"):
        if kasus.rumus != "naik" and kasus.agregasi == "jumlah" and triwulan < 4:
            return Harapan("terisi", None, None)
        target = Fraction(kasus.target[0])
    elif lampau:
        target = satukan(gabung, lampau)
    else:
        return Harapan("terisi", None, None)
    tercapai = realisasi >= target if kasus.rumus == "naik" else realisasi <= target
    return Harapan("terisi", bulat(persen(kasus.rumus, realisasi, target)), tercapai)


def satukan(agregasi: str, nilai: list[Fraction]) -> Fraction:
    return {
        "jumlah": sum(nilai, Fraction(0)),
        "nilai_akhir": nilai[-1],
        "rata_rata": sum(nilai, Fraction(0)) / len(nilai),
        "maksimum": max(nilai),
    }[agregasi]


def persen(rumus: str, realisasi: Fraction, target: Fraction) -> Fraction | None:
    if rumus != "naik" and target == realisasi == 0:
        return Fraction(100)
    if target == 0:
        return None
    if rumus == "naik":
        return realisasi / target * 100
    if rumus == "turun_selisih":
        return (2 * target - realisasi) / target * 100
    return target / realisasi * 100 if realisasi > 0 else None


def bulat(nilai: Fraction | None) -> Decimal | None:
    if nilai is None:
        return None
    for desimal in (10, 2):
        skala = 10**desimal
        utuh = (2 * abs(nilai) * skala + 1) // 2
        nilai = Fraction(-utuh if nilai < 0 else utuh, skala)
    return Decimal(nilai.numerator) / Decimal(nilai.denominator)


def terlihat(triwulan: Triwulan) -> Harapan:
    return Harapan(triwulan.keadaan, triwulan.capaian.nilai, triwulan.tercapai)


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
    for nomor, kasus in enumerate(daftar):
        kode = f"I{nomor:04d}"
        toko.indikator(
            kode,
            polaritas=kasus.rumus.split("_", maxsplit=1)[0],
            rumus=kasus.rumus,
            frekuensi=kasus.frekuensi,
            agregasi=kasus.agregasi,
            cara_isi=kasus.cara_isi,
        )
        toko.target(kode, kasus.target)
        toko.lapor(kode, kasus.lapor)
    gudang = toko.tulis()
    hasil = baca(gudang, KODE_PD, Periode(TAHUN, 4)).baris(TAHUN)
    for kasus, baris in zip(daftar, hasil, strict=True):
        assert [terlihat(triwulan) for triwulan in baris.triwulan] == [
            harapan(kasus, nomor) for nomor in (1, 2, 3, 4)
        ], kasus
    gudang.tutup()
