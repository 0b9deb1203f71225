"""Single cells that cannot be read, can be read in two ways, or are understood with a remark."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from tests.alat.buku import ganti_sel
from tests.alat.isi_format import isi_format
from tests.alat.korpus.kantor import APBDES, DESA_SELESAI, IKM, OPINI, PEMBINAAN, PENGADUAN, SUB_1
from tests.alat.korpus.kasus import ANGGARAN, REALISASI, Denah, Di, Kasus, Rusakkan, denah
from tests.alat.korpus.susunan import di_lembar

_ANGKA: Final = Di(PEMBINAAN, "realisasi")
_INDEKS: Final = Di(IKM, "realisasi")
_RUPIAH: Final = Di(SUB_1, "rupiah")
_DESA: Final = Di(DESA_SELESAI, "realisasi")
_ATAS: Final = Di(APBDES, "pembilang")
_BAWAH: Final = Di(APBDES, "penyebut")
_PERINGKAT: Final = Di(OPINI, "realisasi")
_NARASI: Final = Di(PEMBINAAN, "faktor_pendorong")
MILIAR_MILIAR: Final = "1000000000000000000"
"""10 to the power of 18, the first number that is too large."""


def ketik(kode: str, kunci: str, nilai: object, lembar: str = REALISASI) -> Rusakkan:
    """Type into one cell, as a person at the unit does: a text stays a text."""
    isian: dict[str, dict[str, object]] = {kode: {kunci: nilai}}
    if lembar == ANGGARAN:
        return lambda isi: isi_format(isi, {}, isian)
    return lambda isi: isi_format(isi, isian)


def mentah(kode: str, kunci: str, atribut: str, dalam: str, lembar: str = REALISASI) -> Rusakkan:
    """One cell as raw XML, for what Excel writes and openpyxl cannot."""
    return lambda isi: ganti_sel(isi, lembar, denah(isi)[lembar].sel(kode, kunci), atribut, dalam)


def bentuk(kode: str, kunci: str, nilai: object, pola: str) -> Rusakkan:
    """One cell with a number format of its own."""

    def ubah(lembar: Worksheet, peta: Denah) -> None:
        sel = lembar[peta.sel(kode, kunci)]
        sel.value, sel.number_format = nilai, pola

    return di_lembar(REALISASI, ubah)


def _sel(
    nama: str,
    kode: str,
    rusakkan: Rusakkan,
    letak: Di = _ANGKA,
    pengganti: tuple[str, ...] | None = None,
    juga: tuple[str, ...] = (),
) -> Kasus:
    lembar = ANGGARAN if letak.kunci == "rupiah" else REALISASI
    return Kasus(nama, kode, rusakkan, lembar, letak, juga=frozenset(juga), pengganti=pengganti)


def _angka(kode: str, letak: Di = _ANGKA, **ketikan: str | tuple[str, tuple[str, ...] | None]) -> tuple[Kasus, ...]:
    """Texts typed into a number cell, that of PEMBINAAN; a pair gives the replacements as well."""
    assert letak.kode is not None
    indikator = letak.kode
    return tuple(
        _sel(f"teks {nama.replace('_', ' ')}", kode, ketik(indikator, "realisasi", isi), letak, ganti)
        for nama, (isi, ganti) in (
            (nama, tulisan if isinstance(tulisan, tuple) else (tulisan, None)) for nama, tulisan in ketikan.items()
        )
    )


def _uang(
    nama: str, kode: str, isi: str, pengganti: tuple[str, ...] | None = None, juga: tuple[str, ...] = ()
) -> Kasus:
    return _sel(nama, kode, ketik(SUB_1, "rupiah", isi, ANGGARAN), _RUPIAH, pengganti, juga)


_TEKS_ANGKA: Final = (
    *_angka("angka_ambigu", ribuan_atau_desimal=("1.200", ("1200", "1,2")), nol_koma=("0.125", ("125", "0,125"))),
    *_angka("isian_rentang", rentang="80-90", rentang_dengan_sd="2 s/d 3"),
    *_angka("isian_batas", batas_bawah=(">= 3", ("3",)), batas_atas=("<= 3", ("3",))),
    *_angka("isian_kata", predikat="Sangat Baik", bilangan="tiga", nan="nan", inf="inf"),
    *_angka(
        "bukan_angka",
        kira_kira="sekitar 12",
        satuan_lain=("3 desa", ("3",)),
        kata_ribu=("3 ribu", ("3000",)),
        bilangan_dan_kata=("3 (tiga)", ("3",)),
        berkoma_Inggris=("1,350,000,000", ("1350000000",)),
        angka_Arab="١٢",
        angka_lebar="１２",
        bergaris_bawah="1_000",
        dua_koma="1,2,3",
        rumus_ketikan="=3",
        sangat_panjang="3 " * 250,
    ),
    *_angka("karakter_tersembunyi", spasi_nol="1\u200b2", pembalik_arah="\u202e12", penggabung="1\u20602"),
    *_angka("angka_besar", dua_puluh_dua_angka="9" * 22),
    *_angka("angka_teks", bilangan_bulat=("3", ("3",)), bersatuan=("3 dokumen", ("3",))),
    *_angka("angka_teks", _INDEKS, desimal_koma=("3,5", ("3,5",)), ribuan=("1.234,5", ("1234,5",))),
    *_angka("angka_tanya", desimal_titik=("12.5", ("12,5",)), gaya_Inggris=("1,234.5", ("1234,5",))),
    *_angka("tidak_utuh", dokumen_berdesimal="3,5"),
    *_angka("persen_bukan_satuan", bertanda_persen=("12%", ("12", "0,12"))),
    _uang("rupiah dua belas ribu bertitik", "angka_ambigu", "12.500", ("12500", "12,5")),
    _uang("rupiah lengkap sebagai teks", "angka_teks", "Rp 1.000.000,-", ("1000000",)),
    _uang("rupiah dalam juta", "bukan_angka", "Rp 38 juta", ("38000000",)),
    _uang("rupiah dalam juta berkoma", "bukan_angka", "13,5 juta", ("13500000",)),
    _uang("rupiah dalam miliar dan rupiah", "bukan_angka", "1,4 miliar rupiah", ("1400000000",)),
    _uang("rupiah dalam M", "bukan_angka", "Rp 1,4 M", ("1400000000",)),
    _uang("rupiah berkoma Inggris", "bukan_angka", "1,350,000", ("1350000",)),
    _uang("rupiah berakhir titik nol", "rupiah_dibaca", "13500000.00"),
    _uang("rupiah berkata dari pagu", "persen_di_rupiah", "22,5 % dari pagu"),
    _uang("rupiah persen dari pagu", "persen_di_rupiah", "22,5 persen dari pagu"),
    _uang("rupiah bersatuan", "angka_teks", "38.000.000 rupiah", ("38000000",)),
    _uang("rupiah berupa persen", "persen_di_rupiah", "22,5 %"),
    _uang("rupiah berupa kata persen", "persen_di_rupiah", "22,5 persen"),
    _uang("rupiah berkata nihil", "isian_kata", "nihil", ("0",)),
    _uang("rupiah kurang dari satu sen", "angka_kecil", "0,000004"),
    _uang("rupiah berentang", "isian_rentang", "10-20"),
    _sel("persen sebagai teks", "angka_teks", ketik(DESA_SELESAI, "realisasi", "85%"), _DESA, ("85",)),
    _sel("persen dengan kata persen", "angka_teks", ketik(DESA_SELESAI, "realisasi", "85 persen"), _DESA, ("85",)),
    _sel("pecahan persen sebagai teks", "pecahan_persen", ketik(DESA_SELESAI, "realisasi", "0,85"), _DESA, ("85",)),
    _sel("persen dengan kata di dokumen", "persen_bukan_satuan", ketik(PEMBINAAN, "realisasi", "12 persen")),
    _sel("pembilang bersatuan", "bukan_angka", ketik(APBDES, "pembilang", "11 desa"), _ATAS, ("11",)),
    _sel("persen satu titik tiga angka", "angka_ambigu", ketik(DESA_SELESAI, "realisasi", "66.667"), _DESA),
    _sel("pembilang bertitik", "angka_ambigu", ketik(APBDES, "pembilang", "1.200"), _ATAS, ("1200", "1,2")),
    _sel("penyebut berupa kata", "isian_kata", ketik(APBDES, "penyebut", "semua"), _BAWAH),
)


def _n(nama: str, kode: str, dalam: str, letak: Di = _ANGKA, atribut: str = "") -> Kasus:
    assert letak.kode is not None
    assert letak.kunci is not None
    lembar = ANGGARAN if letak.kunci == "rupiah" else REALISASI
    return _sel(nama, kode, mentah(letak.kode, letak.kunci, atribut, dalam, lembar), letak)


_BILANGAN: Final = (
    _n("nilai NaN", "bukan_angka", "<v>NaN</v>"),
    _n("nilai INF", "bukan_angka", "<v>INF</v>"),
    _n("nilai 1e308", "angka_besar", "<v>1e308</v>"),
    _n("nilai 1E400", "angka_besar", "<v>1E400</v>"),
    _n("nilai 1E+18", "angka_besar", "<v>1E+18</v>"),
    _n("nilai minus 1E+18", "angka_besar", f"<v>-{MILIAR_MILIAR}</v>"),
    _n("rupiah 1e308", "angka_besar", "<v>1e308</v>", _RUPIAH),
    _n("penyebut 1e308", "angka_besar", "<v>1e308</v>", _BAWAH),
    _n("nilai 5e-324", "angka_kecil", "<v>5e-324</v>"),
    _n("pembilang 1e-13", "angka_kecil", "<v>1e-13</v>", _ATAS),
    _n("nilai benar", "bukan_angka", "<v>1</v>", atribut=' t="b"'),
    _n("rupiah benar", "bukan_angka", "<v>1</v>", _RUPIAH, ' t="b"'),
    _n("tanggal ISO", "tanggal_bukan_angka", "<v>2026-05-12T00:00:00</v>", atribut=' t="d"'),
    _sel(
        "12.5 yang menjadi tanggal",
        "tanggal_bukan_angka",
        bentuk(PEMBINAAN, "realisasi", datetime(2026, 5, 12), "d-mmm"),
        pengganti=("12,5", "12,05"),
    ),
    _sel(
        "pembilang menjadi tanggal",
        "tanggal_bukan_angka",
        bentuk(APBDES, "pembilang", datetime(2026, 3, 1), "d/m"),
        _ATAS,
    ),
    *(
        _n(f"galat {galat}", "galat_excel", f"<v>{galat}</v>", letak, ' t="e"')
        for galat, letak in (
            ("#REF!", _ANGKA),
            ("#DIV/0!", _DESA),
            ("#N/A", _RUPIAH),
            ("#VALUE!", _PERINGKAT),
            ("#NAME?", _NARASI),
            ("#NULL!", _ATAS),
        )
    ),
    *(
        _n(f"rumus tanpa nilai di {letak.kunci} {letak.kode}", "rumus_tanpa_nilai", "<f>Z1+1</f>", letak)
        for letak in (_ANGKA, _BAWAH, _RUPIAH, _PERINGKAT, _NARASI)
    ),
    _n("rumus dengan nilai", "rumus_di_isian", "<f>1+2</f><v>3</v>"),
    _n("rumus ke sel kosong", "nol_rumus", "<f>Rincian!B5</f><v>0</v>"),
    _n("rumus berputar", "nol_rumus", "<f>M15</f><v>0</v>"),
    _n("pembilang dari rumus nol", "nol_rumus", "<f>Rincian!B5</f><v>0</v>", _ATAS),
    _n("peringkat dari rumus nol", "peringkat_asing", "<f>Rincian!B5</f><v>0</v>", _PERINGKAT),
    _n("pengaduan dari rumus nol", "nol_rumus", "<f>Rincian!B5</f><v>0</v>", Di(PENGADUAN, "realisasi")),
    _n("rumus bersama", "rumus_di_isian", '<f t="shared" si="0"/><v>30000000</v>', _RUPIAH),
    _n("rumus luar biasa besar", "angka_besar", "<f>10^300</f><v>1E+300</v>"),
    _sel(
        "format persen di satuan dokumen",
        "persen_bukan_satuan",
        bentuk(PEMBINAAN, "realisasi", 0.12, "0%"),
        pengganti=("12", "0,12"),
    ),
    _sel("0,95 di satuan persen", "pecahan_persen", ketik(DESA_SELESAI, "realisasi", 0.95), _DESA, ("95",)),
)

_LAIN: Final = (
    *(
        _sel(f"peringkat {peringkat}", "peringkat_asing", ketik(OPINI, "realisasi", peringkat), _PERINGKAT)
        for peringkat in ("WTP", "B B", "Baik", 80)
    ),
    _sel("pembilang tanpa penyebut", "pasangan_tidak_lengkap", ketik(APBDES, "penyebut", None), _BAWAH),
    _sel("penyebut tanpa pembilang", "pasangan_tidak_lengkap", ketik(APBDES, "pembilang", None), _ATAS),
    _sel("penyebut nol", "penyebut_nol", ketik(APBDES, "penyebut", 0), _BAWAH),
    _sel(
        "realisasi diketik tanpa pasangan",
        "pasangan_tidak_lengkap",
        lambda isi: isi_format(isi, {APBDES: {"pembilang": None, "penyebut": None, "realisasi": 92.31}}),
        Di(APBDES, "realisasi"),
        juga=("belum_ada_data",),
    ),
    _sel(
        "narasi dengan pembalik arah",
        "teks_dibersihkan",
        ketik(PEMBINAAN, "faktor_pendorong", "Rapat \u202eaynutit"),
        _NARASI,
    ),
    _sel(
        "narasi dengan spasi nol",
        "teks_dibersihkan",
        ketik(PEMBINAAN, "faktor_pendorong", "Rapat\u200b rutin"),
        _NARASI,
    ),
    _n(
        "narasi dengan karakter kendali",
        "teks_dibersihkan",
        "<is><t>Rapat _x0007_rutin</t></is>",
        _NARASI,
        ' t="inlineStr"',
    ),
    _sel("narasi 2.001 karakter", "teks_panjang", ketik(PEMBINAAN, "faktor_pendorong", "a" * 2001), _NARASI),
    _sel("alasan 2.001 karakter", "teks_panjang", ketik(PEMBINAAN, "alasan", "a" * 2001), Di(PEMBINAAN, "alasan")),
    _n(
        "narasi 40.000 karakter",
        "teks_terlalu_panjang",
        f"<is><t>{'a' * 40_000}</t></is>",
        _NARASI,
        ' t="inlineStr"',
    ),
)

SEL: Final = (*_TEKS_ANGKA, *_BILANGAN, *_LAIN)
