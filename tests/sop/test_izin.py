"""What people may do beside the moves of the SOP: every izin by every peran, for each office and unit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from analytics.sop.izin import (
    IZIN,
    LIHAT,
    Sasaran,
    TidakBerhak,
    Tindakan,
    boleh,
    catat_tindakan,
    jaga_izin,
    peran_untuk,
    periksa_izin,
)
from analytics.sop.langkah import LANGKAH, MENURUT_AKSI, Langkah
from analytics.sop.objek import Objek
from analytics.sop.peran import BARIS_PERINTAH, CAMAT, KEPALA_SEKSI, NAMA_PERAN, PENGELOLA, Pelaku, Tugas, baca_tugas
from data.gudang import Gudang
from tests.alat.gudang import tanya
from tests.alat.kantor_alur import CAMAT_, HARI, KODE_PD, PEM, SEKCAM, TUGAS, Kantor, KantorBaru

UNIT = (None, "PEM", "TRANTIB")


@dataclass(frozen=True)
class Tercatat:
    """What the log says of one act: of one that was refused also why."""

    aksi: str
    oleh: str
    akun: str
    sebagai: str | None
    mengubah: bool
    sebab: str | None

    @property
    def boleh(self) -> bool:
        """Whether it was done."""
        return self.sebab is None


@pytest.fixture(scope="module")
def tugas_menurut_pelaku() -> Mapping[Pelaku, tuple[Tugas, ...]]:
    """What everybody of the office may act as, read from its store."""
    kantor_baru = KantorBaru()
    tugas = {pelaku: baca_tugas(kantor_baru.gudang, pelaku, HARI) for pelaku in TUGAS}
    kantor_baru.tutup()
    return tugas


def _tindakan(izin: str, kode_unit: str | None = None, kode_pd: str = KODE_PD) -> Tindakan:
    return Tindakan(izin, kode_pd, "uji", datetime(2026, 10, 5, 9, 0), kode_unit, {"apa": "uji"})


def _boleh(izin: str, pelaku: Pelaku, kode_unit: str | None) -> bool:
    """The rule once more, told the other way round."""
    peran, unit = TUGAS[pelaku]
    if peran not in IZIN[izin].peran:
        return False
    if peran != KEPALA_SEKSI:
        return True
    return kode_unit == unit or (kode_unit is None and not IZIN[izin].data_unit)


def _coba(kantor: Kantor, pelaku: Pelaku, tindakan: Tindakan) -> Tercatat:
    """Do it as a service does: ask before, write inside; what the log is to say of it."""
    sebab = _sebab_penolakan(kantor, pelaku, tindakan)
    if sebab is not None:
        with pytest.raises(TidakBerhak), kantor.gudang.transaksi() as tx:
            catat_tindakan(tx, pelaku, tindakan)
        return Tercatat(f"tolak:{tindakan.izin}", pelaku.nama, pelaku.id_akun, None, mengubah=False, sebab=sebab)
    with kantor.gudang.transaksi() as tx:
        tugas = catat_tindakan(tx, pelaku, tindakan)
    return Tercatat(tindakan.izin, pelaku.nama, pelaku.id_akun, tugas.sebutan, mengubah=True, sebab=None)


def _jejak_sesudah(kantor: Kantor, nomor: int) -> list[Tercatat]:
    """What the log says since then."""
    sql = "SELECT aksi, oleh, akun, sebagai, mengubah, rincian FROM peristiwa WHERE nomor > ? ORDER BY nomor"
    return [
        Tercatat(*letak, json.loads(rincian).get("sebab")) for *letak, rincian in tanya(kantor.gudang, sql, [nomor])
    ]


def _ujung(kantor: Kantor) -> int:
    ujung = kantor.gudang.kueri("peristiwa_ujung")
    return int(ujung[0]["nomor"]) if ujung else 0


def _sebab_penolakan(kantor: Kantor, pelaku: Pelaku, tindakan: Tindakan) -> str | None:
    try:
        jaga_izin(kantor.gudang, pelaku, tindakan)
    except TidakBerhak as tidak:
        return str(tidak)
    return None


@pytest.fixture(scope="module")
def dipakai_bersama() -> Iterator[tuple[Kantor, Mapping[str, tuple[int, int]]]]:
    """An office in which every izin is tried, and what stood in it but for the log before."""
    kantor_baru = KantorBaru()
    yield kantor_baru, _selain_jejak(kantor_baru)
    kantor_baru.tutup()


def _selain_jejak(kantor: Kantor) -> Mapping[str, tuple[int, int]]:
    return {nama: nilai for nama, nilai in kantor.potret().items() if nama != "peristiwa"}


@pytest.mark.parametrize("izin", IZIN)
def test_every_izin_is_for_its_peran_and_for_nobody_else(
    dipakai_bersama: tuple[Kantor, Mapping[str, tuple[int, int]]], izin: str
) -> None:
    kantor, sebelum = dipakai_bersama
    nomor, tercatat = _ujung(kantor), []
    for pelaku in TUGAS:
        for unit in UNIT:
            tercatat.append(_coba(kantor, pelaku, _tindakan(izin, unit)))
            assert tercatat[-1].boleh == _boleh(izin, pelaku, unit), (pelaku, unit)
        tercatat.append(_coba(kantor, pelaku, _tindakan(izin, "PEM", "7.01.99")))
        assert not tercatat[-1].boleh, pelaku
    assert _jejak_sesudah(kantor, nomor) == tercatat
    assert _selain_jejak(kantor) == sebelum


def test_the_table_has_words_for_everything_and_names_only_peran_that_exist() -> None:
    for izin in (*IZIN.values(), *LIHAT.values()):
        assert izin.nama
        assert izin.peran
        assert set(izin.peran) <= set(NAMA_PERAN)
        assert KEPALA_SEKSI in izin.peran or not izin.data_unit


def test_an_act_is_named_once_among_moves_izin_and_what_is_looked_at() -> None:
    semua = [*MENURUT_AKSI, *IZIN, *LIHAT]
    assert len(semua) == len(set(semua))
    with pytest.raises(KeyError):
        boleh((), "terbang")


@pytest.mark.parametrize("aksi", [*IZIN, *LIHAT])
def test_a_page_is_told_of_an_izin_what_the_command_would_say(
    tugas_menurut_pelaku: Mapping[Pelaku, tuple[Tugas, ...]], aksi: str
) -> None:
    for pelaku, tugas in tugas_menurut_pelaku.items():
        for unit in UNIT:
            harap = _boleh(aksi, pelaku, unit) if aksi in IZIN else TUGAS[pelaku][0] in LIHAT[aksi].peran
            assert boleh(tugas, aksi, Sasaran(KODE_PD, unit)) == harap, (pelaku, unit)
        assert not boleh(tugas, aksi, Sasaran("7.01.99", "PEM")), pelaku
        assert boleh(tugas, aksi) == (TUGAS[pelaku][0] in peran_untuk(aksi)), pelaku


@pytest.mark.parametrize("langkah", LANGKAH, ids=lambda langkah: langkah.aksi)
def test_a_page_is_told_of_a_move_what_the_table_of_steps_says(
    tugas_menurut_pelaku: Mapping[Pelaku, tuple[Tugas, ...]], langkah: Langkah
) -> None:
    kode_unit = "PEM" if langkah.dokumen == "pengumpulan" else ""
    objek = Objek(KODE_PD, langkah.dokumen, 2026, 3, kode_unit)
    for pelaku, tugas in tugas_menurut_pelaku.items():
        peran, unit = TUGAS[pelaku]
        harap = peran in langkah.oleh and (peran != KEPALA_SEKSI or unit == kode_unit)
        assert boleh(tugas, langkah.aksi, objek) == harap, pelaku


def test_who_looks_after_accounts_moves_no_figure() -> None:
    milik = {aksi for aksi, izin in IZIN.items() if PENGELOLA in izin.peran}
    assert milik == {"atur_acuan", "atur_pejabat", "atur_akun", "buat_cadangan", "lihat_kantor", "periksa_jejak"}
    assert IZIN["atur_akun"].peran == (PENGELOLA,)


def test_a_stranger_a_disabled_account_and_the_command_line_beside_accounts_may_nothing(kantor: Kantor) -> None:
    mati = Pelaku("mati", "Akun Mati")
    kantor.tambah_akun(mati, aktif=False)
    kantor.tugaskan(mati, PENGELOLA)
    nomor, tercatat = _ujung(kantor), []
    for pelaku in (Pelaku("asing", "Orang Asing"), mati, BARIS_PERINTAH, Pelaku("", "Camat")):
        for izin in IZIN:
            tercatat.append(_coba(kantor, pelaku, _tindakan(izin)))
            assert not tercatat[-1].boleh, (pelaku, izin)
    assert _jejak_sesudah(kantor, nomor) == tercatat


def test_the_command_line_of_a_store_without_accounts_does_what_a_kasubbag_does(gudang: Gudang) -> None:
    kantor_uji = Kantor(gudang)
    tercatat = [_coba(kantor_uji, BARIS_PERINTAH, _tindakan(izin)) for izin in IZIN]
    assert [catatan.aksi for catatan in tercatat] == list(IZIN)
    assert _jejak_sesudah(kantor_uji, 0) == tercatat
    with pytest.raises(TidakBerhak):
        periksa_izin(gudang, Pelaku("", "Baris Perintah"), _tindakan("unggah"))


def test_a_penugasan_that_ends_between_asking_and_writing_is_noticed(kantor: Kantor) -> None:
    kantor.tugaskan(SEKCAM, CAMAT, jenis="plt", mulai=HARI, selesai=HARI)
    kantor.tugaskan(SEKCAM, PENGELOLA, jenis="plt", mulai=HARI, selesai=HARI)
    hari_ini = _tindakan("atur_akun")
    jaga_izin(kantor.gudang, SEKCAM, hari_ini)
    besok = Tindakan("atur_akun", KODE_PD, "uji", hari_ini.waktu + timedelta(days=1))
    with pytest.raises(TidakBerhak), kantor.gudang.transaksi() as tx:
        catat_tindakan(tx, SEKCAM, besok)


def test_a_refusal_says_who_can(kantor: Kantor) -> None:
    with pytest.raises(TidakBerhak, match=r"^Mengatur akun dan penugasan tidak termasuk tugas Anda\. Yang dapat: P"):
        periksa_izin(kantor.gudang, CAMAT_, _tindakan("atur_akun"))
    with pytest.raises(TidakBerhak, match=r"^Mengunggah format data unit untuk unit lain tidak termasuk tugas Anda"):
        periksa_izin(kantor.gudang, PEM, _tindakan("unggah", "TRANTIB"))
    with pytest.raises(TidakBerhak, match=r"^Mengatur akun dan penugasan tidak termasuk"):
        periksa_izin(kantor.gudang, PEM, _tindakan("atur_akun", "PEM"))
