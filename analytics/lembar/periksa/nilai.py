"""Reads the cells of one row of a filled workbook: a number, a grade, a text, and the findings that say why not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from analytics.aturan.angka import (
    KATA_NOL,
    Ambigu,
    Angka,
    BacaanAngka,
    Batas,
    Bersatuan,
    Kosong,
    Peringkat,
    Rentang,
    TidakTerbaca,
    baca_angka,
    rupiah_bertitik_nol,
    satuan_persen,
    satuan_rupiah,
    tulis_angka,
    tulis_ketikan,
)
from analytics.aturan.teks import ada_tak_terlihat, jernihkan, sandingan, tunjukkan
from analytics.pembaca.baca import LembarTerbaca, SelTerbaca
from analytics.sel.baca_sel import BukanIsian, baca_sel
from analytics.sel.terbaca import Terbaca
from analytics.temuan.butir import Temuan, buat
from analytics.temuan.kode import KodeFormat

_KOMA_RUPIAH: Final = re.compile(r"-?[1-9]\d{0,2},\d{3}")
_TANGGAL: Final = re.compile(r"(\d\d)/(\d\d)/20\d\d")
_SERI_1980: Final = 29_221
"""Excel's number of the first day of 1980: below it a date is a number in a cell with a date format."""
_TERKECIL: Final = 1e-15
"""A number below it is quoted as the file writes it, with its exponent."""
_PANJANG_ANGKA: Final = 60
"""Characters that a typed number may have."""
_PANJANG_TEKS: Final = 2_000
"""Characters above which a narrative is remarked on."""
_PANJANG_SEL: Final = 32_767
"""Characters that one cell of Excel holds."""


_CARA_KETIK: Final = frozenset({"angka_teks", "angka_tanya", "rumus_di_isian", "nol_rumus"})
"""What a cell is told about the way in which its number stands there."""


@dataclass(frozen=True)
class IsianFormat:
    """One typed cell as understood. Blank, `-` or `n/a`: neither `nilai` nor `peringkat`. Never zero.

    `berumus`: a formula gave it; `dipilih`: a person chose it among the readings of the cell; `tergerus`: it was so
    small that another one is stored.
    """

    nilai: Decimal | None = None
    peringkat: str | None = None
    diketik: str | None = None
    berumus: bool = False
    dipilih: bool = False
    tergerus: bool = False

    @property
    def kosong(self) -> bool:
        """Whether nothing was given."""
        return self.nilai is None and self.peringkat is None


