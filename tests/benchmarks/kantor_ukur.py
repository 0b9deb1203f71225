"""An office of any size with a plan for several years, and its filled workbooks. Contoh, bukan data resmi."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from analytics.aturan.periode import Periode
from analytics.berkas import Berkas
from analytics.lembar.bentuk.susun import susun_format
from data.gudang import Gudang, Peristiwa
from tests.alat.buku import ubah_lembar
from tests.alat.korpus.kasus import Denah, denah

KODE_PD: Final = "99.99.01"
PADA: Final = datetime(2027, 1, 5, 8, 0)
ISIAN: Final = ("salah ketik", "menurun", "pertama", "kedua", "ketiga")
"""The fillings of one workbook, in the order in which they come: with a galat, with a question that nobody answered,
and three times in good order with other figures."""
DAUN: Final = 2
"""Leaves of the plan tree of each unit."""
_SIMPUL: Final = "S1"
_SEL_KOSONG: Final = re.compile(r'<c r="(?P<alamat>[A-Z]+\d+)"(?P<gaya>(?: s="\d+")?)/>')


@dataclass(frozen=True)
class KantorUkur:
    """How large the office is: units, indicators of each unit, and the years of its plan."""

    unit: int
    baris: int
    tahun: tuple[int, ...]

    @property
    def kode_unit(self) -> list[str]:
        """The codes of its units."""
        return [f"U{nomor:02}" for nomor in range(1, self.unit + 1)]

    def kode(self, kode_unit: str) -> list[str]:
        """The codes of the indicators of one unit."""
        return [f"{kode_unit}-{nomor:02}" for nomor in range(self.baris)]

    def daun(self, kode_unit: str) -> list[str]:
        """The codes of the leaves of one unit."""
        return [f"{kode_unit}.{nomor}" for nomor in range(1, DAUN + 1)]

    def isi_gudang(self, gudang: Gudang) -> None:
        """Put the office and its plan into an empty store."""
        dasar = {"kode_pd": KODE_PD}
        semua = [(unit, kode) for unit in self.kode_unit for kode in self.kode(unit)]
        with gudang.transaksi(Peristiwa(KODE_PD, "benchmark", "impor_rencana", "rencana", {}, PADA)) as tx:
            tx.tambah(
                "perangkat_daerah",
                [{**dasar, "nama": "Kantor ukur (contoh)", "kabupaten": "Kabupaten contoh", "contoh": True}],
            )
            tx.tambah("unit", [dasar | _unit(nomor, kode) for nomor, kode in enumerate(self.kode_unit)])
            tx.tambah("simpul", [dasar | _simpul(*simpul) for simpul in self._pohon()])
            tx.tambah("indikator", [dasar | _indikator(nomor, *indikator) for nomor, indikator in enumerate(semua)])
            for nomor, tahun in enumerate(self.tahun, 1):
                tx.tambah("rencana", [dasar | _rencana(nomor, tahun)])
                tx.tambah("aturan_indikator", [dasar | _aturan(kode, tahun) for _, kode in semua])
                tx.tambah("target", [dasar | _target(nomor, kode, tahun) for _, kode in semua])
                tx.tambah(
                    "pagu", [dasar | _pagu(nomor, kode, tahun) for unit in self.kode_unit for kode in self.daun(unit)]
                )

    def _pohon(self) -> Iterator[tuple[str, str, str | None, str | None]]:
        yield ("T1", "tujuan", None, None)
        yield (_SIMPUL, "sasaran", "T1", None)
        yield ("P1", "program", _SIMPUL, None)
        for unit in self.kode_unit:
            yield (unit, "kegiatan", "P1", unit)
            yield from ((kode, "sub_kegiatan", unit, unit) for kode in self.daun(unit))

    def buku(self, gudang: Gudang, triwulan_diminta: Collection[int] = (1, 2, 3, 4)) -> Iterator[Berkas]:
        """Every workbook of every unit and triwulan in every filling, in the order of time; all bytes differ."""
        peta = self._peta(gudang, triwulan_diminta)
        for nomor, tahun in enumerate(self.tahun):
            for triwulan in triwulan_diminta:
                for unit in self.kode_unit:
                    periode = Periode(tahun, triwulan)
                    kosong = susun_format(gudang, KODE_PD, unit, periode, PADA).isi
                    yield from self._terisi(kosong, unit, periode, 4 * nomor + triwulan, peta[triwulan])

    def _peta(self, gudang: Gudang, triwulan_diminta: Collection[int]) -> dict[int, Mapping[str, Denah]]:
        """Where things stand in the workbook of the first unit, by triwulan; in all others they stand there as well."""
        contoh = self.kode_unit[0]
        return {
            triwulan: denah(susun_format(gudang, KODE_PD, contoh, Periode(self.tahun[0], triwulan), PADA).isi)
            for triwulan in triwulan_diminta
        }

    def _terisi(
        self, kosong: bytes, unit: str, periode: Periode, ke: int, peta: Mapping[str, Denah]
    ) -> Iterator[Berkas]:
        contoh = self.kode_unit[0]
        nilai = [100 + ke + nomor / 4 for nomor in range(self.baris)]
        rupiah = {peta["Anggaran"].sel(kode, "rupiah"): 1_000_000 * periode.triwulan for kode in self.daun(contoh)}
        isi = _ketik(kosong, "Anggaran", rupiah)
        sel = [peta["Realisasi"].sel(kode, "realisasi") for kode in self.kode(contoh)]
        rapat = {peta["Realisasi"].sel(kode, "faktor_pendorong"): "rapat rutin" for kode in self.kode(contoh)}
        for nomor, nama in enumerate(ISIAN):
            keliru: dict[str, float | str] = {"salah ketik": "belum lengkap", "menurun": 1}
            pertama = keliru.get(nama, nilai[0] + nomor / 16)
            ketikan: dict[str, float | str] = {**rapat, **dict(zip(sel, [pertama, *nilai[1:]], strict=True))}
            yield Berkas(f"{periode.tahun}_TW{periode.triwulan}_{unit}_{nomor}.xlsx", _ketik(isi, "Realisasi", ketikan))


def _ketik(isi: bytes, lembar: str, ketikan: Mapping[str, float | str]) -> bytes:
    """The workbook with these blank cells typed, in the XML itself because openpyxl takes ten times as long."""

    def tulis(cocok: re.Match[str]) -> str:
        isian = ketikan.get(cocok["alamat"])
        if isian is None:
            return cocok[0]
        awal = f'<c r="{cocok["alamat"]}"{cocok["gaya"]}'
        return (
            f"{awal}><v>{isian}</v></c>"
            if not isinstance(isian, str)
            else f'{awal} t="inlineStr"><is><t>{isian}</t></is></c>'
        )

    return ubah_lembar(isi, lembar, lambda bagian: _SEL_KOSONG.sub(tulis, bagian.decode()).encode())


def _unit(nomor: int, kode: str) -> dict[str, Any]:
    return {"kode_unit": kode, "nama": f"Seksi {kode}", "jenis": "seksi", "anggaran_semua": False, "urutan": nomor}


def _simpul(kode: str, tingkat: str, induk: str | None, unit: str | None) -> dict[str, Any]:
    letak = {"kode_simpul": kode, "tingkat": tingkat, "kode_induk": induk, "kode_unit": unit}
    return {**letak, "nama": f"Hasil {kode}", "urutan": 1}


def _indikator(nomor: int, unit: str, kode: str) -> dict[str, Any]:
    nama = {"kode_indikator": kode, "nama": f"Luas lahan yang terdata {kode}", "satuan": "Hektare"}
    return {**nama, "kode_simpul": _SIMPUL, "kode_unit": unit, "urutan": nomor}


def _rencana(nomor: int, tahun: int) -> dict[str, Any]:
    return {
        "id_rencana": nomor,
        "kode_dokumen": f"RENJA-{tahun}",
        "jenis": "renja",
        "tahun_awal": tahun,
        "tahun_akhir": tahun,
        "ke": 0,
        "revisi": 0,
        "tanggal": date(tahun, 1, 2),
        "dokumen": f"Renja {tahun} (contoh)",
    }


def _aturan(kode: str, tahun: int) -> dict[str, Any]:
    aturan = {"polaritas": "naik", "rumus": "naik", "frekuensi": "triwulanan", "agregasi": "nilai_akhir"}
    return {**aturan, "kode_indikator": kode, "tahun": tahun, "revisi": 0, "cara_isi": "triwulan_ini"}


def _target(nomor: int, kode: str, tahun: int) -> dict[str, Any]:
    letak = {"id_rencana": nomor, "kode_indikator": kode, "tahun": tahun, "triwulan": 0}
    return {**letak, "nilai": Decimal(400), "lembar": "Target Renja", "sel": "A1"}


def _pagu(nomor: int, kode: str, tahun: int) -> dict[str, Any]:
    letak = {"id_rencana": nomor, "kode_simpul": kode, "tahun": tahun}
    return {**letak, "rupiah": Decimal(10_000_000), "lembar": "Pagu", "sel": "A1"}
