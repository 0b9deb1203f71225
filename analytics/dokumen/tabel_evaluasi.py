"""The tables beside the pictures: every figure with its rumus, its working and the cell it came from."""

from __future__ import annotations

from dataclasses import replace

from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.aturan.periode import NAMA_KEADAAN, ROMAWI, TERISI, tulis_waktu
from analytics.aturan.rumus import ALASAN, DAFTAR_RUMUS
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.evaluasi.hasil import (
    Asal,
    BarisIndikator,
    Indikator,
    Kelengkapan,
    RincianIndikator,
    TahunIndikator,
    Triwulan,
    UnitPeriode,
    sebut_bertahan,
    sebut_dibulatkan,
    sebut_pemilik,
)
from analytics.evaluasi.hasil.renja import BarisRenja
from analytics.evaluasi.hasil.renstra import BarisRenstra


def tulis_predikat(capaian: Capaian) -> str:
    """`▲▲ Sangat Tinggi`, or an empty text."""
    return f"{capaian.predikat.simbol} {capaian.predikat.predikat}" if capaian.predikat else ""


def tulis_rumus(kini: Triwulan) -> str:
    """The rumus by name with its working, or why there is none; and a target that is reached at its decimals only."""
    capaian, dibulatkan = kini.capaian, kini.sebutan_dibulatkan()
    nama = DAFTAR_RUMUS[capaian.rumus].nama
    bertahan = "" if kini.bertahan is None else sebut_bertahan(kini.bertahan)
    if capaian.cara_hitung:
        return "; ".join(kata for kata in (f"{nama}: {capaian.cara_hitung}", dibulatkan, bertahan) if kata)
    return f"{nama}. {kini.sebut_alasan()}" if capaian.alasan else nama


def tulis_keadaan(kini: Triwulan) -> str:
    """What stands where a realisasi would be: nothing when there is one, else the empty state and its reason."""
    if kini.keadaan == TERISI:
        return ""
    alasan = f" ({kini.alasan_keadaan})" if kini.alasan_keadaan else ""
    return f"{kini.sebutan}{alasan}{f', {kini.catatan}' if kini.catatan else ''}"


def tulis_asal(baris: BarisIndikator, sampai: int) -> str:
    """File, sheet, cell and versi of every report that the value s/d this triwulan is made of."""
    lapor = [triwulan for triwulan in baris.triwulan[:sampai] if triwulan.dilaporkan is not None]
    utuh = lapor and lapor[-1].dilaporkan == baris.pada(sampai).realisasi
    dipakai = [triwulan.asal for triwulan in (lapor[-1:] if utuh else lapor)]
    return "; ".join(tulis_satu_asal(asal) for asal in dipakai if asal is not None)


def tulis_satu_asal(asal: Asal) -> str:
    """File, sheet, cell and versi of one report, and its correction."""
    alamat = asal.alamat if asal.versi is None else f"{asal.alamat} (versi {asal.versi})"
    koreksi = asal.koreksi.kalimat if asal.koreksi else ""
    return "; ".join(kata for kata in (alamat, asal.tetap, koreksi) if kata)


def judul_simpul(kode: str, tingkat: str, nama: str) -> str:
    """`Sasaran S1: Meningkatnya …`; a name that already says its level is not given it twice."""
    if tingkat == BAGIAN_UNIT:
        return nama
    sebutan = tingkat.replace("_", " ").capitalize()
    return f"{kode} {nama}" if nama.lower().startswith(sebutan.lower()) else f"{sebutan} {kode}: {nama}"


def baris_lain(baris: BarisTabel, indikator: Indikator) -> BarisTabel:
    """The row of an indicator that the table of another unit shows, with whose it is beside its name."""
    return replace(baris, isi=(f"{baris.isi[0]} ({sebut_pemilik(indikator)})", *baris.isi[1:]))


def tabel_rujukan(baris: BarisRenja | BarisRenstra, banyak: int) -> BarisTabel:
    """A row of so many columns that only refers to another place of its node."""
    judul = judul_simpul(baris.kode_simpul, baris.tingkat, baris.nama)
    return BarisTabel((judul, *("",) * (banyak - 1)), baris.tingkat)


