"""Nobody verifies what he has not looked at without saying so, or lets *tidak ada kejadian* pass unconfirmed."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from analytics.alur.dilihat import ANGGARAN, Kepastian, baca_diperiksa, tandai_dilihat, tegaskan_semua
from analytics.alur.persetujuan import calon
from analytics.sop.izin import TidakBerhak
from data.gudang import Transaksi
from tests.alat.gudang import jumlah_di
from tests.alat.kantor_alur import KASUBBAG, KODE_PD, SEKCAM, TW, UNIT_PEM, UNIT_TRANTIB, Kantor, tulis_kiriman
from tests.alat.kantor_lembar import DESA_SELESAI, PEMBINAAN, SUB_1


def _kirim(tx: Transaksi) -> dict[str, Any]:
    """A kiriman with a value, a row that had nothing to measure, and money."""
    id_kiriman = tulis_kiriman(tx, UNIT_PEM, 9)["id_kiriman"]
    letak = {nama: UNIT_PEM.letak[nama] for nama in ("kode_pd", "tahun", "triwulan")} | {"id_kiriman": id_kiriman}
    sel = {"lembar": "Realisasi", "sel": "H10"}
    nihil = {"kode_indikator": DESA_SELESAI, "keadaan": "tidak_ada_kejadian", "alasan": "tidak ada desa yang wajib"}
    tx.tambah("realisasi", [{**letak, **sel, **nihil}])
    tx.tambah("realisasi_anggaran", [{**letak, **sel, "kode_simpul": SUB_1, "rupiah": Decimal(5)}])
    return {"id_kiriman": id_kiriman}


@pytest.fixture
def terhimpun(kantor: Kantor) -> Kantor:
    """The kiriman of a unit waits for step 5."""
    kantor.bawa(UNIT_PEM, "pengisian")
    assert kantor.lakukan("kirim", UNIT_PEM, kerja=_kirim).berhasil
    kantor.bawa(UNIT_PEM, "terhimpun")
    return kantor


def test_each_row_and_all_the_money_as_one_are_looked_at_by_a_person_and_only_once(terhimpun: Kantor) -> None:
    gudang = terhimpun.gudang
    awal = baca_diperiksa(gudang, UNIT_PEM, KASUBBAG.id_akun)
    assert [baris.kode for baris in awal.baris] == [DESA_SELESAI, PEMBINAAN, ANGGARAN]
    assert awal.kalimat == "dilihat 0 dari 3"
    for _ in range(2):
        sesudah = tandai_dilihat(gudang, KASUBBAG, awal, (DESA_SELESAI, "bukan barisnya"), terhimpun.waktu())
    assert sesudah == baca_diperiksa(gudang, UNIT_PEM, KASUBBAG.id_akun)
    assert sesudah.kalimat == "dilihat 1 dari 3"
    assert baca_diperiksa(gudang, UNIT_PEM, "orang lain").dilihat == 0
    assert jumlah_di(gudang, "baris_dilihat") == 1
    with pytest.raises(TidakBerhak):
        tandai_dilihat(gudang, SEKCAM, awal, (PEMBINAAN,), terhimpun.waktu())


def test_a_look_is_no_act_of_its_own_and_holds_for_this_kiriman_alone(terhimpun: Kantor) -> None:
    gudang, dulu = terhimpun.gudang, terhimpun.jejak()
    awal = baca_diperiksa(gudang, UNIT_PEM, KASUBBAG.id_akun)
    tandai_dilihat(gudang, KASUBBAG, awal, [baris.kode for baris in awal.baris], terhimpun.waktu())
    assert terhimpun.jejak() == dulu
    with terhimpun.tulis("kirim_lagi") as tx:
        tulis_kiriman(tx, UNIT_PEM, 10)
    baru = baca_diperiksa(gudang, UNIT_PEM, KASUBBAG.id_akun)
    assert (baru.kalimat, baru.tanpa_kejadian) == ("dilihat 0 dari 1", ())
    assert baru.patut_dilihat(PEMBINAAN, baru.id_kiriman)
    assert not baru.patut_dilihat(PEMBINAAN, awal.id_kiriman)


def test_rows_not_looked_at_are_named_until_somebody_says_that_he_verifies_without(terhimpun: Kantor) -> None:
    nihil = frozenset({DESA_SELESAI})
    tolak = terhimpun.lakukan("verifikasi", UNIT_PEM, kepastian=Kepastian(tanpa_kejadian=nihil))
    assert " belum dilihat seluruhnya: " in tolak.pesan
    assert all(kode in tolak.pesan for kode in (DESA_SELESAI, PEMBINAAN, "Anggaran"))
    sebagian = Kepastian(frozenset({PEMBINAAN, ANGGARAN}), nihil)
    tolak = terhimpun.lakukan("verifikasi", UNIT_PEM, kepastian=sebagian)
    assert (tolak.status, PEMBINAAN in tolak.pesan, DESA_SELESAI in tolak.pesan) == ("ditolak", False, True)
    awal = baca_diperiksa(terhimpun.gudang, UNIT_PEM, KASUBBAG.id_akun)
    tandai_dilihat(terhimpun.gudang, KASUBBAG, awal, (DESA_SELESAI,), terhimpun.waktu())
    assert terhimpun.lakukan("verifikasi", UNIT_PEM, kepastian=sebagian).berhasil
    assert json.loads(terhimpun.jejak()[-1]["rincian"])["diperiksa"] == {
        "kiriman": awal.id_kiriman,
        "baris": 3,
        "dilihat": 1,
        "tidak_dilihat": [PEMBINAAN, ANGGARAN],
        "tanpa_kejadian": {DESA_SELESAI: "tidak ada desa yang wajib"},
    }


def test_nothing_to_measure_is_confirmed_row_by_row_with_the_reason_of_the_unit(terhimpun: Kantor) -> None:
    semua = tegaskan_semua(terhimpun.diperiksa(UNIT_PEM))
    tolak = terhimpun.lakukan("verifikasi", UNIT_PEM, kepastian=Kepastian(semua.tidak_dilihat))
    assert f"{UNIT_PEM.sebutan}: pastikan dahulu bahwa memang tidak ada kejadian: " in tolak.pesan
    assert tolak.pesan.endswith("(tidak ada desa yang wajib).")
    assert terhimpun.lakukan("verifikasi", UNIT_PEM, kepastian=semua).berhasil


def test_a_unit_without_a_row_is_verified_as_before(kantor: Kantor) -> None:
    kantor.bawa(UNIT_TRANTIB, "pengisian")
    assert kantor.lakukan("kirim", UNIT_TRANTIB, kerja=lambda _tx: {}).berhasil
    kantor.bawa(UNIT_TRANTIB, "terhimpun")
    assert kantor.lakukan("verifikasi", UNIT_TRANTIB, kepastian=Kepastian()).berhasil
    assert "diperiksa" not in json.loads(kantor.jejak()[-1]["rincian"])


def test_who_approves_reads_what_was_verified_without_a_look_and_where_nothing_happened(terhimpun: Kantor) -> None:
    with terhimpun.tulis("impor") as tx:
        tx.tambah("laporan_indikator", [{"kode_pd": KODE_PD, "kode_indikator": DESA_SELESAI, "laporan": "renja"}])
    assert terhimpun.lakukan("verifikasi", UNIT_PEM).berhasil
    perkara = {hal.perkara: (hal.nama, hal.kalimat) for hal in calon(terhimpun.gudang, KODE_PD, TW).pengecualian}
    assert perkara["tanpa_dilihat"][0] == "Verifikasi PEM"
    assert perkara["tanpa_dilihat"][1].endswith(": dilihat 0 dari 3 baris.")
    assert perkara["tidak_ada_kejadian"][1].endswith("Sebab: tidak ada desa yang wajib")
