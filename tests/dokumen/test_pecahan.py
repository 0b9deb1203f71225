"""The printed capaian against an exact recomputation from the reported facts, without the rules of the program."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest

from analytics import formulir
from analytics.dokumen.iku.kolom_iku import IKU
from tests.alat.kantor_dokumen import INDIKATOR
from tests.dokumen.alat_lembar import E81, LembarUji

OPINI = {"WTP": 4, "WDP": 3, "TW": 2, "TMP": 1}
TRIWULAN = (1, 2, 3)


def _angka(nilai: Any, faktor: Decimal | None = None) -> Fraction | None:
    if isinstance(nilai, tuple):
        return Fraction(nilai[0]) / Fraction(nilai[1]) * Fraction(faktor or 1)
    if nilai in OPINI:
        return Fraction(OPINI[nilai])
    return None if nilai is None or str(nilai).isalpha() else Fraction(str(nilai))


def _rasio(pasangan: list[tuple[str, str]], faktor: Decimal) -> Fraction:
    """All pembilang over all penyebut."""
    atas, bawah = (sum(Fraction(pasang[letak]) for pasang in pasangan) for letak in (0, 1))
    return Fraction(atas) / Fraction(bawah) * Fraction(faktor)


def _gabung(indikator: dict[str, Any], nilai: list[Fraction]) -> Fraction:
    aturan = indikator["aturan"]
    cara = aturan.get("agregasi", "jumlah")
    if aturan.get("cara_isi") == "sd_triwulan" or cara == "nilai_akhir":
        return nilai[-1]
    rerata = sum(nilai) / len(nilai)
    return {"jumlah": sum(nilai), "maksimum": max(nilai), "rata_rata": rerata, "rasio": rerata}[cara] + Fraction(0)


def _capaian(rumus: str, hasil: Fraction, sasaran: Any) -> Fraction | None:
    if isinstance(sasaran, tuple):
        bawah, atas = sasaran
        if bawah <= hasil <= atas:
            return Fraction(100)
        return hasil / (bawah if hasil < bawah else atas) * 100
    if sasaran == 0:
        return Fraction(100) if hasil == 0 and rumus.startswith("turun") else None
    if rumus == "turun_selisih":
        return (2 * sasaran - hasil) / sasaran * 100
    if rumus == "turun_rasio":
        return sasaran / hasil * 100
    return hasil / sasaran * 100


def _harapan(indikator: dict[str, Any]) -> Fraction | None:
    """The capaian s/d triwulan III from what was planned and reported, None where there can be none."""
    target, lapor = indikator["target"], indikator["lapor"]
    wajib = [tw for tw in TRIWULAN if tw in target]
    if any(lapor.get(tw) is None for tw in wajib) or not wajib:
        return None
    hasil = [_angka(lapor[tw], indikator["aturan"].get("faktor")) for tw in TRIWULAN if lapor.get(tw) is not None]
    rencana = [target[tw] for tw in wajib]
    if None in hasil:
        return None
    if isinstance(rencana[-1], tuple):
        sasaran: Any = tuple(Fraction(batas) for batas in rencana[-1])
    else:
        sasaran = _gabung(indikator, [_angka(angka) or Fraction(0) for angka in rencana])
    if indikator["aturan"].get("agregasi") == "rasio":
        pasangan = [isian for isian in lapor.values() if isinstance(isian, tuple)]
        return _capaian("naik", _rasio(pasangan, indikator["aturan"]["faktor"]), sasaran)
    return _capaian(
        indikator["aturan"].get("rumus", "naik"),
        _gabung(indikator, [angka for angka in hasil if angka is not None]),
        sasaran,
    )


def _bulat(nilai: Fraction) -> float:
    """Half away from zero at two decimals, by long division, not by the program."""
    tepat = (
        Decimal(nilai.numerator * 10**6 // nilai.denominator).scaleb(-6)
        if nilai >= 0
        else -Decimal(-nilai.numerator * 10**6 // nilai.denominator).scaleb(-6)
    )
    return float(tepat.quantize(Decimal("0.01"), ROUND_HALF_UP))


@pytest.fixture(scope="module")
def lembar(buku: bytes) -> dict[str, tuple[LembarUji, str, str]]:
    return {
        "iku": (LembarUji.buka(buku, formulir.IKU.nama, IKU), "capaian", "capaian_mentah"),
        "renja": (LembarUji.buka(buku, formulir.RENJA.nama, E81), "sd_capaian", "sd_capaian_mentah"),
    }


@pytest.mark.parametrize("indikator", INDIKATOR, ids=lambda indikator: indikator["kode"])
def test_the_printed_capaian_is_the_exact_fraction_of_the_facts(
    lembar: dict[str, tuple[LembarUji, str, str]], indikator: dict[str, Any]
) -> None:
    harapan = _harapan(indikator)
    for nama, (uji, cetak, mentah) in lembar.items():
        if nama == "iku" and not indikator["kode"].startswith("IKU"):
            continue
        baris = uji.baris("indikator", indikator["nama"])
        if harapan is None:
            assert uji.nilai(cetak, baris) == "–"
        else:
            assert uji.nilai(mentah, baris) == pytest.approx(float(harapan), rel=1e-9)
            assert uji.nilai(cetak, baris) == _bulat(harapan)


def test_the_facts_reach_every_outcome() -> None:
    harapan = {indikator["kode"]: _harapan(indikator) for indikator in INDIKATOR}
    assert harapan["IKU-01"] == Fraction("225.015")
    assert [kode for kode, nilai in harapan.items() if nilai is None] == [
        "IKU-07",
        "IKU-08",
        "IKU-09",
        "IKU-11",
        "SK3-A",
    ]
    assert any(nilai is not None and nilai < 0 for nilai in harapan.values())
