"""What Capaian hands out and answers is what it was before, or the golden is renewed and the reason said."""

import subprocess
import sys
from pathlib import Path

from tests.potret import golden

AKAR = Path(__file__).parents[2]


def test_every_exported_file_and_every_answer_of_the_command_line_is_as_it_was(
    berkas_contoh: Path, tmp_path: Path
) -> None:
    perintah = [sys.executable, "-m", "tests.potret", str(tmp_path), "--tanpa-halaman", "--contoh", str(berkas_contoh)]
    subprocess.run(perintah, cwd=AKAR, check=True, timeout=900)
    beda = "\n".join(golden.bandingkan(golden.baca_paket(), golden.baca_folder(tmp_path)))
    assert not beda, f"{beda}\nIf this is meant: python -m tests.potret --perbarui, and say why in the CHANGELOG."


def test_the_list_beside_the_golden_is_that_of_its_texts() -> None:
    tercatat = golden.DAFTAR.read_text(encoding="utf-8").splitlines()
    assert tercatat == list(golden.susun_daftar(golden.baca_paket()))


def test_a_changed_figure_a_lost_text_and_a_new_one_are_named_with_their_lines() -> None:
    lama = {"ekspor/a.txt": "sel A1 | r:1 | n '1'\nsel A2 | r:1\n", "ekspor/b.txt": "hilang\n"}
    kini = {"ekspor/a.txt": "sel A1 | r:1 | n '2'\nsel A2 | r:1\n", "ekspor/c.txt": "baru\n"}
    assert list(golden.bandingkan(lama, kini)) == [
        "! ekspor/a.txt",
        "-sel A1 | r:1 | n '1'",
        "+sel A1 | r:1 | n '2'",
        "- ekspor/b.txt",
        "+ ekspor/c.txt",
    ]
    assert not list(golden.bandingkan(lama, lama))
