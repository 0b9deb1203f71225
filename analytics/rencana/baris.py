"""A plan in memory: what a *rencana* workbook says, or what the store holds, in the same shape.

The annotation of a field declares its column: of the workbook, and of the store where it has another name there. Every
row knows the cell it came from (`asal`); two rows are equal when they say the same, wherever they stood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Final

from analytics.aturan.angka import satuan_persen
from analytics.rencana.kolom import Disimpan, KolomRencana
from analytics.rencana.pilihan import (
    AGREGASI,
    ANTARUNIT,
    CARA_ISI,
    ELEMEN_IKK,
    FREKUENSI,
    JENIS_DOKUMEN,
    JENIS_RIWAYAT,
    JENIS_UNIT,
    LAPORAN,
    POLARITAS,
    RUMUS,
    TAHUNAN,
    TINGKAT,
    VERSI_DOKUMEN,
    YA_TIDAK,
)


@dataclass(frozen=True)
class AsalSel:
    """Where a row or value was typed: sheet and cell (A1); both empty when it came from the store.

    `kolom` maps the column keys of the sheet to letters and `nomor` is the row, so that `di` finds other cells of the
    row; in Identitas `kolom` holds whole addresses and `nomor` is 0.
    """

    lembar: str = ""
    sel: str = ""
    kolom: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    nomor: int = field(default=0, compare=False, repr=False)

    def di(self, kunci: str) -> AsalSel:
        """The cell of another column in the same row; this cell itself when the row is not known."""
        huruf = self.kolom.get(kunci)
        if huruf is None:
            return self
        return AsalSel(self.lembar, f"{huruf}{self.nomor or ''}", self.kolom, self.nomor)


_TANPA_ASAL = AsalSel()
_AsalSaja = Annotated[AsalSel, Disimpan()]
_AsalTersimpan = Annotated[AsalSel, Disimpan("lembar", "sel")]


@dataclass(frozen=True)
class NilaiRencana:
    """One planned or measured value in exactly one form: `nilai`, the range `bawah`-`atas`, or the grade `peringkat`.

    `batas` is the sign (<, <=, >, >=) that stood before `nilai`: the direction is told by the polaritas, so it is asked
    about and not stored. `desimal` are the decimals that it was typed with where they say more than its number (2 of
    `85,00`).
    """

    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    peringkat: str | None = None
    batas: str | None = field(default=None, compare=False)
    desimal: int | None = field(default=None, compare=False)


_NilaiTarget = Annotated[NilaiRencana, Disimpan("nilai", "bawah", "atas", "peringkat", "desimal")]
_NilaiUtuh = Annotated[NilaiRencana, Disimpan("nilai", "bawah", "atas", "peringkat")]
_KodeDokumen = Annotated[
    str, KolomRencana("Dokumen", "kode", contoh="RENSTRA-24", lebar=16, acuan="dokumen"), Disimpan()
]
_KodeIndikator = Annotated[
    str,
    KolomRencana("Kode indikator", "kode", contoh="IKU-01", lebar=18, acuan="indikator"),
    KolomRencana(
        "Nama indikator",
        "bantu",
        contoh="terisi sendiri",
        lebar=46,
        acuan="indikator",
        kunci="nama_indikator",
        wajib=False,
    ),
    Disimpan("kode_indikator"),
]
_KodeSimpul = Annotated[
    str,
    KolomRencana("Kode pohon", "kode_simpul", contoh="7.01.02.2.01.0001", lebar=20, acuan="pohon"),
    KolomRencana(
        "Nama kegiatan", "bantu", contoh="terisi sendiri", lebar=52, acuan="pohon", kunci="nama_simpul", wajib=False
    ),
    Disimpan("kode_simpul"),
]
_TahunBaris = Annotated[int, KolomRencana("Tahun", "tahun", contoh="2023", lebar=9)]
_SumberBaris = Annotated[str, KolomRencana("Sumber", "teks", contoh="LKjIP 2023, hal. 41", lebar=34)]
_UNIT: Final = KolomRencana("Unit", "kode", contoh="PEM", lebar=9, acuan="unit")


class BarisRencana:
    """A row of a plan. `TABEL` is where the store keeps it, `SEL_ASAL` the column of the cell that it comes from."""

    TABEL: ClassVar[str]
    SEL_ASAL: ClassVar[str] = "kode"


@dataclass(frozen=True)
class IdentitasKantor(BarisRencana):
    """The perangkat daerah that owns the plan; `kode_pd` is its key, kode wilayah only an attribute."""

    TABEL = "perangkat_daerah"
    SEL_ASAL = "kode_pd"

    kode_pd: Annotated[
        str, KolomRencana("Kode perangkat daerah", "kode", contoh="kode OPD menurut penganggaran daerah", lebar=40)
    ]
    nama: Annotated[str, KolomRencana("Nama perangkat daerah", "teks", contoh="Kecamatan Purbalingga", lebar=40)]
    kabupaten: Annotated[str, KolomRencana("Kabupaten", "teks", contoh="Kabupaten Purbalingga", lebar=40)]
    kode_wilayah: Annotated[str | None, KolomRencana("Kode wilayah Kemendagri", "kode", contoh="33.03.05", lebar=40)]
    kode_bps: Annotated[str | None, KolomRencana("Kode BPS", "kode", contoh="3303060", lebar=40, sebutan="kode BPS")]
    contoh: Annotated[
        bool,
        KolomRencana(
            "Data contoh",
            "pilihan",
            contoh="ya bila bukan data resmi",
            lebar=40,
            pilihan=YA_TIDAK,
            sebutan="data contoh",
        ),
    ]
    asal: _AsalSaja = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Unit(BarisRencana):
    """One seksi, subbag, kelurahan or UPT; `anggaran_semua` when it fills realisasi anggaran for every unit.

    `kode_sub_skpd` is the code that a kelurahan or UPT has in the budget.
    """

    TABEL = "unit"

    kode: Annotated[str, KolomRencana("Kode unit", "kode", contoh="PEM", lebar=12), Disimpan("kode_unit")]
    nama: Annotated[str, KolomRencana("Nama unit", "teks", contoh="Seksi Pemerintahan", lebar=52)]
    jenis: Annotated[str, KolomRencana("Jenis", "pilihan", contoh="seksi", lebar=12, pilihan=JENIS_UNIT)]
    anggaran_semua: Annotated[
        bool, KolomRencana("Mengisi anggaran semua unit", "pilihan", contoh="tidak", lebar=18, pilihan=YA_TIDAK)
    ]
    kode_sub_skpd: Annotated[
        str | None,
        KolomRencana(
            "Kode sub SKPD",
            "kode_sub_skpd",
            contoh="kelurahan atau UPT",
            lebar=28,
            sebutan="kode sub SKPD",
            menyusul=True,
        ),
    ] = None
    asal: _AsalSaja = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class VersiDokumen(BarisRencana):
    """One version of a Renstra or Renja. `ke` 0 is murni, n is perubahan ke-n; `revisi` counts corrected imports."""

    TABEL = "rencana"

    kode: Annotated[str, KolomRencana("Kode dokumen", "kode", contoh="RENJA-25-P1", lebar=18), Disimpan("kode_dokumen")]
    jenis: Annotated[str, KolomRencana("Jenis", "pilihan", contoh="Renja", lebar=11, pilihan=JENIS_DOKUMEN)]
    tahun_awal: Annotated[int, KolomRencana("Tahun awal", "tahun", contoh="2025", lebar=9)]
    tahun_akhir: Annotated[int, KolomRencana("Tahun akhir", "tahun", contoh="2025", lebar=9)]
    ke: Annotated[
        int,
        KolomRencana("Versi", "pilihan", contoh="perubahan", lebar=13, pilihan=VERSI_DOKUMEN, kunci="versi"),
        KolomRencana("Ke", "bilangan", contoh="1", lebar=6, wajib=False),
    ]
    tanggal: Annotated[date, KolomRencana("Tanggal", "tanggal", contoh="17 September 2025", lebar=20)]
    nama: Annotated[
        str,
        KolomRencana("Nomor dan nama dokumen", "teks", contoh="Renja Perubahan 2025", lebar=46),
        Disimpan("dokumen"),
    ]
    alasan: Annotated[str | None, KolomRencana("Alasan", "teks", contoh="Perubahan APBD 2025", lebar=40)] = field(
        compare=False
    )
    revisi: int = field(default=0, compare=False)
    asal: _AsalSaja = field(default=_TANPA_ASAL, compare=False)

    @property
    def kunci(self) -> tuple[str, int, int]:
        """What identifies the document whatever its code: jenis, first year, ke."""
        return (self.jenis, self.tahun_awal, self.ke)

    @property
    def sebutan(self) -> str:
        """`Renja 2025 perubahan ke-1`."""
        masa = str(self.tahun_awal) if self.tahun_awal == self.tahun_akhir else f"{self.tahun_awal}-{self.tahun_akhir}"
        return f"{self.jenis.capitalize()} {masa} {'murni' if self.ke == 0 else f'perubahan ke-{self.ke}'}"


@dataclass(frozen=True)
class SimpulPohon(BarisRencana):
    """One node of the plan tree.

    `sasaran` are those that it serves, as a list of codes: a program beside its parent, a kegiatan or sub kegiatan
    instead of those above it. `berulang` are the lines of the sheet on which a program stands, each with its sasaran,
    where they are several.
    """

    TABEL = "simpul"

    kode: Annotated[
        str,
        KolomRencana("Kode", "kode_simpul", contoh="7.01.02.2.01.0001", lebar=20, urutan=1),
        Disimpan("kode_simpul"),
    ]
    tingkat: Annotated[str, KolomRencana("Tingkat", "pilihan", contoh="sub kegiatan", lebar=14, pilihan=TINGKAT)]
    induk: Annotated[
        str | None,
        KolomRencana("Kode induk", "kode_simpul", contoh="7.01.02.2.01", lebar=18, acuan="pohon", urutan=1),
        Disimpan("kode_induk"),
    ]
    nama: Annotated[str, KolomRencana("Nama", "teks", contoh="nama sesuai nomenklatur", lebar=70, urutan=1)]
    unit: Annotated[str | None, replace(_UNIT, urutan=1), Disimpan("kode_unit")]
    sasaran: Annotated[
        str | None,
        KolomRencana("Sasaran", "daftar_kode", contoh="S1.1, S1.2", lebar=16, urutan=2, menyusul=True),
    ] = None
    berulang: Annotated[tuple[tuple[int, str], ...], Disimpan()] = field(default=(), compare=False, repr=False)
    asal: _AsalSaja = field(default=_TANPA_ASAL, compare=False)

    @property
    def semua_sasaran(self) -> tuple[str, ...]:
        """The sasaran that it names itself; of a program its parent is one of them."""
        tertulis = tuple(kode.strip() for kode in (self.sasaran or "").split(",") if kode.strip())
        return (
            tuple(kode for kode in dict.fromkeys((self.induk or "", *tertulis)) if kode)
            if self.tingkat == "program"
            else tertulis
        )


@dataclass(frozen=True)
class IndikatorRencana(BarisRencana):
    """One indicator, without its rule; `laporan` holds the codes of the reports it belongs to, in fixed order."""

    TABEL = "indikator"

    kode: Annotated[str, KolomRencana("Kode indikator", "kode", contoh="IKU-01", lebar=18), Disimpan("kode_indikator")]
    simpul: Annotated[
        str, KolomRencana("Kode pohon", "kode_simpul", contoh="S1.1", lebar=19, acuan="pohon"), Disimpan("kode_simpul")
    ]
    nama: Annotated[str, KolomRencana("Nama indikator", "teks", contoh="Indeks Kepuasan Masyarakat", lebar=46)]
    satuan: Annotated[str, KolomRencana("Satuan", "teks", contoh="Persen", lebar=14)]
    unit: Annotated[str, _UNIT, Disimpan("kode_unit")]
    definisi: Annotated[
        str | None, KolomRencana("Definisi operasional", "teks", contoh="apa yang dihitung", lebar=40, urutan=3)
    ]
    sumber_data: Annotated[
        str | None, KolomRencana("Sumber data", "teks", contoh="Seksi Pemerintahan", lebar=26, urutan=3)
    ]
    laporan: Annotated[
        tuple[str, ...],
        KolomRencana("Laporan", "daftar", contoh="IKU, PK, Renstra", lebar=22, pilihan=LAPORAN, urutan=2),
        Disimpan(),
    ]
    bukti_wajib: Annotated[
        bool | None,
        KolomRencana("Bukti wajib", "pilihan", contoh="ya", lebar=11, pilihan=YA_TIDAK, urutan=6, menyusul=True),
    ] = None
    asal: _AsalSaja = field(default=_TANPA_ASAL, compare=False)

    @property
    def persen(self) -> bool:
        """Whether the value is a percentage."""
        return satuan_persen(self.satuan)


@dataclass(frozen=True)
class AturanRencana(BarisRencana):
    """The rule of one indicator from the year `mulai` on, until a later rule of the same indicator.

    It stands in the row of its indicator on the sheet, to the right of what describes that. `sama_dengan` is the
    indicator whose report is its own as well, `bagian_dari` the one of the office that it is one unit's part of;
    `agregasi_unit` is how such parts make the value of the office.
    """

    TABEL = "aturan_indikator"

    kode: Annotated[str, Disimpan("kode_indikator")]
    mulai: Annotated[int, KolomRencana("Mulai tahun", "tahun", contoh="2024", lebar=9, urutan=4), Disimpan("tahun")]
    polaritas: Annotated[
        str, KolomRencana("Polaritas", "pilihan", contoh="naik", lebar=10, pilihan=POLARITAS, urutan=1)
    ]
    rumus: Annotated[str, KolomRencana("Rumus", "pilihan", contoh="naik", lebar=13, pilihan=RUMUS, urutan=1)]
    frekuensi: Annotated[
        str, KolomRencana("Frekuensi", "pilihan", contoh="triwulanan", lebar=12, pilihan=FREKUENSI, urutan=1)
    ]
    agregasi: Annotated[str, KolomRencana("Agregasi", "pilihan", contoh="jumlah", lebar=12, pilihan=AGREGASI, urutan=1)]
    cara_isi: Annotated[
        str, KolomRencana("Cara isi", "pilihan", contoh="triwulan ini", lebar=13, pilihan=CARA_ISI, urutan=1)
    ]
    pembilang: Annotated[str | None, KolomRencana("Pembilang", "teks", contoh="desa tepat waktu", lebar=26, urutan=1)]
    penyebut: Annotated[str | None, KolomRencana("Penyebut", "teks", contoh="jumlah desa", lebar=26, urutan=1)]
    faktor: Annotated[Decimal | None, KolomRencana("Faktor", "bilangan", contoh="100", lebar=9, urutan=1)]
    skala_ordinal: Annotated[
        str | None, KolomRencana("Skala peringkat", "kode", contoh="opini_bpk", lebar=13, urutan=1)
    ]
    alasan: Annotated[
        str | None, KolomRencana("Alasan perubahan aturan", "teks", contoh="hanya bila berubah", lebar=34, urutan=4)
    ] = field(compare=False)
    jatuh_tempo: Annotated[
        str | None, KolomRencana("Jatuh tempo", "triwulan", contoh="TW II", lebar=11, urutan=5, menyusul=True)
    ] = None
    agregasi_tahun: Annotated[
        str | None,
        KolomRencana(
            "Antartahun",
            "pilihan",
            contoh="tahun terakhir",
            lebar=14,
            pilihan=TAHUNAN,
            sebutan="agregasi antartahun",
            urutan=5,
            menyusul=True,
        ),
    ] = None
    boleh_tanpa_kejadian: Annotated[
        bool | None,
        KolomRencana(
            "Boleh tanpa kejadian", "pilihan", contoh="ya", lebar=14, pilihan=YA_TIDAK, urutan=5, menyusul=True
        ),
    ] = None
    sama_dengan: Annotated[
        str | None,
        KolomRencana(
            "Sama dengan", "kode", contoh="kode indikator", lebar=18, acuan="indikator", urutan=6, menyusul=True
        ),
    ] = None
    bagian_dari: Annotated[
        str | None,
        KolomRencana(
            "Bagian dari", "kode", contoh="kode indikator", lebar=18, acuan="indikator", urutan=6, menyusul=True
        ),
    ] = None
    agregasi_unit: Annotated[
        str | None,
        KolomRencana(
            "Agregasi unit",
            "pilihan",
            contoh="jumlah",
            lebar=14,
            pilihan=ANTARUNIT,
            sebutan="agregasi antarunit",
            urutan=6,
            menyusul=True,
        ),
    ] = None
    asal: _AsalSaja = field(default=_TANPA_ASAL, compare=False)

    @property
    def turunan(self) -> bool:
        """Whether its values come from other indicators."""
        return self.sama_dengan is not None or self.agregasi_unit is not None

    def sama(self, lain: AturanRencana) -> bool:
        """Whether two rules say the same, whatever year they begin in."""
        return replace(self, mulai=lain.mulai) == lain


@dataclass(frozen=True)
class TargetRencana(BarisRencana):
    """One planned value; `triwulan` 0 is the whole year."""

    TABEL = "target"

    dokumen: _KodeDokumen
    indikator: _KodeIndikator
    tahun: int
    triwulan: int
    nilai: _NilaiTarget
    asal: _AsalTersimpan = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Pagu(BarisRencana):
    """The budget of one node for one year, in rupiah."""

    TABEL = "pagu"

    dokumen: _KodeDokumen
    simpul: _KodeSimpul
    tahun: int
    rupiah: Decimal
    asal: _AsalTersimpan = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class AnggaranKas(BarisRencana):
    """What is to be drawn of the pagu of one node in one triwulan, not s/d it, in rupiah."""

    TABEL = "anggaran_kas"

    dokumen: _KodeDokumen
    simpul: _KodeSimpul
    tahun: int
    triwulan: int
    rupiah: Decimal
    asal: _AsalTersimpan = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Riwayat(BarisRencana):
    """A value from outside the quarterly loop: kondisi awal, kondisi akhir, or realisasi of an earlier year."""

    TABEL = "riwayat"
    SEL_ASAL = "nilai"

    dokumen: _KodeDokumen
    indikator: _KodeIndikator
    jenis: Annotated[str, KolomRencana("Jenis", "pilihan", contoh="realisasi", lebar=15, pilihan=JENIS_RIWAYAT)]
    tahun: _TahunBaris
    nilai: Annotated[
        NilaiRencana, KolomRencana("Nilai", "nilai", contoh="82,5 | BB", lebar=12), Disimpan("nilai", "peringkat")
    ]
    sumber: _SumberBaris
    asal: _AsalTersimpan = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class RiwayatAnggaran(BarisRencana):
    """Money spent on one node in an earlier year, in rupiah."""

    TABEL = "riwayat_anggaran"
    SEL_ASAL = "rupiah"

    dokumen: _KodeDokumen
    simpul: _KodeSimpul
    tahun: _TahunBaris
    rupiah: Annotated[Decimal, KolomRencana("Rupiah", "rupiah", contoh="12.500.000", lebar=20)]
    sumber: _SumberBaris
    asal: _AsalTersimpan = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Standar(BarisRencana):
    """A national standard for one indicator and year."""

    TABEL = "standar_nasional"
    SEL_ASAL = "nilai"

    dokumen: _KodeDokumen
    indikator: _KodeIndikator
    tahun: _TahunBaris
    nilai: Annotated[Decimal, KolomRencana("Nilai", "nilai", contoh="76,61", lebar=12)]
    sumber: _SumberBaris
    asal: _AsalSaja = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Tautan(BarisRencana):
    """The RPJMD indicator that an indicator supports, with the RPJMD target of one year when there is one."""

    TABEL = "tautan_rpjmd"

    dokumen: _KodeDokumen
    indikator: _KodeIndikator
    program_prioritas: Annotated[
        str, KolomRencana("Program prioritas", "teks", contoh="Tata kelola pemerintahan", lebar=36)
    ]
    indikator_rpjmd: Annotated[
        str, KolomRencana("Indikator RPJMD", "teks", contoh="Indeks Kepuasan Masyarakat", lebar=36)
    ]
    tahun: int
    nilai: _NilaiUtuh
    asal: _AsalSaja = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class ElemenIkk(BarisRencana):
    """What an indicator supplies to an IKK of the LPPD: its pembilang, penyebut or capaian."""

    TABEL = "elemen_ikk"
    SEL_ASAL = "indikator"

    dokumen: _KodeDokumen
    indikator: _KodeIndikator
    kode_ikk: Annotated[str, KolomRencana("Kode IKK", "kode", contoh="kode menurut LPPD", lebar=16)]
    nama_ikk: Annotated[str, KolomRencana("Nama IKK", "teks", contoh="nama IKK", lebar=36)]
    rumus_ikk: Annotated[str, KolomRencana("Rumus IKK", "teks", contoh="pembilang / penyebut x 100", lebar=36)]
    elemen: Annotated[str, KolomRencana("Elemen", "pilihan", contoh="pembilang", lebar=13, pilihan=ELEMEN_IKK)]
    asal: _AsalSaja = field(default=_TANPA_ASAL, compare=False)


IsiDokumen = TargetRencana | Pagu | AnggaranKas | Riwayat | RiwayatAnggaran | Standar | Tautan | ElemenIkk
"""What stands under a document."""
BAGIAN_DOKUMEN: Final[Mapping[str, type[IsiDokumen]]] = {
    "target": TargetRencana,
    "pagu": Pagu,
    "kas": AnggaranKas,
    "riwayat": Riwayat,
    "riwayat_anggaran": RiwayatAnggaran,
    "standar": Standar,
    "tautan": Tautan,
    "ikk": ElemenIkk,
}
"""The parts of a plan that stand under a document, by the name of their field in `Rencana`."""


@dataclass(frozen=True)
class Rujukan:
    """One row of a sheet that speaks of `kode` (an indicator or a node) under a document, whatever else it holds.

    An empty target is a decision, a missing row is not: only a Rujukan tells them apart.
    """

    lembar: str
    dokumen: str
    kode: str
    asal_dokumen: AsalSel = field(default=_TANPA_ASAL, compare=False)
    asal: AsalSel = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Rencana:
    """A whole plan. `identitas` is None when the workbook does not say whose it is."""

    identitas: IdentitasKantor | None = None
    unit: tuple[Unit, ...] = ()
    dokumen: tuple[VersiDokumen, ...] = ()
    simpul: tuple[SimpulPohon, ...] = ()
    indikator: tuple[IndikatorRencana, ...] = ()
    aturan: tuple[AturanRencana, ...] = ()
    target: tuple[TargetRencana, ...] = ()
    pagu: tuple[Pagu, ...] = ()
    kas: tuple[AnggaranKas, ...] = ()
    riwayat: tuple[Riwayat, ...] = ()
    riwayat_anggaran: tuple[RiwayatAnggaran, ...] = ()
    standar: tuple[Standar, ...] = ()
    tautan: tuple[Tautan, ...] = ()
    ikk: tuple[ElemenIkk, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
