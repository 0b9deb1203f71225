"""Who may make, change and end accounts, and what is written about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from analytics.akun.kelola import AkunBaru, buat_akun, ganti_sandi, setel_aktif, setel_sandi, ubah_nama
from analytics.akun.masuk import GagalMasuk, masuk
from analytics.akun.penugasan import TugasBaru, beri_tugas, cabut_tugas
from analytics.akun.putusan import Putusan
from analytics.contoh.akun import AKUN, KASUBBAG, AkunContoh
from analytics.contoh.data_pohon import KODE_PD
from analytics.sistem import buka_gudang
from analytics.sop.peran import BARIS_PERINTAH, CAMAT, KEPALA_SEKSI, PENGELOLA, SEKRETARIS, Pelaku
from data.gudang import Gudang, Peristiwa
from tests.alat.akun import ALAMAT, SANDI, SANDI_CAMAT, WAKTU, cari, isi_akun, jejak
from tests.alat.rantai import periksa_rantai

HARI = WAKTU.date()
Perintah = Callable[[Gudang, Pelaku], Putusan]
BARU = AkunBaru("Dewi Lestari", "dewi", "sungai serayu", TugasBaru(SEKRETARIS, KODE_PD, HARI))


def _tugas(gudang: Gudang) -> str:
    return cari(gudang, "camat").tugas[0].id_penugasan


PERINTAH: dict[str, Perintah] = {
    "buat_akun": lambda gudang, siapa: buat_akun(gudang, siapa, BARU, WAKTU),
    "ubah_akun": lambda gudang, siapa: ubah_nama(gudang, siapa, cari(gudang, "camat"), "Nama Baru", WAKTU),
    "setel_sandi": lambda gudang, siapa: setel_sandi(gudang, siapa, cari(gudang, "camat"), "sungai serayu", WAKTU),
    "nonaktifkan_akun": lambda gudang, siapa: setel_aktif(gudang, siapa, cari(gudang, "camat"), WAKTU, aktif=False),
    "aktifkan_akun": lambda gudang, siapa: setel_aktif(gudang, siapa, cari(gudang, "camat"), WAKTU, aktif=True),
    "beri_tugas": lambda gudang, siapa: beri_tugas(
        gudang, siapa, "umum", TugasBaru(CAMAT, KODE_PD, HARI, jenis="plh", selesai=HARI), WAKTU
    ),
    "cabut_tugas": lambda gudang, siapa: cabut_tugas(gudang, siapa, _tugas(gudang), "Pindah tugas", WAKTU),
}


@pytest.fixture
def kantor(salinan_contoh: Path) -> Iterator[Gudang]:
    gudang = buka_gudang(salinan_contoh)
    yield gudang
    gudang.tutup()


def test_only_the_pengelola_changes_accounts_and_every_refusal_is_on_record(kantor: Gudang) -> None:
    """One command after the other in one office: an account that was disabled is enabled again."""
    lain = (*(akun.pelaku for akun in AKUN if akun != KASUBBAG), Pelaku("tidak-ada", "Orang asing"))
    for aksi, perintah in PERINTAH.items():
        sebelum, ujung = _akun_dan_tugas(kantor), len(jejak(kantor))
        for pelaku in lain:
            putusan = perintah(kantor, pelaku)
            assert (putusan.berhasil, "tidak termasuk tugas Anda" in putusan.pesan) == (False, True), (aksi, pelaku)
        tercatat = [(catatan["aksi"], catatan["akun"]) for catatan in kantor.kueri("peristiwa_semua")[ujung:]]
        assert tercatat == [("tolak:atur_akun", pelaku.id_akun) for pelaku in lain], aksi
        assert _akun_dan_tugas(kantor) == sebelum, aksi
        versi = kantor.versi_data()
        putusan = perintah(kantor, KASUBBAG.pelaku)
        assert putusan.berhasil, putusan.pesan
        terakhir = kantor.kueri("peristiwa_semua")[-1]
        assert (terakhir["aksi"], terakhir["akun"], terakhir["sebagai"]) == (aksi, "kasubbag", "Pengelola Aplikasi")
        assert kantor.versi_data() == versi, "an account changes no figure"
    assert periksa_rantai(kantor.kueri("peristiwa_semua")) is None


def _akun_dan_tugas(kantor: Gudang) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    return kantor.kueri("akun_semua"), kantor.kueri("penugasan_semua", hari=HARI, id_akun="")


def test_a_pengelola_who_was_disabled_or_withdrawn_may_nothing_from_that_moment(gudang: Gudang) -> None:
    pengelola, camat = isi_akun(gudang)
    kedua = AkunBaru("Tono Wibowo", "tono", "sungai serayu", TugasBaru(PENGELOLA, "*", HARI))
    assert buat_akun(gudang, pengelola, kedua, WAKTU).berhasil
    tono = Pelaku(cari(gudang, "tono").id_akun, "Tono Wibowo")
    assert setel_aktif(gudang, pengelola, cari(gudang, "tono"), WAKTU, aktif=False).berhasil
    assert not ubah_nama(gudang, tono, camat, "Nama Baru", WAKTU).berhasil
    assert cari(gudang, "bambang").nama == "Bambang Irawan"


def test_a_pengelola_of_one_office_does_not_reach_accounts_of_another_or_of_all(gudang: Gudang) -> None:
    _, camat = isi_akun(gudang)
    with gudang.transaksi(Peristiwa("A", "uji", "uji", "uji", {}, WAKTU)) as tx:
        tx.tambah("perangkat_daerah", [{"kode_pd": "A", "nama": "A", "kabupaten": "K", "contoh": False}])
        tx.tambah("akun", [_baris("lokal")])
        tx.tambah("penugasan", [_baris_tugas("lokal", "A")])
    lokal = Pelaku("lokal", "Pengelola A")
    assert not setel_sandi(gudang, lokal, camat, "sungai serayu", WAKTU).berhasil
    assert not setel_aktif(gudang, lokal, camat, WAKTU, aktif=False).berhasil
    semua = AkunBaru("Dewi Lestari", "dewi", "sungai serayu", TugasBaru(PENGELOLA, "*", HARI))
    assert not buat_akun(gudang, lokal, semua, WAKTU).berhasil
    sendiri = AkunBaru("Dewi Lestari", "dewi", "sungai serayu", TugasBaru(SEKRETARIS, "A", HARI))
    assert buat_akun(gudang, lokal, sendiri, WAKTU).berhasil
    assert setel_sandi(gudang, lokal, cari(gudang, "dewi"), "sungai klawing", WAKTU).berhasil


def _baris(id_akun: str) -> dict[str, object]:
    return {
        "id_akun": id_akun,
        "nama_akun": id_akun,
        "nama": "Pengelola A",
        "aktif": True,
        "contoh": False,
        "dibuat_pada": WAKTU,
        "versi": 1,
    }


def _baris_tugas(id_akun: str, kode_pd: str) -> dict[str, object]:
    penugasan = {"id_penugasan": f"t-{id_akun}", "id_akun": id_akun, "kode_pd": kode_pd, "peran": PENGELOLA}
    return {**penugasan, "jenis": "definitif", "mulai": HARI, "dibuat_pada": WAKTU}


def test_the_last_pengelola_stays_one(gudang: Gudang) -> None:
    pengelola, _ = isi_akun(gudang)
    pesan = "Ini pengelola aktif yang terakhir. Tugaskan pengelola lain lebih dahulu."
    tugas = next(tugas for tugas in cari(gudang, "sri").tugas if tugas.peran == PENGELOLA)
    assert setel_aktif(gudang, pengelola, cari(gudang, "sri"), WAKTU, aktif=False).pesan == pesan
    assert cabut_tugas(gudang, pengelola, tugas.id_penugasan, "Mutasi jabatan", WAKTU).pesan == pesan
    assert setel_aktif(gudang, BARIS_PERINTAH, cari(gudang, "sri"), WAKTU, aktif=False).pesan == pesan
    wakil = TugasBaru(PENGELOLA, "*", HARI, jenis="plh", selesai=HARI + timedelta(days=7))
    assert beri_tugas(gudang, pengelola, cari(gudang, "bambang").id_akun, wakil, WAKTU).berhasil
    assert not setel_aktif(gudang, pengelola, cari(gudang, "sri"), WAKTU, aktif=False).berhasil, (
        "a deputy is not enough"
    )
    tetap = TugasBaru(PENGELOLA, "*", HARI)
    assert beri_tugas(gudang, pengelola, cari(gudang, "bambang").id_akun, tetap, WAKTU).berhasil
    assert cabut_tugas(gudang, pengelola, tugas.id_penugasan, "Mutasi jabatan", WAKTU).berhasil


TUGAS_SALAH = {
    "Peran itu tidak dikenal.": TugasBaru("bupati", KODE_PD, HARI),
    "Perangkat daerah X tidak ada di penyimpanan ini.": TugasBaru(CAMAT, "X", HARI),
    "Kepala Seksi ditugaskan untuk satu unit; peran lain tidak memakai unit.": TugasBaru(KEPALA_SEKSI, KODE_PD, HARI),
    "Unit ZZZ tidak ada di kantor itu.": TugasBaru(KEPALA_SEKSI, KODE_PD, HARI, "ZZZ"),
    "Plt. dan Plh. memerlukan tanggal akhir.": TugasBaru(CAMAT, KODE_PD, HARI, jenis="plt"),
    "Tanggal akhir penugasan sudah lewat atau mendahului tanggal mulainya.": TugasBaru(
        CAMAT, KODE_PD, HARI, jenis="plt", selesai=date(2026, 10, 4)
    ),
    "Akun itu sudah mempunyai penugasan yang sama pada waktu itu.": TugasBaru("kasubbag_umum", KODE_PD, HARI),
}


def test_a_penugasan_that_cannot_stand_is_refused_with_its_reason(kantor: Gudang) -> None:
    sebelum = _akun_dan_tugas(kantor)
    for pesan, salah in TUGAS_SALAH.items():
        putusan = beri_tugas(kantor, KASUBBAG.pelaku, "umum", salah, WAKTU)
        tak_dikenal = salah.kode_pd != KODE_PD
        assert putusan.pesan == pesan or (tak_dikenal and "tidak termasuk tugas Anda" in putusan.pesan)
        assert _akun_dan_tugas(kantor) == sebelum, pesan


def test_an_account_that_cannot_stand_is_refused_with_its_reason(gudang: Gudang) -> None:
    pengelola, _ = isi_akun(gudang)
    for nama, nama_akun, sandi, pesan in (
        ("D", "dewi", "sungai serayu", "Nama orang memerlukan 3 sampai 100 huruf."),
        ("Dewi Lestari", "de", "sungai serayu", "Nama akun memakai 3 sampai 32 huruf kecil"),
        ("Dewi Lestari", "dewi lestari", "sungai serayu", "Nama akun memakai 3 sampai 32 huruf kecil"),
        ("Dewi Lestari", "bambang", "sungai serayu", "Nama akun bambang sudah dipakai."),
        ("Dewi Lestari", " BAMBANG ", "sungai serayu", "Nama akun bambang sudah dipakai."),
        ("Dewi Lestari", "dewi", "sembilan9", "Kata sandi paling sedikit 10 karakter."),
        ("Dewi Lestari", "dewi", "aaaaaaaaaaaa", "Kata sandi memerlukan paling sedikit empat karakter yang berbeda."),
        ("Dewi Lestari", "dewi.lestari", "Dewi.Lestari1", "Kata sandi tidak boleh berisi nama akun."),
        ("Dewi Lestari", "dewi", "a b" * 80, "Kata sandi paling banyak 200 karakter."),
    ):
        putusan = buat_akun(gudang, pengelola, AkunBaru(nama, nama_akun, sandi, TugasBaru(CAMAT, "*", HARI)), WAKTU)
        assert (putusan.berhasil, putusan.pesan[: len(pesan)]) == (False, pesan)
        assert len(gudang.kueri("akun_semua")) == 2


def test_two_who_change_an_account_at_once_do_not_overwrite_each_other(gudang: Gudang) -> None:
    pengelola, dilihat = isi_akun(gudang)
    assert ubah_nama(gudang, pengelola, dilihat, "Bambang Irawan, S.STP.", WAKTU).berhasil
    kedua = ubah_nama(gudang, pengelola, dilihat, "Bambang I.", WAKTU)
    assert kedua.pesan == "Akun bambang baru saja diubah orang lain. Muat ulang, lalu periksa lagi."
    assert cari(gudang, "bambang").nama == "Bambang Irawan, S.STP."


def test_the_own_password_is_changed_with_the_old_one_only_and_guessing_it_is_counted(gudang: Gudang) -> None:
    pengelola, camat = isi_akun(gudang)
    diri = Pelaku(camat.id_akun, camat.nama)
    for _ in range(5):
        salah = ganti_sandi(gudang, diri, "salah sekali", "sungai serayu", ALAMAT, WAKTU)
        assert salah.pesan.startswith("Kata sandi lama tidak cocok.")
    assert "Terlalu banyak percobaan" in ganti_sandi(gudang, diri, SANDI_CAMAT, "sungai serayu", ALAMAT, WAKTU).pesan
    nanti = WAKTU + timedelta(minutes=2)
    assert "paling sedikit 10" in ganti_sandi(gudang, diri, SANDI_CAMAT, "pendek", ALAMAT, nanti).pesan
    assert ganti_sandi(gudang, diri, SANDI_CAMAT, "sungai serayu", ALAMAT, nanti).berhasil
    with pytest.raises(GagalMasuk):
        masuk(gudang, "bambang", SANDI_CAMAT, ALAMAT, nanti)
    assert masuk(gudang, "bambang", "sungai serayu", ALAMAT, nanti)
    for _ in range(5):
        assert "serayu" not in ganti_sandi(gudang, diri, "salah sekali", "x", ALAMAT, nanti).pesan
    assert setel_sandi(gudang, pengelola, cari(gudang, "bambang"), "gunung sumbing", nanti).berhasil
    assert masuk(gudang, "bambang", "gunung sumbing", ALAMAT, nanti), "a new password ends the delay"
    assert SANDI not in str(gudang.kueri("peristiwa_semua"))
    assert "serayu" not in str(gudang.kueri("peristiwa_semua"))


def test_a_sample_account_has_no_password_to_change(kantor: Gudang) -> None:
    akun: AkunContoh = AKUN[1]
    putusan = ganti_sandi(kantor, akun.pelaku, "", "sungai serayu", ALAMAT, WAKTU)
    assert (putusan.berhasil, putusan.pesan) == (False, "Akun ini masuk tanpa kata sandi.")


def test_an_account_made_in_the_sample_office_is_one_of_the_sample(kantor: Gudang) -> None:
    assert buat_akun(kantor, KASUBBAG.pelaku, BARU, WAKTU).berhasil
    assert cari(kantor, "dewi").contoh
    assert masuk(kantor, "dewi", "sungai serayu", ALAMAT, WAKTU)
    assert "dewi" not in {akun["nama_akun"] for akun in kantor.kueri("akun_contoh")}


def test_nobody_becomes_head_of_a_unit_of_every_office_or_of_no_unit(kantor: Gudang) -> None:
    sebelum = cari(kantor, "camat")
    for kantor_tugas, unit in (("*", None), ("*", "PEM"), (KODE_PD, None), (KODE_PD, "")):
        baru = TugasBaru(KEPALA_SEKSI, kantor_tugas, HARI, unit)
        putusan = beri_tugas(kantor, BARIS_PERINTAH, sebelum.id_akun, baru, WAKTU)
        assert not putusan.berhasil, (kantor_tugas, unit)
        assert "unit" in putusan.pesan.casefold()
        assert cari(kantor, "camat").tugas == sebelum.tugas
