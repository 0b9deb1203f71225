"""What screens remember: no answer outlives the data, the day or the person that it rests on."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from analytics.akun.sesi import buka_sesi
from analytics.aturan.periode import Periode
from analytics.contoh.akun import KASUBBAG, semai_akun
from analytics.contoh.data_pohon import KODE_PD
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil import Kantor
from analytics.sistem import buka_gudang
from analytics.sop.objek import Objek
from analytics.sop.peran import SEMUA_KANTOR
from data.gudang import Gudang, Peristiwa, Transaksi
from data.versi import TANPA_ANGKA
from pages.gerbang import pengunjung
from pages.komponen import tanya
from pages.komponen.ingatan import BEBERAPA_KANTOR, SEKALI, TANPA_VERSI, JawabanTersimpan, PenanyaIngat
from pages.komponen.kepala import Wadah
from pages.komponen.saring import Saringan
from tests.alat.gudang import hitung_tanya
from tests.alat.sampai import TW3, maju

KUERI = Path(__file__).parents[2] / "data" / "kueri"
DIAM = {"akun", "penugasan", "sesi", "percobaan_masuk", "arsip", "berkas", "peristiwa", "baris_dilihat"}
"""Tables that are written without a new version of the data."""
HANYA_PERUBAHAN = {
    *("atur_riwayat", "versi_data", "penjelasan_rencana", "rencana_dijelaskan"),
    *("blok_unggahan", "unggahan_sederet", "unggahan_terakhir"),
}
"""Questions to the log about nothing but what changed data."""
PADA = datetime(2026, 11, 16, 10, 0)
KANTOR, TETANGGA = "A", "B"


def _tabel(berkas: Path) -> set[str]:
    return set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", re.sub(r"--.*", "", berkas.read_text(encoding="utf-8"))))


def _bertanya(berkas: Path) -> bool:
    baris = [teks for teks in berkas.read_text(encoding="utf-8").splitlines() if teks and not teks.startswith("--")]
    return baris[0].split()[0] in ("SELECT", "WITH")


def _ubah(gudang: Gudang, kode_pd: str) -> None:
    with gudang.transaksi(Peristiwa(kode_pd, "uji", "uji", "objek", {}, PADA)):
        pass


def test_no_question_is_remembered_whose_tables_change_without_a_new_version_of_the_data() -> None:
    semua = {berkas.stem: _tabel(berkas) for berkas in KUERI.rglob("*.sql") if _bertanya(berkas)}
    diam = {nama for nama, tabel in semua.items() if tabel & DIAM}
    assert len(diam) > 20
    assert diam - HANYA_PERUBAHAN <= TANPA_VERSI | SEKALI
    assert set(semua) >= TANPA_VERSI | SEKALI | BEBERAPA_KANTOR


def test_a_question_is_asked_once_per_version_of_the_office_and_its_rows_are_the_callers_own(gudang: Gudang) -> None:
    penanya = PenanyaIngat(gudang, KANTOR)
    pertama = penanya.kueri("skala_ordinal")
    assert pertama
    pertama[0].clear()
    assert penanya.kueri("skala_ordinal") == gudang.kueri("skala_ordinal")


def test_only_a_write_that_concerns_the_office_makes_an_answer_old(gudang: Gudang) -> None:
    penanya = PenanyaIngat(gudang, KANTOR)

    def banyak() -> int:
        with hitung_tanya(gudang) as ditanya:
            penanya.kueri("alur_semua", kode_pd=KANTOR)
        return ditanya.total()

    assert (banyak(), banyak()) == (1, 0)
    _ubah(gudang, TETANGGA)
    assert banyak() == 0
    _ubah(gudang, KANTOR)
    assert (banyak(), banyak()) == (1, 0)
    _ubah(gudang, "*")
    assert banyak() == 1


def test_who_may_do_what_is_asked_every_time(gudang: Gudang) -> None:
    penanya = PenanyaIngat(gudang, KANTOR)
    assert penanya.kueri("akun_ada") == []
    akun = {
        "id_akun": "x",
        "nama_akun": "x",
        "nama": "X",
        "aktif": True,
        "contoh": False,
        "dibuat_pada": PADA,
        "versi": 1,
    }
    with gudang.transaksi(Peristiwa("*", "uji", "buat_akun", "akun:x", {}, PADA, mengubah=False)) as tx:
        tx.tambah("akun", [akun])
    assert penanya.kueri("akun_ada")


def _masuk(gudang: Gudang) -> str:
    semai_akun(gudang, PADA)
    with gudang.transaksi(Peristiwa(SEMUA_KANTOR, "uji", "masuk", "akun", {}, PADA, mengubah=False)) as tx:
        return buka_sesi(tx, KASUBBAG.id_akun, "127.0.0.1", PADA)


def test_whose_token_it_is_costs_one_question_as_long_as_nothing_is_written(gudang: Gudang) -> None:
    token = _masuk(gudang)
    assert pengunjung.cari(gudang, token, PADA) is not None
    with hitung_tanya(gudang) as ditanya:
        assert pengunjung.cari(gudang, token, PADA) is not None
        assert pengunjung.cari(gudang, token[::-1], PADA) is None
    assert ditanya.total() == 2, ditanya


def test_a_shorter_idle_time_shuts_out_at_the_next_run_though_settings_are_remembered(gudang: Gudang) -> None:
    token, kemudian = _masuk(gudang), PADA + timedelta(minutes=6)
    assert pengunjung.cari(gudang, token, PADA) is not None
    singkat = {"kunci": "sesi_menganggur_menit", "mulai": date(2026, 1, 1), "revisi": 9, "nilai": "5"}
    with gudang.transaksi(Peristiwa(SEMUA_KANTOR, "uji", "atur:pengaturan", "pengaturan", {}, PADA)) as tx:
        tx.tambah("pengaturan", [{**singkat, "keterangan": "uji", "sumber": "uji"}])
    assert pengunjung.cari(gudang, token, kemudian) is None


def test_a_result_of_yesterday_is_not_shown_today(gudang: Gudang, monkeypatch: pytest.MonkeyPatch) -> None:
    saring = Saringan(gudang, Kantor(KANTOR, "", "", None, contoh=True), Periode(2026, 3), None, Wadah(None, None))  # type: ignore[arg-type]
    monkeypatch.setattr(tanya, "waktu_kini", lambda: PADA)
    kini = tanya.kunci_saringan(saring)
    monkeypatch.setattr(tanya, "waktu_kini", lambda: PADA + timedelta(days=1))
    assert tanya.kunci_saringan(saring) != kini


def _tulis_urutan(tx: Transaksi) -> None:
    tx.jalankan("urutkan_unit", kode_pd=KODE_PD, kode_unit="PEM", urutan=1)


def _sentuh_alur(tx: Transaksi) -> None:
    tx.kueri("alur_sentuh", kode_pd=KODE_PD, tahun=2026, triwulan=3)


def _terima_berkas(tx: Transaksi) -> None:
    tx.tambah("berkas", [{"sha256": "0" * 64, "isi": b"", "ukuran": 0}])


@pytest.mark.parametrize(
    ("tulis", "maju"),
    [
        ((), 0),
        ((_sentuh_alur, _terima_berkas), 0),
        ((_tulis_urutan,), 1),
        ((_sentuh_alur, _tulis_urutan, _terima_berkas), 1),
    ],
)
def test_figures_are_older_only_after_a_write_to_a_table_that_one_rests_on(
    gudang: Gudang, tulis: tuple[Callable[[Transaksi], None], ...], maju: int
) -> None:
    with gudang.transaksi(Peristiwa(KODE_PD, "uji", "uji", "objek", {}, PADA)) as tx:
        for langkah in tulis:
            langkah(tx)
    assert (gudang.versi_data(KODE_PD), gudang.versi_angka(KODE_PD)) == (1, maju)
    assert gudang.versi_angka(TETANGGA) == 0


def test_no_figure_rests_on_a_table_whose_writes_leave_figures_remembered(salinan_contoh: Path) -> None:
    def angka() -> Bacaan:
        gudang = buka_gudang(salinan_contoh)
        semua = baca(gudang, KODE_PD, TW3, rinci=2024)
        gudang.tutup()
        return semua

    sebelum = angka()
    with duckdb.connect(str(salinan_contoh)) as koneksi:
        for tabel in TANPA_ANGKA:
            koneksi.execute(f"DELETE FROM {tabel}")
    tetap = {"konteks": sebelum.konteks, "keterangan": sebelum.keterangan}
    assert replace(angka(), **tetap) == sebelum


def test_a_move_of_a_document_renews_the_heading_of_a_reading_and_a_figure_all_of_it(salinan_contoh: Path) -> None:
    gudang = buka_gudang(salinan_contoh)
    saring = Saringan(gudang, Kantor(KODE_PD, "", "", None, contoh=True), TW3, None, Wadah(None, None))  # type: ignore[arg-type]
    awal = tanya.bacaan_hidup(saring)
    assert tanya.bacaan_hidup(saring) is awal
    maju(gudang, KASUBBAG, "verifikasi", Objek.pengumpulan(KODE_PD, TW3, "KESOS"))
    pindah = tanya.bacaan_hidup(saring)
    assert pindah.keterangan.versi_data > awal.keterangan.versi_data
    assert pindah.ukuran is awal.ukuran
    with gudang.transaksi(Peristiwa(KODE_PD, "uji", "uji", "objek", {}, PADA)) as tx:
        _tulis_urutan(tx)
    assert tanya.bacaan_hidup(saring).ukuran is not awal.ukuran
    gudang.tutup()


def test_two_who_ask_the_same_at_once_get_one_answer() -> None:
    tersimpan, mulai, dikerjakan = JawabanTersimpan(4), threading.Barrier(2), []

    def ambil() -> object:
        mulai.wait(5)
        return tersimpan.ambil(("sama",), lambda: dikerjakan.append(1) or object())

    with ThreadPoolExecutor(2) as kolam:
        pertama, kedua = kolam.submit(ambil), kolam.submit(ambil)
        assert pertama.result() is kedua.result()
    assert len(dikerjakan) == 1


def test_what_went_wrong_is_no_answer() -> None:
    tersimpan = JawabanTersimpan(4)

    def gagal() -> str:
        raise LookupError

    with pytest.raises(LookupError):
        tersimpan.ambil(("a",), gagal)
    assert tersimpan.ambil(("a",), lambda: "jadi") == "jadi"


def test_what_was_not_used_for_longest_is_forgotten_first() -> None:
    tersimpan = JawabanTersimpan(2)
    for kunci in ("a", "b", "a", "c"):
        tersimpan.ambil((kunci,), lambda kunci=kunci: f"{kunci} lama")  # type: ignore[misc]
    assert [tersimpan.ambil((kunci,), lambda: "baru") for kunci in ("a", "b")] == ["a lama", "baru"]
