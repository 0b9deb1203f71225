"""Whose workbook is it? Reads the fingerprint and compares it with the office and its plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.bahan import BahanFormat, KantorFormat
from analytics.lembar.bentuk.format import LEMBAR_SIDIK, VERSI_FORMAT, IdentitasFormat, baca_identitas
from analytics.pembaca.baca import BukuTerbaca
from analytics.temuan.butir import Temuan, buat


def baca_sidik(buku: BukuTerbaca) -> tuple[IdentitasFormat, bool] | None:
    """The fingerprint of a workbook and whether its sidik holds; None when there is none that can be read."""
    lembar = buku.lembar.get(LEMBAR_SIDIK)
    return None if lembar is None else baca_identitas({alamat: sel.teks for alamat, sel in lembar.sel.items()})


def kenali(
    buku: BukuTerbaca, terbaca: tuple[IdentitasFormat, bool] | None, kantor: KantorFormat
) -> IdentitasFormat | Temuan:
    """The identity that the fingerprint (`baca_sidik`) states, or why the workbook is none of this office's formats."""
    diharapkan = f"Yang diharapkan: format data kinerja {kantor.nama} yang diunduh dari Capaian."
    if LEMBAR_SIDIK not in buku.lembar:
        return buat("bukan_format", f"Buku kerja ini bukan format Capaian. {diharapkan}")
    if terbaca is None:
        return buat("bukan_format", f"Sidik format di buku kerja ini tidak terbaca. {diharapkan}")
    identitas, utuh = terbaca
    if identitas.versi_format != VERSI_FORMAT:
        pesan = f"Format ini versi “{identitas.versi_format[:40]}”, yang diharapkan {VERSI_FORMAT}."
        return buat("versi_format", pesan)
    if not utuh:
        return buat("sidik_berubah", f"Sidik format telah berubah. {diharapkan}")
    if identitas.kode_pd != kantor.kode_pd:
        pesan = (
            f"Format ini milik perangkat daerah {identitas.kode_pd}. Yang diharapkan: {kantor.kode_pd} {kantor.nama}."
        )
        return buat("kantor_lain", pesan)
    return identitas


def bandingkan_permintaan(
    identitas: IdentitasFormat, kode_unit: str | None, periode: Periode | None
) -> Iterator[Temuan]:
    """Findings when the page asked for another unit or periode; None asks for nothing."""
    if kode_unit is not None and identitas.kode_unit != kode_unit:
        pesan = f"Format ini milik unit {identitas.kode_unit}, yang diminta unit {kode_unit}."
        yield buat("unit_lain", pesan, {"unit": kode_unit})
    if periode is not None and identitas.periode != periode:
        pesan = f"Format ini untuk {identitas.periode.nama}, yang diminta {periode.nama}."
        yield buat("periode_lain", pesan, {"periode": periode.nama})


def bandingkan_rencana(identitas: IdentitasFormat, bahan: BahanFormat) -> Iterator[Temuan]:
    """Findings when the plan has other indicators or leaves than the format had when it was made."""
    beda = _beda(identitas.indikator, [indikator.kode for indikator in bahan.indikator])
    if beda:
        yield buat("indikator_berubah", f"Daftar indikator berubah sejak format dibuat: {beda}.")
    beda = _beda(identitas.simpul, [simpul.kode for simpul in bahan.simpul])
    if beda:
        yield buat("simpul_berubah", f"Daftar kegiatan berubah sejak format dibuat: {beda}.")


def _beda(lama: Sequence[str], baru: Sequence[str]) -> str:
    hilang = [kode for kode in lama if kode not in set(baru)]
    tambahan = [kode for kode in baru if kode not in set(lama)]
    bagian = [f"tidak ada lagi {', '.join(hilang)}"] if hilang else []
    bagian += [f"baru {', '.join(tambahan)}"] if tambahan else []
    return "; ".join(bagian)
