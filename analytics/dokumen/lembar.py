"""Writing one sheet: headers from a layout profile, rows of cells, the heading that says whose figures these are."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analytics.aturan.periode import tulis_tanggal
from analytics.aturan.teks import bersihkan, mirip_rumus
from analytics.dokumen.gaya import GayaSel
from analytics.dokumen.sel import Isi, Sel
from analytics.dokumen.tata_letak import Susunan
from analytics.evaluasi.hasil import Keterangan
from analytics.rupa import TANDA_CONTOH_CETAK

_HURUF_PER_BARIS: Final = 2500


def tulis_sel(
    lembar: Worksheet, baris: int, kolom: int, isi: Sel, bentuk: Format, susunan: Susunan | None = None
) -> None:
    """Write one cell (row and column from 0); its formula must hold addresses, or keys of the columns of `susunan`."""
    if isi.rumus is not None:
        rumus = isi.rumus if susunan is None else susunan.selesaikan(isi.rumus, baris + 1)
        hasil = bersihkan(isi.nilai) if isinstance(isi.nilai, str) else isi.nilai
        lembar.write_formula(baris, kolom, f"={rumus}", bentuk, hasil)
    elif isinstance(isi.nilai, datetime):
        lembar.write_datetime(baris, kolom, isi.nilai, bentuk)
    elif isinstance(isi.nilai, str):
        lembar.write_string(baris, kolom, bersihkan(isi.nilai), bentuk)
    else:
        lembar.write_number(baris, kolom, isi.nilai, bentuk)


def bentuk_sel(gaya: GayaSel, isi: Sel, *nada: str) -> Format:
    """The format of a cell in a row of these tones."""
    kutip = isi.rumus is None and isinstance(isi.nilai, str) and mirip_rumus(isi.nilai)
    return gaya.ambil(isi.rupa, *nada, *isi.nada, kutip=kutip)


def tulis_baris(
    lembar: Worksheet,
    gaya: GayaSel,
    susunan: Susunan,
    baris: int,
    isi: Isi,
    *nada: str,
    gabung: tuple[str, str] | None = None,
) -> None:
    """Write one row of a form (`baris` from 1), as high as its text needs.

    A printed column without a cell gets the row's tone and border. `gabung` are the first and last column that the text
    of the first one takes.
    """
    tinggi = [gaya.tinggi("", 0, "teks")]
    nada_tabel, tanpa_isi = ("tabel", *nada), gaya.ambil("teks", "tabel", *nada)
    for nomor in susunan.letak_ditulis(isi):
        kolom = susunan.kolom[nomor]
        sel = isi.get(kolom.kunci)
        if sel is None:
            lembar.write_blank(baris - 1, nomor, None, tanpa_isi)
            continue
        nada_sel = ("bantu",) if kolom.bantu else nada_tabel
        tulis_sel(lembar, baris - 1, nomor, sel, bentuk_sel(gaya, sel, *nada_sel), susunan)
        if isinstance(sel.nilai, str) and not kolom.bantu:
            akhir = susunan.indeks(gabung[1]) if gabung and gabung[0] == kolom.kunci else nomor
            piksel = kolom.piksel if akhir == nomor else susunan.piksel(nomor, akhir)
            tinggi.append(gaya.tinggi(sel.nilai, piksel, sel.rupa, *nada_sel, *sel.nada))
    if gabung is not None:
        _gabung_sel(lembar, gaya, susunan, baris, isi[gabung[0]], gabung, nada)
    lembar.set_row(baris - 1, max(tinggi))


def _gabung_sel(
    lembar: Worksheet,
    gaya: GayaSel,
    susunan: Susunan,
    baris: int,
    sel: Sel,
    gabung: tuple[str, str],
    nada: Sequence[str],
) -> None:
    kotak = (baris - 1, susunan.indeks(gabung[0]), baris - 1, susunan.indeks(gabung[1]))
    tulis_gabung(lembar, kotak, str(sel.nilai), bentuk_sel(gaya, sel, "tabel", *nada))


def tulis_kepala(lembar: Worksheet, gaya: GayaSel, susunan: Susunan, baris: int) -> int:
    """Write the header rows and the row of printed numbers, starting at row `baris` (from 0); the next free row."""
    for nomor, kolom in enumerate(susunan.kolom):
        lembar.set_column(nomor, nomor, kolom.lebar, None, {"level": 1} if kolom.bantu else {})
    for kotak in susunan.kotak_judul:
        nada = "kepala_bantu" if susunan.kolom[kotak.kolom[0]].bantu else "kepala"
        tempat = (baris + kotak.baris[0], kotak.kolom[0], baris + kotak.baris[1], kotak.kolom[1])
        tulis_gabung(lembar, tempat, kotak.judul, gaya.ambil("tengah", nada))
    for tingkat, tinggi in enumerate(_tinggi_judul(gaya, susunan)):
        lembar.set_row(baris + tingkat, tinggi)
    nomor_baris = baris + susunan.kedalaman
    if not any(kolom.nomor for kolom in susunan.kolom):
        return nomor_baris
    for nomor, urut in groupby(range(susunan.tercetak), key=lambda tempat: susunan.kolom[tempat].nomor):
        letak = list(urut)
        tulis_gabung(lembar, (nomor_baris, letak[0], nomor_baris, letak[-1]), nomor, gaya.ambil("tengah", "nomor"))
    return nomor_baris + 1


def _tinggi_judul(gaya: GayaSel, susunan: Susunan) -> list[float]:
    """Heights of the header rows, so that every header is read whole."""
    tinggi = [14.0] * susunan.kedalaman
    tercetak = (kotak for kotak in susunan.kotak_judul if kotak.kolom[0] < susunan.tercetak)
    for kotak in sorted(tercetak, key=lambda kotak: kotak.baris[1] - kotak.baris[0]):
        piksel = susunan.piksel(*kotak.kolom)
        ada = sum(tinggi[kotak.baris[0] : kotak.baris[1] + 1])
        tinggi[kotak.baris[0]] += max(gaya.tinggi(kotak.judul, piksel, "tengah", "kepala") - ada, 0)
    return tinggi


def tulis_gabung(lembar: Worksheet, kotak: tuple[int, int, int, int], isi: str, bentuk: Format) -> None:
    """Write text over a box of cells (first row, first column, last row, last column, from 0)."""
    if kotak[:2] == kotak[2:]:
        lembar.write_string(kotak[0], kotak[1], bersihkan(isi), bentuk)
    else:
        lembar.merge_range(*kotak, "", bentuk)
        lembar.write_string(kotak[0], kotak[1], bersihkan(isi), bentuk)


def kalimat_keterangan(keterangan: Keterangan) -> str:
    """Status, whose data are in, plan version, data version or snapshot, and times in one sentence line."""
    sah = keterangan.pengesahan
    nomor = f"Snapshot {sah.nomor}" if sah else f"Data nomor {keterangan.versi_data}"
    kapan = "Disetujui" if sah else "Dibuat"
    terakhir = f", kiriman terakhir {tulis_waktu(keterangan.data_terakhir)}" if keterangan.data_terakhir else ""
    return (
        f"Status: {keterangan.status.upper()} · {keterangan.kelengkapan} · "
        f"Rencana: {keterangan.dokumen or 'belum ada'} · "
        f"{nomor}{terakhir} · {kapan} {tulis_waktu(keterangan.dibuat)}"
    )


def tulis_waktu(waktu: datetime) -> str:
    """`17 Agustus 2026 pukul 10.15`."""
    return f"{tulis_tanggal(waktu.date())} pukul {waktu:%H.%M}"


def tulis_judul(lembar: Worksheet, gaya: GayaSel, judul: str, keterangan: Keterangan, susunan: Susunan) -> int:
    """Write the heading over the columns that repeat on every page; the next free row (from 0)."""
    kantor = f"{keterangan.kantor.nama}, {keterangan.kantor.kabupaten} · {keterangan.periode.nama}"
    baris = [(judul, "judul"), (kantor, "tebal"), (kalimat_keterangan(keterangan), "redup")]
    if keterangan.kantor.contoh:
        baris.append((TANDA_CONTOH_CETAK, "peringatan"))
    for nomor, (tulisan, nada) in enumerate(baris):
        lembar.set_row(nomor, gaya.tinggi(tulisan, susunan.piksel_tetap, "teks", nada))
        tulis_gabung(lembar, (nomor, 0, nomor, susunan.tetap - 1), tulisan, gaya.ambil("teks", nada))
    return len(baris) + 1


def potong_tinggi(isi: str) -> Sequence[str]:
    """Cut long text into pieces that each fit one row of a form."""
    return textwrap.wrap(isi, _HURUF_PER_BARIS, replace_whitespace=False, drop_whitespace=False) or [""]
