"""The HTML of the login pages. What somebody typed is escaped here; the only style is our own, by its hash."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from starlette.responses import HTMLResponse, Response

from analytics.contoh.semai import LangkahContoh
from analytics.rupa import TANDA_CONTOH, css_warna

_RUANG: Final = Path(__file__).parent
_KOMPONEN: Final = _RUANG.parent / "komponen"
_GAYA: Final = css_warna() + (_RUANG / "gaya.css").read_text(encoding="utf-8")
_LOGO: Final = (_KOMPONEN / "logo.svg").read_text(encoding="utf-8")
_IKON: Final = base64.b64encode((_KOMPONEN / "ikon.png").read_bytes()).decode()
_SIDIK_GAYA: Final = base64.b64encode(hashlib.sha256(_GAYA.encode()).digest()).decode()
_KEPALA: Final = {
    "cache-control": "no-store",
    # Without an origin in the request a form of our own could not be told from one of another site.
    "referrer-policy": "same-origin",
    "content-security-policy": "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{_SIDIK_GAYA}'",
            "img-src data:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
}
_JEDA: Final = 1
"""Seconds until a page asks again whether the sample office is ready."""


def masuk(
    isian: Mapping[str, str], contoh: Iterable[Mapping[str, Any]], pesan: str, kabar: str, status: int
) -> Response:
    """The form of name and password; over a sample office one button for each of its accounts before it."""
    lanjut = _tersembunyi("lanjut", isian.get("lanjut", "/"))
    sandi = (
        f'<form method="post" action="/masuk">{lanjut}'
        + _isian("nama_akun", "Nama akun", isian, 'autocomplete="username" autocapitalize="none" spellcheck="false"')
        + _isian("sandi", "Kata sandi", {}, 'type="password" autocomplete="current-password"')
        + "<button>Masuk</button></form>"
    )
    tombol = "".join(
        f'<button name="akun" value="{_aman(akun["id_akun"])}">'
        f"<small>Masuk sebagai </small>{_aman(akun['nama'])}</button>"
        for akun in contoh
    )
    if not tombol:
        lupa = "<footer>Lupa kata sandi? Mintalah pengelola aplikasi di kantor Anda menyetel yang baru.</footer>"
        return _halaman("Masuk ke Capaian", f"{_kabar(pesan, kabar)}{sandi}{lupa}", status)
    pilihan = (
        f'<p class="tanda">{TANDA_CONTOH}</p><p>Ini kantor contoh. Pilih peran; setiap akun masuk tanpa kata sandi.</p>'
        f'<form method="post" action="/masuk/contoh">{lanjut}<div class="pilihan">{tombol}</div></form>'
        f"<details><summary>Masuk dengan kata sandi</summary>{sandi}</details>"
    )
    return _halaman("Masuk ke Capaian", _kabar(pesan, kabar) + pilihan, status, lebar=True)


def akun_pertama(isian: Mapping[str, str], pesan: str, status: int) -> Response:
    """The form of the first account."""
    formulir = (
        "<p>Penyimpanan ini belum mempunyai akun. Akun pertama menjadi pengelola aplikasi dan Kasubbag Perencanaan; "
        "akun lain dibuat sesudahnya di halaman Akun.</p>"
        f'{_kabar(pesan, "")}<form method="post" action="/masuk/pertama">'
        + _isian("nama", "Nama Anda", isian, 'autocomplete="name"')
        + _isian("nama_akun", "Nama akun", isian, 'autocomplete="username" autocapitalize="none" spellcheck="false"')
        + _isian(
            "sandi", "Kata sandi", {}, 'type="password" autocomplete="new-password"', "Paling sedikit 10 karakter."
        )
        + _isian("sandi_lagi", "Kata sandi sekali lagi", {}, 'type="password" autocomplete="new-password"')
        + _isian(
            "kode",
            "Kode sekali pakai",
            {},
            'autocomplete="off" autocapitalize="characters" spellcheck="false"',
            "Tercetak pada jendela hitam (konsol) tempat Capaian dijalankan.",
        )
        + "<button>Buat akun pertama</button></form>"
    )
    return _halaman("Buat akun pertama", formulir, status)


def galat(kalimat: str) -> Response:
    """The store cannot be opened: why, and what to do."""
    return _halaman("Capaian belum dapat dibuka", f'<p class="pesan">{_aman(kalimat)}</p>', 503)


def disiapkan(langkah: LangkahContoh, lanjut: str) -> Response:
    """The sample office is being made: how far it is. The page asks again by itself until it can be entered."""
    ulang = f'<meta http-equiv="refresh" content="{_JEDA}; url=/masuk?lanjut={quote(lanjut, safe="")}">'
    badan = (
        f'<p class="tanda">{TANDA_CONTOH}</p>'
        "<p>Pada pemakaian pertama Capaian menyusun kantor contoh dari buku kerjanya, melalui langkah yang sama dengan "
        "kantor sungguhan. Ini dikerjakan sekali saja, biasanya kurang dari satu menit; halaman ini berlanjut "
        "sendiri.</p>"
        f'<progress max="{langkah.dari}" value="{langkah.ke}" aria-label="Kemajuan"></progress>'
        f'<p class="langkah" role="status"><strong>Langkah {langkah.ke} dari {langkah.dari}</strong> '
        f"{_aman(langkah.uraian)}</p>"
    )
    jawaban = _halaman("Kantor contoh sedang disiapkan", badan, 503, kepala=ulang)
    jawaban.headers["retry-after"] = str(_JEDA)
    return jawaban


def gagal_disiapkan(kalimat: str) -> Response:
    """The sample office could not be made: why, what to do, and a button that tries again."""
    badan = (
        f'<p class="pesan" role="alert">{_aman(kalimat)}</p>'
        '<form method="post" action="/masuk/siapkan"><button>Coba lagi</button></form>'
    )
    return _halaman("Kantor contoh tidak dapat disiapkan", badan, 503)


def _halaman(judul: str, badan: str, status: int, *, lebar: bool = False, kepala: str = "") -> Response:
    kelas = ' class="lebar"' if lebar else ""
    return HTMLResponse(
        f'<!doctype html><html lang="id"><head><meta charset="utf-8">{kepala}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{judul} · Capaian</title><link rel="icon" href="data:image/png;base64,{_IKON}">'
        f"<style>{_GAYA}</style></head><body><main{kelas}>{_LOGO}<h1>{judul}</h1>{badan}</main></body></html>",
        status,
        _KEPALA,
    )


def _isian(nama: str, label: str, isian: Mapping[str, str], atribut: str, petunjuk: str = "") -> str:
    nilai = f' value="{_aman(isian[nama])}"' if isian.get(nama) else ""
    kecil = f"<small>{petunjuk}</small>" if petunjuk else ""
    return f'<label>{label}{kecil}<input name="{nama}"{nilai} {atribut} required maxlength="200"></label>'


def _tersembunyi(nama: str, nilai: str) -> str:
    return f'<input type="hidden" name="{nama}" value="{_aman(nilai)}">'


def _kabar(pesan: str, kabar: str) -> str:
    buruk = f'<p class="pesan" role="alert">{_aman(pesan)}</p>' if pesan else ""
    return buruk + (f'<p class="kabar" role="status">{_aman(kabar)}</p>' if kabar else "")


def _aman(teks: str) -> str:
    return html.escape(teks, quote=True)
