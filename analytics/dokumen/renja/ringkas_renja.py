"""What Evaluasi Renja gives to the summary: its means and the serapan."""

from __future__ import annotations

from analytics.aturan.angka import tulis_rupiah
from analytics.aturan.periode import ROMAWI
from analytics.dokumen.isi_kompilasi import RingkasanFormulir
from analytics.dokumen.penutup import tulis_banyak
from analytics.dokumen.renja.penutup_renja import letak_penutup
from analytics.dokumen.ringkasan import baris_angka, sel_banyak, sel_rujukan
from analytics.dokumen.sel import Isi, bulatkan_rumus, sel_predikat, teks
from analytics.dokumen.tata_letak import TempatFormulir
from analytics.evaluasi.hasil import Penarikan
from analytics.evaluasi.hasil.renja import EvaluasiRenja


def ringkas_renja(renja: EvaluasiRenja, tempat: TempatFormulir) -> RingkasanFormulir:
    """Every figure refers to its cell on the sheet."""
    return RingkasanFormulir(pokok=tuple(_pokok_renja(renja, tempat)))


def _pokok_renja(renja: EvaluasiRenja, tempat: TempatFormulir) -> list[Isi]:
    penutup, letak = renja.penutup, letak_penutup(renja, tempat)
    rata = tempat.sel("sd_capaian", letak.rata)
    rincian = penutup.sebut_rincian("serapan")
    tingkat = f"Tingkat {penutup.tingkat}; {tulis_banyak(penutup.terhitung)}.{f' {rincian}.' if rincian else ''}"
    hasil = [
        baris_angka(
            "Rata-rata capaian kinerja Renja s/d triwulan ini (%)",
            sel_rujukan(penutup.kinerja.nilai, rata),
            sel_banyak(
                penutup.kinerja,
                tempat.sel("sd_capaian", letak.banyak),
                f"indikator yang wajib lapor bernilai{penutup.kinerja.sebutan_nihil}; tingkat {penutup.tingkat}.",
            ),
            sel_predikat(penutup.predikat_kinerja, bulatkan_rumus(rata, renja.pengaturan.desimal), renja.pengaturan),
        ),
        baris_angka(
            "Serapan anggaran (%), jumlah realisasi dibanding jumlah pagu",
            sel_rujukan(penutup.serapan_jumlah, tempat.sel("serapan", letak.jumlah)),
            teks(tingkat),
        ),
        baris_angka(
            "Serapan anggaran (%), rata-rata per baris",
            sel_rujukan(penutup.serapan_rata, tempat.sel("serapan", letak.rata)),
            teks(tingkat),
            sel_rujukan(renja.predikat_serapan, tempat.sel("serapan", letak.predikat)),
        ),
    ]
    return hasil if renja.penarikan is None else [*hasil, _penarikan(renja, renja.penarikan)]


def _penarikan(renja: EvaluasiRenja, penarikan: Penarikan) -> Isi:
    """What was realised against what was to be drawn by now, whose two sums no form has: they stand in its formula."""
    rumus = f"{penarikan.realisasi}/{penarikan.rencana}*100"
    bulat = bulatkan_rumus(rumus, renja.pengaturan.desimal)
    return baris_angka(
        f"Serapan anggaran (%), terhadap rencana penarikan s/d TW {ROMAWI[renja.keterangan.periode.triwulan]}",
        sel_rujukan(penarikan.rasio, rumus),
        teks(
            f"Realisasi {tulis_rupiah(penarikan.realisasi)} dibagi anggaran kas {tulis_rupiah(penarikan.rencana)}; "
            f"{penarikan.n} dari {penarikan.m} baris yang melapor punya anggaran kas."
        ),
        sel_predikat(renja.penutup.predikat_penarikan, bulat, renja.pengaturan),
    )
