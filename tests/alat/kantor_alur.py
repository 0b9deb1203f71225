"""A small office with its people, whose documents come into any keadaan by applying rows of the table. Contoh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import pytest

from analytics.akun.sandi import sandikan
from analytics.alur.dilihat import Kepastian, KirimanDiperiksa, baca_diperiksa, tegaskan_semua
from analytics.alur.perintah import BerkasLampiran, HasilPerintah, Kertas, Perintah, terapkan
from analytics.aturan.periode import Periode
from analytics.beku.fakta import sidik_isi
from analytics.sistem import buka_gudang
from analytics.sop.langkah import AWAL, LANGKAH, Langkah, cari_langkah
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan
from analytics.sop.peran import (
    ADMIN_SATU_DATA,
    CAMAT,
    KASUBBAG_PERENCANAAN,
    KASUBBAG_UMUM,
    KEPALA_SEKSI,
    PENGELOLA,
    SEKRETARIS,
    Pelaku,
)
from analytics.sop.satu_data import IsianPeriksa
from data.gudang import Gudang, Peristiwa, Transaksi
from tests.alat import kantor_lembar
from tests.alat.gudang import buang, tanya
from tests.alat.kosong import byte_berisi, gudang_berisi, gudang_dari

KODE_PD: Final = kantor_lembar.KODE_PD
TW: Final = Periode(2026, 3)
HARI: Final = date(2026, 10, 5)
SANDI: Final = "kata sandi camat 2026"
DAFTAR_PERIKSA: Final[IsianPeriksa] = {
    "diunduh": True,
    "diisi": True,
    "tayang": True,
    "alamat": "https://data.contoh.go.id/dataset/kinerja",
    "tanggal": date(2026, 1, 5),
}
"""Every answer that step 9 asks for."""

KASUBBAG: Final = Pelaku("kasubbag", "Budi")
UMUM: Final = Pelaku("umum", "Sri")
PEM: Final = Pelaku("pem", "Tono")
TRANTIB: Final = Pelaku("trantib", "Wati")
SATU_DATA: Final = Pelaku("satu-data", "Agus")
SEKCAM: Final = Pelaku("sekcam", "Rina")
CAMAT_: Final = Pelaku("camat", "Hadi")
PENGELOLA_: Final = Pelaku("pengelola", "Dewi")
TUGAS: Final[Mapping[Pelaku, tuple[str, str | None]]] = {
    UMUM: (KASUBBAG_UMUM, None),
    KASUBBAG: (KASUBBAG_PERENCANAAN, None),
    PEM: (KEPALA_SEKSI, "PEM"),
    TRANTIB: (KEPALA_SEKSI, "TRANTIB"),
    SATU_DATA: (ADMIN_SATU_DATA, None),
    SEKCAM: (SEKRETARIS, None),
    CAMAT_: (CAMAT, None),
    PENGELOLA_: (PENGELOLA, None),
}
"""Who works here, each with one penugasan."""

UNIT_PEM: Final = Objek.pengumpulan(KODE_PD, TW, "PEM")
UNIT_TRANTIB: Final = Objek.pengumpulan(KODE_PD, TW, "TRANTIB")
KOMPILASI: Final = Objek.kompilasi(KODE_PD, TW)
KOMPILASI_IV: Final = Objek.kompilasi(KODE_PD, Periode(TW.tahun, 4))
LAPORAN: Final = Objek.laporan(KODE_PD, TW.tahun)
DOKUMEN: Final[Mapping[str, Objek]] = {"pengumpulan": UNIT_PEM, "kompilasi": KOMPILASI, "laporan": LAPORAN}
"""One document of each kind."""

PDF: Final = BerkasLampiran("lembar.pdf", b"%PDF-1.4 lembar bertanda tangan", "pdf")
LEMBAR: Final = Kertas("045/KEC/X/2026", HARI, PDF)


_PAGI: Final = datetime(2026, 10, 5, 8, 0)
_BAWAAN: Final = 2
"""Entries in the log of the office before anybody has moved anything: its plan and its people."""


@dataclass
class Kantor:
    """The office: its store, and a clock that goes on a minute with every command."""

    gudang: Gudang
    kini: datetime = field(default=_PAGI)
    _terlihat: dict[tuple[int, str, Objek], Any] = field(default_factory=dict, repr=False)

    def waktu(self) -> datetime:
        """The next minute."""
        self.kini += timedelta(minutes=1)
        return self.kini

    def di(self, objek: Objek) -> Kedudukan:
        """Where a document stands."""
        return baca_kedudukan(self.gudang, objek)

    def beri(self, pelaku: Pelaku, perintah: Perintah) -> HasilPerintah:
        """Give a command."""
        return terapkan(self.gudang, pelaku, perintah, self.waktu())

    def lakukan(self, aksi: str, objek: Objek, pelaku: Pelaku | None = None, **ganti: Any) -> HasilPerintah:
        """Make a move with all that it asks for, by whoever may make it."""
        return self.beri(pelaku or yang_boleh(cari_langkah(aksi), objek), self.perintah(aksi, objek, **ganti))

    def perintah(self, aksi: str, objek: Objek, **ganti: Any) -> Perintah:
        """A command from where the document stands, with all that its row asks for; `ganti` brings something else."""
        langkah = cari_langkah(aksi)
        minta = langkah.kelengkapan
        versi = self._lihat("di", objek).versi
        lengkap = Perintah(
            aksi,
            objek,
            versi,
            catatan=f"Catatan {langkah.nama}",
            pernyataan="pernyataan_validasi" in minta,
            sandi=SANDI if "sandi" in minta else "",
            sidik_dilihat=self._lihat("sidik", objek) if "yang_dilihat" in minta and objek.triwulan else "",
            kertas=LEMBAR if "kertas" in minta else None,
            berkas=(PDF,) if "berkas" in minta else (),
            daftar_periksa=DAFTAR_PERIKSA if "daftar_periksa" in minta else {},
            kepastian=tegaskan_semua(self._lihat("diperiksa", objek)) if "baris_dilihat" in minta else Kepastian(),
            kerja=(lambda tx: tulis_kiriman(tx, objek, versi + 1)) if "kiriman" in minta else None,
        )
        return replace(lengkap, **ganti)

    def diperiksa(self, objek: Objek) -> KirimanDiperiksa:
        """The kiriman of a unit as somebody finds it who has not looked at it."""
        return baca_diperiksa(self.gudang, objek, "")

    def _lihat(self, apa: str, objek: Objek) -> Any:
        """What `di`, `sidik` or `diperiksa` says of a document, read once as long as nothing in the store changed."""
        kunci = (self.gudang.versi_data(), apa, objek)
        if kunci not in self._terlihat:
            self._terlihat[kunci] = getattr(self, apa)(objek)
        return self._terlihat[kunci]

    def sidik(self, objek: Objek) -> str:
        """The sidik of what an approver would see now."""
        return sidik_isi(self.gudang, KODE_PD, Periode(objek.tahun, objek.triwulan))

    def bawa(self, objek: Objek, keadaan: str) -> Kedudukan:
        """Bring a document there, on the shortest way of the table, with what its rows ask of other documents."""
        for langkah in jalan(objek.dokumen, self.di(objek).keadaan, keadaan):
            self.siapkan(langkah, objek)
            hasil = self.lakukan(langkah.aksi, objek)
            assert hasil.berhasil, (langkah.aksi, hasil.pesan)
        return self.di(objek)

    def siapkan(self, langkah: Langkah, objek: Objek) -> None:
        """Bring the other document where this move needs it."""
        ditunggu = _ditunggu(langkah, objek)
        if ditunggu is not None:
            self.bawa(*ditunggu)

    def atur(self, kunci: str, nilai: str) -> None:
        """Change a setting from today on."""
        with self.tulis("atur_acuan") as tx:
            tx.tambah("pengaturan", [setelan(kunci, nilai)])

    def tugaskan(self, pelaku: Pelaku, peran: str, **ganti: Any) -> None:
        """Give somebody one more penugasan."""
        with self.tulis("beri_tugas") as tx:
            tx.tambah("penugasan", [_penugasan(pelaku, peran, **ganti)])

    def tambah_akun(self, pelaku: Pelaku, **ganti: Any) -> None:
        """Give somebody an account."""
        with self.tulis("buat_akun") as tx:
            tx.tambah("akun", [_akun(pelaku, **ganti)])

    @contextmanager
    def tulis(self, aksi: str) -> Iterator[Transaksi]:
        """A write beside the SOP."""
        with self.gudang.transaksi(Peristiwa(KODE_PD, "uji", aksi, "uji", {}, self.waktu())) as tx:
            yield tx

    def potret(self) -> dict[str, tuple[int, int]]:
        """Every table with its number of rows and a hash over them."""
        setiap = (
            f"SELECT '{nama}', count(*), coalesce(sum(hash(t)), 0) FROM {nama} AS t"
            for (nama,) in tanya(self.gudang, _TABEL)
        )
        return {nama: (banyak, jumlah) for nama, banyak, jumlah in tanya(self.gudang, " UNION ALL ".join(setiap))}

    def jejak(self) -> list[dict[str, Any]]:
        """The whole log."""
        return self.gudang.kueri("peristiwa_semua")


_TABEL: Final = "SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY table_name"


@contextmanager
def buka_kantor(jalur: Path | None = None) -> Iterator[Kantor]:
    """A new office with its plan and its people."""
    gudang = buka_gudang(jalur)
    try:
        yield _isi_kantor(gudang)
    finally:
        gudang.tutup()


def _isi_kantor(gudang: Gudang) -> Kantor:
    kantor_lembar.isi_gudang(gudang)
    kantor_uji = Kantor(gudang)
    with kantor_uji.tulis("buat_akun") as tx:
        tx.tambah("akun", [_akun(pelaku) for pelaku in TUGAS])
        tx.tambah("penugasan", [_penugasan(pelaku, peran, kode_unit=u) for pelaku, (peran, u) in TUGAS.items()])
    return kantor_uji


@cache
def _byte_dibawa(objek: Objek, keadaan: str) -> bytes:
    """The store of the office where a document was brought there, closed; made of the one where it stood before."""
    gudang = gudang_dari(_byte_sebelum(objek, keadaan))
    kantor_uji = Kantor(gudang)
    kantor_uji.kini = kantor_uji.jejak()[-1]["waktu"]
    kantor_uji.bawa(objek, keadaan)
    gudang.tutup()
    return Path(str(gudang.jalur)).read_bytes()


def _byte_sebelum(objek: Objek, keadaan: str) -> bytes:
    """The store before the last move there; all moves of a unit are made at once, which costs less than to open one."""
    *lewat, akhir = jalan(objek.dokumen, AWAL[objek.dokumen], keadaan)
    if lewat and objek.dokumen != "pengumpulan":
        return _byte_dibawa(objek, lewat[-1].ke)
    ditunggu = _ditunggu(akhir, objek)
    return byte_berisi(_isi_kantor) if ditunggu is None else _byte_dibawa(*ditunggu)


def _ditunggu(langkah: Langkah, objek: Objek) -> tuple[Objek, str] | None:
    """Which other document a move waits for, and where that has to stand."""
    if "ada_terverifikasi" in langkah.kelengkapan:
        return Objek.pengumpulan(KODE_PD, Periode(objek.tahun, objek.triwulan), "PEM"), "terverifikasi"
    return (KOMPILASI_IV, "disetujui") if "triwulan_iv_disetujui" in langkah.kelengkapan else None


class KantorBaru(Kantor):
    """The office of one test, opened when it is needed. What is brought first, stands there in a prepared store."""

    def __init__(self) -> None:
        self.kini = _PAGI
        self._terlihat = {}

    @cached_property
    def gudang(self) -> Gudang:
        """Its store, where nobody has moved anything yet."""
        return gudang_berisi(_isi_kantor)

    @property
    def terbuka(self) -> bool:
        """Whether its store was needed."""
        return "gudang" in vars(self)

    def bawa(self, objek: Objek, keadaan: str) -> Kedudukan:
        if keadaan == AWAL[objek.dokumen] or not self._utuh():
            return super().bawa(objek, keadaan)
        self.tutup()
        self.gudang = gudang_dari(_byte_dibawa(objek, keadaan))
        self._terlihat.clear()
        self.kini = self.jejak()[-1]["waktu"]
        return self.di(objek)

    def _utuh(self) -> bool:
        """Whether nobody has done anything here."""
        return not self.terbuka or (self.kini == _PAGI and len(self.jejak()) == _BAWAAN)

    def tutup(self) -> None:
        """Close its store, if it was needed; nobody opens it again."""
        if self.terbuka:
            buang(self.gudang)


def setelan(kunci: str, nilai: str) -> dict[str, Any]:
    """A setting from today on, as a row."""
    return {"kunci": kunci, "mulai": HARI, "revisi": 1, "nilai": nilai, "keterangan": "uji", "sumber": "uji"}


@pytest.fixture
def kantor() -> Iterator[Kantor]:
    """The office before anybody has moved anything; a test may change it."""
    kantor_baru = KantorBaru()
    yield kantor_baru
    kantor_baru.tutup()


def yang_boleh(langkah: Langkah, objek: Objek) -> Pelaku:
    """The first of the people who may make this move with this document."""
    return next(
        pelaku for pelaku, (peran, unit) in TUGAS.items() if peran in langkah.oleh and unit in (None, objek.kode_unit)
    )


def jalan(dokumen: str, awal: str, tujuan: str) -> tuple[Langkah, ...]:
    """The shortest way of the table from one keadaan to another; on screen before on paper. Raises LookupError."""
    antrean: list[tuple[str, tuple[Langkah, ...]]] = [(awal, ())]
    dilihat = {awal}
    while antrean:
        kini, lewat = antrean.pop(0)
        if kini == tujuan:
            return lewat
        for langkah in LANGKAH:
            if langkah.dokumen == dokumen and kini in langkah.dari and langkah.ke not in dilihat:
                dilihat.add(langkah.ke)
                antrean.append((langkah.ke, (*lewat, langkah)))
    raise LookupError(f"{dokumen} {awal} {tujuan}")


def tulis_kiriman(tx: Transaksi, objek: Objek, versi: int, nilai: Decimal = Decimal(5)) -> dict[str, Any]:
    """What a unit sends: a kiriman with one figure."""
    id_kiriman = f"K-{objek.kode_unit}-{objek.tahun}-{objek.triwulan}-{versi}"
    letak = {"kode_pd": objek.kode_pd, "id_kiriman": id_kiriman, "tahun": objek.tahun, "triwulan": objek.triwulan}
    kiriman = {
        "kode_unit": objek.kode_unit,
        "versi": versi,
        "sha256": "0" * 64,
        "nama_berkas": f"{objek.kode_unit}.xlsx",
        "versi_format": "1",
        "diterima_pada": datetime(2026, 10, 5, 8, 0) + timedelta(minutes=versi),
        "oleh": "uji",
    }
    kode = kantor_lembar.PEMBINAAN if objek.kode_unit == "PEM" else kantor_lembar.GANGGUAN
    realisasi = {"kode_indikator": kode, "keadaan": "terisi", "nilai": nilai, "lembar": "Realisasi", "sel": "H9"}
    tx.tambah("kiriman", [{**letak, **kiriman}])
    tx.tambah("realisasi", [{**letak, **realisasi}])
    return {"id_kiriman": id_kiriman}


@cache
def _sandi() -> str:
    return sandikan(SANDI)


def _akun(pelaku: Pelaku, **ganti: Any) -> dict[str, Any]:
    return {
        "id_akun": pelaku.id_akun,
        "nama_akun": pelaku.id_akun,
        "nama": pelaku.nama,
        "sandi": _sandi(),
        "aktif": True,
        "contoh": False,
        "dibuat_pada": datetime(2026, 1, 5, 8, 0),
        "versi": 1,
        **ganti,
    }


def _penugasan(pelaku: Pelaku, peran: str, **ganti: Any) -> dict[str, Any]:
    penugasan = {
        "id_akun": pelaku.id_akun,
        "kode_pd": KODE_PD,
        "peran": peran,
        "kode_unit": None,
        "jenis": "definitif",
        "mulai": date(2026, 1, 5),
        "selesai": None,
        "dibuat_pada": datetime(2026, 1, 5, 8, 0),
        **ganti,
    }
    return {"id_penugasan": ":".join(str(nilai) for nilai in penugasan.values()), **penugasan}
