from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from random import Random

import pytest

from analytics.pembaca.anak import BATAS_BARIS
from analytics.pembaca.baca import Buku, Pembaca, urai_alamat
from analytics.temuan.butir import Temuan
from data.gudang import Gudang
from tests.lembar.conftest import Kirim, Susun
from tests.lembar.kantor import APBDES, DESA_SELESAI, OPINI, PEMBINAAN, SUB_1, SUB_2
from tests.lembar.rusak import PERUSAK, Perusak

BANYAK = 260
"""Files of each kind: 1,560 in all."""
BANYAK_KIRIMAN = 35
TABEL_FAKTA = ("kiriman", "realisasi", "realisasi_anggaran", "narasi")
ISIAN = {
    APBDES: {"pembilang": 12, "penyebut": 13, "faktor_pendorong": "Pendampingan rutin"},
    OPINI: {"realisasi": "BB"},
    DESA_SELESAI: {"realisasi": 66.67},
    PEMBINAAN: {"realisasi": 3},
}
UANG = {SUB_1: {"rupiah": 30_000_000}, SUB_2: {"rupiah": 12_500_000}}
_BAHASA_MESIN = re.compile(r"Traceback|Error|Exception|Warning|<class|object at 0x|\bNone\b")
_TIDAK_SELESAI = "tidak selesai dibaca"

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


def _utuh(buku: Buku) -> bool:
    """Whether a parsed workbook holds only what the rest of the program may meet."""
    semua = [sel for lembar in buku.lembar.values() for sel in lembar.sel.values()]
    baris = [nomor for lembar in buku.lembar.values() for nomor, _ in lembar.baris()]
    return (
        all(math.isfinite(sel.nilai) for sel in semua if sel.nilai is not None)
        and all(sel.jenis != "angka" or sel.nilai is not None for sel in semua)
        and all(1 <= nomor <= BATAS_BARIS for nomor in baris)
        and all(1 <= len(urai_alamat(sel.alamat)[0]) <= 2 for sel in semua)
    )


@setiap_cara
def test_every_broken_workbook_is_read_or_refused_in_words(perusak: Perusak, susun: Susun, pembaca: Pembaca) -> None:
    asal = susun(ISIAN, UANG)
    acak = Random(perusak.__name__)  # noqa: S311 - the same files in every run
    akibat: Counter[str] = Counter()
    for nomor in range(BANYAK):
        hasil = pembaca.baca(perusak(asal, acak))
        if isinstance(hasil, Buku):
            assert _utuh(hasil), nomor
            akibat["terbaca"] += 1
        else:
            assert _wajar(hasil), (nomor, hasil)
            assert not any(_TIDAK_SELESAI in temuan.pesan for temuan in hasil), nomor
            akibat[hasil[0].kode] += 1
    assert len(akibat) > 1, akibat


@setiap_cara
def test_a_broken_workbook_that_is_refused_leaves_no_fact_behind(
    perusak: Perusak, susun: Susun, kirim: Kirim, gudang: Gudang
) -> None:
    asal = susun(ISIAN, UANG)
    kirim(asal)
    acak = Random(f"kirim {perusak.__name__}")  # noqa: S311 - the same files in every run
    for nomor in range(BANYAK_KIRIMAN):
        sebelum = _fakta(gudang)
        putusan = kirim(perusak(asal, acak))
        if putusan.status == "ditolak":
            assert _wajar(putusan.temuan), (nomor, putusan.temuan)
            assert _fakta(gudang) == sebelum, nomor
        else:
            assert putusan.status in {"diterima", "sudah_ada"}, (nomor, putusan)


def _fakta(gudang: Gudang) -> dict[str, list[tuple[object, ...]]]:
    with gudang._koneksi.cursor() as kursor:
        return {tabel: kursor.execute(f"SELECT * FROM {tabel} ORDER BY ALL").fetchall() for tabel in TABEL_FAKTA}