@dataclass(frozen=True)
class PembacaBaris:
    """Reads the cells of one row by column key; every reading answers its value and its findings.

    `alamat` is the address of each column in this row, `kode` the code of the row, `indikator` whether that is an
    indikator, `pilihan` the readings that somebody chose for a cell with several, by `Temuan.alamat`. `bersama`: its
    Keterangan is that of several rows, which is told once for all of them.
    """

    lembar: LembarTerbaca
    alamat: Mapping[str, str]
    kode: str
    indikator: bool
    pilihan: Mapping[str, str]
    bersama: bool = False

    def sel(self, kolom: str) -> SelTerbaca | None:
        """The cell in a column, None when it is blank or the sheet has no such column."""
        return self.lembar.sel.get(self.alamat.get(kolom, ""))

    def temui(
        self, kode: KodeFormat, kolom: str, pesan: str, sisipan: Mapping[str, str] | None = None, **lain: Any
    ) -> Temuan:
        """A finding at a column of this row; `lain` are further fields of `Temuan`."""
        letak = {"lembar": self.lembar.nama, "sel": self.alamat[kolom], "kode_baris": self.kode, "kolom": kolom}
        return buat(kode, pesan, sisipan, kode_indikator=self.kode if self.indikator else None, **letak, **lain)

    def teks(self, kolom: str) -> Terbaca[str | None]:
        """A free text, cleaned of invisible characters; None when blank or `-`."""
        sel = self.sel(kolom)
        if sel is None:
            return Terbaca(None)
        tolakan = self._tidak_terbaca(kolom, sel, "teks")
        if tolakan is not None:
            return Terbaca(None, (tolakan,), gagal=True)
        bersih = jernihkan(sel.teks).strip()
        if _kosong(bersih):
            return Terbaca(None)
        if len(bersih) > _PANJANG_SEL:
            pesan = f"Teks {tulis_angka(len(bersih))} karakter."
            return Terbaca(None, (self.temui("teks_terlalu_panjang", kolom, pesan, diketik=kutip(sel)),), gagal=True)
        return Terbaca(bersih, tuple(self._ingatkan_teks(kolom, sel, bersih)))

    def angka(self, kolom: str, satuan: str = "") -> Terbaca[IsianFormat]:
        """One number in this satuan, empty where none is known: of percent a % format or sign is understood."""
        sel = self.sel(kolom)
        if sel is None:
            return Terbaca(IsianFormat())
        if satuan_rupiah(satuan) and sel.jenis == "teks" and _KOMA_RUPIAH.fullmatch(sel.teks.strip()):
            sel = sel._replace(teks=f"Rp {sel.teks.strip()}")
        polos = rupiah_bertitik_nol(sel.teks) if satuan_rupiah(satuan) and sel.jenis == "teks" else None
        if polos is not None:
            return self._rupiah_lain(kolom, sel, polos)
        terbaca = self._angka(kolom, sel, satuan)
        return self._dipilih(kolom, sel, terbaca) or terbaca

    def _rupiah_lain(self, kolom: str, sel: SelTerbaca, polos: str) -> Terbaca[IsianFormat]:
        """An amount as other systems write it, `13500000.00`, which has one reading."""
        bacaan = baca_angka(polos)
        if not isinstance(bacaan, Angka):
            return self._tolak("angka_besar", kolom, sel, f"Angka “{kutip(sel)}” tidak wajar besarnya.")
        dibaca = tulis_ketikan(bacaan.nilai)
        pesan = "Rupiah yang berakhir titik dan nol dibaca tanpa desimal"
        temuan = self.temui("rupiah_dibaca", kolom, pesan, diketik=kutip(sel), dipahami=dibaca)
        return Terbaca(IsianFormat(nilai=bacaan.nilai, diketik=sel.teks.strip()), (temuan,))

    def peringkat(self, kolom: str, pilihan: Sequence[str]) -> Terbaca[IsianFormat]:
        """One grade of a scale, in any case of letters."""
        sel = self.sel(kolom)
        if sel is None:
            return Terbaca(IsianFormat())
        tolakan = self._tidak_terbaca(kolom, sel)
        if tolakan is not None:
            return _gagal(tolakan)
        if sel.jenis == "teks" and _kosong(sel.teks):
            return Terbaca(IsianFormat(diketik=sel.teks.strip() or None))
        dikenal = {sandingan(peringkat): peringkat for peringkat in pilihan}
        cocok = dikenal.get(sandingan(sel.teks))
        if cocok is not None:
            return Terbaca(IsianFormat(peringkat=cocok, diketik=sel.teks))
        pesan = f"“{kutip(sel)}” bukan peringkat dalam skala indikator ini."
        return self._tolak("peringkat_asing", kolom, sel, pesan, {"pilihan": ", ".join(pilihan)})

    def _dipilih(self, kolom: str, sel: SelTerbaca, terbaca: Terbaca[IsianFormat]) -> Terbaca[IsianFormat] | None:
        """The reading that somebody chose, in place of the finding that offered it."""
        pilihan = self.pilihan.get(f"{self.lembar.nama}!{sel.alamat}")
        if not terbaca.temuan or pilihan is None or pilihan not in terbaca.temuan[-1].pengganti:
            return None
        nilai = Decimal(pilihan.replace(",", "."))
        pesan = f"“{kutip(sel)}” dibaca {tulis_ketikan(nilai)} menurut pilihan petugas di layar."
        temuan = self._ingatkan("angka_dipilih", kolom, sel, pesan, nilai)
        return Terbaca(IsianFormat(nilai=nilai, diketik=kutip(sel), dipilih=True), (temuan,))

    def _angka(self, kolom: str, sel: SelTerbaca, satuan: str) -> Terbaca[IsianFormat]:
        tolakan = self._tidak_terbaca(kolom, sel)
        if tolakan is not None:
            return _gagal(tolakan)
        if sel.jenis == "teks" and len(sel.teks) > _PANJANG_ANGKA:
            sebab = "Isian terlalu panjang untuk satu angka."
            return self._bukan_angka(kolom, sel, TidakTerbaca(sel.teks, sebab), satuan)
        bacaan = baca_sel(sel)
        if isinstance(bacaan, BukanIsian) and bacaan.jenis == "tanggal":
            return self._tanggal(kolom, sel)
        if isinstance(bacaan, BukanIsian):
            sebab = "Isian kotak centang atau hasil perbandingan bukan angka."
            return self._bukan_angka(kolom, sel, TidakTerbaca(sel.teks, sebab), satuan)
        if sel.jenis == "angka":
            return self._bilangan(kolom, sel, bacaan, satuan)
        return self._ketikan(kolom, sel, bacaan, satuan)

    def _tidak_terbaca(self, kolom: str, sel: SelTerbaca, isian: str = "angka") -> Temuan | None:
        """Why a cell holds no value at all, None when it does."""
        if sel.jenis == "rumus":
            pesan = "Sel berisi rumus, tetapi berkas tidak menyimpan hasilnya."
            return self.temui("rumus_tanpa_nilai", kolom, pesan, {"isian": isian}, diketik=kutip(sel))
        if sel.jenis != "galat":
            return None
        if sel.teks.startswith("#"):
            pesan = f"Sel berisi galat Excel {kutip(sel)}, yang tidak punya nilai."
            return self.temui("galat_excel", kolom, pesan, {"isian": isian}, diketik=kutip(sel))
        if sel.teks[:1].isdigit():
            pesan = f"Angka {kutip(sel)} tidak wajar besarnya."
            return self.temui("angka_besar", kolom, pesan, diketik=kutip(sel))
        pesan = f"“{kutip(sel)}” tersimpan sebagai angka, padahal bukan angka."
        return self.temui("bukan_angka", kolom, pesan, diketik=kutip(sel))

    def _tanggal(self, kolom: str, sel: SelTerbaca) -> Terbaca[IsianFormat]:
        """A date: the number as it was typed can be offered only where Excel's own rule leaves no other."""
        dugaan = _dugaan_tanggal(sel)
        apa = "jam" if sel.nilai is not None and 0 < sel.nilai < 1 else f"tanggal {sel.teks.replace('.', ',')}"
        pesan = f"Sel berisi {apa}; Excel dapat mengubah angka bertitik menjadi tanggal atau jam."
        sisipan = {} if dugaan else {"pilihan": "angkanya", "contoh": "'12,5"}
        return self._tolak("tanggal_bukan_angka", kolom, sel, pesan, sisipan, pengganti=dugaan)

    def _bilangan(self, kolom: str, sel: SelTerbaca, bacaan: BacaanAngka, satuan: str) -> Terbaca[IsianFormat]:
        """A number as the file holds it, typed or the result of a formula."""
        if not isinstance(bacaan, Angka):
            return self._tolak("angka_besar", kolom, sel, f"Angka {kutip(sel)} tidak wajar besarnya.")
        if sel.persen and not satuan_persen(satuan):
            return self._tolak_persen(kolom, sel, bacaan.nilai, satuan)
        if bacaan.tergerus:
            return self._tergerus(kolom, sel, bacaan)
        if sel.rumus is None:
            return Terbaca(IsianFormat(nilai=bacaan.nilai, diketik=kutip(sel)))
        isian = IsianFormat(nilai=bacaan.nilai, diketik=kutip(sel), berumus=True)
        rumus = f" {sel.rumus[:_PANJANG_ANGKA]}" if sel.rumus else ""
        if bacaan.nilai:
            pesan = f"Sel berisi rumus{rumus}; hasilnya {tulis_ketikan(bacaan.nilai)} yang dibaca."
            return Terbaca(isian, (self._ingatkan("rumus_di_isian", kolom, sel, pesan, bacaan.nilai),))
        pesan = f"Hasil rumus{rumus} adalah 0; sel yang ditunjuknya mungkin kosong, atau rumusnya berputar."
        return Terbaca(isian, (self.temui("nol_rumus", kolom, pesan, diketik=kutip(sel), dipahami="0"),))

    def _ketikan(self, kolom: str, sel: SelTerbaca, bacaan: BacaanAngka, satuan: str) -> Terbaca[IsianFormat]:
        """A text where a number belongs."""
        if isinstance(bacaan, Bersatuan):
            bacaan = bacaan.dalam(satuan) or bacaan
        if isinstance(bacaan, Kosong):
            return Terbaca(IsianFormat(diketik=sel.teks.strip() or None))
        if isinstance(bacaan, Angka):
            return self._angka_teks(kolom, sel, bacaan, satuan)
        if isinstance(bacaan, Ambigu):
            besar, kecil = map(tulis_ketikan, bacaan.bacaan)
            pesan = f"“{kutip(sel)}” dapat dibaca {besar} atau {kecil}."
            return self._tolak("angka_ambigu", kolom, sel, pesan, pengganti=(besar, kecil))
        if isinstance(bacaan, Batas):
            pesan = f"“{kutip(sel)}” berupa batas, padahal isian ini satu angka."
            return self._tolak("isian_batas", kolom, sel, pesan, pengganti=(tulis_ketikan(bacaan.nilai),))
        return self._bukan_angka(kolom, sel, bacaan, satuan)

    def _bukan_angka(
        self, kolom: str, sel: SelTerbaca, bacaan: Rentang | Peringkat | TidakTerbaca, satuan: str
    ) -> Terbaca[IsianFormat]:
        teks = f"“{kutip(sel)}”"
        diminta = f"satu angka dalam satuan {satuan}" if satuan else "satu angka"
        if isinstance(bacaan, Rentang):
            pesan = f"{teks} berupa rentang, padahal isian ini satu angka."
            return self._tolak("isian_rentang", kolom, sel, pesan)
        if isinstance(bacaan, Peringkat):
            nol = bacaan.teks.casefold() in KATA_NOL
            pesan = f"{teks} berupa kata, padahal isian ini angka."
            pilihan = {"pilihan": "0 bila memang tidak ada" if nol else diminta}
            return self._tolak("isian_kata", kolom, sel, pesan, pilihan, pengganti=("0",) if nol else ())
        if ada_tak_terlihat(sel.teks):
            pesan = f"{teks} memuat karakter yang tak terlihat (ditandai \ufffd)."
            return self._tolak("karakter_tersembunyi", kolom, sel, pesan)
        if "terlalu besar" in bacaan.sebab:
            return self._tolak("angka_besar", kolom, sel, f"Angka {teks} tidak wajar besarnya.")
        if isinstance(bacaan, Bersatuan) and bacaan.berpersen and bacaan.usul and not satuan_persen(satuan):
            return self._tolak_persen(kolom, sel, bacaan.usul[0], satuan)
        usul = tuple(map(tulis_ketikan, _usul(bacaan, satuan)))
        pilihan = {"pilihan": f"{' atau '.join(usul)} bila itu yang dimaksud" if usul else diminta}
        pesan = f"{teks}: {bacaan.sebab[:1].lower()}{bacaan.sebab[1:]}"
        return self._tolak("bukan_angka", kolom, sel, pesan, pilihan, pengganti=usul)

    def _angka_teks(self, kolom: str, sel: SelTerbaca, bacaan: Angka, satuan: str) -> Terbaca[IsianFormat]:
        if bacaan.persen and not satuan_persen(satuan):
            return self._tolak_persen(kolom, sel, bacaan.nilai, satuan)
        if bacaan.tergerus:
            return self._tergerus(kolom, sel, bacaan)
        kode: KodeFormat = "angka_tanya" if bacaan.tanya else "angka_teks"
        pesan = f"Angka tersimpan sebagai teks “{kutip(sel)}”; dibaca {tulis_ketikan(bacaan.nilai)}."
        if bacaan.tanya:
            pesan = f"“{kutip(sel)}” tersimpan sebagai teks. {bacaan.tanya}"
        temuan = self._ingatkan(kode, kolom, sel, pesan, bacaan.nilai)
        return Terbaca(IsianFormat(nilai=bacaan.nilai, diketik=sel.teks.strip()), (temuan,))

    def _tergerus(self, kolom: str, sel: SelTerbaca, bacaan: Angka) -> Terbaca[IsianFormat]:
        """A number so small that another one is stored of it."""
        pesan = f"Angka {kutip(sel)} terlalu kecil untuk disimpan; dibaca {tulis_ketikan(bacaan.nilai)}."
        dibaca = tulis_ketikan(bacaan.nilai)
        temuan = self.temui("angka_kecil", kolom, pesan, diketik=kutip(sel), dipahami=dibaca)
        return Terbaca(IsianFormat(nilai=bacaan.nilai, diketik=kutip(sel), tergerus=True), (temuan,))

    def _tolak_persen(self, kolom: str, sel: SelTerbaca, nilai: Decimal, satuan: str) -> Terbaca[IsianFormat]:
        if satuan_rupiah(satuan):
            pesan = f"“{kutip(sel)}” adalah persen, padahal yang diminta jumlah rupiahnya."
            return self._tolak("persen_di_rupiah", kolom, sel, pesan)
        pesan = f"“{kutip(sel)}” bertanda persen, padahal satuannya bukan persen."
        return self._tolak(
            "persen_bukan_satuan", kolom, sel, pesan, pengganti=(tulis_ketikan(nilai), tulis_ketikan(nilai / 100))
        )

    def _ingatkan_teks(self, kolom: str, sel: SelTerbaca, bersih: str) -> Iterator[Temuan]:
        if ada_tak_terlihat(sel.teks):
            pesan = f"Karakter yang tak terlihat di “{kutip(sel)}” tidak ikut disimpan."
            yield self.temui("teks_dibersihkan", kolom, pesan, diketik=kutip(sel), dipahami=bersih[:_PANJANG_ANGKA])
        if len(bersih) > _PANJANG_TEKS:
            pesan = f"Teks {tulis_angka(len(bersih))} karakter, disimpan seluruhnya."
            yield self.temui("teks_panjang", kolom, pesan, diketik=kutip(sel))

    def _tolak(
        self,
        kode: KodeFormat,
        kolom: str,
        sel: SelTerbaca,
        pesan: str,
        sisipan: Mapping[str, str] | None = None,
        **lain: Any,
    ) -> Terbaca[IsianFormat]:
        return _gagal(self.temui(kode, kolom, pesan, sisipan, diketik=kutip(sel), **lain))

    def _ingatkan(self, kode: KodeFormat, kolom: str, sel: SelTerbaca, pesan: str, nilai: Decimal) -> Temuan:
        dibaca = tulis_ketikan(nilai)
        return self.temui(kode, kolom, pesan, diketik=kutip(sel), dipahami=dibaca, pengganti=(dibaca,))


