"""The frozen results that screens, charts and workbooks render.

A figure that is shown anywhere is an attribute of one of these. Here is what several share; the result of a form stands
in the module of its kode.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final

from analytics.acuan import Pejabat
from analytics.aturan.agregasi import AgregasiTahun
from analytics.aturan.angka import tulis_angka, tulis_minus
from analytics.aturan.capaian import Capaian, Pengaturan, Target
from analytics.aturan.desimal import DESIMAL_BIASA, tulis_terukur
from analytics.aturan.ketercapaian import KATA_KETERCAPAIAN, Ketercapaian
from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    NAMA_KEADAAN,
    ROMAWI,
    TIDAK_ADA_KEJADIAN,
    TIDAK_DIHITUNG,
    TIDAK_DIRENCANAKAN,
    KeadaanRealisasi,
    Periode,
    sebut_jadwal,
    tulis_tanggal,
)
from analytics.aturan.rumus import ALASAN

DI_UNIT_LAIN: Final = "tidak pada unit ini"
"""What stands in a form of one unit where others carry the money, or a document does not divide it."""
SIDIK_SINGKAT: Final = 16
"""Digits of a sidik where there is no room for all of it."""
JENIS_PENUTUP: Final = ("faktor_pendorong", "faktor_penghambat", "tindak_lanjut_triwulan", "tindak_lanjut_renja")
"""What units write beside their figures, in the order of the closing rows."""


@dataclass(frozen=True)
class Kantor:
    """The perangkat daerah that a result is about. `contoh`: sample data, to be marked on every rendering."""

    kode_pd: str
    nama: str
    kabupaten: str
    kode_wilayah: str | None
    contoh: bool


@dataclass(frozen=True)
class Pengesahan:
    """The approval that frozen figures come from: `nomor` and `sidik` (SHA-256) of the snapshot, by whom, when.

    `nomor_ujung` and `sidik_ujung` are the tip of the log as it stood before the approval.
    """

    nomor: str
    sidik: str
    revisi: int
    di_atas_kertas: bool
    pada: datetime
    oleh: str
    sebagai: str
    nomor_ujung: int
    sidik_ujung: str

    @property
    def sidik_singkat(self) -> str:
        """The first digits of the sidik, for a line that has no room for all of it."""
        return self.sidik[:SIDIK_SINGKAT]


@dataclass(frozen=True)
class Keterangan:
    """What stands on every rendering of a result: whose, which periode, which plan version, which status, how fresh.

    `versi_data` is the number of the last peristiwa in the store; `dibuat` when the result was made, for approved
    figures when they were approved; `dokumen` the plan document in force, None when there is none. `pengesahan` is the
    approval that the figures come from, None while they can still change; `snapshot_terakhir` then names what was
    approved last, if the periode was reopened. `tanpa_unit` names the units whose data are not in it;
    `pejabat` who held which office when it was made, by jabatan. `unit` is how many units the office has, `unit_belum`
    names those without a kiriman of the periode in the figures; `terverifikasi`: no other data are in them.
    """

    kantor: Kantor
    periode: Periode
    status: str
    dokumen: str | None
    versi_data: int
    data_terakhir: datetime | None
    dibuat: datetime
    pengesahan: Pengesahan | None = None
    snapshot_terakhir: str | None = None
    tanpa_unit: str = ""
    pejabat: Mapping[str, Pejabat] = field(default_factory=dict)
    unit: int = 0
    unit_belum: tuple[str, ...] = ()
    terverifikasi: bool = False
    sub_unit: str = ""
    """The unit that the result is cut to, with its code in the budget; empty where it is of the whole office."""

    @property
    def banyak_unit(self) -> str:
        """`4 dari 6 unit`, `Semua 6 unit`; `terverifikasi` where no other data are in the figures."""
        if not self.unit:
            return "belum ada unit"
        if self.sub_unit:
            kata = "terverifikasi" if self.terverifikasi else "mengirim"
            return f"{self.sub_unit} {'belum' if self.unit_belum else 'sudah'} {kata}"
        masuk = f"{self.unit - len(self.unit_belum)} dari {self.unit}" if self.unit_belum else f"Semua {self.unit}"
        return f"{masuk} unit{' terverifikasi' if self.terverifikasi else ''}"

    @property
    def kelengkapan(self) -> str:
        """`4 dari 6 unit s/d TW III 2026, belum: Kesejahteraan Sosial, Umum`: whose data are in the figures."""
        belum = f", belum: {', '.join(self.unit_belum)}" if self.unit_belum and not self.sub_unit else ""
        return f"{self.banyak_unit} s/d {self.periode.singkat}{belum}"

    @property
    def catatan_tanpa(self) -> str:
        """What was noted about the units that are missing, besides their names."""
        return self.tanpa_unit.removeprefix(", ".join(self.unit_belum)).removeprefix(". ")


@dataclass(frozen=True)
class Indikator:
    """One indicator with its rule of the year, and its place in the plan."""

    kode: str
    nama: str
    satuan: str
    kode_unit: str
    nama_unit: str
    kode_simpul: str
    tingkat: str
    nama_simpul: str
    kode_sasaran: str | None
    nama_sasaran: str | None
    polaritas: str
    rumus: str
    frekuensi: str
    agregasi: str
    cara_isi: str
    pembilang: str | None
    penyebut: str | None
    faktor: Decimal | None
    skala_ordinal: str | None
    definisi: str | None
    sumber_data: str | None
    laporan: frozenset[str]
    senama: bool = False
    jatuh_tempo: str | None = None
    agregasi_tahun: AgregasiTahun | None = None
    bukti_wajib: bool = False
    sama_dengan: str | None = None
    bagian_dari: str | None = None
    agregasi_unit: str | None = None

    @property
    def sumber(self) -> str:
        """Where its values come from when its unit does not report them, as a line of a form; else empty."""
        if self.sama_dengan is not None:
            return f"Sama dengan {self.sama_dengan}."
        cara = {"jumlah": "Jumlah", "rata_rata": "Rata-rata", "rasio": "Rasio"}.get(self.agregasi_unit or "")
        return f"{cara} dari unit-unit." if cara else ""

    @property
    def jadwal(self) -> str:
        """When it is due, in words."""
        return sebut_jadwal(self.frekuensi, self.jatuh_tempo)

    @property
    def sebutan(self) -> str:
        """The name; with level and code where another indicator of the year has the same one."""
        return f"{self.nama} ({self.tingkat.replace('_', ' ')} {self.kode})" if self.senama else self.nama


@dataclass(frozen=True)
class Nilai:
    """A measured value, exact: `tepat`, with pembilang and penyebut when it was given so, or a `peringkat`.

    A grade has a `tepat` only where its scale gives it a number. `terhitung`: it was computed of pembilang and
    penyebut, or of several values some of which were. `banding` are the numbers of the targets that it is written
    beside.
    """

    tepat: Fraction | None
    peringkat: str | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    terhitung: bool = field(default=False, compare=False)
    banding: tuple[Decimal, ...] = field(default=(), compare=False)

    @property
    def angka(self) -> float | None:
        """The unrounded value as a DOUBLE, for charts and cells."""
        return None if self.tepat is None else float(self.tepat)

    def di_samping(self, *target: Target) -> Nilai:
        """The same value, written beside these targets."""
        return replace(self, banding=tuple(angka for sasaran in target for angka in sasaran.angka()))

    def tulis(self, paling_sedikit: int = DESIMAL_BIASA) -> str:
        """`85,25`, with as many decimals as its targets need and trailing zeros dropped, or the grade."""
        if self.peringkat is not None:
            return self.peringkat
        if self.tepat is None:
            return ""
        return tulis_terukur(self.tepat, self.banding, paling_sedikit)


@dataclass(frozen=True)
class Koreksi:
    """What the Sekretaris laid over a reported figure, as people write it, and why."""

    lama: str
    baru: str
    alasan: str
    oleh: str
    pada: datetime

    @property
    def kalimat(self) -> str:
        """`dikoreksi dari 12 menjadi 13 oleh Sekretaris, 5 Oktober 2026: salah ketik`."""
        siapa = f"oleh {self.oleh}, {tulis_tanggal(self.pada.date())}"
        return f"dikoreksi dari {self.lama or 'kosong'} menjadi {self.baru} {siapa}: {self.alasan}"


@dataclass(frozen=True)
class AsalBagian:
    """One report that flowed into a figure: of which indicator, what it says, and the cell of its workbook."""

    kode: str
    tulisan: str
    alamat: str

    @property
    def kalimat(self) -> str:
        """`SUB-05-A 3 (kelurahan_a.xlsx, Realisasi!J11)`."""
        return f"{self.kode} {self.tulisan} ({self.alamat})"


@dataclass(frozen=True)
class Asal:
    """Where a figure came from: the cell of a workbook, and what was corrected of what stands there.

    `dari` are the reports that it is made of where it was not reported itself: one that is the same, whose cell this
    is, or those of several units, which have each their own.
    """

    berkas: str
    lembar: str
    sel: str
    id_kiriman: str | None
    versi: int | None
    diterima_pada: datetime | None
    koreksi: Koreksi | None = None
    dari: tuple[AsalBagian, ...] = ()
    tetap: str = field(default="", compare=False)
    """That the unit said of an earlier value that it still holds, in its words: `nilai TW II tetap berlaku`."""

    @property
    def gabungan(self) -> bool:
        """Whether it is made of reports of several units and has no cell of its own."""
        return bool(self.dari) and not self.sel

    @property
    def alamat(self) -> str:
        """`nama berkas, Realisasi!H12`; the cells of all units where it has none of its own."""
        if self.gabungan:
            return "; ".join(bagian.kalimat for bagian in self.dari)
        return f"{self.berkas}, {self.lembar}!{self.sel}"


@dataclass(frozen=True)
class Terakhir:
    """What was reported last where a value is still missing: named beside it, never in its place."""

    triwulan: int
    nilai: Nilai

    @property
    def sebutan(self) -> str:
        """`terakhir 66 (TW I)`."""
        return f"terakhir {self.nilai.tulis(4)} (TW {ROMAWI[self.triwulan]})"


@dataclass(frozen=True)
class Triwulan:
    """One indicator at the end of one triwulan.

    `keadaan` is the state s/d this triwulan and `keadaan_sel` that of the triwulan alone, both words of
    `aturan.periode.NAMA_KEADAAN`. `dilaporkan` is what the unit gave for this triwulan as it was given; `sendiri` the
    part of this triwulan alone (for *s/d triwulan* indicators the difference to the last report). `realisasi` is s/d
    `posisi`, the last triwulan that was due or reported, made of the triwulan in `bagian`; it is None while a due
    triwulan that it needs is missing: `kurang` is the first such one, `terakhir` what was reported last.
    `capaian` compares it with `target` (s/d triwulan), `capaian_tahun` with `target_tahun`. `tercapai` tells whether
    the target s/d triwulan was reached, also where the rumus has no value (1 against a target of 0 is not); None where
    nothing can be judged; `dibulatkan`: it was reached at the decimals of the target only. `alasan_kosong` is
    why this triwulan alone has no value, `alasan_keadaan` why `kurang` has none, or why there was nothing to measure.
    """

    triwulan: int
    keadaan: KeadaanRealisasi
    keadaan_sel: KeadaanRealisasi
    dilaporkan: Nilai | None
    sendiri: float | None
    asal: Asal | None
    alasan_kosong: str | None
    posisi: int | None
    realisasi: Nilai | None
    target: Target
    capaian: Capaian
    target_tahun: Target
    capaian_tahun: Capaian
    tercapai: bool | None
    dokumen: str | None
    alasan_keadaan: str | None = None
    kurang: int | None = None
    terakhir: Terakhir | None = None
    bagian: tuple[int, ...] = ()
    dibulatkan: bool = False
    tempo: int | None = None
    """The triwulan in which the value of the year is due, where the one that stands was reported before it."""
    bertahan: int | None = field(default=None, compare=False)
    """The triwulan whose value stands, where a later due one is blank; `catatan` says so."""
    berikutnya: bool = field(default=False, compare=False)
    """Whether the value of the year is due in the year after; `sebutan` says so."""

    @property
    def sebutan(self) -> str:
        """The state s/d this triwulan: `belum ada data TW IV`."""
        return sebut_keadaan(self.keadaan, self.kurang, berikutnya=self.berikutnya)

    @property
    def tanpa_target_triwulan(self) -> bool:
        """Whether the plan has a target for the year alone, which is the only one that the value can stand against."""
        return self.target.kosong and not self.target_tahun.kosong and self.keadaan not in TIDAK_DIHITUNG

    @property
    def sebutan_tanpa_target(self) -> str:
        """What stands where there is no target s/d this triwulan."""
        if self.tanpa_target_triwulan:
            return "target triwulan tidak ada"
        return NAMA_KEADAAN[self.keadaan if self.keadaan in TIDAK_DIHITUNG else TIDAK_DIRENCANAKAN]

    @property
    def catatan(self) -> str:
        """What is to be known about the state in one line: `terakhir 66 (TW I)`; mostly empty."""
        if self.terakhir is not None:
            return self.terakhir.sebutan
        saat = "tahun berikutnya" if self.berikutnya else f"TW {ROMAWI[self.tempo]}" if self.tempo else ""
        dini = f"dilaporkan sebelum jatuh tempo, {saat}" if self.tempo else ""
        tetap = self.asal.tetap if self.asal else ""
        return "; ".join(kata for kata in (self.sebut_tanda(), tetap, dini) if kata)

    def sebut_tanda(self) -> str:
        """What stands beside a value or its state wherever it is shown: `nilai TW I`, `terakhir 66 (TW I)`."""
        terakhir = "" if self.terakhir is None else self.terakhir.sebutan
        bertahan = "" if self.bertahan is None else sebut_bertahan(self.bertahan)
        return "; ".join(kata for kata in (terakhir, self.sebutan_dibulatkan(), bertahan) if kata)

    def sebut_alasan(self) -> str:
        """Why its capaian s/d this triwulan has no value: a sentence, with what its value stands against instead."""
        alasan = self.capaian.alasan
        if alasan == "tanpa_target_triwulan" and self.realisasi is not None:
            banding = sebut_banding(self.realisasi, self.target_tahun, self.capaian_tahun, "target setahun ")
            return f"Target triwulan tidak ada; {banding}."
        return "" if alasan is None else ALASAN[alasan]

    def putusan(self) -> Ketercapaian | None:
        """Whether the target s/d triwulan was reached, and how; None where nothing can be judged."""
        if self.tercapai is None:
            return None
        return "dibulatkan" if self.dibulatkan else "tercapai" if self.tercapai else "belum"

    def sebutan_dibulatkan(self) -> str:
        """`tercapai (target dibulatkan)` beside a capaian below 100 that reaches its target; else empty."""
        return sebut_dibulatkan(dibulatkan=self.dibulatkan)


def sebut_banding(nilai: Nilai, target: Target, capaian: Capaian, apa: str = "") -> str:
    """`12 terhadap target setahun 48 → 25,00 %`: a value against a target, `apa` with a space; persen where it has."""
    persen = "" if capaian.nilai is None else f" → {capaian.tulisan} %"
    return f"{tulis_minus(nilai.tulis(4))} terhadap {apa}{tulis_minus(target.tulis())}{persen}"


def sebut_dibulatkan(*, dibulatkan: bool) -> str:
    """The words beside a target that was reached at its decimals only, else nothing."""
    return KATA_KETERCAPAIAN["dibulatkan"] if dibulatkan else ""


def sebut_bertahan(triwulan: int) -> str:
    """What stands beside the value of an earlier triwulan in the place of one that is due and blank."""
    return f"nilai TW {ROMAWI[triwulan]}"


def masuk_hitungan(keadaan: KeadaanRealisasi, capaian: Capaian) -> bool:
    """Whether an indicator is among those that a mean is of: without anything to measure only where it has a value."""
    if keadaan == TIDAK_ADA_KEJADIAN:
        return capaian.mentah is not None
    return keadaan not in TIDAK_DIHITUNG


def sebut_keadaan(
    keadaan: KeadaanRealisasi, kurang: int | None, *, berikutnya: bool = False, tahun: int | None = None
) -> str:
    """The words of a state, with the triwulan whose data are missing, or that they are due in the year after.

    `tahun` is named where it is another year than the one that is looked at.
    """
    nama = NAMA_KEADAAN[keadaan]
    milik = "" if tahun is None else f" {tahun}"
    if berikutnya and keadaan in (BELUM_WAKTUNYA, BELUM_ADA_DATA):
        return f"{nama}{milik} (tahun berikutnya)"
    return f"{nama} TW {ROMAWI[kurang]}{milik}" if keadaan == BELUM_ADA_DATA and kurang else f"{nama}{milik}"


@dataclass(frozen=True)
class BarisIndikator:
    """One indicator through one year; `narasi` holds what its unit wrote last up to the periode, by jenis.

    What the next triwulan needs (`tindak_lanjut_triwulan`) is only that of the triwulan itself.
    """

    indikator: Indikator
    tahun: int
    triwulan: tuple[Triwulan, Triwulan, Triwulan, Triwulan]
    narasi: Mapping[str, str]

    def pada(self, triwulan: int) -> Triwulan:
        """The indicator at the end of this triwulan (1-4)."""
        return self.triwulan[triwulan - 1]


@dataclass(frozen=True)
class RataRata:
    """A mean of capaian: `mentah` unrounded persen (None when nothing has a value) over `n` of `m` indicators.

    `m` counts the indicators that had to report; belum waktunya, tidak direncanakan and, as a rule, tidak ada kejadian
    are not among them. `nihil` counts the latter.
    """

    mentah: float | None
    nilai: Decimal | None
    predikat: str | None
    n: int
    m: int
    nihil: int = field(default=0, compare=False)

    @property
    def sebutan_nihil(self) -> str:
        """`, tanpa 1 indikator yang tidak ada kejadiannya`: what is to be said after n and m; mostly empty."""
        return f", tanpa {self.nihil} indikator yang tidak ada kejadiannya" if self.nihil else ""


@dataclass(frozen=True)
class LaporanUang:
    """What one node reported itself: Rp s/d one triwulan, with the cell it stands in."""

    triwulan: int
    rupiah: Decimal
    asal: Asal


@dataclass(frozen=True)
class Terhitung:
    """The money that a ratio is made of, Rp: of the `n` rows that reported, of `m` that have a pagu.

    A row is what is reported by itself: where units share a sub kegiatan, the part of each. `seluruh` is the pagu of
    all `m` rows.
    """

    realisasi: Decimal
    pagu: Decimal
    n: int
    m: int
    seluruh: Decimal
    terbelah: bool = field(default=False, compare=False)
    """Whether the two stand in different places of the tree, so that no ratio of them means anything here."""
    tanpa_pagu: Decimal = field(default=Decimal(0), compare=False)
    """What was realised besides of rows that have no such pagu: it is in no ratio."""

    @property
    def rasio(self) -> float | None:
        """Realisasi / pagu × 100, None where no row with a pagu reported."""
        return float(self.realisasi / self.pagu * 100) if self.n and self.pagu and not self.terbelah else None

    @property
    def lengkap(self) -> bool:
        """Whether every row that has a pagu reported."""
        return self.n == self.m

    @property
    def banyak(self) -> str:
        """`3 dari 4`."""
        return f"{self.n} dari {self.m}"

    @property
    def bagian(self) -> float | None:
        """The share of the whole pagu that the rows which reported are, persen; None without a pagu."""
        return float(self.pagu / self.seluruh * 100) if self.seluruh else None

    def sebut_batas(self, apa: str, dokumen: str) -> str:
        """Why there is no ratio where both are known, or what it leaves out, after its name `apa`; mostly empty."""
        if self.terbelah:
            sebab = "pagu dan realisasinya ditulis pada tingkat yang berlainan"
            return f"{apa} tidak dihitung: {sebab}, dan barisnya terbagi pada beberapa sasaran"
        if self.n and self.tanpa_pagu:
            return f"{apa} tanpa {tulis_angka(self.tanpa_pagu)} yang tidak dianggarkan dalam {dokumen}"
        return ""

    def sebut_luar(self) -> str:
        """`, tanpa 7.000 yang tidak dianggarkan`: what is to be said after n and m; mostly empty."""
        return f", tanpa {tulis_angka(self.tanpa_pagu)} yang tidak dianggarkan" if self.n and self.tanpa_pagu else ""

    def tanpa_laporan(self) -> Terhitung:
        """The same rows where nothing is known of what was realised."""
        return Terhitung(Decimal(0), Decimal(0), 0, self.m, self.seluruh)

    @property
    def sekurangnya(self) -> float | None:
        """Realisasi / the whole pagu × 100: what was realised at least; None where no row reported."""
        return float(self.realisasi / self.seluruh * 100) if self.pagu and self.seluruh else None


@dataclass(frozen=True)
class Penarikan:
    """What was realised against the anggaran kas s/d the same triwulan, Rp: of the `n` rows that have both.

    `m` are the rows with a pagu that reported. A row has one where each triwulan up to now is planned.
    """

    realisasi: Decimal
    rencana: Decimal
    n: int
    m: int

    @property
    def rasio(self) -> float | None:
        """Realisasi / anggaran kas × 100, None where nothing was to be drawn yet."""
        return float(self.realisasi / self.rencana * 100) if self.rencana else None


@dataclass(frozen=True)
class Uang:
    """Money of one plan node, Rp: sums over its leaves that reported for the triwulan (`terhitung`).

    `realisasi` is None where none did: an older report never stands in for it (`terakhir`). `laporan` is what the node
    itself reported up to the periode; a sum has none, its leaves have. `triwulan_kini` is the triwulan that is looked
    at.
    """

    pagu: Decimal | None
    realisasi: Decimal | None
    triwulan: tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]
    terhitung: Terhitung
    triwulan_kini: int
    laporan: tuple[LaporanUang, ...] = ()
    pagu_dokumen: Decimal | None = None
    """What the document itself gives the node, where its leaves are given less."""
    pagu_terinci: Decimal | None = field(default=None, compare=False)
    """What the leaves of all its places are given, of a node that stands under several sasaran."""
    kas: tuple[Decimal, ...] = ()
    """What is to be drawn s/d each triwulan, from the first on, as long as every leaf with a pagu says so."""
    penarikan: Penarikan | None = None
    """None where no row with an anggaran kas reported."""
    di_lain: bool = field(default=False, compare=False)
    """Of a form of one unit: whether the Renja gives the node money, but this unit none."""

    @property
    def lengkap(self) -> bool:
        """False: some leaf with pagu has not been reported."""
        return self.terhitung.lengkap

    @property
    def serapan(self) -> float | None:
        """Realisasi / pagu × 100 of the rows that reported, None where none with a pagu did."""
        return self.terhitung.rasio

    @property
    def sebutan(self) -> str:
        """What stands where there is no realisasi: `belum ada data TW IV` or `tidak direncanakan`."""
        if self.di_lain:
            return DI_UNIT_LAIN
        return sebut_keadaan(BELUM_ADA_DATA if self.pagu else TIDAK_DIRENCANAKAN, self.triwulan_kini)

    @property
    def catatan(self) -> str:
        """What is to be known about the sum: how many rows it is of, what was reported last, what is not detailed."""
        if self.di_lain and not self.realisasi:
            return f"Anggarannya {DI_UNIT_LAIN}."
        if not self.pagu:
            return (
                "Realisasi ini tidak dianggarkan dalam Renja: di luar serapan dan realisasi Renstra."
                if self.realisasi
                else ""
            )
        batas = self.terhitung.sebut_batas("Serapan dan realisasi Renstra", "Renja")
        semua = (self._catatan_laporan, f"{batas}." if batas else "", self.catatan_rincian)
        return " ".join(kata for kata in semua if kata)

    @property
    def _catatan_laporan(self) -> str:
        if self.realisasi is None and self.laporan:
            akhir = self.laporan[-1]
            return f"Anggaran terakhir {tulis_angka(akhir.rupiah)} (TW {ROMAWI[akhir.triwulan]})."
        if self.lengkap or self.realisasi is None:
            return ""
        return f"Anggaran: {self.terhitung.banyak} baris melaporkan TW {ROMAWI[self.triwulan_kini]}."

    @property
    def catatan_rincian(self) -> str:
        """The part of the document's pagu that no leaf has, and the serapan against all of it; mostly empty."""
        realisasi = self.realisasi if self.lengkap and self.pagu_terinci is None else None
        kalimat = sebut_tak_rinci(self.pagu_dokumen, self.terinci(), realisasi, "serapan")
        return f"{kalimat}." if kalimat else ""

    def terinci(self) -> Decimal | None:
        """What its leaves are given, in all its places."""
        return self.pagu if self.pagu_terinci is None else self.pagu_terinci


