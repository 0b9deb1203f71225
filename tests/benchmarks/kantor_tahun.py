"""An office with six full years: its plan, and what its units reported in every triwulan. Contoh, bukan data resmi."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from analytics.aturan.periode import Periode
from analytics.formulir import MENURUT_KODE
from analytics.formulir.iku import IKU
from data.gudang import Gudang, Peristiwa

KODE_PD: Final = "99.99.02"
TAHUN: Final = range(2025, 2031)
PERIODE: Final = Periode(2030, 3)
_PADA: Final = datetime(2030, 10, 5, 8, 0)
_UNIT: Final = 6
_PER_SUB: Final = 2
_SUB_PER_KEGIATAN: Final = 4
_KEGIATAN_PER_PROGRAM: Final = 5
_ATURAN: Final = (
    {"polaritas": "naik", "rumus": "naik", "agregasi": "jumlah"},
    {"polaritas": "naik", "rumus": "naik", "agregasi": "nilai_akhir"},
    {"polaritas": "turun", "rumus": "turun_selisih", "agregasi": "nilai_akhir"},
    {"polaritas": "naik", "rumus": "naik", "agregasi": "rata_rata"},
    {"polaritas": "turun", "rumus": "turun_rasio", "agregasi": "maksimum"},
    {"polaritas": "naik", "rumus": "naik", "agregasi": "nilai_akhir", "pembilang": "p", "penyebut": "q", "faktor": 100},
)
"""What the indicators of an office are like, in turn."""
Baris = dict[str, Any]


@dataclass(frozen=True)
class KantorTahun:
    """How many indicators: every tenth is an IKU of the sasaran, the others belong to a sub kegiatan, two to each."""

    indikator: int

    def isi(self, gudang: Gudang) -> None:
        """Put office, plan and reports into an empty store."""
        with gudang.transaksi(Peristiwa(KODE_PD, "benchmark", "impor_rencana", "rencana", {}, _PADA)) as tx:
            for tabel, baris in self._tabel():
                tx.tambah(tabel, ({"kode_pd": KODE_PD, **larik} for larik in baris))

    def _tabel(self) -> Iterator[tuple[str, Iterator[Baris]]]:
        yield "perangkat_daerah", iter([{"nama": "Kantor ukur (contoh)", "kabupaten": "Contoh", "contoh": True}])
        yield "unit", (_unit(nomor) for nomor in range(_UNIT))
        yield "rencana", self._rencana()
        yield "simpul", self._simpul()
        yield "indikator", (self._indikator(nomor) for nomor in range(self.indikator))
        yield "laporan_indikator", self._laporan()
        yield "aturan_indikator", self._aturan()
        yield "target", self._target()
        yield "pagu", self._pagu()
        yield "kiriman", (_kiriman(*letak) for letak in _waktu_unit())
        yield "realisasi", self._realisasi()
        yield "realisasi_anggaran", self._anggaran()

    @property
    def _sub(self) -> int:
        return max((self.indikator * 9 // 10 + _PER_SUB - 1) // _PER_SUB, 1)

    def _kode_sub(self, nomor: int) -> str:
        kegiatan = nomor // _SUB_PER_KEGIATAN
        return f"{_kode_kegiatan(kegiatan)}.{nomor % _SUB_PER_KEGIATAN + 1:04}"

    def _simpul(self) -> Iterator[Baris]:
        yield _simpul("T1", "tujuan", None, 0)
        yield _simpul("S1", "sasaran", "T1", 1)
        lama: set[str] = set()
        for nomor in range(self._sub):
            kegiatan = nomor // _SUB_PER_KEGIATAN
            program = f"P{kegiatan // _KEGIATAN_PER_PROGRAM + 1}"
            atas = ((program, "program", "S1"), (_kode_kegiatan(kegiatan), "kegiatan", program))
            for kode, tingkat, induk in (*atas, (self._kode_sub(nomor), "sub_kegiatan", _kode_kegiatan(kegiatan))):
                if kode not in lama:
                    lama.add(kode)
                    yield _simpul(kode, tingkat, induk, len(lama) + 1, nomor % _UNIT)

    def _rencana(self) -> Iterator[Baris]:
        yield _rencana(1, "renstra", TAHUN[0], TAHUN[-1])
        for tahun in TAHUN:
            yield _rencana(tahun, "renja", tahun, tahun)

    def _indikator(self, nomor: int) -> Baris:
        simpul = "S1" if nomor % 10 == 0 else self._kode_sub(nomor % self._sub)
        nama = {"kode_indikator": f"I{nomor:05}", "nama": f"Indikator ukur {nomor}", "satuan": "laporan"}
        return {**nama, "kode_simpul": simpul, "kode_unit": f"U{self._unit_indikator(nomor)}", "urutan": nomor}

    def _unit_indikator(self, nomor: int) -> int:
        return nomor % _UNIT if nomor % 10 == 0 else nomor % self._sub % _UNIT

    def _laporan(self) -> Iterator[Baris]:
        """Every form has every indicator; of the IKU only what is one."""
        for nomor in range(self.indikator):
            for laporan in MENURUT_KODE:
                if laporan != IKU.kode or nomor % 10 == 0:
                    yield {"kode_indikator": f"I{nomor:05}", "laporan": laporan}

    def _aturan(self) -> Iterator[Baris]:
        for nomor in range(self.indikator):
            aturan = _ATURAN[nomor % len(_ATURAN)]
            frekuensi = "tahunan" if _tahunan(nomor) else "triwulanan"
            for tahun in TAHUN:
                letak = {"kode_indikator": f"I{nomor:05}", "tahun": tahun, "revisi": 0}
                yield {**letak, "frekuensi": frekuensi, "cara_isi": "triwulan_ini", **aturan}

    def _target(self) -> Iterator[Baris]:
        for nomor in range(self.indikator):
            for tahun in TAHUN:
                dasar = {"kode_indikator": f"I{nomor:05}", "tahun": tahun, "lembar": "Target", "sel": "A1"}
                setahun = Decimal(80 + nomor % 15 + tahun - TAHUN[0])
                bagian = setahun / 4 if _ATURAN[nomor % len(_ATURAN)]["agregasi"] == "jumlah" else setahun
                yield {**dasar, "id_rencana": 1, "triwulan": 0, "nilai": setahun}
                for triwulan in (0, 4) if _tahunan(nomor) else range(5):
                    nilai = bagian if triwulan else setahun
                    yield {**dasar, "id_rencana": tahun, "triwulan": triwulan, "nilai": nilai}

    def _pagu(self) -> Iterator[Baris]:
        for nomor in range(self._sub):
            for tahun in TAHUN:
                for rencana in (1, tahun):
                    letak = {"id_rencana": rencana, "kode_simpul": self._kode_sub(nomor), "tahun": tahun}
                    yield {**letak, "rupiah": Decimal(10_000_000 + nomor), "lembar": "Pagu", "sel": "A1"}

    def _realisasi(self) -> Iterator[Baris]:
        for nomor in range(self.indikator):
            for tahun, triwulan in _waktu():
                if triwulan < 4 and _tahunan(nomor):
                    continue
                letak = {"kode_indikator": f"I{nomor:05}", "tahun": tahun, "triwulan": triwulan}
                asal = {"lembar": "Realisasi", "sel": f"H{nomor + 10}"}
                kiriman = _id(self._unit_indikator(nomor), tahun, triwulan)
                yield {"id_kiriman": kiriman, **letak, **asal, **_nilai(nomor, tahun, triwulan)}

    def _anggaran(self) -> Iterator[Baris]:
        for nomor in range(self._sub):
            for tahun, triwulan in _waktu():
                letak = {"kode_simpul": self._kode_sub(nomor), "tahun": tahun, "triwulan": triwulan}
                asal = {"lembar": "Anggaran", "sel": f"F{nomor + 9}"}
                kiriman = _id(nomor % _UNIT, tahun, triwulan)
                yield {"id_kiriman": kiriman, **letak, "rupiah": Decimal(2_345_678 * triwulan), **asal}


def _tahunan(nomor: int) -> bool:
    return nomor % 7 == 3


def _waktu() -> Iterator[tuple[int, int]]:
    for tahun in TAHUN:
        for triwulan in (1, 2, 3, 4):
            if (tahun, triwulan) <= (PERIODE.tahun, PERIODE.triwulan):
                yield tahun, triwulan


def _waktu_unit() -> Iterator[tuple[int, int, int]]:
    for tahun, triwulan in _waktu():
        for unit in range(_UNIT):
            yield unit, tahun, triwulan


def _id(unit: int, tahun: int, triwulan: int) -> str:
    return f"U{unit}-{tahun}-{triwulan}-v1"


def _kode_kegiatan(nomor: int) -> str:
    return f"P{nomor // _KEGIATAN_PER_PROGRAM + 1}.{nomor % _KEGIATAN_PER_PROGRAM + 1:02}"


def _unit(nomor: int) -> Baris:
    nama = {"kode_unit": f"U{nomor}", "nama": f"Seksi {nomor}", "jenis": "seksi"}
    return {**nama, "anggaran_semua": False, "urutan": nomor}


def _simpul(kode: str, tingkat: str, induk: str | None, urutan: int, unit: int | None = None) -> Baris:
    letak = {"kode_simpul": kode, "tingkat": tingkat, "kode_induk": induk, "urutan": urutan}
    return {**letak, "nama": f"Hasil {kode}", "kode_unit": None if unit is None else f"U{unit}"}


def _rencana(nomor: int, jenis: str, awal: int, akhir: int) -> Baris:
    waktu = {"tahun_awal": awal, "tahun_akhir": akhir, "ke": 0, "revisi": 0, "tanggal": date(awal, 1, 2)}
    dokumen = {"kode_dokumen": f"{jenis}-{awal}", "jenis": jenis, "dokumen": f"{jenis} {awal} (contoh)"}
    return {"id_rencana": nomor, **dokumen, **waktu}


def _kiriman(unit: int, tahun: int, triwulan: int) -> Baris:
    nomor = _id(unit, tahun, triwulan)
    waktu = {"tahun": tahun, "triwulan": triwulan, "versi": 1, "diterima_pada": _PADA}
    berkas = {"sha256": hashlib.sha256(nomor.encode()).hexdigest(), "nama_berkas": f"{nomor}.xlsx"}
    return {"id_kiriman": nomor, "kode_unit": f"U{unit}", **waktu, **berkas, "versi_format": "1", "oleh": "benchmark"}


def _nilai(nomor: int, tahun: int, triwulan: int) -> Baris:
    """What was reported: some are blank, some are a fraction."""
    if (nomor + tahun + triwulan) % 23 == 0:
        return {"keadaan": "belum_ada_data", "alasan": "survei belum selesai"}
    besar = Decimal(75 + (nomor * 7 + tahun + triwulan) % 30)
    aturan = _ATURAN[nomor % len(_ATURAN)]
    if "pembilang" in aturan:
        return {"keadaan": "terisi", "pembilang": besar, "penyebut": Decimal(113)}
    return {"keadaan": "terisi", "nilai": besar / 4 if aturan["agregasi"] == "jumlah" else besar + Decimal("0.25")}