def tabel_kelengkapan(hasil: Kelengkapan) -> Tabel:
    """What every unit has handed in, and which due indicators it left blank."""
    kolom = (
        Kolom("Unit", lebar=34),
        Kolom("Kiriman", lebar=26),
        Kolom("Indikator terisi", lebar=16),
        Kolom("Belum ada data", lebar=60),
    )
    baris = tuple(
        BarisTabel(
            (
                unit.nama,
                "belum mengirim" if unit.versi is None else f"versi {unit.versi}, {tulis_waktu(unit.diterima_pada)}",
                f"{unit.terisi} dari {unit.wajib}" if unit.wajib else "tidak ada yang wajib",
                _tulis_kosong(unit),
            )
        )
        for unit in hasil.unit
    )
    return Tabel(f"Kelengkapan {hasil.keterangan.periode.nama}", kolom, baris, "Belum ada unit pada rencana.")


def _tulis_kosong(unit: UnitPeriode) -> str:
    if not unit.kosong:
        return "–"
    return "; ".join(unit.kosong) if unit.versi is not None else f"seluruh {unit.wajib} isian wajib"


def tabel_riwayat(hasil: RincianIndikator) -> Tabel:
    """The years of one indicator."""
    kolom = (
        Kolom("Tahun", lebar=8),
        Kolom("Target", "angka", lebar=12),
        Kolom("Realisasi", "angka", lebar=12),
        Kolom("Capaian (%)", "persen", lebar=12),
        Kolom("Predikat", lebar=18),
        Kolom("Cara hitung", lebar=44),
        Kolom("Sumber", lebar=44),
    )
    return Tabel(
        f"Riwayat {hasil.baris.indikator.nama}",
        kolom,
        tuple(_baris_riwayat(tahun, hasil) for tahun in hasil.riwayat),
        "Belum ada riwayat.",
    )


def _baris_riwayat(tahun: TahunIndikator, hasil: RincianIndikator) -> BarisTabel:
    berjalan = tahun.tahun == hasil.keterangan.periode.tahun
    tanpa = (tulis_keadaan(hasil.kini) if berjalan else "") or tahun.sebutan
    return BarisTabel(
        (
            str(tahun.tahun),
            "tidak ada" if tahun.target.kosong else tahun.target,
            tanpa if tahun.realisasi is None else tahun.realisasi,
            tahun.capaian,
            tulis_predikat(tahun.capaian),
            _cara_hitung(tahun.capaian, sebut_dibulatkan(dibulatkan=tahun.dibulatkan)),
            tahun.sumber,
        )
    )


def _cara_hitung(capaian: Capaian, tanda: str) -> str:
    """The working or why there is none, and what stands beside it."""
    cara = capaian.cara_hitung or (ALASAN[capaian.alasan] if capaian.alasan else "")
    return "; ".join(kata for kata in (cara, tanda) if kata)


def tabel_triwulan(hasil: RincianIndikator, pengaturan: Pengaturan) -> Tabel:
    """The four triwulan of one indicator as they were reported, with what they make s/d each."""
    kolom = (
        Kolom("Triwulan", lebar=10),
        Kolom("Dilaporkan", "angka", lebar=24),
        Kolom("Target s/d", "angka", lebar=12),
        Kolom("Realisasi s/d", "angka", lebar=14),
        Kolom("Capaian s/d (%)", "persen", lebar=12),
        Kolom("Predikat", lebar=18),
        Kolom("Cara hitung", lebar=44),
        Kolom("Sumber", lebar=56),
    )
    periode = hasil.keterangan.periode
    baris = tuple(
        _baris_triwulan(triwulan) for triwulan in hasil.baris.triwulan if triwulan.triwulan <= periode.triwulan
    )
    desimal = f"dibulatkan {pengaturan.desimal} desimal"
    return Tabel(f"Triwulan {periode.tahun}, capaian {desimal}", kolom, baris)


def _baris_triwulan(kini: Triwulan) -> BarisTabel:
    lapor = kini.dilaporkan
    alasan = f" ({kini.alasan_kosong})" if kini.alasan_kosong else ""
    pecahan = lapor is not None and lapor.pembilang is not None
    return BarisTabel(
        (
            f"TW {ROMAWI[kini.triwulan]}",
            f"{NAMA_KEADAAN[kini.keadaan_sel]}{alasan}" if lapor is None else _pecahan(kini) if pecahan else lapor,
            kini.target,
            "" if kini.realisasi is None else kini.realisasi,
            kini.capaian,
            tulis_predikat(kini.capaian),
            _cara_hitung(kini.capaian, kini.sebut_tanda()),
            tulis_satu_asal(kini.asal) if kini.asal else "",
        )
    )


def _pecahan(kini: Triwulan) -> str:
    lapor = kini.dilaporkan
    if lapor is None or lapor.pembilang is None or lapor.penyebut is None:
        return ""
    return f"{tulis_angka(lapor.pembilang)} dari {tulis_angka(lapor.penyebut)} = {lapor.tulis()}"
