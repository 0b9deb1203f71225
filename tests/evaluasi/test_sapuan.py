"""One indicator has one answer, wherever it appears, and it is the one that the rules give."""

import pytest

from tests.sapuan import BENIH, SETOKO, sapu_semua

BANYAK = 8
"""The share of the offices that the suite sweeps; `python -m tests.sapuan 200` takes all of them."""


@pytest.mark.parametrize("awal", range(0, BANYAK, SETOKO))
def test_every_place_gives_the_answer_of_the_rules_in_every_triwulan(awal: int) -> None:
    assert list(sapu_semua(BENIH, range(awal, awal + SETOKO))) == []