def satu_saran(temuan: Sequence[Temuan]) -> Iterator[Temuan]:
    """The findings of a row with one advice for each cell: how it was typed yields to what must be typed there."""
    ragu = {butir.sel for butir in temuan if butir.kode == "angka_tanya"}
    lain = [butir for butir in temuan if butir.kode not in _CARA_KETIK]
    utuh = {butir.sel for butir in lain if butir.kode == "tidak_utuh"} - ragu
    tegas = utuh | {butir.sel for butir in lain if butir.tingkat == "galat" or butir.pengganti}
    kalah = {"tidak_utuh": ragu} | dict.fromkeys(_CARA_KETIK, tegas)
    return (butir for butir in temuan if butir.sel not in kalah.get(butir.kode, ()))


def sekali_selembar(temuan: Iterable[Temuan]) -> Iterator[Temuan]:
    """The findings of a sheet, with one note for all amounts that are written as other systems write them."""
    semua = list(temuan)
    ejaan = [butir for butir in semua if butir.kode == "rupiah_dibaca"]
    yield from (butir for butir in semua if butir.kode != "rupiah_dibaca")
    for butir in ejaan[:1]:
        contoh = f"“{butir.diketik}” dibaca {butir.dipahami}"
        yield replace(butir, pesan=f"{butir.pesan}: {tulis_angka(len(ejaan))} sel, misalnya {contoh}.")


