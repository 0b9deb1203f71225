"""Puts the sample office into a store through the same import and upload code that a user uses."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from analytics.aturan.periode import Periode
from analytics.contoh.akun import semai_akun
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.jalan import PemainSop, lewat_sop
from analytics.contoh.kiriman import DIPAKAI_SEJAK, Kiriman, daftar_kiriman
from analytics.contoh.pejabat import semai_pejabat
from analytics.lembar.catat.terima import terima
from analytics.lembar.periksa.pemeriksa import periksa_berkas
from analytics.pembaca.baca import Pembaca
from analytics.rencana.impor import impor_rencana
from analytics.sistem import buka_gudang
from data.gudang import Gudang
from data.letak import buang, letakkan, sisihkan

RENCANA: Final = "rencana.xlsx"
RENCANA_PERUBAHAN: Final = "rencana_perubahan_2025.xlsx"
LETAK: Final = Path(__file__).parents[2] / "data" / "contoh"
"""Where the shipped workbooks stand."""
_KASUBBAG: Final = "Kasubbag Perencanaan (contoh)"
_ALASAN: Final = "Sudah dikonfirmasi kepada unit (data contoh)"


class ContohTidakSesuai(Exception):
    """A shipped workbook was not taken: it and the program do not belong together."""


class Penyemai:
    """Imports and receives workbooks one after another with one reading child. Use it as a context manager."""

    def __init__(self, gudang: Gudang) -> None:
        self._gudang = gudang
        self._pembaca = Pembaca()
        self._impor = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self._pembaca.tutup()

    def impor(self, nama: str, isi: bytes) -> None:
        """Import a rencana workbook. Raises ContohTidakSesuai when it is not stored."""
        waktu = DIPAKAI_SEJAK + timedelta(hours=self._impor)
        self._impor += 1
        putusan = impor_rencana(self._gudang, isi, nama, _KASUBBAG, waktu, _ALASAN, buka=self._pembaca.baca)
        if putusan.status not in {"tersimpan", "sudah_diimpor"}:
            raise ContohTidakSesuai(f"{nama}: {[(satu.alamat, satu.pesan) for satu in putusan.temuan]}")

    def terima(self, kiriman: Kiriman, isi: bytes) -> str | None:
        """Receive a format workbook; its id_kiriman, None when it was received before.

        Raises ContohTidakSesuai when it is not accepted.
        """
        nama, kunci = Path(kiriman.jalur).name, f"contoh:{kiriman.jalur}"
        if self._gudang.kueri("peristiwa_kunci", kunci=kunci):
            return None
        pemeriksaan = periksa_berkas(self._gudang, KODE_PD, isi, nama, pembaca=self._pembaca)
        alasan = {satu.kunci: _ALASAN for satu in pemeriksaan.perlu_alasan({})}
        putusan = terima(self._gudang, pemeriksaan, alasan, _KASUBBAG, kiriman.diterima, kunci)
        if putusan.status not in {"diterima", "sudah_ada"}:
            raise ContohTidakSesuai(f"{nama}: {[(satu.alamat, satu.pesan) for satu in putusan.temuan]}")
        return putusan.id_kiriman


def buat_contoh(tujuan: Path) -> None:
    """Make the store of the sample office at `tujuan`.

    It is seeded beside its final name, so that an interrupted start leaves no half office behind. What a deleted one
    left there is set aside.
    """
    sementara = tujuan.with_suffix(".baru")
    buang(sementara)
    baru = buka_gudang(sementara)
    try:
        semai(baru)
    finally:
        baru.tutup()
    sisihkan(tujuan, "sebelumnya")
    letakkan(sementara, tujuan)


def semai(gudang: Gudang, letak: Path = LETAK) -> None:
    """Import and receive every shipped workbook of the sample office; doing it again changes nothing.

    Raises ContohTidakSesuai when a workbook is not taken and FileNotFoundError when one is missing.
    """
    if not gudang.kueri("akun_ada"):
        semai_akun(gudang, DIPAKAI_SEJAK)
    pemain = PemainSop(gudang)
    with Penyemai(gudang) as penyemai:
        for jalur in (RENCANA, RENCANA_PERUBAHAN):
            penyemai.impor(jalur, (letak / jalur).read_bytes())
        semai_pejabat(gudang, DIPAKAI_SEJAK)
        for periode, kiriman in groupby(daftar_kiriman(), lambda satu: satu.periode):
            _semai_periode(penyemai, pemain, periode, tuple(kiriman), letak)


def _semai_periode(
    penyemai: Penyemai, pemain: PemainSop, periode: Periode, kiriman: tuple[Kiriman, ...], letak: Path
) -> None:
    """Receive the workbooks of one periode, and walk it through the SOP when it is new enough."""
    baru = False
    for satu in kiriman:
        id_kiriman = penyemai.terima(satu, (letak / satu.jalur).read_bytes())
        if lewat_sop(periode) and id_kiriman is not None:
            baru = True
            pemain.mulai(periode, satu.dibuat)
            pemain.kirim(satu, id_kiriman)
    if baru:
        terakhir = max(satu.diterima for satu in kiriman)
        pemain.selesaikan(periode, terakhir)
        if periode.triwulan == 4:
            pemain.lapor(periode.tahun, terakhir + timedelta(days=20))
