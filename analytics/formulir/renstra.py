"""Evaluasi Renstra: the entry of the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analytics.dokumen.renstra.lembar_renstra import LEMBAR
from analytics.dokumen.renstra.tabel_renstra import tabel_renstra
from analytics.evaluasi.hasil import TahunRenstra
from analytics.evaluasi.hasil.renstra import EvaluasiRenstra, KinerjaRenstra
from analytics.evaluasi.renstra import susun_renstra
from analytics.formulir.entri import AngkaFormulir, CapaianKini, Formulir, RasioFormulir
from analytics.formulir.kata import target_tahun
from analytics.formulir.pengaturan_formulir import (
    butir_baris,
    butir_dasar_hukum,
    butir_narasi,
    butir_nomor,
    butir_susunan,
)


def kalimat_renstra(hasil: EvaluasiRenstra) -> str:
    """How many indicators of the Renstra have reached their target s/d triwulan."""
    periode = hasil.keterangan.periode
    if not hasil.tahun:
        return f"Belum ada Renstra yang memuat tahun {periode.tahun}"
    if not hasil.dinilai:
        return f"Belum ada indikator Renstra yang dapat dinilai s/d {periode.nama}"
    return f"{hasil.tercapai} dari {hasil.dinilai} indikator Renstra mencapai target s/d {periode.nama}"


def angka_renstra(hasil: EvaluasiRenstra) -> AngkaFormulir:
    """The running year of every indicator, and the ratios of the years before it.

    The ratio of the running year itself is the capaian against the target of the year.
    """
    berjalan = hasil.keterangan.periode.tahun
    return AngkaFormulir(
        kini=tuple(
            CapaianKini(kinerja.indikator.nama, tahun.keadaan, tahun.capaian)
            for kinerja, tahun in _tahun(hasil)
            if tahun.tahun == berjalan
        ),
        rasio=tuple(
            RasioFormulir(kinerja.indikator.kode, target_tahun(tahun.tahun), tahun.capaian)
            for kinerja, tahun in _tahun(hasil)
            if tahun.tahun < berjalan
        ),
        rata=(("Renstra s/d triwulan", hasil.sd), ("rasio Renstra tahun berjalan", hasil.penutup.kinerja)),
    )


def _tahun(hasil: EvaluasiRenstra) -> Iterator[tuple[KinerjaRenstra, TahunRenstra]]:
    """Every year of every indicator of the tree."""
    for simpul in hasil.baris:
        for kinerja in simpul.kinerja:
            for tahun in kinerja.tahun:
                yield kinerja, tahun


_NAMA: Final = (LEMBAR.kode, LEMBAR.sebutan)
RENSTRA: Final = Formulir(
    lembar=LEMBAR,
    evaluasi=susun_renstra,
    tabel=tabel_renstra,
    kalimat=kalimat_renstra,
    angka=angka_renstra,
    pengaturan=(
        butir_nomor(*_NAMA),
        butir_susunan(*_NAMA, {"baku": "baku", "kode": "dengan kolom kode"}, layar=False, rumus=False),
        *butir_baris(*_NAMA),
        *butir_narasi(
            {
                "usulan_renja": "Baris usulan Renja Evaluasi Renstra",
                "usulan_renstra": "Baris usulan Renstra Evaluasi Renstra",
            }
        ),
        butir_dasar_hukum(*_NAMA),
    ),
    bantuan="Capaian kinerja dan anggaran sepanjang tahun Renstra.",
    ikon="timeline",
)
