"""What Evaluasi IKU gives to the summary: the sentence, its figures, its empty states, the five lowest."""

from __future__ import annotations

from typing import Final

from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    NAMA_KEADAAN,
    TIDAK_ADA_KEJADIAN,
    TIDAK_DIRENCANAKAN,
    KeadaanRealisasi,
)
from analytics.aturan.rumus import ALASAN
from analytics.dokumen.isi_kompilasi import RingkasanFormulir, TabelRingkasan
from analytics.dokumen.ringkasan import baris_angka, sel_banyak, sel_rujukan, tidak_ada
from analytics.dokumen.sel import Isi, Sel, dengan_rumus, nama_predikat, pasang_nilai, pasang_target, strip, teks
from analytics.dokumen.tata_letak import TempatFormulir
from analytics.evaluasi.hasil.iku import BarisIku, EvaluasiIku

_TERENDAH: Final = 5


def ringkas_iku(hasil: EvaluasiIku, tempat: TempatFormulir) -> RingkasanFormulir:
    """Every figure refers to its cell on the sheet."""
    return RingkasanFormulir(
        kesimpulan=_kesimpulan(hasil, tempat),
        pokok=tuple(_pokok_iku(hasil, tempat)),
        keadaan=tuple(_pokok_keadaan(hasil, tempat.rentang("keadaan"))),
        tabel=(_tabel_terendah(hasil, tempat),),
    )


def _kesimpulan(iku: EvaluasiIku, tempat: TempatFormulir) -> Sel:
    sampai = f"s/d {iku.keterangan.periode.nama}"
    if not iku.dinilai:
        return Sel(f"Belum ada IKU yang dapat dinilai {sampai}")
    akhir = f" IKU yang dinilai mencapai target {sampai}"
    return Sel(f"{iku.tercapai} dari {iku.dinilai}{akhir}", f'{tempat.sel("status", tempat.rata)}&"{akhir}"')


def _pokok_iku(iku: EvaluasiIku, tempat: TempatFormulir) -> list[Isi]:
    rata = iku.rata_rata
    beda = f" {iku.beda_banyak()}".rstrip()
    return [
        baris_angka(
            "IKU yang mencapai target",
            Sel(f"{iku.tercapai} dari {iku.dinilai}", tempat.sel("status", tempat.rata), "tengah"),
            teks("Dari IKU yang dapat dinilai."),
        ),
        baris_angka(
            "Rata-rata capaian IKU (%)",
            sel_rujukan(rata.nilai, tempat.sel("capaian", tempat.rata)),
            sel_banyak(
                rata,
                tempat.sel("capaian", tempat.rata + 1),
                f"IKU yang wajib lapor bernilai{rata.sebutan_nihil}.{beda}",
            ),
            sel_rujukan(rata.predikat, tempat.sel("predikat", tempat.rata)),
        ),
    ]


def _pokok_keadaan(iku: EvaluasiIku, rentang: str) -> list[Isi]:
    arti = "Tidak ada yang dapat diukur; sebabnya di bawah."
    nihil: list[tuple[KeadaanRealisasi, int, str]]
    nihil = [(TIDAK_ADA_KEJADIAN, iku.tidak_ada_kejadian, arti)] if iku.tidak_ada_kejadian else []
    keadaan: tuple[tuple[KeadaanRealisasi, int, str], ...] = (
        (BELUM_ADA_DATA, iku.belum_ada_data, "Wajib lapor tetapi kosong; lihat daftar di bawah."),
        (BELUM_WAKTUNYA, iku.belum_waktunya, "Belum wajib lapor; bukan kekurangan."),
        (TIDAK_DIRENCANAKAN, iku.tidak_direncanakan, "Tidak ada target tahun ini."),
        *nihil,
    )
    return [
        baris_angka(
            f"IKU {NAMA_KEADAAN[kode]}",
            Sel(float(banyak), f'COUNTIF({rentang},"{NAMA_KEADAAN[kode]}")', "angka0"),
            teks(arti),
        )
        for kode, banyak, arti in keadaan
    ]


def _tabel_terendah(iku: EvaluasiIku, tempat: TempatFormulir) -> TabelRingkasan:
    kepala = {
        "no": "No",
        "uraian": "Indikator",
        "target": "Target s/d",
        "realisasi": "Realisasi s/d",
        "nilai": "Capaian (%)",
        "predikat": "Predikat",
        "keterangan": "Faktor penghambat dan tindak lanjut",
    }
    return TabelRingkasan("Lima capaian IKU terendah", kepala, _terendah(iku, tempat))


def _terendah(iku: EvaluasiIku, tempat: TempatFormulir) -> list[Isi]:
    dinilai = [baris for baris in iku.baris if baris.kini.capaian.mentah is not None or baris.kini.tercapai is False]
    urut = sorted(dinilai, key=lambda baris: baris.kini.capaian.urutan(tercapai=baris.kini.tercapai))[:_TERENDAH]
    return [_baris_terendah(baris, nomor, tempat) for nomor, baris in enumerate(urut, 1)] or [
        tidak_ada("IKU yang bernilai")
    ]


def _baris_terendah(baris_iku: BarisIku, nomor: int, tempat: TempatFormulir) -> Isi:
    indikator, kini = baris_iku.baris.indikator, baris_iku.kini
    baris = tempat.baris[indikator.kode]
    alasan = kini.capaian.alasan
    tanpa_persen = [f"Belum tercapai, tanpa persen. {ALASAN[alasan]}"] if alasan else []
    narasi = [
        f"{judul}: {baris_iku.baris.narasi[jenis]}"
        for jenis, judul in (("faktor_penghambat", "Penghambat"), ("tindak_lanjut_triwulan", "Tindak lanjut"))
        if jenis in baris_iku.baris.narasi
    ]
    return {
        "no": Sel(float(nomor), rupa="urut"),
        "uraian": teks(indikator.nama),
        "target": dengan_rumus(pasang_target("target", kini.target)["target"], tempat.sel("target", baris)),
        "realisasi": dengan_rumus(
            pasang_nilai("realisasi", kini.realisasi, strip())["realisasi"], tempat.sel("realisasi", baris)
        ),
        "nilai": sel_rujukan(kini.capaian.nilai, tempat.sel("capaian", baris)),
        "predikat": sel_rujukan(nama_predikat(kini.capaian), tempat.sel("predikat", baris)),
        "keterangan": teks("\n".join([*tanpa_persen, *(narasi or ["Belum diisi oleh unit."])])),
    }
