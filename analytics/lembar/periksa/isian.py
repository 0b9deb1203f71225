"""Reads the row of one indicator of a filled workbook."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from analytics.aturan.agregasi import cara_gabung
from analytics.aturan.angka import bulatkan, tulis_angka
from analytics.aturan.capaian import bulatkan_pecahan
from analytics.aturan.desimal import desimal_tulis
from analytics.aturan.pecahan import nilai_pecahan, tulis_laporan
from analytics.aturan.periode import NAMA_KEADAAN, ROMAWI, TERISI, TIDAK_ADA_KEJADIAN
from analytics.aturan.teks import sandingan
from analytics.aturan.tetap import tulis_tetap, urai_tetap
from analytics.lembar.bentuk.bahan import IndikatorFormat
from analytics.lembar.bentuk.format import JENIS_NARASI
from analytics.lembar.periksa.hasil_periksa import BarisRealisasi, Narasi
from analytics.lembar.periksa.nilai import IsianFormat, PembacaBaris, kutip
from analytics.sel.terbaca import Terbaca, semua_temuan
from analytics.temuan.butir import Temuan

_TANPA_KEJADIAN: Final = "ketik 0 pada keduanya (tidak ada kejadian) dan tulis sebabnya di kolom Keterangan"
"""What to do with a pair of which there is nothing to measure, where the plan allows it."""


@dataclass(frozen=True)
class Dibaca:
    """A row as understood. `kolom` is where its value is typed first, `pembaca` reads its other cells.

    `nilai` is its exact value, None without one or for a grade. `terjawab`: a person chose it among the readings of
    its cell, or it is a 0 of a formula or of a number too small to store, which its cell asks about itself.
    """

    baris: BarisRealisasi
    pembaca: PembacaBaris
    kolom: str
    nilai: Fraction | None
    terjawab: bool = False


@dataclass(frozen=True)
class _KetikanNilai:
    """What was typed for the value of a row: one cell, or pembilang and penyebut; `nihil`: nothing to measure."""

    isian: IsianFormat
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    terjawab: bool = False
    nihil: bool = False

    @property
    def terisi(self) -> bool:
        """Whether a value was given."""
        return not self.isian.kosong or self.pembilang is not None


def baca_indikator(pembaca: PembacaBaris, indikator: IndikatorFormat) -> Terbaca[Dibaca]:
    """The row as understood; `gagal` when its value could not be read."""
    kolom = indikator.kolom_nilai[0]
    ketikan = _baca_kejadian(pembaca, indikator)
    if ketikan is None:
        ketikan = _baca_tetap(pembaca, indikator)
    if ketikan is None:
        ketikan = _baca_pasangan(pembaca, indikator) if indikator.berpembilang else _baca_nilai(pembaca, indikator)
    baris = _susun(pembaca, indikator, kolom, ketikan.nilai)
    nilai = _nilai(baris.nilai, indikator)
    hasil = Terbaca(nilai=None) if ketikan.gagal else _banding_hasil(pembaca, indikator, baris.nilai, nilai)
    dibaca = Dibaca(baris.nilai, pembaca, kolom, nilai, ketikan.nilai.terjawab)
    return Terbaca(dibaca, semua_temuan(ketikan, baris, hasil), ketikan.gagal or hasil.gagal)


def _baca_kejadian(pembaca: PembacaBaris, indikator: IndikatorFormat) -> Terbaca[_KetikanNilai] | None:
    """That there was nothing to measure, where the plan allows it: in words, or as 0 of 0 that somebody typed.

    None for everything else; a 0 that a formula gave says nothing.
    """
    if not indikator.boleh_tanpa_kejadian:
        return None
    kolom = indikator.kolom_nilai
    terisi = [sel for nama in kolom if (sel := pembaca.sel(nama)) is not None and sel.teks.strip()]
    if any(sel.rumus is not None for sel in terisi):
        return None
    isi = [kutip(sel) for sel in terisi]
    tanpa = {sandingan(teks) for teks in isi if sandingan(teks) != sandingan(NAMA_KEADAAN[TIDAK_ADA_KEJADIAN])}
    nol = tanpa == {"0"} and len(isi) == len(kolom) and indikator.berpembilang
    if not isi or not (nol or not tanpa):
        return None
    return Terbaca(_KetikanNilai(IsianFormat(diketik=" / ".join(isi)), nihil=True))


def _baca_tetap(pembaca: PembacaBaris, indikator: IndikatorFormat) -> Terbaca[_KetikanNilai] | None:
    """That the value of an earlier triwulan still holds: it is reported for this one too. None for everything else."""
    kolom = indikator.kolom_nilai
    terisi = [(nama, sel) for nama in kolom if (sel := pembaca.sel(nama)) is not None and sel.teks.strip()]
    bacaan = [urai_tetap(sel.teks) if sel.jenis == "teks" else None for _, sel in terisi]
    if not terisi or None in bacaan:
        return None
    (nama, sel), akhir = terisi[0], indikator.dapat_tetap
    disebut = {tetap.triwulan for tetap in bacaan if tetap is not None and tetap.triwulan is not None}
    lalu = None if akhir is None else indikator.lalu[akhir]
    cocok = lalu is not None and (lalu.pembilang is not None) == indikator.berpembilang
    if akhir is None or lalu is None or not cocok or not disebut <= {akhir}:
        temuan = _tolak_tetap(pembaca, indikator, nama, kutip(sel), disebut)
        return Terbaca(_KetikanNilai(IsianFormat()), (temuan,), gagal=True)
    tulisan = tulis_laporan(lalu.nilai, lalu.pembilang, lalu.penyebut, lalu.peringkat)
    pesan = f"“{kutip(sel)}” dibaca {tulisan}, yang dilaporkan TW {ROMAWI[akhir]}, dan dicatat untuk triwulan ini."
    temuan = pembaca.temui("tetap_dibaca", nama, pesan, diketik=kutip(sel), dipahami=tulisan)
    isian = IsianFormat(lalu.nilai, lalu.peringkat, tulis_tetap(akhir))
    return Terbaca(_KetikanNilai(isian, lalu.pembilang, lalu.penyebut, terjawab=True), (temuan,))


def _tolak_tetap(
    pembaca: PembacaBaris, indikator: IndikatorFormat, kolom: str, diketik: str, disebut: Set[int]
) -> Temuan:
    akhir = indikator.dapat_tetap
    if akhir is not None and disebut and akhir not in disebut:
        sebab = f"yang terakhir dilaporkan tahun ini adalah TW {ROMAWI[akhir]}"
    elif akhir is not None:
        sebab = f"TW {ROMAWI[akhir]} tidak dilaporkan dengan cara isi yang sekarang"
    elif cara_gabung(indikator.cara_isi, indikator.aturan.agregasi) != "nilai_akhir":
        sebab = (
            f"setahun indikator ini memerlukan nilai setiap triwulan ({indikator.aturan.agregasi.replace('_', ' ')})"
        )
    else:
        sebab = "tahun ini belum ada triwulan yang dilaporkan"
    return pembaca.temui("tetap_tidak_berlaku", kolom, f"“{diketik}” tidak dapat dipakai: {sebab}.", diketik=diketik)


def _baca_nilai(pembaca: PembacaBaris, indikator: IndikatorFormat) -> Terbaca[_KetikanNilai]:
    """The value itself: a number, or a grade of the indicator's scale."""
    tertulis = _pasangan_tertulis(pembaca)
    if tertulis is not None:
        return Terbaca(_KetikanNilai(IsianFormat()), (tertulis,), gagal=True)
    if indikator.pilihan:
        isian = pembaca.peringkat("realisasi", indikator.pilihan)
    else:
        isian = pembaca.angka("realisasi", indikator.satuan)
    return Terbaca(_KetikanNilai(isian.nilai, terjawab=_terjawab(isian.nilai)), isian.temuan, isian.gagal)