def sebut_tak_rinci(dokumen: Decimal | None, rincian: Decimal | None, realisasi: Decimal | None, apa: str) -> str:
    """`Pagu dokumen 78.778.000, tidak dirinci 40.667.600; serapan terhadapnya 46,44 %`; empty without such a part."""
    if dokumen is None:
        return ""
    persen = "" if realisasi is None else f"; {apa} terhadapnya {tulis_angka(realisasi / dokumen * 100, 2)} %"
    return f"Pagu dokumen {tulis_angka(dokumen)}, tidak dirinci {tulis_angka(dokumen - (rincian or 0))}{persen}"


@dataclass(frozen=True)
class TempatSimpul:
    """Where a row of the tree stands, if its node serves several sasaran.

    `kinerja_di` is the sasaran under which its indicators are printed, if that is another one. `rujukan`: this row only
    refers to its node elsewhere. `dirujuk`: a sasaran that rows refer to by its code.
    """

    kinerja_di: str = ""
    rujukan: bool = False
    dirujuk: bool = False


DI_TEMPATNYA: Final = TempatSimpul()
"""The one place of a node, or its first one."""


def sebut_pemilik(indikator: Indikator) -> str:
    """Whose an indicator is that a form of one unit shows and does not count."""
    return f"milik {indikator.nama_unit}, tidak dihitung di sini"


