"""What a snapshot keeps of the store is read by one operation, which knows no other table."""

from __future__ import annotations

import pytest

from analytics.beku.fakta import TABEL
from data.beku import TABEL_BEKU
from tests.alat.kantor_beku import kantor_terhimpun
from tests.alat.toko import KODE_PD


def test_the_whitelist_is_what_a_snapshot_keeps() -> None:
    assert set(TABEL) == set(TABEL_BEKU)
    assert len(TABEL) == len(TABEL_BEKU)


@pytest.mark.parametrize("nama", ["akun", "peristiwa", "kiriman; DROP TABLE kiriman", "(SELECT * FROM akun)", ""])
def test_a_table_that_no_snapshot_keeps_is_refused_alone_and_among_others(nama: str) -> None:
    gudang = kantor_terhimpun()
    for tabel in ((nama,), ("kiriman", nama, "target")):
        with pytest.raises(ValueError, match="no snapshot keeps"):
            gudang.ambil_beku(tabel, KODE_PD, 2026, 3)


def test_tables_together_are_read_as_each_by_itself() -> None:
    """The same rows with the same types, in the same order: the sidik is taken over them."""
    gudang = kantor_terhimpun()
    bersama = gudang.ambil_beku(TABEL_BEKU, KODE_PD, 2026, 3)
    sendiri = {nama: gudang.ambil_beku((nama,), KODE_PD, 2026, 3)[nama] for nama in TABEL_BEKU}
    assert bersama == sendiri
    assert {nama: str(baris) for nama, baris in bersama.items()} == {
        nama: str(baris) for nama, baris in sendiri.items()
    }
    assert sum(map(len, bersama.values())) > 100


def test_facts_after_the_periode_and_rows_of_another_office_are_not_read() -> None:
    gudang = kantor_terhimpun()
    sampai = gudang.ambil_beku(("kiriman", "realisasi", "narasi"), KODE_PD, 2026, 2)
    assert {(baris["tahun"], baris["triwulan"]) <= (2026, 2) for baris in sampai["realisasi"]} == {True}
    asal = {baris["id_kiriman"] for baris in sampai["kiriman"]}
    assert {baris["id_kiriman"] for baris in sampai["narasi"]} <= asal
    lain = gudang.ambil_beku(TABEL_BEKU, "9.99.0001", 2026, 3)
    assert {nama for nama, baris in lain.items() if baris} == {"pengaturan", "skala_predikat", "skala_ordinal"}
