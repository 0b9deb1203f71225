"""Speaks to a running server as an attacker would: raw HTTP and raw websockets, without a browser in between."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from pages.gerbang.asal import KUKI

ALIRAN = "/_stcore/stream"


@dataclass(frozen=True)
class Jawaban:
    """Status, headers and body."""

    status: int
    kepala: Mapping[str, str]
    isi: str


def minta(alamat: str, cara: str, jalur: str, isi: str | None = None, **kepala: str) -> Jawaban:
    """One request exactly as written; a header `a_b` is sent as `a-b`."""
    sambungan = http.client.HTTPConnection(urlsplit(alamat).netloc, timeout=30)
    try:
        sambungan.request(cara, jalur, isi, {nama.replace("_", "-"): nilai for nama, nilai in kepala.items()})
        jawab = sambungan.getresponse()
        return Jawaban(
            jawab.status, {n.lower(): v for n, v in jawab.getheaders()}, jawab.read().decode("utf-8", "replace")
        )
    finally:
        sambungan.close()


def isian(alamat: str, jalur: str, isi: str, **kepala: str) -> Jawaban:
    """A form, sent as a page of the server sends it unless the headers say otherwise."""
    jenis = {"Content_Type": "application/x-www-form-urlencoded", "Origin": alamat}
    return minta(alamat, "POST", jalur, isi, **{**jenis, **kepala})


@contextmanager
def soket(
    alamat: str, token: str | None, id_sesi: str = "", asal: str | None = "", xsrf: str = ""
) -> Iterator[ClientConnection]:
    """A websocket of Streamlit; `asal` empty: the server's own origin."""
    kuki = [f"{KUKI}={token}"] if token is not None else []
    kuki += [f"_streamlit_xsrf={xsrf}"] if xsrf else []
    protokol = ["streamlit", xsrf or "x", *([id_sesi] if id_sesi else [])]
    with connect(
        alamat.replace("http", "ws", 1) + ALIRAN,
        origin=alamat if asal == "" else asal,
        additional_headers={"Cookie": "; ".join(kuki)} if kuki else {},
        subprotocols=protokol,
        max_size=None,
        proxy=None,
    ) as sambungan:
        yield sambungan


def ditolak(alamat: str, token: str | None, **cara: str | None) -> bool:
    """Whether a websocket is refused before it is one."""
    try:
        with soket(alamat, token, **cara):
            return False
    except InvalidStatus as galat:
        return galat.response.status_code in (401, 403)


def jalankan(sambungan: ClientConnection, halaman: str = "") -> tuple[str, bytes]:
    """Run a page; the id of the session and everything that came back."""
    pesan = BackMsg()
    pesan.rerun_script.page_name = halaman
    pesan.rerun_script.query_string = ""
    sambungan.send(pesan.SerializeToString())
    id_sesi, semua = "", b""
    while True:
        mentah = sambungan.recv(timeout=60)
        assert isinstance(mentah, bytes)
        semua += mentah
        jawaban = ForwardMsg.FromString(mentah)
        if jawaban.WhichOneof("type") == "new_session":
            id_sesi = jawaban.new_session.initialize.session_id
        if jawaban.WhichOneof("type") == "script_finished":
            return id_sesi, semua
