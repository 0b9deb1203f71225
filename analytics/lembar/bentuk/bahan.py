"""What the format workbook of one unit and triwulan is made of, and checked against.

The writer and the checker read the same `BahanFormat`, so that what is asked and what is expected cannot differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from analytics.acuan import Penanya, baca_pengaturan
from analytics.aturan.agregasi import cara_gabung
from analytics.aturan.angka import satuan_persen
from analytics.aturan.capaian import Pengaturan, Target
from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.aturan.pecahan import nilai_pecahan
from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    NAMA_KEADAAN,
    TIDAK_ADA_KEJADIAN,
    TIDAK_DIRENCANAKAN,
    KeadaanRealisasi,
    Periode,
    jadwal,
    sebut_jadwal,
    tahun_berikutnya,
    wajib_lapor,
)
from analytics.aturan.tetap import tulis_tetap
from analytics.temuan.katalog import DITANYA_RENCANA, SEKALI_SETAHUN
from data.gudang import Gudang


class UnitTidakDikenal(Exception):
    """The office has no unit with this code."""


_MENURUT_RENCANA: Final = frozenset(
    {
        "kantor_pada",
        "unit",
        "unit_pada",
        "indikator_tahun",
        "aturan_tahun",
        "target_berlaku",
        "pagu_berlaku",
        "simpul",
        "simpul_daun",
        "riwayat",
        "skala_ordinal",
        "skala_predikat",
        "pengaturan_berlaku",
        "penjelasan_rencana",
    }
)
"""Questions whose answer changes only with an import of a plan."""
_MENURUT_KIRIMAN: Final = frozenset({"laporan_unit", "anggaran_tahun", "temuan_terjelaskan"})
"""Questions whose answer changes with an import of a plan, an accepted kiriman, or a correction."""
_SESAAT: Final = frozenset({"permintaan_berlaku"})
"""Questions whose answer changes by itself: remembered for one block of files."""


_JawabanIngatan = dict[tuple[str, str], list[dict[str, Any]]]
"""Rows by question and its parameters."""


_SUDAH: Final = "Sudah dijelaskan pada "


class Ingatan:
    """A store that remembers its plan and what was reported, for work on many workbooks.

    `segarkan` before each block of files forgets what an import of a plan, an accepted kiriman or a correction may have
    changed meanwhile; `siapkan` asks at once what is asked of each unit of the block.
    """

    def __init__(self, gudang: Gudang) -> None:
        self._gudang = gudang
        self._rencana: _JawabanIngatan = {}
        self._kiriman: _JawabanIngatan = {}
        self._sesaat: _JawabanIngatan = {}
        self._versi = (-1, -1)

    def segarkan(self, kode_pd: str) -> int:
        """Forget what does not hold any more; the number of the last import of a plan of this office."""
        versi_terbaru = self._gudang.kueri("versi_bahan", kode_pd=kode_pd)[0]
        versi = (int(versi_terbaru["rencana"]), int(versi_terbaru["kiriman"]))
        if versi != self._versi:
            self._kiriman.clear()
        if versi[0] != self._versi[0]:
            self._rencana.clear()
        self._sesaat.clear()
        self._versi = versi
        return versi[0]

    def siapkan(self, kode_pd: str, diminta: Collection[tuple[str, Periode]]) -> None:
        """Ask at once what was reported and explained about these units, as `muat_bahan` asks for each and periode.

        Raises IndexError when there are none.
        """
        kode = {milik: _kode(_diminta(self, kode_pd, *milik)) for milik in diminta}
        semua = sorted({indikator for milik in kode.values() for indikator in milik})
        unit, tahun = sorted({kode_unit for kode_unit, _ in diminta}), sorted({periode.tahun for _, periode in diminta})
        laporan = self._gudang.kueri("laporan_unit", kode_pd=kode_pd, indikator=semua, tahun=tahun[-1])
        dijelaskan = self._gudang.kueri("terjelaskan_semua", kode_pd=kode_pd, unit=unit, tahun=tahun)
        for (kode_unit, periode), milik in kode.items():
            punya = frozenset(milik)
            parameter = {"kode_pd": kode_pd, "indikator": milik, "tahun": periode.tahun}
            self._kiriman[_sebut("laporan_unit", parameter)] = [
                baris for baris in laporan if baris["kode_indikator"] in punya and baris["tahun"] <= periode.tahun
            ]
            parameter = {"kode_pd": kode_pd, "kode_unit": kode_unit, "tahun": periode.tahun}
            self._kiriman[_sebut("temuan_terjelaskan", parameter)] = [
                baris for baris in dijelaskan if (baris["kode_unit"], baris["tahun"]) == (kode_unit, periode.tahun)
            ]

    def kueri(self, nama: str, **parameter: Any) -> list[dict[str, Any]]:
        """The rows of a named question, asked once for all that depends on the plan and the kiriman alone."""
        if nama in _MENURUT_RENCANA:
            ingatan = self._rencana
        elif nama in _MENURUT_KIRIMAN:
            ingatan = self._kiriman
        elif nama in _SESAAT:
            ingatan = self._sesaat
        else:
            return self._gudang.kueri(nama, **parameter)
        kunci = _sebut(nama, parameter)
        if kunci not in ingatan:
            ingatan[kunci] = self._gudang.kueri(nama, **parameter)
        return ingatan[kunci]


def _sebut(nama: str, parameter: Mapping[str, Any]) -> tuple[str, str]:
    return nama, repr(sorted(parameter.items()))


@dataclass(frozen=True)
class KantorFormat:
    """The office as a format workbook names it. `contoh`: sample data, to be marked everywhere."""

    kode_pd: str
    nama: str
    kabupaten: str
    contoh: bool


@dataclass(frozen=True)
class LaporanUnit:
    """What a unit reported for one triwulan: a value (or pembilang and penyebut), or a grade."""

    nilai: Decimal | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    peringkat: str | None = None

    def pecahan(self, faktor: Decimal | None) -> Fraction | None:
        """The exact value, None for a grade, and for a pair where the rule has no faktor any more."""
        if self.pembilang is not None:
            return nilai_pecahan(self.pembilang, self.penyebut, faktor)
        return None if self.nilai is None else Fraction(self.nilai)


@dataclass(frozen=True)
class Terdahulu:
    """One earlier value of an indicator: exact, or a grade. `triwulan` None: the value of a whole year.

    `penyebut` is what stood below the line, where it was reported so.
    """

    tahun: int
    triwulan: int | None
    nilai: Fraction | None
    peringkat: str | None
    penyebut: Decimal | None = None

    @property
    def nama(self) -> str:
        """`Triwulan II 2025`, or `tahun 2023`."""
        return f"tahun {self.tahun}" if self.triwulan is None else Periode(self.tahun, self.triwulan).nama


@dataclass(frozen=True)
class AturanHitung:
    """The rule of an indicator in one year; `alasan` why it changed, when the plan says so."""

    polaritas: str
    rumus: str
    frekuensi: str
    agregasi: str
    cara_isi: str
    pembilang: str | None
    penyebut: str | None
    faktor: Decimal | None
    alasan: str | None
    jatuh_tempo: str | None = None
    boleh_tanpa_kejadian: bool | None = None

    @property
    def jadwal(self) -> tuple[int, ...]:
        """The triwulan in which it is due."""
        return jadwal(self.frekuensi, self.jatuh_tempo)

    @property
    def sebutan_jadwal(self) -> str:
        """When it is due, in words."""
        return sebut_jadwal(self.frekuensi, self.jatuh_tempo)


@dataclass(frozen=True)
class IndikatorFormat:
    """One indicator as its unit is asked for it.

    `bila_kosong` is what a blank cell means in this triwulan: belum_ada_data (it is due), belum_waktunya or
    tidak_direncanakan. `lalu` holds the earlier reports of the year by triwulan, `kemudian` the later ones, which a
    corrected workbook meets; `pilihan` the grades of its scale, best first. `terdahulu` are all earlier values that
    were measured as this one is, in order, `aturan_lalu` the rule of the year before, `penjelasan` the answers that
    were accepted this year to a question about the plan, by kode of the finding. `dokumen` is where its targets are
    from, None when it has none. `serentak` are the indicators that follow its report, `bagian_dari` the one of the
    office that it is a part of. `bukti_wajib`: a value of it needs its evidence.
    """

    kode: str
    nama: str
    satuan: str
    kode_simpul: str
    tingkat: str
    nama_simpul: str
    aturan: AturanHitung
    aturan_lalu: AturanHitung | None
    definisi: str | None
    sumber_data: str | None
    pilihan: tuple[str, ...]
    bila_kosong: KeadaanRealisasi
    target_triwulan: Target
    target_tahun: Target
    lalu: Mapping[int, LaporanUnit]
    kemudian: Mapping[int, LaporanUnit]
    terdahulu: tuple[Terdahulu, ...]
    penjelasan: Mapping[str, str]
    dokumen: str | None = None
    bagian_dari: str | None = None
    serentak: tuple[str, ...] = ()
    bukti_wajib: bool | None = None

    @property
    def polaritas(self) -> str:
        """Naik: higher is better; turun: lower is better."""
        return self.aturan.polaritas

    @property
    def rumus(self) -> str:
        """The kode of its formula."""
        return self.aturan.rumus

    @property
    def frekuensi(self) -> str:
        """How often it is due."""
        return self.aturan.frekuensi

    @property
    def cara_isi(self) -> str:
        """Whether the unit types the value of this triwulan, or s/d this triwulan."""
        return self.aturan.cara_isi

    @property
    def pembilang(self) -> str | None:
        """What stands above the line, None when the value itself is typed."""
        return self.aturan.pembilang

    @property
    def penyebut(self) -> str | None:
        """What stands below the line."""
        return self.aturan.penyebut

    @property
    def faktor(self) -> Decimal | None:
        """What pembilang / penyebut is multiplied by."""
        return self.aturan.faktor

    @property
    def berpembilang(self) -> bool:
        """Whether the unit types pembilang and penyebut instead of the value."""
        return self.pembilang is not None

    @property
    def kolom_nilai(self) -> tuple[str, ...]:
        """The keys of the columns in which its value is typed."""
        return ("pembilang", "penyebut") if self.berpembilang else ("realisasi",)

    @property
    def boleh_tanpa_kejadian(self) -> bool:
        """Whether a triwulan may have nothing to measure: as the plan says, else where there is a pembilang."""
        boleh = self.aturan.boleh_tanpa_kejadian
        return self.berpembilang if boleh is None else boleh

    @property
    def dapat_tetap(self) -> int | None:
        """The triwulan of this year whose value can be said to hold still; None where each triwulan needs its own."""
        satu_nilai = cara_gabung(self.cara_isi, self.aturan.agregasi) == "nilai_akhir"
        return max(self.lalu, default=None) if satu_nilai else None

    @property
    def kata_nilai(self) -> tuple[str, ...]:
        """The words that can be typed in the place of its value."""
        kejadian = (NAMA_KEADAAN[TIDAK_ADA_KEJADIAN],) if self.boleh_tanpa_kejadian else ()
        return kejadian if self.dapat_tetap is None else (*kejadian, tulis_tetap(self.dapat_tetap))

    @property
    def bagian_jumlah(self) -> bool:
        """Whether what is typed is one part of the sum of a year."""
        return self.aturan.agregasi == "jumlah" and self.cara_isi == "triwulan_ini" and len(self.aturan.jadwal) > 1

    @property
    def wajib(self) -> bool:
        """Whether a value is due in this triwulan."""
        return self.bila_kosong == BELUM_ADA_DATA

    @property
    def persen(self) -> bool:
        """Whether its satuan is percent."""
        return satuan_persen(self.satuan)


@dataclass(frozen=True)
class SimpulFormat:
    """One leaf of the plan tree, where money is kept, Rp.

    `lalu` is the realisasi s/d the last reported triwulan, `kemudian` that s/d the next one, when it came in already.
    """

    kode: str
    nama: str
    pagu: Decimal | None
    lalu: Decimal | None
    kemudian: Decimal | None


@dataclass(frozen=True)
class KegiatanFormat:
    """One kegiatan above leaves of the format: its row sums `anak`, the codes of those leaves, in their order."""

    kode: str
    nama: str
    anak: tuple[str, ...]


@dataclass(frozen=True)
class BahanFormat:
    """Everything about one unit and triwulan. `dokumen` is the Renja in force, None when there is none.

    `pengaturan` are the settings in force on the last day of the triwulan.
    """

    kantor: KantorFormat
    kode_unit: str
    nama_unit: str
    periode: Periode
    tenggat: date | None
    dokumen: str | None
    indikator: tuple[IndikatorFormat, ...]
    simpul: tuple[SimpulFormat, ...]
    pengaturan: Pengaturan
    kegiatan: tuple[KegiatanFormat, ...] = ()


def muat_bahan(gudang: Penanya, kode_pd: str, kode_unit: str, periode: Periode) -> BahanFormat:
    """Ask the store for everything about one unit and triwulan, by the plan in force on its last day.

    Raises UnitTidakDikenal when the office or the unit is not in the store.
    """
    kantor = muat_kantor(gudang, kode_pd, periode.hari_terakhir)
    unit = {
        baris_unit["kode_unit"]: baris_unit
        for baris_unit in gudang.kueri("unit_pada", kode_pd=kode_pd, hari=periode.hari_terakhir)
    }
    if kantor is None or kode_unit not in unit:
        raise UnitTidakDikenal(kode_unit)
    simpul = _simpul(gudang, kode_pd, _pengisi_anggaran(unit, kode_unit), periode)
    return BahanFormat(
        kantor=kantor,
        kode_unit=kode_unit,
        nama_unit=unit[kode_unit]["nama"],
        periode=periode,
        tenggat=_tenggat(gudang, kode_pd, periode),
        dokumen=next(
            (baris["dokumen"] for baris in _target(gudang, kode_pd, periode) if baris["jenis"] == "renja"), None
        ),
        indikator=_indikator(gudang, kode_pd, kode_unit, periode),
        simpul=simpul,
        pengaturan=baca_pengaturan(gudang, periode.hari_terakhir),
        kegiatan=_kegiatan(gudang, kode_pd, simpul),
    )


def muat_kantor(gudang: Penanya, kode_pd: str, hari: date) -> KantorFormat | None:
    """The office with this code as it is described on a day, None when the store does not know it."""
    for baris in gudang.kueri("kantor_pada", hari=hari):
        if baris["kode_pd"] == kode_pd:
            return KantorFormat(kode_pd, baris["nama"], baris["kabupaten"], bool(baris["contoh"]))
    return None


def _tenggat(gudang: Penanya, kode_pd: str, periode: Periode) -> date | None:
    baris = gudang.kueri("permintaan_berlaku", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    return baris[0]["tenggat"] if baris else None


_TargetTahun = dict[str, dict[int, dict[str, Any]]]
"""Target rows by indicator and triwulan, 0 = the year."""


def _target(gudang: Penanya, kode_pd: str, periode: Periode) -> list[dict[str, Any]]:
    return gudang.kueri("target_berlaku", kode_pd=kode_pd, tahun=periode.tahun, hari=periode.hari_terakhir)


def _menurut_triwulan(target: Iterable[dict[str, Any]], kode: Collection[str]) -> _TargetTahun:
    hasil: _TargetTahun = defaultdict(dict)
    for baris in target:
        if baris["kode_indikator"] in kode:
            hasil[baris["kode_indikator"]][baris["triwulan"]] = baris
    return hasil


@dataclass(frozen=True)
class _Terlapor:
    """What was reported, and how it was measured in its year."""

    laporan: LaporanUnit
    faktor: Decimal | None
    cara_isi: str | None
    frekuensi: str | None

    def seukur(self, aturan: AturanHitung) -> bool:
        """Whether its value can be compared with one of this rule."""
        dulu, kini = (self.faktor, self.cara_isi, self.frekuensi), (aturan.faktor, aturan.cara_isi, aturan.frekuensi)
        return dulu == kini


@dataclass(frozen=True)
class _TercatatUnit:
    """What the store knows about the indicators of a unit, by kode_indikator."""

    target: _TargetTahun
    aturan_lalu: Mapping[str, AturanHitung]
    laporan: Mapping[str, Mapping[tuple[int, int], _Terlapor]]
    tahunan: Mapping[str, Mapping[int, Terdahulu]]
    penjelasan: Mapping[str, Mapping[str, str]]
    pilihan: Mapping[str, tuple[str, ...]]
    target_lalu: _TargetTahun
    """The targets of the year before, of those whose value of that year is due in this one."""


def _diminta(gudang: Penanya, kode_pd: str, kode_unit: str, periode: Periode) -> list[dict[str, Any]]:
    """The indicators that a unit is asked for, in the order of the plan."""
    semua = gudang.kueri("indikator_tahun", kode_pd=kode_pd, tahun=periode.tahun, hari=periode.hari_terakhir)
    return [baris for baris in semua if baris["kode_unit"] == kode_unit]


def _kode(diminta: Iterable[Mapping[str, Any]]) -> list[str]:
    return [baris["kode_indikator"] for baris in diminta]


def _indikator(gudang: Penanya, kode_pd: str, kode_unit: str, periode: Periode) -> tuple[IndikatorFormat, ...]:
    diminta = _diminta(gudang, kode_pd, kode_unit, periode)
    kode = _kode(diminta)
    punya = frozenset(kode)
    tahun_lalu = gudang.kueri("aturan_tahun", kode_pd=kode_pd, tahun=periode.tahun - 1)
    aturan_lalu = {baris["kode_indikator"]: _aturan(baris) for baris in tahun_lalu if baris["kode_indikator"] in punya}
    catatan = _TercatatUnit(
        _menurut_triwulan(_target(gudang, kode_pd, periode), punya),
        aturan_lalu,
        _laporan(gudang, kode_pd, kode, periode.tahun),
        _tahunan(gudang, kode_pd, punya),
        _penjelasan(gudang, kode_pd, kode_unit, periode),
        _pilihan(gudang),
        _target_lalu(gudang, kode_pd, periode, [baris for baris in diminta if _menyusul(baris, aturan_lalu)]),
    )
    return tuple(_satu_indikator(baris, periode, catatan) for baris in diminta)


def _menyusul(baris: Mapping[str, Any], aturan_lalu: Mapping[str, AturanHitung]) -> bool:
    """Whether the value of the year before is asked for now: it was due in the year after, and this one's is again."""
    lalu = aturan_lalu.get(baris["kode_indikator"])
    return lalu is not None and all(map(tahun_berikutnya, (lalu.jatuh_tempo, baris["jatuh_tempo"])))


