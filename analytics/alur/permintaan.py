"""The request of steps 1-3: letter number, date and deadline of a periode, every change a new revisi."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode, tulis_hari_tanggal
from analytics.aturan.teks import sebaris
from analytics.sop.hari_kerja import baca_kalender
from analytics.sop.izin import TidakBerhak, Tindakan, catat_tindakan, jaga_izin
from analytics.sop.peran import Pelaku
from data.gudang import Gudang

NOMOR_TERPANJANG: Final = 100


@dataclass(frozen=True)
class IsiPermintaan:
    """What the Kasubbag sets: the number of the letter (may be empty), its date, and the last day for the units."""

    nomor_surat: str
    tanggal_surat: date | None
    tenggat: date


@dataclass(frozen=True)
class Permintaan:
    """One revisi of the request for a periode; the last one counts."""

    periode: Periode
    revisi: int
    isi: IsiPermintaan
    oleh: str
    dicatat_pada: datetime


@dataclass(frozen=True)
class HasilPermintaan:
    """What became of a change; `pesan` is one sentence for who gave it."""

    berhasil: bool
    pesan: str


class _Bentrok(Exception):
    """Somebody else changed the request since it was seen."""


def riwayat_permintaan(penanya: Penanya, kode_pd: str, periode: Periode) -> tuple[Permintaan, ...]:
    """Every revisi of the request for a periode, oldest first."""
    letak = {"kode_pd": kode_pd, "tahun": periode.tahun, "triwulan": periode.triwulan}
    return tuple(_permintaan(periode, baris) for baris in penanya.kueri("permintaan_semua", **letak))


def baca_permintaan(penanya: Penanya, kode_pd: str, periode: Periode) -> Permintaan | None:
    """The request in force, None while there is none."""
    return next(reversed(riwayat_permintaan(penanya, kode_pd, periode)), None)


def atur_permintaan(
    gudang: Gudang, pelaku: Pelaku, kode_pd: str, periode: Periode, isi: IsiPermintaan, dilihat: int, waktu: datetime
) -> HasilPermintaan:
    """Record the request as a new revisi; `dilihat` is the revisi that the writer saw, 0 for none."""
    isi = IsiPermintaan(sebaris(isi.nomor_surat), isi.tanggal_surat, isi.tenggat)
    tindakan = _tindakan(kode_pd, periode, isi, waktu)
    try:
        jaga_izin(gudang, pelaku, tindakan)
        salah = _periksa(gudang, isi)
        if salah:
            return HasilPermintaan(berhasil=False, pesan=salah)
        return _simpan(gudang, pelaku, periode, isi, dilihat, tindakan)
    except TidakBerhak as tidak:
        return HasilPermintaan(berhasil=False, pesan=str(tidak))
    except _Bentrok as bentrok:
        return HasilPermintaan(berhasil=False, pesan=str(bentrok))


def _simpan(
    gudang: Gudang, pelaku: Pelaku, periode: Periode, isi: IsiPermintaan, dilihat: int, tindakan: Tindakan
) -> HasilPermintaan:
    kini = baca_permintaan(gudang, tindakan.kode_pd, periode)
    if kini is not None and kini.isi == isi:
        return HasilPermintaan(berhasil=True, pesan="Tidak ada yang berubah pada surat permintaan ini.")
    with gudang.transaksi() as tx:
        kini = baca_permintaan(tx, tindakan.kode_pd, periode)
        if (kini.revisi if kini else 0) != dilihat:
            siapa = f" oleh {kini.oleh}" if kini else ""
            raise _Bentrok(f"Surat permintaan sudah diubah{siapa} sejak halaman ini dibuka. Muat ulang, lalu periksa.")
        catat_tindakan(tx, pelaku, tindakan)
        baris = {"kode_pd": tindakan.kode_pd, "tahun": periode.tahun, "triwulan": periode.triwulan}
        baris |= {"revisi": dilihat + 1, "oleh": pelaku.nama, "dicatat_pada": tindakan.waktu}
        surat = {"nomor_surat": isi.nomor_surat or None, "tanggal_surat": isi.tanggal_surat, "tenggat": isi.tenggat}
        tx.tambah("permintaan", [baris | surat])
    ke = f" (perubahan ke-{dilihat})" if dilihat else ""
    return HasilPermintaan(berhasil=True, pesan=f"Permintaan data {periode.nama} tersimpan{ke}.")


def _tindakan(kode_pd: str, periode: Periode, isi: IsiPermintaan, waktu: datetime) -> Tindakan:
    objek = f"permintaan:{kode_pd}:{periode.tahun}:{periode.triwulan}"
    rincian = {"nomor_surat": isi.nomor_surat, "tanggal_surat": isi.tanggal_surat, "tenggat": isi.tenggat}
    return Tindakan("atur_permintaan", kode_pd, objek, waktu, rincian=rincian)


def _periksa(penanya: Penanya, isi: IsiPermintaan) -> str:
    """The sentence why this cannot be a request, empty when it can."""
    if len(isi.nomor_surat) > NOMOR_TERPANJANG:
        return f"Nomor surat paling panjang {NOMOR_TERPANJANG} huruf."
    if isi.tanggal_surat and isi.tenggat < isi.tanggal_surat:
        return "Tenggat tidak dapat sebelum tanggal surat."
    libur = baca_kalender(penanya).libur(isi.tenggat)
    return f"{tulis_hari_tanggal(isi.tenggat)} bukan hari kerja ({libur}). Pilih hari kerja." if libur else ""


def _permintaan(periode: Periode, baris: dict[str, Any]) -> Permintaan:
    isi = IsiPermintaan(baris["nomor_surat"] or "", baris["tanggal_surat"], baris["tenggat"])
    return Permintaan(periode, baris["revisi"], isi, baris["oleh"], baris["dicatat_pada"])
