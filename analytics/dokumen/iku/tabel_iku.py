"""Evaluasi IKU as a table of a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.dokumen.tabel_evaluasi import tulis_asal, tulis_keadaan, tulis_predikat, tulis_rumus
from analytics.evaluasi.hasil import Nilai
from analytics.evaluasi.hasil.iku import BarisIku, EvaluasiIku

_KOLOM_IKU = (
    Kolom("Indikator", lebar=44),
    Kolom("Satuan", lebar=10),
    Kolom("Target s/d triwulan", "angka", lebar=12),
    Kolom("Realisasi s/d triwulan", "angka", lebar=14),
    Kolom("Capaian (%)", "persen", lebar=11),
    Kolom("Predikat", lebar=18),
    Kolom("Rumus dan cara hitung", lebar=48),
    Kolom("Target tahun", "angka", lebar=12),
    Kolom("Capaian terhadap target tahun (%)", "persen", lebar=14),
    Kolom("Realisasi tahun lalu", "angka", lebar=12),
    Kolom("Target akhir Renstra", "angka", lebar=12),
    Kolom("Standar nasional", "angka", lebar=12),
    Kolom("Penanggung jawab", lebar=24),
    Kolom("Sumber", lebar=56),
)


def tabel_iku(hasil: EvaluasiIku) -> Tabel:
    """All IKU, under their sasaran."""
    return Tabel(
        f"Evaluasi IKU s/d {hasil.keterangan.periode.nama}",
        _KOLOM_IKU,
        tuple(_baris_iku_bersasaran(hasil.baris)),
        "Belum ada IKU pada rencana tahun ini.",
    )


def _baris_iku_bersasaran(baris: Iterable[BarisIku]) -> Iterator[BarisTabel]:
    judul = ""
    for iku in baris:
        indikator = iku.baris.indikator
        milik = f"Sasaran: {indikator.nama_sasaran}" if indikator.nama_sasaran else f"Tujuan: {indikator.nama_simpul}"
        if milik != judul:
            judul = milik
            yield BarisTabel((judul, *("",) * (len(_KOLOM_IKU) - 1)), "sasaran")
        yield _baris_iku(iku)


def _tahun_lalu(iku: BarisIku) -> Nilai | str | None:
    """Last year's value; where it is not the plain full year the cell says so."""
    if not iku.catatan_tahun_lalu:
        return iku.tahun_lalu
    if iku.tahun_lalu is None:
        return iku.catatan_tahun_lalu
    return f"{iku.tahun_lalu.tulis()} ({iku.catatan_tahun_lalu})"


def _baris_iku(iku: BarisIku) -> BarisTabel:
    indikator, kini = iku.baris.indikator, iku.kini
    return BarisTabel(
        (
            indikator.nama,
            indikator.satuan,
            kini.target,
            tulis_keadaan(kini) or kini.realisasi,
            kini.capaian,
            tulis_predikat(kini.capaian),
            tulis_rumus(kini),
            kini.target_tahun,
            kini.capaian_tahun,
            _tahun_lalu(iku),
            iku.target_akhir,
            iku.standar_nasional,
            indikator.nama_unit,
            tulis_asal(iku.baris, kini.triwulan),
        ),
        kode_indikator=indikator.kode,
    )