def _target_lalu(
    gudang: Penanya, kode_pd: str, periode: Periode, menyusul: Sequence[Mapping[str, Any]]
) -> _TargetTahun:
    """The targets of the year before as they stood at its end; nothing is asked where nobody needs them."""
    if not menyusul:
        return {}
    kode = frozenset(str(baris["kode_indikator"]) for baris in menyusul)
    semua = _menurut_triwulan(_target(gudang, kode_pd, Periode(periode.tahun - 1, 4)), kode)
    return {milik: semua.get(milik, {}) for milik in kode}


def _tahun_lalu(
    indikator: IndikatorFormat, periode: Periode, aturan: AturanHitung, target: Mapping[int, Mapping[str, Any]]
) -> IndikatorFormat:
    """The indicator as it is asked for its value of the year before: by its rule and target, until it was reported."""
    bila_kosong: KeadaanRealisasi = BELUM_WAKTUNYA if indikator.lalu else BELUM_ADA_DATA
    return replace(
        indikator,
        nama=f"{indikator.nama} (nilai tahun {periode.tahun - 1})",
        aturan=aturan,
        bila_kosong=bila_kosong if target else TIDAK_DIRENCANAKAN,
        target_triwulan=Target(),
        target_tahun=_baca_target(target.get(0)),
        dokumen=next((sasaran["dokumen"] for sasaran in target.values()), None),
    )


