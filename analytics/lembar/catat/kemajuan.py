"""From upload to upload: which findings were mended, which stand, which are new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from analytics.lembar.periksa.pemeriksaan import Pemeriksaan
from analytics.temuan.butir import Temuan


@dataclass(frozen=True)
class Kemajuan:
    """An upload against the one before it (number `terhadap`): galat and peringatan by what became of them.

    `belum_terperiksa` could not be looked at again, because their sheet, row or cell could not be read this time.
    """

    terhadap: int
    diperbaiki: tuple[Temuan, ...]
    tersisa: tuple[Temuan, ...]
    baru: tuple[Temuan, ...]
    belum_terperiksa: tuple[Temuan, ...]

    @property
    def kalimat(self) -> str:
        """`7 diperbaiki, 2 tersisa, 0 baru dibanding unggahan ke-1`."""
        bagian = [f"{len(self.diperbaiki)} diperbaiki", f"{len(self.tersisa)} tersisa", f"{len(self.baru)} baru"]
        if self.belum_terperiksa:
            bagian.append(f"{len(self.belum_terperiksa)} belum dapat diperiksa ulang")
        return f"{', '.join(bagian)} dibanding unggahan ke-{self.terhadap}"


def diperbaiki(terbuka: Iterable[Mapping[str, Any]], pemeriksaan: Pemeriksaan) -> dict[str, list[int]]:
    """The open findings (rows of question temuan_terbuka) that a new upload mended: numbers by id_objek.

    A finding is mended when it was looked at again and is not there: its row was read, and no galat hides it, in its
    cell or, for a question about meaning, anywhere in its row.
    """
    kini = {satu.pokok for satu in pemeriksaan.temuan}
    galat = [satu for satu in pemeriksaan.temuan if satu.tingkat == "galat"]
    sel_buta = {(satu.lembar, satu.kode_baris, satu.kolom) for satu in galat}
    baris_buta = {(satu.lembar, satu.kode_baris) for satu in galat if satu.kode_baris is not None}
    hasil: dict[str, list[int]] = {}
    for satu in terbuka:
        letak = (satu["lembar"], satu["kode_baris"], satu["kolom"])
        terbaca = satu["kode_baris"] is None or letak[:2] in pemeriksaan.terperiksa
        buta = letak in sel_buta if satu["tingkat"] == "galat" else letak[:2] in baris_buta
        if satu["pokok"] not in kini and terbaca and not buta:
            hasil.setdefault(satu["id_objek"], []).append(satu["nomor"])
    return hasil


def bandingkan(terhadap: int, lama: Iterable[tuple[Temuan, bool]], kini: Iterable[Temuan]) -> Kemajuan:
    """The findings of the upload before, each with whether this one mended it, against those of this one."""
    dulu = [(satu, beres) for satu, beres in lama if satu.tingkat != "info"]
    sekarang = [satu for satu in kini if satu.tingkat != "info"]
    pokok_dulu, pokok_kini = {satu.pokok for satu, _ in dulu}, {satu.pokok for satu in sekarang}
    return Kemajuan(
        terhadap=terhadap,
        diperbaiki=tuple(satu for satu, beres in dulu if beres),
        tersisa=tuple(satu for satu in sekarang if satu.pokok in pokok_dulu),
        baru=tuple(satu for satu in sekarang if satu.pokok not in pokok_dulu),
        belum_terperiksa=tuple(satu for satu, beres in dulu if not beres and satu.pokok not in pokok_kini),
    )
