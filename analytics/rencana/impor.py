"""The import of a *rencana* workbook: read, checked, compared with the store, and stored whole or not at all.

What is stored is never overwritten: a document with other content becomes its next revisi, a rule its next revisi. Only
what describes a code (its name, parent, unit) is one row per code; such a change is asked about, and the old and new
words stand in the peristiwa.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from analytics.acuan import Penanya
from analytics.aturan import teks
from analytics.lembar.catat.wewenang import Wewenang
from analytics.pembaca.baca import baca_buku
from analytics.rencana.baris import Rencana
from analytics.rencana.lembar.baca import BacaanRencana, Pembuka, baca_rencana
from analytics.rencana.periksa.asing import periksa_asing
from analytics.rencana.periksa.janggal import periksa_janggal
from analytics.rencana.periksa.jawab import (
    JawabanRencana,
    JawabanSoal,
    KunciSoal,
    Pertanyaan,
    Terjawab,
    jawab,
    kunci_soal,
    pilih_di_baris,
    pilih_di_sel,
    ringkas_jawaban,
    sebut_baris,
    susun_pertanyaan,
)
from analytics.rencana.periksa.konteks import KonteksRencana, Tersimpan, susun_konteks
from analytics.rencana.periksa.periksa_rencana import periksa_rencana, susun_lipatan, urutkan
from analytics.rencana.simpanan.banding import DokumenBaru, Selisih, banding, temuan_selisih
from analytics.rencana.simpanan.muat import muat_aturan, muat_rencana
from analytics.rencana.simpanan.rekam import Rekaman
from analytics.rencana.simpanan.simpan import TABEL_ISI, simpan
from analytics.temuan.butir import Temuan, catatan, dari_catatan
from data.gudang import Gudang, Peristiwa, Transaksi

StatusImpor = Literal["tersimpan", "sudah_diimpor", "perlu_alasan", "ditolak"]


@dataclass(frozen=True)
class PutusanImpor:
    """What became of a workbook.

    `tersimpan`: stored. `sudah_diimpor`: the same bytes, or the same content, are in the store; nothing was written.
    `perlu_alasan`: nothing stored yet, `pertanyaan` are to be answered. `ditolak`: galat, only the refusal is stored.
    `jumlah` counts what was added, by kind; `dokumen` names the versions that were stored. `pertanyaan` are all kinds
    of questions with the answers that they have.
    """

    status: StatusImpor
    pesan: str
    temuan: tuple[Temuan, ...]
    kode_pd: str | None = None
    jumlah: Mapping[str, int] | None = None
    dokumen: tuple[str, ...] = ()
    pertanyaan: tuple[Pertanyaan, ...] = ()

    @property
    def terjawab(self) -> tuple[Terjawab, ...]:
        """Every answer, in the order of the questions."""
        return tuple(butir for soal in self.pertanyaan for butir in soal.terjawab.values())


class DataBerubah(Exception):
    """Somebody else wrote between the check and the write: look again."""


@dataclass(frozen=True)
class BukuRencana:
    """A workbook as it was handed in, with what the importer answers; one word for all is `jawaban.alasan`."""

    isi: bytes
    nama_berkas: str
    oleh: Wewenang
    waktu: datetime
    jawaban: JawabanRencana

    @classmethod
    def dari(
        cls, isi: bytes, nama_berkas: str, oleh: Wewenang, waktu: datetime, jawaban: JawabanRencana | str | None
    ) -> BukuRencana:
        """With the name and the reason as they may be kept."""
        if not isinstance(jawaban, JawabanRencana):
            jawaban = JawabanRencana(alasan=teks.sebaris(jawaban or "") or None)
        return cls(isi, teks.nama_berkas(nama_berkas), oleh, waktu, jawaban)

    @property
    def sha256(self) -> str:
        """Over the bytes."""
        return hashlib.sha256(self.isi).hexdigest()

    @property
    def kunci(self) -> str:
        """The same bytes are imported once."""
        return f"impor_rencana:{self.sha256}"


@dataclass(frozen=True)
class Impor:
    """What is to be written of a workbook, as it was compared with the store at `versi`; nothing of it is stored yet.

    `selisih` is None for a refusal, of which only the bytes and the findings are kept.
    """

    buku: BukuRencana
    bacaan: BacaanRencana
    konteks: KonteksRencana
    selisih: Selisih | None
    versi: int
    putusan: PutusanImpor

    @property
    def kode_pd(self) -> str:
        """The office that it is for, empty where the file does not say it."""
        return self.putusan.kode_pd or ""


def impor_rencana(
    gudang: Gudang,
    isi: bytes,
    nama_berkas: str,
    oleh: str,
    waktu: datetime,
    jawaban: JawabanRencana | str | None = None,
    *,
    buka: Pembuka = baca_buku,
) -> PutusanImpor:
    """Import a workbook in the name of somebody without an account: who seeds a store. A text answers everything.

    `buka` may keep one reading child for many files. Never raises for the file's sake.
    """
    impor = siapkan_impor(gudang, BukuRencana.dari(isi, nama_berkas, Wewenang(oleh), waktu, jawaban), buka)
    while isinstance(impor, Impor):
        try:
            with gudang.transaksi() as tx:
                return simpan_impor(tx, impor)
        except DataBerubah:
            impor = siapkan_lagi(gudang, impor)
    return impor


def siapkan_impor(gudang: Gudang, buku: BukuRencana, buka: Pembuka = baca_buku) -> Impor | PutusanImpor:
    """Read a workbook and compare it with the store: what is to be written, or why nothing is."""
    return _sudah(gudang, buku) or _putuskan(gudang, buku, baca_rencana(buku.isi, buka))


def siapkan_lagi(gudang: Gudang, impor: Impor) -> Impor | PutusanImpor:
    """The same workbook compared with the store as it is now."""
    return _sudah(gudang, impor.buku) or _putuskan(gudang, impor.buku, impor.bacaan)


def simpan_impor(tx: Transaksi, impor: Impor) -> PutusanImpor:
    """Write a workbook with its bytes, findings and peristiwa. Raises DataBerubah, and then nothing may stay."""
    peristiwa = _peristiwa_tolak(impor) if impor.selisih is None else _peristiwa(impor, impor.selisih)
    if tx.kueri("peristiwa_kunci", kunci=peristiwa.kunci):
        raise DataBerubah
    _tulis_berkas(tx, impor.buku)
    if impor.selisih is not None:
        if tx.kueri("versi_data")[0]["nomor"] != impor.versi:
            raise DataBerubah
        simpan(tx, impor.kode_pd, impor.konteks, impor.selisih, _alasan_revisi(impor.putusan))
    tx.tambah("temuan", _baris_temuan(impor))
    tx.catat(peristiwa)
    return impor.putusan


def _sudah(gudang: Gudang, buku: BukuRencana) -> PutusanImpor | None:
    for peristiwa in gudang.kueri("peristiwa_kunci", kunci=buku.kunci):
        pesan = (
            f"Berkas ini sudah diimpor pada {peristiwa['waktu']:%d/%m/%Y %H:%M} oleh {peristiwa['oleh']}; "
            "tidak ada yang ditulis."
        )
        return PutusanImpor("sudah_diimpor", pesan, (), peristiwa["kode_pd"])
    return None


@dataclass(frozen=True)
class _Terbaca:
    """A workbook as it is read with the readings that were taken, and checked; `dibaca` are what they settle."""

    konteks: KonteksRencana
    temuan: tuple[Temuan, ...]
    dibaca: tuple[Terjawab, ...]

    @property
    def tertahan(self) -> tuple[Temuan, ...]:
        """The galat that no reading settles."""
        selesai = {butir.temuan for butir in self.dibaca}
        return tuple(temuan for temuan in self.temuan if temuan.tingkat == "galat" and temuan not in selesai)


def _baca_menurut(gudang: Gudang, bacaan: BacaanRencana, jawaban: JawabanRencana) -> _Terbaca:
    """Take the readings for cells, then those for rows and for what these raise, and check what is to be stored."""
    acuan = (muat_tersimpan(gudang, bacaan.rencana), muat_skala(gudang))
    konteks, dibaca = susun_konteks(bacaan, *acuan), list[Terjawab]()
    while baru := _terbaca((*bacaan.temuan, *periksa_asing(konteks)), jawaban, dibaca):
        bacaan, dibaca = pilih_di_sel(bacaan, baru), [*dibaca, *baru]
        konteks = susun_konteks(bacaan, *acuan)
    lipatan = susun_lipatan(bacaan, *acuan)
    while True:
        temuan = lipatan.lipat(periksa_rencana(konteks, bacaan.temuan))
        dapat_dibaca = {soal.temuan for soal in periksa_janggal(konteks)}
        baru = _terbaca((butir for butir in temuan if butir in dapat_dibaca), jawaban, dibaca)
        if not baru:
            return _Terbaca(konteks, urutkan((*(butir.temuan for butir in dibaca), *temuan)), tuple(dibaca))
        konteks = pilih_di_baris(konteks, baru)
        dibaca += baru


def _terbaca(temuan: Iterable[Temuan], jawaban: JawabanRencana, sudah: Sequence[Terjawab]) -> list[Terjawab]:
    """The findings of which a reading was chosen, and not taken yet."""
    return [butir for butir in jawab(temuan, jawaban) if butir.dipahami is not None and butir not in sudah]


def _putuskan(gudang: Gudang, buku: BukuRencana, bacaan: BacaanRencana) -> Impor | PutusanImpor:
    versi = gudang.versi_data()
    jawaban = replace(buku.jawaban, dulu={**_dijawab_dulu(gudang, bacaan.rencana), **buku.jawaban.dulu})
    terbaca = _baca_menurut(gudang, bacaan, jawaban)
    konteks, identitas = terbaca.konteks, terbaca.konteks.rencana.identitas
    if terbaca.tertahan or identitas is None:
        tolakan = _tolakan(terbaca, jawaban)
        impor = Impor(buku, bacaan, konteks, None, versi, tolakan)
        return tolakan if gudang.kueri("peristiwa_kunci", kunci=_kunci_tolak(buku)) else impor
    selisih = banding(konteks)
    if selisih.kosong:
        pesan = "Isi berkas ini sama dengan yang sudah tersimpan; tidak ada yang ditulis."
        return PutusanImpor("sudah_diimpor", pesan, terbaca.temuan, identitas.kode_pd)
    putusan = _putusan(terbaca, jawaban, selisih, identitas.kode_pd)
    return putusan if putusan.status == "perlu_alasan" else Impor(buku, bacaan, konteks, selisih, versi, putusan)


def _putusan(terbaca: _Terbaca, jawaban: JawabanRencana, selisih: Selisih, kode_pd: str) -> PutusanImpor:
    """Stored, or what is to be answered first; a change of what is stored is asked about every time."""
    berubah = tuple(temuan_selisih(selisih))
    jawaban_ubahan = jawab(berubah, replace(jawaban, dulu={}))
    temuan = urutkan((*terbaca.temuan, *berubah))
    pertanyaan = susun_pertanyaan(
        terbaca.konteks, temuan, (*terbaca.dibaca, *jawab(terbaca.temuan, jawaban), *jawaban_ubahan)
    )
    belum = [soal for soal in pertanyaan if soal.belum]
    if belum:
        pesan = f"Rencana dapat disimpan setelah {_sebut_pertanyaan(belum)} dijawab."
        return PutusanImpor("perlu_alasan", pesan, temuan, kode_pd, hitung(selisih), pertanyaan=pertanyaan)
    dokumen = tuple(_sebut(baru) for baru in selisih.dokumen)
    return PutusanImpor("tersimpan", "Rencana tersimpan.", temuan, kode_pd, hitung(selisih), dokumen, pertanyaan)


def _dijawab_dulu(gudang: Gudang, rencana: Rencana | None) -> dict[KunciSoal, JawabanSoal]:
    """What was answered when earlier workbooks of the office were imported, the newest answer to each question."""
    if rencana is None or rencana.identitas is None:
        return {}
    hasil: dict[KunciSoal, JawabanSoal] = {}
    for baris in gudang.kueri("rencana_dijelaskan", kode_pd=rencana.identitas.kode_pd):
        temuan = dari_catatan(baris)
        dipahami = temuan.dipahami or ""
        bacaan = temuan.pengganti.index(dipahami) + 1 if dipahami in temuan.pengganti else None
        jawaban = JawabanSoal(bacaan) if bacaan else JawabanSoal(alasan=baris["alasan"])
        hasil.setdefault(kunci_soal(temuan), jawaban)
    return hasil


def _sebut_pertanyaan(belum: Sequence[Pertanyaan]) -> str:
    baris = sum(len(set(map(sebut_baris, soal.belum))) for soal in belum)
    return f"{len(belum)} pertanyaan ({baris} baris)"


def _tolakan(terbaca: _Terbaca, jawaban: JawabanRencana) -> PutusanImpor:
    galat, identitas = terbaca.tertahan, terbaca.konteks.rencana.identitas
    kode_pd = identitas.kode_pd if identitas else None
    cara = "dibetulkan, atau dipilih bacaannya," if any(butir.pengganti for butir in galat) else "dibetulkan"
    pesan = f"Rencana belum dapat disimpan: {len(galat)} hal harus {cara} lebih dulu."
    terjawab = (*terbaca.dibaca, *jawab(terbaca.temuan, jawaban))
    pertanyaan = susun_pertanyaan(terbaca.konteks, terbaca.temuan, terjawab)
    return PutusanImpor("ditolak", pesan, terbaca.temuan, kode_pd, pertanyaan=pertanyaan)


def _kunci_tolak(buku: BukuRencana) -> str:
    """A refusal is kept once for the same bytes."""
    return f"tolak_rencana:{buku.sha256}"


def _tulis_berkas(tx: Transaksi, buku: BukuRencana) -> None:
    if not tx.kueri("berkas_ada", sha256=buku.sha256):
        tx.tambah("berkas", [{"sha256": buku.sha256, "isi": buku.isi, "ukuran": len(buku.isi)}])


def _sebut(baru: DokumenBaru) -> str:
    return baru.dokumen.sebutan + (f" revisi {baru.revisi}" if baru.revisi else "")


def muat_tersimpan(gudang: Penanya, rencana: Rencana | None) -> Tersimpan:
    """What the store holds of the office of this plan; empty for an unknown one."""
    if rencana is None or rencana.identitas is None:
        return Tersimpan()
    kode_pd = rencana.identitas.kode_pd
    return Tersimpan(muat_rencana(gudang, kode_pd) or Rencana(), muat_aturan(gudang, kode_pd))


def muat_skala(gudang: Penanya) -> dict[str, frozenset[str]]:
    """The grades of every scale of the reference data."""
    hasil: dict[str, set[str]] = {}
    for baris in gudang.kueri("skala_ordinal"):
        hasil.setdefault(baris["skala"], set()).add(baris["peringkat"])
    return {skala: frozenset(peringkat) for skala, peringkat in hasil.items()}


def hitung(selisih: Selisih) -> dict[str, int]:
    """How many rows of each kind an import adds; `ubahan` counts changed descriptions."""
    di_bawahnya = [baris for dokumen in selisih.dokumen for baris in dokumen.isi]
    return {
        "perangkat_daerah": int(selisih.identitas is not None),
        "unit": len(selisih.unit),
        "simpul": len(selisih.simpul),
        "indikator": len(selisih.indikator),
        "aturan": len(selisih.aturan),
        "dokumen": len(selisih.dokumen),
        **{nama: sum(isinstance(baris, jenis) for baris in di_bawahnya) for jenis, nama in TABEL_ISI.items()},
        "ubahan": len(selisih.ubahan),
    }


def _alasan_revisi(putusan: PutusanImpor) -> str | None:
    """Why a stored document got other content; kept with it."""
    return next((butir.kalimat for butir in putusan.terjawab if butir.temuan.kode == "revisi_dokumen"), None)


def _peristiwa_tolak(impor: Impor) -> Peristiwa:
    galat = sum(butir.tingkat == "galat" for butir in impor.putusan.temuan)
    return _tentang(impor, "tolak_rencana", {"galat": galat}, _kunci_tolak(impor.buku))


def _peristiwa(impor: Impor, selisih: Selisih) -> Peristiwa:
    jawaban = ringkas_jawaban(impor.putusan.terjawab)
    rincian = {
        "alasan": impor.buku.jawaban.alasan,
        **({"jawaban": jawaban} if jawaban else {}),
        "dokumen": [_sebut(dokumen) for dokumen in selisih.dokumen],
        "jumlah": hitung(selisih),
        "perubahan": [
            {"kode": ubahan.kode, "atribut": nama, "lama": lama, "baru": baru}
            for ubahan in selisih.ubahan
            for nama, (lama, baru) in ubahan.beda.items()
        ],
    }
    return _tentang(impor, "impor_rencana", rincian, impor.buku.kunci)


def _tentang(impor: Impor, aksi: str, rincian: Mapping[str, Any], kunci: str) -> Peristiwa:
    """The log entry of what became of a workbook."""
    buku = impor.buku
    lengkap = {"nama_berkas": buku.nama_berkas, "sha256": buku.sha256, **rincian, **buku.oleh.tambahan}
    peristiwa = Peristiwa(impor.kode_pd, buku.oleh.nama, aksi, buku.sha256, lengkap, buku.waktu, kunci)
    return buku.oleh.bubuhi(peristiwa)


def _baris_temuan(impor: Impor) -> Iterator[Rekaman]:
    tersimpan = impor.selisih is not None
    terjawab = {butir.temuan.kunci: butir for butir in impor.putusan.terjawab} if tersimpan else {}
    for nomor, temuan in enumerate(impor.putusan.temuan, 1):
        jawaban = terjawab.get(temuan.kunci)
        dipahami = {"dipahami": jawaban.dipahami} if jawaban and jawaban.dipahami else {}
        yield (
            catatan(temuan)
            | dipahami
            | {
                "kode_pd": impor.kode_pd,
                "objek": "rencana" if tersimpan else "tolakan",
                "id_objek": impor.buku.sha256,
                "nomor": nomor,
                "keadaan": "dijelaskan" if jawaban else "baru",
                "alasan": jawaban.kalimat if jawaban else None,
            }
        )