def _aturan(baris: Mapping[str, Any]) -> AturanHitung:
    return AturanHitung(**{nama: baris[nama] for nama in AturanHitung.__dataclass_fields__})


def _satu_indikator(baris: Mapping[str, Any], periode: Periode, catatan: _TercatatUnit) -> IndikatorFormat:
    kode = baris["kode_indikator"]
    target = catatan.target.get(kode, {})
    laporan = catatan.laporan.get(kode, {})
    setahun = {triwulan: lapor.laporan for (tahun, triwulan), lapor in laporan.items() if tahun == periode.tahun}
    indikator = IndikatorFormat(
        **{nama: baris[nama] for nama in IndikatorFormat.__dataclass_fields__ if nama in baris and nama != "serentak"},
        serentak=tuple(baris["serentak"] or ()),
        kode=kode,
        aturan=_aturan(baris),
        aturan_lalu=catatan.aturan_lalu.get(kode),
        pilihan=catatan.pilihan.get(baris["skala_ordinal"] or "", ()),
        bila_kosong=_bila_kosong(_aturan(baris), periode.triwulan, target),
        target_triwulan=_baca_target(target.get(periode.triwulan)),
        target_tahun=_baca_target(target.get(0)),
        lalu={triwulan: laporan_lain for triwulan, laporan_lain in setahun.items() if triwulan < periode.triwulan},
        kemudian={triwulan: laporan_lain for triwulan, laporan_lain in setahun.items() if triwulan > periode.triwulan},
        terdahulu=_terdahulu(laporan, catatan.tahunan.get(kode, {}), _aturan(baris), periode),
        penjelasan=catatan.penjelasan.get(kode, {}),
        dokumen=next((sasaran["dokumen"] for sasaran in target.values()), None),
    )
    if kode not in catatan.target_lalu:
        return indikator
    return _tahun_lalu(indikator, periode, catatan.aturan_lalu[kode], catatan.target_lalu[kode])


