from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random

import pytest

from analytics.temuan.butir import Temuan
from data.gudang import Gudang
from tests.alat.gudang import isi_tabel
from tests.alat.rusak import PERUSAK, Perusak
from tests.lembar.alat_isian import BERFAKTOR, FAKTA, UANG, Kirim, Susun

BANYAK_KIRIMAN = 35
_BAHASA_MESIN = re.compile(r"Traceback|Error|Exception|Warning|<class|object at 0x|\bNone\b")

setiap_cara = pytest.mark.parametrize("perusak", PERUSAK, ids=[cara.__name__ for cara in PERUSAK])


def _wajar(temuan: Iterable[Temuan]) -> bool:
    """Whether findings are sentences for an officer."""
    semua = list(temuan)
    return bool(semua) and all(
        _awal_kalimat(teks[:1]) and teks.endswith((".", "?")) and teks.isprintable() and not _BAHASA_MESIN.search(teks)
        for butir in semua
        for teks in (butir.pesan, butir.saran)
    )


def _awal_kalimat(huruf: str) -> bool:
    return huruf.isupper() or huruf == "“"


@setiap_cara
def test_a_broken_workbook_that_is_refused_leaves_no_fact_behind(
    perusak: Perusak, susun: Susun, kirim: Kirim, gudang: Gudang
) -> None:
    asal = susun(BERFAKTOR, UANG)
    kirim(asal)
    fakta = _fakta(gudang)
    acak = Random(f"kirim {perusak.__name__}")  # noqa: S311 - the same files in every run
    for nomor in range(BANYAK_KIRIMAN):
        sebelum, putusan = fakta, kirim(perusak(asal, acak))
        fakta = _fakta(gudang)
        if putusan.status == "ditolak":
            assert _wajar(putusan.temuan), (nomor, putusan.temuan)
            assert fakta == sebelum, nomor
        else:
            assert putusan.status in {"diterima", "sudah_ada"}, (nomor, putusan)


def _fakta(gudang: Gudang) -> dict[str, list[tuple[object, ...]]]:
    return {tabel: isi_tabel(gudang, tabel) for tabel in FAKTA}