@dataclass(frozen=True)
class Penutup:
    """Closing rows of a form: mean K and Rp over its `terbawah` rows, Σ/Σ beside it, and the narratives.

    `kinerja` is s/d triwulan against the target s/d triwulan, `kinerja_tahun` against the target of the year;
    `serapan_*` are of the running year, `*_renstra` of the whole Renstra up to now against its end.
    Rp is of the rows that reported (`terhitung`); `tanpa_anggaran` names the rows with a pagu that did not,
    `unit_tanpa_anggaran` the units that they belong to. `predikat_serapan` is that of `serapan_rata` against the pagu
    of the year; `predikat_penarikan` that of `penarikan`, which is judged s/d triwulan.
    `narasi` holds, by jenis, one text per indicator that has one, each beginning with the indicator's name.
    """

    tingkat: str
    kinerja: RataRata
    serapan_rata: float | None
    serapan_jumlah: float | None
    predikat_kinerja: str | None
    predikat_serapan: str | None
    kinerja_renstra: RataRata
    serapan_renstra_rata: float | None
    serapan_renstra_jumlah: float | None
    narasi: Mapping[str, tuple[str, ...]]
    kinerja_tahun: RataRata
    terhitung: Terhitung
    terhitung_renstra: Terhitung
    tanpa_anggaran: tuple[str, ...] = ()
    unit_tanpa_anggaran: tuple[str, ...] = ()
    tidak_dirinci: Decimal = field(default=Decimal(0), compare=False)
    """The part of the pagu of the year that its document gives and no leaf has."""
    penarikan: Penarikan | None = None
    predikat_penarikan: str | None = None

    def pagu_dokumen(self) -> Decimal:
        """The pagu of the year as its document gives it: of the leaves, and what is not detailed."""
        return self.terhitung.seluruh + self.tidak_dirinci

    def sebut_rincian(self, apa: str) -> str:
        """The part that is not detailed, and `apa` against all of it where every row reported; mostly empty."""
        if not self.tidak_dirinci:
            return ""
        realisasi = self.terhitung.realisasi if self.terhitung.lengkap else None
        return sebut_tak_rinci(self.pagu_dokumen(), self.terhitung.seluruh, realisasi, apa)