def _terdahulu(
    laporan: Mapping[tuple[int, int], _Terlapor],
    tahunan: Mapping[int, Terdahulu],
    aturan: AturanHitung,
    periode: Periode,
) -> tuple[Terdahulu, ...]:
    """Every comparable value before this periode, oldest first: from the plan's history, then what was reported."""
    berlapor = {tahun for tahun, _ in laporan}
    lama = [lalu for tahun, lalu in sorted(tahunan.items()) if tahun < periode.tahun and tahun not in berlapor]
    baru = [
        Terdahulu(
            tahun,
            triwulan,
            lapor.laporan.pecahan(lapor.faktor),
            lapor.laporan.peringkat,
            lapor.laporan.penyebut,
        )
        for (tahun, triwulan), lapor in sorted(laporan.items())
        if (tahun, triwulan) < (periode.tahun, periode.triwulan) and lapor.seukur(aturan)
    ]
    return (*lama, *baru)


def _bila_kosong(aturan: AturanHitung, triwulan: int, target: Mapping[int, Mapping[str, Any]]) -> KeadaanRealisasi:
    """What a blank means: due by its schedule, and planned for this triwulan where targets are planned per triwulan."""
    if not target:
        return TIDAK_DIRENCANAKAN
    bertarget = frozenset(nomor for nomor in target if nomor > 0)
    wajib = wajib_lapor(aturan.frekuensi, triwulan, bertarget, aturan.jatuh_tempo)
    return BELUM_ADA_DATA if wajib else BELUM_WAKTUNYA


