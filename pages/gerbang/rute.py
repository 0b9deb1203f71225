"""The login pages: forms that the server renders, which need no script and which password managers know."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from analytics.akun.masuk import GagalMasuk, masuk, masuk_contoh
from analytics.akun.pertama import KodeSekali, buat_akun_pertama, isian_pertama, perlu_akun_pertama
from analytics.akun.sesi import cari_sesi
from analytics.contoh.akun import AKUN
from analytics.sistem import GalatGudang, Gudang, waktu_kini
from pages.gerbang import asal, halaman, toko
from pages.gerbang.penjaga import MASUK

_LOG: Final = logging.getLogger("capaian")
_KODE: Final = KodeSekali.buat()
_DIUMUMKAN: Final = threading.Event()
_TERBESAR: Final = 16_384
"""Bytes that a login form may have."""

_URUTAN: Final = {satu.id_akun: nomor for nomor, satu in enumerate(AKUN)}
"""The sample accounts in the order of the SOP."""

Isian = Mapping[str, str]
Kerja = Callable[[Request, Gudang, Isian], Response]


def umumkan_kode(gudang: Gudang) -> bool:
    """Whether the store has nobody who could log in; then the one-time code stands on the console, once."""
    perlu = perlu_akun_pertama(gudang)
    if perlu and not _DIUMUMKAN.is_set():
        _DIUMUMKAN.set()
        _LOG.warning("Belum ada akun. Buka %s dan ketik kode sekali pakai ini: %s", MASUK, _KODE.kode)
    return perlu


def _layani(kerja: Kerja) -> Callable[[Request], object]:
    async def layani(permintaan: Request) -> Response:
        isi = await _baca(permintaan)
        if isi is None:
            return PlainTextResponse("Isian terlalu besar.", 413)
        return await run_in_threadpool(_jawab, kerja, permintaan, isi)

    return layani


async def _baca(permintaan: Request) -> Isian | None:
    """The fields of a form, or of the address; None when there are too many bytes."""
    mentah = permintaan.url.query.encode()
    if permintaan.method == "POST":
        mentah = b""
        async for potongan in permintaan.stream():
            mentah += potongan
            if len(mentah) > _TERBESAR:
                return None
    terbaca = parse_qs(mentah.decode("utf-8", "replace"), keep_blank_values=True)
    return {nama: nilai[0] for nama, nilai in terbaca.items()}


def _jawab(kerja: Kerja, permintaan: Request, isi: Isian) -> Response:
    try:
        return kerja(permintaan, toko.buka(), isi)
    except toko.BelumSiap as belum:
        return halaman.disiapkan(belum.langkah, asal.tujuan_sah(isi.get("lanjut", "/")))
    except toko.GagalDisiapkan as gagal:
        return halaman.gagal_disiapkan(str(gagal))
    except GalatGudang as galat:
        return halaman.galat(toko.kalimat_galat(galat))


def _formulir(permintaan: Request, gudang: Gudang, isi: Isian) -> Response:
    lanjut = asal.tujuan_sah(isi.get("lanjut", "/"))
    if cari_sesi(gudang, asal.token(permintaan), waktu_kini()) is not None:
        return RedirectResponse(lanjut, 303)
    jawaban = _tampilkan(gudang, isi)
    if asal.token(permintaan):
        asal.cabut_kuki(jawaban)
    return jawaban


def _tampilkan(gudang: Gudang, isi: Isian, pesan: str = "", kabar: str = "") -> Response:
    status = 401 if pesan else 200
    if umumkan_kode(gudang):
        return halaman.akun_pertama(isi, pesan, status)
    isi = {**isi, "lanjut": asal.tujuan_sah(isi.get("lanjut", "/"))}
    contoh = sorted(gudang.kueri("akun_contoh"), key=lambda satu: _URUTAN.get(satu["id_akun"], len(_URUTAN)))
    return halaman.masuk(isi, contoh, pesan, kabar, status)


def _masuk(permintaan: Request, gudang: Gudang, isi: Isian) -> Response:
    def mulai() -> str:
        return masuk(gudang, isi.get("nama_akun", ""), isi.get("sandi", ""), asal.alamat(permintaan), waktu_kini())

    return _coba(permintaan, gudang, isi, mulai)


def _contoh(permintaan: Request, gudang: Gudang, isi: Isian) -> Response:
    def mulai() -> str:
        return masuk_contoh(gudang, isi.get("akun", ""), asal.alamat(permintaan), waktu_kini())

    return _coba(permintaan, gudang, isi, mulai)


def _coba(permintaan: Request, gudang: Gudang, isi: Isian, mulai: Callable[[], str]) -> Response:
    try:
        token = mulai()
    except GagalMasuk as gagal:
        return _tampilkan(gudang, isi, str(gagal))
    jawaban = RedirectResponse(asal.tujuan_sah(isi.get("lanjut", "/")), 303)
    asal.pasang_kuki(jawaban, token, permintaan)
    return jawaban


def _pertama(permintaan: Request, gudang: Gudang, isi: Isian) -> Response:
    if isi.get("sandi") != isi.get("sandi_lagi"):
        return _tampilkan(gudang, isi, "Kedua kata sandi tidak sama.")
    waktu = waktu_kini()
    baru = isian_pertama(isi.get("nama", ""), isi.get("nama_akun", ""), isi.get("sandi", ""), waktu)
    benar = _KODE.cocok(isi.get("kode", ""))
    putusan = buat_akun_pertama(gudang, baru, asal.alamat(permintaan), waktu, kode_benar=benar)
    if not putusan.berhasil:
        return _tampilkan(gudang, isi, putusan.pesan)
    return _tampilkan(gudang, {"nama_akun": isi["nama_akun"]}, kabar=putusan.pesan)


async def _siapkan_lagi(_permintaan: Request) -> Response:
    """Somebody mended what stood in the way of the sample office; where it is there already this changes nothing."""
    await run_in_threadpool(toko.toko().ulangi)
    return RedirectResponse(MASUK, 303)


RUTE: Final = [
    Route(MASUK, _layani(_formulir), methods=["GET"]),
    Route(MASUK, _layani(_masuk), methods=["POST"]),
    Route(f"{MASUK}/contoh", _layani(_contoh), methods=["POST"]),
    Route(f"{MASUK}/pertama", _layani(_pertama), methods=["POST"]),
    Route(f"{MASUK}/siapkan", _siapkan_lagi, methods=["POST"]),
]
