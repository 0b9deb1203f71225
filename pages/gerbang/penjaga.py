"""The gate: nothing that Streamlit serves is reached, by HTTP or websocket, without a session that counts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from analytics.sistem import GalatGudang, waktu_kini
from pages.gerbang import asal, halaman, pemilik, pengunjung, toko

MASUK: Final = "/masuk"
_TERBUKA: Final = frozenset(
    {MASUK, "/masuk/contoh", "/masuk/pertama", "/masuk/siapkan", "/_stcore/health", "/favicon.png", "/favicon.ico"}
)
_UNGGAH: Final = "/_stcore/upload_file/"
_PROTOKOL: Final = b"sec-websocket-protocol"
_TANPA_SIMPAN: Final = {"cache-control": "no-store"}

Jawab = Callable[[Scope, Receive, Send], Awaitable[None]]


class Gerbang:
    """Pure ASGI middleware; everything is closed but the login pages, the health check and the icon."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that may not pass, and pass on every other one."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        sambungan = HTTPConnection(scope)
        if asal.dari_situs_lain(sambungan):
            await _tolak(PlainTextResponse("Permintaan ini datang dari situs lain.", 403))(scope, receive, send)
            return
        if scope["type"] == "http" and scope["path"] in _TERBUKA:
            await self.app(scope, receive, send)
            return
        jawab = await run_in_threadpool(_periksa, sambungan)
        await (jawab or self.app)(scope, receive, send)


def _periksa(sambungan: HTTPConnection) -> Jawab | None:
    """What to answer to who may not pass; None: may."""
    try:
        ada = pengunjung.cari(toko.buka(), asal.token(sambungan), waktu_kini())
    except (toko.BelumSiap, toko.GagalDisiapkan):
        # The login page tells how far it is, or why not.
        return _tolak(_belum_masuk(sambungan))
    except GalatGudang as galat:
        return _tolak(halaman.galat(toko.kalimat_galat(galat)))
    if ada is None:
        return _tolak(_belum_masuk(sambungan))
    return _milik_orang(sambungan.scope, ada.id_akun)


def _belum_masuk(sambungan: HTTPConnection) -> Response:
    scope = sambungan.scope
    if (
        scope["type"] == "websocket"
        or scope["method"] != "GET"
        or "text/html" not in sambungan.headers.get("accept", "")
    ):
        return PlainTextResponse("Masuk dahulu.", 401, headers=_TANPA_SIMPAN)
    pilihan = scope["query_string"].decode("latin-1")
    tujuan = asal.tujuan_sah(scope["path"] + (f"?{pilihan}" if pilihan else ""))
    lanjut = "" if tujuan == "/" else f"?lanjut={quote(tujuan, safe='')}"
    return RedirectResponse(f"{MASUK}{lanjut}", 303, headers=_TANPA_SIMPAN)


def _milik_orang(scope: Scope, id_akun: str) -> Jawab | None:
    """Refuse the uploads of somebody else's browser session; who offers one for a websocket gets a new one instead."""
    if scope["type"] == "websocket":
        scope["headers"] = [(nama, _tanpa_sesi_orang(nama, nilai, id_akun)) for nama, nilai in scope["headers"]]
    elif scope["path"].startswith(_UNGGAH):
        id_sesi = scope["path"].removeprefix(_UNGGAH).split("/")[0]
        if not pemilik.milik(id_sesi, id_akun):
            return _tolak(PlainTextResponse("Sesi ini bukan milik akun Anda.", 403))
    return None


def _tanpa_sesi_orang(nama: bytes, nilai: bytes, id_akun: str) -> bytes:
    """Streamlit reads from this header, by position: protocol, token against forged requests, session to go on with."""
    if nama.lower() != _PROTOKOL:
        return nilai
    bagian = nilai.split(b",")
    if len(bagian) > 2 and pemilik.milik(bagian[2].strip().decode("latin-1"), id_akun):
        return nilai
    return b",".join(bagian[:2])


def _tolak(jawaban: Response) -> Jawab:
    async def kirim(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            tutup: dict[str, Any] = {"type": "websocket.close", "code": 1008}
            await send(tutup)
        else:
            await jawaban(scope, receive, send)

    return kirim
