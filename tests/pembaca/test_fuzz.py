from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from analytics.pembaca.anak import BATAS_BARIS
from analytics.pembaca.baca import BukuTerbaca, Pembaca, urai_alamat
from analytics.pembaca.tolakan import SEBAB, Tolakan
from tests.alat.rusak import PERUSAK, Perusak
from tests.pembaca.alat_kaya import seperti_format

BANYAK = 260
"""Files of each kind: 1,560 in all."""
_PANJANG_FAKTA = 100


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as anak:
        yield anak


def _utuh(buku: BukuTerbaca) -> bool:
    """Whether a parsed workbook holds only what a program that reads it may meet."""
    semua = [sel for lembar in buku.lembar.values() for sel in lembar.sel.values()]
    baris = [nomor for lembar in buku.lembar.values() for nomor, _ in lembar.baris()]
    return (
        all(math.isfinite(sel.nilai) for sel in semua if sel.nilai is not None)
        and all(sel.jenis != "angka" or sel.nilai is not None for sel in semua)
        and all(1 <= nomor <= BATAS_BARIS for nomor in baris)
        and all(1 <= len(urai_alamat(sel.alamat)[0]) <= 2 for sel in semua)
    )


def _terucap(tolakan: Tolakan) -> bool:
    """Whether a refusal has a known reason and can be quoted."""
    fakta = [str(nilai) for _, nilai in tolakan.fakta]
    return (
        tolakan.sebab in SEBAB
        and str(tolakan).endswith(".")
        and str(tolakan).isprintable()
        and all(0 < len(nilai) <= _PANJANG_FAKTA for nilai in fakta)
    )


@pytest.mark.parametrize("perusak", PERUSAK, ids=[perusak.__name__ for perusak in PERUSAK])
def test_every_broken_workbook_is_read_or_refused_with_a_reason(perusak: Perusak, pembaca: Pembaca) -> None:
    asal = seperti_format()
    acak = Random(perusak.__name__)  # noqa: S311 - the same files in every run
    akibat: Counter[str] = Counter()
    for nomor in range(BANYAK):
        hasil = pembaca.baca(perusak(asal, acak))
        if isinstance(hasil, BukuTerbaca):
            assert _utuh(hasil), nomor
            akibat["terbaca"] += 1
        else:
            assert hasil, nomor
            assert all(map(_terucap, hasil)), (nomor, hasil)
            assert not any(tolakan.sebab == "tidak_selesai" for tolakan in hasil), nomor
            akibat[hasil[0].kode] += 1
    assert len(akibat) > 1, akibat
