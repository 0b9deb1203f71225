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

from analytics.akun.masuk import GagalMasuk, daftar_contoh, masuk, masuk_contoh
from analytics.akun.pertama import KodeSekali, buat_akun_pertama, isian_pertama, perlu_akun_pertama
from analytics.contoh.akun import AKUN
from analytics.sistem import GalatGudang, Gudang, waktu_kini
from pages.gerbang import asal, halaman, pengunjung, toko
from pages.gerbang.penjaga import MASUK

_LOG: Final = logging.getLogger("capaian")
_KODE: Final = KodeSekali.buat()
_DIUMUMKAN: Final = threading.Event()
_TERBESAR: Final = 16_384
"""Bytes that a login form may have."""

_URUTAN: Final = {akun.id_akun: nomor for nomor, akun in enumerate(AKUN)}
"""The sample accounts in the order of the SOP."""

IsianHalaman = Mapping[str, str]
Kerja = Callable[[Request, Gudang, IsianHalaman], Response]


def umumkan_kode(gudang: Gudang) -> bool:
    """Whether the store has nobody who could log in; then the one-time code stands on the console, once."""
    perlu = perlu_akun_pertama(gudang)
    if perlu and not _DIUMUMKAN.is_set():
        _DIUMUMKAN.set()
        _LOG.warning("Belum ada akun. Buka %s dan ketik kode sekali pakai ini: %s", MASUK, _KODE.kode)
    return perlu


def _layani(kerja: Kerja) -> Callable[[Request], object]:
    async def layani(permintaan: Request) -> Response:
        isian = await _baca(permintaan)
        if isian is None:
            return PlainTextResponse("Isian terlalu besar.", 413)
        return await run_in_threadpool(_jawab, kerja, permintaan, isian)

    return layani


async def _baca(permintaan: Request) -> IsianHalaman | None:
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


def _jawab(kerja: Kerja, permintaan: Request, isian: IsianHalaman) -> Response:
    try:
        return kerja(permintaan, toko.buka(), isian)
    except toko.BelumSiap as belum:
        return halaman.disiapkan(belum.langkah, asal.tujuan_sah(isian.get("lanjut", "/")))
    except toko.GagalDisiapkan as gagal:
        return halaman.gagal_disiapkan(str(gagal))
    except GalatGudang as galat:
        return halaman.galat(toko.kalimat_galat(galat))


def _formulir(permintaan: Request, gudang: Gudang, isian: IsianHalaman) -> Response:
    lanjut = asal.tujuan_sah(isian.get("lanjut", "/"))
    if pengunjung.cari(gudang, asal.token(permintaan), waktu_kini()) is not None:
        return RedirectResponse(lanjut, 303)
    jawaban = _tampilkan(gudang, isian)
    if asal.token(permintaan):
        asal.cabut_kuki(jawaban)
    return jawaban


def _tampilkan(gudang: Gudang, isian: IsianHalaman, pesan: str = "", kabar: str = "") -> Response:
    status = 401 if pesan else 200
    if umumkan_kode(gudang):
        return halaman.akun_pertama(isian, pesan, status)
    isian = {**isian, "lanjut": asal.tujuan_sah(isian.get("lanjut", "/"))}
    contoh = sorted(daftar_contoh(gudang), key=lambda akun: _URUTAN.get(akun["id_akun"], len(_URUTAN)))
    return halaman.masuk(isian, contoh, pesan, kabar, status)


def _masuk(permintaan: Request, gudang: Gudang, isian: IsianHalaman) -> Response:
    def mulai() -> str:
        return masuk(gudang, isian.get("nama_akun", ""), isian.get("sandi", ""), asal.alamat(permintaan), waktu_kini())

    return _coba(permintaan, gudang, isian, mulai)


def _contoh(permintaan: Request, gudang: Gudang, isian: IsianHalaman) -> Response:
    def mulai() -> str:
        return masuk_contoh(gudang, isian.get("akun", ""), asal.alamat(permintaan), waktu_kini())

    return _coba(permintaan, gudang, isian, mulai)


def _coba(permintaan: Request, gudang: Gudang, isian: IsianHalaman, mulai: Callable[[], str]) -> Response:
    try:
        token = mulai()
    except GagalMasuk as gagal:
        return _tampilkan(gudang, isian, str(gagal))
    jawaban = RedirectResponse(asal.tujuan_sah(isian.get("lanjut", "/")), 303)
    asal.pasang_kuki(jawaban, token, permintaan)
    return jawaban


def _pertama(permintaan: Request, gudang: Gudang, isian: IsianHalaman) -> Response:
    if isian.get("sandi") != isian.get("sandi_lagi"):
        return _tampilkan(gudang, isian, "Kedua kata sandi tidak sama.")
    waktu = waktu_kini()
    baru = isian_pertama(isian.get("nama", ""), isian.get("nama_akun", ""), isian.get("sandi", ""), waktu)
    benar = _KODE.cocok(isian.get("kode", ""))
    putusan = buat_akun_pertama(gudang, baru, asal.alamat(permintaan), waktu, kode_benar=benar)
    if not putusan.berhasil:
        return _tampilkan(gudang, isian, putusan.pesan)
    return _tampilkan(gudang, {"nama_akun": isian["nama_akun"]}, kabar=putusan.pesan)


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
