"""The one command: what the table does not have is refused and logged, what it has is done, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import pytest

from analytics.akun.kelola import daftar_akun, ganti_sandi, setel_sandi
from analytics.alur.perintah import (
    BerkasLampiran,
    Ditolak,
    HasilPerintah,
    KerjaPerintah,
    Perintah,
    SiapPindah,
    Ulangan,
    peristiwa_tolak,
    siapkan_pindah,
    terapkan,
    terapkan_dalam,
    terapkan_semua,
)
from analytics.aturan.periode import Periode
from analytics.beku.fakta import sidik_isi
from analytics.sop.langkah import (
    ARTI_KELENGKAPAN,
    LANGKAH,
    MENURUT_AKSI,
    NAMA_KEADAAN_ALUR,
    JenisKelengkapan,
    Langkah,
    langkah_dari,
)
from analytics.sop.objek import Objek
from analytics.sop.peran import BARIS_PERINTAH, CAMAT, KEPALA_SEKSI, SEKRETARIS, Pelaku
from data.blok import TransaksiBlok
from data.gudang import Gudang, Transaksi
from tests.alat.gudang import hitung_tanya, tanya
from tests.alat.kantor_alur import (
    CAMAT_,
    DAFTAR_PERIKSA,
    DOKUMEN,
    HARI,
    KASUBBAG,
    KODE_PD,
    KOMPILASI,
    KOMPILASI_IV,
    LAPORAN,
    LEMBAR,
    PDF,
    PEM,
    PENGELOLA_,
    SANDI,
    SATU_DATA,
    SEKCAM,
    TRANTIB,
    TUGAS,
    TW,
    UMUM,
    UNIT_PEM,
    UNIT_TRANTIB,
    Kantor,
    setelan,
    tulis_kiriman,
)
from tests.alat.kantor_lembar import isi_gudang
from tests.alat.tabel_beku import beku

LUPA: Final[Mapping[JenisKelengkapan, Mapping[str, Any]]] = {
    "pernyataan_validasi": {"pernyataan": False},
    "kiriman": {"kerja": None},
    "sebut_yang_belum": {"catatan": "\u200b - "},
    "sandi": {"sandi": "kata sandi lain"},
    "yang_dilihat": {"sidik_dilihat": "0" * 64},
    "kertas": {"kertas": None},
    "daftar_periksa": {"daftar_periksa": {}},
    "berkas": {"berkas": ()},
}
"""How to come without one thing. The others are a matter of where another document stands."""
ORANG: Final = (*TUGAS, Pelaku("asing", "Orang Asing"))


def _boleh(langkah: Langkah, pelaku: Pelaku, objek: Objek) -> bool:
    peran, unit = TUGAS.get(pelaku, ("", None))
    return peran in langkah.oleh and (peran != KEPALA_SEKSI or unit == objek.kode_unit)


def _selain_jejak(kantor: Kantor) -> dict[str, tuple[int, int]]:
    return {nama: nilai for nama, nilai in kantor.potret().items() if nama != "peristiwa"}


def _ditolak(kantor: Kantor, pelaku: Pelaku, perintah: Perintah, sebab: str) -> str:
    """The sentence of a refusal, which the log has with its cause as the one thing that is new there."""
    sebelum = kantor.gudang.kueri("peristiwa_ujung")[0]["nomor"]
    hasil = kantor.beri(pelaku, perintah)
    assert not hasil.berhasil, (pelaku, perintah.aksi, hasil)
    assert _sesudah(kantor, sebelum) == [_penolakan(pelaku, perintah, sebab)]
    return hasil.pesan


def _penolakan(pelaku: Pelaku, perintah: Perintah, sebab: str) -> tuple[object, ...]:
    """What the log says of a refusal; no figure may look different for it."""
    rincian = json.dumps({"sebab": sebab, "versi": perintah.versi})
    return (f"tolak:{perintah.aksi}", perintah.objek.id, pelaku.id_akun, pelaku.nama, False, rincian)


def _sesudah(kantor: Kantor, nomor: int) -> list[tuple[object, ...]]:
    sql = "SELECT aksi, objek, akun, oleh, mengubah, rincian FROM peristiwa WHERE nomor > ? ORDER BY nomor"
    return tanya(kantor.gudang, sql, [nomor])


class _Batal(Exception):
    pass


def _coba(kantor: Kantor, pelaku: Pelaku, perintah: Perintah) -> HasilPerintah:
    """What a command would lead to, without doing it."""
    hasil: list[HasilPerintah] = []

    def lalu_batal() -> None:
        with kantor.gudang.transaksi() as tx:
            hasil.append(terapkan_dalam(tx, pelaku, perintah, kantor.waktu()))
            raise _Batal

    with pytest.raises(_Batal):
        lalu_batal()
    return hasil[0]


def _siapkan(kantor: Kantor, pelaku: Pelaku, perintah: Perintah) -> SiapPindah:
    """A command that its row allows now, without doing it."""
    with kantor.gudang.coba() as tx:
        return siapkan_pindah(tx, pelaku, perintah, kantor.waktu())


def _setiap_keadaan(kantor: Kantor, dokumen: str) -> Iterator[tuple[Objek, str]]:
    """Every keadaan of a document, one after the other, in one office."""
    for keadaan in NAMA_KEADAAN_ALUR[dokumen]:
        kantor.bawa(DOKUMEN[dokumen], keadaan)
        yield DOKUMEN[dokumen], keadaan


@pytest.mark.parametrize("dokumen", DOKUMEN)
def test_whatever_the_table_does_not_have_is_refused_and_logged_and_changes_nothing(
    kantor: Kantor, dokumen: str
) -> None:
    """Every keadaan x every aksi x everybody inside one transaction. By `terapkan` every keadaan x aksi that cannot be
    made from there, and every aksi once by who may not and of another document.
    """
    sudah: set[tuple[str, str]] = set()
    for objek, keadaan in _setiap_keadaan(kantor, dokumen):
        sebelum = _selain_jejak(kantor)
        di_luar = list(_di_luar_tabel(kantor, objek, keadaan))
        _semua_ditolak_sekaligus(kantor, keadaan, di_luar)
        per_sebab = {(perintah.aksi, sebab): (pelaku, perintah) for pelaku, perintah, sebab in di_luar}
        _semua_ditolak(kantor, keadaan, {kunci: per_sebab[kunci] for kunci in per_sebab if kunci not in sudah})
        sudah |= {(aksi, sebab) for aksi, sebab in per_sebab if sebab != "keadaan"}
        assert _selain_jejak(kantor) == sebelum, keadaan


def _semua_ditolak_sekaligus(kantor: Kantor, keadaan: str, di_luar: Sequence[tuple[Pelaku, Perintah, str]]) -> None:
    """Each is refused inside a transaction, with the sentence of its cause and its line of the log."""
    waktu = kantor.waktu()
    nomor = kantor.gudang.kueri("peristiwa_ujung")[0]["nomor"]
    with kantor.gudang.transaksi() as tx:
        blok = TransaksiBlok(tx)
        penolakan = [_tertolak(blok, pelaku, perintah, waktu) for pelaku, perintah, _ in di_luar]
        blok.catat_semua(
            [
                peristiwa_tolak(pelaku, tolakan, waktu)
                for tolakan, (pelaku, _, _) in zip(penolakan, di_luar, strict=True)
            ]
        )
        blok.tutup()
    for tolakan, (pelaku, perintah, sebab) in zip(penolakan, di_luar, strict=True):
        assert (tolakan.perintah, tolakan.status) == (perintah, "ditolak"), (pelaku, keadaan)
        assert _kalimat_tabel(MENURUT_AKSI[perintah.aksi], keadaan, sebab) in tolakan.pesan
    assert _sesudah(kantor, nomor) == [_penolakan(*tertolak) for tertolak in di_luar]


def _tertolak(tx: Transaksi, pelaku: Pelaku, perintah: Perintah, waktu: datetime) -> Ditolak:
    with pytest.raises(Ditolak) as tolakan:
        terapkan_dalam(tx, pelaku, perintah, waktu)
    return tolakan.value


def _semua_ditolak(kantor: Kantor, keadaan: str, di_luar: Mapping[tuple[str, str], tuple[Pelaku, Perintah]]) -> None:
    """Each is answered with the sentence of its cause and where the document stands, and logged in its turn."""
    nomor = kantor.gudang.kueri("peristiwa_ujung")[0]["nomor"]
    for (aksi, sebab), (pelaku, perintah) in di_luar.items():
        hasil = kantor.beri(pelaku, perintah)
        assert hasil.status == "ditolak", (pelaku, keadaan, aksi)
        assert (hasil.kedudukan.objek, hasil.kedudukan.keadaan) == (perintah.objek, keadaan)
        assert _kalimat_tabel(MENURUT_AKSI[aksi], keadaan, sebab) in hasil.pesan
    assert _sesudah(kantor, nomor) == [
        _penolakan(pelaku, perintah, sebab) for (_, sebab), (pelaku, perintah) in di_luar.items()
    ]


def _di_luar_tabel(kantor: Kantor, objek: Objek, keadaan: str) -> Iterator[tuple[Pelaku, Perintah, str]]:
    """Every aksi by everybody, complete with all that it asks for, that the table does not have from here; and why."""
    versi = kantor.di(objek).versi
    for langkah in LANGKAH:
        if langkah.dokumen != objek.dokumen:
            yield CAMAT_, Perintah(langkah.aksi, objek, versi), "aksi"
            continue
        perintah = kantor.perintah(langkah.aksi, objek)
        for pelaku in ORANG:
            if not _boleh(langkah, pelaku, objek):
                yield pelaku, perintah, "peran"
            elif keadaan not in langkah.dari:
                yield pelaku, perintah, "keadaan"


def _kalimat_tabel(langkah: Langkah, keadaan: str, sebab: str) -> str:
    if sebab == "aksi":
        return "Tindakan ini tidak ada pada SOP."
    if sebab == "peran":
        return f"{langkah.nama} hanya dapat dilakukan oleh "
    return f"{NAMA_KEADAAN_ALUR[langkah.dokumen][keadaan]}; {langkah.nama.lower()} tidak dapat dilakukan dari situ."


@pytest.mark.parametrize("dokumen", DOKUMEN)
def test_whatever_the_table_has_is_done_by_each_of_its_peran_and_not_without_what_it_asks_for(
    kantor: Kantor, dokumen: str
) -> None:
    """Every row from each of its keadaan: complete by everybody who may, and once without each single thing."""
    for objek, keadaan in _setiap_keadaan(kantor, dokumen):
        for langkah in langkah_dari(dokumen, keadaan):
            kantor.siapkan(langkah, objek)
        sebelum = _selain_jejak(kantor)
        for langkah in langkah_dari(dokumen, keadaan):
            perintah = kantor.perintah(langkah.aksi, objek)
            boleh = [tugas for tugas in TUGAS if _boleh(langkah, tugas, objek)]
            assert {TUGAS[pelaku][0] for pelaku in boleh} == set(langkah.oleh)
            for pelaku in boleh:
                hasil = _coba(kantor, pelaku, perintah)
                assert (hasil.status, hasil.kedudukan.keadaan) == ("berhasil", langkah.ke)
                assert hasil.kedudukan.versi == perintah.versi + 1
            for syarat, lupa in LUPA.items():
                if syarat in langkah.kelengkapan and not (langkah.wajib_catatan and "catatan" in lupa):
                    pesan = _ditolak(kantor, boleh[0], replace(perintah, **lupa), syarat)
                    assert pesan == _kalimat(syarat, pesan)
            if langkah.wajib_catatan:
                pesan = _ditolak(kantor, boleh[0], replace(perintah, catatan=" \n"), "catatan")
                assert pesan == f"{langkah.nama} memerlukan alasan."
        assert _selain_jejak(kantor) == sebelum


_BERUBAH = "Angka, aturan, pengaturan, atau nama pejabat berubah"


def _kalimat(syarat: JenisKelengkapan, pesan: str) -> str:
    if syarat == "sandi":
        return "Kata sandi tidak cocok."
    if syarat == "yang_dilihat":
        return f"{_BERUBAH} sejak halaman ini dibuka. Muat ulang, lalu periksa lagi sebelum menyetujui."
    if syarat == "sebut_yang_belum":
        assert "Seksi Ketenteraman dan Ketertiban" in pesan
        return pesan
    return f"Belum ada {ARTI_KELENGKAPAN[syarat]}."


def test_five_wrong_passwords_at_a_move_are_enough_for_a_while(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_camat")
    perintah = kantor.perintah("setujui", KOMPILASI)
    for _ in range(5):
        assert _ditolak(kantor, CAMAT_, replace(perintah, sandi="tebakan"), "sandi") == "Kata sandi tidak cocok."
    assert "Coba lagi sesudah 15 menit" in _ditolak(kantor, CAMAT_, perintah, "tebakan")
    hasil = terapkan(kantor.gudang, CAMAT_, perintah, kantor.waktu() + timedelta(minutes=16))
    assert hasil.berhasil, hasil.pesan


def test_nothing_is_prepared_for_an_approval_that_is_refused(kantor: Kantor) -> None:
    """The Renstra is asked for what would be frozen, and for no refusal."""
    kantor.bawa(KOMPILASI, "di_camat")
    setujui = kantor.perintah("setujui", KOMPILASI)
    for pelaku, perintah in (
        (CAMAT_, replace(setujui, sandi="tebakan")),
        (CAMAT_, replace(setujui, sidik_dilihat="0" * 64)),
        (SEKCAM, setujui),
    ):
        with hitung_tanya(kantor.gudang) as ditanya:
            assert not kantor.beri(pelaku, perintah).berhasil
        assert not any("'renstra'" in sql for sql in ditanya)
    with hitung_tanya(kantor.gudang) as ditanya:
        assert kantor.beri(CAMAT_, setujui).berhasil
    assert any("'renstra'" in sql for sql in ditanya)


DENGAN_SANDI: Final[Mapping[Pelaku, Mapping[str, Objek]]] = {
    KASUBBAG: {"verifikasi": UNIT_PEM},
    SEKCAM: {"supervisi": KOMPILASI, "paraf": LAPORAN},
    CAMAT_: {"setujui": KOMPILASI},
}
"""Who checks or approves what, in the order of the SOP."""


def test_nobody_checks_or_approves_with_a_password_that_somebody_else_set(kantor: Kantor) -> None:
    """Else a pengelola sets the password of the Camat and approves as the Camat."""
    kantor.bawa(LAPORAN, "di_sekretaris")
    for siapa, tindakan in DENGAN_SANDI.items():
        for aksi, objek in tindakan.items():
            kantor.bawa(objek, MENURUT_AKSI[aksi].dari[0])
        _titipkan_sandi(kantor, siapa, "sungai serayu")
        for aksi, objek in tindakan.items():
            perintah = replace(kantor.perintah(aksi, objek), sandi="sungai serayu")
            pesan = _ditolak(kantor, siapa, perintah, "sandi_titipan")
            assert pesan.startswith("Kata sandi akun ini disetel oleh Dewi, ")
        ganti = ganti_sandi(kantor.gudang, siapa, "sungai serayu", SANDI, "192.168.1.20", kantor.waktu())
        assert ganti.berhasil, ganti.pesan
        for aksi, objek in tindakan.items():
            assert kantor.lakukan(aksi, objek, siapa).berhasil, aksi


def _titipkan_sandi(kantor: Kantor, siapa: Pelaku, sandi: str) -> None:
    milik = next(akun for akun in daftar_akun(kantor.gudang, HARI) if akun.id_akun == siapa.id_akun)
    assert setel_sandi(kantor.gudang, PENGELOLA_, milik, sandi, kantor.waktu()).berhasil
    setel = next(peristiwa for peristiwa in reversed(kantor.jejak()) if peristiwa["aksi"] == "setel_sandi")
    assert json.loads(setel["rincian"]) == {"untuk": siapa.nama}


def test_what_hangs_on_another_document_is_refused_while_that_stands_elsewhere(kantor: Kantor) -> None:
    pesan = _ditolak(kantor, KASUBBAG, kantor.perintah("olah", KOMPILASI), "ada_terverifikasi")
    assert pesan == "Belum ada paling sedikit satu unit terverifikasi."
    pesan = _ditolak(kantor, KASUBBAG, kantor.perintah("susun_laporan", LAPORAN), "triwulan_iv_disetujui")
    assert "triwulan IV tahun itu sudah disetujui" in pesan


@pytest.mark.parametrize("keadaan", ["di_sekretaris", "di_camat", "disetujui", "terinput"])
def test_below_a_kompilasi_that_was_handed_on_no_figure_of_a_unit_moves(kantor: Kantor, keadaan: str) -> None:
    kantor.bawa(KOMPILASI, keadaan)
    kantor.bawa(UNIT_TRANTIB, "pengisian")
    for aksi, objek in (
        ("kirim", UNIT_TRANTIB),
        ("kirim_titipan", UNIT_TRANTIB),
        ("kembalikan_data", UNIT_PEM),
    ):
        pelaku = TRANTIB if aksi == "kirim" else KASUBBAG
        pesan = _ditolak(kantor, pelaku, kantor.perintah(aksi, objek), "kompilasi_terbuka")
        assert pesan.startswith("Kompilasi Triwulan III 2026 ")


def test_a_unit_that_is_late_is_verified_only_after_the_kompilasi_came_back(kantor: Kantor) -> None:
    kantor.bawa(UNIT_TRANTIB, "terhimpun")
    kantor.bawa(KOMPILASI, "di_sekretaris")
    _ditolak(kantor, KASUBBAG, kantor.perintah("verifikasi", UNIT_TRANTIB), "kompilasi_terbuka")
    kantor.lakukan("kembalikan_kompilasi", KOMPILASI)
    assert kantor.lakukan("verifikasi", UNIT_TRANTIB).berhasil


def test_the_line_of_the_log_says_all_there_is_to_say_of_a_move(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "pengisian")
    kantor.lakukan("kirim", UNIT_PEM, catatan="  Sudah lengkap \u202e")
    akhir = kantor.jejak()[-1]
    assert (akhir["aksi"], akhir["oleh"], akhir["akun"], akhir["sebagai"]) == (
        "alur:kirim",
        "Tono",
        "pem",
        "Kepala Seksi",
    )
    assert json.loads(akhir["rincian"]) == {
        "dokumen": "pengumpulan",
        "tahun": 2026,
        "triwulan": 3,
        "kode_unit": "PEM",
        "jenis": "",
        "langkah": 3,
        "dari": "pengisian",
        "ke": "terkirim",
        "revisi": 1,
        "catatan": "Sudah lengkap",
        "tugas": kantor.gudang.kueri("tugas_akun", id_akun="pem", hari=HARI)[0]["id_penugasan"],
        "pernyataan": True,
        "id_kiriman": "K-PEM-2026-3-4",
    }


TANPA_DAYA: Final = {
    "tanpa akun": (None, {}),
    "akun nonaktif": ({"aktif": False}, {}),
    "Plt. yang sudah lewat": ({}, {"jenis": "plt", "mulai": date(2026, 9, 1), "selesai": HARI - timedelta(days=1)}),
    "Plh. yang belum mulai": ({}, {"jenis": "plh", "mulai": HARI + timedelta(days=1), "selesai": date(2026, 12, 1)}),
    "penugasan dicabut": ({}, {"dicabut_pada": datetime(2026, 9, 1, 8, 0)}),
    "kantor lain": ({}, {"kode_pd": "7.01.99"}),
}


@pytest.mark.parametrize(
    ("aksi", "objek", "peran"),
    [("setujui", KOMPILASI, CAMAT), ("supervisi", KOMPILASI, SEKRETARIS), ("kirim", UNIT_TRANTIB, KEPALA_SEKSI)],
)
def test_a_peran_that_does_not_hold_today_moves_nothing(kantor: Kantor, aksi: str, objek: Objek, peran: str) -> None:
    kantor.bawa(objek, MENURUT_AKSI[aksi].dari[0])
    for sebab, (akun, tugas) in TANPA_DAYA.items():
        siapa = _wakil(sebab)
        if akun is not None:
            kantor.tambah_akun(siapa, **akun)
        kantor.tugaskan(siapa, peran, kode_unit="TRANTIB" if peran == KEPALA_SEKSI else None, **tugas)
    perintah = kantor.perintah(aksi, objek)
    for sebab in TANPA_DAYA:
        _ditolak(kantor, _wakil(sebab), perintah, "peran")


def _wakil(sebab: str) -> Pelaku:
    """Somebody whose peran does not hold, for this cause."""
    return Pelaku(f"wakil-{list(TANPA_DAYA).index(sebab)}", f"Seorang Wakil ({sebab})")


def test_the_head_of_another_unit_and_the_command_line_beside_accounts_move_nothing(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "pengisian")
    for pelaku in (TRANTIB, BARIS_PERINTAH, Pelaku("", "Tono")):
        _ditolak(kantor, pelaku, kantor.perintah("kirim", UNIT_PEM), "peran")


def test_a_head_of_a_unit_reaches_no_document_by_leaving_out_its_unit(kantor: Kantor) -> None:
    """Without a unit there is no pengumpulan, and so nothing that a kepala_seksi could pass for its own."""
    kantor.bawa(UNIT_PEM, "pengisian")
    for objek in (
        Objek(KODE_PD, "pengumpulan", 2026, 3),
        Objek(KODE_PD, "pengumpulan", 2026, 3, "TIDAK-ADA"),
        Objek(KODE_PD, "pengumpulan", 2026, 0, "PEM"),
        Objek(KODE_PD, "pengumpulan", 2026, 7, "PEM"),
        Objek(KODE_PD, "pengumpulan", 2026, 3, "PEM", "lkjip"),
        Objek("7.01.99", "pengumpulan", 2026, 3, "PEM"),
    ):
        pesan = _ditolak(kantor, PEM, replace(kantor.perintah("kirim", UNIT_PEM), objek=objek), "objek")
        assert pesan == "Dokumen ini tidak ada pada kantor ini."


def test_a_document_that_cannot_be_is_refused(kantor: Kantor) -> None:
    for aksi, objek in (
        ("olah", Objek(KODE_PD, "kompilasi", 2026, 0)),
        ("olah", Objek(KODE_PD, "kompilasi", 2026, 3, "PEM")),
        ("susun_laporan", Objek(KODE_PD, "laporan", 2026, 0, jenis="karangan")),
        ("susun_laporan", Objek(KODE_PD, "laporan", 2026, 3, jenis="lkjip")),
    ):
        _ditolak(kantor, KASUBBAG, Perintah(aksi, objek, 0), "objek")


def test_a_deputy_on_the_last_day_acts_and_the_log_calls_him_one(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_camat")
    siapa = Pelaku("wakil", "Seorang Wakil")
    kantor.tambah_akun(siapa)
    kantor.tugaskan(siapa, CAMAT, jenis="plt", mulai=date(2026, 9, 1), selesai=HARI)
    assert kantor.lakukan("setujui", KOMPILASI, siapa).berhasil
    assert kantor.jejak()[-1]["sebagai"] == "Plt. Camat"


def test_the_command_line_of_a_store_without_accounts_collects_but_never_approves(gudang: Gudang) -> None:
    isi_gudang(gudang)
    kantor_uji = Kantor(gudang)
    for aksi in ("susun_format", "sampaikan_format", "bagikan_format", "kirim_titipan", "himpun"):
        assert kantor_uji.lakukan(aksi, UNIT_PEM, BARIS_PERINTAH).berhasil, aksi
    _ditolak(kantor_uji, BARIS_PERINTAH, kantor_uji.perintah("verifikasi", UNIT_PEM), "rangkap")
    for aksi, objek in (("kirim", UNIT_PEM), ("setujui", KOMPILASI), ("paraf", LAPORAN)):
        _ditolak(kantor_uji, BARIS_PERINTAH, kantor_uji.perintah(aksi, objek), "peran")


def test_a_reason_that_nobody_can_read_is_none(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_sekretaris")
    for catatan in ("", " \t\n", "\u200b" * 4, "ㅤㅤㅤ", "--- !!!", "ok", "\u2800\u2800\u2800", "a\u00adb"):
        perintah = kantor.perintah("kembalikan_kompilasi", KOMPILASI, catatan=catatan)
        assert _ditolak(kantor, SEKCAM, perintah, "catatan").endswith("memerlukan alasan."), repr(catatan)


def test_a_sheet_without_number_or_scan_or_of_a_day_to_come_is_no_sheet(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_camat")
    for kertas in (
        replace(LEMBAR, nomor=""),
        replace(LEMBAR, nomor=" \u200b\u2060ㅤ"),
        replace(LEMBAR, pindaian=BerkasLampiran("kosong.pdf", b"", "pdf")),
        replace(LEMBAR, tanggal=HARI + timedelta(days=1)),
    ):
        _ditolak(kantor, KASUBBAG, kantor.perintah("setujui_kertas", KOMPILASI, kertas=kertas), "kertas")


def test_an_approval_on_screen_cannot_look_like_one_on_paper(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_camat")
    _ditolak(kantor, CAMAT_, kantor.perintah("setujui", KOMPILASI, kertas=LEMBAR), "kertas")


def test_blank_answers_and_empty_files_complete_nothing(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI_IV, "disetujui")
    for kunci in DAFTAR_PERIKSA:
        kurang = kantor.perintah("input_satu_data", KOMPILASI_IV, daftar_periksa={**DAFTAR_PERIKSA, kunci: "\u200b"})
        _ditolak(kantor, SATU_DATA, kurang, "daftar_periksa")
    berkas = (PDF, BerkasLampiran("kosong.pdf", b"", "pdf"))
    _ditolak(kantor, KASUBBAG, kantor.perintah("susun_laporan", LAPORAN, berkas=berkas), "berkas")


def test_the_same_command_twice_by_one_person_is_one_move(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "pengisian")
    perintah = kantor.perintah("kirim", UNIT_PEM)
    assert kantor.beri(PEM, perintah).berhasil
    sebelum = kantor.potret()
    ulang = kantor.beri(PEM, perintah)
    assert ulang.berhasil
    assert ulang.pesan.startswith("Sudah tercatat. ")
    assert kantor.potret() == sebelum


def test_a_repeat_is_still_one_after_others_have_gone_on(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "pengisian")
    perintah = kantor.perintah("kirim", UNIT_PEM)
    kantor.beri(PEM, perintah)
    kantor.bawa(UNIT_PEM, "terverifikasi")
    sebelum = kantor.potret()
    hasil = kantor.beri(PEM, perintah)
    assert (hasil.status, hasil.kedudukan.keadaan) == ("berhasil", "terverifikasi")
    assert kantor.potret() == sebelum


def test_the_same_command_by_somebody_else_is_told_who_did_what(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "pengisian")
    perintah = kantor.perintah("kirim_titipan", UNIT_PEM)
    kantor.beri(UMUM, perintah)
    sebelum = _selain_jejak(kantor)
    hasil = kantor.beri(KASUBBAG, perintah)
    assert hasil.status == "bentrok"
    assert "catat kiriman yang diterima di luar aplikasi oleh Sri (Kasubbag Umum dan Kepegawaian), " in hasil.pesan
    assert _selain_jejak(kantor) == sebelum


@pytest.mark.parametrize("ganti", [{"catatan": "Pertanyaan yang lain"}, {"pembeda": "lain"}], ids=str)
def test_another_thing_said_from_the_same_versi_is_no_repeat(kantor: Kantor, ganti: dict[str, str]) -> None:
    """Two tabs of one person: the second question must not be answered with success and then be nowhere."""
    kantor.bawa(UNIT_PEM, "terhimpun")
    perintah = kantor.perintah("tanyakan", UNIT_PEM, catatan="Mengapa turun?")
    assert kantor.beri(KASUBBAG, perintah).berhasil
    hasil = kantor.beri(KASUBBAG, replace(perintah, **ganti))
    assert hasil.status == "bentrok"
    assert "tanyakan kepada unit oleh Anda sendiri" in hasil.pesan


def test_another_sheet_from_the_same_versi_is_no_repeat(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_camat")
    perintah = kantor.perintah("setujui_kertas", KOMPILASI)
    assert kantor.beri(KASUBBAG, perintah).berhasil
    assert kantor.beri(KASUBBAG, perintah).berhasil
    lain = replace(LEMBAR, pindaian=BerkasLampiran("lain.pdf", b"%PDF-1.4 lembar lain", "pdf"))
    assert kantor.beri(KASUBBAG, replace(perintah, kertas=lain)).status == "bentrok"


@pytest.mark.parametrize("selisih", [-1, 1])
def test_a_command_from_another_versi_is_told_so(kantor: Kantor, selisih: int) -> None:
    kini = kantor.bawa(KOMPILASI, "di_camat")
    perintah = kantor.perintah("tolak_persetujuan", KOMPILASI)
    hasil = kantor.beri(CAMAT_, replace(perintah, versi=kini.versi + selisih))
    assert hasil.status == "bentrok"
    assert "nyatakan sudah disupervisi, teruskan kepada camat oleh Rina (Sekretaris Kecamatan), " in hasil.pesan
    assert kantor.di(KOMPILASI) == kini


def test_what_a_unit_does_below_a_kompilasi_makes_an_older_look_at_it_out_of_date(kantor: Kantor) -> None:
    kantor.bawa(UNIT_TRANTIB, "terhimpun")
    kantor.bawa(KOMPILASI, "dikembalikan")
    olah = kantor.perintah("olah", KOMPILASI)
    kantor.lakukan("verifikasi", UNIT_TRANTIB)
    hasil = kantor.beri(KASUBBAG, olah)
    assert hasil.status == "bentrok"
    assert "sudah berubah: verifikasi TRANTIB oleh Anda sendiri, " in hasil.pesan


def test_a_question_to_a_late_unit_or_its_answer_does_not_hold_up_the_camat(kantor: Kantor) -> None:
    """They move no figure: an approval that is open need not be opened again for them."""
    kantor.bawa(UNIT_TRANTIB, "terhimpun")
    kantor.bawa(KOMPILASI, "di_camat")
    setujui = kantor.perintah("setujui", KOMPILASI)
    assert kantor.lakukan("tanyakan", UNIT_TRANTIB).berhasil
    assert _siapkan(kantor, CAMAT_, setujui).kini.keadaan == "di_camat"
    assert kantor.lakukan("jawab", UNIT_TRANTIB).berhasil
    assert kantor.beri(CAMAT_, setujui).berhasil


def _fakta(tx: Transaksi) -> None:
    tulis_kiriman(tx, UNIT_PEM, 90, Decimal(6))


def _fakta_tahun_lalu(tx: Transaksi) -> None:
    tulis_kiriman(tx, Objek.pengumpulan(KODE_PD, Periode(2026, 1), "PEM"), 1)


def _aturan(tx: Transaksi) -> None:
    aturan = beku(tx, "aturan_indikator", KODE_PD)[0]
    tx.tambah("aturan_indikator", [{**aturan, "revisi": 9, "alasan": "rumus diganti", "polaritas": "turun"}])


def _pengaturan(tx: Transaksi) -> None:
    tx.tambah("pengaturan", [setelan("batas_capaian", "100")])


def _rencana(tx: Transaksi) -> None:
    target = beku(tx, "target", KODE_PD)[0]
    tx.tambah("target", [{**target, "tahun": 2027}])


def _koreksi(tx: Transaksi) -> None:
    koreksi = {
        "kode_pd": KODE_PD,
        "id_koreksi": "K-1",
        "nomor": 1,
        "id_kiriman": beku(tx, "kiriman", KODE_PD)[0]["id_kiriman"],
        "tahun": 2026,
        "triwulan": 3,
        "jenis": "indikator",
        "kode": "SK-01",
        "lama": "5",
        "baru": "6",
        "nilai": Decimal(6),
        "alasan": "salah ketik",
        "oleh": "uji",
        "dikoreksi_pada": datetime(2026, 10, 5, 8, 0),
    }
    tx.tambah("koreksi", [koreksi])


@pytest.mark.parametrize(
    ("aksi", "dari", "pelaku"),
    [("supervisi", "di_sekretaris", SEKCAM), ("setujui_kertas", "di_camat", KASUBBAG)],
)
def test_nobody_passes_on_what_he_has_not_seen(kantor: Kantor, aksi: str, dari: str, pelaku: Pelaku) -> None:
    """Whatever changed since he looked; who looks again passes it on."""
    kantor.bawa(KOMPILASI, dari)
    perintah = kantor.perintah(aksi, KOMPILASI)
    for ubah in (_koreksi, _fakta, _fakta_tahun_lalu, _aturan, _pengaturan, _rencana):
        with kantor.tulis("di luar alur") as tx:
            ubah(tx)
        _ditolak(kantor, pelaku, perintah, "yang_dilihat")
        perintah = kantor.perintah(aksi, KOMPILASI)
        assert _siapkan(kantor, pelaku, perintah).kini.keadaan == dari, ubah
    assert kantor.beri(pelaku, perintah).berhasil


def test_the_data_of_a_unit_that_is_not_verified_are_not_what_the_camat_sees(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_camat")
    perintah = kantor.perintah("setujui", KOMPILASI)
    with kantor.tulis("di luar alur") as tx:
        tulis_kiriman(tx, UNIT_TRANTIB, 1)
    assert kantor.beri(CAMAT_, perintah).berhasil


def _rangkap(kantor: Kantor, pelaku: Pelaku, aksi: str, objek: Objek) -> None:
    """Own work: refused while the office says so, flagged in the log when it says otherwise."""
    _ditolak_rangkap(kantor, pelaku, aksi, objek)
    kantor.atur("pemeriksa_sendiri", "tandai")
    assert kantor.lakukan(aksi, objek, pelaku).berhasil
    assert json.loads(kantor.jejak()[-1]["rincian"])["rangkap"] is True
    assert kantor.gudang.kueri("perpindahan_objek", objek=objek.id)[-1]["rangkap"] is True


def _ditolak_rangkap(kantor: Kantor, pelaku: Pelaku, aksi: str, objek: Objek) -> str:
    pesan = _ditolak(kantor, pelaku, kantor.perintah(aksi, objek), "rangkap")
    assert "pemeriksaannya harus oleh orang lain" in pesan
    return pesan


def test_a_kasubbag_does_not_verify_what_he_took_in_himself(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "pengisian")
    kantor.lakukan("kirim_titipan", UNIT_PEM, KASUBBAG)
    kantor.lakukan("himpun", UNIT_PEM)
    _rangkap(kantor, KASUBBAG, "verifikasi", UNIT_PEM)


def test_nobody_approves_what_he_had_a_hand_in(kantor: Kantor) -> None:
    """Also as Plt. Camat; also the kiriman of the own unit, and a correction after which somebody else made one."""
    kantor.bawa(KOMPILASI, "di_sekretaris")
    for siapa in (KASUBBAG, PEM, SEKCAM):
        kantor.tugaskan(siapa, CAMAT, jenis="plt", mulai=HARI, selesai=HARI)
    wakil = Pelaku("wakil", "Wakil Sekretaris")
    kantor.tambah_akun(wakil)
    kantor.tugaskan(wakil, SEKRETARIS, jenis="plh", mulai=HARI, selesai=HARI)
    _supervisi(kantor, wakil)
    _bukan_oleh(kantor, KASUBBAG, "olah")
    _bukan_oleh(kantor, PEM, "kirim")
    assert not _siapkan(kantor, SEKCAM, kantor.perintah("setujui", KOMPILASI)).rangkap
    _supervisi(kantor, SEKCAM)
    _bukan_oleh(kantor, SEKCAM, "supervisi")
    _supervisi(kantor, wakil, (SEKCAM, "Koreksi"))
    _bukan_oleh(kantor, SEKCAM, "koreksi")
    _supervisi(kantor, wakil, (wakil, "Koreksi lain"))
    _bukan_oleh(kantor, SEKCAM, "koreksi")


def _supervisi(kantor: Kantor, pelaku: Pelaku, koreksi: tuple[Pelaku, str] | None = None) -> None:
    """Hand the kompilasi on to the Camat, from him back if it is there, with a correction before."""
    if kantor.di(KOMPILASI).keadaan == "di_camat":
        assert kantor.lakukan("tolak_persetujuan", KOMPILASI, CAMAT_).berhasil
    if koreksi is not None:
        assert kantor.lakukan("koreksi", KOMPILASI, koreksi[0], catatan=koreksi[1]).berhasil
    assert kantor.lakukan("supervisi", KOMPILASI, pelaku).berhasil


def _bukan_oleh(kantor: Kantor, pelaku: Pelaku, karena: str) -> None:
    """He is refused for that act of his own, and would be flagged where the office is set to flag it."""
    pesan = _ditolak_rangkap(kantor, pelaku, "setujui", KOMPILASI)
    assert f'Anda sendiri yang melakukan "{MENURUT_AKSI[karena].nama.lower()}"' in pesan
    with kantor.gudang.coba() as tx:
        tx.tambah("pengaturan", [setelan("pemeriksa_sendiri", "tandai")])
        perintah = kantor.perintah("setujui", KOMPILASI, sidik_dilihat=sidik_isi(tx, KODE_PD, TW))
        assert siapkan_pindah(tx, pelaku, perintah, kantor.waktu()).rangkap


def test_a_correction_still_counts_against_who_made_it_in_the_next_revisi(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_sekretaris")
    kantor.lakukan("koreksi", KOMPILASI, SEKCAM)
    kantor.bawa(KOMPILASI, "disetujui")
    kantor.lakukan("buka_kembali", KOMPILASI)
    kantor.lakukan("olah", KOMPILASI)
    kantor.lakukan("supervisi_kertas", KOMPILASI)
    kantor.tugaskan(SEKCAM, CAMAT, jenis="plt", mulai=HARI, selesai=HARI)
    _rangkap(kantor, SEKCAM, "setujui", KOMPILASI)


def test_what_was_sent_again_by_somebody_else_is_no_longer_the_own_work(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "pengisian")
    kantor.lakukan("kirim_titipan", UNIT_PEM, KASUBBAG)
    kantor.lakukan("himpun", UNIT_PEM)
    kantor.lakukan("kembalikan_data", UNIT_PEM)
    kantor.lakukan("teruskan_pengembalian", UNIT_PEM)
    kantor.lakukan("kirim", UNIT_PEM, PEM)
    kantor.lakukan("himpun", UNIT_PEM)
    assert kantor.lakukan("verifikasi", UNIT_PEM, KASUBBAG).berhasil


def test_who_drew_up_a_report_neither_initials_nor_signs_it(kantor: Kantor) -> None:
    kantor.bawa(LAPORAN, "di_sekretaris")
    kantor.tugaskan(KASUBBAG, SEKRETARIS, jenis="plt", mulai=HARI, selesai=HARI)
    kantor.tugaskan(KASUBBAG, CAMAT, jenis="plt", mulai=HARI, selesai=HARI)
    _ditolak(kantor, KASUBBAG, kantor.perintah("paraf", LAPORAN), "rangkap")
    kantor.lakukan("paraf", LAPORAN, SEKCAM)
    _rangkap(kantor, KASUBBAG, "tanda_tangani", LAPORAN)


def test_opening_again_makes_revisi_two_and_leaves_everything_of_the_first(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "terinput")
    dulu = kantor.jejak()
    fakta = {nama: nilai for nama, nilai in kantor.potret().items() if nama not in ("peristiwa", "alur")}
    hasil = kantor.lakukan("buka_kembali", KOMPILASI, catatan="BPS memperbaiki angka kemiskinan")
    assert (hasil.kedudukan.keadaan, hasil.kedudukan.revisi) == ("belum_diolah", 2)
    assert {nama: nilai for nama, nilai in kantor.potret().items() if nama not in ("peristiwa", "alur")} == fakta
    assert kantor.jejak()[: len(dulu)] == dulu
    for aksi in ("kembalikan_data", "teruskan_pengembalian", "kirim", "himpun", "verifikasi"):
        assert kantor.lakukan(aksi, UNIT_PEM).berhasil, aksi
    kantor.bawa(KOMPILASI, "disetujui")
    assert kantor.di(KOMPILASI).revisi == 2
    assert kantor.jejak()[: len(dulu)] == dulu
    lewat = [
        (perpindahan["aksi"], perpindahan["revisi"])
        for perpindahan in kantor.gudang.kueri("perpindahan_objek", objek=KOMPILASI.id)
    ]
    assert [perpindahan for perpindahan in lewat if perpindahan[0] == "setujui"] == [("setujui", 1), ("setujui", 2)]


def test_several_documents_move_together_or_not_at_all(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "terkirim")
    kantor.bawa(UNIT_TRANTIB, "pengisian")
    perintah = [kantor.perintah("himpun", unit_pem) for unit_pem in (UNIT_PEM, UNIT_TRANTIB)]
    sebelum = _selain_jejak(kantor)
    hasil = terapkan_semua(kantor.gudang, UMUM, perintah, kantor.waktu())
    assert (hasil.status, hasil.kedudukan.objek) == ("ditolak", UNIT_TRANTIB)
    assert _selain_jejak(kantor) == sebelum
    kantor.lakukan("kirim", UNIT_TRANTIB)
    perintah = [kantor.perintah("himpun", unit_pem) for unit_pem in (UNIT_PEM, UNIT_TRANTIB)]
    assert terapkan_semua(kantor.gudang, UMUM, perintah, kantor.waktu()).berhasil
    assert {kantor.di(unit_pem).keadaan for unit_pem in (UNIT_PEM, UNIT_TRANTIB)} == {"terhimpun"}


@pytest.mark.parametrize("dulu", [UNIT_PEM, UNIT_TRANTIB])
def test_one_that_was_done_before_does_not_keep_the_others_from_moving(kantor: Kantor, dulu: Objek) -> None:
    kantor.bawa(UNIT_PEM, "terkirim")
    kantor.bawa(UNIT_TRANTIB, "terkirim")
    perintah = [kantor.perintah("himpun", unit_pem) for unit_pem in (UNIT_PEM, UNIT_TRANTIB)]
    assert kantor.beri(UMUM, next(minta for minta in perintah if minta.objek == dulu)).berhasil
    assert terapkan_semua(kantor.gudang, UMUM, perintah, kantor.waktu()).berhasil
    assert {kantor.di(unit_pem).keadaan for unit_pem in (UNIT_PEM, UNIT_TRANTIB)} == {"terhimpun"}
    sebelum = kantor.potret()
    assert terapkan_semua(kantor.gudang, UMUM, perintah, kantor.waktu()).pesan.startswith("Sudah tercatat. ")
    assert kantor.potret() == sebelum


def test_a_mistake_in_what_comes_with_a_move_leaves_nothing_of_it(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "pengisian")

    def rusak(tx: Transaksi) -> dict[str, Any]:
        tulis_kiriman(tx, UNIT_PEM, 1)
        raise ZeroDivisionError

    sebelum = kantor.potret()
    with pytest.raises(ZeroDivisionError):
        kantor.lakukan("kirim", UNIT_PEM, kerja=rusak, berkas=(PDF,))
    assert kantor.potret() == sebelum
    assert kantor.lakukan("kirim", UNIT_PEM).berhasil


def test_what_comes_with_a_move_cannot_say_what_the_move_itself_says(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "pengisian")
    sebelum = kantor.potret()
    for nama in ("jenis", "catatan", "kertas", "rangkap", "revisi"):
        with pytest.raises(ValueError, match=nama):
            kantor.lakukan("kirim", UNIT_PEM, kerja=_berkata(nama))
    assert kantor.potret() == sebelum


def _berkata(nama: str) -> KerjaPerintah:
    """What comes with a move and says something in these words."""
    return lambda _tx: {nama: "lain"}


def test_the_same_scan_with_two_moves_is_kept_once_and_named_twice(kantor: Kantor) -> None:
    kantor.bawa(KOMPILASI, "di_sekretaris")
    kantor.lakukan("supervisi_kertas", KOMPILASI)
    kantor.lakukan("setujui_kertas", KOMPILASI)
    dokumen = {baris["sha256"] for baris in kantor.gudang.kueri("dokumen_semua")}
    assert {baris["sha256"] for baris in kantor.gudang.kueri("berkas_sidik")} == {PDF.sha256, *dokumen}
    assert len(dokumen) == 1
    assert tanya(kantor.gudang, "SELECT aksi, sha256 FROM lampiran ORDER BY aksi") == [
        ("setujui_kertas", PDF.sha256),
        ("supervisi_kertas", PDF.sha256),
    ]


def test_a_repeat_inside_a_transaction_that_writes_more_is_raised(kantor: Kantor) -> None:
    perintah = kantor.perintah("susun_format", UNIT_PEM)
    kantor.beri(KASUBBAG, perintah)
    with pytest.raises(Ulangan), kantor.gudang.transaksi() as tx:
        terapkan_dalam(tx, KASUBBAG, perintah, kantor.waktu())


SEKALI_JALAN: Final = (
    (UNIT_PEM, "susun_format sampaikan_format bagikan_format kirim himpun kembalikan_data teruskan_pengembalian"),
    (UNIT_PEM, "kirim himpun tanyakan jawab verifikasi"),
    (UNIT_TRANTIB, "susun_format sampaikan_format bagikan_format kirim_titipan himpun verifikasi"),
    (KOMPILASI, "olah koreksi kembalikan_kompilasi olah supervisi tolak_persetujuan supervisi setujui input_satu_data"),
    (LAPORAN, "susun_laporan kembalikan_laporan susun_laporan paraf tolak_laporan paraf tanda_tangani"),
    (LAPORAN, "serahkan_inspektorat"),
)
DI_KERTAS: Final = (
    (KOMPILASI, "olah kembalikan_kompilasi_kertas olah supervisi_kertas setujui_kertas input_satu_data"),
    (LAPORAN, "susun_laporan kembalikan_laporan_kertas susun_laporan paraf_kertas tanda_tangani_kertas"),
    (LAPORAN, "serahkan_inspektorat"),
)


def _jalankan(kantor: Kantor, jalan: tuple[tuple[Objek, str], ...]) -> list[str]:
    lewat = []
    for objek, aksi in jalan:
        for nama_aksi in aksi.split():
            kantor.siapkan(MENURUT_AKSI[nama_aksi], objek)
            hasil = kantor.lakukan(nama_aksi, objek)
            assert hasil.berhasil, (nama_aksi, hasil.pesan)
            lewat.append(nama_aksi)
    return lewat


def test_the_whole_sop_with_every_tidak_loop_once(kantor: Kantor) -> None:
    lewat = _jalankan(kantor, SEKALI_JALAN)
    di_layar = {baris_sop.aksi for baris_sop in LANGKAH if not baris_sop.kertas and not baris_sop.revisi_baru}
    assert set(lewat) == di_layar
    assert kantor.di(KOMPILASI).keadaan == "terinput"
    assert kantor.di(LAPORAN).keadaan == "diserahkan"
    langkah = {
        json.loads(peristiwa["rincian"])["langkah"]
        for peristiwa in kantor.jejak()
        if peristiwa["aksi"].startswith("alur:")
    }
    assert langkah == set(range(1, 13))


def test_the_whole_sop_where_sekretaris_and_camat_sign_on_paper(kantor: Kantor) -> None:
    kantor.bawa(UNIT_PEM, "terverifikasi")
    lewat = _jalankan(kantor, DI_KERTAS)
    assert {langkah.aksi for langkah in LANGKAH if langkah.kertas} <= set(lewat)
    kertas = [
        (perpindahan["aksi"], perpindahan["nomor_kertas"], perpindahan["tanggal_kertas"], perpindahan["akun"])
        for objek in (KOMPILASI, LAPORAN)
        for perpindahan in kantor.gudang.kueri("perpindahan_objek", objek=objek.id)
        if perpindahan["nomor_kertas"]
    ]
    assert kertas == [
        (perpindahan, LEMBAR.nomor, HARI, "kasubbag") for perpindahan in lewat if perpindahan.endswith("_kertas")
    ]