def _baca_target(baris: Mapping[str, Any] | None) -> Target:
    if baris is None:
        return Target()
    return Target(baris["nilai"], baris["bawah"], baris["atas"], baris["peringkat"], baris["desimal"])


def _laporan(
    gudang: Penanya, kode_pd: str, indikator: list[str], tahun: int
) -> dict[str, dict[tuple[int, int], _Terlapor]]:
    """What was reported by indicator and (tahun, triwulan)."""
    hasil: dict[str, dict[tuple[int, int], _Terlapor]] = defaultdict(dict)
    for baris in gudang.kueri("laporan_unit", kode_pd=kode_pd, indikator=indikator, tahun=tahun):
        laporan = LaporanUnit(baris["nilai"], baris["pembilang"], baris["penyebut"], baris["peringkat"])
        hasil[baris["kode_indikator"]][baris["tahun"], baris["triwulan"]] = _Terlapor(
            laporan, baris["faktor"], baris["cara_isi"], baris["frekuensi"]
        )
    return hasil


def _tahunan(gudang: Penanya, kode_pd: str, kode: Collection[str]) -> dict[str, dict[int, Terdahulu]]:
    """Realisasi of whole years from before Capaian was in use."""
    hasil: dict[str, dict[int, Terdahulu]] = defaultdict(dict)
    for baris in gudang.kueri("riwayat", kode_pd=kode_pd):
        if baris["jenis"] == "realisasi" and baris["kode_indikator"] in kode:
            nilai = None if baris["nilai"] is None else Fraction(baris["nilai"])
            hasil[baris["kode_indikator"]][baris["tahun"]] = Terdahulu(baris["tahun"], None, nilai, baris["peringkat"])
    return hasil


