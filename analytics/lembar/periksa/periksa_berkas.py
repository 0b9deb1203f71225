"""Checks one uploaded file from its bytes to its findings; nothing is stored here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analytics.acuan import Penanya
from analytics.aturan import teks
from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.bahan import Ingatan, UnitTidakDikenal, muat_bahan, muat_kantor
from analytics.lembar.bentuk.format import IdentitasFormat
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.kenali import bandingkan_permintaan, kenali
from analytics.lembar.periksa.menyeluruh import IsiLembar, periksa
from analytics.pembaca.baca import BukuTerbaca, Pembaca
from analytics.sistem import waktu_kini
from analytics.temuan.berkas_ditolak import temuan_berkas
from analytics.temuan.butir import Temuan, buat, urutkan
from data.gudang import Gudang


class PemeriksaBerkas:
    """Checks files of one office one after another with one reading child, and remembers plan and history."""

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
        versi = self._ingatan.segarkan(self._kode_pd)
        kantor = muat_kantor(self._ingatan, self._kode_pd, waktu_kini().date())
        if kantor is None:
            raise LookupError(self._kode_pd)
        sampul = _SampulBerkas(self._kode_pd, isi, nama_berkas, versi, dict(pilihan or {}))
        hasil = self._pembaca.baca(isi)
        if not isinstance(hasil, BukuTerbaca):
            return sampul.tutup(IsiLembar(temuan=temuan_berkas(hasil)))
        identitas = kenali(hasil, kantor)
        if isinstance(identitas, Temuan):
            return sampul.tutup(IsiLembar(temuan=(identitas,)), hasil)
        try:
            bahan = muat_bahan(self._ingatan, self._kode_pd, identitas.kode_unit, identitas.periode)
        except UnitTidakDikenal:
            return sampul.tutup(IsiLembar(temuan=(_unit_asing(identitas, self._ingatan),)), hasil)
        permintaan = tuple(bandingkan_permintaan(identitas, kode_unit, periode))
        isi_lembar = periksa(hasil, bahan, identitas, sampul.pilihan)
        return sampul.tutup(isi_lembar, hasil, identitas, bahan.nama_unit, permintaan)


def periksa_berkas(
    gudang: Gudang,
    kode_pd: str,
    isi: bytes,
    nama_berkas: str,
    *,
    kode_unit: str | None = None,
    periode: Periode | None = None,
    pembaca: Pembaca | None = None,
) -> HasilPeriksa:
    """Check one file as `PemeriksaBerkas.periksa` does, with a reading child of its own unless there is one."""
    if pembaca is not None:
        return PemeriksaBerkas(gudang, kode_pd, pembaca).periksa(isi, nama_berkas, kode_unit=kode_unit, periode=periode)
    with Pembaca() as sendiri:
        return PemeriksaBerkas(gudang, kode_pd, sendiri).periksa(isi, nama_berkas, kode_unit=kode_unit, periode=periode)


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
