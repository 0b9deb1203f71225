"""Attacks over real HTTP and real websockets on a real server: none may succeed, and what is allowed must work."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from analytics.akun.masuk import masuk_contoh
from analytics.akun.sesi import cari_sesi, keluar
from analytics.contoh.akun import CAMAT_CONTOH, SATU_DATA, SEKCAM, UMUM
from analytics.sistem import buka_gudang, waktu_kini
from analytics.sop.peran import SEMUA_KANTOR
from data.gudang import Gudang, Peristiwa
from pages import DAFTAR
from pages.gerbang import pengunjung
from pages.gerbang.asal import KUKI, tujuan_sah
from tests.alat.gudang import hitung_tanya
from tests.alat.peladen import jalankan as jalankan_peladen
from tests.gerbang.alat_serangan import ditolak, isian, jalankan, minta, soket

HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
ALAMAT = "127.0.0.1"


@dataclass(frozen=True)
class Sasaran:
    """A server, the tokens of two who are in, and tokens that count no more."""

    alamat: str
    camat: str
    umum: str
    mati: dict[str, str]


def _dipakai_sampai(gudang: Gudang, mulai: datetime, akhir: datetime) -> str:
    token = masuk_contoh(gudang, SEKCAM.id_akun, ALAMAT, mulai)
    while mulai < akhir:
        mulai = min(mulai + timedelta(minutes=110), akhir)
        assert cari_sesi(gudang, token, mulai) is not None
    return token


def _token_mati(gudang: Gudang) -> dict[str, str]:
    kini = waktu_kini()
    mati = {
        "menganggur": _dipakai_sampai(gudang, kini - timedelta(hours=5), kini - timedelta(minutes=121)),
        "terlalu lama": _dipakai_sampai(gudang, kini - timedelta(minutes=721), kini - timedelta(minutes=5)),
        "sudah keluar": masuk_contoh(gudang, SATU_DATA.id_akun, ALAMAT, kini),
    }
    keluar(gudang, SATU_DATA.pelaku, kini)
    return mati


@pytest.fixture(scope="module")
def sasaran(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sasaran]:
    folder = tmp_path_factory.mktemp("sasaran")
    shutil.copyfile(berkas_contoh, folder / "contoh.duckdb")
    gudang = buka_gudang(folder / "contoh.duckdb")
    mati = _token_mati(gudang)
    hidup = [masuk_contoh(gudang, akun.id_akun, ALAMAT, waktu_kini()) for akun in (CAMAT_CONTOH, UMUM)]
    gudang.tutup()
    with jalankan_peladen(folder / "contoh.duckdb", folder / "peladen.log") as peladen:
        yield Sasaran(peladen.alamat, hidup[0], hidup[1], mati)


TERTUTUP = [
    "/",
    *(f"/{halaman.url}" for halaman in DAFTAR),
    "/index.html",
    "/tidak-ada",
    "//",
    "/masuk/",
    "/masuk/../rencana",
    "/masuk/%2e%2e/rencana",
    "/masuk//contoh",
    "/MASUK",
    "/_stcore/health/",
    "/_stcore/health/../metrics",
    "/_stcore/metrics",
    "/_stcore/host-config",
    "/_stcore/script-health-check",
    "/_stcore/allowed-message-origins",
    "/_stcore/stream",
    "/_stcore/upload_file/x/y",
    "/_stcore/bidi-components/x/y.js",
    "/_stcore/agent/openapi.json",
    "/component/x/y.js",
    "/media/0123456789abcdef.xlsx",
    "/static/js/index.js",
    "/app/static/x",
    "/manifest.json",
    "/auth/login",
    "/oauth2callback",
]


@pytest.mark.parametrize("jalur", TERTUTUP)
def test_without_a_login_every_address_is_closed(sasaran: Sasaran, jalur: str) -> None:
    biasa = minta(sasaran.alamat, "GET", jalur)
    assert (biasa.status, biasa.isi) == (401, "Masuk dahulu.")
    peramban = minta(sasaran.alamat, "GET", jalur, **HTML)
    assert peramban.status == 303
    assert re.fullmatch(r"/masuk(\?lanjut=%2F[a-z0-9-]+)?", peramban.kepala["location"])
    assert peramban.kepala["cache-control"] == "no-store"


@pytest.mark.parametrize("cara", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"])
def test_no_other_method_passes_either(sasaran: Sasaran, cara: str) -> None:
    for jalur in ("/", "/_stcore/upload_file/x/y", "/media/x", "/_stcore/metrics"):
        assert minta(sasaran.alamat, cara, jalur, Origin=sasaran.alamat).status == 401
        assert minta(sasaran.alamat, cara, jalur, Origin=sasaran.alamat, **HTML).status == 401


PALSU = ["", "x", "A" * 43, "A" * 5000, "../../etc/passwd", "' OR ''='", "%00", "null", "camat"]


@pytest.mark.parametrize("token", PALSU)
def test_a_forged_cookie_opens_nothing(sasaran: Sasaran, token: str) -> None:
    assert minta(sasaran.alamat, "GET", "/_stcore/metrics", Cookie=f"{KUKI}={token}").status == 401
    assert ditolak(sasaran.alamat, token)


def test_neither_the_digest_of_a_token_nor_a_changed_letter_opens_anything(sasaran: Sasaran) -> None:
    import hashlib  # noqa: PLC0415 - what the store holds

    sidik = hashlib.sha256(sasaran.camat.encode()).hexdigest()
    geser = sasaran.camat[:-1] + ("A" if sasaran.camat[-1] != "A" else "B")
    for token in (sidik, geser, sasaran.camat.swapcase(), sasaran.camat[:-1]):
        assert minta(sasaran.alamat, "GET", "/_stcore/metrics", Cookie=f"{KUKI}={token}").status == 401
        assert ditolak(sasaran.alamat, token)


def test_a_request_more_asks_for_its_session_alone_and_a_changed_setting_counts_at_once(salinan_contoh: Path) -> None:
    gudang = buka_gudang(salinan_contoh)
    kini = waktu_kini()
    token = masuk_contoh(gudang, UMUM.id_akun, ALAMAT, kini)
    assert pengunjung.cari(gudang, token, kini) is not None
    with hitung_tanya(gudang) as ditanya:
        ada = pengunjung.cari(gudang, token, kini)
    assert ada is not None
    assert ada.id_akun == UMUM.id_akun
    assert sum(ditanya.values()) == 1
    setelan = {"kunci": "sesi_menganggur_menit", "mulai": kini.date(), "revisi": 1, "nilai": "0"}
    with gudang.transaksi(Peristiwa(SEMUA_KANTOR, "uji", "atur_acuan", "uji", {}, kini)) as tx:
        tx.tambah("pengaturan", [setelan | {"keterangan": "uji", "sumber": "uji"}])
    assert pengunjung.cari(gudang, token, kini) is None
    gudang.tutup()


@pytest.mark.parametrize("sebab", ["menganggur", "terlalu lama", "sudah keluar"])
def test_a_session_that_ended_opens_nothing(sasaran: Sasaran, sebab: str) -> None:
    token = sasaran.mati[sebab]
    assert minta(sasaran.alamat, "GET", "/_stcore/metrics", Cookie=f"{KUKI}={token}").status == 401
    assert ditolak(sasaran.alamat, token)
    formulir = minta(sasaran.alamat, "GET", "/masuk", Cookie=f"{KUKI}={token}")
    assert formulir.status == 200
    assert "max-age=0" in formulir.kepala["set-cookie"].lower()


def test_a_websocket_without_a_login_is_refused_before_a_script_runs(sasaran: Sasaran) -> None:
    assert ditolak(sasaran.alamat, None)
    assert not ditolak(sasaran.alamat, sasaran.camat)


@pytest.mark.parametrize(
    "asal",
    ["https://jahat.example", "http://127.0.0.1:1", "http://127.0.0.1", "null", "file://", "http://localhost", None],
)
def test_a_websocket_from_another_site_is_refused_even_with_the_cookie(sasaran: Sasaran, asal: str | None) -> None:
    assert ditolak(sasaran.alamat, sasaran.camat, asal=asal)


@pytest.mark.parametrize("asal", ["https://jahat.example", "http://127.0.0.1:1", "null", ""])
def test_a_form_or_an_upload_from_another_site_is_refused(sasaran: Sasaran, asal: str) -> None:
    for jalur, badan in (
        ("/masuk", "nama_akun=camat&sandi=x"),
        ("/masuk/contoh", "akun=camat"),
        ("/masuk/pertama", ""),
    ):
        jawab = isian(sasaran.alamat, jalur, badan, Origin=asal)
        assert (jawab.status, "set-cookie" in jawab.kepala) == (403, False)
    kuki = {"Cookie": f"{KUKI}={sasaran.camat}", "Origin": asal}
    assert minta(sasaran.alamat, "PUT", "/_stcore/upload_file/x/y", "isi", **kuki).status == 403


def test_who_is_in_gets_pages_files_and_figures_and_a_stranger_gets_none_of_them(sasaran: Sasaran) -> None:
    with soket(sasaran.alamat, sasaran.camat) as sambungan:
        _, badan = jalankan(sambungan, "ekspor")
        assert b"Dokumen Kompilasi Data Kinerja" in badan
        unduhan = re.findall(rb"/media/[0-9a-f]+\.\w+", badan)
        assert unduhan
        jalur = unduhan[0].decode()
        assert minta(sasaran.alamat, "GET", jalur, Cookie=f"{KUKI}={sasaran.camat}").status == 200
        assert minta(sasaran.alamat, "GET", jalur).status == 401
        assert minta(sasaran.alamat, "GET", jalur, Cookie=f"{KUKI}={sasaran.mati['sudah keluar']}").status == 401
    assert minta(sasaran.alamat, "GET", "/_stcore/metrics", Cookie=f"{KUKI}={sasaran.camat}").status == 200
    assert minta(sasaran.alamat, "GET", "/_stcore/health").isi == "ok"


@pytest.mark.parametrize("jalur", ["/_stcore/agent/interact", "/_stcore/agent/mcp"])
def test_there_is_no_second_way_into_the_pages_even_for_who_is_in(sasaran: Sasaran, jalur: str) -> None:
    kepala = {"Cookie": f"{KUKI}={sasaran.camat}", "Origin": sasaran.alamat, "Content_Type": "application/json"}
    jawab = minta(sasaran.alamat, "POST", jalur, "{}", **kepala)
    assert jawab.status >= 400
    assert "Kecamatan" not in jawab.isi
    assert minta(sasaran.alamat, "POST", jalur, "{}", Content_Type="application/json").status in (401, 403)


def _unggah(alamat: str, token: str, id_sesi: str) -> int:
    xsrf = re.findall(r"_streamlit_xsrf=([^;]+)", minta(alamat, "GET", "/_stcore/health").kepala["set-cookie"])[0]
    batas = "batas"
    badan = f'--{batas}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nisi\r\n--{batas}--\r\n'
    kepala = {
        "Cookie": f"{KUKI}={token}; _streamlit_xsrf={xsrf}",
        "X_Xsrftoken": xsrf,
        "Origin": alamat,
        "Content_Type": f"multipart/form-data; boundary={batas}",
    }
    return minta(alamat, "PUT", f"/_stcore/upload_file/{id_sesi}/berkas-1", badan, **kepala).status


def test_the_session_id_of_somebody_else_is_worth_nothing(sasaran: Sasaran) -> None:
    with soket(sasaran.alamat, sasaran.camat) as sambungan:
        id_camat, badan = jalankan(sambungan)
        assert b"Masuk sebagai Camat (contoh)" in badan
        assert _unggah(sasaran.alamat, sasaran.camat, id_camat) == 204
        assert _unggah(sasaran.alamat, sasaran.umum, id_camat) == 403
        assert _unggah(sasaran.alamat, sasaran.umum, "tidak-ada") == 403
        with soket(sasaran.alamat, sasaran.umum, id_sesi=id_camat) as perebut:
            id_perebut, badan = jalankan(perebut)
            assert id_perebut != id_camat
            assert b"Masuk sebagai Kasubbag Umum (contoh)" in badan
    with soket(sasaran.alamat, sasaran.umum, id_sesi=id_camat) as perebut:
        assert jalankan(perebut)[0] != id_camat
    with soket(sasaran.alamat, sasaran.camat, id_sesi=id_camat) as sambungan:
        assert jalankan(sambungan)[0] == id_camat


JAUH = [
    "https://jahat.example",
    "//jahat.example",
    "/\\jahat.example",
    "/%09/jahat.example",
    "/\t/jahat.example",
    "javascript:alert(1)",
    "/rencana\r\nSet-Cookie: a=b",
    "/rencana?x=\r\n",
    "/masuk",
    "/rencana@jahat.example",
    "/.jahat.example",
    "https:rencana",
    "/rencana#//jahat",
    "",
]


@pytest.mark.parametrize("lanjut", JAUH)
def test_a_login_leads_to_a_page_of_ours_and_nowhere_else(sasaran: Sasaran, lanjut: str) -> None:
    jawab = isian(sasaran.alamat, "/masuk/contoh", f"akun=kasubbag&lanjut={quote(lanjut)}")
    assert (jawab.status, jawab.kepala["location"]) == (303, "/")
    sudah = minta(sasaran.alamat, "GET", f"/masuk?lanjut={quote(lanjut)}", Cookie=f"{KUKI}={sasaran.camat}")
    assert (sudah.status, sudah.kepala["location"]) == (303, "/")


def test_a_login_leads_back_to_the_view_that_a_link_named(sasaran: Sasaran) -> None:
    tujuan = "/evaluasi-iku?tahun=2025&triwulan=4&unit=PMD"
    jawab = minta(sasaran.alamat, "GET", tujuan, **HTML)
    assert jawab.kepala["location"] == f"/masuk?lanjut={quote(tujuan, safe='')}"
    assert tujuan.replace("&", "&amp;") in minta(sasaran.alamat, "GET", jawab.kepala["location"]).isi
    masuk = isian(sasaran.alamat, "/masuk/contoh", f"akun=kasubbag&lanjut={quote(tujuan, safe='')}")
    assert masuk.kepala["location"] == tujuan_sah(tujuan) == tujuan


def test_the_cookie_is_out_of_reach_of_scripts_and_of_plain_http_where_there_is_tls(sasaran: Sasaran) -> None:
    polos = isian(sasaran.alamat, "/masuk/contoh", "akun=kasubbag").kepala["set-cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(polos.split("; "))
    assert "Secure" not in polos
    tls = isian(sasaran.alamat, "/masuk/contoh", "akun=kasubbag", X_Forwarded_Proto="https").kepala["set-cookie"]
    assert "Secure" in tls.split("; ")


def test_the_login_page_runs_nothing_loads_nothing_and_shows_what_was_typed_as_text(sasaran: Sasaran) -> None:
    jawab = isian(sasaran.alamat, "/masuk", "nama_akun=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&sandi=rahasia-saya")
    assert jawab.status == 401
    assert "Nama akun atau kata sandi tidak cocok." in jawab.isi
    assert "<script" not in jawab.isi
    assert "rahasia-saya" not in jawab.isi
    kebijakan = jawab.kepala["content-security-policy"]
    assert "default-src 'none'" in kebijakan
    assert "form-action 'self'" in kebijakan
    assert "unsafe" not in kebijakan
    assert "form-action 'none'" in minta(sasaran.alamat, "GET", "/", **HTML).kepala["content-security-policy"]


def test_a_form_too_large_and_one_that_makes_no_sense_are_refused(sasaran: Sasaran) -> None:
    assert isian(sasaran.alamat, "/masuk", "nama_akun=" + "a" * 20_000).status == 413
    assert isian(sasaran.alamat, "/masuk", "\udcff%ff%00=&&&==".encode("utf-8", "replace").decode()).status == 401
    assert isian(sasaran.alamat, "/masuk/pertama", "nama=Penyusup&nama_akun=susup&sandi=x").status == 401


def test_a_store_that_another_program_holds_is_told_and_nobody_gets_in(salinan_contoh: Path, tmp_path: Path) -> None:
    program = f"import duckdb; k = duckdb.connect({str(salinan_contoh)!r}); print('buka', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1, text=True) as lain:
        assert lain.stdout is not None
        lain.stdout.readline()
        with jalankan_peladen(salinan_contoh, tmp_path / "peladen.log") as peladen:
            for jalur in ("/", "/masuk", "/rencana"):
                jawab = minta(peladen.alamat, "GET", jalur, **HTML)
                assert jawab.status == 503
                assert "Data sedang dibuka oleh program lain." in jawab.isi
            assert ditolak(peladen.alamat, "x")
            lain.communicate("\n")
            assert minta(peladen.alamat, "GET", "/masuk", **HTML).status == 200
