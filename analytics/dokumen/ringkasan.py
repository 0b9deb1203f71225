"""Sheet Ringkasan: one page for who has five minutes: the sentence, the figures, the lowest, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from xlsxwriter.worksheet import Worksheet

from analytics.aturan.periode import BELUM_ADA_DATA, TIDAK_ADA_KEJADIAN
from analytics.dokumen.buku import Buku
from analytics.dokumen.gaya import Cetak, atur_bagian, atur_halaman, warnai_predikat
from analytics.dokumen.isi_kompilasi import Kompilasi, RingkasanFormulir, TabelRingkasan
from analytics.dokumen.lembar import tulis_baris, tulis_gabung, tulis_judul, tulis_sel
from analytics.dokumen.sel import Isi, Sel, strip, teks
from analytics.dokumen.tata_letak import KolomFormulir, Susunan
from analytics.evaluasi.hasil import BarisIndikator, RataRata, Triwulan, sebut_bertahan

NAMA: Final = "Ringkasan"
SUSUNAN: Final = Susunan(
    (
        KolomFormulir("no", ("No",), lebar=5),
        KolomFormulir("uraian", ("Uraian",), lebar=52),
        KolomFormulir("target", ("Target",), lebar=12),
        KolomFormulir("realisasi", ("Realisasi",), lebar=12),
        KolomFormulir("nilai", ("Nilai",), lebar=12),
        KolomFormulir("predikat", ("Predikat",), lebar=15),
        KolomFormulir("keterangan", ("Keterangan",), lebar=62),
    ),
    tetap=7,
)


def tulis_ringkasan(buku: Buku, lembar: Worksheet, kompilasi: Kompilasi, ringkas: Sequence[RingkasanFormulir]) -> None:
    """Write the sheet; every figure on it refers to the cell of the form that it comes from."""
    for nomor, kolom in enumerate(SUSUNAN.kolom):
        lembar.set_column(nomor, nomor, kolom.lebar)
    baris = tulis_judul(lembar, buku.gaya, "RINGKASAN CAPAIAN KINERJA", buku.keterangan, SUSUNAN)
    kesimpulan = next((formulir.kesimpulan for formulir in ringkas if formulir.kesimpulan is not None), None)
    baris = baris if kesimpulan is None else _tulis_kalimat(buku, lembar, kesimpulan, baris)
    kurang = _kurang(kompilasi.indikator, buku.keterangan.periode.triwulan)
    for tabel in (_pokok(ringkas), *(tabel for formulir in ringkas for tabel in formulir.tabel), kurang):
        baris = _tulis_tabel(buku, lembar, baris, tabel)
    rentang = f"{SUSUNAN.sel('predikat', 1)}:{SUSUNAN.sel('predikat', baris)}"
    warnai_predikat(buku.buku, lembar, rentang, kompilasi.pengaturan.skala)
    atur_halaman(lembar, buku.kaki)
    atur_bagian(buku.buku, lembar, SUSUNAN, Cetak(None, baris - 2))


def _tulis_kalimat(buku: Buku, lembar: Worksheet, kesimpulan: Sel, baris: int) -> int:
    bentuk = buku.gaya.ambil("teks", "kalimat")
    tulis_gabung(lembar, (baris, 0, baris, len(SUSUNAN.kolom) - 1), "", bentuk)
    lembar.set_row(baris, 24)
    tulis_sel(lembar, baris, 0, kesimpulan, bentuk)
    return baris + 2


def _tulis_tabel(buku: Buku, lembar: Worksheet, baris: int, tabel: TabelRingkasan) -> int:
    """Write a headed table from row `baris` (from 0) on; the next free row."""
    lembar.write_string(baris, 0, tabel.judul, buku.gaya.ambil("teks", "bagian"))
    kepala = {kunci: Sel(nama) for kunci, nama in tabel.kepala.items()}
    for nomor, sel in enumerate([kepala, *tabel.baris], baris + 2):
        nada = ("kepala",) if sel is kepala else ()
        tulis_baris(lembar, buku.gaya, SUSUNAN, nomor, sel, *nada, gabung=tabel.gabung)
    return baris + len(tabel.baris) + 3


def _pokok(ringkas: Sequence[RingkasanFormulir]) -> TabelRingkasan:
    """The figures of all forms, then how many rows are in which empty state."""
    angka = [
        *(baris for formulir in ringkas for baris in formulir.pokok),
        *(baris for formulir in ringkas for baris in formulir.keadaan),
    ]
    return TabelRingkasan(
        "Angka pokok",
        {"no": "No", "uraian": "Uraian", "nilai": "Nilai", "predikat": "Predikat", "keterangan": "Keterangan"},
        [{"no": Sel(float(nomor), rupa="urut"), **baris} for nomor, baris in enumerate(angka, 1)],
        ("uraian", "realisasi"),
    )


def sel_banyak(rata: RataRata, alamat: str, akhir: str) -> Sel:
    """`8 dari 11` and what that counts, live."""
    return Sel(f"{rata.n} dari {rata.m} {akhir}", f'{alamat}&" {akhir}"')


def baris_angka(uraian: str, nilai: Sel, keterangan: Sel, predikat: Sel | None = None) -> Isi:
    """A row of the figures."""
    return {"uraian": teks(uraian, "tebal"), "nilai": nilai, "keterangan": keterangan, "predikat": predikat or strip()}


def sel_rujukan(nilai: Decimal | float | str | None, alamat: str) -> Sel:
    """A figure of another sheet, live; a dash without a value."""
    if nilai is None:
        return strip()
    return Sel(nilai, alamat, "tengah", ("tebal",)) if isinstance(nilai, str) else Sel(float(nilai), alamat, "angka2")


def _kurang(indikator: Iterable[tuple[str, BarisIndikator]], triwulan: int) -> TabelRingkasan:
    kurang = [(sebutan, baris, sebab) for sebutan, baris in indikator if (sebab := sebut_kurang(baris.pada(triwulan)))]
    baris = [
        {
            "no": Sel(float(nomor), rupa="urut"),
            "uraian": teks(_nama(baris)),
            "predikat": Sel(sebutan, rupa="tengah"),
            "keterangan": teks(f"{baris.indikator.nama_unit}: {sebab}"),
        }
        for nomor, (sebutan, baris, sebab) in enumerate(kurang, 1)
    ]
    return TabelRingkasan(
        "Yang belum ada dan sebabnya",
        {"no": "No", "uraian": "Indikator", "predikat": "Termasuk", "keterangan": "Unit: sebab"},
        baris or [tidak_ada("kekurangan; semua yang wajib lapor sudah terisi")],
        ("uraian", "nilai"),
    )


def _nama(baris: BarisIndikator) -> str:
    """The indicator's name; below a sasaran the plan code tells equal names apart."""
    kode = "" if baris.indikator.tingkat in ("tujuan", "sasaran") else f" ({baris.indikator.kode_simpul})"
    return f"{baris.indikator.nama}{kode}"


def sebut_kurang(kini: Triwulan) -> str:
    """Why a due value is missing, and what was reported last or stands in its place; empty where nothing is missing."""
    if kini.keadaan == BELUM_ADA_DATA:
        sebab = kini.alasan_keadaan or f"{kini.sebutan}, unit belum memberi alasan."
        return f"{sebab.rstrip('.')}; {kini.sebut_tanda()}." if kini.sebut_tanda() else sebab
    if kini.bertahan is not None:
        sebab = f": {kini.alasan_kosong}" if kini.alasan_kosong else "."
        return f"Belum ada data sesudahnya; yang dihitung {sebut_bertahan(kini.bertahan)}{sebab}"
    if kini.keadaan == TIDAK_ADA_KEJADIAN:
        return f"{kini.sebutan}: {kini.alasan_keadaan or 'unit belum memberi alasan.'}"
    return ""


def tidak_ada(apa: str) -> Isi:
    """The row of a table that has none."""
    return {"uraian": teks(f"Tidak ada {apa}.", "redup")}