@dataclass(frozen=True)
class TahunRenstra:
    """One year of one indicator in E.80; while the year runs `catatan` names the triwulan that it reaches.

    Where a year has no value `kurang` is the triwulan whose data are missing, and `catatan` what was reported last.
    `dibulatkan`: it reached the target of the Renstra at the decimals of that one only.
    """

    tahun: int
    target: Target
    realisasi: Nilai | None
    capaian: Capaian
    keadaan: KeadaanRealisasi
    catatan: str
    kurang: int | None = None
    berikutnya: bool = field(default=False, compare=False)
    """As in `Triwulan`; not of a year that has not begun."""
    dibulatkan: bool = False

    def sebut_tanda(self) -> str:
        """What stands beside its capaian against the Renstra: how the target was reached, then `catatan`."""
        return "; ".join(kata for kata in (sebut_dibulatkan(dibulatkan=self.dibulatkan), self.catatan) if kata)

    @property
    def sebutan(self) -> str:
        """The state of the year: `belum ada data TW IV`."""
        return sebut_keadaan(self.keadaan, self.kurang, berikutnya=self.berikutnya)

    def sebut_bertahun(self) -> str:
        """Its state where other years stand beside it: `belum ada data TW IV 2025`."""
        return sebut_keadaan(self.keadaan, self.kurang, berikutnya=self.berikutnya, tahun=self.tahun)


