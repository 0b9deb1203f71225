"""Puts the sample office into a store through the same import and upload code that a user uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from analytics.aturan.periode import Periode
from analytics.contoh.akun import semai_akun
from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.contoh.jalan import PemainSop, lewat_sop
from analytics.contoh.kiriman import DIPAKAI_SEJAK, PERIODE, Kiriman, daftar_kiriman
from analytics.contoh.pejabat import semai_pejabat
from analytics.contoh.ukuran import TRIWULAN
from analytics.lembar.catat.terima import terima
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from analytics.rencana.impor import impor_rencana
from analytics.sistem import buka_gudang
from data.gudang import Gudang
from data.letak import letakkan, sisihkan
from data.sementara import bersihkan, folder_sementara

RENCANA: Final = "rencana.xlsx"
RENCANA_PERUBAHAN: Final = "rencana_perubahan_2025.xlsx"
LETAK: Final = Path(__file__).parents[2] / "data" / "contoh"
"""Where the shipped workbooks stand."""
_KASUBBAG: Final = "Kasubbag Perencanaan (contoh)"
BANYAK_LANGKAH: Final = len((RENCANA, RENCANA_PERUBAHAN)) + len(tuple(daftar_kiriman())) + sum(map(lewat_sop, PERIODE))
"""Both plans, every workbook, and the SOP of every periode that goes through it."""
_DIBUAT: Final = "sedang-dibuat-"
_NAMA_UNIT: Final = {unit.kode: unit.nama for unit in UNIT}
_ALASAN: Final = "Sudah dikonfirmasi kepada unit (data contoh)"


class ContohTidakSesuai(Exception):
    """A shipped workbook was not taken: it and the program do not belong together."""


@dataclass(frozen=True)
class LangkahContoh:
    """How far the making is: step `ke` of `dari`, and what is done in it, in words for a person who waits."""

    ke: int
    dari: int
    uraian: str


Kabar = Callable[[LangkahContoh], None]
"""Is told of every step before it is taken; what it raises ends the making."""


class Penyemai:
    """Imports and receives workbooks one after another with one reading child. Use it as a context manager."""

    def __init__(self, gudang: Gudang) -> None:
        self._gudang = gudang
        self._pembaca = Pembaca()
        self._pemeriksa = PemeriksaBerkas(gudang, KODE_PD, self._pembaca)
        self._impor = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self._pembaca.tutup()

    def impor(self, nama: str, byte: bytes) -> None:
        """Import a rencana workbook. Raises ContohTidakSesuai when it is not stored."""
        waktu = DIPAKAI_SEJAK + timedelta(hours=self._impor)
        self._impor += 1
        putusan = impor_rencana(self._gudang, byte, nama, _KASUBBAG, waktu, _ALASAN, buka=self._pembaca.baca)
        if putusan.status not in {"tersimpan", "sudah_diimpor"}:
            raise ContohTidakSesuai(f"{nama}: {[(temuan.alamat, temuan.pesan) for temuan in putusan.temuan]}")

    def terima(self, kiriman: Kiriman, byte: bytes) -> str | None:
        """Receive a format workbook; its id_kiriman, None when it was received before.

        Raises ContohTidakSesuai when it is not accepted.
        """
        nama, kunci = Path(kiriman.jalur).name, f"contoh:{kiriman.jalur}"
        if self._gudang.kueri("peristiwa_kunci", kunci=kunci):
            return None
        pemeriksaan = self._pemeriksa.periksa(byte, nama)
        alasan = {temuan.kunci: _ALASAN for temuan in pemeriksaan.perlu_alasan({})}
        putusan = terima(self._gudang, pemeriksaan, alasan, _KASUBBAG, kiriman.diterima, kunci)
        if putusan.status not in {"diterima", "sudah_ada"}:
            raise ContohTidakSesuai(f"{nama}: {[(temuan.alamat, temuan.pesan) for temuan in putusan.temuan]}")
        return putusan.id_kiriman


class _Penghitung:
    """Numbers the steps and passes them on."""

    def __init__(self, kabar: Kabar) -> None:
        self._kabar = kabar
        self._ke = 0

    def mulai(self, uraian: str) -> None:
        """The next step begins."""
        self._ke += 1
        self._kabar(LangkahContoh(self._ke, BANYAK_LANGKAH, uraian))


def _diam(_langkah: LangkahContoh) -> None:
    """Tell nobody."""


def buat_contoh(tujuan: Path, kabar: Kabar = _diam) -> None:
    """Make the store of the sample office at `tujuan`, unless another program has made it meanwhile.

    It is seeded in a folder beside its place, which it gets when it is whole: nobody ever opens half an office, and
    what a killed program left is cleared. The log that a deleted store left there is set aside. Raises what `semai`
    raises, and OSError or a kind of GalatGudang when the disk refuses.
    """
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    bersihkan(tujuan.parent, _DIBUAT)
    with folder_sementara(tujuan.parent, _DIBUAT) as folder:
        baru = buka_gudang(folder / tujuan.name)
        try:
            semai(baru, kabar=kabar)
        finally:
            baru.tutup()
        if not tujuan.exists():
            sisihkan(tujuan, "sebelumnya")
            letakkan(folder / tujuan.name, tujuan)


def semai(gudang: Gudang, letak: Path = LETAK, kabar: Kabar = _diam) -> None:
    """Import and receive every shipped workbook of the sample office; doing it again changes nothing.

    Raises ContohTidakSesuai when a workbook is not taken and FileNotFoundError when one is missing.
    """
    if not gudang.kueri("akun_ada"):
        semai_akun(gudang, DIPAKAI_SEJAK)
    penghitung, pemain = _Penghitung(kabar), PemainSop(gudang)
    with Penyemai(gudang) as penyemai:
        for jalur in (RENCANA, RENCANA_PERUBAHAN):
            penghitung.mulai(f"Mengimpor {jalur}")
            penyemai.impor(jalur, (letak / jalur).read_bytes())
        semai_pejabat(gudang, DIPAKAI_SEJAK)
        semua = _SemaiPeriode(penyemai, pemain, penghitung, letak)
        for periode, kiriman in groupby(daftar_kiriman(), lambda kiriman: kiriman.periode):
            semua.semai(periode, tuple(kiriman))


@dataclass(frozen=True)
class _SemaiPeriode:
    penyemai: Penyemai
    pemain: PemainSop
    penghitung: _Penghitung
    letak: Path

    def semai(self, periode: Periode, semua: tuple[Kiriman, ...]) -> None:
        """Receive the workbooks of one periode, and walk it through the SOP when it is new enough."""
        baru = [kiriman for kiriman in semua if self._terima(kiriman)]
        if not lewat_sop(periode):
            return
        self.penghitung.mulai(f"Menjalankan SOP {periode.nama}")
        if baru:
            terakhir = max(kiriman.diterima for kiriman in semua)
            self.pemain.selesaikan(periode, terakhir)
            if periode.triwulan == TRIWULAN:
                self.pemain.lapor(periode.tahun, terakhir + timedelta(days=20))

    def _terima(self, kiriman: Kiriman) -> bool:
        """Whether the workbook was received now, and not before."""
        self.penghitung.mulai(f"Menerima buku kerja {kiriman.periode.nama} dari {_NAMA_UNIT[kiriman.unit]}")
        id_kiriman = self.penyemai.terima(kiriman, (self.letak / kiriman.jalur).read_bytes())
        if id_kiriman is not None and lewat_sop(kiriman.periode):
            self.pemain.mulai(kiriman.periode, kiriman.dibuat)
            self.pemain.kirim(kiriman, id_kiriman)
        return id_kiriman is not None
