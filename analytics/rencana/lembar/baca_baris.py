"""Reads the cells of one row of a *rencana* workbook into the typed fields that its columns are declared for.

Every reading answers its value and its findings; a value that cannot be used is neutral, so that one pass tells all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from analytics.aturan.angka import (
    KATA_NOL,
    Ambigu,
    Angka,
    BacaanAngka,
    Batas,
    Bersatuan,
    Peringkat,
    Rentang,
    TidakTerbaca,
    baca_angka,
    bulatkan,
    ejaan_lain,
    satuan_persen,
    satuan_rupiah,
    tulis_angka,
    tulis_ketikan,
)
from analytics.aturan.desimal import desimal_target
from analytics.aturan.nomenklatur import kode_baku, kode_simpul_baku, kode_sub_skpd_baku
from analytics.aturan.periode import BULAN, ROMAWI, SEBUTAN_BERIKUTNYA, TAHUN_BERIKUTNYA
from analytics.aturan.satuan import rapikan_satuan
from analytics.aturan.teks import membalik, sebaris
from analytics.pembaca.baca import SelTerbaca
from analytics.rencana.baris import AsalSel, BarisRencana, NilaiRencana
from analytics.rencana.kolom import JenisKolomRencana, KolomRencana, kolom_medan
from analytics.rencana.lembar.baca_lembar import TAHUN_SAH, TabelRencana, ringkas
from analytics.rencana.lembar.ejaan import BERSATUAN, KODE_LAIN, KOMA_RIBUAN, SARAN, TITIK_NOL
from analytics.rencana.pilihan import YA_TIDAK, Pilihan
from analytics.rencana.tegur import tegur
from analytics.sel.baca_sel import BukanIsian, baca_sel, hampa
from analytics.sel.terbaca import Terbaca, semua_temuan
from analytics.temuan.butir import Temuan
from analytics.temuan.kode import KodeRencana

_BarisUtuh = TypeVar("_BarisUtuh", bound=BarisRencana)
_BUKAN_TRIWULAN: Final = re.compile(r"triwulan|tw|dan|[.,;&/+]")
_NOMOR_TRIWULAN: Final[Mapping[str, int]] = {
    kata: nomor for nomor, romawi in ROMAWI.items() for kata in (str(nomor), romawi.lower())
}
_ANTARKODE: Final = re.compile(r"[,;\n]| dan ")
_BELAKANG_KOMA: Final = re.compile(r",(\d{1,6})(?!\d)")
_TANGGAL_KATA: Final = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
_TANGGAL_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TANGGAL_SEL: Final = re.compile(r"(\d\d)/(\d\d)/(\d{4}).*")
_BENTUK_NILAI: Final = "Tulis angka (80,5), rentang (80-90), peringkat, atau kosongkan."
_NETRAL: Final[Mapping[JenisKolomRencana, object]] = {
    "teks": "",
    "kode": "",
    "kode_simpul": "",
    "kode_sub_skpd": "",
    "pilihan": "",
    "daftar": (),
    "tahun": 0,
    "tanggal": date(2000, 1, 1),
    "nilai": NilaiRencana(),
    "sasaran": NilaiRencana(),
    "rupiah": Decimal(0),
}
"""What stands for a required cell that could not be read."""


@dataclass(frozen=True)
class PembacaBarisRencana:
    """Reads one row. `indikator` is the indicator that it speaks of, `satuan` what that is measured in."""

    tabel: TabelRencana
    nomor: int
    sel: Mapping[str, SelTerbaca]
    indikator: str | None = None
    satuan: str = ""

    @property
    def persen(self) -> bool:
        """Whether its values are percentages."""
        return satuan_persen(self.satuan)

    def asal(self, kunci: str) -> AsalSel:
        """The cell of this row in that column, filled or not."""
        return AsalSel(self.tabel.lembar.nama, "", self.tabel.letak, self.nomor).di(kunci)

    def intip(self, kunci: str) -> str:
        """The content of a code cell without a finding; empty when it is no text."""
        sel = self.sel.get(kunci)
        return _bakukan(self.tabel.lembar.cari(kunci), sel.teks) if sel else ""

    def baca(self, kolom: KolomRencana) -> Terbaca[Any]:
        """The value for the field of a column; None, or neutral where the column is required, when there is none."""
        sel = self.sel.get(kolom.kunci)
        kosong = hampa(sel) if kolom.jenis in {"nilai", "sasaran", "rupiah"} else sel is None
        netral = (_NETRAL[kolom.jenis] if kolom.pilihan is not YA_TIDAK else False) if kolom.wajib else None
        if sel is None or kosong:
            kurang = (_kurang(self, kolom),) if kolom.wajib else ()
            return Terbaca(netral, kurang, gagal=bool(kurang))
        terbaca = _CARA[kolom.jenis](self, kolom, sel)
        return replace(terbaca, nilai=netral) if terbaca.nilai is None else terbaca

    def kode(self, kunci: str) -> Terbaca[str]:
        """The code in a column of this sheet."""
        return self.baca(self.tabel.lembar.cari(kunci))

    def temui(self, kunci: str, kode: KodeRencana, pesan: str, saran: str, **lain: Any) -> Temuan:
        """A finding at a cell of this row; `lain` are further fields of `Temuan`."""
        sel = self.sel.get(kunci)
        diketik = sel.teks if sel else None
        return tegur(kode, pesan, saran, self.asal(kunci), diketik=diketik, **lain)

    def catat(self, kunci: str, kode: KodeRencana, pesan: str, dipahami: str) -> Temuan:
        """The note that a cell was read in the one way that there is, told once for its document or sheet."""
        perihal = self.intip("dokumen") if "dokumen" in self.tabel.letak else None
        return self.temui(kunci, kode, pesan, SARAN, dipahami=dipahami, kode_baris=perihal)


def _kurang(pembaca: PembacaBarisRencana, kolom: KolomRencana) -> Temuan:
    pesan, saran = f"{kolom.judul} belum diisi.", f"Isi {kolom.judul} pada baris ini."
    return pembaca.temui(kolom.kunci, "wajib_kosong", pesan, saran)


def _teks(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[str | None]:
    """A text with single blanks."""
    if sel.jenis in {"teks", "angka"} and not membalik(sel.teks):
        return Terbaca(sebaris(sel.teks))
    pesan = f"{kolom.judul} bukan teks biasa."
    return _tolak(pembaca.temui(kolom.kunci, "teks_janggal", pesan, "Ketik ulang isinya sebagai teks."))


def _kode(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[str | None]:
    """A code, in its stored form."""
    if sel.jenis == "angka" and isinstance(sel.nilai, int):
        return Terbaca(str(sel.nilai))
    if sel.jenis == "teks" and not membalik(sel.teks):
        kode, diketik = _bakukan(kolom, sel.teks), kode_baku(sebaris(sel.teks))
        catatan = () if kode == diketik else (pembaca.catat(kolom.kunci, "kode_dibaca", KODE_LAIN, kode),)
        return Terbaca(kode, catatan)
    pesan = f"{kolom.judul} terbaca sebagai {_sebut(sel.jenis, sel.teks)}, bukan kode."
    saran = "Beri format Teks pada sel itu, lalu ketik kodenya lagi."
    return _tolak(pembaca.temui(kolom.kunci, "kode_janggal", pesan, saran))


def _daftar_kode(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[str | None]:
    """Several codes with commas or lines between them, as the store keeps them: `S1.1, S1.2`."""
    if sel.jenis != "teks" or membalik(sel.teks):
        return _kode(pembaca, kolom, sel)
    bagian = [kode_simpul_baku(kode_baku(sebaris(kata))) for kata in _ANTARKODE.split(sel.teks)]
    return Terbaca(", ".join(dict.fromkeys(kode for kode in bagian if kode)) or None)


def _pilihan(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[Any]:
    """The kode of a word of an enumerated column, or whether it is yes."""
    teks = _teks(pembaca, kolom, sel)
    if not teks.nilai:
        return Terbaca(None, teks.temuan, teks.gagal)
    kode = _cocokkan(pembaca, kolom, teks.nilai)
    return Terbaca(kode.nilai == "ya", kode.temuan, kode.gagal) if kolom.pilihan is YA_TIDAK else kode


def _daftar(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[Any]:
    """The kode of several words with commas between them, in the order of the column's own list."""
    teks = _teks(pembaca, kolom, sel)
    kata = [bagian for bagian in re.split(r"[,;]", teks.nilai or "") if bagian.strip()]
    cocok = [_cocokkan(pembaca, kolom, bagian) for bagian in kata]
    kode = {bagian.nilai for bagian in cocok}
    gagal = teks.gagal or any(bagian.gagal for bagian in cocok)
    urut = tuple(pilihan.kode for pilihan in kolom.pilihan if pilihan.kode in kode)
    return Terbaca(urut, semua_temuan(teks, *cocok), gagal)


