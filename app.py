"""How is it served? The ASGI app: security headers and the gate around the one Streamlit script.

Start it with `streamlit run app.py`.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analytics.cadangan.buat import SalinanGagal
from analytics.cadangan.jaga import jaga
from analytics.penyimpanan import kalimat_salinan
from analytics.sistem import GalatGudang, siapkan_proses, waktu_kini
from pages import DAFTAR
from pages.gerbang import toko
from pages.gerbang.penjaga import Gerbang
from pages.gerbang.rute import RUTE, umumkan_kode
from pages.komponen.galat import tampilkan_galat

_LOG: Final = logging.getLogger("capaian")
_SATU_JAM: Final = 3600

_CANGKANG: Final = Path(st.__file__).parent / "static" / "index.html"
_BAHASA_ASAL: Final = b'<html lang="en">'
_BAHASA: Final = b'<html lang="id">'


def _sidik_skrip(html: str) -> str:
    """CSP sources for the inline scripts that Streamlit's own shell page carries."""
    skrip = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(teks.encode()).digest()).decode()}'" for teks in skrip)


_KEBIJAKAN: Final = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' {_sidik_skrip(_CANGKANG.read_text(encoding='utf-8'))}",
        # Streamlit and Plotly write style attributes.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_KEPALA: Final = {
    "content-security-policy": _KEBIJAKAN,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class KepalaAman:
    """Puts the security headers on every answer that has no stricter ones, and says that the page is Indonesian."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; only HTTP answers are changed."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if "text/html" in Headers(scope=scope).get("accept", ""):
            # The shell page must not arrive compressed, or its language could not be set.
            scope = {**scope, "headers": [pasang for pasang in scope["headers"] if pasang[0] != b"accept-encoding"]}

        async def kirim(pesan: Message) -> None:
            if pesan["type"] == "http.response.start":
                kepala = MutableHeaders(scope=pesan)
                for nama, nilai in _KEPALA.items():
                    kepala.setdefault(nama, nilai)
            elif pesan["type"] == "http.response.body" and _BAHASA_ASAL in pesan.get("body", b"")[:4000]:
                pesan = {**pesan, "body": pesan["body"].replace(_BAHASA_ASAL, _BAHASA, 1)}
            await send(pesan)

        await self.app(scope, receive, kirim)


async def ke_awal(permintaan: Request) -> RedirectResponse:
    """Streamlit serves the first page at / only; its own name leads there, with the choices in the address."""
    return RedirectResponse(str(permintaan.url.replace(path="/")))


def _siapkan() -> bool:
    """Open the store, or begin to make the sample office; False: ask again soon."""
    try:
        umumkan_kode(toko.buka())
    except toko.BelumSiap:
        return False
    except toko.GagalDisiapkan:
        # Said already; the login page says so too, and lets try again.
        return False
    except GalatGudang as galat:
        # Every page says so until it can be opened.
        _LOG.warning(toko.kalimat_galat(galat))
    return True


@asynccontextmanager
async def masa_hidup(_app: st.App) -> AsyncIterator[None]:
    """Open the store, or make the sample office, while the first visitors are told so; then look after its backups."""
    siapkan_proses()
    jaga = asyncio.create_task(_urus())
    yield
    jaga.cancel()
    await run_in_threadpool(toko.toko().hentikan)


async def _urus() -> None:
    while not await run_in_threadpool(_siapkan):
        await asyncio.sleep(1)
    await _jaga_cadangan()


async def _jaga_cadangan() -> None:
    """Every hour, and at the start: look after the backups. A server that is never stopped has days too."""
    while True:
        for galat in await asyncio.gather(run_in_threadpool(_cadangkan), return_exceptions=True):
            # The next hour comes whatever went wrong in this one.
            if galat is not None:
                _katakan(galat)
        await asyncio.sleep(_SATU_JAM)


def _katakan(galat: BaseException) -> None:
    """On the console: a sentence for what the disk refuses, the traceback for what nobody foresaw."""
    if isinstance(galat, GalatGudang):
        _LOG.warning(toko.kalimat_galat(galat))
    elif isinstance(galat, SalinanGagal):
        _LOG.warning("Cadangan harian tidak dapat ditulis. %s", kalimat_salinan(galat))
    else:
        _LOG.error("Cadangan belum terjaga; dicoba lagi sejam kemudian.", exc_info=galat)


def _cadangkan() -> None:
    jaga(toko.buka(), waktu_kini())


app = st.App(
    "pages/_utama.py",
    lifespan=masa_hidup,
    routes=[*RUTE, Route(f"/{DAFTAR[0].url}", ke_awal)],
    middleware=[
        Middleware(KepalaAman),
        # Streamlit holds this list only against websockets; an empty one means every name, as there.
        Middleware(TrustedHostMiddleware, allowed_hosts=st.get_option("server.allowedHosts") or ["*"]),
        Middleware(Gerbang),
    ],
    on_script_error=tampilkan_galat,
)
