"""What closes a form: means with `n dari m`, predikat, what the units wrote, and the signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from xlsxwriter.worksheet import Worksheet

from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Pengaturan
from analytics.dokumen.buku import Buku
from analytics.dokumen.gaya import GayaSel
from analytics.dokumen.lembar import potong_tinggi, tulis_baris, tulis_gabung
from analytics.dokumen.pohon import TERKECIL, kurangi, rumus_rasio_jumlah
from analytics.dokumen.sel import STRIP, Isi, Sel, bulatkan_rumus, sel_predikat, strip
from analytics.dokumen.tata_letak import Susunan
from analytics.evaluasi.hasil import Kantor, Keterangan, Penutup, RataRata, Terhitung
from analytics.evaluasi.hasil.renja import AKHIR_TAHUN, EvaluasiRenja
from analytics.evaluasi.hasil.renstra import EvaluasiRenstra

_TINGGI_PENUTUP: Final = 27.0
_TITIK: Final = "." * 44
_TINGGI_TANDA_TANGAN: Final = 140.0
_BELUM_DIISI: Final = "Belum diisi oleh unit."
_TIDAK_DITANYAKAN: Final = "Diisi oleh perangkat daerah; tidak ditanyakan kepada unit."


@dataclass(frozen=True)
class KolomRata:
    """A mean: printed under `cetak`, over the column `dirata` of the rows `awal` to `akhir` (from 1).

    `belum` are the rows of the parts of units that did not report, below rows that enter it.
    """

    cetak: str
    dirata: str
    awal: int
    akhir: int
    belum: Sequence[int] = ()

    @property
    def rentang(self) -> str:
        """The cells that enter the mean; a dash there counts in m, a blank does not."""
        return f"[{self.dirata}:{self.awal}]:[{self.dirata}:{self.akhir}]"


@dataclass(frozen=True)
class TandaTangan:
    """One signature of a form: the labels that say what was done and by which office; without the latter its head."""

    perihal: str
    jabatan: str = ""


PENYUSUN: Final = TandaTangan("disusun")
PENILAI: Final = TandaTangan("dievaluasi", "jabatan_penilai")
"""Who compiles a form, and who evaluates it for the kabupaten."""


@dataclass(frozen=True)
class BarisNarasi:
    """A row of what was written: its label, and the jenis that units write for it; empty where none asks them."""

    label: str
    jenis: str


FAKTOR: Final = (
    BarisNarasi("faktor_pendorong", "faktor_pendorong"),
    BarisNarasi("faktor_penghambat", "faktor_penghambat"),
)
"""What both forms close with before their own rows."""


def label(pengaturan: Pengaturan, kunci: str, tahun: int | None = None) -> str:
    """What the office prints for a row under the table; `{tahun}` in it becomes the year."""
    return pengaturan.teks[f"label_{kunci}"].replace("{tahun}", str(tahun or ""))


def genap_setahun(keterangan: Keterangan) -> bool:
    """Whether the year of a form is over, so that what is held against a year can be judged."""
    return keterangan.periode.triwulan == AKHIR_TAHUN


def predikat_dicetak(keterangan: Keterangan, pengaturan: Pengaturan) -> bool:
    """Whether E.81 and E.80 print a predikat against target and pagu of the year: always once it is over."""
    return genap_setahun(keterangan) or pengaturan.teks["predikat_tw_1_3"] == "tercetak"


def label_predikat(keterangan: Keterangan, pengaturan: Pengaturan, kunci: str, apa: str = "") -> str:
    """The label of the predikat, which says before the year is over against what it is held; `apa`: which of them."""
    judul = label(pengaturan, kunci, keterangan.periode.tahun)
    berjalan = predikat_dicetak(keterangan, pengaturan) and not genap_setahun(keterangan)
    return f"{judul} ({apa}terhadap target/pagu setahun)" if berjalan else judul


def isi_rata(rata: RataRata, kolom: KolomRata, pengaturan: Pengaturan) -> dict[str, Sel]:
    """The mean as printed, and unrounded in the column that it is taken over."""
    if rata.mentah is None or rata.nilai is None:
        return {kolom.cetak: strip()}
    cetak = Sel(
        float(rata.nilai), bulatkan_rumus(f"[{kolom.dirata}]", pengaturan.desimal), f"angka{pengaturan.desimal}"
    )
    return {kolom.cetak: cetak, kolom.dirata: Sel(rata.mentah, f"AVERAGE({kolom.rentang})", "angka4")}


def isi_banyak(rata: RataRata, kolom: KolomRata) -> dict[str, Sel]:
    """`10 dari 12`: how many had a value of those that had to report."""
    bernilai = f"COUNT({kolom.rentang})"
    rumus = f'{bernilai}&" dari "&({bernilai}+COUNTIF({kolom.rentang},"{STRIP}"))'
    return {kolom.cetak: Sel(f"{rata.n} dari {rata.m}", rumus, "tengah")}


def isi_rata_uang(nilai: float | None, kolom: KolomRata) -> dict[str, Sel]:
    """The mean of the ratios of money, unrounded."""
    if nilai is None:
        return {kolom.cetak: strip()}
    return {kolom.cetak: Sel(nilai, f"AVERAGE({kolom.rentang})", "angka2")}


def isi_jumlah_uang(nilai: float | None, kolom: KolomRata, kunci: tuple[str, str]) -> dict[str, Sel]:
    """Σ/Σ over the rows whose ratio enters the mean; `kunci` are the columns of realisasi and pagu."""
    if nilai is None:
        return {kolom.cetak: strip()}
    realisasi, pagu = (f"[{nama}:{kolom.awal}]:[{nama}:{kolom.akhir}]" for nama in kunci)
    rumus = rumus_rasio_jumlah(realisasi, pagu, f'{kolom.rentang},">={TERKECIL}"', kurangi(kunci[1], kolom.belum))
    return {kolom.cetak: Sel(nilai, rumus, "angka2")}


def isi_sekurangnya(nilai: float | None, kolom: KolomRata, kunci: tuple[str, str]) -> dict[str, Sel]:
    """Σ of what was realised over the whole pagu of the lowest rows; `kunci` are the columns of realisasi and pagu."""
    if nilai is None:
        return {kolom.cetak: strip()}
    realisasi, pagu = (f"[{nama}:{kolom.awal}]:[{nama}:{kolom.akhir}]" for nama in kunci)
    lapor = f'{kolom.rentang},">={TERKECIL}"'
    semua = f'[terbawah:{kolom.awal}]:[terbawah:{kolom.akhir}],"ya",{pagu},">0"'
    return {kolom.cetak: Sel(nilai, f"SUMIFS({realisasi},{lapor})/SUMIFS({pagu},{semua})*100", "angka2")}


def baris_sekurangnya(
    hasil: EvaluasiRenja | EvaluasiRenstra, kolom: KolomRata, kunci: tuple[str, str]
) -> list[tuple[str, Isi]]:
    """At the end of the year, where rows did not report: what was realised at least, of the whole pagu."""
    terhitung = hasil.penutup.terhitung
    if not genap_setahun(hasil.keterangan) or terhitung.lengkap:
        return []
    judul = "Sekurang-kurangnya: jumlah realisasi dibanding seluruh pagu, Rp (%)"
    return [(judul, isi_sekurangnya(terhitung.sekurangnya, kolom, kunci))]


def baris_dokumen(penutup: Penutup, kolom: KolomRata, kunci: tuple[str, str], apa: str) -> list[tuple[str, Isi]]:
    """The closing row of the pagu that the document gives beyond its rows; none where there is no such part.

    `kunci` are the columns of realisasi and pagu. While rows have not reported it names the part alone.
    """
    if not penutup.tidak_dirinci:
        return []
    judul = penutup.sebut_rincian(apa).partition(";")[0]
    if not penutup.terhitung.lengkap or penutup.serapan_jumlah is None:
        return [(f"{judul}, Rp", {})]
    nilai = float(penutup.terhitung.realisasi / penutup.pagu_dokumen() * 100)
    realisasi, pagu = (f"[{nama}:{kolom.awal}]:[{nama}:{kolom.akhir}]" for nama in kunci)
    ikut = f'{kolom.rentang},">={TERKECIL}"'
    rumus = f"SUMIFS({realisasi},{ikut})/(SUMIFS({pagu},{ikut})+{penutup.tidak_dirinci})*100"
    return [(f"{judul}: {apa} terhadap pagu dokumen, Rp (%)", {kolom.cetak: Sel(nilai, rumus, "angka2")})]


def label_banyak(pengaturan: Pengaturan, rata: RataRata) -> str:
    """The label of the row of `n dari m`, with what is outside of both because there was nothing to measure."""
    return f"{label(pengaturan, 'banyak')}{rata.sebutan_nihil}"


def label_jumlah(pengaturan: Pengaturan, kunci: str, terhitung: Terhitung, tahun: int | None = None) -> str:
    """The label of the row of sums, with of how many rows it is."""
    return f"{label(pengaturan, kunci, tahun)}, {tulis_banyak(terhitung)}"


def tulis_banyak(terhitung: Terhitung) -> str:
    """`5 dari 7 baris yang berpagu (82,50 % dari seluruh pagu)`: which rows reported; all of them need no share."""
    banyak, luar = f"{terhitung.banyak} baris yang berpagu", terhitung.sebut_luar()
    if terhitung.lengkap or terhitung.bagian is None:
        return f"{banyak}{luar}"
    return f"{banyak} ({tulis_angka(terhitung.bagian, 2)} % dari seluruh pagu){luar}"


def isi_predikat(predikat: str | None, kunci: str, baris: int, pengaturan: Pengaturan) -> dict[str, Sel]:
    """The predikat of the mean that stands in the same column in another row."""
    return {kunci: sel_predikat(predikat, bulatkan_rumus(f"[{kunci}:{baris}]", pengaturan.desimal), pengaturan)}


def isi_rasio_dirata(nilai: float | None, kunci: str, dirata: str, *, terbawah: bool) -> Isi:
    """What a ratio of money adds to its mean: only rows of the lowest level with a value do."""
    return {dirata: Sel(nilai, f"[{kunci}]", "angka2")} if terbawah and nilai is not None else {}


def tulis_penutup(
    buku: Buku, lembar: Worksheet, susunan: Susunan, awal: int, penutup: Sequence[tuple[str, Isi]]
) -> int:
    """Write closing rows from row `awal` (from 1) on, each label over the columns that repeat; the next free row."""
    for nomor, (judul, sel) in enumerate(penutup):
        tulis_baris(lembar, buku.padat, susunan, awal + nomor, sel, "jumlah")
        baris = awal + nomor - 1
        lembar.set_row(baris, max(buku.padat.tinggi(judul, susunan.piksel_tetap, "teks", "jumlah"), _TINGGI_PENUTUP))
        tulis_gabung(lembar, (baris, 0, baris, susunan.tetap - 1), judul, buku.padat.ambil("teks", "jumlah"))
    return awal + len(penutup)


def tulis_narasi(
    buku: Buku,
    lembar: Worksheet,
    susunan: Susunan,
    hasil: EvaluasiRenja | EvaluasiRenstra,
    baris: int,
    narasi: Sequence[BarisNarasi],
) -> int:
    """Write these narrative rows from row `baris` (from 0) on, each text in its own row; the next free row."""
    kiri, kanan = susunan.tetap, susunan.akhir_bagian[0] - 1
    piksel = susunan.piksel(kiri, kanan)
    for isian in narasi:
        judul = label(hasil.pengaturan, isian.label)
        tertulis = hasil.penutup.narasi.get(isian.jenis, ())
        potongan = [bagian for uraian in tertulis for bagian in potong_tinggi(uraian)]
        for nomor, tulisan in enumerate(potongan or [_BELUM_DIISI if isian.jenis else _TIDAK_DITANYAKAN]):
            label_isi = judul if nomor == 0 else ""
            lembar.set_row(baris, _tinggi_narasi(buku.padat, susunan, label_isi, tulisan, piksel))
            bentuk = buku.padat.ambil("teks", "jumlah")
            tulis_gabung(lembar, (baris, 0, baris, kiri - 1), label_isi, bentuk)
            tulis_gabung(lembar, (baris, kiri, baris, kanan), tulisan, buku.padat.ambil("teks", "tabel"))
            baris += 1
    return baris


def _tinggi_narasi(gaya: GayaSel, susunan: Susunan, judul: str, uraian: str, piksel: int) -> float:
    kepala = gaya.tinggi(judul, susunan.piksel_tetap, "teks", "jumlah")
    return max(kepala, gaya.tinggi(uraian, piksel, "teks", "tabel"))


def tulis_tanda_tangan(
    buku: Buku,
    lembar: Worksheet,
    susunan: Susunan,
    baris: int,
    isian: Pengaturan,
    tanda_tangan: Sequence[TandaTangan],
) -> int:
    """Write the signatures side by side into one row, which no page break can cut; returns that row (from 0).

    One alone stands in the right half.
    """
    kiri, kanan = susunan.tetap, susunan.akhir_bagian[0] - 1
    lembar.set_row(baris, _TINGGI_TANDA_TANGAN)
    bentuk = buku.gaya.ambil("tengah", "tanda_tangan")
    banyak = max(len(tanda_tangan), 2)
    batas = [kiri + ceil((kanan - kiri + 1) * nomor / banyak) for nomor in range(banyak + 1)]
    for nomor, tanda in enumerate(tanda_tangan, banyak - len(tanda_tangan)):
        tulisan = _isi_tanda_tangan(tanda, isian, buku.keterangan)
        tulis_gabung(lembar, (baris, batas[nomor], baris, batas[nomor + 1] - 1), tulisan, bentuk)
    return baris


def pimpinan(kantor: Kantor) -> str:
    """The title of the head of an office."""
    return "Camat" if kantor.nama.lower().startswith("kecamatan") else "Kepala Perangkat Daerah"


def _isi_tanda_tangan(tanda: TandaTangan, isian: Pengaturan, keterangan: Keterangan) -> str:
    """Dotted lines for what is not known of who holds the office."""
    jabatan = label(isian, tanda.jabatan) if tanda.jabatan else pimpinan(keterangan.kantor)
    wilayah = f" {keterangan.kantor.kabupaten}" if tanda.jabatan else ""
    pejabat = keterangan.pejabat.get(jabatan)
    kepala = f"{label(isian, tanda.perihal)}\n{_TITIK[:20]}, {_TITIK[:28]}\n"
    if pejabat is None:
        return f"{kepala}{jabatan}{wilayah}\n\n\n\n\n{_TITIK}\nNIP {_TITIK[:38]}"
    pangkat = f"\n{pejabat.pangkat}" if pejabat.pangkat else ""
    nip = pejabat.nip or _TITIK[:38]
    return f"{kepala}{pejabat.sebutan}{wilayah}\n\n\n\n\n{pejabat.nama}{pangkat}\nNIP {nip}"
