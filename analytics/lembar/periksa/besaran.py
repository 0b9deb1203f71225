"""Asks whether a value can be as large as it stands there: a 0, a wrong scale, a part of a person, a new whole.

Each is most likely a slip of the hand, and one slip raises one question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from analytics.aturan.angka import DESIMAL_SIMPAN, satuan_rupiah, tulis_angka, tulis_ketikan, tulis_rupiah
from analytics.aturan.capaian import Target, bulatkan_pecahan
from analytics.aturan.desimal import tulis_terukur
from analytics.aturan.pecahan import tulis_pasangan
from analytics.aturan.periode import BELUM_WAKTUNYA, TERISI
from analytics.aturan.satuan import benda_utuh
from analytics.aturan.teks import sandingan
from analytics.lembar.bentuk.bahan import IndikatorFormat
from analytics.lembar.bentuk.format import LEMBAR_REALISASI
from analytics.lembar.periksa.perkara import PerkaraBaris, tengah, tengah_rencana
from analytics.temuan.butir import Temuan, buat

_SKALA: Final = {"ribu": Fraction(1000), "juta": Fraction(10**6), "miliar": Fraction(10**9)}
"""Words for what an amount is often written in."""
_JAUH: Final = 200
"""How many times a value is smaller than what is planned before another scale is thought of."""
_LONGGAR: Final = Fraction(6, 5)
"""How far above its pagu money may come to and still be what was meant."""
_KATA: Final = re.compile(r"\w+")
_NIHIL: Final = re.compile(r"\b(nihil|nol)\b", re.IGNORECASE)
"""Words of a Keterangan by which the unit says itself that the 0 is meant."""
_SELURUH: Final = re.compile(
    r"(?:semua|seluruh|jumlah|total)(?: seluruh)? (?:desa|kelurahan)(?:(?: dan | ?/ ?)(?:desa|kelurahan))?"
    r"(?: (?:di|se)[ -]?kecamatan.*)?"
)
"""What a penyebut is called that is the same from year to year: the desa or kelurahan, all of them."""
_TETAP: Final = 5
"""The smallest penyebut that is known for one that does not change."""
_SEUTUHNYA: Final = (1, 100)
"""What stands below the line of a ratio that was worked out elsewhere."""
_PANJANG_DAFTAR: Final = 200
"""Characters of a list of codes within a sentence."""


def nol_dini(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """0 before it is due: often typed for "not yet", though it would count as nothing achieved."""
    if perkara.indikator.bila_kosong == BELUM_WAKTUNYA and _nol(perkara):
        pesan = "Diisi 0, padahal belum waktunya dilaporkan; 0 akan dihitung sebagai hasil nol."
        yield perkara.temui("nol_sebelum_waktunya", pesan)


def nol_wajib(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """0 where more is planned, or where a bad thing was never counted before: the commonest wrong number."""
    indikator = perkara.indikator
    if not indikator.wajib or not _nol(perkara) or _dinyatakan_nihil(perkara):
        return
    if indikator.polaritas == "turun":
        if not indikator.terdahulu:
            yield perkara.temui("realisasi_nol", "Laporan pertama indikator ini diisi 0.")
    elif _diharapkan(perkara):
        tulisan = (perkara.indikator.target_triwulan, "triwulan ini")
        target, kapan = tulisan if not tulisan[0].kosong else (indikator.target_tahun, "setahun")
        pesan = f"Diisi 0, padahal target {kapan} {target.tulis()} {indikator.satuan}."
        yield perkara.temui("realisasi_nol", pesan, pembanding=(f"Target {kapan}: {target.tulis()}",))


def _nol(perkara: PerkaraBaris) -> bool:
    """Whether a person typed a 0 that nobody was asked about yet."""
    return perkara.dibaca.nilai == 0 and not perkara.dibaca.terjawab


def _dinyatakan_nihil(perkara: PerkaraBaris) -> bool:
    return dinyatakan_nihil(perkara.dibaca.baris.alasan)


def dinyatakan_nihil(keterangan: str | None) -> bool:
    """Whether the unit says in words that its 0 is meant."""
    return _NIHIL.search(keterangan or "") is not None


def _diharapkan(perkara: PerkaraBaris) -> bool:
    """Whether this triwulan should have brought something.

    Of a sum that is planned for the year alone, that is where every triwulan in which it is due has a whole one to
    bring, and at the end of a year that brought none.
    """
    indikator = perkara.indikator
    if not indikator.target_triwulan.kosong:
        return _lebih_dari_nol(indikator.target_triwulan)
    setahun = tengah(indikator.target_tahun) or Fraction(0)
    if not perkara.tanpa_banding and indikator.cara_isi != "sd_triwulan":
        return setahun > 0
    sudah, jadwal = _sudah(indikator), indikator.aturan.jadwal
    return sudah < setahun if setahun >= len(jadwal) else perkara.bahan.periode.triwulan >= jadwal[-1] and not sudah


def _lebih_dari_nol(target: Target) -> bool:
    batas = target.nilai if target.nilai is not None else target.bawah
    return batas is not None and batas > 0


def _sudah(indikator: IndikatorFormat) -> Fraction:
    """What the earlier triwulan of this year have brought together."""
    lalu = [laporan.pecahan(indikator.faktor) or Fraction(0) for _, laporan in sorted(indikator.lalu.items())]
    return sum(lalu[-1:] if indikator.cara_isi == "sd_triwulan" else lalu, Fraction(0))


def nol_semua(perkara: Iterable[PerkaraBaris], ditanya: Iterable[Temuan]) -> Iterator[Temuan]:
    """One question for a sheet on which all that something is planned for is a typed 0, and no row asks by itself."""
    naik = [baris for baris in perkara if baris.indikator.wajib and baris.indikator.polaritas == "naik"]
    bertarget = [baris for baris in naik if _belum_tercapai(baris.indikator) and baris.dibaca.baris.keadaan == TERISI]
    diketik = all(_nol(baris) and not _dinyatakan_nihil(baris) for baris in bertarget)
    if len(bertarget) > 1 and diketik and not any(temuan.kode == "realisasi_nol" for temuan in ditanya):
        kode = ", ".join(baris.indikator.kode for baris in bertarget)
        pesan = (
            f"Semua {len(bertarget)} indikator bertarget diisi 0 ({daftar_pendek(kode)}). Memang belum ada hasilnya?"
        )
        yield buat("nol_semua", pesan, lembar=LEMBAR_REALISASI)


def _belum_tercapai(indikator: IndikatorFormat) -> bool:
    return _sudah(indikator) < (tengah(indikator.target_tahun) or Fraction(0))


def daftar_pendek(daftar: str) -> str:
    """A list of codes as a sentence takes it."""
    return daftar if len(daftar) <= _PANJANG_DAFTAR else f"{daftar[:_PANJANG_DAFTAR].rpartition(', ')[0]}, …"


def skala(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """A value some thousand times smaller than what is planned: an amount that was written in ribu or juta.

    Or some thousand times larger, where the satuan is itself in ribu or juta.
    """
    nilai, indikator = perkara.dibaca.baris.nilai, perkara.indikator
    acuan = tengah_rencana(indikator)
    if nilai is None or acuan is None or nilai <= 0 or acuan <= 0 or indikator.persen:
        return
    berskala = next((kata for kata in _SKALA if kata in _KATA.findall(indikator.satuan.casefold())), None)
    if berskala is not None and nilai > acuan * _JAUH:
        kali = 1 / Fraction(_SKALA[berskala])
        yield from _tanya_skala(perkara, Fraction(nilai), acuan, {f"rupiah, bukan {berskala}": kali})
    elif nilai * _JAUH < acuan and (satuan_rupiah(indikator.satuan) or indikator.polaritas == "naik"):
        yield from _tanya_skala(perkara, Fraction(nilai), acuan, _SKALA)


def _tanya_skala(
    perkara: PerkaraBaris, nilai: Fraction, acuan: Fraction, pilihan: Mapping[str, Fraction]
) -> Iterator[Temuan]:
    """The reading that comes near to what is planned, if there is one; money may be far below it."""
    indikator = perkara.indikator
    dekat = Fraction(1, 50) if satuan_rupiah(indikator.satuan) or perkara.tanpa_banding else Fraction(1, 5)
    cocok = [(kata, nilai * kali) for kata, kali in pilihan.items() if dekat <= nilai * kali / acuan <= 2]
    for kata, maksud in cocok[:1]:
        target = indikator.target_triwulan.tulis() or indikator.target_tahun.tulis()
        tertulis = f"{perkara.dibaca.baris.tulis()} {indikator.satuan}"
        pesan = f"Tertulis {tertulis}, sedangkan targetnya {target}. Ditulis dalam {kata}?"
        pengganti = (tulis_ketikan(bulatkan_pecahan(maksud, DESIMAL_SIMPAN)),)
        yield perkara.temui("skala_nilai", pesan, pengganti=pengganti, pembanding=(f"Target: {target}",))


def skala_pagu(rupiah: Decimal, pagu: Decimal) -> tuple[str, str] | None:
    """The question and the likely amount where money is a thousandth of its pagu or less; None where it is more."""
    nilai, seluruh = Fraction(rupiah), Fraction(pagu)
    muat = [(kata, nilai * kali) for kata, kali in _SKALA.items() if 0 < nilai * kali <= seluruh * _LONGGAR]
    if not muat or muat[-1][1] * 1000 < seluruh:
        return None
    kata, maksud = muat[-1]
    pesan = f"Realisasi {tulis_rupiah(rupiah)}, sedangkan pagunya {tulis_rupiah(pagu)}. Ditulis dalam {kata} rupiah?"
    return pesan, tulis_ketikan(bulatkan_pecahan(maksud, 2))


def penyebut_beda(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """Another whole than before: a ratio typed as 0,85 / 1 or 85 / 100, or one desa more or less."""
    indikator, baris = perkara.indikator, perkara.dibaca.baris
    dulu = [lalu for lalu in indikator.terdahulu if lalu.penyebut is not None]
    if baris.penyebut is None or baris.pembilang is None or not dulu:
        return
    lalu, kini = dulu[-1].penyebut, baris.penyebut
    seluruh = _SELURUH.fullmatch(sandingan(indikator.penyebut or "")) is not None
    tetap = (len(dulu) > 1 or seluruh) and {laporan.penyebut for laporan in dulu} == {lalu}
    if lalu is not None and kini != lalu and lalu >= _TETAP and (tetap or kini in _SEUTUHNYA):
        pesan = f"Penyebut {tulis_angka(kini)}, sedangkan {dulu[-1].nama} {tulis_angka(lalu)}."
        pembanding = (f"Penyebut {dulu[-1].nama}: {tulis_angka(lalu)}",)
        diketik = tulis_pasangan(baris.pembilang, kini)
        yield perkara.temui("penyebut_beda", pesan, kolom="penyebut", diketik=diketik, pembanding=pembanding)


def tidak_utuh(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """Part of a person, a document or a desa. A value may come in parts where its target does."""
    indikator, baris = perkara.indikator, perkara.dibaca.baris
    rencana = (indikator.target_triwulan, indikator.target_tahun)
    pecah = any(angka is not None and not _bulat(angka) for target in rencana for angka in (target.nilai, target.bawah))
    calon = (
        (perkara.dibaca.kolom, None if pecah else baris.nilai, indikator.satuan),
        ("pembilang", baris.pembilang, indikator.pembilang or ""),
        ("penyebut", baris.penyebut, indikator.penyebut or ""),
    )
    for kolom, angka, sebutan in calon:
        benda = benda_utuh(sebutan, indikator.nama)
        if angka is not None and not _bulat(angka) and benda:
            pesan = f"Tertulis {tulis_angka(angka)}, padahal {benda} dihitung utuh."
            yield perkara.temui("tidak_utuh", pesan, kolom=kolom)
            return


def _bulat(angka: Decimal) -> bool:
    return angka == angka.to_integral_value()


def melampaui_setahun(perkara: PerkaraBaris) -> Iterator[Temuan]:
    """One triwulan that alone brings more than the whole year, or the sum that comes to more than twice as much.

    The sum is asked about once: in the triwulan that brings it there.
    """
    indikator, nilai = perkara.indikator, perkara.dibaca.nilai
    batas = indikator.target_tahun.nilai if indikator.target_tahun.atas is None else indikator.target_tahun.atas
    setahun = None if batas is None else Fraction(batas)
    if nilai is None or not setahun or setahun < 0 or not perkara.target.kosong:
        return
    sudah = _sudah(indikator) if indikator.bagian_jumlah else Fraction(0)
    jumlah, batas_jumlah = sudah + nilai, 2 * setahun
    if nilai > (setahun if indikator.bagian_jumlah else batas_jumlah):
        apa = f"Nilai triwulan ini {perkara.dibaca.baris.tulis()}"
    elif sudah <= batas_jumlah < jumlah:
        apa = f"Jumlah s/d triwulan ini {tulis_terukur(jumlah)}"
    else:
        return
    target = indikator.target_tahun.tulis()
    pesan = f"{apa}, sedangkan target setahun {target}."
    yield perkara.temui("setahun_terlampaui", pesan, pembanding=(f"Target setahun: {target}",))
