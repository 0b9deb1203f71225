"""Makes the kept store of a schema that knows the SOP: `python -m tests.fikstur.susun FOLDER`.

Triwulan I is approved in the program; triwulan II is corrected and approved on paper, then opened again, corrected and
approved anew. What the program exported of each approval is kept beside the store. Everything is done by accounts
through the commands that the pages call.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from analytics.akun.kelola import AkunBaru, buat_akun, daftar_akun, ganti_sandi
from analytics.akun.masuk import masuk
from analytics.akun.penugasan import TugasBaru
from analytics.akun.pertama import buat_akun_pertama, isian_pertama
from analytics.alur.bukti import UntukIndikator, unggah_bukti
from analytics.alur.dilihat import baca_diperiksa, tegaskan_semua
from analytics.alur.draf_layar import simpan_draf
from analytics.alur.kirim import Penyerahan, impor_rencana, kirim, unggah
from analytics.alur.koreksi import Usul, koreksi
from analytics.alur.lampiran import BerkasLampiran
from analytics.alur.perintah import Kertas, Perintah, terapkan
from analytics.alur.permintaan import IsiPermintaan, atur_permintaan
from analytics.atur.kantor import UbahUnit
from analytics.atur.perubahan import simpan as simpan_perubahan
from analytics.aturan.periode import Periode
from analytics.beku.dokumen_disetujui import ambil_dokumen
from analytics.beku.fakta import sidik_isi
from analytics.beku.sumber import sumber_angka
from analytics.lembar.layar.draf import IsianLayar, UnitLayar
from analytics.pembaca.baca import Pembaca
from analytics.rencana.lembar.susun import susun_templat
from analytics.sistem import buka_gudang
from analytics.sop.objek import Objek, baca_kedudukan
from analytics.sop.peran import (
    ADMIN_SATU_DATA,
    CAMAT,
    KASUBBAG_UMUM,
    KEPALA_SEKSI,
    SEKRETARIS,
    Pelaku,
)
from data.gudang import Gudang
from tests.alat.periksa import periksa_berkas
from tests.fikstur.kantor import APBDES, GANGGUAN, ISIAN, KELIRU, KODE_PD, PEM, TRANTIB, TW1, TW2, TW3, rencana
from tests.fikstur.susun_awal import ALASAN, isi_unit, simpan

SANDI_AWAL: Final = "kata sandi awal contoh"
SANDI: Final = "kata sandi sendiri contoh"
ALAMAT: Final = "127.0.0.1"
PDF: Final = BerkasLampiran("lembar_contoh.pdf", b"%PDF-1.4\nlembar bertanda tangan (contoh)\n%%EOF\n", "pdf")
LAYAR: Final = UnitLayar(KODE_PD, PEM, TW3)
KETIKAN: Final = {APBDES: {"pembilang": "12", "penyebut": "15", "alasan": "3 desa belum (contoh)"}}
"""What PEM has typed on screen for triwulan III and not sent."""
_PERAN: Final = {
    "umum": (KASUBBAG_UMUM, None),
    "pem": (KEPALA_SEKSI, PEM),
    "trantib": (KEPALA_SEKSI, TRANTIB),
    "satu-data": (ADMIN_SATU_DATA, None),
    "sekretaris": (SEKRETARIS, None),
    "camat": (CAMAT, None),
}
"""Every account but the first one: its peran and unit."""


@dataclass
class Kantor:
    """The office at work: its store, its people by nama_akun, and a clock that goes on an hour with every move."""

    gudang: Gudang
    kini: datetime
    orang: dict[str, Pelaku] = field(default_factory=dict)

    def waktu(self) -> datetime:
        """The next hour."""
        self.kini += timedelta(hours=1)
        return self.kini

    def jalan(self, siapa: str, aksi: str, objek: Objek, **isi: Any) -> None:
        """One move, which must succeed."""
        kepastian = tegaskan_semua(baca_diperiksa(self.gudang, objek, self.orang[siapa].id_akun))
        perintah = Perintah(aksi, objek, baca_kedudukan(self.gudang, objek).versi, kepastian=kepastian)
        hasil = terapkan(self.gudang, self.orang[siapa], replace(perintah, **isi), self.waktu())
        assert hasil.berhasil, (aksi, hasil.pesan)

    def unggah(self, siapa: str, unit: str, periode: Periode, isi: bytes, harap: str) -> None:
        """Upload a workbook and, when nothing stands against it, send it."""
        waktu = self.waktu()
        with Pembaca() as pembaca:
            pemeriksaan = periksa_berkas(
                self.gudang, KODE_PD, isi, f"{unit}_TW{periode.triwulan}.xlsx", pembaca=pembaca
            )
        pelaku = self.orang[siapa]
        putusan = unggah(self.gudang, pelaku, pemeriksaan, waktu, f"{unit}:{waktu.isoformat()}")
        if putusan.status != "ditolak":
            assert putusan.id_unggahan is not None
            versi = baca_kedudukan(self.gudang, Objek.pengumpulan(KODE_PD, periode, unit)).versi
            alasan = {temuan.kunci: ALASAN for temuan in pemeriksaan.perlu_alasan({})}
            serah = Penyerahan(versi, pernyataan=True)
            putusan = kirim(self.gudang, pelaku, pemeriksaan, alasan, putusan.id_unggahan, serah, waktu)
        assert putusan.status == harap, putusan


def susun(folder: Path) -> None:
    """The store, the exported kompilasi of each approval, and the filled format of triwulan III, not received yet."""
    folder.mkdir(parents=True, exist_ok=True)
    kantor = Kantor(buka_gudang(folder / "sementara.duckdb"), datetime(2026, 1, 5, 7))
    _isi_awal(kantor)
    berkas = {"kompilasi_TW1_R1.xlsx": _triwulan_satu(kantor), "kompilasi_TW2_R1.xlsx": _triwulan_dua(kantor)}
    berkas["kompilasi_TW2_R2.xlsx"] = _triwulan_dua_lagi(kantor)
    kantor.kini = datetime(2026, 9, 25, 7)
    _bagikan(kantor, TW3)
    ganti_nama = UbahUnit(ALASAN, TRANTIB, "Seksi Ketenteraman dan Ketertiban", date(2026, 10, 1))
    simpan_perubahan(kantor.gudang, kantor.orang["kasubbag"], KODE_PD, ganti_nama, kantor.waktu())
    draf = simpan_draf(kantor.gudang, kantor.orang["pem"], LAYAR, IsianLayar(KETIKAN, {}), 0, kantor.waktu())
    assert draf.status == "tersimpan", draf.pesan
    berkas["format_PEM_TW3.xlsx"] = isi_unit(kantor.gudang, PEM, TW3.triwulan, ISIAN[PEM, TW3.triwulan, 1])
    simpan(folder, kantor.gudang, berkas)


def _isi_awal(kantor: Kantor) -> None:
    """The first account, the plan that it imports, and the other accounts, each with a password of its own."""
    gudang = kantor.gudang
    pertama = isian_pertama("Kasubbag Perencanaan (contoh)", "kasubbag", SANDI, kantor.waktu())
    assert buat_akun_pertama(gudang, pertama, ALAMAT, kantor.kini, kode_benar=True).berhasil
    kantor.orang = _orang(kantor)
    isi = susun_templat(rencana()).isi
    putusan = impor_rencana(gudang, kantor.orang["kasubbag"], isi, "rencana_contoh.xlsx", kantor.waktu(), ALASAN)
    assert putusan.status == "tersimpan", putusan.temuan
    for nama, (peran, unit) in _PERAN.items():
        tugas = TugasBaru(peran, KODE_PD, kantor.kini.date(), unit)
        baru = AkunBaru(f"Pemegang akun {nama} (contoh)", nama, SANDI_AWAL, tugas)
        assert buat_akun(gudang, kantor.orang["kasubbag"], baru, kantor.kini).berhasil
    kantor.orang = _orang(kantor)
    for nama in _PERAN:
        ganti = ganti_sandi(gudang, kantor.orang[nama], SANDI_AWAL, SANDI, ALAMAT, kantor.waktu())
        assert ganti.berhasil, ganti.pesan
    masuk(gudang, "camat", SANDI, ALAMAT, kantor.waktu())


def _orang(kantor: Kantor) -> dict[str, Pelaku]:
    akun = daftar_akun(kantor.gudang, kantor.kini.date())
    return {orang.nama_akun: Pelaku(orang.id_akun, orang.nama) for orang in akun}


def _triwulan_satu(kantor: Kantor) -> bytes:
    """One workbook refused, one returned and sent again, approved by the Camat, put into Satu Data; its export."""
    kantor.kini = datetime(2026, 3, 26, 7)
    _bagikan(kantor, TW1)
    pem, trantib = (Objek.pengumpulan(KODE_PD, TW1, unit) for unit in (PEM, TRANTIB))
    kantor.kini = datetime(2026, 4, 6, 7)
    kantor.unggah("trantib", TRANTIB, TW1, isi_unit(kantor.gudang, TRANTIB, 1, KELIRU), "ditolak")
    kantor.unggah("trantib", TRANTIB, TW1, isi_unit(kantor.gudang, TRANTIB, 1, ISIAN[TRANTIB, 1, 1]), "diterima")
    kantor.unggah("pem", PEM, TW1, isi_unit(kantor.gudang, PEM, 1, ISIAN[PEM, 1, 1]), "diterima")
    kantor.jalan("umum", "himpun", pem)
    kantor.jalan("kasubbag", "kembalikan_data", pem, catatan="Satu desa lagi tepat waktu; mohon diperbaiki")
    kantor.jalan("umum", "teruskan_pengembalian", pem)
    kantor.unggah("pem", PEM, TW1, isi_unit(kantor.gudang, PEM, 1, ISIAN[PEM, 1, 2]), "diterima")
    bukti = UntukIndikator(KODE_PD, PEM, APBDES, TW1)
    assert not isinstance(
        unggah_bukti(kantor.gudang, kantor.orang["pem"], bukti, PDF.nama, PDF.isi, kantor.waktu()), str
    )
    objek = _olah(kantor, TW1, (pem, trantib))
    _setujui(kantor, TW1)
    daftar_periksa = {
        **dict.fromkeys(("diunduh", "diisi", "tayang"), True),
        "alamat": "https://data.example.go.id/dataset/contoh",
        "tanggal": kantor.kini.date(),
    }
    kantor.jalan("satu-data", "input_satu_data", objek, daftar_periksa=daftar_periksa)
    return _ekspor(kantor, TW1)


def _triwulan_dua(kantor: Kantor) -> bytes:
    """One figure corrected by the Sekretaris, approved on paper; its export."""
    kantor.kini = datetime(2026, 6, 25, 7)
    _bagikan(kantor, TW2)
    kantor.kini = datetime(2026, 7, 6, 7)
    for siapa, unit in (("pem", PEM), ("trantib", TRANTIB)):
        kantor.unggah(siapa, unit, TW2, isi_unit(kantor.gudang, unit, 2, ISIAN[unit, 2, 1]), "diterima")
    _olah(kantor, TW2, tuple(Objek.pengumpulan(KODE_PD, TW2, unit) for unit in (PEM, TRANTIB)))
    _koreksi(kantor, "4", "5")
    _setujui(kantor, TW2, Kertas("400.10/017/contoh", kantor.kini.date(), PDF))
    return _ekspor(kantor, TW2)


def _triwulan_dua_lagi(kantor: Kantor) -> bytes:
    """Opened again by the Camat, corrected once more, approved in the program; its export."""
    kantor.kini = datetime(2026, 8, 3, 7)
    kantor.jalan("camat", "buka_kembali", Objek.kompilasi(KODE_PD, TW2), catatan="Satu kejadian lagi", sandi=SANDI)
    _olah(kantor, TW2, ())
    _koreksi(kantor, "5", "6")
    _setujui(kantor, TW2)
    return _ekspor(kantor, TW2)


def _koreksi(kantor: Kantor, lama: str, baru: str) -> None:
    """The Sekretaris corrects the number of gangguan of triwulan II."""
    objek = Objek.kompilasi(KODE_PD, TW2)
    usul = Usul("indikator", GANGGUAN, lama, baru, "Satu kejadian belum tercatat (contoh)")
    versi = baca_kedudukan(kantor.gudang, objek).versi
    hasil = koreksi(kantor.gudang, kantor.orang["sekretaris"], objek, versi, usul, kantor.waktu())
    assert hasil.berhasil, hasil.pesan


def _setujui(kantor: Kantor, periode: Periode, kertas: Kertas | None = None) -> None:
    """Steps 7 and 8: by the Camat in the program, or on this paper."""
    objek = Objek.kompilasi(KODE_PD, periode)
    sidik = sidik_isi(kantor.gudang, KODE_PD, periode)
    kantor.jalan("sekretaris", "supervisi", objek, sidik_dilihat=sidik)
    if kertas is None:
        kantor.jalan("camat", "setujui", objek, sidik_dilihat=sidik, sandi=SANDI)
    else:
        kantor.jalan("kasubbag", "setujui_kertas", objek, sidik_dilihat=sidik, kertas=kertas)


def _bagikan(kantor: Kantor, periode: Periode) -> None:
    """Steps 1 to 3, with the letter."""
    minta = IsiPermintaan(f"400.10/{periode.triwulan}/contoh", kantor.kini.date(), periode.hari_terakhir)
    waktu = kantor.waktu()
    hasil = atur_permintaan(kantor.gudang, kantor.orang["kasubbag"], KODE_PD, periode, minta, 0, waktu)
    assert hasil.berhasil, hasil.pesan
    for unit in (PEM, TRANTIB):
        objek = Objek.pengumpulan(KODE_PD, periode, unit)
        kantor.jalan("kasubbag", "susun_format", objek)
        kantor.jalan("kasubbag", "sampaikan_format", objek)
        kantor.jalan("umum", "bagikan_format", objek)


def _olah(kantor: Kantor, periode: Periode, milik: tuple[Objek, ...]) -> Objek:
    """Steps 4 to 6."""
    for pengumpulan in milik:
        kantor.jalan("umum", "himpun", pengumpulan)
        kantor.jalan("kasubbag", "verifikasi", pengumpulan)
    objek = Objek.kompilasi(KODE_PD, periode)
    kantor.jalan("kasubbag", "olah", objek)
    return objek


def _ekspor(kantor: Kantor, periode: Periode) -> bytes:
    """What the page and the command *ekspor* hand out."""
    with sumber_angka(kantor.gudang, KODE_PD, periode) as sumber:
        assert sumber.snapshot is not None
        return ambil_dokumen(kantor.gudang, sumber.snapshot).isi


if __name__ == "__main__":
    susun(Path(sys.argv[1]))
