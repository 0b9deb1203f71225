import html

from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.teks import sebaris
from analytics.grafik.gaya import keterangan_skala
from analytics.grafik.teks import aman, bungkus
from tests.grafik.alat_hasil import SKALA


@given(st.text(max_size=200))
def test_wrapping_loses_no_visible_letter(teks: str) -> None:
    utuh = "".join(html.unescape(baris) for baris in bungkus(teks, 20))
    assert utuh.replace(" ", "") == sebaris(teks).replace(" ", "")


@given(st.text(alphabet="<>&$%{}/abi=\u202e\u200b ", max_size=60))
def test_no_tag_formula_or_template_survives(teks: str) -> None:
    hasil = aman(teks)
    assert not set(hasil) & set("<>$\u202e\u200b")
    assert "%{" not in hasil


def test_a_quotation_mark_is_printed_as_it_is() -> None:
    assert aman("Desa \"Mandiri\" & 'Maju'") == "Desa \"Mandiri\" &amp; 'Maju'"
    assert bungkus('Program "Jum\'at Bersih"', 40) == ['Program "Jum\'at Bersih"']


def test_the_legend_names_symbol_word_and_limit_of_the_scale() -> None:
    assert keterangan_skala(SKALA) == (
        "▲▲ Sangat Tinggi di atas 90 · ▲ Tinggi di atas 75 · ● Sedang di atas 65 · ▼ Rendah di atas 50 · "
        "▼▼ Sangat Rendah selebihnya"
    )