def _usul(bacaan: TidakTerbaca, satuan: str) -> tuple[Decimal, ...]:
    """What is likely meant: `13,5 juta` is 13,5 where the satuan is juta rupiah, `1,4 M` of rupiah is 1,4 miliar."""
    if not isinstance(bacaan, Bersatuan):
        return bacaan.usul
    if satuan_rupiah(satuan) and bacaan.satuan.casefold() == "m":
        return tuple(nilai * 1_000_000_000 for nilai in bacaan.usul)
    if sandingan(bacaan.satuan.split()[0]) in sandingan(satuan).split():
        return bacaan.angka.bacaan if isinstance(bacaan.angka, Ambigu) else (bacaan.angka.nilai,)
    return bacaan.usul


def _gagal(temuan: Temuan) -> Terbaca[IsianFormat]:
    return Terbaca(IsianFormat(), (temuan,), gagal=True)


def _dugaan_tanggal(sel: SelTerbaca) -> tuple[str, ...]:
    """What may have been typed: a small number in a cell with a date format, or day and month of a recent year."""
    cocok = _TANGGAL.fullmatch(sel.teks)
    if sel.nilai is not None and 1 <= sel.nilai < _SERI_1980:
        return (tulis_ketikan(Decimal(repr(sel.nilai))),)
    if cocok is None or sel.nilai is None or sel.nilai != int(sel.nilai):
        return ()
    hari, bulan = int(cocok.group(1)), int(cocok.group(2))
    return (f"{hari},{bulan}",) if bulan > 9 else (f"{hari},{bulan}", f"{hari},{bulan:02}")


def _kosong(teks: str) -> bool:
    """Whether a text says that there is nothing: blank, `-`, `n/a`."""
    return len(teks) <= _PANJANG_ANGKA and isinstance(baca_angka(teks), Kosong)


def kutip(sel: SelTerbaca) -> str:
    """The content of a cell as a person would have typed it, at most 60 characters."""
    if sel.jenis == "logika":
        return "TRUE" if sel.nilai else "FALSE"
    if sel.jenis == "angka" and sel.nilai is not None and (not sel.nilai or _TERKECIL <= abs(sel.nilai) < 1e18):
        nilai = Decimal(repr(sel.nilai))
        return f"{tulis_angka(nilai * 100)}%" if sel.persen else tulis_angka(nilai)
    berangka = sel.jenis in {"angka", "galat"} and sel.teks.lstrip("-")[:1].isdigit()
    return tunjukkan(sel.teks.replace(".", ",") if berangka else sel.teks).strip()[:60]