@dataclass(frozen=True)
class UnitPeriode:
    """What one unit has handed in for a periode: `wajib` due indicators, `terisi` of them, and its newest kiriman.

    `kosong` names the others, and what was due in an earlier triwulan of the year and is missing still.
    """

    kode_unit: str
    nama: str
    wajib: int
    terisi: int
    kosong: tuple[str, ...]
    versi: int | None
    diterima_pada: datetime | None
    nama_berkas: str | None


@dataclass(frozen=True)
class Kelengkapan:
    """Which unit still owes what for a periode."""

    keterangan: Keterangan
    unit: tuple[UnitPeriode, ...]

    @property
    def lengkap(self) -> int:
        """How many units have sent their workbook."""
        return sum(unit.versi is not None for unit in self.unit)


@dataclass(frozen=True)
class TahunIndikator:
    """One year in the life of an indicator, for its history: planned, reached, and where the figure is from."""

    tahun: int
    target: Target
    realisasi: Nilai | None
    capaian: Capaian
    sumber: str
    sebutan: str = ""
    """Its state in words where it has no realisasi, with what was reported last."""
    dibulatkan: bool = False
    """As in `TahunRenstra`, against `target`."""


@dataclass(frozen=True)
class PembandingIndikator:
    """What the value of now is compared with: last year, the end of the Renstra, the national standard.

    `realisasi` is what stands against the end of the Renstra, `jalur` how far a total has come whose time is not over.
    `sebutan_akhir` stands in its place where data of this year or of an earlier one are missing.
    """

    tahun_lalu: Nilai | None
    sumber_tahun_lalu: str
    target_akhir: Target
    realisasi: Nilai | None
    sebutan_akhir: str
    capaian_akhir: Capaian
    jalur: str
    standar_nasional: Decimal | None
    sumber_standar: str | None


@dataclass(frozen=True)
class RincianIndikator:
    """Everything about one indicator: rule, working, what the other formula would give, history, source cells."""

    keterangan: Keterangan
    pengaturan: Pengaturan
    baris: BarisIndikator
    kini: Triwulan
    padanan: Capaian | None
    riwayat: tuple[TahunIndikator, ...]
    kondisi_awal: Nilai | None
    kondisi_akhir: Nilai | None
    aturan_per_tahun: tuple[tuple[int, str], ...]
    pembanding: PembandingIndikator


@dataclass(frozen=True)
class SimpulRencana:
    """One node of the plan tree with its indicators and pagu per year, for browsing."""

    kode: str
    tingkat: str
    kode_induk: str | None
    nama: str
    kode_unit: str | None
    daun: bool
    indikator: tuple[str, ...]


@dataclass(frozen=True)
class DokumenRencana:
    """One revision of one plan document in the store."""

    kode: str
    jenis: str
    tahun_awal: int
    tahun_akhir: int
    ke: int
    revisi: int
    tanggal: date
    dokumen: str
