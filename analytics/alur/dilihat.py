"""Which rows of a kiriman somebody has looked at before he verifies it, and for which of them he gives his word."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.aturan.periode import TIDAK_ADA_KEJADIAN
from analytics.sop.izin import Tindakan, jaga_izin
from analytics.sop.objek import Objek
from analytics.sop.peran import Pelaku
from data.gudang import Gudang

ANGGARAN: Final = "anggaran"
"""The row that stands for all the money of a kiriman."""


@dataclass(frozen=True)
class BarisDiperiksa:
    """One row of a kiriman: an indicator, or all its money (`ANGGARAN`); `alasan` is what the unit wrote beside it."""

    kode: str
    sebutan: str
    tanpa_kejadian: bool
    alasan: str | None
    dilihat: bool

    @property
    def kalimat(self) -> str:
        """`IKU-05 Pengaduan selesai (tidak ada pengaduan masuk)`, with what the unit wrote."""
        return f"{self.sebutan} ({self.alasan or 'tanpa alasan tertulis'})"


@dataclass(frozen=True)
class KirimanDiperiksa:
    """The kiriman of a unit as one account has looked at it; without rows where the unit has sent nothing."""

    objek: Objek
    id_kiriman: str
    baris: tuple[BarisDiperiksa, ...]

    @property
    def tidak_dilihat(self) -> tuple[BarisDiperiksa, ...]:
        """The rows that this account has not looked at."""
        return tuple(baris for baris in self.baris if not baris.dilihat)

    @property
    def tanpa_kejadian(self) -> tuple[BarisDiperiksa, ...]:
        """The rows of which the unit says that there was nothing to measure."""
        return tuple(baris for baris in self.baris if baris.tanpa_kejadian)

    def patut_dilihat(self, kode: str, id_kiriman: str) -> bool:
        """Whether a row that stands on a page is still to be looked at; a page may show a kiriman of before."""
        return id_kiriman == self.id_kiriman and any(baris.kode == kode for baris in self.tidak_dilihat)

    @property
    def dilihat(self) -> int:
        """How many rows this account has looked at."""
        return len(self.baris) - len(self.tidak_dilihat)

    @property
    def kalimat(self) -> str:
        """`dilihat 3 dari 11`."""
        return f"dilihat {self.dilihat} dari {len(self.baris)}"


@dataclass(frozen=True)
class Kepastian:
    """What who verifies gives his word for, by kode of the row: not looked at all the same, and nothing to measure."""

    tidak_dilihat: frozenset[str] = frozenset()
    tanpa_kejadian: frozenset[str] = frozenset()

    def kekurangan(self, kiriman: KirimanDiperiksa) -> str | None:
        """Why the kiriman cannot be verified with this word alone; None when it can."""
        belum = [baris for baris in kiriman.tanpa_kejadian if baris.kode not in self.tanpa_kejadian]
        if belum:
            sebutan = "; ".join(baris.kalimat for baris in belum)
            return f"{kiriman.objek.sebutan}: pastikan dahulu bahwa memang tidak ada kejadian: {sebutan}."
        luput = [baris.sebutan for baris in kiriman.tidak_dilihat if baris.kode not in self.tidak_dilihat]
        if luput:
            nama = "; ".join(luput)
            ajakan = "Lihat dahulu, atau tegaskan bahwa diverifikasi tanpa melihatnya."
            return f"{kiriman.objek.sebutan} belum dilihat seluruhnya: {nama}. {ajakan}"
        return None


def tegaskan_semua(kiriman: KirimanDiperiksa) -> Kepastian:
    """The word for every row that needs one."""
    return Kepastian(
        frozenset(baris.kode for baris in kiriman.tidak_dilihat),
        frozenset(baris.kode for baris in kiriman.tanpa_kejadian),
    )


def baca_diperiksa(penanya: Penanya, objek: Objek, akun: str) -> KirimanDiperiksa:
    """The rows of the newest kiriman of a unit, as this account has looked at them."""
    letak = {nama: objek.letak[nama] for nama in ("kode_pd", "kode_unit", "tahun", "triwulan")}
    semua = penanya.kueri("kiriman_diperiksa", **letak, akun=akun)
    baris = tuple(
        BarisDiperiksa(
            baris["kode_baris"],
            "Anggaran" if baris["kode_baris"] == ANGGARAN else f"{baris['kode_baris']} {baris['nama'] or ''}".strip(),
            baris["keadaan"] == TIDAK_ADA_KEJADIAN,
            baris["alasan"],
            baris["dilihat_pada"] is not None,
        )
        for baris in semua
    )
    return KirimanDiperiksa(objek, semua[0]["id_kiriman"] if semua else "", baris)


def tandai_dilihat(
    gudang: Gudang, pelaku: Pelaku, kiriman: KirimanDiperiksa, kode: Collection[str], waktu: datetime
) -> KirimanDiperiksa:
    """Note that `pelaku` has looked at these rows; how the kiriman stands then. Raises TidakBerhak.

    It leaves no peristiwa: his verification says how many rows he has looked at.
    """
    objek = kiriman.objek
    jaga_izin(gudang, pelaku, Tindakan("tandai_dilihat", objek.kode_pd, objek.id, waktu, objek.kode_unit))
    baru = sorted({baris.kode for baris in kiriman.tidak_dilihat} & set(kode))
    if not baru:
        return kiriman
    gudang.sentuh(
        "tandai_dilihat",
        kode_pd=objek.kode_pd,
        id_kiriman=kiriman.id_kiriman,
        akun=pelaku.id_akun,
        kode_baris=baru,
        waktu=waktu,
    )
    return replace(
        kiriman, baris=tuple(replace(baris, dilihat=baris.dilihat or baris.kode in baru) for baris in kiriman.baris)
    )


@dataclass(frozen=True)
class CatatanDilihat:
    """What the log says of a verification: how many rows were looked at, which were not, what was confirmed and why."""

    kiriman: str
    baris: int
    dilihat: int
    tidak_dilihat: Sequence[str] = ()
    tanpa_kejadian: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def kalimat(self) -> str:
        """`dilihat 3 dari 11 baris`."""
        return f"dilihat {self.dilihat} dari {self.baris} baris"


def catat_diperiksa(kiriman: KirimanDiperiksa) -> dict[str, Any]:
    """A kiriman that is verified now, for the log, without what is empty."""
    catatan = CatatanDilihat(
        kiriman.id_kiriman,
        len(kiriman.baris),
        kiriman.dilihat,
        [baris.kode for baris in kiriman.tidak_dilihat],
        {baris.kode: baris.alasan for baris in kiriman.tanpa_kejadian},
    )
    return {nama: nilai for nama, nilai in vars(catatan).items() if nilai not in ([], {})}


def baca_catatan(rincian: str) -> CatatanDilihat | None:
    """What a move of the log says of it; None for another move, and for a verification of an earlier program."""
    diperiksa = json.loads(rincian).get("diperiksa")
    return None if diperiksa is None else CatatanDilihat(**diperiksa)
