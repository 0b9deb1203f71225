"""What an account may act as, for whom and until when: penugasan are given and withdrawn, never changed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from analytics.akun.putusan import Putusan, Tolak, catat, laksanakan, tindakan
from analytics.akun.sesi import akhiri_semua
from analytics.aturan.periode import tulis_tanggal
from analytics.aturan.teks import alasan_sah
from analytics.sop.peran import (
    KEPALA_SEKSI,
    NAMA_JENIS,
    NAMA_PERAN,
    PENGELOLA,
    SEMUA_KANTOR,
    JenisTugas,
    Pelaku,
    Tugas,
)
from data.gudang import Gudang, Transaksi


@dataclass(frozen=True)
class TugasBaru:
    """A penugasan to be given. A deputy (plt, plh) has an end; only a kepala_seksi has a unit."""

    peran: str
    kode_pd: str
    mulai: date
    kode_unit: str | None = None
    jenis: JenisTugas = "definitif"
    selesai: date | None = None
    alasan: str = ""


def sebut_tugas(tugas: TugasBaru | Tugas) -> str:
    """`Plt. Camat sampai 17 Agustus 2026`."""
    unit = f" {tugas.kode_unit}" if tugas.kode_unit else ""
    sampai = f" sampai {tulis_tanggal(tugas.selesai)}" if tugas.selesai else ""
    return f"{NAMA_JENIS[tugas.jenis]}{NAMA_PERAN.get(tugas.peran, tugas.peran)}{unit}{sampai}"


def beri_tugas(gudang: Gudang, pelaku: Pelaku, id_akun: str, baru: TugasBaru, waktu: datetime) -> Putusan:
    """Give an account one more peran; its sessions end, so that every screen is drawn anew."""
    apa = tindakan(id_akun, waktu, tugas=sebut_tugas(baru), kode_pd=baru.kode_pd, mulai=baru.mulai, alasan=baru.alasan)

    def kerja(tx: Transaksi) -> str:
        catat(tx, pelaku, apa, "beri_tugas", [baru.kode_pd])
        akun = tx.kueri("akun_satu", id_akun=id_akun)
        if not akun:
            raise Tolak("Akun itu tidak ada.")
        tulis_tugas(tx, id_akun, baru, waktu)
        akhiri_semua(tx, id_akun, "peran", waktu)
        return f"{akun[0]['nama']} ditugaskan sebagai {sebut_tugas(baru)}, mulai {tulis_tanggal(baru.mulai)}."

    return laksanakan(gudang, pelaku, apa, kerja)


def cabut_tugas(gudang: Gudang, pelaku: Pelaku, id_penugasan: str, alasan: str, waktu: datetime) -> Putusan:
    """Withdraw a penugasan, with a reason; the sessions of its account end. The last pengelola stays."""
    apa = tindakan(id_penugasan, waktu, alasan=alasan)

    def kerja(tx: Transaksi) -> str:
        baris = tx.kueri("penugasan_satu", id_penugasan=id_penugasan)
        if not baris:
            raise Tolak("Penugasan itu tidak ada atau sudah dicabut.")
        id_akun = baris[0].pop("id_akun")
        tugas = Tugas(**baris[0])
        apa_jelas = tindakan(id_akun, waktu, tugas=sebut_tugas(tugas), kode_pd=tugas.kode_pd, alasan=alasan)
        catat(tx, pelaku, apa_jelas, "cabut_tugas", [tugas.kode_pd])
        if alasan_sah(alasan) is None:
            raise Tolak("Mencabut penugasan memerlukan alasan.")
        jaga_pengelola_lain(tx, waktu.date(), id_penugasan=id_penugasan)
        tx.jalankan("penugasan_cabut", id_penugasan=id_penugasan, waktu=waktu)
        akhiri_semua(tx, id_akun, "peran", waktu)
        return f"Penugasan {sebut_tugas(tugas)} dicabut; sesi akun itu berakhir."

    return laksanakan(gudang, pelaku, apa, kerja)


def tulis_tugas(tx: Transaksi, id_akun: str, baru: TugasBaru, waktu: datetime) -> None:
    """Put a penugasan into the store inside a transaction. Raises Tolak when it cannot stand."""
    _periksa(tx, id_akun, baru, waktu.date())
    baris = {
        "id_penugasan": f"t-{secrets.token_hex(6)}",
        "id_akun": id_akun,
        "kode_pd": baru.kode_pd,
        "peran": baru.peran,
        "kode_unit": baru.kode_unit,
        "jenis": baru.jenis,
        "mulai": baru.mulai,
        "selesai": baru.selesai,
        "alasan": alasan_sah(baru.alasan),
        "dibuat_pada": waktu,
    }
    tx.tambah("penugasan", [baris])


def jaga_pengelola_lain(tx: Transaksi, hari: date, *, id_akun: str = "", id_penugasan: str = "") -> None:
    """Raises Tolak when without this account, or this penugasan, an office had nobody left who looks after accounts."""
    for tugas in tx.kueri("penugasan_semua", hari=hari, id_akun=id_akun):
        if tugas["peran"] != PENGELOLA or id_penugasan not in ("", tugas["id_penugasan"]):
            continue
        tempat = {"kode_pd": tugas["kode_pd"], "hari": hari, "id_akun": id_akun, "id_penugasan": tugas["id_penugasan"]}
        if not tx.kueri("penugasan_pengelola", **tempat):
            raise Tolak("Ini pengelola aktif yang terakhir. Tugaskan pengelola lain lebih dahulu.")


def _periksa(tx: Transaksi, id_akun: str, baru: TugasBaru, hari: date) -> None:
    """Raises Tolak for what cannot be a penugasan or is one already."""
    if baru.peran not in NAMA_PERAN or baru.jenis not in NAMA_JENIS:
        raise Tolak("Peran itu tidak dikenal.")
    kantor = {kantor["kode_pd"] for kantor in tx.kueri("perangkat_daerah")} | {SEMUA_KANTOR}
    if baru.kode_pd not in kantor:
        raise Tolak(f"Perangkat daerah {baru.kode_pd} tidak ada di penyimpanan ini.")
    if (baru.peran == KEPALA_SEKSI) != (baru.kode_unit is not None):
        raise Tolak("Kepala Seksi ditugaskan untuk satu unit; peran lain tidak memakai unit.")
    unit = {unit["kode_unit"] for unit in tx.kueri("unit", kode_pd=baru.kode_pd)}
    if baru.kode_unit is not None and baru.kode_unit not in unit:
        raise Tolak(f"Unit {baru.kode_unit} tidak ada di kantor itu.")
    _periksa_masa(baru, hari)
    for tugas in tx.kueri("penugasan_semua", hari=baru.mulai, id_akun=id_akun):
        serupa = ("kode_pd", "peran", "kode_unit", "jenis")
        bertemu = baru.selesai is None or tugas["mulai"] <= baru.selesai
        if bertemu and all(tugas[nama] == getattr(baru, nama) for nama in serupa):
            raise Tolak("Akun itu sudah mempunyai penugasan yang sama pada waktu itu.")


def _periksa_masa(baru: TugasBaru, hari: date) -> None:
    if baru.jenis != "definitif" and baru.selesai is None:
        raise Tolak("Plt. dan Plh. memerlukan tanggal akhir.")
    if baru.selesai is not None and baru.selesai < max(baru.mulai, hari):
        raise Tolak("Tanggal akhir penugasan sudah lewat atau mendahului tanggal mulainya.")
