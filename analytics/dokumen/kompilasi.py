"""The compiled workbook: cover, summary, Evaluasi IKU, Renja (E.81) and Renstra (E.80), and the source of every figure.

Every computed cell is a live formula whose cached result is the attribute of the result object that screens show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analytics.dokumen import lembar_iku, lembar_renja, lembar_renstra, lembar_sumber, ringkasan, sampul
from analytics.dokumen.buku import buka_buku, sel_tertulis
from analytics.dokumen.cap import Cap, tulis_lembar
from analytics.evaluasi.hasil import EvaluasiIku, EvaluasiRenja, EvaluasiRenstra

DAFTAR_LEMBAR = (
    (ringkasan.NAMA, "Satu halaman: berapa IKU tercapai, rata-rata, serapan, lima terendah, apa yang belum ada"),
    (lembar_iku.NAMA, "Pengukuran kinerja IKU: target, realisasi, capaian, predikat, pembanding, rumus, sumber"),
    (lembar_renja.NAMA, "Formulir {nomor_formulir_renja}: kinerja (K) dan anggaran (Rp) sasaran sampai sub kegiatan"),
    (
        lembar_renstra.NAMA,
        "Formulir {nomor_formulir_renstra}: target, realisasi dan rasio setiap tahun Renstra",
    ),
    (lembar_sumber.NAMA, "Asal setiap angka: berkas, lembar!sel, kiriman, versi, waktu"),
)
"""The sheets behind the cover, with what each holds; names in braces are settings."""


@dataclass(frozen=True)
class BukuTertulis:
    """A compiled workbook: its bytes, its cells by sheet and address, and the stamp: what stands in `Sampul!B7`.

    A cell is [value, formula], as whoever reads the file will find it; `sel` holds none of the stamp.
    """

    isi: bytes
    sel: Mapping[str, Mapping[str, Any]]
    cap: Mapping[str, str]


def susun_kompilasi(iku: EvaluasiIku, renja: EvaluasiRenja, renstra: EvaluasiRenstra, cap: Cap | None = None) -> bytes:
    """The xlsx of one office and periode, with the stamp of an approval. The same results give the same bytes."""
    return tulis_kompilasi(iku, renja, renstra, cap).isi


def tulis_kompilasi(
    iku: EvaluasiIku, renja: EvaluasiRenja, renstra: EvaluasiRenstra, cap: Cap | None = None
) -> BukuTertulis:
    """As `susun_kompilasi`, with what was written where: what an approval freezes."""
    judul = f"Kompilasi data kinerja {iku.keterangan.kantor.nama}, {iku.keterangan.periode.nama}"
    with buka_buku(judul, iku.keterangan) as buku:
        depan = buku.buku.add_worksheet(sampul.NAMA)
        lembar = {nama: buku.buku.add_worksheet(nama) for nama, _ in DAFTAR_LEMBAR}
        daftar = lembar_sumber.baris_indikator(iku, renja)
        tempat_iku = lembar_iku.tulis_iku(buku, lembar[lembar_iku.NAMA], iku)
        tempat_renja = lembar_renja.tulis_renja(buku, lembar[lembar_renja.NAMA], renja)
        lembar_renstra.tulis_renstra(buku, lembar[lembar_renstra.NAMA], renstra)
        lembar_sumber.tulis_sumber(buku, lembar[lembar_sumber.NAMA], daftar, renja.baris)
        ringkasan.tulis_ringkasan(buku, lembar[ringkasan.NAMA], (iku, renja), (tempat_iku, tempat_renja), daftar)
        letak = sampul.tulis_sampul(buku, depan, renstra.keterangan, iku.pengaturan, _daftar(iku.pengaturan.teks), cap)
        if cap is not None and cap.kemasan:
            tulis_lembar(buku.buku, cap)
        sel = sel_tertulis(buku.buku)
    for alamat in letak.values():
        del sel[sampul.NAMA][alamat]
    return BukuTertulis(
        buku.keluaran.getvalue(), sel, {f"{sampul.NAMA}!{alamat}": kunci for kunci, alamat in letak.items()}
    )


def _daftar(teks: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((nama, isi.format_map(teks)) for nama, isi in DAFTAR_LEMBAR)
