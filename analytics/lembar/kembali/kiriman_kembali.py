"""What goes back to the unit for one upload: the marked copy, the memo, and its own file untouched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from analytics.acuan import pejabat_pada
from analytics.lembar.bentuk.bahan import muat_kantor
from analytics.lembar.catat.unggahan import Unggahan, UnggahanTidakAda
from analytics.naskah.kepala import PENGIRIM, Kembalian, susun_penanda
from analytics.sop.peran import KASUBBAG_PERENCANAAN, NAMA_PERAN
from analytics.temuan.butir import Temuan, ada_galat
from data.gudang import Gudang

_JABATAN_PENGIRIM: Final = NAMA_PERAN[KASUBBAG_PERENCANAAN]


def kepala_kembalian(gudang: Gudang, unggahan: Unggahan, temuan: Sequence[Temuan], waktu: datetime) -> Kembalian:
    """The heading of a return; `temuan` are the findings as they stand now. Raises UnggahanTidakAda."""
    kantor = muat_kantor(gudang, unggahan.kode_pd, waktu.date())
    if kantor is None:
        raise UnggahanTidakAda(unggahan.id_unggahan)
    return Kembalian(
        nama_kantor=kantor.nama,
        nama_unit=unggahan.nama_unit or "unit pengirim",
        periode=unggahan.periode.nama if unggahan.periode else "periode tidak dikenali",
        nama_berkas=unggahan.nama_berkas,
        ke=unggahan.nomor,
        waktu=waktu,
        contoh=kantor.contoh,
        putusan=kalimat_putusan(unggahan, temuan),
        kemajuan=unggahan.kemajuan.kalimat if unggahan.kemajuan else "",
        kabupaten=kantor.kabupaten,
        penanda=susun_penanda(PENGIRIM, pejabat_pada(gudang, unggahan.kode_pd, _JABATAN_PENGIRIM, waktu.date())),
    )


def kalimat_putusan(unggahan: Unggahan, temuan: Sequence[Temuan]) -> str:
    """What was decided about an upload, as one sentence for its sender."""
    galat = sum(butir.tingkat == "galat" for butir in temuan)
    peringatan = sum(butir.tingkat == "peringatan" for butir in temuan)
    if unggahan.keadaan == "diterima":
        return f"Diterima sebagai versi {unggahan.versi}."
    if ada_galat(temuan):
        return f"Belum dapat diterima: {galat} galat harus diperbaiki; tidak ada angka yang disimpan."
    if peringatan:
        return f"Dapat diterima setelah {peringatan} peringatan diperbaiki atau diberi alasan."
    return "Siap diterima."
