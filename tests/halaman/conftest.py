from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from analytics.akun.kelola import daftar_akun
from analytics.akun.pengguna import Pengguna
from analytics.contoh.akun import KASUBBAG, semai_akun
from analytics.contoh.kiriman import DIPAKAI_SEJAK
from analytics.contoh.semai import LETAK, RENCANA, Penyemai
from analytics.sistem import buka_gudang, waktu_kini
from analytics.sop.peran import SEMUA_KANTOR
from data.gudang import Gudang
from pages.komponen import sesi
from tests.alat.halaman import Masuk, tutup_gudang, tutup_layar
from tests.alat.kantor_beku import disetujui
from tests.alat.kosong import byte_berisi
from tests.alat.pengguna import baca_pengguna
from tests.alat.sampai import olah, salin_sesudah, setujui, setujui_2024, supervisi, verifikasi

FIKSTUR = Path(__file__).parents[1] / "fikstur"


@pytest.fixture(scope="session")
def layar_contoh(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office for screens that only read."""
    salinan = tmp_path_factory.mktemp("layar") / "contoh.duckdb"
    shutil.copyfile(berkas_contoh, salinan)
    return salinan


@pytest.fixture(scope="session")
def layar_rencana(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of the sample office and no kiriman at all."""
    jalur = tmp_path_factory.mktemp("rencana") / "rencana.duckdb"
    gudang = buka_gudang(jalur)
    semai_akun(gudang, DIPAKAI_SEJAK)
    with Penyemai(gudang) as penyemai:
        penyemai.impor(RENCANA, (LETAK / RENCANA).read_bytes())
    gudang.tutup()
    return jalur


@pytest.fixture(scope="session")
def layar_kosong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Accounts and nothing else, for screens that only read."""
    jalur = tmp_path_factory.mktemp("kosong") / "kosong.duckdb"
    jalur.write_bytes(byte_berisi(semai_akun, DIPAKAI_SEJAK, SEMUA_KANTOR))
    return jalur


@pytest.fixture(scope="session")
def layar_kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small office with triwulan III 2026 approved, for screens that only read."""
    jalur = tmp_path_factory.mktemp("kantor") / "kantor.duckdb"
    jalur.write_bytes(disetujui().gudang)
    return jalur


@pytest.fixture(autouse=True)
def masuk(monkeypatch: pytest.MonkeyPatch) -> Masuk:
    """Who is in on the screens of a test, asked once a run: the Kasubbag until the test says otherwise."""
    masuk = Masuk(KASUBBAG)

    def pengguna() -> Pengguna | None:
        siapa = masuk.siapa
        return None if siapa is None else baca_pengguna(sesi.gudang(), siapa.id_akun, waktu_kini().date())

    monkeypatch.setattr(sesi, "_tanya_pengguna", pengguna)
    return masuk


@pytest.fixture(scope="session", autouse=True)
def tutup_di_akhir() -> Iterator[None]:
    """What screens share is closed at the end."""
    yield
    tutup_layar()


@pytest.fixture
def contoh(layar_contoh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens over the sample office."""
    monkeypatch.setenv("CAPAIAN_DATA", str(layar_contoh))


@pytest.fixture
def rencana(layar_rencana: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens over a plan without data."""
    monkeypatch.setenv("CAPAIAN_DATA", str(layar_rencana))


@pytest.fixture
def tanpa_rencana(layar_kosong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens over a store that has accounts and nothing else."""
    monkeypatch.setenv("CAPAIAN_DATA", str(layar_kosong))


@pytest.fixture
def kosong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same, in a store that the test may fill."""
    jalur = tmp_path / "baru.duckdb"
    jalur.write_bytes(byte_berisi(semai_akun, DIPAKAI_SEJAK, SEMUA_KANTOR))
    monkeypatch.setenv("CAPAIAN_DATA", str(jalur))
    yield jalur
    tutup_gudang(jalur)


@pytest.fixture
def salinan(salinan_contoh: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Screens over a copy of the sample office that the test may change."""
    monkeypatch.setenv("CAPAIAN_DATA", str(salinan_contoh))
    yield salinan_contoh
    tutup_gudang(salinan_contoh)


@pytest.fixture
def terverifikasi(berkas_contoh: Path, salinan: Path) -> None:
    """In this copy the data of triwulan III 2026 are verified, and not compiled."""
    salin_sesudah(verifikasi, berkas_contoh, salinan)


@pytest.fixture
def di_sekretaris(berkas_contoh: Path, salinan: Path) -> None:
    """In this copy the kompilasi of triwulan III 2026 waits for the Sekretaris."""
    salin_sesudah(olah, berkas_contoh, salinan)


@pytest.fixture
def di_camat(berkas_contoh: Path, salinan: Path) -> None:
    """In this copy the kompilasi of triwulan III 2026 waits for the Camat."""
    salin_sesudah(supervisi, berkas_contoh, salinan)


@pytest.fixture
def disetujui_2026(berkas_contoh: Path, salinan: Path) -> None:
    """In this copy the Camat approved triwulan III 2026."""
    salin_sesudah(setujui, berkas_contoh, salinan)


@pytest.fixture
def disetujui_2024(berkas_contoh: Path, salinan: Path) -> None:
    """In this copy triwulan IV 2024 is approved, and its LKjIP not begun."""
    salin_sesudah(setujui_2024, berkas_contoh, salinan)


@pytest.fixture
def jawaban(gudang_contoh: Gudang) -> Gudang:
    """The sample office itself, to ask what a screen should say."""
    return gudang_contoh


@pytest.fixture
def kantor_tetap(layar_kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens over the small office with triwulan III 2026 approved."""
    monkeypatch.setenv("CAPAIAN_DATA", str(layar_kantor))


@pytest.fixture
def kantor_lama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, masuk: Masuk) -> Iterator[Path]:
    """Screens of its Kasubbag over a store of an earlier program, whose approvals today's rules see otherwise."""
    jalur = tmp_path / "lama.duckdb"
    jalur.write_bytes(gzip.decompress((FIKSTUR / "skema-4" / "gudang.duckdb.gz").read_bytes()))
    gudang = buka_gudang(jalur)
    semua = daftar_akun(gudang, waktu_kini().date())
    gudang.tutup()
    masuk.siapa = replace(KASUBBAG, id_akun=next(akun.id_akun for akun in semua if akun.nama_akun == "kasubbag"))
    monkeypatch.setenv("CAPAIAN_DATA", str(jalur))
    yield jalur
    tutup_gudang(jalur)


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same, in a store that the test may change."""
    jalur = tmp_path / "kantor.duckdb"
    jalur.write_bytes(disetujui().gudang)
    monkeypatch.setenv("CAPAIAN_DATA", str(jalur))
    yield jalur
    tutup_gudang(jalur)
