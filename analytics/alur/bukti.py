"""Evidence for a figure: kept by content, given out only to who may see the unit, withdrawn but never deleted."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from analytics.acuan import Penanya
from analytics.alur.lampiran import JENIS, BerkasLampiran, periksa_lampiran
from analytics.alur.perintah import kompilasi_tertutup
from analytics.aturan.periode import Periode
from analytics.sop.izin import TidakBerhak, Tindakan, catat_penolakan, catat_tindakan, jaga_izin
from analytics.sop.peran import Pelaku
from data.gudang import Gudang, SudahTercatat


class BuktiTidakAda(Exception):
    """The office has no such evidence."""


class _Tertutup(Exception):
    """The kompilasi rests on it; the message is the sentence for who asked."""


@dataclass(frozen=True)
class UntukIndikator:
    """What evidence proves: an indicator of a unit in a periode."""

    kode_pd: str
    kode_unit: str
    kode_indikator: str
    periode: Periode


@dataclass(frozen=True)
class Bukti:
    """One file that proves a figure; `jenis` is a key of `lampiran.JENIS`, `ukuran` in bytes."""

    id_bukti: str
    kode_unit: str
    kode_indikator: str
    tahun: int
    triwulan: int
    sha256: str
    nama_berkas: str
    jenis: str
    ukuran: int
    oleh: str
    diunggah_pada: datetime
    ditarik_pada: datetime | None

    @property
    def mime(self) -> str:
        """What a browser calls it."""
        return JENIS[self.jenis][0]

    @property
    def periode(self) -> Periode:
        """The triwulan that it is about."""
        return Periode(self.tahun, self.triwulan)


@dataclass(frozen=True)
class HitunganBukti:
    """Of the reported values that need evidence (`wajib`), how many have some (`ada`)."""

    wajib: int
    ada: int

    @property
    def kalimat(self) -> str:
        """`1 dari 2`."""
        return f"{self.ada} dari {self.wajib}"


def unggah_bukti(
    gudang: Gudang, pelaku: Pelaku, untuk: UntukIndikator, nama: str, isi: bytes, waktu: datetime
) -> Bukti | str:
    """Keep a file for an indicator, or say why not; the same file for it again is the same evidence.

    Raises TidakBerhak.
    """
    sha256 = hashlib.sha256(isi).hexdigest()
    id_bukti = _id(untuk, sha256, waktu)
    rincian = {"kode_indikator": untuk.kode_indikator, "periode": untuk.periode.singkat, "sha256": sha256}
    tindakan = Tindakan("unggah_bukti", untuk.kode_pd, id_bukti, waktu, untuk.kode_unit, rincian, f"bukti:{id_bukti}")
    jaga_izin(gudang, pelaku, tindakan)
    milik = gudang.kueri("bukti_indikator", kode_pd=untuk.kode_pd, kode_indikator=untuk.kode_indikator)
    if not milik or milik[0]["kode_unit"] != untuk.kode_unit:
        return "Indikator ini bukan milik unit itu."
    berkas = periksa_lampiran(nama, isi)
    if isinstance(berkas, str):
        return berkas
    return _yang_sama(gudang, untuk, sha256) or _simpan(gudang, pelaku, untuk, berkas, tindakan)


def _id(untuk: UntukIndikator, sha256: str, waktu: datetime) -> str:
    letak = (untuk.kode_unit, untuk.kode_indikator, untuk.periode.singkat, sha256, waktu.isoformat())
    return f"B-{hashlib.sha256(':'.join(letak).encode()).hexdigest()[:16]}"


def _yang_sama(penanya: Penanya, untuk: UntukIndikator, sha256: str) -> Bukti | None:
    semua = daftar_bukti(penanya, untuk.kode_pd, untuk.kode_unit, untuk.periode).get(untuk.kode_indikator, ())
    return next((bukti for bukti in semua if bukti.sha256 == sha256), None)


def _simpan(gudang: Gudang, pelaku: Pelaku, untuk: UntukIndikator, berkas: BerkasLampiran, tindakan: Tindakan) -> Bukti:
    bukti = Bukti(
        id_bukti=tindakan.objek,
        kode_unit=untuk.kode_unit,
        kode_indikator=untuk.kode_indikator,
        tahun=untuk.periode.tahun,
        triwulan=untuk.periode.triwulan,
        sha256=berkas.sha256,
        nama_berkas=berkas.nama,
        jenis=berkas.jenis,
        ukuran=len(berkas.isi),
        oleh=pelaku.nama,
        diunggah_pada=tindakan.waktu,
        ditarik_pada=None,
    )
    try:
        with gudang.transaksi() as tx:
            catat_tindakan(tx, pelaku, tindakan)
            if not tx.kueri("berkas_ada", sha256=berkas.sha256):
                tx.tambah("berkas", [{"sha256": berkas.sha256, "isi": berkas.isi, "ukuran": len(berkas.isi)}])
            tx.tambah("bukti", [{"kode_pd": untuk.kode_pd, **vars(bukti)}])
    except SudahTercatat:
        return muat_bukti(gudang, untuk.kode_pd, tindakan.objek)
    except TidakBerhak as tidak:
        catat_penolakan(gudang, pelaku, tindakan, str(tidak))
        raise
    return bukti


def tarik_bukti(gudang: Gudang, pelaku: Pelaku, kode_pd: str, id_bukti: str, waktu: datetime) -> str | None:
    """Withdraw evidence; its bytes stay. The sentence why it cannot be, None when it is withdrawn.

    Raises TidakBerhak, BuktiTidakAda.
    """
    bukti = muat_bukti(gudang, kode_pd, id_bukti)
    rincian = {"kode_indikator": bukti.kode_indikator, "nama_berkas": bukti.nama_berkas, "sha256": bukti.sha256}
    tindakan = Tindakan("tarik_bukti", kode_pd, id_bukti, waktu, bukti.kode_unit, rincian)
    jaga_izin(gudang, pelaku, tindakan)
    try:
        with gudang.transaksi() as tx:
            catat_tindakan(tx, pelaku, tindakan)
            tertutup = kompilasi_tertutup(tx, kode_pd, bukti.periode)
            if tertutup is not None:
                raise _Tertutup(tertutup)
            tx.kueri("bukti_tarik", kode_pd=kode_pd, id_bukti=id_bukti, pada=waktu)
    except _Tertutup as tidak:
        catat_penolakan(gudang, pelaku, tindakan, str(tidak))
        return str(tidak)
    return None


def daftar_bukti(penanya: Penanya, kode_pd: str, kode_unit: str, periode: Periode) -> Mapping[str, tuple[Bukti, ...]]:
    """The evidence of a unit by indicator, without what was withdrawn."""
    hasil: dict[str, tuple[Bukti, ...]] = {}
    letak = {"kode_pd": kode_pd, "kode_unit": kode_unit, "tahun": periode.tahun, "triwulan": periode.triwulan}
    for baris in penanya.kueri("bukti_unit", **letak):
        bukti = _bukti(baris)
        hasil[bukti.kode_indikator] = (*hasil.get(bukti.kode_indikator, ()), bukti)
    return hasil


def hitung_bukti_wajib(penanya: Penanya, kode_pd: str, periode: Periode) -> Mapping[str, HitunganBukti]:
    """The count of each unit that reported a value which needs evidence."""
    semua = penanya.kueri("bukti_wajib", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    return {baris["kode_unit"]: HitunganBukti(baris["wajib"], baris["ada"]) for baris in semua}


def muat_bukti(penanya: Penanya, kode_pd: str, id_bukti: str) -> Bukti:
    """One piece of evidence, also a withdrawn one. Raises BuktiTidakAda."""
    baris = penanya.kueri("bukti_satu", kode_pd=kode_pd, id_bukti=id_bukti)
    if not baris:
        raise BuktiTidakAda(id_bukti)
    return _bukti(baris[0])


def isi_bukti(gudang: Gudang, pelaku: Pelaku, kode_pd: str, id_bukti: str, waktu: datetime) -> bytes:
    """The bytes of evidence, for who may see its unit now; a refusal is logged. Raises TidakBerhak, BuktiTidakAda."""
    bukti = muat_bukti(gudang, kode_pd, id_bukti)
    jaga_izin(gudang, pelaku, Tindakan("lihat_unit", kode_pd, id_bukti, waktu, bukti.kode_unit))
    return bytes(gudang.kueri("berkas_isi", sha256=bukti.sha256)[0]["isi"])


def _bukti(baris: Mapping[str, Any]) -> Bukti:
    return Bukti(**{nama: baris[nama] for nama in Bukti.__dataclass_fields__})
