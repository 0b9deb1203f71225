"""A question to a unit is open until that very question is answered, or the data move on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from analytics.sop.tanya_jawab import belum_dijawab


def _pindah(nomor: int, aksi: str, kode: str | None = None, ke: str = "terhimpun") -> Mapping[str, Any]:
    rincian = json.dumps({} if kode is None else {"kode_indikator": kode})
    return {"nomor": nomor, "aksi": aksi, "dari": "terhimpun", "ke": ke, "rincian": rincian}


def test_an_answer_closes_the_question_about_its_own_row_and_no_other() -> None:
    ditanya = [_pindah(1, "tanyakan", "A"), _pindah(2, "tanyakan", "B"), _pindah(3, "tanyakan")]
    assert belum_dijawab(ditanya) == (1, 2, 3)
    assert belum_dijawab([*ditanya, _pindah(4, "jawab", "B")]) == (1, 3)
    assert belum_dijawab([*ditanya, _pindah(4, "jawab", "B"), _pindah(5, "jawab")]) == (1,)
    assert belum_dijawab([*ditanya, _pindah(4, "tanyakan", "A")]) == (2, 3, 4)


def test_what_was_asked_before_the_data_moved_on_waits_for_no_answer() -> None:
    ditanya = [_pindah(1, "tanyakan", "A"), _pindah(2, "kembalikan_data", ke="dikembalikan_ke_umum")]
    assert belum_dijawab(ditanya) == ()
    assert belum_dijawab([*ditanya, _pindah(3, "tanyakan", "B")]) == (3,)
