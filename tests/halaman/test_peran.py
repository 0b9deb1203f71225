"""Every page for every peran: what is in the menu, what opens, and what is left when somebody is no longer in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from analytics.akun.kelola import AkunBaru, buat_akun, daftar_akun, setel_aktif
from analytics.akun.penugasan import TugasBaru, beri_tugas
from analytics.contoh.akun import AKUN, CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM, AkunContoh, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.sistem import waktu_kini
from analytics.sop.izin import peran_untuk
from analytics.sop.peran import NAMA_PERAN, PENGELOLA, SEKRETARIS
from pages import DAFTAR, Halaman
from pages.komponen import sesi
from tests.alat.halaman import Masuk, buka, datangi, jalankan, judul, terlihat, tutup_gudang

PER_PERAN = (KASUBBAG, UMUM, kepala("PMD"), SATU_DATA, SEKCAM, CAMAT_CONTOH)
"""One account for every peran; the Kasubbag is the pengelola too."""
BELUM = "Anda belum masuk, atau sesi Anda sudah berakhir."


def _nama(butir: AkunContoh | Halaman) -> str:
    return butir.url if isinstance(butir, Halaman) else butir.id_akun


def _boleh(siapa: AkunContoh, halaman: Halaman) -> bool:
    return bool(set(peran_untuk(halaman.lihat)) & set(siapa.peran))


@pytest.fixture(scope="module")
def judul_awal() -> dict[AkunContoh, str]:
    """The title of the first page of each account, asked once."""
    return {}


@pytest.fixture(scope="module")
def toko_akun(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sample office, where each test changes accounts of its own."""
    jalur = Path(shutil.copyfile(berkas_contoh, tmp_path_factory.mktemp("akun") / "contoh.duckdb"))
    yield jalur
    tutup_gudang(jalur)


