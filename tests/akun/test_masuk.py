"""Logging in, staying in, and being kept out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from analytics.akun import sandi as sandi_akun
from analytics.akun.kelola import ganti_sandi, setel_aktif, setel_sandi
from analytics.akun.masuk import GagalMasuk, jaga_tebakan, masuk, masuk_contoh
from analytics.akun.penugasan import TugasBaru, beri_tugas, cabut_tugas
from analytics.akun.pertama import KodeSekali, buat_akun_pertama, isian_pertama, perlu_akun_pertama
from analytics.akun.sesi import cari_sesi, keluar
from analytics.contoh.akun import AKUN, semai_akun
from analytics.contoh.semai import LETAK, RENCANA, Penyemai
from analytics.sistem import buka_gudang
from analytics.sop.peran import SEKRETARIS, Pelaku
from data.gudang import Gudang, Peristiwa
from tests.alat.akun import ALAMAT, SANDI, SANDI_CAMAT, WAKTU, cari, isi_akun, jejak
from tests.alat.gudang import tanya
from tests.alat.pengguna import baca_pengguna
from tests.alat.rantai import periksa_rantai


def _semua(gudang: Gudang, tabel: str) -> list[tuple[object, ...]]:
    return tanya(gudang, f"SELECT * FROM {tabel}")


def test_the_store_holds_the_digest_of_a_token_and_never_the_token(gudang: Gudang) -> None:
    isi_akun(gudang)
    token = masuk(gudang, "  SRI ", SANDI, ALAMAT, WAKTU)
    assert len(token) == 43
    assert token not in str(_semua(gudang, "sesi")) + str(_semua(gudang, "peristiwa"))
    assert hashlib.sha256(token.encode()).hexdigest() in str(_semua(gudang, "sesi"))
    sesi = cari_sesi(gudang, token, WAKTU)
    assert sesi is not None
    assert baca_pengguna(gudang, sesi.id_akun, WAKTU.date()).nama == "Sri Wahyuni"  # type: ignore[union-attr]


def test_a_token_that_nobody_was_given_is_nobody(gudang: Gudang) -> None:
    isi_akun(gudang)
    masuk(gudang, "sri", SANDI, ALAMAT, WAKTU)
    for token in ("", "x", "A" * 43, "A" * 100_000, "é\ud800", "' OR 1=1 --"):
        assert cari_sesi(gudang, token, WAKTU) is None, repr(token)[:50]


def test_a_session_survives_the_server_and_ends_after_two_idle_hours_and_after_twelve(jalur_gudang: Path) -> None:
    gudang = buka_gudang(jalur_gudang)
    isi_akun(gudang)
    token = masuk(gudang, "sri", SANDI, ALAMAT, WAKTU)
    gudang.tutup()
    gudang = buka_gudang(jalur_gudang)
    assert cari_sesi(gudang, token, WAKTU + timedelta(minutes=119)) is not None
    assert cari_sesi(gudang, token, WAKTU + timedelta(minutes=238)) is not None
    assert cari_sesi(gudang, token, WAKTU + timedelta(minutes=358)) is None
    dipakai = masuk(gudang, "sri", SANDI, ALAMAT, WAKTU)
    for jam in range(1, 12):
        assert cari_sesi(gudang, dipakai, WAKTU + timedelta(hours=jam)) is not None
    assert cari_sesi(gudang, dipakai, WAKTU + timedelta(hours=12)) is None
    gudang.tutup()


def test_the_use_of_a_session_is_noted_once_a_minute_and_makes_no_peristiwa(gudang: Gudang) -> None:
    isi_akun(gudang)
    token = masuk(gudang, "sri", SANDI, ALAMAT, WAKTU)
    sebelum = jejak(gudang)
    dipakai = {cari_sesi(gudang, token, WAKTU + timedelta(seconds=detik)).terakhir_pada for detik in range(120)}  # type: ignore[union-attr]
    assert dipakai == {WAKTU, WAKTU + timedelta(minutes=1)}
    assert jejak(gudang) == sebelum
    with pytest.raises(ValueError, match="must be logged"):
        gudang.sentuh("sesi_akhiri")


def _beri(gudang: Gudang, pengelola: Pelaku) -> None:
    baru = TugasBaru(SEKRETARIS, "*", WAKTU.date(), jenis="plh", selesai=WAKTU.date(), alasan="Cuti")
    assert beri_tugas(gudang, pengelola, cari(gudang, "bambang").id_akun, baru, WAKTU).berhasil


def _cabut(gudang: Gudang, pengelola: Pelaku) -> None:
    tugas = cari(gudang, "bambang").tugas[0].id_penugasan
    assert cabut_tugas(gudang, pengelola, tugas, "Mutasi jabatan", WAKTU).berhasil


def _keluar(gudang: Gudang, _pengelola: Pelaku) -> None:
    keluar(gudang, Pelaku(cari(gudang, "bambang").id_akun, "Bambang Irawan"), WAKTU)


def _nonaktif(gudang: Gudang, pengelola: Pelaku) -> None:
    assert setel_aktif(gudang, pengelola, cari(gudang, "bambang"), WAKTU, aktif=False).berhasil


def _setel(gudang: Gudang, pengelola: Pelaku) -> None:
    assert setel_sandi(gudang, pengelola, cari(gudang, "bambang"), "sandi yang baru", WAKTU).berhasil


def _ganti(gudang: Gudang, _pengelola: Pelaku) -> None:
    diri = Pelaku(cari(gudang, "bambang").id_akun, "Bambang Irawan")
    assert ganti_sandi(gudang, diri, SANDI_CAMAT, "sandi yang baru", ALAMAT, WAKTU).berhasil


@pytest.mark.parametrize("akhir", [_beri, _cabut, _keluar, _nonaktif, _setel, _ganti])
def test_logout_password_peran_and_disabling_end_every_session_of_that_account_only(
    gudang: Gudang, akhir: Callable[[Gudang, Pelaku], None]
) -> None:
    pengelola, _ = isi_akun(gudang)
    milik = [masuk(gudang, "bambang", SANDI_CAMAT, alamat, WAKTU) for alamat in ("10.0.0.1", "10.0.0.2")]
    lain = masuk(gudang, "sri", SANDI, ALAMAT, WAKTU)
    akhir(gudang, pengelola)
    assert [cari_sesi(gudang, token, WAKTU) for token in milik] == [None, None]
    assert cari_sesi(gudang, lain, WAKTU) is not None
    assert periksa_rantai(gudang.kueri("peristiwa_semua")) is None


def test_a_deputy_is_one_until_the_last_day_without_anybody_doing_anything(gudang: Gudang) -> None:
    pengelola, _ = isi_akun(gudang)
    _beri(gudang, pengelola)
    id_akun = cari(gudang, "bambang").id_akun
    pengguna = [baca_pengguna(gudang, id_akun, WAKTU.date() + timedelta(days=hari)) for hari in (0, 1)]
    peran = [{tugas.peran for tugas in ini.tugas} for ini in pengguna if ini is not None]
    assert peran == [{"camat", "sekretaris"}, {"camat"}]


def _gagal(gudang: Gudang, nama: str, waktu: datetime, alamat: str = ALAMAT, sandi: str = "salah sekali") -> str:
    with pytest.raises(GagalMasuk) as galat:
        masuk(gudang, nama, sandi, alamat, waktu)
    return str(galat.value)


def test_an_unknown_a_disabled_and_a_wrong_login_hear_the_same_words(gudang: Gudang) -> None:
    pengelola, camat = isi_akun(gudang)
    setel_aktif(gudang, pengelola, camat, WAKTU, aktif=False)
    for nama, sandi in (("sri", "salah sekali"), ("tidak-ada", "salah sekali"), ("bambang", SANDI_CAMAT)):
        assert _gagal(gudang, nama, WAKTU, sandi=sandi) == "Nama akun atau kata sandi tidak cocok.", nama


def test_an_unknown_name_costs_as_much_work_as_a_wrong_password(
    gudang: Gudang, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi_akun(gudang)
    diuji: list[str] = []

    class Pencatat(PasswordHash):
        def verify(self, password: str | bytes, hash: str | bytes) -> bool:  # noqa: A002 - the name of the library
            diuji.append(str(hash))
            return super().verify(password, hash)

    monkeypatch.setattr(sandi_akun, "_PENYANDI", Pencatat((Argon2Hasher(),)))
    for nama in ("tidak-ada", "sri"):
        _gagal(gudang, nama, WAKTU)
    assert len(diuji) == 2
    ongkos = {tuple(sandi.split("$")[1:4]) for sandi in diuji}
    assert len(ongkos) == 1, "same algorithm, same version, same memory, time and lanes"


def test_the_fifth_failure_locks_an_account_and_every_further_one_for_twice_as_long(gudang: Gudang) -> None:
    isi_akun(gudang)
    waktu, tunggu = WAKTU, []
    for nomor in range(1, 13):
        pesan = _gagal(gudang, "sri", waktu, f"10.0.0.{nomor}")
        assert ("Coba lagi sesudah" in pesan) is (nomor >= 5)
        if nomor >= 5:
            menit = 1
            while menit < 200 and _terkunci(gudang, waktu + timedelta(minutes=menit)):
                menit += 1
            tunggu.append(menit)
            waktu += timedelta(minutes=menit)
    assert tunggu == [1, 2, 4, 8, 16, 32, 64, 64]
    assert masuk(gudang, "sri", SANDI, ALAMAT, waktu)
    assert "Coba lagi" not in _gagal(gudang, "sri", waktu)


def _terkunci(gudang: Gudang, waktu: datetime) -> bool:
    return any(percobaan[3] and percobaan[3] > waktu for percobaan in _semua(gudang, "percobaan_masuk"))  # type: ignore[operator]


def test_the_right_password_does_not_open_a_locked_account_and_does_not_lengthen_the_lock(gudang: Gudang) -> None:
    isi_akun(gudang)
    for _ in range(5):
        _gagal(gudang, "sri", WAKTU)
    sebelum = jejak(gudang)
    assert _gagal(gudang, "sri", WAKTU, sandi=SANDI).startswith("Terlalu banyak percobaan yang gagal. Coba lagi")
    assert jejak(gudang) == sebelum
    assert sebelum.count("gagal_masuk") == 5
    assert sebelum.count("kunci_masuk") == 1
    assert masuk(gudang, "sri", SANDI, ALAMAT, WAKTU + timedelta(minutes=1))


def test_twenty_failures_lock_an_address_whatever_the_names(gudang: Gudang) -> None:
    isi_akun(gudang)
    for nomor in range(20):
        _gagal(gudang, f"nama{nomor}", WAKTU)
    assert "Terlalu banyak" in _gagal(gudang, "sri", WAKTU, sandi=SANDI)
    assert masuk(gudang, "sri", SANDI, "192.168.1.21", WAKTU)


def test_a_password_in_the_name_field_is_kept_nowhere(gudang: Gudang) -> None:
    isi_akun(gudang)
    for _ in range(6):
        _gagal(gudang, "padi-menguning-7", WAKTU)
    assert "menguning" not in str(_semua(gudang, "percobaan_masuk")) + str(_semua(gudang, "peristiwa"))


def test_a_hundred_guesses_at_once_get_five(gudang: Gudang) -> None:
    isi_akun(gudang)
    with ThreadPoolExecutor(20) as regu:
        jawaban = list(regu.map(lambda nomor: _gagal(gudang, "sri", WAKTU, f"10.0.0.{nomor}"), range(100)))
    assert sum(pesan.startswith("Nama akun") for pesan in jawaban) == 5


def test_the_first_account_needs_the_code_and_the_code_is_worth_nothing_afterwards(gudang: Gudang) -> None:
    kode = KodeSekali.buat()
    assert len({KodeSekali.buat().kode for _ in range(50)}) == 50
    assert (kode.cocok(kode.kode.lower().replace("-", " ")), kode.cocok(""), kode.cocok("é")) == (True, False, False)
    isian = isian_pertama("Sri Wahyuni", "sri", SANDI, WAKTU)
    salah = buat_akun_pertama(gudang, isian, ALAMAT, WAKTU, kode_benar=False)
    assert (salah.berhasil, salah.pesan) == (False, "Kode sekali pakai tidak cocok.")
    assert perlu_akun_pertama(gudang)
    assert buat_akun_pertama(gudang, isian, ALAMAT, WAKTU, kode_benar=True).berhasil
    assert not perlu_akun_pertama(gudang)
    lagi = isian_pertama("Orang Lain", "lain", SANDI, WAKTU)
    assert not buat_akun_pertama(gudang, lagi, ALAMAT, WAKTU, kode_benar=True).berhasil
    assert {tugas.peran for tugas in cari(gudang, "sri").tugas} == {"pengelola", "kasubbag_perencanaan"}
    assert {tugas.kode_pd for tugas in cari(gudang, "sri").tugas} == {"*"}


def test_guessing_the_code_locks_the_address(gudang: Gudang) -> None:
    for _ in range(20):
        with pytest.raises(GagalMasuk):
            jaga_tebakan(gudang, ALAMAT, WAKTU, benar=False)
    with pytest.raises(GagalMasuk, match="Terlalu banyak"):
        jaga_tebakan(gudang, ALAMAT, WAKTU, benar=True)


def test_a_sample_account_logs_in_with_one_click_only_where_all_is_a_sample(salinan_contoh: Path) -> None:
    gudang = buka_gudang(salinan_contoh)
    assert not perlu_akun_pertama(gudang)
    token = masuk_contoh(gudang, "camat", ALAMAT, WAKTU)
    assert cari_sesi(gudang, token, WAKTU) is not None
    assert len(gudang.kueri("akun_contoh")) == len(AKUN)
    with gudang.transaksi(Peristiwa("x", "uji", "impor", "x", {}, WAKTU)) as tx:
        nyata = {"kode_pd": "x", "nama": "Kantor nyata", "kabupaten": "Kabupaten", "contoh": False}
        tx.tambah("perangkat_daerah", [nyata])
    assert cari_sesi(gudang, token, WAKTU) is None
    with pytest.raises(GagalMasuk, match="hanya ada pada kantor contoh"):
        masuk_contoh(gudang, "camat", ALAMAT, WAKTU)
    assert perlu_akun_pertama(gudang)
    gudang.tutup()


def test_a_sample_account_is_refused_beside_a_real_account(salinan_contoh: Path) -> None:
    with duckdb.connect(salinan_contoh) as koneksi:
        koneksi.execute("UPDATE akun SET contoh = FALSE, sandi = 'x' WHERE id_akun = 'umum'")
    gudang = buka_gudang(salinan_contoh)
    with pytest.raises(GagalMasuk):
        masuk_contoh(gudang, "camat", ALAMAT, WAKTU)
    gudang.tutup()


def test_nobody_else_logs_in_without_a_password(gudang: Gudang) -> None:
    isi_akun(gudang)
    sebelum = jejak(gudang)
    for banyak, id_akun in enumerate(("", "sri", "tidak-ada"), 1):
        with pytest.raises(GagalMasuk):
            masuk_contoh(gudang, id_akun, ALAMAT, WAKTU)
        assert jejak(gudang) == [*sebelum, *["gagal_masuk"] * banyak], id_akun


def test_an_import_never_turns_a_real_office_into_a_sample(jalur_gudang: Path) -> None:
    gudang = buka_gudang(jalur_gudang)
    semai_akun(gudang, WAKTU)
    with Penyemai(gudang) as penyemai:
        penyemai.impor(RENCANA, (LETAK / RENCANA).read_bytes())
        gudang.tutup()
        with duckdb.connect(jalur_gudang) as koneksi:
            koneksi.execute("UPDATE perangkat_daerah SET contoh = FALSE, nama = 'Kecamatan Nyata'")
        gudang = buka_gudang(jalur_gudang)
        penyemai._gudang = gudang
        penyemai.impor("lain.xlsx", (LETAK / "rencana_perubahan_2025.xlsx").read_bytes())
    kantor = gudang.kueri("kantor_pada", hari=date.max)[0]
    assert (kantor["nama"], kantor["contoh"]) == ("Kecamatan Purbalingga (contoh)", False)
    assert gudang.kueri("akun_contoh") == []
    gudang.tutup()
