"""Evaluasi Renja: the entry of the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analytics.dokumen.renja.lembar_renja import LEMBAR
from analytics.dokumen.renja.tabel_renja import tabel_renja
from analytics.evaluasi.hasil.renja import EvaluasiRenja
from analytics.evaluasi.renja import susun_renja
from analytics.formulir.entri import AngkaFormulir, CapaianKini, Formulir, RasioFormulir, SerapanFormulir
from analytics.formulir.kata import TARGET_AKHIR, persen, rata_rata
from analytics.formulir.pengaturan_formulir import (
    butir_baris,
    butir_dasar_hukum,
    butir_narasi,
    butir_nomor,
    butir_susunan,
)


def kalimat_renja(hasil: EvaluasiRenja) -> str:
    """Mean capaian and serapan of the lowest level."""
    sampai = f"s/d {hasil.keterangan.periode.nama}"
    penutup = hasil.penutup
    if not hasil.baris:
        return f"Belum ada Renja untuk tahun {hasil.keterangan.periode.tahun}"
    if penutup.kinerja.nilai is None:
        return _sebut_tanpa_rata(hasil, sampai)
    serapan = persen(penutup.serapan_jumlah)
    uang = f", serapan {serapan}" if serapan else ", serapan belum dilaporkan"
    return f"Capaian Renja rata-rata {rata_rata(penutup.kinerja)} ({penutup.kinerja.predikat}){uang} {sampai}"


def _sebut_tanpa_rata(hasil: EvaluasiRenja, sampai: str) -> str:
    """Why there is no mean, which is of the lowest rows alone: rows above them can have a capaian all the same."""
    terbawah = hasil.kinerja_terbawah()
    di_atas = [kinerja for simpul in hasil.baris if not simpul.terbawah for kinerja in simpul.kinerja]
    if di_atas and not terbawah:
        return f"Baris terbawah Renja tidak berindikator, sehingga rata-rata capaian {sampai} tidak dapat dihitung"
    letak = " pada baris terbawah" if any(kinerja.kini.capaian.mentah is not None for kinerja in di_atas) else ""
    sebab = ": target triwulan tidak ada" if hasil.hitung_tanpa_target() else ""
    return f"Belum ada indikator Renja{letak} yang mempunyai capaian {sampai}{sebab}"


def angka_renja(hasil: EvaluasiRenja) -> AngkaFormulir:
    """Every indicator of the tree, the means over its lowest level, and the serapan."""
    penutup = hasil.penutup
    semua = [kinerja for simpul in hasil.baris for kinerja in simpul.kinerja]
    return AngkaFormulir(
        kini=tuple(
            CapaianKini(kinerja.baris.indikator.nama, kinerja.kini.keadaan, kinerja.kini.capaian) for kinerja in semua
        ),
        rasio=tuple(
            RasioFormulir(kinerja.baris.indikator.kode, TARGET_AKHIR, kinerja.capaian_renstra) for kinerja in semua
        ),
        rata=(
            ("Renja s/d triwulan", penutup.kinerja),
            ("Renja terhadap target tahun", penutup.kinerja_tahun),
            ("Renja terhadap akhir Renstra", penutup.kinerja_renstra),
        ),
        serapan=(
            SerapanFormulir("rata-rata serapan anggaran", penutup.serapan_rata, hasil.predikat_serapan),
            *_serapan_penarikan(hasil),
        ),
    )


def _serapan_penarikan(hasil: EvaluasiRenja) -> Iterator[SerapanFormulir]:
    if hasil.penarikan is not None:
        predikat = hasil.penutup.predikat_penarikan
        yield SerapanFormulir("serapan terhadap rencana penarikan s/d triwulan", hasil.penarikan.rasio, predikat)


_NAMA: Final = (LEMBAR.kode, LEMBAR.sebutan)
RENJA: Final = Formulir(
    lembar=LEMBAR,
    evaluasi=susun_renja,
    tabel=tabel_renja,
    kalimat=kalimat_renja,
    angka=angka_renja,
    pengaturan=(
        butir_nomor(*_NAMA),
        butir_susunan(
            *_NAMA,
            {
                "baku": "baku (kolom 1 sampai 16)",
                "capaian_tahun": "dengan tingkat capaian tahun berjalan",
                "kode": "dengan kolom kode",
                "kode_capaian_tahun": "dengan kolom kode dan tingkat capaian tahun berjalan",
            },
            layar=True,
            rumus=True,
        ),
        *butir_baris(*_NAMA),
        *butir_narasi(
            {
                "tindak_lanjut_triwulan": "Baris tindak lanjut triwulan Evaluasi Renja",
                "tindak_lanjut_renja": "Baris tindak lanjut Renja Evaluasi Renja",
            }
        ),
        butir_dasar_hukum(*_NAMA),
    ),
    bantuan="Capaian kinerja dan serapan anggaran tahun berjalan.",
    ikon="event_note",
)
