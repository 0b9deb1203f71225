"""What closes E.81: means, predikat and sums, what the units wrote, the signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from analytics.dokumen.buku import Buku
from analytics.dokumen.gaya import warnai_predikat
from analytics.dokumen.lembar_pohon import baris_belum
from analytics.dokumen.penutup import (
    FAKTOR,
    BarisNarasi,
    KolomRata,
    TandaTangan,
    baris_dokumen,
    baris_sekurangnya,
    genap_setahun,
    isi_banyak,
    isi_jumlah_uang,
    isi_predikat,
    isi_rata,
    isi_rata_uang,
    label,
    label_banyak,
    label_jumlah,
    label_predikat,
    predikat_dicetak,
    tulis_narasi,
    tulis_penutup,
    tulis_tanda_tangan,
)
from analytics.dokumen.sel import Isi
from analytics.dokumen.tata_letak import Susunan, TempatFormulir
from analytics.evaluasi.hasil.renja import EvaluasiRenja

_NARASI: Final = (
    *FAKTOR,
    BarisNarasi("tindak_lanjut_triwulan", "tindak_lanjut_triwulan"),
    BarisNarasi("tindak_lanjut_renja", "tindak_lanjut_renja"),
)
_SETAHUN: Final = "capaian_tahun_k"
"""The column of K against the target of the year, which not every layout has."""
_UANG: Final = ("tahun_rp", "target_rp")


@dataclass(frozen=True)
class LetakPenutup:
    """In which rows (from 1) closing figures stand; `setahun` is that of the mean whose predikat is printed."""

    rata: int
    setahun: int
    predikat: int
    banyak: int
    jumlah: int


def letak_penutup(hasil: EvaluasiRenja, tempat: TempatFormulir) -> LetakPenutup:
    """Before the year is over a layout without a column for it has a row of its own for the mean against the year."""
    sisipan = int(_berbaris_setahun(hasil, tempat.susunan))
    rata = tempat.rata
    return LetakPenutup(rata, rata + sisipan, *(rata + sisipan + nomor for nomor in (1, 2, 3)))


def _berbaris_setahun(hasil: EvaluasiRenja, susunan: Susunan) -> bool:
    berjalan = not genap_setahun(hasil.keterangan) and predikat_dicetak(hasil.keterangan, hasil.pengaturan)
    return berjalan and not susunan.ada(_SETAHUN)


def tutup_renja(
    buku: Buku, lembar: Worksheet, hasil: EvaluasiRenja, tempat: TempatFormulir, tanda_tangan: Sequence[TandaTangan]
) -> tuple[int, int]:
    """Write the closing rows, then narratives and signatures; returns the last row of either (from 0)."""
    susunan, baris = tempat.susunan, _penutup(hasil, tempat)
    sesudah = tulis_penutup(buku, lembar, susunan, tempat.rata, baris)
    narasi = tulis_narasi(buku, lembar, susunan, hasil, sesudah - 1, _NARASI)
    kiri, kanan = susunan.sel(_kunci_setahun(susunan), tempat.rata), susunan.sel("capaian_rp", sesudah - 1)
    warnai_predikat(buku.buku, lembar, f"{kiri}:{kanan}", hasil.pengaturan.skala)
    akhir = tulis_tanda_tangan(buku, lembar, susunan, narasi + 1, hasil.pengaturan, tanda_tangan)
    return sesudah - 2, akhir


def _kunci_setahun(susunan: Susunan) -> str:
    """Under which column K against the target of the year is printed."""
    return _SETAHUN if susunan.ada(_SETAHUN) else "sd_capaian"


@dataclass(frozen=True)
class _KolomPenutup:
    """What the closing rows are of: K s/d triwulan, K and Rp against the year, K and Rp against the Renstra."""

    berjalan: KolomRata
    setahun: KolomRata
    serapan: KolomRata
    renstra: KolomRata
    rp: KolomRata


def _kolom_penutup(hasil: EvaluasiRenja, tempat: TempatFormulir) -> _KolomPenutup:
    baris = (tempat.awal, tempat.akhir)
    belum = baris_belum(hasil.baris, tempat.awal, lambda simpul: simpul.uang.kini.terhitung)
    belum_renstra = baris_belum(hasil.baris, tempat.awal, lambda simpul: simpul.uang.terhitung)
    return _KolomPenutup(
        KolomRata("sd_capaian", "sd_dirata", *baris),
        KolomRata(_kunci_setahun(tempat.susunan), "capaian_tahun_dirata", *baris),
        KolomRata("serapan", "serapan_dirata", *baris, belum),
        KolomRata("capaian_k", "capaian_dirata", *baris),
        KolomRata("capaian_rp", "capaian_rp_dirata", *baris, belum_renstra),
    )


def _penutup(hasil: EvaluasiRenja, tempat: TempatFormulir) -> list[tuple[str, Isi]]:
    penutup, pengaturan, kolom = hasil.penutup, hasil.pengaturan, _kolom_penutup(hasil, tempat)
    jumlah = {
        **isi_jumlah_uang(penutup.serapan_jumlah, kolom.serapan, _UANG),
        **isi_jumlah_uang(penutup.serapan_renstra_jumlah, kolom.rp, ("sampai_rp", "target_renstra_rp")),
    }
    return [
        (f"{label(pengaturan, 'rata_renja')}, tingkat {penutup.tingkat}", _rata(hasil, tempat.susunan, kolom)),
        *_rata_setahun(hasil, tempat.susunan, kolom),
        (
            label_predikat(hasil.keterangan, pengaturan, "predikat_renja", "tahun berjalan "),
            _predikat(hasil, tempat, kolom),
        ),
        (
            f"{label_banyak(pengaturan, penutup.kinerja)}{_nihil_renstra(hasil, tempat)}",
            _banyak(hasil, tempat.susunan, kolom),
        ),
        (f"{label_jumlah(pengaturan, 'jumlah_renja', penutup.terhitung)}{_banyak_renstra(hasil, tempat)}", jumlah),
        *baris_sekurangnya(hasil, kolom.serapan, _UANG),
        *baris_dokumen(penutup, kolom.serapan, _UANG, "serapan"),
    ]


def _nihil_renstra(hasil: EvaluasiRenja, tempat: TempatFormulir) -> str:
    """How many had nothing to measure in the column against the end of the Renstra, where they are others there."""
    renstra = hasil.penutup.kinerja_renstra
    if renstra.nihil == hasil.penutup.kinerja.nihil:
        return ""
    return f"; pada kolom {tempat.susunan.nomor('capaian_k')}{renstra.sebutan_nihil or ' semua dihitung'}"


def _banyak_renstra(hasil: EvaluasiRenja, tempat: TempatFormulir) -> str:
    """Of how many rows the sum over the years of the Renstra is, where they are others than those of this year."""
    renstra = hasil.penutup.terhitung_renstra
    if renstra.banyak == hasil.penutup.terhitung.banyak:
        return ""
    return f"; kolom {tempat.susunan.nomor('capaian_rp')}: {renstra.banyak}"


def _rata(hasil: EvaluasiRenja, susunan: Susunan, kolom: _KolomPenutup) -> Isi:
    penutup, pengaturan = hasil.penutup, hasil.pengaturan
    return {
        **(isi_rata(penutup.kinerja_tahun, kolom.setahun, pengaturan) if susunan.ada(_SETAHUN) else {}),
        **isi_rata(penutup.kinerja, kolom.berjalan, pengaturan),
        **isi_rata_uang(penutup.serapan_rata, kolom.serapan),
        **isi_rata(penutup.kinerja_renstra, kolom.renstra, pengaturan),
        **isi_rata_uang(penutup.serapan_renstra_rata, kolom.rp),
    }


def _rata_setahun(hasil: EvaluasiRenja, susunan: Susunan, kolom: _KolomPenutup) -> list[tuple[str, Isi]]:
    """The mean whose predikat is printed, in a layout that has no column for it."""
    if not _berbaris_setahun(hasil, susunan):
        return []
    rata = hasil.penutup.kinerja_tahun
    banyak = f"{rata.n} dari {rata.m} indikator{rata.sebutan_nihil}"
    judul = f"{label(hasil.pengaturan, 'rata_renja')}, K terhadap target setahun, {banyak}"
    return [(judul, isi_rata(rata, kolom.setahun, hasil.pengaturan))]


def _predikat(hasil: EvaluasiRenja, tempat: TempatFormulir, kolom: _KolomPenutup) -> Isi:
    """Each of its own figure: before the year is over of K and Rp against the year alone, or of neither."""
    penutup, pengaturan, letak = hasil.penutup, hasil.pengaturan, letak_penutup(hasil, tempat)
    setahun, serapan = penutup.kinerja_tahun.predikat, penutup.predikat_serapan
    if not predikat_dicetak(hasil.keterangan, pengaturan):
        setahun = serapan = None
    genap = genap_setahun(hasil.keterangan)
    berjalan = isi_predikat(penutup.predikat_kinerja if genap else None, "sd_capaian", letak.rata, pengaturan)
    terhadap_setahun = isi_predikat(setahun, kolom.setahun.cetak, letak.setahun, pengaturan)
    bersisip = tempat.susunan.ada(_SETAHUN)
    return {
        **(berjalan if bersisip or genap else {}),
        **(terhadap_setahun if bersisip or not genap else {}),
        **isi_predikat(serapan, kolom.serapan.cetak, letak.rata, pengaturan),
        **isi_predikat(penutup.kinerja_renstra.predikat, kolom.renstra.cetak, letak.rata, pengaturan),
    }


def _banyak(hasil: EvaluasiRenja, susunan: Susunan, kolom: _KolomPenutup) -> Isi:
    penutup = hasil.penutup
    return {
        **(isi_banyak(penutup.kinerja_tahun, kolom.setahun) if susunan.ada(_SETAHUN) else {}),
        **isi_banyak(penutup.kinerja, kolom.berjalan),
        **isi_banyak(penutup.kinerja_renstra, kolom.renstra),
    }
