"""Checks one uploaded file from its bytes to its findings; nothing is stored here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

from analytics.acuan import Penanya
from analytics.aturan import teks
from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.bahan import Ingatan, KantorFormat, UnitTidakDikenal, muat_bahan, muat_kantor
from analytics.lembar.bentuk.format import IdentitasFormat
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.kenali import baca_sidik, bandingkan_permintaan, kenali
from analytics.lembar.periksa.menyeluruh import IsiLembar, periksa
from analytics.pembaca.baca import BukuTerbaca, Pembaca
from analytics.pembaca.tolakan import Tolakan
from analytics.sistem import waktu_kini
from analytics.temuan.berkas_ditolak import temuan_berkas
from analytics.temuan.butir import Temuan, buat, urutkan
from data.gudang import Gudang

_TANPA_PILIHAN: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class BerkasTerbaca:
    """One uploaded file and what was read of it: its sheets, or why not."""

    isi: bytes = field(repr=False)
    nama: str
    buku: BukuTerbaca | tuple[Tolakan, ...] = field(repr=False)

    @cached_property
    def tertulis(self) -> tuple[IdentitasFormat, bool] | None:
        """The fingerprint as it stands in the workbook, and whether its sidik holds."""
        return baca_sidik(self.buku) if isinstance(self.buku, BukuTerbaca) else None

    @property
    def unit(self) -> str | None:
        """Whose workbook it says it is."""
        return self.tertulis[0].kode_unit if self.tertulis else None


class PemeriksaBerkas:
    """Checks files of one office with one reading child, and remembers plan and history from block to block."""

    def __init__(self, gudang: Gudang, kode_pd: str, pembaca: Pembaca) -> None:
        self._kode_pd = kode_pd
        self._pembaca = pembaca
        self._ingatan = Ingatan(gudang)

    def periksa(
        self,
        isi: bytes,
        nama_berkas: str,
        *,
        kode_unit: str | None = None,
        periode: Periode | None = None,
        pilihan: Mapping[str, str] | None = None,
    ) -> HasilPeriksa:
        """Guard, parse and check one uploaded file; nothing is stored.

        `kode_unit` and `periode` state which workbook was asked for, when it was one; `pilihan` the readings that were
        chosen for cells with several, by `Temuan.alamat`. Never raises for the file's sake. Raises LookupError when the
        store has no such office.
        """
        meja = self._buka()
        return meja.periksa(self.baca(isi, nama_berkas), kode_unit, periode, pilihan or {})

    def baca(self, isi: bytes, nama_berkas: str) -> BerkasTerbaca:
        """Guard and parse one uploaded file. Never raises for its sake."""
        return BerkasTerbaca(isi, nama_berkas, self._pembaca.baca(isi))

    def periksa_semua(self, semua: Sequence[BerkasTerbaca]) -> list[HasilPeriksa]:
        """Check several files against the store as it is now, with the questions of one. Raises as `periksa` does."""
        meja = self._buka()
        dikenali = [berkas.tertulis[0] for berkas in semua if berkas.tertulis]
        milik = {(identitas.kode_unit, identitas.periode) for identitas in dikenali}
        if len(milik) > 1:
            self._ingatan.siapkan(self._kode_pd, milik)
        return [meja.periksa(berkas) for berkas in semua]

    def _buka(self) -> _Meja:
        versi = self._ingatan.segarkan(self._kode_pd)
        kantor = muat_kantor(self._ingatan, self._kode_pd, waktu_kini().date())
        if kantor is None:
            raise LookupError(self._kode_pd)
        return _Meja(self._ingatan, kantor, versi)


@dataclass(frozen=True)
class _Meja:
    """What files are checked against: the store as remembered, the office of today, the plan in force."""

    ingatan: Ingatan
    kantor: KantorFormat
    versi: int

    def periksa(
        self,
        berkas: BerkasTerbaca,
        kode_unit: str | None = None,
        periode: Periode | None = None,
        pilihan: Mapping[str, str] = _TANPA_PILIHAN,
    ) -> HasilPeriksa:
        """Check one file that was read."""
        kode_pd, buku = self.kantor.kode_pd, berkas.buku
        sampul = _SampulBerkas(kode_pd, berkas.isi, berkas.nama, self.versi, dict(pilihan))
        if not isinstance(buku, BukuTerbaca):
            return sampul.tutup(IsiLembar(temuan=temuan_berkas(buku)))
        identitas = kenali(buku, berkas.tertulis, self.kantor)
        if isinstance(identitas, Temuan):
            return sampul.tutup(IsiLembar(temuan=(identitas,)), buku)
        try:
            bahan = muat_bahan(self.ingatan, kode_pd, identitas.kode_unit, identitas.periode)
        except UnitTidakDikenal:
            return sampul.tutup(IsiLembar(temuan=(_unit_asing(identitas, self.ingatan),)), buku)
        permintaan = tuple(bandingkan_permintaan(identitas, kode_unit, periode))
        isi_lembar = periksa(buku, bahan, identitas, sampul.pilihan)
        return sampul.tutup(isi_lembar, buku, identitas, bahan.nama_unit, permintaan)


@dataclass(frozen=True)
class _SampulBerkas:
    """The file that a check is about, and the plan in force when the check began."""

    kode_pd: str
    isi: bytes
    nama_berkas: str
    versi_rencana: int
    pilihan: Mapping[str, str]

    def tutup(
        self,
        hasil: IsiLembar,
        buku: BukuTerbaca | None = None,
        identitas: IdentitasFormat | None = None,
        nama_unit: str | None = None,
        tambahan: Sequence[Temuan] = (),
    ) -> HasilPeriksa:
        """Bind what the sheets say to the file."""
        return HasilPeriksa(
            kode_pd=self.kode_pd,
            nama_berkas=teks.nama_berkas(self.nama_berkas),
            isi=self.isi,
            sha256=hashlib.sha256(self.isi).hexdigest(),
            identitas=identitas,
            nama_unit=nama_unit,
            realisasi=hasil.realisasi,
            anggaran=hasil.anggaran,
            temuan=urutkan((*hasil.temuan, *tambahan)),
            alasan_tertulis=hasil.alasan,
            versi_rencana=self.versi_rencana,
            pilihan=self.pilihan,
            buku=buku,
            terperiksa=hasil.terperiksa,
        )


def _unit_asing(identitas: IdentitasFormat, penanya: Penanya) -> Temuan:
    dikenal = ", ".join(unit["kode_unit"] for unit in penanya.kueri("unit", kode_pd=identitas.kode_pd))
    pesan = f"Unit {identitas.kode_unit} tidak dikenal. Yang diharapkan salah satu dari: {dikenal}."
    return buat("unit_asing", pesan)
