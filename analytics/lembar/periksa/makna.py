"""Asks whether what was typed can be meant: every question is a peringatan, accepted with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from analytics.aturan.angka import satuan_persen, tulis_angka
from analytics.aturan.capaian import Capaian, Target, hitung
from analytics.aturan.nama import arah_nama, bagian_dari_seluruh, lawan_satuan
from analytics.aturan.periode import BELUM_WAKTUNYA, ROMAWI, TERISI, TIDAK_DIRENCANAKAN
from analytics.aturan.teks import alasan_sah, sandingan
from analytics.lembar.bentuk.bahan import Bahan, IndikatorFormat
from analytics.lembar.periksa.isian import Dibaca
from analytics.lembar.periksa.ketikan_capaian import periksa_ketikan_capaian
from analytics.lembar.periksa.nilai import ketikan
from analytics.lembar.periksa.riwayat import periksa_riwayat

_CAPAIAN_TERTINGGI: Final = 200
"""Persen above which a capaian is asked about."""


@dataclass(frozen=True)
class Perkara:
    """A row that has a value, with all that a question about it can need.

    `target` is what its value can be compared with, empty when there is nothing; `capaian` the comparison.
    """

    dibaca: Dibaca
    indikator: IndikatorFormat
    bahan: Bahan
    target: Target
    capaian: Capaian | None

    def tanya(self, aturan: str, pesan: str, isi: dict[str, str] | None = None, **lain: object) -> None:
        """Add a finding at the value of the row."""
        baris = self.dibaca.baris
        isi_lain = {"diketik": baris.diketik, "dipahami": baris.tulis() or None} | lain
        self.dibaca.pembaca.catat(aturan, self.dibaca.kolom, pesan, isi, **isi_lain)


def periksa_makna(dibaca: Dibaca, indikator: IndikatorFormat, bahan: Bahan) -> None:
    """Ask everything about one row that could be read; the findings go to its reader."""
    if dibaca.baris.keadaan != TERISI:
        _periksa_kosong(dibaca, indikator)
        return
    target = sasaran(indikator, bahan.periode.triwulan)
    capaian = hitung(indikator.rumus, dibaca.nilai, target, bahan.pengaturan) if dibaca.nilai is not None else None
    perkara = Perkara(dibaca, indikator, bahan, target, capaian)
    for cek in _CEK:
        cek(perkara)
    periksa_ketikan_capaian(dibaca, indikator, bahan)
    periksa_riwayat(dibaca, indikator, bahan)


def sasaran(indikator: IndikatorFormat, triwulan: int) -> Target:
    """The target that the typed value itself can be compared with; empty when only a sum of quarters could be."""
    if not indikator.target_triwulan.kosong:
        return indikator.target_triwulan
    setahun = indikator.frekuensi == "tahunan" or triwulan == 4
    utuh = indikator.cara_isi == "sd_triwulan" or indikator.aturan.agregasi == "nilai_akhir"
    return indikator.target_tahun if setahun and utuh else Target()


def _periksa_kosong(dibaca: Dibaca, indikator: IndikatorFormat) -> None:
    baris = dibaca.baris
    if indikator.wajib and alasan_sah(baris.alasan) is None:
        pesan = "Belum diisi, padahal wajib dilaporkan triwulan ini; dicatat sebagai belum ada data, bukan nol."
        dibaca.pembaca.catat("belum_ada_data", dibaca.kolom, pesan, diketik=baris.diketik)
    elif not indikator.wajib and baris.alasan is not None:
        pesan = f"Keterangan tanpa nilai dicatat: {baris.alasan}"
        dibaca.pembaca.catat("keterangan_dicatat", "alasan", pesan, diketik=baris.alasan[:60])


def _negatif(perkara: Perkara) -> None:
    nilai = perkara.dibaca.nilai
    baris = perkara.dibaca.baris
    negatif = [satu for satu in (baris.pembilang, baris.penyebut) if satu is not None and satu < 0]
    if nilai is not None and (nilai < 0 or negatif):
        apa = "Pembilang atau penyebut" if negatif else f"Realisasi {tulis_angka(float(nilai))}"
        perkara.tanya("nilai_negatif", f"{apa} di bawah nol.")


def _nol_dini(perkara: Perkara) -> None:
    """0 before it is due: often typed for "not yet", though it would count as nothing achieved."""
    if perkara.indikator.bila_kosong == BELUM_WAKTUNYA and perkara.dibaca.nilai == 0:
        pesan = "Diisi 0, padahal belum waktunya dilaporkan; 0 akan dihitung sebagai hasil nol."
        perkara.tanya("nol_sebelum_waktunya", pesan)


def _pecahan_persen(perkara: Perkara) -> None:
    """0,95 where 95 is meant: a small value whose hundredfold lies nearer to the target."""
    nilai, diketik = perkara.dibaca.nilai, perkara.dibaca.baris.nilai
    target = _tengah(perkara.indikator.target_triwulan) or _tengah(perkara.indikator.target_tahun)
    if diketik is None or nilai is None or not perkara.indikator.persen or target is None or not 0 < nilai <= 2:
        return
    if abs(nilai * 100 - target) < abs(nilai - target):
        satu = perkara.indikator
        tulisan = satu.target_triwulan.tulis() or satu.target_tahun.tulis()
        pesan = f"Tertulis {tulis_angka(diketik)} persen, sedangkan targetnya {tulisan} persen."
        perkara.tanya("pecahan_persen", pesan, pengganti=(ketikan(diketik * 100),))


def _tengah(target: Target) -> Fraction | None:
    """The number of a target, or the middle of its range."""
    if target.bawah is not None and target.atas is not None:
        return (Fraction(target.bawah) + Fraction(target.atas)) / 2
    return None if target.nilai is None else Fraction(target.nilai)


def _lebih_dari_seluruh(perkara: Perkara) -> None:
    """A share of more than the whole."""
    satu, baris = perkara.indikator, perkara.dibaca.baris
    if not bagian_dari_seluruh(satu.nama, satu.satuan):
        return
    if baris.pembilang is not None and baris.penyebut is not None:
        if satu.faktor == 100 and baris.pembilang > baris.penyebut > 0:
            pesan = f"Pembilang {tulis_angka(baris.pembilang)} lebih besar dari penyebut {tulis_angka(baris.penyebut)}."
            perkara.tanya("rasio_lebih", pesan)
    elif baris.nilai is not None and baris.nilai > 100 and not _bertarget_lebih(satu):
        perkara.tanya("persen_lebih", f"Persentase {tulis_angka(baris.nilai)} lebih dari 100.")


def _bertarget_lebih(satu: IndikatorFormat) -> bool:
    target = (satu.target_triwulan.nilai, satu.target_tahun.nilai, satu.target_tahun.atas)
    return any(isi is not None and isi > 100 for isi in target)


def _kumulatif(perkara: Perkara) -> None:
    satu, nilai = perkara.indikator, perkara.dibaca.nilai
    if satu.cara_isi != "sd_triwulan" or nilai is None:
        return
    beda = []
    for triwulan, laporan in (*sorted(satu.lalu.items())[-1:], *sorted(satu.kemudian.items())[:1]):
        lain = laporan.pecahan(satu.faktor)
        if lain is not None and (nilai < lain if triwulan in satu.lalu else nilai > lain):
            beda.append(("turun dari" if triwulan in satu.lalu else "lebih besar dari", triwulan, float(lain)))
    if beda:
        isi = " dan ".join(f"{arah} {tulis_angka(lain)} s/d triwulan {ROMAWI[nomor]}" for arah, nomor, lain in beda)
        pembanding = tuple(f"s/d Triwulan {ROMAWI[nomor]}: {tulis_angka(lain)}" for _, nomor, lain in beda)
        pesan = f"Nilai s/d triwulan ini {tulis_angka(float(nilai))}, {isi}."
        perkara.tanya("sd_turun", pesan, pembanding=pembanding)


def _yatim(perkara: Perkara) -> None:
    if perkara.indikator.bila_kosong == TIDAK_DIRENCANAKAN:
        pesan = f"{perkara.indikator.kode} diisi, padahal tidak punya target tahun {perkara.bahan.periode.tahun}."
        perkara.tanya("indikator_yatim", pesan)


def _target_nol(perkara: Perkara) -> None:
    if perkara.target.nilai == 0 and perkara.capaian is not None and perkara.capaian.nilai is None:
        pesan = f"Targetnya 0, sehingga realisasi {perkara.dibaca.baris.tulis()} tidak memberi capaian."
        perkara.tanya("target_nol", pesan, pembanding=("Target: 0",))


def _capaian_janggal(perkara: Perkara) -> None:
    mentah = perkara.capaian.mentah if perkara.capaian is not None else None
    if perkara.capaian is not None and mentah is not None and not 0 <= mentah <= _CAPAIAN_TERTINGGI:
        isi = {"realisasi": perkara.dibaca.baris.tulis(), "target": perkara.target.tulis()}
        pembanding = (f"Target: {perkara.target.tulis()}",)
        pesan = f"Capaiannya menjadi {tulis_angka(mentah, 2)} persen: {perkara.capaian.cara_hitung}."
        perkara.tanya("capaian_janggal", pesan, isi, pembanding=pembanding)


def _predikat_celah(perkara: Perkara) -> None:
    capaian, skala = perkara.capaian, perkara.bahan.pengaturan.skala
    if capaian is not None and capaian.nilai is not None and skala.di_celah_tercetak(capaian.nilai):
        predikat = capaian.predikat.predikat if capaian.predikat else ""
        pesan = (
            f"Capaian {capaian.tulisan} berada di celah skala predikat tercetak; aplikasi ini membacanya {predikat}."
        )
        perkara.tanya("predikat_celah", pesan)


def _polaritas_nama(perkara: Perkara) -> None:
    kata = arah_nama(perkara.indikator.nama)
    if kata is not None and kata[0] != perkara.indikator.polaritas:
        polaritas = perkara.indikator.polaritas
        pesan = f"Namanya memuat “{kata[1]}”, sedangkan polaritasnya {polaritas}."
        perkara.tanya("polaritas_nama", pesan)


def _satuan_nama(perkara: Perkara) -> None:
    kata = lawan_satuan(perkara.indikator.nama, perkara.indikator.satuan)
    if kata is not None:
        pesan = f"Namanya diawali “{kata}”, sedangkan satuannya {perkara.indikator.satuan}."
        perkara.tanya("satuan_nama", pesan)


def _kembar(perkara: Perkara) -> None:
    ini = perkara.indikator
    kembar = [
        satu.kode
        for satu in perkara.bahan.indikator
        if satu.kode != ini.kode
        and satu.kode_simpul == ini.kode_simpul
        and _rapi(satu.nama) == _rapi(ini.nama)
        and _rapi(satu.satuan) == _rapi(ini.satuan)
    ]
    if kembar:
        perkara.tanya("indikator_kembar", f"{ini.kode} bernama sama dengan {', '.join(kembar)}.")


@lru_cache(maxsize=4096)  # asked for every pair of indicators of a unit
def _rapi(teks: str) -> str:
    return "persen" if satuan_persen(teks) else sandingan(teks)


_CEK: Final[tuple[Callable[[Perkara], None], ...]] = (
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
