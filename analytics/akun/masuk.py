"""Logging in: name and password in constant effort, and the delay that grows with every failure.

Failures are counted by account and by address. One login is worked on at a time, so that nobody guesses in parallel and
the memory that argon2id takes stays bounded.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final, NoReturn

from analytics.acuan import Penanya
from analytics.akun.sandi import sama
from analytics.akun.sesi import buka_sesi
from analytics.aturan.periode import tulis_waktu
from analytics.jam import peristiwa_mundur
from analytics.sistem import belum_tiba
from analytics.sop.peran import SEMUA_KANTOR
from data.gudang import Gudang, Peristiwa, Transaksi

_AMBANG: Final = {"akun": 5, "alamat": 20}
"""Failures before the first delay."""
_LUPA: Final = timedelta(hours=24)
"""After this long without a failure the count starts again."""
_GANDA_TERBANYAK: Final = 6
"""The delay is a minute, two, four … and never more than 2**6."""
_SATU_SATU: Final = threading.Lock()
_TIDAK_COCOK: Final = "Nama akun atau kata sandi tidak cocok."
NAMA_TERPANJANG: Final = 32


class GagalMasuk(Exception):
    """Nobody is let in; the message is the sentence for who tried."""


def rapikan_nama(nama_akun: str) -> str:
    """The account name as the store keeps it."""
    return nama_akun.strip().casefold()[: NAMA_TERPANJANG + 1]


def masuk(gudang: Gudang, nama_akun: str, sandi: str, alamat: str, waktu: datetime) -> str:
    """Log in with a password; the token of the new session. Raises GagalMasuk."""
    akun = buktikan(gudang, nama_akun, sandi, alamat, waktu)
    return _mulai(gudang, akun, alamat, waktu, "kata sandi")


def daftar_contoh(penanya: Penanya) -> list[dict[str, Any]]:
    """The accounts that may log in without a password; none unless all of the store is a sample."""
    return penanya.kueri("akun_contoh")


def masuk_contoh(gudang: Gudang, id_akun: str, alamat: str, waktu: datetime) -> str:
    """Log in as a sample account, without a password; the token.

    Raises GagalMasuk unless every office and account of the store is a sample.
    """
    akun = next((akun for akun in daftar_contoh(gudang) if akun["id_akun"] == id_akun), None)
    if akun is None:
        _catat(gudang, "gagal_masuk", "tidak dikenal", None, {"alamat": alamat, "sebab": "bukan contoh"}, waktu)
        raise GagalMasuk("Masuk tanpa kata sandi hanya ada pada kantor contoh.")
    return _mulai(gudang, akun, alamat, waktu, "contoh")


def buktikan(gudang: Gudang, nama_akun: str, sandi: str, alamat: str, waktu: datetime) -> Mapping[str, Any]:
    """The account whose name and password these are. Raises GagalMasuk, and the failure is logged and counted."""
    nama = rapikan_nama(nama_akun)
    with _SATU_SATU:
        baris = gudang.kueri("akun_menurut_nama", nama_akun=nama)
        akun = baris[0] if baris and baris[0]["aktif"] else None
        subjek = {"akun": f"akun:{_samarkan(nama, dikenal=bool(baris))}", "alamat": f"alamat:{alamat}"}
        _jaga_kunci(gudang, subjek, waktu)
        benar = sama(sandi, akun["sandi"] if akun else None)
        if akun is None or not benar:
            _hitung_gagal(gudang, subjek, baris[0] if baris else None, alamat, waktu)
        return akun


def jaga_tebakan(gudang: Gudang, alamat: str, waktu: datetime, *, benar: bool) -> None:
    """Count a wrong one-time code of an address like a wrong password. Raises GagalMasuk."""
    subjek = {"alamat": f"alamat:{alamat}"}
    with _SATU_SATU:
        _jaga_kunci(gudang, subjek, waktu)
        if not benar:
            _hitung_gagal(gudang, subjek, None, alamat, waktu, "Kode sekali pakai tidak cocok.")


def lupakan_gagal(tx: Transaksi, nama_akun: str, waktu: datetime) -> None:
    """Start the count of an account anew: somebody logged in, or it has a new password."""
    tx.jalankan("percobaan_hapus", subjek=f"akun:{nama_akun}", sejak=waktu - _LUPA)


def _samarkan(nama: str, *, dikenal: bool) -> str:
    """An unknown name may be a password that was typed into the wrong field: it is not kept readable."""
    return nama if dikenal else hashlib.sha256(nama.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _percobaan(penanya: Penanya, subjek: Mapping[str, str], waktu: datetime) -> dict[str, dict[str, Any]]:
    siapa = {"akun": subjek.get("akun", ""), "alamat": subjek["alamat"], "sejak": waktu - _LUPA}
    return {percobaan["subjek"]: percobaan for percobaan in penanya.kueri("percobaan_subjek", **siapa)}


def _jaga_kunci(gudang: Gudang, subjek: Mapping[str, str], waktu: datetime) -> None:
    _ikuti_jam(gudang, waktu)
    ada = _percobaan(gudang, subjek, waktu).values()
    sampai = max((percobaan["terkunci_sampai"] for percobaan in ada if percobaan["terkunci_sampai"]), default=waktu)
    if sampai > waktu:
        raise GagalMasuk(f"Terlalu banyak percobaan yang gagal. {_coba_lagi(sampai)}")


def _ikuti_jam(gudang: Gudang, waktu: datetime) -> None:
    """After the clock went back, a delay lasts from now at most as long as it was given."""
    terakhir = gudang.kueri("percobaan_terakhir")[0]["waktu"]
    if terakhir is not None and belum_tiba(terakhir, waktu):
        with gudang.transaksi(peristiwa_mundur(terakhir, waktu)) as tx:
            tx.jalankan("percobaan_geser", waktu=waktu)


def _coba_lagi(sampai: datetime) -> str:
    menit = (sampai + timedelta(seconds=59)).replace(second=0, microsecond=0)
    return f"Coba lagi sesudah {tulis_waktu(menit)}."


def _hitung_gagal(
    gudang: Gudang,
    subjek: Mapping[str, str],
    akun: Mapping[str, Any] | None,
    alamat: str,
    waktu: datetime,
    pesan: str = _TIDAK_COCOK,
) -> NoReturn:
    """Log the failure, lengthen the delays, and raise GagalMasuk."""
    oleh, id_akun = (akun["nama"], akun["id_akun"]) if akun else ("tidak dikenal", None)
    with gudang.transaksi() as tx:
        kunci = [_naikkan(tx, jenis, siapa, waktu) for jenis, siapa in subjek.items()]
        sampai = max((hitungan for hitungan in kunci if hitungan), default=None)
        tx.catat(_peristiwa("gagal_masuk", oleh, id_akun, {"alamat": alamat}, waktu))
        if sampai is not None:
            tx.catat(_peristiwa("kunci_masuk", oleh, id_akun, {"alamat": alamat, "sampai": sampai}, waktu))
    raise GagalMasuk(pesan if sampai is None else f"{pesan} {_coba_lagi(sampai)}")


def _naikkan(tx: Transaksi, jenis: str, subjek: str, waktu: datetime) -> datetime | None:
    lama = _percobaan(tx, {"alamat": subjek}, waktu).get(subjek)
    gagal = (lama["gagal"] if lama else 0) + 1
    lebih = gagal - _AMBANG[jenis]
    sampai = waktu + timedelta(minutes=2 ** min(lebih, _GANDA_TERBANYAK)) if lebih >= 0 else None
    tx.jalankan("percobaan_hapus", subjek=subjek, sejak=waktu - _LUPA)
    tx.tambah(
        "percobaan_masuk",
        [{"subjek": subjek, "gagal": gagal, "terakhir_pada": waktu, "terkunci_sampai": sampai}],
    )
    return sampai


def _mulai(gudang: Gudang, akun: Mapping[str, Any], alamat: str, waktu: datetime, cara: str) -> str:
    with gudang.transaksi() as tx:
        kini = tx.kueri("akun_utuh", id_akun=akun["id_akun"])[0]
        if not kini["aktif"] or kini["sandi"] != akun["sandi"]:
            raise GagalMasuk(_TIDAK_COCOK)
        lupakan_gagal(tx, akun["nama_akun"], waktu)
        tx.catat(_peristiwa("masuk", akun["nama"], akun["id_akun"], {"alamat": alamat, "cara": cara}, waktu))
        return buka_sesi(tx, akun["id_akun"], alamat, waktu)


def _catat(
    gudang: Gudang, aksi: str, oleh: str, id_akun: str | None, rincian: Mapping[str, Any], waktu: datetime
) -> None:
    with gudang.transaksi(_peristiwa(aksi, oleh, id_akun, rincian, waktu)):
        return


def _peristiwa(aksi: str, oleh: str, id_akun: str | None, rincian: Mapping[str, Any], waktu: datetime) -> Peristiwa:
    objek = f"akun:{id_akun or '?'}"
    return Peristiwa(SEMUA_KANTOR, oleh, aksi, objek, rincian, waktu, akun=id_akun, mengubah=False)
