"""The SOP board of a periode: where each of the twelve steps stands, whose turn it is, and what it took.

Everything comes from the log of moves and from the table of steps; steps 1-5 are those of the units together, 6-9 of
the kompilasi of the triwulan, 10-12 of the report of the year. How days are counted: `hari_kerja`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final, Literal

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode
from analytics.papan.perjalanan import Perjalanan, Pindah, baca_pindah
from analytics.papan.tenggat import (
    WaktuBaku,
    baca_dikirim,
    baca_tenggat,
    baca_waktu_baku,
    melewati,
    menurut_surat,
    tenggat_giliran,
    waktu_baku,
)
from analytics.sop.hari_kerja import (
    Kalender,
    baca_kalender,
    catatan_perkiraan,
    hari_kerja_antara,
    tambah_hari_kerja,
)
from analytics.sop.langkah import SOP, Langkah, LangkahSop
from analytics.sop.objek import Objek
from analytics.sop.peran import KEPALA_SEKSI, NAMA_PERAN

KeadaanLangkah = Literal["belum", "berjalan", "selesai"]
TANDA: Final[Mapping[KeadaanLangkah, str]] = {"belum": "○", "berjalan": "▶", "selesai": "✓"}
"""Sign of each state, so that colour is never the only cue."""
_SETUJU: Final = ("setujui", "setujui_kertas")


@dataclass(frozen=True)
class LangkahPapan:
    """One step on the board.

    `hari` are the working days that it took so far, of several units those of the slowest (`paling_lambat`, empty when
    all took the same). `menunggu`
    are the moves that are waited for now, with the names of the documents. `tenggat` is the earliest day on which one
    of them should be done, `lewat` whether one took, or takes, longer; `menurut_surat`: the letter to the units says by
    when. `putaran` counts its *Tidak*, `kertas` and `rangkap` are moves made on paper and by
    who checked himself.
    """

    langkah: LangkahSop
    keadaan: KeadaanLangkah
    hari: int
    paling_lambat: str
    baku: WaktuBaku
    menunggu: tuple[tuple[Langkah, tuple[str, ...]], ...]
    tenggat: date | None
    unit_selesai: int
    banyak: int
    putaran: int
    kertas: tuple[Pindah, ...]
    rangkap: tuple[Pindah, ...]
    lewat: bool
    menurut_surat: bool

    @property
    def giliran(self) -> str:
        """Whose turn it is, with the units; empty unless the step is running."""
        return "; ".join(_giliran(langkah, nama) for langkah, nama in self.menunggu)

    @property
    def pelaksana(self) -> str:
        """Who carries the step out."""
        return ", ".join(NAMA_PERAN[peran] for peran in self.langkah.pelaksana)


@dataclass(frozen=True)
class Papan:
    """The twelve steps of a periode. `jalan` are its documents: units, kompilasi, report.

    `tanpa_alur` names the units whose data came in without any move, so that there is no time to count.
    """

    kode_pd: str
    periode: Periode
    kini: datetime
    langkah: tuple[LangkahPapan, ...]
    jalan: tuple[Perjalanan, ...]
    tanpa_alur: tuple[str, ...]
    catatan: str

    @property
    def berjalan(self) -> tuple[LangkahPapan, ...]:
        """The steps that wait for somebody."""
        return tuple(langkah for langkah in self.langkah if langkah.keadaan == "berjalan")

    @property
    def ringkas(self) -> str:
        """`langkah 3 dan 5 sedang berjalan, langkah 3 melewati waktu baku`."""
        if not self.berjalan:
            selesai = sum(langkah.keadaan == "selesai" for langkah in self.langkah)
            return f"{selesai} dari {len(self.langkah)} langkah selesai, tidak ada yang sedang berjalan"
        lewat = [langkah for langkah in self.berjalan if langkah.lewat]
        akhir = f", langkah {sebut_langkah(lewat)} melewati {sebut_batas(lewat)}" if lewat else ""
        if len(lewat) == len(self.berjalan):
            akhir = f" dan melewati {sebut_batas(lewat)}"
        return f"langkah {sebut_langkah(self.berjalan)} sedang berjalan{akhir}"

    @property
    def kalimat(self) -> str:
        """The board in one sentence."""
        return f"{self.ringkas[0].upper()}{self.ringkas[1:]}."


def sebut_langkah(langkah: Sequence[LangkahPapan]) -> str:
    """`3 dan 5`. Raises ValueError for none."""
    *awal, akhir = [str(baris.langkah.nomor) for baris in langkah]
    return f"{', '.join(awal)} dan {akhir}" if awal else akhir


def sebut_batas(langkah: Iterable[LangkahPapan]) -> str:
    """What the steps went past: `waktu baku`, or `tenggat` where the letter sets one."""
    return "tenggat" if any(baris.menurut_surat for baris in langkah) else "waktu baku"


@dataclass(frozen=True)
class _JamPapan:
    kini: datetime
    kalender: Kalender
    baku: Sequence[WaktuBaku]
    surat: Mapping[Periode, date]


def susun_papan(penanya: Penanya, kode_pd: str, periode: Periode, kini: datetime) -> Papan:
    """The board of a periode as it stands now."""
    jam = _JamPapan(kini, baca_kalender(penanya), baca_waktu_baku(penanya), baca_tenggat(penanya, kode_pd))
    jalan = baca_perjalanan(penanya, kode_pd, periode, kini)
    langkah = tuple(
        _langkah(sop, [perjalanan for perjalanan in jalan if perjalanan.objek.dokumen == sop.dokumen], jam)
        for sop in SOP
    )
    hari = [tenggat for baris in langkah if (tenggat := baris.tenggat)]
    tanpa = tuple(perjalanan.nama for perjalanan in jalan if _tanpa_alur(perjalanan, periode, kini))
    return Papan(kode_pd, periode, kini, langkah, jalan, tanpa, catatan_perkiraan(kini.date(), *hari))


def baca_perjalanan(penanya: Penanya, kode_pd: str, periode: Periode, kini: datetime) -> tuple[Perjalanan, ...]:
    """Every document of a periode with its way: those of the units, the kompilasi, the report of the year."""
    return baca_semua_perjalanan(penanya, kode_pd, (periode,), kini)[periode]


def baca_semua_perjalanan(
    penanya: Penanya, kode_pd: str, periode: Collection[Periode], kini: datetime
) -> dict[Periode, tuple[Perjalanan, ...]]:
    """As `baca_perjalanan`, of several periodes in as many questions as of one."""
    pindah = baca_pindah(penanya, kode_pd, (waktu.tahun for waktu in periode))
    dikirim = baca_dikirim(penanya, kode_pd)
    unit: dict[Periode, list[tuple[str, str]]] = {waktu: [] for waktu in periode}
    kode = sorted(waktu.tahun * 10 + waktu.triwulan for waktu in unit)
    for baris in penanya.kueri("papan_unit", kode_pd=kode_pd, periode=kode):
        unit[Periode(baris["tahun"], baris["triwulan"])].append((baris["kode_unit"], baris["nama"]))
    return {
        waktu: _perjalanan(kode_pd, waktu, milik, pindah, dikirim.get(waktu, {}), kini) for waktu, milik in unit.items()
    }


def _perjalanan(
    kode_pd: str,
    periode: Periode,
    unit: Iterable[tuple[str, str]],
    pindah: Semua,
    dikirim: Mapping[str, datetime],
    kini: datetime,
) -> tuple[Perjalanan, ...]:
    jalan = tuple(
        _pengumpulan(Objek.pengumpulan(kode_pd, periode, kode), nama, pindah, dikirim, kini) for kode, nama in unit
    )
    return (*jalan, _kompilasi(kode_pd, periode, jalan, pindah), _laporan(kode_pd, periode.tahun, pindah))


Semua = Mapping[str, tuple[Pindah, ...]]


def _pengumpulan(objek: Objek, nama: str, pindah: Semua, dikirim: Mapping[str, datetime], kini: datetime) -> Perjalanan:
    """What a unit collects: the first step can begin when the triwulan is over."""
    milik = pindah.get(objek.id, ())
    akhir = datetime.combine(Periode(objek.tahun, objek.triwulan).hari_terakhir, time.max)
    mulai = akhir < kini and (milik or objek.kode_unit not in dikirim)
    return Perjalanan(objek, nama, milik, akhir if mulai else None)


def _kompilasi(kode_pd: str, periode: Periode, unit: Sequence[Perjalanan], pindah: Semua) -> Perjalanan:
    """The kompilasi: its first step can begin when the last unit is terverifikasi, or when it began without some."""
    objek = Objek.kompilasi(kode_pd, periode)
    milik = pindah.get(objek.id, ())
    semua = bool(unit) and all(perjalanan.keadaan == "terverifikasi" for perjalanan in unit)
    verifikasi = [pindah.waktu for perjalanan in unit for pindah in perjalanan.pindah if pindah.aksi == "verifikasi"]
    return Perjalanan(objek, objek.sebutan, milik, _terakhir(verifikasi, milik) if milik or semua else None)


def _laporan(kode_pd: str, tahun: int, pindah: Semua) -> Perjalanan:
    """The report of the year: its first step can begin when triwulan IV is approved."""
    objek = Objek.laporan(kode_pd, tahun)
    milik = pindah.get(objek.id, ())
    kompilasi = pindah.get(Objek.kompilasi(kode_pd, Periode(tahun, 4)).id, ())
    return Perjalanan(
        objek,
        objek.sebutan,
        milik,
        _terakhir([pindah.waktu for pindah in kompilasi if pindah.aksi in _SETUJU], milik),
    )


def _terakhir(waktu: Iterable[datetime], milik: Sequence[Pindah]) -> datetime | None:
    """The last of these times before the first move."""
    return max((saat for saat in waktu if not milik or saat <= milik[0].waktu), default=None)


def _tanpa_alur(jalan: Perjalanan, periode: Periode, kini: datetime) -> bool:
    lampau = periode.hari_terakhir < kini.date()
    return jalan.objek.dokumen == "pengumpulan" and lampau and jalan.awal is None and not jalan.pindah


def _langkah(sop: LangkahSop, jalan: Sequence[Perjalanan], jam: _JamPapan) -> LangkahPapan:
    keadaan = [_keadaan(sop.nomor, perjalanan) for perjalanan in jalan]
    mulai = min((awal for perjalanan in jalan if (awal := perjalanan.mulai(sop.nomor))), default=jam.kini)
    baku = waktu_baku(jam.baku, sop.nomor, mulai.date())
    hari = [(perjalanan.hari(sop.nomor, jam.kini, jam.kalender), perjalanan.nama) for perjalanan in jalan]
    terlama = max(hari, key=lambda lama: lama[0], default=(0, ""))
    tenggat = [tiba for perjalanan in jalan if (tiba := tenggat_giliran(perjalanan, baku, jam.kalender, jam.surat))]
    pindah = [gerak for perjalanan in jalan for gerak in perjalanan.pindah if gerak.langkah.nomor == sop.nomor]
    return LangkahPapan(
        langkah=sop,
        keadaan=_gabung(keadaan),
        hari=terlama[0],
        paling_lambat=terlama[1] if len({lama for lama, _ in hari}) > 1 else "",
        baku=baku,
        menunggu=_menunggu(sop.nomor, jalan),
        tenggat=min(tenggat, default=None),
        unit_selesai=keadaan.count("selesai"),
        banyak=len(jalan),
        putaran=sum(gerak.langkah.tidak for gerak in pindah),
        kertas=tuple(gerak for gerak in pindah if gerak.nomor_kertas),
        rangkap=tuple(gerak for gerak in pindah if gerak.rangkap),
        lewat=any(melewati(perjalanan, baku, jam.kini, jam.kalender, jam.surat) for perjalanan in jalan),
        menurut_surat=any(menurut_surat(perjalanan, sop.nomor, jam.surat) for perjalanan in jalan),
    )


def _keadaan(nomor: int, jalan: Perjalanan) -> KeadaanLangkah:
    if jalan.selesai:
        return "selesai"
    kini = jalan.giliran
    if kini is None or kini.nomor < nomor:
        return "belum"
    return "berjalan" if kini.nomor == nomor else "selesai"


def _gabung(keadaan: Sequence[KeadaanLangkah]) -> KeadaanLangkah:
    """The state of a step over several documents: running while one of them waits for it, done when all are."""
    if "berjalan" in keadaan:
        return "berjalan"
    return "selesai" if keadaan and set(keadaan) == {"selesai"} else "belum"


def _menunggu(nomor: int, jalan: Iterable[Perjalanan]) -> tuple[tuple[Langkah, tuple[str, ...]], ...]:
    hasil: dict[str, tuple[Langkah, list[str]]] = {}
    for perjalanan in jalan:
        kini = perjalanan.giliran
        if kini is not None and kini.nomor == nomor:
            hasil.setdefault(kini.aksi, (kini, []))[1].append(perjalanan.nama)
    return tuple((langkah, tuple(nama)) for langkah, nama in hasil.values())


def _giliran(langkah: Langkah, nama: Sequence[str]) -> str:
    siapa = " atau ".join(NAMA_PERAN[peran] for peran in langkah.oleh)
    if langkah.dokumen != "pengumpulan":
        return siapa
    return f"{siapa}: {', '.join(nama)}" if KEPALA_SEKSI in langkah.oleh else f"{siapa} ({len(nama)} unit)"


def perkiraan(papan: Papan, nomor: int, kalender: Kalender) -> date | None:
    """Until when the turn of a step comes at the latest if all steps before it take no longer than allowed.

    None when nothing before it is running.
    """
    depan = [langkah for langkah in papan.langkah if langkah.langkah.nomor < nomor and langkah.keadaan != "selesai"]
    if not any(langkah.keadaan == "berjalan" for langkah in depan):
        return None
    sisa = sum(_sisa(langkah, papan.kini, kalender) for langkah in depan)
    return tambah_hari_kerja(papan.kini, sisa, kalender)


def _sisa(langkah: LangkahPapan, kini: datetime, kalender: Kalender) -> int:
    """The working days that a step may still take."""
    if langkah.menurut_surat and langkah.tenggat:
        return hari_kerja_antara(kini, langkah.tenggat, kalender)
    return max(0, langkah.baku.paling_lama - langkah.hari)