def _cocokkan(pembaca: PembacaBarisRencana, kolom: KolomRencana, teks: str) -> Terbaca[str | None]:
    kode = cari_pilihan(kolom.pilihan, teks)
    if kode is not None:
        return Terbaca(kode)
    nama = ", ".join(pilihan.nama for pilihan in kolom.pilihan)
    pesan = f"{kolom.judul} “{teks.strip()}” tidak dikenal."
    return _tolak(pembaca.temui(kolom.kunci, "pilihan_asing", pesan, f"Pilih salah satu: {nama}."))


def _triwulan(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[str | None]:
    """One or more triwulan, `TW II` or `2, 4`, as the store keeps them: `2,4`; `5` for the year after."""
    if sel.jenis == "teks" and ringkas(sel.teks).endswith(SEBUTAN_BERIKUTNYA):
        return Terbaca(str(TAHUN_BERIKUTNYA))
    kata = _BUKAN_TRIWULAN.sub(" ", sel.teks.lower()).split() if sel.jenis in {"teks", "angka"} else []
    nomor = sorted({_NOMOR_TRIWULAN.get(bagian, 0) for bagian in kata})
    if nomor and nomor[0] > 0:
        return Terbaca(",".join(map(str, nomor)))
    pesan = f"{kolom.judul} “{sel.teks.strip()}” tidak dikenal."
    saran = "Tulis triwulannya, misalnya TW II, atau 2, 4, atau tahun berikutnya. Kosong berarti menurut frekuensi."
    return _tolak(pembaca.temui(kolom.kunci, "pilihan_asing", pesan, saran))


def _tahun(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[int | None]:
    bacaan = baca_sel(sel)
    if isinstance(bacaan, Angka) and bacaan.nilai in TAHUN_SAH:
        return Terbaca(int(bacaan.nilai))
    pesan = f"{kolom.judul} bukan tahun."
    return _tolak(pembaca.temui(kolom.kunci, "tahun_janggal", pesan, "Tulis empat angka, misalnya 2026."))


def _tanggal(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[date | None]:
    hari = baca_tanggal(sel)
    if hari is not None:
        return Terbaca(hari)
    pesan, saran = f"{kolom.judul} bukan tanggal yang jelas.", "Tulis tanggal lengkap, misalnya 17 September 2025."
    return _tolak(pembaca.temui(kolom.kunci, "tanggal_janggal", pesan, saran))


def _bilangan(
    pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca, satuan: str = ""
) -> Terbaca[Decimal | None]:
    """A plain number."""
    terbaca = _bentuk_apa_pun(replace(pembaca, indikator=None, satuan=satuan), kolom, sel)
    nilai = terbaca.nilai
    if nilai is None:
        return Terbaca(None, terbaca.temuan, terbaca.gagal)
    if nilai.nilai is None or nilai.batas is not None:
        pesan = f"{kolom.judul} harus satu angka."
        temuan = pembaca.temui(kolom.kunci, "bentuk_nilai", pesan, "Tulis satu angka saja.")
        return _tolak(*terbaca.temuan, temuan)
    return Terbaca(nilai.nilai, terbaca.temuan)


def _rupiah(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[Decimal | None]:
    """An amount of money, not negative, to the sen."""
    angka = _bilangan(pembaca, kolom, sel, "Rp")
    if angka.nilai is None:
        return angka
    jumlah = bulatkan(angka.nilai, 2)
    if jumlah >= 0:
        return Terbaca(jumlah, angka.temuan)
    pesan = f"Rupiah tidak boleh negatif: {tulis_angka(jumlah)}."
    temuan = pembaca.temui(kolom.kunci, "rupiah_negatif", pesan, "Tulis jumlahnya tanpa tanda kurang.")
    return _tolak(*angka.temuan, temuan)


def _nilai(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[NilaiRencana | None]:
    """A planned value of any form; one number or one grade where the column is required."""
    terbaca = _bentuk_apa_pun(pembaca, kolom, sel)
    nilai = terbaca.nilai
    if nilai is None or not kolom.wajib or (nilai.bawah is None and nilai.batas is None):
        return terbaca
    pesan, saran = "Nilai harus satu angka atau satu peringkat.", "Tulis satu angka, misalnya 82,5."
    temuan = pembaca.temui(kolom.kunci, "bentuk_nilai", pesan, saran)
    return Terbaca(nilai, (*terbaca.temuan, temuan), gagal=True)


def _bentuk_apa_pun(pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca) -> Terbaca[NilaiRencana | None]:
    """A number, range, bound or grade; None when blank (also `-`, `n/a`) or unreadable."""
    sel, catatan = _sederhanakan(pembaca, kolom, sel)
    bacaan = baca_sel(sel)
    sendiri = _tanpa_satuan(bacaan, pembaca.satuan)
    if sendiri is not None:
        bacaan, catatan = sendiri[0], (*catatan, pembaca.catat(kolom.kunci, "ejaan_dibaca", BERSATUAN, sendiri[1]))
    if isinstance(bacaan, BukanIsian):
        bacaan = TidakTerbaca(bacaan.teks, f"Excel menyimpannya sebagai {_sebut(bacaan.jenis, bacaan.teks)}.")
    if isinstance(bacaan, Ambigu):
        kiri, kanan = (tulis_angka(angka) for angka in bacaan.bacaan)
        pesan = f"“{sebaris(sel.teks, 60)}” punya dua bacaan: {kiri} atau {kanan}."
        pilihan = tuple(map(tulis_ketikan, bacaan.bacaan))
        return _tolak_nilai(pembaca, kolom, "angka_ambigu", pesan, f"Tulis {' atau '.join(pilihan)}.", pilihan)
    if isinstance(bacaan, TidakTerbaca):
        return _tolak_kata(pembaca, kolom, sel, bacaan)
    if isinstance(bacaan, Peringkat) and bacaan.teks.casefold() in KATA_NOL:
        pesan = f"{kolom.judul} “{sebaris(sel.teks, 60)}” berupa kata, padahal isian ini angka."
        saran = "Tulis 0 bila memang nol yang dimaksud; kosongkan bila tidak direncanakan atau tidak ada datanya."
        return _tolak_nilai(pembaca, kolom, "angka_tidak_terbaca", pesan, saran, ("0",))
    if isinstance(bacaan, Angka) and bacaan.persen and not pembaca.persen:
        return _tolak_persen(pembaca, kolom, sel, bacaan.nilai)
    return Terbaca(_berdesimal(_bentuk(bacaan), sel), (*catatan, *_tanya(pembaca, kolom, bacaan)))


def _tolak_persen(
    pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca, nilai: Decimal
) -> Terbaca[NilaiRencana | None]:
    """A share in persen where another satuan is asked, by a sign that was typed or by the format of its cell."""
    if satuan_rupiah(pembaca.satuan):
        pesan = f"“{sebaris(sel.teks, 60)}” adalah persen, padahal yang diminta jumlah rupiahnya."
        return _tolak_nilai(pembaca, kolom, "format_persen", pesan, "Tulis jumlah rupiahnya.", ())
    pilihan = (tulis_ketikan(nilai), tulis_ketikan(nilai / 100))
    dapat = f"dapat berarti {tulis_angka(nilai)} atau {tulis_angka(nilai / 100)}"
    pesan, saran = f"Sel ini berformat %: {dapat}.", f"Hapus format %, lalu ketik {' atau '.join(pilihan)}."
    if sel.jenis == "teks":
        pesan, saran = (
            f"“{sebaris(sel.teks, 60)}” bertanda %: {dapat}.",
            f"Tulis {' atau '.join(pilihan)} tanpa tanda %.",
        )
    return _tolak_nilai(pembaca, kolom, "format_persen", pesan, saran, pilihan)


def _sederhanakan(
    pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca
) -> tuple[SelTerbaca, tuple[Temuan, ...]]:
    """The cell as it would be typed here, with a note, where its spelling comes from elsewhere and has one reading."""
    if sel.jenis != "teks":
        return sel, ()
    teks = sebaris(sel.teks)
    ejaan = ejaan_lain(teks)
    if ejaan is None:
        return sel, ()
    pesan = TITIK_NOL if ejaan.jenis == "titik_nol" else KOMA_RIBUAN
    return sel._replace(teks=ejaan.polos), (pembaca.catat(kolom.kunci, "ejaan_dibaca", pesan, ejaan.polos),)


def _tanpa_satuan(bacaan: BacaanAngka | BukanIsian, satuan: str) -> tuple[BacaanAngka, str] | None:
    """What stands before the satuan of the indicator, read, and as it is typed; None without that satuan behind it."""
    if isinstance(bacaan, Bersatuan) and (angka := bacaan.dalam(satuan)):
        return angka, tulis_ketikan(angka.nilai if isinstance(angka, Angka) else angka.bacaan[0])
    if not isinstance(bacaan, TidakTerbaca) or not satuan:
        return None
    kata = sebaris(bacaan.teks).split()
    panjang = len(satuan.split())
    depan, ekor = " ".join(kata[:-panjang]), " ".join(kata[-panjang:])
    sebagian = baca_angka(depan) if rapikan_satuan(ekor) == rapikan_satuan(satuan) else None
    return (sebagian, depan) if isinstance(sebagian, Rentang | Batas) else None


def _tolak_kata(
    pembaca: PembacaBarisRencana, kolom: KolomRencana, sel: SelTerbaca, bacaan: TidakTerbaca
) -> Terbaca[NilaiRencana | None]:
    """What holds words where a number belongs, quoted, with the number that they may mean."""
    pilihan = tuple(map(tulis_ketikan, bacaan.usul))
    pesan = f"{kolom.judul} “{sebaris(sel.teks, 60)}” tidak terbaca: {bacaan.sebab}"
    saran = f"Tulis {' atau '.join(pilihan)} bila itu yang dimaksud." if pilihan else _BENTUK_NILAI
    return _tolak_nilai(pembaca, kolom, "angka_tidak_terbaca", pesan, saran, pilihan)


def _tolak_nilai(
    pembaca: PembacaBarisRencana,
    kolom: KolomRencana,
    kode: KodeRencana,
    pesan: str,
    saran: str,
    pengganti: tuple[str, ...],
) -> Terbaca[NilaiRencana | None]:
    letak = {"kode_indikator": pembaca.indikator, "pengganti": pengganti}
    return _tolak(pembaca.temui(kolom.kunci, kode, pesan, saran, **letak))


def _tanya(pembaca: PembacaBarisRencana, kolom: KolomRencana, bacaan: BacaanAngka) -> tuple[Temuan, ...]:
    """Ask about an unusual spelling that has one reading."""
    if not isinstance(bacaan, Angka | Rentang | Batas) or not bacaan.tanya:
        return ()
    saran = "Bila benar, tulis dengan koma atau beri alasan menerimanya."
    pilihan = (tulis_ketikan(bacaan.nilai),) if isinstance(bacaan, Angka) and not bacaan.tergerus else ()
    letak = {"kode_indikator": pembaca.indikator, "pengganti": pilihan}
    return (pembaca.temui(kolom.kunci, "angka_ditanya", bacaan.tanya, saran, **letak),)


_CARA: Final[Mapping[JenisKolomRencana, Callable[[PembacaBarisRencana, KolomRencana, SelTerbaca], Terbaca[Any]]]] = {
    "teks": _teks,
    "kode": _kode,
    "kode_simpul": _kode,
    "kode_sub_skpd": _kode,
    "daftar_kode": _daftar_kode,
    "pilihan": _pilihan,
    "daftar": _daftar,
    "triwulan": _triwulan,
    "tahun": _tahun,
    "tanggal": _tanggal,
    "bilangan": _bilangan,
    "nilai": _nilai,
    "sasaran": _bentuk_apa_pun,
    "rupiah": _rupiah,
}
"""How a cell is read, by what its column holds."""


def baca_baris(jenis: type[_BarisUtuh], pembaca: PembacaBarisRencana, **lain: Terbaca[Any]) -> Terbaca[_BarisUtuh]:
    """A row of a plan from the columns of its fields; `lain` are the fields that are read in another way."""
    medan = {
        nama: lain[nama] if nama in lain else pembaca.baca(kolom) for nama, kolom in kolom_medan(jenis).items()
    } | lain
    nilai = {nama: terbaca.nilai for nama, terbaca in medan.items()} | {"asal": pembaca.asal(jenis.SEL_ASAL)}
    gagal = any(terbaca.gagal for terbaca in medan.values())
    return Terbaca(jenis(**nilai), semua_temuan(*medan.values()), gagal)


def _tolak(*temuan: Temuan) -> Terbaca[Any]:
    return Terbaca(None, temuan, gagal=True)


def _bakukan(kolom: KolomRencana, teks: str) -> str:
    kode = kode_baku(sebaris(teks))
    if kolom.jenis == "kode_sub_skpd":
        return kode_sub_skpd_baku(sebaris(teks))
    return kode_simpul_baku(kode) if kolom.jenis == "kode_simpul" else kode


def cari_pilihan(pilihan: tuple[Pilihan, ...], teks: str) -> str | None:
    """The kode of a word, whatever its capitals and signs; None when it is none of them."""
    kata = ringkas(teks)
    for calon in pilihan:
        if kata in {ringkas(ejaan) for ejaan in (calon.kode, calon.nama, *calon.lain)}:
            return calon.kode
    return None


def baca_tanggal(sel: SelTerbaca) -> date | None:
    """A date cell, `17 September 2025` or `2025-09-17`; None for anything that could be another day."""
    teks = " ".join(sel.teks.lower().split())
    if sel.jenis == "tanggal" and (cocok := _TANGGAL_SEL.fullmatch(teks)):
        return _hari(cocok.group(3), cocok.group(2), cocok.group(1))
    if sel.jenis != "teks":
        return None
    if cocok := _TANGGAL_ISO.fullmatch(teks):
        return _hari(*cocok.groups())
    bulan = {nama.lower(): str(nomor) for nomor, nama in enumerate(BULAN, 1)}
    cocok = _TANGGAL_KATA.fullmatch(teks)
    if cocok and cocok.group(2) in bulan:
        return _hari(cocok.group(3), bulan[cocok.group(2)], cocok.group(1))
    return None


def _hari(tahun: str, bulan: str, hari: str) -> date | None:
    try:
        return date(int(tahun), int(bulan), int(hari))
    except ValueError:
        return None


def _berdesimal(nilai: NilaiRencana | None, sel: SelTerbaca) -> NilaiRencana | None:
    """A value with the decimals that it was typed with, where its number does not say them."""
    diketik = max((len(belakang) for belakang in _BELAKANG_KOMA.findall(sel.teks)), default=0)
    angka = [] if nilai is None else [nol for nol in (nilai.nilai, nilai.bawah, nilai.atas) if nol is not None]
    if nilai is None or sel.jenis != "teks" or diketik <= max(map(desimal_target, angka), default=diketik):
        return nilai
    return replace(nilai, desimal=diketik)


def _bentuk(bacaan: BacaanAngka) -> NilaiRencana | None:
    match bacaan:
        case Angka(nilai):
            return NilaiRencana(nilai=nilai)
        case Rentang(bawah, atas):
            return NilaiRencana(bawah=bawah, atas=atas)
        case Batas(operator, nilai):
            return NilaiRencana(nilai=nilai, batas=operator)
        case Peringkat(teks):
            return NilaiRencana(peringkat=teks.upper())
        case _:
            return None


_SEBUTAN: Final = {
    "angka": "angka",
    "teks": "teks",
    "logika": "nilai benar/salah",
    "tanggal": "tanggal",
    "galat": "galat Excel",
    "rumus": "rumus tanpa hasil",
}


def _sebut(jenis: str, teks: str) -> str:
    return f"{_SEBUTAN[jenis]} {teks.strip()}".strip()
