"""The accounts of the store and the commands that change them; every one ends the sessions that it makes wrong."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.akun.masuk import NAMA_TERPANJANG, GagalMasuk, buktikan, lupakan_gagal, rapikan_nama
from analytics.akun.penugasan import TugasBaru, jaga_pengelola_lain, sebut_tugas, tulis_tugas
from analytics.akun.putusan import Putusan, Tolak, catat, laksanakan, tindakan
from analytics.akun.sandi import kelemahan, sandikan
from analytics.akun.sesi import SebabAkhir, akhiri_semua
from analytics.aturan.teks import sebaris
from analytics.sop.peran import SEMUA_KANTOR, Pelaku, Tugas, baca_tugas
from data.gudang import Gudang, Peristiwa, Transaksi

_NAMA_AKUN: Final = re.compile(rf"[a-z0-9][a-z0-9._-]{{2,{NAMA_TERPANJANG - 1}}}")


@dataclass(frozen=True)
class Akun:
    """One account as a list shows it: what it may act as now or later, and when somebody last logged in with it."""

    id_akun: str
    nama_akun: str
    nama: str
    bersandi: bool
    aktif: bool
    contoh: bool
    versi: int
    terakhir_masuk: datetime | None
    tugas: tuple[Tugas, ...]


@dataclass(frozen=True)
class AkunBaru:
    """An account to be made, with its first penugasan."""

    nama: str
    nama_akun: str
    sandi: str
    tugas: TugasBaru


def daftar_akun(penanya: Penanya, hari: date) -> tuple[Akun, ...]:
    """Every account, active ones first, with the penugasan that count on this day or later."""
    tugas: dict[str, list[Tugas]] = {}
    for baris in penanya.kueri("penugasan_semua", hari=hari, id_akun=""):
        tugas.setdefault(baris.pop("id_akun"), []).append(Tugas(**baris))
    kolom = ("id_akun", "nama_akun", "nama", "bersandi", "aktif", "contoh", "versi", "terakhir_masuk")
    return tuple(
        Akun(**{nama: baris[nama] for nama in kolom}, tugas=tuple(tugas.get(baris["id_akun"], ())))
        for baris in penanya.kueri("akun_semua")
    )


def buat_akun(gudang: Gudang, pelaku: Pelaku, baru: AkunBaru, waktu: datetime) -> Putusan:
    """Make an account with a password and a first penugasan. In a sample office it is one of the sample."""
    apa = tindakan(rapikan_nama(baru.nama_akun), waktu, nama=baru.nama, tugas=sebut_tugas(baru.tugas))

    def kerja(tx: Transaksi) -> str:
        catat(tx, pelaku, apa, "buat_akun", [baru.tugas.kode_pd])
        id_akun = tulis_akun(tx, baru, waktu, contoh=bool(tx.kueri("akun_contoh")))
        tulis_tugas(tx, id_akun, baru.tugas, waktu)
        return f"Akun {rapikan_nama(baru.nama_akun)} dibuat untuk {_nama(baru.nama)}: {sebut_tugas(baru.tugas)}."

    return laksanakan(gudang, pelaku, apa, kerja)


def tulis_akun(tx: Transaksi, baru: AkunBaru, waktu: datetime, *, contoh: bool) -> str:
    """Put the row of a new account into the store; its id. Raises Tolak."""
    nama, nama_akun = _nama(baru.nama), _nama_akun(tx, baru.nama_akun)
    _jaga_sandi(baru.sandi, nama_akun)
    id_akun = f"a-{secrets.token_hex(6)}"
    baris = {
        "id_akun": id_akun,
        "nama_akun": nama_akun,
        "nama": nama,
        "sandi": sandikan(baru.sandi),
        "aktif": True,
        "contoh": contoh,
        "dibuat_pada": waktu,
        "versi": 1,
    }
    tx.tambah("akun", [baris])
    return id_akun


def ubah_nama(gudang: Gudang, pelaku: Pelaku, akun: Akun, nama: str, waktu: datetime) -> Putusan:
    """Change the name of an account, which the log writes from then on."""
    apa = tindakan(akun.id_akun, waktu, dari=akun.nama, ke=nama)

    def kerja(tx: Transaksi) -> str:
        catat(tx, pelaku, apa, "ubah_akun", _kantor(tx, akun.id_akun, pelaku, waktu))
        _ubah(tx, akun, {"nama_orang": _nama(nama)})
        return f"Nama akun {akun.nama_akun} sekarang {_nama(nama)}."

    return laksanakan(gudang, pelaku, apa, kerja)


def setel_sandi(gudang: Gudang, pelaku: Pelaku, akun: Akun, sandi: str, waktu: datetime) -> Putusan:
    """Give an account a new password, as a pengelola; its sessions end, and nothing is approved with it."""
    apa = tindakan(akun.id_akun, waktu, untuk=akun.nama)

    def kerja(tx: Transaksi) -> str:
        catat(tx, pelaku, apa, "setel_sandi", _kantor(tx, akun.id_akun, pelaku, waktu))
        _jaga_sandi(sandi, akun.nama_akun)
        _ubah(tx, akun, {"sandi": sandikan(sandi)}, "sandi", waktu)
        return f"Kata sandi {akun.nama_akun} diganti; sesinya berakhir, dan pemiliknya harus menggantinya saat masuk."

    return laksanakan(gudang, pelaku, apa, kerja)


def setel_aktif(gudang: Gudang, pelaku: Pelaku, akun: Akun, waktu: datetime, *, aktif: bool) -> Putusan:
    """Disable an account, which ends its sessions, or enable it. The last active pengelola stays."""
    apa = tindakan(akun.id_akun, waktu)

    def kerja(tx: Transaksi) -> str:
        kantor = _kantor(tx, akun.id_akun, pelaku, waktu)
        catat(tx, pelaku, apa, "aktifkan_akun" if aktif else "nonaktifkan_akun", kantor)
        if not aktif:
            jaga_pengelola_lain(tx, waktu.date(), id_akun=akun.id_akun)
        _ubah(tx, akun, {"aktif": aktif}, "nonaktif", waktu)
        return (
            f"Akun {akun.nama_akun} aktif lagi." if aktif else f"Akun {akun.nama_akun} dinonaktifkan; sesinya berakhir."
        )

    return laksanakan(gudang, pelaku, apa, kerja)


def ganti_sandi(gudang: Gudang, pelaku: Pelaku, lama: str, baru: str, alamat: str, waktu: datetime) -> Putusan:
    """Change the own password with the old one; a wrong old one counts like a failed login. All own sessions end."""
    ada = next((akun for akun in daftar_akun(gudang, waktu.date()) if akun.id_akun == pelaku.id_akun), None)
    if ada is None or not ada.bersandi:
        return Putusan(berhasil=False, pesan="Akun ini masuk tanpa kata sandi.")
    akun = ada
    try:
        buktikan(gudang, akun.nama_akun, lama, alamat, waktu)
    except GagalMasuk as gagal:
        pesan = str(gagal).replace("Nama akun atau kata sandi", "Kata sandi lama")
        return Putusan(berhasil=False, pesan=pesan)

    def kerja(tx: Transaksi) -> str:
        _jaga_sandi(baru, akun.nama_akun)
        if baru == lama:
            raise Tolak("Kata sandi baru sama dengan yang lama; pilih yang lain.")
        _ubah(tx, akun, {"sandi": sandikan(baru)}, "sandi", waktu)
        objek = f"akun:{akun.id_akun}"
        tx.catat(
            Peristiwa(SEMUA_KANTOR, pelaku.nama, "ganti_sandi", objek, {}, waktu, akun=pelaku.id_akun, mengubah=False)
        )
        return "Kata sandi Anda diganti. Semua sesi akun ini berakhir; masuk lagi dengan kata sandi baru."

    return laksanakan(gudang, pelaku, tindakan(akun.id_akun, waktu), kerja)


def _ubah(
    tx: Transaksi,
    akun: Akun,
    ubahan: Mapping[str, Any],
    sebab: SebabAkhir | None = None,
    waktu: datetime | None = None,
) -> None:
    """Change the row from the versi that was seen; with a `sebab` its sessions end. Raises Tolak."""
    baris = tx.kueri("akun_utuh", id_akun=akun.id_akun)
    if not baris:
        raise Tolak("Akun itu tidak ada.")
    lama = baris[0]
    lengkap = {"nama_orang": lama["nama"], "sandi": lama["sandi"], "aktif": lama["aktif"], **ubahan}
    if not tx.kueri("akun_ubah", id_akun=akun.id_akun, versi=akun.versi, **lengkap):
        raise Tolak(f"Akun {akun.nama_akun} baru saja diubah orang lain. Muat ulang, lalu periksa lagi.")
    if sebab is not None and waktu is not None:
        akhiri_semua(tx, akun.id_akun, sebab, waktu)
        lupakan_gagal(tx, akun.nama_akun, waktu)


def _kantor(tx: Transaksi, id_akun: str, pelaku: Pelaku, waktu: datetime) -> set[str]:
    """The offices that an account reaches: who changes it must look after the accounts of each of them."""
    hari = waktu.date()
    milik = {tugas["kode_pd"] for tugas in tx.kueri("penugasan_semua", hari=hari, id_akun=id_akun)}
    return milik or {tugas.kode_pd for tugas in baca_tugas(tx, pelaku, hari)} or {SEMUA_KANTOR}


def _nama(nama: str) -> str:
    bersih = sebaris(nama)
    if not 3 <= len(bersih) <= 100:
        raise Tolak("Nama orang memerlukan 3 sampai 100 huruf.")
    return bersih


def _nama_akun(tx: Transaksi, nama_akun: str) -> str:
    rapi = rapikan_nama(nama_akun)
    if not _NAMA_AKUN.fullmatch(rapi):
        raise Tolak(
            f"Nama akun memakai 3 sampai {NAMA_TERPANJANG} huruf kecil, angka, titik, garis bawah, atau tanda hubung, "
            "dan diawali huruf atau angka."
        )
    if tx.kueri("akun_menurut_nama", nama_akun=rapi):
        raise Tolak(f"Nama akun {rapi} sudah dipakai.")
    return rapi


def _jaga_sandi(sandi: str, nama_akun: str) -> None:
    lemah = kelemahan(sandi, nama_akun)
    if lemah is not None:
        raise Tolak(lemah)
