"""Put on record who holds an office, and deputies (Plt., Plh.) for a stated time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, Literal

from analytics.acuan import Pejabat, Penanya, TidakSah, pejabat_pada
from analytics.atur.perubahan import KOSONG, Beda, Catatan, Perubahan
from analytics.aturan.periode import tulis_tanggal
from analytics.aturan.teks import sebaris
from analytics.dokumen.penutup import TandaTangan
from analytics.formulir import FORMULIR
from analytics.naskah.memo import sebut_kepala
from analytics.sop.peran import CAMAT, KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, NAMA_JENIS, NAMA_PERAN, SEKRETARIS
from data.gudang import Transaksi

_SUBBAGIAN: Final = "Subbagian "
_NIP: Final = re.compile(r"\d{18}")
_TERPANJANG: Final = 120


def daftar_jabatan(penanya: Penanya, kode_pd: str, hari: date) -> tuple[str, ...]:
    """The offices that can be held on a day: those of the SOP, the head of every unit, and all that ever evaluate."""
    semua = penanya.kueri("kantor_pada", hari=hari)
    kantor = next((satu["nama"] for satu in semua if satu["kode_pd"] == kode_pd), "")
    pimpinan = NAMA_PERAN[CAMAT] if str(kantor).lower().startswith("kecamatan") else "Kepala Perangkat Daerah"
    unit = (_kepala(str(satu["nama"])) for satu in penanya.kueri("unit_pada", kode_pd=kode_pd, hari=hari))
    pokok = (pimpinan, *(NAMA_PERAN[satu] for satu in (SEKRETARIS, KASUBBAG_PERENCANAAN, KASUBBAG_UMUM)))
    penilai = (
        str(satu["nilai"])
        for kunci in dict.fromkeys(f"label_{tanda.jabatan}" for tanda in _penanda_tangan() if tanda.jabatan)
        for satu in penanya.kueri("pengaturan_riwayat", kunci=kunci)
    )
    return tuple(dict.fromkeys((*pokok, *unit, *penilai)))


def _penanda_tangan() -> Iterator[TandaTangan]:
    """Who signs any of the forms."""
    for formulir in FORMULIR:
        yield from formulir.lembar.tanda_tangan


def _kepala(nama_unit: str) -> str:
    """Who leads a unit, in the words of the SOP: a Kasubbag leads a subbagian."""
    if nama_unit.casefold().startswith(_SUBBAGIAN.casefold()):
        return f"Kasubbag {nama_unit[len(_SUBBAGIAN) :]}"
    return sebut_kepala(nama_unit)


def daftar_pejabat(penanya: Penanya, kode_pd: str) -> tuple[Pejabat, ...]:
    """Everybody who holds, held or will hold an office and was not withdrawn."""
    return tuple(Pejabat(**satu) for satu in penanya.kueri("pejabat_semua", kode_pd=kode_pd))


def tulis_pejabat(satu: Pejabat | None) -> str:
    """`Plt. Camat Budi (NIP ...), sejak 1 Juli 2026 sampai 31 Juli 2026`."""
    if satu is None:
        return KOSONG
    nip = f" (NIP {satu.nip})" if satu.nip else ""
    sampai = f" sampai {tulis_tanggal(satu.selesai)}" if satu.selesai else ""
    return f"{NAMA_JENIS[satu.jenis]}{satu.nama}{nip} sejak {tulis_tanggal(satu.mulai)}{sampai}"


@dataclass(frozen=True)
class TetapkanPejabat(Perubahan):
    """Somebody holds an office from `mulai` on; a deputy until `selesai`."""

    jenis: ClassVar[str] = "pejabat"
    izin: ClassVar[str] = "atur_pejabat"

    jabatan: str
    nama: str
    mulai: date
    nip: str = ""
    pangkat: str = ""
    sebagai: Literal["definitif", "plt", "plh"] = "definitif"
    selesai: date | None = None

    @property
    def sebutan(self) -> str:
        """The office."""
        return self.jabatan

    @property
    def objek(self) -> str:
        """`pejabat:Camat`."""
        return f"pejabat:{self.jabatan}"

    @property
    def sejak(self) -> date:
        """The first day."""
        return self.mulai

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: Catatan) -> Beda:
        """Add the row. Raises TidakSah for what cannot be."""
        baru = self._pejabat(tx, kode_pd)
        self._jaga_masa(tx, kode_pd, baru)
        lama = pejabat_pada(tx, kode_pd, self.jabatan, self.mulai)
        isi = {nama: getattr(baru, nama) for nama in Pejabat.__dataclass_fields__}
        tx.tambah("pejabat", [{**isi, "kode_pd": kode_pd, "dicatat_pada": catatan.waktu}])
        return Beda(tulis_pejabat(lama), tulis_pejabat(baru))

    def _pejabat(self, tx: Transaksi, kode_pd: str) -> Pejabat:
        nomor = int(tx.kueri("pejabat_nomor", kode_pd=kode_pd)[0]["banyak"]) + 1
        nama, pangkat = (sebaris(satu) for satu in (self.nama, self.pangkat))
        nip = "".join(self.nip.split())
        if self.jabatan not in daftar_jabatan(tx, kode_pd, self.mulai):
            raise TidakSah(f"Jabatan {self.jabatan} tidak ada di kantor ini.")
        if not any(huruf.isalpha() for huruf in nama) or max(len(nama), len(pangkat)) > _TERPANJANG:
            raise TidakSah(f"Nama pejabat tidak boleh kosong; nama dan pangkat paling panjang {_TERPANJANG} huruf.")
        if nip and not _NIP.fullmatch(nip):
            raise TidakSah("NIP terdiri atas 18 angka. Kosongkan bila belum diketahui.")
        isi = (str(nomor), self.jabatan, nama, nip or None, pangkat or None, self.sebagai, self.mulai, self.selesai)
        return Pejabat(*isi)

    def _jaga_masa(self, tx: Transaksi, kode_pd: str, baru: Pejabat) -> None:
        if baru.selesai is not None and baru.selesai < baru.mulai:
            raise TidakSah("Hari terakhir tidak boleh sebelum hari pertama.")
        if baru.jenis == "definitif":
            return
        if baru.selesai is None:
            raise TidakSah(f"{NAMA_JENIS[baru.jenis].strip()} memerlukan hari terakhir.")
        for lain in daftar_pejabat(tx, kode_pd):
            wakil = lain.jabatan == baru.jabatan and lain.jenis != "definitif" and lain.selesai is not None
            if wakil and lain.selesai is not None and lain.mulai <= baru.selesai and baru.mulai <= lain.selesai:
                raise TidakSah(f"Pada masa itu sudah ada {tulis_pejabat(lain)}. Cabut dahulu yang lama.")


@dataclass(frozen=True)
class CabutPejabat(Perubahan):
    """A row that should not be: withdrawn, not deleted."""

    jenis: ClassVar[str] = "pejabat"
    izin: ClassVar[str] = "atur_pejabat"

    id_pejabat: str

    @property
    def sebutan(self) -> str:
        """The row."""
        return "Pencabutan pejabat"

    @property
    def objek(self) -> str:
        """`pejabat:3`."""
        return f"pejabat:{self.id_pejabat}"

    def tulis(self, tx: Transaksi, kode_pd: str, catatan: Catatan) -> Beda:
        """Withdraw it. Raises TidakSah when it is not there."""
        lama = next((satu for satu in daftar_pejabat(tx, kode_pd) if satu.id_pejabat == self.id_pejabat), None)
        if lama is None:
            raise TidakSah("Pejabat itu tidak ada, atau sudah dicabut.")
        tx.jalankan("pejabat_cabut", kode_pd=kode_pd, id_pejabat=self.id_pejabat, waktu=catatan.waktu)
        return Beda(f"{lama.jabatan}: {tulis_pejabat(lama)}", "dicabut")
