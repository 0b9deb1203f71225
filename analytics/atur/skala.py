"""Add a predikat scale: checked to be gap-free before it is stored, and never changed afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Final

from analytics.acuan import Penanya, TidakSah
from analytics.atur.perubahan import BedaAcuan, CatatanPerubahan, Perubahan
from analytics.aturan.angka import Ambigu, Angka, Kosong, TidakTerbaca, baca_angka, tulis_angka
from analytics.aturan.predikat import SkalaPredikat, SkalaTidakUtuh, sebut_skala, susun_skala
from analytics.aturan.teks import sebaris
from data.gudang import Transaksi

_KODE: Final = re.compile(r"[a-z][a-z0-9_]{2,39}")
_PREDIKAT: Final = re.compile(r"[A-Za-z][A-Za-z0-9 ()/-]{0,39}")
"""A predikat stands in SQL and in formulas, so it holds no quotes."""
_SIMBOL: Final = re.compile(r"[A-Z0-9▲▼●◆■★○◇□△▽+–-]{1,3}")
_PALING_SEDIKIT: Final = 2
_PALING_BANYAK: Final = 10


@dataclass(frozen=True)
class JenjangDiketik:
    """One grade as typed, best first: `di_atas` empty in the lowest; the printed limits where the source has them."""

    predikat: str
    simbol: str
    di_atas: str = ""
    tercetak_dari: str = ""
    tercetak_sampai: str = ""


@dataclass(frozen=True)
class TambahSkala(Perubahan):
    """A new scale with its grades, best first, and the document that it stands in."""

    jenis: ClassVar[str] = "skala"
    sekantor: ClassVar[bool] = False

    kode: str
    sumber: str
    jenjang: tuple[JenjangDiketik, ...]

    @property
    def sebutan(self) -> str:
        """The scale."""
        return f"Skala predikat {sebut_skala(self.kode)}"

    @property
    def objek(self) -> str:
        """`skala:nama_skala`."""
        return f"skala:{self.kode}"

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: CatatanPerubahan) -> BedaAcuan:  # noqa: ARG002 - scales are of the store
        """Add its rows. Raises TidakSah when it exists, cannot be read, or is not gap-free."""
        skala, baris = susun_baru(self)
        if any(jenjang["skala"] == self.kode for jenjang in tx.kueri("skala_predikat")):
            raise TidakSah(f"{self.sebutan} sudah ada dan tidak dapat diubah. Buat skala baru dengan nama lain.")
        tx.tambah("skala_predikat", baris)
        return BedaAcuan("(skala baru)", tulis_skala(skala))


def baca_skala(penanya: Penanya) -> dict[str, SkalaPredikat]:
    """Every scale of the store by its code."""
    return susun_skala(penanya.kueri("skala_predikat"))


def susun_baru(usul: TambahSkala) -> tuple[SkalaPredikat, list[dict[str, Any]]]:
    """The scale and its rows. Raises TidakSah."""
    sumber = jaga_sumber(usul.kode, usul.sumber)
    _jaga_nama(usul.jenjang)
    baris = [_baris(usul.kode, nomor, jenjang, sumber) for nomor, jenjang in enumerate(usul.jenjang, 1)]
    _jaga_tercetak(baris)
    try:
        return susun_skala(baris)[usul.kode], baris
    except SkalaTidakUtuh as galat:
        pesan = "Batas harus menurun dari jenjang ke jenjang, dan hanya jenjang terendah yang tanpa batas."
        raise TidakSah(f"Skala belum utuh: ada celah atau tumpang tindih. {pesan}") from galat


def jaga_sumber(kode: str, sumber: str) -> str:
    """The document that a new scale of this name stands in, as it is kept. Raises TidakSah."""
    if not _KODE.fullmatch(kode):
        raise TidakSah("Nama skala terdiri atas 3 sampai 40 huruf kecil, angka, dan garis bawah, diawali huruf.")
    bersih = sebaris(sumber)
    if not bersih:
        raise TidakSah("Tulis sumber skala: peraturan atau keputusan yang memuatnya.")
    return bersih


def tulis_skala(skala: SkalaPredikat) -> str:
    """`▲ Baik di atas 75; ▼ Kurang selebihnya`."""
    return "; ".join(
        f"{jenjang.simbol} {jenjang.predikat} "
        + ("selebihnya" if jenjang.di_atas is None else f"di atas {tulis_angka(jenjang.di_atas)}")
        for jenjang in skala.jenjang
    )


def _jaga_nama(jenjang: Sequence[JenjangDiketik]) -> None:
    if not _PALING_SEDIKIT <= len(jenjang) <= _PALING_BANYAK:
        raise TidakSah(f"Skala terdiri atas {_PALING_SEDIKIT} sampai {_PALING_BANYAK} jenjang.")
    for satu_jenjang in jenjang:
        if not _PREDIKAT.fullmatch(satu_jenjang.predikat):
            raise TidakSah(
                f"Predikat “{satu_jenjang.predikat}” tidak dapat dipakai: tulis huruf, angka, dan spasi saja."
            )
        if not _SIMBOL.fullmatch(satu_jenjang.simbol):
            raise TidakSah(
                f"Simbol “{satu_jenjang.simbol}” tidak dapat dipakai: satu sampai tiga tanda, misalnya ▲, ●, ▼."
            )
    for nama, sebutan in (("Predikat", [s.predikat for s in jenjang]), ("Simbol", [s.simbol for s in jenjang])):
        if len(set(sebutan)) != len(sebutan):
            raise TidakSah(f"{nama} setiap jenjang harus berbeda.")


def _baris(kode: str, nomor: int, jenjang: JenjangDiketik, sumber: str) -> dict[str, Any]:
    return {
        "skala": kode,
        "urutan": nomor,
        "predikat": jenjang.predikat,
        "di_atas": _angka(jenjang, "di_atas"),
        "simbol": jenjang.simbol,
        "tercetak_dari": _angka(jenjang, "tercetak_dari"),
        "tercetak_sampai": _angka(jenjang, "tercetak_sampai"),
        "sumber": sumber,
    }


def _angka(jenjang: JenjangDiketik, kolom: str) -> Decimal | None:
    bacaan = baca_angka(getattr(jenjang, kolom))
    match bacaan:
        case Kosong():
            return None
        case Angka(nilai=nilai):
            return nilai
        case Ambigu(teks=teks):
            raise TidakSah(f"“{teks}” pada {jenjang.predikat} punya dua arti; tulis tanpa titik, dengan koma desimal.")
        case TidakTerbaca(teks=teks):
            raise TidakSah(f"“{teks}” pada {jenjang.predikat} tidak terbaca sebagai angka.")
        case _:
            raise TidakSah(f"Batas {jenjang.predikat} harus satu angka.")


def _jaga_tercetak(baris: Sequence[dict[str, Any]]) -> None:
    """The printed limits lie inside their grade: the printed scale may have holes, but no second meaning."""
    atas: Decimal | None = None
    for satu_baris in baris:
        dari, sampai = satu_baris["tercetak_dari"], satu_baris["tercetak_sampai"]
        salah = (
            (dari is not None and satu_baris["di_atas"] is not None and dari < satu_baris["di_atas"]),
            (sampai is not None and atas is not None and sampai > atas),
            (dari is not None and sampai is not None and dari > sampai),
        )
        if any(salah):
            raise TidakSah(f"Batas tercetak {satu_baris['predikat']} tidak berada di dalam jenjangnya.")
        atas = satu_baris["di_atas"]