def _terjawab(isian: IsianFormat) -> bool:
    return isian.dipilih or ((isian.berumus or isian.tergerus) and isian.nilai == 0)


def _pasangan_tertulis(pembaca: PembacaBaris) -> Temuan | None:
    """That pembilang or penyebut is typed though the value itself is asked for: it would be lost."""
    for kolom in ("pembilang", "penyebut"):
        sel = pembaca.sel(kolom)
        if sel is not None and sel.teks.strip() not in {"", "-"}:
            pesan = f"{kolom.capitalize()} diisi “{kutip(sel)}”, padahal indikator ini meminta nilainya langsung."
            return pembaca.temui("pasangan_tidak_diminta", kolom, pesan, diketik=kutip(sel))
    return None


def _baca_pasangan(pembaca: PembacaBaris, indikator: IndikatorFormat) -> Terbaca[_KetikanNilai]:
    """Pembilang and penyebut: both or none. The value is theirs, never that of the formula cell."""
    pembilang, penyebut = pembaca.angka("pembilang"), pembaca.angka("penyebut")
    sudah = semua_temuan(pembilang, penyebut)
    if pembilang.gagal or penyebut.gagal:
        return Terbaca(_KetikanNilai(IsianFormat()), sudah, gagal=True)
    atas, bawah = pembilang.nilai, penyebut.nilai
    if atas.kosong != bawah.kosong or bawah.nilai == 0:
        return Terbaca(
            _KetikanNilai(IsianFormat()), (*sudah, _tolak_pasangan(pembaca, indikator, atas, bawah)), gagal=True
        )
    tertulis = any(isian.diketik for isian in (atas, bawah))
    diketik = f"{atas.diketik or ''} / {bawah.diketik or ''}" if tertulis else None
    isian = IsianFormat(diketik=diketik)
    return Terbaca(_KetikanNilai(isian, atas.nilai, bawah.nilai, _terjawab(atas) or _terjawab(bawah)), sudah)


