"""Sheet Sumber: every reported figure with the workbook, sheet and cell that it came from."""

from __future__ import annotations

from typing import Final

from xlsxwriter.worksheet import Worksheet

from analytics.aturan.periode import ROMAWI
from analytics.dokumen.buku import Buku
from analytics.dokumen.gaya import Cetak, atur_bagian, atur_halaman
from analytics.dokumen.isi_kompilasi import Kompilasi, UangSimpul
from analytics.dokumen.lembar import tulis_baris, tulis_judul, tulis_kepala
from analytics.dokumen.sel import Isi, Sel, kosong, pasang_nilai, rupiah, teks
from analytics.dokumen.tata_letak import KolomFormulir, Susunan
from analytics.evaluasi.hasil import Asal, BarisIndikator, LaporanUang, Triwulan

NAMA: Final = "Sumber"
SUSUNAN: Final = Susunan(
    kolom=(
        KolomFormulir("no", ("No",), lebar=5),
        KolomFormulir("kode", ("Kode indikator / kegiatan",), lebar=18),
        KolomFormulir("indikator", ("Indikator",), lebar=33),
        KolomFormulir("unit", ("Unit",), lebar=24),
        KolomFormulir("triwulan", ("Triwulan",), lebar=9),
        KolomFormulir("nilai", ("Nilai yang dilaporkan",), lebar=16),
        KolomFormulir("satuan", ("Satuan",), lebar=10),
        KolomFormulir("berkas", ("Berkas",), lebar=28),
        KolomFormulir("sel", ("Lembar!sel",), lebar=18),
        KolomFormulir("kiriman", ("Kiriman",), lebar=20),
        KolomFormulir("versi", ("Versi",), lebar=7),
        KolomFormulir("diterima", ("Diterima",), lebar=16),
        KolomFormulir("koreksi", ("Koreksi Sekretaris",), lebar=18),
    ),
    tetap=3,
)
"""Where every reported figure came from."""


def tulis_sumber(buku: Buku, lembar: Worksheet, kompilasi: Kompilasi) -> None:
    """Write one row per indicator and triwulan that a unit reported, up to the periode, then per node with money."""
    kepala = tulis_judul(lembar, buku.gaya, "SUMBER SETIAP ANGKA", buku.keterangan, SUSUNAN)
    mulai = tulis_kepala(lembar, buku.gaya, SUSUNAN, kepala)
    sampai = buku.keterangan.periode.triwulan
    baris_sumber = [
        _isi(baris, triwulan, triwulan.asal)
        for _, baris in kompilasi.indikator
        for triwulan in baris.triwulan[:sampai]
        if triwulan.asal is not None
    ]
    baris_sumber += [_isi_uang(simpul, laporan) for simpul in kompilasi.uang for laporan in simpul.laporan]
    for nomor, sel in enumerate(baris_sumber, 1):
        tulis_baris(lembar, buku.gaya, SUSUNAN, mulai + nomor, {"no": Sel(float(nomor), rupa="urut"), **sel})
    if not baris_sumber:
        tulis_baris(lembar, buku.gaya, SUSUNAN, mulai + 1, {"indikator": teks("Belum ada kiriman.")})
    akhir = mulai + max(len(baris_sumber), 1) - 1
    lembar.autofilter(mulai - 1, 0, akhir, SUSUNAN.tercetak - 1)
    lembar.freeze_panes(mulai, SUSUNAN.tetap)
    atur_halaman(lembar, buku.kaki)
    atur_bagian(buku.buku, lembar, SUSUNAN, Cetak((kepala, mulai - 1), akhir))


def _isi(baris: BarisIndikator, triwulan: Triwulan, asal: Asal) -> Isi:
    indikator = baris.indikator
    return {
        "kode": teks(indikator.kode),
        "indikator": teks(indikator.nama),
        "unit": teks(indikator.nama_unit),
        "triwulan": Sel(ROMAWI[triwulan.triwulan], rupa="tengah"),
        **pasang_nilai("nilai", triwulan.dilaporkan, kosong(triwulan.keadaan_sel)),
        "satuan": Sel(indikator.satuan, rupa="tengah"),
        **_asal(asal),
    }


def _isi_uang(simpul: UangSimpul, laporan: LaporanUang) -> Isi:
    return {
        "kode": teks(simpul.kode_simpul),
        "indikator": teks(f"Realisasi anggaran s/d triwulan: {simpul.nama}"),
        "unit": teks(simpul.nama_unit),
        "triwulan": Sel(ROMAWI[laporan.triwulan], rupa="tengah"),
        "nilai": rupiah(laporan.rupiah),
        "satuan": Sel("Rp", rupa="tengah"),
        **_asal(laporan.asal),
    }


def _asal(asal: Asal) -> Isi:
    return {
        "berkas": teks("dihitung dari unit-unit" if asal.gabungan else asal.berkas),
        "sel": teks(asal.alamat if asal.gabungan else f"{asal.lembar}!{asal.sel}"),
        "kiriman": teks(asal.id_kiriman),
        "versi": teks(None) if asal.versi is None else Sel(float(asal.versi), rupa="angka0"),
        "diterima": teks(None) if asal.diterima_pada is None else Sel(asal.diterima_pada, rupa="waktu"),
        "koreksi": teks(asal.koreksi.kalimat if asal.koreksi else None),
    }