def _penjelasan(gudang: Penanya, kode_pd: str, kode_unit: str, periode: Periode) -> dict[str, dict[str, str]]:
    """Answers to questions about the plan, by indicator and kode: of its import, and of accepted files of this year."""
    hasil: dict[str, dict[str, str]] = defaultdict(dict)
    for baris in gudang.kueri("penjelasan_rencana", kode_pd=kode_pd):
        if baris["kode"] in DITANYA_RENCANA:
            kode = DITANYA_RENCANA[baris["kode"]]
            hasil[baris["kode_indikator"]].setdefault(kode, f"{_SUDAH}impor rencana: {baris['alasan']}")
    for baris in gudang.kueri("temuan_terjelaskan", kode_pd=kode_pd, kode_unit=kode_unit, tahun=periode.tahun):
        if baris["kode"] in SEKALI_SETAHUN and baris["triwulan"] != periode.triwulan:
            saat = Periode(periode.tahun, baris["triwulan"]).singkat
            alasan = baris["alasan"].removeprefix(_SUDAH)
            sudah = baris["alasan"] if alasan != baris["alasan"] else f"{_SUDAH}{saat}: {alasan}"
            hasil[baris["kode_indikator"]].setdefault(baris["kode"], sudah)
    return hasil


def _pilihan(gudang: Penanya) -> dict[str, tuple[str, ...]]:
    hasil: dict[str, tuple[str, ...]] = {}
    for baris in gudang.kueri("skala_ordinal"):
        hasil[baris["skala"]] = (*hasil.get(baris["skala"], ()), baris["peringkat"])
    return hasil


