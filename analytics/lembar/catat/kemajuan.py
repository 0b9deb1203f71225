"""From upload to upload: which findings were mended, which stand, which are new."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from analytics.lembar.periksa.hasil_periksa import BanyakTerisi, HasilPeriksa
from analytics.temuan.butir import Temuan


@dataclass(frozen=True)
class Kemajuan:
    """An upload against the one before it (number `terhadap`): galat and peringatan by what became of them.

    `belum_terperiksa` could not be looked at again, because their sheet, row or cell could not be read this time.
    `terisi` is how much was filled in the one before and in this one; None where that was not put on record.
    """

    terhadap: int
    diperbaiki: tuple[Temuan, ...]
    tersisa: tuple[Temuan, ...]
    baru: tuple[Temuan, ...]
    belum_terperiksa: tuple[Temuan, ...]
    terisi: tuple[BanyakTerisi, BanyakTerisi] | None = None

    @property
    def kalimat(self) -> str:
        """`12 indikator terisi, sebelumnya 0; 7 diperbaiki, 2 tersisa, 0 baru dibanding unggahan ke-1`."""
        temuan = self._sebut_temuan()
        isian = self._sebut_isian(selalu=not temuan)
        return f"{'; '.join([*isian, *temuan])} dibanding unggahan ke-{self.terhadap}"

    def _sebut_isian(self, *, selalu: bool) -> list[str]:
        """What was filled, where it changed; `selalu` also where it did not."""
        if self.terisi is None:
            return ["tanpa temuan"] if selalu else []
        dulu, kini = self.terisi
        banding = (("indikator", kini.indikator, dulu.indikator), ("baris anggaran", kini.anggaran, dulu.anggaran))
        berubah = [f"{ini} {apa} terisi, sebelumnya {itu}" for apa, ini, itu in banding if ini != itu]
        return berubah or ([f"tetap {kini.indikator} indikator terisi"] if selalu else [])

    def _sebut_temuan(self) -> list[str]:
        if not (self.diperbaiki or self.tersisa or self.baru or self.belum_terperiksa):
            return []
        bagian = [f"{len(self.diperbaiki)} diperbaiki", f"{len(self.tersisa)} tersisa", f"{len(self.baru)} baru"]
        if self.belum_terperiksa:
            bagian.append(f"{len(self.belum_terperiksa)} belum dapat diperiksa ulang")
        return [", ".join(bagian)]


def diperbaiki(terbuka: Iterable[Mapping[str, Any]], pemeriksaan: HasilPeriksa) -> dict[str, list[int]]:
    """The open findings (rows of question temuan_terbuka) that a new upload mended: numbers by id_objek.

    A finding is mended when it was looked at again and is not there: its row was read, and no galat hides it, in its
    cell or, for a question about meaning, anywhere in its row.
    """
    kini = {temuan.pokok for temuan in pemeriksaan.temuan}
    galat = [temuan for temuan in pemeriksaan.temuan if temuan.tingkat == "galat"]
    sel_buta = {(temuan.lembar, temuan.kode_baris, temuan.kolom) for temuan in galat}
    baris_buta = {(temuan.lembar, temuan.kode_baris) for temuan in galat if temuan.kode_baris is not None}
    hasil: dict[str, list[int]] = {}
    for temuan in terbuka:
        letak = (temuan["lembar"], temuan["kode_baris"], temuan["kolom"])
        terbaca = temuan["kode_baris"] is None or letak[:2] in pemeriksaan.terperiksa
        buta = letak in sel_buta if temuan["tingkat"] == "galat" else letak[:2] in baris_buta
        if temuan["pokok"] not in kini and terbaca and not buta:
            hasil.setdefault(temuan["id_objek"], []).append(temuan["nomor"])
    return hasil


def baca_terisi(dulu: str | None, kini: str | None) -> tuple[BanyakTerisi, BanyakTerisi] | None:
    """How much was filled in two uploads, as the log says it; None where it does not."""
    if dulu is None or kini is None:
        return None
    return BanyakTerisi(**json.loads(dulu)), BanyakTerisi(**json.loads(kini))


def bandingkan(
    terhadap: int,
    lama: Iterable[tuple[Temuan, bool]],
    kini: Iterable[Temuan],
    terisi: tuple[BanyakTerisi, BanyakTerisi] | None,
) -> Kemajuan:
    """The findings of the upload before, each with whether this one mended it, against those of this one.

    `terisi` is how much was filled in both, None where that is not known.
    """
    dulu = [(temuan, beres) for temuan, beres in lama if temuan.tingkat != "info"]
    sekarang = [temuan for temuan in kini if temuan.tingkat != "info"]
    pokok_dulu, pokok_kini = {temuan.pokok for temuan, _ in dulu}, {temuan.pokok for temuan in sekarang}
    return Kemajuan(
        terhadap=terhadap,
        diperbaiki=tuple(temuan for temuan, beres in dulu if beres),
        tersisa=tuple(temuan for temuan in sekarang if temuan.pokok in pokok_dulu),
        baru=tuple(temuan for temuan in sekarang if temuan.pokok not in pokok_dulu),
        belum_terperiksa=tuple(temuan for temuan, beres in dulu if not beres and temuan.pokok not in pokok_kini),
        terisi=terisi,
    )