@pytest.fixture
def akun_diubah(toko_akun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens over it."""
    monkeypatch.setenv("CAPAIAN_DATA", str(toko_akun))


def test_the_accounts_of_this_test_hold_every_peran() -> None:
    assert {peran for akun in PER_PERAN for peran in akun.peran} == set(NAMA_PERAN)


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("siapa", PER_PERAN, ids=_nama)
@pytest.mark.parametrize("halaman", DAFTAR, ids=_nama)
def test_a_page_opens_for_its_peran_and_for_others_the_first_page_stands_there(
    masuk: Masuk, siapa: AkunContoh, halaman: Halaman, judul_awal: dict[AkunContoh, str]
) -> None:
    masuk.siapa = siapa
    uji = datangi(halaman.url)
    assert f"Masuk sebagai {siapa.nama}" in terlihat(uji)
    assert "contoh, bukan data resmi" in terlihat(uji)
    awal = next(halaman for halaman in DAFTAR if _boleh(siapa, halaman))
    if siapa not in judul_awal:
        judul_awal[siapa] = judul(buka(awal.url))
    ada_di_depan = halaman == awal or not _boleh(siapa, halaman)
    assert (judul(uji) == judul_awal[siapa]) is ada_di_depan


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("halaman", DAFTAR, ids=_nama)
def test_nobody_sees_a_page_without_being_in(masuk: Masuk, halaman: Halaman) -> None:
    masuk.siapa = None
    uji = buka(halaman.url)
    _kosong(uji)


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("halaman", DAFTAR, ids=_nama)
def test_a_page_that_is_open_empties_when_its_session_ends(masuk: Masuk, halaman: Halaman) -> None:
    masuk.siapa = next(akun for akun in PER_PERAN if _boleh(akun, halaman))
    uji = buka(halaman.url)
    assert f"Masuk sebagai {masuk.siapa.nama}" in terlihat(uji)
    masuk.siapa = None
    _kosong(jalankan(uji))


def _kosong(uji: AppTest) -> None:
    assert judul(uji) == "Silakan masuk"
    isi = terlihat(uji)
    assert BELUM in isi
    assert "Purbalingga" not in isi
    assert "Masuk sebagai" not in isi
    assert not uji.button


@pytest.mark.usefixtures("akun_diubah")
@pytest.mark.parametrize("siapa", [akun for akun in PER_PERAN if akun != KASUBBAG], ids=_nama)
def test_a_disabled_account_and_a_withdrawn_peran_take_effect_on_the_next_run(masuk: Masuk, siapa: AkunContoh) -> None:
    masuk.siapa = siapa
    uji = buka("evaluasi-iku")
    assert f"Masuk sebagai {siapa.nama}" in terlihat(uji)
    gudang = sesi.gudang()
    akun = next(akun for akun in daftar_akun(gudang, waktu_kini().date()) if akun.id_akun == siapa.id_akun)
    assert setel_aktif(gudang, KASUBBAG.pelaku, akun, waktu_kini(), aktif=False).berhasil
    _kosong(jalankan(uji))


def test_who_has_no_peran_any_more_is_told_so_and_sees_no_figure(salinan: Path, masuk: Masuk) -> None:
    with duckdb.connect(salinan) as koneksi:
        koneksi.execute("UPDATE penugasan SET dicabut_pada = now()::TIMESTAMP WHERE id_akun = 'umum'")
    masuk.siapa = UMUM
    uji = buka()
    assert judul(uji) == "Anda belum mempunyai tugas"
    assert "Mintalah pengelola aplikasi memberi penugasan." in terlihat(uji)
    assert "Purbalingga" not in terlihat(uji)


def test_a_deputy_is_named_as_one_with_the_last_day(salinan: Path, masuk: Masuk) -> None:
    assert salinan.exists()
    kini = waktu_kini()
    wakil = TugasBaru(PENGELOLA, KODE_PD, kini.date(), jenis="plh", selesai=date(2030, 8, 17), alasan="Cuti")
    assert beri_tugas(sesi.gudang(), KASUBBAG.pelaku, SEKCAM.id_akun, wakil, kini).berhasil
    masuk.siapa = SEKCAM
    uji = buka("akun")
    assert "Plh. Pengelola Aplikasi sampai 17 Agustus 2030" in terlihat(uji)
    assert judul(uji) == f"{len(AKUN)} akun aktif, 1 Plt. atau Plh. sedang bertugas"


@pytest.mark.usefixtures("contoh")
def test_what_one_account_left_in_a_browser_session_is_gone_for_the_next(masuk: Masuk) -> None:
    uji = buka("akun")
    uji.session_state["rahasia_kasubbag"] = "isi"
    masuk.siapa = CAMAT_CONTOH
    jalankan(uji)
    assert "rahasia_kasubbag" not in uji.session_state
    assert "Masuk sebagai Camat (contoh)" in terlihat(uji)


@pytest.mark.usefixtures("akun_diubah")
def test_the_pengelola_makes_an_account_gives_a_deputyship_and_withdraws_it() -> None:
    uji = buka("akun")
    _pilih(uji, "Peran", SEKRETARIS, ke=-1)
    for label, ketikan in (("Nama akun", "dewi"), ("Kata sandi awal", "sungai serayu")):
        _teks(uji, label).input(ketikan)
    [kotak for kotak in uji.text_input if kotak.label == "Nama orang"][-1].input("Dewi Lestari")
    _tekan(uji, "Buat akun")
    assert "Akun dewi dibuat untuk Dewi Lestari: Sekretaris Kecamatan." in terlihat(uji)
    akun = next(akun for akun in daftar_akun(sesi.gudang(), waktu_kini().date()) if akun.nama_akun == "dewi")
    _pilih(uji, "Akun", akun.id_akun)
    uji.segmented_control[0].set_value("plh")
    jalankan(uji)
    sampai = waktu_kini().date() + timedelta(days=7)
    uji.date_input[-1].set_value(sampai)
    _teks(uji, "Dasar atau alasan").input("Surat perintah 800/12/2026")
    _tekan(uji, "Beri penugasan")
    assert "Dewi Lestari ditugaskan sebagai Plh. Kasubbag Perencanaan dan Keuangan sampai" in terlihat(uji)
    _tekan(uji, "Cabut penugasan")
    assert "Mencabut penugasan memerlukan alasan." in terlihat(uji)


@pytest.mark.usefixtures("akun_diubah")
def test_the_page_says_why_a_command_was_refused() -> None:
    uji = buka("akun")
    _pilih(uji, "Akun", KASUBBAG.id_akun)
    _tekan(uji, "Nonaktifkan akun")
    assert "Ini pengelola aktif yang terakhir." in terlihat(uji)


@pytest.mark.usefixtures("akun_diubah")
def test_the_own_password_is_changed_on_its_page(masuk: Masuk) -> None:
    kini = waktu_kini()
    baru = AkunBaru("Ratih Lestari", "ratih", "sungai serayu", TugasBaru(SEKRETARIS, KODE_PD, kini.date()))
    assert buat_akun(sesi.gudang(), KASUBBAG.pelaku, baru, kini).berhasil
    id_akun = next(akun.id_akun for akun in daftar_akun(sesi.gudang(), kini.date()) if akun.nama_akun == "ratih")
    masuk.siapa = AkunContoh(id_akun, "Ratih Lestari", (SEKRETARIS,))
    uji = buka()
    assert judul(uji) == "Buat kata sandi Anda sendiri"
    assert f"Kata sandi akun ini disetel oleh {KASUBBAG.nama}" in terlihat(uji)
    for lama, pengganti, ulangan, kalimat in (
        ("sungai serayu", "gunung slamet", "gunung sumbing", "Kedua kata sandi baru tidak sama."),
        ("salah sekali", "gunung slamet", "gunung slamet", "Kata sandi lama tidak cocok."),
        ("sungai serayu", "pendek", "pendek", "Kata sandi paling sedikit 10 karakter."),
        ("sungai serayu", "sungai serayu", "sungai serayu", "Kata sandi baru sama dengan yang lama"),
        ("sungai serayu", "gunung slamet", "gunung slamet", "Kata sandi Anda diganti."),
    ):
        for label, ketikan in (("lama", lama), ("baru", pengganti), ("baru sekali lagi", ulangan)):
            _teks(uji, f"Kata sandi {label}").input(ketikan)
        _tekan(uji, "Ganti kata sandi")
        assert kalimat in terlihat(uji)
    sesudah = terlihat(buka("sandi"))
    assert f"Kata sandi akun ini disetel oleh {KASUBBAG.nama}" in sesudah
    assert "Sesudah itu diganti pertama kali" in sesudah


def _teks(uji: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(kotak for kotak in uji.text_input if kotak.label == label)


def _pilih(uji: AppTest, label: str, nilai: str, ke: int = 0) -> None:
    [pilihan for pilihan in uji.selectbox if pilihan.label == label][ke].set_value(nilai)
    jalankan(uji)


def _tekan(uji: AppTest, label: str) -> None:
    next(tombol for tombol in uji.button if tombol.label == label).click()
    jalankan(uji)