def _pengisi_anggaran(unit: Mapping[str, Mapping[str, Any]], kode_unit: str) -> str | None:
    """Whose leaves this unit fills: its own code, `""` for all leaves, None for no leaves."""
    pengisi = {kode for kode, baris in unit.items() if baris["anggaran_semua"]}
    if not pengisi:
        return kode_unit
    return "" if kode_unit in pengisi else None


def _simpul(gudang: Penanya, kode_pd: str, milik: str | None, periode: Periode) -> tuple[SimpulFormat, ...]:
    if milik is None:
        return ()
    pagu = {
        baris["kode_simpul"]: baris["rupiah"]
        for baris in gudang.kueri("pagu_berlaku", kode_pd=kode_pd, tahun=periode.tahun, hari=periode.hari_terakhir)
    }
    daun = [
        baris
        for baris in _pemegang(gudang.kueri("simpul_daun", kode_pd=kode_pd), pagu)
        if milik in ("", baris["kode_unit"])
    ]
    laporan = gudang.kueri("anggaran_tahun", kode_pd=kode_pd, tahun=periode.tahun) if daun else []
    lalu = {baris["kode_simpul"]: baris["rupiah"] for baris in laporan if baris["triwulan"] < periode.triwulan}
    kemudian = {
        baris["kode_simpul"]: baris["rupiah"] for baris in reversed(laporan) if baris["triwulan"] > periode.triwulan
    }
    return tuple(
        SimpulFormat(kode := baris["kode_simpul"], baris["nama"], pagu.get(kode), lalu.get(kode), kemudian.get(kode))
        for baris in daun
    )


def _pemegang(daun: Iterable[Mapping[str, Any]], pagu: Collection[str]) -> Iterator[Mapping[str, Any]]:
    """Where money is reported: the parts that units have of a leaf this year, in its place, called like it."""
    semua = list(daun)
    nama = {baris["kode_simpul"]: baris["nama"] for baris in semua}
    bagian: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for baris in semua:
        if baris["kode_induk"] in nama and baris["kode_simpul"] in pagu:
            bagian[baris["kode_induk"]].append({**baris, "nama": f"{nama[baris['kode_induk']]} ({baris['nama']})"})
    for baris in semua:
        if baris["tingkat"] != BAGIAN_UNIT:
            yield from bagian.get(baris["kode_simpul"], (baris,))


def _kegiatan(gudang: Penanya, kode_pd: str, simpul: Iterable[SimpulFormat]) -> tuple[KegiatanFormat, ...]:
    daun = {anak_daun.kode for anak_daun in simpul}
    pohon = gudang.kueri("simpul", kode_pd=kode_pd)
    induk = {baris["kode_simpul"]: baris["kode_induk"] for baris in pohon}
    sub_kegiatan = {baris["kode_simpul"] for baris in pohon if baris["tingkat"] == "sub_kegiatan"}
    anak: dict[str, list[str]] = defaultdict(list)
    for kode in (baris["kode_simpul"] for baris in pohon if baris["kode_simpul"] in daun):
        atas = induk[kode]
        anak[induk[atas] if atas in sub_kegiatan else atas].append(kode)
    return tuple(
        KegiatanFormat(kode, baris["nama"], tuple(anak[kode]))
        for baris in pohon
        if baris["tingkat"] == "kegiatan" and (kode := baris["kode_simpul"]) in anak
    )
