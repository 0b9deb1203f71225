"""The request for data: every change a new revisi with its peristiwa, its papers, and the reminder to paste."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from docx import Document

from analytics.alur.isi_surat import baca_penanda, pengingat, perlu_diingatkan, surat_permintaan
from analytics.alur.permintaan import (
    HasilPermintaan,
    IsiPermintaan,
    atur_permintaan,
    baca_permintaan,
    riwayat_permintaan,
)
from analytics.contoh.akun import AKUN, KASUBBAG, UMUM, AkunContoh
from analytics.evaluasi.hasil import Kantor as KantorHasil
from analytics.naskah.kepala import Penanda
from analytics.naskah.surat import Penerima, SuratPermintaan, susun_ekspedisi, susun_surat
from analytics.papan.papan import baca_perjalanan
from analytics.papan.tenggat import susun_ketepatan
from analytics.sop.hari_kerja import Kalender
from analytics.sop.peran import KASUBBAG_UMUM, NAMA_PERAN
from data.gudang import Peristiwa
from tests.alat.kantor_papan import KANTOR, TW3, UNIT_PERIODE, Kantor, buka_kantor, kantor, unit

__all__ = ["kantor"]
PAGI = datetime(2026, 10, 1, 9)
ISI = IsiPermintaan("900/12", date(2026, 10, 1), date(2026, 10, 7))
HASIL = KantorHasil(KANTOR, "Kecamatan Uji", "Kabupaten Uji", None, contoh=True)


def atur(kantor: Kantor, isi: IsiPermintaan = ISI, dilihat: int = 0, siapa: AkunContoh = KASUBBAG) -> HasilPermintaan:
    return atur_permintaan(kantor.gudang, siapa.pelaku, KANTOR, TW3, isi, dilihat, PAGI)


@pytest.fixture(scope="module")
def belum_diminta() -> Iterator[Kantor]:
    """The office without a request, for what is refused."""
    with buka_kantor() as baru:
        yield baru


def teks(isi: bytes) -> str:
    dokumen = Document(io.BytesIO(isi))
    sel = [cells.text for tabel in dokumen.tables for baris in tabel.rows for cells in baris.cells]
    return "\n".join([*(paragraphs.text for paragraphs in dokumen.paragraphs), *sel])


def test_the_kasubbag_sets_the_request_and_the_log_says_so(kantor: Kantor) -> None:
    assert atur(kantor) == HasilPermintaan(berhasil=True, pesan="Permintaan data Triwulan III 2026 tersimpan.")
    kini = baca_permintaan(kantor.gudang, KANTOR, TW3)
    assert kini is not None
    assert (kini.revisi, kini.isi, kini.oleh) == (1, ISI, KASUBBAG.nama)
    akhir = kantor.gudang.kueri("peristiwa_semua")[-1]
    assert (akhir["aksi"], akhir["objek"]) == ("atur_permintaan", f"permintaan:{KANTOR}:2026:3")


def test_a_change_is_a_new_revisi_and_the_old_one_stays(kantor: Kantor) -> None:
    atur(kantor)
    baru = IsiPermintaan("900/12", date(2026, 10, 1), date(2026, 10, 9))
    assert atur(kantor, baru, 1).pesan == "Permintaan data Triwulan III 2026 tersimpan (perubahan ke-1)."
    assert [permintaan.isi.tenggat.day for permintaan in riwayat_permintaan(kantor.gudang, KANTOR, TW3)] == [7, 9]


def test_saving_the_same_again_writes_nothing(kantor: Kantor) -> None:
    atur(kantor)
    banyak = len(kantor.gudang.kueri("peristiwa_semua"))
    assert atur(kantor, dilihat=1).pesan == "Tidak ada yang berubah pada surat permintaan ini."
    assert len(kantor.gudang.kueri("peristiwa_semua")) == banyak


@pytest.mark.parametrize("siapa", [akun for akun in AKUN if akun is not KASUBBAG], ids=lambda akun: akun.id_akun)
def test_nobody_but_the_kasubbag_sets_it_and_a_refusal_is_logged(belum_diminta: Kantor, siapa: AkunContoh) -> None:
    hasil = atur(belum_diminta, siapa=siapa)
    assert not hasil.berhasil
    assert "tidak termasuk tugas Anda" in hasil.pesan
    assert baca_permintaan(belum_diminta.gudang, KANTOR, TW3) is None
    assert belum_diminta.gudang.kueri("peristiwa_semua")[-1]["aksi"] == "tolak:atur_permintaan"


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (IsiPermintaan("", date(2026, 10, 8), date(2026, 10, 7)), "Tenggat tidak dapat sebelum tanggal surat."),
        (
            IsiPermintaan("", None, date(2026, 10, 10)),
            "Sabtu, 10 Oktober 2026 bukan hari kerja (Sabtu). Pilih hari kerja.",
        ),
        (
            IsiPermintaan("", None, date(2026, 12, 25)),
            "Jumat, 25 Desember 2026 bukan hari kerja (Hari Raya Natal). Pilih hari kerja.",
        ),
        (IsiPermintaan("9" * 101, None, date(2026, 10, 7)), "Nomor surat paling panjang 100 huruf."),
    ],
)
def test_what_cannot_be_a_request_is_refused_with_a_sentence(
    belum_diminta: Kantor, isi: IsiPermintaan, kalimat: str
) -> None:
    assert atur(belum_diminta, isi) == HasilPermintaan(berhasil=False, pesan=kalimat)
    assert riwayat_permintaan(belum_diminta.gudang, KANTOR, TW3) == ()


def test_who_saw_an_older_revisi_changes_nothing(kantor: Kantor) -> None:
    atur(kantor)
    hasil = atur(kantor, IsiPermintaan("901/1", None, date(2026, 10, 9)), 0)
    assert hasil.pesan.startswith(f"Surat permintaan sudah diubah oleh {KASUBBAG.nama} sejak halaman ini dibuka.")
    assert len(riwayat_permintaan(kantor.gudang, KANTOR, TW3)) == 1


def test_a_reminder_names_unit_periode_what_is_missing_and_the_deadline(kantor: Kantor) -> None:
    atur(kantor)
    kini = datetime(2026, 10, 9, 15)
    kirim = perlu_diingatkan(susun_ketepatan(kantor.gudang, KANTOR, TW3, UNIT_PERIODE, kini, Kalender()))
    isi = pengingat(kirim[0], HASIL, TW3)
    assert isi.startswith("Yth. Kepala Seksi Pemerintahan,\n")
    assert "data kinerja Triwulan III 2026 dari Seksi Pemerintahan belum kami terima" in isi
    assert "Tenggatnya Rabu, 7 Oktober 2026, sudah lewat 2 hari kerja." in isi
    assert "4 isian wajib (IKM; PAD)" in isi
    assert isi.endswith("Kasubbag Perencanaan dan Keuangan, Kecamatan Uji")


def surat(kantor: Kantor) -> SuratPermintaan:
    atur(kantor)
    kini = baca_permintaan(kantor.gudang, KANTOR, TW3)
    assert kini is not None
    jalan = baca_perjalanan(kantor.gudang, KANTOR, TW3, datetime(2026, 10, 9))
    return surat_permintaan(kantor.gudang, HASIL, kini, UNIT_PERIODE, jalan)


def test_the_letter_says_who_is_asked_for_what_until_when(kantor: Kantor) -> None:
    isi = teks(susun_surat(surat(kantor)))
    for bagian in ("PEMERINTAH KABUPATEN UJI", "KECAMATAN UJI", "CONTOH, BUKAN DATA RESMI", "900/12", "1 Oktober 2026"):
        assert bagian in isi
    assert "Kepala Seksi Pemerintahan" in isi
    assert "Data kami terima paling lambat hari Rabu, 7 Oktober 2026." in isi
    assert "Camat," in isi
    assert "NIP\t: ..." in isi


def test_the_dispatch_record_has_the_days_on_which_formats_were_handed_over(kantor: Kantor) -> None:
    kantor.semua("susun_format", 10, 1)
    kantor.semua("sampaikan_format", 10, 1)
    kantor.pindah(unit("PEM"), "bagikan_format", 10, 2)
    lembar = surat(kantor)
    assert (lembar.ke_umum, [penerima.diserahkan for penerima in lembar.penerima]) == (
        date(2026, 10, 1),
        [date(2026, 10, 2), None],
    )
    isi = teks(susun_ekspedisi(lembar))
    assert "Langkah 2: dari Kepala Subbagian Perencanaan dan Keuangan" in isi
    assert "2 Oktober 2026" in isi
    assert "Tanda tangan" in isi


def test_the_kasubbag_umum_on_record_signs_the_dispatch_record(kantor: Kantor) -> None:
    jabatan = {"kode_pd": KANTOR, "jabatan": NAMA_PERAN[KASUBBAG_UMUM], "mulai": date(2026, 1, 1), "jenis": "definitif"}
    with kantor.gudang.transaksi(Peristiwa(KANTOR, "uji", "uji", "pejabat", {}, PAGI)) as tx:
        tx.tambah("pejabat", [{**jabatan, "id_pejabat": "1", "nama": "Rina (contoh)", "dicatat_pada": PAGI}])
    assert "Kepala Subbagian Umum dan Kepegawaian,\nRina (contoh)\nNIP ..." in teks(susun_ekspedisi(surat(kantor)))


def test_who_holds_the_office_on_the_day_of_the_letter_signs_it(kantor: Kantor) -> None:
    baris = {"kode_pd": KANTOR, "jabatan": "Camat Uji", "mulai": date(2026, 1, 1), "dicatat_pada": PAGI}
    tetap = {**baris, "id_pejabat": "1", "nama": "Siti", "nip": "19", "pangkat": "Pembina", "jenis": "definitif"}
    ganti = {**baris, "id_pejabat": "2", "nama": "Budi", "jenis": "plh", "selesai": date(2026, 10, 3)}
    with kantor.gudang.transaksi(Peristiwa(KANTOR, "uji", "uji", "pejabat", {}, PAGI)) as tx:
        tx.tambah("pejabat", [tetap, {**ganti, "mulai": date(2026, 10, 1)}])
    assert baca_penanda(kantor.gudang, KANTOR, date(2026, 10, 1)) == Penanda("Plh. Camat Uji", "Budi")
    assert baca_penanda(kantor.gudang, KANTOR, date(2026, 10, 5)) == Penanda("Camat Uji", "Siti", "19", "Pembina")


def test_the_same_request_gives_the_same_bytes(kantor: Kantor) -> None:
    lembar = surat(kantor)
    assert susun_surat(lembar) == susun_surat(lembar)
    assert susun_ekspedisi(lembar) == susun_ekspedisi(lembar)


def test_long_names_and_many_units_do_not_break_a_letter() -> None:
    contoh = False
    banyak = tuple(Penerima(f"Kelurahan {'Panjang ' * 12}{nomor}", nomor) for nomor in range(40))
    lembar = SuratPermintaan("K" * 300, "", contoh, TW3, "", None, date(2026, 10, 7), banyak, Penanda("Camat"), PAGI)
    assert "Lurah Panjang" in teks(susun_surat(lembar))
    assert "Lurah Panjang" in teks(susun_ekspedisi(lembar))


def test_umum_is_named_as_who_may_not(kantor: Kantor) -> None:
    assert "Yang dapat: Kasubbag Perencanaan dan Keuangan" in atur(kantor, siapa=UMUM).pesan
