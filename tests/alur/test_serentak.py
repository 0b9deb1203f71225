"""Many people at once on one store file: nothing is lost, nothing passes unseen, nobody is shown an engine error."""

from __future__ import annotations

from pathlib import Path

from tests.alat.kantor_alur import buka_kantor
from tests.alat.rame import RAME, adu_setujui, adu_titipan, kerja_bersama, periksa


def test_eight_people_work_through_the_sop_at_once_and_every_move_counts_once(jalur_gudang: Path) -> None:
    with buka_kantor(jalur_gudang) as kantor:
        catatan = kerja_bersama(kantor, banyak=8)
        periksa(kantor, catatan)
        assert len(catatan) == 8 * RAME
        assert {"berhasil", "ditolak"} <= {jawaban.hasil.status for jawaban in catatan}


def test_an_approval_against_a_figure_that_changes_is_for_what_was_seen_or_refused(jalur_gudang: Path) -> None:
    with buka_kantor(jalur_gudang) as kantor:
        hasil = [adu_setujui(kantor, nomor) for nomor in range(4)]
        assert all(putusan in ("sesuai", "ditolak") for putusan in hasil), hasil
        periksa(kantor)


def test_of_two_who_record_the_same_kiriman_at_once_one_does_and_the_other_is_told(jalur_gudang: Path) -> None:
    with buka_kantor(jalur_gudang) as kantor:
        for _ in range(3):
            assert sorted(adu_titipan(kantor)) == ["bentrok", "berhasil"]
        periksa(kantor)
