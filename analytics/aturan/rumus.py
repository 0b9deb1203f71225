"""The formulas of capaian as data, and what is rendered from them: SQL, Excel, working, sentence.

Each rumus is an ordered list of cases; the first whose condition holds gives the expression, or says why there is no
value. A range is a form of target, so every rumus has a second list for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, Literal

from analytics.aturan import ekspresi
from analytics.aturan.angka import DESIMAL_HITUNG

Bentuk = Literal["angka", "rentang"]

ALASAN: Final = {
    "tanpa_realisasi": "Realisasi belum ada.",
    "tanpa_target": "Target tidak ada, sehingga tidak ada pembanding.",
    "tanpa_target_triwulan": "Target triwulan tidak ada; realisasi dibandingkan dengan target setahun.",
    "target_nol": "Target 0, sedangkan pembagian dengan 0 tidak bermakna.",
    "target_negatif": "Target negatif, sehingga rumus ini tidak bermakna.",
    "realisasi_nol": "Realisasi 0, sedangkan rumus ini membagi dengan realisasi.",
    "realisasi_negatif": "Realisasi negatif, sehingga rumus ini tidak bermakna.",
    "skala_tanpa_angka": "Skala peringkat ini tidak memberi angka; hanya dinilai tercapai atau tidak.",
    "di_luar_jangkauan": "Hasilnya terlalu besar untuk disajikan; periksa target dan realisasi.",
    "tidak_terbaca": "Target atau realisasi tidak terbaca sebagai satu angka.",
    "aturan_tidak_dikenal": "Polaritas atau rumusnya tidak dikenal, sehingga tidak ada rumus yang dapat dipakai.",
    "belum_lengkap": "Ada triwulan yang belum dilaporkan, sehingga nilai s/d triwulan belum lengkap.",
    "tidak_ada_kejadian": "Tidak ada kejadian yang dapat diukur.",
    "total_berjalan": "Jumlah yang makin rendah makin baik baru dapat dinilai setelah waktu targetnya habis.",
}
"""Why a capaian has no value, by code, as the sentence that screen and workbook show."""

BATAS_CAPAIAN: Final = 10**15
"""A capaian of this size or more, persen, is a slip of the input: it has no value."""


@dataclass(frozen=True)
class Kasus:
    """One case of a rumus: under `bila` (None: otherwise) the value is `hasil`, or none for the reason `tanpa`.

    `kebijakan` names the setting that must be on for the case to count, one of `KEBIJAKAN`.
    """

    bila: str | None
    hasil: str | None = None
    tanpa: str | None = None
    kebijakan: str | None = None


@dataclass(frozen=True)
class ContohRumus:
    """A published figure: realisasi and target (`88.94`), and where they stand with what is printed there."""

    realisasi: str
    target: str
    sumber: str


@dataclass(frozen=True)
class Rumus:
    """One named formula: `kalimat` says it in Indonesian, `umum` is its main expression, `sumber` where it is from.

    `angka` and `rentang` are its cases for a target that is a number and for one that is a range, `contoh` a figure
    for its page in docs. `padanan` is the kode of the other formula in real use for the same polaritas, shown beside
    it; `dicetak_orang`: printed tables that name no formula may have used it, so a printed capaian is tried with it.
    """

    kode: str
    nama: str
    polaritas: tuple[str, ...]
    umum: str
    kalimat: str
    sumber: str
    angka: tuple[Kasus, ...]
    rentang: tuple[Kasus, ...]
    contoh: ContohRumus
    padanan: str | None = None
    dicetak_orang: bool = True

    def kasus(self, bentuk: Bentuk) -> tuple[Kasus, ...]:
        """The ordered cases for this form of target."""
        return self.angka if bentuk == "angka" else self.rentang


KEBIJAKAN: Final[Mapping[str, str]] = {"kebijakan_nol": "nol_seratus", "target_nol_meleset": "nol_meleset"}
"""The settings that a case can depend on, each with the argument of the SQL macros that says whether it is on."""
_NOL_PER_NOL: Final = Kasus("target == 0 and realisasi == 0", hasil="100", kebijakan="kebijakan_nol")
_LEWAT_NOL: Final = Kasus("target == 0 and realisasi > 0", hasil="0")
_LEWAT_NOL_KEBIJAKAN: Final = replace(_LEWAT_NOL, kebijakan="target_nol_meleset")
_TARGET_NOL: Final = Kasus("target == 0", tanpa="target_nol")
_TEPAT: Final = Kasus("realisasi == target", hasil="100")
_TARGET_NEGATIF: Final = Kasus("target < 0", tanpa="target_negatif")
_DI_DALAM: Final = Kasus("realisasi >= bawah and realisasi <= atas", hasil="100")
_BAWAH_NOL: Final = Kasus("realisasi < bawah and bawah <= 0", tanpa="target_nol")
_ATAS_NOL: Final = Kasus("realisasi > atas and atas <= 0", tanpa="target_nol")

_RENTANG_NAIK: Final = (
    _DI_DALAM,
    _BAWAH_NOL,
    _ATAS_NOL,
    Kasus("realisasi < bawah", hasil="realisasi / bawah * 100"),
    Kasus(None, hasil="realisasi / atas * 100"),
)
_RENTANG_TURUN: Final = (
    _DI_DALAM,
    _BAWAH_NOL,
    _ATAS_NOL,
    Kasus("realisasi < bawah", hasil="(2 * bawah - realisasi) / bawah * 100"),
    Kasus(None, hasil="(2 * atas - realisasi) / atas * 100"),
)

NAIK: Final = Rumus(
    kode="naik",
    nama="Naik (makin tinggi makin baik)",
    polaritas=("naik",),
    umum="realisasi / target * 100",
    kalimat="Capaian adalah realisasi dibagi target, dikali 100.",
    sumber="PermenPANRB 53/2014, pengukuran kinerja; rentang target: PermenPANRB 6/2022",
    angka=(_TARGET_NOL, _TEPAT, _TARGET_NEGATIF, Kasus(None, hasil="realisasi / target * 100")),
    rentang=_RENTANG_NAIK,
    contoh=ContohRumus(
        realisasi="88.94",
        target="82.5",
        sumber="LKIP Kecamatan Gunung Kaler 2020, Tabel 3.5: nilai IKM, tercetak 107,81",
    ),
)
TURUN_SELISIH: Final = Rumus(
    kode="turun_selisih",
    nama="Turun, selisih (makin rendah makin baik)",
    polaritas=("turun",),
    umum="(2 * target - realisasi) / target * 100",
    kalimat="Capaian adalah dua kali target dikurangi realisasi, dibagi target, dikali 100.",
    sumber="Laporan kinerja yang diterbitkan, antara lain LKj Provinsi Lampung 2016; "
    "rentang target: PermenPANRB 6/2022",
    angka=(
        _NOL_PER_NOL,
        _LEWAT_NOL_KEBIJAKAN,
        _TARGET_NOL,
        _TEPAT,
        _TARGET_NEGATIF,
        Kasus(None, hasil="(2 * target - realisasi) / target * 100"),
    ),
    rentang=_RENTANG_TURUN,
    contoh=ContohRumus(
        realisasi="56.23",
        target="49",
        sumber="LKj Provinsi Lampung 2016, hal. 162: angka kesakitan DBD, tercetak 85,24",
    ),
    padanan="turun_rasio",
)
TURUN_RASIO: Final = Rumus(
    kode="turun_rasio",
    nama="Turun, rasio (makin rendah makin baik)",
    polaritas=("turun",),
    umum="target / realisasi * 100",
    kalimat="Capaian adalah target dibagi realisasi, dikali 100.",
    sumber="Laporan kinerja yang diterbitkan, antara lain LKjIP Kabupaten Manggarai Timur 2019; "
    "rentang target: PermenPANRB 6/2022",
    angka=(
        _NOL_PER_NOL,
        _LEWAT_NOL,
        _TARGET_NOL,
        _TEPAT,
        _TARGET_NEGATIF,
        Kasus("realisasi == 0", tanpa="realisasi_nol"),
        Kasus("realisasi < 0", tanpa="realisasi_negatif"),
        Kasus(None, hasil="target / realisasi * 100"),
    ),
    rentang=_RENTANG_TURUN,
    contoh=ContohRumus(
        realisasi="186",
        target="162",
        sumber="LKjIP Kabupaten Manggarai Timur 2019, Tabel 3.8: angka kematian ibu, tercetak 87,10",
    ),
    padanan="turun_selisih",
)
ORDINAL: Final = Rumus(
    kode="ordinal",
    nama="Peringkat",
    polaritas=("naik",),
    umum="realisasi / target * 100",
    kalimat="Bila skala memberi angka pada tiap peringkat, capaian adalah angka peringkat realisasi dibagi angka "
    "peringkat target, dikali 100; bila tidak, hanya dinilai tercapai atau tidak.",
    sumber="Praktik pelaporan kinerja (opini BPK, predikat AKIP); angka peringkat ada di data acuan",
    angka=(_TARGET_NOL, _TEPAT, _TARGET_NEGATIF, Kasus(None, hasil="realisasi / target * 100")),
    rentang=_RENTANG_NAIK,
    contoh=ContohRumus(realisasi="3", target="4", sumber="Opini BPK: target WTP (4), realisasi WDP (3)"),
    dicetak_orang=False,
)

DAFTAR_RUMUS: Final[Mapping[str, Rumus]] = {rumus.kode: rumus for rumus in (NAIK, TURUN_SELISIH, TURUN_RASIO, ORDINAL)}
"""Every rumus by its kode."""

PADANAN: Final[Mapping[str, str]] = {kode: rumus.padanan for kode, rumus in DAFTAR_RUMUS.items() if rumus.padanan}
"""The other formula in real use for the same polaritas, shown beside the one that the indicator stores."""


def pilih_kasus(rumus: Rumus, bentuk: Bentuk, masukan: Mapping[str, Fraction], kebijakan: frozenset[str]) -> Kasus:
    """The first case that holds for these exact values; `kebijakan` are the settings that are on."""
    for kasus in rumus.kasus(bentuk):
        if kasus.kebijakan is not None and kasus.kebijakan not in kebijakan:
            continue
        if kasus.bila is None or ekspresi.benar(kasus.bila, masukan):
            return kasus
    raise ekspresi.EkspresiAsing(f"{rumus.kode} has no case for {dict(masukan)}")


def render_sql() -> str:
    """SQL macros of all rumus, one row or ten million: the value, and the reason where there is none.

    `capaian_mentah(rumus, realisasi, target, bawah, atas, nol_seratus, nol_meleset := false)` is DOUBLE persen or NULL;
    `capaian_alasan(...)` is the code of the reason in `ALASAN`, NULL where there is a value. `bulat(nilai, desimal)`
    rounds half away from zero: the value is first taken at ten decimals, so that a tie that a DOUBLE holds as
    225,01499… is a tie again. `nilai_capaian(mentah, lantai, batas, desimal)` keeps it between
    floor and cap (NULL: none) and rounds.
    `terjangkau(mentah)` tells whether a value is below `BATAS_CAPAIAN`; asked after the value is there, so that it is
    computed once.
    """
    return "\n".join(
        (
            "CREATE OR REPLACE MACRO bulat(angka, desimal) AS "
            f"round(CAST(angka AS DECIMAL(38, {DESIMAL_HITUNG})), desimal);",
            "CREATE OR REPLACE MACRO nilai_capaian(mentah, lantai, batas, desimal) AS CASE WHEN mentah IS NOT NULL "
            "THEN bulat(greatest(least(mentah, coalesce(CAST(batas AS DOUBLE), mentah)), "
            f"coalesce(CAST(lantai AS DOUBLE), {-BATAS_CAPAIAN})), CAST(desimal AS INTEGER)) END;",
            _macro(
                "capaian_hitung",
                "DOUBLE",
                lambda kasus: ekspresi.render_sql(kasus.hasil) if kasus.hasil else "NULL",
            ),
            _macro("alasan_hitung", "VARCHAR", lambda kasus: f"'{kasus.tanpa}'" if kasus.tanpa else "NULL"),
            _macro_luar("capaian_mentah", "capaian_hitung", "NULL", "NULL"),
            _macro_luar("capaian_alasan", "alasan_hitung", "'tanpa_target'", "'tanpa_realisasi'"),
            f"CREATE OR REPLACE MACRO terjangkau(mentah) AS abs(mentah) < {BATAS_CAPAIAN};",
        )
    )


_ARGUMEN: Final = "rumus, realisasi, target, bawah, atas, nol_seratus, nol_meleset := false"


def _macro(nama: str, jenis: str, tulis: Callable[[Kasus], str]) -> str:
    cabang = "\n".join(
        f"  WHEN rumus = '{rumus.kode}' AND bawah IS {'NULL' if bentuk == 'angka' else 'NOT NULL'} THEN "
        f"{_case_sql(rumus.kasus(bentuk), tulis)}"
        for rumus in DAFTAR_RUMUS.values()
        for bentuk in _BENTUK
    )
    return f"CREATE OR REPLACE MACRO {nama}({_ARGUMEN}) AS CAST(CASE\n{cabang}\nEND AS {jenis});"


_BENTUK: Final[tuple[Bentuk, ...]] = ("angka", "rentang")


def _macro_luar(nama: str, dalam: str, tanpa_target: str, tanpa_realisasi: str) -> str:
    kolom = ", ".join(f"CAST({kolom_masukan} AS DOUBLE)" for kolom_masukan in ("realisasi", "target", "bawah", "atas"))
    return (
        f"CREATE OR REPLACE MACRO {nama}({_ARGUMEN}) AS CASE\n"
        f"  WHEN target IS NULL AND bawah IS NULL THEN {tanpa_target}\n"
        f"  WHEN realisasi IS NULL THEN {tanpa_realisasi}\n"
        f"  ELSE {dalam}(rumus, {kolom}, nol_seratus, nol_meleset := nol_meleset) END;"
    )


def _case_sql(daftar: tuple[Kasus, ...], tulis: Callable[[Kasus], str]) -> str:
    bagian = ["CASE"]
    for kasus in daftar:
        if kasus.bila is None:
            bagian.append(f"ELSE {tulis(kasus)}")
            continue
        syarat = ekspresi.render_sql(kasus.bila)
        syarat = f"{KEBIJAKAN[kasus.kebijakan]} AND {syarat}" if kasus.kebijakan else syarat
        bagian.append(f"WHEN {syarat} THEN {tulis(kasus)}")
    return " ".join([*bagian, "END"])


def render_excel(
    rumus: Rumus, bentuk: Bentuk, alamat: Mapping[str, str], kebijakan: frozenset[str], kosong: str = ""
) -> str:
    """The live Excel formula of a capaian, without the leading `=`.

    `alamat` maps the keys realisasi and target (or bawah and atas) to cell addresses. An input that is not a number
    gives the text `kosong`, as does a case without value.
    """
    tanpa = f'"{kosong}"'
    isian = tanpa
    for kasus in reversed(rumus.kasus(bentuk)):
        if kasus.kebijakan is not None and kasus.kebijakan not in kebijakan:
            continue
        hasil = ekspresi.render_excel(kasus.hasil, alamat) if kasus.hasil else tanpa
        isian = hasil if kasus.bila is None else f"IF({ekspresi.render_excel(kasus.bila, alamat)},{hasil},{isian})"
    masukan = ("realisasi", "target") if bentuk == "angka" else ("realisasi", "bawah", "atas")
    syarat = ",".join(f"ISNUMBER({alamat[kunci]})" for kunci in masukan)
    return f"IF(AND({syarat}),{isian},{tanpa})"
