"""A small office for the tests of evaluation: facts go straight into the store, one indicator a line."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil import BarisIndikator
from analytics.formulir import MENURUT_KODE
from data.gudang import Gudang, Peristiwa
from tests.alat.kosong import gudang_kosong

KODE_PD = "7.01.05"
WAKTU = datetime(2026, 10, 5, 9, 0)
TAHUN = 2026
LAPORAN = tuple(MENURUT_KODE)
"""The forms that an indicator of this office stands in: every one."""


def peristiwa(aksi: str) -> Peristiwa:
    return Peristiwa(KODE_PD, "penguji", aksi, "uji", {}, WAKTU)


@dataclass
class Toko:
    """Collects rows and writes them in one transaction by `tulis`."""

    gudang: Gudang = field(default_factory=gudang_kosong)
    kode_pd: str = KODE_PD
    tabel: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    kiriman_dibuat: set[tuple[str, int, int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.tambah(
            "perangkat_daerah", nama="Kecamatan Uji", kabupaten="Kabupaten Uji", kode_wilayah="33.03.05", contoh=True
        )
        self.tambah("unit", kode_unit="S1", nama="Seksi Satu", jenis="seksi", anggaran_semua=False, urutan=1)
        self.tambah("unit", kode_unit="S2", nama="Seksi Dua", jenis="seksi", anggaran_semua=False, urutan=2)
        self.simpul("T1", "tujuan", None, 1)
        self.simpul("S1.1", "sasaran", "T1", 2)
        self.dokumen(1, "renstra", 2024, 2028, date(2024, 1, 2))
        for nomor, tahun in ((2, 2024), (3, 2025), (4, TAHUN)):
            self.dokumen(nomor, "renja", tahun, tahun, date(tahun, 1, 2))

    def tambah(self, tabel: str, **isi: Any) -> None:
        self.tabel.setdefault(tabel, []).append({"kode_pd": self.kode_pd, **isi})

    def simpul(
        self,
        kode: str,
        tingkat: str,
        induk: str | None,
        urutan: int,
        unit: str | None = None,
        sasaran: str | None = None,
    ) -> None:
        self.tambah(
            "simpul",
            kode_simpul=kode,
            tingkat=tingkat,
            kode_induk=induk,
            nama=f"Nama {kode}",
            kode_unit=unit,
            urutan=urutan,
            sasaran=sasaran,
        )

    def dokumen(self, nomor: int, jenis: str, awal: int, akhir: int, tanggal: date, ke: int = 0) -> None:
        self.tambah(
            "rencana",
            id_rencana=nomor,
            kode_dokumen=f"{jenis}-{awal}",
            jenis=jenis,
            tahun_awal=awal,
            tahun_akhir=akhir,
            ke=ke,
            revisi=0,
            tanggal=tanggal,
            dokumen=f"{jenis} {awal} {'murni' if ke == 0 else f'perubahan ke-{ke}'}",
        )

    def indikator(self, kode: str, simpul: str = "S1.1", unit: str = "S1", tahun: int = TAHUN, **aturan: Any) -> None:
        if not any(baris["kode_indikator"] == kode for baris in self.tabel.get("indikator", [])):
            self.tambah(
                "indikator",
                kode_indikator=kode,
                kode_simpul=simpul,
                nama=f"Indikator {kode}",
                satuan="persen",
                kode_unit=unit,
                urutan=len(self.tabel.get("indikator", [])),
            )
            for laporan in LAPORAN:
                self.tambah("laporan_indikator", kode_indikator=kode, laporan=laporan)
        bawaan = {
            "polaritas": "naik",
            "rumus": "naik",
            "frekuensi": "triwulanan",
            "agregasi": "jumlah",
            "cara_isi": "triwulan_ini",
        }
        self.tambah("aturan_indikator", kode_indikator=kode, tahun=tahun, revisi=0, **{**bawaan, **aturan})

    def target(
        self, kode: str, isi: Mapping[int, Any], tahun: int = TAHUN, rencana: int = 4, desimal: int | None = None
    ) -> None:
        for triwulan, nilai in isi.items():
            self.tambah(
                "target",
                id_rencana=rencana,
                kode_indikator=kode,
                tahun=tahun,
                triwulan=triwulan,
                lembar="Target",
                sel="A1",
                desimal=desimal,
                **_bentuk(nilai),
            )

    def lapor(self, kode: str, isi: Mapping[int, Any], tahun: int = TAHUN, unit: str = "S1", versi: int = 1) -> None:
        for triwulan, nilai in isi.items():
            kosong, nihil = nilai is None, nilai == (0, 0)
            self.tambah(
                "realisasi",
                id_kiriman=self._kiriman(unit, tahun, triwulan, versi),
                kode_indikator=kode,
                tahun=tahun,
                triwulan=triwulan,
                keadaan="belum_ada_data" if kosong else "tidak_ada_kejadian" if nihil else "terisi",
                alasan="survei belum selesai" if kosong else "tidak ada pengaduan" if nihil else None,
                lembar="Realisasi",
                sel=f"J{triwulan + 9}",
                **({} if kosong or nihil else _realisasi(nilai)),
            )

    def anggaran(self, simpul: str, isi: Mapping[int, int], tahun: int = TAHUN, unit: str = "S1") -> None:
        for triwulan, rupiah in isi.items():
            self.tambah(
                "realisasi_anggaran",
                id_kiriman=self._kiriman(unit, tahun, triwulan, 1),
                kode_simpul=simpul,
                tahun=tahun,
                triwulan=triwulan,
                rupiah=Decimal(rupiah),
                lembar="Anggaran",
                sel="F9",
            )

    def koreksi(
        self, kode: str, tahun: int, triwulan: int, nilai: Any, jenis: str = "indikator", unit: str = "S1"
    ) -> None:
        """The Sekretaris puts another value in the place of what a unit reported."""
        nomor = len(self.tabel.get("koreksi", ())) + 1
        self.tambah(
            "koreksi",
            id_koreksi=f"{self.kode_pd}-K{nomor}",
            nomor=nomor,
            id_kiriman=self._kiriman(unit, tahun, triwulan, 1),
            tahun=tahun,
            triwulan=triwulan,
            jenis=jenis,
            kode=kode,
            lama="salah ketik",
            baru="dibetulkan",
            alasan="salah ketik",
            oleh="penguji",
            dikoreksi_pada=WAKTU,
            **({"rupiah": nilai} if jenis == "anggaran" else _realisasi(nilai)),
        )

    def pagu(self, simpul: str, isi: Mapping[int, int], rencana: int) -> None:
        for tahun, rupiah in isi.items():
            self.tambah(
                "pagu",
                id_rencana=rencana,
                kode_simpul=simpul,
                tahun=tahun,
                rupiah=Decimal(rupiah),
                lembar="Pagu",
                sel="B2",
            )

    def kas(self, simpul: str, *rupiah: int, rencana: int = 4, mulai: int = 1) -> None:
        """The anggaran kas of a node in 2026, triwulan by triwulan."""
        for triwulan, jumlah in enumerate(rupiah, mulai):
            self.tambah(
                "anggaran_kas",
                id_rencana=rencana,
                kode_simpul=simpul,
                tahun=TAHUN,
                triwulan=triwulan,
                rupiah=Decimal(jumlah),
                lembar="Pagu",
                sel=f"{'HIJK'[triwulan - 1]}2",
            )

    def _kiriman(self, unit: str, tahun: int, triwulan: int, versi: int) -> str:
        kunci = (unit, tahun, triwulan, versi)
        kantor = "" if self.kode_pd == KODE_PD else f"{self.kode_pd}-"
        nomor = f"{kantor}{unit}-{tahun}-{triwulan}-v{versi}"
        if kunci not in self.kiriman_dibuat:
            self.kiriman_dibuat.add(kunci)
            self.tambah(
                "kiriman",
                id_kiriman=nomor,
                kode_unit=unit,
                tahun=tahun,
                triwulan=triwulan,
                versi=versi,
                sha256=hashlib.sha256(nomor.encode()).hexdigest(),
                nama_berkas=f"{nomor}.xlsx",
                versi_format="1",
                diterima_pada=WAKTU,
                oleh="penguji",
            )
            isi = nomor.encode()
            self.tabel.setdefault("berkas", []).append(
                {"sha256": hashlib.sha256(isi).hexdigest(), "isi": isi, "ukuran": len(isi)}
            )
        return nomor

    def tulis(self) -> Gudang:
        with self.gudang.transaksi(replace(peristiwa("isi"), kode_pd=self.kode_pd)) as tx:
            for tabel, baris in self.tabel.items():
                tx.tambah(tabel, baris)
        self.tabel = {}
        return self.gudang

    def baris(self, kode: str, triwulan: int = 4, tahun: int = TAHUN) -> BarisIndikator:
        return baca(self.tulis(), KODE_PD, Periode(tahun, triwulan)).baris_indikator(tahun, kode)


def _bentuk(nilai: Any) -> dict[str, Any]:
    if isinstance(nilai, tuple):
        return {"bawah": Decimal(nilai[0]), "atas": Decimal(nilai[1])}
    if isinstance(nilai, str) and nilai.isalpha():
        return {"peringkat": nilai}
    return {"nilai": Decimal(str(nilai))}


def _realisasi(nilai: Any) -> dict[str, Any]:
    if isinstance(nilai, tuple):
        return {"pembilang": Decimal(nilai[0]), "penyebut": Decimal(nilai[1])}
    return _bentuk(nilai)