def _tolak_pasangan(pembaca: PembacaBaris, indikator: IndikatorFormat, atas: IsianFormat, bawah: IsianFormat) -> Temuan:
    if bawah.nilai == 0:
        pesan = "Penyebut 0, sehingga realisasi tidak dapat dihitung."
        tanpa = _TANPA_KEJADIAN if indikator.boleh_tanpa_kejadian else "kosongkan keduanya dan tulis alasannya"
        return pembaca.temui("penyebut_nol", "penyebut", pesan, {"tanpa": tanpa}, diketik=bawah.diketik)
    ada, kurang = ("penyebut", "pembilang") if atas.kosong else ("pembilang", "penyebut")
    pesan = f"{kurang.capitalize()} kosong, padahal {ada} terisi."
    return pembaca.temui("pasangan_tidak_lengkap", kurang, pesan, {"kurang": kurang})


def _susun(
    pembaca: PembacaBaris, indikator: IndikatorFormat, kolom: str, ketikan: _KetikanNilai
) -> Terbaca[BarisRealisasi]:
    """The row with its value and its texts."""
    alasan = pembaca.teks("alasan")
    narasi = {jenis: pembaca.teks(jenis) for jenis in JENIS_NARASI}
    lembar = pembaca.lembar.nama
    baris = BarisRealisasi(
        kode_indikator=indikator.kode,
        nama=indikator.nama,
        satuan=indikator.satuan,
        keadaan=TERISI if ketikan.terisi else TIDAK_ADA_KEJADIAN if ketikan.nihil else indikator.bila_kosong,
        nilai=ketikan.isian.nilai,
        pembilang=ketikan.pembilang,
        penyebut=ketikan.penyebut,
        peringkat=ketikan.isian.peringkat,
        alasan=alasan.nilai,
        diketik=ketikan.isian.diketik,
        lembar=lembar,
        sel=pembaca.alamat[kolom],
        narasi=tuple(
            Narasi(jenis, teks.nilai, lembar, pembaca.alamat[jenis])
            for jenis, teks in narasi.items()
            if teks.nilai is not None
        ),
    )
    return Terbaca(baris, semua_temuan(alasan, *narasi.values()))


def _nilai(baris: BarisRealisasi, indikator: IndikatorFormat) -> Fraction | None:
    if baris.pembilang is not None:
        return nilai_pecahan(baris.pembilang, baris.penyebut, indikator.faktor)
    return None if baris.nilai is None else Fraction(baris.nilai)


def _banding_hasil(
    pembaca: PembacaBaris, indikator: IndikatorFormat, baris: BarisRealisasi, hitung: Fraction | None
) -> Terbaca[None]:
    """What stands in the result cell must not contradict the pair, and cannot stand alone: `gagal` when it does.

    The formula of the format gives the value of the pair itself; another one is held against it like a typed value.
    """
    sel = pembaca.sel("realisasi")
    if not indikator.berpembilang or sel is None or (sel.rumus is not None and sel.jenis != "angka"):
        return Terbaca(None)
    ketikan = pembaca.angka("realisasi", indikator.satuan)
    isian = ketikan.nilai
    if isian.nilai is None:
        return Terbaca(None, ketikan.temuan, ketikan.gagal)
    if hitung is None:
        pesan = f"Realisasi berisi {isian.diketik}, padahal dihitung dari pembilang dan penyebut yang kosong."
        kurang = {"kurang": "pembilang dan penyebut"}
        temuan = pembaca.temui("pasangan_tidak_lengkap", "realisasi", pesan, kurang, diketik=isian.diketik)
        return Terbaca(None, (*(ketikan.temuan if sel.rumus is None else ()), temuan), gagal=True)
    desimal = desimal_tulis(hitung)
    if bulatkan_pecahan(hitung, desimal) == bulatkan(isian.nilai, desimal):
        return Terbaca(None)
    hasil = tulis_angka(bulatkan_pecahan(hitung, desimal), desimal)
    pesan = f"Realisasi berisi {tulis_angka(isian.nilai)}, sedangkan {baris.tulis()} menghasilkan {hasil}."
    return Terbaca(None, (pembaca.temui("realisasi_beda", "realisasi", pesan, diketik=isian.diketik, dipahami=hasil),))
