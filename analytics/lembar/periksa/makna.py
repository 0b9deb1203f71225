"""Asks whether what was typed can be meant: every question is a peringatan, accepted with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from analytics.aturan.angka import satuan_persen, tulis_angka, tulis_minus
from analytics.aturan.capaian import Capaian, Target, hitung
from analytics.aturan.nama import arah_nama, bagian_dari_seluruh, lawan_satuan
from analytics.aturan.periode import BELUM_WAKTUNYA, ROMAWI, TERISI, TIDAK_DIRENCANAKAN
from analytics.aturan.teks import alasan_sah, sandingan
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat
from analytics.lembar.periksa.isian import Dibaca
from analytics.lembar.periksa.ketikan_capaian import periksa_ketikan_capaian
from analytics.lembar.periksa.nilai import ketikan
from analytics.lembar.periksa.terdahulu import periksa_riwayat
from analytics.temuan.butir import Temuan
from analytics.temuan.kode import KodeFormat

_CAPAIAN_TERTINGGI: Final = 200
"""Persen above which a capaian is asked about."""


@dataclass(frozen=True)
class PerkaraBaris:
    """A row that has a value, with all that a question about it can need.

    `target` is what its value can be compared with, empty when there is nothing; `capaian` the comparison.
    """

    dibaca: Dibaca
    indikator: IndikatorFormat
    bahan: BahanFormat
    target: Target
    capaian: Capaian | None

    def temui(self, kode: KodeFormat, pesan: str, sisipan: dict[str, str] | None = None, **lain: object) -> Temuan:
        """A finding at the value of the row."""
        baris = self.dibaca.baris
        nilai = {"diketik": baris.diketik, "dipahami": baris.tulis() or None} | lain
        return self.dibaca.pembaca.temui(kode, self.dibaca.kolom, pesan, sisipan, **nilai)


def periksa_makna(dibaca: Dibaca, indikator: IndikatorFormat, bahan: BahanFormat) -> Iterator[Temuan]:
    """Ask everything about one row that could be read."""
    if dibaca.baris.keadaan != TERISI:
        yield from _periksa_kosong(dibaca, indikator)
        return
    target = sasaran(indikator, bahan.periode.triwulan)
    capaian = hitung(indikator.rumus, dibaca.nilai, target, bahan.pengaturan) if dibaca.nilai is not None else None
    perkara = PerkaraBaris(dibaca, indikator, bahan, target, capaian)
    for cek in _CEK:
        yield from cek(perkara)
    yield from periksa_ketikan_capaian(dibaca, indikator, bahan)
    yield from periksa_riwayat(dibaca, indikator, bahan)


def sasaran(indikator: IndikatorFormat, triwulan: int) -> Target:
    """The target that the typed value itself can be compared with; empty when only a sum of quarters could be."""
    if not indikator.target_triwulan.kosong:
        return indikator.target_triwulan
    setahun = indikator.frekuensi == "tahunan" or triwulan >= indikator.aturan.jadwal[-1]
    utuh = indikator.cara_isi == "sd_triwulan" or indikator.aturan.agregasi == "nilai_akhir"
    return indikator.target_tahun if setahun and utuh else Target()


def _periksa_kosong(dibaca: Dibaca, indikator: IndikatorFormat) -> Iterator[Temuan]:
    baris = dibaca.baris
    if indikator.wajib and alasan_sah(baris.alasan) is None:
        pesan = "Belum diisi, padahal wajib dilaporkan triwulan ini; dicatat sebagai belum ada data, bukan nol."
        yield dibaca.pembaca.temui("belum_ada_data", dibaca.kolom, pesan, diketik=baris.diketik)
    elif not indikator.wajib and baris.alasan is not None:
        pesan = f"Keterangan tanpa nilai dicatat: {baris.alasan}"
        yield dibaca.pembaca.temui("keterangan_dicatat", "alasan", pesan, diketik=baris.alasan[:60])


def _negatif(perkara: PerkaraBaris) -> Iterator[Temuan]:
    nilai = perkara.dibaca.nilai
    baris = perkara.dibaca.baris
    negatif = [bagian for bagian in (baris.pembilang, baris.penyebut) if bagian is not None and bagian < 0]
    if nilai is not None and (nilai < 0 or negatif):
        apa = "Pembilang atau penyebut" if negatif else f"Realisasi {tulis_angka(float(nilai))}"
        yield perkara.temui("nilai_negatif", f"{apa} di bawah nol.")


def _nol_dini(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """0 before it is due: often typed for "not yet", though it would count as nothing achieved."""
    if perkara.indikator.bila_kosong == BELUM_WAKTUNYA and perkara.dibaca.nilai == 0:
        pesan = "Diisi 0, padahal belum waktunya dilaporkan; 0 akan dihitung sebagai hasil nol."
        yield perkara.temui("nol_sebelum_waktunya", pesan)


def _pecahan_persen(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """0,95 where 95 is meant: a small value whose hundredfold lies nearer to the target."""
    nilai, diketik = perkara.dibaca.nilai, perkara.dibaca.baris.nilai
    target = _tengah(perkara.indikator.target_triwulan) or _tengah(perkara.indikator.target_tahun)
    if diketik is None or nilai is None or not perkara.indikator.persen or target is None or not 0 < nilai <= 2:
        return
    if abs(nilai * 100 - target) < abs(nilai - target):
        indikator = perkara.indikator
        tulisan = indikator.target_triwulan.tulis() or indikator.target_tahun.tulis()
        pesan = f"Tertulis {tulis_angka(diketik)} persen, sedangkan targetnya {tulisan} persen."
        yield perkara.temui("pecahan_persen", pesan, pengganti=(ketikan(diketik * 100),))


def _tengah(target: Target) -> Fraction | None:
    """The number of a target, or the middle of its range."""
    if target.bawah is not None and target.atas is not None:
        return (Fraction(target.bawah) + Fraction(target.atas)) / 2
    return None if target.nilai is None else Fraction(target.nilai)


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
    if perkara.target.nilai == 0 and perkara.capaian is not None and perkara.capaian.nilai is None:
        pesan = f"Targetnya 0, sehingga realisasi {perkara.dibaca.baris.tulis()} tidak memberi capaian."
        yield perkara.temui("target_nol", pesan, pembanding=("Target: 0",))


def _capaian_janggal(perkara: PerkaraBaris) -> Iterator[Temuan]:
    mentah = perkara.capaian.mentah if perkara.capaian is not None else None
    if perkara.capaian is not None and mentah is not None and not 0 <= mentah <= _CAPAIAN_TERTINGGI:
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
        and _rapi(indikator.nama) == _rapi(ini.nama)
        and _rapi(indikator.satuan) == _rapi(ini.satuan)
    ]
    if kembar:
        yield perkara.temui("indikator_kembar", f"{ini.kode} bernama sama dengan {', '.join(kembar)}.")


@lru_cache(maxsize=4096)  # asked for every pair of indicators of a unit
def _rapi(teks: str) -> str:
    return "persen" if satuan_persen(teks) else sandingan(teks)


_CEK: Final[tuple[Callable[[PerkaraBaris], Iterator[Temuan]], ...]] = (
    _negatif,
    _nol_dini,
    _pecahan_persen,
    _lebih_dari_seluruh,
    _kumulatif,
    _yatim,
    _target_nol,
    _capaian_janggal,
    _predikat_celah,
    _polaritas_nama,
    _satuan_nama,
    _kembar,
)
