"""Asks whether what was typed can be meant: every question is a peringatan, accepted with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from analytics.aturan.angka import tulis_angka, tulis_ketikan, tulis_minus
from analytics.aturan.nama import arah_nama, bagian_dari_seluruh, lawan_satuan
from analytics.aturan.periode import ROMAWI, TERISI, TIDAK_ADA_KEJADIAN, TIDAK_DIRENCANAKAN
from analytics.aturan.satuan import rapikan_satuan
from analytics.aturan.teks import alasan_sah, sandingan, sebaris
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat
from analytics.lembar.periksa import besaran, terdahulu
from analytics.lembar.periksa.isian import Dibaca
from analytics.lembar.periksa.ketikan_capaian import periksa_ketikan_capaian
from analytics.lembar.periksa.perkara import PerkaraBaris, susun_perkara, tengah_rencana
from analytics.temuan.butir import Temuan

_CAPAIAN_TERTINGGI: Final = 200
"""Persen above which a capaian is asked about."""
_CAPAIAN_TERENDAH: Final = 10
"""Persen below which that of a typed value is asked about that stands for itself, and is no part of a sum."""


def periksa_makna(dibaca: Dibaca, indikator: IndikatorFormat, bahan: BahanFormat) -> Iterator[Temuan]:
    """Ask everything about one row that could be read; how large its value is, once."""
    if dibaca.baris.keadaan != TERISI:
        yield from _periksa_kosong(dibaca, indikator)
        return
    perkara = susun_perkara(dibaca, indikator, bahan)
    yield from _pertama(perkara)
    for cek in _CEK:
        yield from cek(perkara)
    yield from periksa_ketikan_capaian(dibaca, indikator, bahan)
    yield from terdahulu.aturan_berubah(perkara)


def _pertama(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """The first question about the size of the value: what explains it would answer those behind it, too."""
    for cek in _CEK_BESAR:
        temuan = tuple(cek(perkara))
        if temuan:
            yield from temuan
            return


def _periksa_kosong(dibaca: Dibaca, indikator: IndikatorFormat) -> Iterator[Temuan]:
    baris = dibaca.baris
    if baris.keadaan == TIDAK_ADA_KEJADIAN:
        if alasan_sah(baris.alasan) is None:
            pesan = "Tidak ada kejadian untuk diukur, tanpa sebab; triwulan ini tidak dihitung, bukan nol."
            yield dibaca.pembaca.temui("tidak_ada_kejadian", dibaca.kolom, pesan, diketik=baris.diketik)
    elif indikator.wajib and besaran.dinyatakan_nihil(baris.alasan):
        pesan = f"Keterangannya “{sebaris(baris.alasan or '', 60)}”, tetapi nilainya kosong, bukan 0."
        yield dibaca.pembaca.temui("nihil_kosong", dibaca.kolom, pesan, diketik=baris.diketik)
    elif indikator.wajib and alasan_sah(baris.alasan) is None:
        pesan = "Belum diisi, padahal wajib dilaporkan triwulan ini; dicatat sebagai belum ada data, bukan nol."
        yield dibaca.pembaca.temui("belum_ada_data", dibaca.kolom, pesan, diketik=baris.diketik)
    elif not indikator.wajib and baris.alasan is not None and not dibaca.pembaca.bersama:
        pesan = f"Keterangan tanpa nilai dicatat: {baris.alasan}"
        yield dibaca.pembaca.temui("keterangan_dicatat", "alasan", pesan, diketik=baris.alasan[:60])


def _negatif(perkara: PerkaraBaris) -> Iterator[Temuan]:
    nilai = perkara.dibaca.nilai
    baris = perkara.dibaca.baris
    negatif = [bagian for bagian in (baris.pembilang, baris.penyebut) if bagian is not None and bagian < 0]
    if nilai is not None and (nilai < 0 or negatif):
        apa = "Pembilang atau penyebut" if negatif else f"Realisasi {tulis_angka(float(nilai))}"
        yield perkara.temui("nilai_negatif", f"{apa} di bawah nol.")


def _pecahan_persen(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """0,95 where 95 is meant: a small value whose hundredfold lies nearer to the target."""
    nilai, diketik = perkara.dibaca.nilai, perkara.dibaca.baris.nilai
    target = tengah_rencana(perkara.indikator)
    if diketik is None or nilai is None or not perkara.indikator.persen or target is None or not 0 < nilai <= 2:
        return
    if abs(nilai * 100 - target) < abs(nilai - target):
        indikator = perkara.indikator
        tulisan = indikator.target_triwulan.tulis() or indikator.target_tahun.tulis()
        pesan = f"Tertulis {tulis_angka(diketik)} persen, sedangkan targetnya {tulisan} persen."
        yield perkara.temui("pecahan_persen", pesan, pengganti=(tulis_ketikan(diketik * 100),))


def _lebih_dari_seluruh(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """A share of more than the whole."""
    indikator, baris = perkara.indikator, perkara.dibaca.baris
    if not bagian_dari_seluruh(indikator.nama, indikator.satuan):
        return
    if baris.pembilang is not None and baris.penyebut is not None:
        if indikator.faktor == 100 and baris.pembilang > baris.penyebut > 0:
            pesan = f"Pembilang {tulis_angka(baris.pembilang)} lebih besar dari penyebut {tulis_angka(baris.penyebut)}."
            yield perkara.temui("rasio_lebih", pesan)
    elif baris.nilai is not None and baris.nilai > 100 and not _bertarget_lebih(indikator):
        yield perkara.temui("persen_lebih", f"Persentase {tulis_angka(baris.nilai)} lebih dari 100.")


def _bertarget_lebih(indikator: IndikatorFormat) -> bool:
    target = (indikator.target_triwulan.nilai, indikator.target_tahun.nilai, indikator.target_tahun.atas)
    return any(nilai is not None and nilai > 100 for nilai in target)


def _kumulatif(perkara: PerkaraBaris) -> Iterator[Temuan]:
    indikator, nilai = perkara.indikator, perkara.dibaca.nilai
    if indikator.cara_isi != "sd_triwulan" or nilai is None:
        return
    beda = []
    for triwulan, laporan in (*sorted(indikator.lalu.items())[-1:], *sorted(indikator.kemudian.items())[:1]):
        lain = laporan.pecahan(indikator.faktor)
        if lain is not None and (nilai < lain if triwulan in indikator.lalu else nilai > lain):
            beda.append(("turun dari" if triwulan in indikator.lalu else "lebih besar dari", triwulan, float(lain)))
    if beda:
        banding = " dan ".join(f"{arah} {tulis_angka(lain)} s/d triwulan {ROMAWI[nomor]}" for arah, nomor, lain in beda)
        pembanding = tuple(f"s/d Triwulan {ROMAWI[nomor]}: {tulis_angka(lain)}" for _, nomor, lain in beda)
        pesan = f"Nilai s/d triwulan ini {tulis_angka(float(nilai))}, {banding}."
        yield perkara.temui("sd_turun", pesan, pembanding=pembanding)


def _yatim(perkara: PerkaraBaris) -> Iterator[Temuan]:
    if perkara.indikator.bila_kosong == TIDAK_DIRENCANAKAN:
        pesan = f"{perkara.indikator.kode} diisi, padahal tidak punya target tahun {perkara.bahan.periode.tahun}."
        yield perkara.temui("indikator_yatim", pesan)


def _target_nol(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """A target of 0 that was missed; nothing done where nothing was planned is what was planned."""
    tercapai = perkara.indikator.polaritas == "naik" and perkara.dibaca.nilai == 0
    if perkara.target.nilai == 0 and not tercapai and perkara.capaian is not None and perkara.capaian.nilai is None:
        pesan = f"Targetnya 0, sehingga realisasi {perkara.dibaca.baris.tulis()} tidak memberi capaian."
        yield perkara.temui("target_nol", pesan, pembanding=("Target: 0",))


def _capaian_janggal(perkara: PerkaraBaris) -> Iterator[Temuan]:
    mentah = perkara.capaian.mentah if perkara.capaian is not None else None
    utuh = perkara.indikator.polaritas == "naik" and not perkara.indikator.bagian_jumlah
    terendah = _CAPAIAN_TERENDAH if utuh and perkara.dibaca.baris.nilai else 0
    if perkara.capaian is not None and mentah is not None and not terendah <= mentah <= _CAPAIAN_TERTINGGI:
        sisipan = {"realisasi": perkara.dibaca.baris.tulis(), "target": perkara.target.tulis()}
        pembanding = (f"Target: {perkara.target.tulis()}",)
        pesan = f"Capaiannya menjadi {tulis_minus(tulis_angka(mentah, 2))} persen: {perkara.capaian.cara_hitung}."
        yield perkara.temui("capaian_janggal", pesan, sisipan, pembanding=pembanding)


def _predikat_celah(perkara: PerkaraBaris) -> Iterator[Temuan]:
    capaian, skala = perkara.capaian, perkara.bahan.pengaturan.skala
    if capaian is not None and capaian.nilai is not None and skala.di_celah_tercetak(capaian.nilai):
        predikat = capaian.predikat.predikat if capaian.predikat else ""
        pesan = (
            f"Capaian {capaian.tulisan} berada di celah skala predikat tercetak; aplikasi ini membacanya {predikat}."
        )
        yield perkara.temui("predikat_celah", pesan)


def _polaritas_nama(perkara: PerkaraBaris) -> Iterator[Temuan]:
    kata = arah_nama(perkara.indikator.nama)
    if kata is not None and kata[0] != perkara.indikator.polaritas:
        polaritas = perkara.indikator.polaritas
        pesan = f"Namanya memuat “{kata[1]}”, sedangkan polaritasnya {polaritas}."
        yield perkara.temui("polaritas_nama", pesan)


def _satuan_nama(perkara: PerkaraBaris) -> Iterator[Temuan]:
    kata = lawan_satuan(perkara.indikator.nama, perkara.indikator.satuan)
    if kata is not None:
        pesan = f"Namanya diawali “{kata}”, sedangkan satuannya {perkara.indikator.satuan}."
        yield perkara.temui("satuan_nama", pesan)


def _kembar(perkara: PerkaraBaris) -> Iterator[Temuan]:
    ini = perkara.indikator
    kembar = [
        indikator.kode
        for indikator in perkara.bahan.indikator
        if indikator.kode != ini.kode
        and indikator.kode_simpul == ini.kode_simpul
        and sandingan(indikator.nama) == sandingan(ini.nama)
        and rapikan_satuan(indikator.satuan) == rapikan_satuan(ini.satuan)
    ]
    if kembar:
        yield perkara.temui("indikator_kembar", f"{ini.kode} bernama sama dengan {', '.join(kembar)}.")


_CEK_BESAR: Final[tuple[Callable[[PerkaraBaris], Iterator[Temuan]], ...]] = (
    besaran.nol_dini,
    besaran.nol_wajib,
    besaran.skala,
    _pecahan_persen,
    besaran.penyebut_beda,
    besaran.tidak_utuh,
    _lebih_dari_seluruh,
    _negatif,
    _kumulatif,
    terdahulu.pencilan,
    besaran.melampaui_setahun,
    _capaian_janggal,
    terdahulu.memburuk,
    terdahulu.sama_dengan_lalu,
    _predikat_celah,
)
"""Questions about how large a value is, the most telling first."""

_CEK: Final[tuple[Callable[[PerkaraBaris], Iterator[Temuan]], ...]] = (
    _yatim,
    _target_nol,
    _polaritas_nama,
    _satuan_nama,
    _kembar,
)
"""Questions about the plan of the row."""
