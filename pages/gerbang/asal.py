"""Where a request comes from: its cookie, its address, whether another site sent it, and where it may be sent on to."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import Response

from pages import DAFTAR

KUKI: Final = "capaian_sesi"
"""The cookie that holds the token of a session."""
_AMAN: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_BERTUJUAN: Final = frozenset({"", *(halaman.url for halaman in DAFTAR)})
_TUJUAN: Final = re.compile(r"/([a-z0-9-]*)(\?[\w.~%&=+:,*-]*)?", re.ASCII)


def token(sambungan: HTTPConnection) -> str:
    """The token that the browser brought, empty without one."""
    return sambungan.cookies.get(KUKI, "")


def alamat(sambungan: HTTPConnection) -> str:
    """The address of the other side."""
    return sambungan.client.host if sambungan.client else "tidak dikenal"


def dari_situs_lain(sambungan: HTTPConnection) -> bool:
    """Whether a request that can change something, or a websocket, was not sent by a page of our own."""
    if sambungan.scope["type"] == "http" and sambungan.scope["method"] in _AMAN:
        return False
    asal, tuan = sambungan.headers.get("origin", ""), sambungan.headers.get("host", "")
    return not tuan or urlsplit(asal).netloc.casefold() != tuan.casefold()


def tujuan_sah(lanjut: str) -> str:
    """The page to go to after a login: one of ours with its choices, or the first page."""
    cocok = _TUJUAN.fullmatch(lanjut)
    return lanjut if cocok and cocok[1] in _BERTUJUAN else "/"


def pasang_kuki(jawaban: Response, token: str, sambungan: HTTPConnection) -> None:
    """Give the browser its token: no script reads it, no other site sends it along, over TLS only where there is TLS.

    It ends with the browser. Lax, not Strict: a link to a page in a message would otherwise open the login form.
    """
    jawaban.set_cookie(
        KUKI, token, path="/", httponly=True, samesite="lax", secure=sambungan.url.scheme in ("https", "wss")
    )


def cabut_kuki(jawaban: Response) -> None:
    """Take a token away that counts no more."""
    jawaban.delete_cookie(KUKI, path="/", httponly=True, samesite="lax")
