"""Keeps every uploaded workbook with its findings, accepted or not, and follows each finding from upload to upload."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Final, Literal

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode, tulis_tanggal
from analytics.aturan.teks import alasan_sah
from analytics.lembar.catat.kemajuan import Kemajuan, baca_terisi, bandingkan, diperbaiki
from analytics.lembar.catat.wewenang import Wewenang
from analytics.lembar.periksa.hasil_periksa import BanyakTerisi, HasilPeriksa
from analytics.temuan.butir import Temuan, ada_galat, catatan, dari_catatan
from analytics.temuan.katalog import SALAH_KETIK
from data.gudang import Peristiwa, Transaksi

KeadaanUnggahan = Literal["menunggu", "ditolak", "diterima"]
KeadaanTemuan = Literal["baru", "dijelaskan", "diperbaiki", "diterima"]
UnggahanTerakhir = Sequence[Mapping[str, Any]]
"""The row of the newest upload of a unit and periode, none when there is none."""


MENUNGGU: Final = "menunggu Kasubbag Perencanaan"
"""What is said of a question that the unit has answered and only the Kasubbag can settle."""


class UnggahanTidakAda(Exception):
    """The office has no such upload."""


@dataclass(frozen=True)
class TemuanTersimpan:
    """One stored finding and its life.

    `nomor_perbaikan` and `versi_perbaikan` name the upload that mended it and the versi that this upload became.
    """

    temuan: Temuan
    keadaan: KeadaanTemuan
    alasan: str | None
    dijelaskan_oleh: str | None
    nomor_perbaikan: int | None
    versi_perbaikan: int | None
    diterima_oleh: str | None
    diterima_pada: datetime | None

    @property
    def kalimat(self) -> str:
        """What became of it, in words."""
        if self.keadaan == "diperbaiki":
            versi = f" (versi {self.versi_perbaikan})" if self.versi_perbaikan else ""
            return f"diperbaiki pada unggahan ke-{self.nomor_perbaikan}{versi}"
        if self.keadaan == "diterima" and self.diterima_pada is not None:
            hari = tulis_tanggal(self.diterima_pada.date())
            return f"dijelaskan: {self.alasan}; diterima oleh {self.diterima_oleh}, {hari}"
        if self.keadaan == "dijelaskan":
            return f"dijelaskan: {self.alasan}"
        return f"dijelaskan unit: {self.alasan}; {MENUNGGU}" if self.alasan else "baru"


@dataclass(frozen=True)
class Unggahan:
    """One upload: whose file, which number among the uploads of its unit and periode, and what became of it.

    `terbaru`: none of its unit and periode came after it. A file that could not be identified has no unit and periode.
    """

    kode_pd: str
    id_unggahan: str
    kode_unit: str | None
    nama_unit: str | None
    periode: Periode | None
    nomor: int
    sha256: str
    nama_berkas: str
    keadaan: KeadaanUnggahan
    id_kiriman: str | None
    versi: int | None
    diunggah_pada: datetime
    oleh: str
    akun: str | None
    terbaru: bool
    temuan: tuple[TemuanTersimpan, ...]
    kemajuan: Kemajuan | None
    pilihan: Mapping[str, str]


@dataclass(frozen=True)
class RingkasUnggahan:
    """One upload in a list; `terbuka` are the peringatan that nobody settled, `dipilih` the readings chosen.

    `menunggu` are those of them that the unit explained in its workbook: the Kasubbag confirms them.
    """

    id_unggahan: str
    kode_unit: str | None
    nama_unit: str | None
    tahun: int | None
    triwulan: int | None
    nomor: int
    nama_berkas: str
    keadaan: KeadaanUnggahan
    versi: int | None
    diunggah_pada: datetime
    oleh: str
    akun: str | None
    terbaru: bool
    galat: int
    peringatan: int
    terbuka: int
    menunggu: int
    dipilih: int

    @property
    def periode(self) -> Periode | None:
        """The triwulan that it is for, None for a file that could not be identified."""
        return Periode(self.tahun, self.triwulan) if self.tahun and self.triwulan else None

    @property
    def terhenti(self) -> bool:
        """Whether a galat still stands that nobody settled by choosing a reading."""
        return self.keadaan == "ditolak" and self.galat > self.dipilih


@dataclass(frozen=True)
class Tercatat:
    """An upload that is on record: its id, its number, and how it compares with the one before."""

    id_unggahan: str
    nomor: int
    kemajuan: Kemajuan | None


@dataclass(frozen=True)
class Pengiriman:
    """Who hands in a checked file, when, under which idempotency key, and the reasons given on screen by kunci."""

    pemeriksaan: HasilPeriksa
    wewenang: Wewenang
    waktu: datetime
    kunci: str
    alasan: Mapping[str, str] = field(default_factory=dict)

    @property
    def oleh(self) -> str:
        """The name."""
        return self.wewenang.nama

    @property
    def id_baru(self) -> str:
        """The id that this act gives to an upload: the same key gives the same id."""
        return f"U-{hashlib.sha256(self.kunci.encode()).hexdigest()[:16]}"

    @property
    def letak(self) -> dict[str, Any]:
        """Office, unit and periode as parameters of a question; without identity only the office."""
        identitas = self.pemeriksaan.identitas
        kosong = {"kode_unit": None, "tahun": None, "triwulan": None}
        milik = (
            kosong
            if identitas is None
            else {"kode_unit": identitas.kode_unit, "tahun": identitas.tahun, "triwulan": identitas.triwulan}
        )
        return {"kode_pd": self.pemeriksaan.kode_pd, **milik}

    def peristiwa(self, aksi: str, objek: str, rincian: Mapping[str, Any]) -> Peristiwa:
        """The log entry of this act."""
        peristiwa = Peristiwa(self.pemeriksaan.kode_pd, self.oleh, aksi, objek, rincian, self.waktu, self.kunci)
        return self.wewenang.bubuhi(peristiwa)

    def rincian(self) -> dict[str, Any]:
        """What the log says about the file."""
        return _rincian(self.pemeriksaan) | self.wewenang.tambahan


def _rincian(pemeriksaan: HasilPeriksa) -> dict[str, Any]:
    jumlah = dict.fromkeys(("galat", "peringatan", "info"), 0)
    for temuan in pemeriksaan.temuan:
        jumlah[temuan.tingkat] += 1
    rincian: dict[str, Any] = {
        "nama_berkas": pemeriksaan.nama_berkas,
        "sha256": pemeriksaan.sha256,
        "temuan": jumlah,
        "terisi": asdict(pemeriksaan.terisi),
    }
    if pemeriksaan.identitas is not None:
        rincian["kode_unit"] = pemeriksaan.identitas.kode_unit
        rincian["periode"] = pemeriksaan.identitas.periode.singkat
    return rincian


def baca_terakhir(tx: Transaksi, letak: Mapping[str, Any]) -> UnggahanTerakhir:
    """The newest upload of the unit and periode that `letak` names, or none."""
    return tx.kueri("unggahan_terakhir", **letak)


def keadaan_awal(pemeriksaan: HasilPeriksa) -> KeadaanUnggahan:
    """What an upload is before anybody decided: refused with a galat, else waiting."""
    return "menunggu" if pemeriksaan.identitas is not None and pemeriksaan.boleh_disimpan else "ditolak"


def cari_unggahan(tx: Transaksi, kirim: Pengiriman, terakhir: UnggahanTerakhir) -> Tercatat | None:
    """The upload that this act would only repeat: the same file again, or the same key again.

    Raises UnggahanTidakAda when the key belongs to something else than an upload.
    """
    sama = cari_sama(tx, kirim, keadaan_awal(kirim.pemeriksaan), terakhir)
    dulu = tx.kueri("peristiwa_kunci", kunci=kirim.kunci) if sama is None else []
    return baca_tercatat(tx, kirim.pemeriksaan.kode_pd, dulu[0]["objek"]) if dulu else sama


def simpan_unggahan(tx: Transaksi, kirim: Pengiriman, terakhir: UnggahanTerakhir) -> Tercatat:
    """Put a checked file on record with its findings and original bytes; no fact is stored."""
    keadaan = keadaan_awal(kirim.pemeriksaan)
    tercatat = catat(tx, kirim, keadaan, terakhir)
    aksi = "unggah" if keadaan == "menunggu" else "tolak_kiriman"
    tx.catat(kirim.peristiwa(aksi, kirim.id_baru, kirim.rincian()))
    return tercatat


def tanya_ulang(tx: Transaksi, kirim: Pengiriman, id_unggahan: str) -> bool:
    """Write today's questions to an upload that waits; False, and nothing, when it does not wait or is not the newest.

    Without the key of this act, because the decision itself is still to come under it.
    """
    terakhir = baca_terakhir(tx, kirim.letak)
    ini = {"id_unggahan": id_unggahan, "sha256": kirim.pemeriksaan.sha256}
    if not kirim.pemeriksaan.boleh_disimpan or not any(ini.items() <= baris.items() for baris in terakhir):
        return False
    tx.jalankan("hapus_temuan", kode_pd=kirim.pemeriksaan.kode_pd, id_unggahan=id_unggahan)
    tulis_temuan(tx, kirim, id_unggahan)
    tx.catat(peristiwa_tanya(kirim, id_unggahan))
    return True


def peristiwa_tanya(kirim: Pengiriman, id_unggahan: str) -> Peristiwa:
    """The log entry of questions that an upload leaves open."""
    return replace(kirim.peristiwa("periksa_ulang", id_unggahan, kirim.rincian()), kunci=None)


def cari_sama(
    tx: Transaksi, kirim: Pengiriman, keadaan: KeadaanUnggahan, terakhir: UnggahanTerakhir
) -> Tercatat | None:
    """The upload that is this very file already, when it is the newest of its unit and periode and says the same."""
    if kirim.pemeriksaan.identitas is None:
        sama = tx.kueri("unggahan_sidik", kode_pd=kirim.pemeriksaan.kode_pd, sha256=kirim.pemeriksaan.sha256)
        terakhir = [baris for baris in sama if baris["kode_unit"] is None][:1]
    if not terakhir or terakhir[0]["sha256"] != kirim.pemeriksaan.sha256 or terakhir[0]["keadaan"] != keadaan:
        return None
    unggahan = terakhir[0]
    tersimpan = [baris["pokok"] for baris in _pokok_temuan(tx, kirim.pemeriksaan.kode_pd, unggahan["id_unggahan"])]
    if tersimpan != [temuan.pokok for temuan in kirim.pemeriksaan.temuan]:
        return None
    return Tercatat(unggahan["id_unggahan"], unggahan["nomor"], None)


def catat(
    tx: Transaksi, kirim: Pengiriman, keadaan: KeadaanUnggahan, lama: UnggahanTerakhir, id_kiriman: str | None = None
) -> Tercatat:
    """Write a new upload inside a transaction: bytes, upload, findings, and what it mended of earlier ones.

    `lama` is the newest one before it. Everything is asked before anything is written, as `data.blok` likes it.
    """
    pemeriksaan = kirim.pemeriksaan
    tersimpan = tx.kueri("berkas_ada", sha256=pemeriksaan.sha256)
    beres = cari_diperbaiki(tx, kirim, kirim.id_baru, diterima=keadaan == "diterima")
    kemajuan = _kemajuan(tx, kirim, lama[0], beres) if lama and pemeriksaan.identitas is not None else None
    nomor = lama[0]["nomor"] + 1 if lama else 1
    if not tersimpan:
        berkas = {"sha256": pemeriksaan.sha256, "isi": pemeriksaan.isi, "ukuran": len(pemeriksaan.isi)}
        tx.tambah("berkas", [berkas])
    baris = {
        **kirim.letak,
        "id_unggahan": kirim.id_baru,
        "nomor": nomor,
        "sha256": pemeriksaan.sha256,
        "nama_berkas": pemeriksaan.nama_berkas,
        "keadaan": keadaan,
        "id_kiriman": id_kiriman,
        "diunggah_pada": kirim.waktu,
        "oleh": kirim.oleh,
        "akun": kirim.wewenang.akun,
    }
    tx.tambah("unggahan", [baris])
    tandai_diperbaiki(tx, kirim, kirim.id_baru, beres)
    tulis_temuan(tx, kirim, kirim.id_baru)
    return Tercatat(kirim.id_baru, nomor, kemajuan)


def tulis_temuan(tx: Transaksi, kirim: Pengiriman, id_unggahan: str) -> None:
    """Write the findings of an upload; one with a reason, from the workbook or the screen, is dijelaskan."""
    tx.tambah(
        "temuan",
        [
            catatan(temuan)
            | {"kode_pd": kirim.pemeriksaan.kode_pd, "objek": "unggahan", "id_objek": id_unggahan, "nomor": nomor}
            | _kehidupan(kirim, temuan)
            for nomor, temuan in enumerate(kirim.pemeriksaan.temuan, 1)
        ],
    )


def _kehidupan(kirim: Pengiriman, temuan: Temuan) -> dict[str, str | None]:
    alasan = kirim.pemeriksaan.alasan_untuk(temuan, kirim.alasan)
    if alasan is None or temuan.tingkat == "galat":
        return {"keadaan": "baru"}
    di_layar = alasan_sah(kirim.alasan.get(temuan.kunci)) is not None
    if temuan.kode in SALAH_KETIK and not di_layar:
        return {"keadaan": "baru", "alasan": alasan}
    return {"keadaan": "dijelaskan", "alasan": alasan, "dijelaskan_oleh": kirim.oleh if di_layar else "unit pengirim"}


def cari_diperbaiki(
    tx: Transaksi, kirim: Pengiriman, id_unggahan: str, *, diterima: bool
) -> Mapping[str, Sequence[int]]:
    """What this upload mends of earlier ones: numbers of findings by id_unggahan.

    A finding of an accepted upload stays open until another one is accepted: its figure is still in force.
    """
    if kirim.pemeriksaan.identitas is None:
        return {}
    terbuka = tx.kueri("temuan_terbuka", **kirim.letak)
    boleh = [
        temuan
        for temuan in terbuka
        if temuan["id_objek"] != id_unggahan and (diterima or temuan["keadaan"] != "diterima")
    ]
    return diperbaiki(boleh, kirim.pemeriksaan)


def tandai_diperbaiki(tx: Transaksi, kirim: Pengiriman, id_unggahan: str, beres: Mapping[str, Sequence[int]]) -> None:
    """Mark what this upload mended of earlier ones."""
    for id_lama, nomor in beres.items():
        tx.jalankan(
            "temuan_diperbaiki",
            kode_pd=kirim.pemeriksaan.kode_pd,
            id_unggahan=id_lama,
            nomor=nomor,
            diperbaiki_di=id_unggahan,
        )


def _kemajuan(
    tx: Transaksi, kirim: Pengiriman, lama: Mapping[str, Any], beres: Mapping[str, Sequence[int]]
) -> Kemajuan:
    """This upload against the one before it, as it will stand when `beres` is marked."""
    nomor = beres.get(lama["id_unggahan"], ())
    dulu = [
        temuan | {"diperbaiki_di": kirim.id_baru} if temuan["nomor"] in nomor else temuan
        for temuan in _pokok_temuan(tx, kirim.pemeriksaan.kode_pd, lama["id_unggahan"])
    ]
    terisi = baca_terisi(lama["terisi"], json.dumps(asdict(kirim.pemeriksaan.terisi)))
    return _banding(lama, dulu, kirim.id_baru, kirim.pemeriksaan.temuan, terisi)


def _banding(
    lama: Mapping[str, Any],
    dulu: Iterable[Mapping[str, Any]],
    id_unggahan: str,
    kini: Sequence[Temuan],
    terisi: tuple[BanyakTerisi, BanyakTerisi] | None,
) -> Kemajuan:
    """This upload against the one before it, whose findings are not marked as mended while its figures are in force."""
    pokok = {temuan.pokok for temuan in kini}
    terbaca = lama["keadaan"] == "diterima" and not ada_galat(kini)
    beres = [
        (dari_catatan(temuan), temuan["diperbaiki_di"] == id_unggahan or (terbaca and temuan["pokok"] not in pokok))
        for temuan in dulu
    ]
    return bandingkan(lama["nomor"], beres, kini, terisi)


def _pokok_temuan(penanya: Penanya, kode_pd: str, id_unggahan: str) -> list[dict[str, Any]]:
    """The findings of an upload without what became of them since, but for `diperbaiki_di`."""
    return penanya.kueri("temuan_unggahan", kode_pd=kode_pd, id_unggahan=id_unggahan)


def baca_tercatat(penanya: Penanya, kode_pd: str, id_unggahan: str) -> Tercatat:
    """An upload that is on record. Raises UnggahanTidakAda."""
    unggahan = muat_unggahan(penanya, kode_pd, id_unggahan)
    return Tercatat(unggahan.id_unggahan, unggahan.nomor, unggahan.kemajuan)


def muat_unggahan(penanya: Penanya, kode_pd: str, id_unggahan: str) -> Unggahan:
    """One upload with its findings, their life, and how it compares with the upload before it.

    Raises UnggahanTidakAda.
    """
    baris = penanya.kueri("unggahan_satu", kode_pd=kode_pd, id_unggahan=id_unggahan)
    if not baris:
        raise UnggahanTidakAda(id_unggahan)
    unggahan = baris[0]
    periode = Periode(unggahan["tahun"], unggahan["triwulan"]) if unggahan["tahun"] else None
    milik = {nama: unggahan[nama] for nama in ("kode_unit", "tahun", "triwulan")}
    sederet = penanya.kueri("unggahan_sederet", kode_pd=kode_pd, **milik) if unggahan["kode_unit"] else []
    tersimpan = penanya.kueri("unggahan_temuan", kode_pd=kode_pd, id_unggahan=id_unggahan)
    temuan = tuple(map(_tersimpan, tersimpan))
    pilihan = penanya.kueri("pilihan_bacaan", kode_pd=kode_pd, id_unggahan=id_unggahan)
    return Unggahan(
        kode_pd=kode_pd,
        periode=periode,
        nama_unit=_nama_unit(penanya, kode_pd, unggahan["kode_unit"], periode),
        terbaru=all(lain["nomor"] <= unggahan["nomor"] for lain in sederet),
        temuan=temuan,
        kemajuan=_bandingkan_tersimpan(penanya, kode_pd, unggahan, sederet, [simpanan.temuan for simpanan in temuan]),
        pilihan={bacaan["alamat"]: bacaan["bacaan"] for bacaan in pilihan if bacaan["bacaan"]},
        **{nama: nilai for nama, nilai in unggahan.items() if nama not in {"tahun", "triwulan"}},
    )


def _nama_unit(penanya: Penanya, kode_pd: str, kode_unit: str | None, periode: Periode | None) -> str | None:
    """What the unit of an upload was called in its periode; None for a file of no known unit."""
    if periode is None:
        return None
    unit = penanya.kueri("unit_pada", kode_pd=kode_pd, hari=periode.hari_terakhir)
    return next((str(baris["nama"]) for baris in unit if baris["kode_unit"] == kode_unit), None)


def _bandingkan_tersimpan(
    penanya: Penanya, kode_pd: str, unggahan: Mapping[str, Any], sederet: list[dict[str, Any]], kini: list[Temuan]
) -> Kemajuan | None:
    lama = next((lain for lain in sederet if lain["nomor"] == unggahan["nomor"] - 1), None)
    if lama is None:
        return None
    dulu = _pokok_temuan(penanya, kode_pd, lama["id_unggahan"])
    ini = next(lain for lain in sederet if lain["id_unggahan"] == unggahan["id_unggahan"])
    return _banding(lama, dulu, unggahan["id_unggahan"], kini, baca_terisi(lama["terisi"], ini["terisi"]))


def _tersimpan(baris: Mapping[str, Any]) -> TemuanTersimpan:
    nama = [kolom for kolom in TemuanTersimpan.__dataclass_fields__ if kolom != "temuan"]
    return TemuanTersimpan(dari_catatan(baris), **{kolom: baris[kolom] for kolom in nama})


def daftar_unggahan(penanya: Penanya, kode_pd: str, periode: Periode) -> tuple[RingkasUnggahan, ...]:
    """The uploads of a periode and the files that could not be identified, newest first."""
    baris = penanya.kueri("unggahan_periode", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    return tuple(
        RingkasUnggahan(**{nama: unggahan[nama] for nama in RingkasUnggahan.__dataclass_fields__}) for unggahan in baris
    )


def isi_berkas(penanya: Penanya, sha256: str) -> bytes:
    """The original bytes of a kept file. Raises UnggahanTidakAda."""
    baris = penanya.kueri("berkas_isi", sha256=sha256)
    if not baris:
        raise UnggahanTidakAda(sha256)
    return bytes(baris[0]["isi"])


def pilih_bacaan(tx: Transaksi, unggahan: Unggahan, alamat: str, bacaan: str, oleh: Wewenang, waktu: datetime) -> None:
    """Choose one of the readings that a finding of this upload offers for a cell; an empty one takes the choice back.

    Raises ValueError for a reading that no finding of that cell offers, and for an upload that was accepted.
    """
    tempat = {"kode_pd": unggahan.kode_pd, "id_unggahan": unggahan.id_unggahan}
    ditawarkan = [{"", *temuan.temuan.pengganti} for temuan in unggahan.temuan if temuan.temuan.alamat == alamat]
    if not any(bacaan in tawaran for tawaran in ditawarkan):
        raise ValueError(f"{alamat}: {bacaan}")
    if tx.kueri("unggahan_satu", **tempat)[0]["id_kiriman"]:
        raise ValueError(f"{unggahan.id_unggahan} was accepted, {alamat} cannot become {bacaan}")
    nomor = max((pilihan["nomor"] for pilihan in tx.kueri("pilihan_bacaan", **tempat)), default=0) + 1
    pilihan = {"alamat": alamat, "bacaan": bacaan}
    tx.tambah("pilihan_bacaan", [tempat | pilihan | {"nomor": nomor, "oleh": oleh.nama, "dipilih_pada": waktu}])
    tx.catat(oleh.bubuhi(Peristiwa(unggahan.kode_pd, oleh.nama, "pilih_bacaan", unggahan.id_unggahan, pilihan, waktu)))


def jumlah_penjelasan(unggahan: Unggahan) -> int:
    """How many explanations of an accepted upload wait to be accepted."""
    return sum(temuan.keadaan == "dijelaskan" for temuan in unggahan.temuan) if unggahan.keadaan == "diterima" else 0


def terima_penjelasan(tx: Transaksi, unggahan: Unggahan, oleh: Wewenang, waktu: datetime) -> None:
    """Accept the explanations that came with an accepted upload. Raises SudahTercatat when that was done before."""
    tx.jalankan(
        "temuan_diterima", kode_pd=unggahan.kode_pd, id_unggahan=unggahan.id_unggahan, oleh=oleh.nama, pada=waktu
    )
    rincian, kunci = {"temuan": jumlah_penjelasan(unggahan)}, f"terima_penjelasan:{unggahan.id_unggahan}"
    peristiwa = Peristiwa(unggahan.kode_pd, oleh.nama, "terima_penjelasan", unggahan.id_unggahan, rincian, waktu, kunci)
    tx.catat(oleh.bubuhi(peristiwa))
