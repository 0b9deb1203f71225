"""A capaian that the unit typed itself, against our own recomputation, with the class of the slip."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from analytics.aturan.agregasi import DAFTAR_AGREGASI, RASIO, cara_gabung
from analytics.aturan.angka import DESIMAL_HITUNG, bulatkan, tulis_angka, tulis_ketikan
from analytics.aturan.capaian import Target, bulatkan_pecahan
from analytics.aturan.pengakuan import KELAS, Pengakuan, akui
from analytics.lembar.bentuk.bahan import BahanFormat, IndikatorFormat
from analytics.lembar.periksa.isian import Dibaca
from analytics.lembar.periksa.nilai import PembacaBaris, kutip
from analytics.sel.terbaca import Terbaca
from analytics.temuan.butir import Temuan

_PANJANG_CETAK: Final = 8
"""Characters up to which a typed capaian is quoted whole."""
_SAMA: Final = frozenset({"tepat", "tepat_dibatasi", "tanpa_cetakan"})
_BERSEBAB: Final = ("terpotong", "polaritas_terbalik", "realisasi_sebagai_capaian", "salah_hitung", "angka_tertukar")
_NAMA_KELAS: Final = {kelas: kelas.replace("_", " ") for kelas in KELAS} | {
    "tidak_terjelaskan": "sebabnya belum diketahui",
    "salah_hitung": "langkah hitungnya berbeda",
}


def periksa_ketikan_capaian(dibaca: Dibaca, indikator: IndikatorFormat, bahan: BahanFormat) -> Iterator[Temuan]:
    """Compare a typed capaian with what realisasi and target give: of this triwulan, s/d this triwulan, of the year."""
    if dibaca.pembaca.sel("capaian") is None or dibaca.nilai is None:
        return
    ketik = _baca(dibaca.pembaca)
    yield from ketik.temuan
    if ketik.nilai is None:
        return
    tercetak = tulis_ketikan(bulatkan(ketik.nilai, DESIMAL_HITUNG))
    hasil = [
        akui(indikator.polaritas, _teks(target), _teks_pecahan(nilai), tercetak, indikator.rumus)
        for nilai, target in _calon(dibaca.nilai, indikator, bahan)
    ]
    if hasil and not any(pengakuan.kelas in _SAMA for pengakuan in hasil):
        yield _tanya(dibaca.pembaca, _pilih(hasil), tercetak)


def _baca(pembaca: PembacaBaris) -> Terbaca[Decimal | None]:
    """The typed capaian. It is never stored, so one that cannot be read is only remarked on."""
    ketik = pembaca.angka("capaian", "persen")
    if not ketik.gagal:
        return Terbaca(ketik.nilai.nilai)
    sel = pembaca.sel("capaian")
    tulisan = kutip(sel) if sel is not None else ""
    pesan = f"Capaian “{tulisan}” yang diketik unit tidak dibaca sebagai satu angka."
    return Terbaca(None, (pembaca.temui("capaian_tidak_dibaca", "capaian", pesan, diketik=tulisan),))


def _calon(nilai: Fraction, indikator: IndikatorFormat, bahan: BahanFormat) -> Iterator[tuple[Fraction, Target]]:
    """(value, target) pairs that a unit may have compared, the likeliest first."""
    if not indikator.target_triwulan.kosong:
        yield nilai, indikator.target_triwulan
    if not indikator.target_tahun.kosong:
        yield nilai, indikator.target_tahun
        gabung = DAFTAR_AGREGASI[cara_gabung(indikator.cara_isi, indikator.aturan.agregasi)]
        lalu = (laporan.pecahan(indikator.faktor) for _, laporan in sorted(indikator.lalu.items()))
        deret = [*(pecahan for pecahan in lalu if pecahan is not None), nilai]
        if bahan.periode.triwulan > 1 and len(deret) > 1 and gabung.kode != RASIO:
            yield gabung.hitung(deret), indikator.target_tahun


def _pilih(hasil: list[Pengakuan]) -> Pengakuan:
    """The comparison that explains the slip, else the first."""
    urut = (pengakuan for kelas in _BERSEBAB for pengakuan in hasil if pengakuan.kelas == kelas)
    return next(urut, hasil[0])


def _tanya(pembaca: PembacaBaris, pengakuan: Pengakuan, tercetak: str) -> Temuan:
    kelas = _NAMA_KELAS[pengakuan.kelas]
    tertulis = tulis_angka(Decimal(tercetak.replace(",", ".")), 2) if len(tercetak) > _PANJANG_CETAK else tercetak
    kami = None if pengakuan.nilai is None else bulatkan_pecahan(pengakuan.nilai, 2)
    hitungan = (
        f"hitungan Capaian {pengakuan.cara_hitung}" if pengakuan.cara_hitung else "menurut rumusnya tidak ada nilainya"
    )
    cara = f"; {pengakuan.cara}" if pengakuan.cara else ""
    pesan = f"Capaian diketik {tertulis}, sedangkan {hitungan} ({kelas}{cara})."
    pengganti = () if kami is None else (tulis_ketikan(kami, 2),)
    dipahami = None if kami is None else tulis_angka(kami, 2)
    sisipan = {} if pengganti else {"pilihan": "angka yang benar"}
    return pembaca.temui(
        "capaian_beda", "capaian", pesan, sisipan, diketik=tercetak, dipahami=dipahami, pengganti=pengganti
    )


def _teks(target: Target) -> str:
    if target.bawah is not None and target.atas is not None:
        return f"{tulis_ketikan(target.bawah)}-{tulis_ketikan(target.atas)}"
    return "" if target.nilai is None else tulis_ketikan(target.nilai)


def _teks_pecahan(nilai: Fraction) -> str:
    """The exact value as typed, at twelve decimals when it does not end."""
    return tulis_ketikan(bulatkan_pecahan(nilai, 12))
