"""Step 9: what the Admin Satu Data ticks off, and the command that records it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal
from urllib.parse import urlsplit

from analytics.alur.lampiran import Berkas
from analytics.alur.objek import Kedudukan
from analytics.alur.peran import Pelaku
from analytics.alur.perintah import Ditolak, Hasil, Perintah, terapkan, tolak
from analytics.aturan.periode import tulis_tanggal
from data.gudang import Gudang


@dataclass(frozen=True)
class Butir:
    """One item of the checklist: a tick, the address of a dataset, or a day."""

    kunci: str
    label: str
    jenis: Literal["centang", "alamat", "tanggal"]


BUTIR: Final = (
    Butir("diunduh", "Data diunduh dari snapshot yang disetujui, bukan dari draf", "centang"),
    Butir("diisi", "Dataset pada aplikasi Satu Data sudah diisi", "centang"),
    Butir("tayang", "Dataset sudah diperiksa tayang dan angkanya sama", "centang"),
    Butir("alamat", "Alamat dataset", "alamat"),
    Butir("tanggal", "Tanggal pengisian", "tanggal"),
)
"""The checklist of step 9, in the order of the work."""
YA: Final = "ya"
"""How a tick is recorded."""
_PANJANG_ALAMAT: Final = 500

Isian = Mapping[str, bool | str | date | None]


@dataclass(frozen=True)
class Pengisian:
    """What the Admin Satu Data brings: the answers by `Butir.kunci`, a remark, proofs of the input if any."""

    isian: Isian
    catatan: str = ""
    bukti: tuple[Berkas, ...] = ()


def baca_isian(isian: Isian, hari: date) -> dict[str, str] | str:
    """The checklist as it is recorded, or the sentence that says what it lacks."""
    hasil: dict[str, str] = {}
    for butir in BUTIR:
        nilai = isian.get(butir.kunci)
        if butir.jenis == "centang":
            teks = YA if nilai is True else ""
        elif butir.jenis == "tanggal":
            teks = tulis_tanggal(nilai) if isinstance(nilai, date) and nilai <= hari else ""
        else:
            teks = _alamat(nilai)
        if not teks:
            return _kurang(butir)
        hasil[butir.label] = teks
    return hasil


def catat_satu_data(gudang: Gudang, pelaku: Pelaku, kini: Kedudukan, pengisian: Pengisian, waktu: datetime) -> Hasil:
    """Record that the approved figures stand in Satu Data; refused before the approval and with an open item."""
    dasar = Perintah("input_satu_data", kini.objek, kini.versi, catatan=pengisian.catatan, berkas=pengisian.bukti)
    isi = baca_isian(pengisian.isian, waktu.date())
    if isinstance(isi, str):
        return tolak(gudang, pelaku, Ditolak(dasar, "ditolak", isi, "daftar_periksa"), waktu)
    perintah = Perintah(
        "input_satu_data", kini.objek, kini.versi, pengisian.catatan, berkas=pengisian.bukti, daftar_periksa=isi
    )
    return terapkan(gudang, pelaku, perintah, waktu)


def _alamat(nilai: object) -> str:
    """A web address as it is kept, empty when it is none."""
    teks = nilai.strip() if isinstance(nilai, str) else ""
    if len(teks) > _PANJANG_ALAMAT or any(huruf.isspace() or not huruf.isprintable() for huruf in teks):
        return ""
    try:
        bagian = urlsplit(teks)
    except ValueError:
        return ""
    return teks if bagian.scheme in {"http", "https"} and bagian.hostname else ""


def _kurang(butir: Butir) -> str:
    contoh = {
        "centang": "belum dicentang",
        "alamat": "belum berupa alamat web yang lengkap, misalnya https://data.contoh.go.id/dataset/kinerja",
        "tanggal": "belum diisi, atau sesudah hari ini",
    }
    return f"{butir.label}: {contoh[butir.jenis]}."
