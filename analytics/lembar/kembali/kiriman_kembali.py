"""What of one upload goes back to its unit: the heading, who has to do what, and whether a format can be filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from analytics.acuan import pejabat_pada
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan, muat_kantor
from analytics.lembar.catat.unggahan import Unggahan, UnggahanTidakAda
from analytics.lembar.kembali.nasib import JawabanTemuan, TemuanKembali, bagi_temuan
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.naskah.kepala import PENGIRIM, Kembalian, susun_penanda
from analytics.pembaca.baca import BukuTerbaca
from analytics.sop.peran import KASUBBAG_PERENCANAAN, NAMA_PERAN
from analytics.temuan.butir import Temuan, ada_galat
from data.gudang import Gudang

_JABATAN_PENGIRIM: Final = NAMA_PERAN[KASUBBAG_PERENCANAAN]
_MILIK_LAIN: Final = frozenset({"unit_lain", "periode_lain"})
"""Findings that say that another workbook was asked for."""


@dataclass(frozen=True)
class Pengembalian:
    """One return: what was checked, the heading, and the findings by who has to do something about them.

    `bahan` is the format in force to be filled from `buku`; None for a file that is no format of this office, unit and
    periode. `buku` is None for a file that was not read.
    """

    pemeriksaan: HasilPeriksa
    kepala: Kembalian
    temuan: tuple[TemuanKembali, ...]
    bahan: BahanFormat | None

    @property
    def buku(self) -> BukuTerbaca | None:
        """The sheets of the file, as they were read."""
        return self.pemeriksaan.buku


def susun_pengembalian(
    gudang: Gudang, unggahan: Unggahan, pemeriksaan: HasilPeriksa, temuan: Sequence[Temuan], waktu: datetime
) -> Pengembalian:
    """The return of an upload; `temuan` are its findings as they stand now. Raises UnggahanTidakAda."""
    kantor = muat_kantor(gudang, unggahan.kode_pd, waktu.date())
    if kantor is None:
        raise UnggahanTidakAda(unggahan.id_unggahan)
    kembali = bagi(unggahan, pemeriksaan, temuan)
    kepala = Kembalian(
        nama_kantor=kantor.nama,
        nama_unit=unggahan.nama_unit or "unit pengirim",
        periode=unggahan.periode.nama if unggahan.periode else "periode tidak dikenali",
        nama_berkas=unggahan.nama_berkas,
        ke=unggahan.nomor,
        waktu=waktu,
        contoh=kantor.contoh,
        putusan=kalimat_putusan(unggahan, kembali),
        keterangan=tuple(_keterangan(unggahan, pemeriksaan, kembali)),
        kabupaten=kantor.kabupaten,
        penanda=susun_penanda(PENGIRIM, pejabat_pada(gudang, unggahan.kode_pd, _JABATAN_PENGIRIM, waktu.date())),
    )
    return Pengembalian(pemeriksaan, kepala, kembali, muat_bahan_kembali(gudang, pemeriksaan))


def bagi(unggahan: Unggahan, pemeriksaan: HasilPeriksa, temuan: Sequence[Temuan]) -> tuple[TemuanKembali, ...]:
    """The findings of an upload by who has to do something about them."""
    tersimpan = {simpanan.temuan.kunci: simpanan for simpanan in unggahan.temuan}
    tertulis = {kunci: simpanan.alasan for kunci, simpanan in tersimpan.items() if simpanan.alasan}
    tegas = frozenset(kunci for kunci, simpanan in tersimpan.items() if simpanan.keadaan != "baru")
    return bagi_temuan(temuan, JawabanTemuan({**tertulis, **pemeriksaan.alasan_tertulis}, tegas))


def diminta(kembali: Sequence[TemuanKembali]) -> int:
    """How many findings ask something of the unit."""
    return sum(butir.kelompok == "unit" for butir in kembali)


def dapat_dipindahkan(pemeriksaan: HasilPeriksa) -> bool:
    """Whether a file was read and is a format of this office, unit and periode, so that it goes over into one."""
    lain = any(butir.kode in _MILIK_LAIN for butir in pemeriksaan.temuan)
    return pemeriksaan.buku is not None and pemeriksaan.identitas is not None and not lain


def muat_bahan_kembali(gudang: Gudang, pemeriksaan: HasilPeriksa) -> BahanFormat | None:
    """The format in force that a checked file goes over into; None where it does not."""
    identitas = pemeriksaan.identitas
    if identitas is None or not dapat_dipindahkan(pemeriksaan):
        return None
    return muat_bahan(gudang, pemeriksaan.kode_pd, identitas.kode_unit, identitas.periode)


def _keterangan(unggahan: Unggahan, pemeriksaan: HasilPeriksa, kembali: Sequence[TemuanKembali]) -> Iterator[str]:
    if pemeriksaan.realisasi or pemeriksaan.anggaran:
        yield pemeriksaan.kalimat_isian
    if unggahan.kemajuan is not None:
        yield f"{unggahan.kemajuan.kalimat}."
    menunggu = sum(butir.kelompok == "kasubbag" for butir in kembali)
    if menunggu and diminta(kembali):
        yield f"{menunggu} peringatan yang sudah dijelaskan unit menunggu Kasubbag Perencanaan."


def kalimat_putusan(unggahan: Unggahan, kembali: Sequence[TemuanKembali]) -> str:
    """What was decided about an upload, as one sentence for its sender."""
    temuan = [butir.temuan for butir in kembali]
    galat = sum(butir.tingkat == "galat" for butir in temuan)
    menunggu = sum(butir.kelompok == "kasubbag" for butir in kembali)
    if unggahan.keadaan == "diterima":
        return f"Diterima sebagai versi {unggahan.versi}."
    if ada_galat(temuan):
        return f"Belum dapat diterima: {galat} galat harus diperbaiki; tidak ada angka yang disimpan."
    if diminta(kembali):
        return f"Dapat diterima setelah {diminta(kembali)} peringatan diperbaiki atau diberi alasan."
    if menunggu:
        return (
            f"Dapat diterima setelah Kasubbag Perencanaan menegaskan {menunggu} peringatan yang sudah dijelaskan unit."
        )
    return "Siap diterima."
